"""How well commitments were kept, as the G7 Research Group averages its scores.

In:   where each commitment stands (`shuttle.analysis.owed`).
Out:  averages for all, for each party and each area, always with how many were scored of how many.

A score is a person's: -1 not kept, 0 partly or under way, +1 kept; the last one given stands. The average over those
scored becomes a percentage as 50 x (mean + 1). A score counts only where there is evidence that a reader can open: a
link to the commitment, or what was judged to belong to it. Nothing is scored for want of evidence, and no average is
given of nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shuttle.analysis.owed import Owed
from shuttle.records.judgements import Judgement

__all__ = ["SCORE_RULE", "Score", "Scorecard", "score_of", "scorecard"]

SCORE_RULE = (
    "As the G7 Research Group averages: percent = 50 x (mean + 1) of the last scores given (-1, 0, +1), over the "
    "commitments that have a score and evidence; the others are counted, not scored."
)


@dataclass(frozen=True, slots=True)
class Score:
    """The average of some commitments.

    Attributes:
        name: what they have in common: a party's alpha-3 code, an area, or ``all``.
        scored: those with a score that has evidence, each with the assessment that gives it.
        of: how many there are.
        without_evidence: how many have a score that no evidence supports; they are not among ``scored``.
    """

    name: str
    scored: tuple[tuple[Owed, Judgement], ...]
    of: int
    without_evidence: int

    @property
    def mean(self) -> float | None:
        """From -1 to 1; None if none was scored."""
        given = [assessment.details["score"] for _, assessment in self.scored]
        return sum(given) / len(given) if given else None

    @property
    def percent(self) -> float | None:
        """From 0 to 100; None if none was scored."""
        return None if self.mean is None else 50 * (self.mean + 1)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Averages over all, by party and by area; a commitment of both parties counts for each."""

    overall: Score
    parties: tuple[Score, ...]
    areas: tuple[Score, ...]


def score_of(item: Owed) -> Judgement | None:
    """Return the last assessment that gives a score; None if none does."""
    return next((one for one in reversed(item.assessments) if one.details.get("score") is not None), None)


def has_evidence(item: Owed) -> bool:
    """Return whether something is linked to a commitment, by rule or by a person."""
    return bool(item.follow.links) or any(link.details["relation"] != "unrelated" for link in item.links)


def scorecard(found: Iterable[Owed], pair: tuple[str, str]) -> Scorecard:
    """Return the averages of ``found``, the commitments of ``pair``; their order makes no difference."""
    items = sorted(found, key=lambda item: item.commitment.id)
    areas = sorted({area for item in items for area in item.commitment.areas})
    return Scorecard(
        _score("all", items),
        tuple(_score(code, [item for item in items if code in item.commitment.by]) for code in pair),
        tuple(_score(area, [item for item in items if area in item.commitment.areas]) for area in areas),
    )


def _score(name: str, items: Iterable[Owed]) -> Score:
    scored = []
    of = without = 0
    for item in items:
        of += 1
        assessment = score_of(item)
        if assessment is None:
            continue
        if has_evidence(item):
            scored.append((item, assessment))
        else:
            without += 1
    return Score(name, tuple(scored), of, without)
