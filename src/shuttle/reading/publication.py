"""Find the day a document was published: where its text states it, or by what it says of the world.

In:   a text, or its page read without a date.
Out:  a date, or None; an inferred one with its reason in words.

A year that the text does not give follows from the office-holders it names (each held the office
only in some years), from forums it places in a country and a month, and from anniversaries.
Where more than one year fits, or none, nothing is inferred.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from shuttle.lexicons.countries import country_name
from shuttle.lexicons.forums import Forum
from shuttle.lexicons.loading import load_table
from shuttle.lexicons.tenures import Tenure
from shuttle.reading.alternation import one_of
from shuttle.reading.cast import Member, tenures_of
from shuttle.reading.dates import DateMention, find_dateline
from shuttle.reading.page import Page

__all__ = ["Inferred", "date_in_text", "infer_date"]

_YEARS = range(1990, 2036)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Inferred:
    """A date with the reason it was inferred, as a sentence for the user."""

    date: str
    reason: str


def date_in_text(text: str) -> str | None:
    """Return the day that a dateline or a date line of the text gives."""
    found = find_dateline(text)
    return found.value if found else None


def infer_date(page: Page) -> Inferred | None:
    """Return the date of a page, as precise as it can be told, or None if more than one year fits."""
    anchor = _anchor(page)
    if anchor is None:
        return None
    month, day, words = anchor
    weekday = next((word for word in _WEEKDAYS if word in words.lower()), None)
    leaders = [(m, rows) for m in page.cast if (rows := _rows_of(m))]
    if not leaders:
        return None
    fitting: list[int] = []
    used: dict[int, list[tuple[Member, Tenure]]] = {}
    for year in _YEARS:
        on = f"{year}-{month:02}" + (f"-{day:02}" if day else "")
        if day and not _exists(year, month, day):
            continue
        if day and weekday and _WEEKDAYS[dt.date(year, month, day).weekday()] != weekday:
            continue
        holders: list[tuple[Member, Tenure]] = []
        for member, rows in leaders:
            row = next((row for row in rows if row.held_on(on)), None)
            if row is not None:
                holders.append((member, row))
        used[year] = holders
    # Of three or more one may be a predecessor whom the text does not call former.
    most = max(map(len, used.values()), default=0)
    if most >= len(leaders) - (len(leaders) > 2):
        fitting = [year for year, holders in used.items() if len(holders) == most]
    reasons: list[str] = []
    years = fitting
    for check in (_by_forum, _by_anniversary, _by_years_named):
        if not years:
            return None
        years, reason = check(page, years, month)
        if reason:
            reasons.append(reason)
    if len(years) != 1:
        return None
    year = years[0]
    terms = [
        f"{row.name} was {row.title} of {country_name(row.country)} from {row.start}"
        + (f" to {row.end}" if row.end else "")
        for _, row in used[year][:3]
    ]
    date = f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    return Inferred(date, f"{words!r} falls in {year}: " + "; ".join([*terms, *reasons]) + ".")


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _rows_of(member: Member) -> list[Tenure]:
    if member.name is None or member.former or member.level not in ("leaders", "ministers"):
        return []
    rows = tenures_of(member.name, member.office, member.country, None)
    return rows if len({row.name for row in rows}) == 1 else []


# "TOKYO, Dec. 6 (Wire) --": whatever tense follows, a dateline is no day to come.
_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:--|\u2014|\u2013)\s")


def _anchor(page: Page) -> tuple[int, int | None, str] | None:
    """Return month and day of the latest day within three of the first that the text names as past or present."""
    found: list[DateMention] = [
        d
        for d in page.dates
        if d.kind == "calendar"
        and d.role == "event"
        and d.month
        and d.year is None
        and (not d.future or _DATELINE_END.match(page.text, d.end))
    ]
    days = [d for d in found if d.day]
    if not days:
        return None
    # What a text is about stands at its head; other days are those it looks back on.
    first = days[0]
    # "On the 14th" goes on in the month named before.
    days += [d for d in page.dates if d.kind == "day-of-month" and d.role == "event" and not d.future and d.day]
    near = [
        d for d in days if d.month in (first.month, None) and abs((d.day or 0) - (first.end_day or first.day or 0)) <= 3
    ]
    best = max(near, key=lambda d: d.end_day or d.day or 0)
    assert first.month is not None  # noqa: S101
    return first.month, best.end_day or best.day, " ".join(page.text[best.start : best.end].split())


def _by_forum(page: Page, years: list[int], month: int) -> tuple[list[int], str | None]:
    """Keep the years in which a forum met where and when the text says."""
    for line in page.lines:
        forums = [m.forum for m in line.mentions if m.forum]
        dates = [m.date for m in line.mentions if m.date and m.date.month and m.date.year is None]
        if not forums or not dates:
            continue
        lands = {c for m in line.mentions for c in (m.countries if m.kind == "country" else ())}
        lands |= {m.place.country for m in line.mentions if m.place}
        for forum in forums:
            for date in dates:
                kept = [year for year in years if _edition(forum, year, month, date, page, lands) is not None]
                if kept and len(kept) < len(years):
                    edition = _edition(forum, kept[0], month, date, page, lands)
                    where = f" in {country_name(edition[1])}" if edition and edition[1] else ""
                    assert date.month is not None  # noqa: S101
                    when = f"{_MONTHS[date.month - 1]} {edition[0]}" if edition else ""
                    return kept, f"{forum.name} met{where} in {when}"
    return years, None


def _edition(
    forum: Forum, year: int, month: int, date: DateMention, page: Page, lands: Iterable[str]
) -> tuple[int, str | None] | None:
    words = page.lowered[date.start : date.end]
    assert date.month is not None  # noqa: S101
    at = year - 1 if "last year" in words or (date.month > month and not date.future) else year
    for edition in forum.editions:
        if edition.year != at and (edition.start or "")[:4] != str(at):
            continue
        if (
            edition.start
            and len(edition.start) >= 7
            and int(edition.start[5:7]) != date.month
            and (not edition.end or int(edition.end[5:7]) != date.month)
        ):
            continue
        lands = set(lands)
        if lands and edition.country and edition.country not in lands:
            continue
        return at, edition.country
    return None


@functools.cache
def _anniversaries() -> list[tuple[re.Pattern[str], frozenset[str], int, str]]:
    found = []
    for entry in load_table("world/anniversaries.toml")["anniversary"]:
        words = one_of(word.lower() for word in entry["words"])
        pattern = re.compile(
            rf"(?P<number>\d{{1,3}})(?:st|nd|rd|th) anniversary of (?:the )?(?:[a-z-]+ ){{0,3}}?(?:{words})"
        )
        found.append((pattern, frozenset(entry["countries"]), int(str(entry["date"])[:4]), entry["event"]))
    return found


def _by_anniversary(page: Page, years: list[int], month: int) -> tuple[list[int], str | None]:
    """Keep the years within one of an anniversary that the text marks."""
    lands = {m.country for m in page.cast if m.country}
    for pattern, countries, since, event in _anniversaries():
        if not countries <= lands:
            continue
        match = pattern.search(page.lowered)
        if match:
            marked = since + int(match["number"])
            kept = [year for year in years if year == marked] if len(years) > 1 else years
            kept = kept or [year for year in years if abs(year - marked) <= 1]
            if kept:
                return kept, f"the {match['number']}th anniversary of {event} ({since}) was in {marked}"
    return years, None


def _by_years_named(page: Page, years: list[int], month: int) -> tuple[list[int], str | None]:
    """Keep the years not before the latest year that the text names as past, and not long after it."""
    named = [d.year for d in page.dates if d.year and d.role in ("event", "since") and not d.future]
    if not named or len(years) < 2:
        return years, None
    latest = max(named)
    kept = [year for year in years if latest <= year <= latest + 1]
    return (kept, f"the latest year the text names is {latest}") if kept else (years, None)
