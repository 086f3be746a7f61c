"""Words that say whether what a verb names has happened, is to happen or did not."""

from __future__ import annotations

import functools

from shuttle.lexicons.loading import load_table

__all__ = ["before_verbs", "undoing_words"]


@functools.cache
def before_verbs() -> dict[str, str]:
    """Return the words before a verb with the status they give: held, planned, proposed or none."""
    return {word: entry["status"] for entry in load_table("en/modality.toml")["before"] for word in entry["words"]}


@functools.cache
def undoing_words() -> dict[str, str]:
    """Return the words that take a meeting off the calendar: cancelled or postponed."""
    return {word: entry["status"] for entry in load_table("en/modality.toml")["undone"] for word in entry["words"]}
