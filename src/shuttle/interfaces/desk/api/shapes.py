"""What every answer of the interface looks like: a page of a list with the way to the next, or an error.

A cursor is the name of the last item that was given; the next page begins after it in the list as it is then. If the
item is there no more the cursor has expired, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from shuttle.errors import SearchError, ShuttleError, UnknownCountryError, UnknownRecordError

__all__ = ["ERRORS", "Cursor", "Failure", "Limit", "Page", "page_after", "refused"]

_T = TypeVar("_T")
_MOST = 200

#: How many items a page has at most.
Limit = Annotated[int, Query(ge=1, le=_MOST, description="At most so many items.")]
#: Where the page begins.
Cursor = Annotated[str | None, Query(max_length=80, description="`next` of the page before.")]

_CODES: tuple[tuple[type[Exception], int, str], ...] = (
    (UnknownRecordError, 404, "unknown-record"),
    (UnknownCountryError, 404, "unknown-country"),
    (SearchError, 400, "bad-search"),
)
_OF_STATUS = {400: "bad-request", 404: "not-found", 405: "method-not-allowed", 409: "cursor-expired"}


class Page(BaseModel):
    """Some items of a list; ``next`` is the cursor of the page after, null on the last."""

    items: list[dict[str, Any]]
    next: str | None


class Fault(BaseModel):
    """Why there is no answer: a code for programs, a sentence for people."""

    code: str
    message: str


class Failure(BaseModel):
    """The one shape of an error."""

    error: Fault


#: For the description of every route.
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Failure, "description": words}
    for status, words in (
        (400, "The question cannot be answered as it is asked."),
        (404, "There is no such record, country or address."),
        (409, "The cursor has expired."),
        (422, "A value of the question is none that can be given."),
    )
}


def page_after(
    items: Sequence[_T],
    cursor: str | None,
    limit: int,
    name: Callable[[_T], str],
    shown: Callable[[_T], dict[str, Any]],
) -> Page:
    """Return the page of ``items`` that begins after ``cursor``.

    Raises:
        HTTPException: 409, the item that the cursor names is there no more.
    """
    start = 0
    if cursor is not None:
        place = next((number for number, item in enumerate(items) if name(item) == cursor), None)
        if place is None:
            raise HTTPException(
                409, "The item that this cursor names is not in the list any more. Begin anew without it."
            )
        start = place + 1
    some = items[start : start + limit]
    more = start + limit < len(items)
    return Page(items=[shown(item) for item in some], next=name(some[-1]) if more and some else None)


def refused(_request: Request, error: Exception) -> Response:
    """Return the answer to a question that cannot be answered."""
    if isinstance(error, RequestValidationError):
        told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
        return _failure(422, "invalid-value", told)
    if isinstance(error, HTTPException):
        code = _OF_STATUS.get(error.status_code, "refused")
        return _failure(error.status_code, code, str(error.detail), error.headers)
    if isinstance(error, ShuttleError):
        for kind, status, code in _CODES:
            if isinstance(error, kind):
                return _failure(status, code, str(error))
        return _failure(500, "ledger-trouble", str(error))
    return _failure(500, "fault", "A fault of Shuttle's own. Please report it.")


def _failure(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, headers=headers)
