"""Record which findings tell of the same thing, for all that one reading touches.

The grouping itself is worked out from scratch for the touched parties (`shuttle.ledger.grouping`), so
that it does not depend on the order of arrival; what is recorded is the difference to what the
ledger held before. Each row says why, and a later row supersedes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from shuttle.ledger import schema
from shuttle.ledger.constraints import Constraints
from shuttle.ledger.current import accounts_of, chunks, current_readings, last_memberships, members_of, move
from shuttle.ledger.grouping import Reason, group
from shuttle.ledger.judgements import about
from shuttle.ledger.matching import Mention, mention_from, vague_key
from shuttle.ledger.wording import group_wordings, with_mates, wording_from
from shuttle.ledger.writing import Written
from shuttle.records.accounts import account_id

__all__ = ["join", "rejoin"]


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
    own = set(connection.scalars(select(schema.findings.c.id).where(schema.findings.c.reading == written.reading)))
    retired: dict[str, str] = {}
    if written.previous is not None:
        before = select(schema.findings.c.id).where(schema.findings.c.reading == written.previous)
        gone = set(connection.scalars(before)) - own
        retired = dict.fromkeys(gone, "a newer reading of the document does not have it")
    readings = [seq for seq in (written.reading, written.previous) if seq is not None]
    rejoin(connection, written.entry, readings, own=own, retired=retired)


def rejoin(
    connection: Connection,
    entry: int,
    readings: Iterable[int],
    *,
    own: Iterable[str] = (),
    retired: Mapping[str, str] | None = None,
) -> None:
    """Bring memberships up to date for all that depends on ``readings``, by what counts and is judged now.

    Args:
        connection: inside a transaction that writes.
        entry: the entry that caused it.
        readings: numbers of the readings whose findings changed, came or went.
        own: findings whose companions under their meeting are to be looked at in any case.
        retired: findings that belong nowhere from now on, with the reason.
    """
    readings = sorted(readings)
    found = _touched(connection, readings)
    constraints = _constraints(connection, found)
    mentions = [mention for mention in _load_mentions(connection, found) if mention.finding not in constraints.rejected]
    wishes = {finding: _Wish(None, 1.0, (reason,), "taken out") for finding, reason in (retired or {}).items()}
    wishes.update({finding: _Wish(None, 1.0, (reason,), "judged") for finding, reason in constraints.rejected.items()})
    for kind in ("meeting", "visit"):
        for made in group((m for m in mentions if m.kind == kind), constraints.sameness):
            name = account_id(made.findings)
            wishes.update({finding: _wish(name, made.reasons[finding]) for finding in made.findings})
    before = accounts_of(connection, wishes)
    _record(connection, entry, wishes)

    after = {finding: wish.account for finding, wish in wishes.items()}
    held, holds = _members(before), _members(after)
    changed = {name for name in held.keys() | holds.keys() if held.get(name) != holds.get(name)}
    changed.update(account for finding in own if (account := after.get(finding)) is not None)
    contexts = {
        finding: account for finding, account in after.items() if account in changed or before.get(finding) in changed
    }
    _join_wordings(connection, entry, readings, contexts)


def _members(accounts: dict[str, str | None]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for finding, account in accounts.items():
        if account is not None:
            members.setdefault(account, set()).add(finding)
    return members


def _wish(account: str, reason: Reason) -> _Wish:
    return _Wish(account, reason.score, reason.reasons, reason.method)


def _touched(connection: Connection, readings: Sequence[int]) -> set[tuple[int, str]]:
    """Return the mentions, as (reading, finding), on which the groups that ``readings`` touch depend.

    All are of current readings. These are all that share a block with them, or with one that does; all of
    the same parties where a vague mention has to choose among them; and those that people judged to be the same.
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
        mates = _mates(connection, {finding for _, finding in new}) - {finding for _, finding in found}
        fresh = (_keys_of(connection, new) | _keys_of_findings(connection, mates)) - keys
    return found


@dataclass(frozen=True, slots=True)
class _Judged:
    """What people judged about the findings that are to be grouped."""

    sameness: Constraints
    rejected: dict[str, str]


def _constraints(connection: Connection, found: Iterable[tuple[int, str]]) -> _Judged:
    judgements = about(connection, (finding for _, finding in found), ("same", "different", "reject"))
    rejected = {}
    for judgement in judgements:
        if judgement.kind == "reject":
            reason = f": {judgement.because}" if judgement.because else ""
            for finding in judgement.sides[0]:
                rejected[finding] = f"{judgement.by} judged it wrong (entry {judgement.entry}){reason}"
    return _Judged(Constraints(judgements), rejected)


def _mates(connection: Connection, findings: Iterable[str]) -> set[str]:
    same = about(connection, findings, ("same",))
    return {name for judgement in same for names in judgement.sides for name in names}


def _keys_of_findings(connection: Connection, findings: Iterable[str]) -> set[str]:
    keys: set[str] = set()
    for some in chunks(sorted(findings)):
        keys.update(connection.scalars(select(schema.blocks.c.key).where(schema.blocks.c.finding.in_(some))))
    return keys


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


def _record(connection: Connection, entry: int, wishes: dict[str, _Wish]) -> None:
    """Insert the memberships that differ from those that count."""
    held: dict[str, Any] = {}
    for some in chunks(sorted(wishes)):
        query = last_memberships().where(schema.homes.c.finding.in_(some))
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
    move(connection, rows)


def _join_wordings(
    connection: Connection, entry: int, readings: Sequence[int], contexts: dict[str, str | None]
) -> None:
    """Group what is promised, said and planned under each meeting whose findings changed."""
    rows = _wordings_under(connection, contexts)
    query = select(schema.mentions).where(
        schema.mentions.c.reading.in_(readings), schema.mentions.c.kind.not_in(("meeting", "visit"))
    )
    rows.update({(row.reading, row.finding): row for row in connection.execute(query)})
    judged = _with_mates(connection, rows, contexts)
    current = current_readings(connection, (reading for reading, _ in rows))
    under: dict[tuple[str, str], list[Any]] = {}
    wishes: dict[str, _Wish] = {}
    for (reading, finding), row in rows.items():
        if finding in judged.rejected:
            wishes[finding] = _Wish(None, 1.0, (judged.rejected[finding],), "judged")
        elif reading in current:
            # What belongs to no meeting stands alone.
            place = contexts.get(row.context or "") or f"alone:{finding}"
            under.setdefault((row.kind, place), []).append(wording_from(row.features))
    groups = [made for wordings in under.values() for made in group_wordings(wordings, judged.sameness)]
    for ids, why in with_mates(groups, judged.sameness):
        name = account_id(ids)
        for finding in ids:
            score, reason = why[finding]
            method = "alone" if len(ids) == 1 else "same words at the same meeting"
            if len(ids) > 1 and judged.sameness.mates(finding):
                reason, method = judged.sameness.reason(finding), "judged"
            wishes[finding] = _Wish(name, score, (reason,), method)
    _record(connection, entry, wishes)


def _wordings_under(connection: Connection, contexts: Iterable[str]) -> dict[tuple[int, str], Any]:
    rows: dict[tuple[int, str], Any] = {}
    for some in chunks(sorted(contexts)):
        query = select(schema.mentions).where(schema.mentions.c.context.in_(some))
        rows.update({(row.reading, row.finding): row for row in connection.execute(query)})
    return rows


def _with_mates(connection: Connection, rows: dict[tuple[int, str], Any], contexts: dict[str, str | None]) -> _Judged:
    """Add to ``rows`` the mates of its wordings, with all that stand at their meetings; return what is judged."""
    while True:
        known = {finding for _, finding in rows}
        missing = _mates(connection, known) - known
        found: dict[tuple[int, str], Any] = {}
        for some in chunks(sorted(missing)):
            query = select(schema.mentions).where(schema.mentions.c.finding.in_(some))
            found.update({(row.reading, row.finding): row for row in connection.execute(query)})
        if not found:
            return _constraints(connection, rows)
        meetings = set(accounts_of(connection, {row.context for row in found.values() if row.context}).values())
        members = members_of(connection, {name for name in meetings if name is not None})
        beside = {finding: account for account, findings in members.items() for finding in findings}
        contexts.update(beside)
        rows.update(found | _wordings_under(connection, beside))
