"""What a clause names by the way and another side nowhere: of "Ukraine, China and energy" the energy.

In:   a clause that stands in a row with words of the other sides, and all that those name.
Out:  the parts of the clause that name what the others do not, each with its terms.

A part is what stands between two commas, semicolons or conjunctions. It counts if it has a name, an area or a word
with a capital, and nothing of that is in any clause of the other sides.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from shuttle.analysis.aligning import Row
from shuttle.analysis.topic_terms import BROAD, DEPARTMENT, Clause, Term, name_of, party_words, spelt, word_terms
from shuttle.lexicons.areas import all_areas
from shuttle.lexicons.places import all_places

__all__ = ["left_out", "rows_left_out"]

_PARTS = re.compile(r"[^,;]+?(?=[,;]|$|\s(?:and|or|where|while|as well as|including|through|such as|followed by)\s)")
_ENOUGH = 0.75


def left_out(
    clause: Clause, known: Collection[Term], weights: Mapping[Term, float], passed_over: frozenset[str]
) -> list[dict[Term, float]]:
    """Return the terms of each part of ``clause`` of which the other sides say nothing.

    Args:
        clause: one that is linked with clauses of every other side.
        known: terms of all clauses of the other sides, as `spelt` gives them.
        weights: of every term.
        passed_over: as for `shuttle.analysis.topic_terms.clauses_of`, and the names of places of the parties.
    """
    found: list[dict[Term, float]] = []
    last = -1
    quote = DEPARTMENT.sub(lambda match: " " * len(match.group()), clause.evidence.quote)
    for match in _PARTS.finditer(quote):
        strong = set(_strong_in(match.group(), clause, passed_over))
        new = {term: weights[term] for term in strong}
        if not strong or any(spelt(term) in known for term in strong):
            last = -1
            continue
        if last == match.start() - 1 and found:
            found[-1] |= new
        else:
            found.append(new)
        last = match.end()
    return [terms for terms in found if sum(terms.values()) >= _ENOUGH]


def _strong_in(part: str, clause: Clause, passed_over: frozenset[str]) -> Iterator[Term]:
    yield from (term for term in word_terms(part, passed_over) if term[0] == "proper" and term in clause.terms)
    lowered = part.casefold()
    for area in clause.point.areas:
        if area not in BROAD and any(pattern.search(lowered) for pattern in _words_of(area)):
            yield "area", area
    for name in clause.point.names:
        if ("name", name) in clause.terms and name_of(name).casefold() in lowered and name not in passed_over:
            yield "name", name


@functools.cache
def _words_of(area: str) -> tuple[re.Pattern[str], ...]:
    words = next((entry.words for entry in all_areas() if entry.name == area), ())
    return tuple(re.compile(rf"\b{re.escape(word)}\b") for word in words)


def rows_left_out(
    rows: Sequence[Row],
    clauses: Sequence[Clause],
    sides: Sequence[str],
    weights: Mapping[Term, float],
    countries: Sequence[str],
) -> list[Row]:
    """Return a row for whatever a clause of a row of several sides names and no other side does.

    Places of the parties name no topic.
    """
    known = {side: {spelt(term) for c in clauses if c.side != side for term in c.terms} for side in sides}
    shared = {clause for row in rows if len({one.side for one in row.clauses}) > 1 for clause in row.clauses}
    at_home = frozenset(name for clause in clauses for name in clause.point.names if _lies_in(name, countries))
    passed_over = at_home | party_words((), at_home)
    return [
        Row([clause], terms=terms)
        for clause in clauses
        if clause in shared and not clause.framing and clause.side is not None
        for terms in left_out(clause, known[clause.side], weights, passed_over)
    ]


def _lies_in(name: str, countries: Sequence[str]) -> bool:
    return any(place.country in countries for place in all_places().get(name, ())[:1])
