"""Review: what the reader is unsure of, one question at a time; answered with a key, taken back with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from shuttle.analysis.reviewing import ReviewItem, review_items
from shuttle.errors import JudgementError
from shuttle.interfaces.desk.asking import Book, Who, open_pair
from shuttle.interfaces.desk.links import PAIR, words_link
from shuttle.interfaces.desk.pages.judging_pages import Fields, Form, decided, fields_of
from shuttle.interfaces.desk.pages.pair_pages import codes_in
from shuttle.interfaces.desk.rows import Row, rows_of
from shuttle.interfaces.desk.templating import page
from shuttle.ledger.edits import EDITABLE
from shuttle.ledger.judging import Judging
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import Account, FindingRecord, MeetingAccount
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.judgements import Judgement
from shuttle.views.record import account_title, source_words
from shuttle.views.wording import headline

__all__ = ["router"]

router = APIRouter()
# Questions are counted up to so many, and so many are looked at beyond the one that is shown.
_MOST = 100
_AHEAD = 12
_AROUND = 160
_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A passage among its neighbours."""

    before: str
    quote: str
    after: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A record that a question is about, or that can be chosen."""

    id: str
    title: str
    note: str
    words: tuple[Words, ...]
    row: Row | None = None


@router.get("/review")
def review(request: Request, book: Book, pair: str = "", i: int = 0) -> Response:
    """Show one question."""
    codes = codes_in(pair) if pair else None
    items = _items(request, book, codes, max(0, i) + _AHEAD)
    place = min(max(0, i), len(items))
    item = items[place] if place < len(items) else None
    return page(
        request,
        "review",
        codes=codes,
        pair=pair,
        item=item,
        place=place,
        total=len(items),
        more=len(items) >= place + _AHEAD,
        about=_about(book, item) if item else (),
        choices=_choices(book, item) if item else (),
        editable=_editable(item),
        here=_address(pair, place),
        head=book.glances.head(),
        undone=request.query_params.get("undone", ""),
    )


@router.post("/review")
def answer(request: Request, book: Book, who: Who, form: Form) -> Response:
    """Record an answer, and lead on to the next question."""
    given = fields_of(form)
    pair = given.get("pair", "")
    codes = codes_in(pair) if PAIR.fullmatch(pair) else None
    item = next((item for item in _items(request, book, codes, _MOST) if item.id == given.get("item")), None)
    chosen = given.get("answer", "")
    if item is None:
        # Somebody else answered it, or what it is about has changed.
        message = (
            "This question was answered since you looked at it, or what it is about has changed. Nothing was done."
        )
        return page(request, "error", status=409, message=message, back=_address(pair if codes else "", 0))
    if chosen not in (*item.answers, "edit"):
        raise HTTPException(400, f"{chosen!r:.20} is no answer to this question.")
    kind = {"choose": "same", "edit": "edit", "accept": "accept"}.get(chosen, "reject")
    return decided(
        request,
        book,
        who,
        {**given, "record": item.record},
        kind,
        lambda judging, fields: _decide(judging, item, fields),
    )


def _address(pair: str, place: int) -> str:
    given = {name: value for name, value in (("pair", pair), ("i", place)) if value}
    return f"/review?{urlencode(given)}" if given else "/review"


def _decide(judging: Judging, item: ReviewItem, given: Fields) -> Judgement:
    because = given.get("because") or None
    match given["answer"]:
        case "accept":
            if item.kind == "link" and item.account and item.field:
                return judging.link(item.record, item.account, item.field, because)
            return judging.accept(item.record, because, item=item.id)
        case "choose":
            if given.get("choice") not in item.choices:
                raise JudgementError("Choose one of the records.")
            return judging.same(item.record, given["choice"], because)
        case "edit":
            if not item.account:
                raise JudgementError("There is no value to edit.")
            return judging.edit(item.account, given.get("field", ""), given.get("value", ""), because)
        case _:
            if item.kind == "placed" and item.account:
                return judging.different(item.record, item.account, because)
            if item.kind == "link" and item.account:
                return judging.link(item.record, item.account, "unrelated", because)
            return judging.reject(item.record, because)


def _items(request: Request, book: Ledger, codes: tuple[str, str] | None, most: int) -> tuple[ReviewItem, ...]:
    if codes is None:
        return review_items(book.doubts(limit=most))
    opened = open_pair(request, book, *codes)
    meetings = opened.account.meetings
    findings = {name for meeting in meetings for name in meeting.findings}
    differences = [one for one in opened.state.differences if isinstance(one.account, MeetingAccount)]
    proposed = [link for item in opened.owed for link in item.follow.proposed]
    accepted = [j.details["item"] for j in book.judgements() if j.kind == "accept" and "item" in j.details]
    return review_items(book.doubts(findings, most), differences, proposed, accepted)[:most]


def _editable(item: ReviewItem | None) -> tuple[str, ...]:
    if item is None or not item.account or item.kind == "link":
        return ()
    if item.field:
        return (item.field,)
    kind = {"ma": "meeting", "va": "visit", "ca": "commitment"}.get(item.account[:2], "")
    return tuple(EDITABLE.get(kind, ()))


def _about(book: Ledger, item: ReviewItem) -> tuple[Shown, ...]:
    names = {"placed": (item.record, item.account), "link": (item.record, item.account)}.get(item.kind, (item.record,))
    return tuple(
        _shown(book, book.record(name), item.field if item.kind == "value" else None) for name in names if name
    )


def _choices(book: Ledger, item: ReviewItem) -> tuple[Shown, ...]:
    return tuple(_shown(book, account) for account in book.glances.accounts(item.choices))


def _shown(book: Ledger, record: Account | FindingRecord | Document, field: str | None = None) -> Shown:
    if isinstance(record, Document):
        return Shown(record.id, headline(record.title, record.text), record.source, ())
    if isinstance(record, FindingRecord):
        source = record.source
        text = book.text(source.document_id)
        words = tuple(_words(source.document_id, item, text) for item in record.finding.evidence[:_PASSAGES])
        return Shown(record.finding.id, source_words(source, country_name), "", words)
    row = next((row for row in rows_of(record) if row.field == field), None) if field else None
    passages = [] if row else list(record.evidence[:_PASSAGES])
    words = tuple(_words(document, item, book.text(document)) for document, item in passages)
    return Shown(record.id, account_title(record, country_name), _dates(record), words, row)


def _dates(record: Any) -> str:
    number = len(record.sources)
    return f"told of by {number} document{'s' if number != 1 else ''}"


def _words(document: str, item: Evidence, text: str) -> Words:
    before = text[max(0, item.start - _AROUND) : item.start]
    after = text[item.end : item.end + _AROUND]
    if item.start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if item.end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Words(before, item.quote, after, words_link(document, item))
