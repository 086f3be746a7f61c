"""A paper as JSON values for programs: every line with all its evidence, not only what its footnotes show.

``format`` names this form; keys may be added to it, none is renamed or removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from shuttle.views.paper.model import (
    Blanks,
    Block,
    Facts,
    Line,
    NoteList,
    Paper,
    Proof,
    ReferenceList,
    Remark,
    Reminders,
    Section,
    Words,
    marks_of,
)
from shuttle.views.wording import clean

__all__ = ["FORMAT", "as_json"]

FORMAT = "shuttle-paper/1"


def as_json(paper: Paper) -> dict[str, Any]:
    """Return the paper as JSON values."""
    numbers = marks_of(paper.notes)
    cover = paper.cover
    return {
        "format": FORMAT,
        "title": cover.title,
        "classification": cover.classification,
        "cover": [{"name": name, "value": value} for name, value in cover.rows],
        "remark": cover.remark,
        "sections": [_section(part, numbers) for part in paper.sections],
        "notes": [{"number": note.number, **_proof(note.proof)} for note in paper.notes],
        "sources": [
            {
                "number": entry.number,
                "document": entry.document_id,
                "title": entry.name if entry.titled else None,
                "publisher": entry.publisher,
                "published": entry.published,
                "url": entry.where if entry.url else None,
                "read_from": None if entry.url else entry.where,
            }
            for entry in paper.references
        ],
    }


def _section(part: Section, numbers: Callable[[Line], list[int]]) -> dict[str, Any]:
    return {
        "key": part.key,
        "title": part.title,
        "blocks": [_block(block, numbers) for block in part.blocks],
        "sections": [_section(inner, numbers) for inner in part.sections],
    }


def _block(block: Block, numbers: Callable[[Line], list[int]]) -> dict[str, Any]:
    if isinstance(block, Remark):
        return {"kind": "remark", "text": _plain(block.words)}
    if isinstance(block, Facts):
        return {"kind": "facts", "lines": [_line(line, numbers) for line in block.lines]}
    if isinstance(block, Reminders):
        return {"kind": "reminders", "items": [_plain(item) for item in block.items]}
    if isinstance(block, Blanks):
        return {"kind": "blanks", "given": [clean(point) for point in block.given], "empty": block.empty}
    if isinstance(block, ReferenceList):
        return {"kind": "sources"}
    if isinstance(block, NoteList):
        return {"kind": "notes"}
    rows = [_line(row, numbers) for row in block.rows]
    return {"kind": "table", "label": block.label, "header": list(block.header), "rows": rows}


def _line(line: Line, numbers: Callable[[Line], list[int]]) -> dict[str, Any]:
    told: dict[str, Any] = {"text": line.text}
    if line.cells:
        told["cells"] = [_plain(cell) for cell in line.cells]
    return told | {"notes": numbers(line), "evidence": _proofs(line.proofs)}


def _proofs(proofs: Iterable[Proof]) -> list[dict[str, Any]]:
    return [_proof(proof) for proof in proofs]


def _proof(proof: Proof) -> dict[str, Any]:
    """Return a passage: document, half-open offsets in code points, and the words exactly as they stand there."""
    item = proof.evidence
    return {"document": proof.document_id, "start": item.start, "end": item.end, "quote": item.quote}


def _plain(words: Words) -> str:
    return "".join(run.text for run in words)
