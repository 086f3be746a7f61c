"""The words of `lexicons/en/dates.toml`, as look-up tables and as pieces of regular expressions.

Everything here is built once, when the package is imported. A piece is a string that stands for one
word of the grammar ("a month", "a day of the month"); it holds no capturing group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from shuttle.lexicons.loading import load_table

__all__ = [
    "DASH",
    "DAY",
    "DAY_NAMES",
    "DAY_SHIFTS",
    "DAY_WORD",
    "EDGE",
    "JUST_NOW",
    "LEXICON",
    "LOOSE",
    "MONTH",
    "MONTHS",
    "NEVER",
    "NUMBER",
    "NUMBERS",
    "PART",
    "PLAIN_MONTH",
    "RISKY_MONTH",
    "SEASON",
    "SHORT_WEEKDAY",
    "SPACE",
    "UNDER_WAY",
    "UNIT",
    "UNITS",
    "WEEKDAY",
    "WEEKDAYS",
    "WHICH",
    "WHICHES",
    "YEAR",
    "YEAR_NAMES",
    "count",
    "either",
    "normal",
    "skipping",
]

LEXICON: dict[str, Any] = load_table("en/dates.toml")

# White space inside an expression: a few blanks, or the line break of a wrapped text. Bounded, so that
# no text can make it slow.
SPACE = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,2}|\n[^\S\n]{0,3})"
DASH = r"[-–—‐‑−]"


def normal(words: str) -> str:
    """Return ``words`` in lower case with single blanks, as the tables have them.

    >>> normal("This\\n Morning")
    'this morning'
    """
    return " ".join(words.lower().split())


def either(words: Iterable[str], *, capital: bool = True) -> str:
    """Return a pattern that matches any of ``words``, the longest first, with or without a capital.

    >>> either(["today"])
    '(?:[Tt](?:oday))'
    """
    # By first letter, so that a word of the text is compared with few of ours.
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        first = word[0]
        head = (
            f"[{first.upper()}{first}]" if capital and first.islower() else "['’]" if first == "'" else re.escape(first)
        )
        rest = SPACE.join(re.escape(piece) for piece in word[1:].split(" "))
        by_first.setdefault(head, []).append(rest.replace("'", "['’]"))
    return "(?:" + "|".join(f"{head}(?:{'|'.join(rests)})" for head, rests in by_first.items()) + ")"


def skipping(rests: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern that begins with one of a set of characters, so that `re` skips to the next of them.

    Args:
        rests: for the characters that may come first, written as in a set, what must follow them.

    >>> skipping({"Mm": "inutes?", "Hh": "ours?"}).findall("48 hours and 5 minutes")
    ['hours', 'minutes']
    """
    behind = "|".join(rf"(?<=[{first}]){rest}" for first, rest in rests.items())
    return re.compile(rf"[{''.join(rests)}](?:{behind})")


def _entries(kind: str, value: str) -> dict[str, Any]:
    return {word.lower(): entry.get(value) for entry in LEXICON[kind] for word in entry["words"]}


def _words(kind: str) -> list[str]:
    return [word for entry in LEXICON[kind] for word in entry["words"]]


def _named(kind: str) -> dict[str, int]:
    return {word.lower(): entry["number"] for entry in LEXICON[kind] for word in (entry["name"], *entry["short"])}


MONTHS: dict[str, int] = _named("month")
WEEKDAYS: dict[str, int] = _named("weekday")
NUMBERS: dict[str, int | None] = _entries("number", "value")
# What a vague number can be, the least and the most.
LOOSE: dict[str, tuple[int, int]] = {
    word.lower(): (entry["least"], entry["most"])
    for entry in LEXICON["number"]
    if "least" in entry
    for word in entry["words"]
}
DAY_SHIFTS: dict[str, int] = _entries("day", "shift")
UNITS: dict[str, str] = _entries("unit", "unit")
WHICHES: dict[str, int] = _entries("which", "step")


def _spelt(entries: Iterable[dict[str, Any]]) -> str:
    """Return names in full and in capitals, and short forms with or without a full stop."""
    full = [name for entry in entries for name in (entry["name"], entry["name"].upper())]
    short = [f"{name}\\.?" for entry in entries for word in entry["short"] for name in (word, word.upper())]
    return "(?:" + "|".join([*full, *sorted(short, key=len, reverse=True)]) + r")(?![^\W_])"


_TENS = [word for word, value in NUMBERS.items() if value is not None and value >= 20]
_ONES = [
    word for word, value in NUMBERS.items() if value is not None and value < 10 and " " not in word and len(word) > 2
]


def count(words: str) -> int | None:
    """Return the number that ``words`` say, in figures or letters; None for "several".

    >>> count("25"), count("twenty-five"), count("a few")
    (25, 25, None)
    """
    plain = normal(words)
    if plain.isdigit():
        return int(plain)
    tens, _, ones = plain.partition("-")
    if not ones:
        return NUMBERS[plain]
    return (NUMBERS[tens] or 0) + (NUMBERS[ones] or 0)


_MONTH_ENTRIES: list[dict[str, Any]] = LEXICON["month"]
MONTH = _spelt(_MONTH_ENTRIES)
PLAIN_MONTH = "(?:" + "|".join(entry["name"] for entry in _MONTH_ENTRIES if not entry.get("risky")) + r")\b"
RISKY_MONTH = "(?:" + "|".join(entry["name"] for entry in _MONTH_ENTRIES if entry.get("risky")) + r")\b"
WEEKDAY = "(?:" + "|".join(entry["name"] for entry in LEXICON["weekday"]) + r")\b"
SHORT_WEEKDAY = _spelt(LEXICON["weekday"])

# "A short while ago": said on the day it speaks of; and what is so only where a text opens ("has begun").
JUST_NOW = re.compile(rf"\b{either(w for entry in LEXICON['now'] if not entry.get('lead') for w in entry['words'])}\b")
UNDER_WAY = re.compile(rf"\b{either(w for entry in LEXICON['now'] if entry.get('lead') for w in entry['words'])}\b")

# A day of the month is no number of things: "March 20 percent", "May 15,000".
DAY = (
    r"(?:[12]\d|3[01]|0?[1-9])(?:(?:st|nd|rd|th)\b|<sup>(?:st|nd|rd|th)</sup>|(?![\dA-Za-z]))"
    r"(?!,\d{3}(?!\d)|[.:]\d|[^\S\n]?%|[^\S\n](?:per\s?cent|percent|million|billion|trillion|people|countries|nations)\b)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\dA-Za-z]|[.,]\d|[^\S\n]?%)"
NUMBER = rf"(?:{either(_TENS)}-{either(_ONES)}\b|{either(NUMBERS)}\b|\d{{1,3}}(?![\d.,:]))"
DAY_WORD = either(DAY_SHIFTS) + r"\b"
PART = either(_words("part"), capital=False) + r"\b"
UNIT = either(UNITS, capital=False) + r"\b"
WHICH = either(WHICHES) + r"\b"
SEASON = either(_words("season")) + r"\b"
EDGE = either(_words("edge"))
NEVER = re.compile(either(_words("never"), capital=False) + r"\b")


def _names(entries: Iterable[dict[str, Any]]) -> re.Pattern[str]:
    words = either((word for entry in entries for word in entry["words"]), capital=False)
    return re.compile(rf"[ \n]{{1,2}}(?:\w+ )?{words}\b")


# What makes a name of the date before it: of any date, and of a year alone.
DAY_NAMES = _names(entry for entry in LEXICON["event"] if not entry.get("years_only"))
YEAR_NAMES = _names(LEXICON["event"])
