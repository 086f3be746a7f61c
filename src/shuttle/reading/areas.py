"""Find what a document talks about: areas of the taxonomy, by their words.

In:   a page.
Out:  each Area once, in the order of its first mention, with every place it is named.
"""

from __future__ import annotations

import functools

import ahocorasick_rs

from shuttle.lexicons.areas import all_areas
from shuttle.reading.page import Page
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Area

__all__ = ["areas_of", "find_areas"]


@functools.cache
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    table = {word: area.name for area in all_areas() for word in area.words}
    words = list(table)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, [table[word] for word in words]


def _hits(lowered: str, start: int, end: int) -> list[tuple[int, int, str]]:
    automaton, names = _lexicon()
    passage = lowered[start:end]
    size = len(passage)
    found = []
    for index, first, last in automaton.find_matches_as_indexes(passage):
        if (first and (passage[first - 1].isalnum())) or (last < size and passage[last].isalnum()):
            continue
        found.append((start + first, start + last, names[index]))
    return found


def areas_of(page: Page, start: int, end: int) -> tuple[str, ...]:
    """Return the names of the areas that [start, end) of the text speaks of, each once."""
    return tuple(dict.fromkeys(name for _, _, name in _hits(page.lowered, start, end)))


def find_areas(page: Page) -> tuple[Area, ...]:
    """Return the areas of a page."""
    found: dict[str, list[Evidence]] = {}
    for start, end, name in _hits(page.lowered, 0, len(page.lowered)):
        found.setdefault(name, []).append(Evidence.of(page.text, start, end))
    return tuple(Area(name, tuple(evidence)) for name, evidence in found.items())
