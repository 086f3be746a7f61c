"""`shuttle.analysis.encounters`: each time that leaders met or one came to the other, once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.factory import SEOUL, TOKYO, journey, meeting
from tests.ledger.factory import LEE, NARA, TAKAICHI

from shuttle.analysis.counting import RULES, CountingRule, select
from shuttle.analysis.encounters import encounters, leaders_visits
from shuttle.analysis.turns import turn_figures
from shuttle.records.findings import Person, Place

_PAIR = ("KOR", "JPN")


def test_a_visit_and_the_meeting_in_it_are_one_event() -> None:
    """Told by a list of visits and by a readout, it is counted once, and the meeting stands for it."""
    met = meeting(start="2026-01-13", place=NARA)
    came = journey(LEE, "JPN", "2026-01-12", end="2026-01-14")
    (one,) = encounters([met], [came])
    assert (one.id, one.meetings, one.visits) == (met.id, (met,), (came,))
    assert (one.start, one.host, one.at_home) == ("2026-01-13", "JPN", "JPN")


def test_two_meetings_during_one_visit_are_one_event() -> None:
    """They met on the first day and again on the second; the visit was one."""
    first, second = meeting(start="2026-01-13", place=NARA), meeting(start="2026-01-14", place=TOKYO)
    (one,) = encounters([second, first], [journey(LEE, "JPN", "2026-01-13", end="2026-01-14")])
    assert one.meetings == (first, second)
    assert (one.start, one.end) == ("2026-01-13", "2026-01-14")
    assert len(encounters([first, second], ())) == 2


def test_a_visit_known_to_the_month_makes_no_two_meetings_one() -> None:
    """It may have been to either."""
    met = [meeting(start="2026-01-13", place=NARA), meeting(start="2026-01-29", place=TOKYO)]
    assert len(encounters(met, [journey(LEE, "JPN", "2026-01")])) == 2


def test_a_meeting_elsewhere_or_later_is_another_event() -> None:
    """Same month, other country; same country, other day."""
    met = [meeting(start="2026-01-13", place=SEOUL), meeting(start="2026-01-20", place=NARA)]
    assert len(encounters(met, [journey(LEE, "JPN", "2026-01-13")])) == 3


@pytest.mark.parametrize(
    ("person", "fields", "counts"),
    [
        pytest.param(LEE, {}, True, id="president"),
        pytest.param(Person("Naruhito", "Emperor", "JPN"), {}, True, id="monarch"),
        pytest.param(Person(None, None, "JPN"), {}, True, id="a-list-that-names-countries-alone"),
        pytest.param(Person("Motegi Toshimitsu", "Foreign Minister", "JPN"), {}, False, id="minister"),
        pytest.param(Person("Han Min-young", "Director-general", "KOR"), {}, False, id="official"),
        pytest.param(Person("Liu He", "Vice Premier", "CHN"), {"level": "leaders"}, True, id="level-of-a-table"),
        pytest.param(Person(None, None, "JPN"), {"level": "ministers"}, False, id="lower-level-of-a-table"),
        pytest.param(Person("Somebody", "Keeper of the Seal", "JPN"), {}, False, id="office-not-known"),
        pytest.param(Person("Abe Shinzo", "Former Prime Minister", "JPN"), {}, False, id="former"),
        pytest.param(LEE, {"status": "planned"}, False, id="planned"),
        pytest.param(LEE, {"start": None}, False, id="undated"),
    ],
)
def test_visits_of_leaders_count(person: Person, fields: dict[str, Any], counts: bool) -> None:
    """By the level that a table states, else by the office; who is lower, or what was not, adds none."""
    values = {"start": "2026-01-13", **fields}
    start = values.pop("start")
    assert bool(leaders_visits([journey(person, "USA", start, **values)])) is counts


def test_a_courtesy_call_of_a_minister_is_no_meeting_of_leaders() -> None:
    """Whoever is received is a leader; who comes is not."""
    call = meeting(start="2026-01-17", people=(LEE, Person("Motegi Toshimitsu", "Foreign Minister", "JPN")))
    assert encounters([call, meeting(start="2026-01-13", people=(LEE, TAKAICHI))], ())[0].start == "2026-01-13"
    assert len(encounters([call], ())) == 0


def test_a_journey_to_a_meeting_of_three_is_no_bilateral_visit() -> None:
    """Camp David was neither's turn; a forum is none either, and tells of no meeting with its host."""
    trio = meeting(start="2023-08-18", countries=("KOR", "JPN", "USA"), place=NARA)
    forum = journey(LEE, "JPN", "2023-05-19", forum="G7")
    found = encounters([trio], [journey(LEE, "JPN", "2023-08-18"), forum])
    assert len(found) == 2
    for what in RULES:
        assert select(found, _PAIR, CountingRule(what, "office")).encounters == ()


_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["met", "came", "went"]),
        st.dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2021, 12, 31)),
        st.integers(0, 40),
        st.sampled_from([None, "APEC"]),
        st.sampled_from(["in person", "phone"]),
    ),
    max_size=8,
)


@given(_EVENTS, st.randoms(use_true_random=False))
def test_figures_do_not_depend_on_the_order_of_arrival(events: list[Any], chance: Any) -> None:
    """Whatever comes first, the same is counted, hosted and numbered, under every rule."""
    meetings, visits = [], []
    for number, (kind, day, place, forum, mode) in enumerate(events):
        start = day.isoformat()[: 7 if place > 35 else 10]
        if kind == "met":
            where = Place(f"Place {place}", "JPN" if place % 2 else "KOR") if mode == "in person" else None
            who = (LEE, TAKAICHI) if place % 3 else ()
            meetings.append(meeting(start=start, place=where, forum=forum, mode=mode, people=who))
        else:
            person, to = (LEE, "JPN") if kind == "came" else (TAKAICHI, "KOR")
            visits.append(journey(person, to, start, words=f"No. {number}.", forum=forum))
    meetings = list({one.id: one for one in meetings}.values())
    shuffled = (chance.sample(meetings, len(meetings)), chance.sample(visits, len(visits)))
    for what in RULES:
        for whom in ("office", "person", "JPN"):
            rule = CountingRule(what, whom)
            one = turn_figures(_PAIR, meetings, visits, rule, "2022-01-01")
            assert one == turn_figures(_PAIR, *shuffled, rule, "2022-01-01")
            counted = [found.id for found in one.selection.encounters]
            assert len(counted) == len(set(counted))
            assert sum(tally.count for tally in one.tallies) <= len(counted)
