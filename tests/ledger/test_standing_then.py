"""`Ledger.then`: what the ledger answered at a time it answers again, whatever came since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.factory import four_accounts, japanese_readout, korean_readout, press_report, summit
from tests.ledger.stores import Store

from shuttle.errors import LedgerError, RecordError, ShuttleError
from shuttle.ledger.ledger import Ledger

# What the ledger can be asked for, and must answer as it did.
_QUESTIONS: dict[str, Callable[[Ledger], Any]] = {
    "pair": lambda book: book.pair("KOR", "JPN"),
    "reasons": lambda book: [meeting.memberships for meeting in book.meetings()],
    "documents": lambda book: book.documents(),
    "judgements": lambda book: book.judgements(),
    "doubts": lambda book: book.doubts(),
    "history": lambda book: book.history(),
    "mark": lambda book: book.mark(),
    "counts": lambda book: book.counts().meetings,
}


def answers(book: Ledger) -> dict[str, Any]:
    """Everything that the ledger says."""
    return {name: ask(book) for name, ask in _QUESTIONS.items()}


def dated(location: str, first: str = "2026-01-10") -> tuple[Ledger, list[dt.datetime]]:
    """Open a ledger whose clock the test sets."""
    now = [dt.datetime.fromisoformat(f"{first}T09:00:00+00:00")]
    return Ledger.open(location, clock=lambda: now[0]), now


def without(reading: Any) -> Any:
    """The same document as a newer reader reads it, which finds no second meeting and nothing agreed."""
    from dataclasses import replace

    return replace(reading, reader="by-hand/2", meetings=reading.meetings[:1], commitments=(), areas=())


def steps(book: Ledger) -> Iterator[Callable[[], object]]:
    """What happens to a ledger: documents come, are read again and withdrawn, people decide and take back."""
    korean, japanese, preview, report = four_accounts()
    chair = book.judging("Desk")
    made: dict[str, int] = {}

    def judged(name: str, decide: Callable[[], Any]) -> Callable[[], object]:
        def run() -> object:
            made[name] = decide().entry
            return made[name]

        return run

    yield lambda: book.add(korean)
    yield lambda: book.add(preview)
    yield lambda: book.add(japanese)
    yield lambda: book.add(report)
    yield lambda: book.add(without(korean))
    yield judged("apart", lambda: chair.different(korean.meetings[0].id, japanese.meetings[0].id, "two"))
    yield judged("edit", lambda: chair.edit(book.meetings()[-1].id, "duration_minutes", "90", "our notes"))
    yield judged("gone", lambda: chair.forget(report.document.id, "a forgery"))
    yield lambda: chair.undo(made["apart"])
    yield lambda: book.add(summit("2026-03-02", published="2026-03-03"))
    yield judged("lone", lambda: chair.reject(preview.visits[0].id))
    yield lambda: chair.undo(made["gone"])
    yield lambda: chair.undo(made["edit"])
    yield judged("again", lambda: chair.forget(korean.document.id))


def test_the_ledger_answers_as_it_did(store: Store) -> None:
    """After each entry, and long after it, the same questions have the same answers."""
    location = store.empty()
    book, now = dated(location)
    told: list[tuple[str, dict[str, Any]]] = []
    with book:
        for step in steps(book):
            step()
            told.append((now[0].date().isoformat(), answers(book)))
            now[0] += dt.timedelta(1)
        for number, (day, said) in enumerate(told, 1):
            mark = book.mark(day)
            assert mark is not None
            assert mark.entry == number
            with book.then(entry=mark.entry) as then:
                for name, ask in _QUESTIONS.items():
                    assert ask(then) == said[name], (number, name)
        # Having looked back changes nothing.
        assert answers(book) == told[-1][1]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 200), min_size=2, max_size=10))
def test_whatever_is_done_in_whatever_order(choices: list[int]) -> None:
    """Any order of documents, readings and judgements can be looked back on."""
    readings = [*four_accounts(), without(korean_readout()), without(press_report()), summit("2026-03-02")]
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as book:
        chair = book.judging("Desk")
        told: list[dict[str, Any]] = []
        for choice in choices:
            documents = [source.document_id for source in book.documents()]
            meetings = [meeting.id for meeting in book.meetings()]
            stand = [judgement.entry for judgement in book.judgements()]
            try:
                if choice < 80 or not documents or not meetings:
                    book.add(readings[choice % len(readings)])
                elif choice < 110:
                    chair.forget(documents[choice % len(documents)])
                elif choice < 160 and len(meetings) > 1:
                    decide = chair.same if choice % 2 else chair.different
                    decide(meetings[choice % len(meetings)], meetings[(choice // 7) % len(meetings)])
                elif stand:
                    chair.undo(stand[choice % len(stand)])
            except ShuttleError:
                continue
            mark = book.mark()
            if mark is not None and mark.entry > len(told):
                told.append(answers(book))
        for entry, said in enumerate(told, 1):
            with book.then(entry=entry) as then:
                assert answers(then) == said, entry


def test_before_its_first_entry_a_ledger_held_nothing(full: Ledger) -> None:
    """Day nought is empty, and no mark leads to it."""
    with full.then(entry=0) as then:
        assert then.documents() == ()
        assert then.pair("KOR", "JPN").meetings == ()
        assert then.mark() is None
    assert full.mark("1999-12-31") is None


def test_by_publication_only_what_was_out_by_then_counts(full: Ledger) -> None:
    """The report of October and the preview of January are known on 10 January; the readouts are not yet."""
    with full.then(published_by="2026-01-10") as then:
        assert [source.published for source in then.documents()] == ["2025-10-31", "2026-01-09"]
        [gyeongju, nara] = then.pair("KOR", "JPN").meetings
        assert (gyeongju.status, nara.status) == ("held", "planned")
    with full.then(published_by="2026") as then:
        assert len(then.documents()) == 4


@pytest.mark.parametrize(
    ("published", "day", "known"),
    [
        ("2025-12", "2025-12-30", False),
        ("2025-12", "2025-12-31", True),
        ("2025-12", "2026-01-01", True),
        ("2025", "2025-12-30", False),
        ("2025", "2025-12-31", True),
        ("2025-12-30", "2025-12-30", True),
        ("2025-12-31", "2025-12-30", False),
        (None, "2030-01-01", False),
    ],
)
def test_what_may_have_come_later_does_not_count(ledger: Ledger, published: str | None, day: str, known: bool) -> None:
    """A document of December counts when December is over; one without a date never, and is counted as left out."""
    ledger.add(japanese_readout(published=published))
    with ledger.then(published_by=day) as then:
        assert bool(then.documents()) is known
    assert ledger.undated() == (0 if published else 1)


def test_the_past_cannot_be_written(full: Ledger) -> None:
    """Neither a document nor a judgement goes into a ledger as it stood."""
    with full.then(entry=2) as then:
        with pytest.raises(LedgerError, match="can only be read"):
            then.add(summit("2026-03-02"))
        with pytest.raises(LedgerError, match="can only be read"):
            then.judging("Desk").forget(then.documents()[0].document_id)


def test_what_is_asked_for_must_be_there(full: Ledger) -> None:
    """An entry that is still to come and a day that is none are named."""
    with pytest.raises(LedgerError, match="no entry 99: it has 4"):
        full.then(entry=99)
    with pytest.raises(RecordError, match="is not a date"):
        full.then(published_by="yesterday")
    with Ledger.open(":memory:") as book, pytest.raises(LedgerError, match="in memory"):
        book.then(entry=0)
