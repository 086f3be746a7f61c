"""`shuttle.ledger.wording`: two documents that say the same of one meeting are shown together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.factory import Writing, four_accounts

from shuttle.ledger.wording import Wording, group_wordings, overlap, wording_from, wording_of, wording_text
from shuttle.records.findings import Commitment, NextStep, Outcome, Statement


def _wording(action: str, document: str = "", **fields: Any) -> Wording:
    reading = Writing(f"{action} {document}").commitment(action, at_main=False, **fields).reading()
    return wording_of(reading.commitments[0], reading.document.id)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        pytest.param(
            "expand cooperation in supply chains",
            "expand their cooperation on supply chains",
            True,
            id="small-words",
        ),
        pytest.param("launch a consultative body", "launch the consultative bodies", True, id="number"),
        pytest.param(
            "launch a consultative body on shared social issues",
            "launch a consultative body",
            False,
            id="too-short-to-stand-for-the-whole",
        ),
        pytest.param(
            "launch a consultative body on population decline",
            "launch a consultative body on population decline and balanced growth",
            True,
            id="one-holds-the-other",
        ),
        pytest.param("deepen cooperation", "deepen trust", False, id="too-little-in-common"),
        pytest.param("expand youth exchanges", "expand cooperation in hydrogen", False, id="another-thing"),
    ],
)
def test_two_wordings_of_one_promise_stand_together(one: str, other: str, together: bool) -> None:
    """Enough words in common make one promise; a short clause must be equal."""
    groups = group_wordings([_wording(one), _wording(other, "again")])
    assert (len(groups) == 1) is together


def test_a_promise_of_others_stays_apart() -> None:
    """A promise of others stays apart."""
    mine = _wording("expand cooperation in supply chains")
    theirs = _wording("expand cooperation in supply chains", "again", by=("JPN",))
    assert len(group_wordings([mine, theirs])) == 2


def test_two_promises_of_one_document_stay_two() -> None:
    """Two promises of one document stay two."""
    action = "expand cooperation in supply chains"
    writing = Writing(f"{action}, and {action} for youth.")
    reading = writing.commitment(action).commitment(f"{action} for youth").reading()
    assert len(group_wordings(wording_of(c, reading.document.id) for c in reading.commitments)) == 2


def test_a_wording_survives_being_kept_as_text() -> None:
    """A wording survives being kept as text."""
    for reading in four_accounts():
        findings: list[Commitment | Statement | NextStep | Outcome] = [*reading.commitments, *reading.statements]
        for finding in [*findings, *reading.next_steps]:
            wording = wording_of(finding, reading.document.id)
            assert wording_from(wording_text(wording)) == wording


_WORDINGS = st.lists(
    st.builds(
        Wording,
        kind=st.just("commitment"),
        finding=st.uuids().map(lambda u: f"c-{u.hex[:12]}"),
        document=st.sampled_from(["d-1", "d-2", "d-3"]),
        who=st.just(("JPN", "KOR")),
        words=st.sets(st.sampled_from("abcdefg"), min_size=1).map(lambda words: tuple(sorted(words))),
    ),
    max_size=7,
    unique_by=lambda wording: wording.finding,
)


@given(_WORDINGS, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order(wordings: list[Wording], random: Any) -> None:
    """Groups do not depend on the order."""
    shuffled = list(wordings)
    random.shuffle(shuffled)
    assert group_wordings(wordings) == group_wordings(shuffled)


@given(_WORDINGS)
def test_overlap_is_a_symmetric_share(wordings: list[Wording]) -> None:
    """Overlap is a symmetric share."""
    for one in wordings:
        assert overlap(one, one) == 1
        for other in wordings:
            assert 0 <= overlap(one, other) == overlap(other, one) <= 1
