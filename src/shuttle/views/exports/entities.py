"""Accounts as FollowTheMoney entities and statements, for the tools of investigative data.

In:   accounts and documents, one at a time.
Out:  entities as its library reads them (one JSON object a line), and its statements, each with its document.

Meetings are Events, visits Trips (Events where nobody says from where), promises between governments UnknownLinks,
everything else that is said Notes; governments are PublicBodies, offices Positions with Occupancies. People are told
apart by their letters and country, not resolved further: that is left to the reader's own tools.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shuttle.ledger.names import letters
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
from shuttle.records.claims import Source
from shuttle.records.findings import Person
from shuttle.views.exports.cells import plain_text
from shuttle.views.wording import CountryName, and_list, clean, date_words, shortened

__all__ = ["DATASET", "Entities", "Entity", "statements_of"]

DATASET = "shuttle"
# Types of properties that are statements need to name; the rest are strings.
_TYPES = {
    "name": "name", "country": "country", "jurisdiction": "country", "startDate": "date", "endDate": "date",
    "date": "date", "publishedAt": "date", "sourceUrl": "url", "summary": "text", "description": "text",
    "location": "address", "full": "address", "involved": "entity", "organizer": "entity", "proof": "entity",
    "holder": "entity", "post": "entity", "organization": "entity", "subject": "entity", "object": "entity",
    "entity": "entity", "startLocation": "entity", "endLocation": "entity",
}  # fmt: skip
_HASH = 16


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: its schema, and for each property its values, none twice.

    Attributes:
        origin: the document that its values are from; the first where several agree. None for what stands for itself.
    """

    id: str
    schema: str
    properties: dict[str, tuple[str, ...]]
    origin: str | None = None

    def json(self) -> dict[str, Any]:
        """Return it as the library reads it."""
        return {
            "id": self.id,
            "schema": self.schema,
            "caption": next(iter(self.properties.get("name", ())), self.id),
            "properties": {name: list(values) for name, values in self.properties.items()},
            "datasets": [DATASET],
        }


@dataclass(slots=True)
class _Seen:
    """Somebody in an office, and the first and last day they were seen there."""

    names: dict[str, None] = field(default_factory=dict)
    country: str | None = None
    offices: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)


class Entities:
    """Makes entities of accounts; what several share (people, offices, governments) is kept until `shared`.

    Memory grows with the number of different people and offices, not with that of accounts.
    """

    def __init__(self, country_name: CountryName, alpha2: Callable[[str], str]) -> None:
        self._name = country_name
        self._alpha2 = alpha2
        self._people: dict[str, _Seen] = {}
        self._countries: dict[str, None] = {}
        self._places: dict[str, None] = {}

    def of_source(self, source: Source) -> Entity:
        """Return a document."""
        return _entity(
            source.document_id,
            "Article",
            source.document_id,
            title=[source.title or source.name],
            name=[source.title or source.name],
            publisher=[source.publisher],
            publishedAt=[source.published],
            sourceUrl=_web([source]),
            fileName=[source.source.replace("\\", "/").rsplit("/", 1)[-1]],
        )

    def of_account(self, account: Account) -> Iterator[Entity]:
        """Yield the entity of ``account``."""
        origin = account.document_ids[0] if account.sources else None
        common = {"proof": account.document_ids, "sourceUrl": _web(account.sources)}
        if isinstance(account, MeetingAccount):
            yield self._meeting(account, origin, common)
        elif isinstance(account, VisitAccount):
            yield self._visit(account, origin, common)
        elif isinstance(account, CommitmentAccount):
            yield self._promise(account, origin, common)
        elif isinstance(account, StatementAccount):
            speaker = self._person(account.speaker, account.said_on, account.document_ids)
            yield _note(account.id, origin, account.text, ["statement", "quoted" if account.quoted else "reported"],
                        [*speaker, *self._meeting_of(account.meeting)], common)  # fmt: skip
        elif isinstance(account, NextStepAccount | OutcomeAccount):
            word = account.kind if isinstance(account, NextStepAccount) else account.effect
            kind = "next step" if isinstance(account, NextStepAccount) else "outcome"
            about = [*map(self._government, account.by), *self._meeting_of(account.meeting)]
            yield _note(account.id, origin, account.text, [kind, word], about, common)

    def shared(self) -> Iterator[Entity]:
        """Yield the people, offices, governments and countries that accounts spoke of; ask for it last."""
        for name, seen in self._people.items():
            proof = list(seen.documents)
            if seen.names:
                yield _entity(name, "Person", proof[0], name=seen.names, country=self._alpha(seen.country), proof=proof)
            for office, (first, last) in seen.offices.items():
                post = self._post(office, seen.country)
                if seen.names:
                    yield _entity(
                        f"occ-{_hash(name, post)}", "Occupancy", proof[0],
                        holder=[name], post=[post], date=[first, last], proof=proof,
                    )  # fmt: skip
        posts = {
            (self._post(office, seen.country), office, seen.country)
            for seen in self._people.values()
            for office in seen.offices
        }
        for post, office, country in sorted(posts, key=lambda item: item[0]):
            body = [self._government(country)] if country else []
            title = f"{office} of {self._name(country)}" if country else office
            yield _entity(post, "Position", None, name=[title], country=self._alpha(country), organization=body)
        for code in self._countries:
            yield _entity(
                f"gov-{code.lower()}", "PublicBody", None,
                name=[f"Government of {self._name(code)}"], country=self._alpha(code), jurisdiction=self._alpha(code),
            )  # fmt: skip
        for code in self._places:
            yield _entity(f"addr-{code.lower()}", "Address", None, full=[self._name(code)], country=self._alpha(code))

    def _meeting(self, account: MeetingAccount, origin: str | None, common: Mapping[str, Iterable[str]]) -> Entity:
        people = [name for entry in account.people for name in self._person(entry, account.start, account.document_ids)]
        parties = and_list(map(self._name, account.countries))
        status = "" if account.status == "held" else f" ({account.status})"
        place = account.place
        where = (
            [part for part in (place.name, self._name(place.country) if place.country else "") if part] if place else []
        )
        told = [*account.formats, f"{account.duration} minutes" if account.duration else ""]
        return _entity(
            account.id, "Event", origin,
            name=[f"Meeting of {parties or 'parties not named'}, {date_words(account.start, account.end)}{status}"],
            startDate=[account.start], endDate=[account.end],
            location=[", ".join(where)] if where else [],
            country=self._alpha(place.country) if place else [],
            involved=[*map(self._government, account.countries), *people],
            organizer=[self._government(account.host)] if account.host else [],
            summary=["; ".join(part for part in told if part)],
            keywords=[account.status, account.level, account.mode, account.forum],
            **common,
        )  # fmt: skip

    def _visit(self, account: VisitAccount, origin: str | None, common: Mapping[str, Iterable[str]]) -> Entity:
        traveller = self._person(account.person, account.start, account.document_ids)
        ends: dict[str, list[str]] = {}
        if account.from_country:
            self._places.update(dict.fromkeys((account.from_country, account.to_country)))
            ends = {"startLocation": [f"addr-{account.from_country.lower()}"],
                    "endLocation": [f"addr-{account.to_country.lower()}"]}  # fmt: skip
        who = account.person.name or account.person.office or "an office-holder"
        status = "" if account.status == "held" else f" ({account.status})"
        day = date_words(account.start, account.end)
        return _entity(
            account.id, "Trip" if ends else "Event", origin,
            name=[f"Visit of {who} to {self._name(account.to_country)}, {day}{status}"],
            startDate=[account.start], endDate=[account.end],
            location=[self._name(account.to_country)], country=self._alpha(account.to_country),
            involved=[*traveller, *(self._government(c) for c in (account.from_country,) if c)],
            organizer=[self._government(account.to_country)],
            keywords=[account.status, account.visit_class, account.forum],
            **ends, **common,
        )  # fmt: skip

    def _promise(self, account: CommitmentAccount, origin: str | None, common: Mapping[str, Iterable[str]]) -> Entity:
        bound = [self._government(code) for code in account.by]
        words = [account.strength, *account.areas]
        if len(bound) < 2:
            return _note(account.id, origin, account.action, ["commitment", *words],
                         [*bound, *self._meeting_of(account.meeting)], common)  # fmt: skip
        return _entity(
            account.id, "UnknownLink", origin,
            subject=bound[:1], object=bound[1:], role=[account.strength], summary=[account.action],
            description=["; ".join(account.areas)], endDate=[account.deadline], recordId=[account.meeting], **common,
        )  # fmt: skip

    def _person(self, person: Person | PersonAccount, day: str | None, documents: Iterable[str]) -> list[str]:
        """Keep somebody and return their id; a nameless one leaves only the office."""
        name = clean(person.name) if person.name else ""
        office = clean(person.office) if person.office else ""
        if not name and not office:
            return []
        key = (
            f"person-{_hash(letters(name) or name, person.country or '')}"
            if name
            else f"nobody-{_hash(office, person.country or '')}"
        )
        seen = self._people.setdefault(key, _Seen(country=person.country))
        seen.documents.update(dict.fromkeys(documents))
        if name:
            seen.names[name] = None
        if office:
            first, last = seen.offices.get(office, (day, day))
            seen.offices[office] = (
                min(filter(None, (first, day)), default=None),
                max(filter(None, (last, day)), default=None),
            )
        return [key] if name else []

    def _government(self, code: str) -> str:
        self._countries[code] = None
        return f"gov-{code.lower()}"

    def _post(self, office: str, country: str | None) -> str:
        return f"pos-{_hash(office.casefold(), country or '')}"

    def _alpha(self, code: str | None) -> list[str]:
        found = self._alpha2(code).lower() if code else ""
        return [found] if found else []

    def _meeting_of(self, meeting: str | None) -> list[str]:
        return [meeting] if meeting else []


def statements_of(entity: Entity) -> Iterator[dict[str, Any]]:
    """Yield the statements of an entity, as the library reads them from JSON lines."""
    for prop, values in entity.properties.items():
        for value in values:
            key = f"{DATASET}.{entity.id}.{prop}.{value}"
            yield {
                "id": hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest(),
                "entity_id": entity.id,
                "canonical_id": entity.id,
                "schema": entity.schema,
                "prop": prop,
                "prop_type": _TYPES.get(prop, "string"),
                "value": value,
                "dataset": DATASET,
                "lang": None,
                "original_value": None,
                "external": False,
                "first_seen": None,
                "last_seen": None,
                "origin": entity.origin,
            }


def _entity(name: str, schema: str, origin: str | None, /, **properties: Iterable[str | None]) -> Entity:
    kept = {
        prop: tuple(dict.fromkeys(text for value in values if value and (text := plain_text(value).strip())))
        for prop, values in properties.items()
    }
    return Entity(name, schema, {prop: values for prop, values in kept.items() if values}, origin)


def _note(
    name: str, origin: str | None, text: str, words: Iterable[str | None], about: Iterable[str],
    common: Mapping[str, Iterable[str]],
) -> Entity:  # fmt: skip
    return _entity(
        name, "Note", origin, name=[shortened(text, 80)], description=[text], keywords=words, entity=about, **common
    )


def _web(sources: Iterable[Source]) -> list[str]:
    return [s.url for s in sources if s.url and s.url.lower().startswith(("http://", "https://"))]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]
