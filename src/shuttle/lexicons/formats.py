"""The parts and forms of a meeting, as texts name them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["FormatWord", "format_words"]


@dataclass(frozen=True, slots=True)
class FormatWord:
    """A word for a format; `session` says whether such a part has a start and length of its own."""

    name: str
    session: bool


@functools.cache
def format_words() -> dict[str, FormatWord]:
    """Return every word with the format it names."""
    return {
        word: FormatWord(entry["name"], entry.get("session", False))
        for entry in load_table("en/formats.toml")["format"]
        for word in entry["words"]
    }
