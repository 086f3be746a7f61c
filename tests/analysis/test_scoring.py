"""`shuttle.analysis.scoring`: averages of people's scores, with how many were scored of how many."""

from __future__ import annotations

from typing import Any

import pytest
from tests.analysis.test_follow_through import link, promise

from shuttle.analysis.follow_through import follow_through
from shuttle.analysis.owed import Owed
from shuttle.analysis.scoring import scorecard
from shuttle.records.judgements import Judgement

_PAIR = ("KOR", "JPN")


def _owed(*scores: int | None, evidence: bool = True, judged: str | None = None) -> Owed:
    """Return a commitment with these assessments, the first first."""
    commitment = promise()
    links = (link("supports", "2025-10-01"),) if evidence else ()
    (follow,) = follow_through([commitment], links, [], "2026-02-01")
    said = [
        Judgement(number, "2026-01-01", "somebody", "assess", (commitment.findings,), {"score": score})
        for number, score in enumerate(scores, 1)
    ]
    details: dict[str, Any] = {"relation": judged}
    by_hand = (Judgement(9, "2026-01-01", "somebody", "link", (commitment.findings, ("d-1",)), details),)
    return Owed(commitment, follow, follow.life, None, by_hand if judged else (), tuple(said))


@pytest.mark.parametrize(
    ("scores", "percent"), [((1, 1), 100.0), ((-1, -1), 0.0), ((1, -1), 50.0), ((0,), 50.0), ((1, 1, 0, 0), 75.0)]
)
def test_a_mean_becomes_a_percentage_as_the_g7_research_group_has_it(scores: tuple[int, ...], percent: float) -> None:
    """Percent = 50 x (mean + 1)."""
    overall = scorecard([_owed(score) for score in scores], _PAIR).overall
    assert (overall.percent, len(overall.scored), overall.of) == (percent, len(scores), len(scores))


def test_what_has_no_score_is_counted_and_not_scored() -> None:
    """One of three: the average is of that one."""
    overall = scorecard([_owed(1), _owed(), _owed(None)], _PAIR).overall
    assert (overall.percent, len(overall.scored), overall.of, overall.without_evidence) == (100.0, 1, 3, 0)


def test_nothing_is_scored_without_evidence() -> None:
    """A score that nothing supports is left out and said to be; a person's link supports one, a refusal does not."""
    card = scorecard([_owed(1, evidence=False), _owed(1, evidence=False, judged="unrelated")], _PAIR)
    assert (card.overall.percent, card.overall.mean, card.overall.without_evidence) == (None, None, 2)
    assert scorecard([_owed(-1, evidence=False, judged="contradicts")], _PAIR).overall.percent == 0.0


def test_the_last_score_given_stands() -> None:
    """Whoever assesses again supersedes."""
    assert scorecard([_owed(-1, 0, 1)], _PAIR).overall.percent == 100.0


def test_a_commitment_of_both_counts_for_each_party() -> None:
    """And for each of its areas."""
    card = scorecard([_owed(1)], _PAIR)
    assert [(score.name, score.percent, score.of) for score in card.parties] == [("KOR", 100.0, 1), ("JPN", 100.0, 1)]
    assert all(score.of == 1 for score in card.areas)
