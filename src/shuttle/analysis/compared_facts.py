"""When, where, how long, who and which one, as each side of a meeting gives it.

In:   a meeting's account and the sides.
Out:  a row for each fact that a side gives, those on which the sides differ first.

Two values differ in fact where the ledger keeps one as differing from the other; what is only less precise agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from shuttle.records.accounts import MeetingAccount
from shuttle.records.claims import Claim, FieldValue

__all__ = ["FactCell", "FactRow", "FactWay", "compare_facts"]

FactWay = Literal["fact", "only", "same"]

_FIELDS = ("start", "start_time", "duration_minutes", "place", "forum", "ordinal")
_ORDER: tuple[FactWay, ...] = ("fact", "only", "same")


@dataclass(frozen=True, slots=True)
class FactCell:
    """What one side, or one other source, gives: the values, each with the claim that has it."""

    values: tuple[Any, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of a meeting.

    Attributes:
        field: a field of the meeting, or ``people``; of a part of the meeting ``duration_minutes`` or ``start_time``.
        part: the format of the part of the meeting that it is about; None for the whole.
        way: ``fact`` where sides differ, ``only`` where not every side gives it, else ``same``.
        cells: for each side what it gives; None where it does not say.
        others: for each other document that gives it, by its id.
    """

    field: str
    part: str | None
    way: FactWay
    cells: Mapping[str, FactCell | None]
    others: Mapping[str, FactCell]


def compare_facts(meeting: MeetingAccount, sides: Sequence[str], documents: frozenset[str]) -> tuple[FactRow, ...]:
    """Return the facts of ``meeting`` as the sides give them in ``documents``, those on which they differ first."""
    rows = [_row(meeting, sides, meeting.field(name), None, documents) for name in _FIELDS]
    for session in meeting.sessions:
        rows.extend(
            _row(meeting, sides, value, session.format, documents)
            for value in (session.start_time, session.duration_minutes)
        )
    rows.append(_people(meeting, sides, documents))
    found = [row for row in rows if row is not None]
    return tuple(sorted(found, key=lambda row: _ORDER.index(row.way)))


def _row(
    meeting: MeetingAccount, sides: Sequence[str], value: FieldValue, part: str | None, documents: frozenset[str]
) -> FactRow | None:
    cells, others = _cells(meeting, sides, [one for one in value.all_claims if one.document_id in documents])
    if not any(cells.values()) and not others:
        return None
    differing = {claim.id for claim in value.differing}
    given = [cell for cell in cells.values() if cell]
    # Two claims that the ledger's value does not agree with may agree with each other.
    kinds = {
        frozenset("" if claim.id not in differing else str(claim.value) for claim in cell.claims) for cell in given
    }
    return FactRow(value.field, part, _way(cells, len(kinds) > 1), cells, others)


def _way(cells: Mapping[str, FactCell | None], differ: bool) -> FactWay:
    if differ:
        return "fact"
    return "same" if cells and all(cells.values()) else "only"


def _cells(
    meeting: MeetingAccount, sides: Sequence[str], claims: Iterable[Claim]
) -> tuple[dict[str, FactCell | None], dict[str, FactCell]]:
    of_sides: dict[str, list[Claim]] = {}
    of_others: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        side = meeting.source(claim.document_id).side
        if side in sides:
            of_sides.setdefault(side or "", []).append(claim)
        else:
            of_others.setdefault(claim.document_id, []).append(claim)
    return (
        {side: _cell(of_sides.get(side)) for side in sides},
        {name: cell for name, some in of_others.items() if (cell := _cell(some))},
    )


def _cell(claims: Sequence[Claim] | None) -> FactCell | None:
    if not claims:
        return None
    values = tuple(dict.fromkeys(claim.value for claim in claims))
    return FactCell(values, tuple(claims))


def _people(meeting: MeetingAccount, sides: Sequence[str], documents: frozenset[str]) -> FactRow | None:
    """Return who each side says took part, each once; a side that names fewer does not contradict."""
    named: dict[str, list[Claim]] = {side: [] for side in sides}
    who: dict[str, set[int]] = {side: set() for side in sides}
    others: dict[str, list[Claim]] = {}
    for number, person in enumerate(meeting.people):
        for claim in person.claims:
            if claim.document_id not in documents:
                continue
            side = meeting.source(claim.document_id).side
            if side in named and side is not None:
                if number not in who[side]:
                    named[side].append(claim)
                who[side].add(number)
            else:
                others.setdefault(claim.document_id, []).append(claim)
    cells = {side: _cell(claims) for side, claims in named.items()}
    if not any(cells.values()):
        return None
    way: FactWay = "same" if len({frozenset(numbers) for numbers in who.values()}) == 1 else "only"
    return FactRow("people", None, way, cells, {name: cell for name, some in others.items() if (cell := _cell(some))})
