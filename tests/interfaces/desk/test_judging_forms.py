"""Forms record what a person decides, and nobody's work is lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.interfaces.desk.conftest import Visitor

from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import MeetingAccount, PairAccount


def test_a_value_is_edited_with_a_reason_and_taken_back(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """The value counts at once, the history has name and reason, and undoing brings the old one."""
    back = f"/meetings/{nara.id}"
    led = desk.send(
        "/judge/edit", record=nara.id, field="duration_minutes", value="95", because="the tape", back=back, seen="28"
    )
    assert led == f"{back}?done=29"
    page = desk.get(led)
    assert "95 minutes" in page and "by a person" in page and "entry 29" in page
    (entry,) = book.history(limit=1)
    assert (entry.agent, entry.because) == ("Ana", "the tape")
    assert desk.send("/judge/undo", entry="29", back=back) == f"{back}?undone=30"
    assert "95 minutes" not in desk.get(back)


def test_two_editors_at_once_lose_nothing(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """The second is shown what the first did, with their own input kept, and can record it all the same."""
    book.judging("Ben").edit(nara.id, "duration_minutes", "99", "the minutes")
    given = {"record": nara.id, "field": "duration_minutes", "value": "95", "because": "the tape"}
    page = desk.send("/judge/edit", 409, **given, seen="28", back=f"/meetings/{nara.id}")
    assert "Ben" in page and "the minutes" in page
    assert 'value="95"' in page and 'value="the tape"' in page
    assert book.history(limit=1)[0].agent == "Ben"
    fields = dict(re.findall(r'name="([a-z]+)" value="([^"]*)"', page[page.index("What you gave") :]))
    fields.pop("token")
    desk.send("/judge/edit", **{name: unescape(value) for name, value in fields.items()})
    assert book.meeting(nara.id).duration == 95


def test_what_others_judge_of_other_records_is_no_matter(desk: Visitor, book: Ledger, pair: PairAccount) -> None:
    """Only decisions about the same record refuse one."""
    one, other = pair.meetings[0], pair.meetings[-1]
    book.judging("Ben").edit(one.id, "forum", "the G7 summit", "said so")
    desk.send("/judge/edit", record=other.id, field="forum", value="APEC", because="said so", seen="28")
    assert book.meeting(other.id).forum == "APEC"


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        ("edit", {"field": "duration_minutes", "value": "long", "because": "x"}, "is no number"),
        ("edit", {"field": "duration_minutes", "value": "95"}, "Reason is missing"),
        ("same", {"other": "ma-000000000000", "because": "x"}, "no record is called"),
        ("same", {"because": "x"}, "The other record is missing"),
        ("forget", {"because": "x"}, "is no document"),
        ("assess", {"score": "1", "because": "x"}, "Evidence is missing"),
        ("undo", {"entry": "12"}, "is no judgement"),
        ("undo", {"entry": "x"}, "is no number of an entry"),
    ],
)
def test_what_cannot_be_recorded_is_told_and_kept_in_the_form(
    desk: Visitor, book: Ledger, nara: MeetingAccount, kind: str, fields: dict[str, str], message: str
) -> None:
    """The reason is shown, the input stays, nothing is recorded."""
    page = unescape(desk.send(f"/judge/{kind}", 422, record=nara.id, **fields))
    assert message in page
    assert all(f'value="{value}"' in page for name, value in fields.items() if name in ("value", "because", "other"))
    assert book.history(limit=1)[0].seq == 28


def test_a_commitment_is_assessed_and_moves_on_the_board(desk: Visitor, book: Ledger, pair: PairAccount) -> None:
    """With a life, a reason and evidence the card stands in its new column."""
    found = re.search(r'data-commitment="/commitments/([^"]+)"', desk.get("/KOR-JPN/commitments?life=stated"))
    assert found
    desk.send(
        "/judge/assess", record=found[1], life="stalled", score="-1", completion="limited",
        window="2025-01-01..2026-01-01", evidence=pair.sources[-1].document_id, because="nothing happened",
    )  # fmt: skip
    assert found[1] in desk.get("/KOR-JPN/commitments?life=stalled")
    assert found[1] not in desk.get("/KOR-JPN/commitments?life=stated")
    page = desk.get(f"/commitments/{found[1]}")
    assert "nothing happened" in page and pair.sources[-1].document_id in page


def test_a_document_is_withdrawn_and_brought_back(desk: Visitor, nara: MeetingAccount) -> None:
    """What it says counts no more, its address shows its history, and that brings it back."""
    name = nara.about[0]
    assert desk.send("/judge/forget", record=name, because="a draft", back="/") == "/?done=29"
    answer = desk.client.get(f"/documents/{name}")
    assert str(answer.url).endswith(f"/history/{name}") and "Take back" in answer.text
    assert name not in desk.get("/KOR-JPN/documents")
    desk.send("/judge/undo", entry="29")
    assert name in desk.get("/KOR-JPN/documents")


def test_records_are_told_apart_and_put_together(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """A finding leaves the account and comes back with the undoing."""
    finding = nara.findings[-1]
    desk.send("/judge/different", record=finding, other=nara.id, because="another talk")
    assert finding not in book.meeting(nara.findings[0]).findings
    desk.send("/judge/undo", entry="29")
    assert finding in book.meeting(nara.id).findings


@pytest.mark.parametrize("back", ["https://elsewhere.org/", "//elsewhere.org", "/\\elsewhere.org", "data:x"])
def test_a_form_leads_back_to_the_desk_only(desk: Visitor, nara: MeetingAccount, back: str) -> None:
    """Whatever a form says, it leads nowhere else."""
    led = desk.send("/judge/edit", record=nara.id, field="forum", value="APEC", because="x", back=back)
    assert led == "/?done=29"


def test_the_review_queue_is_answered_undone_and_gone_on_with(desk: Visitor, book: Ledger) -> None:
    """Accepting takes the question off the queue; taking it back puts it there again."""
    page = desk.get("/review?pair=KOR-JPN")
    item = re.search(r'name="item" value="(r-[0-9a-f]+)"', page)
    assert item and "The sources differ" in page
    led = desk.send("/review", item=item[1], pair="KOR-JPN", answer="accept", seen="28", back="/review?pair=KOR-JPN")
    after = desk.get(led)
    assert "Recorded as" in after and item[1] not in after
    again = desk.send("/judge/undo", entry="29", back="/review?pair=KOR-JPN")
    assert item[1] in desk.get(again)


def test_a_question_answered_by_somebody_else_is_told(desk: Visitor, book: Ledger) -> None:
    """Two who review at once do not answer one question twice."""
    item = re.search(r'name="item" value="(r-[0-9a-f]+)"', desk.get("/review"))
    assert item
    fields = {"item": item[1], "answer": "accept", "seen": "28", "back": "/review"}
    desk.send("/review", **fields)
    assert "was answered since you looked" in desk.send("/review", 409, **fields)


def test_every_question_of_the_queue_has_a_page(desk: Visitor) -> None:
    """Next leads through all of them, whatever their kind, to the end."""
    for address in ("/review?", "/review?pair=KOR-JPN&"):
        kinds = set()
        for place in range(60):
            page = desk.get(f"{address}i={place}")
            if "last question" in page:
                break
            found = re.search(r'<h2 id="question">([^<]+)', page)
            assert found
            kinds.add(found[1])
        else:
            pytest.fail("the queue has no end")
        assert kinds


def test_a_link_is_rejected_and_a_value_given_in_review(desk: Visitor, book: Ledger) -> None:
    """Reject records that the two are unrelated; edit records the value."""
    for place in range(40):
        page = desk.get(f"/review?pair=KOR-JPN&i={place}")
        item = re.search(r'name="item" value="(r-[0-9a-f]+)"', page)
        assert item
        if "Did this come of that commitment" in page:
            desk.send("/review", item=item[1], pair="KOR-JPN", answer="reject", because="no")
            assert book.judgements()[-1].details == {"relation": "unrelated"}
            break
        if place == 0:
            field = re.search(r'name="field" value="([a-z_]+)"', page)
            assert field
            desk.send("/review", item=item[1], pair="KOR-JPN", answer="edit", field=field[1], value="115")
            assert book.judgements()[-1].kind == "edit"
