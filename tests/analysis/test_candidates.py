"""`shuttle.analysis.candidates` and `days_off`: no day that is proposed is off in either country."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.analysis.candidates import POINTS, AnniversaryDay, Candidate, candidates
from shuttle.analysis.days_off import days_off, is_free, keeps_calendar
from shuttle.analysis.window import Cadence, Window
from shuttle.lexicons.countries import all_countries
from shuttle.lexicons.forum_calendar import ForumMeeting, coming_forums

_SOME = ("KOR", "JPN", "SAU", "ISR", "IRN", "NPL", "USA", "FRA", "CHN", "EUE", "BRN")


def _window(start: dt.date, end: dt.date, aim: dt.date | None = None) -> Window:
    return Window(start, end, aim or start, "asked", False, None, Cadence((), 0, None, None, None))


def _codes(*countries: str) -> dict[str, str]:
    return {code: all_countries()[code].alpha2 for code in countries}


def _forum(start: str, end: str, country: str, *members: str, kind: str = "leaders") -> ForumMeeting:
    return ForumMeeting(start, "Forum", end, None, country, "", members, kind, "test")  # type: ignore[arg-type]


def _found(
    first: str, last: str, *, days: int = 1, forums: tuple[ForumMeeting, ...] = (), **more: object
) -> list[Candidate]:
    window = _window(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    values: dict[str, object] = {"anniversaries": (), "deadlines": (), "holidays": (), **more}
    return list(candidates(window, "KOR", days, _codes("KOR", "JPN"), forums=forums, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("country", "day", "free"),
    [
        ("KOR", "2026-02-17", False),  # Lunar New Year
        ("KOR", "2026-03-02", False),  # in place of the first of March, a Sunday
        ("JPN", "2026-05-06", False),  # in place of the third of May, a Sunday
        ("JPN", "2026-03-02", True),
        ("SAU", "2026-02-06", False),  # a Friday
        ("SAU", "2026-02-08", True),  # a Sunday
        ("NPL", "2026-02-06", True),  # a Friday
        ("BRN", "2026-02-06", False),  # Friday and Sunday are off, Saturday is not
        ("BRN", "2026-02-07", True),
        ("EUE", "2026-02-06", True),  # no calendar: only Saturday and Sunday are off
        ("EUE", "2026-02-07", False),
    ],
)
def test_holidays_and_weekends_are_those_of_the_country(country: str, day: str, free: bool) -> None:
    """Substitute days are off, and a weekend is not everywhere Saturday and Sunday."""
    assert is_free(all_countries()[country].alpha2, dt.date.fromisoformat(day)) is free


def test_holidays_are_listed_by_their_english_names() -> None:
    """Of the days asked for, both ends included."""
    found = days_off("JPN", "JP", dt.date(2026, 5, 3), dt.date(2026, 5, 6))
    assert [(day.day, day.name) for day in found] == [
        ("2026-05-03", "Constitution Day"),
        ("2026-05-04", "Greenery Day"),
        ("2026-05-05", "Children's Day"),
        ("2026-05-06", "Substitute Holiday"),
    ]
    assert keeps_calendar("JP")
    assert not keeps_calendar("")


@given(
    st.lists(st.sampled_from(_SOME), min_size=2, max_size=2, unique=True),
    st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31)),
    st.integers(0, 200),
    st.integers(1, 3),
)
def test_no_day_that_is_proposed_is_off_in_either_country(
    pair: list[str], first: dt.date, length: int, days: int
) -> None:
    """Nor outside the window, nor taken by a summit to which one of the two belongs."""
    codes = _codes(*pair)
    last = first + dt.timedelta(length)
    forums = [forum for forum in coming_forums() if set(forum.members) & set(pair)]
    found = candidates(_window(first, last), pair[0], days, codes, (), forums, (), ())
    for candidate in found:
        start, end = dt.date.fromisoformat(candidate.start), dt.date.fromisoformat(candidate.end)
        assert first <= start <= end <= last
        assert (end - start).days == days - 1
        for number in range(days):
            day = start + dt.timedelta(number)
            assert all(is_free(alpha2, day) for alpha2 in codes.values())
            for forum in forums:
                if forum.dated and forum.kind == "leaders":
                    assert not forum.start <= day.isoformat() <= (forum.end or forum.start)
        assert candidate.points == sum(point.points for point in candidate.reasons)
    reversed_pair = dict(reversed(codes.items()))
    assert candidates(_window(first, last), pair[0], days, reversed_pair, (), forums[::-1], (), ()) == found


@pytest.mark.parametrize(
    ("rule", "day", "more"),
    [
        ("usual", "2026-03-10", {}),
        ("forum in host", "2026-03-10", {"forums": (_forum("2026-03-12", "2026-03-13", "KOR", "JPN", "KOR"),)}),
        ("before forum", "2026-03-10", {"forums": (_forum("2026-03-20", "2026-03-20", "FRA", "JPN", "KOR"),)}),
        ("around summit", "2026-03-10", {"forums": (_forum("2026-03-11", "2026-03-12", "FRA", "FRA", "JPN"),)}),
        ("anniversary", "2026-03-10", {"anniversaries": (AnniversaryDay("2026-03-11", "treaty", 61),)}),
        ("round anniversary", "2026-03-10", {"anniversaries": (AnniversaryDay("2026-03-11", "treaty", 60),)}),
        ("before deadline", "2026-03-10", {"deadlines": ("2026-03",)}),
        ("beside holiday", "2026-03-03", {"holidays": (("2026-03-02", "Alternative holiday"),)}),
    ],
)
def test_each_rule_gives_its_points(rule: str, day: str, more: dict[str, object]) -> None:
    """A candidate says under which rule it has which points, and for what."""
    (candidate,) = _found(day, day, **more)  # type: ignore[arg-type]
    points = {point.rule: point for point in candidate.reasons}
    assert rule in points
    assert points[rule].points == POINTS[rule][0]
    assert points[rule].what


def test_a_conference_takes_no_days_and_a_summit_does() -> None:
    """Leaders stay at a summit; at a conference of two weeks they do not."""
    summit = _forum("2026-03-09", "2026-03-13", "FRA", "JPN", "KOR")
    conference = _forum("2026-03-09", "2026-03-13", "FRA", "JPN", "KOR", kind="conference")
    assert _found("2026-03-09", "2026-03-13", forums=(summit,)) == []
    assert _found("2026-03-09", "2026-03-13", forums=(conference,)) != []


def test_the_anniversary_of_a_meeting_counts_only_if_it_is_round() -> None:
    """Three years since a summit are no reason to meet."""
    three = _found("2026-03-10", "2026-03-10", anniversaries=(AnniversaryDay("2026-03-10", "meeting", 3, "ma-1"),))
    five = _found("2026-03-10", "2026-03-10", anniversaries=(AnniversaryDay("2026-03-10", "meeting", 5, "ma-1"),))
    assert [point.rule for point in three[0].reasons] == ["usual"]
    assert [point.rule for point in five[0].reasons] == ["usual", "round anniversary"]
