"""Score readings against gold, in the few figures that need no scorer from outside.

The gold is in the format of ../shared/scoring: one JSON object a line with `id`, `meetings` and
`statements`. An `optional` meeting counts neither way, nor does a field named in `unsettled`.

    main      share of documents with a main meeting in the gold whose main meeting was found
    start     of those, the share whose first day agrees to the gold's precision
    place     of those whose gold has a place, the share that shares a word of its name
    people    F1 over (part of the name, country) of those meetings
    speakers  F1 over parts of the names of those who speak; optional ones count neither way
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from shuttle.reading.folding import fold
from shuttle.records.dates import overlap
from shuttle.records.findings import Meeting, Person
from shuttle.records.readings import Reading

__all__ = ["name_parts", "same_meeting", "score"]

Gold = Mapping[str, Any]


def score(gold: Sequence[Gold], readings: Mapping[str, Reading]) -> dict[str, float]:
    """Return the figures over all gold documents; a document without a reading scores nothing."""
    counts: Counter[str] = Counter()
    for record in gold:
        reading = readings.get(record["id"])
        wanted = next((meeting for meeting in record["meetings"] if meeting["main"]), None)
        found = reading.main_meeting if reading else None
        if wanted is not None:
            _main(counts, wanted, found)
        speakers = {one.speaker.name for one in reading.statements if one.speaker.name} if reading else set()
        _speakers(counts, record["statements"]["speakers"], speakers)
    return {
        "main": _ratio(counts["main right"], counts["main gold"]),
        "start": _ratio(counts["start right"], counts["start gold"]),
        "place": _ratio(counts["place right"], counts["place gold"]),
        "people": _f1(counts["people hit"], counts["people seen"], counts["people gold"]),
        "speakers": _f1(counts["speakers hit"], counts["speakers seen"], counts["speakers gold"]),
    }


def _main(counts: Counter[str], wanted: Gold, found: Meeting | None) -> None:
    counts["main gold"] += 1
    if found is None or not same_meeting(wanted, found):
        return
    counts["main right"] += 1
    unsettled = wanted.get("unsettled", ())
    if wanted["start"] and "start" not in unsettled:
        counts["start gold"] += 1
        counts["start right"] += (found.start or "").startswith(wanted["start"])
    if wanted["place"] and "place" not in unsettled:
        counts["place gold"] += 1
        place = found.place.name if found.place else ""
        counts["place right"] += bool(name_parts(wanted["place"]["name"]) & name_parts(place))
    counts["people gold"] += len(wanted["people"])
    counts["people seen"] += sum(bool(person.name) for person in found.people)
    counts["people hit"] += _pairs(wanted["people"], list(found.people), _same_person)


def same_meeting(wanted: Gold, found: Meeting) -> bool:
    """Return whether both can be one meeting: two parties shared, held or not alike, dates that do not clash."""
    shared = set(wanted["countries"]) & set(found.countries)
    if len(shared) < 2 or wanted["happened"] != (found.status == "held"):
        return False
    return overlap(wanted["start"], wanted["end"], found.start, found.end)


def _speakers(counts: Counter[str], wanted: Sequence[Gold], found: set[str]) -> None:
    left = sorted(found)
    for optional in (False, True):
        for speaker in (one for one in wanted if bool(one.get("optional")) is optional):
            match = next((name for name in left if name_parts(speaker["name"]) & name_parts(name)), None)
            if match is not None:
                left.remove(match)
            if not optional:
                counts["speakers gold"] += 1
                counts["speakers hit"] += match is not None
                counts["speakers seen"] += match is not None
    counts["speakers seen"] += len(left)


def _same_person(wanted: Gold, found: Person) -> bool:
    return found.country in (None, wanted["country"]) and bool(
        name_parts(wanted["name"]) & name_parts(found.name or "")
    )


def _pairs(wanted: Sequence[Gold], found: list[Person], same: Callable[[Gold, Person], bool]) -> int:
    hits = 0
    for one in wanted:
        match = next((other for other in found if same(one, other)), None)
        if match is not None:
            found.remove(match)
            hits += 1
    return hits


def name_parts(name: str) -> set[str]:
    """Return the parts of a name, folded, but for single letters."""
    return {part for part in re.findall(r"[a-z]+", fold(name).lower().replace("-", "")) if len(part) > 1}


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def _f1(hit: int, seen: int, gold: int) -> float:
    return round(2 * hit / (seen + gold), 3) if seen + gold else 1.0
