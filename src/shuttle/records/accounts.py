"""Accounts: what all documents together say of one meeting, visit, commitment, statement, step or outcome.

An account is put together by the ledger from findings that tell of the same thing. Every value in
it carries the claims it rests on (`shuttle.records.claims`), so that whoever shows it can show the
words. An account's id is its smallest finding's id with an ``a`` after the first letter
(``m-3f...`` -> ``ma-3f...``); it stays resolvable when accounts grow together, since each finding
leads to the account that holds it today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from shuttle.records.claims import Claim, FieldValue, Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Effect,
    EventCode,
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
    "LEFT_APART",
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
    "OutcomeAccount",
    "PairAccount",
    "PersonAccount",
    "SessionAccount",
    "Source",
    "StatementAccount",
    "VisitAccount",
    "account_id",
]

_T = TypeVar("_T")
# The method of a membership by which a finding stays alone because its event could not be told.
LEFT_APART = "left apart"


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


class _Value(Generic[_T]):
    """A property that gives the value of the field called ``field``, or ``default`` if no source gives it."""

    def __init__(self, field: str, default: Any = None) -> None:
        self._field = field
        self._default = default

    def __get__(self, account: _Account, owner: type[_Account]) -> _T:
        value = account.value(self._field)
        answer: _T = self._default if value is None else value
        return answer


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
    sessions, ordinal, code. The properties below give their values.

    Attributes:
        people: those who took part, heads of the parties first.
        sessions: the parts, in the order of their start where that is known.
        about: ids of the documents that are about it (it is their main meeting).
    """

    people: tuple[PersonAccount, ...] = ()
    sessions: tuple[SessionAccount, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def unplaced(self) -> bool:
        """Whether it is only told of so vaguely that it may be one of several other meetings, or any."""
        return bool(self.memberships) and all(m.method == LEFT_APART for m in self.memberships)

    status = _Value[Status]("status")
    """Held, planned, proposed, postponed or cancelled."""
    level = _Value[Level | None]("level")
    """The level of those who meet."""
    mode = _Value[Mode | None]("mode")
    """In person, by phone or by video."""
    start = _Value[str | None]("start")
    """First day, as precise as the best source."""
    end = _Value[str | None]("end")
    """Last day; None where it ends on the day it began."""
    start_time = _Value[str | None]("start_time")
    """``HH:MM``, local time."""
    duration = _Value[int | None]("duration_minutes")
    """Length in minutes."""
    countries = _Value[tuple[str, ...]]("countries", ())
    """Alpha-3 codes of the parties."""
    place = _Value[Place | None]("place")
    """Where it was held."""
    host = _Value[str | None]("host")
    """Alpha-3 code of the party or third country that received the others."""
    forum = _Value[str | None]("forum")
    """The multilateral event it was held beside."""
    formats = _Value[tuple[MeetingFormat, ...]]("formats", ())
    """Every format that some source names."""
    ordinal = _Value[int | None]("ordinal")
    """3 for "third meeting"; sources count under rules of their own, so they often differ."""
    code = _Value[EventCode | None]("code")
    """What the best source's account of it is called in event data."""


@dataclass(frozen=True, slots=True)
class VisitAccount(_Account):
    """One journey; fields person, from_country, to_country, start, end, visit_class, status, forum, code, level."""

    person = _Value[Person]("person")
    """Who travels."""
    from_country = _Value[str | None]("from_country")
    """Alpha-3 code of the country they travel from."""
    to_country = _Value[str]("to_country")
    """Alpha-3 code of the country they travel to."""
    start = _Value[str | None]("start")
    """First day, as precise as the best source."""
    end = _Value[str | None]("end")
    """Last day; None where it ends on the day it began."""
    visit_class = _Value[VisitClass | None]("visit_class")
    """The class that was stated."""
    status = _Value[Status]("status")
    """Held, planned, proposed, postponed or cancelled."""
    forum = _Value[str | None]("forum")
    """The multilateral event that was its occasion."""
    level = _Value[Level | None]("level")
    """The level of whoever travels, where a table states it."""
    code = _Value[EventCode | None]("code")
    """What the best source's account of it is called in event data."""


@dataclass(frozen=True, slots=True)
class CommitmentAccount(_Account):
    """One promise, in the words of its best source; fields action, by, strength, areas, deadline,
    asserted_by, code.

    Attributes:
        meeting: id of the account of the meeting at which it was made; None if no source says.
    """

    meeting: str | None = None

    action = _Value[str]("action")
    """What is promised, verbatim from the best source; the other wordings stand in the field's claims."""
    by = _Value[tuple[str, ...]]("by", ())
    """Alpha-3 codes of those bound."""
    strength = _Value[Strength]("strength")
    """How firmly they are bound."""
    areas = _Value[tuple[str, ...]]("areas", ())
    """Names from the taxonomy of areas."""
    deadline = _Value[str | None]("deadline")
    """The date by which it is due."""
    asserted_by = _Value[str | None]("asserted_by")
    """Who says so (a country code or a name); None if the documents themselves do."""


@dataclass(frozen=True, slots=True)
class StatementAccount(_Account):
    """What somebody said, once, however many documents carry it; fields speaker, quoted, text, said_on.

    Attributes:
        meeting: id of the account of the meeting that its document is about; None if of none.
    """

    meeting: str | None = None

    speaker = _Value[Person]("speaker")
    """Who said it."""

    @property
    def quoted(self) -> bool:
        """Whether ``text`` is the speaker's own words."""
        return bool(self.value("quoted"))

    text = _Value[str]("text")
    """The words."""
    said_on = _Value[str | None]("said_on")
    """When."""


@dataclass(frozen=True, slots=True)
class NextStepAccount(_Account):
    """What is to happen next; fields kind, text, by, when, code.

    Attributes:
        meeting: id of the account of the meeting that its document is about; None if of none.
    """

    meeting: str | None = None

    kind = _Value[StepKind]("kind")
    """Consultation, visit, meeting, invitation, signing, review or other."""
    text = _Value[str]("text")
    """The words of the best source."""
    by = _Value[tuple[str, ...]]("by", ())
    """Alpha-3 codes of those who are to act."""
    when = _Value[str | None]("when")
    """When it is to happen."""


@dataclass(frozen=True, slots=True)
class OutcomeAccount(_Account):
    """What came of something that had been agreed; fields text, effect, follows, follows_text, by, when.

    Attributes:
        meeting: id of the account of the meeting at which it came about or was noted; None if of none.
        follows_meeting: id of the account of the meeting that its words refer back to; None if of none.
    """

    meeting: str | None = None
    follows_meeting: str | None = None

    text = _Value[str]("text")
    """The words of the best source."""
    effect = _Value[Effect]("effect")
    """Delivers, partly, supports or contradicts."""
    follows = _Value[str | None]("follows")
    """The date of the agreement or meeting that the words refer back to."""
    follows_text = _Value[str | None]("follows_text")
    """The words that refer back."""
    by = _Value[tuple[str, ...]]("by", ())
    """Alpha-3 codes of those whose outcome it is."""
    when = _Value[str | None]("when")
    """The date on which it came about."""


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


Account = MeetingAccount | VisitAccount | CommitmentAccount | StatementAccount | NextStepAccount | OutcomeAccount


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
        outcomes: what came of what was agreed, in the order of their meetings.
        since: the day from which on statements and next steps are in it; None for all. Meetings, visits and
            commitments are complete whatever was asked for.
        earlier: how many statements and next steps are left out since no document of that time or later has them.
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
    outcomes: tuple[OutcomeAccount, ...] = ()
    since: str | None = None
    earlier: int = 0

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
