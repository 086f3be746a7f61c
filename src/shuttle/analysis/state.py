"""Where a relationship stands on a day: the figures that open a brief.

In:   the account of a pair, and a day.
Out:  what has been held and is planned, gaps, hosts, the turn, what was agreed, what is to follow, and
      where sources differ. What began after the day is left out of everything that looks back.
"""

from __future__ import annotations

from dataclasses import dataclass

from shuttle.analysis.differences import Difference, differences_in
from shuttle.analysis.hosting import HostTally, Turn, tallies, turn
from shuttle.analysis.rhythm import Gap, began_by, gaps, leaders_meetings
from shuttle.records import dates
from shuttle.records.accounts import (
    CommitmentAccount,
    MeetingAccount,
    NextStepAccount,
    PairAccount,
    StatementAccount,
    VisitAccount,
)

__all__ = ["State", "state"]

_AHEAD = frozenset({"planned", "proposed"})
_CALLED_OFF = frozenset({"cancelled", "postponed"})


@dataclass(frozen=True, slots=True)
class State:
    """A pair as of a day.

    Attributes:
        as_of: the day.
        meetings: held, in the order of time; those without a date last.
        unplaced: told of as held, but so vaguely that each may be one of ``meetings``; not among them.
        visits: held, in the order of time.
        leaders_meetings: those that the rhythm counts.
        gaps: between them.
        since_last: days from the last of them to ``as_of``; None if there is none known to the day.
        last: the last held leaders' meeting; failing that, the last held meeting with a date.
        planned: meetings that are planned or proposed and were not to begin before ``as_of``.
        planned_visits: the same for visits.
        overdue: planned or proposed for before ``as_of``, and no source says what came of it.
        called_off: cancelled and postponed meetings and visits.
        agreed: commitments made at ``last``.
        earlier_commitments: all others.
        statements: made about ``last``.
        next_steps: those that are not known to be due before ``as_of``.
        differences: on everything above.
    """

    pair: PairAccount
    as_of: str
    meetings: tuple[MeetingAccount, ...]
    unplaced: tuple[MeetingAccount, ...]
    visits: tuple[VisitAccount, ...]
    leaders_meetings: tuple[MeetingAccount, ...]
    gaps: tuple[Gap, ...]
    since_last: int | None
    tallies: tuple[HostTally, HostTally]
    turn: Turn
    last: MeetingAccount | None
    planned: tuple[MeetingAccount, ...]
    planned_visits: tuple[VisitAccount, ...]
    overdue: tuple[MeetingAccount | VisitAccount, ...]
    called_off: tuple[MeetingAccount | VisitAccount, ...]
    agreed: tuple[CommitmentAccount, ...]
    earlier_commitments: tuple[CommitmentAccount, ...]
    statements: tuple[StatementAccount, ...]
    next_steps: tuple[NextStepAccount, ...]
    differences: tuple[Difference, ...]

    @property
    def next_planned(self) -> MeetingAccount | None:
        """The first planned meeting; one with a date before one without."""
        return self.planned[0] if self.planned else None


def state(pair: PairAccount, as_of: str) -> State:
    """Return where ``pair`` stands on the day ``as_of`` (ISO 8601, to the day).

    Raises:
        RecordError: ``as_of`` is no date.
    """
    dates.check_date(as_of)
    told = tuple(meeting for meeting in pair.meetings if _held_by(meeting, as_of))
    held = tuple(meeting for meeting in told if not meeting.unplaced)
    counting = leaders_meetings(held, as_of)
    dated = [meeting for meeting in held if meeting.start is not None]
    last = counting[-1] if counting else dated[-1] if dated else None
    last_day = (last.end or last.start) if last else None
    ahead = [meeting for meeting in pair.meetings if meeting.status in _AHEAD]
    trips = [visit for visit in pair.visits if visit.status in _AHEAD]
    all_ahead: tuple[MeetingAccount | VisitAccount, ...] = (*ahead, *trips)
    all_accounts: tuple[MeetingAccount | VisitAccount, ...] = (*pair.meetings, *pair.visits)
    agreed = tuple(c for c in pair.commitments if last is not None and c.meeting == last.id)
    return State(
        pair=pair,
        as_of=as_of,
        meetings=held,
        unplaced=tuple(meeting for meeting in told if meeting.unplaced),
        visits=tuple(visit for visit in pair.visits if _held_by(visit, as_of)),
        leaders_meetings=counting,
        gaps=gaps(held, as_of),
        since_last=dates.days_between(last_day, as_of) if last_day else None,
        tallies=tallies(held, pair.countries, as_of, visits=pair.visits),
        turn=turn(held, pair.countries, as_of, visits=pair.visits),
        last=last,
        planned=tuple(meeting for meeting in ahead if not _over(meeting, as_of)),
        planned_visits=tuple(visit for visit in trips if not _over(visit, as_of)),
        overdue=tuple(account for account in all_ahead if _over(account, as_of)),
        called_off=tuple(account for account in all_accounts if account.status in _CALLED_OFF),
        agreed=agreed,
        earlier_commitments=tuple(c for c in pair.commitments if c not in agreed),
        statements=tuple(s for s in pair.statements if last is not None and s.meeting == last.id),
        next_steps=tuple(step for step in pair.next_steps if not _due_before(step.when, as_of)),
        differences=differences_in(pair),
    )


def _held_by(account: MeetingAccount | VisitAccount, as_of: str) -> bool:
    return account.status == "held" and (account.start is None or began_by(account.start, as_of))


def _over(account: MeetingAccount | VisitAccount, as_of: str) -> bool:
    return _due_before(account.end or account.start, as_of)


def _due_before(date: str | None, as_of: str) -> bool:
    """Return whether the last day that ``date`` can mean lies before ``as_of``; None does not."""
    return date is not None and dates.last_day(date) < dates.first_day(as_of)
