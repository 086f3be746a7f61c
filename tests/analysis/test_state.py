"""`shuttle.analysis.state`: where a pair stands on a day, with nothing from after it."""

from dataclasses import replace

import pytest
from tests.analysis.factory import meeting, pair, shuttle_diplomacy, visit

from shuttle.analysis.state import state
from shuttle.errors import RecordError
from shuttle.records.accounts import LEFT_APART, Membership


def test_the_founding_example_comes_out() -> None:
    """After Nara: nine meetings, the last in Nara, Korea's turn, nothing planned."""
    found = state(pair(*shuttle_diplomacy()), "2026-02-13")
    assert len(found.meetings) == len(found.leaders_meetings) == 9
    assert found.last is not None
    assert (found.last.start, found.since_last, found.turn.country) == ("2026-01-13", 31, "KOR")
    assert [tally.count for tally in found.tallies] == [3, 3]
    assert (found.planned, found.next_planned, found.overdue, found.differences) == ((), None, (), ())


def test_what_is_planned_is_not_held_and_what_is_past_its_date_is_overdue() -> None:
    """A plan whose day has passed without an account is shown as such, never as held."""
    plan = meeting(start="2026-03", status="planned")
    before, after = (state(pair(plan, *shuttle_diplomacy()), day) for day in ("2026-03-15", "2026-04-01"))
    assert (before.next_planned, before.overdue) == (plan, ())
    assert (after.next_planned, after.overdue) == (None, (plan,))
    assert plan not in before.meetings


def test_a_dated_plan_comes_before_an_undated_one() -> None:
    """The next meeting is the one that has a date."""
    dated, undated = meeting(start="2026-05", status="proposed"), meeting(start=None, status="planned")
    assert state(pair(undated, dated), "2026-02-13").planned == (dated, undated)


def test_what_was_called_off_is_told_apart() -> None:
    """Cancelled and postponed meetings and visits are neither held nor planned."""
    off, trip = meeting(start="2026-03-01", status="cancelled"), visit("2026-03-01", status="postponed")
    found = state(pair(off, visits=(trip,)), "2026-02-13")
    assert found.called_off == (off, trip)
    assert (found.meetings, found.planned, found.visits, found.planned_visits) == ((), (), (), ())


def test_what_began_after_the_day_is_left_out() -> None:
    """As of December 2025 the last meeting was in Johannesburg, and it was Japan's turn."""
    found = state(pair(*shuttle_diplomacy()), "2025-12-01")
    assert found.last is not None
    assert (found.last.start, found.since_last, found.turn.country) == ("2025-11-23", 8, "JPN")


def test_a_pair_of_whom_nothing_is_known_has_an_empty_state() -> None:
    """Nothing known is nothing said."""
    found = state(pair(), "2026-02-13")
    assert (found.meetings, found.last, found.since_last, found.turn.country) == ((), None, None, None)


def test_days_since_a_month_are_not_known() -> None:
    """A last meeting known to the month gives no number of days."""
    assert state(pair(meeting(start="2025-10")), "2026-02-13").since_last is None


def test_a_day_that_does_not_exist_is_refused() -> None:
    """The message shows it."""
    with pytest.raises(RecordError, match="2026-02-31"):
        state(pair(), "2026-02-31")


def test_a_text_that_may_mean_any_of_several_meetings_adds_none() -> None:
    """It is shown apart and disturbs neither the rhythm nor the last meeting."""
    vague = meeting(start="2025-10")
    apart = Membership(1, vague.findings[0], vague.id, 1.0, ("2 known events fit",), LEFT_APART, "2026-01-20")
    vague = replace(vague, memberships=(apart,))
    found = state(pair(vague, *shuttle_diplomacy()), "2026-02-13")
    assert found.unplaced == (vague,)
    assert vague not in found.meetings
    assert len(found.gaps) == 8
