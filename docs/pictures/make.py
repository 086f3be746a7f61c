"""Draw the pictures of the documentation that show what Shuttle prints and draws: `terminal`, `timeline`, `board`.

    .venv/bin/python docs/pictures/make.py

In:   the documents in examples/, read and kept in a ledger that is thrown away.
Out:  an SVG that needs no fonts and no network of its own; nothing in it is typed by hand.

`way.svg` and `cascade.svg` are drawn by hand and edited as text.
"""

from __future__ import annotations

import html
import os
import re
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from shuttle.analysis.owed import owed
from shuttle.documents.loading import load_documents
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.reading.reader import default_reader
from shuttle.records.accounts import MeetingAccount
from shuttle.records.documents import Document
from shuttle.views.pictures.board import board_svg
from shuttle.views.pictures.chart import chart_of
from shuttle.views.pictures.timeline import timeline_svg
from shuttle.views.reading_text import reading_lines
from shuttle.views.record import record_lines
from shuttle.views.text_lines import TextLine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# The document that is read in the picture, and the field of its meeting on which accounts differ.
SHOWN = "2025-10-30-gyeongju-japan-readout.txt"
FIELD = "Length"
# Whose timeline and board are drawn, and as of which day.
PAIR, AS_OF = ("KOR", "JPN"), "2026-01-20"

COLUMNS = 90
_SIZE, _ADVANCE, _LEADING = 14, 8.43, 20
_PAD, _BAR, _GAP = 22, 38, 18
_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
_BACK, _BAR_FILL, _PLAIN = "#14202b", "#1f2f3d", "#d7e0e7"
_STYLES = {
    "title": "fill:#ffffff;font-weight:bold",
    "note": "fill:#8fa3b3",
    "heading": "fill:#f2c14e;font-weight:bold",
    "entry": "fill:#ffffff;font-weight:bold",
    "detail": f"fill:{_PLAIN}",
    "quote": "fill:#7fd1c7",
    "issue": "fill:#f2a65a",
    "prompt": "fill:#8fd18b;font-weight:bold",
    "mark": "fill:#14202b;font-weight:bold",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one style on one line, from a column on."""

    column: int
    text: str
    style: str


Row = tuple[Piece, ...]
_LABEL = re.compile(r"[a-z ]+:")
_MARKS = re.compile(r"(>>|<<)")


def main() -> None:
    """Draw every picture anew."""
    os.chdir(ROOT)  # so that sources are shown as examples/...
    (HERE / "terminal.svg").write_text(terminal(), encoding="utf-8")
    for name, picture in pair_pictures().items():
        (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


def terminal() -> str:
    """Return the picture of `shuttle read` and `shuttle show` on one of the examples."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "shuttle.db") as ledger:
        shown = _keep_all(ledger)
        reading = list(_rows(reading_lines(ledger.reading(shown.id), country_name)))
        meeting = meeting_about(ledger, shown.id)
        texts = {source.document_id: ledger.text(source.document_id) for source in meeting.sources}
        record = list(record_lines(meeting, texts, country_name))
    start = next(n for n, line in enumerate(record) if line.text.startswith(f"{FIELD}:"))
    field = [record[start]]
    for line in record[start + 1 :]:
        if line.depth <= record[start].depth:
            break
        field.append(line)
    return _picture(
        [
            (f"shuttle read examples/{SHOWN}", [*_until_visits(reading), _dots()]),
            (f"shuttle show {meeting.id}", [*_rows(record[:1]), _dots(), *_rows(field), _dots()]),
        ]
    )


def pair_pictures() -> dict[str, str]:
    """Return the timeline and the board of `PAIR` on the day `AS_OF`, as `shuttle timeline` draws them."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "shuttle.db") as ledger:
        _keep_all(ledger)
        pair = ledger.pair(*PAIR)
        found = owed(pair, ledger.judgements(), AS_OF)
    return {
        "timeline": timeline_svg(chart_of(pair, AS_OF, country_name)),
        "board": board_svg(found, PAIR, AS_OF, country_name),
    }


def meeting_about(ledger: Ledger, document_id: str) -> MeetingAccount:
    """Return the account of the meeting that a document is about."""
    main_meeting = ledger.reading(document_id).main_meeting
    if main_meeting is None:
        raise SystemExit(f"{SHOWN}: the reader finds no main meeting. Choose another document for the picture.")
    return ledger.meeting(main_meeting.id)


def _keep_all(ledger: Ledger) -> Document:
    shown: Document | None = None
    for document in load_documents(["examples"]):
        if not isinstance(document, Document):
            continue
        ledger.add(default_reader().read(document))
        if document.source.endswith(SHOWN):
            shown = document
    if shown is None:
        raise SystemExit(f"examples/{SHOWN} is missing. Choose another document for the picture.")
    return shown


def _until_visits(rows: Sequence[Row]) -> list[Row]:
    """Return the head of a reading and its main meeting, which is what the picture has room for."""
    ends = [n for n, row in enumerate(rows) if row and row[0].style == "heading"]
    kept = list(rows[: ends[1]]) if len(ends) > 1 else list(rows)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _dots() -> Row:
    return (Piece(0, "…", "note"),)


def _rows(lines: Iterable[TextLine]) -> Iterator[Row]:
    for line in lines:
        if line.role == "blank":
            yield ()
            continue
        indent = 2 * line.depth
        hanging = indent + (0 if line.role in ("title", "quote", "note") else 2)
        wrapped = textwrap.wrap(
            line.text,
            COLUMNS,
            initial_indent=" " * indent,
            subsequent_indent=" " * hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        marking = False
        for number, text in enumerate(wrapped):
            column = indent if number == 0 else hanging
            text = text[column:]
            label = _LABEL.match(text)
            if line.role == "detail" and line.depth == 2 and number == 0 and label:
                yield (
                    Piece(column, label.group(), "entry"),
                    Piece(column + label.end(), text[label.end() :], "detail"),
                )
                continue
            pieces, marking = _marked(column, text, line.role, marking)
            yield pieces


def _marked(column: int, text: str, style: str, marking: bool) -> tuple[Row, bool]:
    """Return the pieces of a line in which ``>>`` and ``<<`` enclose the words that prove something.

    Args:
        column: where the line begins.
        text: the line.
        style: the style of what is not marked.
        marking: whether the line begins inside such words; returned anew for its end.
    """
    pieces: list[Piece] = []
    for part in _MARKS.split(text):
        if part == ">>":
            marking = True
        style_here = "mark" if marking else style
        pieces.append(Piece(column, part, style_here))
        column += len(part)
        if part == "<<":
            marking = False
    return tuple(_merged(pieces)), marking


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield ``pieces`` with neighbours of one style as one."""
    current: Piece | None = None
    for piece in pieces:
        if current and current.style == piece.style:
            current = Piece(current.column, current.text + piece.text, current.style)
            continue
        if current:
            yield current
        current = piece
    if current:
        yield current


def _picture(windows: Sequence[tuple[str, Sequence[Row]]]) -> str:
    width = round(2 * _PAD + COLUMNS * _ADVANCE)
    bodies: list[str] = []
    top = 0
    for command, rows in windows:
        height = _BAR + 2 * _PAD + _LEADING * len(rows) - 8
        bodies.append(_window(command, rows, top, width, height))
        top += height + _GAP
    alt = "Terminal: " + "; ".join(command for command, _ in windows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top - _GAP}" width="{width}" '
        f'height="{top - _GAP}" role="img" aria-label="{html.escape(alt)}">\n'
        f"<style>text{{font-family:{_FONTS};font-size:{_SIZE}px;white-space:pre}}"
        + "".join(f".{name}{{{style}}}" for name, style in _STYLES.items())
        + "</style>\n"
        + "".join(bodies)
        + "</svg>\n"
    )


def _window(command: str, rows: Sequence[Row], top: int, width: int, height: int) -> str:
    out = [f'<g transform="translate(0 {top})">']
    out.append(f'<rect width="{width}" height="{height}" rx="10" fill="{_BACK}"/>')
    out.append(f'<path d="M0 {_BAR}V10a10 10 0 0 1 10-10H{width - 10}a10 10 0 0 1 10 10V{_BAR}z" fill="{_BAR_FILL}"/>')
    out.append(_text(_PAD, 25, "$ ", "prompt") + _text(_PAD + 2 * _ADVANCE, 25, command, "title"))
    for number, row in enumerate(rows):
        y = _BAR + _PAD + 10 + number * _LEADING
        for piece in row:
            x = _PAD + piece.column * _ADVANCE
            if piece.style == "mark":
                out.append(
                    f'<rect x="{x - 2:.1f}" y="{y - 14}" width="{len(piece.text) * _ADVANCE + 4:.1f}" height="19" '
                    'rx="3" fill="#f2c14e"/>'
                )
            out.append(_text(x, y, piece.text, piece.style))
    out.append("</g>\n")
    return "\n".join(out)


def _text(x: float, y: int, text: str, style: str) -> str:
    if not text.strip():
        return ""
    # The length is given, so that another monospaced font keeps the columns.
    length = f' textLength="{len(text) * _ADVANCE:.1f}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 else ""
    return f'<text x="{x:.1f}" y="{y}" class="{style}"{length} xml:space="preserve">{html.escape(text)}</text>'


if __name__ == "__main__":
    main()
