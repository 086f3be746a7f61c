"""`shuttle.reading.series`: the other meetings of a series are read beside the one the text is about."""

from __future__ import annotations

import pytest
from tests.reading.factory import read

MET = "South Korean Foreign Minister Cho Hyun met Japanese Foreign Minister Toshimitsu Motegi in Nara on Tuesday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first was held in Washington in 2015.", [("2015", "Washington", "held")]),
        ("The first FOC was also held in Seoul in July 2012.", [("2012-07", "Seoul", "held")]),
        ("The eighth edition was last held in December 2019 at Chengdu, China.", [("2019-12", "Chengdu", "held")]),
        ("The 6th round was held virtually in December 2020.", [("2020-12", None, "held")]),
        (
            "They reviewed what was done since the 10th session of the commission was held in Busan in May 2021.",
            [("2021-05", "Busan", "held")],
        ),
        ("They reviewed progress since the last dialogue in January 2023.", [("2023-01", None, "held")]),
        ("The next session of the dialogue will be held in Seoul in 2027.", [("2027", "Seoul", "planned")]),
        (
            "They agreed to hold another meeting of foreign ministers in Busan in May.",
            [("2026-05", "Busan", "planned")],
        ),
        (
            "It was their third meeting, following New York last September and Phnom Penh last November.",
            [("2025-09", "New York", "held"), ("2025-11", "Phnom Penh", "held")],
        ),
        (
            "This was the third meeting of the two ministers, after Canada in June and Seoul in August.",
            [("2025-06", "Canada", "held"), ("2025-08", "Seoul", "held")],
        ),
        # The one at hand, counted, is no other meeting.
        ("The third meeting was held in Nara on Tuesday.", []),
        ("It was the first meeting in three years.", []),
    ],
)
def test_other_meetings_of_a_series_are_kept_apart(
    text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    """Each has its own day and place; the one at hand stays one."""
    meetings = [m for m in read(MET + text).meetings if not m.main]
    found = [(m.start, m.place.name if m.place else None, m.status) for m in meetings]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_a_numbered_session_is_not_peopled_with_those_of_today() -> None:
    """Who sat in an earlier session the text does not say."""
    reading = read(MET + "The first session was held in Seoul in July 2012.")
    earlier = next(m for m in reading.meetings if not m.main)
    assert earlier.people == ()
    assert set(earlier.countries) == {"KOR", "JPN"}


def test_their_own_meetings_are_peopled_with_them() -> None:
    """ "Their second meeting" had the same two before."""
    reading = read(MET + "It was their second meeting, after Seoul in December.")
    earlier = next(m for m in reading.meetings if not m.main)
    assert {person.name for person in earlier.people} == {"Cho Hyun", "Toshimitsu Motegi"}
