"""What counts today, among rows that are never removed.

Of a document's readings the one with the highest generation counts; of a finding's memberships the
last one. These are the only two places that say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, select

from shuttle.ledger import schema

__all__ = ["accounts_of", "chunks", "current_readings", "last_memberships", "reading_is_current"]

_T = TypeVar("_T")
# Well below the number of parameters that any database takes in one statement.
_CHUNK = 400


def chunks(values: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield ``values`` in lists that one statement can take."""
    ordered = list(values)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def reading_is_current(readings: Table = schema.readings) -> ColumnElement[bool]:
    """Return the condition that no reading of the same document has a higher generation."""
    newer = schema.readings.alias("newer_reading")
    return ~exists(
        select(newer.c.seq)
        .where(newer.c.document_id == readings.c.document_id, newer.c.generation > readings.c.generation)
        .correlate(readings)
    )


def current_readings(connection: Connection, seqs: Iterable[int]) -> set[int]:
    """Return those of ``seqs`` that are the current reading of their document."""
    found: set[int] = set()
    for some in chunks(sorted(set(seqs))):
        query = select(schema.readings.c.seq).where(schema.readings.c.seq.in_(some), reading_is_current())
        found.update(connection.scalars(query))
    return found


def last_memberships() -> Select[Any]:
    """Return a query for the membership rows that count, to which a condition can be added."""
    later = schema.membership.alias("later_membership")
    rows = schema.membership
    superseded = exists(
        select(later.c.seq).where(later.c.finding == rows.c.finding, later.c.seq > rows.c.seq).correlate(rows)
    )
    return select(rows).where(~superseded)


def accounts_of(connection: Connection, findings: Iterable[str]) -> dict[str, str | None]:
    """Return the account in which each finding is today; None if taken out; no key if never judged."""
    found: dict[str, str | None] = {}
    for some in chunks(sorted(set(findings))):
        query = last_memberships().where(schema.membership.c.finding.in_(some))
        for row in connection.execute(query):
            found[row.finding] = row.account
    return found


def members_of(connection: Connection, accounts: Sequence[str]) -> dict[str, list[str]]:
    """Return the findings that each of ``accounts`` holds today, smallest first."""
    found: dict[str, list[str]] = {}
    for some in chunks(sorted(set(accounts))):
        query = last_memberships().where(schema.membership.c.account.in_(some))
        for row in connection.execute(query):
            found.setdefault(row.account, []).append(row.finding)
    return {account: sorted(findings) for account, findings in found.items()}
