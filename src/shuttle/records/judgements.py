"""What people decide about records: recorded with a reason, and taken back by another judgement.

A judgement never changes what was read. It says that two records are the same or are not, that an
outcome belongs to a commitment, how well a commitment was kept, what a field's value is, or that a
document counts no more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = [
    "COMPLETIONS",
    "JUDGEMENTS",
    "LIVES",
    "RELATIONS",
    "Completion",
    "Judgement",
    "JudgementKind",
    "Life",
    "Relation",
]

JudgementKind = Literal["same", "different", "link", "assess", "accept", "reject", "edit", "forget", "undo"]
Relation = Literal["delivers", "partly", "supports", "contradicts", "unrelated"]
Completion = Literal["no evidence available", "not started", "limited", "substantial", "complete"]
Life = Literal[
    "stated", "in consultation", "in implementation", "delivered", "stalled", "superseded", "withdrawn", "expired"
]

# What each kind of judgement says, for a reader of the history.
JUDGEMENTS: dict[JudgementKind, str] = {
    "same": "two records tell of the same",
    "different": "two records do not tell of the same",
    "link": "an outcome belongs to a commitment, or does not",
    "assess": "how far a commitment was kept in a window of time",
    "accept": "what the reader was unsure of is right",
    "reject": "what was read is wrong, and counts no more",
    "edit": "a field has another value",
    "forget": "a document was withdrawn",
    "undo": "an earlier judgement was taken back",
}
RELATIONS: tuple[Relation, ...] = ("delivers", "partly", "supports", "contradicts", "unrelated")
# The words of the Open Government Partnership, least first.
COMPLETIONS: tuple[Completion, ...] = ("no evidence available", "not started", "limited", "substantial", "complete")
LIVES: tuple[Life, ...] = (
    "stated",
    "in consultation",
    "in implementation",
    "delivered",
    "stalled",
    "superseded",
    "withdrawn",
    "expired",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Something that a person decided.

    Attributes:
        entry: its number in the ledger's order, by which it can be taken back.
        recorded_at: when, ISO 8601 in UTC.
        by: who decided.
        sides: ids of the findings and documents it is about; one side, or two that are compared or linked.
        details: what its kind needs besides (relation, score, field and value).
        because: the reason, in that person's words; None if none was given.
        undone: the number of the judgement that took it back; None while it stands.
    """

    entry: int
    recorded_at: str
    by: str
    kind: JudgementKind
    sides: tuple[tuple[str, ...], ...]
    details: dict[str, Any] = field(default_factory=dict)
    because: str | None = None
    undone: int | None = None
