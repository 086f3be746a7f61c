"""Read a `.jsonl` corpus: one document a line, in constant memory, line by line.

A line that cannot be read is refused by its number, and the lines after it are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from shuttle.documents.drafts import Draft
from shuttle.documents.refusals import Refusal, RefusedError

__all__ = ["read_corpus"]

_TEXT_KEYS = ("url", "title", "published", "publisher", "language")
_KEYS = "id, text, url, title, published, publisher, language"


def read_corpus(stream: BinaryIO, source: str, limit: int) -> Iterator[Draft | Refusal]:
    """Yield a draft for each line of ``stream``, in order, and a refusal for each broken one.

    Args:
        stream: UTF-8 bytes, at the start of a line.
        source: the corpus's name, for lines without an ``id`` and for refusals.
        limit: bytes from which a line is too large.
    """
    empty = True
    for number, line in enumerate(_lines(stream, limit), 1):
        if number == 1 and line:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line is not None and not line.strip():
            continue
        empty = False
        place = f"{source}, line {number}"
        if line is None:
            yield Refusal(place, "too-large", f"the line reaches the limit of {limit / 1e6:g} MB. {_TOO_LARGE}")
            continue
        try:
            yield _draft(line, place)
        except RefusedError as error:
            yield Refusal(place, error.code, str(error))
    if empty:
        yield Refusal(source, "empty", "the corpus holds no lines. Check that the whole file was saved.")


_TOO_LARGE = "Split it, or raise the limit with --max-mb."


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield the lines, and None in place of one that is too large to be held."""
    while line := stream.readline(limit):
        if len(line) < limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield None


def _draft(line: bytes, source: str) -> Draft:
    try:
        value: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RefusedError("encoding", f"it is not UTF-8 at byte {error.start}. Save the corpus as UTF-8.") from error
    except RecursionError as error:
        raise RefusedError("broken-line", "its JSON is nested too deeply for a document.") from error
    except ValueError as error:
        raise RefusedError("broken-line", f"it is not JSON ({error}). One object a line: {_KEYS}.") from error
    if not isinstance(value, dict):
        raise RefusedError("broken-line", f"it holds {_kind(value)}, not an object with the keys {_KEYS}.")
    text = value.get("text")
    if text is None and isinstance(value.get("document"), dict):
        raise RefusedError("broken-line", "it is a reading, no document. `shuttle import FILE` keeps it as it is.")
    if not isinstance(text, str):
        raise RefusedError("broken-line", f"its 'text' is {_kind(text)}; it must be a string. The keys: {_KEYS}.")
    metadata: dict[str, str | None] = {}
    for key in _TEXT_KEYS:
        given = value.get(key)
        if key == "published" and isinstance(given, int) and not isinstance(given, bool):
            given = str(given)
        if given is not None and not isinstance(given, str):
            raise RefusedError("broken-line", f"its {key!r} is {_kind(given)}; it must be a string or null.")
        metadata[key] = given
    name = value.get("id")
    named = isinstance(name, str | int) and not isinstance(name, bool) and name != ""
    return Draft.of(str(name) if named else source, text, metadata)


def _kind(value: object) -> str:
    if value is None:
        return "missing or null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
