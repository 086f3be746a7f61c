"""What a person decides holds at once, is explained, and can be taken back as if it had never been."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.factory import (
    LEE,
    NARA,
    TAKAICHI,
    Writing,
    four_accounts,
    japanese_readout,
    korean_readout,
    press_preview,
    summit,
)
from tests.ledger.stores import Store

from shuttle.errors import JudgementError, UnknownRecordError
from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import CommitmentAccount


@pytest.fixture
def ledger(store: Store) -> Iterator[Ledger]:
    """Nara by two governments and a preview, and Gyeongju, in each store."""
    with Ledger.open(store.empty()) as opened:
        for reading in four_accounts():
            opened.add(reading)
        yield opened


def _nara(ledger: Ledger) -> str:
    return next(m.id for m in ledger.meetings("KOR", "JPN") if m.start == "2026-01-13")


def test_a_finding_judged_different_leaves_its_account_and_comes_back_when_that_is_undone(ledger: Ledger) -> None:
    """A finding judged different leaves its account; undoing brings it back."""
    before = ledger.pair("KOR", "JPN")
    readout = japanese_readout().meetings[0].id
    judgement = ledger.judging("Ana").different(readout, _nara(ledger), "two calls on one day")
    alone = ledger.meeting(readout)
    assert alone.findings == (readout,)
    assert all(readout not in m.findings for m in ledger.meetings() if m.id != alone.id)
    ledger.judging("Ben").undo(judgement.entry)
    assert ledger.pair("KOR", "JPN") == before


def test_two_meetings_judged_the_same_are_one_with_both_their_dates(ledger: Ledger) -> None:
    """A mistaken date, judged to be of the same meeting, stands as a differing claim."""
    wrong = summit("2026-01-12", text="On 12 January they met in Nara, the paper errs.", people=(LEE, TAKAICHI))
    ledger.add(wrong)
    ledger.judging("Ana").same(_nara(ledger), wrong.meetings[0].id, "a slip of the paper's")
    nara = ledger.meeting(wrong.meetings[0].id)
    assert nara.start == "2026-01-13"
    assert [claim.value for claim in nara.field("start").differing] == ["2026-01-12"]
    (why,) = [m for m in nara.memberships if m.finding == wrong.meetings[0].id]
    assert "Ana judged it the same" in why.reasons[0]
    assert "a slip of the paper's" in why.reasons[0]


def test_a_later_document_joins_an_account_that_holds_a_judged_mistake(ledger: Ledger) -> None:
    """What fits one of two mates fits both: the mistaken date keeps nobody out."""
    wrong = summit("2026-01-12", text="On 12 January they met in Nara, the paper errs.")
    ledger.add(wrong)
    ledger.judging("Ana").same(_nara(ledger), wrong.meetings[0].id)
    later = summit("2026-01-13", text="Once more on the summit of 13 January.", place=NARA, people=(LEE, TAKAICHI))
    ledger.add(later)
    assert ledger.meeting(later.meetings[0].id).id == ledger.meeting(wrong.meetings[0].id).id


@pytest.mark.parametrize(
    ("decide", "words"),
    [
        pytest.param(lambda j, a, b: j.same(a, a), "are one record", id="same-as-itself"),
        pytest.param(lambda j, a, b: j.different(a, a), "are one record", id="different-from-itself"),
        pytest.param(lambda j, a, b: j.same(a, korean_readout().commitments[0].id), "cannot be compared", id="kinds"),
        pytest.param(lambda j, a, b: j.undo(1), "no judgement: a document was read", id="undo-a-reading"),
        pytest.param(lambda j, a, b: j.undo(999), "no entry 999", id="undo-nothing"),
        pytest.param(lambda j, a, b: j.link(a, b, "delivers"), "is no commitment", id="link-a-meeting"),
        pytest.param(
            lambda j, a, b: j.link(korean_readout().commitments[0].id, b, "helps"),
            "is none of: delivers",
            id="relation",
        ),
        pytest.param(lambda j, a, b: j.assess(korean_readout().commitments[0].id, score=2), "-1, 0 or 1", id="score"),
        pytest.param(
            lambda j, a, b: j.assess(korean_readout().commitments[0].id, score=None), "says something", id="empty"
        ),
        pytest.param(
            lambda j, a, b: j.assess(korean_readout().commitments[0].id, score=1, window="2026"),
            "two days",
            id="window",
        ),
        pytest.param(lambda j, a, b: j.forget(a), "is no document", id="forget-a-meeting"),
        pytest.param(lambda j, a, b: j.edit(a, "moon", "full"), "has no field 'moon'", id="field"),
        pytest.param(lambda j, a, b: j.edit(a, "ordinal", "third"), "Write digits", id="value"),
        pytest.param(lambda j, a, b: j.accept("m-nosuch"), "no record is called", id="unknown"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_leaves_no_entry(
    ledger: Ledger, decide: Callable[..., object], words: str
) -> None:
    """What cannot be judged is refused with the way out, and nothing is recorded."""
    one, other = (meeting.id for meeting in ledger.meetings("KOR", "JPN"))
    with pytest.raises((JudgementError, UnknownRecordError), match=words):
        decide(ledger.judging("Ana"), one, other)
    assert [entry.action for entry in ledger.history()] == ["read"] * 4


def test_opposite_judgements_are_refused_until_the_first_is_taken_back(ledger: Ledger) -> None:
    """Same after different is refused, also by a chain; undoing opens the way."""
    one, other = (meeting.id for meeting in ledger.meetings("KOR", "JPN"))
    ana, ben = ledger.judging("Ana"), ledger.judging("Ben")
    apart = ana.different(one, other)
    with pytest.raises(JudgementError, match=rf"entry {apart.entry} says the opposite \(Ana judged"):
        ben.same(one, other)
    ana.undo(apart.entry)
    together = ben.same(one, other)
    with pytest.raises(JudgementError, match=f"`shuttle undo {together.entry}`"):
        ana.different(korean_readout().meetings[0].id, press_preview().meetings[1].id)


def test_an_undo_is_not_undone_and_nothing_is_undone_twice(ledger: Ledger) -> None:
    """The history goes forward only."""
    judgement = ledger.judging("Ana").accept(_nara(ledger))
    undone = ledger.judging("Ana").undo(judgement.entry)
    with pytest.raises(JudgementError, match="was taken back before"):
        ledger.judging("Ana").undo(judgement.entry)
    with pytest.raises(JudgementError, match="took a judgement back"):
        ledger.judging("Ana").undo(undone.entry)


def test_a_withdrawn_document_counts_nowhere_until_that_is_undone(ledger: Ledger) -> None:
    """Its claims go, adding it again does not bring them back, and undoing does."""
    before = ledger.pair("KOR", "JPN")
    document = japanese_readout().document.id
    judgement = ledger.judging("Ana").forget(document, "asked to")
    after = ledger.pair("KOR", "JPN")
    assert document not in {source.document_id for source in after.sources}
    assert document not in {claim.document_id for meeting in after.meetings for claim in meeting.claims()}
    again = ledger.add(japanese_readout())
    assert (again.new, again.withdrawn) == (False, judgement.entry)
    assert ledger.pair("KOR", "JPN") == after
    ledger.judging("Ana").undo(judgement.entry)
    assert ledger.pair("KOR", "JPN") == before


def test_without_a_withdrawn_document_the_ledger_is_as_if_it_had_never_come(ledger: Ledger, tmp_path: Path) -> None:
    """Withdrawing equals never having read."""
    ledger.judging("Ana").forget(korean_readout().document.id)
    with Ledger.open(tmp_path / "without.db") as without:
        for reading in four_accounts()[1:]:
            without.add(reading)
        assert without.pair("KOR", "JPN") == ledger.pair("KOR", "JPN")


def test_an_edited_value_stands_over_the_sources_which_stay_beside_it(ledger: Ledger) -> None:
    """A person's value, the rule that says so, and both governments' claims."""
    judgement = ledger.judging("Ana").edit(_nara(ledger), "duration_minutes", "90", "I kept the time")
    field = ledger.meeting(_nara(ledger)).field("duration_minutes")
    assert (field.value, field.rule) == (90, "a person's judgement")
    assert {claim.value for claim in field.differing} == {88, 100}
    assert field.claims[0].rule == "judged by Ana"
    ledger.judging("Ana").undo(judgement.entry)
    assert ledger.meeting(_nara(ledger)).duration in (88, 100)


def test_a_rejected_finding_is_in_no_account(ledger: Ledger) -> None:
    """What was read wrongly counts no more; undoing brings it back."""
    before = ledger.pair("KOR", "JPN")
    wrong = press_preview().meetings[1].id
    judgement = ledger.judging("Ana").reject(wrong, "no meeting at all")
    assert all(wrong not in meeting.findings for meeting in ledger.meetings())
    ledger.judging("Ana").undo(judgement.entry)
    assert ledger.pair("KOR", "JPN") == before


def test_commitments_of_two_meetings_can_be_judged_the_same(tmp_path: Path) -> None:
    """A promise repeated at the next summit is two accounts, until somebody says that it is one."""
    with Ledger.open(tmp_path / "a.db") as ledger:
        for day in ("2025-08-23", "2026-01-13"):
            text = f"On {day} they met and agreed to open a body on ageing."
            writing = Writing(text, published=day).meeting("they met", start=day)
            ledger.add(writing.commitment("open a body on ageing").reading())
        one, other = ledger.pair("KOR", "JPN").commitments
        judgement = ledger.judging("Ana").same(one.id, other.id)
        (joined,) = ledger.pair("KOR", "JPN").commitments
        assert set(joined.findings) == {*one.findings, *other.findings}
        ledger.judging("Ana").undo(judgement.entry)
        assert ledger.pair("KOR", "JPN").commitments == (one, other)


def test_commitments_judged_different_are_two_accounts(ledger: Ledger) -> None:
    """Two wordings that were taken for one promise are two."""
    (one,) = ledger.pair("KOR", "JPN").commitments
    assert isinstance(one, CommitmentAccount)
    first, second = one.findings
    ledger.judging("Ana").different(first, second, "one is about goods, the other about chips")
    assert len(ledger.pair("KOR", "JPN").commitments) == 2


def test_every_kind_of_judgement_and_its_undoing_leave_a_ledger_that_verifies(ledger: Ledger) -> None:
    """The chain of seals holds after each decision, in every store, and the history has them all."""
    ana = ledger.judging("Ana")
    one, other = (meeting.id for meeting in ledger.meetings("KOR", "JPN"))
    (promise,) = ledger.pair("KOR", "JPN").commitments
    decided = [
        ana.different(one, other),
        ana.edit(one, "ordinal", "1"),
        ana.link(promise.id, press_preview().document.id, "supports"),
        ana.assess(promise.id, score=0, completion="limited"),
        ana.accept(one),
        ana.reject(press_preview().visits[0].id),
        ana.forget(japanese_readout().document.id),
    ]
    assert ledger.verify().whole
    for judgement in reversed(decided):
        ana.undo(judgement.entry)
    verdict = ledger.verify()
    assert verdict.whole
    assert verdict.entries == 4 + 2 * len(decided)
    assert [entry.seq for entry in ledger.history()] == list(range(1, verdict.entries + 1))
    assert ledger.judgements() == ()


_DAYS = ("2026-01-12", "2026-01-13", "2026-01-14", "2026-01")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_judgements_hold_in_whatever_order_documents_come_and_undoing_all_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The account is the same in any order of documents and judgements; without these, as if none had been."""
    readings = [
        summit(day, text=f"Text {number} on {day}.", published="2026-01-20", place=NARA)
        for number, day in enumerate(data.draw(st.lists(st.sampled_from(_DAYS), min_size=3, max_size=6)))
    ]
    ids = [reading.meetings[0].id for reading in readings]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3))
    kinds = data.draw(st.lists(st.sampled_from(["same", "different"]), min_size=3, max_size=3))
    folder = tmp_path_factory.mktemp("judged")

    def kept(name: str, order: list[int], judged: list[tuple[str, str, str]]) -> Ledger:
        ledger = Ledger.open(folder / f"{name}.db")
        for number in order:
            ledger.add(readings[number])
        for kind, one, other in judged:
            getattr(ledger.judging("Ana"), kind)(one, other)
        return ledger

    wished = [(kind, one, other) for kind, (one, other) in zip(kinds, pairs, strict=False)]
    with kept("plain", list(range(len(readings))), []) as plain:
        untouched = plain.meetings()
        judged = []
        for kind, one, other in wished:
            try:
                getattr(plain.judging("Ana"), kind)(one, other)
            except JudgementError:
                continue
            judged.append((kind, one, other))
        decided = plain.meetings()
        for entry in reversed(plain.history()):
            if entry.action in ("same", "different"):
                plain.judging("Ana").undo(entry.seq)
        assert plain.meetings() == untouched
        assert plain.verify().whole
    homes = {finding: meeting.id for meeting in decided for finding in meeting.findings}
    for kind, one, other in judged:
        assert (homes[one] == homes[other]) == (kind == "same")
    with kept("other", data.draw(st.permutations(range(len(readings)))), judged) as other_ledger:
        assert other_ledger.meetings() == decided
