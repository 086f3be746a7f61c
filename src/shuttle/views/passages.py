"""A text with its findings marked in place, as pieces to be laid out: no markup, only where what begins and ends.

In:   a text, and marks on it that may overlap.
Out:  paragraphs of pieces; all pieces of all paragraphs in a row are the text, but for the blank lines between
      paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Mark", "Paragraph", "Piece", "marked", "parts"]

_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span of the text, in code points, and what it is marked for.

    Attributes:
        name: what stands at its beginning, such as ``M1``; one name may mark many spans.
        kind: ``meeting``, ``commitment`` and so on.
    """

    start: int
    end: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on which the same marks lie.

    Attributes:
        start: offset of its first code point in the whole text.
        text: its words.
        marks: what lies on it: of two marks that overlap the shorter one first.
        begins: the marks that begin here.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces between two blank lines; its span is half-open."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def parts(text: str, most: int) -> list[tuple[int, int]]:
    """Return spans that make up ``text``, cut at blank lines so that each is about ``most`` code points long.

    A paragraph that is longer is cut all the same, at twice that.

    >>> parts("one\\n\\ntwo\\n\\nthree", 5)
    [(0, 10), (10, 15)]
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    while len(text) - begin > most:
        found = _BLANK_LINES.search(text, begin + most, begin + 2 * most)
        end = found.end() if found else min(begin + 2 * most, len(text))
        spans.append((begin, end))
        begin = end
    if begin < len(text) or not spans:
        spans.append((begin, len(text)))
    return spans


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> tuple[Paragraph, ...]:
    """Return ``text[start:end]`` as paragraphs of pieces.

    Args:
        text: the whole text, which all offsets count in.
        marks: in any order; the parts of them outside the span are left out.
        start: of the span to show.
        end: of the span; None for the end of the text.
    """
    end = len(text) if end is None else end
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end),
        key=lambda mark: (mark.start, mark.end),
    )
    return tuple(
        Paragraph(first, last, tuple(_pieces(text, _among(inside, first, last), first, last)))
        for first, last in _paragraphs(text, start, end)
    )


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for gap in _BLANK_LINES.finditer(text, start, end):
        if gap.start() > begin:
            yield begin, gap.start()
        begin = gap.end()
    if begin < end and text[begin:end].strip():
        yield begin, end


def _among(marks: Sequence[Mark], first: int, last: int) -> list[Mark]:
    return [mark for mark in marks if mark.start < last and mark.end > first]


def _pieces(text: str, marks: Sequence[Mark], first: int, last: int) -> Iterator[Piece]:
    edges = sorted({first, last, *(edge for mark in marks for edge in (mark.start, mark.end) if first < edge < last)})
    for begin, end in pairwise(edges):
        lying = [mark for mark in marks if mark.start <= begin and mark.end >= end]
        lying.sort(key=lambda mark: (mark.end - mark.start, mark.name))
        begins = tuple(mark for mark in lying if mark.start == begin)
        yield Piece(begin, text[begin:end], tuple(lying), begins)
