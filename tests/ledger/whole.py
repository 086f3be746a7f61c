"""The account as it must be: everything that counts grouped at once, from scratch, with nothing remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from shuttle.ledger import dialect, schema
from shuttle.ledger.constraints import Constraints
from shuttle.ledger.current import last_memberships
from shuttle.ledger.grouping import group
from shuttle.ledger.judgements import load_judgements
from shuttle.ledger.matching import mention_from
from shuttle.ledger.wording import group_wordings, with_mates, wording_from
from shuttle.records.accounts import account_id

__all__ = ["as_it_must_be", "as_kept"]

# Finding id -> account, score, reasons, method.
Homes = dict[str, tuple[str, float, tuple[str, ...], str]]


@contextmanager
def _connected(path: Path) -> Iterator[Connection]:
    engine = dialect.engine_for(path)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def as_kept(path: Path) -> Homes:
    """Return where every finding is today in the ledger at ``path``, and why."""
    with _connected(path) as connection:
        rows = connection.execute(last_memberships().where(schema.homes.c.account.is_not(None)))
        return {row.finding: (row.account, row.score, tuple(json.loads(row.reasons)), row.method) for row in rows}


def as_it_must_be(path: Path) -> Homes:
    """Return where every finding must be, worked out from all current findings and standing judgements at once."""
    with _connected(path) as connection:
        judgements = load_judgements(connection, ("same", "different"))
        rejected = {name for j in load_judgements(connection, ("reject",)) for name in j.sides[0]}
        return _homes(connection, Constraints(judgements), rejected)


def _homes(connection: Connection, constraints: Constraints, rejected: set[str]) -> Homes:
    query = select(schema.mentions).join(schema.standing, schema.standing.c.reading == schema.mentions.c.reading)
    everything = connection.execute(query).all()
    rows = [row for row in everything if row.finding not in rejected]
    homes: Homes = {}
    events = [mention_from(row.features) for row in everything if row.kind in ("meeting", "visit")]
    counting = [mention for mention in events if mention.finding not in rejected]
    for made in group(counting, constraints, [mention for mention in events if mention.finding in rejected]):
        account = account_id(made.findings)
        for name in made.findings:
            why = made.reasons[name]
            homes[name] = (account, why.score, why.reasons, why.method)
    under: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.kind not in ("meeting", "visit"):
            place = homes[row.context][0] if row.context in homes else f"alone:{row.finding}"
            under.setdefault((row.kind, place), []).append(row.features)
    groups = [made for some in under.values() for made in group_wordings(map(wording_from, some), constraints)]
    for ids, said in with_mates(groups, constraints):
        for name in ids:
            score, reason = said[name]
            method = "alone" if len(ids) == 1 else "same words at the same meeting"
            if len(ids) > 1 and constraints.mates(name):
                reason, method = constraints.reason(name), "judged"
            homes[name] = (account_id(ids), score, (reason,), method)
    return homes
