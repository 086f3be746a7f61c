"""Hits: what a search found, with the words that matched marked as offsets, never as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["HIT_KINDS", "Hit", "HitKind"]

HitKind = Literal["document", "meeting", "visit", "commitment", "statement", "next_step"]
HIT_KINDS: tuple[HitKind, ...] = ("document", "meeting", "visit", "commitment", "statement", "next_step")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search found.

    Attributes:
        id: the document's id, or that of the account whose finding matched.
        kind: what it is.
        score: above 0, at most 1; to be compared within one search only.
        snippet: words of the record around what matched: a slice of the document's text, or of the finding's values
            and quotations.
        marks: half-open spans of ``snippet``, in code points, that matched; in order, none overlaps another.
        title: the document's title; for a finding, that of the document in which it stands; None if it has none.
        date: when the event was, else when the document was published; None if neither is known.
        document_id: the document in which the words stand.
    """

    id: str
    kind: HitKind
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
    title: str | None
    date: str | None
    document_id: str
