"""Record which findings tell of the same thing, for all that one reading touches.

The grouping itself is worked out from scratch for the touched parties (`shuttle.ledger.grouping`), so
that it does not depend on the order of arrival; what is recorded is the difference to what the
ledger held before. Each row says why, and a later row supersedes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from shuttle.ledger import schema
from shuttle.ledger.current import accounts_of, chunks, current_readings, last_memberships
from shuttle.ledger.grouping import Reason, group
from shuttle.ledger.matching import Mention, mention_from, vague_key
from shuttle.ledger.wording import group_wordings, wording_from
from shuttle.ledger.writing import Written
from shuttle.records.accounts import account_id

__all__ = ["join"]


@dataclass(frozen=True, slots=True)
class _Wish:
    """The membership that a finding should have."""

    account: str | None
    score: float
    reasons: tuple[str, ...]
    method: str


def join(connection: Connection, written: Written) -> None:
    """Bring memberships up to date after ``written`` was kept.

    Args:
        connection: inside the transaction that kept it.
        written: the reading that counts now.
    """
    readings = [seq for seq in (written.reading, written.previous) if seq is not None]
    mentions = _touched(connection, readings)
    own = set(connection.scalars(select(schema.findings.c.id).where(schema.findings.c.reading == written.reading)))
    wishes: dict[str, _Wish] = _retired(connection, written, own)
    for kind in ("meeting", "visit"):
        for found in group(m for m in mentions if m.kind == kind):
            name = account_id(found.findings)
            wishes.update({finding: _wish(name, found.reasons[finding]) for finding in found.findings})
    before = accounts_of(connection, wishes)
    _record(connection, written.entry, wishes)

    after = {finding: wish.account for finding, wish in wishes.items()}
    held, holds = _members(before), _members(after)
    changed = {name for name in held.keys() | holds.keys() if held.get(name) != holds.get(name)}
    changed.update(account for finding in own if (account := after.get(finding)) is not None)
    contexts = {
        finding: account for finding, account in after.items() if account in changed or before.get(finding) in changed
    }
    _join_wordings(connection, written, contexts)


def _members(accounts: dict[str, str | None]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for finding, account in accounts.items():
        if account is not None:
            members.setdefault(account, set()).add(finding)
    return members


def _wish(account: str, reason: Reason) -> _Wish:
    return _Wish(account, reason.score, reason.reasons, reason.method)


def _touched(connection: Connection, readings: list[int]) -> list[Mention]:
    """Return the mentions on which the groups that ``readings`` touch depend, all of current readings.

    These are all that share a block with them, or with one that does; and all of the same parties
    where a vague mention has to choose among them.
    """
    keys: set[str] = set()
    whole: set[str] = set()
    found: set[tuple[int, str]] = set()
    fresh = set(connection.scalars(select(schema.blocks.c.key).where(schema.blocks.c.reading.in_(readings))))
    while fresh:
        keys |= fresh
        fresh |= _all_where_vague(connection, fresh, whole)
        new: set[tuple[int, str]] = set()
        for some in chunks(sorted(fresh)):
            query = select(schema.blocks.c.reading, schema.blocks.c.finding).where(schema.blocks.c.key.in_(some))
            new.update((row.reading, row.finding) for row in connection.execute(query))
        keys |= fresh
        current = current_readings(connection, (reading for reading, _ in new - found))
        new = {key for key in new - found if key[0] in current}
        found |= new
        fresh = _keys_of(connection, new) - keys
    return _load_mentions(connection, found)


def _all_where_vague(connection: Connection, keys: set[str], whole: set[str]) -> set[str]:
    """Return all keys of those parties in ``keys`` that have vague mentions; note in ``whole`` who was looked at."""
    parties = {key.rpartition("@")[0] for key in keys if "@" in key} - whole
    whole |= parties
    vague = {party for party in parties if vague_key(party) in keys}
    for some in chunks(sorted(vague_key(party) for party in parties - vague)):
        query = select(schema.blocks.c.key).where(schema.blocks.c.key.in_(some)).distinct()
        vague.update(key.rpartition("@")[0] for key in connection.scalars(query))
    found: set[str] = set()
    for party in sorted(vague):
        query = select(schema.blocks.c.key).distinct()
        found.update(
            connection.scalars(query.where(schema.blocks.c.key >= f"{party}@", schema.blocks.c.key < f"{party}@\x7f"))
        )
    return found


def _keys_of(connection: Connection, findings: Iterable[tuple[int, str]]) -> set[str]:
    keys: set[str] = set()
    wanted = set(findings)
    for some in chunks(sorted({finding for _, finding in wanted})):
        query = select(schema.blocks).where(schema.blocks.c.finding.in_(some))
        keys.update(row.key for row in connection.execute(query) if (row.reading, row.finding) in wanted)
    return keys


def _load_mentions(connection: Connection, findings: Iterable[tuple[int, str]]) -> list[Mention]:
    wanted = set(findings)
    mentions = []
    for some in chunks(sorted({reading for reading, _ in wanted})):
        query = select(schema.mentions).where(
            schema.mentions.c.reading.in_(some), schema.mentions.c.kind.in_(("meeting", "visit"))
        )
        for row in connection.execute(query):
            if (row.reading, row.finding) in wanted:
                mentions.append(mention_from(row.features))
    return mentions


def _retired(connection: Connection, written: Written, own: set[str]) -> dict[str, _Wish]:
    """Return the wish to take out each finding of the reading before that the new one does not have."""
    if written.previous is None:
        return {}
    query = select(schema.findings.c.id).where(schema.findings.c.reading == written.previous)
    gone = set(connection.scalars(query)) - own
    reason = ("a newer reading of the document does not have it",)
    return {finding: _Wish(None, 1.0, reason, "newer reading") for finding in gone}


def _record(connection: Connection, entry: int, wishes: dict[str, _Wish]) -> None:
    """Insert the memberships that differ from those that count."""
    held: dict[str, Any] = {}
    for some in chunks(sorted(wishes)):
        query = last_memberships().where(schema.membership.c.finding.in_(some))
        held.update({row.finding: row for row in connection.execute(query)})
    rows: list[dict[str, Any]] = []
    seq = connection.scalar(select(func.max(schema.membership.c.seq))) or 0
    for finding, wish in sorted(wishes.items()):
        row = held.get(finding)
        reasons = json.dumps(wish.reasons, ensure_ascii=False)
        if row and (row.account, row.score, row.reasons, row.method) == (
            wish.account,
            wish.score,
            reasons,
            wish.method,
        ):
            continue
        rows.append(
            {
                "seq": seq + len(rows) + 1,
                "entry": entry,
                "finding": finding,
                "account": wish.account,
                "score": wish.score,
                "reasons": reasons,
                "method": wish.method,
            }
        )
    if rows:
        connection.execute(insert(schema.membership), rows)


def _join_wordings(connection: Connection, written: Written, contexts: dict[str, str | None]) -> None:
    """Group what is promised, said and planned under each meeting whose findings changed."""
    rows: dict[tuple[int, str], Any] = {}
    for some in chunks(sorted(contexts)):
        query = select(schema.mentions).where(schema.mentions.c.context.in_(some))
        rows.update({(row.reading, row.finding): row for row in connection.execute(query)})
    query = select(schema.mentions).where(
        schema.mentions.c.reading == written.reading, schema.mentions.c.kind.not_in(("meeting", "visit"))
    )
    rows.update({(row.reading, row.finding): row for row in connection.execute(query)})
    current = current_readings(connection, (reading for reading, _ in rows))
    under: dict[tuple[str, str], list[Any]] = {}
    for (reading, finding), row in rows.items():
        if reading in current:
            # What belongs to no meeting stands alone.
            place = contexts.get(row.context or "") or f"alone:{finding}"
            under.setdefault((row.kind, place), []).append(wording_from(row.features))
    wishes: dict[str, _Wish] = {}
    for wordings in under.values():
        for ids, why in group_wordings(wordings):
            name = account_id(ids)
            for finding in ids:
                score, reason = why[finding]
                method = "alone" if len(ids) == 1 else "same words at the same meeting"
                wishes[finding] = _Wish(name, score, (reason,), method)
    _record(connection, written.entry, wishes)
