"""The verbs and nouns that say that parties meet."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from shuttle.lexicons.loading import load_table

__all__ = ["FORMS", "Form", "MeetingNoun", "MeetingVerb", "meeting_nouns", "meeting_verbs", "mode_words"]

Form = Literal["base", "third", "past", "participle", "ing"]
FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "ing")


@dataclass(frozen=True, slots=True)
class MeetingVerb:
    """One form of a verb; `how` says how the other party follows (see the file's head)."""

    word: str
    forms: tuple[Form, ...]
    how: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class MeetingNoun:
    """A noun for what is held, with what it says of mode and level."""

    word: str
    mode: str | None
    level: str | None
    weight: int


@functools.cache
def meeting_verbs() -> dict[str, MeetingVerb]:
    """Return every form of every verb by itself."""
    table: dict[str, MeetingVerb] = {}
    for entry in load_table("en/meeting_words.toml")["verb"]:
        for word in dict.fromkeys(entry["forms"]):
            forms = tuple(form for form, written in zip(FORMS, entry["forms"], strict=True) if written == word)
            table[word] = MeetingVerb(word, forms, entry["how"], entry.get("mode"))
    return table


@functools.cache
def meeting_nouns() -> dict[str, MeetingNoun]:
    """Return every noun, plurals included, by itself."""
    table: dict[str, MeetingNoun] = {}
    for entry in load_table("en/meeting_words.toml")["noun"]:
        for word in entry["words"]:
            plural = word if word.endswith("s") else word + "s"
            for written in (word, plural):
                table.setdefault(written, MeetingNoun(word, entry.get("mode"), entry.get("level"), entry["weight"]))
    return table


@functools.cache
def mode_words() -> dict[str, str]:
    """Return the words that say how a meeting is held ("by telephone"), with the mode."""
    return {word: entry["mode"] for entry in load_table("en/meeting_words.toml")["how"] for word in entry["words"]}
