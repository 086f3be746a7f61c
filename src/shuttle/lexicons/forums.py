"""Multilateral forums and occasions beside which leaders meet, with the calendar of their editions."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["Edition", "Forum", "all_forums"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a forum; dates are as precise as known, `country` is alpha-3, `label` its own name (COP30)."""

    year: int
    start: str | None
    end: str | None
    city: str | None
    country: str | None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Forum:
    """One entry of `en/forums.toml`.

    Attributes:
        kind: ``multilateral``, ``trilateral`` or ``occasion``.
        parties: alpha-3 codes of a trilateral's members: its summit is itself a meeting of these.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]
    editions: tuple[Edition, ...]
    example: str


@functools.cache
def all_forums() -> dict[str, Forum]:
    """Return every forum by its key."""
    found: dict[str, Forum] = {}
    for entry in load_table("en/forums.toml")["forum"]:
        found[entry["key"]] = Forum(
            key=entry["key"],
            name=entry["name"],
            aliases=tuple(entry.get("aliases", ())),
            kind=entry.get("kind", "multilateral"),
            parties=tuple(entry.get("parties", ())),
            editions=tuple(
                Edition(
                    year=edition["year"],
                    start=_day(edition.get("start")),
                    end=_day(edition.get("end")),
                    city=edition.get("city") or None,
                    country=edition.get("country") or None,
                    label=edition.get("label"),
                )
                for edition in entry.get("edition", ())
            ),
            example=entry["example"],
        )
    return found


def _day(value: object) -> str | None:
    return str(value) if value else None
