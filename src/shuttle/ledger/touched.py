"""What a change touches: the mentions on which it depends who is with whom now.

In:   numbers of readings whose findings came, went or were judged.
Out:  every dated mention that shares a block with theirs, or with one that does; every vague one that may mean
      another event than before; and the groups that those can choose among.

That this is all, follows from how `shuttle.ledger.grouping` and `shuttle.ledger.vague` decide:

1. Dated mentions are grouped by dated ones alone, and two of them can share a group only if they share a block
   (the same parties and month, or the same people and day) or a judgement. So a group changes only if a block on a
   chain of blocks to it does; that chain is followed to its end.
2. What a vague mention can join depends on the dated groups in its window. These change only where a group of (1)
   did; and the mention can only gain or lose a group that has a member with which it matches. So those vague mentions
   are looked at again that match a member of a group that came or went, and whoever is in a bucket with them or
   linked to them by a judgement, since they share out among themselves what is left.
3. Every other group in those windows is as it was recorded.

A mention without any date can join any group of its parties, unless these have findings in more months than
`shuttle.ledger.blocking.CROWDED`. So where the change may have carried the parties over that number, all such mentions
of theirs choose anew; well beyond it, none of them is so much as looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, select

from shuttle.ledger import schema
from shuttle.ledger.blocking import (
    CROWDED,
    any_month,
    block_keys,
    bucket,
    buckets_around,
    dated,
    month_keys,
    parties_key,
    timeless,
    window_keys,
)
from shuttle.ledger.bounds import Bounds
from shuttle.ledger.current import accounts_of, among, chunks, members_of
from shuttle.ledger.forming import Group
from shuttle.ledger.grouping import group_dated
from shuttle.ledger.matching import Mention, judge, mention_from

__all__ = ["Standing", "Touched"]


class Standing:
    """A group as it was recorded before and still is but for vague members.

    Attributes:
        dated: its dated members.
        others: finding ids of all others.
    """

    def __init__(self) -> None:
        self.dated: list[Mention] = []
        self.others: list[str] = []


class Touched:
    """All that depends on a change.

    Args:
        connection: inside the transaction that made the change.
        readings: numbers of the readings that it is about, current or not.
        judged: findings that a judgement is about which was made or taken back.

    Attributes:
        own: ids of the meetings and visits of those readings.
        bounds: what people judged of all that is here.
        groups: the groups of the dated mentions that the change reaches.
        vague: the vague mentions that must choose anew, by finding id.
        standing: the groups besides ``groups`` among which they can choose, or in which one of them was; by account.
        beside: finding ids of those that are in the accounts of ``groups`` and stay as they are; by account.
        before: the account in which everybody here was; None for who was in none.
        crowded: those of their parties that meet too often for a text without any date.
    """

    def __init__(self, connection: Connection, readings: Sequence[int], judged: Iterable[str] = ()) -> None:
        self._connection = connection
        self.bounds = Bounds(connection)
        self.groups: list[Group] = []
        self.standing: dict[str, Standing] = {}
        self.beside: dict[str, list[str]] = {}
        self.crowded: set[str] = set()
        self._keys: set[str] = set()
        self._seen: dict[str, Mention] = {}
        versions = self._of_readings(readings)
        self.own = {mention.finding for mention in versions}
        self.before: dict[str, str | None] = accounts_of(connection, self.own)
        self._follow(versions, set(judged))
        self.vague = {name: mention for name, mention in self._counting() if not dated(mention)}
        self._look_around()

    def everybody(self) -> set[str]:
        """Return the finding ids of all whose place is decided anew."""
        return self._seen.keys() | self.own

    def _follow(self, versions: Sequence[Mention], judged: set[str]) -> None:
        """Follow blocks and judgements from the change to all that it reaches."""
        together = members_of(self._connection, filter(None, self.before.values()))
        named = self.own | judged | {name for names in together.values() for name in names}
        self.bounds.learn(named)
        named |= self.bounds.linked(named)
        start = [*versions, *self._load(named - self.own).values()]
        keys = {key for mention in start for key in block_keys(mention)}
        while keys:
            self._reach(keys)
            self.groups = group_dated((m for _, m in self._counting() if dated(m)), self.bounds.sameness)
            self.before.update(accounts_of(self._connection, self._seen.keys() - self.before.keys()))
            keys = {key for mention in self._unsettled(versions) for key in block_keys(mention)} - self._keys

    def _reach(self, keys: set[str]) -> None:
        """Load all that stands under ``keys``, or under a key of anybody so found or linked to them."""
        while keys:
            self._keys |= keys
            found = self._at(keys)
            fresh = found.keys() - self._seen.keys()
            self._seen.update(found)
            self.bounds.learn(fresh)
            linked = self._load(self.bounds.linked(fresh) - self._seen.keys())
            mentions = [*(found[name] for name in fresh), *linked.values()]
            keys = {key for mention in mentions for key in block_keys(mention)} - self._keys

    def _counting(self) -> list[tuple[str, Mention]]:
        """Return what is to be grouped: all that was seen and not judged to be wrong."""
        return [(name, mention) for name, mention in self._seen.items() if name not in self.bounds.rejected]

    def _unsettled(self, versions: Sequence[Mention]) -> list[Mention]:
        """Return the vague mentions that may gain or lose a group by what changed among the dated ones."""
        names = self._changed()
        accounts = {account for name in names if (account := self.before.get(name)) is not None}
        joined = {name for some in members_of(self._connection, accounts).values() for name in some}
        unsettled = list(self._load(joined - self._seen.keys() - self.own).values())
        changed = [*(self._seen[name] for name in sorted(names) if name in self._seen), *versions]
        by_parties: dict[tuple[str, tuple[str, ...]], list[Mention]] = {}
        for mention in changed:
            if dated(mention):
                by_parties.setdefault((mention.kind, mention.countries), []).append(mention)
        around = buckets_around(mention for some in by_parties.values() for mention in some)
        choosing = set()
        for parties, some in self._months_of(versions, by_parties).items():
            # So many months can have been added or taken away by this change.
            filled, moved = self._filled(parties), len(some)
            if filled <= CROWDED + moved:
                around.add(f"{parties}~")
            if CROWDED - moved < filled <= CROWDED + moved:
                choosing.add(f"{parties}~")
        for mention in self._at(around - self._keys).values():
            if bucket(mention) in choosing or any(
                judge(mention, other) for other in by_parties.get((mention.kind, mention.countries), ())
            ):
                unsettled.append(mention)
        return unsettled

    @staticmethod
    def _months_of(
        versions: Iterable[Mention], changed: Mapping[tuple[str, tuple[str, ...]], Sequence[Mention]]
    ) -> dict[str, set[str]]:
        """Return the months of ``versions`` for each of the parties of which something changed."""
        found: dict[str, set[str]] = {parties_key(some[0]): set() for some in changed.values()}
        for mention in versions:
            if dated(mention):
                found.setdefault(parties_key(mention), set()).update(month_keys(mention))
        return found

    def _filled(self, parties: str) -> int:
        """Return in how many months some parties have dated findings; beyond `CROWDED`, no exact number."""
        first, last = any_month(parties)
        return len(self._connection.scalars(_KEYS, {"first": first, "last": last, "most": 2 * CROWDED}).all())

    def _changed(self) -> set[str]:
        """Return the members of the dated groups that came, went, or hold what the change is about."""
        were: dict[str, set[str]] = {}
        for name in self.own | {name for name, mention in self._seen.items() if dated(mention)}:
            account = self.before.get(name)
            if account is not None:
                were.setdefault(account, set()).add(name)
        before, after = (
            {frozenset(some) for some in sets} for sets in (were.values(), (g.findings for g in self.groups))
        )
        return {name for some in before | after if some not in before & after or some & self.own for name in some}

    def _look_around(self) -> None:
        """Load what the vague mentions that choose anew can choose among, and who stays where it is."""
        keys = {key for mention in self.vague.values() for key in window_keys(mention)}
        for parties in sorted({parties_key(mention) for mention in self.vague.values() if timeless(mention)}):
            first, last = any_month(parties)
            months = self._connection.scalars(_KEYS, {"first": first, "last": last, "most": CROWDED + 1}).all()
            if len(months) > CROWDED:
                self.crowded.add(parties)
            else:
                keys.update(months)
        keys -= self._keys
        around = self._at(keys)
        self.before.update(accounts_of(self._connection, around.keys() - self.before.keys()))
        members = members_of(self._connection, filter(None, self.before.values()))
        moving = self.everybody()
        rest = {name for names in members.values() for name in names} - moving
        known = {name: around[name] for name in rest & around.keys()}
        known |= self._load(rest - around.keys())
        self.bounds.learn(known)
        for account, names in sorted(members.items()):
            group = Standing()
            for name in names:
                if name in known:
                    self.before[name] = account
                    if dated(known[name]):
                        group.dated.append(known[name])
                    else:
                        group.others.append(name)
            if group.dated:
                self.standing[account] = group
            elif group.others:
                self.beside[account] = group.others

    def _of_readings(self, readings: Sequence[int]) -> list[Mention]:
        found: list[Mention] = []
        for some in chunks(readings):
            found.extend(map(mention_from, self._connection.scalars(_OF_READINGS, {"some": some})))
        return found

    def _at(self, keys: Iterable[str]) -> dict[str, Mention]:
        """Return the mentions of current readings that stand under any of ``keys``."""
        found: dict[str, Mention] = {}
        for some in chunks(sorted(keys)):
            for name, features in self._connection.execute(_AT, {"some": some}):
                if name not in found:
                    found[name] = self._seen.get(name) or mention_from(features)
        return found

    def _load(self, findings: Iterable[str]) -> dict[str, Mention]:
        """Return the meetings and visits of current readings with these ids."""
        found: dict[str, Mention] = {}
        for some in chunks(sorted(findings)):
            rows = self._connection.execute(_NAMED, {"some": some})
            found.update((name, mention_from(features)) for name, features in rows)
        return found


_MENTIONS, _BLOCKS = schema.mentions.c, schema.blocks.c
_OF_READINGS = select(_MENTIONS.features).where(
    _MENTIONS.reading.in_(among()), _MENTIONS.kind.in_(("meeting", "visit"))
)
_AT = (
    select(_MENTIONS.finding, _MENTIONS.features)
    .join(schema.blocks, (_BLOCKS.reading == _MENTIONS.reading) & (_BLOCKS.finding == _MENTIONS.finding))
    .join(schema.standing, schema.standing.c.reading == _BLOCKS.reading)
    .where(_BLOCKS.key.in_(among()))
)
_KEYS = (
    select(_BLOCKS.key)
    .join(schema.standing, schema.standing.c.reading == _BLOCKS.reading)
    .where(_BLOCKS.key >= bindparam("first"), _BLOCKS.key < bindparam("last"))
    .distinct()
    .limit(bindparam("most"))
)
_NAMED = (
    select(_MENTIONS.finding, _MENTIONS.features)
    .join(
        schema.findings, (schema.findings.c.reading == _MENTIONS.reading) & (schema.findings.c.id == _MENTIONS.finding)
    )
    .join(schema.standing, schema.standing.c.reading == _MENTIONS.reading)
    .where(schema.findings.c.id.in_(among()), _MENTIONS.kind.in_(("meeting", "visit")))
)
