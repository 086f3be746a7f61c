"""How the value of any field of an account reads, whatever the field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shuttle.errors import RecordError
from shuttle.records.dates import check_date
from shuttle.records.findings import Person, Place, Session
from shuttle.views.wording import CountryName, and_list, clean, day_words, person_words, place_words

__all__ = ["field_label", "value_words"]

_LABELS = {
    "start": "date",
    "end": "last day",
    "date_text": "date in the text",
    "start_time": "begins",
    "duration_minutes": "length",
    "countries": "parties",
    "host": "host",
    "forum": "beside",
    "ordinal": "counted as",
    "from_country": "from",
    "to_country": "to",
    "visit_class": "class of visit",
    "by": "those bound",
    "asserted_by": "asserted by",
    "said_on": "said on",
    "follows": "follows what was agreed on",
    "follows_text": "refers back to",
}
_COUNTRIES = {"countries", "host", "from_country", "to_country", "by", "asserted_by", "side", "country"}
_DATES = {"start", "end", "deadline", "said_on", "when", "follows"}
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}


def field_label(field: str) -> str:
    """Return what a field is called on paper."""
    return _LABELS.get(field, field.replace("_", " "))


def value_words(field: str, value: Any, country_name: CountryName) -> str:
    """Return the value of ``field`` in words; never empty.

    >>> value_words("duration_minutes", 100, str), value_words("ordinal", 3, str)
    ('100 minutes', 'third')
    """
    if value is None or value == ():
        return "not stated"
    if isinstance(value, tuple | list):
        return and_list(value_words(field, item, country_name) for item in value)
    if isinstance(value, Person):
        return person_words(value, country_name)
    if isinstance(value, Place):
        return place_words(value, country_name)
    if isinstance(value, Session):
        length = f"{value.duration_minutes} minutes" if value.duration_minutes else ""
        return ", ".join(part for part in (value.format, value.start_time or "", length) if part)
    if isinstance(value, bool):
        return "yes" if value else "no"
    special: dict[str, Callable[[Any], str]] = {
        "duration_minutes": lambda minutes: f"{minutes} minutes",
        "ordinal": _ordinal,
    }
    if field in special and isinstance(value, int):
        return special[field](value)
    if field in _DATES and isinstance(value, str):
        return _date(value)
    if field in _COUNTRIES and isinstance(value, str) and len(value) == 3 and value.isupper():
        return country_name(value)
    return clean(str(value)) or "not stated"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return _ORDINALS.get(number, f"{number}{ending}")


def _date(value: str) -> str:
    try:
        return day_words(check_date(value))
    except RecordError:
        return clean(value)
