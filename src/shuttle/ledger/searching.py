"""Answer a search: the documents and accounts that hold all words of a question, the best first.

In:   a question, kinds of records, how many are wanted.
Out:  `Hit`s, each record once. Only what counts today is found: current readings, accounts that hold something.

The database finds, this judges: every text that the index offers is looked at again, so that score, phrases and
marks are the same in every store. The index offers the best two hundred by its own lights, and more only where
those do not suffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from shuttle.errors import SearchError
from shuttle.ledger import schema
from shuttle.ledger.assembly import Held
from shuttle.ledger.current import accounts_of, chunks, reading_is_current
from shuttle.ledger.lookup import load_held
from shuttle.ledger.search_index import Candidate, candidates, text_of
from shuttle.ledger.search_words import Term, best_snippet, matches, score, terms_of, words_of
from shuttle.records.documents import Document
from shuttle.records.findings import Meeting, Statement, Visit
from shuttle.records.hits import HIT_KINDS, Hit, HitKind

__all__ = ["search"]

_WINDOW = 200


def search(connection: Connection, query: str, kinds: Iterable[str] | None, limit: int) -> tuple[Hit, ...]:
    """Return the records that hold all words of ``query``, best first; of equal ones the latest, then by id.

    Args:
        connection: one that reads.
        query: words and phrases.
        kinds: of `HIT_KINDS`; all if None.
        limit: the most to return.

    Raises:
        SearchError: no word in it, or too many; an unknown kind; a limit below 1.
    """
    terms = terms_of(query)
    wanted = tuple(dict.fromkeys(HIT_KINDS if kinds is None else kinds))
    unknown = [kind for kind in wanted if kind not in HIT_KINDS]
    if unknown or not wanted:
        raise SearchError(f"{', '.join(unknown) or 'none'} is no kind of record. Kinds: {', '.join(HIT_KINDS)}.")
    if limit < 1:
        raise SearchError(f"a search gives at least one record, got limit={limit}")
    best: dict[str, Hit] = {}
    skip, count = 0, max(_WINDOW, 2 * limit)
    while True:
        offered = candidates(connection, terms, wanted, skip=skip, count=count)
        for hit in (*_documents(connection, offered, terms), *_accounts(connection, offered, terms)):
            known = best.get(hit.id)
            if known is None or (-hit.score, hit.document_id) < (-known.score, known.document_id):
                best[hit.id] = hit
        skip += count
        if len(offered) < count or len(best) >= limit:
            break
    # The last key first: Python's sort leaves equal ones in their order.
    found = sorted(best.values(), key=lambda hit: hit.id)
    found.sort(key=lambda hit: hit.date or "", reverse=True)
    found.sort(key=lambda hit: hit.score, reverse=True)
    return tuple(found[:limit])


def _documents(connection: Connection, offered: Sequence[Candidate], terms: Sequence[Term]) -> list[Hit]:
    found = []
    for some in chunks(candidate.record for candidate in offered if candidate.kind == "document"):
        query = (
            select(schema.documents, schema.readings.c.title, schema.readings.c.published)
            .join(schema.readings, schema.readings.c.document_id == schema.documents.c.id)
            .where(schema.documents.c.id.in_(some), reading_is_current())
        )
        for row in connection.execute(query):
            document = Document(row.id, row.source, row.text, row.title)
            title = len(row.title) if row.title else None
            hit = _hit(row.id, "document", text_of(document), terms, title, (row.title, row.published, row.id))
            found.extend([hit] if hit else [])
    return found


def _accounts(connection: Connection, offered: Sequence[Candidate], terms: Sequence[Term]) -> list[Hit]:
    kinds = {candidate.record: candidate.kind for candidate in offered if candidate.kind != "document"}
    accounts = accounts_of(connection, kinds)
    found = []
    for name, held in load_held(connection, kinds).items():
        account = accounts.get(name)
        if account is not None:
            known = (held.source.title, _date(held), held.source.document_id)
            hit = _hit(account, _kind(kinds[name]), text_of(held.finding), terms, None, known)
            found.extend([hit] if hit else [])
    return found


def _kind(kind: str) -> HitKind:
    return next(known for known in HIT_KINDS if known == kind)


def _hit(
    name: str,
    kind: HitKind,
    content: str,
    terms: Sequence[Term],
    title_end: int | None,
    known: tuple[str | None, str | None, str],
) -> Hit | None:
    """Return the hit that ``content`` is, None if a phrase does not stand in it after all."""
    words = list(words_of(content))
    found = matches(words, terms)
    value = score(found, len(words), title_end)
    if not value:
        return None
    begin = 0 if title_end is None else title_end + 1
    shown = [[(start - begin, end - begin) for start, end in spans if start >= begin] for spans in found]
    snippet = best_snippet(content[begin:], shown)
    title, date, document = known
    return Hit(name, kind, value, snippet.text, snippet.marks, title, date, document)


def _date(held: Held) -> str | None:
    finding = held.finding
    own = finding.start if isinstance(finding, (Meeting, Visit)) else None
    if isinstance(finding, Statement):
        own = finding.said_on
    return own or held.source.published
