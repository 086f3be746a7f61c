"""Documents on one event are one meeting in the ledger, no two events are, and every difference is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.quality.joining import Joined, measure_joining
from tests.quality.measuring import GOLD_OF_OUR_OWN, gold_records, read_all


def _holds(joined: Joined) -> None:
    assert not joined.wrong
    assert not joined.unseen
    pairs = 2 * len(joined.right)
    assert pairs / (pairs + len(joined.missed)) >= 0.95, joined.missed


def test_our_own_examples_are_joined_by_event_and_their_differences_seen() -> None:
    """No false merge, every field on which gold differs, and of what was read all but one in twenty pairs joined."""
    joined = measure_joining(gold_records(GOLD_OF_OUR_OWN), read_all(ROOT / "examples"))
    assert len(joined.right) >= 60
    assert joined.differing >= 7
    assert joined.f1 >= 0.85, joined.unread
    _holds(joined)


@pytest.mark.shared
def test_shared_examples_are_joined_by_event_and_their_differences_seen(shared: Path) -> None:
    """The same for the project's shared examples."""
    gold = shared / "gold" / "examples.jsonl"
    if not gold.exists():
        pytest.skip(f"{gold} is not there")
    joined = measure_joining(gold_records(gold), read_all(shared / "gold" / "examples"))
    assert joined.right
    assert joined.differing
    assert joined.f1 >= 0.95
    _holds(joined)
