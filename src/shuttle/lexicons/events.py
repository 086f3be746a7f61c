"""Codes of event data: which situation has which, and the words and areas that tell a situation."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import ahocorasick_rs

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
    pattern, stems = _words_of(kind)
    return pattern.search(words) if any(map(words.__contains__, stems)) else None


@functools.cache
def _words_of(kind: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the pattern of all words of a kind, and what each of them must hold: mostly none is there."""
    words = tuple(load_table("en/event_words.toml")[kind]["words"])
    return _pattern(words), tuple(word.removesuffix("*") for word in words)


#: Code points of an action within which words stand that are its own matter.
_EARLY = 40


@functools.cache
def _by_area() -> dict[str, str]:
    return {area: event.situation for event in all_event_types().values() for area in event.areas}


@dataclass(frozen=True, slots=True)
class _Choices:
    """The entries of one kind, and all their words at once.

    Attributes:
        words: finds every word, those inside of others too.
        owners: for each word, whether any ending may follow it, and the entries that hold it.
        entries: in order: what must occur too, whether the words must stand early, the situation.
    """

    words: ahocorasick_rs.AhoCorasick
    owners: list[tuple[bool, list[int]]]
    entries: list[tuple[re.Pattern[str] | None, bool, str]]


@functools.cache
def _choices(kind: str) -> _Choices:
    entries: list[tuple[re.Pattern[str] | None, bool, str]] = []
    owners: dict[tuple[str, bool], list[int]] = {}
    for number, entry in enumerate(load_table("en/event_words.toml")[kind]):
        if entry["situation"] not in (*all_event_types(), NO_CODE):
            raise LexiconError(
                f"lexicon en/event_words.toml: {entry['situation']!r} is no situation of world/event_codes.toml."
            )
        beside = _pattern(tuple(entry["with"])) if "with" in entry else None
        entries.append((beside, entry.get("early", False), entry["situation"]))
        for word in entry["words"]:
            owners.setdefault((word.removesuffix("*"), word.endswith("*")), []).append(number)
    words = ahocorasick_rs.AhoCorasick([word for word, _ in owners])
    return _Choices(words, [(open_ended, numbers) for (_, open_ended), numbers in owners.items()], entries)


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    endings = (re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(endings)})(?![\w-])")


def _in_word(words: str, position: int) -> bool:
    return words[position].isalnum() or words[position] == "_"


def _first(kind: str, words: str, taken: str) -> str | None:
    """Return the situation of the first entry whose words occur; all words are looked for in one pass."""
    choices = _choices(kind)
    size = len(words)
    starts: dict[int, int] = {}
    for index, start, end in choices.words.find_matches_as_indexes(words, overlapping=True):
        if start and (words[start - 1] == "-" or _in_word(words, start - 1)):
            continue
        open_ended, numbers = choices.owners[index]
        while open_ended and end < size and _in_word(words, end):
            end += 1
        if end < size and (words[end] == "-" or _in_word(words, end)):
            continue
        for number in numbers:
            starts[number] = min(start, starts.get(number, start))
    for number in sorted(starts):
        beside, early, situation = choices.entries[number]
        if not (early and starts[number] > _EARLY) and (beside is None or beside.search(taken)):
            return situation
    return None
