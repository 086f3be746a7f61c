"""`shuttle search`: words in, records out, on one screen or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _kept(run: Any, article: Path) -> None:
    """A ledger with one article in it."""
    assert run("add", article).exit_code == 0


def test_what_is_found_is_shown_with_its_words_marked(run: Any) -> None:
    """Each hit has a line that says what it is and one with its words; what matched stands between marks."""
    result = run("search", "supply", "CHAINS")
    assert result.exit_code == 0
    assert "commitment  ca-" in result.stdout
    assert "document  d-" in result.stdout
    assert ">>supply<< >>chains<<" in result.stdout


def test_what_the_shell_was_given_in_quotes_is_a_phrase(run: Any) -> None:
    """An argument with blanks in it must stand together."""
    assert ">>supply chains<<" in run("search", "supply chains").stdout
    result = run("search", "chains supply")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing in the ledger holds all of these words" in result.stderr


def test_kind_and_limit_cut_what_is_shown(run: Any) -> None:
    """Only the kinds asked for, and no more than the limit."""
    lines = run("search", "--json", "--kind", "document", "--kind", "meeting", "nara").stdout.splitlines()
    assert sorted(json.loads(line)["kind"] for line in lines) == ["document", "meeting"]
    assert len(run("search", "--json", "--limit", "1", "nara").stdout.splitlines()) == 1
    assert run("search", "--kind", "treaty", "nara").exit_code == 2


def test_json_marks_words_by_offsets_never_by_markup(run: Any) -> None:
    """A mark is a half-open span of the snippet, in code points."""
    for line in run("search", "--json", "nara").stdout.splitlines():
        hit = json.loads(line)
        assert {hit["snippet"][start:end] for start, end in hit["marks"]} == {"Nara"}
        assert set(hit) == {"id", "kind", "score", "date", "title", "document", "snippet", "marks"}
        assert run("show", hit["id"]).exit_code == 0


def test_a_question_without_a_word_is_the_users_to_mend(run: Any) -> None:
    """Exit code 2 and one sentence."""
    result = run("search", "?!")
    assert result.exit_code == 2
    assert "no word to search for" in result.stderr


def test_a_search_in_a_ledger_that_is_not_there_makes_none(run: Any) -> None:
    """A misspelt ledger is named, not made."""
    result = run("search", "--ledger", "misspelt.db", "nara")
    assert result.exit_code == 2
    assert not Path("misspelt.db").exists()
