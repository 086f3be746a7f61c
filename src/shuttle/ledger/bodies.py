"""A finding as one short text, so that it can be had again in one step, without its rows of claims and evidence.

In:   a finding; or the text made of one.
Out:  the other one. ``finding_from(kind, body_of(finding)) == finding`` for every finding.

Bodies are derived: what is kept are the rows (`shuttle.ledger.reading_rows`), and `shuttle verify` compares the two.
A body is JSON: the fields that say something by their names, records within as lists of their fields.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from shuttle.records.findings import Commitment, Finding, Meeting, NextStep, Outcome, Statement, Visit

__all__ = ["body_of", "finding_from"]

_CLASSES: Mapping[str, type[Any]] = {
    "meeting": Meeting,
    "visit": Visit,
    "commitment": Commitment,
    "statement": Statement,
    "next_step": NextStep,
    "outcome": Outcome,
}
_Build = Callable[[Any], Any]
# A field of a record: its name, what it is where nothing is said, and what makes it of plain values.
_Slot = tuple[str, Any, _Build | None]
_SLOTS: dict[type[Any], tuple[_Slot, ...]] = {}


def body_of(finding: Finding) -> str:
    """Return the text of a finding."""
    given = ((name, getattr(finding, name)) for name, _, _ in _slots(type(finding)))
    plain = {name: _flat(value) for name, value in given if value is not None and value != ()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def finding_from(kind: str, body: str) -> Finding:
    """Return the finding of a kind (``meeting``, ``visit``, ...) that ``body`` is the text of."""
    found: Finding = _record(_CLASSES[kind], json.loads(body))
    return found


def _flat(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_flat(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [_flat(getattr(value, name)) for name, _, _ in _slots(type(value))]
    return value


def _record(cls: type[Any], plain: Mapping[str, Any]) -> Any:
    get = plain.get
    arguments = []
    for name, empty, build in _slots(cls):
        value = get(name)
        arguments.append(empty if value is None else build(value) if build else value)
    return cls(*arguments)


def _slots(cls: type[Any]) -> tuple[_Slot, ...]:
    """Return the fields of a record."""
    known = _SLOTS.get(cls)
    if known is None:
        known = _SLOTS[cls] = _slots_anew(cls)
    return known


def _slots_anew(cls: type[Any]) -> tuple[_Slot, ...]:
    hints = get_type_hints(cls)
    found = []
    for field in fields(cls):
        kind = _without_none(hints[field.name])
        found.append((field.name, () if get_origin(kind) is tuple else None, _builder(kind)))
    return tuple(found)


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        rest = [one for one in get_args(kind) if one is not type(None)]
        return rest[0] if len(rest) == 1 else kind
    return kind


def _builder(kind: Any) -> _Build | None:
    if get_origin(kind) is tuple:
        inner = _builder(get_args(kind)[0])
        return tuple if inner is None else lambda values: tuple([inner(value) for value in values])
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_list(kind)
    return None


def _of_list(cls: type[Any]) -> _Build:
    builders = [build for _, _, build in _slots(cls)]
    if not any(builders):
        return lambda values: cls(*values)
    empty = [nothing for _, nothing, _ in _slots(cls)]

    def build(values: Any) -> Any:
        given = zip(values, builders, empty, strict=False)
        return cls(*[nothing if v is None else make(v) if make else v for v, make, nothing in given])

    return build
