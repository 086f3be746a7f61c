"""The taxonomy of areas."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["AreaEntry", "all_areas"]


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """One area; `within` is the broader area it belongs to, None for the broadest."""

    name: str
    within: str | None
    words: tuple[str, ...]
    example: str


@functools.cache
def all_areas() -> tuple[AreaEntry, ...]:
    """Return the areas in the order of the file."""
    return tuple(
        AreaEntry(entry["name"], entry.get("within"), tuple(entry["words"]), entry["example"])
        for entry in load_table("en/areas.toml")["area"]
    )
