"""Markdown in which every factual line carries its words.

A `Line` cannot be made without evidence, and a `Page` takes facts only as lines: a sentence that
nothing proves cannot reach the paper. Footnotes are numbered in the order of their use, one for
each distinct passage of a document.

What comes from documents is escaped when it enters (`escape`), so that a quotation can neither break a
table, nor open a link, nor carry markup into the page that somebody renders from it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from shuttle.errors import EvidenceError
from shuttle.records.claims import Claim
from shuttle.records.evidence import Evidence
from shuttle.views.wording import clean

__all__ = ["Line", "Notes", "Page", "Proof", "address", "escape", "inline", "is_address", "proofs_of"]

# What opens something in CommonMark, in GitHub's tables and in footnotes.
_MARKS = re.compile(r"([\\`*_\[\]|~])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What can stand between < and > without opening or closing anything.
_ADDRESS = re.compile(r"https?://[\w./:?#@!$&()*+,;=%~-]{1,2000}", re.ASCII)
_MOST_COMPARED = 60
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    r"""Return ``text`` as Markdown that shows exactly its characters, on one line.

    >>> escape("a|b [x](y) <script>")
    'a\\|b \\[x\\](y) &lt;script&gt;'
    """
    text = inline(text)
    return _LINE_START.sub(lambda match: f"{match[1]}\\" if match[1][0].isdigit() else f"\\{match[1]}", text)


def address(url: str) -> str:
    r"""Return a web address as a link that shows itself; anything else as the text that it is.

    >>> address("https://example.org/a_b"), address("javascript:alert(1)")
    ('<https://example.org/a_b>', 'javascript:alert(1)')
    """
    return f"<{url}>" if is_address(url) else escape(url)


def is_address(url: str) -> bool:
    """Return whether ``url`` is a web address that can be opened without doing anything else.

    >>> is_address("https://example.org/a"), is_address("javascript:alert(1)")
    (True, False)
    """
    return _ADDRESS.fullmatch(url) is not None


def inline(text: str) -> str:
    """Return ``text`` as `escape` does, for a place after the first character of a line."""
    return _MARKS.sub(r"\\\1", clean(text).translate(_HTML))


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage of a document."""

    document_id: str
    evidence: Evidence


def proofs_of(claims: Iterable[Claim]) -> tuple[Proof, ...]:
    """Return the passages that ``claims`` rest on, in their order, none twice."""
    return tuple(dict.fromkeys(Proof(claim.document_id, item) for claim in claims for item in claim.evidence))


@dataclass(frozen=True, slots=True)
class Line:
    """A factual line with the words that prove it: at least one passage, or it cannot be made.

    Attributes:
        text: Markdown on one line; what comes from documents in it is escaped.
        proofs: the passages it rests on.
        cells: for a row of a table, its cells instead of a text.
    """

    text: str
    proofs: tuple[Proof, ...]
    cells: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.proofs:
            raise EvidenceError(
                f"no words prove the line {self.text or ' | '.join(self.cells)!r}, so it is not printed."
            )
        if any("\n" in part for part in (self.text, *self.cells)):
            raise EvidenceError(f"a line is one line, got {self.text!r} {self.cells!r}.")

    @classmethod
    def row(cls, cells: Sequence[str], proofs: tuple[Proof, ...]) -> Line:
        """Return a row of a table; its footnotes stand in a last cell of their own."""
        return cls("", proofs, tuple(cells))


@dataclass(slots=True)
class Notes:
    """Footnotes, numbered from 1 in the order of use.

    Attributes:
        describe: from a document id to the words that name the document, as Markdown.
        most: footnotes that one line may carry; further proofs stand in the ledger.
    """

    describe: Callable[[str], str]
    most: int = 6
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def marks(self, proofs: Iterable[Proof]) -> str:
        """Return the footnote marks for ``proofs``: ``[^1][^2]``."""
        numbers: list[int] = []
        for proof in _widest(proofs):
            key = (proof.document_id, clean(proof.evidence.quote))
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            if number not in numbers:
                numbers.append(number)
            if len(numbers) == self.most:
                break
        return "".join(f"[^{number}]" for number in numbers)

    def lines(self) -> list[str]:
        """Return the footnotes' texts, in the order of their numbers."""
        return [
            f"[^{number}]: “{inline(quote)}” {self.describe(document_id)}"
            for (document_id, quote), number in self._numbers.items()
        ]


def _widest(proofs: Iterable[Proof]) -> list[Proof]:
    """Leave out passages that lie inside another of the same document: its footnote shows them too."""
    # More than a line can carry are not compared: a fact may rest on thousands.
    distinct = list(itertools.islice(dict.fromkeys(proofs), _MOST_COMPARED))
    return [
        proof
        for proof in distinct
        if not any(
            other is not proof
            and other.document_id == proof.document_id
            and other.evidence.start <= proof.evidence.start
            and other.evidence.end >= proof.evidence.end
            and (other.evidence.start, other.evidence.end) != (proof.evidence.start, proof.evidence.end)
            for other in distinct
        )
    ]


@dataclass(slots=True)
class Page:
    """A Markdown page under construction: headings and remarks of Shuttle's own, and facts as lines."""

    notes: Notes
    _blocks: list[str] = field(default_factory=list)

    def heading(self, level: int, text: str) -> None:
        """Add a heading; ``text`` is Markdown."""
        self._blocks.append(f"{'#' * level} {text}")

    def remark(self, text: str) -> None:
        """Add a paragraph that states no fact about the world: scope, rules, how to read a table."""
        self._blocks.append(text)

    def bullets(self, lines: Iterable[Line]) -> None:
        """Add a list of facts."""
        items = [f"- {line.text}{self.notes.marks(line.proofs)}" for line in lines]
        if items:
            self._blocks.append("\n".join(items))

    def table(self, header: Sequence[str], rows: Iterable[Line]) -> None:
        """Add a table of facts; its last column holds the footnotes."""
        body = [f"| {' | '.join((*row.cells, self.notes.marks(row.proofs)))} |" for row in rows]
        if body:
            head = [f"| {' | '.join((*header, 'Words'))} |", "|" + " --- |" * (len(header) + 1)]
            self._blocks.append("\n".join(head + body))

    def plain_list(self, items: Iterable[str]) -> None:
        """Add a numbered list that names things instead of stating facts: the sources."""
        numbered = [f"{number}. {item}" for number, item in enumerate(items, 1)]
        if numbered:
            self._blocks.append("\n".join(numbered))

    def text(self) -> str:
        """Return the page, footnotes last."""
        blocks = [*self._blocks, "\n".join(self.notes.lines())]
        return "\n\n".join(block for block in blocks if block) + "\n"
