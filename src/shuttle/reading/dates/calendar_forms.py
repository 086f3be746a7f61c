"""Forms that name parts of a calendar date: "January 13-14", "2 July 2024", "last August", "the 16th", "in 2018"."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Callable
from dataclasses import replace

from shuttle.reading.dates.forms import (
    EDGED,
    JOIN,
    OF_WHICH_YEAR,
    RANGE,
    Expression,
    Form,
    base_of,
    month_of,
    number_of,
    step_of,
    weekday_of,
)
from shuttle.reading.dates.words import (
    DASH,
    DAY,
    DAY_WORD,
    EDGE,
    MONTH,
    PART,
    PLAIN_MONTH,
    RISKY_MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    WHICH,
    YEAR,
    normal,
)
from shuttle.reading.dates.words import SPACE as S

__all__ = ["CALENDAR_FORMS", "DAY_FORMS", "MONTH_FORMS", "ORDINAL_FORMS", "YEAR_FORMS"]


@functools.lru_cache(maxsize=4096)
def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    return 1 <= month <= 12 and (day is None or 1 <= day <= calendar.monthrange(year or 2024, month)[1])


def _checked(expression: Expression) -> Expression | None:
    """Return the expression if the days it names exist."""
    last = (expression.end_year or expression.year, expression.end_month or expression.month, expression.end_day)
    if not _exists(expression.year, expression.month, expression.day) or not _exists(*last):
        return None
    return expression


# --- a day, with what may stand before it: "yesterday (Jan. 13)", "Tuesday, 28 October", "the next day, May 8" ---

_DAY_BESIDE = rf"(?:[Tt]he{S})?(?:[Ff]ollowing|[Nn]ext|[Ss]ame|[Pp]revious){S}(?:day|morning|evening)"
_LEAD = (
    rf"(?:(?:(?:{WHICH}{S})?(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY})(?:{S}{PART})?(?:,{S}|[^\S\n]|{S}?\()"
    rf"|(?:{DAY_WORD}(?:{S}{PART})?|{_DAY_BESIDE})(?:,{S}|{S}?\())(?:on{S})?)?(?:(?P<between>[Bb]etween){S})?"
)
_BRACKETED = rf"(?:{S}?\((?P<bracketed>{WEEKDAY}|{SHORT_WEEKDAY})\))?"
_OF_YEAR = rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR})|{OF_WHICH_YEAR})"
_FIRST_YEAR = rf"(?:,?{S}(?P<first_year>{YEAR}))?"
_MORE_DAYS = rf"(?:,{S}{DAY}){{0,3}},?{JOIN}"

_MONTH_DAY = (
    rf"{_LEAD}(?P<month>{MONTH}){S}?(?:the{S})?(?P<day>{DAY}){_BRACKETED}{_FIRST_YEAR}"
    rf"(?:{_MORE_DAYS}(?:(?P<end_month>{MONTH}){S})?(?P<end_day>{DAY}))?{_OF_YEAR}?"
)
_DAY_MONTH = (
    rf"{_LEAD}(?:[Tt]he{S})?(?P<day>{DAY})(?:{_MORE_DAYS}(?:the{S})?(?P<end_day>{DAY}))?{S}?(?:of{S})?"
    rf"(?P<month>{MONTH}){_OF_YEAR}?{_BRACKETED}"
)
_DAY_MONTH_RANGE = (
    rf"{_LEAD}(?P<day>{DAY}){S}(?:of{S})?(?P<month>{MONTH}){_FIRST_YEAR}{JOIN}"
    rf"(?:the{S})?(?P<end_day>{DAY}){S}(?:of{S})?(?P<end_month>{MONTH}){_OF_YEAR}?"
)


def _day(text: str, match: re.Match[str]) -> Expression | None:
    part = match.groupdict()
    end, words = match.end(), match.group()
    if words.count("(") > words.count(")") and text[end : end + 1] == ")":
        end += 1
    year = number_of(part.get("year"))
    first_year = number_of(part.get("first_year")) or year
    step = step_of(part.get("which"))
    first = Expression(
        match.start(),
        end,
        "calendar",
        year=first_year,
        month=month_of(part["month"]),
        day=number_of(part["day"]),
        weekday=weekday_of(part.get("weekday") or part.get("bracketed")),
        step=step,
        unit=None if step is None else "year",
        base=base_of(part.get("which")),
    )
    last_day, last_month = number_of(part.get("end_day")), month_of(part.get("end_month"))
    if last_day is None or first.month is None or first.day is None:
        return _checked(first)
    single = part.get("join") in ("and", "&") and not part.get("between")
    if (single and (last_month is not None or _apart(match))) or (last_month is None and last_day <= first.day):
        # Two days, not a range: the first is ours, the next will be read by itself.
        return _checked(replace(first, end=_end_of_first(match)))
    if last_month is not None and last_month < first.month and year is not None and not part.get("first_year"):
        first = replace(first, year=year - 1)
    return _checked(replace(first, end_day=last_day, end_month=last_month or first.month, end_year=year))


def _end_of_first(match: re.Match[str]) -> int:
    """Return where the first of two days ends, its own year included; "3 and 17 May" cannot be cut."""
    last = match.start("end_day")
    if match.start("month") > last:
        return match.end()
    return max(match.end(name) for name in match.re.groupindex if name in ("month", "day", "first_year"))


def _apart(match: re.Match[str]) -> bool:
    """Return whether "3 and 17" names two single days, not a stay."""
    days = [int(number) for number in re.findall(r"\d+", match.string[match.start("day") : match.end("end_day")])]
    return days[-1] - days[-2] > 2


def _iso(text: str, match: re.Match[str]) -> Expression | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return _checked(Expression(match.start(), match.end(), "calendar", year=year, month=month, day=day))


def _numeric(text: str, match: re.Match[str]) -> Expression | None:
    """Build "28/10/2025", day first unless that cannot be; of two digits the year is 1970 to 2069."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if month > 12:
        day, month = month, day
    if year < 100:
        year += 1900 if year >= 70 else 2000
    return _checked(Expression(match.start(), match.end(), "calendar", year=year, month=month, day=day))


_AFTER_ORDINAL = (
    rf"(?={S}?(?:$|[.,;:)(\]”\"’'—–]|(?:in|at|and|to|when|as|where|with|for|that|but|by|during|after|before|local|he|she|they|it|"
    r"the|President|Prime|Minister|was|were|is|will|would|while|from|afternoon|morning|evening|on|or|a)\b))"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_BEFORE_ORDINAL = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word}\s)"
        for word in ("on", "On", "from", "until", "by", "since", "through", "of", "before", "after", "to")
    )
    + ")"
)
_OF_MONTH = rf"(?:{S}of{S}(?P<which>last|this|next){S}month)?"


def _ordinal(text: str, match: re.Match[str]) -> Expression | None:
    first, last = number_of(match["day"]), number_of(match["end_day"])
    if first is None or not 1 <= first <= 31 or (last is not None and not first < last <= 31):
        return None
    step = step_of(match["which"])
    return Expression(match.start(), match.end(), "ordinal", day=first, end_day=last, step=step)


def _form(name: str, pattern: str, build: Callable[[str, re.Match[str]], Expression | None]) -> Form:
    return Form(name, re.compile(pattern), build)


CALENDAR_FORMS = (
    _form(
        "iso",
        r"(?<![/.-])(?P<year>(?:1[89]|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[12]\d|3[01]|0?[1-9])"
        r"(?!\d|[-/.]\d)",
        _iso,
    ),
    _form("slashes", r"(?<![/.,-])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])", _numeric),
    _form("stops", r"(?<![/.,-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)", _numeric),
)
DAY_FORMS = (
    _form("day_month_range", _DAY_MONTH_RANGE, _day),
    _form("month_day", _MONTH_DAY, _day),
    _form("day_month", _DAY_MONTH, _day),
)
ORDINAL_FORMS = (
    _form(
        "ordinal",
        rf"{_BEFORE_ORDINAL}the{S}(?P<day>{_NTH})(?:{RANGE}(?:the{S})?(?P<end_day>{_NTH}))?{_OF_MONTH}{_AFTER_ORDINAL}",
        _ordinal,
    ),
    _form(
        "ordinals",
        rf"[Tt]he{S}(?P<day>{_NTH})(?:{S}?{DASH}{S}?|{S}and{S})(?:the{S})?(?P<end_day>{_NTH}){_OF_MONTH}{_AFTER_ORDINAL}",
        _ordinal,
    ),
)


# --- a month: "in early February", "July last year", "last August" ---

_RISKY_AFTER = (
    "in", "In", "since", "Since", "until", "till", "through", "during", "by", "from", "of", "before", "after",
    "between", "the", "The", "this", "his", "her", "their", "its", "a",
)  # fmt: skip
_BEFORE_RISKY = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _RISKY_AFTER) + r"|(?<=['’]s\s))"
# "the March on Washington", "April Ryan" and "May's speech" are no months.
_AFTER_RISKY = rf"(?!['’]s\b|{S}(?:on|for|to|of){S}[A-Z]|[-–]\w)"
_BY_SURNAME = re.compile(r"\b(?:Theresa|Mrs|Mrs\.|Minister|PM|Ms|Ms\.) May\b")


@functools.lru_cache(maxsize=4)
def _knows_a_may(text: str) -> bool:
    """Return whether somebody called May occurs: then "by May" is no month."""
    return _BY_SURNAME.search(text) is not None


def _month(text: str, match: re.Match[str]) -> Expression | None:
    part = match.groupdict()
    step = step_of(part.get("which"))
    year, end_month = number_of(part.get("year")), month_of(part.get("end_month"))
    bare = year is None and step is None and not part.get("edge")
    if (
        bare
        and part["month"] == "May"
        and _knows_a_may(text)
        and text[max(0, match.start() - 3) : match.start()] not in ("in ", "In ")
    ):
        return None
    return Expression(
        match.start(),
        match.end(),
        "calendar",
        year=year,
        month=month_of(part["month"]),
        end_month=end_month,
        end_year=year if end_month else None,
        step=step,
        unit=None if step is None else ("year" if part.get("of_year") else "month"),
        base=base_of(part.get("which") if part.get("of_year") else None),
        edge=normal(part.get("edge") or ""),
    )


_NAMED_WHICH = rf"(?P<which>(?:[Tt]his{S}(?:past|coming)|[Ll]ast|[Nn]ext|[Tt]his|[Tt]he{S}previous)\b)"
MONTH_FORMS = (
    _form(
        "month_year",
        rf"{EDGED}(?P<month>{MONTH})(?:{RANGE}(?P<end_month>{MONTH}))?(?:,?{S}(?:of{S})?(?P<year>{YEAR})"
        rf"|(?P<of_year>{OF_WHICH_YEAR}))",
        _month,
    ),
    _form(
        "month_which",
        rf"{EDGED}{_NAMED_WHICH}{S}(?:(?:early|late|mid){S})?(?P<month>{PLAIN_MONTH}|{RISKY_MONTH})",
        _month,
    ),
    _form("month_edge", rf"(?P<edge>{EDGE})(?:{S}|(?<=-))(?:in{S})?(?P<month>{PLAIN_MONTH}|{RISKY_MONTH})", _month),
    _form(
        "months",
        rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Ff]rom\s)|(?<=\b[Bb]etween\s))(?P<month>{PLAIN_MONTH}|{RISKY_MONTH}){RANGE}"
        rf"(?P<end_month>{PLAIN_MONTH}|{RISKY_MONTH})",
        _month,
    ),
    _form("month", rf"(?P<month>{PLAIN_MONTH}|{_BEFORE_RISKY}{RISKY_MONTH}{_AFTER_RISKY})", _month),
)


# --- a year, years that are no date ---

_UNIT_BEHIND = re.compile(rf"{S}(?:[a-z]+s\b|km|kg|people|men|women|children|percent|per{S}cent|GMT|UTC)\b")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|through|by|from|of|during|before|after|around|to|and|year|early|late|mid|for|the|"
    r"between|circa)\s|\()$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:No|Nos|Resolution|UNSCR|Article|page|pp?|Room|Regulation|Directive|Flight)\.?\s?$|[-–/.:,\d]$|\d\s$",
    re.IGNORECASE,
)


def _year(text: str, match: re.Match[str]) -> Expression | None:
    before = text[max(0, match.start() - 12) : match.start()]
    if _NUMBERED.search(before):
        return None
    # Alone it is a number: "2000 soldiers". A noun in the singular leaves it a year: "2024 summit".
    alone = int(match["year"]) % 50 == 0 and not match["end_year"] and not _YEAR_BEFORE.search(before)
    if alone and _UNIT_BEHIND.match(text, match.end(), match.end() + 30):
        return None
    year, last = int(match["year"]), match["end_year"]
    if last is None:
        return Expression(match.start(), match.end(), "calendar", year=year, edge=normal(match["edge"] or ""))
    end_year = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
    if not year < end_year <= year + 100:
        return None
    return Expression(match.start(), match.end(), "period", year=year, end_year=end_year)


def _period(text: str, match: re.Match[str]) -> Expression | None:
    year = int(match["year"])
    year = year if year > 99 else 2000 + year
    last = year + 9 if match.re.pattern.endswith("s\\b") else None
    return Expression(match.start(), match.end(), "period", year=year, end_year=last)


YEAR_FORMS = (
    _form("decade", rf"(?:[Tt]he{S})?(?:{EDGE}{S})?(?P<year>(?:1[6-9]|20)\d0)['’]?s\b", _period),
    _form(
        "fiscal",
        rf"(?:(?:[Ff]iscal(?:{S}year)?|[Ff]inancial{S}year){S}|FY{S}?)(?P<year>(?:20|19)?\d\d)(?:[-/]\d\d)?\b",
        _period,
    ),
    _form(
        "year",
        rf"{EDGED}(?P<year>(?:1[7-9]|20)\d\d)"
        rf"(?:(?:{S}?{DASH}{S}?|{S}(?:to|and){S})(?P<end_year>(?:1[7-9]|20)\d\d|(?<=[-–])\d\d)(?!\d))?"
        r"(?!\w|[.,:/]\d|[-–]\d|[^\S\n]?%)",
        _year,
    ),
)
