"""The index of words: which documents and findings hold the terms of a question.

SQLite keeps it as a contentless FTS5 table, PostgreSQL as `tsvector` with a GIN index. Both are given words that
`shuttle.ledger.search_words` has cut and folded, so they only find again what they were given. Rows are added as
readings are kept; what an older reading found stays and is passed over on asking. The index is derived: `rebuild`
makes it anew from what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, TextClause, func, insert, literal_column, select, table, text

from shuttle.ledger import schema
from shuttle.ledger.current import reading_is_current
from shuttle.ledger.lookup import load_reading
from shuttle.ledger.search_words import Term, words_of
from shuttle.lexicons.countries import country_name
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Finding, Meeting, NextStep, Person, Statement, Visit
from shuttle.records.readings import Reading

__all__ = ["Candidate", "candidates", "fill_if_empty", "index_reading", "kind_of", "rebuild", "text_of"]

_KINDS: dict[type[Any], str] = {
    Meeting: "meeting",
    Visit: "visit",
    Commitment: "commitment",
    Statement: "statement",
    NextStep: "next_step",
}
# What a tsvector can hold: positions up to 16383, 256 of them for a word, a megabyte in all.
_LAST_POSITION = 16_383
_MOST_POSITIONS = 256
_MOST_BYTES = 900_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the index that holds all words asked for; whether it holds the phrases is for the text to say."""

    record: str
    kind: str


def kind_of(finding: Finding) -> str:
    """Return the kind of a finding as a search names it."""
    return _KINDS[type(finding)]


def text_of(record: Document | Finding) -> str:
    """Return what is searched of a record.

    Of a document its title, if it is known apart, and its text; of a finding the words that prove it, then its values
    in words, one a line, each once.
    """
    if isinstance(record, Document):
        return f"{record.title}\n{record.text}" if record.title else record.text
    lines = [*(item.quote for item in _passages(record)), *_values(record)]
    # The longest first, so that what stands within another line is left out.
    kept: list[str] = []
    for line in sorted(dict.fromkeys(lines), key=len, reverse=True):
        if not any(line in longer for longer in kept):
            kept.append(line)
    return "\n".join(line for line in dict.fromkeys(lines) if line in kept)


def _values(finding: Finding) -> Iterator[str]:
    if isinstance(finding, Meeting):
        yield from (_person(person) for person in finding.people)
        yield from (country_name(code) for code in finding.countries)
        yield from (value for value in (finding.place and finding.place.name, finding.forum) if value)
    elif isinstance(finding, Visit):
        yield _person(finding.person)
        yield from (country_name(code) for code in (finding.from_country, finding.to_country) if code)
        if finding.forum:
            yield finding.forum
    elif isinstance(finding, Commitment):
        yield finding.action
        yield from finding.areas
        yield from (country_name(code) for code in finding.by)
    elif isinstance(finding, Statement):
        yield finding.text
        yield _person(finding.speaker)
    else:
        yield finding.text
        yield from (country_name(code) for code in finding.by)


def _person(person: Person) -> str:
    return " ".join(part for part in (person.office, person.name) if part)


def _passages(finding: Finding) -> Iterator[Evidence]:
    yield from finding.evidence
    if isinstance(finding, Meeting):
        for session in finding.sessions:
            yield from session.evidence


def index_reading(connection: Connection, reading: Reading, seq: int, *, new_document: bool) -> None:
    """Add the words of a reading's findings, and of its document if that is new.

    Args:
        connection: inside the transaction that kept the reading.
        reading: one that counts from now on.
        seq: the number of the reading.
        new_document: whether the document's own words are still to be added.
    """
    rows: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    number: int = connection.scalar(select(func.max(schema.searchable.c.seq))) or 0
    documents = [(None, reading.document.id, "document", reading.document)] if new_document else []
    findings = [(seq, finding.id, kind_of(finding), finding) for finding in reading.findings()]
    for reading_seq, record, kind, item in (*documents, *findings):
        number += 1
        rows.append({"seq": number, "reading": reading_seq, "record": record, "kind": kind})
        words.append({"seq": number, **_indexed(connection, text_of(item))})
    if rows:
        connection.execute(insert(schema.searchable), rows)
        connection.execute(_insert_words(connection), words)


def _insert_words(connection: Connection) -> TextClause:
    if connection.dialect.name == "sqlite":
        return text("INSERT INTO search_words (rowid, words) VALUES (:seq, :words)")
    return text("INSERT INTO search_words (seq, words, partly) VALUES (:seq, CAST(:words AS tsvector), :partly)")


def _indexed(connection: Connection, content: str) -> dict[str, Any]:
    words = [word.folded for word in words_of(content)]
    if connection.dialect.name == "sqlite":
        return {"words": " ".join(words)}
    vector, partly = _vector(words)
    return {"words": vector, "partly": partly}


def _vector(words: Iterable[str]) -> tuple[str, bool]:
    """Return ``words`` as PostgreSQL writes a `tsvector`, and whether some place of some word had no room in it.

    What is longer than a megabyte of different words is cut: it is no document that somebody wrote.
    """
    places: dict[str, list[str]] = {}
    size, partly = 0, False
    for position, word in enumerate(words, start=1):
        known = places.get(word)
        if known is None:
            size += len(word.encode()) + 16
            if size > _MOST_BYTES:
                partly = True
                break
            known = places[word] = []
        if position <= _LAST_POSITION and len(known) < _MOST_POSITIONS:
            known.append(str(position))
        else:
            partly = True
    # A word is letters and digits, so nothing in it needs to be escaped.
    return " ".join(f"'{word}':{','.join(at)}" if at else f"'{word}'" for word, at in places.items()), partly


def candidates(
    connection: Connection, terms: Sequence[Term], kinds: Sequence[str], *, skip: int, count: int
) -> list[Candidate]:
    """Return records that hold all ``terms`` and count today, those first which the database thinks best.

    Args:
        connection: one that reads.
        terms: what `shuttle.ledger.search_words.terms_of` gave.
        kinds: of records; at least one.
        skip: how many to pass over.
        count: the most to return.
    """
    sqlite = connection.dialect.name == "sqlite"
    matching, best = _SQLITE if sqlite else _POSTGRESQL
    phrases = [" ".join(term) for term in terms] if sqlite else [" <-> ".join(f"'{w}'" for w in term) for term in terms]
    query = " AND ".join(f'"{phrase}"' for phrase in phrases) if sqlite else " & ".join(f"({p})" for p in phrases)
    loose = " & ".join(f"'{word}'" for term in terms for word in term)
    rows = schema.searchable
    number: Any = literal_column("search_words.rowid" if sqlite else "search_words.seq")
    statement = (
        select(rows.c.record, rows.c.kind)
        .select_from(table("search_words").join(rows, rows.c.seq == number))
        .outerjoin(schema.readings, schema.readings.c.seq == rows.c.reading)
        .where(text(matching), rows.c.kind.in_(kinds), rows.c.reading.is_(None) | reading_is_current())
        .order_by(text(best), rows.c.seq)
        .offset(skip)
        .limit(count)
    )
    given = {"query": query} if sqlite else {"query": query, "loose": loose}
    return [Candidate(row.record, row.kind) for row in connection.execute(statement, given)]


# Which rows hold all terms, and which of those come first. Where a tsvector had no room for every place of a word,
# whether a phrase stands there is left to the text.
_SQLITE = ("search_words MATCH :query", "bm25(search_words)")
_POSTGRESQL = (
    "(search_words.words @@ CAST(:query AS tsquery) "
    "OR search_words.partly AND search_words.words @@ CAST(:loose AS tsquery))",
    "ts_rank(search_words.words, CAST(:loose AS tsquery)) DESC",
)


def fill_if_empty(connection: Connection) -> None:
    """Fill an index that holds nothing, as it stands after the migration that makes it."""
    if connection.scalar(select(func.count()).select_from(schema.searchable)) == 0:
        rebuild(connection)


def rebuild(connection: Connection) -> None:
    """Make the index anew from what the ledger keeps.

    Args:
        connection: inside a transaction that writes.
    """
    if connection.dialect.name == "sqlite":
        # The only way in which a contentless table gives up its rows.
        connection.execute(text("INSERT INTO search_words (search_words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM search_words"))
    connection.execute(schema.searchable.delete())
    current = select(schema.readings.c.seq, schema.readings.c.document_id).where(reading_is_current())
    for seq, document in connection.execute(current.order_by(schema.readings.c.seq)).all():
        reading = load_reading(connection, document)
        if reading is not None:
            index_reading(connection, reading, seq, new_document=True)
