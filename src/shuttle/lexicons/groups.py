"""How texts speak of parties without naming them, and of the bodies that act for a country."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["GroupWord", "bodies", "bodies_alone", "group_words", "named_lands"]


@dataclass(frozen=True, slots=True)
class GroupWord:
    """A noun for those who meet ("leaders"), with their level where it says one."""

    word: str
    level: str | None


@functools.cache
def group_words() -> dict[str, GroupWord]:
    """Return every group noun by itself."""
    return {
        word: GroupWord(word, entry.get("level"))
        for entry in load_table("en/groups.toml")["group"]
        for word in entry["words"]
    }


@functools.cache
def named_lands() -> dict[str, tuple[str, ...]]:
    """Return names that stand for several countries, in lower case, with their alpha-3 codes."""
    return {
        word.lower(): tuple(entry["countries"])
        for entry in load_table("en/groups.toml")["lands"]
        for word in entry["words"]
    }


def bodies() -> tuple[str, ...]:
    """Return the words that make a body of the country before them."""
    return tuple(load_table("en/groups.toml")["bodies"]["words"])


def bodies_alone() -> tuple[str, ...]:
    """Return the words that name a body without its country."""
    return tuple(load_table("en/groups.toml")["alone"]["words"])
