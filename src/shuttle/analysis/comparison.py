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

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from shuttle.analysis.aligning import ENOUGH, NEAR, Link, Row, align
from shuttle.analysis.compared_facts import FactRow, compare_facts
from shuttle.analysis.omissions import left_out
from shuttle.analysis.quantities import differing_quantities
from shuttle.analysis.topic_terms import Clause, Term, clauses_of, name_of, named_in, party_words, runs, shared_weight, spelt, stems_of, weights_of
from shuttle.lexicons.places import all_places
from shuttle.records.accounts import MeetingAccount
from shuttle.records.claims import Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Grade
from shuttle.records.readings import Reading

__all__ = [
    "GRADES",
    "WAYS_OF_ROWS",
    "Comparison",
    "Nearest",
    "Quote",
    "RowWay",
    "TopicRow",
    "clauses_about",
    "compare",
    "firmest_of",
    "quote_of",
    "rank_of",
    "readouts_of",
    "rows_left_out",
    "topic_of",
]

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

#: The grades of a speech act, the firmest first.
GRADES: tuple[Grade, ...] = get_args(Grade)


@dataclass(frozen=True, slots=True)
class Quote:
    """A clause of a document, in its own words.

    Attributes:
        evidence: where it stands in the document, and how it reads.
        opening: the words before it that say what its sentence is about; None where it opens its sentence.
        act: the verb of its speech act as written; None where it has none.
        grade: how firm that act is.
        denied: whether the text says that it was not done.
        who: alpha-3 codes of those said to act.
    """

    document_id: str
    evidence: Evidence
    opening: Evidence | None
    act: str | None
    grade: Grade | None
    denied: bool
    who: tuple[str, ...]


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


def readouts_of(meeting: MeetingAccount, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings that tell of ``meeting`` as held, in the order of publication."""
    order = {name: number for number, name in enumerate(meeting.document_ids)}
    known = [reading for reading in readings if reading.document.id in order]
    held = [
        reading
        for reading in known
        if reading.document.id in meeting.about
        and (main := reading.main_meeting) is not None
        and (main.status == "held" or meeting.status != "held")
    ]
    sides = {reading.document.side for reading in held}
    # Where a side's only account of those days was taken for one of a plan, or of another meeting, it is this one's.
    held += [
        reading
        for reading in known
        if reading.document.side in meeting.countries
        and reading.document.side not in sides
        and _of_those_days(meeting, reading)
    ]
    return sorted(held, key=lambda reading: (order[reading.document.id], reading.document.id))


_DAYS_AFTER = 7


def _of_those_days(meeting: MeetingAccount, reading: Reading) -> bool:
    """Return whether a document that tells of the meeting was published on its day or in the week after."""
    published, start = reading.document.published, meeting.start
    told = any(one.id in meeting.findings for one in reading.meetings)
    if not told or not published or not start or len(published) < 10 or len(start) < 10:
        return False
    days = (dt.date.fromisoformat(published) - dt.date.fromisoformat(start)).days
    return 0 <= days <= _DAYS_AFTER


def clauses_about(meeting: MeetingAccount, readings: Sequence[Reading]) -> list[Clause]:
    """Return the clauses of ``readings``, those marked that only say when, where and how long the meeting was."""
    passed_over = _passed_over(meeting, readings)
    framing = _framing(meeting)
    found: list[Clause] = []
    for reading in readings:
        document = reading.document
        aside = _told_elsewhere(meeting, reading)
        clauses = clauses_of(document.id, document.side, document.text, reading.points, passed_over)
        found.extend(
            replace(clause, framing=_frames(clause, framing.get(document.id, ())))
            for clause in clauses
            if not _BOILERPLATE.fullmatch(clause.evidence.quote.strip()) and not _elsewhere(clause, aside, reading)
        )
    return found


def _told_elsewhere(meeting: MeetingAccount, reading: Reading) -> list[int]:
    """Return where the document turns to a meeting with others: "With Premier Li, the President ..."."""
    mine = [item.start for one in reading.meetings if one.id in meeting.findings for item in one.evidence]
    return [
        start
        for one in reading.meetings
        if one.id not in meeting.findings and one.status == "held" and set(one.countries) - set(meeting.countries)
        for start in [min((item.start for item in one.evidence), default=0)]
        if start > min(mine, default=0)
    ]


def _elsewhere(clause: Clause, aside: Sequence[int], reading: Reading) -> bool:
    """Return whether a clause stands in a paragraph after the words that turn to another meeting."""
    text = reading.document.text
    return any(
        start <= clause.evidence.end and "\n" not in text[start : clause.evidence.start].strip() for start in aside
    )


def _passed_over(meeting: MeetingAccount, readings: Sequence[Reading]) -> frozenset[str]:
    """Return what tells nothing here: the parties, whoever is named as acting or speaking, and the place."""
    people = {entry.name for entry in meeting.people if entry.name}
    for reading in readings:
        people.update(person.name for one in reading.meetings for person in one.people if person.name)
        people.update(one.speaker.name for one in reading.statements if one.speaker.name)
    return party_words(meeting.countries, [*people, *([meeting.place.name] if meeting.place else [])])


def _lies_in(name: str, countries: Sequence[str]) -> bool:
    return any(place.country in countries for place in all_places().get(name, ())[:1])


_FRAMING = ("start", "start_time", "duration_minutes", "ordinal", "sessions")
_BOILERPLATE = re.compile(
    r"(?:the )?(?:outline|summary|overview|gist)(?: of [^.]{1,60})? (?:is|are) as follows[.:]?|"
    r"[^.]{0,80}(?:gave|held) a (?:press )?briefing [^.]*[.]?|[^.]{0,160}\b(?:explained the (?:results|outcome)|briefed (?:reporters|the press)) [^.]*[.]?",
    re.IGNORECASE,
)


def _framing(meeting: MeetingAccount) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, tuple[Evidence, ...]] = {}
    for name in _FRAMING:
        for claim in meeting.field(name).all_claims:
            found[claim.document_id] = found.get(claim.document_id, ()) + claim.evidence
    return found


def _frames(clause: Clause, framing: Sequence[Evidence]) -> bool:
    """Return whether a clause only says when, where and how long, which the rows of facts show."""
    if clause.point.grade not in (None, "explained") or clause.point.denied:
        return False
    if clause.point.grade == "explained" and not _ATTRIBUTED.search(clause.evidence.quote):
        return False
    start, end = clause.evidence.start, clause.evidence.end
    return any(start <= item.start and item.end <= end for item in framing)


_ATTRIBUTED = re.compile(r", (?:[A-Z][\w.'’-]+ ){0,4}(?:said|added|told reporters|explained|noted)[.,]?$")


# --- rows ---


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
        if best and best[0] >= ENOUGH:
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
    row: Row, others: Sequence[Clause], sides: Sequence[str], all_clauses: Sequence[Clause], weights: Mapping[Term, float]
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
        {side: near for side in sides if not cells[side] and said and (near := _nearest(row, side, all_clauses, weights))},
    )


def _cell(clauses: Iterable[Clause]) -> tuple[Quote, ...] | None:
    quotes = sorted(
        {quote_of(clause) for clause in clauses}, key=lambda quote: (quote.document_id, quote.evidence.start)
    )
    return tuple(quotes) or None


def quote_of(clause: Clause) -> Quote:
    """Return a clause as a quotation."""
    point = clause.point
    opening = next((item for item in point.evidence if item.field == "opening"), None)
    return Quote(clause.document_id, clause.evidence, opening, point.act, point.grade, point.denied, point.by)


def rank_of(grade: Grade | None) -> int:
    """Return how firm a grade is, 0 for the firmest; none comes last."""
    return GRADES.index(grade) if grade else len(GRADES)


def firmest_of(cell: Sequence[Quote] | None) -> Grade | None:
    """Return the firmest grade of what is told as done in ``cell``; None where nothing has a grade."""
    done = [quote.grade for quote in cell or () if quote.grade and not quote.denied]
    return min(done, key=rank_of, default=None)


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
    return told.grade is not None and rank_of(told.grade) <= max(rank_of(denied.grade), rank_of("discussed"))\
        if denied.grade in _OF_TALK else told.grade is not None and rank_of(told.grade) <= rank_of(denied.grade)


# "was not discussed", "did not mention": then nothing was said of it at all.
_OF_TALK = ("discussed", "explained", "listened")


def _own(cells: Mapping[str, Sequence[Quote] | None], said: Sequence[str]) -> bool:
    acting = {side: {code for quote in cells[side] or () for code in quote.who} for side in said}
    return all(who == {side} for side, who in acting.items())


def topic_of(row: Row, clauses: Sequence[Clause]) -> tuple[tuple[str, ...], str]:
    """Return the terms of a row in words, weightiest first, and the row's name."""
    words = frozenset(key for kind, key in row.terms if kind in ("word", "proper"))
    quotes = [clause.evidence.quote for clause in clauses]
    found: dict[str, float] = {}
    for quote in quotes:
        names = named_in(quote)
        for run in (*names, *runs(quote, words)):
            weight = sum(weight for (kind, key), weight in row.terms.items() if kind in _WORDS and key in stems_of(run))
            if weight:
                # A name of several words is the best name of a topic.
                found.setdefault(run, weight * (1.5 if run in names and run.count(" ") > 1 else 1.0))
    for (kind, key), weight in row.terms.items():
        if kind == "area":
            found.setdefault(key, 0.7 * weight)
        elif kind == "general":
            found.setdefault(key, weight)
        elif kind == "name":
            label = name_of(key)
            written = any(label.casefold() in quote.casefold() for quote in quotes)
            found[label] = found.get(label, 0.0) + (weight if written or label != key else 0.1 * weight)
    labels: list[str] = []
    together = " ".join(quotes).casefold()
    # Of words that tell as much, the one that the text has first.
    for label in sorted(found, key=lambda label: (-round(found[label], 6), together.find(label.casefold()), label)):
        if not any(label.casefold() in other.casefold() or other.casefold() in label.casefold() for other in labels):
            labels.append(label)
    best = found[labels[0]] if labels else 0.0
    strong = [label for label in labels[:2] if found[label] >= max(0.5 * best, _TELLING)]
    return tuple(labels[:6]), ", ".join(strong) if strong else _first_words(clauses)


_WORDS = ("word", "proper")
# A word that tells less names no topic.
_TELLING = 0.4


def _first_words(clauses: Sequence[Clause]) -> str:
    words = clauses[0].evidence.quote.split() if clauses else []
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


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
