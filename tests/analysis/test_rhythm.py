"""`shuttle.analysis.rhythm`: which meetings count, and the days between them."""

from typing import Any

import pytest
from tests.analysis.factory import meeting, shuttle_diplomacy

from shuttle.analysis.rhythm import gaps, leaders_meetings


def test_the_days_between_known_days_are_counted() -> None:
    """From Gyeongju to Johannesburg 24 days, from there to Nara 51."""
    found = gaps(shuttle_diplomacy())
    assert [gap.days for gap in found] == [52, 193, 192, 454, 38, 30, 24, 51]
    assert all(gap.about_days == gap.days for gap in found)


def test_a_gap_runs_from_the_last_day_to_the_first() -> None:
    """A meeting of two days ends on its second."""
    (gap,) = gaps([meeting(start="2026-01-13", end="2026-01-14"), meeting(start="2026-01-20")])
    assert gap.days == 6


def test_a_gap_to_a_month_is_only_about_so_long() -> None:
    """A date that is known to the month gives no number of days."""
    (gap,) = gaps([meeting(start="2025-10"), meeting(start="2026-01-13")])
    assert gap.days is None
    assert 85 <= gap.about_days <= 95


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"status": "planned"}, id="planned"),
        pytest.param({"status": "cancelled"}, id="cancelled"),
        pytest.param({"mode": "phone"}, id="call"),
        pytest.param({"mode": "video"}, id="video"),
        pytest.param({"level": "ministers"}, id="ministers"),
        pytest.param({"level": None}, id="level-unknown"),
        pytest.param({"start": None}, id="undated"),
    ],
)
def test_only_held_dated_meetings_of_leaders_in_person_count(fields: dict[str, Any]) -> None:
    """Whatever lacks one of these is left out of the rhythm."""
    assert leaders_meetings([meeting(**{"start": "2026-01-13", **fields})]) == ()


def test_what_began_after_the_day_is_left_out() -> None:
    """As of the end of 2025, Nara has not been."""
    assert [m.start for m in leaders_meetings(shuttle_diplomacy(), "2025-12-31")][-1] == "2025-11-23"


def test_order_is_that_of_time_whatever_the_order_given() -> None:
    """Accounts may come in any order."""
    assert leaders_meetings(reversed(shuttle_diplomacy())) == leaders_meetings(shuttle_diplomacy())


def test_a_gap_rests_on_the_claims_of_both_dates() -> None:
    """A view can footnote it with the words of both."""
    (gap,) = gaps([meeting(start="2025-10-30"), meeting(start="2026-01-13")])
    assert [claim.value for claim in gap.claims] == ["2025-10-30", "2026-01-13"]
    assert all(claim.evidence for claim in gap.claims)
