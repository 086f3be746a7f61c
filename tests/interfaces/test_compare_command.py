"""`shuttle compare`: two golden tables, reviewed by eye, and what is said where there is nothing to compare."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

GOLDEN = Path(__file__).with_name("golden")
NARA = ["2025-11-24-johannesburg-japan-readout.txt", "2025-11-24-johannesburg-korea-readout.txt"]
NARA += ["2026-01-13-nara-japan-readout.txt", "2026-01-13-nara-wire.txt", "2026-01-14-nara-korea-briefing.txt"]
SEOUL = ["2023-05-07-seoul-japan-readout.txt", "2023-05-08-seoul-korea-briefing.txt"]
SEOUL += ["2024-05-26-seoul-japan-readout.txt", "2024-05-26-seoul-korea-briefing.txt"]


@pytest.fixture(autouse=True)
def _real_reader(_small_reader: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The reader that the program has, in place of the small one."""
    monkeypatch.delitem(sys.modules, "shuttle.reading.reader")
    importlib.import_module("shuttle.reading.reader")
    yield


def _added(run: Any, names: list[str]) -> None:
    result = run("add", *(ROOT / "examples" / name for name in names))
    assert result.exit_code == 0, result.stderr


def _meeting(run: Any, start: str) -> str:
    lines = run("meetings", "--json", "KOR", "JPN").stdout.splitlines()
    return next(str(one["id"]) for one in map(json.loads, lines) if one["start"] == start)


@pytest.mark.parametrize(
    ("names", "start", "golden"),
    [
        pytest.param(NARA, "2026-01-13", "compare-nara-2026.txt", id="nara"),
        pytest.param(SEOUL, "2024-05-26", "compare-seoul-2024.txt", id="seoul"),
    ],
)
def test_the_table_is_the_one_that_was_reviewed(run: Any, names: list[str], start: str, golden: str) -> None:
    """What is printed is pinned line by line; a change is looked at, then written with the hint below."""
    _added(run, names)
    result = run("compare", _meeting(run, start))
    assert result.exit_code == 0
    path = GOLDEN / golden
    assert result.stdout == path.read_text("utf-8"), f"look at the difference, then write it to {path}"


def test_json_has_the_rows_with_words_that_stand_in_their_documents(run: Any) -> None:
    """Each cell is null or has quotations whose offsets lead to their words."""
    _added(run, NARA)
    found = json.loads(run("compare", "--json", _meeting(run, "2026-01-13")).stdout)
    assert found["sides"] == ["JPN", "KOR"]
    by_class = {row["class"] for row in found["rows"]}
    assert by_class >= {"fact", "strength", "only", "same"}
    coal = next(row for row in found["rows"] if "Chosei" in row["topic"])
    assert (coal["class"], coal["firmest"]) == ("strength", ["KOR"])
    assert {side: cell["quotes"][0]["grade"] for side, cell in coal["cells"].items()} == {
        "JPN": "welcomed",
        "KOR": "agreed",
    }
    readings = [json.loads(run("read", "--json", ROOT / "examples" / name).stdout) for name in NARA]
    texts = {reading["document"]["id"]: reading["document"]["text"] for reading in readings}
    for row in found["rows"]:
        for cell in row["cells"].values():
            for quote in (cell or {}).get("quotes", ()):
                assert texts[quote["document"]][quote["start"] : quote["end"]] == quote["quote"]
    assert {change["turn"] for one in found["since_last"] for change in one["changes"]} >= {"vanished", "new"}


def test_markdown_is_a_table_for_each_way(run: Any) -> None:
    """The same rows for a paper."""
    _added(run, NARA)
    text = run("compare", "--markdown", "--no-since-last", _meeting(run, "2026-01-13")).stdout
    assert "| Topic | Japan | South Korea |" in text
    assert "## One puts it more firmly" in text
    assert "since its account" not in text


def test_with_one_sides_account_the_other_is_asked_for(run: Any) -> None:
    """What it says is shown, nothing is called left out, and the way out is named."""
    _added(run, ["2026-01-13-nara-japan-readout.txt", "2026-01-13-nara-wire.txt"])
    result = run("compare", _meeting(run, "2026-01-13"))
    assert result.exit_code == 0
    assert "WHAT IT SAYS: JAPAN" in result.stdout
    assert "ONLY SOUTH KOREA" not in result.stdout
    assert "The ledger holds no account by South Korea" in result.stdout
    assert "no account of the meeting by South Korea" in result.stderr
    assert "shuttle add" in result.stderr


def test_what_is_no_meeting_is_refused(run: Any) -> None:
    """A document's id or a word that begins no id is answered with the way to ids."""
    _added(run, NARA)
    result = run("compare", "ma-000000")
    assert result.exit_code == 2
    assert "ma-000000" in result.stderr
