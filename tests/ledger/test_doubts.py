"""What was placed on little, and what could not be placed, waits for a person until it is decided."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.ledger.factory import NARA, Writing, summit
from tests.ledger.stores import Store

from shuttle.ledger.ledger import Ledger
from shuttle.records.findings import Place

_SEOUL = Place("Seoul", "KOR")


@pytest.fixture
def ledger(store: Store) -> Iterator[Ledger]:
    """Two meetings in Seoul, one in Nara, and texts that say only where, or nothing that is settled."""
    with Ledger.open(store.empty()) as opened:
        opened.add(summit("2023-05-07", published="2023-05-07", place=_SEOUL, host="KOR"))
        opened.add(summit("2023-09-07", published="2023-09-07", place=_SEOUL, host="KOR"))
        opened.add(summit("2023-03-16", published="2023-03-16", place=NARA, host="JPN"))
        yield opened


def test_what_fits_several_events_is_asked_about_with_all_of_them(ledger: Ledger) -> None:
    """Where two events fit, both are offered; choosing one settles it."""
    vague = Writing("They had met in Seoul.", published="2023-12-01").meeting("had met in Seoul", place=_SEOUL)
    reading = vague.reading()
    ledger.add(reading)
    (doubt,) = ledger.doubts()
    assert doubt.kind == "open"
    assert doubt.record == reading.meetings[0].id
    assert [ledger.meeting(name).start for name in doubt.candidates] in (
        ["2023-05-07", "2023-09-07"],
        ["2023-09-07", "2023-05-07"],
    )
    ledger.judging("Ana").same(doubt.record, doubt.candidates[0])
    assert ledger.doubts() == ()


def test_what_was_placed_on_little_is_asked_about_until_it_is_accepted(ledger: Ledger) -> None:
    """A place alone put it there: accepting settles it, undoing asks again."""
    vague = Writing("They had met in Nara.", published="2023-12-01").meeting(
        "had met in Nara", place=NARA, level=None, mode=None
    )
    ledger.add(vague.reading())
    (doubt,) = ledger.doubts()
    assert doubt.kind == "placed"
    assert doubt.account == ledger.meeting(doubt.record).id
    accepted = ledger.judging("Ana").accept(doubt.record, item=doubt.id)
    assert ledger.doubts() == ()
    ledger.judging("Ana").undo(accepted.entry)
    assert ledger.doubts() == (doubt,)


def test_what_the_reader_could_not_settle_is_asked_about(ledger: Ledger) -> None:
    """An issue of a current reading is a doubt about its document."""
    writing = Writing("They meet soon.", published="2023-12-01").issue("date-open", "When is open.", "soon")
    ledger.add(writing.reading())
    (doubt,) = ledger.doubts()
    assert (doubt.kind, doubt.record, doubt.reasons) == ("issue", writing.document.id, ("When is open.",))
    assert ledger.doubts(limit=1) == (doubt,)
    assert ledger.doubts(findings=[]) == ()
