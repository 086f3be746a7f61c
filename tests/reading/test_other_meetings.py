"""Meetings that a text mentions beside the one it is about: earlier ones, later ones, those of two of three."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reading.factory import read
from tests.reading.test_meetings import facts

LEE, TAKAICHI = "President Lee Jae Myung", "Prime Minister Sanae Takaichi"
LI = "Premier Li Qiang"
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
            f"South Korean {LEE} spoke with Japanese {TAKAICHI} by phone on Monday. With Lee due to attend the G7 "
            "summit set to open in Canada on June 15, there is a chance the two could meet on the sidelines of the "
            "event.",
            "2025-06-09",
            {"forum": "G7", "start": "2025-06-15", "place": ("Canada", "CAN")},
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
        # A journey to somebody's home.
        pytest.param(
            f"South Korean {LEE} proposed on Tuesday to hold the next summit with Japan in Andong. Lee visited "
            f"Japanese {TAKAICHI}'s home prefecture of Nara for two days through Wednesday.",
            "2026-01-20",
            {
                "status": "held",
                "start": "2026-01-13",
                "end": "2026-01-14",
                "people": ["Lee Jae Myung", "Sanae Takaichi"],
            },
            id="visit-to-his-home",
        ),
        # Each of two sessions of a series has its own day, place and level.
        pytest.param(
            f"South Korean {LEE}, Japanese {TAKAICHI} and Chinese {LI} met in Seoul on Monday. The tenth trilateral "
            "foreign ministers' meeting was held on November 26, 2023, in Busan, South Korea, four years after the "
            "ninth edition took place in August 2019 in Beijing.",
            "2024-05-28",
            {"start": "2023-11-26", "place": ("Busan", "KOR"), "level": "ministers"},
            id="a-series",
        ),
    ],
)
def test_another_meeting_is_told_apart(text: str, published: str | None, expected: dict[str, Any]) -> None:
    """The first other meeting has its own day, place and people."""
    found = others(text, published)
    assert found
    assert facts(found[0], expected) == expected


def test_the_ninth_edition_is_the_ministers_own() -> None:
    """What a sentence counts belongs to the series it has just named, not to the summit."""
    text = (
        f"South Korean {LEE}, Japanese {TAKAICHI} and Chinese {LI} met in Seoul on Monday. The tenth trilateral "
        "foreign ministers' meeting was held on November 26, 2023, in Busan, South Korea, four years after the ninth "
        "edition took place in August 2019 in Beijing."
    )
    found = others(text, "2024-05-28")
    assert [(m.start, m.level) for m in found] == [("2023-11-26", "ministers"), ("2019-08", "ministers")]


def test_the_day_before_an_occasion_is_that_of_the_meeting_held_on_it() -> None:
    """ "In Seoul on the 26th, on the occasion of the trilateral summit": the summit's own day is not told."""
    text = (
        f"South Korean {LEE} will hold a bilateral meeting with Japanese {TAKAICHI} in Seoul on the 26th, on the "
        f"occasion of the trilateral summit of South Korea, China and Japan. Lee, Takaichi and Chinese {LI} will "
        "attend the trilateral summit."
    )
    found = {len(m.countries): (m.when, m.status) for m in read(text, published=None).meetings}
    assert found == {2: ("XXXX-XX-26", "planned"), 3: (None, "planned")}


def test_of_two_and_three_the_main_meeting_is_that_of_two() -> None:
    """Leaders named together with a third elsewhere do not make their own meeting one of three."""
    text = (
        f"South Korean {LEE} and Japanese {TAKAICHI} plan a summit in Seoul on the 26th. It would be the first time "
        f"they meet since their talks last November. Lee, Takaichi and Chinese {LI} will attend the trilateral summit "
        "of South Korea, China and Japan."
    )
    meeting = read(text, published=None).main_meeting
    assert meeting
    assert ("CHN", "JPN", "KOR") in [tuple(sorted(m.countries)) for m in others(text, None)]
    assert (meeting.countries, meeting.when, meeting.ordinal) == (("KOR", "JPN"), "XXXX-XX-26", None)


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
