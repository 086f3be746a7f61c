"""`tools.benchmarks`: public sets are found where they lie, read as they are written, and counted rightly."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from tools.bench_reading import all_sets, main, report
from tools.benchmarks import dates, events, travels
from tools.benchmarks.sets import Figure, PublicSet, lines_of

from shuttle.lexicons.countries import all_countries

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


ROWS = [
    {"id": "1", "role": "president", "name": "William J. Clinton", "start-date": "1998-06-25", "country": "China",
     "locale": "Beijing", "remarks": "State dinner given by President Jiang and Foreign Minister Nobody."},
    {"id": "2", "role": "secretary", "name": "Henry A. (Heinz) Kissinger", "start-date": "1974-05-01",
     "country": "Syria", "locale": "", "remarks": "Lunch with President Assad."},
    {"id": "3", "role": "secretary", "name": "Nobody Labelled", "start-date": "2012-05-01", "country": "Chad",
     "locale": "", "remarks": "Met with President Déby."},
]  # fmt: skip


def _person(surname: str, full_name: str, country: str) -> dict[str, object]:
    names = {"text": f"President {surname}", "surname": surname, "full_name": full_name}
    return {**names, "office": "head of state", "country": country, "name_form": "single name"}


TRAVEL_LABELS = [
    {"id": "1", "people": [_person("Jiang", "Jiang Zemin", "CHN"), _person("Nobody", "Anon Nobody", "CHN")]},
    {"id": "2", "people": [_person("Assad", "Hafez al-Assad", "SYR")]},
    {"id": "nowhere", "people": [_person("Lost", "Lost Person", "SYR")]},
]


def _lines(path: Path, values: Sequence[object]) -> Path:
    path.write_text("".join(f"{json.dumps(value)}\n" for value in values), encoding="utf-8")
    return path


def test_travellers_and_places_come_from_the_row() -> None:
    """What stands in brackets is no part of a name, and an empty place is left out."""
    assert travels.presented(ROWS[1]).startswith("Secretary of State Henry A. Kissinger visited Syria.\n\n")


def test_people_in_remarks_are_counted_by_years(tmp_path: Path) -> None:
    """A surname that leads to the full name is resolved; one that leads nowhere is found and no more."""
    counts = travels.score(_lines(tmp_path / "rows.jsonl", ROWS), _lines(tmp_path / "labels.jsonl", TRAVEL_LABELS))
    nineties = counts["1990 to 2009"]
    assert (nineties.remarks, nineties.people, nineties.found) == (1, 2, 2)
    assert (nineties.single, nineties.resolved, nineties.right_country) == (2, 1, 2)
    assert dict(nineties.causes) == {"country only": 1}
    assert counts["1946 to 1989"].people == 1
    assert counts["since 2010"].remarks == 0
    assert next(figure.measured for figure in travels.figures(counts)) == "100.0 (3 of 3)"


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("Jiang Zemin", "Jiang Zemin", True),
        ("Zemin Jiang", "Jiang Zemin", True),
        ("Jiang", "Jiang Zemin", False),
        ("Bashar al-Assad", "Hafez al-Assad", False),
        ("Fahd bin Abdulaziz", "Fahd bin Abdulaziz Al Saud", True),
        (None, "Jiang Zemin", False),
    ],
)
def test_a_full_name_is_more_than_a_surname(found: str | None, gold: str, same: bool) -> None:
    """Two parts agree where the name has two; order and spelling may differ."""
    assert travels.same_full_name(found, gold) is same


def test_the_labels_are_whole_and_hold_no_remark() -> None:
    """Labels are facts of our own: an id once, known countries, words that name somebody and no sentence."""
    labels = [json.loads(line) for line in travels.LABELS.read_text(encoding="utf-8").splitlines()]
    assert len({label["id"] for label in labels}) == len(labels) == 200
    assert all(set(label) == {"id", "people", "forum"} for label in labels)
    people = [person for label in labels for person in label["people"]]
    assert {person["name_form"] for person in people} == {"single name", "full name", "office only"}
    gone = {"SUN", "CSK", "YUG", "SCG", "DDR"}
    assert {person["country"] for person in people} - gone - {None} <= set(all_countries())
