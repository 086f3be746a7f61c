"""Verbs of commitment and of speech, form by form."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table
from shuttle.lexicons.meetings import FORMS, Form

__all__ = [
    "CommitmentVerb",
    "SpeechVerb",
    "action_verbs",
    "commitment_modals",
    "commitment_verbs",
    "speech_verbs",
    "stances",
    "views",
]


@dataclass(frozen=True, slots=True)
class CommitmentVerb:
    """One form of a verb of commitment (see the head of `en/commitment_verbs.toml`)."""

    word: str
    forms: tuple[Form, ...]
    base: str
    strength: str
    takes: tuple[str, ...]
    objects: tuple[str, ...]
    stances: bool


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """One form of a verb of speech; a `strong` one may stand after a quotation."""

    word: str
    forms: tuple[Form, ...]
    strong: bool


def _forms(words: list[str], word: str) -> tuple[Form, ...]:
    return tuple(form for form, written in zip(FORMS, words, strict=True) if written == word)


@functools.cache
def commitment_verbs() -> dict[str, CommitmentVerb]:
    """Return every form of every verb of commitment by itself."""
    return {
        word: CommitmentVerb(
            word,
            _forms(entry["forms"], word),
            entry["forms"][0],
            entry["strength"],
            tuple(entry["takes"]),
            tuple(entry.get("object", ())),
            entry.get("stances", False),
        )
        for entry in load_table("en/commitment_verbs.toml")["verb"]
        for word in dict.fromkeys(entry["forms"])
    }


def commitment_modals() -> tuple[str, ...]:
    """Return the words that bind the subject of an official's own statement ("will")."""
    return tuple(load_table("en/commitment_verbs.toml")["modals"]["words"])


@functools.cache
def stances() -> dict[str, bool]:
    """Return the nouns that bind whose stance they are, and whether they do so firmly or only as far as a wish goes."""
    table = load_table("en/commitment_verbs.toml")["stances"]
    return {noun: firm for firm, nouns in ((True, table["firm"]), (False, table["leaning"])) for noun in nouns}


def views() -> tuple[str, ...]:
    """Return what follows a verb of commitment where only a view is shared."""
    return tuple(load_table("en/commitment_verbs.toml")["views"]["words"])


def action_verbs() -> tuple[str, ...]:
    """Return the verbs that begin a second action after "and"."""
    return tuple(load_table("en/commitment_verbs.toml")["actions"]["words"])


@functools.cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Return every form of every verb of speech by itself."""
    return {
        word: SpeechVerb(word, _forms(words, word), entry["strong"])
        for entry in load_table("en/speech_verbs.toml")["verb"]
        for words in entry["words"]
        for word in dict.fromkeys(words)
    }
