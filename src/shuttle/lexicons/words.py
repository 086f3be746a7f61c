"""Small sets of plain words that the reading steps look up."""

from __future__ import annotations

import functools

from shuttle.lexicons.loading import load_table

__all__ = ["never_names", "plain_words"]


@functools.cache
def never_names() -> frozenset[str]:
    """Return words that, though capitalised, never belong to a person's name."""
    return frozenset(load_table("en/never_names.toml")["words"]["words"])


@functools.cache
def plain_words() -> frozenset[str]:
    """Return words that say nothing of what a sentence is about."""
    table = load_table("en/plain_words.toml")
    return frozenset(word for part in ("grammar", "readouts", "time") for word in table[part]["words"])
