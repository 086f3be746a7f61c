"""A paper as DOCX: heading styles, a table of contents, the marking and page numbers on every page, words linked.

What stands behind a line is a small number that leads to the words in their annex, and they lead back, so that one
passage can be called upon by many lines (a footnote of Word cannot). The table of contents is a field, filled with
the headings; Word puts in the page numbers when it opens the file. Written with python-docx (the extra ``docx``).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from shuttle.errors import PaperError
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
    lines_of,
    marks_of,
)
from shuttle.views.wording import clean

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

__all__ = ["as_docx"]

# What XML 1.0 cannot hold.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTENTS_LEVELS = 2
_DEEPEST = 6
_LINK = "1A3F78"
# Widths in millimetres; characters that a column counts at most, and those that its longest word needs besides.
_PAGE, _WORDS = 170.0, 18.0
_MOST, _MARGIN = 60, 3


def as_docx(paper: Paper) -> bytes:
    """Return the paper as a DOCX file.

    Raises:
        PaperError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise PaperError(
            "DOCX is written by python-docx, which is not installed. "
            "Install it with: pip install 'shuttle-diplomacy[docx]'"
        ) from error
    writer = _Writer(paper, docx.Document())
    writer.write()
    stream = io.BytesIO()
    writer.document.save(stream)
    return stream.getvalue()


def _text(text: str) -> str:
    return _NO_XML.sub("", clean(text))


class _Writer:
    def __init__(self, paper: Paper, document: Any) -> None:
        self.document = document
        self._paper = paper
        self._numbers: Callable[[Line], list[int]] = marks_of(paper.notes)
        self._reference = paper.reference()
        self._bookmarks = 0
        self._used: set[int] = set()
        self._called = {number for line in lines_of(paper.sections) for number in self._numbers(line)}

    def write(self) -> None:
        self._styles()
        self._properties()
        self._margins()
        self._cover()
        for part in self._paper.sections:
            self._section(part, 1)

    def _styles(self) -> None:
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        styles["Normal"].font.name = "Calibri"
        styles["Normal"].font.size = Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        for level in range(1, _DEEPEST + 1):
            font = styles[f"Heading {level}"].font
            font.name, font.color.rgb = "Calibri", RGBColor(0x1A, 0x1A, 0x1A)
            font.size = Pt({1: 16, 2: 13, 3: 11.5}.get(level, 10.5))
            # A theme's font outweighs the name where it is given.
            fonts = styles[f"Heading {level}"].element.rPr.rFonts
            for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(_q(f"w:{name}"), None)

    def _properties(self) -> None:
        about = self.document.core_properties
        about.title, about.author, about.comments = _text(self._paper.cover.title)[:255], "Shuttle", ""
        about.category = _text(self._paper.cover.classification or "")[:255]
        # Word fills in the page numbers of the contents.
        self.document.settings.element.append(_element("w:updateFields", val="true"))

    def _margins(self) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm

        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(20)
        page.top_margin = page.bottom_margin = Mm(20)
        head = page.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if self._paper.cover.classification:
            head.add_run(_text(self._paper.cover.classification)).bold = True
        foot = page.footer.paragraphs[0]
        foot.add_run(f"{_text(self._paper.cover.title)}\t\t")
        _field(foot, "PAGE", "1")
        foot.add_run(" of ")
        _field(foot, "NUMPAGES", "1")

    def _cover(self) -> None:
        cover = self._paper.cover
        if cover.classification:
            self.document.add_paragraph().add_run(_text(cover.classification)).bold = True
        self.document.add_paragraph(_text(cover.title), style="Title")
        table = self.document.add_table(rows=0, cols=2)
        for name, value in cover.rows:
            row = table.add_row()
            row.cells[0].paragraphs[0].add_run(_text(name)).bold = True
            row.cells[1].paragraphs[0].add_run(_text(value))
        _widths(table, (30, 140))
        self.document.add_paragraph()
        self.document.add_paragraph().add_run(_text(cover.remark)).italic = True
        self._contents()

    def _contents(self) -> None:
        head = self.document.add_paragraph()
        head.add_run("Contents").bold = True
        entries = list(_headings(self._paper.sections, 1))
        for number, (level, part) in enumerate(entries):
            line = self.document.add_paragraph()
            line.paragraph_format.left_indent = _mm(6 * (level - 1))
            line.paragraph_format.space_after = 0
            if number == 0:
                _begin_field(line, f'TOC \\o "1-{_CONTENTS_LEVELS}" \\h \\z \\u')
            _link(line, _anchor(part.key), _text(part.title))
            if number == len(entries) - 1:
                _end_field(line)

    def _section(self, part: Section, level: int) -> None:
        heading = self.document.add_heading(level=min(level, _DEEPEST))
        if part.alone or (level == 1 and part is self._paper.sections[0]):
            heading.paragraph_format.page_break_before = True
        self._bookmark(heading, _anchor(part.key), lambda: heading.add_run(_text(part.title)))
        for block in part.blocks:
            self._block(block)
        for inner in part.sections:
            self._section(inner, level + 1)
        if part.alone:
            from docx.enum.text import WD_BREAK

            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _block(self, block: Block) -> None:
        if isinstance(block, Remark):
            self._write(self.document.add_paragraph(), block.words, italic=True)
        elif isinstance(block, Facts):
            for line in block.lines:
                paragraph = self.document.add_paragraph(style="List Bullet")
                self._write(paragraph, line.words)
                self._marks(paragraph, line)
        elif isinstance(block, Reminders):
            for item in block.items:
                self._write(self.document.add_paragraph(style="List Bullet"), item)
        elif isinstance(block, Blanks):
            for point in (*block.given, *["_" * 60] * block.empty):
                self.document.add_paragraph(_text(point), style="List Bullet")
        elif isinstance(block, ReferenceList):
            for entry in self._paper.references:
                self._listed(entry)
        elif isinstance(block, NoteList):
            self._notes()
        else:
            self._table(block.header, block.rows)

    def _table(self, header: tuple[str, ...], rows: Iterable[Line]) -> None:
        kept = tuple(rows)
        table = self.document.add_table(rows=len(kept) + 1, cols=len(header) + 1, style="Table Grid")
        # To ask the table for each cell takes python-docx most of its time.
        cells_of = table._cells
        wide = len(header) + 1
        grid = [cells_of[start : start + wide] for start in range(0, len(cells_of), wide)]
        table.autofit = False
        widths = _shares(header, kept)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = _mm(width)
        for cell, name in zip(grid[0], (*header, "Words"), strict=True):
            cell.paragraphs[0].add_run(_text(name)).bold = True
        table._tbl.tr_lst[0].get_or_add_trPr().append(_element("w:tblHeader", val="true"))
        for cells, row in zip(grid[1:], kept, strict=True):
            for cell, words in zip(cells, row.cells, strict=False):
                self._write(cell.paragraphs[0], words)
            self._marks(cells[-1].paragraphs[0], row)
        for row in table._tbl.tr_lst:
            row.get_or_add_trPr().append(_element("w:cantSplit", val="true"))
        for cells in grid:
            for cell, width in zip(cells, widths, strict=True):
                cell.width = _mm(width)
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = 0
                for run in paragraph.runs:
                    run.font.size = _pt(8.5)
        self.document.add_paragraph()

    def _write(self, paragraph: Paragraph, words: Words, *, italic: bool = False) -> None:
        for run in words:
            written = paragraph.add_run(_NO_XML.sub("", run.text))
            written.bold = run.style == "strong" or None
            written.italic = italic or run.style == "emphasis" or None

    def _marks(self, paragraph: Paragraph, line: Line) -> None:
        for place, number in enumerate(self._numbers(line)):
            if place:
                paragraph.add_run(" ").font.superscript = True

            def mark(number: int = number) -> None:
                _link(paragraph, f"w{number}", str(number), superscript=True)

            if number in self._used:
                mark()
            else:
                # Where the words are first called upon they lead back to.
                self._used.add(number)
                self._bookmark(paragraph, f"c{number}", mark)

    def _listed(self, entry: Reference) -> None:
        paragraph = self.document.add_paragraph()
        self._bookmark(paragraph, f"s{entry.number}", lambda: paragraph.add_run(f"{entry.number}. "))
        paragraph.add_run(_text(entry.name)).italic = entry.titled or None
        told = [entry.publisher or "publisher not known", entry.published or "date not known"]
        paragraph.add_run(f", {_text(', '.join(told))}. ")
        if entry.url and is_address(entry.where):
            _outward(paragraph, entry.where)
        else:
            paragraph.add_run(_text(entry.where if entry.url else f"Read from {entry.where}"))
        paragraph.add_run(f" ({_text(entry.document_id)})")

    def _notes(self) -> None:
        for note in self._paper.notes:
            paragraph = self.document.add_paragraph()

            def number(paragraph: Paragraph = paragraph, name: int = note.number) -> None:
                _link(paragraph, f"c{name}", str(name))

            self._bookmark(paragraph, f"w{note.number}", number)
            paragraph.add_run(f". “{_text(note.proof.evidence.quote)}” — ")
            entry = self._reference(note.proof.document_id)
            _link(paragraph, f"s{entry.number}", f"source {entry.number}")
            told = ", ".join(filter(None, [entry.publisher, entry.published])) or entry.name
            paragraph.add_run(f", {_text(told)}")

    def _bookmark(self, paragraph: Paragraph, name: str, write: Callable[[], object]) -> None:
        self._bookmarks += 1
        number = str(self._bookmarks)
        paragraph._p.append(_element("w:bookmarkStart", id=number, name=name))
        write()
        paragraph._p.append(_element("w:bookmarkEnd", id=number))


def _shares(header: tuple[str, ...], rows: tuple[Line, ...]) -> list[float]:
    """Return the width of each column in millimetres, wider where more is said; the last is that of the words."""
    lengths: list[float] = []
    for column, name in enumerate(header):
        cells = [row.text_of(column) for row in rows]
        longest = max(len(word) for text in (name, *cells) for word in text.split() or [""])
        lengths.append(max(longest + _MARGIN, min(sum(map(len, cells)) / len(cells), _MOST)))
    room = _PAGE - _WORDS
    return [*(room * length / sum(lengths) for length in lengths), _WORDS]


def _headings(sections: Iterable[Section], level: int) -> Iterable[tuple[int, Section]]:
    for part in sections:
        yield level, part
        if level < _CONTENTS_LEVELS:
            yield from _headings(part.sections, level + 1)


def _anchor(key: str) -> str:
    """Return a name that Word takes for a bookmark: a letter first, then letters, digits, low lines, 40 at most."""
    name = re.sub(r"\W", "_", f"part_{key}", flags=re.ASCII)
    return name if len(name) <= 40 else f"{name[:24]}{name[-16:]}"


def _q(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_q(f"w:{name}"), value)
    return made


def _mm(number: float) -> Any:
    from docx.shared import Mm

    return Mm(number)


def _pt(number: float) -> Any:
    from docx.shared import Pt

    return Pt(number)


def _widths(table: Any, millimetres: tuple[int, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = _mm(width)
        for cell in column.cells:
            cell.width = _mm(width)


def _run(text: str, *, superscript: bool = False, link: bool = False) -> Any:
    run = _element("w:r")
    look = _element("w:rPr")
    if link:
        look.append(_element("w:color", val=_LINK))
    if superscript:
        look.append(_element("w:vertAlign", val="superscript"))
    run.append(look)
    body = _element("w:t")
    body.text = text
    body.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(body)
    return run


def _link(paragraph: Paragraph, anchor: str, text: str, *, superscript: bool = False) -> None:
    link = _element("w:hyperlink", anchor=anchor, history="1")
    link.append(_run(text, superscript=superscript, link=True))
    paragraph._p.append(link)


def _outward(paragraph: Paragraph, url: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    name = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _element("w:hyperlink")
    link.set(_q("r:id"), name)
    link.append(_run(_text(url), link=True))
    paragraph._p.append(link)


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    _begin_field(paragraph, code)
    paragraph.add_run(shown)
    _end_field(paragraph)


def _begin_field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", "separate"):
        run = _element("w:r")
        run.append(_element("w:fldChar", fldCharType=kind))
        paragraph._p.append(run)
        if kind == "begin":
            run = _element("w:r")
            body = _element("w:instrText")
            body.text = f" {code} "
            body.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(body)
            paragraph._p.append(run)


def _end_field(paragraph: Paragraph) -> None:
    run = _element("w:r")
    run.append(_element("w:fldChar", fldCharType="end"))
    paragraph._p.append(run)
