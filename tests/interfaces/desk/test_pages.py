"""Every page answers, says what the ledger says, and leads to the words."""

from __future__ import annotations

import html
import re

import pytest
from tests.interfaces.desk.conftest import Visitor

from shuttle.interfaces.desk.pages.search_pages import countries_in
from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import MeetingAccount, PairAccount


def test_the_start_page_shows_who_met_last_and_leads_to_them(desk: Visitor) -> None:
    """Pairs stand in the order of their last meeting, each with a way to it."""
    page = desk.get("/")
    pairs = re.findall(r'class="name" href="(/[A-Z]{3}-[A-Z]{3})"', page)
    assert pairs[:2] == ["/IND-JPN", "/JPN-KOR"]
    assert "13–14 January 2026" in page


def test_the_start_page_of_one_country_shows_its_pairs_only(desk: Visitor) -> None:
    """A country is found by code or name; an unknown one is told of."""
    pairs = re.findall(r'class="name" href="/([A-Z-]+)"', desk.get("/?country=south+korea"))
    assert pairs and all("KOR" in pair for pair in pairs)
    assert "Did you mean" in desk.get("/?country=Souht+Korea")


def test_two_countries_lead_to_their_page(desk: Visitor) -> None:
    """Names, codes and small letters lead to one address."""
    for address in ("/pair?a=South+Korea&b=jp", "/kor-jpn", "/KOR-JPN/"):
        answer = desk.client.get(address)
        assert str(answer.url).endswith("/KOR-JPN"), address


@pytest.mark.parametrize("address", ["/KOR-KOR", "/KOR-XXX", "/nix", "/meetings/ma-0", "/documents/d-0", "/KOR-JPN/x"])
def test_what_is_not_there_is_said_to_be(desk: Visitor, address: str) -> None:
    """An address of nothing answers 404 with a page that leads on."""
    assert "That did not work" in desk.get(address, 404)


def test_the_page_of_a_pair_tells_where_they_stand(desk: Visitor, pair: PairAccount) -> None:
    """Turn, last meeting, meetings, commitments by life, conflicts and documents are on it."""
    page = desk.get("/KOR-JPN")
    for words in ("Whose turn", "13–14 January 2026", "6 days ago", "Board of commitments", "Open conflicts"):
        assert words in page
    assert f"All {len(pair.meetings) + len(pair.visits)} meetings and visits" in page
    assert f"All {len(pair.sources)} documents" in page


def test_lists_of_a_pair_hold_all_of_it(desk: Visitor, pair: PairAccount) -> None:
    """All meetings, documents and commitments are reached by paging."""
    meetings = desk.get("/KOR-JPN/meetings") + desk.get("/KOR-JPN/meetings?p=2")
    assert all(event.id in meetings for event in (*pair.meetings, *pair.visits))
    assert all(source.document_id in desk.get("/KOR-JPN/documents") for source in pair.sources)
    shown = "".join(desk.get(f"/KOR-JPN/commitments?life=stated&p={number}") for number in range(1, 5))
    stated = [c.id for c in pair.commitments]
    assert sum(name in shown for name in stated) > 60


def test_every_value_of_a_meeting_leads_to_its_words(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """Each link from a value opens its document at a span whose words are marked there as they stand."""
    page = desk.get(f"/meetings/{nara.id}")
    links = {html.unescape(link) for link in re.findall(r'href="(/documents/[^"]+#here)"', page)}
    assert len(links) > 20
    for link in sorted(links)[::6]:
        document, _, place = link.removeprefix("/documents/").removesuffix("#here").partition("?at=")
        start, end = map(int, place.split("-"))
        marked = re.findall(r'<mark class="here[^>]*>([^<]*)</mark>', desk.get(link.removesuffix("#here")))
        assert html.unescape("".join(marked)) == book.text(document)[start:end].replace("\n\n", "")


def test_differing_values_stand_side_by_side_with_who_says_them(desk: Visitor, nara: MeetingAccount) -> None:
    """Where sources differ every version is on the page, with its words and the rule that chose."""
    page = desk.get(f"/meetings/{nara.id}")
    row = page[page.index('id="field-duration_minutes"') :].partition('id="field-countries"')[0]
    for claim in nara.field("duration_minutes").all_claims:
        assert f"{claim.value} minutes" in row
    assert "Why this value" in row


def test_a_plan_that_was_carried_out_is_no_difference(desk: Visitor, nara: MeetingAccount) -> None:
    """Planned and then held is told as such, not as sources that differ."""
    page = desk.get(f"/meetings/{nara.id}")
    row = page[page.index('id="field-status"') :].partition('id="field-level"')[0]
    assert "Before: Planned" in row
    assert "Sources differ" not in row


def test_a_document_is_shown_whole_with_every_finding(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """The text on the page is the document's, word for word, and every finding stands beside it."""
    name = nara.about[0]
    page = desk.get(f"/documents/{name}")
    article = re.search(r'<article class="text".*?</article>', page, re.S)
    assert article
    plain = html.unescape(re.sub(r'<a class="label.*?</a>|<[^>]+>', "", article[0]))
    assert plain.split() == book.text(name).split()
    found = sum(1 for _ in book.reading(name).findings())
    assert len(re.findall(r'<li id="[MVCSNO]\d+"', page)) == found


def test_a_quotation_is_found_though_its_place_is_wrong(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """The quote in the address is looked for where the position does not hold it; what is nowhere is told."""
    name = nara.about[-1]
    text = book.text(name)
    quote = text[200:230]
    assert "at another place" in desk.get(f"/documents/{name}?at=1-9&quote={quote}")
    assert "do not stand in this document" in desk.get(f"/documents/{name}?at=1-9&quote=nowhere+to+be+found")
    assert "do not stand in this document" in desk.get(f"/documents/{name}?at=999999-9999999")


def test_the_page_of_a_commitment_tells_its_life_and_what_came_of_it(desk: Visitor) -> None:
    """Life, links with their words, and the form to judge are on it."""
    board = desk.get("/KOR-JPN/commitments?life=delivered")
    found = re.search(r'data-commitment="([^"]+)"', board)
    assert found
    page = desk.get(found[1])
    assert '<span class="life">Delivered</span>' in page
    assert "refer back" in page
    assert 'action="/judge/assess"' in page


def test_every_kind_of_record_has_a_page(desk: Visitor, pair: PairAccount) -> None:
    """Visits, statements, steps and outcomes too; a finding leads to the record that holds it."""
    for account in (pair.visits[0], pair.statements[0], pair.next_steps[0], pair.outcomes[0]):
        assert account.id in desk.get(f"/records/{account.id}")
    answer = desk.client.get(f"/records/{pair.meetings[-1].findings[0]}")
    assert str(answer.url).endswith(pair.meetings[-1].id)


def test_search_finds_words_countries_and_ids(desk: Visitor, nara: MeetingAccount) -> None:
    """Words are marked where they stand; two countries lead to their page, an id to its record."""
    assert "<mark>supply</mark> <mark>chains</mark>" in desk.get("/search?q=supply+chains")
    assert 'href="/JPN-KOR"' in desk.get("/search?q=japan+korean+summit")
    assert str(desk.client.get(f"/search?q={nara.id}").url).endswith(f"/meetings/{nara.id}")
    assert "Nothing in the ledger" in desk.get("/search?q=unheardofword")
    assert 'role="alert"' in desk.get("/search?q=%22+%22")


@pytest.mark.parametrize(
    ("query", "countries"),
    [
        ("South Korea and Japan", ["KOR", "JPN"]),
        ("kor-jpn", ["KOR", "JPN"]),
        ("korean supply chains", ["KOR"]),
        ("is it an act", []),
        ("United States of America", ["USA"]),
    ],
)
def test_countries_are_read_out_of_a_question(query: str, countries: list[str]) -> None:
    """A country counts by code, name or demonym, the longest first; words of two letters never."""
    assert countries_in(query) == countries


def test_history_pages_back_to_the_first_entry(desk: Visitor) -> None:
    """Every entry is reached, the latest first."""
    page = desk.get("/history")
    seen = [int(n) for n in re.findall(r'<span class="number">(\d+)</span>', page)]
    assert seen == sorted(seen, reverse=True) and seen[0] == 28
    assert re.findall(r'<span class="number">(\d+)</span>', desk.get("/history?before=3")) == ["2", "1"]


def test_an_empty_ledger_says_what_to_do(tmp_path: object) -> None:
    """Nobody needs a manual to begin."""
    from starlette.testclient import TestClient

    from shuttle.interfaces.desk.app import create_app
    from shuttle.interfaces.desk.settings import Settings

    with TestClient(create_app(f"{tmp_path}/new.db", Settings(hosts=("testserver",)))) as client:
        assert "The ledger is empty" in client.get("/").text
        for address in ("/KOR-JPN", "/review", "/history", "/search?q=x", "/KOR-JPN/commitments", "/KOR-JPN/conflicts"):
            assert client.get(address).status_code == 200, address


def test_health_and_readiness_answer(desk: Visitor) -> None:
    """Whoever watches over the desk can ask it."""
    assert desk.client.get("/healthz").json() == {"status": "alive"}
    assert desk.client.get("/readyz").json() == {"status": "ready", "head": 28}


def test_turn_and_cadence_are_counted_by_the_rule_that_is_chosen(desk: Visitor) -> None:
    """The rule is named, ids lead to their records, and there is no rule of another name."""
    page = desk.get("/KOR-JPN/turn")
    assert "Turn: South Korea, since Japan hosted last" in page and "rule visits/office" in page
    assert re.search(r'<a href="/meetings/ma-[0-9a-f]+">ma-', page)
    assert "rule margins/person" in desk.get("/KOR-JPN/turn?count=margins&by=person")
    desk.get("/KOR-JPN/turn?count=guessed", 404)


def test_the_plan_is_a_page_and_a_calendar(desk: Visitor) -> None:
    """It says that it is a proposal, speaks of no option of the command line, and can be taken into a calendar."""
    page = desk.get("/KOR-JPN/plan")
    assert "A proposal drawn from the ledger" in page and "--all" not in page
    assert "BEGIN:VEVENT" in desk.get("/KOR-JPN/plan.ics")


def test_the_calendar_of_a_pair_can_be_subscribed_to(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """It holds the meetings, and what is decided changes it."""
    answer = desk.client.get("/KOR-JPN/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20260113" in answer.text or "DTSTART;TZID=Asia/Tokyo:20260113T140000" in answer.text
    book.judging("Ben").edit(nara.id, "forum", "the Nara forum")
    assert "the Nara forum" in desk.get("/KOR-JPN/calendar.ics").replace("\r\n ", "")


def test_the_sides_of_a_meeting_are_compared(desk: Visitor, nara: MeetingAccount) -> None:
    """Both have a column, and what one leaves out is said to be not mentioned."""
    page = desk.get(f"/meetings/{nara.id}/comparison")
    assert '<th scope="col">South Korea</th>' in page and '<th scope="col">Japan</th>' in page
    assert "not mentioned" in page
    assert len(re.findall(r'href="/documents/d-[0-9a-f]+\?at=\d+-\d+#here">\[\d+: ', page)) > 10
    assert f"/meetings/{nara.id}/comparison" in desk.get(f"/meetings/{nara.id}")


def test_the_picture_does_nothing_but_show(desk: Visitor) -> None:
    """It is an image on the page; opened alone it may run nothing."""
    answer = desk.client.get("/KOR-JPN/timeline.svg")
    assert answer.headers["content-type"] == "image/svg+xml" and answer.text.startswith("<svg")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("form", ["md", "html", "json", "docx"])
def test_the_brief_is_taken_away_as_a_file(desk: Visitor, form: str) -> None:
    """In each format, under a name that says of whom and when, and never as a page of the desk."""
    answer = desk.client.get(f"/KOR-JPN/brief.{form}")
    assert answer.status_code == 200 and len(answer.content) > 10_000
    assert answer.headers["content-disposition"] == f'attachment; filename="brief-KOR-JPN-2026-01-20.{form}"'
    desk.get("/KOR-JPN/brief.exe", 404)
