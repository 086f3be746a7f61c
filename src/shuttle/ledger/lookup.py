"""Load what the ledger is asked for: findings with their sources, accounts, readings, documents.

Everything here only reads, and reads only what counts today: current readings, last memberships.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from shuttle.ledger import schema
from shuttle.ledger.assembly import Held, assemble
from shuttle.ledger.bodies import finding_from
from shuttle.ledger.current import accounts_of, among, chunks, reading_is_current
from shuttle.ledger.edits import with_edits
from shuttle.ledger.judgements import about
from shuttle.ledger.reading_rows import findings_from
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
    "load_texts",
    "reading_rows_of",
    "source_of",
]


def load_accounts(connection: Connection, accounts: Iterable[str]) -> list[Account]:
    """Return the accounts with these ids, in the order given, but for those that hold nothing today."""
    wanted = list(dict.fromkeys(accounts))
    members: dict[str, list[Membership]] = {}
    for membership in _memberships(connection, _LAST_IN, wanted):
        members.setdefault(membership.account or "", []).append(membership)
    findings = [membership.finding for some in members.values() for membership in some]
    held, contexts = _held(connection, findings)
    edits: dict[str, list[Judgement]] = {}
    for judgement in about(connection, findings, ("edit",)):
        for edited_one in judgement.sides[0]:
            edits.setdefault(edited_one, []).append(judgement)
    meetings = _accounts_by_finding(connection, contexts)
    followed = _accounts_by_finding(connection, _followed(held))
    found = []
    for account in wanted:
        mine = [membership for membership in members.get(account, ()) if membership.finding in held]
        if mine:
            group = [held[membership.finding] for membership in mine]
            under = sorted({name for item in mine if (name := meetings.get(item.finding)) is not None})
            back = sorted({name for item in mine if (name := followed.get(item.finding)) is not None})
            made = assemble(account, group, mine, under[0] if under else None, back[0] if back else None)
            edited = {j.entry: j for item in mine for j in edits.get(item.finding, ())} if edits else {}
            found.append(with_edits(made, list(edited.values())) if edited else made)
    return found


def _followed(held: dict[str, Held]) -> dict[str, str]:
    """Return the meeting, as its own document has it, that each outcome refers back to."""
    return {
        item.finding.id: item.finding.follows_meeting
        for item in held.values()
        if isinstance(item.finding, Outcome) and item.finding.follows_meeting
    }


def _accounts_by_finding(connection: Connection, meetings: dict[str, str]) -> dict[str, str]:
    """Return the account of the meeting that each finding names, by finding."""
    accounts = accounts_of(connection, meetings.values()) if meetings else {}
    return {finding: account for finding, meeting in meetings.items() if (account := accounts.get(meeting)) is not None}


def load_memberships(connection: Connection, findings: Iterable[str]) -> dict[str, Membership]:
    """Return the membership that counts for each finding."""
    return {found.finding: found for found in _memberships(connection, _LAST, sorted(set(findings)))}


def _memberships(connection: Connection, query: Select[Any], names: Iterable[str]) -> Iterator[Membership]:
    for some in chunks(names):
        for row in connection.execute(query, {"some": some}).all():
            seq, finding, account, score, reasons, method, recorded_at = row
            yield Membership(seq, finding, account, score, _reasons(reasons), method, recorded_at)


@lru_cache(maxsize=10_000)
def _reasons(plain: str) -> tuple[str, ...]:
    # Many memberships give the same few reasons.
    return tuple(json.loads(plain))


def load_history(connection: Connection, finding: str) -> tuple[Membership, ...]:
    """Return every membership that a finding ever had, the first first."""
    query = (
        select(schema.membership, schema.entries.c.recorded_at)
        .join(schema.entries, schema.entries.c.seq == schema.membership.c.entry)
        .where(schema.membership.c.finding == finding)
        .order_by(schema.membership.c.seq)
    )
    return tuple(
        Membership(row.seq, row.finding, row.account, row.score, _reasons(row.reasons), row.method, row.recorded_at)
        for row in connection.execute(query)
    )


def count_accounts(connection: Connection) -> dict[str, int]:
    """Return how many accounts of each kind there are today, by the first letter of their ids."""
    homes = schema.homes.c
    kind = func.substr(homes.account, 1, 1)
    query = select(kind, func.count(homes.account.distinct())).where(homes.account.is_not(None)).group_by(kind)
    return {str(letter): int(count) for letter, count in connection.execute(query)}


def load_held(connection: Connection, findings: Iterable[str]) -> dict[str, Held]:
    """Return the findings with these ids as the current readings have them; unknown and outdated ones are left out."""
    return _held(connection, findings)[0]


def _held(connection: Connection, findings: Iterable[str]) -> tuple[dict[str, Held], dict[str, str]]:
    """Return findings, and for those under a meeting the meeting's finding; both by id."""
    rows: list[Any] = []
    for some in chunks(sorted(set(findings))):
        rows.extend(connection.execute(_BODIES, {"some": some}).all())
    sources = {seq: source for seq, (_, _, source) in _documents(connection, {row[0] for row in rows}).items()}
    held: dict[str, Held] = {}
    contexts: dict[str, str] = {}
    for reading, name, kind, body, context in rows:
        held[name] = Held(finding_from(kind, body), sources[reading])
        if context is not None:
            contexts[name] = context
    return held, contexts


def _documents(connection: Connection, seqs: Iterable[int]) -> dict[int, tuple[str, Document, Source]]:
    """Return reader, document without its text, and source of each reading."""
    found = {}
    for some in chunks(sorted(seqs)):
        for row in connection.execute(_DOCUMENTS, {"some": some}).all():
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


def load_texts(connection: Connection, document_ids: Iterable[str]) -> dict[str, str]:
    """Return the texts of those of ``document_ids`` that count today."""
    found: dict[str, str] = {}
    for some in chunks(sorted(set(document_ids))):
        query = (
            select(schema.documents.c.id, schema.documents.c.text)
            .join(schema.standing, schema.standing.c.document_id == schema.documents.c.id)
            .where(schema.documents.c.id.in_(some))
        )
        found.update((name, text) for name, text in connection.execute(query).all())
    return found


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


# Statements that are made once. All go from ids of findings or accounts by an index, and on from there by reading.
_BODIES = (
    select(
        schema.bodies.c.reading,
        schema.bodies.c.finding,
        schema.mentions.c.kind,
        schema.bodies.c.body,
        schema.mentions.c.context,
    )
    .select_from(schema.findings)
    .join(schema.standing, schema.standing.c.reading == schema.findings.c.reading)
    .join(
        schema.bodies,
        (schema.bodies.c.reading == schema.findings.c.reading) & (schema.bodies.c.finding == schema.findings.c.id),
    )
    .join(
        schema.mentions,
        (schema.mentions.c.reading == schema.findings.c.reading) & (schema.mentions.c.finding == schema.findings.c.id),
    )
    .where(schema.findings.c.id.in_(among()))
)
_MEMBERSHIP = (
    select(
        schema.membership.c.seq,
        schema.membership.c.finding,
        schema.membership.c.account,
        schema.membership.c.score,
        schema.membership.c.reasons,
        schema.membership.c.method,
        schema.entries.c.recorded_at,
    )
    .join(schema.homes, schema.homes.c.membership == schema.membership.c.seq)
    .join(schema.entries, schema.entries.c.seq == schema.membership.c.entry)
)
_LAST = _MEMBERSHIP.where(schema.homes.c.finding.in_(among()))
_LAST_IN = _MEMBERSHIP.where(schema.homes.c.account.in_(among())).order_by(schema.membership.c.finding)
_DOCUMENTS = (
    select(schema.readings, schema.documents.c.source, schema.documents.c.url, schema.documents.c.text_key)
    .join(schema.documents, schema.documents.c.id == schema.readings.c.document_id)
    .where(schema.readings.c.seq.in_(among()))
)
