"""The how-manieth meeting it was, under every rule by which people count; and which rule a source used.

In:   a meeting and all meetings of its pair.
Out:  counts, each under a named rule (what is counted) and scope (between whom), with the meetings counted.

"Their third meeting" can be true, and so can "second" and "sixth" of the same meeting: sources count bilateral
visits alone or the margins of forums and calls too, and between two persons or two offices. Only what
the ledger holds is counted, so a count by office is one of the meetings on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.rhythm import leaders_meetings
from shuttle.ledger import names
from shuttle.records.accounts import MeetingAccount

__all__ = ["RULES", "Count", "CountRule", "counts", "rules_giving"]

CountRule = Literal["visits", "soil", "margins", "calls"]

# Name of a rule -> what it counts.
RULES: dict[CountRule, str] = {
    "visits": "in person in one of the two countries, between the two alone, not beside a forum",
    "soil": "in person in one of the two countries, forums included",
    "margins": "in person anywhere, beside forums included",
    "calls": "all, calls by telephone and video included",
}


@dataclass(frozen=True, slots=True)
class Count:
    """The number of a meeting under one rule.

    Attributes:
        rule: what is counted (`RULES`).
        scope: between whom: ``person`` (the same two), an alpha-3 code (the same holder of that
            country's office, whoever the other was), or ``office`` (whoever held the two).
        number: 1 for the first.
        meetings: the ids counted, the meeting itself last.
    """

    rule: CountRule
    scope: str
    number: int
    meetings: tuple[str, ...]


def counts(meeting: MeetingAccount, meetings: Iterable[MeetingAccount]) -> tuple[Count, ...]:
    """Return the number of ``meeting`` under every rule that it falls under itself; () if its date is unknown.

    Args:
        meeting: a leaders' meeting that was held.
        meetings: those of the same parties, in any order.
    """
    parties = frozenset(meeting.countries)
    held = [other for other in leaders_meetings(meetings, calls=True) if set(other.countries) == parties]
    place = next((number for number, other in enumerate(held) if other.id == meeting.id), None)
    if place is None:
        return ()
    before = held[:place]
    found = []
    for rule in RULES:
        if not _counted(rule, meeting):
            continue
        earlier = [other for other in before if _counted(rule, other)]
        for scope in ("person", *sorted(parties), "office"):
            mine = [other.id for other in earlier if _same_people(scope, meeting, other, parties)]
            found.append(Count(rule, scope, len(mine) + 1, (*mine, meeting.id)))
    return tuple(found)


def rules_giving(number: int, counted: Sequence[Count]) -> tuple[Count, ...]:
    """Return those of ``counted`` that give ``number``, as a source claims it."""
    return tuple(count for count in counted if count.number == number)


def _counted(rule: CountRule, meeting: MeetingAccount) -> bool:
    if rule == "calls":
        return True
    if meeting.mode not in (None, "in person"):
        return False
    if rule == "margins":
        return True
    where = meeting.place.country if meeting.place else meeting.host
    at_home = where in meeting.countries
    return at_home if rule == "soil" else at_home and meeting.forum is None


def _same_people(scope: str, one: MeetingAccount, other: MeetingAccount, parties: frozenset[str]) -> bool:
    """Return whether nothing says that other people held the offices of the ``scope``."""
    if scope == "office":
        return True
    countries = parties if scope == "person" else {scope}
    return all(_same_holder(country, one, other) for country in countries)


def _same_holder(country: str, one: MeetingAccount, other: MeetingAccount) -> bool:
    mine = [person.name for person in one.people if person.country == country and person.name]
    theirs = [person.name for person in other.people if person.country == country and person.name]
    if not mine or not theirs:
        return True
    return any(names.same_person_name(a, b) for a in mine for b in theirs)
