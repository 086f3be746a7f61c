"""Times of day and lengths of less than a day.

In:   a text.
Out:  ClockTimes ("2:00 PM" is 14:00, local to the event) and Durations ("an hour and a half" is 90
      minutes), in order. A day or more is no Duration, nor is "an hour later", "100 km an hour".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shuttle.reading.dates.words import DASH, LEXICON, NUMBER, count, either, skipping
from shuttle.reading.dates.words import SPACE as S

__all__ = ["ClockTime", "Duration", "find_clock"]


@dataclass(slots=True)
class ClockTime:
    """Characters [start, end) (half-open, code points) name a time of day; nobody changes one.

    Attributes:
        value: ``14:00``, of 24 hours, local to the event.
        end_time: where the words give a range ("10:07 to 10:40 a.m."), its end; else None.
    """

    start: int
    end: int
    value: str
    end_time: str | None


@dataclass(slots=True)
class Duration:
    """Characters [start, end) (half-open, code points) name a length of ``minutes`` minutes, less than a day; nobody changes one."""

    start: int
    end: int
    minutes: int


_NAMED_TIMES: dict[str, str] = {word: entry["value"] for entry in LEXICON["clock"] for word in entry["words"]}
_UNIT_MINUTES: dict[str, int] = {word: entry["minutes"] for entry in LEXICON["length"] for word in entry["words"]}

_HALF_DAY = r"(?:[AaPp]\.[Mm]\.|[AaPp][Mm](?!\w)|[AaPp]\.[Mm](?!\w))"
_MINUTE = r"[0-5]\d(?!\d)"
_TO = rf"(?:{S}?{DASH}{S}?|{S}(?:to|until|till|and){S})"
_TIME = re.compile(
    rf"(?<![\w:.,/$€£-])(?:"
    rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>{_MINUTE}))?(?:{S}?(?P<half>{_HALF_DAY}))?"
    rf"{_TO}(?P<end_hour>1[0-2]|0?[1-9])(?:[:.](?P<end_minute>{_MINUTE}))?{S}?(?P<end_half>{_HALF_DAY})"
    rf"|(?P<hour1>1[0-2]|0?[1-9])(?:[:.](?P<minute1>{_MINUTE}))?{S}?(?P<half1>{_HALF_DAY})"
    rf"|(?P<hour2>[01]\d|2[0-3]|(?<=\b[Aa]t\s)\d|(?<=\b[Ff]rom\s)\d|(?<=\buntil\s)\d):(?P<minute2>{_MINUTE})(?!:|\.\d)(?:{_TO}(?P<end_hour2>[01]?\d|2[0-3]):(?P<end_minute2>{_MINUTE}))?"
    rf")|\b(?P<named>{either(_NAMED_TIMES)})\b"
)
# What every time of day holds: digits beside a colon or a half of the day, or a name.
_TIME_CUE = skipping(
    {"0-9": r"(?::[0-5]\d|[ \xa0\n]{0,2}[AaPp]\.?[Mm]\b)"}
    | {
        rf"{head.upper()}{head}": either({word[1:] for word in _NAMED_TIMES if word[0] == head}, capital=False) + r"\b"
        for head in sorted({word[0] for word in _NAMED_TIMES})
    }
)

_COUNT = rf"(?:\d{{1,3}}\.\d(?!\d)|{NUMBER})"
_LENGTH_UNIT = either(_UNIT_MINUTES)
_MINUTES = either(word for word, minutes in _UNIT_MINUTES.items() if minutes == 1)
_JOINED = rf"(?:{S}|{DASH})"
_LENGTH = re.compile(
    rf"(?<![\w.,$€£:-])(?:"
    rf"(?P<quarters>[Tt]hree{_JOINED}quarters|[Aa]{S}quarter){S}of{S}an{S}hour"
    rf"|(?:[Aa]{S})?(?P<half>[Hh]alf{_JOINED}(?:an{S}|a{S})?[Hh]our)s?\b"
    rf"|(?P<count>{_COUNT})(?P<and_half>{_JOINED}and{_JOINED}a{_JOINED}half)?{_JOINED}(?P<unit>{_LENGTH_UNIT})\b"
    rf"(?P<half_after>{S}and{S}a{S}half)?(?:(?:,?{S}(?:and{S})?)(?P<more>{_COUNT}){S}{_MINUTES}\b)?"
    rf"|(?P<long>[Hh]our){DASH}long\b"
    rf")(?:{DASH}long\b)?"
)
_LENGTH_CUE = skipping({"Mm": r"in(?:ute)?s?\b", "Hh": r"(?:our|r)s?\b"})
# "two hours ago" says when, "100 km an hour" how fast, "two hours from Tehran" how far.
_NO_LENGTH_BEHIND = re.compile(
    rf"{S}(?:ago|later|earlier|before|after|away|behind|ahead|prior|from{S}(?:now|[A-Z]\w*))\b"
)
_RATE_BEFORE = re.compile(r"(?:\bper|\bevery|\b(?:km|kilomet(?:er|re)s|miles|mph|dollars|cents|times|knots|\$\d+))\s$")


def find_clock(text: str) -> tuple[tuple[ClockTime, ...], tuple[Duration, ...]]:
    """Return the times of day and the lengths that ``text`` mentions.

    >>> find_clock("They met for 90 minutes from 2 p.m.")
    ((ClockTime(start=29, end=35, value='14:00', end_time=None),), (Duration(start=13, end=23, minutes=90),))
    """
    return tuple(_times(text)), tuple(_lengths(text))


def _windows(
    text: str, cue: re.Pattern[str], pattern: re.Pattern[str], before: int, behind: int
) -> list[re.Match[str]]:
    """Return the matches of ``pattern`` that hold a cue, in order and without overlap."""
    found: list[re.Match[str]] = []
    free = 0
    for hint in cue.finditer(text):
        if hint.start() < free:
            continue
        match = pattern.search(text, max(free, hint.start() - before), min(len(text), hint.end() + behind))
        if match is not None and match.start() < hint.end():
            found.append(match)
            free = match.end()
    return found


def _times(text: str) -> list[ClockTime]:
    found = []
    for match in _windows(text, _TIME_CUE, _TIME, 24, 40):
        part = match.groupdict()
        last: str | None = None
        if part["named"]:
            value = _NAMED_TIMES[part["named"].lower()]
        elif part["hour2"]:
            value = _clock(part["hour2"], part["minute2"], None)
            if part["end_hour2"]:
                last = _clock(part["end_hour2"], part["end_minute2"], None)
        elif part["hour1"]:
            value = _clock(part["hour1"], part["minute1"], part["half1"])
        else:
            last = _clock(part["end_hour"], part["end_minute"], part["end_half"])
            value = _clock(part["hour"], part["minute"], part["half"] or part["end_half"])
            if part["half"] is None and value > last:
                value = _clock(part["hour"], part["minute"], "am")
        found.append(ClockTime(match.start(), match.end(), value, last))
    return found


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour)
    if half is not None:
        number = number % 12 + (12 if half[0] in "pP" else 0)
    return f"{number:02d}:{minute or '00'}"


def _lengths(text: str) -> list[Duration]:
    found = []
    for match in _windows(text, _LENGTH_CUE, _LENGTH, 40, 40):
        if _NO_LENGTH_BEHIND.match(text, match.end(), match.end() + 14):
            continue
        if _RATE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        minutes, end = _minutes(match)
        if 0 < minutes < 24 * 60:
            found.append(Duration(match.start(), end, minutes))
    return found


def _minutes(match: re.Match[str]) -> tuple[int, int]:
    """Return how long it is, and where the words for it end."""
    part, end = match.groupdict(), match.end()
    if part["quarters"]:
        return (45 if part["quarters"][0] in "tT" else 15), end
    if part["half"]:
        return 30, end
    if part["long"]:
        return 60, end
    unit = _UNIT_MINUTES[part["unit"].lower()]
    total = (_amount(part["count"]) + (0.5 if part["and_half"] or part["half_after"] else 0)) * unit
    if part["more"]:
        if unit == 1:
            end = max(match.end("unit"), match.end("half_after"))  # "110 minutes, 90 minutes": two lengths
        else:
            total += _amount(part["more"])
    return round(total), end


def _amount(words: str) -> float:
    return float(words) if words[0].isdigit() else float(count(words) or 0)
