"""What was done to the ledger, and whether it is whole, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shuttle.records.history import Entry, Verdict
from shuttle.views.text_lines import TextLine
from shuttle.views.wording import clean, count

__all__ = ["history_lines", "verdict_lines"]

_SHOWN_OF_SEAL = 16


def history_lines(entries: Iterable[Entry]) -> Iterator[TextLine]:
    """Yield the lines for ``entries``, in their order."""
    for entry in entries:
        undone = f", taken back by entry {entry.undone}" if entry.undone is not None else ""
        when = entry.recorded_at.replace("T", " ").removesuffix("+00:00")
        done = f"{entry.seq}  {when} UTC  {entry.action} {clean(entry.subject)} by {clean(entry.agent)}{undone}"
        yield TextLine("entry", 0, done)
        if entry.because:
            yield TextLine("note", 1, f"because: {clean(entry.because)}")
        for change in entry.changes:
            yield TextLine("detail", 1, clean(change))


def verdict_lines(verdict: Verdict, location: str) -> Iterator[TextLine]:
    """Yield what `shuttle verify` tells."""
    checked = (
        f"{count(verdict.entries, 'entry', 'entries')}, {count(verdict.documents, 'document')} and "
        f"{count(verdict.quotations, 'quotation')} checked"
    )
    if verdict.whole:
        yield TextLine("title", 0, f"{clean(location)} is whole: {checked}.")
        yield TextLine("note", 0, f"Seal of the last entry: {verdict.head}")
        yield TextLine(
            "note",
            0,
            "Note it down elsewhere: `shuttle verify --head SEAL` proves later that nothing before it was changed.",
        )
        return
    yield TextLine("title", 0, f"{clean(location)} is not whole: {checked}.")
    for fault in verdict.faults:
        yield TextLine("issue", 1, clean(fault))
    yield TextLine("note", 0, "Take the last good copy; nothing was changed by looking.")
