"""Accounts as JSON values for programs: every value, every claim with its words, every document.

The keys are those of the reading format where both have them. A claim's ``agrees`` says whether it
supports the account's value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from shuttle.analysis.differences import Difference
from shuttle.records.accounts import Account, CommitmentAccount, MeetingAccount, VisitAccount
from shuttle.records.claims import VALUE_RULES, Claim, FieldValue, Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Person
from shuttle.records.history import Entry

__all__ = [
    "claim_json",
    "commitment_json",
    "conflict_json",
    "entry_json",
    "event_json",
    "evidence_json",
    "source_json",
]

# Told by other claims, or only of use to programs that have the value itself.
_NO_CLAIMS = frozenset({"date_text", "code"})


def event_json(event: MeetingAccount | VisitAccount) -> dict[str, Any]:
    """Return a meeting or visit as JSON values."""
    common: dict[str, Any] = {
        "id": event.id,
        "kind": "meeting" if isinstance(event, MeetingAccount) else "visit",
        "status": event.status,
        "start": event.start,
        "end": event.end,
        "forum": event.forum,
    }
    if isinstance(event, MeetingAccount):
        place = event.place
        common |= {
            "level": event.level,
            "mode": event.mode,
            "start_time": event.start_time,
            "duration_minutes": event.duration,
            "countries": list(event.countries),
            "people": [_person_json(entry.person) for entry in event.people],
            "place": {"name": place.name, "country": place.country} if place else None,
            "host": event.host,
            "formats": list(event.formats),
            "sessions": [
                {
                    "format": session.format,
                    "start_time": session.start_time.value,
                    "duration_minutes": session.duration_minutes.value,
                }
                for session in event.sessions
            ],
            "ordinal": event.ordinal,
        }
    else:
        common |= {
            "countries": [code for code in (event.from_country, event.to_country) if code],
            "place": None,
            "host": event.to_country,
            "level": event.level,
            "person": _person_json(event.person),
            "from": event.from_country,
            "to": event.to_country,
            "class": event.visit_class,
        }
    common["code"] = asdict(event.code) if event.code else None
    common["differences"] = [value.field for value in event.differences]
    common["claims"] = _claims(event)
    about = event.about if isinstance(event, MeetingAccount) else ()
    common["documents"] = [source_json(source) | {"main": source.document_id in about} for source in event.sources]
    return common


def commitment_json(commitment: CommitmentAccount) -> dict[str, Any]:
    """Return a commitment as JSON values, without what came of it."""
    return {
        "id": commitment.id,
        "kind": "commitment",
        "action": commitment.action,
        "by": list(commitment.by),
        "strength": commitment.strength,
        "areas": list(commitment.areas),
        "deadline": commitment.deadline,
        "asserted_by": commitment.asserted_by,
        "meeting": commitment.meeting,
        "claims": _claims(commitment),
        "documents": [source_json(source) for source in commitment.sources],
    }


def conflict_json(difference: Difference) -> dict[str, Any]:
    """Return a field on which sources differ as JSON values."""
    sources = {source.document_id: source for source in difference.account.sources}
    return {
        "record": difference.account.id,
        "field": difference.field.field,
        "way": difference.way,
        "value": _plain(difference.field.value),
        "rule": difference.field.rule,
        "reason": VALUE_RULES[difference.field.rule],
        "versions": [
            {
                "value": _plain(version.value),
                "claims": [
                    claim_json(claim, difference.field, sources.get(claim.document_id)) for claim in version.claims
                ],
            }
            for version in difference.versions
        ],
    }


def claim_json(claim: Claim, value: FieldValue, source: Source | None) -> dict[str, Any]:
    """Return a claim of ``value``'s field as JSON values."""
    return {
        "field": claim.field,
        "value": _plain(claim.value),
        "agrees": claim in value.claims,
        "document": claim.document_id,
        "source": source.source if source else None,
        "rule": claim.rule,
        "evidence": [evidence_json(item) for item in claim.evidence],
    }


def evidence_json(item: Evidence) -> dict[str, Any]:
    """Return a passage as JSON values, as the reading format has it."""
    return {"start": item.start, "end": item.end, "quote": item.quote, "field": item.field}


def source_json(source: Source) -> dict[str, Any]:
    """Return a document as JSON values, without its text."""
    return {
        "id": source.document_id,
        "source": source.source,
        "title": source.title,
        "publisher": source.publisher,
        "side": source.side,
        "kind": source.kind,
        "published": source.published,
        "url": source.url,
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return an entry of the history as JSON values."""
    return asdict(entry) | {"changes": list(entry.changes)}


def _claims(account: Account) -> list[dict[str, Any]]:
    sources = {source.document_id: source for source in account.sources}
    fields: Iterable[FieldValue] = (value for value in account.fields if value.field not in _NO_CLAIMS)
    return [claim_json(claim, value, sources.get(claim.document_id)) for value in fields for claim in value.all_claims]


def _person_json(person: Person) -> dict[str, str | None]:
    return {"name": person.name, "office": person.office, "country": person.country}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(part) for key, part in asdict(value).items() if key != "evidence"}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value
