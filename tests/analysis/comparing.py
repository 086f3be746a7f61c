"""Two sides' accounts of one meeting, read and kept as the program does, and compared."""

from __future__ import annotations

from collections.abc import Sequence

from shuttle.analysis.comparison import Comparison, TopicRow, compare
from shuttle.ledger.assembly import Held, assemble
from shuttle.ledger.lookup import source_of
from shuttle.reading.reader import default_reader
from shuttle.records.accounts import MeetingAccount, account_id
from shuttle.records.documents import Document, document_id
from shuttle.records.readings import Reading

MET = {
    "KOR": "President Lee Jae Myung met Prime Minister Sanae Takaichi of Japan in Nara on January 13, 2026.",
    "JPN": "On January 13, 2026, Prime Minister Sanae Takaichi met President Lee Jae Myung of Korea in Nara.",
}


def account(side: str | None, text: str, published: str = "2026-01-14") -> Document:
    """Return a side's account of the summit in Nara: who met, then ``text``; of the press where ``side`` is None."""
    opening = MET.get(side or "KOR", MET["KOR"])
    whole = f"{opening}\n\n{text}"
    name = document_id(whole, title=None, published=published, publisher=side, url=None)
    return Document(
        name,
        f"{side}.txt",
        whole,
        published=published,
        published_basis="given",
        publisher=side,
        side=side,
        language="en",
    )


def kept(documents: Sequence[Document]) -> tuple[MeetingAccount, list[Reading]]:
    """Return the meeting that ``documents`` are about, put together as the ledger does, and their readings."""
    readings = [default_reader().read(document) for document in documents]
    held = [
        Held(main, source_of(reading.document)) for reading in readings if (main := reading.main_meeting) is not None
    ]
    meeting = assemble(account_id([item.finding.id for item in held]), held)
    assert isinstance(meeting, MeetingAccount)
    return meeting, readings


def compared(*documents: Document) -> Comparison:
    """Return the comparison of accounts of the summit in Nara."""
    return compare(*kept(documents))


def row_with(comparison: Comparison, words: str) -> TopicRow:
    """Return the first row of which a cell holds ``words``."""
    return next(
        row
        for row in comparison.topics
        for cell in row.cells.values()
        for quote in cell or ()
        if words in quote.evidence.quote
    )
