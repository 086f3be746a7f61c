"""What follows from the account of two countries: turn and cadence with their rules, the plan, the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from shuttle.analysis.cadence import cadence
from shuttle.analysis.counting import RULES, counting_rule, select
from shuttle.analysis.encounters import encounters
from shuttle.analysis.plan import Plan, known_by
from shuttle.analysis.plan import plan as plan_of
from shuttle.analysis.turns import turn_figures
from shuttle.interfaces.desk.asking import Book, open_pair
from shuttle.interfaces.desk.pages.pair_pages import codes_in
from shuttle.interfaces.desk.shelf import OpenPair
from shuttle.interfaces.desk.templating import page
from shuttle.interfaces.desk.told_lines import told_lines
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.anniversaries import remembered
from shuttle.lexicons.countries import all_countries, country_name
from shuttle.lexicons.forum_calendar import coming_forums
from shuttle.lexicons.time_zones import zone_of
from shuttle.views.cadence_text import cadence_lines
from shuttle.views.calendar_entries import Entry, commitment_entries, event_entries, pair_label, proposal_entries
from shuttle.views.ics import ics
from shuttle.views.plan_text import plan_lines
from shuttle.views.turn_text import turn_lines

__all__ = ["router"]

router = APIRouter()
_WHOM = ("office", "person")
_CALENDAR = "calendar.ics"
# What the command line says of its own option.
_OF_THE_COMMAND = ": --all shows them."


@router.get("/{pair}/turn")
def turn(request: Request, book: Book, pair: str, count: str = "visits", by: str = "office") -> Response:
    """Show whose turn it is and how often leaders meet, under the rule of counting that is chosen."""
    codes = codes_in(pair, "turn")
    if count not in RULES or by not in (*_WHOM, *codes):
        raise HTTPException(404, f"There is no such rule of counting. Rules: {', '.join(RULES)}; by office or person.")
    opened = open_pair(request, book, *codes)
    account, day = opened.account, opened.day
    rule = counting_rule(count, by, codes)
    figures = turn_figures(codes, account.meetings, account.visits, rule, day)
    named = [figures.turn.last] if figures.turn.last else []
    texts = {name: book.text(name) for found in named for name in found.document_ids[:4]}
    chosen = select(encounters(account.meetings, account.visits, day), codes, rule)
    lines = [*turn_lines(figures, texts, country_name), *cadence_lines(cadence(chosen, day), country_name)]
    return page(
        request, "turn", codes=codes, lines=told_lines(lines), rules=RULES, count_by=count, by=by, whom=(*_WHOM, *codes)
    )


@router.get("/{pair}/plan")
def plan(request: Request, book: Book, pair: str) -> Response:
    """Show the plan for the next meeting: a proposal, each line with its reason."""
    codes = codes_in(pair, "plan")
    opened = open_pair(request, book, *codes)
    told = plan_lines(_plan(opened), country_name) if opened.account.sources else ()
    lines = [replace(one, text=one.text.replace(_OF_THE_COMMAND, ", on the board of commitments.")) for one in told]
    return page(request, "plan", codes=codes, lines=told_lines(lines))


@router.get("/{pair}/plan.ics")
def plan_calendar(request: Request, book: Book, pair: str) -> Response:
    """Give the proposals of the plan as a calendar."""
    codes = codes_in(pair, "plan.ics")
    opened = open_pair(request, book, *codes)
    found = _plan(opened) if opened.account.sources else None
    entries = () if found is None or found.fixed else proposal_entries(found, country_name)
    return _calendar(_written(entries, opened.day), f"{'-'.join(codes)}-plan")


@router.get("/{pair}/calendar.ics")
def calendar(request: Request, book: Book, pair: str) -> Response:
    """Give meetings, visits and commitments as a calendar that can be subscribed to."""
    codes = codes_in(pair, "calendar.ics")
    opened = open_pair(request, book, *codes)
    if _CALENDAR not in opened.files:
        account, label = opened.account, pair_label(codes)
        # How often each was changed is looked up one by one: done again only when something was done to the pair.
        changed = _changes(book)
        events, _ = event_entries(account.meetings, account.visits, label, country_name, zone_of, changed, frozenset())
        tasks, _ = commitment_entries(known_by(opened.owed, opened.day), label, country_name, changed, frozenset())
        opened.files[_CALENDAR] = _written((*events, *tasks), opened.day)
    return _calendar(opened.files[_CALENDAR], "-".join(codes))


def _plan(opened: OpenPair) -> Plan:
    codes = opened.account.countries
    alpha2 = {code: all_countries()[code].alpha2 for code in codes}
    stands = tuple(known_by(opened.owed, opened.day))
    return plan_of(opened.state, stands, coming_forums(), remembered(codes), alpha2)


def _changes(book: Ledger) -> Callable[[str], int]:
    """Return how often an account was changed since it was recorded, for the sequence of its entry."""
    return lambda account: max(len(book.history(account)) - 1, 0)


def _written(entries: Iterable[Entry], day: str) -> bytes:
    return ics(entries, dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC))


def _calendar(content: bytes, name: str) -> Response:
    headers = {"content-disposition": f'inline; filename="{name}.ics"'}
    return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)
