"""Document: one text as somebody published it, normalised once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

__all__ = ["Document", "PublishedBasis", "document_id"]

PublishedBasis = Literal["given", "metadata", "dateline", "inferred"]


@dataclass(frozen=True, slots=True)
class Document:
    """A published text with what is known of its publication.

    Attributes:
        id: ``d-`` and sixteen hexadecimal digits, from the content (see `document_id`).
        source: the path, address or corpus line id it was read from; not part of its identity.
        text: normalised text; every offset in Shuttle counts its code points.
        title: the headline if it is known apart from the text.
        published: day, month or year of publication.
        published_basis: how ``published`` is known; None exactly when ``published`` is None.
        published_reason: in words, for an inferred date; else None.
        publisher: who issued it, as named.
        side: alpha-3 code of the government that issued it; None for the press and when unknown.
        language: ISO 639-1 code as given or recognised.
        url: where it was published.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    published_reason: str | None = None
    publisher: str | None = None
    side: str | None = None
    language: str | None = None
    url: str | None = None


def document_id(text: str, *, title: str | None, published: str | None, publisher: str | None, url: str | None) -> str:
    """Return the identity of a document: the same content gives the same id on every machine.

    Only what the document itself brings counts (its text and the metadata given with it), never
    where it was found or what was inferred from it later.
    """
    parts = "\x1f".join([text, title or "", published or "", publisher or "", url or ""])
    return "d-" + hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
