"""`shuttle.reading.areas`: what a document talks about."""

from __future__ import annotations

import pytest
from tests.reading.factory import page

from shuttle.reading.areas import areas_of, find_areas


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They spoke of trade and of hydrogen.", ["trade", "energy"], id="two"),
        pytest.param("TRADE was discussed. Trade was discussed.", ["trade"], id="each-once"),
        pytest.param("They spoke of supply chains for semiconductors.", ["supply chains"], id="one-area-two-words"),
        pytest.param("The trademark was registered.", [], id="inside-a-word"),
        pytest.param("They spoke of economic\nsecurity.", ["economic security"], id="line-break"),
        pytest.param("They said little.", [], id="none"),
        pytest.param("Tariffs were not discussed.", [], id="not-discussed"),
    ],
)
def test_the_areas_of_a_text(text: str, expected: list[str]) -> None:
    """Each area once, in the order of its first mention; the longest words win."""
    assert [area.name for area in find_areas(page(text))] == expected


def test_every_place_that_names_an_area_is_evidence() -> None:
    """Evidence holds each mention, in the text's own words."""
    text = "Trade first, then trade in services."
    (area,) = find_areas(page(text))
    assert [evidence.quote for evidence in area.evidence] == ["Trade", "trade"]


def test_the_areas_of_a_passage_are_those_named_in_it() -> None:
    """A commitment has the areas of its own words only."""
    text = "They spoke of trade. They agreed on hydrogen."
    assert areas_of(page(text), text.index("They agreed"), len(text)) == ("energy",)
