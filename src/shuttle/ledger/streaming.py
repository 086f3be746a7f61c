"""Every account of a ledger, one after the other, with some hundreds in memory at once.

In:   an open connection, and kinds.
Out:  accounts, in the order of their kinds and ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, func, select

from shuttle.ledger import schema
from shuttle.ledger.lookup import load_accounts
from shuttle.records.accounts import Account

__all__ = ["ALL_KINDS", "each_account"]

#: First letters of the ids of accounts: meetings, visits, commitments, statements, next steps, outcomes.
ALL_KINDS = "mvcsno"
_AT_ONCE = 300

# By ids after the last one seen, so that no list of all ids is held.
_PAGE = (
    select(schema.homes.c.account)
    .where(schema.homes.c.account > bindparam("after"), func.substr(schema.homes.c.account, 1, 3) == bindparam("kind"))
    .distinct()
    .order_by(schema.homes.c.account)
    .limit(_AT_ONCE)
)


def each_account(connection: Connection, kinds: Iterable[str] = ALL_KINDS) -> Iterator[Account]:
    """Yield the accounts of ``kinds`` (letters of `ALL_KINDS`), those of one kind in the order of their ids."""
    for kind in kinds:
        # What an id begins with comes before every id in any collation.
        after = begins = f"{kind}a-"
        while names := [name for name in connection.scalars(_PAGE, {"after": after, "kind": begins}) if name]:
            yield from load_accounts(connection, names)
            after = names[-1]
