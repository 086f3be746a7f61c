"""What a search found, as lines for a terminal and as JSON.

In:   hits (`shuttle.records.hits`).
Out:  lines, the words that matched between ``>>`` and ``<<``; or plain values, with their offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from shuttle.records.hits import Hit
from shuttle.views.text_lines import TextLine
from shuttle.views.wording import clean, day_words

__all__ = ["hit_json", "hit_lines"]

_NOUNS = {"next_step": "next step"}
# Stands for the end of a line while marks are counted: one code point, and none that a cleaned text holds.
_BREAK = "\ue000"


def hit_lines(hits: Iterable[Hit]) -> Iterator[TextLine]:
    """Yield two lines for each hit: what it is, and its words."""
    for hit in hits:
        told = [_NOUNS.get(hit.kind, hit.kind), hit.id, day_words(hit.date) if hit.date else "date not stated"]
        if hit.title:
            told.append(clean(hit.title))
        yield TextLine("entry", 0, "  ".join(told))
        yield TextLine("quote", 1, marked(hit))


def marked(hit: Hit) -> str:
    """Return the snippet of a hit on one line, the words that matched between ``>>`` and ``<<``."""
    parts: list[str] = []
    done = 0
    # A finding's words are lines that do not follow from each other.
    snippet = hit.snippet if hit.kind == "document" else hit.snippet.replace("\n", _BREAK)
    for start, end in hit.marks:
        parts.extend((_spaced(snippet[done:start]), f">>{clean(snippet[start:end])}<<"))
        done = end
    parts.append(_spaced(snippet[done:]))
    return "".join(parts).strip().replace(_BREAK, " · ")


def _spaced(text: str) -> str:
    """Return ``text`` cleaned, with a blank at either end where it had one."""
    if text.isspace():
        return " "
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{clean(text)}{after}"


def hit_json(hit: Hit) -> dict[str, Any]:
    """Return a hit as plain values; ``marks`` are half-open spans of ``snippet`` in code points."""
    return {
        "id": hit.id,
        "kind": hit.kind,
        "score": hit.score,
        "date": hit.date,
        "title": hit.title,
        "document": hit.document_id,
        "snippet": hit.snippet,
        "marks": [list(span) for span in hit.marks],
    }
