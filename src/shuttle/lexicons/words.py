"""Small sets of plain words that the reading steps look up."""

from __future__ import annotations

import functools

from shuttle.lexicons.loading import load_table

__all__ = ["general_topics", "never_names", "plain_words"]


@functools.cache
def never_names() -> frozenset[str]:
    """Return words that, though capitalised, never belong to a person's name."""
    return frozenset(load_table("en/never_names.toml")["words"]["words"])


@functools.cache
def plain_words() -> frozenset[str]:
    """Return words that say nothing of what a sentence is about."""
    table = load_table("en/plain_words.toml")
    verbs = (forms for entry in load_table("en/speech_acts.toml")["act"] for forms in entry["forms"])
    acts = {form for forms in verbs for form in forms if forms[0] not in table["topical"]["words"] and " " not in form}
    return frozenset(acts.union(*(table[part]["words"] for part in ("grammar", "readouts", "time"))))


@functools.cache
def general_topics() -> dict[str, tuple[str, ...]]:
    """Return what general sentences are about, each with the words for it."""
    table = load_table("en/plain_words.toml")
    return {"the relationship": tuple(table["relations"]["words"]), "further contact": tuple(table["contact"]["words"])}
