"""Codes of event data: which situation has which, and the words and areas that tell a situation."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from shuttle.errors import LexiconError
from shuttle.lexicons.loading import load_table

__all__ = [
    "EventType",
    "all_event_types",
    "situation_of_action",
    "situation_of_area",
    "situation_of_verb",
    "speaks_of_talks",
]


@dataclass(frozen=True, slots=True)
class EventType:
    """One entry of `world/event_codes.toml`: the codes that all findings of one situation have.

    Attributes:
        mode: None where PLOVER gives the type no mode, or none of its modes fits.
        areas: names of areas; a promise in one of them is of this situation if its words choose none.
    """

    situation: str
    cameo: str
    plover: str
    mode: str | None
    areas: tuple[str, ...]
    example: str


@functools.cache
def all_event_types() -> dict[str, EventType]:
    """Return every entry by its situation."""
    return {
        entry["situation"]: EventType(
            situation=entry["situation"],
            cameo=entry["cameo"],
            plover=entry["plover"],
            mode=entry.get("mode"),
            areas=tuple(entry.get("areas", ())),
            example=entry["example"],
        )
        for entry in load_table("world/event_codes.toml")["event"]
    }


def situation_of_verb(words: str) -> str | None:
    """Return the situation that a binding verb tells by itself ("signed", "urged him"), or None.

    Args:
        words: in lower case.
    """
    return _first("verb", words)


def situation_of_action(words: str) -> str | None:
    """Return the situation that the words of a promise choose, or None.

    Args:
        words: in lower case.
    """
    return _first("action", words)


def situation_of_area(area: str) -> str | None:
    """Return the situation of a promise in ``area``, or None."""
    return _by_area().get(area)


def speaks_of_talks(words: str) -> bool:
    """Return whether ``words``, in lower case, call a meeting talks: CAMEO counts these as negotiation."""
    return _pattern(tuple(load_table("en/event_words.toml")["talks"]["words"])).search(words) is not None


@functools.cache
def _by_area() -> dict[str, str]:
    return {area: event.situation for event in all_event_types().values() for area in event.areas}


@functools.cache
def _choices(kind: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, str], ...]:
    choices = []
    for entry in load_table("en/event_words.toml")[kind]:
        if entry["situation"] not in all_event_types():
            raise LexiconError(
                f"lexicon en/event_words.toml: {entry['situation']!r} is no situation of world/event_codes.toml."
            )
        beside = _pattern(tuple(entry["with"])) if "with" in entry else None
        choices.append((_pattern(tuple(entry["words"])), beside, entry["situation"]))
    return tuple(choices)


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    endings = (re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(endings)})(?![\w-])")


def _first(kind: str, words: str) -> str | None:
    for pattern, beside, situation in _choices(kind):
        if pattern.search(words) and (beside is None or beside.search(words)):
            return situation
    return None
