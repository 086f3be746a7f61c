"""Forms that count from another date: "yesterday", "on Tuesday", "last week", "two days later", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from shuttle.reading.dates.forms import EDGED, JOIN, Expression, Form, base_of, number_of, step_of, weekday_of
from shuttle.reading.dates.words import (
    DAY_SHIFTS,
    DAY_WORD,
    LEXICON,
    LOOSE,
    NUMBER,
    PART,
    SEASON,
    UNIT,
    UNITS,
    WEEKDAY,
    WHICH,
    YEAR,
    count,
    normal,
)
from shuttle.reading.dates.words import SPACE as S

__all__ = ["RELATIVE_FORMS", "SEASON_FORMS", "WEEKDAY_FORMS"]

# Nothing follows that a "before" or "after" could govern.
_ALONE = re.compile(rf"{S}?(?:[.,;:)”\"]|$)|{S}(?:when|as|and|but|in|on|at)\b")


def _weekday(text: str, match: re.Match[str]) -> Expression | None:
    which, week = match["which"], match["week"]
    expression = Expression(
        match.start(),
        match.end(),
        "weekday",
        weekday=weekday_of(match["weekday"]),
        step=step_of(which or week),
        unit="week" if week else None,
        edge=normal(match["edge"] or ""),
        base=base_of(which),
    )
    last = weekday_of(match["end_weekday"])
    if last is None:
        return expression
    gap = (last - (expression.weekday or 0)) % 7
    if gap == 0 or (match["join"] in ("and", "&") and gap > 1):
        return replace(expression, end=match.end("weekday"))
    return replace(expression, end_weekday=last)


def _day_word(text: str, match: re.Match[str]) -> Expression | None:
    if text[max(0, match.start() - 7) : match.start()].endswith(("USA ", "Russia ")):
        return None  # the newspaper, the channel
    return Expression(
        match.start(),
        match.end(),
        "relative",
        step=DAY_SHIFTS[normal(match["word"])],
        unit="day",
        weekday=weekday_of(match["weekday"]),
        edge=normal(match["edge"] or ""),
    )


_OF_MENTION = frozenset({"following", "same", "that", "preceding"})
_WANTS_THE = frozenset({"following", "same", "past", "previous", "current", "coming", "upcoming", "preceding"})
_STEPS = {"same": 0, "that": 0, "preceding": -1, "": 0}


def _unit(text: str, match: re.Match[str]) -> Expression | None:
    """Build "last week", "the previous month", "the following day", "later in the day", "the end of the year"."""
    which, word = normal(match["which"] or ""), match["unit"]
    unit, edge = UNITS[word], normal(match["edge"] or "")
    the = match["the"] is not None
    base = "document"
    if which in _WANTS_THE and not the:
        return None
    if unit == "day":
        if which not in ("next", "that", "") and which not in _WANTS_THE - {"past", "current", "coming", "upcoming"}:
            return None
        if which == "" and word != "day":
            return None
        base = "mention"
    elif which in _OF_MENTION:
        base = "mention"
    elif the and which in ("last", "past", "coming", "next", "upcoming") and normal(match["the"])[:4] != "this":
        return None  # "in the past year": a period
    if which == "" and not (the and edge):
        return None
    step = _STEPS[which] if which in _STEPS else step_of(which)
    return Expression(match.start(), match.end(), "relative", step=step, unit=unit, base=base, edge=edge)


def _offset(text: str, match: re.Match[str]) -> Expression | None:
    """Build "two weeks ago", "three months after", "a day earlier", "two weeks' time"."""
    number = count(match["count"])
    after = normal(match["after"] or match["time"])
    sign = -1 if after in ("ago", "earlier", "before", "prior", "previously") else 1
    base = "document" if after in ("ago", "from now", "hence", "time") else "mention"
    if after in ("before", "after", "prior") and not _ALONE.match(text, match.end()):
        base = "clause"
    settled = number is not None and not match["vague"] and not match["half"]
    return Expression(
        match.start(),
        match.end(),
        "relative",
        step=sign * number if number is not None and settled else None,
        unit=UNITS[match["unit"]],
        base=base,
        edge=after,
        loose=None if settled else _loosely(match, number, sign),
    )


def _loosely(match: re.Match[str], number: int | None, sign: int) -> tuple[int, int] | None:
    """Return between which numbers of units "a few weeks", "nearly a year", "a year and a half" lie, the earlier first."""
    if number is None:
        low, high = LOOSE.get(normal(match["count"]), (0, 0))
    elif match["half"] or normal(match["vague"]).split()[0] in ("more", "over"):
        low, high = number, number + 1
    else:  # "less than", "nearly"
        low, high = number - 1, number
    if low == high:
        return None
    return (-high, -low) if sign < 0 else (low, high)


def _beside(text: str, match: re.Match[str]) -> Expression | None:
    """Build "the day before", "the week after"."""
    base = "mention" if _ALONE.match(text, match.end()) else "clause"
    step = -1 if match["after"] == "before" else 1
    return Expression(match.start(), match.end(), "relative", step=step, unit=UNITS[match["unit"]], base=base)


def _weekend(text: str, match: re.Match[str]) -> Expression | None:
    return Expression(match.start(), match.end(), "relative", unit="weekend")


def _same_day(text: str, match: re.Match[str]) -> Expression | None:
    return Expression(match.start(), match.end(), "relative", step=0, unit="day", base="mention")


def _year_end(text: str, match: re.Match[str]) -> Expression | None:
    return Expression(match.start(), match.end(), "relative", step=0, unit="year", edge="end")


def _season(text: str, match: re.Match[str]) -> Expression | None:
    step = step_of(match["which"] or match["of_which"])
    if step is None and not match["year"]:
        return None
    return Expression(
        match.start(),
        match.end(),
        "calendar" if match["year"] else "relative",
        year=number_of(match["year"]),
        step=step,
        unit=None if step is None else ("season" if match["which"] else "year"),
        edge=normal(match["season"]),
    )


def _form(name: str, pattern: str, build: Callable[[str, re.Match[str]], Expression | None]) -> Form:
    return Form(name, re.compile(pattern), build)


# "ended the day with a dinner"
_SPENT = "(?:" + "|".join(rf"(?<=\b{word}\s)" for entry in LEXICON["spent"] for word in entry["words"]) + ")"
RELATIVE_FORMS = (
    _form(
        "offset",
        rf"(?P<vague>(?:[Ll]ess|[Mm]ore|[Nn]o{S}more){S}than{S}|(?:[Nn]early|[Aa]lmost|[Oo]ver|[Uu]nder|[Bb]arely){S})?"
        rf"(?:(?:[Aa]bout|[Aa]round|[Ss]ome|[Jj]ust|[Oo]nly|[Ee]xactly){S})?(?P<count>{NUMBER})"
        rf"(?:{S}(?P<half>and{S}a{S}half))?{S}(?P<unit>{UNIT})"
        rf"(?:(?:['’]s?){S}(?P<time>time)|{S}(?P<after>ago|later|earlier|afterwards?|before|after|prior|previously|from{S}now|hence))\b(?!{S}than\b)",
        _offset,
    ),
    _form(
        "day_word",
        rf"(?:(?P<edge>[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly){S})?(?P<word>{DAY_WORD})(?:{S}{PART})?"
        rf"(?:,{S}(?P<weekday>{WEEKDAY}))?",
        _day_word,
    ),
    _form("beside", rf"[Tt]he{S}(?P<unit>day|week|month|year|evening|night){S}(?P<after>before|after)\b", _beside),
    _form("weekend", rf"(?:(?<=\b[Oo]ver\s)|(?<=\b[Aa]t\s)|(?<=\b[Dd]uring\s))the{S}weekend\b", _weekend),
    _form("same_day", rf"{_SPENT}the{S}day\b(?!{S}(?:of|before|after|when|that)\b)", _same_day),
    _form("year_end", rf"(?:the{S}|this{S})?year(?:[- ]|['’]s{S})end\b|(?<=\bwithin\s)the{S}year\b", _year_end),
    _form(
        "unit",
        rf"{EDGED}(?:(?P<the>[Tt]he(?:{S}very)?|[Tt]his(?={S}(?:past|coming)\b)){S})?(?:(?P<which>{WHICH}|[Ss]ame|[Tt]hat|preceding){S})?"
        rf"(?P<unit>{UNIT})(?<!s)",
        _unit,
    ),
)
WEEKDAY_FORMS = (
    _form(
        "weekday",
        rf"{EDGED}(?:(?P<which>(?:[Tt]his{S}(?:past|coming)|[Ll]ast|[Nn]ext|[Tt]his|[Tt]he{S}(?:previous|following))\b){S})?"
        rf"(?P<weekday>{WEEKDAY})(?:{JOIN}(?P<end_weekday>{WEEKDAY}))?(?:{S}{PART})?"
        rf"(?:{S}(?:of{S})?(?P<week>last|next|this){S}week\b)?",
        _weekday,
    ),
)
SEASON_FORMS = (
    _form(
        "season",
        rf"{EDGED}(?:[Tt]he{S})?(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext){S})?(?P<season>{SEASON})"
        rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR})|{S}(?:of{S})?(?P<of_which>last|this|next){S}year\b)?",
        _season,
    ),
)
