"""A clause as a quotation with its grade, and which of several is the firmest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from shuttle.analysis.topic_terms import Clause
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Grade

__all__ = ["GRADES", "Quote", "firmest_of", "quote_of", "rank_of"]

#: The grades of a speech act, the firmest first.
GRADES: tuple[Grade, ...] = get_args(Grade)


@dataclass(frozen=True, slots=True)
class Quote:
    """A clause of a document, in its own words.

    Attributes:
        evidence: where it stands in the document, and how it reads.
        opening: the words before it that say what its sentence is about; None where it opens its sentence.
        act: the verb of its speech act as written; None where it has none.
        grade: how firm that act is.
        denied: whether the text says that it was not done.
        who: alpha-3 codes of those said to act.
    """

    document_id: str
    evidence: Evidence
    opening: Evidence | None
    act: str | None
    grade: Grade | None
    denied: bool
    who: tuple[str, ...]


def quote_of(clause: Clause) -> Quote:
    """Return a clause as a quotation."""
    point = clause.point
    opening = next((item for item in point.evidence if item.field == "opening"), None)
    return Quote(clause.document_id, clause.evidence, opening, point.act, point.grade, point.denied, point.by)


def rank_of(grade: Grade | None) -> int:
    """Return how firm a grade is, 0 for the firmest; none comes last."""
    return GRADES.index(grade) if grade else len(GRADES)


def firmest_of(cell: Sequence[Quote] | None) -> Grade | None:
    """Return the firmest grade of what is told as done in ``cell``; None where nothing has a grade."""
    done = [quote.grade for quote in cell or () if quote.grade and not quote.denied]
    return min(done, key=rank_of, default=None)
