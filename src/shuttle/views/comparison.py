"""The comparison of two sides' accounts as a table a newspaper would draw: a row a topic, a column a side.

In:   a comparison, and what changed since each side's last account.
Out:  sections of rows as plain data (`sections`), which a brief, a page or a paper can set; a table of plain text
      (`comparison_table`) and Markdown (`comparison_markdown`).

Every cell holds a side's own words with the number of their document and their place in it, or "not mentioned".
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shuttle.analysis.compared_facts import FactCell, FactRow
from shuttle.analysis.comparison import Comparison, RowWay, TopicRow
from shuttle.analysis.quoting import Quote
from shuttle.analysis.since_last import Change, Changes
from shuttle.views.markdown import escape, inline
from shuttle.views.record import account_title
from shuttle.views.values import field_label, value_words
from shuttle.views.wording import (
    CountryName,
    and_list,
    capitalised,
    clean,
    date_words,
    on_date,
    publisher_words,
    quoted,
)

__all__ = [
    "NOT_MENTIONED",
    "Section",
    "SheetRow",
    "change_sections",
    "comparison_markdown",
    "comparison_table",
    "heads",
    "numbered",
    "sections",
]

NOT_MENTIONED = "not mentioned"
_NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the topic, in which way the cells differ, a cell for each column as paragraphs, and what others add.

    Attributes:
        cells: for each side the paragraphs of its cell; one that says `NOT_MENTIONED` if there are none.
        also: paragraphs that stand below the cells: other accounts, what comes nearest to a topic not mentioned.
        silent: whether each cell says that the side is silent.
    """

    topic: str
    note: str
    cells: tuple[tuple[str, ...], ...]
    also: tuple[str, ...] = ()
    silent: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one title; ``columns`` are their heads, without the first."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def numbered(comparison: Comparison, changes: Sequence[Changes] = ()) -> dict[str, int]:
    """Return the number under which each document is cited: those of the meeting, then those of earlier ones."""
    ids = [source.document_id for source in comparison.sources]
    ids += [quote.document_id for one in changes for change in one.changes for quote in (*change.then, *change.now)]
    return {name: number for number, name in enumerate(dict.fromkeys(ids), 1)}


def heads(comparison: Comparison, country_name: CountryName, changes: Sequence[Changes] = ()) -> list[str]:
    """Return the lines above the table: which meeting, who published what, who published nothing."""
    meeting = comparison.meeting
    lines = [account_title(meeting, country_name), meeting.id]
    known = {source.document_id: source for one in changes for source in one.earlier.sources}
    known |= {source.document_id: source for source in comparison.meeting.sources}
    for name, number in numbered(comparison, changes).items():
        source = known[name]
        published = f", {date_words(source.published)}" if source.published else ""
        lines.append(f"[{number}] {publisher_words(source, country_name)}{published}: {name}")
    if comparison.silent:
        names = and_list(country_name(code) for code in comparison.silent)
        lines.append(f"The ledger holds no account by {names}: nothing below says what was left out there.")
    return lines


def sections(comparison: Comparison, country_name: CountryName) -> list[Section]:
    """Return the facts, then the topics by the way in which the sides differ, the gravest first."""
    numbers = {source.document_id: number for number, source in enumerate(comparison.sources, 1)}
    columns = tuple(country_name(side) for side in comparison.sides)
    facts = tuple(_fact_row(row, comparison, numbers, country_name) for row in comparison.facts)
    found = [Section("The meeting itself", columns, facts)] if facts else []
    for title, way, side in _headings(comparison, country_name):
        rows = tuple(
            _topic_row(row, comparison, numbers, country_name)
            for row in comparison.rows(way)
            if side is None or row.mentioned_by == (side,)
        )
        if rows:
            found.append(Section(title, columns, rows))
    several = [row for row in comparison.rows("only") if len(row.mentioned_by) > 1]
    if several:
        rows = tuple(_topic_row(row, comparison, numbers, country_name) for row in several)
        found.append(Section("Not mentioned by all", columns, rows))
    return found


def _headings(comparison: Comparison, country_name: CountryName) -> Iterator[tuple[str, RowWay, str | None]]:
    yield "One denies what the other tells", "contradiction", None
    yield "They give different facts", "fact", None
    yield "One puts it more firmly", "strength", None
    for side in comparison.sides:
        only = "Only " if len(comparison.sides) > 1 else "What it says: "
        yield f"{only}{country_name(side)}", "only", side
    yield "No difference in strength or fact", "same", None
    yield "Only in other accounts", "others", None


def _topic_row(
    row: TopicRow, comparison: Comparison, numbers: Mapping[str, int], country_name: CountryName
) -> SheetRow:
    cells = tuple(
        tuple(quote_words(quote, numbers, country_name, side) for quote in cell) if cell else (NOT_MENTIONED,)
        for side, cell in row.cells.items()
    )
    also = [
        f"{capitalised(country_name(side))} comes nearest with ({and_list(near.shared)}): "
        f"{quote_words(near.quote, numbers, country_name, side)}"
        for side, near in row.nearest.items()
    ]
    also += [_other_words(quote, comparison, numbers, country_name) for quote in row.others]
    note = row_note(row, country_name)
    return SheetRow(clean(row.topic), note, cells, tuple(also), tuple(not cell for cell in row.cells.values()))


def row_note(row: TopicRow, country_name: CountryName) -> str:
    """Return why the cells of a row stand together, and in which way they differ."""
    notes = []
    if row.way == "strength":
        grades = ", ".join(f"{country_name(side)} {row.grades[side]}" for side in row.mentioned_by if row.grades[side])
        notes.append(f"firmer: {and_list(country_name(side) for side in row.firmest)} ({grades})")
    for unit, given in row.figures:
        notes.append(f"{unit}: {'; '.join(f'{country_name(side)} {number}' for side, number in given.items())}")
    if row.own:
        notes.append("each tells of its own leader")
    if len(row.mentioned_by) > 1:
        notes.append(f"shared: {', '.join(clean(word) for word in row.shared)}")
    return "; ".join(notes)


def quote_words(quote: Quote, numbers: Mapping[str, int], country_name: CountryName, side: str | None = None) -> str:
    """Return a quotation with what was done in it, by whom if by one side, and where it stands."""
    place = f"[{numbers.get(quote.document_id, quote.document_id)}: {quote.evidence.start}–{quote.evidence.end}]"
    opening = f"({clean(quote.opening.quote)}) " if quote.opening else ""
    words = f"{opening}{quoted(quote.evidence.quote)} {place}"
    if quote.grade is None:
        return words
    grade = f"not {quote.grade}" if quote.denied else quote.grade
    who = f", {and_list(country_name(code) for code in quote.who)}" if len(quote.who) == 1 else ""
    return f"{grade}{who}: {words}"


def _other_words(quote: Quote, comparison: Comparison, numbers: Mapping[str, int], country_name: CountryName) -> str:
    source = comparison.meeting.source(quote.document_id)
    return f"{publisher_words(source, country_name)}: {quote_words(quote, numbers, country_name)}"


# --- facts ---

_FACT_NOTES = {"fact": "they differ", "only": "not all say", "same": ""}


def _fact_row(row: FactRow, comparison: Comparison, numbers: Mapping[str, int], country_name: CountryName) -> SheetRow:
    label = "those who took part" if row.field == "people" else field_label(row.field)
    topic = capitalised(f"{label}, {row.part}" if row.part else label)
    cells = tuple(
        _fact_cell(row, cell, numbers, country_name) if cell else (_NOT_STATED,) for cell in row.cells.values()
    )
    also = [
        f"{publisher_words(comparison.meeting.source(name), country_name)}: {words}"
        for name, cell in row.others.items()
        if row.way != "same" or row.field != "people"
        for words in _fact_cell(row, cell, numbers, country_name)
    ]
    note = _FACT_NOTES[row.way] if len(comparison.sides) > 1 else ""
    return SheetRow(topic, note, cells, tuple(also), tuple(not cell for cell in row.cells.values()))


def _fact_cell(row: FactRow, cell: FactCell, numbers: Mapping[str, int], country_name: CountryName) -> tuple[str, ...]:
    if row.field == "people":
        names = dict.fromkeys(clean(value.name or value.office or "") for value in cell.values)
        return (and_list(name for name in names if name),)
    found: dict[str, str] = {}
    for claim in cell.claims:
        value = value_words(row.field, claim.value, country_name)
        best = min(claim.evidence, key=lambda item: (item.field != row.field, item.end - item.start), default=None)
        place = f"[{numbers.get(claim.document_id, claim.document_id)}"
        words = f" {quoted(best.quote)} {place}: {best.start}–{best.end}]" if best else ""
        found.setdefault(value, f"{value}{words}")
    return tuple(found.values())


# --- since the last account ---


def change_sections(comparison: Comparison, changes: Sequence[Changes], country_name: CountryName) -> list[Section]:
    """Return what became of each side's topics since its last account.

    What is new is only named, since its words stand in the rows of topics; what is kept is counted.
    """
    numbers = numbered(comparison, changes)
    found = []
    for one in changes:
        when = on_date(one.earlier.start) if one.earlier.start else "on a day not stated"
        title = f"{country_name(one.side)} since its account of the meeting {when}"
        rows = [
            _change_row(change, numbers, country_name) for change in one.changes if change.turn not in ("kept", "new")
        ]
        new = [clean(change.topic) for change in one.changes if change.turn == "new"]
        if new:
            rows.append(SheetRow("new", "", (), ("; ".join(new),)))
        kept = [clean(change.topic) for change in one.changes if change.turn == "kept"]
        if kept:
            rows.append(SheetRow("kept", "as firm as it was", (), ("; ".join(kept),)))
        found.append(Section(title, ("then", "now"), tuple(rows)))
    return found


_TURNS = {"vanished": "vanished", "weaker": "weaker", "stronger": "stronger", "new": "new"}


def _change_row(change: Change, numbers: Mapping[str, int], country_name: CountryName) -> SheetRow:
    note = _TURNS.get(change.turn, change.turn)
    if change.turn in ("weaker", "stronger"):
        note = f"{note}: {change.grade_then}, now {change.grade_now}"
    cells = tuple(
        tuple(quote_words(quote, numbers, country_name) for quote in quotes) or (NOT_MENTIONED,)
        for quotes in (change.then, change.now)
    )
    return SheetRow(clean(change.topic), note, cells, (), (not change.then, not change.now))


# --- as plain text ---

_NARROWEST = 16


def comparison_table(sheet: Sequence[Section], width: int = 100) -> Iterator[str]:
    """Yield the lines of a table of plain text, ``width`` columns wide: the topic, and a column for each side."""
    for number, section in enumerate(sheet):
        if number:
            yield ""
        yield section.title.upper()
        columns = len(section.columns)
        first = max(_NARROWEST, min(26, width // (columns + 2)))
        each = max(_NARROWEST, (width - first - 2 * columns) // max(1, columns))
        rule = "  ".join(["-" * first, *["-" * each] * columns])
        yield _line(["", *section.columns], [first, *[each] * columns])
        for row in section.rows:
            yield rule
            yield from _laid_out(row, first, each)


def _laid_out(row: SheetRow, first: int, each: int) -> Iterator[str]:
    room = first + (each + 2) * max(1, len(row.cells) or 2)
    if not row.cells:
        words = f"{row.topic}{f' ({row.note})' if row.note else ''}: {' '.join(row.also)}"
        yield from textwrap.wrap(words, room, subsequent_indent="    ", break_on_hyphens=False)
        return
    head = [*_wrapped(row.topic, first), *_wrapped(f"({row.note})" if row.note else "", first)]
    cells = [[line for words in cell for line in _wrapped(words, each)] for cell in row.cells]
    for place in range(max(len(head), *(len(cell) for cell in cells))):
        parts = [head[place] if place < len(head) else ""]
        parts += [cell[place] if place < len(cell) else "" for cell in cells]
        yield _line(parts, [first, *[each] * len(cells)])
    for words in row.also:
        yield from textwrap.wrap(words, room, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _line(parts: Sequence[str], rooms: Sequence[int]) -> str:
    return "  ".join(part.ljust(room) for part, room in zip(parts, rooms, strict=True)).rstrip()


def _wrapped(words: str, room: int) -> list[str]:
    return textwrap.wrap(words, room, break_on_hyphens=False) if words else []


# --- as Markdown ---


def comparison_markdown(sheet: Sequence[Section], level: int = 3) -> Iterator[str]:
    """Yield the lines of the sections as Markdown tables under headings of ``level``; what documents say is escaped."""
    for section in sheet:
        yield f"{'#' * level} {escape(section.title)}"
        yield ""
        yield f"| Topic | {' | '.join(map(inline, section.columns))} |"
        yield f"| --- |{' --- |' * len(section.columns)}"
        for row in section.rows:
            topic = f"**{inline(row.topic)}**" + (f"<br>{inline(row.note)}" if row.note else "")
            if row.also:
                topic += "<br>" + "<br>".join(f"*{inline(words)}*" for words in row.also)
            cells = ["<br>".join(map(inline, cell)) for cell in row.cells]
            cells += [""] * (len(section.columns) - len(cells))
            yield f"| {' | '.join([topic, *cells])} |"
        yield ""
