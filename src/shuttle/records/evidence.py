"""Evidence: the words that prove a finding, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from shuttle.errors import EvidenceError

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The passage [start, end) of a document's text, which reads `quote`.

    Attributes:
        start: offset of the first code point, from 0.
        end: offset after the last code point; greater than ``start``.
        quote: exactly ``text[start:end]``.
        field: the field of the finding that these words support; None for the whole finding.
    """

    start: int
    end: int
    quote: str
    field: str | None = None

    @classmethod
    def of(cls, text: str, start: int, end: int, field: str | None = None) -> Evidence:
        """Return the evidence that stands at [start, end) of ``text``.

        Raises:
            EvidenceError: the span is empty or lies outside the text.

        >>> Evidence.of("They met in Oslo.", 12, 16, "place")
        Evidence(start=12, end=16, quote='Oslo', field='place')
        """
        if not 0 <= start < end <= len(text):
            raise EvidenceError(
                f"[{start}, {end}) is no passage of a text of {len(text)} characters. "
                "Evidence needs at least one character inside the text."
            )
        return cls(start, end, text[start:end], field)

    def stands_in(self, text: str) -> bool:
        """Return whether ``text`` reads ``quote`` at this place."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.quote
