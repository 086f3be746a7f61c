"""A ledger of an older version is brought up to date with nothing lost, and is searchable."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.stores import SqliteStore, rows_of

from shuttle.ledger import schema, search_index
from shuttle.ledger.ledger import Ledger

_FIRST = Path(__file__).with_name("first_version.sql")


@pytest.fixture
def first(tmp_path: Path) -> Iterator[str]:
    """A ledger as the first version of Shuttle left it."""
    location = SqliteStore(tmp_path).bare()
    with sqlite3.connect(location) as connection:
        connection.executescript(_FIRST.read_text(encoding="utf-8"))
    connection.close()
    yield location


def test_the_first_versions_ledger_loses_nothing(first: str) -> None:
    """Every row of every table of the first version is there afterwards, unchanged."""
    before = rows_of(first)
    Ledger.open(first).close()
    after = rows_of(first)
    assert after.pop("alembic_version") == [(schema.HEAD,)]
    assert before.pop("alembic_version") == [("0001",)]
    # Keys by which matching finds are derived, and made anew; a column that was added says nothing of old entries.
    before.pop("blocks")
    after["entries"] = [row[: len(before["entries"][0])] for row in after["entries"]]
    assert {table: after[table] for table in before} == before
    assert len(before["documents"]) == 3


def test_the_first_versions_ledger_answers_as_before(first: str) -> None:
    """Its accounts, their evidence and its documents are what the first version told of them."""
    with Ledger.open(first) as ledger:
        counts = ledger.counts()
        assert (counts.documents, counts.claims, counts.meetings, counts.visits) == (3, 195, 2, 2)
        assert (counts.commitments, counts.statements, counts.next_steps) == (5, 7, 8)
        pair = ledger.pair("KOR", "JPN")
        assert [meeting.start for meeting in pair.meetings] == ["2025-10", "2026-01-13"]
        accounts = (*pair.meetings, *pair.visits, *pair.commitments, *pair.statements, *pair.next_steps)
        passages = [passage for account in accounts for passage in account.evidence]
        assert passages
        assert all(evidence.stands_in(ledger.text(document)) for document, evidence in passages)
        for source in ledger.documents():
            assert not ledger.add(ledger.reading(source.document_id)).new


def test_the_first_versions_ledger_is_searchable(first: str) -> None:
    """Documents and findings that were kept before there was a search are found, and once only."""
    with Ledger.open(first) as ledger:
        found = ledger.search("Horyuji")
        assert {hit.kind for hit in found} >= {"document"}
        assert len({hit.id for hit in found}) == len(found)
        assert len(ledger.search("Takaichi", ["document"])) == 3
        assert [hit.kind for hit in ledger.search('"supply chains"', ["commitment", "statement"])] != []


def test_an_index_made_anew_is_the_one_that_grew(first: str) -> None:
    """Rebuilding the index changes no answer."""
    with Ledger.open(first) as ledger:
        before = [ledger.search(words) for words in ("Nara", "Lee Takaichi", '"expanded meeting"')]
        from shuttle.ledger import dialect

        with dialect.writing(ledger._engine) as connection:
            search_index.rebuild(connection)
        assert [ledger.search(words) for words in ("Nara", "Lee Takaichi", '"expanded meeting"')] == before
        assert before[0]
