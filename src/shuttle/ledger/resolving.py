"""Find the record that an id, or the beginning of one, stands for.

An account's id stays good for ever: it was made from a finding's id, and that finding leads to the
account that holds it today. A finding that a newer reading no longer has leads to where its companions
went, or to what the newer reading has of the same kind in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.sql.elements import ColumnElement

from shuttle.errors import UnknownRecordError
from shuttle.ledger import schema
from shuttle.ledger.current import accounts_of

__all__ = ["current_account", "resolve"]

_ACCOUNT = re.compile(r"(?P<kind>[mvcsn])a(?P<rest>-.*)")
_SHOWN = 5


def resolve(connection: Connection, text: str) -> tuple[str, str]:
    """Return ``(table, id)`` of the one record that ``text`` means: table is account, finding or document.

    Raises:
        UnknownRecordError: no record, or several, begin so; the message shows the nearest.
    """
    # No id holds what a database cannot: NUL, halves of characters.
    wanted = text.strip().encode("utf-8", "replace").decode().replace("\x00", "?")
    found = _beginning_with(connection, wanted)
    if not found:
        near = _near(connection, wanted)
        hint = f"Nearest: {', '.join(near)}." if near else "The ledger holds no record of such a kind."
        raise UnknownRecordError(f"no record is called {text!r:.80}. {hint} `shuttle meetings` lists meetings.")
    exact = [record for record in found if record[1] == wanted]
    if exact:
        return exact[0]
    if len(found) > 1:
        names = [name for _, name in found]
        shown = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
        raise UnknownRecordError(f"{text!r:.80} is the beginning of several records: {shown}. Give more of it.")
    return found[0]


def current_account(connection: Connection, account: str) -> str | None:
    """Return the account that ``account``'s findings are in today; None if it never was."""
    match = _ACCOUNT.fullmatch(account)
    if match is None:
        return None
    finding = match["kind"] + match["rest"]
    now = accounts_of(connection, [finding])
    if finding not in now:
        return None
    if now[finding] is not None:
        return now[finding]
    # Taken out by a newer reading: where did those go that were with it?
    past = select(schema.membership.c.account).where(schema.membership.c.finding == finding)
    accounts = {name for name in connection.scalars(past) if name}
    companions = select(schema.membership.c.finding).where(schema.membership.c.account.in_(accounts))
    homes = sorted(home for home in accounts_of(connection, connection.scalars(companions)).values() if home)
    return max(homes, key=lambda home: (homes.count(home), home)) if homes else None


def _beginning_with(connection: Connection, wanted: str) -> list[tuple[str, str]]:
    """Return what ``wanted`` is the beginning of, accounts as they are today, each once."""
    if not wanted:
        return []
    match = _ACCOUNT.fullmatch(wanted)
    if match:
        findings = _ids(connection, schema.membership.c.finding, match["kind"] + match["rest"])
        homes = [current_account(connection, f"{match['kind']}a-{finding[2:]}") for finding in findings]
        named = _ids(connection, schema.membership.c.account, wanted)
        # An account called so today comes before those that were.
        today = [name for name in named if current_account(connection, name) == name]
        chosen = today if len(today) == 1 else [home for home in homes if home]
        return [("account", name) for name in dict.fromkeys(chosen)]
    found = [("document", name) for name in _ids(connection, schema.documents.c.id, wanted)]
    return found + [("finding", name) for name in _ids(connection, schema.findings.c.id, wanted)]


def _ids(connection: Connection, column: ColumnElement[str], beginning: str, limit: int = 20) -> list[str]:
    query = select(column).where(column >= beginning, column < beginning + "\x7f").distinct().order_by(column)
    return list(connection.scalars(query.limit(limit)))


def _near(connection: Connection, wanted: str) -> list[str]:
    """Return a few ids that share the longest beginning with ``wanted``."""
    columns: Iterable[ColumnElement[str]] = (
        schema.membership.c.account,
        schema.documents.c.id,
        schema.findings.c.id,
    )
    for length in range(len(wanted) - 1, 0, -1):
        near = [name for column in columns for name in _ids(connection, column, wanted[:length], _SHOWN)]
        if near:
            return near[:_SHOWN]
    return []
