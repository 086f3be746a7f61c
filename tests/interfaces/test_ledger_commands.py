"""`shuttle add`, `meetings`, `brief`, `show`: keep, then ask."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def kept(run: Any, article: Path, tmp_path: Path) -> Path:
    """A ledger with one article in it."""
    result = run("add", article)
    assert result.exit_code == 0, result.output
    return tmp_path / "shuttle.db"


def test_add_says_what_was_found_and_what_the_ledger_holds(run: Any, article: Path) -> None:
    """Per document what is new, then a total."""
    result = run("add", article)
    assert "nara.txt: 1 meeting and 1 commitment; 1 new to the ledger" in result.stdout
    assert "1 document: 1 kept." in result.stdout
    assert "shuttle.db holds 1 document, 1 meeting, 0 visits and 1 commitment." in result.stdout


def test_adding_twice_changes_nothing(run: Any, kept: Path, article: Path) -> None:
    """The second time, the document is known."""
    result = run("add", article)
    assert result.exit_code == 0
    assert "nara.txt: already kept" in result.stdout
    assert "1 document: 1 already there." in result.stdout or "0 kept and 1 already there" in result.stdout
    assert "holds 1 document, 1 meeting" in result.stdout


def test_another_account_of_the_same_meeting_joins_it(run: Any, kept: Path, tmp_path: Path) -> None:
    """The second article tells of a meeting that is known."""
    (tmp_path / "other.txt").write_text("The two met in Nara, the paper says.", encoding="utf-8")
    result = run("add", "other.txt")
    assert "1 known from other documents" in result.stdout
    assert "holds 2 documents, 1 meeting" in result.stdout


def test_many_documents_are_not_all_listed(run: Any, tmp_path: Path) -> None:
    """A corpus does not flood the screen unless asked to."""
    lines = [json.dumps({"id": f"line-{n}", "text": f"Nothing happened on day {n}."}) for n in range(130)]
    (tmp_path / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = run("add", "c.jsonl")
    assert "line-99:" in result.stdout
    assert "line-120:" not in result.stdout
    assert "130 documents: 130 kept." in result.stdout
    assert "line-120:" in run("add", "-v", "--ledger", "other.db", "c.jsonl").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--ledger", "x.db", "add"), id="before"),
        pytest.param(("add", "--ledger", "x.db"), id="after"),
        pytest.param(("--ledger", "y.db", "add", "--ledger", "x.db"), id="after-wins"),
    ],
)
def test_the_ledger_is_named_before_or_after_the_command(run: Any, article: Path, arguments: tuple[str, ...]) -> None:
    """Both places are accepted; the nearer one wins."""
    assert run(*arguments, article).exit_code == 0
    assert Path("x.db").exists() and not Path("y.db").exists() and not Path("shuttle.db").exists()


def test_the_ledger_is_named_in_the_environment(run: Any, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment goes over the default, an option over the environment."""
    monkeypatch.setenv("SHUTTLE_LEDGER", "env.db")
    assert run("add", article).exit_code == 0
    assert Path("env.db").exists()
    assert run("add", "--ledger", "option.db", article).exit_code == 0
    assert Path("option.db").exists()


@pytest.mark.parametrize("names", [("KOR", "JPN"), ("kr", "jp"), ("south korea", "Japan"), ("JPN", "KOR")])
def test_countries_are_given_by_code_or_name(run: Any, kept: Path, names: tuple[str, str]) -> None:
    """In any case and either order."""
    result = run("meetings", *names)
    assert result.exit_code == 0
    assert "13 January 2026" in result.stdout
    assert "Nara, Japan" in result.stdout


def test_meetings_of_one_country_and_of_all(run: Any, kept: Path) -> None:
    """Fewer countries, more meetings."""
    assert "Nara" in run("meetings").stdout
    assert "Nara" in run("meetings", "KOR").stdout
    assert run("meetings", "USA").stdout == ""


def test_meetings_as_json(run: Any, kept: Path) -> None:
    """One object a line, for programs."""
    (value,) = [json.loads(line) for line in run("meetings", "KOR", "JPN", "--json").stdout.splitlines()]
    assert (value["kind"], value["start"], value["countries"]) == ("meeting", "2026-01-13", ["KOR", "JPN"])
    assert value["documents"][0]["id"].startswith("d-")


def test_the_brief_is_markdown_with_its_words(run: Any, kept: Path) -> None:
    """What is printed can be handed on, and every fact in it has a footnote."""
    result = run("brief", "KOR", "JPN")
    assert result.exit_code == 0
    assert result.stdout.startswith("# South Korea and Japan: brief\n")
    assert "**agreed**: “expand cooperation on supply chains”" in result.stdout
    assert "[^1]: “" in result.stdout
    bullets = [line for line in result.stdout.splitlines() if line.startswith("- ")]
    assert bullets and all("[^" in line for line in bullets)


def test_a_record_is_shown_with_its_words_in_context(run: Any, kept: Path) -> None:
    """By its id, by how the id begins, as account, finding and document."""
    id_ = re.findall(r"ma-\w+", run("meetings").stdout)[0]
    for name in (id_, id_[:6]):
        result = run("show", name)
        assert result.exit_code == 0
        assert "President Lee >>met<< Prime Minister Takaichi" in result.stdout.replace("\n", " ").replace("    ", " ")
    finding = run("show", id_.replace("ma-", "m-"))
    assert f"Part of {id_}" in finding.stdout
    document = re.findall(r"d-\w+", run("show", id_).stdout)[0]
    assert "Main meeting" in run("show", document).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("brief", "KOR", "Atlantis"), "no country is called 'Atlantis'"),
        (("brief", "KOR", "KOR"), "two different countries"),
        (("brief", "KOR", "USA"), "the ledger holds nothing about South Korea and United States"),
        (("brief", "KOR"), "Missing argument"),
        (("meetings", "KOR", "JPN", "USA"), "two countries at most"),
        (("meetings", "--ledger", "nowhere.db"), "there is no ledger at nowhere.db"),
        (("show", "ma-zzz"), "ma-zzz"),
        (("show", ""), "shuttle: "),
        (("no-such-command",), "No such command"),
        (("add", "--ledger", "no/such/folder/x.db", "nara.txt"), "no/such/folder"),
        (("meetings", "--ledger", "nara.txt"), "nara.txt"),
    ],
)
def test_mistakes_are_told_in_a_sentence(run: Any, kept: Path, arguments: tuple[str, ...], message: str) -> None:
    """What the user can mend has exit code 2, names what was given, and never shows a traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_asking_makes_no_ledger(run: Any) -> None:
    """A question to a ledger that is not there does not leave an empty one behind."""
    assert run("meetings").exit_code == 2
    assert not Path("shuttle.db").exists()


def test_a_fault_of_our_own_is_a_sentence(run: Any, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a bug ends in words and exit code 1, and says how to see more."""
    monkeypatch.setattr("shuttle.views.brief.brief", lambda *_, **__: 1 / 0)
    result = run("brief", "KOR", "JPN")
    assert result.exit_code == 1
    assert "fault of Shuttle's own: ZeroDivisionError" in result.stderr
    assert "SHUTTLE_DEBUG=1" in result.stderr
