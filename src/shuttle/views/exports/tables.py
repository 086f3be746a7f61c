"""The tables of an export, described once: columns with their type, their meaning, and how a record gives them.

In:   a record of the kind that a table is of.
Out:  a row; and the description that the data dictionary is made from, so that the two cannot drift apart.

A cell without a value is None: the sources do not say. A list has its entries in the order of the account.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any, Literal

from shuttle.analysis.owed import Owed
from shuttle.records.accounts import (
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
from shuttle.records.claims import Claim, Source
from shuttle.records.evidence import Evidence
from shuttle.records.judgements import Judgement

__all__ = [
    "OF_ACCOUNT",
    "TABLES",
    "Column",
    "ColumnType",
    "OfAccount",
    "OfClaim",
    "Promised",
    "Table",
    "row_of",
    "table",
]

ColumnType = Literal["string", "date", "integer", "number", "boolean", "list", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        type: ``date`` is a day, month or year as text; ``list`` is a list of texts; ``json`` is JSON as text.
        meaning: a sentence.
        of: from a record to the value of its cell.
        refers_to: ``table.column`` that its values are found in.
    """

    name: str
    type: ColumnType
    meaning: str
    of: Callable[[Any], Any]
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, its columns, and those that tell its rows apart."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfAccount:
    """Something at a place in an account: a person, a session."""

    account: str
    position: int
    item: Any


@dataclass(frozen=True, slots=True)
class OfClaim:
    """A claim of an account, or one passage of its words.

    Attributes:
        agrees: whether the claim supports the account's value.
        position: of the passage, from 1; 0 for the claim itself.
    """

    account: str
    claim: Claim
    agrees: bool
    position: int = 0
    passage: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment, with what came of it where that was worked out."""

    account: CommitmentAccount
    owed: Owed | None = None


def row_of(table: Table, record: Any) -> dict[str, Any]:
    """Return the row of ``record``: text, numbers, truth, None, and lists of text, by the names of columns."""
    return {column.name: column.of(record) for column in table.columns}


def table(name: str) -> Table:
    """Return the table called ``name``.

    Raises:
        KeyError: there is none such.
    """
    return _BY_NAME[name]


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: part for key, part in asdict(value).items() if key != "evidence"}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def _json(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _id(meaning: str) -> Column:
    return Column("id", "string", meaning, lambda record: record.id)


def _value(name: str, type_: ColumnType, meaning: str, field: str | None = None) -> Column:
    """Return the column with the value of a field of an account."""
    wanted = field or name

    def cell(record: Any) -> Any:
        value = record.value(wanted)
        return list(value) if isinstance(value, tuple) else value

    return Column(name, type_, meaning, cell)


def _code(record: Any, part: str) -> Any:
    code = record.value("code")
    found = getattr(code, part) if code else None
    return list(found) if isinstance(found, tuple) else found


_CODES = (
    Column("cameo", "string", "Event code of the CAMEO codebook, two to four digits.", lambda r: _code(r, "cameo")),
    Column("plover", "string", "Event type of PLOVER 2.0.", lambda r: _code(r, "plover")),
    Column("plover_mode", "string", "Mode of the PLOVER type.", lambda r: _code(r, "mode")),
    Column("actors", "list", "Alpha-3 codes of those who act.", lambda r: _code(r, "actors")),
    Column("recipients", "list", "Alpha-3 codes of those acted on.", lambda r: _code(r, "recipients")),
)
_TOLD = (
    Column("documents", "list", "Documents that tell of it.", lambda r: list(r.document_ids), "documents.id"),
    Column(
        "differing", "list", "Fields on which its sources differ; the claims have every version.",
        lambda r: [value.field for value in r.differences],
    ),
)  # fmt: skip
_STATUS = "held, planned, proposed, postponed or cancelled."
_MEETING = Column("meeting", "string", "The meeting it belongs to.", lambda r: r.meeting, "meetings.id")


def _place(part: str) -> Callable[[MeetingAccount], str | None]:
    return lambda record: getattr(record.place, part) if record.place else None


def _person(part: str) -> Callable[[Any], str | None]:
    """Return what gives a part of the person of a visit or statement."""

    def cell(record: VisitAccount | StatementAccount) -> str | None:
        person = record.value("person" if isinstance(record, VisitAccount) else "speaker")
        found: str | None = getattr(person, part) if person else None
        return found

    return cell


_MEETINGS = Table(
    "meetings",
    "One row for each meeting, as all documents together tell of it.",
    (
        _id("Id of the account: smallest id of its findings."),
        _value("status", "string", _STATUS),
        _value("level", "string", "leaders, ministers, vice-ministers or working."),
        _value("mode", "string", "in person, phone or video."),
        _value("start", "date", "First day, as precise as the best source."),
        _value("end", "date", "Last day; empty where it ended on the day it began."),
        _value("start_time", "string", "HH:MM, local time."),
        _value("duration_minutes", "integer", "Length in minutes."),
        _value("countries", "list", "Alpha-3 codes of the parties."),
        Column("place", "string", "City, house or region.", _place("name")),
        Column("place_country", "string", "Alpha-3 code of the place's country.", _place("country")),
        _value("host", "string", "Alpha-3 code of who received the others."),
        _value("forum", "string", "The multilateral event it was held beside."),
        _value("formats", "list", "Every format that some source names."),
        _value("ordinal", "integer", "3 for “third meeting”; sources count under rules of their own."),
        Column("unplaced", "boolean", "Told of so vaguely that it may be one of several others.", lambda r: r.unplaced),
        *_CODES,
        Column("about", "list", "Ids of the documents that are about it.", lambda r: list(r.about), "documents.id"),
        *_TOLD,
    ),
    ("id",),
)
_PEOPLE = Table(
    "people",
    "One row for each person at a meeting.",
    (
        Column("meeting", "string", "The meeting.", lambda r: r.account, "meetings.id"),
        Column("position", "integer", "Place in the list, heads of the parties first, from 1.", lambda r: r.position),
        Column("name", "string", "The fullest name that sources give; empty if only the office is named.",
               lambda r: _of_person(r).name),
        Column("office", "string", "The title, without the country.", lambda r: _of_person(r).office),
        Column("country", "string", "Alpha-3 code of the office's country.", lambda r: _of_person(r).country),
    ),
    ("meeting", "position"),
)  # fmt: skip
_SESSIONS = Table(
    "sessions",
    "One row for each part of a meeting.",
    (
        Column("meeting", "string", "The meeting.", lambda r: r.account, "meetings.id"),
        Column("position", "integer", "Place in the order of the day, from 1.", lambda r: r.position),
        Column("format", "string", "one-on-one, expanded, dinner, ...", lambda r: _of_session(r).format),
        Column("start_time", "string", "HH:MM, local time.", lambda r: _of_session(r).start_time.value),
        Column("duration_minutes", "integer", "Length in minutes.", lambda r: _of_session(r).duration_minutes.value),
    ),
    ("meeting", "position"),
)
_VISITS = Table(
    "visits",
    "One row for each journey of an office-holder to another country.",
    (
        _id("Id of the account."),
        _value("status", "string", _STATUS),
        Column("person", "string", "Who travels.", _person("name")),
        Column("office", "string", "Their office.", _person("office")),
        _value("from_country", "string", "Alpha-3 code of the country they travel from."),
        _value("to_country", "string", "Alpha-3 code of the country they travel to."),
        _value("start", "date", "First day, as precise as the best source."),
        _value("end", "date", "Last day; empty where it ended on the day it began."),
        _value("visit_class", "string", "The class that was stated: state, official, working, ..."),
        _value("forum", "string", "The multilateral event that was its occasion."),
        *_CODES,
        *_TOLD,
    ),
    ("id",),
)


def _promise(of: Callable[[CommitmentAccount], Any]) -> Callable[[Promised], Any]:
    return lambda record: of(record.account)


def _came(of: Callable[[Owed], Any]) -> Callable[[Promised], Any]:
    return lambda record: of(record.owed) if record.owed else None


_ONLY_PAIR = " Only in an export of two countries: it is worked out from all that they did."
_COMMITMENTS = Table(
    "commitments",
    "One row for each promise, in the words of its best source.",
    (
        Column("id", "string", "Id of the account.", _promise(lambda c: c.id)),
        Column("action", "string", "What is promised, verbatim.", _promise(lambda c: c.action)),
        Column("by", "list", "Alpha-3 codes of those bound.", _promise(lambda c: list(c.by))),
        Column("strength", "string", "agreed, pledged, plans, reaffirmed, proposed or expressed intent.",
               _promise(lambda c: c.strength)),
        Column("areas", "list", "Names from the taxonomy of areas.", _promise(lambda c: list(c.areas))),
        Column("deadline", "date", "The date by which it is due.", _promise(lambda c: c.deadline)),
        Column("asserted_by", "string", "Who alone says so: an alpha-3 code or a name.",
               _promise(lambda c: c.asserted_by)),
        Column("meeting", "string", "The meeting it was made at.", _promise(lambda c: c.meeting), "meetings.id"),
        Column("life", "string", "Where it stands: stated, in consultation, in implementation, delivered, stalled, "
               "or a person's word." + _ONLY_PAIR, _came(lambda o: o.life)),
        Column("made", "date", "When it was made." + _ONLY_PAIR, _came(lambda o: o.follow.made)),
        Column("last_evidence", "date", "Day of the last evidence of what came of it." + _ONLY_PAIR,
               _came(lambda o: o.follow.last_day)),
        *(Column(column.name, column.type, column.meaning, _promise(column.of), column.refers_to)
          for column in (*_CODES, *_TOLD)),
    ),
    ("id",),
)  # fmt: skip
_STATEMENTS = Table(
    "statements",
    "One row for what somebody said, however many documents carry it.",
    (
        _id("Id of the account."),
        Column("speaker", "string", "Who said it.", _person("name")),
        Column("office", "string", "Their office.", _person("office")),
        Column("country", "string", "Alpha-3 code of the office's country.", _person("country")),
        Column("quoted", "boolean", "Whether the text is the speaker's own words.", lambda r: r.quoted),
        _value("text", "string", "The words."),
        _value("said_on", "date", "When."),
        _MEETING,
        *_TOLD,
    ),
    ("id",),
)
_NEXT_STEPS = Table(
    "next_steps",
    "One row for what is to happen next.",
    (
        _id("Id of the account."),
        _value("kind", "string", "consultation, visit, meeting, invitation, signing, review or other."),
        _value("text", "string", "The words of the best source."),
        _value("by", "list", "Alpha-3 codes of those who are to act."),
        _value("when", "date", "When it is to happen."),
        _MEETING,
        *_CODES,
        *_TOLD,
    ),
    ("id",),
)
_OUTCOMES = Table(
    "outcomes",
    "One row for what came of something that had been agreed.",
    (
        _id("Id of the account."),
        _value("text", "string", "The words of the best source."),
        _value("effect", "string", "delivers, partly, supports or contradicts."),
        _value("by", "list", "Alpha-3 codes of those whose outcome it is."),
        _value("when", "date", "When it came about."),
        _value("follows", "date", "Date of the agreement or meeting that the words refer back to."),
        _value("follows_text", "string", "The words that refer back."),
        Column("follows_meeting", "string", "The meeting referred to.", lambda r: r.follows_meeting, "meetings.id"),
        _MEETING,
        *_TOLD,
    ),
    ("id",),
)  # fmt: skip
_CLAIMS = Table(
    "claims",
    "One row for one field of one finding: a document says that the field is the value.",
    (
        Column("account", "string", "The account it is part of, of whatever kind.", lambda r: r.account),
        Column("id", "string", "Id of the claim.", lambda r: r.claim.id),
        Column("finding", "string", "The finding of the document.", lambda r: r.claim.finding),
        Column("field", "string", "Name of the field.", lambda r: r.claim.field),
        Column("value", "json", "The value, as the finding has it.", lambda r: _json(r.claim.value)),
        Column("agrees", "boolean", "Whether it supports the account's value.", lambda r: r.agrees),
        Column("rule", "string", "The rule, model or person that read it.", lambda r: r.claim.rule),
        Column("document", "string", "Whose words these are.", lambda r: r.claim.document_id, "documents.id"),
    ),
    ("account", "id"),
)
_EVIDENCE = Table(
    "evidence",
    "One row for each passage that a claim rests on.",
    (
        Column("account", "string", "The account.", lambda r: r.account),
        Column("claim", "string", "The claim.", lambda r: r.claim.id, "claims.id"),
        Column("position", "integer", "Place among the claim's passages, from 1.", lambda r: r.position),
        Column("document", "string", "The document.", lambda r: r.claim.document_id, "documents.id"),
        Column("start", "integer", "Offset of the first character, in Unicode code points, from 0.",
               lambda r: _passage(r).start),
        Column("end", "integer", "Offset after the last character.", lambda r: _passage(r).end),
        Column("quote", "string", "The words, exactly.", lambda r: _passage(r).quote),
    ),
    ("account", "claim", "position"),
)  # fmt: skip
_DOCUMENTS = Table(
    "documents",
    "One row for each document, without its text.",
    (
        Column("id", "string", "Id, from its content.", lambda r: _source(r).document_id),
        Column("title", "string", "Its headline.", lambda r: _source(r).title),
        Column("publisher", "string", "Who issued it, as named.", lambda r: _source(r).publisher),
        Column("side", "string", "Alpha-3 code of the government that issued it; empty for the press.",
               lambda r: _source(r).side),
        Column("kind", "string", "government, press or aggregator.", lambda r: _source(r).kind),
        Column("published", "date", "When it was published.", lambda r: _source(r).published),
        Column("published_basis", "string", "How that is known: given, metadata, dateline or inferred.",
               lambda r: _source(r).published_basis),
        Column("url", "string", "Where it was published.", lambda r: _source(r).url),
        Column("source", "string", "The path, address or line it was read from.", lambda r: _source(r).source),
        Column("same_text", "string", "Equal for documents whose texts read the same: copied text.",
               lambda r: _source(r).text_key or None),
    ),
    ("id",),
)  # fmt: skip
_MEMBERSHIPS = Table(
    "memberships",
    "One row for why a finding is part of its account.",
    (
        Column("finding", "string", "The finding.", lambda r: _membership(r).finding),
        Column("account", "string", "The account that holds it.", lambda r: _membership(r).account),
        Column("score", "number", "From 0 to 1.", lambda r: _membership(r).score),
        Column("reasons", "json", "What spoke for it: a list of sentences.", lambda r: _json(_membership(r).reasons)),
        Column("method", "string", "The rule or person that decided.", lambda r: _membership(r).method),
        Column("recorded_at", "string", "When, ISO 8601 in UTC.", lambda r: _membership(r).recorded_at),
    ),
    ("finding",),
)
_JUDGEMENTS = Table(
    "judgements",
    "One row for what somebody decided, while it stands.",
    (
        Column("entry", "integer", "Its number in the ledger.", lambda r: _judgement(r).entry),
        Column("kind", "string", "same, different, link, assess, accept, reject, edit or forget.",
               lambda r: _judgement(r).kind),
        Column("records", "list", "Ids of the findings or documents it is about.", lambda r: _side(r, 0)),
        Column("others", "list", "Ids of those they are compared with or linked to.", lambda r: _side(r, 1)),
        Column("details", "json", "What the kind needs besides: relation, score, field and value.",
               lambda r: _json(_judgement(r).details)),
        Column("by", "string", "Who decided.", lambda r: _judgement(r).by),
        Column("because", "string", "Why, in their words.", lambda r: _judgement(r).because),
        Column("recorded_at", "string", "When, ISO 8601 in UTC.", lambda r: _judgement(r).recorded_at),
    ),
    ("entry",),
)  # fmt: skip


# Each says which record its table is of, so that a type checker sees what a column asks of it.
def _of_person(record: OfAccount) -> PersonAccount:
    person: PersonAccount = record.item
    return person


def _of_session(record: OfAccount) -> SessionAccount:
    session: SessionAccount = record.item
    return session


def _passage(record: OfClaim) -> Evidence:
    assert record.passage is not None  # noqa: S101  (a row of evidence is one of a passage)
    return record.passage


def _source(record: Source) -> Source:
    return record


def _membership(record: Membership) -> Membership:
    return record


def _judgement(record: Judgement) -> Judgement:
    return record


def _side(record: Judgement, number: int) -> list[str] | None:
    return list(record.sides[number]) if len(record.sides) > number else None


#: Every table, in the order in which a reader would open them.
TABLES: tuple[Table, ...] = (
    _MEETINGS, _PEOPLE, _SESSIONS, _VISITS, _COMMITMENTS, _STATEMENTS, _NEXT_STEPS, _OUTCOMES, _CLAIMS, _EVIDENCE,
    _DOCUMENTS, _MEMBERSHIPS, _JUDGEMENTS,
)  # fmt: skip
_BY_NAME = {one.name: one for one in TABLES}
#: Which table an account is a row of.
OF_ACCOUNT: dict[type[Any], str] = {
    MeetingAccount: "meetings",
    VisitAccount: "visits",
    CommitmentAccount: "commitments",
    StatementAccount: "statements",
    NextStepAccount: "next_steps",
    OutcomeAccount: "outcomes",
}
