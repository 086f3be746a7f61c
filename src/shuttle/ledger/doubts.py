"""What matching and reading were unsure of, for a person to decide.

In:   the memberships that count, the issues of current readings, and what was accepted before.
Out:  doubts, the latest first, each with what a person needs to decide it.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from shuttle.ledger import schema
from shuttle.ledger.current import accounts_of, chunks, reading_is_current
from shuttle.ledger.grouping import COULD_BE
from shuttle.ledger.judgements import load_judgements
from shuttle.records.accounts import LEFT_APART
from shuttle.records.history import Doubt, doubt_id

__all__ = ["load_doubts"]

# Methods by which a finding was placed though it says little, and the score from which that is no doubt.
_WEAK = ("only candidate", "fuller list of parties")
_SURE = 0.6


def load_doubts(connection: Connection, findings: Iterable[str] | None = None, limit: int = 100) -> tuple[Doubt, ...]:
    """Return the doubts that nobody has decided yet, the latest first.

    Args:
        findings: only about these, and the documents they stand in; None for all.
        limit: at most so many.
    """
    accepted = {judgement.details.get("item") for judgement in load_judgements(connection, ("accept",))}
    only = None if findings is None else set(findings)
    found: list[Doubt] = []
    # One after the other: of a large ledger only as many are looked at as are asked for.
    for doubt in itertools.chain(_memberships(connection, only), _issues(connection, only)):
        if doubt.id not in accepted:
            found.append(doubt)
        if len(found) >= limit:
            break
    return tuple(found)


def _memberships(connection: Connection, only: set[str] | None) -> Iterator[Doubt]:
    query = (
        select(schema.membership)
        .join(schema.homes, schema.homes.c.membership == schema.membership.c.seq)
        .where(schema.membership.c.method.in_((*_WEAK, LEFT_APART)))
        .order_by(schema.membership.c.seq.desc())
    )
    rows: Iterable[Row[Any]] = ()
    if only is None:
        rows = connection.execute(query)
    else:
        mine = [query.where(schema.homes.c.finding.in_(some)) for some in chunks(sorted(only))]
        rows = sorted((row for one in mine for row in connection.execute(one)), key=lambda row: -row.seq)
    for row in rows:
        doubt = _doubt(connection, row)
        if doubt:
            yield doubt


def _doubt(connection: Connection, row: Row[Any]) -> Doubt | None:
    reasons = tuple(json.loads(row.reasons))
    if row.method in _WEAK:
        if row.score >= _SURE:
            return None
        name = doubt_id("placed", row.finding, row.account)
        return Doubt(name, "placed", row.finding, row.account, (), reasons, row.score)
    named = [reason.removeprefix(COULD_BE) for reason in reasons if reason.startswith(COULD_BE)]
    if not named:
        return None
    today = accounts_of(connection, [f"{name[0]}{name[2:]}" for name in named])
    candidates = tuple(sorted({account for account in today.values() if account}))
    told = tuple(reason for reason in reasons if not reason.startswith(COULD_BE))
    return Doubt(
        doubt_id("open", row.finding, *sorted(named)), "open", row.finding, row.account, candidates, told, row.score
    )


def _issues(connection: Connection, only: set[str] | None) -> Iterator[Doubt]:
    query = (
        select(schema.issues, schema.readings.c.document_id)
        .join(schema.readings, schema.readings.c.seq == schema.issues.c.reading)
        .where(reading_is_current())
        .order_by(schema.issues.c.reading.desc(), schema.issues.c.position)
    )
    if only is not None:
        beside = select(schema.findings.c.reading).where(schema.findings.c.id.in_(sorted(only)[:900]))
        query = query.where(schema.issues.c.reading.in_(beside))
    for row in connection.execute(query):
        name = doubt_id("issue", row.document_id, row.code, row.message)
        yield Doubt(name, "issue", row.document_id, None, (), (row.message,), 0.0)
