"""Lines for a terminal or a pipe: what each one is and how deep it stands, without colour or width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shuttle.records.evidence import Evidence
from shuttle.views.wording import clean, quoted

__all__ = ["Role", "TextLine", "context_line", "quote_line"]

Role = Literal["title", "note", "heading", "entry", "detail", "quote", "issue", "blank"]

_AROUND = 80


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a view: what it is, how deep it stands (0 to 3), and its words."""

    role: Role
    depth: int
    text: str


def quote_line(depth: int, evidence: Evidence) -> TextLine:
    """Return the words of ``evidence`` in quotation marks, with their offsets."""
    return TextLine("quote", depth, f"{quoted(evidence.quote)} [{evidence.start}–{evidence.end}]")


def context_line(depth: int, evidence: Evidence, text: str, around: int = _AROUND) -> TextLine:
    """Return ``evidence`` marked by ``>>`` and ``<<`` among some words before and after it.

    Args:
        depth: how deep the line stands.
        evidence: a passage of ``text``.
        text: the whole document.
        around: code points to show on either side; cut back to whole words.
    """
    before = text[max(0, evidence.start - around) : evidence.start]
    after = text[evidence.end : evidence.end + around]
    if evidence.start > around:
        before = "… " + before.partition(" ")[2]
    if evidence.end + around < len(text):
        after = after.rpartition(" ")[0] + " …"
    blank_before = " " if before[-1:].isspace() else ""
    blank_after = " " if after[:1].isspace() else ""
    shown = f"{clean(before)}{blank_before}>>{clean(evidence.quote)}<<{blank_after}{clean(after)}"
    return TextLine("quote", depth, f"{shown.strip()} [{evidence.start}–{evidence.end}]")
