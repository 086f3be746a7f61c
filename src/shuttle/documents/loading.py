"""Load documents: the front door of this room.

In:   paths of files and folders, or ``-`` for standard input.
Out:  one `Document` or one `Refusal` for each document found, in a fixed order, one at a time.

A folder is walked in sorted order; hidden files and `README.md` are not documents. A file of a
kind that is not read yet is refused by name, so that nothing in a folder goes missing unsaid.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from shuttle.documents.corpora import read_corpus
from shuttle.documents.decoding import decode
from shuttle.documents.drafts import Draft, make_document
from shuttle.documents.front_matter import split_front_matter
from shuttle.documents.markdown_text import strip_markdown
from shuttle.documents.pages import read_page
from shuttle.documents.publication_dates import read_date
from shuttle.documents.refusals import Refusal, RefusedError
from shuttle.errors import DocumentError
from shuttle.records.documents import Document

__all__ = ["LOADERS", "MAX_BYTES", "Loader", "load_documents"]

#: A document of this many bytes or more is refused unless the caller raises the limit: no document that governments or
#: newspapers publish comes near it, and one that large would keep a reader busy for the better part of a minute.
MAX_BYTES = 4_000_000

Loader = Callable[[BinaryIO, str, int], Iterator[Draft | Refusal]]
_STANDARD_INPUT = "-"
_ADDRESSES = ("http://", "https://", "ftp://")


def load_documents(
    paths: Sequence[str | Path],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    limit: int = MAX_BYTES,
) -> Iterator[Document | Refusal]:
    """Yield the documents at ``paths``, each as soon as it is read.

    Args:
        paths: files, folders and ``-``, in the order in which they are read.
        published: a date of publication for all of them, over whatever they say themselves.
        stdin: what ``-`` stands for; None for the process's standard input.
        limit: bytes from which a document is too large.

    Raises:
        RecordError: ``published`` is no date; raised before anything is read.
        DocumentError: a path does not exist; raised after all the others were read.
    """
    if published is not None:
        published = read_date(published)
    return _load_all(paths, published, stdin, limit)


def _load_all(
    paths: Sequence[str | Path], published: str | None, stdin: BinaryIO | None, limit: int
) -> Iterator[Document | Refusal]:
    missing: list[str] = []
    for given in paths:
        path = Path(given)
        if str(given) == _STANDARD_INPUT:
            found = _load_stream(stdin or sys.stdin.buffer, "-", limit)
        elif str(given).lower().startswith(_ADDRESSES):
            found = iter([Refusal(str(given), "not-supported-yet", _ADDRESS_MESSAGE)])
        elif not os.path.lexists(path):
            missing.append(_shown(path))
            continue
        else:
            found = _load_path(path, limit)
        for item in found:
            yield _finish(item, published) if isinstance(item, Draft) else item
    if missing:
        raise DocumentError(f"no such file or folder: {', '.join(missing)}. Check the spelling and the current folder.")


def _finish(draft: Draft, published: str | None) -> Document | Refusal:
    try:
        return make_document(draft, published=published)
    except RefusedError as error:
        return Refusal(draft.source, error.code, str(error))


def _load_path(path: Path, limit: int) -> Iterator[Draft | Refusal]:
    if not path.is_dir():
        yield from _load_file(path, limit)
        return
    empty = True
    for file in _files(path):
        empty = False
        if isinstance(file, Refusal):
            yield file
        else:
            yield from _load_file(file, limit)
    if empty:
        yield Refusal(_shown(path), "empty", f"the folder holds no documents ({_kinds()}).")


def _files(folder: Path) -> Iterator[Path | Refusal]:
    """Yield the documents under ``folder``, sorted by path; links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Refusal(
            _shown(folder), "unreadable", f"the folder cannot be opened ({error.strerror}). Check its rights."
        )
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() == "readme.md":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif not entry.is_dir():
            yield Path(entry.path)


def _load_file(path: Path, limit: int) -> Iterator[Draft | Refusal]:
    source = _shown(path)
    try:
        with path.open("rb") as stream:
            if not path.suffix:
                yield from _load_stream(stream, source, limit)
            else:
                yield from LOADERS.get(path.suffix.lower(), _refuse_kind)(stream, source, limit)
    except RefusedError as error:
        yield Refusal(source, error.code, str(error))
    except OSError as error:
        yield Refusal(source, "unreadable", f"the file cannot be read ({error.strerror}). Check its rights.")


def _load_stream(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    """Load what has no suffix to tell its kind: a corpus, a page or a text, by how it begins."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    opening = buffered.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    loader = _load_text
    if opening.startswith((b'{"', b"{ ")):
        loader = read_corpus
    elif opening.startswith((b"<!doctype html", b"<html")):
        loader = _load_page
    try:
        yield from loader(buffered, source, limit)
    except RefusedError as error:
        yield Refusal(source, error.code, str(error))


def _load_text(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    metadata, text = split_front_matter(decode(_read(stream, limit)))
    yield Draft.of(source, text, metadata)


def _load_markdown(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    for draft in _load_text(stream, source, limit):
        yield replace(draft, text=strip_markdown(draft.text)) if isinstance(draft, Draft) else draft


def _load_page(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    yield read_page(_read(stream, limit), source)


def _not_yet(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    kind = Path(source).suffix.lower()
    yield Refusal(source, "not-supported-yet", f"{kind} files are not read yet. Save the document as .txt or .html.")


def _refuse_kind(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    yield Refusal(source, "unknown-kind", f"{Path(source).suffix!r} is no kind of document Shuttle reads ({_kinds()}).")


#: Which loader reads which suffix. A loader for a new kind of file is one more line.
LOADERS: dict[str, Loader] = {
    ".txt": _load_text,
    ".text": _load_text,
    ".md": _load_markdown,
    ".markdown": _load_markdown,
    ".html": _load_page,
    ".htm": _load_page,
    ".jsonl": read_corpus,
    ".ndjson": read_corpus,
    ".pdf": _not_yet,
    ".docx": _not_yet,
    ".doc": _not_yet,
}
_ADDRESS_MESSAGE = "addresses are not fetched yet. Save the page as .html and give the file."


def _kinds() -> str:
    return ", ".join(suffix for suffix, loader in LOADERS.items() if loader is not _not_yet)


def _read(stream: BinaryIO, limit: int) -> bytes:
    data = stream.read(limit)
    if len(data) >= limit:
        raise RefusedError(
            "too-large",
            f"it reaches the limit of {limit / 1e6:g} MB for one document. Split it, or raise the limit with --max-mb.",
        )
    if not data.strip():
        raise RefusedError("empty", "it is empty. Check that the whole file was saved.")
    return data


def _shown(path: Path) -> str:
    """Return the path as text; bytes that are no text are shown as such, not passed on."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
