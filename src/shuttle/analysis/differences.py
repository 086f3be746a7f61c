"""Where sources differ: for each field, every version with who gives it, and in what way they differ.

In:   accounts.
Out:  differences, each with the ledger's own value, the rule that chose it, and all versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from shuttle.records.accounts import CommitmentAccount, MeetingAccount, PairAccount, VisitAccount
from shuttle.records.claims import Claim, FieldValue, Source

__all__ = ["WAYS", "Difference", "Version", "Way", "conflicts_of", "differences_in", "differences_of"]

Way = Literal["contradiction", "strength", "progress", "precision"]

# In which way sources differ -> what that means.
WAYS: dict[Way, str] = {
    "contradiction": "not all of them can be right",
    "strength": "some say it more firmly than others",
    "progress": "what was planned then happened",
    "precision": "some say it more precisely than others",
}

# Differences in these say something of the source's way of writing, not of the event.
_WORDING = frozenset(
    {"date_text", "action", "text", "people", "countries", "formats", "sessions", "areas", "by", "code"}
)

_Dated = MeetingAccount | VisitAccount | CommitmentAccount


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
        way: in which way they differ (`WAYS`).
    """

    account: _Dated
    field: FieldValue
    versions: tuple[Version, ...]
    way: Way = "contradiction"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the field."""
        return self.field.all_claims


def differences_of(account: _Dated) -> tuple[Difference, ...]:
    """Return the fields of ``account`` on which its sources differ in fact."""
    return tuple(
        Difference(
            account, value, _versions(account, value), "strength" if value.field == "strength" else "contradiction"
        )
        for value in account.differences
        if value.field not in _WORDING
    )


def conflicts_of(account: _Dated) -> tuple[Difference, ...]:
    """Return every field of ``account`` that its sources give differently, contradictions first.

    Besides what `differences_of` gives these are plans that were carried out (`progress`) and
    values of which one is the more precise (`precision`).
    """
    found = list(differences_of(account))
    told = {difference.field.field for difference in found}
    for value in account.fields:
        if value.field in told or value.field in _WORDING:
            continue
        if value.differing:
            found.append(Difference(account, value, _versions(account, value), "progress"))
        elif len({str(claim.value).casefold() for claim in value.claims}) > 1:
            found.append(Difference(account, value, _versions(account, value, apart=True), "precision"))
    order = list(WAYS)
    return tuple(sorted(found, key=lambda difference: order.index(difference.way)))


def differences_in(pair: PairAccount) -> tuple[Difference, ...]:
    """Return the differences of all meetings, then visits, then commitments of a pair."""
    accounts: Iterable[_Dated] = (*pair.meetings, *pair.visits, *pair.commitments)
    return tuple(difference for account in accounts for difference in differences_of(account))


def _versions(account: _Dated, value: FieldValue, *, apart: bool = False) -> tuple[Version, ...]:
    groups: dict[Any, list[Claim]] = {}
    # A less precise claim that agrees with the value stands with it, unless that is what is asked for.
    for claim in value.claims:
        groups.setdefault(claim.value if apart else value.value, []).append(claim)
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
