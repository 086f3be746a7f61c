"""What `shuttle add` tells while it keeps documents, and the total at its end."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from shuttle.views.wording import and_list, clean, count

if TYPE_CHECKING:
    from shuttle.ledger.ledger import Added, Counts
    from shuttle.records.readings import Reading

__all__ = ["Tally"]

_MOST_LISTED = 100
_PROGRESS_EVERY = 25


@dataclass(slots=True)
class Tally:
    """Counts documents as they are kept; lists the first hundred, then shows one line of progress."""

    verbose: bool = False
    read: int = 0
    kept: int = 0

    def count(self, reading: Reading, added: Added) -> None:
        """Count and tell of one document."""
        self.read += 1
        self.kept += added.new
        if self.verbose or self.read <= _MOST_LISTED:
            click.echo(f"{clean(reading.document.source)}: {_outcome(reading, added)}")
        elif self.read == _MOST_LISTED + 1:
            click.echo("... the rest is kept without being listed; --verbose lists it.")
        if self.read > _MOST_LISTED and self.read % _PROGRESS_EVERY == 0 and sys.stderr.isatty():
            click.echo(f"\r{self.read} documents read", err=True, nl=False)

    def end(self, refused: int, counts: Counts, location: str) -> None:
        """Tell the total, and what the ledger holds now."""
        if self.read > _MOST_LISTED and sys.stderr.isatty():
            click.echo("\r" + " " * 40 + "\r", err=True, nl=False)
        known = self.read - self.kept
        parts = [f"{self.kept} kept"]
        if known:
            parts.append(f"{known} already there")
        if refused:
            parts.append(f"{refused} refused")
        click.echo(f"{count(self.read + refused, 'document')}: {and_list(parts)}.")
        held = and_list(
            [
                count(counts.documents, "document"),
                count(counts.meetings, "meeting"),
                count(counts.visits, "visit"),
                count(counts.commitments, "commitment"),
            ]
        )
        click.echo(f"{clean(location)} holds {held}.")


def _outcome(reading: Reading, added: Added) -> str:
    if not added.new:
        return "already kept"
    found = [
        count(len(items), noun)
        for items, noun in (
            (reading.meetings, "meeting"),
            (reading.visits, "visit"),
            (reading.commitments, "commitment"),
            (reading.statements, "statement"),
            (reading.next_steps, "next step"),
            (reading.outcomes, "outcome"),
            (reading.issues, "issue"),
        )
        if items
    ]
    told = [and_list(found) or "nothing found"]
    if not added.new_document:
        told.append("read anew")
    fresh = len(added.new_meetings) + len(added.new_visits)
    joined = len(added.joined_meetings) + len(added.joined_visits)
    if fresh:
        told.append(f"{fresh} new to the ledger")
    if joined:
        told.append(f"{joined} known from other documents")
    if added.differences:
        told.append(count(len(added.differences), "difference") + " between accounts")
    return "; ".join(told)
