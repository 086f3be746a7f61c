"""When two countries may be expected to meet again: from how long they have waited before.

In:   the gaps between their meetings (`shuttle.analysis.rhythm`), the day of the plan, and what was asked for.
Out:  a window of days under a named rule with its figures; or why there is none.

The rule `cadence`: half of all past gaps of the pair lay between the first and the third quartile; the window has
these distances from the last meeting. It is not a forecast: it says when a meeting would be as usual.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.rhythm import Gap
from shuttle.errors import RecordError
from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount

__all__ = [
    "AROUND",
    "FEWEST_GAPS",
    "PREPARATION",
    "WINDOW_RULES",
    "Cadence",
    "Window",
    "WindowRule",
    "cadence",
    "window",
]

WindowRule = Literal["announced", "cadence", "overdue", "asked", "none"]

# Fewer gaps than these have no quartiles worth the name.
FEWEST_GAPS = 4
# Days from the plan to the first day proposed, unless a first day is asked for: a meeting wants preparing.
PREPARATION = 14
# Days that are shown before and after an announced day.
AROUND = 14
# Days that are looked at, at most.
_LONGEST = 800

# What each rule says, for a reader of the plan.
WINDOW_RULES: dict[WindowRule, str] = {
    "announced": f"From {AROUND} days before the day that is announced to {AROUND} days after it.",
    "cadence": (
        "From the first to the third quartile of the days between past meetings of leaders in person, at home "
        "and beside forums, counted from the "
        f"last one, and not before {PREPARATION} days from the plan."
    ),
    "overdue": (
        "The window by cadence is over: as many days as the quartiles lie apart, at least 28, and from "
        f"{PREPARATION} days after the plan."
    ),
    "asked": "The days that were asked for.",
    "none": f"No window: the quartiles of the days between meetings need {FEWEST_GAPS} gaps, and none were asked for.",
}


@dataclass(frozen=True, slots=True)
class Cadence:
    """How long a pair waited between meetings, in whole days.

    Attributes:
        gaps: in the order of time.
        approximate: how many of them have an end that is known to the month or year only, and was taken in its middle.
        first, median, third: quartiles, inclusive of the shortest and the longest; None if there are too few.
    """

    gaps: tuple[Gap, ...]
    approximate: int
    first: int | None
    median: int | None
    third: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """Days from which one is proposed.

    Attributes:
        start, end: first and last day, both included; None under the rule ``none``.
        aim: the day in it that suits best by the rule alone: under ``cadence`` the one at the median gap from the last
            meeting, under ``overdue`` the first, under ``asked`` the middle.
        rule: name of the rule (`WINDOW_RULES`).
        cut: whether it was cut by days that were asked for.
        anchor: the meeting from which it is counted.
        cadence: the figures.
    """

    start: dt.date | None
    end: dt.date | None
    aim: dt.date | None
    rule: WindowRule
    cut: bool
    anchor: MeetingAccount | None
    cadence: Cadence


def cadence(gaps: Sequence[Gap]) -> Cadence:
    """Return the quartiles of ``gaps``.

    A gap between two meetings of which both are known by the same month alone is no gap that could be told.
    """
    told = tuple(gap for gap in gaps if gap.days is not None or gap.about_days > 0)
    days = [gap.about_days for gap in told]
    rough = sum(1 for gap in told if gap.days is None)
    if len(days) < FEWEST_GAPS:
        return Cadence(told, rough, None, None, None)
    first, median, third = (round(value) for value in statistics.quantiles(days, n=4, method="inclusive"))
    return Cadence(told, rough, first, median, third)


def window(
    gaps: Sequence[Gap],
    last: MeetingAccount | None,
    as_of: str,
    since: str | None = None,
    until: str | None = None,
    fixed: MeetingAccount | None = None,
) -> Window:
    """Return the window for the next meeting.

    Args:
        gaps: between the leaders' meetings of the pair.
        last: the last of these.
        as_of: the day of the plan.
        fixed: a meeting that is announced for a day; then the window lies around it, whatever was asked for.
        since, until: days asked for; they cut the window by cadence, and where they do not meet it take its place.

    Raises:
        RecordError: a date is none, ``until`` lies before ``since``, or more than two years are asked for.
    """
    today = dates.last_day(dates.check_date(as_of))
    asked_first = dates.first_day(dates.check_date(since)) if since else None
    asked_last = dates.last_day(dates.check_date(until)) if until else None
    figures = cadence(gaps)
    if fixed is not None and fixed.start is not None:
        day, over = dates.first_day(fixed.start), dates.last_day(fixed.end or fixed.start)
        around = dt.timedelta(AROUND)
        return Window(day - around, over + around, day, "announced", False, last, figures)
    earliest = today + dt.timedelta(PREPARATION)
    start: dt.date | None = None
    end: dt.date | None = None
    aim: dt.date | None = None
    rule: WindowRule = "none"
    if last and last.start and figures.first is not None and figures.third is not None and figures.median is not None:
        anchor = _middle(last.end or last.start)
        aim = anchor + dt.timedelta(figures.median)
        start, end, rule = anchor + dt.timedelta(figures.first), anchor + dt.timedelta(figures.third), "cadence"
        if end < earliest:
            length = max(figures.third - figures.first, 28)
            start, end, rule = earliest, earliest + dt.timedelta(length), "overdue"
            aim = start
        start = max(start, earliest)
    if asked_first is None and asked_last is None:
        return Window(start, end, _clamped(aim, start, end), rule, False, last, figures)
    usual = (start, end)
    start = max(filter(None, (start, asked_first)), default=earliest)
    end = min(filter(None, (end, asked_last)), default=start + dt.timedelta(90))
    if start > end or rule == "none":
        start = asked_first or earliest
        end = asked_last or start + dt.timedelta(90)
        rule, aim = "asked", start + (end - start) // 2
    if start > end:
        raise RecordError(f"no day lies from {start} to {end}. Ask for an --until that is not before --from.")
    if (end - start).days > _LONGEST:
        raise RecordError(
            f"from {start} to {end} are more than {_LONGEST} days. Ask for fewer with --from and --until."
        )
    cut = (start, end) != usual and rule != "asked"
    return Window(start, end, _clamped(aim, start, end), rule, cut, last, figures)


def _clamped(aim: dt.date | None, start: dt.date | None, end: dt.date | None) -> dt.date | None:
    """Return the day from ``start`` to ``end`` that is nearest to ``aim``."""
    return None if aim is None or start is None or end is None else min(max(aim, start), end)


def _middle(date: str) -> dt.date:
    first, last = dates.first_day(date), dates.last_day(date)
    return first + (last - first) // 2
