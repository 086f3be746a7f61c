"""Take in a desk's own spreadsheet, saved as CSV: the table is the document's text, line for line."""

from __future__ import annotations

from pathlib import Path

from shuttle.documents.decoding import decode
from shuttle.documents.drafts import Draft, make_document
from shuttle.documents.loading import MAX_BYTES
from shuttle.documents.refusals import RefusedError
from shuttle.errors import DocumentError
from shuttle.records.documents import Document

__all__ = ["load_spreadsheet"]


def load_spreadsheet(path: str, *, publisher: str | None = None, published: str | None = None) -> Document:
    """Return the spreadsheet at ``path`` as a document.

    Args:
        publisher: whose it is; the file's name if None.
        published: the day it was last kept up to.

    Raises:
        DocumentError: there is no such file, it is too large, or no text.
    """
    file = Path(path)
    try:
        data = file.read_bytes() if file.stat().st_size < MAX_BYTES else None
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}. Check the spelling and the current folder.") from error
    if data is None:
        raise DocumentError(f"{path}: it has {MAX_BYTES / 1_000_000:.0f} MB or more. Divide it into several files.")
    try:
        draft = Draft(path, decode(data), title=file.name, publisher=publisher or file.name, published=published)
        return make_document(draft)
    except RefusedError as error:
        raise DocumentError(f"{path}: {error} Save the sheet as CSV (UTF-8).") from error
