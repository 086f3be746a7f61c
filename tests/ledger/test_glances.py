"""`shuttle.ledger.glances`: light questions give what the full ones give, and cost what their answer costs."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from tests.ledger.factory import four_accounts
from tools.benchmarks.world import World

from shuttle.errors import DecidedMeanwhileError
from shuttle.ledger import schema
from shuttle.ledger.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    """A ledger of sixty made-up documents."""
    with Ledger.open(tmp_path / "world.db") as book:
        book.add_all(told.reading for told in World(80).told(0, 60))
        yield book


def test_outlines_tell_of_every_meeting_and_visit_that_counts(ledger: Ledger) -> None:
    """Parties, day and whether it was held are those of the account, where its sources agree."""
    outlines = ledger.glances.outlines()
    meetings = {meeting.id: meeting for meeting in ledger.each_meeting() if not meeting.unplaced}
    assert {name for name, outline in outlines.items() if outline.kind == "meeting"} == set(meetings)
    for name, meeting in meetings.items():
        outline = outlines[name]
        assert set(meeting.countries) <= set(outline.countries)
        assert outline.held == (meeting.status == "held")
        assert outline.documents == len(meeting.sources)
        if not meeting.field("start").differing:
            assert outline.start == meeting.start


def test_outlines_brought_up_to_date_are_those_of_the_whole(ledger: Ledger) -> None:
    """Whatever is added, judged and undone: what changed since, put over what was known, is what is there."""
    known = ledger.glances.outlines()
    head = ledger.glances.head()

    def check() -> None:
        nonlocal head
        changes = ledger.glances.changes(head)
        head = changes.head
        fresh = ledger.glances.outlines(changes.accounts)
        for name in changes.accounts:
            known.pop(name, None)
        known.update(fresh)
        assert known == ledger.glances.outlines()

    for told in World(80).told(60, 80):
        ledger.add(told.reading)
        check()
    several = next(m for m in ledger.each_meeting() if len(m.findings) > 1)
    judging = ledger.judging("Ana")
    entries = [judging.different(several.findings[0], several.id).entry]
    check()
    entries.append(judging.forget(several.document_ids[-1]).entry)
    check()
    for entry in reversed(entries):
        judging.undo(entry)
        check()


def test_changes_concern_the_pairs_of_the_documents_they_touch(tmp_path: Path) -> None:
    """A judgement, a new document and a link concern the pair; another pair is not concerned."""
    with Ledger.open(tmp_path / "four.db") as ledger:
        first, *others = four_accounts()
        ledger.add(first)
        head = ledger.glances.head()
        assert not ledger.glances.changes(head).concerns("KOR", "JPN")
        for reading in others:
            ledger.add(reading)
        assert ledger.glances.changes(head).concerns("JPN", "KOR")
        assert not ledger.glances.changes(head).concerns("KOR", "USA")
        head = ledger.glances.head()
        pair = ledger.pair("KOR", "JPN")
        ledger.judging("Ana").link(pair.commitments[0].id, others[-1].document.id, "supports")
        changes = ledger.glances.changes(head)
        assert changes.concerns("KOR", "JPN")
        assert pair.commitments[0].id in changes.accounts


def test_what_stands_under_a_meeting_is_what_its_pair_tells(tmp_path: Path) -> None:
    """The commitments of a meeting, without the rest of the pair."""
    with Ledger.open(tmp_path / "four.db") as ledger:
        for reading in four_accounts():
            ledger.add(reading)
        pair = ledger.pair("KOR", "JPN")
        for meeting in pair.meetings:
            under = {account.id for account in ledger.glances.under(meeting.id)}
            assert under == {c.id for c in pair.commitments if c.meeting == meeting.id}


def test_arrivals_and_entries_page_back_to_the_first(ledger: Ledger) -> None:
    """Each page goes on where the one before ended; together they are everything."""
    seen: list[int] = []
    before = None
    while some := ledger.glances.arrivals(7, before):
        seen += [entry for entry, _ in some]
        before = seen[-1]
    assert seen == list(range(60, 0, -1))
    assert [entry.seq for entry in ledger.glances.entries(3)] == [60, 59, 58]
    assert [entry.seq for entry in ledger.glances.entries(3, before=3)] == [2, 1]


def test_who_has_not_seen_a_decision_does_not_decide_over_it(ledger: Ledger) -> None:
    """A judgement on what was seen before others judged the same record is refused, and nothing is recorded."""
    meeting = next(ledger.each_meeting())
    seen = ledger.glances.head()
    entry = ledger.judging("Ben").edit(meeting.id, "ordinal", "4").entry
    with pytest.raises(DecidedMeanwhileError, match="Ben") as refused:
        ledger.judging("Ana", seen=seen).edit(meeting.id, "ordinal", "5")
    assert refused.value.entries == (entry,)
    assert ledger.glances.head() == entry
    ledger.judging("Ana", seen=entry).edit(meeting.id, "ordinal", "5")


def test_an_undone_decision_was_a_decision_all_the_same(ledger: Ledger) -> None:
    """Who has not seen that something was decided and taken back is told of both."""
    meeting = next(ledger.each_meeting())
    seen = ledger.glances.head()
    judging = ledger.judging("Ben")
    entry = judging.edit(meeting.id, "ordinal", "4").entry
    judging.undo(entry)
    with pytest.raises(DecidedMeanwhileError) as refused:
        ledger.judging("Ana", seen=seen).edit(meeting.id, "ordinal", "5")
    assert refused.value.entries == (entry, entry + 1)


def test_no_light_question_reads_a_whole_table(ledger: Ledger, tmp_path: Path) -> None:
    """Each goes by an index; only the outlines of everything read everything, once."""
    plans: list[tuple[str, str]] = []
    with sqlite3.connect(tmp_path / "world.db") as beside:

        def explain(_conn: Any, _cursor: Any, said: str, values: Any, _context: Any, many: bool) -> None:
            if said.lstrip().startswith("SELECT"):
                rows = beside.execute(f"EXPLAIN QUERY PLAN {said}", values[0] if many else values)
                plans.extend((said, row[3]) for row in rows)

        meeting = next(m for m in ledger.each_meeting() if len(m.findings) > 1)
        event.listen(ledger._engine, "before_cursor_execute", explain)
        glances = ledger.glances
        glances.head()
        changes = glances.changes(50)
        glances.outlines(changes.accounts)
        glances.accounts([meeting.id])
        glances.under(meeting.id)
        glances.homes(meeting.findings)
        glances.sources(meeting.document_ids)
        glances.arrivals(5)
        glances.entries(5, before=20)
        glances.numbered([3, 4])
    tables = "|".join(schema.metadata.tables)
    assert plans
    # MAX of a key is the last row of its index, though the plan calls it a search of the whole.
    assert [(said, plan) for said, plan in plans if re.match(rf"SCAN ({tables})\w*( |$)", plan)] == []
