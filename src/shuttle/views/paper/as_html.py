"""A paper as one HTML file: no script, nothing loaded from elsewhere, readable by ear, by eye and on paper.

What comes from documents is text: it is escaped as it is written. Only web addresses become links, and only of the
sources. The same page, laid out for print, is what `shuttle.views.paper.as_pdf` makes the PDF of.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from shuttle.views.markdown import is_address
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
from shuttle.views.paper.style import STYLE
from shuttle.views.wording import clean

__all__ = ["as_html"]

_ELEMENTS = {"plain": "", "strong": "strong", "emphasis": "em"}
# Deeper headings than that are not in the contents.
_CONTENTS_DEPTH = 1


def as_html(paper: Paper) -> str:
    """Return the paper as a complete HTML document."""
    return "\n".join(_Writer(paper).page()) + "\n"


def _text(text: str) -> str:
    return html.escape(clean(text))


def _words(words: Words) -> str:
    written = ""
    for run in words:
        name = _ELEMENTS[run.style]
        body = html.escape(run.text)
        written += f"<{name}>{body}</{name}>" if name else body
    return written


def _key(text: str) -> str:
    """Return ``text`` as an id: letters, digits and hyphens."""
    return re.sub(r"[^\w-]", "-", text, flags=re.ASCII)


class _Writer:
    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._numbers: Callable[[Line], list[int]] = marks_of(paper.notes)
        self._reference = paper.reference()
        self._used: set[int] = set()

    def page(self) -> Iterator[str]:
        cover = self._paper.cover
        yield "<!DOCTYPE html>"
        yield '<html lang="en">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{_text(cover.title)}</title>"
        yield f"<style>\n{STYLE}</style>"
        yield "</head>"
        yield "<body>"
        yield '<a class="skip" href="#main">To the brief</a>'
        yield '<header class="cover">'
        if cover.classification:
            yield f'<p class="marking">{_text(cover.classification)}</p>'
        yield f"<h1>{_text(cover.title)}</h1>"
        yield "<dl>"
        for name, value in cover.rows:
            yield f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>"
        yield "</dl>"
        yield f'<p class="remark">{_text(cover.remark)}</p>'
        yield '<nav aria-label="Contents"><h2 class="contents">Contents</h2>'
        yield from _contents(self._paper.sections, 0)
        yield "</nav>"
        yield "</header>"
        yield '<main id="main">'
        for part in self._paper.sections:
            yield from self._section(part, 2)
        yield "</main>"
        yield "</body>"
        yield "</html>"

    def _section(self, part: Section, level: int) -> Iterator[str]:
        key, depth = _key(part.key), min(level, 6)
        name = ' class="alone"' if part.alone else ""
        yield f'<section id="{key}" aria-labelledby="{key}-title"{name}>'
        yield f'<h{depth} id="{key}-title">{_text(part.title)}</h{depth}>'
        for number, block in enumerate(part.blocks):
            # What follows its heading directly is named by it.
            yield from self._block(block, named=number == 0)
        for inner in part.sections:
            yield from self._section(inner, level + 1)
        yield "</section>"

    def _block(self, block: Block, *, named: bool) -> Iterator[str]:
        if isinstance(block, Remark):
            yield f'<p class="remark">{_words(block.words)}</p>'
        elif isinstance(block, Facts):
            yield from _list("ul", (f"{_words(line.words)}{self._marks(line)}" for line in block.lines))
        elif isinstance(block, Reminders):
            yield from _list("ul", map(_words, block.items))
        elif isinstance(block, Blanks):
            blank = '<span class="blank" role="img" aria-label="to be filled in"></span>'
            yield from _list("ul", (*map(_text, block.given), *[blank] * block.empty))
        elif isinstance(block, ReferenceList):
            yield '<ol class="sources">'
            for entry in self._paper.references:
                yield f'<li id="s{entry.number}">{_listed(entry)}</li>'
            yield "</ol>"
        elif isinstance(block, NoteList):
            yield from self._notes()
        else:
            yield '<div class="table" role="region" tabindex="0" aria-label="' + _text(block.label) + '">'
            unseen = ' class="unseen"' if named else ""
            yield f"<table><caption{unseen}>{_text(block.label)}</caption>"
            cells = "".join(f'<th scope="col">{_text(name)}</th>' for name in (*block.header, "Words"))
            yield f"<thead><tr>{cells}</tr></thead>"
            yield "<tbody>"
            for row in block.rows:
                written = "".join(f"<td>{_words(cell)}</td>" for cell in row.cells)
                yield f"<tr>{written}<td>{self._marks(row)}</td></tr>"
            yield "</tbody></table>"
            yield "</div>"

    def _marks(self, line: Line) -> str:
        marks = []
        for number in self._numbers(line):
            # Where the words are first called upon they lead back to.
            name = "" if number in self._used else f' id="c{number}"'
            self._used.add(number)
            marks.append(f'<a{name} href="#w{number}" aria-label="words {number}">{number}</a>')
        return f'<sup class="marks">{" ".join(marks)}</sup>'

    def _notes(self) -> Iterator[str]:
        yield '<ol class="words">'
        for note in self._paper.notes:
            entry = self._reference(note.proof.document_id)
            told = ", ".join(filter(None, [entry.publisher, entry.published])) or entry.name
            yield (
                f'<li id="w{note.number}"><q>{_text(note.proof.evidence.quote)}</q> — '
                f'<a href="#s{entry.number}">source {entry.number}</a>, {_text(told)} '
                f'<a class="back" href="#c{note.number}" aria-label="back to the line">↑</a></li>'
            )
        yield "</ol>"


def _list(name: str, items: Iterator[str] | tuple[str, ...] | map[str]) -> Iterator[str]:
    yield f"<{name}>"
    for item in items:
        yield f"<li>{item}</li>"
    yield f"</{name}>"


def _contents(sections: tuple[Section, ...], depth: int) -> Iterator[str]:
    yield "<ul>"
    for part in sections:
        yield f'<li><a href="#{_key(part.key)}">{_text(part.title)}</a>'
        if depth < _CONTENTS_DEPTH and part.sections and part.key == "issues":
            yield from _contents(part.sections, depth + 1)
        yield "</li>"
    yield "</ul>"


def _listed(entry: Reference) -> str:
    name = f"<cite>{_text(entry.name)}</cite>" if entry.titled else _text(entry.name)
    where = _text(entry.where)
    if entry.url and is_address(entry.where):
        where = f'<a rel="noreferrer" href="{where}">{where}</a>'
    elif not entry.url:
        where = f"Read from {where}"
    publisher, published = entry.publisher or "publisher not known", entry.published or "date not known"
    return f"{name}, {_text(publisher)}, {_text(published)}. {where} (<code>{_text(entry.document_id)}</code>)"
