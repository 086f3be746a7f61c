"""What the ledger works out bit by bit is what it would work out from everything at once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.factory import LEE, TAKAICHI, Writing
from tests.ledger.whole import as_it_must_be, as_kept

from shuttle.errors import JudgementError, UnknownRecordError
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
@given(_DOCUMENTS, st.randoms(use_true_random=False), _STEPS)
def test_whatever_is_done_the_ledger_holds_what_grouping_everything_at_once_gives(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, documents: list[Any], random: Any, steps: list[Any]
) -> None:
    """Whatever is added, read again, withdrawn, judged and taken back: it is as if all were grouped at once."""
    path = tmp_path_factory.mktemp("whole") / "a.db"
    shutil.copy(empty, path)
    readings = [_reading(number, *known) for number, known in enumerate(documents)]
    todo = [("add", reading) for reading in readings] + [("do", step) for step in steps]
    random.shuffle(todo)
    with Ledger.open(path) as ledger:
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
