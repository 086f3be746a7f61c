"""Every store refuses to change what it holds, keeps what it is given once, and says plainly what is wrong."""

import datetime as dt

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from tests.ledger.factory import four_accounts, korean_readout
from tests.ledger.stores import Store, rows_of, speaking_to

from shuttle.errors import LedgerError
from shuttle.ledger import dialect, schema
from shuttle.ledger.ledger import Ledger

# What SQLite's full-text search makes for itself.
_OF_FTS5 = {f"search_words_{part}" for part in ("config", "data", "docsize", "idx")}


@pytest.fixture
def location(store: Store) -> str:
    """A ledger with four documents, closed."""
    found = store.empty()
    with Ledger.open(found) as ledger:
        for reading in four_accounts():
            ledger.add(reading)
        ledger.judging("Ana").accept(ledger.meetings()[0].id)
    return found


def test_kept_rows_cannot_be_changed_or_removed(store: Store, location: str) -> None:
    """Every kept table refuses UPDATE, DELETE and TRUNCATE, whoever asks."""
    with speaking_to(location) as connection:
        # A trigger of SQLite's needs a row to refuse, and no document of these has issues or points.
        connection.execute(text("INSERT INTO issues VALUES (1, 99, 'x', 'x')"))
        connection.execute(text("INSERT INTO points VALUES (1, 99, NULL, NULL, false, '[]', '[]', '[]', 'x')"))
    before = rows_of(location)
    assert all(before[table.name] for table in schema.KEPT)
    with speaking_to(location, alone=True) as connection:
        for table in schema.KEPT:
            column = next(iter(table.columns)).name
            attempts = [f"UPDATE {table.name} SET {column} = {column}", f"DELETE FROM {table.name}"]  # noqa: S608
            if store.kind == "postgresql":
                attempts.append(f"TRUNCATE {table.name} CASCADE")
            for attempt in attempts:
                with pytest.raises(DBAPIError, match="is append-only"):
                    connection.execute(text(attempt))
                connection.rollback()
    assert rows_of(location) == before


def test_a_new_ledger_has_the_tables_of_today(store: Store) -> None:
    """What the migrations make is what the schema says: tables, columns, indexes, keys."""
    location = store.bare()
    Ledger.open(location).close()
    engine = dialect.engine_for(location)
    found = inspect(engine)
    own = {"search_words"} | (_OF_FTS5 if store.kind == "sqlite" else set())
    assert set(found.get_table_names()) == {*schema.metadata.tables, "alembic_version"} | own
    for table in schema.metadata.tables.values():
        columns = found.get_columns(table.name)
        assert {(c["name"], _type(str(c["type"])), c["nullable"]) for c in columns} == {
            (c.name, _type(str(c.type)), bool(c.nullable)) for c in table.columns
        }, table.name
        if store.kind == "postgresql":
            # Ids are looked up as ranges: in the order of a language those would hold other rows.
            assert {str(c["type"]) for c in columns if str(c["type"]).startswith("TEXT")} <= {'TEXT COLLATE "C"'}
        assert {i["name"]: i["column_names"] for i in found.get_indexes(table.name)} == {
            i.name: [c.name for c in i.columns] for i in table.indexes
        }
        keys = {tuple(key["constrained_columns"]) for key in found.get_foreign_keys(table.name)}
        assert keys == {tuple(c.name for c in key.columns) for key in table.foreign_key_constraints}
    engine.dispose()


def _type(name: str) -> str:
    """Return a type as every database calls it."""
    return {"DOUBLE PRECISION": "FLOAT", "DOUBLE_PRECISION": "FLOAT"}.get(name, name.partition(" COLLATE ")[0])


def test_tenures_are_kept_as_they_are_seen(location: str) -> None:
    """Tenures are kept as they are seen."""
    with speaking_to(location) as connection:
        rows = connection.execute(
            text("SELECT DISTINCT name, office, seen_on FROM sightings WHERE country = 'JPN' ORDER BY seen_on, name")
        ).all()
    assert ("Sanae Takaichi", "Prime Minister", "2025-10-30") in rows


def test_what_was_done_when_and_by_whom_is_on_record(store: Store) -> None:
    """What was done when and by whom is on record."""
    noon = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)
    location = store.empty()
    with Ledger.open(location, clock=lambda: noon) as ledger:
        ledger.add(korean_readout())
        (membership,) = ledger.meetings()[0].memberships
    assert membership.recorded_at == "2026-01-20T12:00:00+00:00"
    assert rows_of(location)["entries"] == [
        (1, "2026-01-20T12:00:00+00:00", "read", korean_readout().document.id, "by-hand/1", None)
    ]


def test_a_ledger_from_a_newer_shuttle_is_left_alone(store: Store) -> None:
    """A ledger from a newer Shuttle is refused with the way out, and not a row of it changes."""
    location = store.bare()
    with Ledger.open(location) as ledger:
        ledger.add(korean_readout())
    with speaking_to(location) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = rows_of(location)
    with pytest.raises(LedgerError, match=r"newer Shuttle .*version 9999.*pip install --upgrade"):
        Ledger.open(location)
    assert rows_of(location) == before


def test_a_database_of_another_program_is_refused_and_left_as_it_is(store: Store) -> None:
    """A database of another program is refused and left as it is."""
    location = store.bare()
    with speaking_to(location) as connection:
        connection.execute(text("CREATE TABLE songs (title TEXT)"))
    with pytest.raises(LedgerError, match="belongs to another program"):
        Ledger.open(location)
    assert rows_of(location) == {"songs": []}


def test_two_who_write_at_once_both_succeed(location: str) -> None:
    """Two ledgers open on one place both keep what they are given."""
    with Ledger.open(location) as one, Ledger.open(location) as other:
        assert one.add(korean_readout(url="https://example.org/1")).new
        assert other.add(korean_readout(url="https://example.org/2")).new
        assert one.counts().documents == other.counts().documents == 6


def test_a_reader_sees_the_ledger_as_it_was_while_another_writes(location: str) -> None:
    """A reader sees the ledger as it was while another writes."""
    row = {"seq": 99, "recorded_at": "", "action": "read", "subject": "", "agent": ""}
    with Ledger.open(location) as reader, Ledger.open(location) as writer:
        with dialect.writing(writer._engine) as connection:
            connection.execute(schema.entries.insert(), row)
            assert reader.counts().documents == 4
        assert reader.counts().documents == 4


def test_an_answer_of_several_statements_is_of_one_moment(location: str) -> None:
    """What is committed while an answer is put together is not in it."""
    count = "SELECT count(*) FROM documents"
    with Ledger.open(location) as reader, Ledger.open(location) as writer:
        with reader._engine.connect() as connection:
            assert connection.scalar(text(count)) == 4
            writer.add(korean_readout(url="https://example.org/new"))
            assert connection.scalar(text(count)) == 4
        with reader._engine.connect() as connection:
            assert connection.scalar(text(count)) == 5


def test_half_a_character_is_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    """A surrogate without its fellow, which no document that Shuttle loads has, is refused by name."""
    with pytest.raises(LedgerError, match=r"U\+D800 .*half a character"):
        ledger.add(korean_readout(source="\ud800.txt"))
    assert ledger.counts().documents == 0
    assert ledger.add(korean_readout()).new


@pytest.mark.parametrize("url", ["nosuch://host/db", "postgresql+nosuch://host/db", "mysql://host/db", "://"])
def test_a_url_that_is_no_databases_is_named_without_its_password(url: str) -> None:
    """A URL that is no database's is named without its password."""
    with pytest.raises(LedgerError, match="no database that Shuttle can use") as raised:
        Ledger.open(url.replace("host", "me:secret@host"))
    assert "secret" not in str(raised.value)


def test_the_newest_migration_is_the_one_the_schema_names() -> None:
    """The newest migration is the one the schema names."""
    from pathlib import Path

    versions = Path(schema.__file__).parent / "migrations" / "versions"
    newest = max(file.name for file in versions.glob("v*.py"))
    assert newest.startswith(f"v{schema.HEAD}_")


def test_sqlalchemy_is_told_which_driver_to_take() -> None:
    """A plain postgresql:// URL means psycopg 3, whatever SQLAlchemy would choose by itself."""
    pytest.importorskip("psycopg")
    for url in ("postgresql://me@host/db", "postgres://me@host/db", "postgresql+psycopg://me@host/db"):
        engine = dialect.engine_for(url)
        assert engine.driver == "psycopg"
        engine.dispose()
    assert create_engine("sqlite://").driver == "pysqlite"
