"""Score the date reader on TimeML files, and time it.

The document's date is given, as in TempEval-3; only what is annotated inside <TEXT> counts. Measured:

- day-level recall: of the gold values of the form YYYY-MM-DD, the share that an overlapping mention gives (of a range
  its first or its last day). The figure that matters to Shuttle.
- value F1 over the calendar values alone (YYYY, YYYY-MM, YYYY-MM-DD), and over every timex of the file. A gold timex
  is recalled where an overlapping mention gives exactly its value; a mention is right where an overlapping timex has
  its value. Lengths, sets, weeks, quarters, hours and "now", which this reader does not give as values, are missed.
- documents a second, cutting into sentences included, on one core.

A mention that stays unresolved gives no value and is not counted as given. A dateline is left out where
`find_dateline` finds one: MEANTIME leaves its own unannotated.

Published figures: HeidelTime with TreeTagger, recognizers-text and dateparser, measured by this project on the same
files by the same rule; HeidelTime's own paper gives 77.6 on Platinum. HeidelTime reads 9 documents a second without
its tagger.
"""

from __future__ import annotations

import html
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.benchmarks.sets import Figure, PublicSet, percent

from shuttle.reading.dates import DateMention, find_dateline, find_dates
from shuttle.reading.sentences import split_sentences

__all__ = ["DATE_SETS", "Tally", "Timex", "figures", "kind_of", "read_tml", "score"]

_TAG = re.compile(r"<[^>]+>")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_CREATED = re.compile(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>')
_VALUE = re.compile(r'\bvalue="([^"]*)"')

_NO_LICENCE = "no licence stated, local use"

#: Each with the figures of others: day-level recall, value F1.
DATE_SETS: dict[PublicSet, tuple[str, str]] = {
    PublicSet("meantime", "MEANTIME, Wikinews", "qiangning/StructTempRel-EMNLP17", "CC BY 4.0", ("meantime",)): (
        "HeidelTime 80, recognizers-text 57, dateparser 54",
        "HeidelTime 62.5, recognizers-text 41.6, dateparser 34.2",
    ),
    PublicSet(
        "aquaint",
        "AQUAINT",
        "jspotter/TempEval-3, data/TBAQ-cleaned/AQUAINT",
        _NO_LICENCE,
        ("TempEval-3/data/TBAQ-cleaned/AQUAINT", "AQUAINT"),
    ): ("HeidelTime 84, recognizers-text 46, dateparser 37", "HeidelTime 73.1, recognizers-text 45.9, dateparser 31.2"),
    PublicSet(
        "timebank",
        "TimeBank",
        "jspotter/TempEval-3, data/TBAQ-cleaned/TimeBank",
        _NO_LICENCE,
        ("TempEval-3/data/TBAQ-cleaned/TimeBank", "TimeBank"),
    ): ("HeidelTime 87, recognizers-text 57, dateparser 47", "HeidelTime 79.6, recognizers-text 47.8, dateparser 24.2"),
    PublicSet(
        "platinum",
        "TempEval-3 Platinum",
        "xszhong/syntime, syntime/resources/te3-platinum/tml",
        _NO_LICENCE,
        ("syntime/syntime/resources/te3-platinum/tml", "te3-platinum"),
    ): (
        "HeidelTime 100, recognizers-text 40, dateparser 27",
        "HeidelTime 78.1 (its paper: 77.6), recognizers-text 59.7, dateparser 32.6",
    ),
}


@dataclass
class Timex:
    """One annotated expression: [start, end) of the text, and its TimeML value."""

    start: int
    end: int
    value: str


@dataclass
class Tally:
    """Counts over one folder.

    Attributes:
        gold, calendar, days: timexes; those with a calendar value; those with a day.
        recalled, calendar_recalled, days_found: how many of these are given.
        given, right: mentions with a value; those whose value an overlapping timex has.
        missed: by kind of value, timexes that are not recalled.
        misses: for a person, what was missed, and what was found beyond the gold.
    """

    documents: int = 0
    seconds: float = 0.0
    gold: int = 0
    calendar: int = 0
    days: int = 0
    recalled: int = 0
    calendar_recalled: int = 0
    days_found: int = 0
    given: int = 0
    right: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def f1(self, *, calendar_only: bool) -> tuple[float, float, float]:
        """Return precision, recall and F1 of values, in hundredths."""
        recalled, gold = (self.calendar_recalled, self.calendar) if calendar_only else (self.recalled, self.gold)
        precision, recall = percent(self.right, self.given), percent(recalled, gold)
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


def read_tml(path: Path) -> tuple[str, str | None, list[Timex]]:
    """Return the text of a TimeML file, its date and its timexes in order.

    Raises:
        ValueError: the file has no <TEXT>.
    """
    raw = path.read_text(encoding="utf-8", errors="replace")
    created = _CREATED.search(raw)
    value = _VALUE.search(created.group()) if created else None
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    pieces: list[str] = []
    timexes: list[Timex] = []
    length, position = 0, 0
    opened: list[tuple[int, str]] = []
    for tag in [*_TAG.finditer(body), None]:
        piece = html.unescape(body[position : tag.start() if tag else len(body)])
        pieces.append(piece)
        length += len(piece)
        if tag is None:
            break
        position = tag.end()
        if tag.group().startswith("<TIMEX3"):
            found = _VALUE.search(tag.group())
            opened.append((length, found.group(1) if found else ""))
        elif tag.group() == "</TIMEX3>" and opened:
            start, text = opened.pop()
            timexes.append(Timex(start, length, text))
    return "".join(pieces), value.group(1)[:10] if value else None, sorted(timexes, key=lambda timex: timex.start)


_KINDS = (
    ("day", _DAY),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("year", re.compile(r"\d{4}")),
    ("hour or part of a day", re.compile(r"\d{4}-\d\d-\d\dT.*")),
    ("week", re.compile(r"\d{4}-W.*")),
    ("season", re.compile(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("quarter or half", re.compile(r"(?:\d{4}|XXXX)-[QH].*")),
    ("length or set", re.compile(r"P.*(?<!_REF)")),
    ("now, past or future", re.compile(r"\w+_REF")),
)


def kind_of(value: str) -> str:
    """Return what kind of TimeML value this is.

    >>> [kind_of(value) for value in ("2008-W42", "P3Y", "PRESENT_REF", "2008-10-10TMO")]
    ['week', 'length or set', 'now, past or future', 'hour or part of a day']
    """
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(value)), "other")


def score(folder: Path) -> Tally:
    """Return the counts of the TimeML files in ``folder``."""
    tally = Tally()
    for path in sorted(folder.glob("*.tml")):
        if not path.name.startswith("._"):
            _count(tally, path)
    return tally


def _count(tally: Tally, path: Path) -> None:
    text, created, timexes = read_tml(path)
    began = time.process_time()
    found = find_dates(text, split_sentences(text), created)
    tally.seconds += time.process_time() - began
    tally.documents += 1
    dateline = find_dateline(text)
    given = [one for one in found if one.value and (dateline is None or one.start != dateline.start)]
    tally.gold += len(timexes)
    tally.given += len(given)
    for timex in timexes:
        beside = [mention for mention in given if mention.start < timex.end and timex.start < mention.end]
        right = any(timex.value in (mention.value, mention.end_value) for mention in beside)
        calendar, day = bool(_CALENDAR.fullmatch(timex.value)), bool(_DAY.fullmatch(timex.value))
        tally.recalled += right
        tally.calendar += calendar
        tally.calendar_recalled += calendar and right
        tally.days += day
        tally.days_found += day and right
        if not right:
            tally.missed[kind_of(timex.value)] += 1
            if calendar:
                tally.misses.append(_miss(path, text, created, timex, beside))
    for mention in given:
        beside_it = [timex for timex in timexes if mention.start < timex.end and timex.start < mention.end]
        tally.right += any(timex.value in (mention.value, mention.end_value) for timex in beside_it)
        if not beside_it:
            words = text[mention.start : mention.end]
            around = " ".join(text[max(0, mention.start - 50) : mention.end + 20].split())
            tally.misses.append(f"extra {path.stem[:24]} {created} {words!r} {mention.value} | {around}")


def _miss(path: Path, text: str, created: str | None, timex: Timex, beside: list[DateMention]) -> str:
    got = [(text[mention.start : mention.end], mention.value) for mention in beside]
    around = " ".join(text[max(0, timex.start - 70) : timex.end + 40].split())
    return f"miss  {path.stem[:24]} {created} {text[timex.start : timex.end]!r} {timex.value} got {got} | {around}"


def figures(one: PublicSet, tally: Tally) -> Iterator[Figure]:
    """Yield the figures of a set of dates."""
    recall, value = DATE_SETS[one]
    yield Figure(
        "day-level recall", f"{percent(tally.days_found, tally.days):.1f} ({tally.days_found} of {tally.days})", recall
    )
    for name, calendar_only in (("value F1, every timex", False), ("value F1, calendar values", True)):
        precision, recalled, f1 = tally.f1(calendar_only=calendar_only)
        number = tally.calendar if calendar_only else tally.gold
        figure = f"{f1:.1f} (P {precision:.1f}, R {recalled:.1f}, {number} gold)"
        yield Figure(name, figure, "" if calendar_only else value)
    missed = ", ".join(f"{kind} {number}" for kind, number in tally.missed.most_common())
    yield Figure("timexes not given, by kind", missed)
    rate = tally.documents / tally.seconds if tally.seconds else 0.0
    yield Figure("documents a second", f"{rate:,.0f}", "HeidelTime 3.3, recognizers-text 3, dateparser 30 to 60")
