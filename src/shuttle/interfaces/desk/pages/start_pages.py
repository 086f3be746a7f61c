"""The start page: all pairs, those that met last first; and the way to any two countries."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from shuttle.errors import UnknownCountryError
from shuttle.interfaces.desk.asking import Book, Desk, codes_of, page_of, shelf_of
from shuttle.interfaces.desk.links import pair_link
from shuttle.interfaces.desk.templating import page
from shuttle.lexicons.countries import country_name, find_country

__all__ = ["router"]

router = APIRouter()
_ON_A_PAGE = 20
_ARRIVALS = 6


@router.get("/")
def start(request: Request, book: Book, desk: Desk, p: int = 1, country: str = "") -> Response:
    """Show the pairs."""
    code, unknown = None, ""
    if country.strip():
        try:
            code = find_country(country)
        except UnknownCountryError as error:
            unknown = str(error)
    lines = shelf_of(request).pairs(book, desk.today(), code)
    number, first, end = page_of(p, _ON_A_PAGE, len(lines))
    shown = lines[first:end]
    wanted = [name for line in shown for name in (line.last, line.ahead) if name]
    accounts = {account.id: account for account in book.glances.accounts(wanted)}
    arrivals = [source for _, source in book.glances.arrivals(_ARRIVALS)] if number == 1 and not code else []
    return page(
        request,
        "start",
        lines=shown,
        accounts=accounts,
        total=len(lines),
        number=number,
        last=-(-len(lines) // _ON_A_PAGE),
        country=code,
        country_given=country_name(code) if code else country.strip(),
        unknown=unknown,
        arrivals=arrivals,
    )


@router.get("/pair")
def pair(a: str = "", b: str = "") -> Response:
    """Lead on to the page of two countries."""
    if not a.strip() or not b.strip():
        raise HTTPException(400, "Give two countries, by name or by code: South Korea, kr, KOR.")
    return RedirectResponse(pair_link(*codes_of(a, b)), 303)
