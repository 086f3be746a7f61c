"""`shuttle.analysis.window`: a window follows from the gaps by a rule that is named, or there is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.factory import TOKYO, meeting, shuttle_diplomacy

from shuttle.analysis.rhythm import gaps
from shuttle.analysis.window import FEWEST_GAPS, PREPARATION, WINDOW_RULES, Window, cadence, window
from shuttle.errors import RecordError
from shuttle.records.accounts import MeetingAccount

_MET = shuttle_diplomacy()
_GAPS = gaps(_MET)
_LAST = _MET[-1]


def _asked(since: str | None = None, until: str | None = None, as_of: str = "2026-01-20") -> Window:
    return window(_GAPS, _LAST, as_of, since, until)


def test_the_window_lies_between_the_quartiles_of_past_gaps() -> None:
    """52, 193, 192, 454, 38, 30, 24 and 51 days: quartiles 36, 52 and 192, counted from Nara."""
    figures = cadence(_GAPS)
    assert [gap.days for gap in figures.gaps] == [52, 193, 192, 454, 38, 30, 24, 51]
    assert (figures.first, figures.median, figures.third, figures.approximate) == (36, 52, 192, 0)
    found = _asked()
    assert found.rule == "cadence"
    assert found.start == dt.date(2026, 1, 13) + dt.timedelta(36)
    assert found.aim == dt.date(2026, 1, 13) + dt.timedelta(52)
    assert found.end == dt.date(2026, 1, 13) + dt.timedelta(192)
    assert found.anchor is _LAST


def test_too_few_gaps_give_no_window() -> None:
    """Three gaps have no quartiles worth the name, and none is made up."""
    few = gaps(_MET[:FEWEST_GAPS])
    assert len(few) == FEWEST_GAPS - 1
    found = window(few, _MET[FEWEST_GAPS - 1], "2025-01-01")
    assert (found.rule, found.start, found.end, found.aim) == ("none", None, None, None)


def test_two_meetings_known_by_the_same_month_tell_no_gap() -> None:
    """Nobody knows how long they lay apart."""
    twice = gaps([meeting(start="2025-08", place=TOKYO), meeting(start="2025-08", place=TOKYO, host="JPN")])
    assert [gap.about_days for gap in twice] == [0]
    assert cadence(twice).gaps == ()


@pytest.mark.parametrize(
    ("since", "until", "as_of", "rule", "start", "end"),
    [
        pytest.param(None, None, "2026-03-01", "cadence", "2026-03-15", "2026-07-24", id="not-before-it-is-prepared"),
        pytest.param(None, None, "2026-12-01", "overdue", "2026-12-15", "2027-05-20", id="the-usual-time-is-over"),
        pytest.param("2026-04-01", None, "2026-01-20", "cadence", "2026-04-01", "2026-07-24", id="cut-at-the-start"),
        pytest.param(None, "2026-03-10", "2026-01-20", "cadence", "2026-02-18", "2026-03-10", id="cut-at-the-end"),
        pytest.param("2027-01-01", "2027-02-01", "2026-01-20", "asked", "2027-01-01", "2027-02-01", id="asked-outside"),
        pytest.param("2026-04", "2026-05", "2026-01-20", "cadence", "2026-04-01", "2026-05-31", id="months"),
    ],
)
def test_days_that_are_asked_for_cut_the_window(
    since: str | None, until: str | None, as_of: str, rule: str, start: str, end: str
) -> None:
    """They cut it where they meet it, and take its place where they do not."""
    found = _asked(since, until, as_of)
    assert found.rule == rule
    assert found.rule in WINDOW_RULES
    assert (str(found.start), str(found.end)) == (start, end)


@given(st.dates(dt.date(2026, 1, 14), dt.date(2027, 12, 31)), st.integers(0, 400), st.integers(0, 400))
def test_a_window_never_leaves_what_was_asked_for(as_of: dt.date, after: int, length: int) -> None:
    """Every day of it lies from --from to --until, and so does the day aimed at."""
    since, until = as_of + dt.timedelta(after), as_of + dt.timedelta(after + length)
    found = _asked(since.isoformat(), until.isoformat(), as_of.isoformat())
    assert found.start is not None
    assert found.end is not None
    assert found.aim is not None
    assert since <= found.start <= found.aim <= found.end <= until


@given(st.dates(dt.date(2026, 1, 14), dt.date(2028, 12, 31)))
def test_no_window_opens_before_a_meeting_can_be_prepared(as_of: dt.date) -> None:
    """Unless somebody asks for it."""
    found = _asked(as_of=as_of.isoformat())
    assert found.start is not None
    assert (found.start - as_of).days >= PREPARATION


@given(st.permutations(_MET))
def test_the_order_of_meetings_is_no_matter(met: list[MeetingAccount]) -> None:
    """Gaps and window are the same whatever came first."""
    assert window(gaps(met), _LAST, "2026-02-01") == window(_GAPS, _LAST, "2026-02-01")


@pytest.mark.parametrize(("since", "until"), [("2026-05-01", "2026-04-01"), ("2026-13", None), ("2030", "2036")])
def test_days_that_make_no_window_are_refused(since: str, until: str | None) -> None:
    """Backwards, no date, or more than can be looked at: the message says the way out."""
    with pytest.raises(RecordError, match=r"--from|is not a date"):
        _asked(since, until)
