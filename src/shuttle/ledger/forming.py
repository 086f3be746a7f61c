"""Groups as they form: who is with whom so far, whether two groups may become one, and the reason for each member.

In:   mentions that are put into groups, and what people judged about them.
Out:  the groups, each with the reason for every member.

Which mentions are tried, and in which order, is decided in `shuttle.ledger.grouping` (dated ones) and
`shuttle.ledger.vague`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuttle.ledger.constraints import Constraints
from shuttle.ledger.matching import VAGUE, Match, Mention, judge
from shuttle.records.accounts import LEFT_APART, account_id

__all__ = [
    "ALONE",
    "COULD_BE",
    "ONLY_CANDIDATE",
    "SAME_EVENT",
    "Forming",
    "Group",
    "Reason",
    "decided",
    "join_each_other",
    "undecided",
]

# The methods of a member that nothing joined, and of one that had one event to choose from.
ALONE = "alone"
ONLY_CANDIDATE = "only candidate"
SAME_EVENT = "same event"
# How the reason begins that names an event which a mention left apart fits.
COULD_BE = "could be "
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mention is in its group: score from 0 to 1, reasons in words, and the rule that decided."""

    score: float
    reasons: tuple[str, ...]
    method: str


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one event, by finding id, in order of the ids; with the reason for each."""

    members: tuple[Mention, ...]
    reasons: dict[str, Reason]

    @property
    def findings(self) -> tuple[str, ...]:
        """The members' finding ids, smallest first."""
        return tuple(mention.finding for mention in self.members)


class Forming:
    """Groups as they form: each a list of mentions; `home` finds a mention's group by its finding id."""

    def __init__(self, constraints: Constraints) -> None:
        self.home: dict[str, list[Mention]] = {}
        self.reasons: dict[str, Reason] = {}
        self.constraints = constraints
        self._matches: dict[tuple[str, str], Match | None] = {}

    def match(self, one: Mention, other: Mention) -> Match | None:
        """Return how two mentions fit; None if something speaks against it or a person did."""
        key = (one.finding, other.finding) if one.finding < other.finding else (other.finding, one.finding)
        if key not in self._matches:
            apart = self.constraints.apart(*key)
            self._matches[key] = None if apart else judge(one, other)
        return self._matches[key]

    def fits(self, ones: Sequence[Mention], others: Sequence[Mention]) -> bool:
        """Return whether nothing in the one group speaks against anything in the other."""
        return all(self.fit(one, other, ones, others) for one in ones for other in others)

    def fit(self, one: Mention, other: Mention, ones: Sequence[Mention], others: Sequence[Mention]) -> bool:
        """Return whether two members of two groups fit; who fits one of several mates fits them all."""
        if self.match(one, other):
            return True
        if self.apart(one, other):
            return False
        return any(self.match(mate, other) for mate in self.mates(one, ones)) or any(
            self.match(one, mate) for mate in self.mates(other, others)
        )

    def apart(self, one: Mention, other: Mention) -> bool:
        """Return whether two mentions were judged to be different."""
        return self.constraints.apart(one.finding, other.finding) is not None

    def mates(self, mention: Mention, members: Sequence[Mention]) -> list[Mention]:
        """Return those of ``members`` that were judged the same as ``mention``, itself not included."""
        mates = self.constraints.mates(mention.finding)
        return [member for member in members if member.finding in mates and member is not mention] if mates else []

    def with_mates(self, mention: Mention) -> bool:
        """Put a mention where its mates are; return whether they are anywhere yet."""
        home = next(
            (self.home[mate] for mate in sorted(self.constraints.mates(mention.finding)) if mate in self.home), None
        )
        if home is None:
            return False
        self.home[mention.finding] = home
        home.append(mention)
        self.reasons[mention.finding] = self.judged(mention.finding)
        return True

    def judged(self, finding: str) -> Reason:
        """Return the reason of somebody whom a person put with others."""
        return Reason(1.0, (self.constraints.reason(finding),), "judged")

    def alone(self, mention: Mention, reason: str, method: str) -> None:
        """Open a group for a mention."""
        self.home[mention.finding] = [mention]
        if self.constraints.mates(mention.finding):
            self.reasons[mention.finding] = self.judged(mention.finding)
        else:
            self.reasons[mention.finding] = Reason(1.0, (reason,), method)

    def join(
        self, ones: list[Mention], others: list[Mention], match: Match, method: str, theirs: str | None = None
    ) -> None:
        """Put ``others`` with ``ones``; those who were alone until now have this as their reason.

        ``method`` names the rule for those who come, ``theirs`` for one to whom they come, if it is another.
        """
        for members, rule in ((ones, theirs or method), (others, method)):
            if len(members) == 1:
                only = members[0].finding
                judged = self.constraints.mates(only)
                self.reasons[only] = self.judged(only) if judged else Reason(match.score, match.reasons, rule)
        ones.extend(others)
        for mention in others:
            self.home[mention.finding] = ones

    def lists(self) -> list[list[Mention]]:
        """Return the groups as they are now."""
        return list({id(members): members for members in self.home.values()}.values())

    def groups(self) -> list[Group]:
        """Return the groups with their reasons, the group of the smallest finding id first."""
        found = []
        for members in self.lists():
            ordered = tuple(sorted(members, key=lambda m: m.finding))
            found.append(Group(ordered, {m.finding: self.reasons[m.finding] for m in ordered}))
        return sorted(found, key=lambda g: g.findings)


def join_each_other(mentions: Sequence[Mention], forming: Forming) -> None:
    """Group mentions of about one precision among themselves, best pair first."""
    for mention in mentions:
        if forming.with_mates(mention):
            continue
        if mention.finding not in forming.reasons:
            forming.alone(mention, "no other finding fits", ALONE)
        else:
            forming.home[mention.finding] = [mention]
    pairs = []
    for one, other in _close_in_time(mentions):
        match = forming.match(one, other) if one.countries == other.countries else None
        if match and decided(one, match):
            pairs.append((-match.score, one.finding, other.finding, match))
    for _, one_id, other_id, match in sorted(pairs, key=lambda pair: pair[:3]):
        mine, theirs = forming.home[one_id], forming.home[other_id]
        if mine is not theirs and forming.fits(mine, theirs):
            forming.join(mine, theirs, match, SAME_EVENT)


def undecided(events: Iterable[Sequence[str]]) -> Reason:
    """Return why a mention is left apart that fits several events, each given by its finding ids."""
    could_be = sorted(account_id(list(findings)) for findings in events)
    reason = f"{len(could_be)} known events fit; which one is meant is open"
    return Reason(1.0, (reason, *(f"{COULD_BE}{name}" for name in could_be[:_MOST_NAMED])), LEFT_APART)


def decided(mention: Mention, match: Match) -> bool:
    """Return whether a match is enough for a mention this vague: from a year on, place, forum or ordinal must agree."""
    return mention.precision < VAGUE or bool(match.decisive)


def _close_in_time(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield pairs in the order of finding ids whose dates can overlap: within one sweep over starts and ends."""
    ordered = sorted(mentions, key=lambda m: (m.start or "", m.finding))
    open_ones: list[Mention] = []
    for mention in ordered:
        # A date sorts before every more precise one in it, so a prefix still counts as open.
        open_ones = [m for m in open_ones if mention.start is None or _reaches(m, mention.start)]
        for earlier in open_ones:
            yield (earlier, mention) if earlier.finding < mention.finding else (mention, earlier)
        open_ones.append(mention)


def _reaches(mention: Mention, start: str) -> bool:
    last = mention.end or mention.start
    return last is not None and (last >= start or start.startswith(last))
