"""Measure comparisons of accounts against rows that were drawn by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shuttle.analysis.comparison import Comparison, TopicRow, compare
from shuttle.analysis.quoting import Quote
from shuttle.ledger.ledger import Ledger
from shuttle.records.readings import Reading

__all__ = ["Compared", "compared_with_gold", "measure_comparisons"]


@dataclass
class Compared:
    """What came of the rows of gold.

    Attributes:
        found: rows that stand in the table with each side's words in its cell.
        missed: the others.
        other_way: of those found the ones that are said to differ in another way.
        false_silence: rows of both sides of which one is said not to mention the topic: the worst fault.
        unasked: rows of several sides that gold does not have.
    """

    found: list[Any] = field(default_factory=list)
    missed: list[Any] = field(default_factory=list)
    other_way: list[Any] = field(default_factory=list)
    false_silence: list[Any] = field(default_factory=list)
    unasked: list[TopicRow] = field(default_factory=list)


def measure_comparisons(gold: Path, readings: Iterable[Reading]) -> Compared:
    """Return how the comparisons of ``readings`` stand to ``gold``."""
    result = Compared()
    with Ledger.open(":memory:") as book:
        book.add_all(readings)
        for wanted in json.loads(gold.read_text("utf-8"))["comparisons"]:
            able = [one for one in book.meetings(*wanted["countries"]) if one.start == wanted["start"]]
            meeting = max(able, key=lambda one: len(one.about))
            comparison = compare(meeting, [book.reading(name) for name in meeting.document_ids])
            compared_with_gold(comparison, wanted["rows"], result)
    return result


def compared_with_gold(comparison: Comparison, rows: Iterable[tuple[str, Mapping[str, str]]], result: Compared) -> None:
    """Add to ``result`` how ``comparison`` stands to the rows of gold."""
    used: list[TopicRow] = []
    for way, words in rows:
        if "field" in words:
            fact = next((one for one in comparison.facts if one.field == words["field"] and one.part is None), None)
            (result.found if fact and fact.way == way else result.missed).append((way, words))
            continue
        rest = [side for side in comparison.sides if side not in words]
        hits = [
            row
            for row in comparison.topics
            if all(_holds(row.cells.get(side), part) for side, part in words.items())
            and not any(row.cells.get(side) for side in rest)
        ]
        used += hits
        (result.found if hits else result.missed).append((way, words))
        if hits and all(row.way != way for row in hits):
            result.other_way.append((way, words, hits[0].way))
        if (
            not hits
            and len(words) > 1
            and any(
                _holds(row.cells.get(side), part) and not all(row.cells.values())
                for row in comparison.topics
                for side, part in words.items()
            )
        ):
            result.false_silence.append((way, words))
    result.unasked += [row for row in comparison.topics if len(row.mentioned_by) > 1 and row not in used]


def _holds(cell: tuple[Quote, ...] | None, words: str) -> bool:
    return any(words in quote.evidence.quote for quote in cell or ())
