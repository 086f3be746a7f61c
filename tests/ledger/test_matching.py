"""`shuttle.ledger.matching`: two findings match unless something speaks against it, and say why."""

from dataclasses import replace
from typing import Any

import pytest
from tests.ledger.factory import LEE, NARA, TAKAICHI, Writing, four_accounts, summit

from shuttle.ledger.blocking import block_keys
from shuttle.ledger.matching import VAGUE, Mention, judge, mention_from, mention_of, mention_text
from shuttle.records.findings import Meeting, Person, Place, Visit

_BASE: dict[str, Any] = {"start": "2026-01-13", "place": NARA, "people": (LEE, TAKAICHI)}


def _mention(words: str, **fields: Any) -> Mention:
    published = fields.pop("published", None)
    reading = Writing(words, **({"published": published} if published else {})).meeting(words, **fields).reading()
    return mention_of(reading.meetings[0], reading.document)


@pytest.mark.parametrize(
    ("fields", "matches"),
    [
        pytest.param({}, True, id="the-same"),
        pytest.param({"level": None, "mode": None, "place": None, "people": ()}, True, id="null-agrees-with-all"),
        pytest.param({"start": "2026-01-12", "end": "2026-01-14"}, True, id="days-overlap"),
        pytest.param({"start": "2026-01-14"}, False, id="another-day"),
        pytest.param({"start": "2026-01"}, True, id="month-holds-day"),
        pytest.param({"start": "2026-02"}, False, id="another-month"),
        pytest.param({"status": "planned"}, True, id="planned-is-the-held-one"),
        pytest.param({"status": "cancelled"}, False, id="cancelled-is-not-held"),
        pytest.param({"level": "ministers"}, False, id="ministers-are-not-leaders"),
        pytest.param({"mode": "phone"}, False, id="call-is-not-in-person"),
        pytest.param({"mode": "video", "place": None}, False, id="video-is-not-in-person"),
        pytest.param({"place": Place("Nara Prefecture", "JPN")}, True, id="prefecture"),
        pytest.param({"place": Place("Japan", "JPN")}, True, id="country-holds-city"),
        pytest.param({"place": Place("Kyoto", "JPN")}, True, id="slip-in-the-city-on-the-same-day"),
        pytest.param({"place": Place("Seoul", "KOR")}, False, id="another-country"),
        pytest.param({"start": "2026-01", "place": Place("Kyoto", "JPN")}, False, id="another-city-that-month"),
        pytest.param({"start": "2026-01", "place": Place("Japan", "JPN")}, True, id="country-that-month"),
        pytest.param({"countries": ("JPN", "KOR")}, True, id="order-of-parties"),
        pytest.param({"countries": ("KOR", "CHN"), "people": ()}, False, id="other-parties"),
        pytest.param({"ordinal": 2}, True, id="ordinals-may-differ"),
        pytest.param({"people": (Person("Cho Hyun", "Foreign Minister", "KOR"),)}, False, id="other-people"),
        pytest.param({"people": (Person(None, "President", "KOR"),)}, True, id="office-only"),
        pytest.param({"people": (Person(None, "Prime Minister", "KOR"),)}, False, id="another-office"),
    ],
)
def test_a_meeting_matches_another_account_of_it(fields: dict[str, Any], matches: bool) -> None:
    """One field at a time: what agrees or is silent joins, what contradicts keeps apart, in both directions."""
    one = _mention("held", **{**_BASE, "ordinal": 3})
    other = _mention("told", **{**_BASE, **fields})
    assert bool(judge(one, other)) is matches
    assert judge(one, other) == judge(other, one)


def test_a_cancelled_meeting_matches_the_planned_one() -> None:
    """A cancelled meeting matches the planned one."""
    assert judge(
        _mention("a", start="2026-01-13", status="planned"), _mention("b", start="2026-01-13", status="cancelled")
    )


def test_ministers_of_two_ministries_do_not_meet_in_one_meeting() -> None:
    """Foreign and defence ministers of the same countries meet apart, even on one day."""
    foreign = _mention("a", start="2026-01-13", level="ministers", people=(Person(None, "Foreign Minister", "KOR"),))
    defence = _mention("b", start="2026-01-13", level="ministers", people=(Person(None, "Defense Minister", "KOR"),))
    assert judge(foreign, defence) is None


def test_a_text_that_leaves_out_a_party_matches_by_the_same_people_on_the_same_day() -> None:
    """A text that leaves out a party matches by the same people on the same day."""
    trio = ("KOR", "JPN", "USA")
    full = _mention("a", start="2023-08-18", countries=trio, people=(LEE, TAKAICHI))
    short = _mention("b", start="2023-08-18", people=(TAKAICHI, LEE))
    bilateral = _mention("c", start="2023-08-18", people=(LEE, TAKAICHI))
    everybody = _mention(
        "d", start="2023-08-18", countries=trio, people=(LEE, TAKAICHI, Person("Joe Biden", None, "USA"))
    )
    assert judge(full, short)
    assert judge(bilateral, everybody) is None


def test_two_meetings_of_one_document_stay_two() -> None:
    """The reader has told them apart; the ledger does not undo that."""
    reading = (
        Writing("A state visit to Berlin; a council in Meseberg.")
        .meeting("A state visit to Berlin", start="2024-05-26", end="2024-05-28", place=Place("Berlin", "DEU"))
        .meeting("a council in Meseberg", start="2024-05-28", place=Place("Meseberg", "DEU"))
        .reading()
    )
    one, other = (mention_of(meeting, reading.document) for meeting in reading.meetings)
    assert judge(one, other) is None


@pytest.mark.parametrize(
    ("published", "status", "matches"),
    [
        pytest.param("2026-01-20", "held", True, id="told-after"),
        pytest.param("2026-01-10", "held", False, id="told-before-it-was-held"),
        pytest.param("2026-01-10", "planned", True, id="planned-before"),
        pytest.param("2026-02-10", "planned", False, id="planned-after-it-was-held"),
        pytest.param("2029-01-20", "held", False, id="years-later"),
    ],
)
def test_an_undated_text_means_what_is_near_its_publication(published: str, status: str, matches: bool) -> None:
    """Held means before publication, planned after it, and neither years away."""
    dated = _mention("a", **_BASE)
    undated = _mention("b", place=NARA, status=status, published=published)
    assert bool(judge(dated, undated)) is matches


def test_a_match_says_why_in_words() -> None:
    """A match says why in words."""
    match = judge(_mention("a", **_BASE, host="JPN", ordinal=3), _mention("b", **_BASE, host="JPN", ordinal=3))
    assert match is not None
    assert "both on 2026-01-13" in match.reasons
    assert "both in Nara" in match.reasons
    assert match.decisive == {"place", "ordinal"}
    assert 0.9 < match.score <= 1


def test_the_better_two_fit_the_higher_the_score() -> None:
    """The better two fit the higher the score."""
    base = _mention("a", **_BASE, host="JPN", forum="APEC")
    scores = [
        judge(base, _mention("b", **{**_BASE, "host": "JPN", "forum": "APEC"})),
        judge(base, _mention("c", **_BASE)),
        judge(base, _mention("d", start="2026-01-13")),
        judge(base, _mention("e", start="2026-01")),
    ]
    found = [match.score for match in scores if match]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_two_mentions_that_match_share_a_block() -> None:
    """Two mentions that match share a block, unless one is so vague that it is looked for by its window."""
    mentions = [mention_of(m, r.document) for r in (*four_accounts(), summit("2026-01")) for m in r.meetings]
    for one in mentions:
        for other in mentions:
            if judge(one, other) and max(one.precision, other.precision) < VAGUE:
                assert set(block_keys(one)) & set(block_keys(other))


def test_a_mention_survives_being_kept_as_text() -> None:
    """A mention survives being kept as text."""
    for reading in four_accounts():
        findings: list[Meeting | Visit] = [*reading.meetings]
        for finding in [*findings, *reading.visits]:
            mention = mention_of(finding, reading.document)
            assert mention_from(mention_text(mention)) == mention


def test_visits_match_by_traveller_journey_and_days() -> None:
    """Visits match by traveller, journey and days."""
    report, preview = four_accounts()[3], four_accounts()[2]
    one = mention_of(report.visits[0], report.document)
    other = mention_of(preview.visits[0], preview.document)
    assert judge(one, other)
    assert judge(one, replace(other, countries=("KOR", "JPN"))) is None
    assert judge(one, replace(other, people=(("Iwaya Takeshi", "Foreign Minister", "JPN"),))) is None
    assert judge(one, replace(other, start="2025-11")) is None


def test_rows_of_one_table_under_different_numbers_are_different_events() -> None:
    """All else equal, two rows that a desk numbers apart are two; without numbers they are one."""
    told = "1 LEE came. 2 LEE came."
    plain = Writing(told).visit("1 LEE came", LEE, "JPN", start="2026-01-13")
    plain.visit("2 LEE came", LEE, "JPN", start="2026-01-13")
    one, other = (mention_of(visit, plain.document) for visit in plain.visits)
    assert judge(one, other) is not None
    assert judge(replace(one, entry="1"), replace(other, entry="2")) is None
    assert judge(replace(one, entry="1"), other) is not None
