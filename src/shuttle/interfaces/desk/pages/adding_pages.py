"""Adding documents: pasted text, files, addresses; progress while they are read; then what was found."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import anyio
from fastapi import APIRouter, HTTPException, Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response, StreamingResponse

from shuttle.documents.loading import LOADERS
from shuttle.documents.publication_dates import read_date
from shuttle.errors import RecordError
from shuttle.interfaces.desk.adding import Desktop, Given, Job
from shuttle.interfaces.desk.asking import Book, Desk
from shuttle.interfaces.desk.fetching import fetch, name_of
from shuttle.interfaces.desk.pages.judging_pages import Form, fields_of
from shuttle.interfaces.desk.settings import Settings
from shuttle.interfaces.desk.templating import page
from shuttle.views.wording import clean

__all__ = ["router"]

router = APIRouter()
_MOST_ADDRESSES = 20
_EVERY_SECONDS = 0.25
_LONGEST_SECONDS = 900
_MOST_TITLE = 300
# The kinds of files that are read; the others in the table are refused by name.
_READ = ",".join(kind for kind, loader in LOADERS.items() if "not_yet" not in loader.__name__)


def _desktop(request: Request) -> Desktop:
    desktop: Desktop = request.app.state.desktop
    return desktop


@router.get("/add")
def adding(request: Request, desk: Desk) -> Response:
    """Show the form."""
    return _form(request, desk, {}, "")


def _form(request: Request, desk: Settings, given: dict[str, str], trouble: str) -> Response:
    return page(
        request,
        "add",
        status=422 if trouble else 200,
        given={name: given.get(name, "") for name in ("text", "title", "publisher", "published", "url", "addresses")},
        trouble=trouble,
        accepted=_READ,
        most=desk.most_bytes // 1_000_000,
    )


@router.post("/add")
def add(request: Request, form: Form, desk: Desk) -> Response:
    """Take in what was given, and lead on to what becomes of it."""
    fields = fields_of(form)
    published = fields.get("published") or None
    try:
        published = read_date(published) if published else None
    except RecordError as error:
        return _form(request, desk, fields, f"Date of publication: {error}")
    given: list[Given] = []
    if fields.get("text"):
        given.append(_pasted(fields, published))
    for item in form.getlist("files"):
        if isinstance(item, UploadFile) and item.filename:
            content = item.file.read(desk.most_document_bytes + 1)
            given.append(_file(clean(item.filename), content, published))
    addresses = fields.get("addresses", "").split()
    if len(addresses) > _MOST_ADDRESSES:
        return _form(request, desk, fields, f"At most {_MOST_ADDRESSES} addresses at once.")
    given += [_page(address, published, desk) for address in addresses]
    if not given:
        return _form(request, desk, fields, "Nothing was given. Paste a text, choose a file, or give an address.")
    return RedirectResponse(f"/add/{_desktop(request).take(given).id}", 303)


def _pasted(fields: dict[str, str], published: str | None) -> Given:
    known = {name: clean(fields.get(name, ""))[:_MOST_TITLE] for name in ("title", "publisher", "url")}
    text = fields["text"].replace("\r\n", "\n")
    head = "".join(f"{name}: {value}\n" for name, value in known.items() if value)
    content = f"---\n{head}---\n{text}" if head else text
    name = known["title"] or "pasted text"
    return Given(name, lambda: (content.encode("utf-8", "replace"), "pasted.txt"), published)


def _file(name: str, content: bytes, published: str | None) -> Given:
    return Given(name, lambda: (content, name), published)


def _page(address: str, published: str | None, desk: Settings) -> Given:
    def fetched() -> tuple[bytes, str]:
        content, media_type, found_at = fetch(
            address, private=desk.private_addresses, most_bytes=desk.most_document_bytes
        )
        return content, name_of(found_at, media_type)

    return Given(clean(address), fetched, published, url=address)


@router.get("/add/{name}")
def job_page(request: Request, book: Book, name: str) -> Response:
    """Show what has become of what was given, so far."""
    job = _job(request, name)
    names = [
        name for kept in job.kept for name in (*kept.fresh, *kept.joined, *([kept.meeting] if kept.meeting else []))
    ]
    accounts = {account.id: account for account in book.glances.accounts(names[:200])}
    return page(request, "job", job=job, accounts=accounts)


@router.get("/add/{name}/events")
async def events(request: Request, name: str) -> Response:
    """Tell of the progress as it is made, as server-sent events."""
    return StreamingResponse(_events(request, _job(request, name)), media_type="text/event-stream")


async def _events(request: Request, job: Job) -> AsyncIterator[str]:
    last = ""
    with anyio.move_on_after(_LONGEST_SECONDS):
        while not await request.is_disconnected():
            done = job.done
            told = {"progress": job.progress, "now": job.now, "kept": len(job.kept), "refused": len(job.refused)}
            text = json.dumps({**told, "total": job.total, "begun": job.begun})
            if done:
                yield f"event: done\ndata: {text}\n\n"
                return
            # A comment keeps the line open where nothing is new.
            yield f"event: progress\ndata: {text}\n\n" if text != last else ": \n\n"
            last = text
            await anyio.sleep(_EVERY_SECONDS)


def _job(request: Request, name: str) -> Job:
    job = _desktop(request).job(name)
    if job is None:
        raise HTTPException(404, "What was added here is not remembered any more; what was kept is in the ledger.")
    return job
