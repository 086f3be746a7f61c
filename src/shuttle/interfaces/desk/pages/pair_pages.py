"""The pages of two countries: where they stand, and all their meetings and visits."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from shuttle.analysis.hosting import COUNTING_RULES
from shuttle.analysis.rhythm import RHYTHM_RULE
from shuttle.interfaces.desk.asking import Book, Desk, codes_of, open_pair, page_of
from shuttle.interfaces.desk.links import PAIR, pair_link
from shuttle.interfaces.desk.rows import said_by
from shuttle.interfaces.desk.templating import page
from shuttle.interfaces.desk.timeline import as_events, latest_first
from shuttle.records.judgements import LIVES

__all__ = ["codes_in", "router"]

router = APIRouter()
_RECENT_EVENTS = 10
_RECENT_DOCUMENTS = 8
_OPEN_CONFLICTS = 6
_STEPS = 5
_ON_A_PAGE = 40


def codes_in(name: str, page_name: str = "") -> tuple[str, str]:
    """Return the codes that the address of a pair names.

    Raises:
        HTTPException: 404 if it names none; 308 to the address in capitals.
    """
    found = PAIR.fullmatch(name)
    if found is None:
        raise HTTPException(404, "Not Found")
    codes = codes_of(found[1], found[2])
    if name != "-".join(codes):
        raise HTTPException(308, "Moved", {"location": pair_link(*codes, page_name)})
    return codes


@router.get("/{pair}/meetings")
def meetings(request: Request, book: Book, pair: str, p: int = 1) -> Response:
    """Show all meetings and visits, the latest first."""
    codes = codes_in(pair, "meetings")
    opened = open_pair(request, book, *codes)
    events = latest_first(opened.account)
    number, first, end = page_of(p, _ON_A_PAGE, len(events))
    return page(
        request,
        "events",
        codes=codes,
        events=as_events(events[first:end], opened.day),
        total=len(events),
        number=number,
        last=-(-len(events) // _ON_A_PAGE),
    )


@router.get("/{pair}/documents")
def documents(request: Request, book: Book, pair: str, p: int = 1) -> Response:
    """Show all documents that tell of the two, the latest first."""
    codes = codes_in(pair, "documents")
    sources = open_pair(request, book, *codes).account.sources[::-1]
    number, first, end = page_of(p, _ON_A_PAGE, len(sources))
    return page(
        request,
        "sources",
        codes=codes,
        sources=sources[first:end],
        total=len(sources),
        number=number,
        last=-(-len(sources) // _ON_A_PAGE),
    )


@router.get("/{pair}/conflicts")
def conflicts(request: Request, book: Book, pair: str, p: int = 1) -> Response:
    """Show every field on which sources differ."""
    codes = codes_in(pair, "conflicts")
    found = open_pair(request, book, *codes).state.differences[::-1]
    number, first, end = page_of(p, _ON_A_PAGE, len(found))
    return page(
        request,
        "conflicts",
        codes=codes,
        conflicts=found[first:end],
        total=len(found),
        number=number,
        last=-(-len(found) // _ON_A_PAGE),
    )


@router.get("/{pair}")
def pair_page(request: Request, book: Book, desk: Desk, pair: str) -> Response:
    """Show where two countries stand today."""
    codes = codes_in(pair)
    opened = open_pair(request, book, *codes)
    account, state = opened.account, opened.state
    lives = {life: [item for item in opened.owed if item.life == life] for life in LIVES}
    sources = {source.document_id: source for source in account.sources}
    events = latest_first(account)
    return page(
        request,
        "pair",
        codes=codes,
        day=opened.day,
        account=account,
        state=state,
        turn_said=said_by(state.turn.claims, sources)[:3],
        turn_rule=COUNTING_RULES[state.turn.rule],
        rhythm_rule=RHYTHM_RULE,
        events=as_events(events[:_RECENT_EVENTS], opened.day),
        events_total=len(events),
        lives={life: items for life, items in lives.items() if items},
        conflicts=state.differences[::-1][:_OPEN_CONFLICTS],
        conflicts_total=len(state.differences),
        sources=account.sources[::-1][:_RECENT_DOCUMENTS],
        steps=state.next_steps[::-1][:_STEPS],
    )


@router.get("/{pair}/")
def with_stroke(pair: str) -> Response:
    """Lead on to the address without the stroke at its end."""
    return RedirectResponse(pair_link(*codes_in(pair)), 308)
