"""Turn bytes into text, or say why they are none.

Tried in this order, each strictly: UTF-8 (with or without its mark), UTF-16 with its mark, then
Windows-1252, which old pages of European governments still use. The last accepts nearly any
bytes, so a text that would come out mostly as accented letters (Korean in EUC-KR, say) is
refused instead of kept as nonsense.
"""

from __future__ import annotations

import codecs
import re

from shuttle.documents.refusals import RefusedError

__all__ = ["decode"]

_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b]")
# Beyond these shares of the characters, a text is taken for no text at all.
_MOST_CONTROLS = 0.01
_MOST_ACCENTED = 0.25


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text that ``data`` holds.

    Args:
        data: the whole content.
        declared: an encoding that the content itself names (an HTML page does); tried after UTF-8.

    Raises:
        RefusedError: binary content (code ``binary``), or text in no encoding that is tried
            (code ``encoding``).

    >>> decode(b"Malm\\xf6")
    'Malmö'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise RefusedError(
                "encoding", f"it is marked as UTF-16 but breaks at byte {error.start}. {_WAY_OUT}"
            ) from None
    if data.startswith(_SIGNATURES) or b"\x00" in data:
        raise RefusedError("binary", f"it holds binary data, not text (it begins {data[:8]!r}). {_WAY_OUT}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _decode_otherwise(data, declared, error)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise RefusedError("binary", f"it holds control codes, not text (it begins {data[:8]!r}). {_WAY_OUT}")
    return text


_WAY_OUT = "Save it as UTF-8 text and try again."


def _decode_otherwise(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass  # a page that names its encoding wrongly is read like one that names none
    problem = f"it is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x})"
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise RefusedError("encoding", f"{problem} and not Windows-1252 either. {_WAY_OUT}") from None
    if sum(character > "\x7f" for character in text) > _MOST_ACCENTED * len(text):
        raise RefusedError("encoding", f"{problem} and reads as no Western text. {_WAY_OUT}")
    return text
