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
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The skeleton of the passage [start, end).

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
    placed: tuple[tuple[int, int], ...]
    kinds: frozenset[str]
    _from: tuple[int, ...]
    _to: tuple[int, ...]
    _widths: tuple[int, ...]

    def text_start(self, position: int) -> int:
        """Return the offset in the text at which position ``position`` of the shape begins."""
        piece = bisect_right(self._from, position) - 1
        if piece < 0:
            return self.start
        inside = position - self._from[piece]
        # A sign is one character of the shape and many of the text.
        return self._to[piece] + (inside if self._widths[piece] == 0 else (0 if inside == 0 else self._widths[piece]))

    def text_end(self, position: int) -> int:
        """Return the offset in the text at which what ends before ``position`` ends."""
        if position <= 0:
            return self.start
        piece = bisect_right(self._from, position - 1) - 1
        if self._widths[piece]:
            return self._to[piece] + self._widths[piece]
        return self._to[piece] + position - self._from[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text behind [start, end) of the shape."""
        return self.text_start(start), self.text_end(end)

    def signs(self, start: int = 0, end: int | None = None) -> Iterable[int]:
        """Yield the mentions whose signs stand in [start, end) of the shape, in order."""
        stop = len(self.shape) if end is None else end
        for position, index in self.placed:
            if start <= position < stop:
                yield index


def build_skeleton(words: str, start: int, end: int, mentions: Sequence[tuple[int, int, str]]) -> Skeleton:
    """Return the skeleton of [start, end).

    Args:
        words: the folded text, in its own case or in lower case.
        mentions: (start, end, kind) of each, in order and without overlap. The index of each in
            this sequence is what `Skeleton.mentions` and `Skeleton.signs` give back.
    """
    pieces: list[str] = []
    from_, to, widths = [], [], []
    position, offset = 0, start
    signs: dict[str, int] = {}
    counts: dict[str, int] = {}

    placed: list[tuple[int, int]] = []
    gaps = words.find("  ", start, end) >= 0

    def plain(until: int) -> None:
        nonlocal position, offset
        while offset < until:
            gap = _SPACES.search(words, offset, until)
            stop = gap.start() + 1 if gap else until
            pieces.append(words[offset:stop])
            from_.append(position)
            to.append(offset)
            widths.append(0)
            position += stop - offset
            offset = gap.end() if gap else until

    for index, (first, last, kind) in enumerate(mentions):
        if first < offset or last > end:
            continue
        number = counts.get(kind, 0)
        if number > 0xFF:
            continue
        counts[kind] = number + 1
        if gaps:
            plain(first)
        elif offset < first:
            pieces.append(words[offset:first])
            from_.append(position)
            to.append(offset)
            widths.append(0)
            position += first - offset
        sign = chr(KINDS[kind] + number)
        signs[sign] = index
        placed.append((position, index))
        pieces.append(sign)
        from_.append(position)
        to.append(first)
        widths.append(last - first)
        position += 1
        offset = last
    if gaps:
        plain(end)
    elif offset < end:
        pieces.append(words[offset:end])
        from_.append(position)
        to.append(offset)
        widths.append(0)
    return Skeleton(
        "".join(pieces), start, end, signs, tuple(placed), frozenset(counts), tuple(from_), tuple(to), tuple(widths)
    )
