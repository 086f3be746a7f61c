"""Which findings tell of the same event: the same answer in whatever order they came.

In:   all mentions of some parties.
Out:  groups, each with the reason for every member.

What is dated to the day and says what it is comes first: such mentions join the best fitting
others, best pair first, as long as nothing in the one group speaks against anything in the other. Then,
step by step, the vaguer ones (no level, a month) join a group only if exactly one fits; failing that they stay
apart. What has no month (a year, no date) chooses last, among the groups of dated ones alone
(`shuttle.ledger.vague`): so a vague mention never changes how others are grouped, and what it joins depends on the
dated mentions of its window only, which is what lets the ledger keep account of a long history bit by bit.

What people judged comes before all of this: mates share a group whatever speaks against it, and what was
judged different never does (`shuttle.ledger.constraints`). A mention that fits one of several mates fits them
all, so that a mistaken date, judged to be one, keeps nobody out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shuttle.ledger.blocking import crowded, dated, months
from shuttle.ledger.constraints import Constraints
from shuttle.ledger.forming import (
    COULD_BE,
    ONLY_CANDIDATE,
    SAME_EVENT,
    Forming,
    Group,
    Reason,
    decided,
    join_each_other,
    undecided,
)
from shuttle.ledger.matching import Match, Mention, contradicts
from shuttle.ledger.vague import Candidates, anchors, first_reason, place

__all__ = ["COULD_BE", "Group", "Reason", "group", "group_dated"]


def group(
    mentions: Iterable[Mention], constraints: Constraints | None = None, rejected: Iterable[Mention] = ()
) -> list[Group]:
    """Return the groups that ``mentions`` fall into, the group of the smallest finding id first.

    Args:
        mentions: findings, each in its own group if nothing fits.
        constraints: what people judged about them.
        rejected: findings that are in no group. They tell how much is written about their parties, as all others do.
    """
    constraints = constraints or Constraints()
    everybody = {mention.finding: mention for mention in mentions}
    cores = group_dated((mention for mention in everybody.values() if dated(mention)), constraints)
    home = {name: number for number, core in enumerate(cores) for name in core.findings}
    members = [list(core.members) for core in cores]
    reasons = [dict(core.reasons) for core in cores]
    anchored: dict[str, int] = {}
    for name, mention in everybody.items():
        anchor = next(iter(anchors(name, home, constraints)), None)
        if not dated(mention) and anchor is not None:
            anchored[name] = home[anchor]
            members[home[anchor]].append(mention)
            reasons[home[anchor]][name] = Reason(1.0, (constraints.reason(name),), "judged")
    beside: dict[int, list[str]] = {}
    for name, number in anchored.items():
        beside.setdefault(number, []).append(name)
    known = Candidates(
        {str(number): (core.members, beside.get(number, ())) for number, core in enumerate(cores)},
        crowded([*everybody.values(), *rejected]),
    )
    vague = [mention for name, mention in everybody.items() if not dated(mention) and name not in anchored]
    joined, apart = place(vague, known, constraints)
    for name, (key, reason) in joined.items():
        members[int(key)].append(everybody[name])
        reasons[int(key)][name] = reason
    for number, core in enumerate(cores):
        for only in core.findings[:1]:
            others = {name: why for name, why in reasons[number].items() if name != only}
            if len(core.findings) == 1:
                reasons[number][only] = first_reason(reasons[number][only], others)
    whole = [
        Group(tuple(sorted(some, key=lambda m: m.finding)), why) for some, why in zip(members, reasons, strict=True)
    ]
    return sorted([*whole, *apart], key=lambda g: g.findings)


def group_dated(mentions: Iterable[Mention], constraints: Constraints) -> list[Group]:
    """Return the groups of mentions that are dated to the month at least, the smallest finding id first."""
    kinds: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.finding):
        kinds.setdefault(mention.kind, []).append(mention)
    found = [made for kind in sorted(kinds) for made in _group_kind(kinds[kind], constraints)]
    return sorted(found, key=lambda g: g.findings)


def _group_kind(mentions: Sequence[Mention], constraints: Constraints) -> list[Group]:
    forming = Forming(constraints)
    tiers: dict[tuple[int, bool], list[Mention]] = {}
    for mention in mentions:
        tiers.setdefault((mention.precision, not mention.specific), []).append(mention)
    for tier in sorted(tiers):
        # Mates of those who have a group already are in it; the rest is placed by what it says.
        open_ones = [mention for mention in tiers[tier] if not forming.with_mates(mention)]
        exact = tier == (0, False)
        join_each_other(open_ones if exact else _join_the_only_candidate(open_ones, forming), forming)
    _join_fuller_parties(forming)
    return forming.groups()


def _join_the_only_candidate(mentions: Sequence[Mention], forming: Forming) -> list[Mention]:
    """Let vaguer mentions join the one group that fits; return those that fit none, or more than one."""
    near = _Calendar(forming.lists())
    apart = []
    wishes = []
    for mention in mentions:
        candidates = []
        for members, as_they_were in near.of(mention):
            match = _match_with_all(mention, as_they_were, forming)
            if match:
                candidates.append((match, members))
        if len(candidates) == 1 and decided(mention, candidates[0][0]):
            wishes.append((-candidates[0][0].score, mention, *candidates[0]))
            continue
        if len(candidates) > 1:
            forming.reasons[mention.finding] = undecided([m.finding for m in members] for _, members in candidates)
        apart.append(mention)
    for _, mention, match, members in sorted(wishes, key=lambda wish: (wish[0], wish[1].finding)):
        if forming.with_mates(mention):
            continue
        # Two findings of one document may have wished for the same group.
        if forming.fits([mention], members):
            forming.home[mention.finding] = [mention]
            forming.join(members, forming.home[mention.finding], match, ONLY_CANDIDATE, SAME_EVENT)
        else:
            apart.append(mention)
    return sorted(apart, key=lambda m: m.finding)


class _Calendar:
    """Groups as they are now, found by the months of their members."""

    def __init__(self, lists: list[list[Mention]]) -> None:
        self._by_month: dict[str, list[tuple[list[Mention], list[Mention]]]] = {}
        for members in lists:
            pair = (members, list(members))
            for month in {month for member in members for month in months(member)}:
                self._by_month.setdefault(month, []).append(pair)

    def of(self, mention: Mention) -> list[tuple[list[Mention], list[Mention]]]:
        """Return the groups that can share a day with ``mention``, each with its members as they were."""
        found = {id(pair[0]): pair for month in months(mention) for pair in self._by_month.get(month, ())}
        return list(found.values())


def _match_with_all(mention: Mention, members: Sequence[Mention], forming: Forming) -> Match | None:
    """Return the best match with one of ``members``, None if any of them speaks against it."""
    best: Match | None = None
    decisive: frozenset[str] = frozenset()
    if mention.countries != members[0].countries and mention.kind == "meeting":
        return None
    if not forming.fits([mention], members):
        return None
    for member in members:
        match = forming.match(mention, member)
        if match is None:
            continue  # a mate of one that fits
        decisive |= match.decisive
        if best is None or match.score > best.score:
            best = match
    return Match(best.score, best.reasons, decisive) if best else None


def _join_fuller_parties(forming: Forming) -> None:
    """Let groups join the one group of more parties that the same people on the same day show to be theirs."""
    lists = sorted(forming.lists(), key=lambda members: (len(members[0].countries), min(m.finding for m in members)))
    for members in lists:
        if members[0].kind != "meeting" or forming.home[members[0].finding] is not members:
            continue
        larger = []
        for others in lists:
            if len(others[0].countries) > len(members[0].countries) and forming.home[others[0].finding] is others:
                match = _same_people(members, others, forming)
                if match and _nothing_against(members, others, forming):
                    larger.append((match, others))
        if len(larger) == 1:
            match, others = larger[0]
            forming.join(others, members, match, "fuller list of parties", SAME_EVENT)


def _same_people(members: Sequence[Mention], others: Sequence[Mention], forming: Forming) -> Match | None:
    """Return the match of a member with one of ``others`` that names more parties, None if there is none."""
    for one in members:
        for other in others:
            if len(other.countries) > len(one.countries) and (match := forming.match(one, other)):
                return match
    return None


def _nothing_against(members: Sequence[Mention], others: Sequence[Mention], forming: Forming) -> bool:
    """Return whether two groups that differ in their parties contradict each other in nothing else."""
    return all(
        forming.match(one, other) is not None
        if one.countries == other.countries
        else not contradicts(one, other) and not forming.apart(one, other)
        for one in members
        for other in others
    )
