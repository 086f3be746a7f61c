"""Refusal: an input that was not read, why, and what would make it readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shuttle.errors import DocumentError

__all__ = ["Refusal", "RefusalCode", "RefusedError"]

RefusalCode = Literal[
    "binary",
    "broken-line",
    "empty",
    "encoding",
    "front-matter",
    "metadata",
    "no-text",
    "not-supported-yet",
    "too-large",
    "unknown-kind",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input S was not read, for reason C; the message shows what was seen and gives the way out.

    Attributes:
        source: the path, address or corpus line, as a user can find it.
        code: the reason, for programs.
        message: the reason and the way out, for people; one line.
    """

    source: str
    code: RefusalCode
    message: str


class RefusedError(DocumentError):
    """One input cannot be read; `load_documents` turns it into a `Refusal` and goes on."""

    def __init__(self, code: RefusalCode, message: str) -> None:
        super().__init__(message)
        self.code: RefusalCode = code
