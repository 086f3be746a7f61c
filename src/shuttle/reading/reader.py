"""The reader: the cascade from a document to its reading.

In:   a Document.
Out:  a Reading, grounded: every finding with its words.

The default reader is made of rules and reads English. A reader backed by a model is one more
`Reader`; whatever it finds goes through the same gate (`grounding.ground`).
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import Protocol

from shuttle.lexicons.publishers import find_publisher
from shuttle.reading.areas import find_areas
from shuttle.reading.coding import with_codes
from shuttle.reading.commitments import find_commitments
from shuttle.reading.frames import find_frames
from shuttle.reading.grounding import ground
from shuttle.reading.journeys import find_journeys
from shuttle.reading.meetings import gather_meetings
from shuttle.reading.next_steps import find_next_steps
from shuttle.reading.outcomes import find_outcomes
from shuttle.reading.page import Page, open_page
from shuttle.reading.points import find_points
from shuttle.reading.publication import Inferred, date_in_text, infer_date
from shuttle.reading.recording import record_meetings
from shuttle.reading.statements import find_statements
from shuttle.reading.survey import Survey
from shuttle.reading.triage import may_tell
from shuttle.reading.visits import find_visits
from shuttle.records.documents import Document
from shuttle.records.findings import Issue
from shuttle.records.readings import Reading

__all__ = ["Reader", "RuleReader", "default_reader"]


class Reader(Protocol):
    """Whoever turns documents into readings."""

    @property
    def name(self) -> str:
        """Name and version, recorded in every reading."""
        ...

    def read(self, document: Document) -> Reading:
        """Return what ``document`` says; never raise for what a document contains."""
        ...


class RuleReader:
    """The default reader: English, by rules, offline."""

    name = "rules-en/1"

    def read(self, document: Document) -> Reading:
        """Return what ``document`` says."""
        if document.language not in (None, "en"):
            issue = Issue(
                "language-not-covered",
                f"The document is in {document.language!r}; this reader reads English (en). Nothing was read in it.",
            )
            return Reading(document, self.name, issues=(issue,))
        document = _sided(_dated_by_itself(document))
        survey = Survey(document.text)
        if not may_tell(survey, document.side):
            return Reading(document, self.name)
        document, page = _opened(document, survey)
        issues: list[Issue] = []
        frames = find_frames(page)
        journeys = find_journeys(page)
        encounters = gather_meetings(page, frames, journeys)
        meetings = record_meetings(document, page, encounters, issues)
        statements = find_statements(document, page)
        commitments = find_commitments(document, page, encounters, meetings, statements)
        reading = Reading(
            document,
            self.name,
            meetings=meetings,
            visits=find_visits(document, page, journeys, encounters),
            commitments=commitments,
            statements=statements,
            next_steps=find_next_steps(document, page, encounters, meetings),
            outcomes=find_outcomes(document, page, encounters, meetings),
            areas=find_areas(page),
            issues=tuple(issues),
            points=find_points(page, meetings),
        )
        return ground(with_codes(reading))


@functools.cache
def default_reader() -> Reader:
    """Return the reader that Shuttle uses when none is named."""
    return RuleReader()


_LINK = re.compile(r"https?://[\w.-]+/")


def _side_by_link(text: str) -> str | None:
    """Return the government whose own page the text links to as its original, if it links to one only."""
    sides = {
        publisher.side for link in _LINK.findall(text) if (publisher := find_publisher(url=link)) and publisher.side
    }
    return sides.pop() if len(sides) == 1 else None


def _dated_by_itself(document: Document) -> Document:
    """Return the document with the date that a line of its own gives, where nobody has given one."""
    stated = date_in_text(document.text) if document.published is None else None
    return replace(document, published=stated, published_basis="dateline") if stated else document


def _sided(document: Document) -> Document:
    side = _side_by_link(document.text) if document.side is None else None
    return replace(document, side=side) if side else document


def _opened(document: Document, survey: Survey) -> tuple[Document, Page]:
    """Return the document with its date, inferred if need be, and its page read by that date."""
    page = open_page(document.text, day=document.published, side=document.side, survey=survey)
    if document.published is None:
        inferred: Inferred | None = infer_date(page)
        if inferred:
            document = replace(
                document, published=inferred.date, published_basis="inferred", published_reason=inferred.reason
            )
            page = open_page(document.text, day=document.published, side=document.side, survey=survey)
        else:
            # Not the day of publication, but near enough to tell which year "this January" is in.
            latest = max(
                (
                    d.value
                    for d in page.dates
                    if d.kind == "absolute" and d.role == "event" and d.value and len(d.value) == 10
                ),
                default=None,
            )
            if latest:
                page = open_page(document.text, day=latest, side=document.side, survey=survey)
    return document, page
