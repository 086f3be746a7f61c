"""A comparison of accounts as JSON values for programs.

``rows`` holds facts and topics alike: ``topic``, ``class``, ``why``, and ``cells``: for each side its quotations with
document and offsets, or null where it does not mention the topic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from shuttle.analysis.compared_facts import FactCell, FactRow
from shuttle.analysis.comparison import WAYS_OF_ROWS, Comparison, TopicRow
from shuttle.analysis.quoting import Quote
from shuttle.analysis.since_last import CHANGES, Changes
from shuttle.views.account_json import source_json

__all__ = ["comparison_json"]


def comparison_json(comparison: Comparison, changes: Iterable[Changes] = ()) -> dict[str, Any]:
    """Return a comparison, and what changed since each side's last account, as JSON values."""
    return {
        "meeting": comparison.meeting.id,
        "start": comparison.meeting.start,
        "countries": list(comparison.meeting.countries),
        "sides": list(comparison.sides),
        "silent": list(comparison.silent),
        "sources": [source_json(source) for source in comparison.sources],
        "rows": [*map(_fact_json, comparison.facts), *map(_topic_json, comparison.topics)],
        "since_last": [_changes_json(one) for one in changes],
    }


def _topic_json(row: TopicRow) -> dict[str, Any]:
    return {
        "kind": "topic",
        "topic": row.topic,
        "class": row.way,
        "why": WAYS_OF_ROWS[row.way],
        "shared": list(row.shared),
        "mentioned_by": list(row.mentioned_by),
        "firmest": list(row.firmest),
        "grades": dict(row.grades),
        "figures": [{"unit": unit, "given": dict(given)} for unit, given in row.figures],
        "cells": {
            side: {"quotes": [quote_json(quote) for quote in cell]} if cell else None
            for side, cell in row.cells.items()
        },
        "others": [quote_json(quote) for quote in row.others],
        "nearest": {
            side: {"shared": list(near.shared), "quote": quote_json(near.quote)} for side, near in row.nearest.items()
        },
    }


def quote_json(quote: Quote) -> dict[str, Any]:
    """Return a quotation: its words, where they stand, what was done in them and by whom."""
    return {
        "document": quote.document_id,
        "start": quote.evidence.start,
        "end": quote.evidence.end,
        "quote": quote.evidence.quote,
        "opening": quote.opening.quote if quote.opening else None,
        "act": quote.act,
        "grade": quote.grade,
        "denied": quote.denied,
        "who": list(quote.who),
    }


def _fact_json(row: FactRow) -> dict[str, Any]:
    return {
        "kind": "fact",
        "topic": row.field,
        "part": row.part,
        "class": row.way,
        "why": WAYS_OF_ROWS[row.way],
        "cells": {side: _cell_json(cell) if cell else None for side, cell in row.cells.items()},
        "others": {name: _cell_json(cell) for name, cell in row.others.items()},
    }


def _cell_json(cell: FactCell) -> dict[str, Any]:
    return {
        "values": [_plain(value) for value in cell.values],
        "quotes": [
            {"document": claim.document_id, "start": item.start, "end": item.end, "quote": item.quote}
            for claim in cell.claims
            for item in claim.evidence
        ],
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return list(value) if isinstance(value, tuple) else value


def _changes_json(changes: Changes) -> dict[str, Any]:
    return {
        "side": changes.side,
        "meeting": changes.earlier.id,
        "start": changes.earlier.start,
        "changes": [
            {
                "topic": change.topic,
                "turn": change.turn,
                "why": CHANGES[change.turn],
                "then": [quote_json(quote) for quote in change.then],
                "now": [quote_json(quote) for quote in change.now],
                "grade_then": change.grade_then,
                "grade_now": change.grade_now,
            }
            for change in changes.changes
        ],
    }
