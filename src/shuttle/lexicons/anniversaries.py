"""Days that two countries may remember together: since when they have relations, or are bound by a treaty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["Remembered", "remembered"]


@dataclass(frozen=True, slots=True)
class Remembered:
    """One entry of `world/anniversaries.toml`: what happened, and on which day (ISO 8601)."""

    event: str
    day: str
    countries: tuple[str, ...]


def remembered(countries: Iterable[str]) -> tuple[Remembered, ...]:
    """Return what all of ``countries`` (alpha-3 codes) share, the earliest first."""
    wanted = set(countries)
    found = [
        Remembered(entry["event"], str(entry["date"]), tuple(entry["countries"]))
        for entry in load_table("world/anniversaries.toml")["anniversary"]
        if wanted <= set(entry["countries"])
    ]
    return tuple(sorted(found, key=lambda item: (item.day, item.event)))
