"""A ledger in PostgreSQL: what is wrong with server, address or rights is said plainly, never with a password."""

import builtins
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from tests.ledger.factory import LEE, Writing, four_accounts, korean_readout
from tests.ledger.stores import PostgresqlStore, speaking_to

from shuttle.errors import LedgerError
from shuttle.ledger import dialect
from shuttle.ledger.ledger import Ledger


def _as(location: str, user: str, password: str | None = None) -> str:
    return make_url(location).set(username=user, password=password).render_as_string(hide_password=False)


def test_a_wrong_password_is_called_so_and_not_shown(postgresql: PostgresqlStore) -> None:
    """A wrong password is called so and not shown; the right one opens."""
    location = postgresql.empty()
    with pytest.raises(LedgerError, match=r"password authentication failed.* Check user and password") as raised:
        Ledger.open(_as(location, "locked", "tr0ub4dor"))
    assert "tr0ub4dor" not in str(raised.value)
    with pytest.raises(LedgerError, match=r"permission denied.*SELECT to read"):
        Ledger.open(_as(location, "locked", "right"))


def test_a_ledger_is_named_without_its_password(postgresql: PostgresqlStore) -> None:
    """What a ledger is called in messages has user, host and database, and no password."""
    with Ledger.open(_as(postgresql.empty(), "postgres", "hunter2")) as ledger:
        assert ledger.name.startswith("postgresql://postgres@/ledger_")
        assert "hunter2" not in ledger.name


@pytest.mark.parametrize(
    ("url", "words"),
    [
        pytest.param("postgresql://me:secret@127.0.0.1:1/db", "No server answers there", id="nobody-listens"),
        pytest.param("postgresql://me:secret@/db?host=/nowhere", "No server runs on this machine", id="no-socket"),
        pytest.param("postgresql://me:secret@no.such.host.invalid/db", "There is no such host", id="no-host"),
        pytest.param("postgresql://me:secret@host:port/db", "write %40 for @ and %2F for /", id="port-is-a-word"),
        pytest.param("postgresql://me:se/cret@no.such.host.invalid/db", "There is no such host", id="slash"),
        pytest.param("postgresql://me@127.0.0.1:1/db?password=secret", "No server answers there", id="in-options"),
    ],
)
def test_a_server_that_does_not_answer_is_named(postgresql_server: object, url: str, words: str) -> None:
    """A server that is down or misspelt is named on one line, with the way out and without the password."""
    with pytest.raises(LedgerError, match=words) as raised:
        Ledger.open(url)
    assert "secret" not in str(raised.value)
    assert "cret@" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_database_that_is_not_there_is_named(postgresql: PostgresqlStore) -> None:
    """A database that is not there is named, with how to make one."""
    with pytest.raises(LedgerError, match=r'"nowhere" does not exist. Check the name; `createdb`'):
        Ledger.open(postgresql.at("nowhere"))


def test_a_server_without_its_driver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg the message names the extra that brings it."""
    really = builtins.__import__

    def without(name: str, *arguments: Any, **more: Any) -> Any:
        if name == "psycopg":
            raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")
        return really(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LedgerError, match=r"pip install 'shuttle-diplomacy\[postgres\]'") as raised:
        dialect.engine_for("postgresql://me:secret@host/db")
    assert "secret" not in str(raised.value)


def test_who_may_only_read_reads_and_is_told_what_is_missing(postgresql: PostgresqlStore) -> None:
    """A user with SELECT alone is answered; adding, and making a ledger, are refused with the right that is needed."""
    location = postgresql.bare()
    with pytest.raises(LedgerError, match=r"permission denied for schema public.*CREATE in the schema"):
        Ledger.open(_as(location, "guest"))
    with Ledger.open(location) as ledger:
        for reading in four_accounts():
            ledger.add(reading)
    with speaking_to(location) as connection:
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest"))
    with Ledger.open(_as(location, "guest")) as ledger:
        assert len(ledger.meetings("KOR", "JPN")) == 2
        assert ledger.search("nara")
        with pytest.raises(LedgerError, match=r"permission denied for table.*INSERT to add"):
            ledger.add(korean_readout(url="https://example.org/new"))
        assert ledger.counts().documents == 4


def test_a_connection_that_breaks_while_adding_leaves_nothing_of_the_document(
    postgresql: PostgresqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that breaks in the middle says so, keeps nothing of the document, and the work goes on."""
    location = postgresql.empty()
    with Ledger.open(location) as ledger:
        ledger.add(four_accounts()[1])

        def broken(connection: Any, _written: Any) -> None:
            mine = connection.scalar(text("SELECT pg_backend_pid()"))
            postgresql.administer(f"SELECT pg_terminate_backend({mine}, 5000)")
            connection.scalar(text("SELECT 1"))

        with monkeypatch.context() as patch:
            patch.setattr("shuttle.ledger.ledger.join", broken)
            with pytest.raises(LedgerError, match=r"nothing of this document was stored. Try again"):
                ledger.add(korean_readout())
        assert ledger.counts().documents == 1
        assert ledger.add(korean_readout()).new
        assert ledger.counts().documents == 2


def test_a_connection_that_broke_while_nobody_asked_is_made_anew(postgresql: PostgresqlStore) -> None:
    """A server that was started anew between two questions makes no trouble."""
    location = postgresql.empty()
    with Ledger.open(location) as ledger:
        ledger.add(korean_readout())
        name = make_url(location).database
        postgresql.administer(
            f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608
        )
        assert len(ledger.meetings()) == 1


def test_nul_is_refused_by_name_and_nothing_is_kept(postgresql: PostgresqlStore) -> None:
    """NUL, which no document that Shuttle loads has, cannot be kept here, and the message says so."""
    words = "Lee met \x00 in Nara"
    with Ledger.open(postgresql.empty()) as ledger:
        with pytest.raises(LedgerError, match="PostgreSQL cannot keep a NUL character"):
            ledger.add(Writing(words).meeting(words, people=(LEE,)).reading())
        assert ledger.counts().documents == 0


def test_whoever_waits_too_long_for_a_turn_is_told(
    postgresql: PostgresqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that another keeps waiting gives up with a message, and nothing is kept."""
    monkeypatch.setattr("shuttle.ledger.dialect._WRITE_WAIT_SECONDS", 0.2)
    location = postgresql.empty()
    with Ledger.open(location) as one, Ledger.open(location) as other:
        with dialect.writing(one._engine), pytest.raises(LedgerError, match="Others have been writing for long"):
            other.add(korean_readout())
        assert other.add(korean_readout()).new


def test_a_database_of_another_encoding_is_refused_before_anything_is_made(postgresql: PostgresqlStore) -> None:
    """A database that cannot hold every text is refused, with how to make one that can."""
    postgresql.administer(
        "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0 STRATEGY file_copy"
    )
    try:
        with pytest.raises(LedgerError, match=r"encoded in LATIN1.*createdb --encoding=UTF8"):
            Ledger.open(postgresql.at("latin"))
    finally:
        postgresql.administer("DROP DATABASE latin WITH (FORCE)")


def test_two_ledgers_in_one_database_do_not_wait_for_each_other(postgresql: PostgresqlStore) -> None:
    """Ledgers in schemas of their own are apart: one writes while the other does."""
    location = postgresql.bare()
    with speaking_to(location) as connection:
        connection.execute(text("CREATE SCHEMA one"))
        connection.execute(text("CREATE SCHEMA two"))
    urls = [
        make_url(location).update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
        for name in ("one", "two")
    ]
    with Ledger.open(urls[0]) as one, Ledger.open(urls[1]) as two:
        with dialect.writing(one._engine):
            two.add(korean_readout())
        assert (one.counts().documents, two.counts().documents) == (0, 1)
