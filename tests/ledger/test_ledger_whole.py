"""What the ledger works out bit by bit is what it would work out from everything at once."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.ledger.factory import LEE, TAKAICHI, Writing
from tests.ledger.whole import as_it_must_be, as_kept
from tools.benchmarks.world import World

from shuttle.errors import JudgementError, RecordError, UnknownRecordError
from shuttle.ledger import blocking, schema, touched
from shuttle.ledger.ledger import Ledger
from shuttle.records.findings import Person, Place
from shuttle.records.readings import Reading

_DAYS = ["2025-10-30", "2025-10-31", "2025-11-01", "2026-01-13", "2026-01-14", "2026-12-30", "2027-01-02"]
_STARTS = st.one_of(
    st.sampled_from(_DAYS), st.sampled_from([None, None, None, "2025", "2026", "2025-10", "2026-01", "2027-01"])
)
_MEETINGS = st.fixed_dictionaries(
    {
        "start": _STARTS,
        "end": st.sampled_from([None, None, None, "2026-01-14", "2026-02-02", "2027-01-03", "2026"]),
        "status": st.sampled_from(["held", "held", "held", "planned", "cancelled"]),
        "level": st.sampled_from(["leaders", "leaders", "ministers", None]),
        "mode": st.sampled_from([None, "in person"]),
        "place": st.sampled_from([None, Place("Nara", "JPN"), Place("Nara", "JPN"), Place("Gyeongju", "KOR")]),
        "forum": st.sampled_from([None, None, "APEC", "G20"]),
        "ordinal": st.sampled_from([None, None, 3]),
        "people": st.sampled_from([(), (LEE, TAKAICHI), (Person("Cho Tae-yul", None, "KOR"),)]),
        "countries": st.sampled_from([("KOR", "JPN"), ("KOR", "JPN"), ("KOR", "JPN"), ("KOR", "JPN", "USA")]),
    }
)
_DOCUMENTS = st.lists(
    st.tuples(
        st.sampled_from([None, "2025-11-02", "2026-01-20", "2026-01-25", "2026-02-03", "2025-12", "2026"]),
        st.lists(_MEETINGS, min_size=1, max_size=2),
        st.booleans(),
    ),
    min_size=3,
    max_size=9,
)
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["poor", "again", "forget", "undo", "same", "same", "different", "reject"]),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds nothing, made once."""
    path: Path = tmp_path_factory.mktemp("ledger") / "empty.db"
    Ledger.open(path).close()
    return path


def _reading(number: int, published: str | None, meetings: list[dict[str, Any]], agreed: bool) -> Reading:
    words = ("they met once", "they met twice")
    text = f"Report {number}: {words[0]}, {words[1]}, to expand trade in rare earths and steel."
    known = {"published": published} if published else {}
    writing = Writing(text, **known)
    for quote, fields in zip(words, meetings, strict=False):
        writing.meeting(quote, **fields)
    if agreed:
        writing.commitment("to expand trade in rare earths and steel" if number % 2 else "expand trade in rare earths")
    return writing.reading()


def _poorer(reading: Reading, number: int) -> Reading:
    meetings = tuple(replace(m, start="2026-01-14", end=None, level=None, place=None) for m in reading.meetings[:1])
    commitments = reading.commitments if number % 2 else ()
    return replace(reading, reader=f"by-hand/1.{number}", meetings=meetings, commitments=commitments)


def _named(reading: Reading, number: int) -> str:
    findings = [found.id for found in reading.findings()]
    return findings[number % len(findings)]


def _do(ledger: Ledger, readings: list[Reading], step: tuple[str, int, int]) -> None:
    what, first, second = step
    one, other = readings[first % len(readings)], readings[second % len(readings)]
    judging = ledger.judging("Ana")
    if what == "poor":
        ledger.add(_poorer(one, second))
    elif what == "again":
        ledger.add(replace(one, reader=f"by-hand/2.{second}"))
    elif what == "forget":
        judging.forget(one.document.id)
    elif what == "undo":
        standing = [j.entry for j in ledger.judgements()]
        if standing:
            judging.undo(standing[first % len(standing)])
    elif what == "reject":
        judging.reject(one.meetings[second % len(one.meetings)].id)
    else:
        mine, theirs = (_named(reading, first + second) for reading in (one, other))
        if what == "same":
            judging.same(mine, theirs)
        else:
            judging.different(mine, theirs)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DOCUMENTS, st.randoms(use_true_random=False), _STEPS, st.sampled_from([0, 1, 2, 60]))
def test_whatever_is_done_the_ledger_holds_what_grouping_everything_at_once_gives(
    empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
    documents: list[Any],
    random: Any,
    steps: list[Any],
    crowded: int,
) -> None:
    """Whatever is added, read again, withdrawn, judged and taken back: it is as if all were grouped at once."""
    path = tmp_path_factory.mktemp("whole") / "a.db"
    shutil.copy(empty, path)
    readings = [_reading(number, *known) for number, known in enumerate(documents)]
    todo = [("add", reading) for reading in readings] + [("do", step) for step in steps]
    random.shuffle(todo)
    with Ledger.open(path) as ledger, pytest.MonkeyPatch.context() as patch:
        # However few months make parties meet too often for texts without any date.
        patch.setattr(blocking, "CROWDED", crowded)
        patch.setattr(touched, "CROWDED", crowded)
        for what, value in todo:
            try:
                if what == "add":
                    ledger.add(value)
                else:
                    _do(ledger, readings, value)
            except (JudgementError, UnknownRecordError):
                continue
            assert as_kept(path) == as_it_must_be(path), (what, value if what == "do" else value.document.id)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DOCUMENTS, st.randoms(use_true_random=False))
def test_any_order_of_any_documents_gives_the_same_account(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, documents: list[Any], random: Any
) -> None:
    """Any order of any documents gives the same account."""
    readings = [_reading(number, *known) for number, known in enumerate(documents)]
    kept = []
    for _ in range(2):
        path = tmp_path_factory.mktemp("order") / "a.db"
        shutil.copy(empty, path)
        with Ledger.open(path) as ledger:
            for reading in readings:
                ledger.add(reading)
        kept.append(as_kept(path))
        random.shuffle(readings)
    assert kept[0] == kept[1]


def test_many_at_once_give_what_one_by_one_gives(empty: Path) -> None:
    """Many at once give what one by one gives, to the last row."""
    readings = [told.reading for told in World(40).told(0, 40)]
    readings.append(replace(readings[3], reader="world/2", commitments=(), statements=()))
    rows = []
    for name in ("one-by-one", "at-once"):
        path = empty.with_name(f"{name}.db")
        shutil.copy(empty, path)
        with Ledger.open(path, clock=lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC)) as ledger:
            if name == "at-once":
                assert ledger.add_all([*readings, readings[0]], at_once=7) == len(readings)
            else:
                for reading in readings:
                    ledger.add(reading)
        with sqlite3.connect(path) as connection:
            # How the index of words is cut into segments depends on the transactions; what it finds does not.
            rows.append([line for line in connection.iterdump() if "search_words_" not in line])
        assert as_kept(path) == as_it_must_be(path)
    assert rows[0] == rows[1]


def test_a_reading_that_is_refused_takes_only_its_own_transaction_along(empty: Path) -> None:
    """A reading that is refused takes only its own transaction along."""
    path = empty.with_name("refused.db")
    shutil.copy(empty, path)
    readings = [told.reading for told in World(9).told(0, 9)]
    twice = readings[7].meetings[0]
    readings[7] = replace(readings[7], meetings=(twice, twice))
    with Ledger.open(path) as ledger:
        with pytest.raises(RecordError, match="name two findings"):
            ledger.add_all(readings, at_once=3)
        assert ledger.counts().documents == 6
        assert ledger.verify().whole


def test_no_query_of_an_addition_or_a_pair_reads_a_whole_table(empty: Path) -> None:
    """No query of an addition, a pair or a record reads a whole table."""
    path = empty.with_name("plans.db")
    shutil.copy(empty, path)
    world = World(60)
    with Ledger.open(path) as ledger, sqlite3.connect(path) as beside:
        plans: list[tuple[str, str]] = []

        def explain(_conn: Any, _cursor: Any, said: str, values: Any, _context: Any, many: bool) -> None:
            if said.lstrip().startswith(("SELECT", "UPDATE", "DELETE")):
                rows = beside.execute(f"EXPLAIN QUERY PLAN {said}", values[0] if many else values)
                plans.extend((said, row[3]) for row in rows)

        ledger.add_all(told.reading for told in world.told(0, 50))
        event.listen(ledger._engine, "before_cursor_execute", explain)
        for told in world.told(50, 60):
            ledger.add(told.reading)
        one, other, *_ = told.reading.meetings[0].countries
        ledger.record(ledger.pair(one, other).meetings[0].id)
    tables = "|".join(schema.metadata.tables)
    assert plans
    assert [(said, plan) for said, plan in plans if re.match(rf"SCAN ({tables})\w*( |$)", plan)] == []


def test_a_pair_since_a_day_is_complete_but_for_older_words_which_are_counted(empty: Path) -> None:
    """A pair since a day has all meetings, visits and commitments; older statements and steps are counted."""
    path = empty.with_name("since.db")
    shutil.copy(empty, path)
    world = World(3000)
    with Ledger.open(path) as ledger:
        ledger.add_all(told.reading for told in world.told(0, 400))
        rank = max(range(60), key=lambda rank: len(ledger.pair(*world.pairs[rank]).statements))
        whole = ledger.pair(*world.pairs[rank])
        days = sorted(source.published for source in whole.sources if source.published)
        since = days[len(days) // 2]
        part = ledger.pair(*world.pairs[rank], since=since)
        assert ledger.pair(*world.pairs[rank], since="0001-01-01") == replace(whole, since="0001-01-01")
    assert (part.meetings, part.visits, part.commitments) == (whole.meetings, whole.visits, whole.commitments)
    kept = {one.id for one in (*part.statements, *part.next_steps)}
    every = (*whole.statements, *whole.next_steps)
    young = {one.id for one in every if any((s.published or "9999") >= since for s in one.sources)}
    assert kept == young
    assert part.earlier == len(every) - len(kept) > 0
