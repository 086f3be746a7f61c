"""Dates as precise as the text: `2026`, `2026-01` or `2026-01-13` (ISO 8601, reduced precision).

A date stays a string, since a string says its own precision and sorts. Where words do not settle a date, what
they allow is a string too, in the Extended Date/Time Format (EDTF): an interval of days, months or years
(`2025-10-27/2025-11-02`) or a date with parts unspecified (`XXXX-XX-26`). The functions here are all that the
other rooms need to know about that.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from shuttle.errors import RecordError

__all__ = [
    "agree",
    "allows",
    "check_date",
    "check_edtf",
    "days_between",
    "first_day",
    "last_day",
    "overlap",
    "precision",
]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# What is unspecified is so from the year on: a day without its month, a month or a day of it without its year.
_PARTIAL = re.compile(
    r"XXXX-(?:(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?|XX-(?P<alone>0[1-9]|[12]\d|3[01]))"
)


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


def check_edtf(value: str) -> str:
    """Return ``value`` if it is a date, an interval of two, or either with its year (and month) unspecified.

    Raises:
        RecordError: it is none of these, or its days do not exist or do not follow each other.

    >>> check_edtf("2025-10-27/2025-11-02"), check_edtf("XXXX-XX-26")
    ('2025-10-27/2025-11-02', 'XXXX-XX-26')
    """
    parts = value.split("/")
    partial = [_PARTIAL.fullmatch(part) is not None for part in parts]
    if len(parts) <= 2 and all(partial):
        return value
    if len(parts) > 2 or any(partial):
        raise RecordError(f"{value!r} is no EDTF that Shuttle writes: 2025-10-27/2025-11-02, XXXX-11-16, XXXX-XX-26.")
    ends = [check_date(part) for part in parts]
    if first_day(ends[0]) > last_day(ends[-1]):
        raise RecordError(f"{value!r} ends before it begins. Write the earlier date first.")
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


def allows(edtf: str, start: str, end: str | None = None) -> bool:
    """Return whether something from ``start`` to ``end`` can be what an EDTF string speaks of.

    >>> allows("2025-10-27/2025-11-02", "2025-10-30"), allows("XXXX-XX-26", "2024-05-26"), allows("XXXX-11", "2024-05")
    (True, True, False)
    """
    first, _, last = edtf.partition("/")
    partial = [match for part in (first, last or first) if (match := _PARTIAL.fullmatch(part))]
    if len(partial) < 2:
        return overlap(first, last or None, start, end)
    low, high = (_known_parts(match) for match in partial)
    day, until = first_day(start), last_day(end or start)
    # After a year and a day every day of the calendar has come.
    for _ in range(367):
        here = tuple(part for part, known in zip((day.month, day.day), _mask(partial[0]), strict=True) if known)
        if low <= here <= high or (high < low and (here >= low or here <= high)):
            return True
        if day >= until:
            break
        day += dt.timedelta(1)
    return False


def _mask(match: re.Match[str]) -> tuple[bool, bool]:
    return match["month"] is not None, (match["day"] or match["alone"]) is not None


def _known_parts(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(part) for part in (match["month"], match["day"], match["alone"]) if part)


def agree(one: str | None, other: str | None) -> bool:
    """Return whether two dates can be the same, each to its own precision; None agrees with anything.

    What the words allow agrees with what it allows.

    >>> agree("2026-01", "2026-01-13"), agree("2026-01-13", "2026-01-14"), agree("2026-01/2026-03", "2026-02-03")
    (True, False, True)
    """
    if one is None or other is None or one == other:
        return True
    if not (_DATE.fullmatch(one) and _DATE.fullmatch(other)):
        loose, dated = (one, other) if "X" in one else (other, one)
        if "X" in dated:
            parts = zip(loose.partition("/")[0].split("-"), dated.partition("/")[0].split("-"), strict=False)
            return all("X" in mine + theirs or mine == theirs for mine, theirs in parts)
        start, _, end = dated.partition("/")
        return allows(loose, start, end or None)
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
