"""`tools.benchmarks`: public sets are found where they lie, read as they are written, and counted rightly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tools.bench_reading import all_sets, main, report
from tools.benchmarks import dates, events
from tools.benchmarks.sets import Figure, PublicSet, lines_of

TML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-01-14" functionInDocument="CREATION_TIME">14 January 2026</TIMEX3></DCT>
<TEXT>Lee &amp; Takaichi met on <TIMEX3 tid="t1" type="DATE" value="2026-01-13">Tuesday</TIMEX3>.
They had met in <TIMEX3 tid="t2" type="DATE" value="2025-10">October last year</TIMEX3> for
<TIMEX3 tid="t3" type="DURATION" value="PT45M">45 minutes</TIMEX3>, and part on
<TIMEX3 tid="t4" type="DATE" value="2026-01-19">Friday</TIMEX3>. Talks began in 2018.</TEXT>
</TimeML>
"""


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A folder of sets with one document of our own under the name of MEANTIME."""
    (tmp_path / "meantime").mkdir()
    (tmp_path / "meantime" / "one.tml").write_text(TML, encoding="utf-8")
    (tmp_path / "meantime" / "._one.tml").write_bytes(b"\0\0")
    return tmp_path


def test_a_timeml_file_is_text_date_and_timexes(sets: Path) -> None:
    """Offsets count the text without its tags, entities as the character they stand for."""
    text, created, timexes = dates.read_tml(sets / "meantime" / "one.tml")
    assert created == "2026-01-14"
    assert text.startswith("Lee & Takaichi met on Tuesday.")
    assert [(text[one.start : one.end], one.value) for one in timexes][:2] == [
        ("Tuesday", "2026-01-13"),
        ("October last year", "2025-10"),
    ]


def test_dates_are_counted_by_value(sets: Path) -> None:
    """A wrong value is neither recalled nor right; what is not annotated is given all the same."""
    tally = dates.score(sets / "meantime")
    assert (tally.documents, tally.gold, tally.calendar, tally.days) == (1, 4, 3, 2)
    assert (tally.recalled, tally.calendar_recalled, tally.days_found) == (2, 2, 1)
    assert (tally.given, tally.right) == (4, 2)
    assert dict(tally.missed) == {"length or set": 1, "day": 1}
    precision, recall, f1 = tally.f1(calendar_only=True)
    assert (precision, round(recall, 1), round(f1, 1)) == (50.0, 66.7, 57.1)


def test_a_set_that_is_there_is_scored_and_the_others_are_named(sets: Path) -> None:
    """Whoever has no set learns where each is from."""
    lines = list(report([sets]))
    assert any(line.startswith("| day-level recall | 50.0 (1 of 2) | HeidelTime 80") for line in lines)
    absent = [one for one in all_sets() if one.key != "meantime"]
    assert all(any(line.startswith(f"- {one.key}: ") and one.source in line for line in lines) for one in absent)


def test_only_the_sets_that_are_asked_for_are_scored(sets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names choose, and a name that is none is refused."""
    assert main(["meantime", "--sets", str(sets), "--misses"]) == 0
    printed = capsys.readouterr().out
    assert "**MEANTIME" in printed
    assert "Platinum" not in printed
    assert "miss  one 2026-01-14 'Friday' 2026-01-19" in printed
    with pytest.raises(SystemExit):
        main(["nosuch"])


def test_a_set_is_looked_for_in_every_folder(tmp_path: Path) -> None:
    """The first folder that has it under one of its paths gives it."""
    one = PublicSet("x", "X", "owner/x", "none", ("deep/x", "x"))
    assert one.found([tmp_path]) is None
    (tmp_path / "b" / "x").mkdir(parents=True)
    assert one.found([tmp_path / "a", tmp_path / "b"]) == tmp_path / "b" / "x"


def test_a_table_shows_each_figure_beside_the_published_one() -> None:
    """Nothing published is a dash, not an empty cell."""
    one = PublicSet("x", "X", "owner/x", "none", ("x",))
    lines = list(lines_of(one, [Figure("recall", "90.0", "80"), Figure("speed", "9")]))
    assert lines[-2:] == ["| recall | 90.0 | 80 |", "| speed | 9 | - |"]


RECORDS = [
    {"id": "X-0000", "event": "DOCUMENT", "comment": "of the file"},
    {"id": "X-0001", "event": "CONSULT", "text": "Norwegian and Polish ministers held talks in Oslo."},
    {"id": "X-0002", "event": "AGREE", "text": "Norway and Poland agreed to expand trade."},
    {"id": "X-0003", "event": "AGREE", "text": "A village agreed to mend its bridge."},
    {"id": "X-0004", "event": "PROTEST", "text": "Farmers blocked a road."},
]


def test_plover_records_are_cases(tmp_path: Path) -> None:
    """The record that documents the file has no sentence and is no case."""
    path = tmp_path / "records.txt"
    path.write_text(json.dumps(RECORDS), encoding="utf-8")
    assert [case.gold for case in events.read_plover(path)] == ["CONSULT", "AGREE", "AGREE", "PROTEST"]


def test_plv_rows_are_cases(tmp_path: Path) -> None:
    """A part of PLV is a table with tabs; the marked sentence and the predictions are passed over."""
    path = tmp_path / "PLV_test.tsv"
    path.write_text(
        "uid\tgold_root\tsentence\tmarked_sentence\troot_L2\n"
        "0\tAGREE\tNorway and Poland agreed to expand trade.\t<s>Norway</s> and <t>Poland</t> ...\tAGREE\n",
        encoding="utf-8",
    )
    assert events.read_plv(path) == [events.Case("Norway and Poland agreed to expand trade.", "AGREE")]


def test_types_are_counted_by_sentence() -> None:
    """A type that a sentence has and its reading lacks is missed; one that it has beyond the gold is extra."""
    cases = [events.Case(str(one["text"]), str(one["event"])) for one in RECORDS[1:]]
    scores = events.score([*cases, events.Case("Norway and Poland agreed to open a road.", "COOPERATE")])
    agree = scores["AGREE"]
    assert (agree.gold, agree.given, agree.right) == (2, 2, 1)
    assert (agree.precision, agree.recall, agree.f1) == (50.0, 50.0, 50.0)
    assert [line.split(" | ")[0] for line in agree.misses] == ["miss  AGREE, gold AGREE", "extra AGREE, gold COOPERATE"]
    assert scores["CONSULT"].right == 1
