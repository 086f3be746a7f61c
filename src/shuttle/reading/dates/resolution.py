"""Resolve an expression: from what the words say to a date, given the day they are said on.

In:   an Expression, the document's date, what the words around look to (future or past), the date
      last mentioned, a year named nearby.
Out:  a value and the last day of a range, dates of reduced precision; None where the words and the
      given dates do not settle it. Nothing is made more exact than it is: a week becomes its month if
      it lies within one, and otherwise nothing.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from dataclasses import dataclass, replace

from shuttle.reading.dates.context import FUTURE, PAST
from shuttle.reading.dates.forms import Expression
from shuttle.records.dates import first_day, last_day, precision

__all__ = ["Around", "month_shifted", "resolve"]

_Value = tuple[str | None, str | None]
_NOTHING: _Value = (None, None)


@dataclass(slots=True)
class Around:
    """What an expression is resolved against. Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        reference: the date of the document, or of the speech inside which the words stand.
        tense: ``FUTURE``, ``PAST`` or None.
        mentioned: the date last mentioned in the text before.
        year: a year that the text names for what it tells here ("In 2018, ... on April 27").
        attributive: the date is the attribute of a noun, so that the verb's tense is not its own.
    """

    reference: str | None = None
    tense: str | None = None
    mentioned: str | None = None
    year: int | None = None
    attributive: bool = False


def resolve(expression: Expression, around: Around) -> _Value:
    """Return the value and the last day of a range.

    >>> resolve(Expression(0, 6, "weekday", weekday=0), Around("2026-01-14"))
    ('2026-01-12', None)
    """
    try:
        return _resolve(expression, around)
    except (OverflowError, ValueError):
        return _NOTHING  # before the year 1 or after 9999


def _resolve(expression: Expression, around: Around) -> _Value:
    if expression.form == "period":
        return _text(expression.year), _text(expression.end_year)
    if expression.form == "calendar" and expression.year is not None:
        return _calendar(expression, expression.year)
    if expression.base != "document":
        return _from_mention(expression, around)
    reference = around.reference
    if expression.form == "calendar" and around.year is not None and expression.step is None:
        return _calendar(expression, around.year)
    if reference is None:
        return _NOTHING
    if expression.form == "calendar" and len(reference) < 10 and expression.step is None:
        year, month = int(reference[:4]), int(reference[5:7] or expression.month or 1)
        if month == expression.month:
            return _calendar(expression, year)
    first, last = _days_of(reference)
    one = _against(expression, around, first)
    return one if first == last or one == _against(expression, around, last) else _NOTHING


@functools.lru_cache(maxsize=1024)
def _days_of(reference: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that ``reference`` can mean; a text has few, and asks often."""
    return first_day(reference), last_day(reference)


@functools.lru_cache(maxsize=1024)
def _length_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]


def _against(expression: Expression, around: Around, day: dt.date) -> _Value:
    """Resolve against a reference known to the day."""
    match expression.form:
        case "weekday":
            return _weekday(expression, around, day)
        case "ordinal":
            return _ordinal(expression, around, day)
        case "calendar":
            year = _year(expression, around, day)
            return _NOTHING if year is None else _calendar(expression, year)
        case _:
            return _shifted(expression, day, "day")


# --- calendar dates ---


def _text(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    if year is None:
        return None
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _calendar(expression: Expression, year: int) -> _Value:
    day, last_day_of_month = expression.day, _length_of(year, expression.month or 1)
    if day is not None and day > last_day_of_month:
        return _NOTHING  # 29 February
    value = _text(year, expression.month, day)
    if expression.end_month is None:
        return value, None
    end_year = expression.end_year or year + (expression.end_month < (expression.month or 0))
    end = _text(end_year, expression.end_month, expression.end_day)
    return value, end if end is not None and value is not None and end > value else None


def _year(expression: Expression, around: Around, day: dt.date) -> int | None:
    """Return the year of a month, or of a day and month, written without one."""
    month = expression.month
    if month is None:
        return None
    if expression.unit == "year" and expression.step is not None:
        return day.year + expression.step
    if expression.step == -1:  # last August: over by now
        return day.year if month < day.month else day.year - 1
    if expression.step == 1:
        return day.year if month > day.month else day.year + 1
    if expression.step == 0:
        return day.year
    if expression.weekday is not None and expression.day is not None:
        year = _year_of_weekday(month, expression.day, expression.weekday, day)
        if year is not None:
            return year
    years = [year for year in (day.year - 1, day.year, day.year + 1) if _days(year, expression) is not None]
    if not years:
        return _leap_year(expression, day)
    if expression.day is None:
        return _year_of_month(month, around, day)
    return _year_of_day(years, expression, around, day)


def _days(year: int, expression: Expression) -> dt.date | None:
    try:
        return dt.date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None


def _year_of_weekday(month: int, day: int, weekday: int, reference: dt.date) -> int | None:
    for year in sorted(range(reference.year - 3, reference.year + 3), key=lambda year: abs(year - reference.year)):
        if day <= _length_of(year, month) and dt.date(year, month, day).weekday() == weekday:
            return year
    return None


def _leap_year(expression: Expression, day: dt.date) -> int | None:
    return next((year for year in range(day.year, day.year - 9, -1) if _days(year, expression)), None)


def _year_of_month(month: int, around: Around, day: dt.date) -> int:
    if around.tense == FUTURE and not around.attributive:
        return day.year if month >= day.month else day.year + 1
    if around.tense == PAST and not around.attributive:
        return day.year if month <= day.month else day.year - 1
    # Nothing tells: the nearer, and of two about as near the one that is over.
    ahead = (month - day.month) % 12
    if ahead == 0 or ahead > 3:
        return day.year if month <= day.month else day.year - 1
    return day.year if month > day.month else day.year + 1


# In days: where a day and month without a year will not be looked for, and where they will.
_FAR, _NEAR = 270, 75


def _year_of_day(years: list[int], expression: Expression, around: Around, day: dt.date) -> int:
    distances = {year: (_days(year, expression) or day).toordinal() - day.toordinal() for year in years}
    nearest = min(years, key=lambda year: abs(distances[year]) * (1 if distances[year] <= 0 else 1.5))
    if around.attributive or around.tense is None:
        return nearest
    # A day to come may be a day too late by the clock of another zone.
    sides = [year for year in years if (distances[year] >= 0 if around.tense == FUTURE else distances[year] <= 1)]
    chosen = min(sides, key=lambda year: abs(distances[year]), default=nearest)
    # Nobody leaves the year out of a day so long past, or so far ahead, when another is near.
    return nearest if abs(distances[chosen]) > _FAR and abs(distances[nearest]) < _NEAR else chosen


# --- weekdays and days of an unnamed month ---


def _weekday(expression: Expression, around: Around, day: dt.date) -> _Value:
    back = (day.weekday() - (expression.weekday or 0)) % 7
    ahead = -back % 7
    if expression.unit == "week":
        first = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * (expression.step or 0) + (expression.weekday or 0))
    elif expression.step == -1:
        first = day - dt.timedelta(back or 7)
    elif expression.step == 1:
        first = day + dt.timedelta(ahead or 7)
    elif around.attributive and expression.step is None:
        first = day + dt.timedelta(ahead if around.tense == FUTURE and ahead < back else -back)
    elif around.tense == FUTURE or (expression.step == 0 and around.tense is None):
        first = day + dt.timedelta(ahead)
    else:
        first = day - dt.timedelta(back)
    if expression.end_weekday is None:
        return first.isoformat(), None
    last = first + dt.timedelta((expression.end_weekday - first.weekday()) % 7)
    if around.tense != FUTURE and last > day and expression.step is None and first != day:
        first, last = first - dt.timedelta(7), last - dt.timedelta(7)
    return first.isoformat(), last.isoformat()


def _ordinal(expression: Expression, around: Around, day: dt.date) -> _Value:
    number = expression.day or 1
    month = dt.date(day.year, day.month, 1)
    if expression.step is not None:
        month = month_shifted(month, expression.step)
    elif around.tense == FUTURE:
        if number < day.day:
            month = month_shifted(month, 1)
    elif number > day.day:
        month = month_shifted(month, -1)
    if max(number, expression.end_day or 0) > _length_of(month.year, month.month):
        return _NOTHING
    last = month.replace(day=expression.end_day).isoformat() if expression.end_day else None
    return month.replace(day=number).isoformat(), last


# --- steps of a unit ---


def _from_mention(expression: Expression, around: Around) -> _Value:
    """Resolve what is counted from the date last mentioned; the day itself may be the document's."""
    if expression.base == "clause":
        return _NOTHING
    base = around.mentioned
    if expression.form == "calendar":  # "August of the same year"
        return _NOTHING if base is None else _calendar(expression, int(base[:4]) + (expression.step or 0))
    if expression.form == "weekday":  # "the following Friday"
        if base is None or len(base) < 10:
            return _NOTHING
        return _weekday(expression, replace(around, tense=None), first_day(base))
    if base is None and (expression.step == 0 or expression.unit != "day"):
        base = around.reference
    if base is None:
        return _NOTHING
    known = precision(base)
    if known == "day":
        return _shifted(expression, first_day(base), known)
    needed = {"month": ("month",), "year": ("month", "year")}.get(expression.unit or "", ())
    return _shifted(expression, first_day(base), known) if known in needed else _NOTHING


def month_shifted(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that lies so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, 1)


def _shifted(expression: Expression, day: dt.date, known: str) -> _Value:
    step, unit = expression.step, expression.unit
    if unit == "weekend":
        ahead = (5 - day.weekday()) % 7
        first = day + dt.timedelta(ahead - 7 if step is None or step < 0 else ahead)
        return _month_of(first, first + dt.timedelta(1))
    if step is None:
        return _NOTHING
    counted = expression.edge in (
        "ago",
        "later",
        "earlier",
        "from now",
        "hence",
        "before",
        "after",
        "prior",
        "afterwards",
    )
    match unit:
        case "day":
            return (day + dt.timedelta(step)).isoformat(), None
        case "week" if counted and abs(step) == 1:
            return (day + dt.timedelta(7 * step)).isoformat(), None
        case "week" if counted:
            about = day + dt.timedelta(7 * step)
            return _month_of(about - dt.timedelta(3), about + dt.timedelta(3))
        case "week":
            monday = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * step)
            return _month_of(monday, monday + dt.timedelta(6))
        case "month":
            return _text(*month_shifted(day, step).timetuple()[:2]), None
        case "quarter":
            return _text(month_shifted(day, 3 * step).year), None
        case "year":
            return _text(day.year + step), None
        case "season":
            return _season(expression.edge, step, day)
        case _:
            return _NOTHING


def _month_of(first: dt.date, last: dt.date) -> _Value:
    """Return the month in which both days lie, if it is one."""
    return (_text(first.year, first.month), None) if first.month == last.month else _NOTHING


# The month in which a season begins, and the one in which it ends, as the north has them.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


def _season(name: str, step: int, day: dt.date) -> _Value:
    months = _SEASONS.get(name)
    if months is None:
        return _NOTHING  # a winter lies in two years
    if step == 0:
        return _text(day.year), None
    if step < 0:
        return _text(day.year if months[1] < day.month else day.year - 1), None
    return _text(day.year if months[0] > day.month else day.year + 1), None
