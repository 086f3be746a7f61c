"""Bring a ledger to today's tables, forwards from every version.

The migrations stand in `migrations/versions/`, one file each, run by alembic from inside the
program: a user never sees alembic. A ledger that is up to date is recognised without loading it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from shuttle.errors import LedgerError
from shuttle.ledger import dialect, search_index
from shuttle.ledger.schema import HEAD

__all__ = ["bring_up_to_date", "version_of"]

_MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """Return the version that a ledger stands at; None if the database is empty.

    Raises:
        LedgerError: the database holds tables, but they are no ledger's.
    """
    if not dialect.has_tables(connection):
        return None
    if not connection.dialect.has_table(connection, "alembic_version") or not connection.dialect.has_table(
        connection, "entries"
    ):
        raise LedgerError(
            f"{dialect.name_of(connection.engine.url)}: this database belongs to another program. "
            "Name another place with --ledger or SHUTTLE_LEDGER."
        )
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def bring_up_to_date(engine: Engine) -> None:
    """Create the ledger's tables if there are none, else bring them to `HEAD`.

    Raises:
        LedgerError: the ledger was written by a newer Shuttle, is none, or cannot be written.
    """
    with dialect.speaking_plainly(engine):
        with engine.connect() as connection:
            version = version_of(connection)
        if version == HEAD:
            return
        if version is not None and version > HEAD:
            raise LedgerError(
                f"{dialect.name_of(engine.url)}: a newer Shuttle wrote this ledger (version {version}; this one knows "
                f"up to {HEAD}). Update with `pip install --upgrade shuttle-diplomacy`."
            )
        if version is None:
            dialect.prepare_new(engine)
        with dialect.writing(engine) as connection:
            # Another process may have been quicker while we waited for our turn.
            if version_of(connection) != HEAD:
                _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    dialect.by_code_points(connection)
    # Here and not in its migration, which must not read tables as only later migrations leave them.
    search_index.fill_if_empty(connection)
