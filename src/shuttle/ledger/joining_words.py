"""Record which commitments, statements and next steps say the same, for all meetings that a change touches.

All that stands under a touched meeting is compared anew (`shuttle.ledger.wording`), with whatever people judged to be
one with it at other meetings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from shuttle.ledger import schema
from shuttle.ledger.bounds import Bounds
from shuttle.ledger.current import accounts_of, among, chunks, current_readings, members_of
from shuttle.ledger.forming import ALONE, Reason
from shuttle.ledger.recording import Wish, last_rows, record
from shuttle.ledger.wording import Wording, group_wordings, with_mates, wording_from
from shuttle.records.accounts import account_id

__all__ = ["join_wordings"]

_Rows = dict[tuple[int, str], Any]


def join_wordings(
    connection: Connection,
    entry: int,
    readings: Sequence[int],
    contexts: dict[str, str | None],
    judged: Iterable[str] = (),
) -> None:
    """Group what is promised, said and planned under each meeting that changed, or of which ``readings`` tell.

    Args:
        contexts: the meetings' findings whose accounts changed, each with its account.
        judged: findings that a judgement is about which was made or taken back.
    """
    rows: _Rows = {}
    for numbers in chunks(readings):
        rows.update(_rows(connection, _OF_READINGS, numbers))
    _add_beside(connection, rows, contexts)
    rows.update(_under(connection, contexts))
    bounds = Bounds(connection)
    bounds.learn(judged)
    missing = bounds.linked(judged)
    known: set[str] = set()
    while True:
        fresh = {finding for _, finding in rows} - known
        known |= fresh
        bounds.learn(fresh)
        missing = (missing | bounds.linked(fresh)) - known
        found: _Rows = {}
        for some in chunks(sorted(missing)):
            found.update(_rows(connection, _NAMED, some))
        if not found:
            break
        known |= missing
        missing = set()
        bounds.learn(finding for _, finding in found)
        _add_beside(connection, found, contexts)
        rows.update(found)
        rows.update(_under(connection, {row.context for row in found.values() if row.context} | contexts.keys()))
    wishes = _wishes(connection, rows, contexts, bounds)
    record(connection, entry, wishes, last_rows(connection, wishes))


def _wishes(connection: Connection, rows: _Rows, contexts: dict[str, str | None], bounds: Bounds) -> dict[str, Wish]:
    current = current_readings(connection, (reading for reading, _ in rows))
    under: dict[tuple[str, str], list[Wording]] = {}
    wishes: dict[str, Wish] = {}
    for (reading, finding), row in rows.items():
        if finding in bounds.rejected:
            wishes[finding] = Wish(None, Reason(1.0, (bounds.rejected[finding],), "judged"))
        elif reading in current:
            # What belongs to no meeting stands alone.
            place = contexts.get(row.context or "") or f"alone:{finding}"
            under.setdefault((row.kind, place), []).append(wording_from(row.features))
    groups = [made for wordings in under.values() for made in group_wordings(wordings, bounds.sameness)]
    for ids, why in with_mates(groups, bounds.sameness):
        name = account_id(ids)
        for finding in ids:
            score, reason = why[finding]
            method = ALONE if len(ids) == 1 else "same words at the same meeting"
            if len(ids) > 1 and bounds.sameness.mates(finding):
                reason, method = bounds.sameness.reason(finding), "judged"
            wishes[finding] = Wish(name, Reason(score, (reason,), method))
    return wishes


def _rows(connection: Connection, query: Select[Any], some: Sequence[Any]) -> _Rows:
    return {(row.reading, row.finding): row for row in connection.execute(query, {"some": some})}


def _under(connection: Connection, contexts: Iterable[str]) -> _Rows:
    rows: _Rows = {}
    for some in chunks(sorted(contexts)):
        rows.update(_rows(connection, _UNDER, some))
    return rows


def _add_beside(connection: Connection, rows: _Rows, contexts: dict[str, str | None]) -> None:
    """Add to ``contexts`` the meetings under which ``rows`` stand, with all their findings."""
    fresh = {row.context for row in rows.values() if row.context} - contexts.keys()
    accounts = accounts_of(connection, fresh)
    contexts.update(accounts)
    for account, findings in members_of(connection, filter(None, accounts.values())).items():
        contexts.update(dict.fromkeys(findings, account))


_WORDINGS = select(schema.mentions).where(schema.mentions.c.kind.not_in(("meeting", "visit")))
_OF_READINGS = _WORDINGS.where(schema.mentions.c.reading.in_(among()))
_UNDER = _WORDINGS.where(schema.mentions.c.context.in_(among()))
_NAMED = _WORDINGS.join(
    schema.findings,
    (schema.findings.c.reading == schema.mentions.c.reading) & (schema.findings.c.id == schema.mentions.c.finding),
).where(schema.findings.c.id.in_(among()))
