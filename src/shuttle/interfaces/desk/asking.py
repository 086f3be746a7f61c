"""What the pages share in asking: a ledger for the request, who asks, countries and records by what an address says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from shuttle.errors import UnknownCountryError
from shuttle.interfaces.desk.settings import Settings
from shuttle.interfaces.desk.shelf import OpenPair, Shelf
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import find_country

__all__ = ["Book", "Desk", "Who", "codes_of", "open_pair", "page_of", "settings_of", "shelf_of"]


def settings_of(request: Request) -> Settings:
    """Return how this desk behaves."""
    settings: Settings = request.app.state.settings
    return settings


def shelf_of(request: Request) -> Shelf:
    """Return what this desk keeps at hand."""
    shelf: Shelf = request.app.state.shelf
    return shelf


def _book(request: Request) -> Iterator[Ledger]:
    with shelf_of(request).ledger() as book:
        yield book


def _who(request: Request) -> str:
    # Where teams sign in, this is the one place that says who somebody is.
    return settings_of(request).user


#: A ledger, lent for the request.
Book = Annotated[Ledger, Depends(_book)]
#: Who decides.
Who = Annotated[str, Depends(_who)]
#: How the desk behaves.
Desk = Annotated[Settings, Depends(settings_of)]


def codes_of(one: str, other: str) -> tuple[str, str]:
    """Return the codes of two different countries, given by code or name.

    Raises:
        HTTPException: 404 for a country that nobody knows, or for one country twice.
    """
    try:
        codes = find_country(one), find_country(other)
    except UnknownCountryError as error:
        raise HTTPException(404, str(error)) from error
    if codes[0] == codes[1]:
        raise HTTPException(404, f"Two different countries are needed, got {codes[0]} twice.")
    return codes


def open_pair(request: Request, book: Ledger, one: str, other: str) -> OpenPair:
    """Return everything about two countries, as of today."""
    return shelf_of(request).pair(book, one, other, settings_of(request).today())


def page_of(number: int, size: int, total: int) -> tuple[int, int, int]:
    """Return the page, from 1, with the half-open span of a list that it shows; beyond the last the last.

    >>> page_of(2, 10, 15), page_of(9, 10, 15), page_of(1, 10, 0)
    ((2, 10, 15), (2, 10, 15), (1, 0, 0))
    """
    last = max(1, -(-total // size))
    number = min(max(1, number), last)
    return number, (number - 1) * size, min(number * size, total)
