"""`shuttle.ledger.following`: which outcomes, consultations and meetings bear on which commitment, and why."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.ledger.factory import Writing

from shuttle.documents.loading import load_documents
from shuttle.ledger.following import links, links_of
from shuttle.ledger.ledger import Ledger
from shuttle.reading.reader import default_reader
from shuttle.records.accounts import PairAccount
from shuttle.records.documents import Document
from shuttle.records.readings import Reading

LAUNCH = "launch a consultative body on low birth rates"
HYDROGEN = "cooperate in hydrogen"


def agreed(*actions: str, day: str = "2025-08-23", published: str | None = None, **fields: Any) -> Reading:
    """Return what was agreed at a summit on ``day``, as one document tells it."""
    countries = fields.pop("countries", ("KOR", "JPN"))
    text = f"They met on {day}. They agreed to {', to '.join(actions)}. ({fields.pop('note', '')})"
    writing = Writing(text, published=published or day).meeting("They met", start=day, countries=countries)
    for action in actions:
        writing.commitment(action, by=countries, **fields)
    return writing.reading()


def came(
    text: str, effect: str = "delivers", *, published: str = "2025-09-30", title: str | None = None, **fields: Any
) -> Reading:
    """Return a document that tells of one outcome, and of no meeting."""
    back = fields.get("follows_text")
    whole = text if not back or back in text else f"{text} {back}"
    return Writing(f"{whole}.", published=published, title=title).outcome(text, effect, **fields).reading()


def kept(*readings: Reading) -> PairAccount:
    """Return what a ledger of ``readings`` holds of Korea and Japan."""
    with Ledger.open(":memory:") as ledger:
        for reading in readings:
            ledger.add(reading)
        return ledger.pair("KOR", "JPN")


def told(pair: PairAccount) -> list[tuple[str, str, str]]:
    """Return action, relation and standing of each link to an outcome."""
    actions = {account.id: account.action for account in pair.commitments}
    return [
        (actions[link.commitment], link.relation, link.standing)
        for link in links_of(pair)
        if link.target_kind == "outcome"
    ]


AS_AGREED = {"follows": "2025-08-23", "follows_text": "as agreed on August 23"}


@pytest.mark.parametrize("effect", ["delivers", "partly", "supports", "contradicts"])
def test_words_that_refer_back_link_by_rule(effect: str) -> None:
    """The outcome names the day; of what was agreed then, its words fit one commitment."""
    pair = kept(
        agreed(LAUNCH, HYDROGEN), came("the consultative body was launched as agreed on August 23", effect, **AS_AGREED)
    )
    assert told(pair) == [(LAUNCH, effect, "by rule")]
    (link,) = links_of(pair)
    assert link.since == "2025-09-30"
    assert [item.quote for _, item in link.evidence] == [
        "the consultative body was launched as agreed on August 23",
        "as agreed on August 23",
    ]
    assert link.reasons == (
        "Its words refer back to what was agreed on 2025-08-23, where this was agreed.",
        "Of what was agreed there, only this shares its words (launch, consultative, body; in its own words).",
    )


@pytest.mark.parametrize(
    ("promised", "outcome", "expected"),
    [
        pytest.param(
            agreed(LAUNCH, HYDROGEN),
            came("the consultative body on birth rates was launched"),
            [(LAUNCH, "delivers", "proposed")],
            id="no-words-refer-back",
        ),
        pytest.param(agreed(LAUNCH), came("a treaty on fishing was signed"), [], id="other-words"),
        pytest.param(agreed(LAUNCH), came("talks went on", "supports", **AS_AGREED), [], id="named-but-nothing-shared"),
        pytest.param(
            agreed(LAUNCH, day="2025-10-30"),
            came("the consultative body on birth rates was launched", published="2025-09-30"),
            [],
            id="earlier-document",
        ),
        pytest.param(
            agreed(LAUNCH),
            came("the consultative body on birth rates was launched", published="2025-08-23"),
            [],
            id="the-same-day-without-reference",
        ),
        pytest.param(
            agreed(LAUNCH, day="2025-10-30"),
            came("the consultative body was launched", published="2025-12-01", **AS_AGREED),
            [(LAUNCH, "delivers", "proposed")],
            id="another-day-that-nobody-knows",
        ),
        pytest.param(
            agreed(LAUNCH),
            came("the consultative body on birth rates was launched", by=("JPN", "IND"), **AS_AGREED),
            [],
            id="another-pair",
        ),
        pytest.param(
            agreed("hold a dialogue on hydrogen", "hold a dialogue on fishing"),
            came("the dialogue was held", **AS_AGREED),
            [],
            id="two-fit",
        ),
        pytest.param(
            agreed(LAUNCH),
            came("the body was launched", title="First meeting of the consultative body", **AS_AGREED),
            [(LAUNCH, "delivers", "by rule")],
            id="the-body",
        ),
        pytest.param(
            agreed(LAUNCH),
            came("it sat for the first time", title="First meeting of the consultative body", **AS_AGREED),
            [(LAUNCH, "delivers", "by rule")],
            id="with-the-title",
        ),
    ],
)  # fmt: skip
def test_near_misses(promised: Reading, outcome: Reading, expected: list[tuple[str, str, str]]) -> None:
    """What is not said is at most proposed; what cannot be is not even that."""
    assert told(kept(promised, outcome)) == expected


def test_the_same_words_at_another_meeting_are_another_commitment() -> None:
    """The outcome follows August; October's equal words are left alone, and those of the other side are linked too."""
    pair = kept(
        agreed(LAUNCH, HYDROGEN, note="Seoul"),
        agreed("launching a framework of consultations on birth rates", "hydrogen and AI", note="Tokyo"),
        agreed(LAUNCH, day="2025-10-30"),
        came("the consultative body was launched as agreed on August 23", published="2025-12-01", **AS_AGREED),
    )
    places = {meeting.id: meeting.start for meeting in pair.meetings}
    linked = {
        (c.action, places[c.meeting or ""])
        for link in links_of(pair)
        for c in pair.commitments
        if c.id == link.commitment
    }
    assert linked == {(LAUNCH, "2025-08-23"), ("launching a framework of consultations on birth rates", "2025-08-23")}
    assert any("says the same as" in reason for link in links_of(pair) for reason in link.reasons)


def test_the_previous_summit_is_the_last_before_its_own() -> None:
    """ "A follow-up to the previous summit" names a meeting without its day."""
    noted = (
        Writing("They met. They welcomed the launch of the consultative body, a follow-up to the previous summit.",
                published="2025-09-30")
        .meeting("They met", start="2025-09-30")
        .outcome("the launch of the consultative body", at_main=True, follows_text="follow-up to the previous summit")
        .reading()
    )  # fmt: skip
    pair = kept(agreed(LAUNCH), agreed("visit each other", day="2024-05-26"), noted)
    assert told(pair) == [(LAUNCH, "delivers", "by rule")]


def test_consultations_and_meetings_take_up() -> None:
    """A consultation that the words of a commitment name, and a meeting of officials at which the outcome was told."""
    text = "They met. They agreed to settle the details of testing in working-level consultations."
    summit = (
        Writing(text, published="2025-08-23")
        .meeting("They met", start="2025-08-23")
        .commitment("settle the details of testing in working-level consultations")
        .next_step("agreed to settle the details of testing in working-level consultations")
        .reading()
    )
    first = (
        Writing("Officials met. The body on birth rates was launched as agreed on August 23.", published="2025-09-30")
        .meeting("Officials met", level="working", start="2025-09-29")
        .outcome("The body on birth rates was launched", at_main=True, **AS_AGREED)
        .reading()
    )  # fmt: skip
    fields = (("text", "text"), ("action", "action"))
    summit = _with_fields(summit, dict(fields))
    pair = kept(summit, agreed(LAUNCH), first)
    found = {(link.target_kind, link.relation, link.standing) for link in links_of(pair)}
    assert found == {
        ("consultation", "takes up", "by rule"),
        ("meeting", "takes up", "by rule"),
        ("outcome", "delivers", "by rule"),
    }


def _with_fields(reading: Reading, names: dict[str, str]) -> Reading:
    """Return the reading with evidence that names the field of the words, as the reader writes it."""
    from dataclasses import replace

    def named(finding: Any, field: str) -> Any:
        return replace(finding, evidence=tuple(replace(item, field=field) for item in finding.evidence))

    return replace(
        reading,
        commitments=tuple(named(one, names["action"]) for one in reading.commitments),
        next_steps=tuple(named(one, names["text"]) for one in reading.next_steps),
    )


@pytest.fixture(scope="module")
def examples() -> PairAccount:
    """Korea and Japan as the examples tell of them, read by the default reader."""
    with Ledger.open(":memory:") as ledger:
        for document in load_documents([ROOT / "examples"]):
            if isinstance(document, Document):
                ledger.add(default_reader().read(document))
        return ledger.pair("KOR", "JPN")


def test_the_promise_of_23_august(examples: PairAccount) -> None:
    """Agreed in Tokyo with Ishiba, launched, given a plan in Busan, noted in Nara with Takaichi: words at each link."""
    day = {meeting.id: meeting.start for meeting in examples.meetings}
    promises = {c.id: c.action for c in examples.commitments if day.get(c.meeting or "") == "2025-08-23"}
    body = next(name for name, action in promises.items() if action.startswith("launch a consultative body"))
    framework = next(name for name, action in promises.items() if action.startswith("launching a framework of"))
    by_rule = [link for link in links_of(examples) if link.standing == "by rule" and link.commitment == body]
    found = {(link.target_kind, link.relation, link.since, link.evidence[-1][1].quote) for link in by_rule}
    launched = "as a follow-up to the Korea-Japan summit in Tokyo, as agreed on August 23"
    noted = "as agreed with then Prime Minister Ishiba Shigeru on August 23 last year"
    assert found >= {
        ("meeting", "takes up", "2025-09-29", launched),
        ("outcome", "delivers", "2025-09-29", launched),
        ("outcome", "delivers", "2025-09-30", "follow-up measures to the previous summit"),
        ("outcome", "delivers", "2025-09-30", "agreed on at the Tokyo summit of Aug. 23"),
        ("outcome", "supports", "2026-01-13", noted),
    }
    texts = {link.evidence[0][1].quote for link in by_rule}
    assert "The President valued the achievements of the Consultative Body on Common Social Issues" in texts
    assert any(text.startswith("The operating plan for the consultative body") for text in texts)
    # The same in the words of Tokyo.
    assert {link.since for link in links_of(examples) if link.commitment == framework} >= {"2025-09-30", "2026-01-13"}
    # The feature of January tells of it without words that refer back: a person may decide.
    proposed = [link for link in links_of(examples) if link.standing == "proposed" and link.commitment == body]
    assert any(
        "spoke well of what the consultative body had achieved" in link.evidence[0][1].quote for link in proposed
    )


def test_no_other_commitment_of_23_august_is_said_to_be_delivered(examples: PairAccount) -> None:
    """Hydrogen, working holidays and the rest: silence gives nothing."""
    day = {meeting.id: meeting.start for meeting in examples.meetings}
    actions = {c.id: c.action for c in examples.commitments if day.get(c.meeting or "") == "2025-08-23"}
    delivered = {
        actions[link.commitment]
        for link in links_of(examples)
        if link.commitment in actions and link.standing == "by rule" and link.target_kind == "outcome"
    }
    assert len(delivered) == 2
    assert all("consult" in action for action in delivered)


def test_the_order_does_not_matter(examples: PairAccount) -> None:
    """The same links, whatever is given first."""
    expected = links_of(examples)
    for seed in range(3):
        shuffled = random.Random(seed)  # noqa: S311
        commitments, outcomes = list(examples.commitments), list(examples.outcomes)
        meetings, steps = list(examples.meetings), list(examples.next_steps)
        for part in (commitments, outcomes, meetings, steps):
            shuffled.shuffle(part)
        assert links(commitments, outcomes, meetings, steps) == expected
