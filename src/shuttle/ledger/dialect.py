"""Everything in the ledger that depends on the kind of database.

SQLite by default: write-ahead log, foreign keys enforced, writers queue with ``BEGIN IMMEDIATE``,
a commit is on the disk when it returns. PostgreSQL for teams: writers queue at an advisory lock, readers see the
ledger as it was when they began to read (REPEATABLE READ), text is ordered by code points whatever the database's
language. Trouble of any database comes out as `LedgerError` (see `shuttle.ledger.complaints`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from shuttle.errors import LedgerError
from shuttle.ledger.complaints import INSTALL_PSYCOPG, name_of, speaking_plainly

__all__ = [
    "append_only",
    "by_code_points",
    "complaints_of_the_database",
    "engine_for",
    "has_tables",
    "name_of",
    "prepare_new",
    "speaking_plainly",
    "writing",
]

# Marks our files (`file` and forensics see it): "Shtl".
_APPLICATION_ID = 0x5368746C
_WRITE_WAIT_SECONDS = 30
_CACHE_KILOBYTES = 65_536
_CONNECT_WAIT_SECONDS = 10


def engine_for(location: str | Path) -> Engine:
    """Return an engine for a path or a database URL; nothing is created yet but an empty file.

    A SQLite file that may not be written is opened for reading, so that a brief can be drawn from it.

    Raises:
        LedgerError: the place cannot hold a ledger, or the URL is none.
    """
    text = os.fspath(location)
    if "://" in text:
        return _engine_for_url(text)
    if text == ":memory:":
        return _sqlite_engine("sqlite://", writable=True)
    path = Path(text).expanduser()
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger. Name a file in it, such as {path / 'shuttle.db'}.")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}. Create it, or name another place for the ledger.")
    return _sqlite_engine(URL.create("sqlite", database=str(path)), writable=_may_write(path), path=path)


def _engine_for_url(given: str) -> Engine:
    try:
        url = make_url(given)
        if url.get_backend_name() == "sqlite":
            return engine_for(url.database or ":memory:")
        if url.drivername in ("postgres", "postgresql"):
            # Whichever driver SQLAlchemy would choose: ours is psycopg 3.
            url = url.set(drivername="postgresql+psycopg")
        if url.drivername != "postgresql+psycopg":
            raise NoSuchModuleError(f"{url.drivername} is none of sqlite, postgresql and postgresql+psycopg")  # noqa: TRY301
        return _postgresql_engine(url)
    except ImportError as error:
        raise LedgerError(f"{name_of(url)}: {error}. {INSTALL_PSYCOPG}") from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        # What follows the last @ cannot hold a password, but for options; what SQLAlchemy says of a URL might.
        shown = given.rpartition("@")[2].partition("?")[0] if "@" in given else given.partition("://")[0] + "://..."
        why = f" ({error})" if isinstance(error, NoSuchModuleError) else ""
        raise LedgerError(
            f"{shown!r} is no database that Shuttle can use{why}. Give a path, or postgresql://user@host/name; "
            "in a password, write %40 for @ and %2F for /."
        ) from error


def _postgresql_engine(url: URL) -> Engine:
    options = {"connect_timeout": str(_CONNECT_WAIT_SECONDS), "application_name": "shuttle"}
    return create_engine(
        url,
        # A question takes several statements, which must all see the same ledger; `writing` says otherwise for itself.
        isolation_level="REPEATABLE READ",
        # A connection that broke while nobody asked is made anew.
        pool_pre_ping=True,
        connect_args={name: value for name, value in options.items() if name not in url.query},
    )


def _may_write(path: Path) -> bool:
    # SQLite needs the folder too: the write-ahead log is a file beside the ledger.
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) if path.exists() else True


def _sqlite_engine(url: str | URL, *, writable: bool, path: Path | None = None) -> Engine:
    if writable or path is None:
        engine = create_engine(url, connect_args={"timeout": _WRITE_WAIT_SECONDS})
    else:
        # `immutable` reads without the side files that a log needs; they cannot be made here.
        logged = path.with_name(path.name + "-wal").exists()
        uri = f"{path.absolute().as_uri()}?mode=ro" + ("" if logged else "&immutable=1")
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # Python's sqlite3 opens transactions by rules of its own; we say BEGIN ourselves.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # Keys come in no order, so that a large ledger is read and written all over; the default is 2 MB.
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("shuttle_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: committed as a whole, or not at all; a second writer waits.

    Raises:
        LedgerError: the database refused it (full disk, read-only place, damaged file, ...), or the ledger is looked
            back on (`shuttle.ledger.standing_then`).
    """
    if engine.get_execution_options().get("shuttle_then"):
        raise LedgerError("the ledger as it stood can only be read. Open the ledger itself to add to it.")
    with speaking_plainly(engine), engine.connect() as connection:
        marked = connection.execution_options(shuttle_write=True)
        if engine.dialect.name != "sqlite":
            # Each statement must see what the writer before us committed while we waited.
            marked = marked.execution_options(isolation_level="READ COMMITTED")
        with marked.begin():
            if engine.dialect.name != "sqlite":
                _take_turn(marked)
            yield marked


def _take_turn(connection: Connection) -> None:
    """Wait until no other writer is at this ledger; the database ends our turn with the transaction.

    Numbers are given as the highest and one, so two writers at once would give the same ones.
    """
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_WRITE_WAIT_SECONDS}s'")
    # One database may hold several ledgers, each in a schema of its own.
    connection.exec_driver_sql(
        f"SELECT pg_advisory_xact_lock({_APPLICATION_ID}, hashtext(coalesce(current_schema(), '')))"
    )


def prepare_new(engine: Engine) -> None:
    """Set what a new SQLite file keeps for good: its mark and the write-ahead log; see that PostgreSQL keeps any text.

    Raises:
        LedgerError: the PostgreSQL database has another encoding than UTF-8.
    """
    if engine.dialect.name != "sqlite":
        with engine.connect() as connection:
            encoding = connection.scalar(text("SHOW server_encoding"))
        if encoding != "UTF8":
            raise LedgerError(
                f"{name_of(engine.url)} is encoded in {encoding}, which cannot hold every text. "
                "Make another: createdb --encoding=UTF8 --template=template0 NAME."
            )
        return
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    finally:
        raw.close()


def has_tables(connection: Connection) -> bool:
    """Return whether the database holds any table at all."""
    return bool(inspect(connection).get_table_names())


def append_only(connection: Connection, table: str) -> None:
    """Make the database refuse to change or remove rows of ``table`` from now on."""
    refusal = f"{table} is append-only: record a new row instead"
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )
        return
    connection.exec_driver_sql(
        f"CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()"
    )


def complaints_of_the_database(connection: Connection) -> Iterator[str]:
    """Yield what the database itself finds wrong with its file."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield str(line)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} refers to a row of {row[2]} that is not there"


def by_code_points(connection: Connection) -> None:
    """Make PostgreSQL order all text of the ledger's tables by code points, as Python and SQLite do.

    Ids and keys are looked up by their beginning, as a range; in the order of a language such ranges hold other
    rows. To be called after every migration.
    """
    if connection.dialect.name == "sqlite":
        return
    other = connection.exec_driver_sql(
        "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "JOIN pg_collation o ON o.oid = a.attcollation "
        "WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 "
        "AND a.atttypid = 'text'::regtype AND o.collname <> 'C' ORDER BY c.relname, a.attnum"
    ).all()
    columns: dict[str, list[str]] = {}
    for table, column in other:
        columns.setdefault(table, []).append(column)
    for table, names in columns.items():
        changes = ", ".join(f'ALTER COLUMN "{name}" TYPE text COLLATE "C"' for name in names)
        connection.exec_driver_sql(f'ALTER TABLE "{table}" {changes}')
