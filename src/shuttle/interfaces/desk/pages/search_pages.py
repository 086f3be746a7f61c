"""Search: countries and pairs by name, everything else by its words."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from shuttle.errors import SearchError, UnknownRecordError
from shuttle.interfaces.desk.asking import Book
from shuttle.interfaces.desk.links import record_link
from shuttle.interfaces.desk.templating import page
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import all_countries
from shuttle.records.hits import HIT_KINDS, Hit

__all__ = ["pieces_of", "router"]

router = APIRouter()
_STEP, _MOST = 20, 200
_MOST_QUERY = 400
_RECORD = re.compile(r"(?:[mvcsno]a?|d)-[0-9a-f]{6,16}")
_COUNTRY_WORDS = 4
_PAIR = re.compile(r"\b([A-Za-z]{3})-([A-Za-z]{3})\b")
_LINES = re.compile(r"\s*\n\s*")


@router.get("/search")
def search(request: Request, book: Book, q: str = "", kind: str = "", n: int = _STEP) -> Response:
    """Show what holds all words of ``q``."""
    words = " ".join(q.split())[:_MOST_QUERY]
    if _RECORD.fullmatch(words):
        try:
            book.record(words)
            return RedirectResponse(record_link(words), 303)
        except UnknownRecordError:
            pass
    limit = min(max(_STEP, n), _MOST)
    hits: tuple[Hit, ...] = ()
    trouble = ""
    if words:
        try:
            hits = _hits(book, words, kind, limit)
        except SearchError as error:
            trouble = str(error)
    countries = countries_in(words)
    return page(
        request,
        "search",
        q=words,
        kind=kind,
        kinds=HIT_KINDS,
        hits=[(hit, pieces_of(hit)) for hit in hits],
        sources=book.glances.sources(hit.document_id for hit in hits),
        more=limit + _STEP if len(hits) == limit < _MOST else None,
        countries=countries,
        pairs=[(one, other) for place, one in enumerate(countries) for other in countries[place + 1 :]][:3],
        trouble=trouble,
    )


def _hits(book: Ledger, words: str, kind: str, limit: int) -> tuple[Hit, ...]:
    return book.search(words, [kind] if kind in HIT_KINDS else None, limit)


@cache
def _names() -> dict[str, str]:
    """Return the country of each name and demonym, in small letters, and of each code, in capitals."""
    found = {code: code for code in all_countries()}
    for country in all_countries().values():
        for name in (*country.names, *country.demonyms):
            found.setdefault(name.casefold(), country.code)
    return found


def countries_in(query: str) -> list[str]:
    """Return the countries that a question names, in its order, each once.

    >>> countries_in("south korea japan summit")
    ['KOR', 'JPN']
    """
    # A code counts in capitals ("AND" is a country, "and" a word), or as one of a pair.
    query = _PAIR.sub(lambda pair: f"{pair[1].upper()} {pair[2].upper()}", query)
    words = [part for word in re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", query) for part in word.split("-")][:40]
    found: dict[str, None] = {}
    place = 0
    while place < len(words):
        for length in range(min(_COUNTRY_WORDS, len(words) - place), 0, -1):
            named = " ".join(words[place : place + length])
            # Two letters are a word far more often than a country.
            if len(named) < 3:
                continue
            code = _names().get(named) or _names().get(named.casefold())
            if code is not None:
                found[code] = None
                place += length - 1
                break
        place += 1
    return list(found)


def pieces_of(hit: Hit) -> list[tuple[str, bool]]:
    """Return the snippet of a hit as stretches, each with whether it matched."""
    edges = [0, *(edge for span in hit.marks for edge in span), len(hit.snippet)]
    # A finding's words are lines that do not follow from each other.
    gap = " " if hit.kind == "document" else " · "
    shown = ((_LINES.sub(gap, hit.snippet[start:end]), bool(n % 2)) for n, (start, end) in enumerate(pairwise(edges)))
    return [piece for piece in shown if piece[0]]
