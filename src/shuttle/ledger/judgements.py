"""Judgements as rows: recorded under an entry, never changed, taken back by another.

A judgement is about findings and documents, whose ids stay, not about accounts, which grow: what a person
says of an account is kept as said of the findings that it held at that moment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, insert, select

from shuttle.errors import JudgementError
from shuttle.ledger import schema
from shuttle.ledger.current import among, chunks
from shuttle.ledger.numbering import insert_numbered
from shuttle.records.judgements import Judgement, JudgementKind

__all__ = ["about", "load_judgement", "load_judgements", "record"]


def record(
    connection: Connection,
    kind: JudgementKind,
    sides: Sequence[Iterable[str]],
    *,
    now: str,
    by: str,
    subject: str,
    because: str | None = None,
    details: Mapping[str, Any] | None = None,
    undoes: int | None = None,
) -> int:
    """Record a judgement; return its number.

    Args:
        connection: inside a transaction that writes.
        sides: ids of findings and documents, one or two sides.
        now: ISO 8601, UTC.
        by: who decided.
        subject: what the history says it was done to.
        undoes: the judgement that this one takes back.
    """
    entry = insert_numbered(
        connection, schema.entries, recorded_at=now, action=kind, subject=subject, agent=by, because=because
    )
    connection.execute(
        insert(schema.judgements),
        {
            "entry": entry,
            "kind": kind,
            "details": json.dumps(details or {}, ensure_ascii=False, sort_keys=True),
            "undoes": undoes,
        },
    )
    rows = [
        {"entry": entry, "side": side, "record": name}
        for side, names in enumerate(sides)
        for name in sorted(set(names))
    ]
    if rows:
        connection.execute(insert(schema.judged), rows)
    return entry


def load_judgements(
    connection: Connection, kinds: Iterable[JudgementKind] = (), *, standing_only: bool = True
) -> tuple[Judgement, ...]:
    """Return the judgements of these kinds, or of all, the first first.

    Args:
        standing_only: leave out those that were taken back.
    """
    query = _judgements(standing_only)
    wanted = list(kinds)
    if wanted:
        query = query.where(schema.judgements.c.kind.in_(wanted))
    return _loaded(connection, query)


def about(
    connection: Connection, records: Iterable[str], kinds: Iterable[JudgementKind] = (), *, standing_only: bool = True
) -> tuple[Judgement, ...]:
    """Return the judgements about any of ``records``, the first first."""
    wanted = list(kinds)
    entries: set[int] = set()
    for names in chunks(sorted(set(records))):
        entries.update(connection.scalars(_ENTRIES_ABOUT, {"some": names}))
    found: dict[int, Judgement] = {}
    for some in chunks(sorted(entries)):
        query = _judgements(standing_only).where(schema.judgements.c.entry.in_(some))
        if wanted:
            query = query.where(schema.judgements.c.kind.in_(wanted))
        found.update((judgement.entry, judgement) for judgement in _loaded(connection, query))
    return tuple(found[entry] for entry in sorted(found))


_ENTRIES_ABOUT = select(schema.judged.c.entry).where(schema.judged.c.record.in_(among())).distinct()


def load_judgement(connection: Connection, number: int) -> Judgement:
    """Return the judgement with this number.

    Raises:
        JudgementError: the ledger has no such entry, or it is a reading.
    """
    found = _loaded(connection, _judgements(standing_only=False).where(schema.judgements.c.entry == number))
    if found:
        return found[0]
    action = connection.scalar(select(schema.entries.c.action).where(schema.entries.c.seq == number))
    if action is None:
        raise JudgementError(f"the ledger has no entry {number}. `shuttle history` lists entries.")
    raise JudgementError(
        f"entry {number} is no judgement: a document was read. To let it count no more use `shuttle forget DOCUMENT`."
    )


def _judgements(standing_only: bool) -> Select[Any]:
    later = schema.judgements.alias("later")
    undone = select(later.c.entry).where(later.c.undoes == schema.judgements.c.entry).limit(1).scalar_subquery()
    query = (
        select(
            schema.judgements,
            schema.entries.c.recorded_at,
            schema.entries.c.agent,
            schema.entries.c.because,
            undone.label("undone"),
        )
        .join(schema.entries, schema.entries.c.seq == schema.judgements.c.entry)
        .order_by(schema.judgements.c.entry)
    )
    if standing_only:
        query = query.where(
            and_(
                ~exists(select(later.c.entry).where(later.c.undoes == schema.judgements.c.entry)),
                schema.judgements.c.kind != "undo",
            )
        )
    return query


def _loaded(connection: Connection, query: Select[Any]) -> tuple[Judgement, ...]:
    rows = connection.execute(query).all()
    sides: dict[int, dict[int, list[str]]] = {}
    for some in chunks([row.entry for row in rows]):
        named = (
            select(schema.judged)
            .where(schema.judged.c.entry.in_(some))
            .order_by(schema.judged.c.entry, schema.judged.c.record)
        )
        for row in connection.execute(named):
            sides.setdefault(row.entry, {}).setdefault(row.side, []).append(row.record)
    return tuple(
        Judgement(
            entry=row.entry,
            recorded_at=row.recorded_at,
            by=row.agent,
            kind=row.kind,
            sides=tuple(tuple(names) for _, names in sorted(sides.get(row.entry, {}).items())),
            details=json.loads(row.details),
            because=row.because,
            undone=row.undone,
        )
        for row in rows
    )
