"""Quality is pinned: a change that reads worse than the floors fails, and floors are lowered only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.measuring import GOLD_OF_OUR_OWN, digest, floors, gold_records, measure, measure_own

FLOORS = floors()
SHARED_SETS = [name for name in FLOORS if name != "own-examples"]
RAISE = "Mend the reader; or, if a lower figure is right, lower the floor in floors.json and say why."


def under(figures: dict[str, float], wanted: dict[str, float]) -> list[str]:
    """Return the figures that lie under their floors."""
    return [
        f"{name}: {figures.get(name, 0.0):.3f} is under its floor {floor:.3f}"
        for name, floor in wanted.items()
        if figures.get(name, 0.0) < floor
    ]


def test_our_own_examples_are_read_as_well_as_before() -> None:
    """Main meeting, first day, place, people and speakers of the documents in examples/."""
    entry = FLOORS["own-examples"]
    assert digest(GOLD_OF_OUR_OWN) == entry["digest"], "the gold has changed: measure again and set the floors anew"
    assert not under(measure_own(), entry["floors"]), RAISE


@pytest.mark.shared
@pytest.mark.parametrize("name", SHARED_SETS)
def test_shared_gold_is_read_as_well_as_before(shared: Path, name: str) -> None:
    """Every figure of the shared scorer stands at its floor or above; no field invents more than its ceiling."""
    entry = FLOORS[name]
    gold = shared / entry["gold"]
    if not gold.exists():
        pytest.skip(f"{gold} is not there")
    assert digest(gold) == entry["digest"], f"{gold} has changed: measure again and set the floors anew"
    figures, invented = measure(shared, entry["gold"], entry["texts"])
    over = [
        f"{field}: {number} values invented, more than {entry['ceilings'].get(field, 0)}"
        for field, number in invented.items()
        if "ceilings" in entry and number > entry["ceilings"].get(field, 0)
    ]
    assert not [*under(figures, entry["floors"]), *over], RAISE


def test_every_example_has_its_gold() -> None:
    """A document that is added to examples/ needs its truth beside it."""
    examples = Path(__file__).parents[2] / "examples"
    gold = {record["id"] for record in gold_records(GOLD_OF_OUR_OWN)}
    files = {path.stem for path in examples.iterdir() if path.suffix in (".txt", ".md", ".html")} - {"README"}
    assert files <= gold


@pytest.mark.parametrize("name", FLOORS)
def test_floors_are_shares(name: str) -> None:
    """A floor is a share between 0 and 1, and evidence has none lower than 1."""
    wanted = FLOORS[name]["floors"]
    assert wanted
    assert all(0 <= floor <= 1 for floor in wanted.values())
    assert wanted.get("evidence", 1.0) == 1.0
