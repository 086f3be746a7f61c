"""The chain of seals: each entry's seal covers its rows and the seal before, so that a change shows.

    content(n) = SHA-256 of every row that came with entry n
    digest(n)  = SHA-256 of digest(n - 1), entry n itself and content(n)

Whoever changes or removes a kept row breaks its content; whoever removes an entry, or puts one in
between, breaks the chain. What this does not protect against is said in docs/decisions/0011.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, insert, select

from shuttle.ledger import schema
from shuttle.ledger.current import among

__all__ = ["FIRST", "SEALED", "content_of", "digest_of_entry", "seal"]

# What stands in the place of a digest before the first entry.
FIRST = "0" * 64
# The tables whose rows come with an entry.
SEALED = (
    "documents",
    "readings",
    "findings",
    "claims",
    "evidence",
    "sightings",
    "areas",
    "issues",
    "points",
    "membership",
    "judgements",
    "judged",
)
_BY_READING = frozenset(("findings", "claims", "evidence", "sightings", "areas", "issues", "points"))


def seal(connection: Connection, entry: int, tables: Sequence[str] = SEALED) -> str:
    """Seal ``entry`` once all its rows are written; return the digest.

    Args:
        connection: inside the transaction that wrote them.
        entry: its number; the entry before must be sealed.
        tables: those that can have rows of it (fewer in an older ledger).
    """
    before = connection.scalar(_DIGEST, {"entry": entry - 1}) or FIRST
    row = connection.execute(_ENTRY, {"entry": entry}).mappings().one()
    content = content_of(connection, entry, tables)
    digest = digest_of_entry(before, row, content)
    connection.execute(insert(schema.seals), {"entry": entry, "content": content, "digest": digest})
    return digest


def digest_of_entry(before: str, entry: RowMapping, content: str) -> str:
    """Return the digest of an entry, given the digest before, its row and the digest of its content."""
    return hashlib.sha256("\n".join([before, _line(entry), content]).encode("ascii")).hexdigest()


def content_of(connection: Connection, entry: int, tables: Iterable[str] = SEALED) -> str:
    """Return the digest of all rows that came with ``entry``."""
    hasher = hashlib.sha256()
    readings = connection.scalars(_READINGS, {"entry": entry}).all()
    for name in tables:
        if name in _BY_READING and not readings:
            continue
        wanted: dict[str, Any] = {"some": readings} if name in _BY_READING else {"entry": entry}
        # Databases return rows in an order of their own.
        for line in sorted(map(_line, connection.execute(_rows_of(name), wanted).mappings())):
            hasher.update(f"{name}\t{line}\n".encode("ascii"))
    return hasher.hexdigest()


@cache
def _rows_of(name: str) -> Select[Any]:
    table = schema.metadata.tables[name]
    return select(table).where(
        table.c.reading.in_(among()) if name in _BY_READING else table.c.entry == bindparam("entry")
    )


_DIGEST = select(schema.seals.c.digest).where(schema.seals.c.entry == bindparam("entry"))
_READINGS = select(schema.readings.c.seq).where(schema.readings.c.entry == bindparam("entry"))
_ENTRY = select(
    *(schema.entries.c[name] for name in ("seq", "recorded_at", "action", "subject", "agent", "because"))
).where(schema.entries.c.seq == bindparam("entry"))


def _line(row: RowMapping) -> str:
    """Return a row as one line of ASCII; a column that says nothing counts as absent, so that one can be added."""
    plain: dict[str, Any] = {key: value for key, value in row.items() if value is not None}
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))
