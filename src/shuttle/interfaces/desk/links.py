"""Addresses of the desk: where a record, a pair, a document and its words are.

A quotation's address names its place and, where it is meant to be passed on, its words as well, as the selectors of
the W3C's Web Annotation do: ``/documents/d-1?at=120-188&quote=...#here``. Places count code points, half-open.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from shuttle.records.evidence import Evidence

__all__ = ["PAIR", "here", "pair_link", "place_of", "quote_link", "record_link", "words_link"]

#: How a pair is written in an address.
PAIR = re.compile(r"([A-Za-z]{3})-([A-Za-z]{3})")
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_FOLDERS = {
    "ma": "meetings",
    "va": "records",
    "ca": "commitments",
    "sa": "records",
    "na": "records",
    "oa": "records",
    "d": "documents",
}
_MOST_OF_QUOTE = 200


def record_link(name: str) -> str:
    """Return the address of a record by its id.

    >>> record_link("ma-1"), record_link("d-2"), record_link("m-3")
    ('/meetings/ma-1', '/documents/d-2', '/records/m-3')
    """
    return f"/{_FOLDERS.get(name.partition('-')[0], 'records')}/{quote(name, safe='')}"


def pair_link(one: str, other: str, page: str = "") -> str:
    """Return the address of a page of two countries."""
    return f"/{one}-{other}" + (f"/{page}" if page else "")


def words_link(document: str, evidence: Evidence) -> str:
    """Return the address of the words, for a link from one of our pages.

    >>> words_link("d-1", Evidence(3, 7, "said"))
    '/documents/d-1?at=3-7#here'
    """
    return f"{record_link(document)}?at={evidence.start}-{evidence.end}#here"


def quote_link(document: str, evidence: Evidence) -> str:
    """Return the address of the words, to be passed on: with the words themselves, of a long quotation the beginning.

    >>> quote_link("d-1", Evidence(3, 7, "said"))
    '/documents/d-1?at=3-7&quote=said#here'
    """
    query = urlencode({"at": f"{evidence.start}-{evidence.end}", "quote": evidence.quote[:_MOST_OF_QUOTE]})
    return f"{record_link(document)}?{query}#here"


def place_of(at: str) -> tuple[int, int] | None:
    """Return the half-open span that an address names; None if it names none.

    >>> place_of("3-7"), place_of("7-3"), place_of("x")
    ((3, 7), None, None)
    """
    found = _PLACE.fullmatch(at)
    span = (int(found[1]), int(found[2])) if found else (0, 0)
    return span if span[0] < span[1] else None


def here(text: str, at: str, words: str) -> tuple[tuple[int, int] | None, bool]:
    """Return the span of ``text`` that an address means, and whether it stands where the address says.

    The place counts if the text reads so there, or if no words are given; else the words are looked for. None if the
    text has no such place.

    >>> here("They met in Oslo.", "5-8", "met"), here("So they met.", "5-8", "met"), here("No.", "50-80", "")
    (((5, 8), True), ((8, 11), False), (None, False))
    """
    span = place_of(at)
    if span and span[1] <= len(text) and text[span[0] : span[1]].startswith(words):
        return span, True
    found = text.find(words) if words else -1
    return ((found, found + len(words)), False) if found >= 0 else (None, False)
