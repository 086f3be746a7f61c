"""Which event a mention without a month means: the one among its parties' dated ones, in the time that it can mean.

In:   vague mentions, and the groups of dated ones in their windows (`shuttle.ledger.blocking.window`).
Out:  for each the group that it joins, or the group of its likes that it makes; with the reason.

A vague mention joins the one group that fits, if place, forum or number agree as well. It is compared with dated
mentions only, never with other vague ones that the group may hold, so what it joins depends on its window alone.
Those that fit nothing, or more than one, may tell of one event among themselves: if they stand in one bucket, which
is to say that they name one year, or came out in one month. Two texts of two buckets are never put together (but by
people's judgement): through chains of such pairs everything would depend on everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from shuttle.ledger.blocking import bucket, months, parties_key, timeless, window
from shuttle.ledger.constraints import Constraints
from shuttle.ledger.forming import (
    ALONE,
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
from shuttle.records.accounts import LEFT_APART

__all__ = ["Candidates", "anchors", "first_reason", "place"]


class Candidates:
    """The groups that vague mentions can join.

    Args:
        groups: by a key of the caller's: the dated members, and the ids of the vague ones that people put with them.
        crowded: parties that meet too often for a text without any date (`shuttle.ledger.blocking.CROWDED`).
    """

    def __init__(
        self, groups: Mapping[str, tuple[Sequence[Mention], Sequence[str]]], crowded: Collection[str] = ()
    ) -> None:
        self._crowded = frozenset(crowded)
        self._members = {key: list(members) for key, (members, _) in groups.items()}
        self._beside = {key: tuple(beside) for key, (_, beside) in groups.items()}
        self._by_month: dict[tuple[str, tuple[str, ...], str], dict[str, None]] = {}
        self._by_parties: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
        for key, members in self._members.items():
            for member in members:
                self._by_parties.setdefault((member.kind, member.countries), {})[key] = None
                for month in months(member):
                    self._by_month.setdefault((member.kind, member.countries, month), {})[key] = None

    def fitting(self, mention: Mention, forming: Forming) -> list[tuple[Match, str]]:
        """Return the groups in which nothing speaks against ``mention``, each with how well it fits."""
        if self.too_many(mention):
            near: Iterable[str] = ()
        elif timeless(mention):
            near = self._by_parties.get((mention.kind, mention.countries), {})
        else:
            near = {key: None for month in window(mention) for key in self._near(mention, month)}
        found = []
        for key in near:
            match = _match_with_all(mention, self._members[key], forming)
            if match:
                found.append((match, key))
        return found

    def too_many(self, mention: Mention) -> bool:
        """Return whether a mention has no date at all and its parties too many meetings to tell which it means."""
        return timeless(mention) and parties_key(mention) in self._crowded

    def _near(self, mention: Mention, month: str) -> Iterable[str]:
        return self._by_month.get((mention.kind, mention.countries, month), ())

    def dated(self, key: str) -> list[str]:
        """Return the finding ids of a group's dated members."""
        return [member.finding for member in self._members[key]]

    def names(self, key: str) -> list[str]:
        """Return the finding ids of a group."""
        return [*(member.finding for member in self._members[key]), *self._beside[key]]


def anchors(finding: str, dated: Mapping[str, object], constraints: Constraints) -> list[str]:
    """Return the dated mentions that a person put with ``finding``, smallest first: it goes where they are."""
    return sorted(mate for mate in constraints.mates(finding) if mate in dated and mate != finding)


def first_reason(reason: Reason, others: Mapping[str, Reason]) -> Reason:
    """Return the reason of a group's only dated member, given those of the vague ones that joined it."""
    if reason.method not in (ALONE, SAME_EVENT):
        return reason
    joined = [(-why.score, name, why) for name, why in others.items() if why.method == ONLY_CANDIDATE]
    if not joined:
        return Reason(1.0, ("no other finding fits",), ALONE)
    best = min(joined)[2]
    return Reason(best.score, best.reasons, SAME_EVENT)


def place(
    vague: Iterable[Mention], candidates: Candidates, constraints: Constraints
) -> tuple[dict[str, tuple[str, Reason]], list[Group]]:
    """Return what each vague mention joins, by finding id: a group's key and the reason; and the groups of the rest.

    Args:
        vague: mentions that no judgement puts with a dated one; of each bucket all, and all that judgements link.
        candidates: every group that has a month in common with their windows.
        constraints: what people judged.
    """
    joined: dict[str, tuple[str, Reason]] = {}
    apart: list[Group] = []
    for mentions in _linked(vague, constraints):
        forming = Forming(constraints)
        here = _join_the_only_candidate(mentions, candidates, forming)
        joined.update(here)
        left: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.finding not in here:
                left.setdefault(bucket(mention), []).append(mention)
        for key in sorted(left):
            join_each_other(left[key], forming)
        apart.extend(forming.groups())
    return joined, apart


def _linked(vague: Iterable[Mention], constraints: Constraints) -> list[list[Mention]]:
    """Return the mentions bucket by bucket, buckets together that judgements link, each in the order of finding ids."""
    buckets: dict[str, list[Mention]] = {}
    place_of: dict[str, str] = {}
    for mention in vague:
        key = bucket(mention)
        buckets.setdefault(key, []).append(mention)
        place_of[mention.finding] = key
    found, seen = [], set()
    for start in sorted(buckets):
        if start in seen:
            continue
        seen.add(start)
        together, open_ones = [], [start]
        while open_ones:
            mentions = buckets[open_ones.pop()]
            together.extend(mentions)
            linked = {place_of[name] for m in mentions for name in constraints.linked(m.finding) if name in place_of}
            open_ones.extend(linked - seen)
            seen |= linked
        found.append(sorted(together, key=lambda m: m.finding))
    return found


def _join_the_only_candidate(
    mentions: Sequence[Mention], candidates: Candidates, forming: Forming
) -> dict[str, tuple[str, Reason]]:
    """Return which of ``mentions`` join which group; note in ``forming`` why others do not."""
    wishes = []
    for mention in mentions:
        fitting = candidates.fitting(mention, forming)
        if len(fitting) == 1 and decided(mention, fitting[0][0]):
            wishes.append((-fitting[0][0].score, mention.finding, mention, *fitting[0]))
        else:
            reason = _why_apart(mention, candidates)
            if reason:
                _note(mention, reason, forming)
            elif len(fitting) > 1:
                # Named by their dated members, since whoever else is in them depends on other windows.
                _note(mention, undecided(candidates.dated(key) for _, key in fitting), forming)
    joined: dict[str, tuple[str, Reason]] = {}
    names = {key: candidates.names(key) for *_, key in wishes}
    told: set[tuple[str, str]] = set()
    for _, _, mention, match, key in sorted(wishes, key=lambda wish: wish[:2]):
        if mention.finding in joined:
            continue
        together = [mention, *forming.mates(mention, mentions)]
        if (key, mention.document) in told:
            _note(mention, "another part of the document tells of the one known event that fits", forming)
            continue
        if any(forming.constraints.apart(one.finding, other) for one in together for other in names[key]):
            _note(mention, "somebody judged it to be another than the one known event that fits", forming)
            continue
        told.add((key, mention.document))
        for one in together:
            names[key].append(one.finding)
            alone = len(together) == 1 and not forming.constraints.mates(one.finding)
            why = Reason(match.score, match.reasons, ONLY_CANDIDATE) if alone else forming.judged(one.finding)
            joined[one.finding] = (key, why)
    return joined


def _why_apart(mention: Mention, candidates: Candidates) -> str | None:
    if not mention.findable:
        return "no date, place, forum or number tells which event is meant"
    if not window(mention) and not timeless(mention):
        return "it covers too long a time to tell which event is meant"
    if candidates.too_many(mention):
        return "nothing says when it was, and its parties met too often to tell which event is meant"
    return None


def _note(mention: Mention, reason: str | Reason, forming: Forming) -> None:
    judged = bool(forming.constraints.mates(mention.finding))
    why = reason if isinstance(reason, Reason) else Reason(1.0, (reason,), LEFT_APART)
    forming.reasons[mention.finding] = forming.judged(mention.finding) if judged else why


def _match_with_all(mention: Mention, members: Sequence[Mention], forming: Forming) -> Match | None:
    """Return the best match with one of ``members``, None if any of them speaks against it."""
    best: Match | None = None
    decisive: frozenset[str] = frozenset()
    for member in members:
        if member.countries == mention.countries:
            if not forming.fit(mention, member, (mention,), members):
                return None
            match = forming.match(mention, member)
            if match is not None:
                decisive |= match.decisive
                if best is None or match.score > best.score:
                    best = match
        elif _speaks_against(mention, member, members, forming):
            return None
    return Match(best.score, best.reasons, decisive) if best else None


def _speaks_against(mention: Mention, member: Mention, members: Sequence[Mention], forming: Forming) -> bool:
    """Return whether ``member``, whose text names more parties or fewer, speaks against its group being meant."""
    if not forming.apart(mention, member) and not contradicts(mention, member):
        return False
    return not any(forming.match(mention, mate) for mate in forming.mates(member, members))
