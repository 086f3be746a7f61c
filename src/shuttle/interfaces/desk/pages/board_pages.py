"""The board: the commitments of two countries by their life."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from shuttle.interfaces.desk.asking import Book, open_pair, page_of
from shuttle.interfaces.desk.pages.pair_pages import codes_in
from shuttle.interfaces.desk.templating import page
from shuttle.records.judgements import LIVES

__all__ = ["router"]

router = APIRouter()
_IN_A_COLUMN = 12
_ON_A_PAGE = 30


@router.get("/{pair}/commitments")
def board(request: Request, book: Book, pair: str, life: str = "", p: int = 1) -> Response:
    """Show the commitments: a column a life, or with ``life`` all that stand there."""
    codes = codes_in(pair, "commitments")
    if life and life not in LIVES:
        raise HTTPException(404, f"{life!r:.40} is no life of a commitment. Lives: {', '.join(LIVES)}.")
    opened = open_pair(request, book, *codes)
    # The latest on top: they come in the order of their meetings.
    lives = {name: [item for item in opened.owed[::-1] if item.life == name] for name in LIVES}
    if not life:
        return page(request, "board", codes=codes, lives=lives, most=_IN_A_COLUMN, total=len(opened.owed))
    number, first, end = page_of(p, _ON_A_PAGE, len(lives[life]))
    return page(
        request,
        "column",
        codes=codes,
        life=life,
        items=lives[life][first:end],
        total=len(lives[life]),
        number=number,
        last=-(-len(lives[life]) // _ON_A_PAGE),
        lives=LIVES,
    )
