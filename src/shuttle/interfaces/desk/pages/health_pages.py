"""Whether the desk is alive, and whether it can answer: for whoever watches over it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from shuttle.errors import LedgerError
from shuttle.interfaces.desk.asking import shelf_of

__all__ = ["router"]

router = APIRouter()


@router.get("/healthz")
def healthy() -> Response:
    """Answer, which is all that is asked."""
    return JSONResponse({"status": "alive"})


@router.get("/readyz")
def ready(request: Request) -> Response:
    """Answer whether the ledger can be asked."""
    try:
        with shelf_of(request).ledger() as book:
            return JSONResponse({"status": "ready", "head": book.glances.head()})
    except LedgerError:
        return JSONResponse({"status": "the ledger cannot be asked"}, 503)
