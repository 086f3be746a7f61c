"""A sentence with every recognised mention shrunk to one sign, so that rules can be short.

"President Lee of Korea met Prime Minister Takaichi in Nara on January 13." becomes
"P met P in L on D.", where each letter is a code point of the private use area that stands for
one mention of its kind. A rule is then a regular expression over kinds and words:

>>> print(ACTOR)
[\\ue000-\\ue1ff\\ue800-\\ueaff]

Every position of a skeleton leads back to the text, half-open spans to half-open spans.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

__all__ = [
    "ACTOR",
    "BODY",
    "CLOCK",
    "COUNTRY",
    "DATE",
    "DEMONYM",
    "DURATION",
    "FORUM",
    "GROUP",
    "KINDS",
    "NAMES",
    "PAIR",
    "PERSON",
    "PLACE",
    "TITLE",
    "Skeleton",
    "build_skeleton",
]

# Each kind owns 256 code points, so a sentence can hold that many mentions of it.
KINDS = {
    "person": 0xE000,
    "country": 0xE100,
    "demonym": 0xE200,
    "place": 0xE300,
    "date": 0xE400,
    "forum": 0xE500,
    "clock": 0xE600,
    "duration": 0xE700,
    "group": 0xE800,
    "body": 0xE900,
    "pair": 0xEA00,
    "title": 0xEB00,
    "known": 0xEC00,
}


_SIGNS = {kind: [chr(first + number) for number in range(0x100)] for kind, first in KINDS.items()}


def _range(*kinds: str) -> str:
    return "[" + "".join(f"{chr(KINDS[kind])}-{chr(KINDS[kind] + 0xFF)}" for kind in kinds) + "]"


PERSON, COUNTRY, DEMONYM, PLACE = _range("person"), _range("country"), _range("demonym"), _range("place")
DATE, FORUM, CLOCK, DURATION = _range("date"), _range("forum"), _range("clock"), _range("duration")
GROUP, BODY, PAIR, TITLE, NAMES = (
    _range("group"),
    _range("body"),
    _range("pair"),
    _range("title"),
    _range("known"),
)
# Whoever can act in a sentence.
ACTOR = "[" + "\ue000-\ue1ff" + "\ue800-\ueaff" + "]"

_SPACES = re.compile(" {2,}")


@dataclass(slots=True, eq=False)
class Skeleton:
    """The skeleton of the passage [start, end). Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        shape: words and signs.
        mentions: the mention behind each sign.
        placed: (position, mention) of each sign, in order.
        kinds: the kinds of mentions that have a sign.
    """

    shape: str
    start: int
    end: int
    mentions: dict[str, int]
    placed: list[tuple[int, int]]
    kinds: Collection[str]
    # Where the text does not go on by one for each position of the shape, at signs and behind runs of blanks: the
    # position, and where in the text what stands there begins and ends.
    _at: list[int]
    _first: list[int]
    _last: list[int]

    def text_start(self, position: int) -> int:
        """Return the offset in the text at which position ``position`` of the shape begins."""
        piece = bisect_right(self._at, position) - 1
        if piece < 0:
            return self.start + position
        behind = position - self._at[piece]
        return self._last[piece] + behind - 1 if behind else self._first[piece]

    def text_end(self, position: int) -> int:
        """Return the offset in the text at which what ends before ``position`` ends."""
        if position <= 0:
            return self.start
        piece = bisect_right(self._at, position - 1) - 1
        if piece < 0:
            return self.start + position
        return self._last[piece] + position - 1 - self._at[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text behind [start, end) of the shape."""
        at = self._at
        if at and at[0] < end:
            return self.text_start(start), self.text_end(end)
        # No sign and no run of blanks before the end.
        return self.start + start, self.start + max(end, 0)

    def signs(self, start: int = 0, end: int | None = None) -> list[int]:
        """Return the mentions whose signs stand in [start, end) of the shape, in order."""
        stop = len(self.shape) if end is None else end
        return [index for position, index in self.placed if start <= position < stop]


def build_skeleton(words: str, start: int, end: int, mentions: Sequence[tuple[int, int, str]]) -> Skeleton:
    """Return the skeleton of [start, end).

    Args:
        words: the folded text, in its own case or in lower case.
        mentions: (start, end, kind) of each, in order and without overlap. The index of each in
            this sequence is what `Skeleton.mentions` and `Skeleton.signs` give back.
    """
    pieces: list[str] = []
    at: list[int] = []
    firsts: list[int] = []
    lasts: list[int] = []
    position, offset = 0, start
    signs: dict[str, int] = {}
    placed: list[tuple[int, int]] = []
    counts: dict[str, int] = {}
    gaps = words.find("  ", start, end) >= 0
    for index, (first, last, kind) in enumerate(mentions):
        if first < offset or last > end:
            continue
        number = counts.get(kind, 0)
        if number > 0xFF:
            continue
        counts[kind] = number + 1
        if gaps:
            position = _close_gaps(words, offset, first, position, pieces, at, firsts, lasts)
        else:
            pieces.append(words[offset:first])
            position += first - offset
        sign = _SIGNS[kind][number]
        signs[sign] = index
        placed.append((position, index))
        pieces.append(sign)
        at.append(position)
        firsts.append(first)
        lasts.append(last)
        position += 1
        offset = last
    if gaps:
        _close_gaps(words, offset, end, position, pieces, at, firsts, lasts)
    else:
        pieces.append(words[offset:end])
    return Skeleton("".join(pieces), start, end, signs, placed, counts, at, firsts, lasts)


def _close_gaps(
    words: str,
    start: int,
    end: int,
    position: int,
    pieces: list[str],
    at: list[int],
    firsts: list[int],
    lasts: list[int],
) -> int:
    """Add [start, end) with one blank for each run of them; return the position behind it."""
    for gap in _SPACES.finditer(words, start, end):
        pieces.append(words[start : gap.start() + 1])
        position += gap.start() + 1 - start
        # What follows goes on behind the run; the one blank that is kept is the run's first.
        at.append(position)
        firsts.append(gap.end())
        lasts.append(gap.end() + 1)
        start = gap.end()
    pieces.append(words[start:end])
    return position + end - start
