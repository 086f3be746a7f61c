"""Whether a reading that comes from outside is one: every value of the kind its field says, every date a date.

In:   a Reading built from JSON that somebody else wrote.
Out:  nothing; or an error that names the place and shows the value.

A reader of Shuttle's own cannot build a wrong reading; a file can hold anything.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from shuttle.errors import RecordError
from shuttle.records.dates import check_date, check_edtf
from shuttle.records.documents import document_id
from shuttle.records.readings import Reading

__all__ = ["check_reading"]

_DATES = frozenset({"start", "end", "deadline", "said_on", "follows", "published"})
_COUNTRIES = frozenset(
    {"countries", "by", "host", "from_country", "to_country", "country", "side", "actors", "recipients"}
)
_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_CODE = re.compile(r"[A-Z]{3}")
_IDS = {
    "meetings": "m", "visits": "v", "commitments": "c", "statements": "s", "next_steps": "n", "outcomes": "o",
}  # fmt: skip
_ID = re.compile(r"[mvcsno]-[0-9a-f]{6,64}")
_LONGEST_READER = 200


def check_reading(reading: Reading) -> None:
    """Refuse a reading that holds a value of another kind than its field, or ids that are not its own.

    Raises:
        RecordError: names the place in the reading format, and shows what stands there.
    """
    _check(Reading, reading, "reading")
    for where, value in _leaves(reading, "reading"):
        _check_leaf(where, value)
    document = reading.document
    if not reading.reader.strip() or len(reading.reader) > _LONGEST_READER:
        raise RecordError("reading.reader: who read it must have a name of at most 200 characters.")
    title, publisher, url = document.title, document.publisher, document.url
    # A day that was inferred from the text is no part of the identity.
    known = {
        document_id(document.text, title=title, published=published, publisher=publisher, url=url)
        for published in (document.published, None)
    }
    if document.id not in known:
        raise RecordError(
            f"reading.document.id: {document.id!r:.40} is not the id of this content ({min(known)}). "
            "Take the document in with `shuttle add`, which reads it and gives it its id."
        )
    for key, letter in _IDS.items():
        for finding in getattr(reading, key):
            if not (_ID.fullmatch(finding.id) and finding.id[0] == letter):
                raise RecordError(f"reading.{key}: {finding.id!r:.40} is no id of a finding ({letter}-3f9a02b71c44).")


def _check(hint: Any, value: Any, where: str) -> None:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = get_args(hint)
        if value is None and type(None) in options:
            return
        _check(next(option for option in options if option is not type(None)), value, where)
    elif origin is Literal:
        if value not in get_args(hint) or isinstance(value, bool):
            raise RecordError(f"{where}: {value!r:.60} is none of: {', '.join(map(str, get_args(hint)))}.")
    elif origin is tuple:
        if not isinstance(value, tuple):
            raise RecordError(f"{where}: a list was expected, got {value!r:.60}. See docs/reading-format.md.")
        for number, item in enumerate(value):
            _check(get_args(hint)[0], item, f"{where}[{number}]")
    elif is_dataclass(hint):
        if not isinstance(value, hint):  # type: ignore[arg-type]  # a dataclass is a class
            raise RecordError(f"{where}: an object was expected, got {value!r:.60}. See docs/reading-format.md.")
        for name, kind in _hints(hint):  # type: ignore[arg-type]  # a class is hashable
            _check(kind, getattr(value, name), f"{where}.{name}")
    elif not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise RecordError(f"{where}: {_KINDS[hint]} was expected, got {value!r:.60}. See docs/reading-format.md.")


_KINDS = {str: "a text", int: "a whole number", bool: "true or false"}


@cache
def _hints(cls: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in fields(cls))


def _leaves(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item, where)
    elif value is not None:
        yield where, value


def _check_leaf(where: str, value: Any) -> None:
    name = where.rpartition(".")[2]
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise RecordError(f"{where}: half of a character stands at {error.start}.") from error
    if isinstance(value, str) and "\0" in value:
        raise RecordError(f"{where}: a text holds no NUL character.")
    try:
        if name in _DATES and isinstance(value, str):
            check_date(value)
        elif name == "when" and isinstance(value, str):
            check_edtf(value)
    except RecordError as error:
        raise RecordError(f"{where}: {error}") from error
    if name == "start_time" and not _HOUR.fullmatch(str(value)):
        raise RecordError(f"{where}: {value!r:.40} is no time. Write hours and minutes: 14:00.")
    if name in _COUNTRIES and not _CODE.fullmatch(str(value)):
        raise RecordError(f"{where}: {value!r:.40} is no alpha-3 code. Write KOR for South Korea.")
    if name in ("duration_minutes", "ordinal") and not 0 < value < 1_000_000:
        raise RecordError(f"{where}: {value} is out of range.")
