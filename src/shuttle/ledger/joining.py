"""Record which findings tell of the same thing, for all that one change touches.

Who is with whom is worked out anew for all on which a change can tell (`shuttle.ledger.touched`), by rules that know
no order of arrival (`shuttle.ledger.grouping`); what is recorded is the difference to what the ledger held before.
Each row says why, and a later row supersedes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from shuttle.ledger import schema
from shuttle.ledger.forming import Reason
from shuttle.ledger.joining_words import join_wordings
from shuttle.ledger.recording import Wish, last_rows, reason_of, record
from shuttle.ledger.touched import Touched
from shuttle.ledger.vague import Candidates, anchors, first_reason, place
from shuttle.ledger.writing import Written
from shuttle.records.accounts import account_id

__all__ = ["join", "rejoin"]


def join(connection: Connection, written: Written) -> None:
    """Bring memberships up to date after ``written`` was kept.

    Args:
        connection: inside the transaction that kept it.
        written: the reading that counts now.
    """
    retired: dict[str, str] = {}
    if written.previous is not None:
        own = select(schema.findings.c.id).where(schema.findings.c.reading == written.reading)
        before = select(schema.findings.c.id).where(schema.findings.c.reading == written.previous)
        gone = set(connection.scalars(before)) - set(connection.scalars(own))
        retired = dict.fromkeys(gone, "a newer reading of the document does not have it")
    readings = [seq for seq in (written.reading, written.previous) if seq is not None]
    rejoin(connection, written.entry, readings, retired=retired)


def rejoin(
    connection: Connection,
    entry: int,
    readings: Iterable[int],
    *,
    judged: Iterable[str] = (),
    retired: Mapping[str, str] | None = None,
) -> None:
    """Bring memberships up to date for all that depends on ``readings``, by what counts and is judged now.

    Args:
        connection: inside a transaction that writes.
        entry: the entry that caused it.
        readings: numbers of the readings whose findings changed, came or went.
        judged: findings that a judgement is about which was made or taken back.
        retired: findings that belong nowhere from now on, with the reason.
    """
    readings, judged = sorted(readings), set(judged)
    touched = Touched(connection, readings, judged)
    wishes = _wishes(connection, touched)
    wishes.update((name, Wish(None, Reason(1.0, (why,), "taken out"))) for name, why in (retired or {}).items())
    for name, why in touched.bounds.rejected.items():
        if name in touched.everybody():
            wishes[name] = Wish(None, Reason(1.0, (why,), "judged"))
    record(connection, entry, wishes, last_rows(connection, wishes))

    before = {name: touched.before.get(name) for name in wishes}
    after = {name: wish.account for name, wish in wishes.items()}
    held, holds = _members(before), _members(after)
    changed = {name for name in held.keys() | holds.keys() if held.get(name) != holds.get(name)}
    contexts = {name: account for name, account in after.items() if account in changed or before[name] in changed}
    join_wordings(connection, entry, readings, contexts, judged)


def _members(accounts: Mapping[str, str | None]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for finding, account in accounts.items():
        if account is not None:
            members.setdefault(account, set()).add(finding)
    return members


def _wishes(connection: Connection, touched: Touched) -> dict[str, Wish]:
    """Return the memberships that all should have whom the change touches."""
    sameness = touched.bounds.sameness
    home = {name: str(number) for number, core in enumerate(touched.groups) for name in core.findings}
    others: dict[str, dict[str, Reason]] = {key: {} for key in (*home.values(), *touched.standing)}
    for name in touched.vague:
        for anchor in anchors(name, home, sameness)[:1]:
            others[home[anchor]][name] = Reason(1.0, (sameness.reason(name),), "judged")
    anchored = {name for some in others.values() for name in some}
    known = {str(number): (core.members, tuple(others[str(number)])) for number, core in enumerate(touched.groups)}
    for account, group in touched.standing.items():
        known[account] = (tuple(group.dated), tuple(name for name in group.others if sameness.mates(name)))
    vague = [mention for name, mention in touched.vague.items() if name not in anchored]
    joined, apart = place(vague, Candidates(known, touched.crowded), sameness)
    for name, (key, reason) in joined.items():
        others[key][name] = reason

    wishes: dict[str, Wish] = {}
    for made in apart:
        account = account_id(made.findings)
        wishes.update((name, Wish(account, made.reasons[name])) for name in made.findings)
    for number, core in enumerate(touched.groups):
        accounts = {where for name in core.findings if (where := touched.before.get(name)) is not None}
        staying = [name for where in sorted(accounts) for name in touched.beside.get(where, ())]
        _wish_for(connection, wishes, core.reasons, staying, others[str(number)])
    for where, group in touched.standing.items():
        were = {name for name in touched.vague.keys() | touched.own if touched.before.get(name) == where}
        if were != others[where].keys():
            dated: dict[str, Reason | None] = {mention.finding: None for mention in group.dated}
            _wish_for(connection, wishes, dated, group.others, others[where])
        else:
            wishes.update((name, Wish(where, why)) for name, why in others[where].items())
    return wishes


def _wish_for(
    connection: Connection,
    wishes: dict[str, Wish],
    dated: Mapping[str, Reason | None],
    staying: Iterable[str],
    joining: Mapping[str, Reason],
) -> None:
    """Add the wishes of one group; None, and those that stay, keep the reasons that they have."""
    staying = tuple(staying)
    account = account_id([*dated, *staying, *joining])
    wishes.update((name, Wish(account, why)) for name, why in dated.items())
    wishes.update((name, Wish(account, None)) for name in staying)
    wishes.update((name, Wish(account, why)) for name, why in joining.items())
    if len(dated) == 1:
        # Whoever was alone says why it is so no more.
        (only, reason), *_ = dated.items()
        rows = last_rows(connection, [*staying, *([] if reason else [only])])
        beside = {name: reason_of(rows[name]) for name in staying if name in rows}
        wishes[only] = Wish(account, first_reason(reason or reason_of(rows[only]), {**beside, **joining}))
