"""Words by which texts say that a place is somebody's home."""

from __future__ import annotations

import functools

from shuttle.lexicons.loading import load_table

__all__ = ["home_words"]


@functools.cache
def home_words() -> tuple[str, ...]:
    """Return the words, in lower case."""
    return tuple(word for entry in load_table("en/home_towns.toml")["home"] for word in entry["words"])
