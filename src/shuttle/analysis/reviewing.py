"""The queue of what a person should decide: doubts of matching and reading, and values chosen for want of better.

In:   doubts of the ledger, and the differences of a pair.
Out:  items, each a question with the record it is about, the words, and what can be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.differences import Difference
from shuttle.records.claims import ValueRule
from shuttle.records.history import Doubt, doubt_id

__all__ = ["ReviewItem", "review_items"]

# Rules that choose because something must be chosen.
_FOR_WANT_OF_BETTER: frozenset[ValueRule] = frozenset(
    ("more independent sources", "earlier publication", "smaller document id")
)

Answer = Literal["accept", "reject", "edit", "choose"]

_QUESTIONS = {
    "placed": "Does this tell of the same event as the record it was placed in?",
    "open": "Several events fit. Which one is meant?",
    "issue": "The reader could not settle this. Accept it as seen?",
    "value": "The sources differ and none weighs more. Is the value right?",
}
_ANSWERS: Mapping[str, tuple[Answer, ...]] = {
    "placed": ("accept", "reject"),
    "open": ("choose", "accept", "reject"),
    "issue": ("accept",),
    "value": ("accept", "edit"),
}


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A question to a person.

    Attributes:
        id: by which it can be answered.
        kind: ``placed``, ``open``, ``issue`` or ``value``.
        question: in a sentence.
        record: the finding, document or account it is about.
        account: the account that holds it, or whose value is asked about; None for an issue.
        field: for a value, the field.
        choices: accounts to choose from.
        reasons: what is known, in words.
        answers: what can be answered.
    """

    id: str
    kind: str
    question: str
    record: str
    account: str | None
    field: str | None
    choices: tuple[str, ...]
    reasons: tuple[str, ...]
    answers: tuple[Answer, ...]


def review_items(
    doubts: Iterable[Doubt], differences: Iterable[Difference] = (), accepted: Iterable[str] = ()
) -> tuple[ReviewItem, ...]:
    """Return the queue: doubts in their order, then values.

    Args:
        doubts: of the ledger.
        differences: of the records asked about.
        accepted: ids of items that somebody accepted before.
    """
    items = [
        ReviewItem(
            id=doubt.id,
            kind=doubt.kind,
            question=_QUESTIONS[doubt.kind],
            record=doubt.record,
            account=doubt.account,
            field=None,
            choices=doubt.candidates,
            reasons=doubt.reasons,
            answers=_ANSWERS[doubt.kind],
        )
        for doubt in doubts
    ]
    settled = set(accepted)
    for difference in differences:
        if difference.field.rule not in _FOR_WANT_OF_BETTER:
            continue
        versions = [str(version.value) for version in difference.versions]
        name = doubt_id("value", difference.account.id, difference.field.field, *versions)
        if name not in settled:
            items.append(
                ReviewItem(
                    id=name,
                    kind="value",
                    question=_QUESTIONS["value"],
                    record=difference.account.id,
                    account=difference.account.id,
                    field=difference.field.field,
                    choices=(),
                    reasons=(f"rule: {difference.field.rule}",),
                    answers=_ANSWERS["value"],
                )
            )
    return tuple(items)
