"""Reading: everything that one reader found in one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Area,
    Commitment,
    Finding,
    Issue,
    Meeting,
    NextStep,
    Outcome,
    Point,
    Statement,
    Visit,
)

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and its findings, each list in the order of the text.

    Attributes:
        document: with ``published`` filled in if it could be inferred.
        reader: name and version of the reader, such as ``rules-en/1``.
        points: what is told of the main meeting, clause by clause; none where there is no such meeting.
    """

    document: Document
    reader: str
    meetings: tuple[Meeting, ...] = ()
    visits: tuple[Visit, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    areas: tuple[Area, ...] = ()
    issues: tuple[Issue, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def main_meeting(self) -> Meeting | None:
        """The meeting that the document is about, or None."""
        return next((meeting for meeting in self.meetings if meeting.main), None)

    def findings(self) -> Iterator[Finding]:
        """Yield every finding that has an id."""
        yield from self.meetings
        yield from self.visits
        yield from self.commitments
        yield from self.statements
        yield from self.next_steps
        yield from self.outcomes

    def all_evidence(self) -> Iterator[Evidence]:
        """Yield every piece of evidence in the reading, those of sessions, areas, points and issues included."""
        for finding in self.findings():
            yield from finding.evidence
        for meeting in self.meetings:
            for session in meeting.sessions:
                yield from session.evidence
        for area in self.areas:
            yield from area.evidence
        for point in self.points:
            yield from point.evidence
        for issue in self.issues:
            yield from issue.evidence
