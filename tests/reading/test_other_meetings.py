"""Meetings that a text mentions beside the one it is about: earlier ones, later ones, those of two of three."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reading.factory import read
from tests.reading.test_meetings import facts

LEE, TAKAICHI = "President Lee Jae Myung", "Prime Minister Sanae Takaichi"
ORPO, STORE, SWEDE = (
    "Prime Minister Petteri Orpo of Finland",
    "Prime Minister Jonas Gahr Støre of Norway",
    "Prime Minister Ulf Kristersson of Sweden",
)
NORDIC = "Prime Minister Petteri Orpo of Finland met Prime Minister Jonas Gahr Støre of Norway in Oslo on Tuesday."


def others(text: str, published: str | None = "2026-01-14") -> list[Any]:
    """Return the meetings of ``text`` but for its main one."""
    return [meeting for meeting in read(text, published=published).meetings if not meeting.main]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # What is told of another place and another time is another meeting, though it is only called "the meeting".
        pytest.param(
            "Statement after the meeting of Prime Minister Petteri Orpo of Finland with Prime Minister Jonas Gahr Støre"
            " of Norway in Oslo\n\nWe meet today as friends. This goes back to an understanding that we reached a few "
            "months ago at the council meeting that took place in Helsinki.",
            "2026-01-14",
            {"start": None, "when": "2025-05/2025-11", "place": ("Helsinki", "FIN")},
            id="a-few-months-ago-elsewhere",
        ),
        pytest.param(
            f"South Korean {LEE} met Japanese {TAKAICHI} in Nara on Tuesday. They go on with a plan drawn up in "
            "October at the meeting held in Gyeongju, Korea.",
            "2026-01-14",
            {"start": "2025-10", "place": ("Gyeongju", "KOR")},
            id="month-and-place",
        ),
        # Beside a forum that is only called the event.
        pytest.param(
            f"{ORPO} spoke with {STORE} by phone on Monday. Since both will attend the NATO summit to be held in "
            "Madrid on June 29, they are likely to meet on the sidelines of the event.",
            "2022-06-14",
            {"forum": "NATO Summit", "start": "2022-06-29", "place": ("Madrid", "ESP"), "status": "planned"},
            id="sidelines-of-the-event",
        ),
        # What a speaker says of himself and the other.
        pytest.param(
            f"{NORDIC}\n\n“In Vilnius we agreed to begin anew,” Orpo said.",
            "2026-01-14",
            {"start": None, "place": ("Vilnius", "LTU"), "people": ["Petteri Orpo", "Jonas Gahr Støre"]},
            id="we-agreed-there",
        ),
        pytest.param(
            f"{NORDIC}\n\n“We have come far since we met in Helsinki last May,” Orpo said.",
            "2026-01-14",
            {"start": "2025-05", "place": ("Helsinki", "FIN")},
            id="since-we-met",
        ),
        pytest.param(
            f"{NORDIC} The two met in Helsinki in May and last week in Paris.",
            "2026-01-21",
            {"start": "2025-05", "place": ("Helsinki", "FIN")},
            id="and-last-week-in",
        ),
        pytest.param(
            "Foreign Office Consultations between Finland and Norway were held in Oslo on Tuesday. The previous FOCs "
            "were held in May 2023.",
            "2026-01-14",
            {"start": "2023-05", "countries": ("FIN", "NOR")},
            id="previous-consultations",
        ),
        # "Clear" is no number: what became clear does not say which meeting it is.
        pytest.param(
            f"{NORDIC} It became clear that they wish to go on from their first informal summit in Helsinki last year.",
            "2026-01-14",
            {"start": "2025", "place": ("Helsinki", "FIN")},
            id="it-became-clear",
        ),
        # A journey to somebody's home.
        pytest.param(
            "French President Emmanuel Macron suggested on Friday that the next summit with India be held in "
            "Marseille. Macron had visited Prime Minister Narendra Modi's home state of Gujarat for three days through "
            "Tuesday.",
            "2026-01-16",
            {"status": "held", "start": "2026-01-11", "end": "2026-01-13", "countries": ("FRA", "IND")},
            id="visit-to-his-home",
        ),
    ],
)
def test_another_meeting_is_told_apart(text: str, published: str | None, expected: dict[str, Any]) -> None:
    """The first other meeting has its own day, place and people."""
    found = others(text, published)
    assert found
    assert facts(found[0], expected) == expected


def test_the_ninth_edition_is_the_ministers_own() -> None:
    """What a sentence counts belongs to the series it has just named, not to the summit; each has its day and place."""
    text = (
        f"{ORPO}, {STORE} and {SWEDE} met in Stockholm on Monday. The sixth trilateral defence ministers' meeting was "
        "held on March 5, 2024, in Turku, Finland, two years after the fifth edition took place in April 2022 in "
        "Bergen, Norway."
    )
    found = others(text)
    assert [(m.start, m.level, m.place and m.place.name) for m in found] == [
        ("2024-03-05", "ministers", "Turku"),
        ("2022-04", "ministers", "Bergen"),
    ]


def test_the_day_before_an_occasion_is_that_of_the_meeting_held_on_it() -> None:
    """ "In Oslo on the 12th, on the occasion of the trilateral summit": the summit's own day is not told."""
    text = (
        f"{ORPO} is to hold talks with {STORE} in Oslo on the 12th, on the occasion of the trilateral summit of "
        f"Finland, Norway and Sweden. Orpo, Støre and {SWEDE} will attend the trilateral summit."
    )
    found = {len(m.countries): (m.when, m.status) for m in read(text, published=None).meetings}
    assert found == {2: ("XXXX-XX-12", "planned"), 3: (None, "planned")}


def test_of_two_and_three_the_main_meeting_is_that_of_two() -> None:
    """Leaders named together with a third elsewhere do not make their own meeting one of three."""
    text = (
        f"{ORPO} and {STORE} plan a summit in Oslo on the 12th. It would be the first time they meet since their talks "
        f"last March. Orpo, Støre and {SWEDE} will attend the trilateral summit of Finland, Norway and Sweden."
    )
    meeting = read(text, published=None).main_meeting
    assert meeting
    assert ("FIN", "NOR", "SWE") in [tuple(sorted(m.countries)) for m in others(text, None)]
    assert (meeting.countries, meeting.when, meeting.ordinal) == (("FIN", "NOR"), "XXXX-XX-12", None)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param(
            "The ninth trilateral summit of South Korea, China and Japan was held in Seoul on 27 May 2024. There were "
            "separate bilateral meetings between the three leaders on 26 May 2024.",
            [("KOR", "CHN"), ("KOR", "JPN"), ("CHN", "JPN")],
            id="the-three-leaders",
        ),
        pytest.param(
            "Bilateral meetings between Finland, Norway and Sweden were held in Oslo on 26 May 2024.",
            [("FIN", "NOR"), ("FIN", "SWE"), ("NOR", "SWE")],
            id="three-countries",
        ),
    ],
)
def test_bilateral_meetings_of_three_are_one_of_each_pair(text: str, pairs: list[tuple[str, str]]) -> None:
    """Three who met two at a time had three meetings, that day and in the place of the meeting of all."""
    found = [m for m in read(text, published="2024-06-01").meetings if len(m.countries) == 2]
    assert [m.countries for m in found] == pairs
    assert {m.start for m in found} == {"2024-05-26"}
    assert len({m.place.name for m in found if m.place}) == 1
    assert all(m.place for m in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"South Korean {LEE} is to meet Japanese {TAKAICHI} in Andong on February 3. Lee visited Japan in August.",
            id="was-in-the-country",
        ),
        pytest.param(
            f"{NORDIC}\n\n“Here in Oslo we agreed to go on,” Orpo said.",
            id="we-agreed-here",
        ),
        pytest.param(
            f"South Korean {LEE} met Japanese {TAKAICHI} in Nara on Tuesday. There is talk of bilateral relations.",
            id="no-meetings",
        ),
        pytest.param(
            f"South Korean {LEE} met Japanese {TAKAICHI} in Nara on Tuesday. There were regular bilateral meetings "
            "between the three countries.",
            id="a-custom",
        ),
    ],
)
def test_where_there_is_no_other_meeting(text: str) -> None:
    """A stay in a country, relations and customs are no meetings."""
    assert others(text) == []


_TAKAICHI = "Sanae Takaichi became Japan's prime minister on 21 October 2025."
_TWICE = [("2025-10-30", "Gyeongju"), ("2025-11-23", "Johannesburg")]
_MONTHS = [("2025-10", "Gyeongju"), ("2025-11", "Johannesburg")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LEE} met {TAKAICHI} in Gyeongju on October 30, and again in Johannesburg on November 23.", _TWICE
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Gyeongju on October 30 and then again, later, in Johannesburg on November 23.",
            _TWICE[:1],
            id="broken-off",
        ),
        pytest.param(
            f"{_TAKAICHI} She and {LEE} of South Korea met in Gyeongju on 30 October, beside the APEC summit, and "
            "again in Johannesburg on 23 November, beside the G20.",
            _TWICE,
            id="she-and-he",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} held a summit in Gyeongju on Oct. 30 and another in Johannesburg on Nov. 23.",
            _TWICE,
            id="and-another",
        ),
        pytest.param(
            f"{LEE} has met {TAKAICHI} twice: in Gyeongju in October and in Johannesburg in November.",
            _MONTHS,
            id="twice",
        ),
        pytest.param(
            f"{LEE} has held talks with {TAKAICHI} on the sidelines of the APEC summit in Gyeongju in October and "
            "Johannesburg in November.",
            _MONTHS,
            id="beside-a-forum-and",
        ),
        pytest.param(
            f"It follows meetings between {LEE} and {TAKAICHI} in Gyeongju in October and Johannesburg in November.",
            _MONTHS,
            id="meetings-between",
        ),
    ],
)
def test_one_sentence_tells_of_several_meetings(text: str, expected: list[tuple[str, str]]) -> None:
    """Each has its own day and place, however they are strung together."""
    found = [(m.start, m.place.name if m.place else None) for m in read(text, published="2026-01-14").meetings]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_each_occasion_has_its_own_number_and_the_place_of_its_forum() -> None:
    """What counts the second is not the first's; where the report was written is not where they met beside a forum."""
    text = (
        "TOKYO -- Prime Minister Shigeru Ishiba of Japan and President Yoon Suk Yeol of South Korea met for the first "
        "time in Laos in October and for the second time in November, beside the APEC leaders' meeting in Peru."
    )
    found = [(m.start, m.place and m.place.name, m.ordinal) for m in read(text, published="2024-12-06").meetings]
    assert sorted(found, key=str) == [("2024-10", "Laos", 1), ("2024-11", "Peru", 2)]
