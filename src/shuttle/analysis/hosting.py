"""Who received whom, and whose turn it is.

In:   meeting and visit accounts of a pair, and a counting rule.
Out:  tallies per country and the turn, each under its named rule, with the claims behind them.

The turn is the other's who did not host last. Whatever else a rule counts (meetings in third countries, calls),
nobody hosted those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shuttle.analysis.counting import RULES, CountingRule, Selection, all_rules, select
from shuttle.analysis.encounters import Encounter, encounters, host_of
from shuttle.records.accounts import MeetingAccount, VisitAccount
from shuttle.records.claims import Claim

__all__ = [
    "BILATERAL",
    "COUNTING_RULES",
    "HostTally",
    "Turn",
    "host_of",
    "hosted",
    "hosts",
    "tallies",
    "turn",
    "turn_of",
]

BILATERAL = CountingRule("visits", "office")

# Name of a counting rule that holds for every pair -> what it counts, for a reader of the brief.
COUNTING_RULES: Mapping[str, str] = {rule.id: rule.sentence() for rule in all_rules(())} | {
    BILATERAL.id: f"Visits and meetings of leaders {RULES['visits']}."
}


@dataclass(frozen=True, slots=True)
class HostTally:
    """How often a country received the other, under ``rule``; ``last`` is the latest time."""

    country: str
    encounters: tuple[Encounter, ...]
    rule: str

    @property
    def count(self) -> int:
        """How often."""
        return len(self.encounters)

    @property
    def last(self) -> MeetingAccount | VisitAccount | None:
        """The latest time; None if never."""
        return self.encounters[-1].account if self.encounters else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that say who hosted."""
        return tuple(claim for encounter in self.encounters for claim in encounter.host_claims)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to receive the other.

    Attributes:
        country: alpha-3 code; None if nobody has hosted yet under the rule.
        last: the meeting or visit it follows from.
        rule: name of the counting rule.
        reason: in words.
        claims: those that say who hosted last, and when.
    """

    country: str | None
    last: MeetingAccount | VisitAccount | None
    rule: str
    reason: str
    claims: tuple[Claim, ...] = ()


def hosts(selection: Selection) -> tuple[HostTally, HostTally]:
    """Return how often each of the pair hosted, in its order, among what was selected."""
    received: dict[str | None, list[Encounter]] = {}
    for encounter in selection.encounters:
        received.setdefault(encounter.at_home if encounter.in_person else None, []).append(encounter)
    one, other = (HostTally(code, tuple(received.get(code, ())), selection.rule.id) for code in selection.pair)
    return one, other


def turn_of(selection: Selection) -> Turn:
    """Return whose turn it is to host, by what was selected."""
    one, other = selection.pair
    rule = selection.rule.id
    hosting = [found for found in selection.encounters if found.in_person and found.at_home in selection.pair]
    if not hosting:
        return Turn(None, None, rule, "neither has hosted the other yet")
    last = hosting[-1]
    host = last.at_home
    reason = f"{host} hosted last, in {last.start}"
    return Turn(one if host == other else other, last.account, rule, reason, last.host_claims + last.date_claims)


def hosted(
    meetings: Iterable[MeetingAccount],
    pair: tuple[str, str],
    as_of: str | None = None,
    *,
    visits: Iterable[VisitAccount] = (),
    rule: CountingRule = BILATERAL,
) -> tuple[Encounter, ...]:
    """Return what counts under ``rule`` and was hosted by one of the pair, in the order of time."""
    chosen = select(encounters(meetings, visits, as_of), pair, rule)
    return tuple(found for found in chosen.encounters if found.in_person and found.at_home in pair)


def tallies(
    meetings: Iterable[MeetingAccount],
    pair: tuple[str, str],
    as_of: str | None = None,
    *,
    visits: Iterable[VisitAccount] = (),
    rule: CountingRule = BILATERAL,
) -> tuple[HostTally, HostTally]:
    """Return how often each of ``pair`` hosted, in the order of ``pair``."""
    return hosts(select(encounters(meetings, visits, as_of), pair, rule))


def turn(
    meetings: Iterable[MeetingAccount],
    pair: tuple[str, str],
    as_of: str | None = None,
    *,
    visits: Iterable[VisitAccount] = (),
    rule: CountingRule = BILATERAL,
) -> Turn:
    """Return whose turn it is to host."""
    return turn_of(select(encounters(meetings, visits, as_of), pair, rule))
