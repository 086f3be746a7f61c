"""`shuttle turn`, `cadence`, `owed`: figures with their rule, each line with its record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shuttle.ledger.ledger import Ledger

_ROWS = """id,date,end,kind,visitor,host,people,level,class
1,2023-03-16,2023-03-17,visit,KOR,JPN,"Yoon Suk Yeol (President, KOR)",leaders,working
2,2023-05-07,,visit,JPN,KOR,"Kishida Fumio (Prime Minister, JPN)",leaders,working
3,2025-08-23,,visit,KOR,JPN,"Lee Jae-myung (President, KOR)",leaders,state
4,2025-09-30,,visit,JPN,KOR,"Ishiba Shigeru (Prime Minister, JPN)",leaders,
5,2025-12-01,,visit,JPN,KOR,"Motegi Toshimitsu (Foreign Minister, JPN)",ministers,official
"""


@pytest.fixture
def kept(run: Any, article: Path, tmp_path: Path) -> None:
    """A ledger with an article on Nara and a desk's list of visits, one of them a minister's."""
    (tmp_path / "desk.csv").write_text(_ROWS, encoding="utf-8")
    assert run("add", article).exit_code == 0
    assert run("import", "desk.csv").exit_code == 0


@pytest.mark.usefixtures("kept")
def test_turn_counts_visits_and_meetings_once_each(run: Any) -> None:
    """Japan received twice by the list and in Nara by the article; the minister's visit is none of leaders."""
    found = json.loads(run("turn", "KOR", "JPN", "--count", "visits", "--json").stdout)
    assert found["hosted"] == {"KOR": 2, "JPN": 3}
    assert found["last_hosted"] == {"KOR": "2025-09-30", "JPN": "2026-01-13"}
    assert (found["turn"], found["rule"]["id"]) == ("KOR", "visits/office")
    assert {figure["figure"] for figure in found["figures"]} == {"hosted", "last_hosted", "turn", "present_gap_days"}
    for figure in found["figures"]:
        assert all({"document", "quote", "start", "end"} == passage.keys() for passage in figure["evidence"])
        assert figure["evidence"]
        assert figure["rule"]["sentence"]


@pytest.mark.usefixtures("kept")
def test_turn_says_who_hosted_and_which_number_the_last_one_has_by_every_rule(run: Any) -> None:
    """Each line with the id that `shuttle show` takes."""
    lines = run("turn", "KOR", "JPN", "--as-of", "2026-02-01").stdout
    assert "Turn: South Korea, since Japan hosted last" in lines
    assert "Japan hosted: 3 times, last on 13 January 2026" in lines
    assert "fifth on record, whoever held the two offices (visits/office)" in lines
    assert "State visits: received by South Korea never and by Japan once; next: South Korea" in lines
    name = next(word.strip(":,()") for word in lines.split() if word.startswith("ma-"))
    assert run("show", name).exit_code == 0


@pytest.mark.usefixtures("kept")
def test_as_of_leaves_out_what_came_later(run: Any) -> None:
    """Before Nara it was Japan's turn."""
    found = json.loads(run("turn", "KOR", "JPN", "--as-of", "2025-12-31", "--json").stdout)
    assert (found["turn"], found["hosted"]) == ("JPN", {"KOR": 2, "JPN": 2})


@pytest.mark.usefixtures("kept")
def test_by_the_person_in_office_counts_theirs_alone(run: Any) -> None:
    """Of Lee's time there are three."""
    found = json.loads(run("turn", "KOR", "JPN", "--by", "South Korea", "--json").stdout)
    assert (found["counted"], found["leaders"]) == (3, {"KOR": ["Lee Jae-myung"]})


@pytest.mark.usefixtures("kept")
def test_turn_without_countries_lists_all_pairs(run: Any) -> None:
    """A table for people, a line for each pair for programs."""
    table = run("turn", "--as-of", "2026-02-01").stdout
    assert "Japan – South Korea" in table
    assert "JPN 3, KOR 2" in table
    (line,) = run("turn", "--json").stdout.splitlines()
    assert json.loads(line)["countries"] == ["JPN", "KOR"]


@pytest.mark.usefixtures("kept")
def test_cadence_shows_years_gaps_and_earlier_leaders(run: Any) -> None:
    """Per year, the longest silence, and each pair of leaders with its own."""
    found = json.loads(run("cadence", "KOR", "JPN", "--as-of", "2026-02-01", "--json").stdout)
    assert found["per_year"] == {"2023": 2, "2024": 0, "2025": 2, "2026": 1}
    assert found["longest_silence"]["days"] == 839
    assert found["present_gap"]["days"] == 19
    assert all(figure["evidence"] for figure in found["figures"] if figure["value"])
    text = run("cadence", "KOR", "JPN", "--as-of", "2026-02-01").stdout
    assert "Longest silence: 839 days" in text
    assert "2024: 0" in text


@pytest.mark.usefixtures("kept")
def test_owed_counts_lives_and_scores_nothing_without_evidence(run: Any) -> None:
    """A score that nothing supports is left out, and said to be."""
    found = json.loads(run("owed", "KOR", "JPN", "--as-of", "2026-02-01", "--json").stdout)
    (commitment,) = found["commitments"]
    assert (found["score"]["percent"], found["score"]["scored"], found["score"]["of"]) == (None, 0, 1)
    assert found["lives"] == {"stated": {"value": 1, "records": [commitment["id"]]}}
    assert run("assess", commitment["id"], "--score", "1", "--by", "a desk").exit_code == 0
    text = run("owed", "KOR", "JPN").stdout
    assert "Score: none (0 scored of 1; 1 score left out for want of evidence)" in text
    document = commitment["documents"][0]["id"]
    assert run("link", commitment["id"], document, "--as", "delivers", "--by", "a desk").exit_code == 0
    assert "Score: 100 per cent (1 scored of 1)" in run("owed", "KOR", "JPN").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("turn", "KOR"), "two countries are needed"),
        (("turn", "KOR", "KOR"), "two different countries"),
        (("turn", "KOR", "JPN", "--by", "USA"), "'USA' is no way of counting. There are: office, person, KOR, JPN."),
        (("turn", "--by", "KOR"), "'KOR' is no way of counting. There are: office, person."),
        (("turn", "KOR", "JPN", "--as-of", "yesterday"), "'yesterday' is not a date"),
        (("cadence", "KOR", "JPN", "--as-of", "2026-02-31"), "'2026-02-31' is not a date"),
        (("owed", "KOR", "Atlantis"), "no country is called 'Atlantis'"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_cannot_be_answered_says_why(run: Any, arguments: tuple[str, ...], words: str) -> None:
    """In one line, with exit code 2."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


@pytest.mark.usefixtures("kept")
def test_a_pair_of_whom_nothing_is_known_has_noughts_and_no_turn(run: Any) -> None:
    """Nothing known is nothing said."""
    found = json.loads(run("turn", "FRA", "DEU", "--json").stdout)
    assert (found["hosted"], found["last_hosted"], found["turn"]) == (
        {"FRA": 0, "DEU": 0},
        {"FRA": None, "DEU": None},
        None,
    )
    assert "nobody's" in run("turn", "FRA", "DEU").stdout
    assert "Nothing on record counts" in run("cadence", "FRA", "DEU").stdout
    assert "no commitment" in run("owed", "FRA", "DEU").output


@pytest.mark.usefixtures("kept")
def test_every_passage_of_every_figure_stands_in_its_document(run: Any, tmp_path: Path) -> None:
    """Half-open offsets in code points, as everywhere."""
    found = [json.loads(run(name, "KOR", "JPN", "--json").stdout) for name in ("turn", "cadence", "owed")]

    def passages(value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            if {"document", "quote", "start", "end"} <= value.keys():
                yield value
            for part in value.values():
                yield from passages(part)
        elif isinstance(value, list):
            for part in value:
                yield from passages(part)

    told = list(passages(found))
    assert len(told) > 20
    with Ledger.open(tmp_path / "shuttle.db") as ledger:
        for one in told:
            assert ledger.text(one["document"])[one["start"] : one["end"]] == one["quote"]
