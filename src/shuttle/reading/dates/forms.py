"""What an expression says, and what a form of the grammar is.

A form is one way to write a date: a pattern that names its parts, and a builder that turns the parts
into an Expression, or into None where the words cannot mean a date ("February 31").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from shuttle.reading.dates.words import DASH, EDGE, MONTHS, WEEKDAYS, WHICHES, normal
from shuttle.reading.dates.words import SPACE as S

__all__ = [
    "EDGED",
    "JOIN",
    "OF_WHICH_YEAR",
    "RANGE",
    "Expression",
    "Form",
    "base_of",
    "month_of",
    "number_of",
    "step_of",
    "weekday_of",
]

# What binds two ends of a range; JOIN also names the word, so that "and" can be told apart.
RANGE = rf"(?:{S}?{DASH}{S}?|{S}(?:and|to|through){S})"
JOIN = rf"(?:{S}?{DASH}{S}?|{S}(?P<join>to|and|&|through|until|till){S})"
# "of last year", "of the same year": said of a month or a day.
OF_WHICH_YEAR = (
    rf"{S}(?:(?:of|in){S})?(?P<which>last|this|next|that|the{S}same|the{S}following|the{S}previous){S}year\b"
)
EDGED = rf"(?:(?P<edge>{EDGE}(?:{S}(?:in|on|of))?)(?:{S}|(?<=-)))?"


@dataclass(slots=True)
class Expression:
    """What the words of [start, end) say. Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        form: ``calendar`` (parts of a date), ``weekday``, ``relative`` (steps of a unit from a base),
            ``ordinal`` (a day of an unnamed month), ``period`` (years that date no event).
        weekday: 0 is Monday; beside a calendar date it helps to find the year.
        step: how many units from the base; for "last", "this", "next" -1, 0, 1. None: not said.
        unit: the unit that ``step`` counts; for a calendar month or a weekday, what "last" goes with.
        base: ``document`` (its date), ``mention`` (the date last mentioned) or ``clause`` (an event
            that the sentence names and does not date: "a day after they met").
        edge: the words that narrow it: "early", "later", "ago".
        loose: where ``step`` is not said, how many units at least and at most: "a few months ago".
    """

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    end_weekday: int | None = None
    step: int | None = None
    unit: str | None = None
    base: str = "document"
    edge: str = ""
    loose: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[str, re.Match[str]], Expression | None]


_DIGITS = re.compile(r"\d+")


def number_of(words: str | None) -> int | None:
    """Return the number that ``words`` begin with ("13th" is 13)."""
    digits = _DIGITS.match(words) if words else None
    return int(digits.group()) if digits else None


def month_of(words: str | None) -> int | None:
    """Return the month that ``words`` name."""
    return MONTHS[words.lower().rstrip(".")] if words else None


def weekday_of(words: str | None) -> int | None:
    """Return the weekday that ``words`` name, Monday as 0."""
    return WEEKDAYS[words.lower().rstrip(".")] if words else None


def step_of(words: str | None) -> int | None:
    """Return the step that "last", "this coming", "the same" mean."""
    word = normal(words).split()[-1] if words else None
    return None if word is None else 0 if word in ("same", "that") else WHICHES[word]


def base_of(words: str | None) -> str:
    """Return what "last", "the same", "the following" count from."""
    of_mention = bool(words) and normal(words or "").split()[-1] in ("same", "that", "following", "previous")
    return "mention" if of_mention else "document"
