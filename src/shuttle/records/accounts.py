"""Accounts: what all documents together say of one meeting, visit, commitment, statement or step.

An account is put together by the ledger from findings that tell of the same thing. Every value in
it carries the claims it rests on (`shuttle.records.claims`), so that whoever shows it can show the
words. An account's id is its smallest finding's id with an ``a`` after the first letter
(``m-3f...`` -> ``ma-3f...``); it stays resolvable when accounts grow together, since each finding
leads to the account that holds it today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from shuttle.records.claims import Claim, FieldValue, Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Finding,
    Level,
    MeetingFormat,
    Mode,
    Person,
    Place,
    Status,
    StepKind,
    Strength,
    VisitClass,
)

__all__ = [
    "Account",
    "AreaAccount",
    "Claim",
    "CommitmentAccount",
    "FieldValue",
    "FindingRecord",
    "IssueAccount",
    "MeetingAccount",
    "Membership",
    "NextStepAccount",
    "PairAccount",
    "PersonAccount",
    "SessionAccount",
    "Source",
    "StatementAccount",
    "VisitAccount",
    "account_id",
]


def account_id(findings: tuple[str, ...] | frozenset[str] | list[str]) -> str:
    """Return the id of the account that holds ``findings``, all of one kind and at least one.

    >>> account_id(["m-b2", "m-a1"])
    'ma-a1'
    """
    kind, _, digits = min(findings).partition("-")
    return f"{kind}a-{digits}"


@dataclass(frozen=True, slots=True)
class Membership:
    """The judgement that a finding belongs to an account; a later one supersedes it.

    Attributes:
        seq: its place in the ledger's order.
        account: None if the finding was taken out (a newer reading no longer has it).
        score: from 0 to 1; 1 for a finding that is alone or fits in everything.
        reasons: what spoke for it, in words for a person.
        method: the rule or person that decided.
        recorded_at: when, ISO 8601 in UTC.
    """

    seq: int
    finding: str
    account: str | None
    score: float
    reasons: tuple[str, ...]
    method: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class _Account:
    """What all accounts have: an id, the findings they hold, their sources and fields."""

    id: str
    findings: tuple[str, ...]
    sources: tuple[Source, ...]
    fields: tuple[FieldValue, ...]
    # Why each finding is in it; when that was recorded makes no difference to what the account says.
    memberships: tuple[Membership, ...] = field(default=(), kw_only=True, compare=False)

    @property
    def document_ids(self) -> tuple[str, ...]:
        """Ids of the documents that tell of it, in the order of publication."""
        return tuple(source.document_id for source in self.sources)

    def field(self, name: str) -> FieldValue:
        """Return the field called ``name``: a `FieldValue` without claims if no source gives it.

        Raises:
            KeyError: this kind of account has no such field.
        """
        for value in self.fields:
            if value.field == name:
                return value
        raise KeyError(f"{type(self).__name__} has no field {name!r}; it has {[v.field for v in self.fields]}")

    def value(self, name: str) -> Any:
        """Return the value of the field called ``name``, None if no source gives it."""
        return self.field(name).value

    def claims(self) -> Iterator[Claim]:
        """Yield every claim of every field."""
        for value in self.fields:
            yield from value.all_claims

    @property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """Every passage that the account's values rest on, with its document's id, none twice."""
        return tuple(dict.fromkeys(pair for value in self.fields for pair in value.evidence))

    def source(self, document_id: str) -> Source:
        """Return the source with this document id.

        Raises:
            KeyError: the document tells nothing of this account.
        """
        for source in self.sources:
            if source.document_id == document_id:
                return source
        raise KeyError(f"{self.id} has no source {document_id!r}; it has {list(self.document_ids)}")

    @property
    def differences(self) -> tuple[FieldValue, ...]:
        """The fields on which sources differ.

        A plan that was then carried out is no difference: `status` counts only where the sources
        cannot all be right in turn (held against cancelled).
        """
        return tuple(value for value in self.fields if value.differing and not _mere_progress(value))


@dataclass(frozen=True, slots=True)
class PersonAccount:
    """Somebody who took part: the fullest name that sources give, and the claims that name them."""

    name: str | None
    office: str | None
    country: str | None
    claims: tuple[Claim, ...]

    @property
    def person(self) -> Person:
        """The same as a plain record."""
        return Person(self.name, self.office, self.country)


@dataclass(frozen=True, slots=True)
class SessionAccount:
    """A part of a meeting, by its format; fields ``start_time`` and ``duration_minutes``."""

    format: MeetingFormat
    start_time: FieldValue
    duration_minutes: FieldValue
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class MeetingAccount(_Account):
    """One meeting as all sources tell of it.

    Its ``fields`` are those of `shuttle.records.findings.Meeting`: status, level, mode, start, end,
    date_text, start_time, duration_minutes, countries, people, place, host, forum, formats,
    sessions, ordinal. The properties below give their values.

    Attributes:
        people: those who took part, heads of the parties first.
        sessions: the parts, in the order of their start where that is known.
        about: ids of the documents that are about it (it is their main meeting).
    """

    people: tuple[PersonAccount, ...] = ()
    sessions: tuple[SessionAccount, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """Held, planned, proposed, postponed or cancelled."""
        status: Status = self.value("status")
        return status

    @property
    def level(self) -> Level | None:
        """The level of those who meet."""
        level: Level | None = self.value("level")
        return level

    @property
    def mode(self) -> Mode | None:
        """In person, by phone or by video."""
        mode: Mode | None = self.value("mode")
        return mode

    @property
    def start(self) -> str | None:
        """First day, as precise as the best source."""
        start: str | None = self.value("start")
        return start

    @property
    def end(self) -> str | None:
        """Last day; None where it ends on the day it began."""
        end: str | None = self.value("end")
        return end

    @property
    def start_time(self) -> str | None:
        """``HH:MM``, local time."""
        time: str | None = self.value("start_time")
        return time

    @property
    def duration(self) -> int | None:
        """Length in minutes."""
        minutes: int | None = self.value("duration_minutes")
        return minutes

    @property
    def countries(self) -> tuple[str, ...]:
        """Alpha-3 codes of the parties."""
        countries: tuple[str, ...] = self.value("countries") or ()
        return countries

    @property
    def place(self) -> Place | None:
        """Where it was held."""
        place: Place | None = self.value("place")
        return place

    @property
    def host(self) -> str | None:
        """Alpha-3 code of the party or third country that received the others."""
        host: str | None = self.value("host")
        return host

    @property
    def forum(self) -> str | None:
        """The multilateral event it was held beside."""
        forum: str | None = self.value("forum")
        return forum

    @property
    def formats(self) -> tuple[MeetingFormat, ...]:
        """Every format that some source names."""
        formats: tuple[MeetingFormat, ...] = self.value("formats") or ()
        return formats

    @property
    def ordinal(self) -> int | None:
        """3 for "third meeting"; sources count under rules of their own, so they often differ."""
        ordinal: int | None = self.value("ordinal")
        return ordinal


@dataclass(frozen=True, slots=True)
class VisitAccount(_Account):
    """One journey; fields person, from_country, to_country, start, end, visit_class, status, forum."""

    @property
    def person(self) -> Person:
        """Who travels."""
        person: Person = self.value("person")
        return person

    @property
    def from_country(self) -> str | None:
        """Alpha-3 code of the country they travel from."""
        country: str | None = self.value("from_country")
        return country

    @property
    def to_country(self) -> str:
        """Alpha-3 code of the country they travel to."""
        country: str = self.value("to_country")
        return country

    @property
    def start(self) -> str | None:
        """First day, as precise as the best source."""
        start: str | None = self.value("start")
        return start

    @property
    def end(self) -> str | None:
        """Last day; None where it ends on the day it began."""
        end: str | None = self.value("end")
        return end

    @property
    def visit_class(self) -> VisitClass | None:
        """The class that was stated."""
        visit_class: VisitClass | None = self.value("visit_class")
        return visit_class

    @property
    def status(self) -> Status:
        """Held, planned, proposed, postponed or cancelled."""
        status: Status = self.value("status")
        return status

    @property
    def forum(self) -> str | None:
        """The multilateral event that was its occasion."""
        forum: str | None = self.value("forum")
        return forum


@dataclass(frozen=True, slots=True)
class CommitmentAccount(_Account):
    """One promise, in the words of its best source; fields action, by, strength, areas, deadline, asserted_by.

    Attributes:
        meeting: id of the account of the meeting at which it was made; None if no source says.
    """

    meeting: str | None = None

    @property
    def action(self) -> str:
        """What is promised, verbatim from the best source; the other wordings stand in the field's claims."""
        action: str = self.value("action")
        return action

    @property
    def by(self) -> tuple[str, ...]:
        """Alpha-3 codes of those bound."""
        by: tuple[str, ...] = self.value("by") or ()
        return by

    @property
    def strength(self) -> Strength:
        """How firmly they are bound."""
        strength: Strength = self.value("strength")
        return strength

    @property
    def areas(self) -> tuple[str, ...]:
        """Names from the taxonomy of areas."""
        areas: tuple[str, ...] = self.value("areas") or ()
        return areas

    @property
    def deadline(self) -> str | None:
        """The date by which it is due."""
        deadline: str | None = self.value("deadline")
        return deadline

    @property
    def asserted_by(self) -> str | None:
        """Who says so (a country code or a name); None if the documents themselves do."""
        asserted_by: str | None = self.value("asserted_by")
        return asserted_by


@dataclass(frozen=True, slots=True)
class StatementAccount(_Account):
    """What somebody said, once, however many documents carry it; fields speaker, quoted, text, said_on.

    Attributes:
        meeting: id of the account of the meeting that its document is about; None if of none.
    """

    meeting: str | None = None

    @property
    def speaker(self) -> Person:
        """Who said it."""
        speaker: Person = self.value("speaker")
        return speaker

    @property
    def quoted(self) -> bool:
        """Whether ``text`` is the speaker's own words."""
        return bool(self.value("quoted"))

    @property
    def text(self) -> str:
        """The words."""
        text: str = self.value("text")
        return text

    @property
    def said_on(self) -> str | None:
        """When."""
        said_on: str | None = self.value("said_on")
        return said_on


@dataclass(frozen=True, slots=True)
class NextStepAccount(_Account):
    """What is to happen next; fields kind, text, by, when.

    Attributes:
        meeting: id of the account of the meeting that its document is about; None if of none.
    """

    meeting: str | None = None

    @property
    def kind(self) -> StepKind:
        """Consultation, visit, meeting, invitation, signing, review or other."""
        kind: StepKind = self.value("kind")
        return kind

    @property
    def text(self) -> str:
        """The words of the best source."""
        text: str = self.value("text")
        return text

    @property
    def by(self) -> tuple[str, ...]:
        """Alpha-3 codes of those who are to act."""
        by: tuple[str, ...] = self.value("by") or ()
        return by

    @property
    def when(self) -> str | None:
        """When it is to happen."""
        when: str | None = self.value("when")
        return when


@dataclass(frozen=True, slots=True)
class AreaAccount:
    """A topic that was discussed, with every place that names it as ``(document id, evidence)``."""

    name: str
    evidence: tuple[tuple[str, Evidence], ...]


@dataclass(frozen=True, slots=True)
class IssueAccount:
    """What was seen in a document and could not be read or resolved."""

    code: str
    message: str
    document_id: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """One finding as one document has it, and the account that holds it today."""

    finding: Finding
    source: Source
    account: str | None


Account = MeetingAccount | VisitAccount | CommitmentAccount | StatementAccount | NextStepAccount


@dataclass(frozen=True, slots=True)
class PairAccount:
    """Everything that the ledger holds of two countries.

    Meetings and visits stand in the order of time, those without a date last; a meeting of more
    parties is in it if both are among them. Commitments stand in the order of their meetings.

    Attributes:
        countries: the two alpha-3 codes, as asked for.
        areas: topics of the documents about the pair.
        issues: what could not be read in them.
        sources: every document that any of this rests on, in the order of publication.
    """

    countries: tuple[str, str]
    meetings: tuple[MeetingAccount, ...] = ()
    visits: tuple[VisitAccount, ...] = ()
    commitments: tuple[CommitmentAccount, ...] = ()
    statements: tuple[StatementAccount, ...] = ()
    next_steps: tuple[NextStepAccount, ...] = ()
    areas: tuple[AreaAccount, ...] = ()
    issues: tuple[IssueAccount, ...] = ()
    sources: tuple[Source, ...] = ()

    def meeting(self, account_id: str) -> MeetingAccount | None:
        """Return the meeting with this account id, None if the pair has none such."""
        return next((meeting for meeting in self.meetings if meeting.id == account_id), None)

    def source(self, document_id: str) -> Source:
        """Return the source with this document id.

        Raises:
            KeyError: nothing of the pair rests on the document.
        """
        for source in self.sources:
            if source.document_id == document_id:
                return source
        raise KeyError(f"no source {document_id!r} among the {len(self.sources)} of {'-'.join(self.countries)}")


def _mere_progress(value: FieldValue) -> bool:
    """Return whether the claims of a status can all have been true, one after the other."""
    if value.field != "status":
        return False
    said = {claim.value for claim in value.all_claims}
    return not ("held" in said and said & {"cancelled", "postponed"})
