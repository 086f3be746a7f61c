"""Score the date reader on folders of TimeML files, and time it.

    .venv/bin/python tools/bench_dates.py FOLDER [FOLDER ...] [--misses] [--time FILE.jsonl]

The document's date is given, as in TempEval-3; only what is annotated inside <TEXT> counts. Printed:

- day-level recall: of the gold values of the form YYYY-MM-DD, the share that an
  overlapping mention gives (of a range its first or its last day). The figure that matters to Shuttle.
- value F1 over the calendar values alone (YYYY, YYYY-MM, YYYY-MM-DD), and over every timex of the file: lengths, sets,
  weeks and "now" included, which this reader does not give and which therefore count as missed.

A dateline is left out where `find_dateline` finds one: MEANTIME leaves its own unannotated.

The data stays outside the repository; ../shared/BENCHMARKS.md says where it is from.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from shuttle.reading.dates import DateMention, find_clock, find_dateline, find_dates
from shuttle.reading.sentences import split_sentences

_TAG = re.compile(r"<[^>]+>")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_CREATED = re.compile(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>')
_VALUE = re.compile(r'\bvalue="([^"]*)"')


@dataclass
class Timex:
    """One annotated expression: [start, end) of the text, and its TimeML value."""

    start: int
    end: int
    value: str


@dataclass
class Tally:
    """Counts over one folder."""

    gold: int = 0
    calendar: int = 0
    days: int = 0
    days_found: int = 0
    given: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)


def read_tml(path: Path) -> tuple[str, str | None, list[Timex]]:
    """Return the text of a TimeML file, its date and its timexes."""
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


def score(folder: Path) -> Tally:
    """Return the counts of one folder."""
    tally = Tally()
    for path in sorted(folder.glob("*.tml")):
        if path.name.startswith("._"):
            continue
        text, created, timexes = read_tml(path)
        dateline = find_dateline(text)
        mentions = [
            mention
            for mention in find_dates(text, split_sentences(text), created)
            if dateline is None or mention.start != dateline.start
        ]
        tally.gold += len(timexes)
        tally.given += sum(mention.value is not None for mention in mentions)
        for timex in timexes:
            beside = [mention for mention in mentions if mention.start < timex.end and timex.start < mention.end]
            wanted = timex.value.split("T")[0]
            values = {mention.value for mention in beside} | {mention.end_value for mention in beside}
            right = wanted in values
            tally.right += right
            tally.calendar += bool(_CALENDAR.fullmatch(timex.value))
            if _DAY.fullmatch(timex.value):
                tally.days += 1
                tally.days_found += right
            if not right and _CALENDAR.fullmatch(timex.value):
                tally.misses.append(_miss(path, text, created, timex, beside))
        for mention in mentions:
            if not any(mention.start < timex.end and timex.start < mention.end for timex in timexes):
                words = text[mention.start : mention.end]
                around = " ".join(text[max(0, mention.start - 50) : mention.end + 20].split())
                tally.misses.append(f"extra {path.stem[:24]} {created} {words!r} {mention.value} | {around}")
    return tally


def _miss(path: Path, text: str, created: str | None, timex: Timex, beside: list[DateMention]) -> str:
    got = [(text[mention.start : mention.end], mention.value) for mention in beside]
    around = " ".join(text[max(0, timex.start - 70) : timex.end + 40].split())
    return f"miss  {path.stem[:24]} {created} {text[timex.start : timex.end]!r} {timex.value} got {got} | {around}"


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def report(folders: list[Path], *, misses: bool) -> Iterator[str]:
    """Yield the lines of the report."""
    for folder in folders:
        tally = score(folder)
        precision, recall = _percent(tally.right, tally.given), _percent(tally.right, tally.calendar)
        every = _percent(tally.right, tally.gold)
        f1 = [2 * precision * one / (precision + one) if precision + one else 0.0 for one in (recall, every)]
        days = f"{_percent(tally.days_found, tally.days):.1f} ({tally.days_found}/{tally.days})"
        yield (
            f"{folder.name}: day-level recall {days}; "
            f"calendar values F1 {f1[0]:.1f} (P {precision:.1f} R {recall:.1f}, {tally.calendar} gold); "
            f"every timex F1 {f1[1]:.1f} ({tally.gold} gold)"
        )
        if misses:
            yield from tally.misses


def timing(path: Path) -> str:
    """Return how fast dates and clock times are read from the texts of a JSONL file."""
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    split = [split_sentences(text) for text in texts]
    size = sum(map(len, texts)) / 1e6
    rates = {}
    for name in ("find_dates", "find_clock"):
        best = float("inf")
        for _ in range(5):
            began = time.process_time()
            for text, sentences in zip(texts, split, strict=True):
                if name == "find_dates":
                    find_dates(text, sentences, "2024-06-01")
                else:
                    find_clock(text)
            best = min(best, time.process_time() - began)
        rates[name] = size / best
    return f"{path.name}: " + ", ".join(f"{name} {rate:.1f} MB/s" for name, rate in rates.items())


def main() -> int:
    """Run the benchmark on the folders that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="also print what was missed, and found beyond the gold")
    parser.add_argument("--time", type=Path, help="a JSONL file with a `text` in each line")
    arguments = parser.parse_args()
    for line in report(arguments.folders, misses=arguments.misses):
        print(line)
    if arguments.time:
        print(timing(arguments.time))
    return 0


if __name__ == "__main__":
    sys.exit(main())
