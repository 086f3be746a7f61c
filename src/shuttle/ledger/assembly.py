"""Accounts from the findings that tell of the same thing.

In:   the findings of one account, each with its source.
Out:  the account: every field with its value, the rule that chose it, and every claim.

Pure: the ledger loads, this puts together. The order in which findings are given does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from shuttle.ledger import names
from shuttle.ledger.values import Weight, choose, collect
from shuttle.records.accounts import (
    Account,
    CommitmentAccount,
    MeetingAccount,
    Membership,
    NextStepAccount,
    OutcomeAccount,
    PersonAccount,
    SessionAccount,
    StatementAccount,
    VisitAccount,
)
from shuttle.records.claims import Claim, FieldValue, Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Finding, Meeting, Outcome, Person, Statement, Visit

__all__ = ["Held", "assemble", "claims_of", "in_order_of_publication"]

_NO_CLAIM = frozenset({"id", "main", "rule", "evidence"})
# Ids of meetings in a reading: an account leads to their accounts instead.
_MEETINGS = frozenset({"meeting", "follows_meeting"})
_LISTS = frozenset({"countries", "people", "formats", "sessions", "by", "areas"})
# The reading format's names of fields, where evidence uses them.
_PYTHON = {"from": "from_country", "to": "to_country", "class": "visit_class"}
_TOLD_AFTERWARDS = frozenset({"held", "cancelled", "postponed"})
# Of each kind of finding the fields of which sources make claims.
_FIELDS: Mapping[type[Any], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in _NO_CLAIM) for kind in get_args(Finding)
}
# And what an account has for each of them where no source makes any.
_UNCLAIMED: Mapping[type[Any], tuple[FieldValue, ...]] = {
    kind: tuple(FieldValue(name, None, "no claim") for name in names if name not in _MEETINGS)
    for kind, names in _FIELDS.items()
}


@dataclass(frozen=True, slots=True)
class Held:
    """A finding as the ledger holds it, with its source."""

    finding: Finding
    source: Source


def claims_of(finding: Finding, document_id: str) -> tuple[Claim, ...]:
    """Return one claim for every field that ``finding`` gives.

    Sessions and people have claims of their own besides, ``<finding>.sessions.0`` and so on.
    """
    support = _support(finding.evidence)
    whole = support[None]
    name, rule = finding.id, finding.rule
    found = []
    for field in _FIELDS[type(finding)]:
        value = getattr(finding, field)
        if value is not None and value != ():
            found.append(Claim(f"{name}.{field}", name, field, value, support.get(field, whole), document_id, rule))
    return tuple(found)


def _support(evidence: Sequence[Evidence]) -> dict[str | None, tuple[Evidence, ...]]:
    """Return the passages that name each field; under None those for all others: of the whole finding, else all."""
    found: dict[str | None, tuple[Evidence, ...]] = {}
    for item in evidence:
        field = _PYTHON.get(item.field or "", item.field)
        found[field] = (*found.get(field, ()), item)
    found.setdefault(None, tuple(evidence))
    return found


def _supporting(evidence: Sequence[Evidence], field: str) -> tuple[Evidence, ...]:
    support = _support(evidence)
    return support.get(field, support[None])


def in_order_of_publication(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return ``sources``, none twice, the earliest published first and those without a date last."""
    unique = {source.document_id: source for source in sources}
    return tuple(sorted(unique.values(), key=lambda s: (s.published or "9999", s.document_id)))


def assemble(
    account: str,
    held: Sequence[Held],
    memberships: Sequence[Membership] = (),
    meeting: str | None = None,
    follows_meeting: str | None = None,
) -> Account:
    """Return the account of ``held``, all of one kind and at least one.

    Args:
        account: its id.
        held: the findings with their sources.
        memberships: why each finding is in it.
        meeting: the account of the meeting under which a commitment, statement, step or outcome stands.
        follows_meeting: the account of the meeting that an outcome refers back to.
    """
    held = sorted(held, key=lambda item: item.finding.id)
    parties = {code for item in held for code in _parties(item.finding)}
    weights = {item.finding.id: _weight(item, parties) for item in held}
    claims: dict[str, list[Claim]] = {}
    for item in held:
        for claim in claims_of(item.finding, item.source.document_id):
            claims.setdefault(claim.field, []).append(claim)
    sample = held[0].finding
    people = _people(held, weights) if isinstance(sample, Meeting) else ()
    values: list[FieldValue] = []
    for nothing in _UNCLAIMED[type(sample)]:
        name = nothing.field
        given = claims.get(name)
        if given is None:
            values.append(nothing)
        elif name == "end":
            values.append(_end(given, values, weights))
        elif name == "people" and people:
            # Each once, under the fullest name.
            values.append(replace(collect(name, given, weights), value=tuple(person.person for person in people)))
        else:
            values.append((collect if name in _LISTS else choose)(name, given, weights))
    base: dict[str, Any] = {
        "id": account,
        "findings": tuple(item.finding.id for item in held),
        "sources": in_order_of_publication(item.source for item in held),
        "fields": tuple(values),
        "memberships": tuple(sorted(memberships, key=lambda m: m.finding)),
    }
    if isinstance(sample, Meeting):
        main = [item for item in held if isinstance(item.finding, Meeting) and item.finding.main]
        about = in_order_of_publication(item.source for item in main)
        return MeetingAccount(
            **base,
            people=people,
            sessions=_sessions(held, weights),
            about=tuple(source.document_id for source in about),
        )
    if isinstance(sample, Visit):
        return VisitAccount(**base)
    if isinstance(sample, Commitment):
        return CommitmentAccount(**base, meeting=meeting)
    if isinstance(sample, Statement):
        return StatementAccount(**base, meeting=meeting)
    if isinstance(sample, Outcome):
        return OutcomeAccount(**base, meeting=meeting, follows_meeting=follows_meeting)
    return NextStepAccount(**base, meeting=meeting)


def _parties(finding: Finding) -> Iterator[str]:
    if isinstance(finding, Meeting):
        yield from finding.countries
    elif isinstance(finding, Visit):
        yield from (code for code in (finding.from_country, finding.to_country) if code)
    elif isinstance(finding, Statement):
        yield from (code for code in (finding.speaker.country,) if code)
    else:
        yield from finding.by


def _weight(item: Held, parties: set[str]) -> Weight:
    finding = item.finding
    planned = isinstance(finding, (Meeting, Visit)) and finding.status not in _TOLD_AFTERWARDS
    named = isinstance(finding, Commitment) and finding.asserted_by is not None
    return Weight(item.source, happened=not planned, party=item.source.side in parties, official=named)


def _end(claims: list[Claim], values: Sequence[FieldValue], weights: dict[str, Weight]) -> FieldValue:
    """Return the last day, from the claims that put it after the first; the others differ."""
    start = next(value.value for value in values if value.field == "start")
    fitting = [claim for claim in claims if start is None or claim.value > start]
    value = choose("end", fitting, weights)
    misfits = tuple(sorted((claim for claim in claims if claim not in fitting), key=lambda claim: claim.id))
    return replace(value, differing=value.differing + misfits)


def _people(held: Sequence[Held], weights: dict[str, Weight]) -> tuple[PersonAccount, ...]:
    """Return everybody that some source names, each once: named ones first put together, then those by office only."""
    singles: list[tuple[Person, Claim]] = []
    for item in sorted(held, key=lambda h: _first(h, weights)):
        if isinstance(item.finding, Meeting):
            for number, person in enumerate(item.finding.people):
                singles.append((person, _person_claim(item, number, person)))
    people: list[list[tuple[Person, Claim]]] = []
    for person, claim in sorted(singles, key=lambda single: single[0].name is None):
        home = next((group for group in people if _same(person, [known for known, _ in group])), None)
        if home is None:
            people.append([(person, claim)])
        else:
            home.append((person, claim))
    return tuple(_person(group) for group in people)


def _first(item: Held, weights: dict[str, Weight]) -> tuple[Any, ...]:
    weight = weights[item.finding.id]
    return (
        not weight.happened,
        -weight.rank,
        item.source.published or "9999",
        item.source.document_id,
        item.finding.id,
    )


def _same(person: Person, group: Sequence[Person]) -> bool:
    for known in group:
        if person.country != known.country:
            continue
        if person.name and known.name:
            if names.same_person_name(person.name, known.name):
                return True
        elif names.same_office(person.office, known.office):
            return True
    return False


def _person(group: Sequence[tuple[Person, Claim]]) -> PersonAccount:
    named = [person.name for person, _ in group if person.name]
    # Sources come best first, so that the first of the fullest names is the best source's.
    name = max(named, key=lambda n: len(names.tokens(n)), default=None)
    office = next((person.office for person, _ in group if person.office), None)
    return PersonAccount(name, office, group[0][0].country, tuple(claim for _, claim in group))


def _person_claim(item: Held, number: int, person: Person) -> Claim:
    evidence = _supporting(item.finding.evidence, "people")
    naming = tuple(passage for passage in evidence if person.name and person.name in passage.quote)
    return Claim(
        f"{item.finding.id}.people.{number}",
        item.finding.id,
        "people",
        person,
        naming or evidence,
        item.source.document_id,
        item.finding.rule,
    )


def _sessions(held: Sequence[Held], weights: dict[str, Weight]) -> tuple[SessionAccount, ...]:
    """Return the parts of a meeting, one for each format, in the order of their start, then of the best source."""
    by_format: dict[Any, list[Claim]] = {}
    for item in sorted(held, key=lambda h: _first(h, weights)):
        if not isinstance(item.finding, Meeting):
            continue
        for number, session in enumerate(item.finding.sessions):
            claim = Claim(
                f"{item.finding.id}.sessions.{number}",
                item.finding.id,
                "sessions",
                session,
                session.evidence or item.finding.evidence,
                item.source.document_id,
                item.finding.rule,
            )
            by_format.setdefault(session.format, []).append(claim)
    sessions = []
    for format_, claims in by_format.items():
        parts = {}
        for name in ("start_time", "duration_minutes"):
            given = [
                replace(claim, id=f"{claim.id}.{name}", field=name, value=getattr(claim.value, name))
                for claim in claims
                if getattr(claim.value, name) is not None
            ]
            parts[name] = choose(name, given, weights)
        sessions.append(SessionAccount(format_, parts["start_time"], parts["duration_minutes"], tuple(claims)))
    # Stable: those without a time keep the place after their neighbours that the best source gave them.
    return tuple(sorted(sessions, key=lambda s: s.start_time.value or "99:99"))
