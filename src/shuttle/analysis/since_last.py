"""What became of a side's topics between its account of one meeting and of the next.

In:   two meetings of the same parties and the readings of one side's documents on each.
Out:  what vanished, what is new, what is put more weakly or more firmly, what is kept.

The rows are drawn as those of two sides of one meeting are (`shuttle.analysis.comparison`): what was said then
stands on one side, what is said now on the other. That a topic vanished says no more than that: the side's accounts of
the later meeting do not mention it. What is told without an act of speech (who dined where) is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from shuttle.analysis.aligning import align
from shuttle.analysis.omissions import rows_left_out
from shuttle.analysis.quoting import Quote, firmest_of, quote_of, rank_of
from shuttle.analysis.telling import clauses_about, readouts_of
from shuttle.analysis.topic_names import topic_of
from shuttle.analysis.topic_terms import weights_of
from shuttle.records.accounts import MeetingAccount
from shuttle.records.findings import Grade
from shuttle.records.readings import Reading

__all__ = ["CHANGES", "Change", "Changes", "Turn", "changes_since", "last_before"]

Turn = Literal["vanished", "weaker", "stronger", "new", "kept"]

#: What became of a topic -> what that means.
CHANGES: dict[Turn, str] = {
    "vanished": "mentioned then, not now",
    "weaker": "put less firmly now",
    "stronger": "put more firmly now",
    "new": "mentioned now, not then",
    "kept": "mentioned both times",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One topic in a side's accounts of two meetings; ``then`` or ``now`` is empty where it is not mentioned."""

    topic: str
    turn: Turn
    then: tuple[Quote, ...]
    now: tuple[Quote, ...]
    grade_then: Grade | None
    grade_now: Grade | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one side tells of a meeting against what it told of the one before.

    Attributes:
        side: alpha-3 code.
        earlier: the meeting before of which the side gave an account.
        changes: what vanished first, then what is weaker, stronger, new and kept.
    """

    side: str
    earlier: MeetingAccount
    changes: tuple[Change, ...]


def last_before(meeting: MeetingAccount, others: Iterable[MeetingAccount], side: str) -> MeetingAccount | None:
    """Return the last meeting before ``meeting``, of its parties and level, of which ``side`` gave an account."""
    if meeting.start is None:
        return None
    able = [
        other
        for other in others
        if other.id != meeting.id
        and other.status == "held"
        and other.level == meeting.level
        and set(other.countries) == set(meeting.countries)
        and other.start is not None
        and other.start < meeting.start
        and any(other.source(name).side == side for name in other.about)
    ]
    return max(able, key=lambda other: (other.start or "", other.id), default=None)


def changes_since(
    side: str,
    earlier: MeetingAccount,
    earlier_readings: Iterable[Reading],
    meeting: MeetingAccount,
    readings: Iterable[Reading],
) -> Changes:
    """Compare what ``side`` tells of ``meeting`` with what it told of ``earlier``."""
    periods = []
    for label, account, some in (("then", earlier, earlier_readings), ("now", meeting, readings)):
        mine = [reading for reading in readouts_of(account, some) if reading.document.side == side]
        periods += [replace(clause, side=label) for clause in clauses_about(account, mine) if not clause.framing]
    weights = weights_of(periods)
    rows = align(periods, weights, lambda one, other: one.side != other.side)
    rows += rows_left_out(rows, periods, ("then", "now"), weights, meeting.countries)
    found = []
    order = {clause: number for number, clause in enumerate(periods)}
    for row in sorted(rows, key=lambda row: min(order[clause] for clause in row.clauses)):
        clauses = sorted(row.clauses, key=order.__getitem__)
        then, now = (tuple(quote_of(c) for c in clauses if c.side == label) for label in ("then", "now"))
        before, after = firmest_of(then), firmest_of(now)
        if not any(quote.grade for quote in (*then, *now)):
            continue  # the programme of one day, which no other day has
        _, topic = topic_of(row, clauses)
        found.append(Change(topic, _turn(then, now, before, after), then, now, before, after))
    kinds = list(CHANGES)
    return Changes(side, earlier, tuple(sorted(found, key=lambda change: kinds.index(change.turn))))


def _turn(then: Sequence[Quote], now: Sequence[Quote], before: Grade | None, after: Grade | None) -> Turn:
    if not then:
        return "new"
    if not now:
        return "vanished"
    if before is None or after is None or before == after:
        return "kept"
    return "stronger" if rank_of(after) < rank_of(before) else "weaker"
