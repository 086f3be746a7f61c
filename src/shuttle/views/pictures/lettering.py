"""How wide words are in a picture, and how they are cut into lines that fit.

In:   words and a size in pixels.
Out:  widths in pixels, lines.

The machine that shows a picture chooses the font (only the generic family is named), so that widths are those of
DejaVu Sans, the widest of the sans-serif fonts in common use: in any other the words take less room.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["fitted", "width_of", "wrapped"]

# Advance widths of the characters from blank to tilde, in thousandths of the size.
_WIDTHS = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
)  # fmt: skip
_BOLD_IS_WIDER = 1.14
_OTHER, _WIDE = 700, 1000
_ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` in pixels at a font of ``size`` pixels.

    >>> width_of("Nara", 10) < width_of("Nara", 10, bold=True) < width_of("Nara, Japan", 10)
    True
    """
    total = sum(map(_advance, text))
    return total * size / 1000 * (_BOLD_IS_WIDER if bold else 1)


def _advance(character: str) -> int:
    code = ord(character)
    if 32 <= code < 127:
        return _WIDTHS[code - 32]
    if unicodedata.combining(character):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" or code > 0xFFFF else _OTHER


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return ``text``, cut with an ellipsis if it is wider than ``room`` pixels; at a blank where one is near.

    >>> fitted("the presidential office", 90, 11)
    'the presidenti…'
    >>> fitted("Nara", 90, 11)
    'Nara'
    """
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(kept + " " + _ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    at_word = kept.rsplit(" ", 1)[0] if " " in kept and not text[len(kept) : len(kept) + 1].isspace() else kept
    # A word that is cut tells more than none.
    if len(at_word) >= len(kept) * 0.6:
        return at_word.rstrip(" ,;:(–-") + " " + _ELLIPSIS
    return kept.rstrip() + _ELLIPSIS


def wrapped(text: str, room: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return ``text`` in at most ``most`` lines of at most ``room`` pixels; what is left over ends in an ellipsis.

    Words that are wider than a line are cut: no line is wider than ``room``.
    """
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        last = len(lines) == most - 1
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        if last and words:
            lines.append(fitted(" ".join([line, *words]), room, size, bold=bold))
            break
        if width_of(line, size, bold=bold) > room:
            head = line
            while len(head) > 1 and width_of(head, size, bold=bold) > room:
                head = head[:-1]
            rest = line[len(head) :]
            if last:
                head = fitted(line, room, size, bold=bold)
            elif rest:
                words.insert(0, rest)
            line = head
        lines.append(line)
    return tuple(lines)
