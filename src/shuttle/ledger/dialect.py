"""Everything in the ledger that depends on the kind of database.

SQLite by default: write-ahead log, foreign keys enforced, writers queue with ``BEGIN IMMEDIATE``,
a commit is on the disk when it returns. A PostgreSQL URL goes the same way with triggers in its own words. Trouble of
any database comes out as `LedgerError` (see `speaking_plainly`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from shuttle.errors import LedgerError

__all__ = ["append_only", "complaints_of_the_database", "engine_for", "has_tables", "speaking_plainly", "writing"]

# Marks our files (`file` and forensics see it): "Shtl".
_APPLICATION_ID = 0x5368746C
_WRITE_WAIT_SECONDS = 30
_CACHE_KILOBYTES = 65_536


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


def _engine_for_url(text: str) -> Engine:
    try:
        url = make_url(text)
        if url.get_backend_name() == "sqlite":
            return engine_for(url.database or ":memory:")
        return create_engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        shown = text.split("@")[-1]  # never a password
        raise LedgerError(
            f"{shown!r} is no database that Shuttle can use ({error}). "
            "Give a path, or postgresql+psycopg://user@host/name with psycopg installed."
        ) from error


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) if path.exists() else True


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
        LedgerError: the database refused it (full disk, read-only place, damaged file, ...).
    """
    with speaking_plainly(engine), engine.connect() as connection:
        marked = connection.execution_options(shuttle_write=True)
        with marked.begin():
            yield marked


def prepare_file(engine: Engine) -> None:
    """Set what a new SQLite file keeps for good: its mark and the write-ahead log. Else do nothing."""
    if engine.dialect.name != "sqlite":
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


@contextmanager
def speaking_plainly(engine: Engine) -> Iterator[None]:
    """Turn what a database complains of into a `LedgerError` that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise LedgerError(_plain(error, _name(engine))) from error
    except SQLAlchemyError as error:
        raise LedgerError(f"the ledger {_name(engine)} could not be used: {error}") from error


def _name(engine: Engine) -> str:
    return engine.url.database or engine.url.render_as_string(hide_password=True)


def _plain(error: Exception, name: str) -> str:
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    lowered = said.lower()
    for sign, advice in _ADVICE.items():
        if sign in lowered:
            return f"the ledger {name}: {said}. {advice}"
    return f"the ledger {name} could not be used: {said}"


_ADVICE = {
    "file is not a database": "This file is no ledger. Name another place with --ledger or SHUTTLE_LEDGER.",
    "malformed": "The file is damaged. Take the last good copy; nothing was written.",
    "readonly": "It may only be read. Make it writable, or name another place with --ledger or SHUTTLE_LEDGER.",
    "unable to open": "Check that the folder exists and that you may write there, or name another place.",
    "database is locked": "Another program has been writing for long. Try again once it is done.",
    "full": "Make room on the disk and try again; nothing of this document was stored.",
    "disk i/o error": "The disk failed to read or write. Check it and try again; nothing of this document was stored.",
}
