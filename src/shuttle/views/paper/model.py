"""A paper as it is before it has a format: a cover, sections of lines and tables, and the words behind every line.

In:   lines with their proofs, and remarks of Shuttle's own.
Out:  a `Paper`, which the modules beside this one write as Markdown, HTML, DOCX, PDF and JSON.

The law of the type: a `Line` cannot be made without evidence, and facts enter a paper only as lines; what states
no fact about the world (a rule, a scope, a blank to be filled in) is a `Remark`. Text is runs of plain characters on
one line: no format finds markup, control characters or line breaks of a document in it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.errors import EvidenceError
from shuttle.records.claims import Claim
from shuttle.records.evidence import Evidence
from shuttle.views.wording import clean

__all__ = [
    "Blanks",
    "Block",
    "Cover",
    "Facts",
    "Line",
    "Note",
    "NoteList",
    "Paper",
    "Proof",
    "Reference",
    "ReferenceList",
    "Remark",
    "Reminders",
    "Run",
    "Section",
    "Table",
    "Words",
    "cited",
    "emphasis",
    "facts",
    "lines_of",
    "marks_of",
    "notes_for",
    "proofs_of",
    "say",
    "section",
    "strong",
]

Style = Literal["plain", "strong", "emphasis"]
# Footnotes that one line may carry; its further proofs stand in the JSON and in the ledger.
_MOST_NOTES = 6
_MOST_COMPARED = 60


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters in one style, on one line and without control characters."""

    text: str
    style: Style = "plain"

    def __post_init__(self) -> None:
        body = clean(self.text)
        # A blank at either end parts it from its neighbours.
        before = " " if body and _is_blank(self.text[:1]) else ""
        after = " " if _is_blank(self.text[-1:]) else ""
        object.__setattr__(self, "text", f"{before}{body}{after}")


def _is_blank(character: str) -> bool:
    """Return whether a character is white space that `clean` keeps as a blank, not a control character."""
    return character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85"


#: Text on one line.
Words = tuple[Run, ...]


def say(*parts: str | Run | Words) -> Words:
    """Return the parts as one text; strings are plain.

    >>> say("Turn: ", strong("Japan"))
    (Run(text='Turn: ', style='plain'), Run(text='Japan', style='strong'))
    """
    runs: list[Run] = []
    for part in parts:
        runs += [Run(part)] if isinstance(part, str) else [part] if isinstance(part, Run) else part
    return tuple(run for run in runs if run.text)


def strong(text: str) -> Run:
    """Return ``text`` as what catches the eye."""
    return Run(text, "strong")


def emphasis(text: str) -> Run:
    """Return ``text`` as a title or an aside."""
    return Run(text, "emphasis")


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
        words: what it says; empty for a row of a table.
        proofs: the passages it rests on.
        cells: for a row of a table, its cells.
    """

    words: Words
    proofs: tuple[Proof, ...]
    cells: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        if not self.proofs:
            raise EvidenceError(f"no words prove the line {self.text!r}, so it is not printed.")

    @property
    def text(self) -> str:
        """Its characters alone, those of cells parted by bars."""
        parts = self.cells or (self.words,)
        return " | ".join("".join(run.text for run in part) for part in parts)

    def text_of(self, column: int) -> str:
        """Return the characters of one cell."""
        return "".join(run.text for run in self.cells[column])

    @classmethod
    def row(cls, cells: Iterable[str | Run | Words], proofs: tuple[Proof, ...]) -> Line:
        """Return a row of a table; its footnotes stand in a last cell of their own."""
        return cls((), proofs, tuple(say(cell) for cell in cells))


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph that states no fact about the world: scope, rules, what no source gives."""

    words: Words


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of facts."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of facts; a last column for the footnotes is added by each format.

    Attributes:
        label: what it shows, for who cannot see it.
    """

    label: str
    header: tuple[str, ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Points that the desk gives itself, and lines left to be filled in by hand."""

    given: tuple[str, ...]
    empty: int


@dataclass(frozen=True, slots=True)
class Reminders:
    """What Shuttle's own tables say and no document: each names where it comes from, under a heading that says so."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The place of the list of sources."""


@dataclass(frozen=True, slots=True)
class NoteList:
    """The place of the words behind the lines, in the order of their numbers."""


Block = Remark | Facts | Table | Blanks | Reminders | ReferenceList | NoteList


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        key: its name in links, unique in the paper.
        alone: whether it has a page of its own where there are pages.
    """

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    alone: bool = False


def facts(lines: Iterable[Line | None]) -> tuple[Block, ...]:
    """Return the lines as a block, none twice; no block for no line."""
    kept = tuple(dict.fromkeys(line for line in lines if line is not None))
    return (Facts(kept),) if kept else ()


def section(
    key: str, title: str, blocks: Iterable[Block] = (), sections: Iterable[Section | None] = (), *, alone: bool = False
) -> Section | None:
    """Return a section, None if nothing stands in it."""
    made = Section(key, clean(title), tuple(blocks), tuple(part for part in sections if part), alone)
    return made if made.blocks or made.sections else None


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the first line.

    Attributes:
        title: of the paper.
        classification: the marking for the head of each page; None where none was given.
        rows: what is said of the paper itself, as (name, value).
        remark: how it is to be read.
    """

    title: str
    classification: str | None
    rows: tuple[tuple[str, str], ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as the list of sources names it; what is not known of it says so.

    Attributes:
        number: from 1, in the order of the list.
        name: its title, or else where it was read from.
        titled: whether ``name`` is a title.
        publisher: with the government it speaks for; None if not known.
        published: in words; None if not known.
        where: its address, or where it was read from.
    """

    number: int
    document_id: str
    name: str
    titled: bool
    publisher: str | None
    published: str | None
    where: str
    url: bool


@dataclass(frozen=True, slots=True)
class Note:
    """The words behind lines: a footnote, the same number wherever the same words of a document are called upon."""

    number: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, complete: the same lines and the same footnotes in every format.

    Attributes:
        notes: numbered from 1 in the order of their first use.
        references: the documents behind it.
    """

    cover: Cover
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]

    def reference(self) -> Callable[[str], Reference]:
        """Return the way from a document's id to its reference."""
        return {entry.document_id: entry for entry in self.references}.__getitem__


def lines_of(sections: Iterable[Section]) -> Iterator[Line]:
    """Yield every factual line, in the order of the paper."""
    for part in sections:
        for block in part.blocks:
            if isinstance(block, Facts):
                yield from block.lines
            elif isinstance(block, Table):
                yield from block.rows
        yield from lines_of(part.sections)


def cited(line: Line) -> list[Proof]:
    """Return the passages that the line's footnotes show: few, each once, none that lies inside another."""
    kept: dict[tuple[str, str], Proof] = {}
    for proof in _widest(line.proofs):
        kept.setdefault(_key(proof), proof)
        if len(kept) == _MOST_NOTES:
            break
    return list(kept.values())


def notes_for(sections: Sequence[Section]) -> tuple[Note, ...]:
    """Return the footnotes of all lines, numbered in the order of use, one for each passage of a document."""
    first: dict[tuple[str, str], Proof] = {}
    for line in lines_of(sections):
        for proof in cited(line):
            first.setdefault(_key(proof), proof)
    return tuple(Note(number, proof) for number, proof in enumerate(first.values(), 1))


def marks_of(notes: Iterable[Note]) -> Callable[[Line], list[int]]:
    """Return the way from a line to the numbers of its footnotes."""
    numbers: Mapping[tuple[str, str], int] = {_key(note.proof): note.number for note in notes}
    return lambda line: [numbers[_key(proof)] for proof in cited(line)]


def _key(proof: Proof) -> tuple[str, str]:
    return proof.document_id, clean(proof.evidence.quote)


def _widest(proofs: Iterable[Proof]) -> Iterator[Proof]:
    """Leave out passages that lie inside another of the same document: its footnote shows them too."""
    # More than a line can carry are not compared: a fact may rest on thousands.
    distinct = list(itertools.islice(dict.fromkeys(proofs), _MOST_COMPARED))
    for proof in distinct:
        span = (proof.evidence.start, proof.evidence.end)
        if not any(
            other.document_id == proof.document_id
            and other.evidence.start <= span[0]
            and other.evidence.end >= span[1]
            and (other.evidence.start, other.evidence.end) != span
            for other in distinct
        ):
            yield proof
