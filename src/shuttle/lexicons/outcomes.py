"""Words that tell what came of an agreement (see the head of `en/outcomes.toml`)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["Deed", "back_words", "deeds", "first_words", "thing_words", "welcome_words"]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a phrase says has come about."""

    effect: str
    how: str
    alone: bool


@functools.cache
def deeds() -> dict[str, Deed]:
    """Return what each phrase for a deed says."""
    return {
        word: Deed(entry["effect"], entry["how"], entry["alone"])
        for entry in load_table("en/outcomes.toml")["deed"]
        for word in entry["words"]
    }


@functools.cache
def welcome_words(name: str) -> tuple[str, ...]:
    """Return the words of a list of `[[welcome]]`."""
    return _named("welcome", name)


@functools.cache
def back_words(name: str) -> tuple[str, ...]:
    """Return the words of a list of `[[back]]`."""
    return _named("back", name)


@functools.cache
def thing_words(kind: str | None = None) -> tuple[str, ...]:
    """Return what can come about: all of it, or bodies or papers."""
    entries = load_table("en/outcomes.toml")["thing"]
    return tuple(word for entry in entries if kind in (None, entry["kind"]) for word in entry["words"])


@functools.cache
def first_words() -> tuple[str, ...]:
    """Return the words that stand before the meeting with which a body begins."""
    return tuple(word for entry in load_table("en/outcomes.toml")["first"] for word in entry["words"])


def _named(table: str, name: str) -> tuple[str, ...]:
    return tuple(
        word for entry in load_table("en/outcomes.toml")[table] if entry["name"] == name for word in entry["words"]
    )
