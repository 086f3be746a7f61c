"""`shuttle read` and `schema`: everything given is read or refused, and programs get the published format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest


def objects(result: Any) -> list[dict[str, Any]]:
    """The JSON lines of a result."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_is_one_object_a_line_in_the_published_format(run: Any, article: Path) -> None:
    """Each line validates against what `shuttle schema` prints."""
    result = run("read", "--json", article, article)
    assert (result.exit_code, result.stderr) == (0, "")
    schema = json.loads(run("schema").stdout)
    assert len(objects(result)) == 2
    for value in objects(result):
        jsonschema.validate(value, schema)
        assert value["document"]["source"] == str(article)


def test_json_is_utf8_whatever_the_words(run: Any, tmp_path: Path) -> None:
    """Nothing is escaped that UTF-8 can say."""
    (tmp_path / "a.txt").write_text("They met in Nara, 奈良 – “so”.", encoding="utf-8")
    result = run("read", "--json", "a.txt")
    assert "奈良 – “so”".encode() in result.stdout_bytes


def test_what_is_refused_is_one_line_on_standard_error_and_exit_code_2(run: Any, tmp_path: Path, article: Path) -> None:
    """The refusal names the file and the reason; the rest is still read."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = run("read", "--json", "empty.txt", "photo.txt", article)
    assert result.exit_code == 2
    assert len(objects(result)) == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("shuttle: refused empty.txt: it is empty.")
    assert lines[1].startswith("shuttle: refused photo.txt: it holds binary data")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "empty", id="empty-file"),
        pytest.param("a.txt", b"\x00\x01\x02", "binary", id="binary-file"),
        pytest.param("a.txt", "다카이치 총리는".encode("euc-kr"), "not UTF-8", id="wrong-encoding"),
        pytest.param("a.md", b"---\ntitle: x\nThey met in Nara.", "front matter", id="broken-front-matter"),
        pytest.param("a.jsonl", b'{"text": "They met', "line 1: it is not JSON", id="broken-line"),
        pytest.param("a.jsonl", b'{"text": "' + b"w" * 20_000_000 + b'"}', "4 MB", id="line-of-20-mb"),
        pytest.param("a.txt", b"w" * 20_000_000, "4 MB", id="text-of-20-mb"),
        pytest.param("a.pdf", b"%PDF-1.4", "not read yet", id="pdf"),
        pytest.param("a.txt", b"STUMBLE", "fault of Shuttle's own (ZeroDivisionError", id="a-reader-that-stumbles"),
    ],
)
@pytest.mark.parametrize("command", [("read", "--json"), ("read",), ("add",)], ids=" ".join)
def test_bad_input_is_said_and_the_rest_of_the_folder_read(
    run: Any, tmp_path: Path, command: tuple[str, ...], name: str, content: bytes, reason: str
) -> None:
    """No input ends the run or shows a traceback, in whatever command."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "z.txt").write_text("They met in Nara.", encoding="utf-8")
    result = run(*command, "in")
    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stderr.startswith("shuttle: refused in/a.")
    assert len(result.stderr.splitlines()) == 1
    assert "z.txt" in result.stdout
    assert "Traceback" not in result.output


def test_a_language_that_is_not_covered_is_an_issue(run: Any, tmp_path: Path) -> None:
    """The document is there, with what could not be done said in it; nothing was wrong with the input."""
    (tmp_path / "a.txt").write_text("이재명 대통령은 나라에서 다카이치 총리와 회담했다.", encoding="utf-8")
    result = run("read", "--json", "a.txt")
    assert result.exit_code == 0
    (value,) = objects(result)
    assert value["document"]["language"] == "ko"
    assert value["issues"][0]["code"] == "language-not-covered"


def test_a_missing_file_is_said_and_the_rest_read(run: Any, article: Path) -> None:
    """A mistyped name is one line, exit code 2."""
    result = run("read", "--json", "nowhere.txt", article)
    assert result.exit_code == 2
    assert result.stderr.startswith("shuttle: no such file or folder: nowhere.txt.")
    assert len(objects(result)) == 1


def test_published_overrides_and_must_be_a_date(run: Any, article: Path) -> None:
    """A wrong date is a mistake in the command, told as one."""
    (value,) = objects(run("read", "--json", "--published", "2026-01-14", article))
    assert (value["document"]["published"], value["document"]["published_basis"]) == ("2026-01-14", "given")
    result = run("read", "--published", "soon", article)
    assert result.exit_code == 2
    assert "'soon' is not a date" in result.stderr


def test_standard_input_is_read(run: Any) -> None:
    """A dash is what comes through the pipe."""
    (value,) = objects(run("read", "--json", "-", stdin="---\ntitle: T\n---\nThey met in Nara."))
    assert (value["document"]["source"], value["document"]["title"]) == ("-", "T")
    assert value["meetings"][0]["place"]["name"] == "Nara"


def test_the_limit_is_a_setting(run: Any, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an option or in the environment."""
    assert run("read", "--max-mb", "0.001", article).exit_code == 0
    long = article.with_name("long.txt")
    long.write_text("They met in Nara. " * 100, encoding="utf-8")
    assert "0.001 MB" in run("read", "--max-mb", "0.001", long).stderr
    monkeypatch.setenv("SHUTTLE_MAX_MB", "0.001")
    assert run("read", long).exit_code == 2


def test_text_shows_findings_with_their_words(run: Any, article: Path) -> None:
    """Without a terminal the view is plain text, wrapped, without escape codes."""
    result = run("read", article)
    assert result.exit_code == 0
    for words in (
        "Main meeting",
        "13 January 2026, Nara, Japan, held",
        "“met” [14–17]",
        "Commitments",
    ):
        assert words in result.stdout
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_hostile_text_reaches_no_terminal(run: Any, tmp_path: Path) -> None:
    """Escape codes in a document, its title and its name are dropped."""
    path = tmp_path / "a\x1b[2J.txt"
    path.write_text("---\ntitle: T\x1b]0;x\x07\n---\nThey met\x1b[31m in Nara\u202e.", encoding="utf-8")
    result = run("read", path)
    assert not set("\x1b\x07\u202e") & set(result.stdout)


def test_nothing_given_is_a_mistake(run: Any) -> None:
    """Usage errors have exit code 2."""
    assert run("read").exit_code == 2
