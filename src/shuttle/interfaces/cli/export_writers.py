"""The writers of an export, one for each format: accounts pass through one at a time.

In:   what is to be exported (`Exported`), and the folder.
Out:  how many rows, lines or records each file holds.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

import click

from shuttle.interfaces.cli.export_folder import ExportFolder
from shuttle.interfaces.cli.trouble import Trouble
from shuttle.lexicons.countries import all_countries, country_name
from shuttle.records.accounts import Account, MeetingAccount, PairAccount
from shuttle.records.claims import Source
from shuttle.records.judgements import Judgement
from shuttle.views.exports.cells import write_cell
from shuttle.views.exports.dictionary import data_package, dictionary_markdown
from shuttle.views.exports.table_records import records_of
from shuttle.views.exports.tables import TABLES, Table, row_of
from shuttle.views.wording import count

if TYPE_CHECKING:
    from shuttle.analysis.owed import Owed
    from shuttle.ledger.ledger import Ledger

__all__ = ["FILES", "WRITERS", "Exported", "noun"]

# File name -> how many rows, lines or records it holds; None for a description of the others.
Rows = dict[str, int | None]
# So many texts of documents are kept for the words around a quotation.
_TEXTS = 64


@dataclass(frozen=True)
class Exported:
    """What is to be exported.

    Attributes:
        book: the ledger, open.
        accounts: gives them anew each time it is called, meetings first.
        sources: the documents.
        judgements: that stand.
        owed: what came of each commitment, by its account; empty where all countries are exported.
        pair: the two countries; None for all.
        day: on which commitments stand so, ISO 8601; empty for all.
    """

    book: Ledger
    accounts: Callable[[], Iterator[Account]]
    sources: tuple[Source, ...]
    judgements: tuple[Judgement, ...]
    owed: Mapping[str, Owed] = field(default_factory=dict)
    pair: PairAccount | None = None
    day: str = ""

    def records(self) -> Iterator[tuple[Table, Any]]:
        """Yield every row's table and record."""
        for account in self.accounts():
            yield from records_of(account, self.owed.get(account.id))
        for table, records in ((_table("documents"), self.sources), (_table("judgements"), self.judgements)):
            yield from ((table, record) for record in records)


def _table(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)


_CSV = {table.name: f"{table.name}.csv" for table in TABLES}
_PARQUET = {table.name: f"{table.name}.parquet" for table in TABLES}


def _write_csv(given: Exported, folder: ExportFolder) -> Rows:
    rows: dict[str, int] = dict.fromkeys(_CSV.values(), 0)
    with ExitStack() as files:
        writers = {table.name: _begun(files.enter_context(folder.text(_CSV[table.name])), table) for table in TABLES}
        for table, record in given.records():
            row = row_of(table, record)
            writers[table.name].writerow([write_cell(column, row[column.name]) for column in table.columns])
            rows[_CSV[table.name]] += 1
    return {**rows, **_dictionary(folder, _CSV, "text/csv", "datapackage.json")}


def _begun(file: TextIO, table: Table) -> Any:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    return writer


def _write_parquet(given: Exported, folder: ExportFolder) -> Rows:
    from shuttle.interfaces.cli.export_parquet import ParquetFile

    rows = dict.fromkeys(_PARQUET.values(), 0)
    with ExitStack() as files:
        open_ = {t.name: files.enter_context(ParquetFile(folder.path(_PARQUET[t.name]), t)) for t in TABLES}
        for table, record in given.records():
            open_[table.name].add(row_of(table, record))
            rows[_PARQUET[table.name]] += 1
    return {**rows, **_dictionary(folder, _PARQUET, "application/vnd.apache.parquet", "datapackage-parquet.json")}


def _dictionary(folder: ExportFolder, files: Mapping[str, str], media: str, name: str) -> Rows:
    package = data_package(TABLES, files, name="shuttle-export", media=media)
    _write_json(folder, name, package)
    with folder.text("DICTIONARY.md") as file:
        file.write(dictionary_markdown(TABLES))
    return {name: None, "DICTIONARY.md": None}


def _write_lines(given: Exported, folder: ExportFolder) -> Rows:
    from shuttle.records.reading_format import to_json
    from shuttle.views.exports.lines import account_line, judgement_line

    readings = (to_json(given.book.reading(source.document_id)) for source in given.sources)
    return {
        "readings.jsonl": _lines(folder, "readings.jsonl", readings),
        "judgements.jsonl": _lines(folder, "judgements.jsonl", map(judgement_line, given.judgements)),
        "accounts.jsonl": _lines(folder, "accounts.jsonl", map(account_line, given.accounts())),
    }


def _write_linked_data(given: Exported, folder: ExportFolder) -> Rows:
    from shuttle.views.exports.linked_data import CONTEXT, account_nodes, document_nodes

    text_of = functools.lru_cache(maxsize=_TEXTS)(given.book.text)

    def nodes() -> Iterator[dict[str, Any]]:
        for source in given.sources:
            yield from document_nodes(source, given.book.reading(source.document_id).reader)
        for account in given.accounts():
            yield from account_nodes(account, country_name, text_of)

    with folder.text("graph.jsonld") as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [')
        number = 0
        for node in nodes():
            file.write(f"{',' if number else ''}\n{json.dumps(node, ensure_ascii=False)}")
            number += 1
        file.write("\n]}\n")
    return {"graph.jsonld": number}


def _write_entities(given: Exported, folder: ExportFolder) -> Rows:
    from shuttle.views.exports.entities import Entities, Entity, statements_of

    made = Entities(country_name, lambda code: all_countries()[code].alpha2 if code in all_countries() else "")

    def entities() -> Iterator[Entity]:
        yield from map(made.of_source, given.sources)
        for account in given.accounts():
            yield from made.of_account(account)
        yield from made.shared()

    number = told = 0
    with folder.text("entities.ftm.json") as file, folder.text("statements.json") as statements:
        for entity in entities():
            number += 1
            file.write(f"{json.dumps(entity.json(), ensure_ascii=False)}\n")
            for statement in statements_of(entity):
                told += 1
                statements.write(f"{json.dumps(statement, ensure_ascii=False)}\n")
    return {"entities.ftm.json": number, "statements.json": told}


def _write_events(given: Exported, folder: ExportFolder) -> Rows:
    from shuttle.views.exports.event_rows import EVENT_TABLE, event_rows

    # A short text for each meeting: what was said at one is dated by it.
    days: dict[str, str | None] = {}
    number = 0
    with folder.text("events.csv") as file:
        writer = _begun(file, EVENT_TABLE)
        for account in given.accounts():
            if isinstance(account, MeetingAccount):
                days[account.id] = account.start
            for event in event_rows(account, country_name, days.get):
                row = row_of(EVENT_TABLE, event)
                writer.writerow([write_cell(column, row[column.name]) for column in EVENT_TABLE.columns])
                number += 1
    package = data_package((EVENT_TABLE,), {"events": "events.csv"}, name="shuttle-events", media="text/csv")
    _write_json(folder, "events.datapackage.json", package)
    return {"events.csv": number, "events.datapackage.json": None}


def _write_calendar(given: Exported, folder: ExportFolder) -> Rows:
    from shuttle.lexicons.time_zones import zone_of
    from shuttle.views.calendar_entries import commitment_entries, event_entries, pair_label
    from shuttle.views.ics import ics, known_uids

    pair, day = given.pair, dt.date.fromisoformat(given.day)
    if pair is None:
        raise Trouble("a calendar is one of two countries: shuttle export KOR JPN --format ics DIR")
    before = folder.before("calendar.ics")
    label, known = pair_label(pair.countries), known_uids(before)

    def changes(account: str) -> int:
        """Entries of the ledger never go, so that the count never falls."""
        return max(len(given.book.history(account)) - 1, 0)

    events, undated = event_entries(pair.meetings, pair.visits, label, country_name, zone_of, changes, known)
    tasks, _ = commitment_entries(given.owed.values(), label, country_name, changes, known)
    stamp = dt.datetime.combine(day, dt.time(), dt.UTC)
    folder.path("calendar.ics").write_bytes(ics((*events, *tasks), stamp, before))
    if undated:
        left = count(undated, "meeting or visit", "meetings and visits")
        click.echo(f"shuttle: left out {left} without a day.", err=True)
    return {"calendar.ics": len(events) + len(tasks)}


def _write_json(folder: ExportFolder, name: str, value: Any) -> None:
    with folder.text(name) as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.write("\n")


def _lines(folder: ExportFolder, name: str, values: Iterable[dict[str, Any]]) -> int:
    number = 0
    with folder.text(name) as file:
        for value in values:
            file.write(f"{json.dumps(value, ensure_ascii=False)}\n")
            number += 1
    return number


def noun(name: str) -> tuple[str, str]:
    """Return what an entry of a file is called, and what several are."""
    named = {
        "graph.jsonld": ("node", "nodes"),
        "entities.ftm.json": ("entity", "entities"),
        "statements.json": ("statement", "statements"),
        "calendar.ics": ("entry", "entries"),
    }
    return named.get(name, ("line", "lines") if name.endswith(".jsonl") else ("row", "rows"))


WRITERS: dict[str, Callable[[Exported, ExportFolder], Rows]] = {
    "csv": _write_csv,
    "parquet": _write_parquet,
    "jsonl": _write_lines,
    "jsonld": _write_linked_data,
    "ftm": _write_entities,
    "cameo": _write_events,
    "ics": _write_calendar,
}
#: The files that each format writes.
FILES: dict[str, tuple[str, ...]] = {
    "csv": (*_CSV.values(), "datapackage.json", "DICTIONARY.md"),
    "parquet": (*_PARQUET.values(), "datapackage-parquet.json", "DICTIONARY.md"),
    "jsonl": ("readings.jsonl", "judgements.jsonl", "accounts.jsonl"),
    "jsonld": ("graph.jsonld",),
    "ftm": ("entities.ftm.json", "statements.json"),
    "cameo": ("events.csv", "events.datapackage.json"),
    "ics": ("calendar.ics",),
}
