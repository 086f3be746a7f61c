"""The application: pages, forms, the desk's own files, and what becomes of an error.

In:   where the ledger is, and settings.
Out:  an ASGI application; `shuttle serve` runs it, a test asks it.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from shuttle import __version__
from shuttle.errors import JudgementError, SearchError, ShuttleError, UnknownRecordError
from shuttle.interfaces.desk.adding import Desktop
from shuttle.interfaces.desk.api.routes import create_api
from shuttle.interfaces.desk.api.shapes import refused
from shuttle.interfaces.desk.guard import Guard
from shuttle.interfaces.desk.pages import (
    adding_pages,
    board_pages,
    document_pages,
    figures_pages,
    health_pages,
    history_pages,
    judging_pages,
    pair_pages,
    paper_pages,
    record_pages,
    review_pages,
    search_pages,
    start_pages,
)
from shuttle.interfaces.desk.settings import Settings
from shuttle.interfaces.desk.shelf import Shelf
from shuttle.interfaces.desk.templating import page

__all__ = ["create_app"]

# The pages of a pair come last: their address begins with any six letters.
_ROUTERS = (
    start_pages.router,
    search_pages.router,
    adding_pages.router,
    document_pages.router,
    record_pages.router,
    review_pages.router,
    history_pages.router,
    judging_pages.router,
    health_pages.router,
    board_pages.router,
    figures_pages.router,
    paper_pages.router,
    pair_pages.router,
)
_STATUS: tuple[tuple[type[ShuttleError], int], ...] = (
    (UnknownRecordError, 404),
    (JudgementError, 409),
    (SearchError, 400),
)


def create_app(location: str, settings: Settings | None = None) -> FastAPI:
    """Return the desk over the ledger at ``location``.

    Args:
        location: a path or a database URL, as `Ledger.open` takes it.
        settings: how it behaves; for one person on their own computer if None.
    """
    chosen = settings or Settings()
    shelf = Shelf(location, chosen.clock)
    desktop = Desktop(shelf, chosen)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        warming = threading.Thread(target=shelf.warm_up, args=(chosen.today(),), name="shuttle-warming")
        warming.start()
        yield
        desktop.close()
        warming.join()
        shelf.close()

    # No pages of documentation that would load scripts from elsewhere.
    app = FastAPI(
        title="Shuttle", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan
    )
    app.state.settings = chosen
    app.state.shelf = shelf
    app.state.desktop = desktop
    app.mount("/api/v1", create_api(chosen, shelf))
    app.mount("/static", StaticFiles(directory=Path(__file__).with_name("static")), name="static")
    for router in _ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(ShuttleError, _in_trouble)
    app.add_middleware(Guard, hosts=chosen.hosts, most_bytes=chosen.most_bytes, secure=chosen.secure)
    return app


def _refused(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.headers and "location" in error.headers:
        return RedirectResponse(error.headers["location"], error.status_code)
    if request.url.path.startswith("/api/"):
        # What the interface does not know at all, such as an address with a line break in it.
        return refused(request, error)
    status, told = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, str(error))
    if status == 404 and told == "Not Found":
        told = "There is no such page. Search for what you are looking for, or begin at the start page."
    return page(request, "error", status=status, message=told)


def _not_understood(request: Request, error: Exception) -> Response:
    named = (
        [".".join(map(str, e["loc"][1:])) for e in error.errors()] if isinstance(error, RequestValidationError) else []
    )
    told = (
        f"The address could not be understood ({', '.join(named)})."
        if named
        else "The address could not be understood."
    )
    return page(request, "error", status=400, message=told)


def _in_trouble(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return page(request, "error", status=status, message=str(error))
