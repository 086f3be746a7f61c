"""What a person decides on the command line, and what it tells of decisions, differences and the whole."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def kept(run: Any, article: Path, tmp_path: Path) -> Path:
    """A ledger with two articles on one meeting."""
    (tmp_path / "other.txt").write_text("The two met in Nara, the paper says.", encoding="utf-8")
    assert run("add", article, "other.txt").exit_code == 0
    return tmp_path / "shuttle.db"


def _meetings(run: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("meetings", "--json").stdout.splitlines()]


def test_each_meeting_is_one_line_with_its_claims_and_documents(run: Any, kept: Path) -> None:
    """Programs get every claim with its words and every document with its source."""
    (meeting,) = _meetings(run)
    assert {Path(document["source"]).name for document in meeting["documents"]} == {"nara.txt", "other.txt"}
    assert all(document["main"] for document in meeting["documents"])
    claims = [claim for claim in meeting["claims"] if claim["field"] == "start"]
    assert {Path(claim["source"]).name for claim in claims} == {"nara.txt", "other.txt"}
    assert all(claim["agrees"] and claim["evidence"] for claim in claims)
    assert meeting["sessions"] == []


def test_a_judgement_is_told_with_how_to_take_it_back_and_undo_does(run: Any, kept: Path) -> None:
    """Two documents judged different are two meetings; undone they are one again."""
    documents = [document["id"] for document in _meetings(run)[0]["documents"]]
    result = run("different", *documents, "--because", "two meetings on one day", "--by", "Ana")
    assert result.exit_code == 0, result.output
    assert "different" in result.stdout
    assert "because: two meetings on one day" in result.stdout
    assert "`shuttle undo 3` takes this back." in result.stdout
    assert len(_meetings(run)) == 2
    assert run("undo", "3", "--because", "one after all", "--by", "Ben").exit_code == 0
    assert len(_meetings(run)) == 1
    told = run("history").stdout
    assert "taken back by entry 4" in told
    assert "by Ben" in told


def test_who_decides_is_given_or_set_or_the_login_name(run: Any, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--by, then SHUTTLE_USER, then the account on the computer."""
    name = _meetings(run)[0]["documents"][0]["id"]
    monkeypatch.setenv("SHUTTLE_USER", "Desk Seoul")
    assert "by Desk Seoul" in run("forget", name).stdout
    monkeypatch.delenv("SHUTTLE_USER")
    monkeypatch.setattr("getpass.getuser", lambda: "officer")
    assert "by officer" in run("undo", "3").stdout


def test_a_commitment_is_linked_and_assessed_and_listed_so(run: Any, kept: Path) -> None:
    """What a person links and scores stands beside the commitment, and moves its life."""
    (before,) = [json.loads(line) for line in run("commitments", "KOR", "JPN", "--json").stdout.splitlines()]
    assert (before["life"], before["age_days"] is not None) == ("stated", True)
    other = next(d["id"] for d in _meetings(run)[0]["documents"] if d["source"] == "other.txt")
    linked = run("link", before["id"], other, "--as", "delivers", "--because", "the paper says so", "--by", "Ana")
    assert linked.exit_code == 0, linked.output
    window = ("--window", "2025-08-23..2026-08-23")
    scored = run("assess", before["id"], "--score", "1", "--completion", "substantial", *window, "--by", "Ana")
    assert scored.exit_code == 0, scored.output
    (after,) = [json.loads(line) for line in run("commitments", "KOR", "JPN", "--json").stdout.splitlines()]
    assert after["life"] == "delivered"
    assert after["judged_links"][0]["relation"] == "delivers"
    assert (after["assessments"][0]["score"], after["assessments"][0]["completion"]) == (1, "substantial")
    told = run("commitments", "KOR", "JPN").stdout
    assert "Delivered" in told
    assert "score +1, substantial" in " ".join(told.split())
    assert run("assess", before["id"], "--life", "withdrawn", "--by", "Ben").exit_code == 0
    assert "Withdrawn (judged by Ben" in run("commitments", "KOR", "JPN").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("same", "ma-1", "ma-2"), "no record is called"),
        (("undo", "77"), "no entry 77"),
        (("undo", "1"), "a document was read"),
        (("forget", "d-nosuch"), "no record is called"),
        (("history", "d-nosuch"), "no record is called"),
        (("review", "--accept", "r-nosuch"), "no item is called"),
        (("review", "KOR"), "give two countries"),
        (("commitments", "KOR", "KOR"), "two different countries"),
        (("import", "nosuch.csv"), "No such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Any, kept: Path, arguments: tuple[str, ...], words: str
) -> None:
    """Exit code 2, the thing named, no traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_verify_ends_with_0_for_a_whole_ledger_and_1_for_another(run: Any, kept: Path) -> None:
    """The exit code says it; the seal is printed to be noted down and asked for later."""
    result = run("verify")
    assert result.exit_code == 0
    seal = re.search(r"[0-9a-f]{64}", result.stdout)
    assert seal is not None
    assert run("verify", "--head", seal[0]).exit_code == 0
    assert run("verify", "--head", "0" * 63 + "1").exit_code == 1
    assert json.loads(run("verify", "--json").stdout)["whole"] is True


def test_a_spreadsheet_is_imported_joined_and_its_bad_rows_named(run: Any, kept: Path, tmp_path: Path) -> None:
    """A row of the known meeting joins it; a bad row is refused by number; the second time nothing changes."""
    (tmp_path / "desk.csv").write_text(
        "date,kind,countries,place,country,level,minutes\n"
        "2026-01-13,summit,KOR; JPN,Nara,Japan,leaders,90\n"
        "soon,summit,KOR; JPN,,,,\n",
        encoding="utf-8",
    )
    result = run("import", "desk.csv")
    assert result.exit_code == 2
    assert "refused desk.csv row 3: start 'soon' is no date" in result.output
    assert "1 meeting and 0 visits kept; 0 new to the ledger, 1 known from other documents; 1 row refused." in (
        result.stdout
    )
    (meeting,) = _meetings(run)
    assert meeting["duration_minutes"] == 90
    assert "already kept" in run("import", "desk.csv").stdout


def test_conflicts_tell_each_version_with_its_words_and_the_rule(run: Any, kept: Path, tmp_path: Path) -> None:
    """A spreadsheet that gives another day's end, and the way in which sources differ."""
    text = "date,kind,countries,place,country,level,status\n2026-01-13,summit,KOR; JPN,Nara,Japan,leaders,planned\n"
    (tmp_path / "plan.csv").write_text(text, encoding="utf-8")
    assert run("import", "plan.csv").exit_code == 0
    (found,) = [
        value for line in run("conflicts", "KOR", "JPN", "--json").stdout.splitlines()
        if (value := json.loads(line))["way"] != "precision"
    ]  # fmt: skip
    assert (found["field"], found["way"], found["value"]) == ("status", "progress", "held")
    assert {version["value"] for version in found["versions"]} == {"held", "planned"}
    told = " ".join(run("conflicts", "KOR", "JPN").stdout.split())
    assert "Status: what was planned then happened. Shuttle takes held." in told
    assert "Rule “held over planned”" in told


def test_review_lists_what_is_open_where_nobody_can_be_asked(run: Any, kept: Path) -> None:
    """Without a terminal the questions are listed; a known answer is recorded."""
    assert "Nothing is left to review." in run("review").stdout
    edited = run("review", "--edit", _meetings(run)[0]["id"], "duration_minutes", "91", "--by", "Ana")
    assert edited.exit_code == 0
    assert _meetings(run)[0]["duration_minutes"] == 91
