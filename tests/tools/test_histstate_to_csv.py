"""`tools/histstate_to_csv.py`: a row of HistoryAtState's lists is a row of the table, and figures equal counting."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tools.histstate_to_csv import HEADINGS, main, rows_of_travels, rows_of_visits

from shuttle.interfaces.cli.app import shuttle
from shuttle.lexicons.countries import find_country

Row = dict[str, Any]


def _visit(number: int, day: str, who: str, country: str, words: str = "", end: str | None = None) -> Row:
    """Return a row of the list of visits; what it says happened is in our own words."""
    return {
        "id": str(number), "start-date": day, "end-date": end or day, "visitor": who, "from": country,
        "description": words,
    }  # fmt: skip


def _travel(number: int, day: str, end: str, country: str, where: str, who: str = "Barack Obama") -> Row:
    """Return a row of the list of travels."""
    return {
        "id": str(number), "role": "president", "name": who, "start-date": day, "end-date": end, "country": country,
        "locale": where, "remarks": "",
    }  # fmt: skip


# Days, names and countries of HistoryAtState/visits and /travels (CC0 1.0).
VISITS = [
    _visit(1, "2015-04-27", "Prime Minister Shinzō Abe", "Japan", "Official visit, with a dinner.", "2015-04-28"),
    _visit(2, "1994-06-11", "Emperor Akihito", "Japan", "State visit.", "1994-06-15"),
    _visit(3, "1979-01-29", "Vice Premier Deng Xiaoping", "China, People’s Republic of", "Came on an official visit."),
    _visit(4, "2009-09-24", "Prime Minister Gordon Brown", "United Kingdom", "In New York.", "2009-09-25"),
    _visit(5, "2009-09-24", "Prime Minister Gordon Brown", "United Kingdom", "In Pittsburgh.", "2009-09-25"),
    _visit(6, "1995-07-25", "President Kim Yong-sam", "Korea", "State visit."),
    _visit(7, "2021-05-21", "President Moon Jae-in", "South Korea", "Working visit."),
    _visit(8, "1874-12-12", "King Kalakaua", "Hawaii"),
    _visit(9, "1945-04-26", "Premier Soong", "China, Republic of"),
]
TRAVELS = [
    _travel(1, "2016-05-22", "2016-05-22", "Japan", "Yokota Air Force Base"),
    _travel(2, "2016-05-25", "2016-05-29", "Japan", "Shima City, Ise, Hiroshima"),
    _travel(3, "2012-03-25", "2012-03-27", "Korea, Republic of", "Seoul"),
    _travel(4, "1919-03-13", "1919-06-28", "France", "Paris", "Woodrow Wilson"),
    {**_travel(5, "2016-04-10", "2016-04-11", "Japan", "Hiroshima", "John Kerry"), "role": "secretary"},
]


def _written(folder: Path, visits: Iterable[Row], travels: Iterable[Row]) -> Path:
    paths = []
    for name, rows in (("visits", visits), ("travels", travels)):
        path = folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        paths.append(str(path))
    assert main([*paths, str(folder / "out.csv")]) == 0
    return folder / "out.csv"


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(shuttle, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def _turn(ledger: Path, *arguments: object) -> Row:
    found: Row = json.loads(_run("--ledger", ledger, "turn", *arguments, "--count", "visits", "--json"))
    return found


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with the dozen rows above, taken in by `shuttle import`."""
    _run("--ledger", tmp_path / "s.db", "import", _written(tmp_path, VISITS, TRAVELS))
    return tmp_path / "s.db"


def test_a_dozen_rows_become_the_figures_that_counting_them_gives(ledger: Path) -> None:
    """Visits both ways, the last of each, and the turn; visits of a monarch and stops on the way are rows too."""
    japan = _turn(ledger, "USA", "JPN")
    assert japan["hosted"] == {"USA": 2, "JPN": 2}
    assert japan["last_hosted"] == {"USA": "2015-04-27", "JPN": "2016-05-25"}
    assert (japan["turn"], japan["rule"]["id"]) == ("USA", "visits/office")
    assert [(kind["kind"], kind["received"]) for kind in japan["kinds"]] == [
        ("official", {"USA": 1, "JPN": 0}),
        ("state", {"USA": 1, "JPN": 0}),
    ]


@pytest.mark.parametrize(
    ("country", "hosted"),
    [
        pytest.param("KOR", {"USA": 2, "KOR": 1}, id="three-spellings-of-one-country"),
        pytest.param("GBR", {"USA": 2, "GBR": 0}, id="two-rows-of-one-day-have-two-numbers"),
        pytest.param("CHN", {"USA": 1, "CHN": 0}, id="a-vice-premier-whom-the-list-calls-a-leader"),
        pytest.param("FRA", {"USA": 0, "FRA": 1}, id="a-journey-of-months"),
    ],
)
def test_what_a_row_is_does_not_depend_on_how_it_is_written(ledger: Path, country: str, hosted: dict[str, int]) -> None:
    """A row is a visit."""
    assert _turn(ledger, "USA", country)["hosted"] == hosted


def test_every_figure_has_the_words_that_it_rests_on(ledger: Path) -> None:
    """The cells of the row, at their offsets in the document."""
    for figure in _turn(ledger, "USA", "JPN")["figures"]:
        assert figure["evidence"], figure["figure"]
        assert {"id", "sentence"} <= figure["rule"].keys()


def test_what_is_no_state_of_today_is_left_out_and_named() -> None:
    """Hawaii is part of the host today, the China of 1945 is two; secretaries of state are no leaders."""
    left_out: list[str] = []
    assert len(list(rows_of_visits(VISITS, left_out))) == len(VISITS) - 2
    assert left_out == [
        "visit 8 of 1874-12-12, from Hawaii to USA",
        "visit 9 of 1945-04-26, from China, Republic of to USA",
    ]
    assert len(list(rows_of_travels(TRAVELS, left_out))) == len(TRAVELS) - 1


def test_a_row_keeps_number_days_title_and_the_lists_own_words() -> None:
    """Cell by cell."""
    (row,) = rows_of_visits(VISITS[:1], [])
    assert dict(zip(HEADINGS, row, strict=True)) == {
        "id": "visit 1", "date": "2015-04-27", "end": "2015-04-28", "kind": "visit", "visitor": "JPN", "host": "USA",
        "place": "", "people": "Shinzō Abe (Prime Minister, JPN)", "level": "leaders", "class": "official",
        "words of the list": "Official visit, with a dinner.",
    }  # fmt: skip


def test_the_tool_says_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    """Two paths are one too few."""
    assert main(["visits.jsonl", "travels.jsonl"]) == 2
    assert "OUT.csv" in capsys.readouterr().err


# How the lists spell countries that they spell in more than one way and that run both ways, as a person joined them.
_JOINED = {
    "AFG": ["Afghanistan", "Afghanistan (Interim Authority)"],
    "BEN": ["Benin", "Dahomey (Benin)"],
    "BIH": ["Bosnia and Herzegovina", "Bosnia-Herzegovina"],
    "BRN": ["Brunei", "Brunei Darussalam"],
    "CHN": ["China", "China, People’s Republic of"],
    "CUB": ["Cuba", "Cuba (Provisional Government)"],
    "CZE": ["Czech Republic", "Czechia", "Czechoslovakia", "Czechoslovakia (government-in-exile)"],
    "DEU": ["Germany", "Germany, Federal Republic of"],
    "FRA": ["France", "France (Provisional Government)"],
    "GBR": ["United Kingdom", "United Kingdom (Northern Ireland)", "United Kingdom (Wales)"],
    "ISR": ["Israel", "Israel (Provisional Government)"],
    "KHM": ["Cambodia", "Khmer Republic (Cambodia)"],
    "KOR": ["Korea", "Korea, Republic of", "Korea, South", "South Korea"],
    "MKD": ["Macedonia", "Macedonia, Former Yugoslav Republic of", "North Macedonia"],
    "MYS": ["Malaya", "Malaysia"],
    "OMN": ["Muscat & Oman", "Oman"],
    "POL": ["Poland", "Poland (government-in-exile)"],
    "RUS": ["Russia", "U.S.S.R."],
    "SOM": ["Somali Republic", "Somalia"],
    "SRB": ["Serbia", "Yugoslavia"],
    "SVK": ["Slovak Republic", "Slovakia"],
    "THA": ["Siam (Thailand)", "Thailand"],
    "TUR": ["Turkey", "Türkiye"],
    "TZA": ["Tanganyika", "Tanzania"],
    "ZAF": ["South Africa", "Union of South Africa"],
}


@pytest.mark.shared
def test_for_every_two_way_pair_the_figures_equal_plain_counting(shared: Path, tmp_path: Path) -> None:
    """All visits and presidential travels: how often each hosted and when last, for all that ran both ways."""
    lists = {}
    for name in ("visits", "travels"):
        lines = (shared / "data" / "histstate" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        lists[name] = [json.loads(line) for line in lines]
    received = [(row["from"], row["start-date"]) for row in lists["visits"]]
    travelled = [(row["country"], row["start-date"]) for row in lists["travels"] if row["role"] == "president"]
    both_ways = {name for name, _ in received} & {name for name, _ in travelled}
    assert len(both_ways) == 113

    book = tmp_path / "histstate.db"
    _run("--ledger", book, "import", _written(tmp_path, lists["visits"], lists["travels"]))
    told = {
        frozenset(line["countries"]): line
        for line in map(json.loads, _run("--ledger", book, "turn", "--count", "visits", "--json").splitlines())
    }
    spelled = {name: code for code, names in _JOINED.items() for name in names}
    code_of = {name: spelled.get(name) or find_country(name) for name in both_ways}
    for code in sorted(set(code_of.values())):
        names = set(_JOINED.get(code, ())) or {name for name in both_ways if code_of[name] == code}
        here, there = ([day for name, day in rows if name in names] for rows in (received, travelled))
        line = told[frozenset(("USA", code))]
        assert line["hosted"] == {"USA": len(here), code: len(there)}, code
        assert line["last_hosted"] == {"USA": max(here), code: max(there)}, code
        if max(here) != max(there):
            assert line["turn"] == ("USA" if max(there) > max(here) else code), code
    japan = _turn(book, "USA", "JPN")
    assert japan["hosted"] == {"USA": 92, "JPN": 27}
    assert Counter(name for name, _ in received)["Japan"] == 92
