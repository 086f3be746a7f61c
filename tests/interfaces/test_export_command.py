"""`shuttle export`, `import DIR`, `timeline`: what is written is read back, and nobody's file is lost."""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shuttle.interfaces.cli.export_folder import MANIFEST
from shuttle.interfaces.cli.export_writers import FILES
from shuttle.ledger.ledger import Ledger
from shuttle.records.readings import Reading
from shuttle.views.exports.cells import read_cell
from shuttle.views.exports.event_rows import EVENT_TABLE
from shuttle.views.exports.table_records import records_of
from shuttle.views.exports.tables import TABLES, row_of


@pytest.fixture
def book(examples_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the examples' ledger."""
    path = tmp_path / "examples.db"
    shutil.copy(examples_ledger, path)
    return path


def _rows(book: Path) -> dict[str, list[dict[str, Any]]]:
    """Return what the tables must hold, straight from the accounts."""
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in TABLES}
    with Ledger.open(book) as ledger:
        for account in ledger.each_account():
            for table, record in records_of(account):
                rows[table.name].append(row_of(table, record))
        named = {table.name: table for table in TABLES}
        rows["documents"] = [row_of(named["documents"], source) for source in ledger.documents()]
    return rows


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _none_for_nothing(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as a CSV file can hold it: an empty list is an empty cell."""
    return {name: None if value == [] else value for name, value in row.items()}


def test_csv_is_read_back_as_it_was(run: Any, book: Path) -> None:
    """Every cell of every table, read by the standard library, has the value of the account."""
    assert run("--ledger", book, "export", "--format", "csv", "out").exit_code == 0
    expected = _rows(book)
    for table in TABLES:
        read = [
            {column.name: read_cell(column, row[column.name]) for column in table.columns}
            for row in _read(Path("out", f"{table.name}.csv"))
        ]
        assert read == [_none_for_nothing(row) for row in expected[table.name]]
    assert b"\r\n" in Path("out", "meetings.csv").read_bytes()


def test_parquet_is_read_back_as_it_was(run: Any, book: Path) -> None:
    """Every cell of every table, lists and numbers included; columns carry their meaning."""
    import pyarrow.parquet as pq

    assert run("--ledger", book, "export", "--format", "parquet", "out").exit_code == 0
    expected = _rows(book)
    for table in TABLES:
        read = pq.read_table(Path("out", f"{table.name}.parquet"))
        assert read.to_pylist() == expected[table.name]
        assert read.schema.field(0).metadata[b"description"].decode() == table.columns[0].meaning


@given(chosen=st.lists(st.integers(0, 27), min_size=1, max_size=9, unique=True))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_make_the_same_ledger(
    run: Any, tmp_path_factory: pytest.TempPathFactory, example_readings: tuple[Reading, ...], chosen: list[int]
) -> None:
    """Whatever documents, in whatever order: exported and imported into a new ledger they give the same accounts."""
    folder = tmp_path_factory.mktemp("lines")
    readings = [example_readings[number % len(example_readings)] for number in chosen]
    with Ledger.open(folder / "there.db") as there:
        there.add_all(readings)
    assert run("--ledger", folder / "there.db", "export", "--format", "jsonl", folder / "out").exit_code == 0
    result = run("--ledger", folder / "here.db", "import", folder / "out")
    assert result.exit_code == 0, result.output
    with Ledger.open(folder / "there.db") as there, Ledger.open(folder / "here.db") as here:
        assert list(here.each_account()) == list(there.each_account())
        assert here.pair("KOR", "JPN") == there.pair("KOR", "JPN")
        assert [here.reading(s.document_id) for s in here.documents()] == [
            there.reading(s.document_id) for s in there.documents()
        ]
        assert here.verify().whole
    again = run("--ledger", folder / "here.db", "export", "--format", "jsonl", folder / "again")
    assert again.exit_code == 0
    for name in FILES["jsonl"]:
        assert (folder / "again" / name).read_bytes() == (folder / "out" / name).read_bytes()


def test_judgements_go_along(run: Any, book: Path) -> None:
    """What people decided is taken over under their names, once."""
    with Ledger.open(book) as ledger:
        meeting = next(m for m in ledger.meetings("KOR", "JPN") if m.start == "2026-01-13")
        ledger.judging("Ana").edit(meeting.id, "duration_minutes", "95", "both rounded")
    run("--ledger", book, "export", "KOR", "JPN", "--format", "jsonl", "out")
    first = run("--ledger", "here.db", "import", "out")
    second = run("--ledger", "here.db", "import", "out")
    assert "1 judgement, 1 recorded" in first.stdout
    assert "1 judgement, 0 recorded, 1 already there or about nothing in this ledger" in second.stdout
    with Ledger.open("here.db") as here:
        assert here.meeting(meeting.id).duration == 95
        assert here.judgements()[0].by == "Ana"


def test_lines_that_are_no_readings_are_named_and_the_rest_is_kept(run: Any, book: Path) -> None:
    """A broken line is refused by its number; exit code 2."""
    run("--ledger", book, "export", "--format", "jsonl", "out")
    lines = Path("out", "readings.jsonl").read_text(encoding="utf-8").splitlines()
    forged = json.loads(lines[0])
    forged["meetings"][0]["evidence"][0]["quote"] = "something that nobody wrote"
    bad = ["{", "[]", '{"text": "a document"}', json.dumps(forged), "[" * 100_000]
    Path("mixed.jsonl").write_text("\n".join([*bad, *lines[1:4]]), encoding="utf-8")
    result = run("--ledger", "here.db", "import", "mixed.jsonl")
    assert result.exit_code == 2
    assert "4 readings, 3 kept" in result.stdout
    assert "5 lines refused" in result.stdout
    for number in range(1, 6):
        assert f"mixed.jsonl, line {number}: " in result.stderr
    assert "does not read" in result.stderr


def test_a_finding_of_another_document_cannot_be_taken(run: Any, book: Path) -> None:
    """A reading that gives its finding the id of another document's is refused."""
    run("--ledger", book, "export", "--format", "jsonl", "out")
    lines = [json.loads(line) for line in Path("out", "readings.jsonl").read_text(encoding="utf-8").splitlines()]
    one, other = [line for line in lines if line["visits"]][:2]
    other["visits"][0]["id"] = one["visits"][0]["id"]
    Path("forged.jsonl").write_text("\n".join(map(json.dumps, (one, other))), encoding="utf-8")
    result = run("--ledger", "here.db", "import", "forged.jsonl")
    assert "belongs to another document" in result.stderr
    assert "1 kept" in result.stdout


def test_add_says_where_readings_go(run: Any, book: Path) -> None:
    """`shuttle add` of an export names the command that takes it."""
    run("--ledger", book, "export", "--format", "jsonl", "out")
    assert "`shuttle import FILE` keeps it" in run("--ledger", "here.db", "add", "out/readings.jsonl").stderr


@pytest.mark.parametrize("format_", sorted(FILES))
def test_an_export_can_be_renewed_and_is_the_same(run: Any, book: Path, format_: str) -> None:
    """The same ledger gives the same bytes, the files are those that are announced, and nothing is left lying about."""
    written: list[dict[str, Any]] = []
    for _ in range(2):
        countries = ("KOR", "JPN") if format_ == "ics" else ()
        result = run("--ledger", book, "export", *countries, "--format", format_, "--as-of", "2026-01-20", "out")
        assert result.exit_code == 0, result.output
        # A calendar may have its parts in another order.
        parts = {path.name: path.read_bytes() for path in Path("out").iterdir() if path.name != MANIFEST}
        written.append({n: sorted(b.splitlines()) if n.endswith(".ics") else b for n, b in parts.items()})
        assert {path.name for path in Path("out").iterdir()} == {*FILES[format_], MANIFEST}
    assert written[0] == written[1]
    assert len(result.stdout.splitlines()) == len(FILES[format_])


def test_a_foreign_file_is_never_overwritten(run: Any, book: Path) -> None:
    """A file that Shuttle did not write, or that was changed since, stops the export before anything is written."""
    Path("out").mkdir()
    Path("out", "claims.csv").write_text("mine", encoding="utf-8")
    result = run("--ledger", book, "export", "--format", "csv", "out")
    assert result.exit_code == 2
    assert "claims.csv" in result.stderr
    assert [path.name for path in Path("out").iterdir()] == ["claims.csv"]
    Path("out", "claims.csv").unlink()
    assert run("--ledger", book, "export", "--format", "csv", "out").exit_code == 0
    Path("out", "visits.csv").write_text("edited by a desk", encoding="utf-8")
    result = run("--ledger", book, "export", "--format", "csv", "out")
    assert "visits.csv" in result.stderr
    assert Path("out", "visits.csv").read_text(encoding="utf-8") == "edited by a desk"


def test_an_export_that_fails_leaves_nothing_behind(run: Any, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing stops in the middle, the folder holds what it held before."""
    run("--ledger", book, "export", "--format", "csv", "out")
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    import shuttle.interfaces.cli.export_writers as writers

    def broken(*_: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writers, "data_package", broken)
    assert run("--ledger", book, "export", "--format", "csv", "out").exit_code != 0
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before


def test_a_pair_is_exported_with_the_life_of_its_commitments(run: Any, book: Path) -> None:
    """Of two countries the commitments say where they stand; of all they do not."""
    run("--ledger", book, "export", "KOR", "JPN", "--format", "csv", "--as-of", "2026-01-20", "pair")
    run("--ledger", book, "export", "--format", "csv", "all")
    pair, everything = (_read(Path(folder, "commitments.csv")) for folder in ("pair", "all"))
    assert {row["life"] for row in pair} >= {"stated", "delivered"}
    assert {row["life"] for row in everything} == {""}
    assert {row["id"] for row in pair} < {row["id"] for row in everything}


def test_event_rows_say_who_acts(run: Any, book: Path) -> None:
    """Each row has its code and its parties; each account with a code is there."""
    run("--ledger", book, "export", "--format", "cameo", "out")
    rows = _read(Path("out", "events.csv"))
    assert list(rows[0]) == [column.name for column in EVENT_TABLE.columns]
    with Ledger.open(book) as ledger:
        coded = {a.id for a in ledger.each_account("mvcn") if a.value("code")}
    assert {row["account"] for row in rows} == coded
    assert all(row["source"] and row["source"] != row["target"] and row["words"] for row in rows)


def test_a_calendar_is_read_back(run: Any, book: Path) -> None:
    """The library reads as many events and tasks as the command says it wrote."""
    from icalendar import Calendar

    result = run("--ledger", book, "export", "KOR", "JPN", "--format", "ics", "--as-of", "2026-01-20", "out")
    calendar = Calendar.from_ical(Path("out", "calendar.ics").read_bytes())
    entries = [item for item in calendar.walk() if item.name in ("VEVENT", "VTODO")]
    assert f"{len(entries)} entries" in result.stdout
    with Ledger.open(book) as ledger:
        promised = ledger.pair("KOR", "JPN").commitments
    assert sum(item.name == "VTODO" for item in entries) == len(promised)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("KOR", "out", "--format", "csv"), "give two countries and a folder", id="one-country"),
        pytest.param(("out", "--format", "ics"), "a calendar is one of two countries", id="calendar-of-all"),
        pytest.param(
            ("KOR", "BRA", "out", "--format", "csv"), "holds nothing about South Korea and Brazil", id="nothing"
        ),
        pytest.param(("KOR", "KOR", "out", "--format", "csv"), "two different countries", id="one-twice"),
        pytest.param(("examples.db", "--format", "csv"), "is a file. Name a folder", id="file-for-folder"),
    ],
)
def test_what_is_asked_wrongly_is_told(run: Any, book: Path, arguments: tuple[str, ...], told: str) -> None:
    """A sentence with the way out, exit code 2, and nothing written."""
    result = run("--ledger", book, "export", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("picture", "format_"), list(itertools.product(("timeline", "hosts", "board"), ("svg", "html", "json")))
)
def test_every_picture_in_every_format(run: Any, book: Path, picture: str, format_: str) -> None:
    """Standard output and --out give the same."""
    asked = ("--ledger", book, "timeline", "KOR", "JPN", "--picture", picture, "--format", format_)
    shown = run(*asked, "--as-of", "2026-01-20")
    assert shown.exit_code == 0, shown.output
    run(*asked, "--as-of", "2026-01-20", "--out", "file")
    assert Path("file").read_text(encoding="utf-8") == shown.stdout
    begins = {"svg": "<svg ", "html": "<!DOCTYPE html>", "json": "{"}[format_]
    assert shown.stdout.startswith(begins)


def test_timelinejs_goes_with_the_timeline_only(run: Any, book: Path) -> None:
    """Another picture has no such form, and that is said."""
    asked = ("--ledger", book, "timeline", "KOR", "JPN", "--format", "json", "--schema", "timelinejs")
    assert json.loads(run(*asked).stdout)["events"]
    assert "goes with --format json" in run(*asked, "--picture", "board").stderr
