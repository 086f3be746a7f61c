"""Who led the two countries at each encounter, so far as sources say.

In:   the encounters of a pair, in the order of time.
Out:  for each country who led it at each encounter: as named there; or, where nobody is named, whoever is named both
      before and after it; or by the table of office-holders, which has its own sources, the only leader of that day,
      or the only one of several who is named just before or after.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.analysis.encounters import Encounter
from shuttle.analysis.leaders import leaders_named, same_holder
from shuttle.lexicons.tenures import Tenure, all_tenures
from shuttle.records.accounts import VisitAccount
from shuttle.records.claims import Claim

__all__ = ["Holders", "holders_of", "naming_claims", "same_names"]

# Offices of the table whose holder leads a country; a vice president does not.
_LEADING = frozenset({"head_of_state", "head_of_government", "monarch", "party_leader"})


@dataclass(frozen=True, slots=True)
class Holders:
    """Who led one country, encounter by encounter.

    Attributes:
        country: alpha-3 code.
        names: for each encounter, in their order, the names of whoever led it; () where no source tells.
        by_table: whether that is known by the table of office-holders alone.
        present: the names that the last encounter which gives any gives; () if none does.
    """

    country: str
    names: tuple[tuple[str, ...], ...]
    by_table: tuple[bool, ...]
    present: tuple[str, ...]

    def were(self, wanted: Sequence[str], number: int) -> bool | None:
        """Return whether one of ``wanted`` led the country at encounter ``number``; None if no source tells."""
        there = self.names[number]
        return same_names(wanted, there) if there and wanted else None


def holders_of(encounters: Sequence[Encounter], country: str) -> Holders:
    """Return who led ``country`` at each of ``encounters``, which stand in the order of time."""
    given = [encounter.named(country) for encounter in encounters]
    after: list[tuple[str, ...]] = [()] * len(given)
    following: tuple[str, ...] = ()
    for number in range(len(given) - 1, -1, -1):
        after[number] = following
        following = given[number] or following
    filled, by_table = [], []
    before: tuple[str, ...] = ()
    for number, names in enumerate(given):
        # Nobody is named after the last naming, so that the last one named is taken to be in office still.
        bracketed = before and (not after[number] or same_names(before, after[number]))
        known = names or (before if bracketed else ())
        table = () if known else _by_table(country, encounters[number].start, (*before, *after[number]))
        filled.append(known or table)
        by_table.append(bool(table))
        before = names or before
    return Holders(country, tuple(filled), tuple(by_table), before)


def _by_table(country: str, day: str, near: Sequence[str]) -> tuple[str, ...]:
    """Return the leader of ``country`` on ``day`` by the table of office-holders; () where it leaves that open.

    Of a monarch and a prime minister it is the one of whom sources speak at the time.
    """
    if len(day) < 10:
        return ()
    holding = {tenure.name for tenure in _tenures().get(country, ()) if tenure.held_on(day)}
    if len(holding) > 1:
        holding = {name for name in holding if same_names((name,), near)}
    return tuple(holding) if len(holding) == 1 else ()


@functools.cache
def _tenures() -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for tenure in all_tenures():
        if tenure.office in _LEADING:
            found.setdefault(tenure.country, []).append(tenure)
    return {country: tuple(tenures) for country, tenures in found.items()}


def same_names(some: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether one of ``some`` is one of ``others``."""
    return any(same_holder(one, other) for one in some for other in others)


def naming_claims(encounters: Sequence[Encounter], country: str, names: Sequence[str]) -> tuple[Claim, ...]:
    """Return the claims that name one of ``names`` for ``country`` at the last encounter that does."""
    for encounter in reversed(encounters):
        if same_names(names, encounter.named(country)):
            return tuple(
                claim
                for account in encounter.accounts
                if same_names(names, leaders_named(account, country))
                for claim in account.field("person" if isinstance(account, VisitAccount) else "people").claims
            )
    return ()
