"""Judgements of another ledger: taken over as they were made, once, and only if their kind can say that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.factory import four_accounts, korean_readout

from shuttle.errors import JudgementError, RecordError, ShuttleError
from shuttle.ledger.ledger import Ledger
from shuttle.records.judgements import Judgement
from shuttle.records.readings import Reading

READINGS = four_accounts()


def _ledger(path: Path, readings: tuple[Reading, ...] = READINGS) -> Ledger:
    ledger = Ledger.open(path)
    ledger.add_all(readings)
    return ledger


@pytest.fixture
def judged(tmp_path: Path) -> tuple[Judgement, ...]:
    """One judgement of every kind, as another ledger has them."""
    korean, japanese, preview, report = READINGS
    with _ledger(tmp_path / "there.db") as ledger:
        ana = ledger.judging("Ana")
        ana.different(korean.meetings[0].id, report.meetings[0].id, "two days")
        ana.same(preview.meetings[0].id, korean.meetings[0].id)
        ana.link(korean.commitments[0].id, report.document.id, "supports", "work goes on")
        ana.assess(japanese.commitments[0].id, score=0, completion="limited", window="2026..2027", life="stalled")
        ana.edit(korean.meetings[0].id, "duration_minutes", "95", "both rounded")
        ana.edit(korean.meetings[0].id, "place", "Nara City, Japan")
        ana.accept(korean.meetings[0].id, item="r-1")
        ana.reject(report.visits[0].id)
        return ledger.judgements()


def test_what_was_judged_there_holds_here(tmp_path: Path, judged: tuple[Judgement, ...]) -> None:
    """After taking over readings and judgements, the accounts give the same values, and the ledger is whole."""
    with _ledger(tmp_path / "here.db", READINGS[::-1]) as here, Ledger.open(tmp_path / "there.db") as there:
        for judgement in judged:
            assert here.judging(judgement.by).take_over(judgement) is not None
        mine, theirs = here.pair("KOR", "JPN"), there.pair("KOR", "JPN")
        for one, other in zip((*mine.meetings, *mine.visits), (*theirs.meetings, *theirs.visits), strict=True):
            assert one.findings == other.findings
            assert [(v.field, v.value, v.rule) for v in one.fields] == [
                (v.field, v.value, v.rule) for v in other.fields
            ]
        assert mine.commitments == theirs.commitments
        assert here.verify().whole


def test_taking_over_twice_changes_nothing(tmp_path: Path, judged: tuple[Judgement, ...]) -> None:
    """What stands here already is not recorded again."""
    with _ledger(tmp_path / "here.db") as here:
        for judgement in judged:
            here.judging(judgement.by).take_over(judgement)
        before = here.history()
        assert [here.judging(judgement.by).take_over(judgement) for judgement in judged] == [None] * len(judged)
        assert here.history() == before


def test_what_is_about_nothing_here_is_left_out(tmp_path: Path, judged: tuple[Judgement, ...]) -> None:
    """A judgement of which one side is unknown is not recorded."""
    with _ledger(tmp_path / "here.db", (korean_readout(),)) as here:
        kept = [here.judging(j.by).take_over(j) for j in judged]
        assert {j.kind for j in kept if j is not None} == {"edit", "accept"}


def test_the_opposite_of_what_stands_is_refused(tmp_path: Path, judged: tuple[Judgement, ...]) -> None:
    """Two people cannot both be right about whether two records are one."""
    different = next(j for j in judged if j.kind == "different")
    with _ledger(tmp_path / "here.db") as here:
        here.judging("Ben").same(different.sides[0][0], different.sides[1][0])
        with pytest.raises(JudgementError, match="says the opposite"):
            here.judging("Ana").take_over(different)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        pytest.param("link", {"details": {"relation": "destroys"}}, id="unknown-relation"),
        pytest.param("link", {"details": {}}, id="no-relation"),
        pytest.param("assess", {"details": {"score": 7}}, id="score"),
        pytest.param("assess", {"details": {"score": True}}, id="truth-for-score"),
        pytest.param("assess", {"details": {"completion": "so-so"}}, id="completion"),
        pytest.param("assess", {"details": {"window": ["2026-13", "2027"]}}, id="window"),
        pytest.param("assess", {"details": {"window": "2026..2027"}}, id="window-as-text"),
        pytest.param("edit", {"details": {"field": "status", "value": "maybe"}}, id="value"),
        pytest.param("edit", {"details": {"field": "rule", "value": "x"}}, id="no-such-field"),
        pytest.param("edit", {"details": {"field": "duration_minutes", "value": "95"}}, id="text-for-number"),
        pytest.param("edit", {"details": {"field": "place", "value": {"name": 1, "country": None}}}, id="place"),
        pytest.param("reject", {"details": {"extra": 1}}, id="what-its-kind-does-not-say"),
        pytest.param("same", {"sides": (("m-1",),)}, id="one-side"),
        pytest.param("reject", {"sides": (("m-1",), ("m-2",))}, id="two-sides"),
        pytest.param("forget", {"sides": (("m-1",),)}, id="no-document"),
    ],
)
def test_what_no_judgement_says_is_refused(
    tmp_path: Path, judged: tuple[Judgement, ...], kind: Any, changes: Any
) -> None:
    """A file can hold anything; nothing that this ledger could not have recorded itself gets in."""
    like = next((j for j in judged if j.kind == kind), judged[0])
    with _ledger(tmp_path / "here.db") as here:
        before = here.history()
        with pytest.raises((JudgementError, RecordError)) as refused:
            here.judging("Ana").take_over(replace(like, kind=kind, **{"details": {}, **changes}))
        assert isinstance(refused.value, ShuttleError)
        assert here.history() == before
