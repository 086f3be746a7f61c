"""Turn HistoryAtState's lists of visits and travels into the spreadsheet that `shuttle import` takes.

    python tools/histstate_to_csv.py visits.jsonl travels.jsonl OUT.csv

In:   visits of foreign leaders to the United States, and journeys of its presidents, a JSON object a line
      (github.com/HistoryAtState/visits and /travels, CC0 1.0; the data stay outside the repository).
Out:  a CSV with a row for each of them: number, days, who travels from where to where, and the list's own words.

A row of the list is a row of the table, no more and no less: what the list names twice stands twice, under the two
numbers that it has there. The names of one country are joined, those of its past too where it is the same state
(`_NAMES`); a row of any other is left out and named. Secretaries of state are no leaders, and left out. The list says
of an occasion (a summit of the G7, a funeral) only in its words, so the table has no column for it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from shuttle.errors import UnknownCountryError
from shuttle.lexicons.countries import find_country
from shuttle.lexicons.offices import all_offices

__all__ = ["HEADINGS", "main", "rows_of_travels", "rows_of_visits"]

HEADINGS = ("id", "date", "end", "kind", "visitor", "host", "place", "people", "level", "class", "words of the list")

# What the list calls a country -> its code, where the country lexicon has no such name. A government in exile and a
# provisional one spoke for their country; a state that took another name stayed the same state.
_NAMES = {
    "Dahomey": "BEN",
    "Khmer Republic": "KHM",
    "Malaya": "MYS",
    "Muscat & Oman": "OMN",
    "Somali Republic": "SOM",
    "Somoa": "WSM",
    "St. Christopher and Nevis": "KNA",
    "Tanganyika": "TZA",
    "Union of South Africa": "ZAF",
    "Upper Volta": "BFA",
    "West Bank": "PSE",
    "Yemen Arab Republic": "YEM",
    "Zimbabwe Rhodesia": "ZWE",
}
# Before it left the mainland, the Republic of China was neither of the two that there are today.
_MOVED = {"China, Republic of": "1949-12-07"}
# What the lexicon of offices does not hold, since nobody leads a country under it today.
_TITLES = (
    "brigadier general", "chairman of the presidency", "chairman", "chief of state", "first secretary", "general",
    "governor general", "grand duchess", "junta member", "lieutenant general", "president-designate", "president-elect",
    "chancellor-elect", "prime minister-prince", "prince", "provisional president", "regent prince", "shah", "sheikh",
)  # fmt: skip
_CLASS = re.compile(r"(official working|official|state|working|private)\s+visit\b", re.IGNORECASE)


def rows_of_visits(visits: Iterable[dict[str, Any]], left_out: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row under `HEADINGS` for each visit to the United States; append what has none to ``left_out``."""
    for visit in visits:
        yield from _row("visit", visit, visit["from"], "USA", visit["visitor"], "", visit["description"], left_out)


def rows_of_travels(travels: Iterable[dict[str, Any]], left_out: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each journey of a president; append what has none to ``left_out``."""
    for travel in travels:
        if travel["role"] == "president":
            who = f"President {travel['name']}"
            place, words = travel["locale"], travel["remarks"]
            yield from _row("travel", travel, "USA", travel["country"], who, place, words, left_out)


def _row(
    which: str, entry: dict[str, Any], guest: str, host: str, who: str, place: str, words: str, left_out: list[str]
) -> Iterator[tuple[str, ...]]:
    number, start, end = f"{which} {entry['id']}", entry["start-date"], entry["end-date"]
    codes = [_code(country, start) for country in (guest, host)]
    if None in codes or codes[0] == codes[1]:
        left_out.append(f"{number} of {start}, from {guest} to {host}")
        return
    title, name = _title(" ".join(who.split()))
    person = f"{_plain(name)} ({title}, {codes[0]})"
    stated = _CLASS.match(words)
    kind = stated[1].casefold() if stated else ""
    yield number, start, end, "visit", codes[0] or "", codes[1] or "", place, person, "leaders", kind, words


def _code(country: str, day: str) -> str | None:
    """Return the code of a country as the list names it; None where that is no state of today."""
    named = country.replace("’", "'")
    if day < _MOVED.get(named, ""):
        return None
    for name in (named, *_parts(named)):
        if name in _NAMES:
            return _NAMES[name]
        try:
            return find_country(name)
        except UnknownCountryError:
            continue
    return None


def _parts(country: str) -> Iterator[str]:
    """Yield the names that "Upper Volta (Burkina Faso)" holds."""
    outer, bracket, inner = country.partition(" (")
    # "Yugoslavia (Kosovo)" was neither without doubt.
    if bracket and not inner.startswith("Kosovo"):
        yield outer
        yield inner.rstrip(")")


def _title(who: str) -> tuple[str, str]:
    """Return title and name of "Prime Minister Eisaku Sato"; no title where none is known."""
    for title in _titles():
        head = who[: len(title)]
        if head.casefold() == title and who[len(title) :].startswith(" "):
            return head, who[len(title) :].strip()
    return "", who


def _titles() -> Sequence[str]:
    known = {word for office in all_offices() for word in office.words} | set(_TITLES)
    return sorted(known, key=lambda title: (-len(title), title))


def _plain(name: str) -> str:
    """Return a name without the signs that divide people in a cell."""
    return name.replace(";", ",").replace("(", "").replace(")", "")


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; return 0, or 2 where the arguments are not three paths."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if len(given) != 3:
        print("usage: python tools/histstate_to_csv.py visits.jsonl travels.jsonl OUT.csv", file=sys.stderr)
        return 2
    left_out: list[str] = []
    rows = [*rows_of_visits(_lines(given[0]), left_out), *rows_of_travels(_lines(given[1]), left_out)]
    rows.sort(key=lambda row: (row[1], row[0]))
    with Path(given[2]).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(tuple(" ".join(cell.split()) for cell in row) for row in rows)
    print(f"{given[2]}: {len(rows)} visits.")
    for row in left_out:
        print(f"left out, not for sure a state of today: {row}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
