"""Days on which a government rests: public holidays of a whole country, and its weekend.

In:   the alpha-2 code of a country, and days.
Out:  holidays by name, and whether a day is free of them, by the library `holidays`.

Holidays of a part of a country (a state, a canton, a nation of the United Kingdom) are not counted, nor bank holidays
that are no public ones. Days that follow the moon are reckoned in advance for some countries; the library calls these
"estimated", and so does the name. A Saturday that is worked to make up for a holiday still counts as weekend.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import Any

__all__ = ["DayOff", "days_off", "is_free", "keeps_calendar"]

_ENGLISH = ("en_US", "en_GB", "en")


@dataclass(frozen=True, slots=True)
class DayOff:
    """A public holiday: of which country (alpha-3), on which day (ISO 8601), and its name, in English if it has one."""

    country: str
    day: str
    name: str


def keeps_calendar(alpha2: str) -> bool:
    """Return whether the holidays of a country are known; of an organisation or a new state they may not be."""
    return _calendar(alpha2, 2026) is not None


def days_off(country: str, alpha2: str, first: dt.date, last: dt.date) -> tuple[DayOff, ...]:
    """Return the public holidays of a country from ``first`` to ``last``, both included, in the order of time."""
    found = []
    for year in range(first.year, last.year + 1):
        calendar = _calendar(alpha2, year)
        for day, name in sorted(calendar.items()) if calendar is not None else ():
            if first <= day <= last:
                found.append(DayOff(country, day.isoformat(), " ".join(name.split())))
    return tuple(found)


def is_free(alpha2: str, day: dt.date) -> bool:
    """Return whether ``day`` is neither weekend nor public holiday.

    Where no calendar is known, Saturday and Sunday are the weekend.
    """
    calendar = _calendar(alpha2, day.year)
    if calendar is None:
        return day.weekday() < 5
    return day not in calendar and not calendar.is_weekend(day)


@functools.lru_cache(maxsize=512)
def _calendar(alpha2: str, year: int) -> Any:
    """Return one country's calendar of one year; None if the library has none. Weekends have changed over the years."""
    import holidays

    known = holidays.list_supported_countries(include_aliases=False)
    if alpha2 not in known:
        return None
    spoken = holidays.list_localized_countries(include_aliases=False).get(alpha2, [])
    language = next((name for name in spoken if name.startswith(_ENGLISH)), None)
    return holidays.country_holidays(alpha2, years=year, expand=False, language=language)
