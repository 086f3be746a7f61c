"""What was done to the ledger, or to one record: by whom or what, when, why, and what it changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from shuttle.ledger import schema
from shuttle.ledger.current import chunks, members_of
from shuttle.ledger.judgements import about, load_judgements
from shuttle.ledger.resolving import resolve
from shuttle.records.history import Entry
from shuttle.records.judgements import JUDGEMENTS, Judgement

__all__ = ["load_entries", "load_numbered"]


def load_entries(connection: Connection, name: str | None = None, limit: int | None = None) -> tuple[Entry, ...]:
    """Return the entries about a record, or all, the first first.

    Args:
        name: an id or the beginning of one; None for the whole ledger.
        limit: the last so many only.

    Raises:
        UnknownRecordError: no record or several begin so.
    """
    if name is None:
        query = select(schema.entries.c.seq).order_by(schema.entries.c.seq.desc())
        seqs = set(connection.scalars(query.limit(limit) if limit else query))
        return _loaded(connection, seqs, None)
    table, found = resolve(connection, name)
    if table == "document":
        findings = _findings_of(connection, found)
        seqs = set(connection.scalars(select(schema.readings.c.entry).where(schema.readings.c.document_id == found)))
        seqs |= {judgement.entry for judgement in about(connection, [found], standing_only=False)}
        return _last(_loaded(connection, seqs, findings), limit)
    findings = {found} if table == "finding" else set(members_of(connection, [found]).get(found, ()))
    findings |= _once_in(connection, found)
    seqs = {judgement.entry for judgement in about(connection, findings, standing_only=False)}
    for some in chunks(sorted(findings)):
        seqs.update(
            connection.scalars(
                select(schema.membership.c.entry).where(schema.membership.c.finding.in_(some)).distinct()
            )
        )
    return _last(_loaded(connection, seqs, findings), limit)


def load_numbered(connection: Connection, numbers: Iterable[int]) -> tuple[Entry, ...]:
    """Return the entries with these numbers, the first first."""
    return _loaded(connection, numbers, None)


def _last(entries: tuple[Entry, ...], limit: int | None) -> tuple[Entry, ...]:
    return entries[-limit:] if limit else entries


def _findings_of(connection: Connection, document: str) -> set[str]:
    query = (
        select(schema.findings.c.id)
        .join(schema.readings, schema.readings.c.seq == schema.findings.c.reading)
        .where(schema.readings.c.document_id == document)
    )
    return set(connection.scalars(query))


def _once_in(connection: Connection, account: str) -> set[str]:
    """Return the findings that were ever in ``account``."""
    return set(connection.scalars(select(schema.membership.c.finding).where(schema.membership.c.account == account)))


def _loaded(connection: Connection, seqs: Iterable[int], findings: set[str] | None) -> tuple[Entry, ...]:
    wanted = sorted(seqs)
    rows: dict[int, Row[Any]] = {}
    moves: dict[int, list[Row[Any]]] = {}
    judged: dict[int, Judgement] = {}
    for some in chunks(wanted):
        query = (
            select(schema.entries, schema.seals.c.digest)
            .outerjoin(schema.seals, schema.seals.c.entry == schema.entries.c.seq)
            .where(schema.entries.c.seq.in_(some))
        )
        rows.update((row.seq, row) for row in connection.execute(query))
        moved = select(schema.membership).where(schema.membership.c.entry.in_(some)).order_by(schema.membership.c.seq)
        for row in connection.execute(moved):
            if findings is None or row.finding in findings:
                moves.setdefault(row.entry, []).append(row)
    if any(row.action != "read" for row in rows.values()):
        judged = {judgement.entry: judgement for judgement in load_judgements(connection, standing_only=False)}
    return tuple(_entry(rows[seq], judged.get(seq), moves.get(seq, []), whole=findings is None) for seq in wanted)


def _entry(row: Row[Any], judgement: Judgement | None, moves: list[Row[Any]], *, whole: bool) -> Entry:
    changes = []
    if judgement is not None:
        changes.append(_decided(judgement))
    if whole:
        if moves:
            changes.append(f"{len(moves)} findings placed")
    else:
        changes.extend(map(_moved, moves))
    return Entry(
        seq=row.seq,
        recorded_at=row.recorded_at,
        action=row.action,
        subject=row.subject,
        agent=row.agent,
        because=row.because,
        changes=tuple(changes),
        undone=judgement.undone if judgement else None,
        digest=row.digest,
    )


def _decided(judgement: Judgement) -> str:
    sides = [_names(side) for side in judgement.sides]
    said = JUDGEMENTS[judgement.kind]
    details = ", ".join(f"{key} {_shown(value)}" for key, value in judgement.details.items() if value is not None)
    return f"{said}: {' / '.join(sides)}{f' ({details})' if details else ''}"


def _names(side: tuple[str, ...]) -> str:
    return side[0] if len(side) == 1 else f"{side[0]} and {len(side) - 1} more"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "..".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    return str(value)


def _moved(row: Row[Any]) -> str:
    reasons = "; ".join(json.loads(row.reasons))
    if row.account is None:
        return f"{row.finding} taken out: {reasons}"
    return f"{row.finding} placed in {row.account} ({row.method}, {row.score:.2f}): {reasons}"
