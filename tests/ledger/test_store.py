"""The store refuses to change what it holds, and says plainly what is wrong with a file."""

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect
from tests.ledger.factory import four_accounts, korean_readout

from shuttle.errors import LedgerError
from shuttle.ledger import dialect, schema
from shuttle.ledger.ledger import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with four documents, closed."""
    with Ledger.open(tmp_path / "shuttle.db") as ledger:
        for reading in four_accounts():
            ledger.add(reading)
        ledger.judging("Ana").accept(ledger.meetings()[0].id)
    return tmp_path / "shuttle.db"


@pytest.mark.parametrize("table", [table.name for table in schema.KEPT])
@pytest.mark.parametrize("verb", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_kept_rows_cannot_be_changed_or_removed(path: Path, table: str, verb: str) -> None:
    """Every kept table refuses UPDATE and DELETE, whoever asks."""
    connection = sqlite3.connect(path)
    connection.execute(f"INSERT INTO areas SELECT 1, 99, 'x' WHERE NOT EXISTS (SELECT 1 FROM {table})")  # noqa: S608
    connection.execute(
        f"INSERT INTO issues SELECT 1, 99, 'x', 'x' WHERE NOT EXISTS (SELECT 1 FROM {table})"  # noqa: S608
    )
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        connection.execute(verb.format(table))
    connection.close()


def test_a_new_ledger_has_the_tables_of_today(path: Path) -> None:
    """A new ledger has the tables of today."""
    engine = dialect.engine_for(path)
    found = inspect(engine)
    assert set(found.get_table_names()) == {*schema.metadata.tables, "alembic_version"}
    for table in schema.metadata.tables.values():
        assert {(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table.name)} == {
            (c.name, str(c.type), bool(c.nullable)) for c in table.columns
        }, table.name
        assert {i["name"]: i["column_names"] for i in found.get_indexes(table.name)} == {
            i.name: [c.name for c in i.columns] for i in table.indexes
        }
        keys = {tuple(key["constrained_columns"]) for key in found.get_foreign_keys(table.name)}
        assert keys == {tuple(c.name for c in key.columns) for key in table.foreign_key_constraints}
    engine.dispose()


def test_the_newest_migration_is_the_one_the_schema_names() -> None:
    """The newest migration is the one the schema names."""
    versions = Path(schema.__file__).parent / "migrations" / "versions"
    newest = max(file.name for file in versions.glob("v*.py"))
    assert newest.startswith(f"v{schema.HEAD}_")


def test_the_log_is_written_ahead(path: Path) -> None:
    """The log is written ahead."""
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_tenures_are_kept_as_they_are_seen(path: Path) -> None:
    """Tenures are kept as they are seen."""
    rows = sqlite3.connect(path).execute(
        "SELECT DISTINCT name, office, seen_on FROM sightings WHERE country = 'JPN' ORDER BY seen_on, name"
    )
    assert ("Sanae Takaichi", "Prime Minister", "2025-10-30") in rows.fetchall()


def test_what_was_done_when_and_by_whom_is_on_record(tmp_path: Path) -> None:
    """What was done when and by whom is on record."""
    noon = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)
    with Ledger.open(tmp_path / "a.db", clock=lambda: noon) as ledger:
        ledger.add(korean_readout())
        (membership,) = ledger.meetings()[0].memberships
    assert membership.recorded_at == "2026-01-20T12:00:00+00:00"
    rows = sqlite3.connect(tmp_path / "a.db").execute("SELECT action, subject, agent, recorded_at FROM entries")
    assert rows.fetchall() == [("read", korean_readout().document.id, "by-hand/1", "2026-01-20T12:00:00+00:00")]


def test_a_ledger_from_a_newer_shuttle_is_left_alone(path: Path) -> None:
    """A ledger from a newer Shuttle is left alone."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match=r"newer Shuttle .*version 9999.*pip install --upgrade"):
        Ledger.open(path)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """A file that is no database is refused and left as it is."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear Minister, " * 100)
    with pytest.raises(LedgerError, match="This file is no ledger"):
        Ledger.open(path)
    assert path.read_text() == "Dear Minister, " * 100


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """A database of another program is refused and left as it is."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="belongs to another program"):
        Ledger.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("location", "words"),
    [
        pytest.param("", "is a folder", id="folder"),
        pytest.param("missing/shuttle.db", "there is no folder", id="no-such-folder"),
    ],
)
def test_a_place_that_cannot_hold_a_ledger_is_named(tmp_path: Path, location: str, words: str) -> None:
    """A folder, and a path in a folder that is not there."""
    with pytest.raises(LedgerError, match=words):
        Ledger.open(tmp_path / location)


@pytest.mark.parametrize("url", ["nosuch://host/db", "postgresql+nosuch://host/db", "://"])
def test_a_url_that_is_no_databases_is_named_without_its_password(url: str) -> None:
    """A URL that is no database's is named without its password."""
    with pytest.raises(LedgerError, match="no database that Shuttle can use"):
        Ledger.open(url.replace("host", "me:secret@host"))


def test_a_damaged_ledger_is_called_damaged(path: Path) -> None:
    """A damaged ledger is called damaged."""
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\xff" * (len(content) - 4096)
    for side in path.parent.glob("shuttle.db-*"):
        side.unlink()
    path.write_bytes(bytes(content))
    with (
        pytest.raises(LedgerError, match=r"malformed|damaged|could not be used|another program"),
        Ledger.open(path) as ledger,
    ):
        ledger.pair("KOR", "JPN")


def test_a_ledger_that_may_only_be_read_is_read_but_not_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that may only be read is read but not written."""
    # Tests may run as root, whom no permission stops: what counts is how the engine is opened.
    monkeypatch.setattr("shuttle.ledger.dialect._may_write", lambda _path: False)
    with Ledger.open(path) as ledger:
        assert len(ledger.meetings()) == 2
        with pytest.raises(LedgerError, match="may only be read"):
            ledger.add(korean_readout(url="https://example.org/new"))


def test_a_full_disk_stops_one_document_and_leaves_the_rest(path: Path) -> None:
    """A full disk stops one document and leaves the rest."""
    with Ledger.open(path) as ledger:
        before = ledger.pair("KOR", "JPN")
        raw = ledger._engine.raw_connection()
        pages = raw.cursor().execute("PRAGMA page_count").fetchone()[0]
        raw.cursor().execute(f"PRAGMA max_page_count = {pages}")
        raw.close()
        big = korean_readout(url="https://example.org/" + "x" * 50_000)
        with pytest.raises(LedgerError, match="Make room on the disk"):
            ledger.add(big)
        assert ledger.pair("KOR", "JPN") == before


def test_two_who_write_at_once_both_succeed(path: Path) -> None:
    """Two ledgers open on one file both keep what they are given."""
    with Ledger.open(path) as one, Ledger.open(path) as other:
        assert one.add(korean_readout(url="https://example.org/1")).new
        assert other.add(korean_readout(url="https://example.org/2")).new
        assert one.counts().documents == other.counts().documents == 6


def test_a_reader_sees_the_ledger_as_it_was_while_another_writes(path: Path) -> None:
    """A reader sees the ledger as it was while another writes."""
    with Ledger.open(path) as reader, Ledger.open(path) as writer:
        with dialect.writing(writer._engine) as connection:
            connection.execute(
                schema.entries.insert(), {"seq": 99, "recorded_at": "", "action": "read", "subject": "", "agent": ""}
            )
            assert reader.counts().documents == 4
        assert reader.counts().documents == 4


def test_a_sqlite_url_is_a_path(tmp_path: Path) -> None:
    """An SQLite URL is a path."""
    with Ledger.open(f"sqlite:///{tmp_path / 'a.db'}") as ledger:
        ledger.add(korean_readout())
    assert (tmp_path / "a.db").exists()


def test_a_ledger_in_memory_works_the_same() -> None:
    """A ledger in memory works the same."""
    with Ledger.open(":memory:") as ledger:
        ledger.add(korean_readout())
        assert len(ledger.meetings()) == 1
