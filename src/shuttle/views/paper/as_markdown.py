"""A paper as Markdown (CommonMark with tables and footnotes, as GitHub reads it).

What comes from documents is escaped as it is written (`shuttle.views.markdown.escape`), so that a quotation can neither
break a table, nor open a link, nor carry markup into the page that somebody renders from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from shuttle.views.markdown import address, escape, inline, within
from shuttle.views.paper.model import (
    Blanks,
    Block,
    Facts,
    Line,
    NoteList,
    Paper,
    Reference,
    ReferenceList,
    Remark,
    Reminders,
    Section,
    Words,
    marks_of,
)
from shuttle.views.wording import clean

__all__ = ["markdown"]

_SIGNS = {"plain": "", "strong": "**", "emphasis": "*"}


def markdown(paper: Paper) -> str:
    """Return the paper as Markdown."""
    return "\n\n".join(_blocks(paper)) + "\n"


def _blocks(paper: Paper) -> Iterator[str]:
    cover = paper.cover
    yield f"# {inline(cover.title)}"
    if cover.classification:
        yield f"**{inline(cover.classification)}**"
    # Bullets are facts; what is none of the documents' is a paragraph or has a number.
    for name, value in cover.rows:
        yield f"**{inline(name)}:** {inline(value)}"
    yield f"*{inline(cover.remark)}*"
    writer = _Writer(paper)
    for part in paper.sections:
        yield from writer.section(part, 2)


class _Writer:
    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._numbers: Callable[[Line], list[int]] = marks_of(paper.notes)
        self._reference = paper.reference()

    def section(self, part: Section, level: int) -> Iterator[str]:
        yield f"{'#' * level} {inline(part.title)}"
        for block in part.blocks:
            if text := self._block(block):
                yield text
        for inner in part.sections:
            yield from self.section(inner, level + 1)

    def _block(self, block: Block) -> str:
        if isinstance(block, Remark):
            return f"*{inline(plain(block.words))}*"
        if isinstance(block, Facts):
            return "\n".join(f"- {_text(line.words)}{self._marks(line)}" for line in block.lines)
        if isinstance(block, Blanks):
            return _numbered([*map(escape, block.given), *["\\_\\_\\_\\_\\_"] * block.empty])
        if isinstance(block, Reminders):
            return _numbered(map(_text, block.items))
        if isinstance(block, ReferenceList):
            return "\n".join(f"{entry.number}. {_listed(entry)}" for entry in self._paper.references)
        if isinstance(block, NoteList):
            return "\n".join(
                f"[^{note.number}]: “{inline(note.proof.evidence.quote)}” "
                f"— {_named(self._reference(note.proof.document_id))}"
                for note in self._paper.notes
            )
        head = [f"| {' | '.join((*map(inline, block.header), 'Words'))} |", "|" + " --- |" * (len(block.header) + 1)]
        rows = [f"| {' | '.join((*map(_text, row.cells), self._marks(row)))} |" for row in block.rows]
        return "\n".join(head + rows)

    def _marks(self, line: Line) -> str:
        return "".join(f"[^{number}]" for number in self._numbers(line))


def _numbered(items: Iterable[str]) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def plain(words: Words) -> str:
    """Return the characters of ``words`` alone."""
    return "".join(run.text for run in words)


def _text(words: Words) -> str:
    """Return ``words`` as Markdown for the start of a line or a cell."""
    written = ""
    for run in words:
        body, sign = run.text.strip(), _SIGNS[run.style]
        if not body or not sign:
            # Only the first character of a line can open a list or a heading.
            written += within(run.text) if written.strip() else escape(run.text) + run.text[len(run.text.rstrip()) :]
        else:
            before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
            written += f"{before}{sign}{within(body)}{sign}{after}"
    return written


def _named(entry: Reference) -> str:
    """Return how a footnote names a document: title, publisher and date as far as known, id."""
    name = f"*{inline(entry.name)}*" if entry.titled else inline(entry.name)
    parts = [name, inline(entry.publisher or ""), inline(entry.published or "")]
    return f"{', '.join(part for part in parts if part)} ({entry.document_id})"


def _listed(entry: Reference) -> str:
    """Return how the list of sources names it: the same, what is unknown said to be so, with its address."""
    name = f"*{inline(entry.name)}*" if entry.titled else escape(entry.name)
    publisher = inline(entry.publisher or "publisher not known")
    where = address(entry.where) if entry.url else f"Read from {inline(clean(entry.where))}"
    published = inline(entry.published or "date not known")
    return f"{name}, {publisher}, {published}. {where} ({entry.document_id})"
