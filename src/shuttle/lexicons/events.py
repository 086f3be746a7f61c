"""Codes of event data: which situation has which, and the words and areas that tell a situation."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from shuttle.errors import LexiconError
from shuttle.lexicons.loading import load_table

__all__ = [
    "NO_CODE",
    "EventType",
    "all_event_types",
    "intent_in",
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


#: The situation of what has no code.
NO_CODE = "none"


def situation_of_verb(words: str, taken: str) -> str | None:
    """Return the situation that a binding verb tells by itself ("signed", "urged him"), or None.

    Args:
        words: the verb, in lower case.
        taken: what it takes ("a memorandum"), in lower case.
    """
    return _first("verb", words, taken)


def situation_of_action(words: str) -> str | None:
    """Return the situation that the words of a promise choose, or None.

    Args:
        words: in lower case.
    """
    return _first("action", words, words)


def situation_of_area(area: str) -> str | None:
    """Return the situation of a promise in ``area``, or None."""
    return _by_area().get(area)


def speaks_of_talks(words: str) -> bool:
    """Return whether ``words``, in lower case, call a meeting talks: CAMEO counts these as negotiation."""
    return _occur("talks", words) is not None


def intent_in(words: str) -> str | None:
    """Return what somebody intends: the words after the first that tell of intent; None without such a word.

    Args:
        words: of what lies ahead, in lower case.
    """
    found = _occur("intent", words)
    return words[found.end() :].strip() if found else None


def _occur(kind: str, words: str) -> re.Match[str] | None:
    return _pattern(tuple(load_table("en/event_words.toml")[kind]["words"])).search(words)


#: Code points of an action within which words stand that are its own matter.
_EARLY = 40


@functools.cache
def _by_area() -> dict[str, str]:
    return {area: event.situation for event in all_event_types().values() for area in event.areas}


@functools.cache
def _choices(kind: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, bool, str], ...]:
    choices = []
    for entry in load_table("en/event_words.toml")[kind]:
        if entry["situation"] not in (*all_event_types(), NO_CODE):
            raise LexiconError(
                f"lexicon en/event_words.toml: {entry['situation']!r} is no situation of world/event_codes.toml."
            )
        beside = _pattern(tuple(entry["with"])) if "with" in entry else None
        choices.append((_pattern(tuple(entry["words"])), beside, entry.get("early", False), entry["situation"]))
    return tuple(choices)


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    endings = (re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(endings)})(?![\w-])")


def _first(kind: str, words: str, taken: str) -> str | None:
    for pattern, beside, early, situation in _choices(kind):
        found = pattern.search(words)
        if found and not (early and found.start() > _EARLY) and (beside is None or beside.search(taken)):
            return situation
    return None
