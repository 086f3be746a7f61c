"""What counts today, among rows that are never removed.

Of a document's readings the one with the highest generation counts, unless the document was
withdrawn; of a finding's memberships the last one. Both are kept as tables (`standing`, `homes`), which
are written here and read here, and can be worked out again from the kept rows at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)

from shuttle.ledger import schema

__all__ = [
    "MOST_AT_ONCE",
    "accounts_of",
    "among",
    "chunks",
    "current_readings",
    "last_memberships",
    "members_of",
    "move",
    "reading_is_current",
    "stand",
    "standing_reading",
    "withdraw",
]

_T = TypeVar("_T")
# Well below the number of parameters that any database takes in one statement.
MOST_AT_ONCE = 400


def chunks(values: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield ``values`` in lists that one statement can take."""
    ordered = list(values)
    for start in range(0, len(ordered), MOST_AT_ONCE):
        yield ordered[start : start + MOST_AT_ONCE]


def among() -> BindParameter[Any]:
    """Return the parameter ``some`` for a list of values, for statements that are made once and run often.

    To make a statement takes SQLAlchemy longer than it takes SQLite to run it.
    """
    return bindparam("some", expanding=True)


def reading_is_current(readings: Table = schema.readings) -> ColumnElement[bool]:
    """Return the condition that a reading is the one of its document that counts."""
    standing = schema.standing.alias()
    return exists(select(standing.c.reading).where(standing.c.reading == readings.c.seq).correlate(readings))


def current_readings(connection: Connection, seqs: Iterable[int]) -> set[int]:
    """Return those of ``seqs`` that are the current reading of their document."""
    found: set[int] = set()
    for some in chunks(sorted(set(seqs))):
        found.update(connection.scalars(_STANDING, {"some": some}))
    return found


def standing_reading(connection: Connection, document_id: str) -> int | None:
    """Return the number of the reading of a document that counts; None if there is none or it was withdrawn."""
    reading: int | None = connection.scalar(_STANDING_OF, {"document": document_id})
    return reading


def stand(connection: Connection, document_id: str, reading: int) -> None:
    """Let ``reading`` be the one of its document that counts."""
    withdraw(connection, document_id)
    connection.execute(insert(schema.standing), {"document_id": document_id, "reading": reading})


def withdraw(connection: Connection, document_id: str) -> None:
    """Let no reading of a document count."""
    connection.execute(delete(schema.standing).where(schema.standing.c.document_id == document_id))


_STANDING = select(schema.standing.c.reading).where(schema.standing.c.reading.in_(among()))
_STANDING_OF = select(schema.standing.c.reading).where(schema.standing.c.document_id == bindparam("document"))
_KNOWN = select(schema.homes.c.finding).where(schema.homes.c.finding.in_(among()))
_HOMES_OF = select(schema.homes.c.finding, schema.homes.c.account).where(schema.homes.c.finding.in_(among()))
_MEMBERS_OF = select(schema.homes.c.finding, schema.homes.c.account).where(schema.homes.c.account.in_(among()))
_MOVE = (
    update(schema.homes)
    .where(schema.homes.c.finding == bindparam("moved"))
    .values(account=bindparam("account"), membership=bindparam("membership"))
)


def last_memberships() -> Select[Any]:
    """Return a query for the membership rows that count, to which a condition can be added."""
    return select(schema.membership).join(schema.homes, schema.homes.c.membership == schema.membership.c.seq)


def move(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Record ``rows`` of membership, at most one for each finding, and let them count."""
    if not rows:
        return
    connection.execute(insert(schema.membership), list(rows))
    homes = {row["finding"]: {"account": row["account"], "membership": row["seq"]} for row in rows}
    known: set[str] = set()
    for some in chunks(sorted(homes)):
        known.update(connection.scalars(_KNOWN, {"some": some}))
    fresh = [{"finding": finding, **home} for finding, home in homes.items() if finding not in known]
    if fresh:
        connection.execute(insert(schema.homes), fresh)
    if known:
        connection.execute(_MOVE, [{"moved": finding, **homes[finding]} for finding in sorted(known)])


def accounts_of(connection: Connection, findings: Iterable[str]) -> dict[str, str | None]:
    """Return the account in which each finding is today; None if taken out; no key if never judged."""
    found: dict[str, str | None] = {}
    for some in chunks(sorted(set(findings))):
        found.update((finding, account) for finding, account in connection.execute(_HOMES_OF, {"some": some}).all())
    return found


def members_of(connection: Connection, accounts: Iterable[str]) -> dict[str, list[str]]:
    """Return the findings that each of ``accounts`` holds today, smallest first."""
    found: dict[str, list[str]] = {}
    for some in chunks(sorted(set(accounts))):
        for finding, account in connection.execute(_MEMBERS_OF, {"some": some}).all():
            found.setdefault(account, []).append(finding)
    return {account: sorted(findings) for account, findings in found.items()}
