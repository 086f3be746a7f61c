"""On which day a quotation was spoken, where its sentence says so.

'He stated in a briefing on January 14, "... yesterday ..."': the words inside are counted from
14 January, whatever the day of the article. A quotation that goes on ("He added, ...") keeps the day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from shuttle.reading.dates.context import speaks
from shuttle.reading.sentences import Sentence

__all__ = ["spoken_on"]

_QUOTE = re.compile('[“”"]')
# For how many paragraphs a speech goes on without its day being named again.
_GOES_ON = 2
# How far from a date, or from a quotation, the word of speaking may stand.
_NEAR = 300

_Span = tuple[int, int]


def _quotations(text: str, start: int, end: int) -> list[_Span]:
    """Return the quotations of a paragraph; one that is not closed runs to its end."""
    spans: list[_Span] = []
    opened: int | None = None
    for mark in _QUOTE.finditer(text, start, end):
        if opened is None:
            if mark.group() != "”":
                opened = mark.start()
        elif mark.group() != "“":
            spans.append((opened, mark.end()))
            opened = None
    if opened is not None:
        spans.append((opened, end))
    return spans


def spoken_on(
    text: str,
    sentences: Sequence[Sentence],
    dates: Sequence[tuple[int, int, str | None]],
    wanted: Sequence[int],
) -> dict[int, str]:
    """Return, for those of ``wanted`` that stand in a quotation of a stated day, that day.

    Args:
        dates: (start, end, value) of each date mentioned, in order.
        wanted: which of them are counted from the day of speaking.
    """
    if not _QUOTE.search(text):
        return {}
    quoted = _Quoted(text, sentences)
    wheres: list[int] = []  # each dated act of speaking: where its date stands, and the day
    days: list[str] = []
    for start, end, value in dates:
        if value is None or len(value) < 10 or quoted.quotation(start) is not None:
            continue
        sentence = quoted.sentence(start)
        if speaks(text, max(sentence.start, start - _NEAR), min(sentence.end, end + _NEAR)):
            wheres.append(start)
            days.append(value)
    if not wheres:
        return {}
    found: dict[int, str] = {}
    for number in wanted:
        span = quoted.quotation(dates[number][0])
        act = None if span is None else _act_of(text, span, quoted, wheres)
        if act is not None:
            found[number] = days[act]
    return found


class _Quoted:
    """Where the quotations of a text lie; a paragraph is looked at when it is first asked about."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._bounds: dict[int, _Span] = {}
        for sentence in sentences:
            first, _ = self._bounds.get(sentence.paragraph, (sentence.start, 0))
            self._bounds[sentence.paragraph] = first, sentence.end
        self._spans: dict[int, list[_Span]] = {}

    def sentence(self, position: int) -> Sentence:
        return self._sentences[max(bisect_right(self._starts, position) - 1, 0)]

    def quotation(self, position: int) -> _Span | None:
        """Return the quotation in which ``position`` lies, if it lies in one."""
        paragraph = self.sentence(position).paragraph
        if paragraph not in self._spans:
            self._spans[paragraph] = _quotations(self._text, *self._bounds[paragraph])
        spans = self._spans[paragraph]
        place = bisect_right(spans, (position, len(self._text) + 1)) - 1
        return spans[place] if place >= 0 and position < spans[place][1] else None


def _act_of(text: str, span: _Span, quoted: _Quoted, wheres: list[int]) -> int | None:
    """Return which act of speaking a quotation belongs to: of its own sentence, or the one it goes on with."""
    first, last = quoted.sentence(span[0]), quoted.sentence(max(span[0], span[1] - 1))
    before, behind = bisect_left(wheres, span[0]) - 1, bisect_left(wheres, span[1])
    if before >= 0 and wheres[before] >= first.start:
        return before
    if behind < len(wheres) and wheres[behind] < last.end:
        return behind
    if before < 0 or first.paragraph - quoted.sentence(wheres[before]).paragraph > _GOES_ON:
        return None
    introduced = speaks(text, max(first.start, span[0] - _NEAR), span[0], goes_on=True)
    followed = speaks(text, span[1], min(last.end, span[1] + _NEAR), goes_on=True)
    return before if introduced or followed else None
