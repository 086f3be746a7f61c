"""What a sentence mentions: people, countries, places, dates, forums and the rest, each once.

A Mention is the meaning of one sign of a skeleton. Only the fields of its kind are filled.
"""

from __future__ import annotations

from dataclasses import dataclass

from shuttle.lexicons.forums import Forum
from shuttle.lexicons.places import NamedPlace
from shuttle.reading.cast import Member
from shuttle.reading.dates import ClockTime, DateMention, Duration

__all__ = ["Mention"]


@dataclass(slots=True)
class Mention:
    """Something named at [start, end) of the text. Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        kind: a key of `skeleton.KINDS`.
        countries: alpha-3 codes of whom or what is named; of a place, where it lies.
        label: the words, for bodies ("Syrian Foreign Ministry") and groups ("the two leaders").
        level: of a group: the level of those who meet; None where the words do not say.
        size: of a group: how many ("two", "three"); 0 where the words do not say.
    """

    kind: str
    start: int
    end: int
    countries: tuple[str, ...] = ()
    member: Member | None = None
    place: NamedPlace | None = None
    forum: Forum | None = None
    date: DateMention | None = None
    clock: ClockTime | None = None
    duration: Duration | None = None
    label: str = ""
    level: str | None = None
    size: int = 0
