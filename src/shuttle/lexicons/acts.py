"""What parties do with words at a meeting ("agreed", "welcomed"), and how firmly."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table
from shuttle.lexicons.meetings import FORMS, Form

__all__ = ["Act", "act_words", "acts"]


@dataclass(frozen=True, slots=True)
class Act:
    """One form of a verb (see the head of `en/speech_acts.toml`).

    Attributes:
        together: the grade where both sides do it.
        alone: the grade where one does.
    """

    word: str
    forms: tuple[Form, ...]
    together: str
    alone: str


@functools.cache
def acts() -> dict[str, Act]:
    """Return every form of every act by itself."""
    return {
        word: Act(
            word,
            tuple(form for form, written in zip(FORMS, forms, strict=True) if written == word),
            entry["together"],
            entry["alone"],
        )
        for entry in load_table("en/speech_acts.toml")["act"]
        for forms in entry["forms"]
        for word in dict.fromkeys(forms)
    }


def act_words(name: str) -> tuple[str, ...]:
    """Return the words of one of the file's lists: ``view``, ``consult``, ``programme`` or ``opening``."""
    return tuple(load_table("en/speech_acts.toml")[name]["words"])
