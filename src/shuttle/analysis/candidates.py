"""The days that suit a meeting best, each with the points for and against it and the reason of each point.

In:   a window, the host, how many days the meeting takes, what is off in either country, forums, anniversaries,
      deadlines.
Out:  candidates, the best first.

A candidate is a run of days of which none is a holiday or weekend of either country, and none a day of a summit to
which either belongs. Points are added as `POINTS` has them; of equals the nearer to the day aimed at comes
first, then the earlier. Of each week only the best run is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.days_off import is_free
from shuttle.analysis.window import Window
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.records import dates

__all__ = ["POINTS", "AnniversaryDay", "Candidate", "Point", "PointRule", "candidates"]

PointRule = Literal[
    "usual",
    "near usual",
    "anniversary",
    "round anniversary",
    "forum in host",
    "before forum",
    "before deadline",
    "beside holiday",
    "around summit",
]

# What each rule gives, and for what.
POINTS: dict[PointRule, tuple[int, str]] = {
    "usual": (2, "within 7 days of the day aimed at"),
    "near usual": (1, "within 21 days of the day aimed at"),
    "anniversary": (1, "within 3 days of a day that the two share"),
    "round anniversary": (2, "within 3 days of an anniversary of a number of years that can be divided by five"),
    "forum in host": (2, "within 3 days of a forum of both in the host's country: both are there anyway"),
    "before forum": (1, "within 14 days before a summit of both: positions can be agreed beforehand"),
    "before deadline": (1, "within 30 days before a commitment is due"),
    "beside holiday": (-1, "next to a public holiday of one of the two"),
    "around summit": (-1, "the day before or after a summit elsewhere to which one of the two belongs"),
}
_MOST = 5


@dataclass(frozen=True, slots=True)
class AnniversaryDay:
    """An anniversary: its day (ISO 8601), of what, after how many years, and the meeting's id if it is of one."""

    day: str
    event: str
    years: int
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Points that a candidate has under a rule, and what they are for (a forum, a holiday), in its own words."""

    rule: PointRule
    points: int
    what: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of days: first and last day (ISO 8601, both included), its points, and where they come from."""

    start: str
    end: str
    points: int
    reasons: tuple[Point, ...]


def candidates(
    window: Window,
    host: str | None,
    days: int,
    alpha2: dict[str, str],
    holidays: Iterable[tuple[str, str]],
    forums: Sequence[ForumMeeting],
    anniversaries: Sequence[AnniversaryDay],
    deadlines: Iterable[str],
) -> tuple[Candidate, ...]:
    """Return the best runs of days in ``window``; () if it has none that is free.

    Args:
        host: alpha-3 code of the host; None if it is nobody's turn.
        days: how many days the meeting takes, at least 1.
        alpha2: alpha-2 codes of the two by their alpha-3 codes.
        holidays: of either, as (day, name).
        forums: of one or both of the two.
        anniversaries: in the window or near it.
        deadlines: days, months or years by which something is due.
    """
    if window.start is None or window.end is None or window.aim is None:
        return ()
    pair = frozenset(alpha2)
    named = dict(holidays)
    due = sorted({dates.last_day(day) for day in deadlines})
    aim = window.aim
    summits = [(forum, *_span(forum)) for forum in sorted(forums, key=lambda forum: forum.order) if forum.dated]
    free: list[Candidate] = []
    for offset in range((window.end - window.start).days - days + 2):
        first = window.start + dt.timedelta(offset)
        last = first + dt.timedelta(days - 1)
        run = [first + dt.timedelta(number) for number in range(days)]
        if not all(is_free(code, day) for day in run for code in alpha2.values()):
            continue
        if any(forum.kind == "leaders" and begins <= last and first <= ends for forum, begins, ends in summits):
            continue
        points = _once(_points(first, last, aim, host, pair, named, summits, anniversaries, due))
        free.append(Candidate(first.isoformat(), last.isoformat(), sum(p.points for p in points), tuple(points)))
    free.sort(key=lambda c: (-c.points, abs((dt.date.fromisoformat(c.start) - aim).days), c.start))
    best: dict[tuple[int, int], Candidate] = {}
    for candidate in free:
        best.setdefault(dt.date.fromisoformat(candidate.start).isocalendar()[:2], candidate)
    return tuple(best.values())[:_MOST]


def _points(
    first: dt.date,
    last: dt.date,
    aim: dt.date,
    host: str | None,
    pair: frozenset[str],
    holidays: dict[str, str],
    summits: Sequence[tuple[ForumMeeting, dt.date, dt.date]],
    anniversaries: Sequence[AnniversaryDay],
    due: Sequence[dt.date],
) -> Iterable[Point]:
    far = abs((first - aim).days)
    if far <= 21:
        yield _point("usual" if far <= 7 else "near usual", aim.isoformat())
    remembered = [
        item
        for item in anniversaries
        if _between(dt.date.fromisoformat(item.day), first, last) <= 3 and (item.meeting is None or item.years % 5 == 0)
    ]
    if remembered:
        best = min(remembered, key=lambda item: (item.years % 5 != 0, item.day, item.event))
        yield _point("round anniversary" if best.years % 5 == 0 else "anniversary", f"{best.event}, {best.day}")
    for forum, begins, ends in summits:
        both = pair <= set(forum.members)
        apart = (begins - last).days if begins > last else (first - ends).days
        at_home = host is not None and forum.country == host
        if both and at_home and apart <= 3:
            yield _point("forum in host", forum.label)
        elif forum.kind == "leaders" and not at_home and apart <= 1:
            yield _point("around summit", forum.label)
        if both and forum.kind == "leaders" and 1 < (begins - last).days <= 14:
            yield _point("before forum", forum.label)
    if near := next((day for day in due if 0 <= (day - last).days <= 30), None):
        yield _point("before deadline", near.isoformat())
    for day in (first - dt.timedelta(1), last + dt.timedelta(1)):
        if name := holidays.get(day.isoformat()):
            yield _point("beside holiday", name)
            break


def _once(points: Iterable[Point]) -> list[Point]:
    """Return each rule's first point: two summits ahead are no better than one."""
    first: dict[PointRule, Point] = {}
    for point in points:
        first.setdefault(point.rule, point)
    return list(first.values())


def _point(rule: PointRule, what: str) -> Point:
    return Point(rule, POINTS[rule][0], what)


def _between(day: dt.date, first: dt.date, last: dt.date) -> int:
    """Return the days from ``day`` to the nearest of ``first`` to ``last``; 0 if it is among them."""
    return max((first - day).days, (day - last).days, 0)


def _span(forum: ForumMeeting) -> tuple[dt.date, dt.date]:
    return dates.first_day(forum.start), dates.last_day(forum.end or forum.start)
