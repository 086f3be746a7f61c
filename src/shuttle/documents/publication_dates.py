"""Read the date of publication that a document's metadata gives.

Front matter, corpora and pages write it in the few ways that programs write dates; all of them
are reduced to the day, month or year. A numeric date whose day and month could be exchanged
(03/04/2025) is refused, since either reading would be a guess.
"""

from __future__ import annotations

import calendar
import re

from shuttle.errors import RecordError
from shuttle.records.dates import check_date

__all__ = ["read_date"]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_ISO = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{1,2}:\d{2}.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6}Z?)?")
_DAY_FIRST = re.compile(r"(?:[A-Za-z]+,? )?(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})(?:[ ,].*)?")
_MONTH_FIRST = re.compile(r"(?:[A-Za-z]+,? )?([A-Za-z]{3,9})\.? (?:(\d{1,2}),? )?(\d{4})(?:[ ,].*)?")


def read_date(value: str) -> str:
    """Return the date that ``value`` gives, as precise as it gives it.

    Raises:
        RecordError: it gives none, or one that does not exist.

    >>> read_date("2026-01-13T14:00:00+09:00"), read_date("13 January 2026"), read_date("Jan 2026")
    ('2026-01-13', '2026-01-13', '2026-01')
    """
    value = " ".join(value.split())
    if match := _ISO.fullmatch(value):
        return check_date(match[1])
    if match := _YEAR_FIRST.fullmatch(value) or _COMPACT.fullmatch(value):
        return check_date("-".join(part.zfill(2) for part in match.groups() if part))
    if (match := _DAY_FIRST.fullmatch(value)) and (month := _MONTHS.get(match[2].lower())):
        return check_date(f"{match[3]}-{month:02}-{match[1]:0>2}")
    if (match := _MONTH_FIRST.fullmatch(value)) and (month := _MONTHS.get(match[1].lower())):
        return check_date(f"{match[3]}-{month:02}" + (f"-{match[2]:0>2}" if match[2] else ""))
    raise RecordError(f"{value[:40]!r} is not a date. Write a year, a month or a day: 2026, 2026-01, 2026-01-13.")
