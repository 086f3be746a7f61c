"""History: what was done to the ledger or to one record, by whom, when and why; and taking it back."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shuttle.errors import UnknownRecordError
from shuttle.interfaces.desk.asking import Book
from shuttle.interfaces.desk.templating import page
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import FindingRecord
from shuttle.records.documents import Document
from shuttle.views.record import account_title
from shuttle.views.wording import headline

__all__ = ["router"]

router = APIRouter()
_ON_A_PAGE = 40


@router.get("/history")
def history(request: Request, book: Book, before: int | None = None) -> Response:
    """Show the last entries, or those before one."""
    entries = book.glances.entries(_ON_A_PAGE, before)
    return page(
        request,
        "history",
        entries=entries,
        record=None,
        title="History",
        earlier=entries[-1].seq if len(entries) == _ON_A_PAGE and entries[-1].seq > 1 else None,
        before=before,
    )


@router.get("/history/{name}")
def history_of(request: Request, book: Book, name: str) -> Response:
    """Show what was done to a record, the last first."""
    entries = book.history(name, limit=_ON_A_PAGE * 3)[::-1]
    record, title = _called(book, name)
    return page(
        request,
        "history",
        entries=entries,
        record=record,
        title=title,
        earlier=None,
        before=None,
    )


def _called(book: Ledger, name: str) -> tuple[str | None, str]:
    """Return the id of a record, None if it counts no more, and what it is called."""
    try:
        found = book.record(name)
    except UnknownRecordError:
        return None, f"{name}, which was withdrawn or is read no more"
    if isinstance(found, Document):
        return found.id, headline(found.title, found.text)
    if isinstance(found, FindingRecord):
        return found.finding.id, f"Finding {found.finding.id}"
    return found.id, account_title(found, country_name)
