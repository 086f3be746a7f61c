"""Dates as precise as the text: `2026`, `2026-01` or `2026-01-13` (ISO 8601, reduced precision).

A date stays a string, since a string says its own precision and sorts. The functions here
are all that the other rooms need to know about that.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from shuttle.errors import RecordError

__all__ = ["agree", "check_date", "days_between", "first_day", "last_day", "overlap", "precision"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check_date(value: str) -> str:
    """Return ``value`` if it is a year, month or day that exists; else raise `RecordError`.

    >>> check_date("2026-01")
    '2026-01'
    """
    match = _DATE.fullmatch(value)
    if not match:
        raise RecordError(f"{value!r} is not a date. Write a year, a month or a day: 2026, 2026-01, 2026-01-13.")
    try:
        first_day(value)
    except ValueError as error:
        raise RecordError(f"{value!r} is not a date: {error}. Correct the month or the day.") from error
    return value


def precision(value: str) -> str:
    """Return ``"year"``, ``"month"`` or ``"day"``.

    >>> precision("2026-01")
    'month'
    """
    return {4: "year", 7: "month", 10: "day"}[len(value)]


def first_day(value: str) -> dt.date:
    """Return the first day that ``value`` can mean.

    >>> first_day("2026-02")
    datetime.date(2026, 2, 1)
    """
    parts = [int(part) for part in value.split("-")]
    return dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(value: str) -> dt.date:
    """Return the last day that ``value`` can mean.

    >>> last_day("2026-02")
    datetime.date(2026, 2, 28)
    """
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31)
    if len(parts) == 2:
        return dt.date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return dt.date(*parts)


def agree(one: str | None, other: str | None) -> bool:
    """Return whether two dates can be the same, each to its own precision; None agrees with anything.

    >>> agree("2026-01", "2026-01-13"), agree("2026-01-13", "2026-01-14")
    (True, False)
    """
    if one is None or other is None:
        return True
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def overlap(start: str | None, end: str | None, other_start: str | None, other_end: str | None) -> bool:
    """Return whether two intervals can share a day; an unknown start can be any day.

    A missing end means that the interval ends on the day (month, year) it began.

    >>> overlap("2026-01-13", "2026-01-14", "2026-01-14", None)
    True
    """
    if start is None or other_start is None:
        return True
    return first_day(start) <= last_day(other_end or other_start) and first_day(other_start) <= last_day(end or start)


def days_between(earlier: str, later: str) -> int | None:
    """Return the days from one day to another, or None unless both are known to the day.

    >>> days_between("2025-10-30", "2026-01-13")
    75
    """
    if len(earlier) < 10 or len(later) < 10:
        return None
    return (first_day(later) - first_day(earlier)).days
