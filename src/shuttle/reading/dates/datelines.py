"""The date a document gives itself: in a wire dateline, or on a line of its own near its head or foot.

Only a full date counts (day, month and year): "SEOUL, Aug. 11, 2025 (Wire) --", "Published: May 7,
2023". A date inside a sentence is what the text tells of, not when it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shuttle.reading.dates.expressions import scan
from shuttle.reading.dates.forms import Expression
from shuttle.reading.dates.mentions import DateMention
from shuttle.reading.dates.resolution import Around, resolve

__all__ = ["find_dateline"]

_HEAD_LINES, _FOOT_LINES = 14, 5
_HEAD, _FOOT = 3000, 800
_LONGEST_LINE = 120

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# "SEOUL, ", "WASHINGTON (AP) - ", "(Tokyo, ": what a wire dateline has before its date.
_WIRE_BEFORE = re.compile(
    r"\(?[A-Z][\w.'’-]*(?:[ /-]+[A-Z(][\w.'’)-]*){0,4}(?:, [A-Z][\w.]*){0,2}(?: \([A-Z][\w. ]{1,30}\))?"
    r"\s?[,–—(-]{1,2}\s?(?:\([A-Z]\w+\)\s?[-–—]\s?)?"
)
_WIRE_BEHIND = re.compile(r"\s?(?:\([^()\n]{2,30}\)\s?)?(?:[-–—]{1,2}|\)|:|/)")
# What may stand on a date's own line: a time, a place, "Published", "Last updated".
_LABEL = re.compile(
    r"\b(?:published|posted|released?|issued|updated|modified|created|last|first|date|dated|on|at|time|press|statement|"
    r"news|for immediate release|gmt|utc|kst|jst|et|est|edt|am|pm|a\.m\.|p\.m\.|o'clock|local)\b"
    r"|\d{1,2}:\d\d(?::\d\d)?|[^\w\s]",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:published|posted|released|issued|updated|date)\b", re.IGNORECASE)
_STALE = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)


def find_dateline(text: str) -> DateMention | None:
    """Return the date the document gives itself, or None.

    >>> mention = find_dateline("SEOUL, Aug. 11, 2025 (Wire) -- The leaders met on Monday.")
    >>> mention.value if mention else None
    '2025-08-11'
    """
    updated: DateMention | None = None
    for start, end in _lines(text):
        for expression in scan(text[start : min(end, start + _LONGEST_LINE + 80)]):
            if expression.form != "calendar" or expression.year is None or expression.day is None or expression.end_day:
                continue
            first, last = start + expression.start, start + expression.end
            if not (_wire(text, start, first, last) or _own_line(text, start, end, first, last)):
                continue
            mention = _mention(expression, start)
            if not _STALE.search(text, start, first):
                return mention
            updated = updated or mention
    return updated


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines in which a dateline may stand: the first ones, then the last ones."""
    head = [line.span() for line in _LINE.finditer(text, 0, _HEAD)][:_HEAD_LINES]
    foot = [line.span() for line in _LINE.finditer(text, max(0, len(text) - _FOOT))][-_FOOT_LINES:]
    yield from head
    yield from (line for line in foot if not head or line[0] > head[-1][0])


def _wire(text: str, start: int, first: int, last: int) -> bool:
    before = _WIRE_BEFORE.match(text, start, first)
    return before is not None and before.end() == first and _WIRE_BEHIND.match(text, last, last + 40) is not None


def _own_line(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Return whether nothing but labels, a time and a few names share the line with the date."""
    if end - start > _LONGEST_LINE:
        return False
    rest = _LABEL.sub(" ", text[start:first] + " " + text[last:end]).split()
    named = _PUBLISHED.search(text, start, first) is not None
    return len(rest) <= (8 if named else 3) and (named or all(word[0].isupper() or word[0].isdigit() for word in rest))


def _mention(expression: Expression, offset: int) -> DateMention:
    value, end_value = resolve(expression, Around())
    return DateMention(
        offset + expression.start,
        offset + expression.end,
        value,
        end_value,
        expression.month,
        expression.day,
        expression.end_day,
        expression.end_month,
        expression.year,
        "absolute",
        "event",
        future=False,
    )
