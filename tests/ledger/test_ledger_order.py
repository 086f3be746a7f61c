"""The ledger's account depends on what was read, not on when or how often."""

from __future__ import annotations

import random
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.factory import LEE, TAKAICHI, Writing, four_accounts, summit
from tests.ledger.stores import PostgresqlStore

from shuttle.ledger.grouping import group
from shuttle.ledger.ledger import Ledger
from shuttle.ledger.matching import mention_of
from shuttle.records.findings import Person, Place
from shuttle.records.readings import Reading

_BIDEN = Person("Joe Biden", "President", "USA")
_TRIO = ("KOR", "JPN", "USA")
_READINGS: tuple[Reading, ...] = (
    *four_accounts(),
    summit("2026-01", published="2026-02-01", place=Place("Japan", "JPN")),
    summit("2025", text="They met once in Busan.", published="2025-12-01", place=Place("Busan", "KOR")),
    summit("2025-09-30", published="2025-10-01", place=Place("Busan", "KOR"), host="KOR"),
    Writing("They met in Nara.", published="2026-01-20").meeting("met in Nara", place=Place("Nara", "JPN")).reading(),
    Writing("They met again.", published="2026-01-20").meeting("met again").reading(),
    summit("2025-10-13", published="2025-10-14", level="ministers", mode="phone"),
    summit("2025-10-30", text="A third text on Gyeongju.", people=(LEE, TAKAICHI), countries=_TRIO),
    summit("2025-10-30", text="Three met.", people=(LEE, TAKAICHI, _BIDEN), countries=_TRIO),
    Writing("Cancelled: the meeting in Nara on Jan. 13.", published="2026-01-10")
    .meeting("the meeting in Nara", start="2026-01-13", status="cancelled", place=Place("Nara", "JPN"))
    .reading(),
)


# What grouping all findings at once gives: what the ledger joins bit by bit must come to the same.
_GROUPS = {
    found.findings for found in group(mention_of(meeting, r.document) for r in _READINGS for meeting in r.meetings)
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds nothing, made once."""
    path: Path = tmp_path_factory.mktemp("ledger") / "empty.db"
    Ledger.open(path).close()
    return path


@pytest.fixture(scope="module")
def in_order(empty: Path) -> _Account:
    """The account that the readings give in the order they are written here."""
    path = empty.with_name("in-order.db")
    shutil.copy(empty, path)
    with Ledger.open(path) as ledger:
        for reading in _READINGS:
            ledger.add(reading)
        return _Account(ledger)


def _rows(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


class _Account:
    """All that a ledger says of Korea and Japan; its name is short, since hypothesis prints it when a test fails."""

    def __init__(self, ledger: Ledger) -> None:
        pair = ledger.pair("KOR", "JPN")
        why = {
            (m.finding, m.account, m.score, m.reasons, m.method)
            for account in (*pair.meetings, *pair.visits, *pair.commitments)
            for m in account.memberships
        }
        self.said = (pair, why)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Account) and self.said == other.said

    def __hash__(self) -> int:
        return hash(self.said[0])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(len(_READINGS))), st.lists(st.integers(0, len(_READINGS) - 1), max_size=4))
def test_any_order_with_any_repetition_gives_the_same_account(
    empty: Path, in_order: _Account, tmp_path_factory: pytest.TempPathFactory, order: list[int], again: list[int]
) -> None:
    """Any order with any repetition gives the same account."""
    path = tmp_path_factory.mktemp("order") / "a.db"
    shutil.copy(empty, path)
    with Ledger.open(path) as ledger:
        for number in (*order, *again):
            ledger.add(_READINGS[number])
        assert _Account(ledger) == in_order
        assert {meeting.findings for meeting in ledger.meetings()} == _GROUPS


@pytest.mark.parametrize("seed", range(3))
def test_the_account_is_the_same_in_every_store(postgresql: PostgresqlStore, in_order: _Account, seed: int) -> None:
    """PostgreSQL comes to the account that SQLite comes to, in any order, after poorer readings too."""
    chance = random.Random(seed)  # noqa: S311
    order = chance.sample(range(len(_READINGS)), len(_READINGS))
    with Ledger.open(postgresql.empty()) as ledger:
        for number in order[:4]:
            ledger.add(_first_try(_READINGS[number], number))
        for number in (*order, *order[:3]):
            ledger.add(_READINGS[number])
        assert _Account(ledger) == in_order


def _first_try(reading: Reading, number: int) -> Reading:
    """Return what a poorer reader made of the same document: other dates, a meeting missed, no promises."""
    meetings = tuple(replace(m, start="2026-01-14", end=None, level=None) for m in reading.meetings[number % 2 :])
    return replace(reading, reader="by-hand/0", meetings=meetings, commitments=(), visits=())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(len(_READINGS))), st.sets(st.integers(0, len(_READINGS) - 1)))
def test_after_a_newer_reading_the_account_is_as_if_the_older_had_never_been(
    empty: Path, in_order: _Account, tmp_path_factory: pytest.TempPathFactory, order: list[int], poor: set[int]
) -> None:
    """What a better reader finds replaces what a poorer one joined, with nothing left over."""
    path = tmp_path_factory.mktemp("newer") / "a.db"
    shutil.copy(empty, path)
    with Ledger.open(path) as ledger:
        for number in poor:
            ledger.add(_first_try(_READINGS[number], number))
        for number in order:
            ledger.add(_READINGS[number])
        assert _Account(ledger) == in_order


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(_READINGS) - 1), min_size=1, max_size=6))
def test_reading_again_what_is_there_leaves_every_table_byte_for_byte(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, numbers: list[int]
) -> None:
    """Reading again what is there leaves every table byte for byte."""
    path = tmp_path_factory.mktemp("again") / "a.db"
    shutil.copy(empty, path)
    with Ledger.open(path) as ledger:
        for number in numbers:
            ledger.add(_READINGS[number])
    before = _rows(path)
    with Ledger.open(path) as ledger:
        for number in reversed(numbers):
            assert not ledger.add(_READINGS[number]).new
    assert _rows(path) == before
