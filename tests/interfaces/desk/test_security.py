"""The desk against those who mean it ill: other sites, other names, large requests, hostile documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.interfaces.desk.conftest import Visitor
from tests.ledger.factory import document

from shuttle.interfaces.desk import app as desk_app
from shuttle.interfaces.desk.app import create_app
from shuttle.interfaces.desk.settings import Settings
from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import MeetingAccount
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Issue, Meeting, Person, Place, finding_id
from shuttle.records.readings import Reading

_FORMS = ("/judge/edit", "/judge/undo", "/judge/forget", "/review", "/add")
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "'; DROP TABLE documents; --",
    "\u202eevil\u2066",
)


def test_every_answer_carries_the_headers(desk: Visitor) -> None:
    """Pages, refusals and the desk's own files alike: no script or style from a page, no frame, no sniffing."""
    for address in ("/", "/nothing", "/static/desk.css", "/healthz"):
        headers = desk.client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == ("max-age=3600" if "static" in address else "no-store")


def test_no_page_holds_script_or_style_of_its_own(desk: Visitor, nara: MeetingAccount) -> None:
    """So that the policy can be strict, and stays so."""
    for address in ("/", "/KOR-JPN", f"/meetings/{nara.id}", f"/documents/{nara.about[0]}", "/add", "/review"):
        page = desk.get(address)
        assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=", page) == []


def test_templates_never_call_anything_safe() -> None:
    """What is printed is escaped, always."""
    folder = Path(desk_app.__file__).with_name("templates")
    assert [
        p.name for p in folder.glob("*.html") if re.search(r"\|\s*safe|autoescape|Markup", p.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "desk.test.evil.example", "", "[::2]"])
def test_another_name_is_not_answered(desk: Visitor, host: str) -> None:
    """A page elsewhere cannot reach the desk by a name that it turned to this computer."""
    answer = desk.client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Shuttle" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000"])
def test_names_of_this_computer_are_answered(host: str) -> None:
    """With any port."""
    with TestClient(create_app(":memory:", Settings())) as client:
        assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("address", _FORMS)
def test_a_form_without_its_token_does_nothing(desk: Visitor, book: Ledger, nara: MeetingAccount, address: str) -> None:
    """Nor with another browser's, a made-up one, or from another site."""
    fields = {"record": nara.id, "field": "forum", "value": "x", "because": "x", "text": "x", "entry": "1"}
    token = desk.token()
    other = TestClient(desk.client.app, base_url="http://desk.test")
    for client, given, headers in (
        (desk.client, {}, {}),
        (desk.client, {"token": "x"}, {}),
        (desk.client, {"token": token[:-8] + "x" * 8}, {}),
        (other, {"token": token}, {}),
        (desk.client, {"token": token}, {"sec-fetch-site": "cross-site"}),
        (desk.client, {"token": token}, {"sec-fetch-site": "same-site"}),
    ):
        answer = client.post(address, data={**fields, **given}, headers=headers, follow_redirects=False)
        assert answer.status_code == 403, answer.text[:500]
    assert book.history(limit=1)[0].seq == 28


def test_the_cookie_is_kept_from_scripts_and_other_sites(desk: Visitor) -> None:
    """HttpOnly, SameSite; Secure where the desk is reached by HTTPS."""
    cookie = desk.client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "secure" not in cookie
    with TestClient(create_app(":memory:", Settings(hosts=("testserver",), secure=True))) as client:
        answer = client.get("/")
        assert "secure" in answer.headers["set-cookie"].lower()
        assert "max-age" in answer.headers["strict-transport-security"]


def test_a_request_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """Whether it says its length or not."""
    settings = Settings(hosts=("testserver",), most_bytes=10_000)
    with TestClient(create_app(str(tmp_path / "l.db"), settings)) as client:
        form = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/add", content=b"x" * 20_000).status_code == 413
        assert client.post("/add", content=iter([b"x" * 6_000] * 3), headers=form).status_code == 413


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Markup, templates and marks that turn the writing are shown as they stand, on every page that shows them."""
    path = tmp_path / "hostile.db"
    text = "\n\n".join(f"{words} They met in Nara and agreed to {words} all." for words in HOSTILE)
    joined = " ".join(HOSTILE)
    made = document(text, title=joined, publisher=joined, url="javascript:alert(1)")
    whole = (Evidence.of(text, 0, len(text)),)
    meeting = Meeting(
        finding_id("m", made.id, 0), True, "held", "leaders", "in person", "2026-01-13", None, joined, None, None,
        ("KOR", "JPN"), (Person(joined, joined, "KOR"),), Place(joined, "JPN"), "JPN", joined, (), (), None, joined,
        whole,
    )  # fmt: skip
    commitment = Commitment(
        finding_id("c", made.id, 1),
        joined,
        ("KOR", "JPN"),
        "agreed",
        (joined,),
        None,
        meeting.id,
        joined,
        joined,
        whole,
    )
    with Ledger.open(path) as ledger:
        ledger.add(Reading(made, joined, (meeting,), commitments=(commitment,), issues=(Issue("x", joined, whole),)))
        ledger.judging(joined).edit(meeting.id.replace("m-", "ma-"), "forum", joined, joined)
    meeting_id, commitment_id = meeting.id.replace("m-", "ma-"), commitment.id.replace("c-", "ca-")
    pages = (
        "/", "/KOR-JPN", "/KOR-JPN/meetings", "/KOR-JPN/documents", "/KOR-JPN/commitments", f"/meetings/{meeting_id}",
        f"/commitments/{commitment_id}", f"/documents/{made.id}", "/history", f"/history/{meeting_id}", "/review",
        "/search?q=alert", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/?country=%3Cscript%3E", "/%3Cscript%3E",
    )  # fmt: skip
    with TestClient(create_app(str(path), Settings(hosts=("testserver",), user=joined))) as client:
        for address in pages:
            page = client.get(address).text
            for markup in ("<script>alert", "<img src=x", "<svg onload", 'href="javascript', "Markup("):
                assert markup not in page, (address, markup)
            assert " 49 " not in page
            one_line = re.sub(r'<article class="text".*?</article>|<p class="snippet".*?</p>', "", page, flags=re.S)
            one_line = re.sub(r"<blockquote.*?</blockquote>|<input[^>]*>|title=\"[^\"]*\"", "", one_line, flags=re.S)
            if not address.startswith(("/?", "/%", "/search")):
                assert "\u202e" not in one_line, (address, one_line[max(0, one_line.find("\u202e") - 200) :][:300])


def test_a_document_of_one_endless_line_is_shown_in_parts(tmp_path: Path) -> None:
    """No page grows with its document."""
    text = "They met in Oslo. " * 60_000
    made = document(text)
    with Ledger.open(tmp_path / "long.db") as ledger:
        ledger.add(Reading(made, "by-hand/1"))
    with TestClient(create_app(str(tmp_path / "long.db"), Settings(hosts=("testserver",)))) as client:
        page = client.get(f"/documents/{made.id}?at=1000000-1000010")
        assert len(page.content) < 200_000
        assert 'id="here"' in page.text and "Part 21 of" in page.text
