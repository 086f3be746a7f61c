"""A person's value for a field: checked when it is given, put over what the sources say when asked for.

The sources' claims stay beside it, as supporting or differing; the edit is one more claim, whose words
are those that it corrects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, get_args

from shuttle.errors import JudgementError
from shuttle.ledger.values import agree
from shuttle.lexicons.countries import find_country
from shuttle.records import dates
from shuttle.records.accounts import Account
from shuttle.records.claims import Claim, FieldValue
from shuttle.records.findings import Level, Mode, Place, Status, Strength, VisitClass
from shuttle.records.judgements import Judgement

__all__ = ["EDITABLE", "checked_value", "with_edits"]

_A = TypeVar("_A", bound=Account)
_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def _date(value: str) -> str:
    return dates.check_date(value)


def _hour(value: str) -> str:
    if not _HOUR.fullmatch(value):
        raise JudgementError(f"{value!r} is no time. Write hours and minutes: 14:00.")
    return value


def _number(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < 100_000:
        raise JudgementError(f"{value!r} is no number. Write digits: 3.")
    return int(value)


def _country(value: str) -> str:
    return find_country(value)


def _place(value: str) -> dict[str, str | None]:
    name, _, country = value.rpartition(",")
    if not name:
        return {"name": value.strip(), "country": None}
    return {"name": name.strip(), "country": find_country(country.strip())}


def _text(value: str) -> str:
    return " ".join(value.split())


def _one_of(possible: Sequence[str]) -> Callable[[str], str]:
    def checked(value: str) -> str:
        if value not in possible:
            raise JudgementError(f"{value!r} is none of: {', '.join(possible)}.")
        return value

    return checked


_STATUS = _one_of(get_args(Status))
# Kind of record -> the fields that can be edited, each with what turns the user's words into its value.
EDITABLE: Mapping[str, Mapping[str, Callable[[str], Any]]] = {
    "meeting": {
        "status": _STATUS,
        "level": _one_of(get_args(Level)),
        "mode": _one_of(get_args(Mode)),
        "start": _date,
        "end": _date,
        "start_time": _hour,
        "duration_minutes": _number,
        "place": _place,
        "host": _country,
        "forum": _text,
        "ordinal": _number,
    },
    "visit": {
        "status": _STATUS,
        "level": _one_of(get_args(Level)),
        "start": _date,
        "end": _date,
        "visit_class": _one_of(get_args(VisitClass)),
        "forum": _text,
    },
    "commitment": {"deadline": _date, "strength": _one_of(get_args(Strength))},
}


def checked_value(kind: str, field: str, value: str) -> Any:
    """Return the JSON value of ``field`` that a user's words give.

    Raises:
        JudgementError: this kind of record has no such field to edit, or the value is none of it.
        RecordError: it is no date.
        UnknownCountryError: no country is called so.
    """
    fields = EDITABLE.get(kind, {})
    if field not in fields:
        possible = ", ".join(fields) or "none"
        raise JudgementError(f"a {kind} has no field {field!r} that can be edited. It has: {possible}.")
    return fields[field](value.strip())


def with_edits(account: _A, judgements: Sequence[Judgement]) -> _A:
    """Return ``account`` with the values that people gave it; of two for one field the later counts.

    Args:
        judgements: of the kind ``edit``, about findings of the account.
    """
    edits = {j.details["field"]: j for j in sorted(judgements, key=lambda j: j.entry)}
    known = {value.field for value in account.fields}
    if not edits.keys() & known:
        return account
    fields = tuple(
        _edited(account, value, edits[value.field]) if value.field in edits else value for value in account.fields
    )
    return replace(account, fields=fields)


def _edited(account: Account, value: FieldValue, judgement: Judgement) -> FieldValue:
    plain = judgement.details["value"]
    new = Place(**plain) if isinstance(plain, dict) else plain
    finding = next((name for name in sorted(judgement.sides[0]) if name in account.findings), account.findings[0])
    corrected = value.claims[0] if value.claims else None
    claim = Claim(
        id=f"{finding}.{value.field}.{judgement.entry}",
        finding=finding,
        field=value.field,
        value=new,
        evidence=corrected.evidence if corrected else (),
        document_id=corrected.document_id if corrected else account.sources[0].document_id,
        rule=f"judged by {judgement.by}",
    )
    supporting = tuple(other for other in value.all_claims if agree(value.field, new, other.value))
    differing = tuple(other for other in value.all_claims if other not in supporting)
    return FieldValue(value.field, new, "a person's judgement", (claim, *supporting), differing)
