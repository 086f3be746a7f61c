"""Accounts as linked data (JSON-LD 1.1): events in schema.org's words, who read what in PROV's.

The words of each claim are a Web Annotation on their document.

In:   accounts and documents, one at a time.
Out:  nodes of one graph, under a context that stands in the file itself, so that no address is asked.

What schema.org has no word for (a status, a commitment's strength) is in Shuttle's own vocabulary, `shuttle:`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, is_dataclass
from typing import Any

from shuttle.records.accounts import (
    Account,
    CommitmentAccount,
    MeetingAccount,
    NextStepAccount,
    OutcomeAccount,
    PersonAccount,
    StatementAccount,
    VisitAccount,
)
from shuttle.records.claims import Claim, FieldValue, Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Person
from shuttle.views.exports.tables import OF_ACCOUNT
from shuttle.views.wording import CountryName, and_list, date_words

__all__ = ["CONTEXT", "account_nodes", "document_nodes"]

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "shuttle": "urn:shuttle-diplomacy:vocabulary:",
    "record": "urn:shuttle-diplomacy:record:",
    "country": "urn:iso:std:iso:3166:-1:",
}
# Characters of context before and after a quotation.
_AROUND = 32
_SCHEMA_STATUS = {
    "planned": "schema:EventScheduled",
    "postponed": "schema:EventPostponed",
    "cancelled": "schema:EventCancelled",
}
_ATTENDANCE = {
    "in person": "schema:OfflineEventAttendanceMode",
    "phone": "schema:OnlineEventAttendanceMode",
    "video": "schema:OnlineEventAttendanceMode",
}
# Shuttle's kinds that schema.org has no type for.
_OWN_TYPES = {
    CommitmentAccount: "shuttle:Commitment",
    StatementAccount: "shuttle:Statement",
    NextStepAccount: "shuttle:NextStep",
    OutcomeAccount: "shuttle:Outcome",
}
_NO_CLAIMS = frozenset({"date_text", "code"})

TextOf = Callable[[str], str]
Node = dict[str, Any]


def account_nodes(account: Account, country_name: CountryName, text_of: TextOf) -> Iterator[Node]:
    """Yield the node of ``account``, then an annotation for each of its claims.

    Args:
        account: of any kind.
        country_name: from an alpha-3 code to a name.
        text_of: from a document's id to its text.
    """
    made = {
        MeetingAccount: _meeting,
        VisitAccount: _visit,
    }.get(type(account), _other)
    node: Node = {"@id": f"record:{account.id}"} | made(account, country_name)  # type: ignore[operator]
    node["prov:wasDerivedFrom"] = [{"@id": f"record:{name}"} for name in account.document_ids]
    yield _without_none(node)
    for value in account.fields:
        if value.field not in _NO_CLAIMS:
            for claim in value.all_claims:
                yield _without_none(_annotation(account, value, claim, text_of))


def document_nodes(source: Source, reader: str) -> Iterator[Node]:
    """Yield the document, the activity of reading it, and the reader that did it."""
    document = f"record:{source.document_id}"
    agent = f"record:reader/{reader}"
    yield _without_none(
        {
            "@id": document,
            "@type": ["schema:CreativeWork", "prov:Entity"],
            "schema:name": source.title,
            "schema:publisher": {"@type": "schema:Organization", "schema:name": source.publisher}
            if source.publisher
            else None,
            "schema:datePublished": source.published,
            "shuttle:publishedBasis": source.published_basis,
            "schema:url": {"@id": source.url}
            if source.url and source.url.startswith(("http://", "https://"))
            else None,
            "shuttle:side": {"@id": f"country:{source.side}"} if source.side else None,
            "shuttle:sourceKind": source.kind,
        }
    )
    yield {
        "@id": f"{document}/reading",
        "@type": "prov:Activity",
        "prov:used": {"@id": document},
        "prov:wasAssociatedWith": {"@id": agent, "@type": "prov:SoftwareAgent", "schema:name": reader},
    }


def _meeting(account: MeetingAccount, country_name: CountryName) -> Node:
    parties = and_list(map(country_name, account.countries))
    where = f", {account.place.name}" if account.place else ""
    return {
        "@type": "schema:Event",
        "schema:name": f"Meeting of {parties}{where}, {date_words(account.start, account.end)}",
        **_event(account),
        "schema:eventAttendanceMode": {"@id": _ATTENDANCE[account.mode]} if account.mode in _ATTENDANCE else None,
        "schema:location": {
            "@type": "schema:Place",
            "schema:name": account.place.name,
            "schema:addressCountry": {"@id": f"country:{account.place.country}"} if account.place.country else None,
        }
        if account.place
        else None,
        "schema:duration": f"PT{account.duration}M" if account.duration else None,
        "schema:organizer": _government(account.host, country_name) if account.host else None,
        "schema:attendee": [_government(code, country_name) for code in account.countries]
        + [_person(person, country_name) for person in account.people],
        "schema:subEvent": [
            _without_none(
                {
                    "@type": "schema:Event",
                    "schema:name": session.format,
                    "shuttle:startTime": session.start_time.value,
                    "schema:duration": f"PT{session.duration_minutes.value}M"
                    if session.duration_minutes.value
                    else None,
                }
            )
            for session in account.sessions
        ],
        "shuttle:level": account.level,
        "shuttle:mode": account.mode,
        "shuttle:startTime": account.start_time,
        "shuttle:format": list(account.formats),
        "shuttle:ordinal": account.ordinal,
    }


def _visit(account: VisitAccount, country_name: CountryName) -> Node:
    person = account.person
    return {
        "@type": ["schema:Event", "shuttle:Visit"],
        "schema:name": f"Visit of {person.name or person.office or 'an office-holder'} to "
        f"{country_name(account.to_country)}, {date_words(account.start, account.end)}",
        **_event(account),
        "schema:attendee": [_person(person, country_name)],
        "schema:location": {"@id": f"country:{account.to_country}"},
        "schema:organizer": _government(account.to_country, country_name),
        "shuttle:from": {"@id": f"country:{account.from_country}"} if account.from_country else None,
        "shuttle:visitClass": account.visit_class,
    }


def _event(account: MeetingAccount | VisitAccount) -> Node:
    code = account.code
    return {
        "schema:startDate": account.start,
        "schema:endDate": account.end or account.start,
        "schema:eventStatus": {"@id": _SCHEMA_STATUS[account.status]} if account.status in _SCHEMA_STATUS else None,
        "shuttle:status": account.status,
        "schema:superEvent": {"@type": "schema:Event", "schema:name": account.forum} if account.forum else None,
        "shuttle:cameo": code.cameo if code else None,
        "shuttle:plover": code.plover if code else None,
    }


def _other(account: Account, country_name: CountryName) -> Node:
    del country_name  # codes are enough here; events have names, since people read them
    node: Node = {"@type": [_OWN_TYPES[type(account)], "prov:Entity"]}
    for value in account.fields:
        if value.field == "code":
            continue
        plain = value.value
        if isinstance(plain, Person):
            node[f"shuttle:{value.field}"] = _person(plain, lambda code: code)
        elif value.field == "by":
            node["shuttle:by"] = [{"@id": f"country:{code}"} for code in plain or ()]
        elif value.field in ("action", "text"):
            node["schema:text"] = plain
        else:
            node[f"shuttle:{value.field}"] = list(plain) if isinstance(plain, tuple) else plain
    if not isinstance(account, MeetingAccount | VisitAccount) and account.meeting:
        node["shuttle:meeting"] = {"@id": f"record:{account.meeting}"}
    if isinstance(account, OutcomeAccount) and account.follows_meeting:
        node["shuttle:followsMeeting"] = {"@id": f"record:{account.follows_meeting}"}
    return node


def _government(code: str, country_name: CountryName) -> Node:
    return {
        "@id": f"record:government/{code}",
        "@type": "schema:GovernmentOrganization",
        "schema:name": f"Government of {country_name(code)}",
        "schema:areaServed": {"@id": f"country:{code}"},
    }


def _person(person: Person | PersonAccount, country_name: CountryName) -> Node:
    return _without_none(
        {
            "@type": "schema:Person",
            "schema:name": person.name,
            "schema:jobTitle": person.office,
            "schema:affiliation": _government(person.country, country_name) if person.country else None,
        }
    )


def _annotation(account: Account, value: FieldValue, claim: Claim, text_of: TextOf) -> Node:
    """Return a claim: a document says, in these words, that a field of the account is a value."""
    by_person = claim.rule.startswith("judged by ")
    return {
        "@id": f"record:{account.id}/claim/{claim.id}",
        "@type": ["oa:Annotation", "prov:Entity"],
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "oa:hasBody": {
            "@type": "shuttle:Claim",
            "shuttle:about": {"@id": f"record:{account.id}"},
            "shuttle:kind": OF_ACCOUNT[type(account)].removesuffix("s"),
            "shuttle:field": claim.field,
            "rdf:value": {"@type": "@json", "@value": _plain(claim.value)},
            "shuttle:agrees": claim in value.claims,
        },
        "oa:hasTarget": [_target(claim.document_id, item, text_of) for item in claim.evidence],
        "shuttle:rule": claim.rule,
        "prov:wasDerivedFrom": {"@id": f"record:{claim.document_id}"},
        "prov:wasGeneratedBy": None if by_person else {"@id": f"record:{claim.document_id}/reading"},
        "prov:wasAttributedTo": {"@type": "prov:Person", "schema:name": claim.rule.removeprefix("judged by ")}
        if by_person
        else None,
    }


def _target(document: str, item: Evidence, text_of: TextOf) -> Node:
    text = text_of(document)
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": f"record:{document}"},
        "oa:hasSelector": [
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": item.quote,
                "oa:prefix": text[max(0, item.start - _AROUND) : item.start],
                "oa:suffix": text[item.end : item.end + _AROUND],
            },
            {"@type": "oa:TextPositionSelector", "oa:start": item.start, "oa:end": item.end},
        ],
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(part) for key, part in asdict(value).items() if key != "evidence"}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value


def _without_none(node: Node) -> Node:
    return {key: _without_none(value) if isinstance(value, dict) and key != "rdf:value" else value
            for key, value in node.items() if value is not None and value != []}  # fmt: skip
