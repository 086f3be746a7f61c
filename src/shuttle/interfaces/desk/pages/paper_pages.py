"""What can be taken away from the page of two countries: the picture of their meetings, the brief in its formats."""

from __future__ import annotations

import json
from collections.abc import Callable

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from shuttle import __version__
from shuttle.analysis.owed import owed
from shuttle.analysis.plan import known_by
from shuttle.analysis.plan import plan as plan_of
from shuttle.analysis.state import state
from shuttle.interfaces.desk.asking import Book, open_pair
from shuttle.interfaces.desk.pages.pair_pages import codes_in
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.anniversaries import remembered
from shuttle.lexicons.countries import all_countries, country_name
from shuttle.lexicons.forum_calendar import coming_forums
from shuttle.views.brief import Front
from shuttle.views.brief import brief as paper_of
from shuttle.views.briefing.proposed import proposed_meeting
from shuttle.views.paper.model import Paper
from shuttle.views.pictures.chart import chart_of
from shuttle.views.pictures.timeline import timeline_svg

__all__ = ["FORMATS", "router"]

router = APIRouter()
# The picture brings its colours as attributes, and nothing that runs; as a page of its own it may do nothing at all.
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_PICTURE = "timeline.svg"


@router.get("/{pair}/timeline.svg")
def picture(request: Request, book: Book, pair: str) -> Response:
    """Draw the meetings of two countries: a lane for each host."""
    codes = codes_in(pair, _PICTURE)
    opened = open_pair(request, book, *codes)
    if _PICTURE not in opened.files:
        opened.files[_PICTURE] = timeline_svg(chart_of(opened.account, opened.day, country_name)).encode()
    headers = {"content-security-policy": _PICTURE_POLICY}
    return Response(opened.files[_PICTURE], media_type="image/svg+xml", headers=headers)


@router.get("/{pair}/brief.{form}")
def brief(request: Request, book: Book, pair: str, form: str) -> Response:
    """Give the brief as a file."""
    codes = codes_in(pair, f"brief.{form}")
    if form not in FORMATS:
        raise HTTPException(404, f"The brief comes as {', '.join(FORMATS)}.")
    opened = open_pair(request, book, *codes)
    if not opened.account.sources:
        raise HTTPException(404, f"The ledger holds nothing about {' and '.join(map(country_name, codes))} yet.")
    name = f"brief.{form}"
    media_type, write = FORMATS[form]
    if name not in opened.files:
        try:
            opened.files[name] = write(_paper(book, codes, opened.day))
        except ImportError as error:
            told = f"{form.upper()} needs {error.name}. Install it with: pip install 'shuttle-diplomacy[{form}]'"
            raise HTTPException(501, told) from error
    # To be kept, not shown: what a document says never becomes a page of the desk.
    headers = {"content-disposition": f'attachment; filename="brief-{"-".join(codes)}-{opened.day}.{form}"'}
    return Response(opened.files[name], media_type=media_type, headers=headers)


def _paper(book: Ledger, codes: tuple[str, str], day: str) -> Paper:
    # All that was ever said, as `shuttle brief` has it; the pages of the pair show the last years alone.
    account = book.pair(*codes)
    stands, due = state(account, day), owed(account, book.judgements(), day)
    alpha2 = {code: all_countries()[code].alpha2 for code in codes}
    forums, days = coming_forums(), remembered(codes)
    proposed = proposed_meeting(plan_of(stands, known_by(due, day), forums, days, alpha2), country_name)
    return paper_of(
        stands,
        due,
        Front(__version__, "today", 0, book.mark(), None, None),
        country_name=country_name,
        forums=forums,
        remembered=days,
        more={"programme": [proposed]} if proposed else {},
    )


def _docx(paper: Paper) -> bytes:
    from shuttle.views.paper.as_docx import as_docx

    return as_docx(paper)


def _pdf(paper: Paper) -> bytes:
    from shuttle.views.paper.as_pdf import as_pdf

    return as_pdf(paper)


def _html(paper: Paper) -> bytes:
    from shuttle.views.paper.as_html import as_html

    return as_html(paper).encode()


def _json(paper: Paper) -> bytes:
    from shuttle.views.paper.as_json import as_json

    return (json.dumps(as_json(paper), ensure_ascii=False, indent=2) + "\n").encode()


def _markdown(paper: Paper) -> bytes:
    from shuttle.views.paper.as_markdown import markdown

    return markdown(paper).encode()


#: Ending -> what it comes as, and what writes it; the libraries for it are loaded only then.
FORMATS: dict[str, tuple[str, Callable[[Paper], bytes]]] = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    "pdf": ("application/pdf", _pdf),
    "html": ("text/html; charset=utf-8", _html),
    "md": ("text/markdown; charset=utf-8", _markdown),
    "json": ("application/json", _json),
}
