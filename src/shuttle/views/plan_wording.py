"""How the reasons of a plan read: points of a candidate, the window, a forum."""

from __future__ import annotations

import datetime as dt

from shuttle.analysis.candidates import POINTS, Point
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.views.wording import CountryName, clean, date_words, day_words

__all__ = ["day_with_weekday", "forum_words", "point_words", "points_word", "run_words"]


def point_words(point: Point) -> str:
    """Return a point with its reason.

    >>> point_words(Point("beside holiday", -1, "Children's Day"))
    "next to a public holiday of one of the two: Children's Day (-1)"
    """
    sentence = POINTS[point.rule][1]
    what = day_words(point.what) if point.rule in ("usual", "near usual", "before deadline") else clean(point.what)
    return f"{sentence}: {what} ({point.points:+d})"


def points_word(points: int) -> str:
    """Return ``1 point``, ``2 points``."""
    return f"{points} point" if abs(points) == 1 else f"{points} points"


def run_words(start: str, end: str) -> str:
    """Return a run of days with its days of the week.

    >>> run_words("2026-03-12", "2026-03-13")
    'Thursday to Friday, 12–13 March 2026'
    """
    first, last = (dt.date.fromisoformat(day).strftime("%A") for day in (start, end))
    return f"{first if start == end else f'{first} to {last}'}, {date_words(start, end)}"


def day_with_weekday(day: str) -> str:
    """Return a day with its day of the week.

    >>> day_with_weekday("2026-05-05")
    'Tuesday 5 May 2026'
    """
    return f"{dt.date.fromisoformat(day).strftime('%A')} {day_words(day)}"


def forum_words(forum: ForumMeeting, country_name: CountryName) -> str:
    """Return a forum with its days and place, as far as they are known."""
    place = clean(forum.city or "")
    country = country_name(forum.country) if forum.country else ""
    where = ", ".join(part for part in (place, country) if part)
    when = date_words(forum.start, forum.end) if forum.start else "no date announced"
    return f"{clean(forum.label)}: {when}{f', {where}' if where else ''}"
