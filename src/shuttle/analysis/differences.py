"""Where sources differ: for each field, every version with who gives it.

In:   accounts.
Out:  differences, each with the ledger's own value, the rule that chose it, and all versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shuttle.records.accounts import CommitmentAccount, MeetingAccount, PairAccount, VisitAccount
from shuttle.records.claims import Claim, FieldValue, Source

__all__ = ["Difference", "Version", "differences_in", "differences_of"]

# Differences in these say something of the source's way of writing, not of the event.
_WORDING = frozenset({"date_text", "action", "text", "people", "countries", "formats", "sessions", "areas", "by"})


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a field, with the claims that give it and their sources, the best first."""

    value: Any
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of an account on which sources differ.

    Attributes:
        account: the account.
        field: the field with the value under the rule that chose it.
        versions: the ledger's own value first, then the others, best source first.
    """

    account: MeetingAccount | VisitAccount | CommitmentAccount
    field: FieldValue
    versions: tuple[Version, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the field."""
        return self.field.all_claims


def differences_of(account: MeetingAccount | VisitAccount | CommitmentAccount) -> tuple[Difference, ...]:
    """Return the fields of ``account`` on which its sources differ in fact."""
    return tuple(
        Difference(account, value, _versions(account, value))
        for value in account.differences
        if value.field not in _WORDING
    )


def differences_in(pair: PairAccount) -> tuple[Difference, ...]:
    """Return the differences of all meetings, then visits, then commitments of a pair."""
    accounts: Iterable[MeetingAccount | VisitAccount | CommitmentAccount] = (
        *pair.meetings,
        *pair.visits,
        *pair.commitments,
    )
    return tuple(difference for account in accounts for difference in differences_of(account))


def _versions(account: MeetingAccount | VisitAccount | CommitmentAccount, value: FieldValue) -> tuple[Version, ...]:
    groups: dict[Any, list[Claim]] = {}
    # A less precise claim that agrees with the value stands with it.
    for claim in value.claims:
        groups.setdefault(value.value, []).append(claim)
    for claim in value.differing:
        groups.setdefault(claim.value, []).append(claim)
    return tuple(
        Version(
            given,
            tuple(claims),
            tuple(dict.fromkeys(account.source(claim.document_id) for claim in claims)),
        )
        for given, claims in groups.items()
    )
