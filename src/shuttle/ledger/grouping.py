"""Which findings tell of the same event: the same answer in whatever order they came.

In:   all mentions of some parties.
Out:  groups, each with the reason for every member.

What is dated to the day and says what it is comes first: such mentions join the best fitting
others, best pair first, as long as nothing in the one group speaks against anything in the other. Then,
step by step, the vaguer ones (no level, a month, a year, no date) join a group only if exactly
one fits; failing that they stay apart. A vague mention never changes how more exact ones are grouped.

What people judged comes before all of this: mates share a group whatever speaks against it, and what was
judged different never does (`shuttle.ledger.constraints`). A mention that fits one of several mates fits them
all, so that a mistaken date, judged to be one, keeps nobody out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuttle.ledger.constraints import Constraints
from shuttle.ledger.matching import VAGUE, Match, Mention, contradicts, judge, months
from shuttle.records.accounts import LEFT_APART, account_id

__all__ = ["COULD_BE", "Group", "Reason", "group"]

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


def group(mentions: Iterable[Mention], constraints: Constraints | None = None) -> list[Group]:
    """Return the groups that ``mentions`` fall into, the group of the smallest finding id first.

    Args:
        mentions: findings of the same kind; each in its own group if nothing fits.
        constraints: what people judged about them.
    """
    table = _Table(constraints or Constraints())
    tiers: dict[tuple[int, bool], list[Mention]] = {}
    unfindable = []
    for mention in sorted(mentions, key=lambda m: m.finding):
        if mention.findable:
            tiers.setdefault((mention.precision, not mention.specific), []).append(mention)
        else:
            unfindable.append(mention)
    for tier in sorted(tiers):
        # Mates of those who have a group already are in it; the rest is placed by what it says.
        open_ones = [mention for mention in tiers[tier] if not table.with_mates(mention)]
        exact = tier == (0, False)
        apart = open_ones if exact else _join_the_only_candidate(open_ones, table)
        _join_each_other(apart, table)
    for mention in unfindable:
        if not table.with_mates(mention):
            table.alone(mention, "no date, place, forum or number tells which event is meant", LEFT_APART)
    _join_fuller_parties(table)
    return table.groups()


class _Table:
    """Groups as they form: each a list of mentions; `home` finds a mention's group by its finding id."""

    def __init__(self, constraints: Constraints) -> None:
        self.home: dict[str, list[Mention]] = {}
        self.reasons: dict[str, Reason] = {}
        self._constraints = constraints
        self._matches: dict[tuple[str, str], Match | None] = {}

    def match(self, one: Mention, other: Mention) -> Match | None:
        key = (one.finding, other.finding) if one.finding < other.finding else (other.finding, one.finding)
        if key not in self._matches:
            apart = self._constraints.apart(*key)
            self._matches[key] = None if apart else judge(one, other)
        return self._matches[key]

    def fits(self, ones: Sequence[Mention], others: Sequence[Mention]) -> bool:
        return all(self._fit(one, other, ones, others) for one in ones for other in others)

    def _fit(self, one: Mention, other: Mention, ones: Sequence[Mention], others: Sequence[Mention]) -> bool:
        if self.match(one, other):
            return True
        if self._constraints.apart(one.finding, other.finding):
            return False
        return any(self.match(mate, other) for mate in self.mates(one, ones)) or any(
            self.match(one, mate) for mate in self.mates(other, others)
        )

    def apart(self, one: Mention, other: Mention) -> bool:
        return self._constraints.apart(one.finding, other.finding) is not None

    def mates(self, mention: Mention, members: Sequence[Mention]) -> list[Mention]:
        """Return those of ``members`` that were judged the same as ``mention``, itself not included."""
        mates = self._constraints.mates(mention.finding)
        return [member for member in members if member.finding in mates and member is not mention] if mates else []

    def with_mates(self, mention: Mention) -> bool:
        """Put a mention where its mates are; return whether they are anywhere yet."""
        home = next(
            (self.home[mate] for mate in sorted(self._constraints.mates(mention.finding)) if mate in self.home), None
        )
        if home is None:
            return False
        self.home[mention.finding] = home
        home.append(mention)
        self.reasons[mention.finding] = self.judged(mention)
        return True

    def judged(self, mention: Mention) -> Reason:
        return Reason(1.0, (self._constraints.reason(mention.finding),), "judged")

    def alone(self, mention: Mention, reason: str, method: str) -> None:
        self.home[mention.finding] = [mention]
        if self._constraints.mates(mention.finding):
            self.reasons[mention.finding] = self.judged(mention)
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
                only = members[0]
                judged = self._constraints.mates(only.finding)
                reason = self.judged(only) if judged else Reason(match.score, match.reasons, rule)
                self.reasons[only.finding] = reason
        ones.extend(others)
        for mention in others:
            self.home[mention.finding] = ones

    def lists(self) -> list[list[Mention]]:
        return list({id(members): members for members in self.home.values()}.values())

    def groups(self) -> list[Group]:
        found = []
        for members in self.lists():
            ordered = tuple(sorted(members, key=lambda m: m.finding))
            found.append(Group(ordered, {m.finding: self.reasons[m.finding] for m in ordered}))
        return sorted(found, key=lambda g: g.findings)


def _join_each_other(mentions: Sequence[Mention], table: _Table) -> None:
    """Group mentions of one tier among themselves, best pair first."""
    for mention in mentions:
        if table.with_mates(mention):
            continue
        if mention.finding not in table.reasons:
            table.alone(mention, "no other finding fits", "alone")
        else:
            table.home[mention.finding] = [mention]
    pairs = []
    for one, other in _close_in_time(mentions):
        match = table.match(one, other) if one.countries == other.countries else None
        if match and _decided(one, match):
            pairs.append((-match.score, one.finding, other.finding, match))
    for _, one_id, other_id, match in sorted(pairs, key=lambda pair: pair[:3]):
        mine, theirs = table.home[one_id], table.home[other_id]
        if mine is not theirs and table.fits(mine, theirs):
            table.join(mine, theirs, match, "same event")


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


def _join_the_only_candidate(mentions: Sequence[Mention], table: _Table) -> list[Mention]:
    """Let vaguer mentions join the one group that fits; return those that fit none, or more than one."""
    near = _Calendar(table.lists())
    apart = []
    wishes = []
    for mention in mentions:
        candidates = []
        for members, as_they_were in near.of(mention):
            match = _match_with_all(mention, as_they_were, table)
            if match:
                candidates.append((match, members))
        if len(candidates) == 1 and _decided(mention, candidates[0][0]):
            wishes.append((-candidates[0][0].score, mention, *candidates[0]))
            continue
        if len(candidates) > 1:
            could_be = sorted(account_id([member.finding for member in members]) for _, members in candidates)
            reason = f"{len(candidates)} known events fit; which one is meant is open"
            table.reasons[mention.finding] = Reason(
                1.0, (reason, *(f"{COULD_BE}{name}" for name in could_be[:_MOST_NAMED])), LEFT_APART
            )
        apart.append(mention)
    for _, mention, match, members in sorted(wishes, key=lambda wish: (wish[0], wish[1].finding)):
        if table.with_mates(mention):
            continue
        # Two findings of one document may have wished for the same group.
        if table.fits([mention], members):
            table.home[mention.finding] = [mention]
            table.join(members, table.home[mention.finding], match, "only candidate", "same event")
        else:
            apart.append(mention)
    return sorted(apart, key=lambda m: m.finding)


class _Calendar:
    """Groups as they are now, found by the month or year of their members."""

    def __init__(self, lists: list[list[Mention]]) -> None:
        self._all = [(members, list(members)) for members in lists if members[0].findable]
        self._by_time: dict[str, list[tuple[list[Mention], list[Mention]]]] = {}
        for pair in self._all:
            for key in {key for member in pair[1] for key in _times(member)}:
                self._by_time.setdefault(key, []).append(pair)

    def of(self, mention: Mention) -> list[tuple[list[Mention], list[Mention]]]:
        """Return the groups that can share a day with ``mention``, each with its members as they were."""
        if mention.start is None:
            return self._all
        covered = months(mention) or [mention.start[:4]]
        found = {id(pair[0]): pair for key in covered for pair in self._by_time.get(key, ())}
        return list(found.values())


def _times(mention: Mention) -> set[str]:
    """Return the months that a mention covers, and the years they lie in; the year alone if no month is given."""
    if mention.start is None:
        return set()
    covered = set(months(mention))
    return covered | {month[:4] for month in covered} | {mention.start[:4]}


def _match_with_all(mention: Mention, members: Sequence[Mention], table: _Table) -> Match | None:
    """Return the best match with one of ``members``, None if any of them speaks against it."""
    best: Match | None = None
    decisive: frozenset[str] = frozenset()
    if mention.countries != members[0].countries and mention.kind == "meeting":
        return None
    if not table.fits([mention], members):
        return None
    for member in members:
        match = table.match(mention, member)
        if match is None:
            continue  # a mate of one that fits
        decisive |= match.decisive
        if best is None or match.score > best.score:
            best = match
    return Match(best.score, best.reasons, decisive) if best else None


def _decided(mention: Mention, match: Match) -> bool:
    """Return whether a match is enough for a mention this vague: from a year on, place, forum or ordinal must agree."""
    return mention.precision < VAGUE or bool(match.decisive)


def _join_fuller_parties(table: _Table) -> None:
    """Let groups join the one group of more parties that the same people on the same day show to be theirs."""
    lists = sorted(table.lists(), key=lambda members: (len(members[0].countries), min(m.finding for m in members)))
    for members in lists:
        if members[0].kind != "meeting" or table.home[members[0].finding] is not members:
            continue
        larger = []
        for others in lists:
            if len(others[0].countries) > len(members[0].countries) and table.home[others[0].finding] is others:
                match = _same_people(members, others, table)
                if match and _nothing_against(members, others, table):
                    larger.append((match, others))
        if len(larger) == 1:
            match, others = larger[0]
            table.join(others, members, match, "fuller list of parties", "same event")


def _same_people(members: Sequence[Mention], others: Sequence[Mention], table: _Table) -> Match | None:
    """Return the match of a member with one of ``others`` that names more parties, None if there is none."""
    for one in members:
        for other in others:
            if len(other.countries) > len(one.countries) and (match := table.match(one, other)):
                return match
    return None


def _nothing_against(members: Sequence[Mention], others: Sequence[Mention], table: _Table) -> bool:
    """Return whether two groups that differ in their parties contradict each other in nothing else."""
    return all(
        table.match(one, other) is not None
        if one.countries == other.countries
        else not contradicts(one, other) and not table.apart(one, other)
        for one in members
        for other in others
    )
