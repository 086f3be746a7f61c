"""Rules by which people count meetings; the how-manieth meeting it was under each, and which rule a source used.

In:   encounters of a pair (`shuttle.analysis.encounters`), or its meetings and visits.
Out:  those that count under a rule, and numbers, each with the rule and what was counted.

A rule says what counts (visits alone, beside forums too, calls too) and between whom (the two offices, whoever held
them; the two persons in office; one of the two). "Their third meeting" can be true, and so can "second" and "sixth" of
the same meeting. Only what the ledger holds is counted, so a count by office is one of the meetings on record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from shuttle.analysis.encounters import Encounter, encounters
from shuttle.analysis.holders import Holders, holders_of
from shuttle.errors import RecordError
from shuttle.records.accounts import MeetingAccount, VisitAccount

__all__ = [
    "RULES",
    "Count",
    "CountRule",
    "CountingRule",
    "Selection",
    "all_rules",
    "counting_rule",
    "counts",
    "counts_of",
    "rules_giving",
    "select",
]

CountRule = Literal["visits", "soil", "margins", "calls"]

# Name of a rule -> what it counts.
RULES: dict[CountRule, str] = {
    "visits": "in person in one of the two countries, between the two alone, not beside a forum",
    "soil": "in person in one of the two countries, forums included",
    "margins": "in person anywhere, beside forums included",
    "calls": "in person anywhere or by telephone and video",
}


@dataclass(frozen=True, slots=True)
class CountingRule:
    """A rule of counting.

    Attributes:
        what: what is counted (`RULES`).
        whom: between whom: ``office`` (whoever held the two), ``person`` (the same two), or an alpha-3 code (the same
            holder of that country's office, whoever the other was).
    """

    what: CountRule
    whom: str

    @property
    def id(self) -> str:
        """Its name: ``visits/office``."""
        return f"{self.what}/{self.whom}"

    def sentence(self, country_name: Callable[[str], str] = str) -> str:
        """Return what it counts, for a reader of the figure.

        >>> CountingRule("calls", "KOR").sentence()
        'Visits and meetings of leaders, in person anywhere or by telephone and video; of the same leader of KOR.'
        """
        told = {
            "office": "whoever held the two offices",
            "person": "of the same two leaders",
        }.get(self.whom) or f"of the same leader of {country_name(self.whom)}"
        return f"Visits and meetings of leaders, {RULES[self.what]}; {told}."

    def counts(self, encounter: Encounter, pair: frozenset[str]) -> bool:
        """Return whether ``encounter`` is of the kind that it counts, whoever took part for ``pair``."""
        if encounter.countries != pair:
            return False
        if not encounter.meetings and encounter.forum is not None:
            # Who travels to a forum has not met its host for that.
            return False
        if self.what == "calls":
            return True
        if not encounter.in_person:
            return False
        return self.what == "margins" or (
            encounter.at_home in pair and (self.what == "soil" or encounter.forum is None)
        )


def counting_rule(what: str, whom: str, pair: Iterable[str]) -> CountingRule:
    """Return the rule with these names.

    Raises:
        RecordError: there is none; the message says which there are.
    """
    known = ("office", "person", *pair)
    for given, possible in ((what, get_args(CountRule)), (whom, known)):
        if given not in possible:
            raise RecordError(f"{given!r} is no way of counting. There are: {', '.join(possible)}.")
    return CountingRule(what, whom)  # type: ignore[arg-type]  # checked above


def all_rules(pair: Iterable[str]) -> tuple[CountingRule, ...]:
    """Return every rule for ``pair``, the narrowest first."""
    whom = ("person", *sorted(pair), "office")
    return tuple(CountingRule(what, who) for what in RULES for who in whom)


@dataclass(frozen=True, slots=True)
class Selection:
    """What counts under a rule.

    Attributes:
        encounters: in the order of time.
        leaders: where the rule asks for persons, the names that it went by, for each country; else empty.
        unknown: encounters of its kind that are left out, since no source tells who led the country at that time.
    """

    rule: CountingRule
    pair: tuple[str, str]
    encounters: tuple[Encounter, ...]
    leaders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[Encounter, ...] = ()


def select(found: Sequence[Encounter], pair: tuple[str, str], rule: CountingRule) -> Selection:
    """Return which of ``found`` count under ``rule``; by person, those of whoever is in office now.

    Args:
        found: the encounters of the pair, in the order of time.
        pair: the two alpha-3 codes.
        rule: the rule.
    """
    both = frozenset(pair)
    kind = [number for number, encounter in enumerate(found) if rule.counts(encounter, both)]
    if rule.whom == "office":
        return Selection(rule, pair, tuple(found[number] for number in kind))
    watched = [holders_of(found, country) for country in (pair if rule.whom == "person" else (rule.whom,))]
    chosen, unknown = [], []
    for number in kind:
        same = [holders.were(holders.present, number) for holders in watched]
        if all(same):
            chosen.append(found[number])
        elif False not in same:
            unknown.append(found[number])
    leaders = tuple((holders.country, holders.present) for holders in watched)
    return Selection(rule, pair, tuple(chosen), leaders, tuple(unknown))


@dataclass(frozen=True, slots=True)
class Count:
    """The number of a meeting under one rule.

    Attributes:
        rule: what is counted (`RULES`).
        scope: between whom, as in `CountingRule.whom`.
        number: 1 for the first.
        meetings: the ids counted, the meeting itself last.
    """

    rule: CountRule
    scope: str
    number: int
    meetings: tuple[str, ...]

    @property
    def counting(self) -> CountingRule:
        """The rule with its sentence."""
        return CountingRule(self.rule, self.scope)


def counts(
    meeting: MeetingAccount, meetings: Iterable[MeetingAccount], visits: Iterable[VisitAccount] = ()
) -> tuple[Count, ...]:
    """Return the number of ``meeting`` under every rule that it falls under itself; () if its date is unknown.

    Args:
        meeting: a leaders' meeting that was held.
        meetings: those of the same parties, in any order.
        visits: of the same parties; one of which no meeting is known counts as one.
    """
    found = encounters(meetings, visits)
    itself = next((one for one in found if any(held.id == meeting.id for held in one.meetings)), None)
    return counts_of(itself, found) if itself else ()


def counts_of(encounter: Encounter, found: Sequence[Encounter]) -> tuple[Count, ...]:
    """Return the number of ``encounter``, one of ``found``, under every rule that it falls under itself.

    Those of whom a source names another leader do not count by person, and by person only where some source names the
    leader of the meeting itself.
    """
    parties = encounter.countries
    here = next(number for number, one in enumerate(found) if one is encounter)
    up_to = found[: here + 1]
    watched = {country: holders_of(up_to, country) for country in sorted(parties)}
    same = {country: _same_until(holders, here) for country, holders in watched.items()}
    kind = {
        what: [number for number, one in enumerate(up_to) if CountingRule(what, "office").counts(one, parties)]
        for what in RULES
    }
    answer = []
    for rule in all_rules(parties):
        if len(parties) != 2 or here not in kind[rule.what][-1:]:
            continue
        who = {"office": (), "person": tuple(sorted(parties))}.get(rule.whom, (rule.whom,))
        if any(not watched[country].names[here] for country in who):
            continue
        mine = [up_to[number].id for number in kind[rule.what] if all(same[country][number] for country in who)]
        answer.append(Count(rule.what, rule.whom, len(mine), tuple(mine)))
    return tuple(answer)


def rules_giving(number: int, counted: Sequence[Count]) -> tuple[Count, ...]:
    """Return those of ``counted`` that give ``number``, as a source claims it."""
    return tuple(count for count in counted if count.number == number)


def _same_until(holders: Holders, here: int) -> list[bool]:
    return [holders.were(holders.names[here], number) is True for number in range(here + 1)]
