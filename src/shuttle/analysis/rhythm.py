"""When a pair met, and how long it took until they met again.

In:   meeting accounts.
Out:  those that count, in the order of time, and the gaps between them with the claims of both dates.

What counts for the rhythm unless another rule is asked for (`shuttle.analysis.cadence`): meetings of leaders that
were held in person. A text so vague that it may tell
of any of several meetings adds none. A gap is known in days only
if both meetings are known to the day; else it is about so many days, and says so.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from shuttle.analysis.leaders import leaders_met
from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount, VisitAccount
from shuttle.records.claims import Claim

__all__ = ["RHYTHM_RULE", "Gap", "began_by", "gaps", "gaps_between", "leaders_meetings", "middle"]

RHYTHM_RULE = (
    "Held meetings of leaders in person, at home and beside forums; from the last day of one to the first of the next."
)


@dataclass(frozen=True, slots=True)
class Gap:
    """The time from the end of one meeting to the start of the next.

    Attributes:
        days: None if one of the two dates is not known to the day.
        about_days: the same reckoned from the middle of what the dates can mean; equal to ``days`` if known.
    """

    earlier: MeetingAccount | VisitAccount
    later: MeetingAccount | VisitAccount
    days: int | None
    about_days: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of both dates."""
        last = self.earlier.field("end").claims or self.earlier.field("start").claims
        return last + self.later.field("start").claims


def leaders_meetings(
    meetings: Iterable[MeetingAccount], as_of: str | None = None, *, calls: bool = False
) -> tuple[MeetingAccount, ...]:
    """Return the held meetings of leaders in person with a date, in the order of time.

    Args:
        meetings: in any order.
        as_of: a day; later meetings are left out.
        calls: count calls by telephone and video too.
    """
    counting = [
        meeting
        for meeting in meetings
        if meeting.status == "held"
        and not meeting.unplaced
        and leaders_met(meeting)
        and (calls or meeting.mode in (None, "in person"))
        and meeting.start is not None
        and began_by(meeting.start, as_of)
    ]
    return tuple(sorted(counting, key=lambda m: (middle(m.start or ""), m.start_time or "", m.id)))


def began_by(start: str, as_of: str | None) -> bool:
    """Return whether something that starts at ``start`` can have begun on the day ``as_of``; all has if None.

    >>> began_by("2026-01", "2026-01-13"), began_by("2026-02", "2026-01-13")
    (True, False)
    """
    return as_of is None or dates.first_day(start) <= dates.last_day(as_of)


def gaps(meetings: Iterable[MeetingAccount], as_of: str | None = None) -> tuple[Gap, ...]:
    """Return the gaps between successive leaders' meetings, the first first."""
    return gaps_between(leaders_meetings(meetings, as_of))


def gaps_between(events: Iterable[MeetingAccount | VisitAccount]) -> tuple[Gap, ...]:
    """Return the gaps between successive ``events``, which stand in the order of time and have dates."""
    return tuple(_gap(earlier, later) for earlier, later in itertools.pairwise(events))


def _gap(earlier: MeetingAccount | VisitAccount, later: MeetingAccount | VisitAccount) -> Gap:
    left = earlier.end or earlier.start or ""
    arrived = later.start or ""
    days = dates.days_between(left, arrived)
    about = (middle(arrived) - middle(left)).days
    # Of two who came at once, one may have stayed longer than the other waited.
    return Gap(earlier, later, days if days is None else max(days, 0), max(about, 0))


def middle(date: str) -> dt.date:
    """Return the middle of the days that ``date`` can mean.

    >>> middle("2026-02")
    datetime.date(2026, 2, 14)
    """
    first, last = dates.first_day(date), dates.last_day(date)
    return first + (last - first) // 2
