"""What a database complains of, as a sentence that says what to do.

In:   the database's address; an error of SQLAlchemy, of a driver or of the codec between.
Out:  `LedgerError`: which ledger, what the database said (on one line), and the way out.

No password gets into a message, neither out of an address nor out of what a driver says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from shuttle.errors import LedgerError

__all__ = ["INSTALL_PSYCOPG", "name_of", "speaking_plainly"]

INSTALL_PSYCOPG = "A PostgreSQL ledger needs psycopg: pip install 'shuttle-diplomacy[postgres]'."
_ELSEWHERE = "or name another place with --ledger or SHUTTLE_LEDGER."


@contextmanager
def speaking_plainly(engine: Engine) -> Iterator[None]:
    """Turn what a database complains of into a `LedgerError` that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise LedgerError(_plain(error, engine.url)) from error
    except UnicodeEncodeError as error:
        found = f"U+{ord(error.object[error.start]):04X} in {error.object[:60]!r}"
        raise LedgerError(
            f"the ledger {name_of(engine.url)}: {found} is half a character, which no database can keep. "
            "Nothing of this document was stored; take it out and try again."
        ) from error
    except SQLAlchemyError as error:
        raise LedgerError(
            f"the ledger {name_of(engine.url)} could not be used: {_discreet(str(error), engine.url)}"
        ) from error


def name_of(url: URL) -> str:
    """Return how a ledger is called in messages: a path, or host and name of a database; never with a password.

    >>> from sqlalchemy.engine import make_url
    >>> name_of(make_url("postgresql+psycopg://me:secret@example.org:5433/summits?sslmode=require"))
    'postgresql://me@example.org:5433/summits'
    """
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    host = url.query.get("host")
    shown = URL.create(
        url.get_backend_name(),
        username=url.username,
        host=url.host or (host if isinstance(host, str) and not host.startswith("/") else None),
        port=url.port,
        database=url.database,
    )
    return shown.render_as_string()


def _plain(error: Exception, url: URL) -> str:
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    said = _discreet(said, url)
    lowered = said.lower()
    advice = _ADVICE_SQLITE if url.get_backend_name() == "sqlite" else _ADVICE_POSTGRESQL
    for sign, way_out in advice.items():
        if sign in lowered:
            return f"the ledger {name_of(url)}: {said}{'' if said.endswith('.') else '.'} {way_out}"
    return f"the ledger {name_of(url)} could not be used: {said}"


def _discreet(said: str, url: URL) -> str:
    """Return ``said`` on one line, without the password of ``url``."""
    given = url.query.get("password")
    for secret in (str(url.password) if url.password else None, *([given] if isinstance(given, str) else given or ())):
        if secret:
            said = said.replace(secret, "***")
    return " ".join(said.split())


# The first sign that is found counts.
_ADVICE_SQLITE = {
    "file is not a database": "This file is no ledger. Name another place with --ledger or SHUTTLE_LEDGER.",
    "malformed": "The file is damaged. Take the last good copy; nothing was written.",
    "readonly": f"It may only be read. Make it writable, {_ELSEWHERE}",
    "unable to open": "Check that the folder exists and that you may write there, or name another place.",
    "database is locked": "Another program has been writing for long. Try again once it is done.",
    "full": "Make room on the disk and try again; nothing of this document was stored.",
    "disk i/o error": "The disk failed to read or write. Check it and its free space, and try again; "
    "nothing of this document was stored.",
    "no such module: fts5": "This Python's SQLite was built without full-text search (FTS5), which the ledger needs. "
    "Use a Python whose SQLite has it: the builds of python.org, conda and all Linux distributions do.",
}
# The server speaks English here unless `lc_messages` says otherwise; then its words stand alone, without advice.
_ADVICE_POSTGRESQL = {
    "password authentication failed": "Check user and password; a password may stand in ~/.pgpass or PGPASSWORD.",
    "no password supplied": "Give the password in ~/.pgpass or in PGPASSWORD.",
    "no pg_hba.conf entry": "The server does not let this user in from here. Ask whoever runs it.",
    "permission denied": "You may not do this there. Ask the ledger's owner for the right (SELECT to read, INSERT to "
    "add, CREATE in the schema to make a ledger).",
    "read-only transaction": "This server may only be read. Name its primary to add documents.",
    "lock timeout": "Others have been writing for long. Try again; nothing of this document was stored.",
    "no space left": "Make room on the server's disk and try again; nothing of this document was stored.",
    "could not extend": "Make room on the server's disk and try again; nothing of this document was stored.",
    "too many clients": "The server has no connection to spare. Try again later.",
    "remaining connection slots": "The server has no connection to spare. Try again later.",
    "nul (0x00)": "PostgreSQL cannot keep a NUL character. Nothing of this document was stored; take it out and try "
    "again.",
    "is starting up": "Try again in a moment.",
    "terminating connection": "The connection was ended. What was kept before stays; nothing of this document was "
    "stored. Try again.",
    "server closed the connection": "The connection broke. What was kept before stays; nothing of this document was "
    "stored. Try again.",
    "connection is closed": "The connection broke. What was kept before stays; nothing of this document was stored. "
    "Try again.",
    "consuming input failed": "The connection broke. What was kept before stays; nothing of this document was "
    "stored. Try again.",
    "does not exist": f"Check the name; `createdb` makes a database. Correct it, {_ELSEWHERE}",
    "timeout expired": f"The server did not answer. Check host and port, {_ELSEWHERE}",
    "connection timeout": f"The server did not answer. Check host and port, {_ELSEWHERE}",
    "connection refused": f"No server answers there. Check host and port and that it runs, {_ELSEWHERE}",
    "no such file or directory": f"No server runs on this machine under that socket. Check host and port, {_ELSEWHERE}",
    "resolve host": f"There is no such host. Check its name, {_ELSEWHERE}",
    "translate host": f"There is no such host. Check its name, {_ELSEWHERE}",
    "name or service not known": f"There is no such host. Check its name, {_ELSEWHERE}",
}
