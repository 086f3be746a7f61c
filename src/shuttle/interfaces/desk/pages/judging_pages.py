"""Forms by which a person decides: the same, different, a link, an assessment, a value, withdrawing, taking back.

Every form carries the number of the last entry that its page had seen. If somebody else has decided about the same
record since, nothing is recorded: the second is shown what the first did, with their own input kept, and can record it
all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from shuttle.errors import DecidedMeanwhileError, JudgementError, ShuttleError
from shuttle.interfaces.desk.asking import Book, Who
from shuttle.interfaces.desk.templating import page
from shuttle.interfaces.desk.tokens import checked_form
from shuttle.ledger.judging import Judging
from shuttle.ledger.ledger import Ledger
from shuttle.records.judgements import Judgement

__all__ = ["Fields", "Form", "decided", "fields_of", "local", "router"]

router = APIRouter()
Form = Annotated[FormData, Depends(checked_form)]
Fields = Mapping[str, str]

_MOST_REASON = 2_000
_NUMBER = 10
# What a person writes in their own words, by the name of the field: kept and shown again where a form is refused.
_WRITTEN = {
    "other": "The other record",
    "target": "What came of it",
    "evidence": "Evidence",
    "value": "Value",
    "window": "Window",
    "because": "Reason",
}
_TITLES = {
    "same": "These tell of the same",
    "different": "These do not tell of the same",
    "link": "What came of a commitment",
    "assess": "How far a commitment was kept",
    "edit": "Another value",
    "accept": "This is right",
    "reject": "This was read wrongly",
    "forget": "Withdraw a document",
    "undo": "Take back",
}


def _same(judging: Judging, given: Fields) -> Judgement:
    return judging.same(given["record"], _needed(given, "other"), _reason(given))


def _different(judging: Judging, given: Fields) -> Judgement:
    return judging.different(given["record"], _needed(given, "other"), _reason(given))


def _link(judging: Judging, given: Fields) -> Judgement:
    return judging.link(given["record"], _needed(given, "target"), given.get("relation", ""), _reason(given))


def _assess(judging: Judging, given: Fields) -> Judgement:
    score = given.get("score", "")
    return judging.assess(
        given["record"],
        score=int(score) if score in ("-1", "0", "1") else None,
        completion=given.get("completion") or None,
        window=given.get("window") or None,
        life=given.get("life") or None,
        because=_with_evidence(given),
    )


def _edit(judging: Judging, given: Fields) -> Judgement:
    return judging.edit(given["record"], given.get("field", ""), _needed(given, "value"), _reason(given))


def _accept(judging: Judging, given: Fields) -> Judgement:
    return judging.accept(given["record"], given.get("because") or None, item=given.get("item") or None)


def _reject(judging: Judging, given: Fields) -> Judgement:
    return judging.reject(given["record"], given.get("because") or None)


def _forget(judging: Judging, given: Fields) -> Judgement:
    return judging.forget(given["record"], _reason(given))


def _undo(judging: Judging, given: Fields) -> Judgement:
    number = given.get("entry", "")
    if not number.isdecimal() or len(number) > _NUMBER:
        raise JudgementError(f"{number!r:.20} is no number of an entry.")
    return judging.undo(int(number), given.get("because") or None)


_KINDS: dict[str, Callable[[Judging, Fields], Judgement]] = {
    "same": _same,
    "different": _different,
    "link": _link,
    "assess": _assess,
    "edit": _edit,
    "accept": _accept,
    "reject": _reject,
    "forget": _forget,
    "undo": _undo,
}


def _needed(given: Fields, name: str) -> str:
    if not given.get(name):
        raise JudgementError(f"{_WRITTEN[name]} is missing.")
    return given[name]


def _reason(given: Fields) -> str:
    return _needed(given, "because")[:_MOST_REASON]


def _with_evidence(given: Fields) -> str:
    """Return the reason of an assessment with its evidence; only who found none needs to give none."""
    reason = _reason(given)
    if given.get("evidence"):
        return f"{reason} (evidence: {given['evidence']})"
    if given.get("completion") in ("no evidence available", "not started"):
        return reason
    raise JudgementError("Evidence is missing: the id of a record or document, or an address. Without any, choose "
                         "“no evidence available”.")  # fmt: skip


@router.post("/judge/{kind}")
def judge(request: Request, book: Book, who: Who, form: Form, kind: str) -> Response:
    """Record a decision and lead back to where it was made."""
    decide = _KINDS.get(kind)
    if decide is None:
        raise HTTPException(404, "Not Found")
    return decided(request, book, who, fields_of(form), kind, decide)


def decided(
    request: Request,
    book: Ledger,
    who: str,
    given: Fields,
    kind: str,
    decide: Callable[[Judging, Fields], Judgement],
) -> Response:
    """Record what ``decide`` decides; lead back, or show why nothing was recorded, with everything that was given.

    Args:
        request: what is answered.
        book: where it is recorded.
        who: who decides.
        given: the fields of the form; ``seen`` is the last entry that its page had seen, ``back`` where it stood.
        kind: of the judgement, for the title.
        decide: makes the judgement.
    """
    if not given.get("record") and kind != "undo":
        raise HTTPException(400, "The form names no record. Nothing was done.")
    seen = given.get("seen", "")
    number = int(seen) if seen.isdecimal() and len(seen) <= _NUMBER else None
    try:
        judgement = decide(book.judging(who, seen=None if kind == "undo" else number), given)
    except DecidedMeanwhileError as error:
        entries = book.glances.numbered(error.entries)
        return _again(request, book, given, kind, str(error), 409, entries)
    except ShuttleError as error:
        return _again(request, book, given, kind, str(error), 422, ())
    return RedirectResponse(_with_done(local(given.get("back")), judgement), 303)


def _again(
    request: Request, book: Ledger, given: Fields, kind: str, message: str, status: int, entries: object
) -> Response:
    kept = {name: value for name, value in given.items() if name not in ("seen", "token")}
    return page(
        request,
        "again",
        status=status,
        kind=kind,
        title=_TITLES[kind],
        message=message,
        entries=entries,
        action=request.url.path,
        hidden={name: value for name, value in kept.items() if name not in _WRITTEN},
        written={name: (_WRITTEN[name], value) for name, value in kept.items() if name in _WRITTEN},
        back=local(given.get("back")),
        head=book.glances.head(),
    )


def fields_of(form: FormData) -> dict[str, str]:
    """Return the fields of a form that hold text, without blanks around them."""
    return {name: value.strip() for name, value in form.multi_items() if isinstance(value, str)}


def local(address: str | None) -> str:
    """Return an address of the desk's own, whatever a form says.

    >>> local("/KOR-JPN?p=2"), local("//elsewhere.org"), local("https://elsewhere.org"), local(None)
    ('/KOR-JPN?p=2', '/', '/', '/')
    """
    given = address or "/"
    plain = given.startswith("/") and not given.startswith("//") and "\\" not in given and given.isprintable()
    return given if plain else "/"


def _with_done(back: str, judgement: Judgement) -> str:
    parts = urlsplit(back)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "done"]
    # What took something back is told by the page itself: it cannot be taken back again.
    query.append(("undone" if judgement.kind == "undo" else "done", str(judgement.entry)))
    return f"{parts.path}?{urlencode(query)}" + (f"#{parts.fragment}" if parts.fragment else "")
