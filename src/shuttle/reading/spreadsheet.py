"""Read a desk's own spreadsheet of visits and meetings: a row is a finding, its cells are the words.

In:   a Document whose text is a table with a line of headings, divided by comma, semicolon or tab.
Out:  a Reading, and the rows that could not be read with what is wrong with each.

Headings are looked up in lexicons/en/spreadsheet_columns.toml. A row needs two countries; a cell that
cannot be understood refuses its row, since half a row would say what the desk did not.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from shuttle.errors import DocumentError, RecordError, UnknownCountryError
from shuttle.lexicons.countries import find_country
from shuttle.lexicons.loading import load_table
from shuttle.reading.grounding import ground
from shuttle.records import dates
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Issue, Level, Meeting, Mode, Person, Place, Status, Visit, VisitClass, finding_id
from shuttle.records.readings import Reading

__all__ = ["READER", "RefusedRow", "read_spreadsheet"]

READER = "spreadsheet/1"

_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_DIVIDERS = (",", ";", "\t")
_DATES = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y/%m/%d", "%d.%m.%Y")
_RULE = "row"
# The desk's own number of a row: rows with different ones are different events (`shuttle.ledger.matching`).
_ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not read: its number in the file (the headings are row 1), and what is wrong with it."""

    row: int
    reason: str


class _CellError(Exception):
    """A cell that cannot be understood; the message names column, value and way out."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with the place of each cell: column name -> (value, start, end)."""

    number: int
    start: int
    end: int
    cells: Mapping[str, tuple[str, int, int]]

    def get(self, name: str) -> str:
        return self.cells[name][0] if name in self.cells else ""

    def evidence(self, text: str, fields: Mapping[str, str]) -> tuple[Evidence, ...]:
        """Return the passages for a finding: the row, and the cell of each field that has one."""
        found = [Evidence.of(text, self.start, self.end)]
        for field, column in fields.items():
            if self.get(column):
                _, start, end = self.cells[column]
                found.append(Evidence.of(text, start, end, field))
        return tuple(found)


def read_spreadsheet(document: Document) -> tuple[Reading, tuple[RefusedRow, ...]]:
    """Return what the rows of ``document`` say, and the rows that were refused.

    Raises:
        DocumentError: it is no table, or has no columns that name two countries.
    """
    try:
        lines = list(_lines(document.text))
    except csv.Error as error:
        raise DocumentError(f"{document.source}: it is no table that can be read ({error}). Save it as CSV.") from error
    columns = _columns(lines, document.source)
    meetings: list[Meeting] = []
    visits: list[Visit] = []
    refused: list[RefusedRow] = []
    issues: list[Issue] = []
    for row in _rows(lines, columns, document.text):
        try:
            finding = _finding(document, row)
        except _CellError as error:
            refused.append(RefusedRow(row.number, str(error)))
            where = (Evidence.of(document.text, row.start, row.end),)
            issues.append(Issue("row-refused", f"row {row.number}: {error}", where))
            continue
        if isinstance(finding, Meeting):
            meetings.append(finding)
        else:
            visits.append(finding)
    reading = Reading(document, READER, meetings=tuple(meetings), visits=tuple(visits), issues=tuple(issues))
    return ground(reading), tuple(refused)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table: its cells with their places, and where it stands."""

    number: int
    start: int
    end: int
    cells: tuple[tuple[str, int, int], ...]


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines of a table that hold anything."""
    first = text.partition("\n")[0]
    divider = max(_DIVIDERS, key=first.count)
    place = 0
    lines = _LINE.findall(text)
    rows = csv.reader(lines, delimiter=divider, skipinitialspace=True)
    done = 0
    for number, cells in enumerate(rows, 1):
        raw = "".join(lines[done : rows.line_num])
        done = rows.line_num
        start, place = place, place + len(raw)
        end = start + len(raw.rstrip())
        if not any(cell.strip() for cell in cells):
            continue
        found = []
        after = start
        for cell in cells:
            value = cell.strip()
            at = text.find(value, after, end) if value else after
            # A quotation mark within a quoted cell is doubled in the file: then the row is the cell's place.
            where = (at, at + len(value)) if value and at >= 0 else (start, end)
            if at >= 0:
                after = at + len(value)
            found.append((" ".join(value.split()), *where))
        yield _Line(number, start, end, tuple(found))


def _columns(lines: Sequence[_Line], source: str) -> list[str | None]:
    if not lines:
        raise DocumentError(f"{source}: it holds no rows. Save the sheet as CSV, with a line of headings.")
    known = _headings()
    columns = [known.get(cell.casefold()) for cell, _, _ in lines[0].cells]
    if "countries" not in columns and not {"one", "other"} <= set(columns) and not {"one", "host"} <= set(columns):
        seen = ", ".join(repr(cell) for cell, _, _ in lines[0].cells[:8])
        raise DocumentError(
            f"{source}: no column names the countries; the headings are {seen}. "
            "Name a column “countries” (KOR; JPN), or two of them “visitor” and “host”."
        )
    return columns


@functools.cache
def _headings() -> dict[str, str]:
    table = load_table("en/spreadsheet_columns.toml")
    return {word: entry["name"] for entry in table["column"] for word in (*entry["words"], entry["name"])}


@functools.cache
def _kinds() -> dict[str, str]:
    table = load_table("en/spreadsheet_columns.toml")
    return {word: entry["name"] for entry in table["kind"] for word in entry["words"]}


def _rows(lines: Sequence[_Line], columns: Sequence[str | None], text: str) -> Iterator[_Row]:
    for line in lines[1:]:
        cells = {name: cell for name, cell in zip(columns, line.cells, strict=False) if name is not None and cell[0]}
        yield _Row(line.number, line.start, line.end, cells)


def _finding(document: Document, row: _Row) -> Meeting | Visit:
    kind = _kind(row)
    values: dict[str, Any] = {
        "start": _date(row, "start"),
        "end": _date(row, "end"),
        "status": _one_of(row, "status", get_args(Status)) or "held",
        "forum": row.get("forum") or None,
        "rule": _RULE,
    }
    if values["end"] is not None and values["end"] == values["start"]:
        values["end"] = None
    if values["start"] and values["end"] and values["end"] < values["start"]:
        raise _CellError(f"it ends ({values['end']}) before it begins ({values['start']}). Correct one of the two.")
    people = _people(row)
    if kind == "visit":
        visitor, host = _journey(row, people)
        person = next((p for p in people if p.country == visitor), Person(None, None, visitor))
        fields = {"start": "start", "end": "end", "forum": "forum", "from": "one", "to": "host", "person": "people"}
        fields |= {"level": "level", "class": "visit_class" if row.get("visit_class") else "kind", _ENTRY: _ENTRY}
        return Visit(
            id=finding_id("v", document.id, row.start),
            person=person,
            from_country=visitor,
            to_country=host,
            visit_class=_visit_class(row),
            level=_one_of(row, "level", get_args(Level)),
            evidence=row.evidence(document.text, fields),
            **values,
        )
    countries = _countries(row, people)
    place = _place(row)
    received = _country(row, "host")
    if received is None and place and place.country in countries:
        received = place.country
    return Meeting(
        id=finding_id("m", document.id, row.start),
        main=False,
        level=_one_of(row, "level", get_args(Level)),
        mode=_one_of(row, "mode", get_args(Mode)) or kind,
        date_text=row.get("start") or None,
        start_time=_hour(row),
        duration_minutes=_number(row, "duration_minutes"),
        countries=countries,
        people=people,
        place=place,
        host=received,
        formats=(),
        sessions=(),
        ordinal=_number(row, "ordinal"),
        evidence=row.evidence(
            document.text, {name: name for name in row.cells if name not in ("one", "other", "kind")}
        ),
        **values,
    )


def _kind(row: _Row) -> Any:
    said = row.get("kind").casefold()
    if not said:
        return "in person" if row.get("place") or row.get("host") else None
    kinds = _kinds()
    if said in kinds:
        return kinds[said]
    raise _CellError(f"kind {row.get('kind')!r} is none that is known. Write visit, meeting, phone call or video call.")


def _date(row: _Row, column: str) -> str | None:
    value = row.get(column)
    if not value:
        return None
    try:
        return dates.check_date(value)
    except RecordError:
        pass
    for form in _DATES:
        try:
            return dt.datetime.strptime(value, form).date().isoformat()
        except ValueError:
            continue
    raise _CellError(f"{column} {value!r} is no date that can be read in one way only. Write 2026-01-13.")


def _hour(row: _Row) -> str | None:
    value = row.get("start_time")
    if not value:
        return None
    hours, _, minutes = value.partition(":")
    if hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60:
        return f"{int(hours):02}:{int(minutes):02}"
    raise _CellError(f"time {value!r} is none. Write hours and minutes: 14:00.")


def _number(row: _Row, column: str) -> int | None:
    value = row.get(column)
    if not value:
        return None
    if value.isdecimal() and 0 < int(value) < 100_000:
        return int(value)
    raise _CellError(f"{column.replace('_', ' ')} {value!r} is no number. Write digits.")


def _one_of(row: _Row, column: str, possible: Sequence[str]) -> Any:
    value = row.get(column).casefold()
    if not value or value in possible:
        return value or None
    raise _CellError(f"{column} {row.get(column)!r} is none of: {', '.join(possible)}.")


def _visit_class(row: _Row) -> Any:
    stated = _one_of(row, "visit_class", get_args(VisitClass))
    said = row.get("kind").casefold().removesuffix(" visit")
    return stated or (said if said in get_args(VisitClass) else None)


def _country(row: _Row, column: str) -> str | None:
    return _code(row.get(column), column) if row.get(column) else None


def _code(name: str, column: str) -> str:
    try:
        return find_country(name)
    except UnknownCountryError as error:
        raise _CellError(f"{column.replace('_', ' ')}: {error}") from error


def _countries(row: _Row, people: Sequence[Person]) -> tuple[str, ...]:
    if row.get("countries"):
        named = [part.strip() for part in _split(row.get("countries"))]
        codes = [_code(name, "countries") for name in named if name]
    else:
        given = [_country(row, column) for column in ("one", "other", "host")]
        codes = [code for code in given if code is not None]
    codes.extend(person.country for person in people if person.country)
    found = tuple(dict.fromkeys(codes))
    if len(found) < 2:
        raise _CellError(f"it names {len(found)} countr{'y' if len(found) == 1 else 'ies'}, and a meeting needs two.")
    return found


def _journey(row: _Row, people: Sequence[Person]) -> tuple[str, str]:
    """Return the country of the visitor and the one visited."""
    visitor = _country(row, "one")
    host = _country(row, "host") or _country(row, "other") or _country(row, "place_country")
    if row.get("countries"):
        codes = [_code(name.strip(), "countries") for name in _split(row.get("countries")) if name.strip()]
        if len(codes) == 2:
            visitor = visitor or next((code for code in codes if code != host), codes[0])
            host = host or next(code for code in codes if code != visitor)
    visitor = visitor or next((person.country for person in people if person.country != host), None)
    if visitor is None or host is None or visitor == host:
        raise _CellError("a visit needs the country that travels and the one visited. Fill “visitor” and “host”.")
    return visitor, host


def _split(text: str) -> list[str]:
    for divider in (";", "/", "+", "|", ","):
        if divider in text:
            return text.split(divider)
    return text.split(" and ") if " and " in text else text.split("-") if text.count("-") == 1 else [text]


def _place(row: _Row) -> Place | None:
    name = row.get("place")
    if not name:
        return None
    country = _country(row, "place_country") or _country(row, "host")
    return Place(name, country)


def _people(row: _Row) -> tuple[Person, ...]:
    """Return the people of a cell such as ``Lee Jae Myung (President, KOR); Takaichi Sanae (Prime Minister, JPN)``."""
    found = []
    for part in filter(None, (part.strip() for part in row.get("people").split(";"))):
        name, bracket, inside = part.partition("(")
        if not bracket:
            found.append(Person(name.strip()))
            continue
        office, _, country = inside.rstrip(") ").rpartition(",")
        code = _code(country.strip(), "people") if country.strip() else None
        found.append(Person(name.strip() or None, office.strip() or None, code))
    return tuple(found)
