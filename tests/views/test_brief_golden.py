"""The brief on the examples: pinned, proved line by line, and the same whatever arrived first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.goldens import GOLDEN, PAIRS, example_readings, filled, golden, paper_of

from shuttle.ledger.ledger import Ledger
from shuttle.views.paper.as_json import as_json
from shuttle.views.paper.as_pdf import laid_out
from shuttle.views.paper.model import Paper, lines_of, notes_for


@pytest.fixture(scope="module")
def examples() -> Iterator[Ledger]:
    """A ledger with all examples."""
    with filled(example_readings()) as book:
        yield book


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_golden_briefs_are_as_they_were_reviewed(examples: Ledger, one: str, other: str) -> None:
    """`python -m tests.views.goldens` writes them anew; what changes is to be read by a person."""
    text = golden(examples, one, other)
    assert text == (GOLDEN / f"{one}-{other}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_summary_fits_one_page(examples: Ledger, one: str, other: str) -> None:
    """In print the summary takes one page, and the objectives begin the next."""
    whole = paper_of(examples, one, other)
    first = whole.sections[:2]
    short = Paper(whole.cover, first, notes_for(first), whole.references)
    pages = {label: page for label, (page, *_), *_ in laid_out(short).make_bookmark_tree()[0][2]}
    assert pages["Objectives"] == pages["Summary"] + 1


@pytest.mark.parametrize(("one", "other", "proposed"), [("KOR", "JPN", True), ("IND", "JPN", False)])
def test_days_are_proposed_where_the_rhythm_tells_a_window(
    examples: Ledger, one: str, other: str, proposed: bool
) -> None:
    """Twelve gaps make a window, whose line rests on the dates of meetings; three make none, and none is made up."""
    [programme] = [part for part in paper_of(examples, one, other).sections if part.key == "programme"]
    found = [part for part in programme.sections if part.key == "programme-proposed"]
    assert bool(found) is proposed
    if found:
        [line] = lines_of(found)
        assert line.text.startswith("Window: 19 February – 20 May 2026. Half of the 12 gaps between meetings took")
        assert len(line.proofs) >= 12


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_what_arrived_first_makes_no_difference_and_every_line_is_proved(data: st.DataObject) -> None:
    """Any documents in any order make the same brief, and each line's words stand where it says."""
    readings = example_readings()
    chosen = data.draw(st.lists(st.sampled_from(range(len(readings))), min_size=1, max_size=7, unique=True))
    shuffled = data.draw(st.permutations(chosen))
    one, other = data.draw(st.sampled_from(PAIRS))
    with filled(readings[n] for n in chosen) as book, filled(readings[n] for n in shuffled) as again:
        paper = paper_of(book, one, other)
        assert as_json(paper) == as_json(paper_of(again, one, other))
        for line in lines_of(paper.sections):
            for proof in line.proofs:
                assert proof.evidence.stands_in(book.text(proof.document_id)), line.text
