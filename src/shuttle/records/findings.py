"""What a reader finds in one document: meetings, visits, commitments, statements, next steps, outcomes, areas.

In document D, characters 120 to 188 say that A met B in Oslo on 12 May; rule `meeting.with` read
it: that is a finding. Field names are those of the reading format (docs/reading-format.md), with
two exceptions that Python asks for: `from_country`, `to_country` and `visit_class` stand for
`from`, `to` and `class`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from shuttle.records.evidence import Evidence

__all__ = [
    "Area",
    "Commitment",
    "Effect",
    "EventCode",
    "Finding",
    "Grade",
    "Issue",
    "Level",
    "Meeting",
    "MeetingFormat",
    "Mode",
    "NextStep",
    "Outcome",
    "Person",
    "Place",
    "Point",
    "Session",
    "Statement",
    "Status",
    "StepKind",
    "Strength",
    "Visit",
    "VisitClass",
    "finding_id",
]

Status = Literal["held", "planned", "proposed", "postponed", "cancelled"]
Level = Literal["leaders", "ministers", "vice-ministers", "working"]
Mode = Literal["in person", "phone", "video"]
MeetingFormat = Literal[
    "one-on-one",
    "small-group",
    "expanded",
    "lunch",
    "dinner",
    "banquet",
    "tea",
    "press conference",
    "signing ceremony",
    "cultural visit",
    "welcome ceremony",
]
VisitClass = Literal["state", "official", "official working", "working", "private", "guest of government"]
Strength = Literal["agreed", "pledged", "plans", "reaffirmed", "proposed", "expressed intent"]
StepKind = Literal["consultation", "visit", "meeting", "invitation", "signing", "review", "other"]
Effect = Literal["delivers", "partly", "supports", "contradicts"]
#: How firm a speech act is, the firmest first.
Grade = Literal["agreed", "decided to consult", "shared the view", "welcomed", "discussed", "explained", "listened"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an office, as the document names them; or a body that speaks ("the Kremlin").

    Attributes:
        name: as the document writes it in full somewhere; None when only the office is named.
        office: the title, without the country ("President", "Director, National Security Office").
        country: alpha-3 code of the country the office belongs to.
    """

    name: str | None
    office: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is held: a city, house or region, and the alpha-3 code of its country."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A part of a meeting: one format with its start (HH:MM local) and length in minutes."""

    format: MeetingFormat
    start_time: str | None
    duration_minutes: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EventCode:
    """What a finding is called in data sets of political events, for those who merge with them.

    Attributes:
        cameo: two to four digits of the CAMEO codebook (``036``: express intent to meet).
        plover: the event type of PLOVER 2.0 (``CONSULT``, ``AGREE``, ``SUPPORT``, and for what is not
            friendly ``REQUEST``, ``REJECT``, ``THREATEN``, ``ACCUSE``).
        mode: the type's mode in PLOVER (``visit``); None where the type has none or none is known.
        actors: alpha-3 codes of those who act, at least one: the visitor of a visit, all of those
            who meet on no party's soil.
        recipients: alpha-3 codes of those acted on, none of them an actor: the host of a visit.
    """

    cameo: str
    plover: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Parties who meet, met or were to meet, in person or by a line.

    Attributes:
        main: whether it is the meeting that the document is about; at most one is.
        start: first day, as precise as the text; None when the text gives none.
        end: last day; None where it ends on the day it began.
        date_text: the words the date was resolved from.
        start_time: ``HH:MM``, local time.
        duration_minutes: length of the whole, as stated or as its sessions add up.
        countries: alpha-3 codes, each once, in the order of the text.
        host: alpha-3 code of the party or third country that received the others.
        forum: the multilateral event it was held beside; None if none.
        ordinal: 3 for "third meeting".
        rule: the id of the rule that found it.
        code: what it is called in event data; None where no code fits or no country is known to act.
        when: where ``start`` is None, what the words allow, as EDTF: an interval
            (``2025-10-27/2025-11-02`` for "last week") or a date with parts unspecified
            (``XXXX-XX-26`` for "on the 26th"); None where ``start`` is given or nothing is said.
    """

    id: str
    main: bool
    status: Status
    level: Level | None
    mode: Mode | None
    start: str | None
    end: str | None
    date_text: str | None
    start_time: str | None
    duration_minutes: int | None
    countries: tuple[str, ...]
    people: tuple[Person, ...]
    place: Place | None
    host: str | None
    forum: str | None
    formats: tuple[MeetingFormat, ...]
    sessions: tuple[Session, ...]
    ordinal: int | None
    rule: str
    evidence: tuple[Evidence, ...]
    code: EventCode | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A journey of one office-holder from their country to another, in the class that was stated.

    ``code`` and ``when`` are as for meetings. ``level`` is that of the traveller as a table states it; None where
    nothing but their office tells.
    """

    id: str
    person: Person
    from_country: str | None
    to_country: str
    start: str | None
    end: str | None
    visit_class: VisitClass | None
    status: Status
    forum: str | None
    rule: str
    evidence: tuple[Evidence, ...]
    code: EventCode | None = None
    when: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What parties bind themselves to, in the text's own words.

    Attributes:
        action: the words of the text, verbatim.
        by: alpha-3 codes of those bound.
        strength: how firmly they are bound.
        areas: names from the taxonomy of areas.
        deadline: the date by which it is due, if stated.
        meeting: id of the meeting in the same reading at which it was made; None if unknown.
        asserted_by: who says so (a country code or a person's name); None if the document itself.
        code: as for meetings.
    """

    id: str
    action: str
    by: tuple[str, ...]
    strength: Strength
    areas: tuple[str, ...]
    deadline: str | None
    meeting: str | None
    asserted_by: str | None
    rule: str
    evidence: tuple[Evidence, ...]
    code: EventCode | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said: their own words if ``quoted``, else as the document reports them."""

    id: str
    speaker: Person
    quoted: bool
    text: str
    said_on: str | None
    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to happen next: a consultation, visit, meeting, invitation, signing, review or other.

    ``code`` is as for meetings.
    """

    id: str
    kind: StepKind
    text: str
    by: tuple[str, ...]
    when: str | None
    rule: str
    evidence: tuple[Evidence, ...]
    code: EventCode | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of something that had been agreed, as the document tells it.

    Attributes:
        text: the clause, verbatim.
        effect: ``delivers`` what was agreed, delivers it ``partly``, ``supports`` it (work goes on), or
            ``contradicts`` it (it stalled or was dropped).
        follows: the day, month or year of the agreement or meeting that the words refer back to; None if they
            do not, or give no date.
        follows_meeting: id of the meeting in the same reading that the words refer back to; None if none.
        follows_text: the words that refer back; None where the sentence does not.
        by: alpha-3 codes of those whose outcome it is.
        when: the date on which it came about, if stated.
        meeting: id of the meeting in the same reading at which it came about or was noted; None if unknown.
    """

    id: str
    text: str
    effect: Effect
    follows: str | None
    follows_meeting: str | None
    follows_text: str | None
    by: tuple[str, ...]
    when: str | None
    meeting: str | None
    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A topic that was discussed, by its name in the taxonomy, with every place it is named."""

    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One clause of what a document tells of its meeting: what it speaks of, and what was done with it in words.

    Every sentence of a document on a meeting belongs to a point, those without a speech act too: whoever asks what a
    document does not mention can rely on it.

    Attributes:
        act: the verb of the speech act as the text writes it ("concurred on"); None where the clause has none.
        grade: how firm that act is; None exactly where ``act`` is None.
        denied: whether the text says that it was not done ("Dokdo was not discussed").
        by: alpha-3 codes of those who are said to act: both sides, or one of them; empty where nobody is.
        areas: names from the taxonomy of areas that the clause speaks of.
        names: what else it names: alpha-3 codes of countries other than the parties, forums, places.
        rule: ``point.act``, ``point.will`` (both sides will do it) or ``point.plain``.
        evidence: the clause; with field ``act`` the verb; with field ``opening`` the words before the clause that say
            what its sentence is about ("Turning to Ukraine").
    """

    act: str | None
    grade: Grade | None
    denied: bool
    by: tuple[str, ...]
    areas: tuple[str, ...]
    names: tuple[str, ...]
    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """What was seen and could not be read or resolved: a code, a sentence for the user, the words."""

    code: str
    message: str
    evidence: tuple[Evidence, ...] = ()


Finding = Meeting | Visit | Commitment | Statement | NextStep | Outcome


def finding_id(kind: str, document: str, *parts: object) -> str:
    """Return an id that the same finding in the same document always gets.

    Args:
        kind: one letter that tells the kinds apart for a human eye: ``m``, ``v``, ``c``, ``s``, ``n``, ``o``.
        document: the document's id.
        parts: what tells this finding from others of its kind (offsets, values).

    >>> finding_id("m", "d-1", 0, 10) == finding_id("m", "d-1", 0, 10)
    True
    """
    joined = "\x1f".join([kind, document, *map(str, parts)])
    return f"{kind}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
