"""Which rows of which tables an account gives.

In:   one account, and what came of it if it is a commitment.
Out:  pairs of a table and a record of it (`shuttle.views.exports.tables`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shuttle.analysis.owed import Owed
from shuttle.records.accounts import Account, CommitmentAccount, MeetingAccount
from shuttle.views.exports.tables import OF_ACCOUNT, OfAccount, OfClaim, Promised, Table, table

__all__ = ["records_of"]


def records_of(account: Account, owed: Owed | None = None) -> Iterator[tuple[Table, Any]]:
    """Yield the account's own row, then those of its people, sessions, claims, passages and memberships."""
    record: Any = Promised(account, owed) if isinstance(account, CommitmentAccount) else account
    yield table(OF_ACCOUNT[type(account)]), record
    if isinstance(account, MeetingAccount):
        for position, person in enumerate(account.people, 1):
            yield table("people"), OfAccount(account.id, position, person)
        for position, session in enumerate(account.sessions, 1):
            yield table("sessions"), OfAccount(account.id, position, session)
    for value in account.fields:
        for number, claim in enumerate(value.all_claims):
            told = OfClaim(account.id, claim, agrees=number < len(value.claims))
            yield table("claims"), told
            for position, passage in enumerate(claim.evidence, 1):
                yield table("evidence"), OfClaim(account.id, claim, told.agrees, position, passage)
    for membership in account.memberships:
        yield table("memberships"), membership
