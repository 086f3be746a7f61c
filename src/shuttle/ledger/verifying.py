"""Check that a ledger is whole, reading every row of it once.

What is checked: that the entries are numbered without a gap and each row's seal is right
(`shuttle.ledger.sealing`); that every quotation stands in its document; that whatever is referred to
is there; that what counts today is what the kept rows say; and what the database says of its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from shuttle.errors import RecordError
from shuttle.ledger import schema
from shuttle.ledger.bodies import finding_from
from shuttle.ledger.dialect import complaints_of_the_database
from shuttle.ledger.reading_rows import findings_of, text_key
from shuttle.ledger.sealing import FIRST, content_of, digest_of_entry
from shuttle.records.history import Verdict

__all__ = ["verify"]

_T = TypeVar("_T")
# How many faults are told; a ledger that is broken in a thousand places is told of as broken.
_MOST = 50
_AT_ONCE = 500


def verify(connection: Connection, head: str | None = None) -> Verdict:
    """Check the whole ledger.

    Args:
        head: a seal noted down earlier, or its beginning, that the chain must hold.
    """
    faults: list[str] = []
    faults.extend(f"the database says of itself: {said}" for said in complaints_of_the_database(connection))
    last, seals = FIRST, [FIRST]
    for fault, digest in _readable(_chain(connection), lambda said: (said, "")):
        if fault:
            faults.append(fault)
        seals.append(digest)
        last = digest or last
    if head and not any(digest.startswith(head.lower()) for digest in seals):
        faults.append(f"no entry has the seal {head!r}: what was sealed then has been changed, removed or replaced")
    quotations = 0
    for misquoted in _readable(_quotations(connection), str):
        if misquoted is None:
            quotations += 1
        else:
            faults.append(misquoted)
    for check in (_references, _placed, _standing, _bodies):
        faults.extend(_readable(check(connection), str))
    return Verdict(
        entries=connection.scalar(select(func.count()).select_from(schema.entries)) or 0,
        documents=connection.scalar(select(func.count()).select_from(schema.documents)) or 0,
        quotations=quotations,
        head=last,
        faults=tuple(faults[:_MOST]),
    )


def _readable(checks: Iterator[_T], fault: Callable[[str], _T]) -> Iterator[_T]:
    """Yield from ``checks``; where a damaged value stops them, that is one more fault and their end."""
    try:
        yield from checks
    except (TypeError, ValueError, KeyError, RecordError, DBAPIError) as error:
        yield fault(f"something that is kept cannot be read any more ({type(error).__name__}: {str(error)[:200]})")


def _chain(connection: Connection) -> Iterator[tuple[str | None, str]]:
    """Yield for each entry what is wrong with its seal, if anything, and the digest that stands there."""
    before, expected = FIRST, 1
    columns = [schema.entries.c[name] for name in ("seq", "recorded_at", "action", "subject", "agent", "because")]
    seals = {}
    while True:
        query = select(*columns).where(schema.entries.c.seq >= expected).order_by(schema.entries.c.seq).limit(_AT_ONCE)
        rows = connection.execute(query).mappings().all()
        if not rows:
            break
        wanted = select(schema.seals).where(schema.seals.c.entry.between(rows[0]["seq"], rows[-1]["seq"]))
        seals = {row.entry: row for row in connection.execute(wanted)}
        for row in rows:
            seq = row["seq"]
            name = f"entry {seq} ({row['action']} {row['subject']})"
            fault = None
            if seq != expected:
                fault = f"entries {expected} to {seq - 1} are missing"
            sealed = seals.get(seq)
            if sealed is None:
                yield f"{name} has no seal", before
            else:
                content = content_of(connection, seq)
                if content != sealed.content:
                    fault = f"{name}: a row that came with it was changed, removed or added"
                elif digest_of_entry(before, row, content) != sealed.digest:
                    fault = fault or f"{name} or its seal was changed"
                yield fault, sealed.digest
                before = sealed.digest
            expected = seq + 1
    beyond = connection.scalar(select(func.max(schema.seals.c.entry)).where(schema.seals.c.entry >= expected))
    if beyond is not None:
        yield f"entries {expected} to {beyond} are missing, though their seals are there", before


def _quotations(connection: Connection) -> Iterator[str | None]:
    """Yield for each quotation what is wrong with it, None if nothing."""
    last = ""
    while True:
        query = (
            select(schema.documents.c.id, schema.documents.c.text, schema.documents.c.text_key)
            .where(schema.documents.c.id > last)
            .order_by(schema.documents.c.id)
            .limit(_AT_ONCE)
        )
        rows = connection.execute(query).all()
        if not rows:
            return
        last = rows[-1].id
        texts = {row.id: row.text for row in rows}
        for row in rows:
            if text_key(row.text) != row.text_key:
                yield f"document {row.id}: its text is not the one that was kept"
        quoted = (
            select(schema.evidence, schema.readings.c.document_id)
            .join(schema.readings, schema.readings.c.seq == schema.evidence.c.reading)
            .where(schema.readings.c.document_id.between(rows[0].id, last))
        )
        for passage in connection.execute(quoted):
            text = texts.get(passage.document_id, "")
            if text[passage.start_offset : passage.end_offset] == passage.quote:
                yield None
            else:
                yield (
                    f"document {passage.document_id}: [{passage.start_offset}, {passage.end_offset}) does not read "
                    f"{passage.quote[:60]!r} ({passage.owner})"
                )


def _references(connection: Connection) -> Iterator[str]:
    """Yield what is referred to and is not there."""
    for table, column, target, what in (
        (schema.readings, schema.readings.c.document_id, schema.documents.c.id, "document"),
        (schema.findings, schema.findings.c.reading, schema.readings.c.seq, "reading"),
        (schema.evidence, schema.evidence.c.reading, schema.readings.c.seq, "reading"),
        (schema.membership, schema.membership.c.finding, schema.findings.c.id, "finding"),
        (schema.judgements, schema.judgements.c.entry, schema.entries.c.seq, "entry"),
        (schema.mentions, schema.mentions.c.context, schema.findings.c.id, "finding"),
    ):
        query = select(column).where(column.is_not(None), column.not_in(select(target))).distinct().limit(_MOST)
        for name in connection.scalars(query):
            yield f"{table.name}: {what} {name} is referred to and is not there"
    claims = (
        select(schema.claims.c.finding)
        .outerjoin(
            schema.findings,
            (schema.findings.c.reading == schema.claims.c.reading) & (schema.findings.c.id == schema.claims.c.finding),
        )
        .where(schema.findings.c.id.is_(None))
        .distinct()
        .limit(_MOST)
    )
    for name in connection.scalars(claims):
        yield f"claims: finding {name} is referred to and is not there"
    records = select(schema.judged.c.record).where(
        schema.judged.c.record.not_in(select(schema.findings.c.id)),
        schema.judged.c.record.not_in(select(schema.documents.c.id)),
    )
    for name in connection.scalars(records.distinct().limit(_MOST)):
        yield f"judged: record {name} is referred to and is not there"


def _placed(connection: Connection) -> Iterator[str]:
    """Yield which findings are elsewhere today than the kept rows say."""
    newest = (
        select(schema.membership.c.finding, func.max(schema.membership.c.seq).label("seq"))
        .group_by(schema.membership.c.finding)
        .subquery()
    )
    last = (
        select(schema.membership.c.finding, schema.membership.c.account, schema.membership.c.seq)
        .join(newest, newest.c.seq == schema.membership.c.seq)
        .subquery()
    )
    stale = (
        select(last.c.finding)
        .outerjoin(schema.homes, schema.homes.c.finding == last.c.finding)
        .where(
            schema.homes.c.membership.is_(None)
            | (schema.homes.c.membership != last.c.seq)
            | (func.coalesce(schema.homes.c.account, "") != func.coalesce(last.c.account, ""))
        )
        .limit(_MOST)
    )
    for name in connection.scalars(stale):
        yield f"homes: finding {name} is not where its last membership puts it"
    extra = select(schema.homes.c.finding).where(schema.homes.c.finding.not_in(select(schema.membership.c.finding)))
    for name in connection.scalars(extra.limit(_MOST)):
        yield f"homes: finding {name} was never placed"


def _standing(connection: Connection) -> Iterator[str]:
    """Yield which documents count by another reading than the kept rows say."""
    later = schema.judgements.alias()
    withdrawn = set(
        connection.scalars(
            select(schema.judged.c.record)
            .join(schema.judgements, schema.judgements.c.entry == schema.judged.c.entry)
            .where(
                schema.judgements.c.kind == "forget",
                schema.judgements.c.entry.not_in(select(later.c.undoes).where(later.c.undoes.is_not(None))),
            )
        )
    )
    rows: dict[str, Any] = {}
    query = select(schema.readings.c.document_id, schema.readings.c.generation, schema.readings.c.seq)
    for row in connection.execute(query):
        known = rows.get(row.document_id)
        if known is None or row.generation > known.generation:
            rows[row.document_id] = row
    should = {name: row.seq for name, row in rows.items() if name not in withdrawn}
    stands = {row.document_id: row.reading for row in connection.execute(select(schema.standing))}
    for name in sorted(should.keys() | stands.keys()):
        if should.get(name) != stands.get(name):
            yield f"standing: document {name} counts by reading {stands.get(name)}, not by {should.get(name)}"


def _bodies(connection: Connection) -> Iterator[str]:
    """Yield which findings are not told as their kept rows have them."""
    last = connection.scalar(select(func.max(schema.readings.c.seq))) or 0
    for first in range(1, last + 1, _AT_ONCE):
        kept: dict[int, list[list[dict[str, Any]]]] = {}
        for number, table in enumerate((schema.findings, schema.claims, schema.evidence)):
            rows = select(table).where(table.c.reading >= first, table.c.reading < first + _AT_ONCE)
            for row in connection.execute(rows).mappings():
                kept.setdefault(row["reading"], [[], [], []])[number].append(dict(row))
        query = select(schema.bodies).where(
            schema.bodies.c.reading >= first, schema.bodies.c.reading < first + _AT_ONCE
        )
        told = {(row.reading, row.finding): row.body for row in connection.execute(query)}
        for reading, (findings, claims, evidence) in sorted(kept.items()):
            kinds = {row["id"]: row["kind"] for row in findings}
            for finding in findings_of(findings, claims, evidence):
                body = told.pop((reading, finding.id), None)
                if body is None or finding_from(kinds[finding.id], body) != finding:
                    yield f"bodies: finding {finding.id} is not told as it was kept"
        for _, name in sorted(told):
            yield f"bodies: finding {name} was never kept"
