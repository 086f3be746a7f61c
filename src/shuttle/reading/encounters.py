"""An encounter: a meeting in the making, while the text is still being read.

Encounters are what `attribution` fills with the places of a text that speak of them, what
`surroundings` adds to, and what `recording` turns into records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from shuttle.reading.cast import Member
from shuttle.reading.details import Found
from shuttle.reading.framing import Frame
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line

__all__ = ["LEVELS", "Encounter", "Words", "better_date", "country_of", "finer", "note"]


LEVELS = {"leaders": 0, "ministers": 1, "vice-ministers": 2, "working": 3}


@dataclass(frozen=True, slots=True)
class Words:
    """A passage [start, end) of the text that supports a field; None for the whole."""

    start: int
    end: int
    field: str | None


@dataclass(slots=True, eq=False)
class Encounter:
    """A meeting in the making."""

    rule: str
    status: str
    order: int
    countries: list[str] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    mode: str | None = None
    level: str | None = None
    date: Mention | None = None
    place: list[Mention] | None = None
    forum: str | None = None
    start_time: str | None = None
    durations: list[tuple[int, str | None, Words]] = field(default_factory=list)
    ordinal: int | None = None
    formats: list[str] = field(default_factory=list)
    host: str | None = None
    words: list[Words] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    score: float = 0.0
    main: bool = False
    background: bool = False
    beside: bool = False
    passing: bool = False

    @property
    def main_candidate(self) -> bool:
        """Whether it was named first: what is "earlier" is earlier than it."""
        return self.order == 0

    def start(self) -> str | None:
        """The first day, if it could be resolved."""
        return self.date.date.value if self.date and self.date.date else None

    def when(self) -> str | None:
        """What its date allows where that settles no day."""
        return self.date.date.when if self.date and self.date.date else None

    def end(self) -> str | None:
        """The last day, if it is another."""
        return self.date.date.end_value if self.date and self.date.date else None


def country_of(place: Sequence[Mention] | None) -> str | None:
    """Return the country in which a place lies, or None."""
    for mention in reversed(place or ()):
        if mention.place and mention.place.country:
            return mention.place.country
        if mention.countries:
            return mention.countries[0]
    return None


def note(
    encounter: Encounter,
    line: Line,
    found: Found[object] | Found[int] | Found[str] | Found[Mention] | Found[list[Mention]],
    name: str,
) -> None:
    """Remember the words that give a field; those that gave it before are forgotten."""
    start, end = line.skeleton.span(found.start, found.end)
    encounter.words = [w for w in encounter.words if w.field != name]
    encounter.words.append(Words(start, end, name))


def better_date(new: Mention, old: Mention | None) -> bool:
    """Return whether a date says more than the one already known."""
    if old is None or old.date is None:
        return True
    if new.date is None:
        return False
    if old.date.value is None:
        return new.date.value is not None
    if new.date.value is None:
        return False
    return len(new.date.value) > len(old.date.value) or (
        len(new.date.value) == len(old.date.value)
        and bool(new.date.end_value)
        and not old.date.end_value
        and new.date.value == old.date.value
    )


def finer(new: Sequence[Mention], old: Sequence[Mention]) -> bool:
    """Return whether a place says more: a city more than a country, a house more than a city of the same country."""

    def rank(parts: Sequence[Mention]) -> int:
        return max((1 + (m.place.kind in ("residence", "venue"))) if m.place is not None else 0 for m in parts)

    return country_of(new) == country_of(old) and rank(new) > rank(old)
