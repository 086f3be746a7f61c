"""`shuttle.reading.visits`: who travels where, when, and as what."""

from __future__ import annotations

import pytest
from tests.reading.factory import read

KNOWN = pytest.mark.xfail(strict=False, reason="not read so yet")

Trip = tuple[str | None, str | None, str, str | None, str | None, str | None, str]
LEE, TAKAICHI = "Lee Jae Myung", "Sanae Takaichi"


def visits(text: str) -> list[Trip]:
    """Return person, countries, days, class and status of each visit."""
    return [
        (one.person.name, one.from_country, one.to_country, one.start, one.end, one.visit_class, one.status)
        for one in read(text).visits
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "President Lee Jae Myung visited Japan on January 13-14.",
            [(LEE, "KOR", "JPN", "2026-01-13", "2026-01-14", None, "held")],
            id="visited",
        ),
        pytest.param(
            "German Chancellor Friedrich Merz travelled to Paris on Monday.",
            [("Friedrich Merz", "DEU", "FRA", "2026-01-12", None, None, "held")],
            id="travelled",
        ),
        pytest.param(
            "Chinese President Xi Jinping paid a state visit to South Korea in November.",
            [("Xi Jinping", "CHN", "KOR", "2025-11", None, "state", "held")],
            id="state-visit",
        ),
        pytest.param(
            "Indian Prime Minister Narendra Modi is on an official visit to Japan.",
            [("Narendra Modi", "IND", "JPN", None, None, "official", "held")],
            id="official-visit",
        ),
        pytest.param(
            "Prime Minister Sanae Takaichi's visit to Seoul was her first since taking office.",
            [(TAKAICHI, "JPN", "KOR", None, None, None, "held")],
            id="possessive",
        ),
        pytest.param(
            "President Lee Jae Myung will pay a state visit to China from February 3 to 5.",
            [(LEE, "KOR", "CHN", "2026-02-03", "2026-02-05", "state", "planned")],
            id="will",
        ),
        pytest.param(
            "President Lee Jae Myung is to make a two-day visit to Nara next week.",
            [(LEE, "KOR", "JPN", "2026-01", None, None, "planned")],
            id="is-to",
        ),
        pytest.param(
            "Prime Minister Sanae Takaichi hopes to visit Seoul.",
            [(TAKAICHI, "JPN", "KOR", None, None, None, "proposed")],
            id="hopes-to",
        ),
        pytest.param(
            "President Lee Jae Myung cancelled his trip to Vietnam.",
            [(LEE, "KOR", "VNM", None, None, None, "cancelled")],
            id="cancelled",
        ),
        pytest.param(
            "Prime Minister Keir Starmer postponed a visit to China planned for January.",
            [("Keir Starmer", "GBR", "CHN", "2026-01", None, None, "postponed")],
            id="postponed",
        ),
        pytest.param(
            "Defence Minister Ahn Gyu-back was to visit Tokyo next week, but the trip was cancelled on Monday.",
            [("Ahn Gyu-back", "KOR", "JPN", "2026-01", None, None, "cancelled")],
            id="the-trip-was-cancelled",
        ),
        pytest.param(
            "President Lee Jae Myung invited Prime Minister Sanae Takaichi to visit Andong.",
            [(TAKAICHI, "JPN", "KOR", None, None, None, "proposed")],
            id="invited",
        ),
        pytest.param(
            "President Emmanuel Macron left for Beijing on Tuesday.",
            [("Emmanuel Macron", "FRA", "CHN", "2026-01-13", None, None, "held")],
            id="left-for",
        ),
        pytest.param("President Lee Jae Myung has never visited Hokkaido.", [], id="never"),
        pytest.param("President Lee Jae Myung returned to Seoul on Wednesday.", [], id="home"),
        pytest.param("President Lee Jae Myung did not visit Japan last year.", [], id="did-not"),
        pytest.param("Korean tourists visited Japan in record numbers.", [], id="tourists"),
        pytest.param("President Lee Jae Myung visited a temple.", [], id="a-temple"),
        pytest.param(
            "The visit of President Emmanuel Macron to China from 3 to 5 December was his fourth.",
            [("Emmanuel Macron", "FRA", "CHN", "2025-12-03", "2025-12-05", None, "held")],
            id="the-visit-of",
        ),
        pytest.param(
            "Much will be decided in April, when U.S. President Donald Trump travels to Beijing.",
            [("Donald Trump", "USA", "CHN", "2026-04", None, None, "planned")],
            id="a-present-that-lies-ahead",
        ),
    ],
)
def test_who_travels_where(text: str, expected: list[Trip]) -> None:
    """Visitor, home, host, days, class as stated, and whether it happened."""
    assert visits(text) == expected


def test_a_visit_to_a_forum_names_it() -> None:
    """Who comes for a summit of many visits its host."""
    found = read("Prime Minister Sanae Takaichi arrived in Gyeongju on October 30 for the APEC summit.").visits
    assert [(one.to_country, one.start, one.forum) for one in found] == [("KOR", "2025-10-30", "APEC")]


def test_the_guest_of_a_meeting_has_visited_its_host() -> None:
    """A meeting at one party's home is a visit of the other."""
    text = "President Lee Jae Myung met Prime Minister Sanae Takaichi in Nara on Tuesday."
    assert visits(text) == [(LEE, "KOR", "JPN", "2026-01-13", None, None, "held")]


def test_a_meeting_on_third_ground_is_no_visit_to_either() -> None:
    """In Johannesburg neither Korea nor Japan is the host."""
    text = "President Lee Jae Myung met Prime Minister Sanae Takaichi in Johannesburg on November 23."
    assert visits(text) == []


@KNOWN
def test_arrival_and_talks_are_one_journey() -> None:
    """Who arrives on Sunday and holds talks on Monday has come once."""
    text = (
        "German Chancellor Friedrich Merz, who arrived in New Delhi on Sunday, held talks with Prime Minister "
        "Narendra Modi "
        "in Ahmedabad on Monday."
    )
    assert [(one.person.name, one.to_country, one.start) for one in read(text).visits] == [
        ("Friedrich Merz", "IND", "2026-01-11")
    ]


def test_a_journey_told_twice_is_one_visit() -> None:
    """Two sentences about one journey make one record, with the evidence of both."""
    text = (
        "President Lee Jae Myung made a two-day visit to Japan from January 13.\n\n"
        "Lee met Prime Minister Sanae Takaichi in Nara on Tuesday."
    )
    found = read(text).visits
    assert [(one.person.name, one.to_country, one.start) for one in found] == [(LEE, "JPN", "2026-01-13")]
    assert len({evidence.start for evidence in found[0].evidence if evidence.field is None}) == 2
