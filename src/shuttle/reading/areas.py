"""Find what a document talks about: areas of the taxonomy, by their words.

In:   a page.
Out:  each Area once, in the order of its first mention, with every place it is named.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

import ahocorasick_rs

from shuttle.lexicons.areas import all_areas
from shuttle.reading.page import Page
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Area

__all__ = ["AreaHit", "area_hits", "areas_of", "find_areas"]

#: Where an area is named: the half-open span in the text, and its name.
AreaHit = tuple[int, int, str]


_NOT_DISCUSSED = re.compile(
    r"(?<!\w)(?:was|were) not (?:discussed|raised|mentioned|touched)|did not (?:discuss|raise|mention|come up|touch)|without (?:discussing|raising|mentioning)"
)


_SILENT = frozenset(["not", "without"])


@functools.cache
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    table = {word: area.name for area in all_areas() for word in area.words}
    words = list(table)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, [table[word] for word in words]


def _hits(lowered: str, start: int, end: int) -> list[AreaHit]:
    automaton, names = _lexicon()
    passage = lowered[start:end]
    size = len(passage)
    found = []
    for index, first, last in automaton.find_matches_as_indexes(passage):
        if (first and (passage[first - 1].isalnum())) or (last < size and passage[last].isalnum()):
            continue
        found.append((start + first, start + last, names[index]))
    return found


def area_hits(page: Page) -> list[AreaHit]:
    """Return every place of a page that names an area, in order."""
    return _hits(page.lowered, 0, len(page.lowered))


def areas_of(page: Page, start: int, end: int) -> tuple[str, ...]:
    """Return the names of the areas that [start, end) of the text speaks of, each once."""
    return tuple(dict.fromkeys(name for _, _, name in _hits(page.lowered, start, end)))


def find_areas(page: Page) -> tuple[Area, ...]:
    """Return the areas of a page."""
    found: dict[str, list[Evidence]] = {}
    silent = [
        (line.sentence.start, line.sentence.end)
        for line in page.lines
        if not _SILENT.isdisjoint(line.words) and _NOT_DISCUSSED.search(line.skeleton.shape)
    ]
    for start, end, name in _hits(page.lowered, 0, len(page.lowered)):
        nearest = bisect_right(silent, (start, len(page.text))) - 1
        if nearest >= 0 and start < silent[nearest][1]:
            continue
        found.setdefault(name, []).append(Evidence.of(page.text, start, end))
    return tuple(Area(name, tuple(evidence)) for name, evidence in found.items())
