"""The rows of a comparison are those that a desk officer draws by hand from the same texts."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.quality.comparing import measure_comparisons
from tests.quality.measuring import read_all

GOLD = Path(__file__).with_name("comparisons_gold.json")


def test_comparisons_of_our_own_examples_are_as_drawn_by_hand() -> None:
    """No side is called silent on what it speaks of; all but one in twenty rows are there, and few others beside."""
    measured = measure_comparisons(GOLD, read_all(ROOT / "examples").values())
    assert measured.false_silence == []
    asked = len(measured.found) + len(measured.missed)
    assert asked == 43
    assert len(measured.found) >= 0.95 * asked, measured.missed
    assert len(measured.other_way) <= 1, measured.other_way
    assert len(measured.unasked) <= 4, [row.topic for row in measured.unasked]
