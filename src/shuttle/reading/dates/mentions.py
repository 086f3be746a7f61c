"""Find the dates of a text: each expression with its value, its role and where it looks.

In:   a text, its sentences, its own date if that is known.
Out:  DateMentions in order, without overlap.

`find_dates` may be called before the document's date is known; `resolve_again` gives the same
mentions once it is.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from shuttle.reading.dates.context import FUTURE, Verbs, attributive, role_of
from shuttle.reading.dates.expressions import expression_at, scan
from shuttle.reading.dates.forms import Expression
from shuttle.reading.dates.resolution import Around, resolve
from shuttle.reading.dates.spans import span
from shuttle.reading.dates.speeches import spoken_on
from shuttle.reading.dates.words import NUMBER, count
from shuttle.reading.dates.words import SPACE as S
from shuttle.reading.sentences import Sentence
from shuttle.records.dates import first_day

__all__ = ["DateMention", "find_dates", "find_expressions", "resolve_again", "resolve_expressions"]


@dataclass(slots=True)
class DateMention:
    """Characters [start, end) of a text (half-open, code points) name a date.

    Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        value: ``2026-01-13``, ``2026-01`` or ``2026``; None if the words and the reference do not
            settle it.
        when: where they do not, what they allow (EDTF): ``2025-10-27/2025-11-02``, ``XXXX-XX-26``.
        end_value: the last day (month, year) of a range, else None.
        month, day, end_day, end_month, year: what the words themselves give.
        kind: ``absolute`` (a year is given), ``calendar`` (month and day, or a month, without a
            year), ``day-of-month`` (on the 16th), ``weekday``, ``deictic`` (today, last August),
            ``anaphoric`` (the following day, two days later), ``offset`` (three months after, two
            weeks ago) or ``year``.
        role: ``event`` (it can date an event), ``since``, ``until``, ``deadline`` or ``other`` (the
            name of something, a period).
        future: it lies after the document's date or, where that is not settled, the words that govern
            it look forward.
    """

    start: int
    end: int
    value: str | None
    end_value: str | None
    month: int | None
    day: int | None
    end_day: int | None
    end_month: int | None
    year: int | None
    kind: str
    role: str
    future: bool
    when: str | None = None


def find_dates(text: str, sentences: Sequence[Sentence], reference: str | None) -> tuple[DateMention, ...]:
    """Return the dates that ``text`` mentions, in order.

    Args:
        sentences: the sentences of the text, in order.
        reference: the document's date (a day as a rule, or a month or year), or None.

    >>> from shuttle.reading.sentences import split_sentences
    >>> text = "They met on Tuesday."
    >>> [mention.value for mention in find_dates(text, split_sentences(text), "2026-01-14")]
    ['2026-01-13']
    """
    return _mentions(scan(text), text, sentences, reference)


def find_expressions(text: str) -> tuple[Expression, ...]:
    """Return the dates of ``text`` as they are written, in order, for `resolve_expressions`."""
    return tuple(scan(text))


def resolve_expressions(
    expressions: Iterable[Expression], text: str, sentences: Sequence[Sentence], reference: str | None
) -> tuple[DateMention, ...]:
    """Return the mention that each of ``expressions`` is; the text is not searched again."""
    return _mentions(expressions, text, sentences, reference)


def resolve_again(
    mentions: Iterable[DateMention], text: str, sentences: Sequence[Sentence], reference: str | None
) -> tuple[DateMention, ...]:
    """Return ``mentions`` resolved against another reference; the text is not searched again."""
    again = (expression_at(text, mention.start) for mention in mentions)
    return _mentions((expression for expression in again if expression), text, sentences, reference)


_COUNTED = frozenset({"later", "earlier", "afterward", "afterwards"})
_OFFSET = frozenset({"ago", "from now", "hence", "before", "after", "prior", "previously"})


def _kind(expression: Expression) -> str:
    match expression.form:
        case "calendar" if expression.year is not None:
            return "year" if expression.month is None and expression.edge == "" else "absolute"
        case "calendar":
            return "calendar" if expression.step is None else "deictic"
        case "weekday":
            return "weekday"
        case "ordinal":
            return "day-of-month"
        case "period":
            return "year"
        case _ if expression.base == "clause" or expression.edge in _OFFSET:
            return "offset"
        case _:
            return "anaphoric" if expression.base == "mention" else "deictic"


def _ahead(expression: Expression, tense: Callable[[], str | None], value: str | None, reference: str | None) -> bool:
    """Return whether the date, its words or those that govern it look forward."""
    if value is not None and reference is not None:
        shorter = min(len(value), len(reference))
        if value[:shorter] != reference[:shorter]:
            return value[:shorter] > reference[:shorter]
    step = expression.step
    if (
        expression.form in ("relative", "calendar", "weekday", "ordinal")
        and step is not None
        and expression.base == "document"
    ):
        if step != 0:
            return step > 0
        if expression.edge == "later" and expression.unit != "day":
            return True
    return tense() == FUTURE


# The words with which a sentence sets the year of what follows: "In 2018, ...".
_SETS_YEAR = re.compile(r"(?:[“\"]?(?:In|On|Back in|Earlier in|Later in|During|By|It was in|It was on)\s)$")
# "in April 2022 and in May", "on June 3, 2020, and July 5"
_LISTED = re.compile(r"(?:,|;|,? and|,? then)\s(?:(?:and|again|then)\s)?(?:(?:in|on)\s)?")
# "for two days through [Wednesday]", "a three-day visit until [May 9]"
_STAY = re.compile(
    rf"\b(?P<days>{NUMBER})(?:{S}days|-day{S}(?:(?:[a-z-]+){S}){{0,2}}?(?:visit|trip|stay|tour|talks|summit|meeting|session)){S}(?:through|until|till){S}\Z"
)
# How many sentences "the following day" looks back for the day it follows.
_LOOK_BACK = 4


class _Governed:
    """What tense governs an expression: its sentence is searched only if somebody asks, and once for all its dates."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._verbs: Verbs | None = None
        self._low = self._high = -1
        self._start = self._end = 0
        self._known = False
        self._tense: str | None = None
        self._of: Sentence | None = None

    def look_at(self, expression: Expression, sentence: Sentence) -> None:
        """Turn to an expression."""
        if sentence is not self._of:
            self._of, self._verbs = sentence, None
            self._low, self._high = min(sentence.start, expression.start), max(sentence.end, expression.end)
        self._start, self._end, self._known = expression.start, expression.end, False

    def set_tense(self, tense: str) -> None:
        """Take the tense of the expression as known."""
        self._tense, self._known = tense, True

    def tense(self) -> str | None:
        """Return the tense of the expression, ``FUTURE`` or ``PAST``, or None."""
        if not self._known:
            if self._verbs is None:
                self._verbs = Verbs(self._text, self._low, self._high)
            self._tense, self._known = self._verbs.tense(self._start, self._end), True
        return self._tense


def _depends_on_tense(expression: Expression) -> bool:
    """Return whether the tense helps to tell which day is meant: not where a year or a number of steps does."""
    if expression.form == "calendar":
        return expression.year is None
    return expression.form in ("weekday", "ordinal")


def _mentions(
    expressions: Iterable[Expression], text: str, sentences: Sequence[Sentence], reference: str | None
) -> tuple[DateMention, ...]:
    starts = [sentence.start for sentence in sentences]
    found: list[DateMention] = []
    kept: list[tuple[Expression, Around, int]] = []
    mentioned: dict[bool, tuple[int, str]] = {}  # by whether it is a day: the sentence, the date
    named: tuple[int, int, Expression, bool] | None = None  # sentence, paragraph, who named a year, for the paragraph
    governed = _Governed(text)
    for expression in expressions:
        index = max(bisect_right(starts, expression.start) - 1, 0)
        sentence = sentences[index] if sentences else Sentence(0, len(text), 0, 0)
        governed.look_at(expression, sentence)
        role = _role(text, expression)
        looks_on = role in ("until", "deadline") and not text.startswith("through", max(0, expression.start - 8))
        beside = attributive(text, expression.start, expression.end) or (looks_on and expression.day is not None)
        if looks_on and (expression.form == "weekday" or expression.day is None):
            governed.set_tense(FUTURE)
        tense = governed.tense() if _depends_on_tense(expression) else None
        around = Around(
            reference=reference,
            tense=tense,
            mentioned=_last(mentioned, expression, index),
            year=_year_nearby(text, expression, tense, named, index, sentence.paragraph),
            attributive=beside,
        )
        value, end_value = resolve(expression, around)
        stay = _STAY.search(text, max(0, expression.start - 48), expression.start) if role == "until" else None
        if stay and (days := count(stay["days"])) and value and len(value) == 10 and end_value is None:
            # "for two days through Wednesday": from Tuesday
            first = first_day(value) - dt.timedelta(days - 1)
            value, end_value, role = first.isoformat(), value if days > 1 else None, "event"
        if role == "other" and expression.form == "calendar" and expression.year is None:
            value = end_value = None  # "the Sept. 11 attacks": a name, and no day of this year
        found.append(
            DateMention(
                expression.start,
                expression.end,
                value,
                end_value,
                expression.month,
                expression.day,
                expression.end_day,
                expression.end_month,
                expression.year,
                _kind(expression),
                role,
                _ahead(expression, governed.tense, value, reference),
                span(expression, around) if value is None and role != "other" else None,
            )
        )
        kept.append((expression, around, index))
        if role == "event":
            if value is not None:
                mentioned[len(value) == 10] = index, value
            if expression.form == "calendar" and expression.year is not None:
                low = max(min(sentence.start, expression.start), expression.start - 20)
                opens = bool(_SETS_YEAR.search(text, low, expression.start))
                named = index, sentence.paragraph, expression, opens
            elif expression.form == "weekday" or (expression.form == "relative" and expression.base == "document"):
                named = None
    return _as_spoken(found, kept, text, sentences)


def _last(mentioned: dict[bool, tuple[int, str]], expression: Expression, index: int) -> str | None:
    """Return the date last mentioned not long ago; days are counted from a day."""
    near = [entry for entry in mentioned.values() if index - entry[0] <= _LOOK_BACK]
    if expression.unit == "day" or not near:
        day = mentioned.get(True)
        return day[1] if day in near and day else None
    return max(near)[1]


def _role(text: str, expression: Expression) -> str:
    year_only = expression.year is not None and expression.month is None
    role = role_of(text, expression.start, expression.end, year_only=year_only)
    return "other" if expression.form == "period" and role == "event" else role


def _year_nearby(
    text: str,
    expression: Expression,
    tense: str | None,
    named: tuple[int, int, Expression, bool] | None,
    index: int,
    paragraph: int,
) -> int | None:
    """Return the year that the sentence, or the head of its paragraph, names for a date without one."""
    if named is None or tense == FUTURE or expression.form != "calendar":
        return None
    if expression.year is not None or expression.step is not None:
        return None
    sentence, its_paragraph, other, opens = named
    between = text[other.end : min(expression.start, other.end + 40)]
    if not (opens and paragraph == its_paragraph) and not (sentence == index and _LISTED.fullmatch(between)):
        return None
    year = other.end_year or other.year
    later = other.month is not None and expression.month is not None and expression.month < other.month
    # "In November 2024 ... and in January": a story runs forward.
    return year + 1 if year is not None and later and sentence == index else year


def _as_spoken(
    found: list[DateMention],
    kept: list[tuple[Expression, Around, int]],
    text: str,
    sentences: Sequence[Sentence],
) -> tuple[DateMention, ...]:
    """Return the mentions, those inside a quotation resolved against the day it was spoken."""
    counted = [
        number
        for number, (expression, _, _) in enumerate(kept)
        if expression.form in ("weekday", "ordinal", "relative") and expression.base == "document"
    ]
    if not counted or not sentences:
        return tuple(found)
    days = spoken_on(text, sentences, [(mention.start, mention.end, mention.value) for mention in found], counted)
    for number, day in days.items():
        expression, around, _ = kept[number]
        around = replace(around, reference=day)
        value, end_value = resolve(expression, around)
        when = span(expression, around) if value is None and found[number].role != "other" else None
        found[number] = replace(found[number], value=value, end_value=end_value, when=when)
    return tuple(found)
