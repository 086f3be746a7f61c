"""`shuttle.analysis.cadence`: how often, how long between, and whether now is long for this pair."""

from __future__ import annotations

import pytest
from tests.analysis.factory import journey, meeting, shuttle_diplomacy
from tests.ledger.factory import LEE, TAKAICHI

from shuttle.analysis.cadence import Cadence, cadence
from shuttle.analysis.counting import CountingRule, select
from shuttle.analysis.encounters import encounters
from shuttle.errors import RecordError
from shuttle.records.accounts import MeetingAccount
from shuttle.records.findings import Person

_PAIR = ("KOR", "JPN")


def _cadence(meetings: tuple[MeetingAccount, ...], as_of: str = "2026-02-13", what: str = "margins") -> Cadence:
    rule = CountingRule(what, "office")  # type: ignore[arg-type]
    return cadence(select(encounters(meetings, (), as_of), _PAIR, rule), as_of)


def test_years_without_a_meeting_are_shown_as_such() -> None:
    """Three, one, four and one; a year of silence would be a nought."""
    assert _cadence(shuttle_diplomacy()).per_year == ((2023, 3), (2024, 1), (2025, 4), (2026, 1))
    sparse = (meeting(start="2022-03-01"), meeting(start="2024-03-01"))
    assert _cadence(sparse, "2025-01-01").per_year == ((2022, 1), (2023, 0), (2024, 1), (2025, 0))


def test_mean_median_and_longest_are_of_the_gaps_under_the_rule() -> None:
    """From Seoul in May 2024 to Tokyo in August 2025 nobody met; under visits alone the same gap is the longest."""
    found = _cadence(shuttle_diplomacy())
    assert [gap.days for gap in found.gaps] == [52, 193, 192, 454, 38, 30, 24, 51]
    assert (found.mean, found.median) == (129.25, 51.5)
    assert found.longest is not None
    assert (found.longest.days, found.longest.earlier.start) == (454, "2024-05-26")
    assert [gap.days for gap in _cadence(shuttle_diplomacy(), what="visits").gaps] == [52, 385, 454, 38, 105]


@pytest.mark.parametrize(
    ("as_of", "days", "shorter", "percentile", "verdict"),
    [
        ("2026-01-20", 7, 0, 0.0, "short"),
        ("2026-03-05", 51, 3, 43.8, "usual"),
        ("2026-08-01", 200, 7, 87.5, "usual"),
        ("2027-12-01", 687, 8, 100.0, "long"),
    ],
)
def test_the_present_gap_is_ranked_among_the_past_ones(
    as_of: str, days: int, shorter: int, percentile: float, verdict: str
) -> None:
    """How many of the eight were shorter, equal ones counted half."""
    present = _cadence(shuttle_diplomacy(), as_of).present
    assert present is not None
    assert (present.days, present.shorter, present.past) == (days, shorter, 8)
    assert (present.percentile, present.verdict, present.abstained) == (percentile, verdict, None)


def test_too_few_gaps_give_no_rank_but_the_reason() -> None:
    """Of two gaps nobody knows what is usual."""
    present = _cadence(shuttle_diplomacy()[:3]).present
    assert present is not None
    assert (present.percentile, present.verdict, present.shorter) == (None, None, None)
    assert present.abstained is not None
    assert present.abstained.startswith("2 past gaps on record")


def test_a_last_date_known_to_the_month_gives_no_days() -> None:
    """It was about so long ago."""
    present = _cadence((meeting(start="2025-10"),)).present
    assert present is not None
    assert present.days is None
    assert 115 <= present.about_days <= 125


def test_leaders_are_compared_by_who_held_both_offices() -> None:
    """Number, mean and median for each pair of persons; a gap in which another came between is neither's."""
    ishiba = Person("Shigeru Ishiba", "Prime Minister", "JPN")
    told = (
        ("2025-01-01", ishiba),
        ("2025-01-11", ishiba),
        ("2025-02-01", TAKAICHI),
        ("2025-03-01", ishiba),
        ("2025-03-31", ishiba),
    )
    eras = _cadence(tuple(meeting(start=day, people=(LEE, who)) for day, who in told)).eras
    assert [(dict(era.leaders)["JPN"], len(era.encounters)) for era in eras] == [
        ("Shigeru Ishiba", 4),
        ("Sanae Takaichi", 1),
    ]
    assert (eras[0].mean, eras[0].median, eras[1].mean) == (20, 20, None)


def test_a_leader_whom_no_source_names_is_taken_from_the_table_of_office_holders_and_said_to_be() -> None:
    """A list of visits names the visitor; who received them in 2004, the table says, and in 1951 nobody."""
    koizumi, yoshida = (Person(name, "Prime Minister", "JPN") for name in ("Junichiro Koizumi", "Yoshida"))
    visits = [journey(koizumi, "USA", "2004-06-08"), journey(yoshida, "USA", "1951-09-03")]
    selection = select(encounters((), visits), ("USA", "JPN"), CountingRule("visits", "office"))
    old, new = cadence(selection, "2026-01-01").eras
    assert (dict(old.leaders)["USA"], old.by_table) == (None, frozenset())
    assert (dict(new.leaders)["USA"], new.by_table) == ("George W. Bush", frozenset({"USA"}))


def test_of_a_monarch_and_a_prime_minister_the_one_sources_speak_of_at_the_time_led() -> None:
    """In May 2019 the table has Abe and an emperor; Abe had come a month before."""
    abe, trump = Person("Shinzo Abe", "Prime Minister", "JPN"), Person("Donald J. Trump", "President", "USA")
    suga = Person("Suga Yoshihide", "Prime Minister", "JPN")
    visits = [
        journey(abe, "USA", "2019-04-26"),
        journey(trump, "JPN", "2019-05-25"),
        journey(suga, "USA", "2021-04-16"),
    ]
    selection = select(encounters((), visits), ("USA", "JPN"), CountingRule("visits", "office"))
    eras = cadence(selection, "2026-01-01").eras
    assert [(len(era.encounters), dict(era.leaders)["JPN"]) for era in eras] == [
        (2, "Shinzo Abe"),
        (1, "Suga Yoshihide"),
    ]


def test_nothing_on_record_gives_no_figure() -> None:
    """No mean of nothing, no longest, no present gap."""
    found = _cadence(())
    assert (found.gaps, found.mean, found.median, found.longest, found.present) == ((), None, None, None, None)
    assert (found.per_year, found.eras) == ((), ())


def test_a_day_that_is_none_is_refused() -> None:
    """The message shows it."""
    with pytest.raises(RecordError, match="2026-02-31"):
        _cadence((), "2026-02-31")
