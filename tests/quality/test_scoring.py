"""`tests.quality.scoring`: the figures mean what they say."""

from __future__ import annotations

from typing import Any

from tests.quality.scoring import score
from tests.reading.factory import read

TEXT = 'President Lee Jae Myung met Prime Minister Sanae Takaichi in Nara on Tuesday.\n\n"We go on," Takaichi said.'
LEE = {"name": "Lee Jae-myung", "office": "President", "country": "KOR"}
TAKAICHI = {"name": "Sanae Takaichi", "office": "Prime Minister", "country": "JPN"}


def gold(**changes: Any) -> dict[str, Any]:
    """Return the truth about TEXT, with changes to its meeting."""
    meeting = {
        "main": True, "start": "2026-01-13", "end": None, "countries": ["KOR", "JPN"], "people": [LEE, TAKAICHI],
        "place": {"name": "Nara", "country": "JPN"}, "happened": True,
    }  # fmt: skip
    return {"id": "x", "meetings": [meeting | changes], "statements": {"speakers": [{"name": "Takaichi"}]}}


def test_a_reading_that_is_right_scores_one() -> None:
    """All five figures are 1."""
    assert score([gold()], {"x": read(TEXT)}) == dict.fromkeys(("main", "start", "place", "people", "speakers"), 1.0)


def test_another_meeting_scores_nothing() -> None:
    """A meeting planned, of others, or on another day is not the same."""
    for change in ({"happened": False}, {"countries": ["CHN", "USA"]}, {"start": "2025-10-30"}):
        assert score([gold(**change)], {"x": read(TEXT)})["main"] == 0.0


def test_a_missing_reading_scores_nothing() -> None:
    """What was not read was not found."""
    figures = score([gold()], {})
    assert (figures["main"], figures["speakers"]) == (0.0, 0.0)


def test_each_wrong_value_lowers_its_own_figure() -> None:
    """A wrong place leaves the people alone."""
    figures = score([gold(place={"name": "Osaka", "country": "JPN"})], {"x": read(TEXT)})
    assert figures == {"main": 1.0, "start": 1.0, "place": 0.0, "people": 1.0, "speakers": 1.0}
    assert score([gold(people=[LEE])], {"x": read(TEXT)})["people"] == 0.667


def test_what_is_unsettled_or_optional_counts_neither_way() -> None:
    """Careful people may differ there."""
    figures = score([gold(place={"name": "Osaka", "country": "JPN"}, unsettled=["place"])], {"x": read(TEXT)})
    assert figures["place"] == 1.0
    record = gold() | {"statements": {"speakers": [{"name": "Takaichi", "optional": True}]}}
    assert score([record], {"x": read(TEXT)})["speakers"] == 1.0
