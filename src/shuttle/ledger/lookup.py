"""Load what the ledger is asked for: findings with their sources, accounts, readings, documents.

Everything here only reads, and reads only what counts today: current readings, last memberships.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from shuttle.ledger import schema
from shuttle.ledger.assembly import Held, assemble
from shuttle.ledger.current import accounts_of, among, chunks, last_memberships, members_of, reading_is_current
from shuttle.ledger.edits import with_edits
from shuttle.ledger.judgements import about
from shuttle.ledger.reading_rows import findings_from, findings_of
from shuttle.lexicons.publishers import find_publisher
from shuttle.records.accounts import Account, Membership
from shuttle.records.claims import Source, SourceKind
from shuttle.records.documents import Document
from shuttle.records.findings import Outcome
from shuttle.records.judgements import Judgement
from shuttle.records.readings import Reading

__all__ = [
    "count_accounts",
    "load_accounts",
    "load_document",
    "load_held",
    "load_history",
    "load_memberships",
    "load_reading",
    "load_sources",
    "reading_rows_of",
    "source_of",
]


def load_accounts(connection: Connection, accounts: Iterable[str]) -> list[Account]:
    """Return the accounts with these ids, in the order given, but for those that hold nothing today."""
    wanted = list(dict.fromkeys(accounts))
    members = members_of(connection, wanted)
    findings = [finding for group in members.values() for finding in group]
    held = load_held(connection, findings)
    memberships = load_memberships(connection, findings)
    meetings = _meetings_of(connection, held)
    edits: dict[str, list[Judgement]] = {}
    for judgement in about(connection, findings, ("edit",)):
        for edited_one in judgement.sides[0]:
            edits.setdefault(edited_one, []).append(judgement)
    followed = _followed(connection, held)
    found = []
    for account in wanted:
        group = [held[finding] for finding in members.get(account, ()) if finding in held]
        if group:
            mine = [memberships[item.finding.id] for item in group]
            under = sorted({name for item in group if (name := meetings.get(item.finding.id)) is not None})
            back = sorted({name for item in group if (name := followed.get(item.finding.id)) is not None})
            made = assemble(account, group, mine, under[0] if under else None, back[0] if back else None)
            edited = {j.entry: j for item in group for j in edits.get(item.finding.id, ())}
            found.append(with_edits(made, list(edited.values())) if edited else made)
    return found


def _followed(connection: Connection, held: dict[str, Held]) -> dict[str, str]:
    """Return the meeting account that each outcome refers back to."""
    named = {
        item.finding.id: item.finding.follows_meeting
        for item in held.values()
        if isinstance(item.finding, Outcome) and item.finding.follows_meeting
    }
    accounts = accounts_of(connection, named.values()) if named else {}
    return {finding: account for finding, meeting in named.items() if (account := accounts.get(meeting)) is not None}


def _meetings_of(connection: Connection, held: dict[str, Held]) -> dict[str, str]:
    """Return the meeting account under which each commitment, statement, step and outcome stands."""
    contexts: dict[str, str] = {}
    for some in chunks(sorted(held)):
        contexts.update((finding, context) for finding, context in connection.execute(_CONTEXTS, {"some": some}))
    accounts = accounts_of(connection, contexts.values())
    return {finding: account for finding, meeting in contexts.items() if (account := accounts.get(meeting)) is not None}


def load_memberships(connection: Connection, findings: Iterable[str]) -> dict[str, Membership]:
    """Return the membership that counts for each finding."""
    found: dict[str, Membership] = {}
    for some in chunks(sorted(set(findings))):
        found.update((row.finding, _membership(row)) for row in connection.execute(_LAST, {"some": some}))
    return found


def load_history(connection: Connection, finding: str) -> tuple[Membership, ...]:
    """Return every membership that a finding ever had, the first first."""
    query = (
        select(schema.membership, schema.entries.c.recorded_at)
        .join(schema.entries, schema.entries.c.seq == schema.membership.c.entry)
        .where(schema.membership.c.finding == finding)
        .order_by(schema.membership.c.seq)
    )
    return tuple(_membership(row) for row in connection.execute(query))


def _membership(row: Row[Any]) -> Membership:
    return Membership(
        row.seq, row.finding, row.account, row.score, tuple(json.loads(row.reasons)), row.method, row.recorded_at
    )


def count_accounts(connection: Connection) -> dict[str, int]:
    """Return how many accounts of each kind there are today, by the first letter of their ids."""
    homes = schema.homes.c
    kind = func.substr(homes.account, 1, 1)
    query = select(kind, func.count(homes.account.distinct())).where(homes.account.is_not(None)).group_by(kind)
    return {str(letter): int(count) for letter, count in connection.execute(query)}


def load_held(connection: Connection, findings: Iterable[str]) -> dict[str, Held]:
    """Return the findings with these ids as the current readings have them; unknown and outdated ones are left out."""
    rows: dict[int, list[Row[Any]]] = {}
    claims: dict[int, list[Row[Any]]] = {}
    evidence: dict[int, list[Row[Any]]] = {}
    with_sessions: set[int] = set()
    for some in chunks(sorted(set(findings))):
        _gather(connection, _FINDINGS, some, rows)
        _gather(connection, _CLAIMS, some, claims)
        _gather(connection, _EVIDENCE, some, evidence)
    with_sessions.update(seq for seq, group in claims.items() if any(row.field == "sessions" for row in group))
    for numbers in chunks(sorted(with_sessions)):
        _gather(connection, _OF_SESSIONS, numbers, evidence)
    held: dict[str, Held] = {}
    documents = _documents(connection, rows)
    for seq, group in rows.items():
        _, _, source = documents[seq]
        rows_of = ([dict(row._mapping) for row in some] for some in (group, claims.get(seq, ()), evidence.get(seq, ())))
        held.update((finding.id, Held(finding, source)) for finding in findings_of(*rows_of))
    return held


def _gather(connection: Connection, query: Select[Any], some: Sequence[Any], found: dict[int, list[Row[Any]]]) -> None:
    for row in connection.execute(query, {"some": some}):
        found.setdefault(row.reading, []).append(row)


def _documents(connection: Connection, seqs: Iterable[int]) -> dict[int, tuple[str, Document, Source]]:
    """Return reader, document without its text, and source of each reading."""
    found = {}
    for some in chunks(sorted(seqs)):
        for row in connection.execute(_DOCUMENTS, {"some": some}):
            document = _document(row, text="")
            found[row.seq] = (row.reader, document, source_of(document, row.text_key))
    return found


def _document(row: Row[Any], text: str) -> Document:
    return Document(
        id=row.document_id,
        source=row.source,
        text=text,
        title=row.title,
        published=row.published,
        published_basis=row.published_basis,
        published_reason=row.published_reason,
        publisher=row.publisher,
        side=row.side,
        language=row.language,
        url=row.url,
    )


def source_of(document: Document, key: str = "") -> Source:
    """Return ``document`` as a source; whoever the lexicon does not know as an aggregator counts as press."""
    kind: SourceKind = "government" if document.side else "press"
    if kind == "press" and (document.publisher or document.url):
        publisher = find_publisher(document.publisher, document.url)
        if publisher and publisher.kind == "aggregator":
            kind = "aggregator"
    return Source(
        document_id=document.id,
        source=document.source,
        title=document.title,
        publisher=document.publisher,
        side=document.side,
        published=document.published,
        published_basis=document.published_basis,
        url=document.url,
        kind=kind,
        text_key=key,
    )


def load_sources(connection: Connection, document_ids: Iterable[str] | None = None) -> dict[str, Source]:
    """Return the sources with these document ids, or all, as the current readings have them."""
    seqs: list[int] = []
    base = select(schema.readings.c.seq).where(reading_is_current())
    if document_ids is None:
        seqs.extend(connection.scalars(base))
    else:
        for some in chunks(sorted(set(document_ids))):
            seqs.extend(connection.scalars(base.where(schema.readings.c.document_id.in_(some))))
    return {source.document_id: source for _, _, source in _documents(connection, seqs).values()}


def reading_rows_of(connection: Connection, document_id: str) -> Row[Any] | None:
    """Return the row of a document's current reading, joined with the document; None for an unknown document."""
    query = (
        select(schema.readings, schema.documents.c.source, schema.documents.c.url, schema.documents.c.text)
        .join(schema.documents, schema.documents.c.id == schema.readings.c.document_id)
        .where(schema.readings.c.document_id == document_id, reading_is_current())
    )
    return connection.execute(query).one_or_none()


def load_document(connection: Connection, document_id: str) -> Document | None:
    """Return the document as its current reading has it, text included; None if unknown."""
    row = reading_rows_of(connection, document_id)
    return _document(row, row.text) if row else None


def load_reading(connection: Connection, document_id: str) -> Reading | None:
    """Return the document's current reading, None if the document is unknown."""
    row = reading_rows_of(connection, document_id)
    if row is None:
        return None
    tables: Sequence[Any] = (
        schema.findings,
        schema.claims,
        schema.evidence,
        schema.areas,
        schema.issues,
        schema.points,
    )
    rows = [
        [dict(found._mapping) for found in connection.execute(select(table).where(table.c.reading == row.seq))]
        for table in tables
    ]
    return findings_from(_document(row, row.text), row.reader, *rows)


# Statements that are made once. All go from ids of findings by an index to findings, and on from there by reading.
_CURRENT = schema.standing.c.reading == schema.findings.c.reading
_WANTED = schema.findings.c.id.in_(among())
_FINDINGS = select(schema.findings).join(schema.standing, _CURRENT).where(_WANTED)
_CLAIMS = (
    select(schema.claims)
    .join(
        schema.findings,
        (schema.findings.c.reading == schema.claims.c.reading) & (schema.findings.c.id == schema.claims.c.finding),
    )
    .join(schema.standing, _CURRENT)
    .where(_WANTED)
)
_EVIDENCE = (
    select(schema.evidence)
    .join(
        schema.findings,
        (schema.findings.c.reading == schema.evidence.c.reading) & (schema.findings.c.id == schema.evidence.c.owner),
    )
    .join(schema.standing, _CURRENT)
    .where(_WANTED)
)
_OF_SESSIONS = select(schema.evidence).where(
    schema.evidence.c.reading.in_(among()), schema.evidence.c.owner.like("%/session/%")
)
_CONTEXTS = (
    select(schema.mentions.c.finding, schema.mentions.c.context)
    .join(
        schema.findings,
        (schema.findings.c.reading == schema.mentions.c.reading) & (schema.findings.c.id == schema.mentions.c.finding),
    )
    .join(schema.standing, _CURRENT)
    .where(_WANTED, schema.mentions.c.context.is_not(None))
)
_LAST = (
    last_memberships()
    .add_columns(schema.entries.c.recorded_at)
    .join(schema.entries, schema.entries.c.seq == schema.membership.c.entry)
    .where(schema.homes.c.finding.in_(among()))
)
_DOCUMENTS = (
    select(schema.readings, schema.documents.c.source, schema.documents.c.url, schema.documents.c.text_key)
    .join(schema.documents, schema.documents.c.id == schema.readings.c.document_id)
    .where(schema.readings.c.seq.in_(among()))
)
