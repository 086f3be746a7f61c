"""`shuttle brief`: in every format, for a reader, and as of a day that is past."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.interfaces.conftest import ARTICLE, SmallReader
from tests.ledger.factory import document

from shuttle.ledger.ledger import Ledger

LATER = ARTICLE.replace("January 13, 2026", "January 13, 2026,") + " They met in Nara once more, they said."


@pytest.fixture
def kept(run: Any, article: Path) -> Path:
    """A ledger with one article."""
    assert run("add", article).exit_code == 0
    return Path("shuttle.db")


@pytest.fixture
def daily() -> list[str]:
    """A ledger that was kept from day to day: an article, another, and the first withdrawn; the ids of the articles."""
    now = [dt.datetime(2026, 1, 14, 9, tzinfo=dt.UTC)]
    first = document(ARTICLE, published="2026-01-14", publisher="Daily", title="First")
    second = document(LATER, published="2026-01-16", publisher="Evening", title="Second")
    with Ledger.open("shuttle.db", clock=lambda: now[0]) as book:
        book.add(SmallReader().read(first))
        now[0] += dt.timedelta(2)
        book.add(SmallReader().read(second))
        now[0] += dt.timedelta(4)
        book.judging("Desk").forget(first.id, "withdrawn by its publisher")
    return [first.id, second.id]


def titles(text: str) -> list[str]:
    """The documents that a brief in JSON is drawn from."""
    return [entry["title"] for entry in json.loads(text)["sources"]]


def test_each_format_is_written(run: Any, kept: Path) -> None:
    """By the option or by the name of the file, to the file or to standard output."""
    assert run("brief", "KOR", "JPN", "--format", "html").stdout.startswith("<!DOCTYPE html>")
    told = json.loads(run("brief", "KOR", "JPN", "--format", "json").stdout)
    assert told["title"] == "South Korea and Japan: brief"
    for name, start in (("b.html", b"<!DOCTYPE"), ("b.docx", b"PK"), ("b.pdf", b"%PDF-"), ("b.md", b"# South"),
                        ("b.json", b"{"), ("b.txt", b"# South")):  # fmt: skip
        result = run("brief", "KOR", "JPN", "--out", name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"shuttle: wrote {name}\n")
        assert Path(name).read_bytes().startswith(start)
    assert run("brief", "KOR", "JPN", "--format", "docx").stdout_bytes.startswith(b"PK")


def test_the_cover_has_what_was_asked_for(run: Any, kept: Path) -> None:
    """Reader, marking and objectives, on paper too."""
    given = ("--for", "Minister X", "--classification", "RESTRICTED", "--objective", "Agree a date",
             "--objective", "Keep [calm]")  # fmt: skip
    text = run("brief", "KOR", "JPN", *given).stdout
    assert "**RESTRICTED**" in text
    assert "**For:** Minister X" in text
    assert "1. Agree a date\n2. Keep \\[calm\\]\n" in text
    assert "**Made with:** Shuttle 0.1.0; ledger entry 1, seal " in text
    paper = docx.Document(io.BytesIO(run("brief", "KOR", "JPN", "--format", "docx", *given).stdout_bytes))
    assert paper.sections[0].header.paragraphs[0].text == "RESTRICTED"
    assert "Agree a date" in [paragraph.text for paragraph in paper.paragraphs]


def test_as_of_gives_the_brief_as_it_was(run: Any, daily: list[str]) -> None:
    """The brief of each day comes out again as it was given, though a document came and another was withdrawn since."""
    asked = ("brief", "KOR", "JPN", "--format", "json")
    assert titles(run(*asked).stdout) == ["Second"]
    assert titles(run(*asked, "--as-of", "2026-01-15").stdout) == ["First"]
    assert titles(run(*asked, "--as-of", "2026-01-19").stdout) == ["First", "Second"]
    assert titles(run(*asked, "--as-of", "2026-01-20").stdout) == ["Second"]
    told = json.loads(run(*asked, "--as-of", "2026-01-19").stdout)
    rows = {row["name"]: row["value"] for row in told["cover"]}
    assert rows["As of"] == "19 January 2026"
    assert rows["Speaks from"].startswith("the ledger as it stood at the end of that day (UTC)")
    assert "; ledger entry 2, seal " in rows["Made with"]


def test_an_entry_that_a_cover_names_gives_its_brief_again(run: Any, daily: list[str]) -> None:
    """Between two entries of a day the number tells, and the whole paper is the same to the letter."""
    told = run("brief", "KOR", "JPN", "--at-entry", "2").stdout
    assert "**As of:** 16 January 2026" in told
    assert "**Speaks from:** the ledger as it stood right after the entry named below" in told
    assert run("brief", "KOR", "JPN", "--at-entry", "2", "--as-of", "2026-01-16").stdout == told


def test_a_day_before_the_ledger_speaks_from_what_was_published(run: Any, daily: list[str]) -> None:
    """A ledger filled later from an archive answers for earlier days by publication, and the cover says so."""
    asked = ("brief", "KOR", "JPN", "--format", "json")
    assert titles(run(*asked, "--as-of", "2026-01-16", "--as-published").stdout) == ["Second"]
    nothing = run(*asked, "--as-of", "2026-01-13")
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert "holds nothing about South Korea and Japan, as of 2026-01-13," in nothing.stderr


def test_an_archive_answers_for_the_days_of_its_documents(run: Any, kept: Path, tmp_path: Path) -> None:
    """Documents without a date of publication are left out of such a brief, and the cover counts them."""
    dated = tmp_path / "dated.txt"
    dated.write_text(f"---\npublished: 2026-01-14\n---\n{LATER}", encoding="utf-8")
    assert run("add", dated).exit_code == 0
    text = run("brief", "KOR", "JPN", "--as-of", "2026-01-20").stdout
    assert "**Speaks from:** the documents published by that day" in text
    assert "; 1 document without a known day of publication left out" in text
    assert "**Drawn from:** 1 document" in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--as-of", "yesterday"), "--as-of 'yesterday': give a day that exists"),
        (("--as-of", "2026-02-30"), "give a day that exists"),
        (("--as-of", "2026-01"), "give a day that exists"),
        (("--as-published",), "give a day with it"),
        (("--at-entry", "1", "--as-of", "2026-01-15", "--as-recorded"), "no --at-entry"),
        (("--at-entry", "9"), "no entry 9: it has 3"),
        (("--as-of", "2026-01-13", "--as-recorded"), "the ledger held nothing on 2026-01-13: it was begun later"),
        (("--format", "odt"), "odt"),
        (("--out", "no/such/folder/b.md"), "no/such/folder"),
    ],
)
def test_mistakes_are_told_in_a_sentence(run: Any, daily: list[str], options: tuple[str, ...], message: str) -> None:
    """What was given is named, and what to give instead."""
    result = run("brief", "KOR", "JPN", *options)
    assert result.exit_code != 0
    assert message in result.stderr
    assert "Traceback" not in result.output
