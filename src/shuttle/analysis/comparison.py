"""What each side tells of one meeting, topic by topic: in its own words, or not at all.

In:   a meeting's account, and the readings of the documents that are about it.
Out:  a Comparison: rows of facts and rows of topics, each with a cell for each side that published.

A row of topics says why its cells stand together (the terms that they share) and in which way they differ:

- ``same``: the sides put it as firmly as each other, or at least one puts it in no act of speech;
- ``strength``: one is firmer than the other (`Grade`);
- ``fact``: they give other numbers for one thing;
- ``contradiction``: one says that what the other tells of was not done;
- ``only``: not every side that published mentions it;
- ``others``: no side does, another account does.

"Not mentioned" is said only where no clause of a side's documents shares enough; what comes nearest is shown then.
The order in which documents are given changes nothing, and the sides change places freely.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from shuttle.analysis.aligning import NEAR, Link, Row, align, of_one_thing
from shuttle.analysis.compared_facts import FactRow, compare_facts
from shuttle.analysis.omissions import rows_left_out
from shuttle.analysis.quantities import differing_quantities
from shuttle.analysis.quoting import Quote, firmest_of, quote_of, rank_of
from shuttle.analysis.telling import clauses_about, readouts_of
from shuttle.analysis.topic_names import topic_of
from shuttle.analysis.topic_terms import Clause, Term, runs, shared_weight, weights_of
from shuttle.records.accounts import MeetingAccount
from shuttle.records.claims import Source
from shuttle.records.findings import Grade
from shuttle.records.readings import Reading

__all__ = ["WAYS_OF_ROWS", "Comparison", "Nearest", "RowWay", "TopicRow", "compare"]

RowWay = Literal["contradiction", "fact", "strength", "only", "same", "others"]

#: In which way the cells of a row differ -> what that means.
WAYS_OF_ROWS: dict[RowWay, str] = {
    "contradiction": "one denies what the other tells",
    "fact": "they give different facts",
    "strength": "one puts it more firmly than the other",
    "only": "not every side mentions it",
    "same": "no difference in strength or fact",
    "others": "neither side mentions it, another account does",
}


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a side that does not mention a topic says that comes nearest to it, and the words that are shared."""

    quote: Quote
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic.

    Attributes:
        topic: its name, in words of the documents or of the taxonomy of areas.
        way: in which way the sides differ.
        shared: the terms that put the cells together, weightiest first; of a row with one cell, what it speaks of.
        cells: for each side that published its words, or None: not mentioned.
        others: what other accounts say of it.
        grades: for each side its firmest grade; None where it is silent or has no speech act.
        firmest: sides that put it most firmly, where ``way`` is ``strength``.
        figures: for ``fact`` the unit and what each side gives, such as ``("minutes", {"KOR": "100"})``.
        own: whether each side tells only of what its own leader, or nobody, did.
        nearest: for sides that do not mention it, what comes nearest; no entry where nothing does.
    """

    topic: str
    way: RowWay
    shared: tuple[str, ...]
    cells: Mapping[str, tuple[Quote, ...] | None]
    others: tuple[Quote, ...] = ()
    grades: Mapping[str, Grade | None] = field(default_factory=dict)
    firmest: tuple[str, ...] = ()
    figures: tuple[tuple[str, Mapping[str, str]], ...] = ()
    own: bool = False
    nearest: Mapping[str, Nearest] = field(default_factory=dict)

    @property
    def mentioned_by(self) -> tuple[str, ...]:
        """The sides that mention it."""
        return tuple(side for side, cell in self.cells.items() if cell)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the sides of a meeting tell of it.

    Attributes:
        meeting: its account.
        sides: the parties of which the ledger holds an account of their own, in the order of the meeting's countries.
        silent: the other parties: the ledger holds nothing of theirs.
        sources: the documents compared, in the order of publication.
        facts: when, where, how long, who, which one: first those on which the sides differ.
        topics: in the order of the first side's text; what only others mention comes last.
    """

    meeting: MeetingAccount
    sides: tuple[str, ...]
    silent: tuple[str, ...]
    sources: tuple[Source, ...]
    facts: tuple[FactRow, ...]
    topics: tuple[TopicRow, ...]

    def rows(self, way: RowWay) -> tuple[TopicRow, ...]:
        """Return the topics whose sides differ in this way."""
        return tuple(row for row in self.topics if row.way == way)


def compare(meeting: MeetingAccount, readings: Iterable[Reading]) -> Comparison:
    """Compare what the documents on one meeting tell of it.

    Args:
        meeting: its account.
        readings: those of its documents (`MeetingAccount.document_ids`), in any order, with their texts. What is about
            another meeting, or was written before this one was held, is passed over.
    """
    held = readouts_of(meeting, readings)
    sides = tuple(code for code in meeting.countries if any(reading.document.side == code for reading in held))
    clauses = clauses_about(meeting, held)
    weights = weights_of(clauses)
    mine = [clause for clause in clauses if clause.side in sides]
    rows = align(mine, weights, lambda one, other: one.side != other.side)
    rows += rows_left_out(rows, mine, sides, weights, meeting.countries)
    rest = _given_to(rows, [clause for clause in clauses if clause.side not in sides], weights)
    topics = [_topic_row(row, others, sides, mine, weights) for row, others in rest]
    order = {clause: number for number, clause in enumerate(clauses)}
    ranked = sorted(zip(rest, topics, strict=True), key=lambda pair: _place(pair[0], sides, order))
    return Comparison(
        meeting,
        sides,
        tuple(code for code in meeting.countries if code not in sides),
        tuple(source for source in meeting.sources if source.document_id in {r.document.id for r in held}),
        compare_facts(meeting, sides, frozenset(reading.document.id for reading in held)),
        tuple(topic for _, topic in ranked),
    )


# --- rows ---


def _given_to(
    rows: Sequence[Row], others: Sequence[Clause], weights: Mapping[Term, float]
) -> list[tuple[Row, list[Clause]]]:
    """Return each row with what other accounts say of it, and a row of its own for each topic that only they have."""
    given: list[tuple[Row, list[Clause]]] = [(row, []) for row in rows]
    left = []
    for clause in others:
        scores = [
            (sum(shared_weight(clause, one, weights).values()), -number, one)
            for number, (row, _) in enumerate(given)
            for one in row.clauses
        ]
        best = max(scores, key=lambda score: score[:2], default=None)
        tells = sum(weights[term] * share for term, share in clause.terms.items())
        if best and of_one_thing(best[0], tells):
            for row, mine in given:
                if best[2] in row.clauses:
                    mine.append(clause)
                    break
        elif clause.point.grade and clause.point.by and not clause.framing:
            left.append(clause)  # what the parties did; the rest is the reporter's own story
    alone = align(left, weights, lambda one, other: one.document_id != other.document_id)
    return given + [(Row([], terms=row.terms), list(row.clauses)) for row in alone]


def _place(pair: tuple[Row, list[Clause]], sides: Sequence[str], order: Mapping[Clause, int]) -> tuple[int, int]:
    row, others = pair
    for number, side in enumerate(sides):
        mine = [order[clause] for clause in row.clauses if clause.side == side]
        if mine:
            return number, min(mine)
    return len(sides), min(order[clause] for clause in others)


def _topic_row(
    row: Row,
    others: Sequence[Clause],
    sides: Sequence[str],
    all_clauses: Sequence[Clause],
    weights: Mapping[Term, float],
) -> TopicRow:
    cells = {side: _cell(clause for clause in row.clauses if clause.side == side) for side in sides}
    grades = {side: firmest_of(cell) for side, cell in cells.items()}
    said = [side for side, cell in cells.items() if cell]
    ordered = sorted(row.clauses, key=lambda clause: (clause.document_id, clause.place))
    shared, topic = topic_of(row, ordered or others)
    figures = differing_quantities({side: cells[side] or () for side in said}, _pairs(row)) if len(said) > 1 else ()
    way = _way(row, said, sides, grades, bool(figures))
    ranks = {side: rank_of(grades[side]) for side in said}
    firmest = tuple(side for side in said if ranks[side] == min(ranks.values())) if way == "strength" else ()
    return TopicRow(
        topic,
        way,
        shared,
        cells,
        _cell(others) or (),
        grades,
        firmest,
        figures if way == "fact" else (),
        len(said) > 1 and _own(cells, said),
        {
            side: near
            for side in sides
            if not cells[side] and said and (near := _nearest(row, side, all_clauses, weights))
        },
    )


def _cell(clauses: Iterable[Clause]) -> tuple[Quote, ...] | None:
    quotes = sorted(
        {quote_of(clause) for clause in clauses}, key=lambda quote: (quote.document_id, quote.evidence.start)
    )
    return tuple(quotes) or None


def _pairs(row: Row) -> list[tuple[Quote, Quote]]:
    return [(quote_of(link.one), quote_of(link.other)) for link in row.links]


def _way(
    row: Row, said: Sequence[str], sides: Sequence[str], grades: Mapping[str, Grade | None], figures: bool
) -> RowWay:
    if not said:
        return "others"
    if any(map(_contradicts, row.links)):
        return "contradiction"
    if figures:
        return "fact"
    told = {grade for side in said if (grade := grades[side]) is not None}
    if len(said) > 1 and len(told) > 1:
        return "strength"
    return "same" if len(said) == len(sides) and len(sides) > 1 else "only"


def _contradicts(link: Link) -> bool:
    """Return whether one clause says that what the other tells was not done.

    "It was not agreed" contradicts "it was agreed", not "it was discussed"; "it was not discussed" contradicts all.
    """
    one, other = link.one.point, link.other.point
    if one.denied == other.denied:
        return False
    denied, told = (one, other) if one.denied else (other, one)
    if told.grade is None:
        return False
    return denied.grade in _OF_TALK or rank_of(told.grade) <= rank_of(denied.grade)


# "was not discussed", "did not mention": then nothing was said of it at all.
_OF_TALK = ("discussed", "explained", "listened")


def _own(cells: Mapping[str, Sequence[Quote] | None], said: Sequence[str]) -> bool:
    acting = {side: {code for quote in cells[side] or () for code in quote.who} for side in said}
    return all(who == {side} for side, who in acting.items())


def _nearest(row: Row, side: str, clauses: Sequence[Clause], weights: Mapping[Term, float]) -> Nearest | None:
    best: tuple[float, Clause, Mapping[Term, float]] | None = None
    for mine in row.clauses:
        for other in clauses:
            if other.side == side:
                shared = shared_weight(mine, other, weights)
                weight = sum(shared.values())
                if weight >= NEAR and (best is None or weight > best[0] + 1e-9):
                    best = weight, other, shared
    if best is None:
        return None
    quote = quote_of(best[1])
    ranked = sorted(best[2], key=lambda term: (-best[2][term], term))
    words = frozenset(key for kind, key in ranked if kind in ("word", "proper"))
    named = [key for kind, key in ranked if kind in ("name", "area")]
    return Nearest(quote, tuple(dict.fromkeys([*runs(quote.evidence.quote, words), *named])))
