"""Meetings, commitments and all other records: what is known, who says so, what can be judged."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from shuttle.analysis.comparison import compare
from shuttle.analysis.counting import RULES, counts, rules_giving
from shuttle.interfaces.desk.asking import Book, open_pair
from shuttle.interfaces.desk.links import record_link
from shuttle.interfaces.desk.rows import kind_of, rows_of, said_by
from shuttle.interfaces.desk.shelf import OpenPair
from shuttle.interfaces.desk.templating import page
from shuttle.interfaces.desk.told_lines import cited
from shuttle.ledger.edits import EDITABLE
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import Account, CommitmentAccount, FindingRecord, MeetingAccount
from shuttle.records.documents import Document
from shuttle.records.judgements import COMPLETIONS, LIVES, RELATIONS
from shuttle.views.comparison import numbered, sections
from shuttle.views.wording import clean

__all__ = ["known_about", "router"]

router = APIRouter()
_MOST_COMMITMENTS = 60
_MOST_ENTRIES = 12
_MOST_COMPARED = 40


@router.get("/meetings/{name}")
@router.get("/records/{name}")
@router.get("/commitments/{name}")
def record(request: Request, book: Book, name: str, life: str = "") -> Response:
    """Show a record; an id that it had before, or a finding of it, leads on to it."""
    found = book.record(name)
    if isinstance(found, FindingRecord):
        if found.account is None:
            raise HTTPException(404, f"{name!r:.60} was read, and somebody judged that it counts no more.")
        return RedirectResponse(record_link(found.account), 303)
    if isinstance(found, Document) or record_link(found.id) != request.url.path:
        return RedirectResponse(record_link(found.id), 303)
    known = known_about(request, book, found)
    if isinstance(found, MeetingAccount):
        return page(request, "meeting", **known)
    if isinstance(found, CommitmentAccount):
        return page(request, "commitment", life=life if life in LIVES else "", **known)
    return page(request, "record", **known)


@router.get("/meetings/{name}/comparison")
def comparison(request: Request, book: Book, name: str) -> Response:
    """Show the accounts that the sides of a meeting gave of it, topic by topic."""
    meeting = book.meeting(name)
    found = compare(meeting, [book.reading(document) for document in meeting.document_ids[:_MOST_COMPARED]])
    numbers = numbered(found)
    told = [(number, meeting.source(document)) for document, number in numbers.items()]
    told_of = any(row.cells or row.others for row in found.topics) or bool(found.facts)
    return page(
        request,
        "comparison",
        meeting=meeting,
        sections=sections(found, country_name) if told_of else (),
        sources=told,
        cited=lambda paragraph: cited(clean(paragraph), {number: document for document, number in numbers.items()}),
        silent=found.silent,
    )


def known_about(request: Request, book: Ledger, account: Account) -> dict[str, Any]:
    """Return what the page of a record shows."""
    sources = {source.document_id: source for source in account.sources}
    known: dict[str, Any] = {
        "account": account,
        "rows": rows_of(account),
        "sources": sources,
        "kind": kind_of(account),
        "editable": EDITABLE.get(kind_of(account), {}),
        "judgements": book.judgements(account.id)[-_MOST_ENTRIES:],
        "head": book.glances.head(),
    }
    if isinstance(account, MeetingAccount):
        known |= _of_meeting(request, book, account)
    elif account_meeting := getattr(account, "meeting", None):
        known["meeting"] = next(iter(book.glances.accounts([account_meeting])), None)
    else:
        known["meeting"] = None
    if isinstance(account, CommitmentAccount):
        known |= _of_commitment(request, book, account, known["meeting"])
    return known


def _of_meeting(request: Request, book: Ledger, meeting: MeetingAccount) -> dict[str, Any]:
    sources = {source.document_id: source for source in meeting.sources}
    told = book.glances.under(meeting.id, ("commitment", "outcome", "next_step", "statement"), _MOST_COMMITMENTS)
    of_kind: dict[str, list[Account]] = {"c": [], "o": [], "n": [], "s": []}
    for account in told:
        of_kind[account.id[0]].append(account)
    parties = meeting.countries
    return {
        "people": [(person, said_by(person.claims, sources)) for person in meeting.people],
        "sessions": [(session, said_by(session.claims, sources)) for session in meeting.sessions],
        "commitments": of_kind["c"],
        "outcomes": of_kind["o"],
        "steps": of_kind["n"],
        "statements": of_kind["s"],
        "pair": parties if len(parties) == 2 else None,
        "counted": _counted(request, book, meeting),
    }


def _counted(request: Request, book: Ledger, meeting: MeetingAccount) -> list[tuple[int, list[str]]]:
    """Return for each number that sources give the meeting the rules of counting that give it; () if they agree."""
    claimed = list(dict.fromkeys(claim.value for claim in meeting.field("ordinal").all_claims))
    if len(claimed) < 2 or len(meeting.countries) != 2:
        return []
    counted = counts(meeting, open_pair(request, book, *sorted(meeting.countries)).account.meetings)
    return [(number, list(dict.fromkeys(RULES[c.rule] for c in rules_giving(number, counted)))) for number in claimed]


def _of_commitment(
    request: Request, book: Ledger, commitment: CommitmentAccount, meeting: MeetingAccount | None
) -> dict[str, Any]:
    opened = _pair_of(request, book, commitment, meeting)
    item = next((o for o in opened.owed if o.commitment.id == commitment.id), None) if opened else None
    targets: dict[str, Account] = {}
    if item:
        names = [link.target for link in (*item.follow.links, *item.follow.proposed)]
        targets = {account.id: account for account in book.glances.accounts(names)}
    return {
        "item": item,
        "pair": opened.account.countries if opened else None,
        "targets": targets,
        "completions": COMPLETIONS,
        "lives": LIVES,
        "relations": RELATIONS,
    }


def _pair_of(
    request: Request, book: Ledger, commitment: CommitmentAccount, meeting: MeetingAccount | None
) -> OpenPair | None:
    for parties in (commitment.by, meeting.countries if meeting else ()):
        codes = sorted(parties)
        if len(codes) >= 2:
            return open_pair(request, book, codes[0], codes[1])
    return None
