"""Documents and readings of short texts of our own."""

from __future__ import annotations

from shuttle.reading.page import Page, open_page
from shuttle.reading.reader import default_reader
from shuttle.records.documents import Document, document_id
from shuttle.records.findings import Meeting
from shuttle.records.readings import Reading

#: The day on which the texts of these tests are published: a Wednesday, the day after the summit in Nara.
DAY = "2026-01-14"


def document(text: str, *, published: str | None = DAY, side: str | None = None) -> Document:
    """Return ``text`` as an English document of that day and side."""
    return Document(
        document_id(text, title=None, published=published, publisher=None, url=None),
        "test.txt",
        text,
        published=published,
        published_basis="given" if published else None,
        side=side,
        language="en",
    )


def read(text: str, *, published: str | None = DAY, side: str | None = None) -> Reading:
    """Return what the default reader finds in ``text``."""
    return default_reader().read(document(text, published=published, side=side))


def page(text: str, *, day: str | None = DAY, side: str | None = None) -> Page:
    """Return ``text`` with everything that is named in it."""
    return open_page(text, day=day, side=side)


def main(text: str, *, published: str | None = DAY, side: str | None = None) -> Meeting:
    """Return the meeting that ``text`` is about; there must be one."""
    found = read(text, published=published, side=side).main_meeting
    assert found is not None, "no meeting was found"
    return found
