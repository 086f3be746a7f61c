"""`shuttle.views.pictures.chart`: each event stands in the lane of its host, once."""

from __future__ import annotations

from typing import Any

import pytest
from tests.analysis.factory import SEOUL, TOKYO, meeting, pair, visit

from shuttle.lexicons.countries import country_name
from shuttle.records.findings import Place
from shuttle.views.pictures.chart import ELSEWHERE, chart_of


def drawn(*meetings: Any, **parts: Any) -> Any:
    """Return the chart of Korea and Japan with these meetings."""
    return chart_of(pair(*meetings, **parts), "2026-01-20", country_name)


@pytest.mark.parametrize(
    ("fields", "kind", "lane"),
    [
        pytest.param({"place": SEOUL, "host": "KOR"}, "summit", "KOR", id="host-stated"),
        pytest.param({"place": TOKYO}, "summit", "JPN", id="host-by-place"),
        pytest.param({"place": SEOUL, "host": "KOR", "forum": "APEC"}, "margins", "KOR", id="forum-at-home"),
        pytest.param({"place": Place("Lima", "PER")}, "margins", ELSEWHERE, id="third-country"),
        pytest.param({}, "summit", ELSEWHERE, id="place-not-stated"),
        pytest.param({"mode": "phone", "host": "KOR"}, "call", ELSEWHERE, id="call"),
        pytest.param({"mode": "video"}, "call", ELSEWHERE, id="video"),
        pytest.param({"level": "ministers", "place": SEOUL}, "officials", "KOR", id="ministers"),
    ],
)
def test_kind_and_lane(fields: dict[str, Any], kind: str, lane: str) -> None:
    """What a meeting is and who hosted it decide its shape and its lane."""
    (mark,) = drawn(meeting(start="2025-08-23", **fields)).marks
    assert (mark.kind, mark.lane) == (kind, lane)


def test_a_visit_with_its_meeting_is_one_mark() -> None:
    """A visit during which the two met is drawn as that meeting; the table has both."""
    chart = drawn(meeting(start="2026-01-13", place=SEOUL, host="KOR"), visits=(visit("2026-01-13"),))
    assert [mark.kind for mark in chart.marks] == ["summit"]
    assert len(chart.rows) == len(chart.events) == 2


@pytest.mark.parametrize(
    "held",
    [
        pytest.param({"start": "2026-01-13", "place": TOKYO, "host": "JPN"}, id="other-country"),
        pytest.param({"start": "2026-02-13", "place": SEOUL, "host": "KOR"}, id="other-day"),
        pytest.param({"start": "2026-01-13", "place": SEOUL, "host": "KOR", "status": "cancelled"}, id="not-held"),
    ],
)
def test_a_visit_without_a_meeting_stands_alone(held: dict[str, Any]) -> None:
    """A visit that is not that meeting's is a mark of its own."""
    chart = drawn(meeting(**held), visits=(visit("2026-01-13"),))
    assert sorted(mark.kind for mark in chart.marks) == ["summit", "visit"]


def test_what_has_no_date_is_listed() -> None:
    """An event without a date has no mark and is not lost."""
    chart = drawn(meeting(place=SEOUL, host="KOR", status="proposed"))
    assert chart.marks == ()
    assert chart.undated == ("Summit (proposed), Seoul, South Korea, South Korea and Japan",)


def test_days_since_the_last_summit() -> None:
    """Counted from the last day of the last summit that was held by the day asked for."""
    chart = drawn(
        meeting(start="2026-01-13", end="2026-01-14", place=TOKYO), meeting(start="2026-03-01", status="planned")
    )
    assert chart.since_last == 6
    assert "6 days since the last summit" in chart.description
