"""Measure the reader on the gold sets, and raise the floors that `test_floors.py` holds it to.

    .venv/bin/python -m tests.quality.measuring            print what is measured now beside the floors
    .venv/bin/python -m tests.quality.measuring --raise    set each floor to what is measured now less 0.01,
                                                           where that is higher; nothing is ever lowered

To lower a floor, edit `floors.json` by hand and say why in the commit. A floor belongs to the gold it was
measured on: the digest beside it is of that file, so a change of the gold is a change of the floors too.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, shared_folder
from tests.quality.scoring import score

from shuttle.documents.loading import load_documents
from shuttle.reading.reader import default_reader
from shuttle.records.documents import Document
from shuttle.records.reading_format import to_json
from shuttle.records.readings import Reading

__all__ = ["FLOORS", "GOLD_OF_OUR_OWN", "digest", "floors", "measure", "measure_own", "read_all"]

FLOORS = Path(__file__).parent / "floors.json"
GOLD_OF_OUR_OWN = Path(__file__).parent / "examples_gold.jsonl"

#: How far under what was measured a floor is set.
MARGIN = 0.01


def floors() -> dict[str, Any]:
    """Return what `floors.json` holds: for each set its gold, its texts, the gold's digest, floors and ceilings."""
    loaded: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded


def digest(path: Path) -> str:
    """Return the SHA-256 of a gold file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_all(*paths: Path) -> dict[str, Reading]:
    """Return the readings of the documents at ``paths``, by file name without its suffix or corpus id."""
    reader = default_reader()
    return {
        Path(document.source).stem: reader.read(document)
        for document in load_documents(paths)
        if isinstance(document, Document)
    }


def gold_records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def measure_own() -> dict[str, float]:
    """Return the figures on our own examples, by our own scorer."""
    return score(gold_records(GOLD_OF_OUR_OWN), read_all(ROOT / "examples"))


def measure(shared: Path, gold: str, texts: str) -> tuple[dict[str, float], dict[str, int]]:
    """Return the figures on a shared set by the shared scorer, and how many values of each field were invented."""
    scorer = _scorer(shared / "scoring" / "score.py")
    readings = {name: to_json(reading) for name, reading in read_all(shared / texts).items()}
    total, _ = scorer.score_documents(gold_records(shared / gold), readings)
    summary: Mapping[str, Any] = scorer.summary(total)
    figures: dict[str, float] = {}
    invented: dict[str, int] = {}
    for name, value in summary.items():
        if isinstance(value, Mapping):
            figure = value.get("f1", value.get("right"))
            invented[name] = value.get("invented") or 0
        else:
            figure = value
        if figure is not None and name not in ("documents", "unread"):
            figures[name] = float(figure)
    return figures, {name: number for name, number in invented.items() if number}


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measure_set(name: str, entry: Mapping[str, Any]) -> tuple[Path, dict[str, float], dict[str, int]] | None:
    if name == "own-examples":
        return GOLD_OF_OUR_OWN, measure_own(), {}
    shared = shared_folder()
    if shared is None:
        return None
    return shared / entry["gold"], *measure(shared, entry["gold"], entry["texts"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, and raise the floors if asked to."""
    parser = argparse.ArgumentParser(description="Measure the reader; raise its floors.")
    parser.add_argument("--raise", dest="lift", action="store_true")
    lift = parser.parse_args(arguments).lift
    table = floors()
    for name, entry in table.items():
        measured = _measure_set(name, entry)
        if measured is None:
            continue
        gold, figures, invented = measured
        print(name)  # noqa: T201
        for figure, value in figures.items():
            print(f"  {figure:20} {value:6.3f}   floor {entry['floors'].get(figure, 0):.3f}")  # noqa: T201
        for field, number in invented.items():
            print(f"  {field + ' invented':20} {number:6}")  # noqa: T201
        if lift:
            first = not entry["digest"]
            entry["digest"] = digest(gold)
            for figure, value in figures.items():
                # Evidence either stands or does not: no margin there.
                floor = value if figure == "evidence" else round(max(0.0, value - MARGIN), 3)
                entry["floors"][figure] = max(floor, entry["floors"].get(figure, 0.0))
            if "ceilings" in entry:
                for field in sorted({*entry["ceilings"], *invented}):
                    measured_now = invented.get(field, 0)
                    entry["ceilings"][field] = (
                        measured_now if first else min(measured_now, entry["ceilings"].get(field, 0))
                    )
    if lift:
        FLOORS.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
