"""`shuttle.views.pictures.axis`: days stand in their order, and ticks can be read."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.views.pictures.axis import scale_of, ticks
from shuttle.views.pictures.lettering import width_of

DAYS = st.lists(st.dates(dt.date(1000, 1, 1), dt.date(2200, 1, 1)), min_size=1, max_size=30)


@given(DAYS)
def test_later_days_stand_further_right(days: list[dt.date]) -> None:
    """Order is kept, across cuts too, and every day stands inside."""
    scale = scale_of(days, 100, 1000)
    places = [scale.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(100 <= x <= 1000 for x in places)


@given(DAYS)
def test_words_of_ticks_do_not_touch(days: list[dt.date]) -> None:
    """Within a piece of the axis, words of neighbours leave room between them."""
    scale = scale_of(days, 100, 1000)
    shown = ticks(scale)
    for _, _, left, right in scale.pieces:
        mine = [tick for tick in shown if left <= tick.x <= right]
        for one, other in itertools.pairwise(mine):
            halves = (width_of(one.words, 11, bold=one.strong) + width_of(other.words, 11, bold=other.strong)) / 2
            assert other.x - one.x > halves


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param("2026-01-10", "2026-01-12", "7 Jan 2026", id="days"),
        pytest.param("2026-03-02", "2026-04-20", "2 Mar 2026", id="weeks"),
        pytest.param("2025-03-02", "2026-02-20", "Mar 2025", id="months"),
        pytest.param("1926-03-02", "2026-02-20", "1930", id="century"),
    ],
)
def test_ticks_fit_the_span(first: str, last: str, words: str) -> None:
    """Days for a week, months for a year, decades for a century; the first says its year."""
    days = [dt.date.fromisoformat(first), dt.date.fromisoformat(last)]
    middle = [days[0] + (days[1] - days[0]) * n // 20 for n in range(20)]
    shown = ticks(scale_of([*days, *middle], 100, 1000))
    assert words in [tick.words for tick in shown]
    assert len(shown) >= 4


def test_a_long_stretch_without_events_is_cut_out() -> None:
    """Years in which nothing is on record are marked and take little room."""
    days = [dt.date(2014, 10, 5), *(dt.date(2023 + n // 6, 1 + 2 * (n % 6), 5) for n in range(18))]
    (cut,) = scale_of(days, 100, 1000).breaks
    assert cut.words == "8 years"
    assert cut.right - cut.left < 60
