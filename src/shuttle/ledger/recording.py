"""Record memberships: only what differs from what counts, each under the entry that caused it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from shuttle.ledger import schema
from shuttle.ledger.current import among, chunks, last_memberships, move
from shuttle.ledger.forming import Reason

__all__ = ["Wish", "last_rows", "reason_of", "record"]


@dataclass(frozen=True, slots=True)
class Wish:
    """The membership that a finding should have.

    Attributes:
        account: None for a finding that belongs nowhere from now on.
        reason: None to keep the reason that counts, and to change the account alone.
    """

    account: str | None
    reason: Reason | None


def last_rows(connection: Connection, findings: Iterable[str]) -> dict[str, Any]:
    """Return the row of membership that counts for each finding; no key for one that was never placed."""
    found: dict[str, Any] = {}
    for some in chunks(sorted(set(findings))):
        found.update((row.finding, row) for row in connection.execute(_LAST, {"some": some}))
    return found


_LAST = last_memberships().where(schema.homes.c.finding.in_(among()))


def reason_of(row: Any) -> Reason:
    """Return the reason that a row of membership gives."""
    return Reason(row.score, tuple(json.loads(row.reasons)), row.method)


def record(connection: Connection, entry: int, wishes: Mapping[str, Wish], held: Mapping[str, Any]) -> None:
    """Insert the memberships that differ from those that count.

    Args:
        entry: the entry that caused the change.
        wishes: by finding id.
        held: what counts, as `last_rows` returns it for the same findings.
    """
    rows: list[dict[str, Any]] = []
    seq: int | None = None
    for finding, wish in sorted(wishes.items()):
        row = held.get(finding)
        reason = wish.reason or (reason_of(row) if row else Reason(1.0, (), "alone"))
        reasons = json.dumps(reason.reasons, ensure_ascii=False)
        if row and (row.account, row.score, row.reasons, row.method) == (
            wish.account,
            reason.score,
            reasons,
            reason.method,
        ):
            continue
        if seq is None:
            seq = connection.scalar(select(func.max(schema.membership.c.seq))) or 0
        rows.append(
            {
                "seq": seq + len(rows) + 1,
                "entry": entry,
                "finding": finding,
                "account": wish.account,
                "score": reason.score,
                "reasons": reasons,
                "method": reason.method,
            }
        )
    move(connection, rows)
