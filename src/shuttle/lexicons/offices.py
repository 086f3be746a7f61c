"""Offices as texts name them, with the level at which their holders meet."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["Office", "all_offices", "former_words", "honorifics", "office_adjectives", "portfolios"]


@dataclass(frozen=True, slots=True)
class Office:
    """One entry of `en/offices.toml`.

    Attributes:
        key: what the office is in every language (``head_of_government``).
        level: ``leaders``, ``ministers``, ``vice-ministers``, ``working`` or ``other``.
        title: as Shuttle writes it.
        words: as texts write it, in lower case.
        capitals: spellings that count only as they stand.
        country: alpha-3 code where the title itself says whose it is.
        countries: where not empty, the only countries in which the words mean this office.
    """

    key: str
    level: str
    title: str
    words: tuple[str, ...]
    capitals: tuple[str, ...]
    country: str | None
    countries: tuple[str, ...]
    example: str


@functools.cache
def all_offices() -> tuple[Office, ...]:
    """Return the offices in the order of the file."""
    return tuple(
        Office(
            key=entry["key"],
            level=entry["level"],
            title=entry["title"],
            words=tuple(entry["words"]),
            capitals=tuple(entry.get("capitals", ())),
            country=entry.get("country"),
            countries=tuple(entry.get("countries", ())),
            example=entry["example"],
        )
        for entry in load_table("en/offices.toml")["office"]
    )


def portfolios() -> tuple[str, ...]:
    """Return the words that stand before "minister" or after "minister of"."""
    return tuple(load_table("en/offices.toml")["portfolios"]["words"])


def honorifics() -> tuple[str, ...]:
    """Return the courtesies that stand before a name and are no office."""
    return tuple(load_table("en/offices.toml")["honorifics"]["words"])


def office_adjectives() -> tuple[str, ...]:
    """Return the words that may stand between a country and a title ("newly appointed")."""
    return tuple(load_table("en/offices.toml")["adjectives"]["words"])


def former_words() -> tuple[str, ...]:
    """Return those of them that say that the office is no longer held."""
    return tuple(load_table("en/offices.toml")["adjectives"]["former"])
