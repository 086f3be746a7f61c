"""`Ledger.verify` finds whatever was changed behind the ledger's back; the history tells what was done."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.factory import four_accounts, japanese_readout, korean_readout

from shuttle.errors import LedgerError
from shuttle.ledger.ledger import Ledger
from shuttle.ledger.sealing import FIRST


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A ledger with four documents and a judgement, closed."""
    with Ledger.open(tmp_path / "shuttle.db") as ledger:
        for reading in four_accounts():
            ledger.add(reading)
        ledger.judging("Ana").accept(korean_readout().meetings[0].id, "looked at it")
    yield tmp_path / "shuttle.db"


def _tampered(path: Path, *statements: str) -> None:
    """Change a ledger as somebody with the file in hand could: triggers gone, foreign keys off."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
    connection.close()


def test_a_ledger_that_nobody_touched_is_whole(path: Path) -> None:
    """A ledger that nobody touched is whole, and its seal can be noted down."""
    with Ledger.open(path) as ledger:
        verdict = ledger.verify()
        assert verdict.whole
        assert (verdict.entries, verdict.documents) == (5, 4)
        assert verdict.quotations > 10
        assert ledger.verify(head=verdict.head).whole
        assert ledger.verify(head=verdict.head[:12]).whole
        assert not ledger.verify(head="f" * 64).whole


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE documents SET text = replace(text, 'Nara', 'Kyoto')", "entry 1"),
        ("UPDATE claims SET value = '90' WHERE field = 'duration_minutes'", "a row that came with it was changed"),
        ("UPDATE evidence SET quote = 'Kyoto' WHERE quote = 'Nara'", "does not read 'Kyoto'"),
        ("UPDATE evidence SET start_offset = start_offset + 1, end_offset = end_offset + 1", "does not read"),
        ("DELETE FROM claims WHERE field = 'ordinal'", "a row that came with it was changed"),
        ("DELETE FROM evidence WHERE position = 0", "a row that came with it was changed"),
        ("UPDATE readings SET side = 'JPN' WHERE side = 'KOR'", "entry 1"),
        ("UPDATE entries SET agent = 'Ben' WHERE agent = 'Ana'", "entry 5"),
        ("UPDATE entries SET because = 'no reason' WHERE because IS NOT NULL", "entry 5"),
        ("DELETE FROM entries WHERE seq = 2", "entries 2 to 2 are missing"),
        ("DELETE FROM entries WHERE seq = 5", "entries 5 to 5 are missing"),
        ("DELETE FROM seals WHERE entry = 3", "has no seal"),
        ("UPDATE seals SET digest = content WHERE entry = 2", "entry 2"),
        ("DELETE FROM membership WHERE seq = 1", "entry 1"),
        ("UPDATE membership SET account = 'ma-000000000000' WHERE seq = 1", "entry 1"),
        ("DELETE FROM judged", "entry 5"),
        ("DELETE FROM findings WHERE kind = 'visit'", "is referred to and is not there"),
        ("UPDATE homes SET account = NULL", "is not where its last membership puts it"),
        ("DELETE FROM homes", "is not where its last membership puts it"),
        ("DELETE FROM standing", "counts by reading None"),
        ("DELETE FROM bodies", "is not told as it was kept"),
        ("UPDATE bodies SET body = replace(body, 'Nara', 'Kyoto')", "is not told as it was kept"),
        ("INSERT INTO bodies SELECT reading, 'm-0', body FROM bodies LIMIT 1", "finding m-0 was never kept"),
        ("INSERT INTO areas VALUES (1, 99, 'whales')", "entry 1"),
    ],
)
def test_verify_names_what_was_changed_removed_or_added(path: Path, statement: str, words: str) -> None:
    """Every change behind the ledger's back is named."""
    _tampered(path, statement)
    with Ledger.open(path) as ledger:
        verdict = ledger.verify()
    assert not verdict.whole
    assert any(words in fault for fault in verdict.faults), verdict.faults


def test_a_flipped_byte_shows_or_lies_where_nothing_is_kept(path: Path) -> None:
    """A byte flipped anywhere in the file is found, unless everything that is kept still reads the same."""
    with Ledger.open(path) as ledger:
        before = [ledger.reading(reading.document.id) for reading in four_accounts()]
        head = ledger.verify().head
    data = bytearray(path.read_bytes())
    words = [data.find(word) for word in (b"held a summit in Nara on January 13", b"meet.held", b"by-hand/1", b"Ana")]
    found = 0
    for place in (*(at for at in words if at > 0), *range(4096, len(data), max(1, len(data) // 100))):
        changed = path.with_name("changed.db")
        data[place] ^= 0x20
        changed.write_bytes(data)
        data[place] ^= 0x20
        try:
            with Ledger.open(changed) as ledger:
                if ledger.verify(head).whole:
                    assert [ledger.reading(reading.document.id) for reading in four_accounts()] == before
                    assert place not in words
                else:
                    found += 1
        except LedgerError:
            found += 1
    assert found >= 5


def test_a_cut_off_end_shows_only_against_a_seal_that_was_noted_down(path: Path) -> None:
    """What the chain cannot see by itself, as the documentation says: the last entries removed with their seals."""
    with Ledger.open(path) as ledger:
        noted = ledger.verify().head
    _tampered(
        path, "DELETE FROM judged", "DELETE FROM judgements", "DELETE FROM seals WHERE entry = 5",
        "DELETE FROM entries WHERE seq = 5",
    )  # fmt: skip
    with Ledger.open(path) as ledger:
        assert ledger.verify().whole
        assert not ledger.verify(head=noted).whole


def test_the_history_of_a_record_tells_who_did_what_when_and_why(tmp_path: Path) -> None:
    """Reading, placing, judging and undoing, each with its agent, its reason and its time."""
    noon = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)
    with Ledger.open(tmp_path / "a.db", clock=lambda: noon) as ledger:
        ledger.add(korean_readout())
        ledger.add(japanese_readout())
        (meeting,) = ledger.meetings()
        apart = ledger.judging("Ana").different(japanese_readout().meetings[0].id, meeting.id, "two meetings")
        ledger.judging("Ben").undo(apart.entry, "one after all")
        entries = ledger.history(meeting.id)
        assert [(e.seq, e.action, e.agent, e.because) for e in entries] == [
            (1, "read", "by-hand/1", None),
            (2, "read", "by-hand/1", None),
            (3, "different", "Ana", "two meetings"),
            (4, "undo", "Ben", "one after all"),
        ]
        assert entries[2].undone == 4
        assert "placed in" in entries[1].changes[0]
        assert "same event" in entries[1].changes[0]
        assert {e.recorded_at for e in entries} == {"2026-01-20T12:00:00+00:00"}
        assert [e.seq for e in ledger.history(limit=2)] == [3, 4]
        assert [e.seq for e in ledger.history(korean_readout().document.id)] == [1]
        assert entries[0].digest not in (None, FIRST)
