"""How dates, people, countries and lists read in English prose.

In:   values of records.
Out:  words on one line, without control characters: what a document or a file name smuggles in
      can reach neither a terminal nor the next line.
"""

from __future__ import annotations

import calendar
import unicodedata
from collections.abc import Callable, Iterable

from shuttle.records.claims import Source
from shuttle.records.findings import Person, Place

__all__ = [
    "EFFECTS",
    "CountryName",
    "and_list",
    "capitalised",
    "clean",
    "count",
    "date_words",
    "day_words",
    "headline",
    "on_date",
    "person_words",
    "place_words",
    "publisher_words",
    "quoted",
    "shortened",
]

#: From an alpha-3 code to the name that is shown.
CountryName = Callable[[str], str]

#: What an outcome is to what had been agreed, in words.
EFFECTS = {
    "delivers": "delivered",
    "partly": "delivered in part",
    "supports": "under way",
    "contradicts": "not carried on",
}

_DROPPED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    r"""Return ``text`` on one line, control and formatting characters gone.

    >>> clean("Nara\x1b[2J\nJapan")
    'Nara[2J Japan'
    """
    if text.isprintable():
        return " ".join(text.split())
    spaced = "".join(
        " " if character in "\n\r\t\v\f\u2028\u2029" else character
        for character in text
        if character in "\n\r\t\v\f\u2028\u2029" or unicodedata.category(character) not in _DROPPED
    )
    return " ".join(spaced.split())


def day_words(date: str) -> str:
    """Return one date in words, to its own precision.

    >>> day_words("2026-01-13"), day_words("2026-01"), day_words("2026")
    ('13 January 2026', 'January 2026', '2026')
    """
    parts = date.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, calendar.month_name[int(parts[1])])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def date_words(start: str | None, end: str | None = None) -> str:
    """Return a day or an interval in words; what both ends share is said once.

    >>> date_words("2026-01-13", "2026-01-14")
    '13–14 January 2026'
    >>> date_words("2025-12-31", "2026-01-01")
    '31 December 2025 – 1 January 2026'
    >>> date_words(None)
    'date not stated'
    """
    if start is None:
        return f"until {day_words(end)}" if end else "date not stated"
    if end is None or end == start:
        return day_words(start)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{day_words(end)}"
    if len(start) == len(end) and start[:4] == end[:4] and len(start) > 4:
        return f"{day_words(start).rsplit(' ', 1)[0]} – {day_words(end)}"
    return f"{day_words(start)} – {day_words(end)}"


def on_date(start: str, end: str | None = None) -> str:
    """Return a date with its preposition.

    >>> on_date("2026-01-13"), on_date("2026-01")
    ('on 13 January 2026', 'in January 2026')
    """
    words = date_words(start, end)
    if end and end != start and "–" in words and len(start) < 10:
        return f"between {words.replace(' – ', ' and ')}"
    return f"{'on' if len(start) == 10 else 'in'} {words}"


def and_list(items: Iterable[str]) -> str:
    """Return the items as a list in a sentence.

    >>> and_list(["Korea", "Japan", "China"])
    'Korea, Japan and China'
    """
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def person_words(person: Person, country_name: CountryName) -> str:
    """Return a person with office and country, as far as they are known.

    >>> person_words(Person("Sanae Takaichi", "Prime Minister", "JPN"), lambda code: "Japan")
    'Sanae Takaichi (Prime Minister, Japan)'
    """
    country = country_name(person.country) if person.country else None
    office = ", ".join(clean(word) for word in (person.office, country) if word)
    if not person.name:
        return office or "somebody the text does not name"
    return f"{clean(person.name)} ({office})" if office else clean(person.name)


def place_words(place: Place, country_name: CountryName) -> str:
    """Return a place with its country, unless the place is the country.

    >>> place_words(Place("Nara", "JPN"), lambda code: "Japan")
    'Nara, Japan'
    """
    name = clean(place.name)
    country = country_name(place.country) if place.country else None
    return name if country is None or country in name or name in country else f"{name}, {country}"


def publisher_words(source: Source, country_name: CountryName) -> str:
    """Return who published a source, with the government they speak for unless the name says it."""
    side = country_name(source.side) if source.side else ""
    name = clean(source.name)
    # "Republic of Korea" says South Korea well enough.
    return f"{name} ({side})" if side and side.split()[-1] not in name else name


def quoted(words: str) -> str:
    """Return ``words`` in quotation marks; marks that stand inside become single ones.

    >>> quoted('a “frank” talk')
    '“a ‘frank’ talk”'
    """
    return f"“{clean(words).translate(_INNER)}”"


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: ``1 meeting``, ``2 meetings``."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def shortened(text: str, most: int) -> str:
    """Return ``text`` cut at a word before ``most`` characters, with an ellipsis if anything went."""
    text = clean(text)
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.—–-") + " …"


def headline(title: str | None, text: str) -> str:
    """Return the title of a document, or else the first line of its text that could be one."""
    if title:
        return clean(title)
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()]
    best = next((line for line in lines[:4] if len(line.split()) > 3), lines[0] if lines else "")
    return shortened(best, 140)


def capitalised(text: str) -> str:
    """Return ``text`` with its first letter as a capital and the rest as it is."""
    return text[:1].upper() + text[1:]
