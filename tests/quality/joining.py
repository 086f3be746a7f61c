"""Measure how well the ledger joins what documents say of one meeting, and whether it sees where they differ.

    .venv/bin/python -m tests.quality.joining GOLD.jsonl TEXTS    pairs right, wrong and missed; fields that differ

Truth is the ``event`` of a gold meeting (or of its document, for the main one); in a gold that names none, meetings of
one kind and the same countries on the same day are one event, and one that is dated to a month is the only one of that
month; where there are several, it is left out.
Every pair of gold meetings of two documents is right if it is one event exactly when the ledger has it in one account.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.measuring import gold_records, read_all
from tests.quality.scoring import name_parts, same_meeting

from shuttle.analysis.differences import conflicts_of
from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import MeetingAccount
from shuttle.records.findings import Meeting
from shuttle.records.readings import Reading

__all__ = ["Joined", "measure_joining"]

#: Fields of gold whose differing values are differences of fact -> the field of an account.
FIELDS = {"duration_minutes": "duration_minutes", "ordinal": "ordinal", "start_time": "start_time", "host": "host"}


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of mentions in two documents, and the fields on which gold differs.

    Attributes:
        right: pairs of one event in one account.
        wrong: pairs of two events in one account.
        missed: pairs of one event in two accounts.
        unread: pairs of one event of which at least one was not read, so that nothing could be joined.
        unseen: ``(event, field)`` on which gold differs and the ledger shows no difference.
        differing: how many ``(event, field)`` differ in gold.
    """

    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]
    unseen: tuple[tuple[str, str], ...]
    differing: int

    @property
    def f1(self) -> float:
        """Pairwise F1, what was not read counted as missed."""
        found = 2 * len(self.right)
        whole = found + len(self.wrong) + len(self.missed) + len(self.unread)
        return found / whole if whole else 1.0


def measure_joining(gold: Sequence[Mapping[str, Any]], readings: Mapping[str, Reading]) -> Joined:
    """Return how the ledger joins ``readings``, against ``gold``."""
    events = _events(gold)
    with Ledger.open(":memory:") as ledger:
        for name in sorted(readings):
            ledger.add(readings[name])
        accounts = {finding: account for account in ledger.meetings() for finding in account.findings}
    homes: dict[tuple[str, int], MeetingAccount | None] = {}
    for record in gold:
        if record["id"] in readings:
            homes.update(_aligned(record, readings[record["id"]], accounts))
    right: list[tuple[str, str]] = []
    wrong: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    unread: list[tuple[str, str]] = []
    for one, other in itertools.combinations(homes, 2):
        if one[0] == other[0] or events[one] is None or events[other] is None:
            continue
        mine, theirs = homes[one], homes[other]
        together = mine is not None and theirs is not None and mine.id == theirs.id
        names = (f"{one[0]}/{one[1]}", f"{other[0]}/{other[1]}")
        if events[one] == events[other]:
            (right if together else missed if mine and theirs else unread).append(names)
        elif together:
            wrong.append(names)
    unseen, differing = _unseen(gold, events, homes)
    return Joined(tuple(right), tuple(wrong), tuple(missed), tuple(unread), tuple(unseen), differing)


def _events(gold: Sequence[Mapping[str, Any]]) -> dict[tuple[str, int], str | None]:
    """Return the event of each gold meeting; None where the gold does not settle it."""
    found: dict[tuple[str, int], str | None] = {}
    if any("event" in meeting for record in gold for meeting in (record, *record["meetings"])):
        for record in gold:
            for number, meeting in enumerate(record["meetings"]):
                event = meeting.get("event") or (record.get("event") if meeting.get("main") else None)
                found[record["id"], number] = event or f"{record['id']}/{number}"
        return found
    days: dict[str, set[str]] = defaultdict(set)
    for record in gold:
        for number, meeting in enumerate(record["meetings"]):
            start = meeting.get("start") or ""
            found[record["id"], number] = None
            if len(start) == 10:
                found[record["id"], number] = f"{_kind(meeting)}@{start}"
                days[f"{_kind(meeting)}@{start[:7]}"].add(f"{_kind(meeting)}@{start}")
    for record in gold:
        for number, meeting in enumerate(record["meetings"]):
            if found[record["id"], number] is not None:
                continue
            month = f"{_kind(meeting)}@{meeting.get('start')}"
            if len(meeting.get("start") or "") == 7:
                near = days.get(month, {month})
                found[record["id"], number] = min(near) if len(near) == 1 else None
            else:
                found[record["id"], number] = f"{record['id']}/{number}"
    return found


def _kind(meeting: Mapping[str, Any]) -> str:
    return f"{'+'.join(sorted(meeting['countries']))} {meeting.get('kind')}"


def _aligned(
    record: Mapping[str, Any], reading: Reading, accounts: Mapping[str, MeetingAccount]
) -> dict[tuple[str, int], MeetingAccount | None]:
    """Return the account of each gold meeting that is to be read, None where the reading has it not."""
    scored = [
        (_likeness(wanted, meeting), -number, -place)
        for number, wanted in enumerate(record["meetings"])
        for place, meeting in enumerate(reading.meetings)
        if same_meeting(wanted, meeting)
    ]
    taken: dict[int, int] = {}
    for _, number, place in sorted(scored, reverse=True):
        if -number not in taken and -place not in taken.values():
            taken[-number] = -place
    found: dict[tuple[str, int], MeetingAccount | None] = {}
    for number, wanted in enumerate(record["meetings"]):
        if number in taken:
            found[record["id"], number] = accounts.get(reading.meetings[taken[number]].id)
        elif not wanted.get("optional"):
            found[record["id"], number] = None
    return found


def _likeness(wanted: Mapping[str, Any], meeting: Meeting) -> float:
    parties, theirs = set(wanted["countries"]), set(meeting.countries)
    people = set().union(*(name_parts(person["name"] or "") for person in wanted["people"]))
    named = set().union(*(name_parts(person.name or "") for person in meeting.people))
    place = name_parts((wanted["place"] or {}).get("name") or "") & name_parts(
        meeting.place.name if meeting.place else ""
    )
    same_day = wanted["start"] is not None and (meeting.start or "").startswith(wanted["start"])
    return len(parties & theirs) / len(parties | theirs) + 2 * same_day + len(people & named) + 0.5 * bool(place)


def _unseen(
    gold: Sequence[Mapping[str, Any]],
    events: Mapping[tuple[str, int], str | None],
    homes: Mapping[tuple[str, int], MeetingAccount | None],
) -> tuple[list[tuple[str, str]], int]:
    claimed: dict[tuple[str, str], set[Any]] = defaultdict(set)
    shown: dict[str, set[str]] = defaultdict(set)
    for record in gold:
        for number, meeting in enumerate(record["meetings"]):
            event = events[record["id"], number]
            if event is None:
                continue
            for field in FIELDS:
                if meeting.get(field) is not None and field not in meeting.get("unsettled", ()):
                    claimed[event, field].add(meeting[field])
            account = homes.get((record["id"], number))
            if account is not None:
                shown[event].update(difference.field.field for difference in conflicts_of(account))
    differing = sorted(key for key, values in claimed.items() if len(values) > 1)
    return [(event, field) for event, field in differing if FIELDS[field] not in shown[event]], len(differing)


def main(arguments: Sequence[str]) -> None:
    """Print what is measured on a gold file and the folder of its texts."""
    gold, texts = map(Path, arguments)
    joined = measure_joining(gold_records(gold), read_all(texts))
    print(f"pairwise F1 {joined.f1:.3f}: {len(joined.right)} right")  # noqa: T201
    for label, pairs in (
        ("wrong", joined.wrong),
        ("missed", joined.missed),
        ("unread", joined.unread),
        ("unseen", joined.unseen),
    ):
        print(f"{label} {len(pairs)}: {', '.join('-'.join(pair) for pair in pairs)}")  # noqa: T201
    print(f"fields that differ: {joined.differing}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
