"""The published reading format: a `Reading` as plain JSON values, and back.

In:   a Reading, or a dict in the format of docs/reading-format.md.
Out:  the other one. ``from_json(to_json(reading)) == reading`` for every reading.

The keys are fixed, since programs of others depend on them: keys may be added, none renamed.
The format's JSON Schema stands beside this file as `reading.schema.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from shuttle.errors import RecordError
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Area,
    Commitment,
    EventCode,
    Finding,
    Issue,
    Meeting,
    NextStep,
    Outcome,
    Person,
    Place,
    Point,
    Session,
    Statement,
    Visit,
)
from shuttle.records.readings import Reading

__all__ = ["finding_from_json", "from_json", "to_json"]

# The format's names for fields that Python cannot spell.
_KEYS = {"from_country": "from", "to_country": "to", "visit_class": "class"}
# Which class stands under which key, whatever the record that holds it.
_CLASSES: dict[str, type[Any]] = {
    "document": Document,
    "evidence": Evidence,
    "people": Person,
    "person": Person,
    "speaker": Person,
    "place": Place,
    "code": EventCode,
    "sessions": Session,
    "meetings": Meeting,
    "visits": Visit,
    "commitments": Commitment,
    "statements": Statement,
    "next_steps": NextStep,
    "outcomes": Outcome,
    "areas": Area,
    "issues": Issue,
    "points": Point,
}


def to_json(reading: Reading) -> dict[str, Any]:
    """Return ``reading`` as JSON values, keys in the order of the format."""
    plain = _plain(reading)
    assert isinstance(plain, dict)  # noqa: S101  (a dataclass always becomes a dict)
    return plain


def from_json(value: Mapping[str, Any]) -> Reading:
    """Return the reading that ``value`` holds; keys that the format does not know are passed over.

    Raises:
        RecordError: a key is missing or holds something of another kind.
    """
    record = _build(Reading, value, "reading")
    assert isinstance(record, Reading)  # noqa: S101
    return record


def finding_from_json(key: str, value: Mapping[str, Any]) -> Finding:
    """Return the finding that ``value`` holds, as it stands in the format's list called ``key`` (``meetings``, ...).

    Raises:
        RecordError: a key is missing or holds something of another kind.
    """
    found: Finding = _build(_CLASSES[key], value, key)
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {_KEYS.get(f.name, f.name): _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _build(cls: type[Any], value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise RecordError(f"{where}: an object was expected, got {value!r:.60}. See docs/reading-format.md.")
    arguments: dict[str, Any] = {}
    for name, key in _names(cls):  # type: ignore[arg-type]  # a class can be a key, whatever it holds
        if key in value:
            arguments[name] = _value(key, value[key], cls, f"{where}.{key}")
    try:
        return cls(**arguments)
    except TypeError as error:
        raise RecordError(f"{where}: {error}. See docs/reading-format.md for the keys.") from error


@cache
def _names(cls: type[Any]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record, each with its key in the format."""
    return tuple((field.name, _KEYS.get(field.name, field.name)) for field in fields(cls))


def _value(key: str, value: Any, owner: type[Any], where: str) -> Any:
    # A commitment's and a point's areas are names; a reading's areas are records.
    # An issue's code is a word; a finding's code is a record.
    named = (owner in (Commitment, Point) and key == "areas") or (owner is Issue and key == "code")
    cls = None if named else _CLASSES.get(key)
    if isinstance(value, list):
        return tuple(_build(cls, item, f"{where}[{i}]") if cls else item for i, item in enumerate(value))
    if cls and value is not None:
        return _build(cls, value, where)
    return value
