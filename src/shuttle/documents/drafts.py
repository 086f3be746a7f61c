"""From what a file says of itself to a `Document`: the one place where documents are made.

In:   a Draft, its text as decoded and its metadata as written.
Out:  a Document, normalised, with its id, its date of publication and its side.

The publisher's side (which government speaks) comes from the list of publishers, by name or by
address; a publisher that is not in the list is the press or unknown, and has no side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from shuttle.documents.languages import language_code, recognise_language
from shuttle.documents.normalising import normalise
from shuttle.documents.publication_dates import read_date
from shuttle.documents.refusals import RefusedError
from shuttle.errors import RecordError
from shuttle.records.documents import Document, PublishedBasis, document_id

__all__ = ["Draft", "make_document"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its metadata before anything was checked or normalised; None is "not given"."""

    source: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "given"
    publisher: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, source: str, text: str, metadata: Mapping[str, str | None]) -> Draft:
        """Return the draft whose metadata was written down with it, under the keys of the format."""
        return cls(
            source=source,
            text=text,
            title=metadata.get("title"),
            url=metadata.get("url"),
            published=metadata.get("published"),
            publisher=metadata.get("publisher"),
            language=metadata.get("language"),
        )


class _Issuer(NamedTuple):
    name: str | None
    side: str | None


def make_document(draft: Draft, *, published: str | None = None) -> Document:
    """Return the document that ``draft`` describes.

    Args:
        draft: what was read.
        published: a date of publication that overrides the draft's.

    Raises:
        RefusedError: there is no text (code ``empty``), or the date of publication is none
            (code ``metadata``).
    """
    text = normalise(draft.text)
    if not text:
        raise RefusedError("empty", "it holds no text. Check that the whole file was saved.")
    title, url, publisher = (_one_line(value) for value in (draft.title, draft.url, draft.publisher))
    date = _date(draft, published)
    basis: PublishedBasis = "given" if published else draft.published_basis
    issuer = _issuer(publisher, url)
    return Document(
        id=document_id(text, title=title, published=date, publisher=publisher, url=url),
        source=draft.source,
        text=text,
        title=title,
        published=date,
        published_basis=basis if date else None,
        publisher=publisher or issuer.name,
        side=issuer.side,
        language=language_code(draft.language) if draft.language else recognise_language(text),
        url=url,
    )


def _one_line(value: str | None) -> str | None:
    return " ".join(normalise(value).split()) or None if value else None


def _date(draft: Draft, override: str | None) -> str | None:
    value = override or draft.published
    if not value or not value.strip():
        return None
    try:
        return read_date(value)
    except RecordError as error:
        if draft.published_basis == "metadata" and not override:
            return None  # a page's own metadata is often wrong; the text may still tell the date
        raise RefusedError("metadata", f"published: {error} Or pass --published DATE.") from error


def _issuer(publisher: str | None, url: str | None) -> _Issuer:
    if not publisher and not url:
        return _Issuer(None, None)
    # Most documents of a corpus name no publisher: the list is read when one does.
    from shuttle.lexicons.publishers import find_publisher

    found = find_publisher(publisher, url)
    return _Issuer(found.name, found.side) if found else _Issuer(None, None)
