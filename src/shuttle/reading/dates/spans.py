"""Say what an expression allows where it settles no date: "last week", "a few months ago", "on the 26th".

In:   an Expression, and what it is resolved against.
Out:  EDTF: an interval of days, months or years, or a date with its year (and month) unspecified. None where the
      words tell nothing of the calendar.

An interval is as wide as the words are loose, and its ends are as exact as their unit: days for days and weeks,
months for months, years for years.
"""

from __future__ import annotations

import datetime as dt

from shuttle.reading.dates.forms import Expression
from shuttle.reading.dates.resolution import Around, month_shifted
from shuttle.records.dates import first_day, last_day

__all__ = ["span"]

_Days = tuple[dt.date, dt.date]
# "Three weeks ago": so many days to either side of the day.
_ABOUT = 3


def span(expression: Expression, around: Around) -> str | None:
    """Return what ``expression`` allows, which `resolve` could not settle.

    >>> span(Expression(0, 9, "relative", step=-1, unit="week"), Around("2025-11-08"))
    '2025-10-27/2025-11-02'
    """
    if expression.form in ("calendar", "ordinal"):
        return _partial(expression)
    base = around.reference if expression.base == "document" else around.mentioned
    if expression.form != "relative" or expression.base == "clause" or base is None:
        return None
    try:
        first, last = _days(expression, first_day(base)), _days(expression, last_day(base))
        return _written(expression, first[0], last[1]) if first and last else None
    except (OverflowError, ValueError):
        return None  # before the year 1 or after 9999


def _partial(expression: Expression) -> str | None:
    if expression.year is not None or (expression.month is None and expression.day is None):
        return None
    # Only what has a month, or follows one, can end in another.
    last_month = expression.end_month or expression.month
    first = _unspecified(expression.month, expression.day)
    if expression.end_day is None and expression.end_month is None:
        return first
    return f"{first}/{_unspecified(last_month, expression.end_day)}"


def _unspecified(month: int | None, day: int | None) -> str:
    return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "") if month else f"XXXX-XX-{day:02d}"


def _days(expression: Expression, day: dt.date) -> _Days | None:
    """Return the first and the last day meant, counted from ``day``."""
    step, unit = expression.step, expression.unit
    if expression.loose is not None and step is None:
        return _shifted(unit, day, expression.loose[0]), _shifted(unit, day, expression.loose[1])
    if unit == "weekend":
        ahead = (5 - day.weekday()) % 7
        first = day + dt.timedelta(ahead - 7 if step is None or step < 0 else ahead)
        return first, first + dt.timedelta(1)
    if step is None:
        return None
    if unit == "week" and expression.edge in ("", "early", "late", "mid"):
        monday = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * step)
        return monday, monday + dt.timedelta(6)
    if unit == "week":
        about = day + dt.timedelta(7 * step)
        return about - dt.timedelta(_ABOUT), about + dt.timedelta(_ABOUT)
    if unit == "season" and expression.edge == "winter":
        return _winter(step, day)
    return None


def _shifted(unit: str | None, day: dt.date, steps: int) -> dt.date:
    match unit:
        case "day":
            return day + dt.timedelta(steps)
        case "week":
            return day + dt.timedelta(7 * steps)
        case "month":
            return month_shifted(day, steps)
        case "year":
            return dt.date(day.year + steps, 1, 1)
        case _:
            raise ValueError(unit)


def _winter(step: int, day: dt.date) -> _Days:
    """Return the first days of December and of February: the winter that is, or the last one that is over."""
    year = day.year - 1 if day.month < 3 else day.year
    year += step if step >= 0 or day.month < 3 else -1
    return dt.date(year, 12, 1), dt.date(year + 1, 2, 1)


# How many characters of an ISO date are as exact as the unit.
_EXACT = {"month": 7, "season": 7, "year": 4}


def _written(expression: Expression, first: dt.date, last: dt.date) -> str:
    size = _EXACT.get(expression.unit or "", 10)
    low, high = first.isoformat()[:size], last.isoformat()[:size]
    return low if low == high else f"{low}/{high}"
