"""The ledger's door: keep readings, and ask for the one account of what they tell.

In:   a path or a database URL; readings.
Out:  accounts, documents and readings as records (`shuttle.records`), never rows.

    with Ledger.open("shuttle.db") as ledger:
        ledger.add(reading)
        account = ledger.pair("KOR", "JPN")

Nothing that is kept is ever changed or removed. One document is one transaction: a process that is
killed leaves all of it or nothing.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, select

from shuttle.errors import UnknownRecordError
from shuttle.ledger import dialect, schema
from shuttle.ledger.assembly import in_order_of_publication
from shuttle.ledger.chronicle import load_entries
from shuttle.ledger.current import accounts_of
from shuttle.ledger.doubts import load_doubts
from shuttle.ledger.foreign import holders
from shuttle.ledger.glances import Glances
from shuttle.ledger.joining import join
from shuttle.ledger.judgements import about, load_judgements
from shuttle.ledger.judging import Judging, findings_named, withdrawal
from shuttle.ledger.lookup import (
    count_accounts,
    load_accounts,
    load_document,
    load_held,
    load_history,
    load_memberships,
    load_reading,
    load_sources,
    load_texts,
)
from shuttle.ledger.migrate import bring_up_to_date
from shuttle.ledger.pairs import each_meeting, load_meetings, load_pair, load_visits
from shuttle.ledger.reading_rows import check
from shuttle.ledger.resolving import current_account, resolve
from shuttle.ledger.sealing import seal
from shuttle.ledger.searching import search
from shuttle.ledger.standing_then import engine_then, last_mark, left_out
from shuttle.ledger.streaming import ALL_KINDS, each_account
from shuttle.ledger.verifying import verify
from shuttle.ledger.writing import Written, write_reading
from shuttle.records.accounts import Account, FindingRecord, MeetingAccount, Membership, PairAccount, VisitAccount
from shuttle.records.claims import FieldValue, Source
from shuttle.records.documents import Document
from shuttle.records.history import Doubt, Entry, Mark, Verdict
from shuttle.records.hits import Hit
from shuttle.records.judgements import Judgement
from shuttle.records.readings import Reading

__all__ = ["Added", "Counts", "Ledger"]


@dataclass(frozen=True, slots=True)
class Added:
    """What keeping one reading did.

    Attributes:
        document_id: the document's id.
        new: whether anything was written; False for a reading that the ledger holds already, and for a
            document that was withdrawn.
        withdrawn: the judgement by which the document was withdrawn; None if it was not.
        new_document: whether the document itself was unknown.
        new_meetings: accounts of meetings that no other document tells of.
        joined_meetings: accounts of meetings that other documents tell of too.
        new_visits: the same for visits.
        joined_visits: the same for visits.
        differences: ``(account id, field)`` for each field of those accounts on which sources differ.
        findings: how many findings the reading has.
        issues: how many issues.
    """

    document_id: str
    new: bool
    new_document: bool = False
    new_meetings: tuple[str, ...] = ()
    joined_meetings: tuple[str, ...] = ()
    new_visits: tuple[str, ...] = ()
    joined_visits: tuple[str, ...] = ()
    differences: tuple[tuple[str, FieldValue], ...] = ()
    findings: int = 0
    issues: int = 0
    withdrawn: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds: what counts today, and in ``readings`` and ``claims`` all that was ever kept."""

    documents: int
    readings: int
    claims: int
    meetings: int
    visits: int
    commitments: int
    statements: int
    next_steps: int
    outcomes: int


class Ledger:
    """A ledger that is open. Made by `Ledger.open`; one thread at a time, any number of processes."""

    def __init__(self, engine: Engine, clock: Callable[[], dt.datetime], location: str | Path) -> None:
        self._engine = engine
        self._clock = clock
        self._location = location

    @classmethod
    def open(cls, location: str | Path, *, clock: Callable[[], dt.datetime] | None = None) -> Ledger:
        """Open the ledger at ``location``, created if there is none and brought up to date if it is older.

        Args:
            location: a path, ``:memory:``, or a database URL such as ``postgresql+psycopg://...``.
            clock: what time it is, with its time zone; the system's time if None.

        Raises:
            LedgerError: no ledger can be there, the file is none, or a newer Shuttle wrote it.
        """
        engine = dialect.engine_for(location)
        try:
            bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, clock or (lambda: dt.datetime.now(dt.UTC)), location)

    def then(self, *, entry: int | None = None, published_by: str | None = None) -> Ledger:
        """Open the ledger, for reading only, as it stood after an entry, or with what was published by a day.

        Args:
            entry: the last entry that counts (`mark` gives that of a day); None for all.
            published_by: a day: only documents count that are known to have been published by then, with all that
                is known and judged of them; None for all.

        Raises:
            LedgerError: there is no such entry, or the ledger is held in memory.
            RecordError: ``published_by`` is no date.
        """
        engine = engine_then(self._engine, self._location, entry=entry, published_by=published_by)
        return Ledger(engine, self._clock, self._location)

    def mark(self, day: str | None = None) -> Mark | None:
        """Return the last entry with its seal, or the last that was recorded by the end of ``day`` (UTC); None if none.

        Raises:
            RecordError: ``day`` is no date.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return last_mark(connection, day)

    def undated(self) -> int:
        """Return how many documents that count have no known day of publication."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return left_out(connection)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the database free. The ledger cannot be used after."""
        self._engine.dispose()

    def add(self, reading: Reading) -> Added:
        """Keep ``reading`` and join its findings with those that tell of the same; all of it or nothing.

        The same reading twice changes nothing. Another reading of a known document is kept beside the
        first and counts from now on, unless the same reader's newer version has been there before.

        Raises:
            EvidenceError: a finding's words do not stand in the document.
            RecordError: the reading's ids contradict each other.
            LedgerError: it could not be written.
        """
        check(reading)
        document = reading.document.id
        with dialect.writing(self._engine) as connection:
            gone = withdrawal(connection, document)
            if gone is not None:
                return Added(document, new=False, withdrawn=gone)
            written = self._keep(connection, reading)
            if written is None:
                return Added(document, new=False)
            own = {m.id for m in reading.meetings} | {v.id for v in reading.visits}
            accounts = load_accounts(connection, sorted(set(filter(None, accounts_of(connection, own).values()))))
        joined = {a.id for a in accounts if any(source.document_id != document for source in a.sources)}
        meetings = [a.id for a in accounts if isinstance(a, MeetingAccount)]
        visits = [a.id for a in accounts if isinstance(a, VisitAccount)]
        return Added(
            document,
            new=True,
            new_document=written.previous is None,
            new_meetings=tuple(name for name in meetings if name not in joined),
            joined_meetings=tuple(name for name in meetings if name in joined),
            new_visits=tuple(name for name in visits if name not in joined),
            joined_visits=tuple(name for name in visits if name in joined),
            differences=tuple((a.id, value) for a in accounts for value in a.differences),
            findings=sum(1 for _ in reading.findings()),
            issues=len(reading.issues),
        )

    def add_all(self, readings: Iterable[Reading], *, at_once: int = 100) -> int:
        """Keep ``readings`` one after the other, with the same result as `add`; return how many were new.

        Faster than `add`, since ``at_once`` of them share a transaction and nothing is told of what became of each:
        for whoever takes in an archive. A process that is killed loses the transaction that it was in, no more.

        Raises:
            EvidenceError, RecordError, LedgerError: as `add`. What shared the transaction is not kept, all before is.
        """
        kept = 0
        flow = iter(readings)
        while some := list(itertools.islice(flow, at_once)):
            for reading in some:
                check(reading)
            with dialect.writing(self._engine) as connection:
                for reading in some:
                    if withdrawal(connection, reading.document.id) is None:
                        kept += self._keep(connection, reading) is not None
        return kept

    def _keep(self, connection: Connection, reading: Reading) -> Written | None:
        """Write a reading and all that follows from it; None if the ledger holds it already."""
        now = self._clock().astimezone(dt.UTC).isoformat(timespec="seconds")
        written = write_reading(connection, reading, now)
        if written is not None:
            if written.counts:
                join(connection, written)
            seal(connection, written.entry)
        return written

    def judging(self, by: str, *, seen: int | None = None) -> Judging:
        """Return what ``by`` (a person's name) decides with: `Judging.same`, `Judging.link` and so on.

        Args:
            by: who decides.
            seen: the last entry that they had seen (`Glances.head`); what others judged of the same records since
                refuses the decision. None decides whatever others did.
        """
        return Judging(self._engine, self._clock, by, seen)

    @property
    def glances(self) -> Glances:
        """The light questions, for pages that show a little of a large ledger."""
        return Glances(self._engine)

    def pair(self, one: str, other: str, *, since: str | None = None) -> PairAccount:
        """Return everything the ledger holds of two countries (alpha-3 codes, in capitals).

        Args:
            since: a day (``2023-01-01``). What documents published before it say of statements, next steps, topics and
                issues is left out, and `PairAccount.earlier` counts it; meetings, visits, commitments are complete.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_pair(connection, one, other, since)

    def meetings(self, one: str | None = None, other: str | None = None) -> tuple[MeetingAccount, ...]:
        """Return the meetings of all, of one country or of two, in the order of time."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_meetings(connection, [code for code in (one, other) if code])

    def each_meeting(self, one: str | None = None, other: str | None = None) -> Iterator[MeetingAccount]:
        """Yield what `meetings` returns, with some hundreds in memory at once; all as it is when the first is given."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            yield from each_meeting(connection, [code for code in (one, other) if code])

    def each_account(self, kinds: Iterable[str] = ALL_KINDS) -> Iterator[Account]:
        """Yield every account of ``kinds`` (first letters of ids), all of one moment, some hundreds held at once."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            yield from each_account(connection, kinds)

    def visits(self, one: str | None = None, other: str | None = None) -> tuple[VisitAccount, ...]:
        """Return the visits of all, of one country or of two in either direction, in the order of time."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_visits(connection, [code for code in (one, other) if code])

    def meeting(self, name: str) -> MeetingAccount:
        """Return the meeting with this account id, finding id, or unique beginning of one.

        Raises:
            UnknownRecordError: there is none, or the record is no meeting.
        """
        record = self.record(name)
        if isinstance(record, FindingRecord) and record.account:
            record = self.record(record.account)
        if not isinstance(record, MeetingAccount):
            raise UnknownRecordError(f"{name!r} is no meeting. `shuttle meetings` lists meetings.")
        return record

    def record(self, name: str) -> Account | FindingRecord | Document:
        """Return the account, finding or document with this id, former id, or unique beginning of one.

        Raises:
            UnknownRecordError: no record or several begin so; the message shows near ids.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            table, found = resolve(connection, name)
            if table == "document":
                document = load_document(connection, found)
                if document:
                    return document
            elif table == "account":
                accounts = load_accounts(connection, [found])
                if accounts:
                    return accounts[0]
            else:
                held = load_held(connection, [found]).get(found)
                if held:
                    memberships = load_memberships(connection, [found])
                    account = memberships[found].account if found in memberships else None
                    return FindingRecord(held.finding, held.source, account)
                # Only an older reading has it: what holds it today is the nearest answer.
                account = current_account(connection, f"{found[0]}a{found[1:]}")
                accounts = load_accounts(connection, [account]) if account else []
                if accounts:
                    return accounts[0]
        raise UnknownRecordError(
            f"{name!r} was found by an earlier reading only; no current reading has it. "
            "Show its document to see what is read there today."
        )

    def memberships(self, finding: str) -> tuple[Membership, ...]:
        """Return where a finding belonged, ever, and why, the first first."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_history(connection, finding)

    def history(self, name: str | None = None, *, limit: int | None = None) -> tuple[Entry, ...]:
        """Return what was done to the record called ``name``, or to the whole ledger, the first first.

        Args:
            name: an id or the beginning of one; None for all.
            limit: the last so many only.

        Raises:
            UnknownRecordError: no record or several begin so.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_entries(connection, name, limit)

    def judgements(self, name: str | None = None) -> tuple[Judgement, ...]:
        """Return what people judged of the record called ``name``, or of all, that stands today."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            if name is None:
                return load_judgements(connection)
            return about(connection, findings_named(connection, name))

    def doubts(self, findings: Iterable[str] | None = None, limit: int = 100) -> tuple[Doubt, ...]:
        """Return what matching and reading were unsure of and nobody has decided yet, the latest first.

        Args:
            findings: only about these; None for all.
            limit: at most so many.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_doubts(connection, findings, limit)

    def verify(self, head: str | None = None) -> Verdict:
        """Check that the ledger is whole: every seal, every quotation, every reference.

        Args:
            head: a seal that was noted down earlier, which the chain must still hold.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return verify(connection, head)

    def document(self, document_id: str) -> Document:
        """Return a document with its text.

        Raises:
            UnknownRecordError: the ledger does not hold it.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            document = load_document(connection, document_id)
        if document is None:
            raise UnknownRecordError(f"no document is called {document_id!r:.80}. Ids of documents begin with d-.")
        return document

    def text(self, document_id: str) -> str:
        """Return a document's text, which all offsets of its evidence count in.

        Raises:
            UnknownRecordError: the ledger does not hold it.
        """
        return self.document(document_id).text

    def texts(self, document_ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of documents by their ids, asked for together.

        Raises:
            UnknownRecordError: the ledger does not hold one of them.
        """
        wanted = set(document_ids)
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            found = load_texts(connection, wanted)
        for name in sorted(wanted - found.keys()):
            raise UnknownRecordError(f"no document is called {name!r:.80}. Ids of documents begin with d-.")
        return found

    def documents(self) -> tuple[Source, ...]:
        """Return every document as a source, without its text, in the order of publication."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return in_order_of_publication(load_sources(connection).values())

    def reading(self, document_id: str) -> Reading:
        """Return the reading of a document that counts.

        Raises:
            UnknownRecordError: the ledger does not hold the document.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            reading = load_reading(connection, document_id)
        if reading is None:
            raise UnknownRecordError(f"no document is called {document_id!r:.80}. Ids of documents begin with d-.")
        return reading

    def holders(self, findings: Iterable[str]) -> dict[str, str]:
        """Return for each of ``findings`` that the ledger knows the document that it was found in."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return holders(connection, findings)

    def search(self, query: str, kinds: Iterable[str] | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents and accounts that hold all words of ``query``, the best first, each once.

        Case and accents make no difference; what stands in quotation marks is a phrase.

        Args:
            query: words and phrases; no character of it is a command.
            kinds: of `shuttle.records.hits.HIT_KINDS`; all if None.
            limit: the most to return, at least 1.

        Raises:
            SearchError: no word in it, or too many; an unknown kind; a limit below 1.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return search(connection, query, kinds, limit)

    @property
    def name(self) -> str:
        """How the ledger is called in messages: its path, or the database's address without a password."""
        return dialect.name_of(self._engine.url)

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            rows = [
                connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (schema.documents, schema.readings, schema.claims)
            ]
            accounts = count_accounts(connection)
        return Counts(*rows, *(accounts.get(kind, 0) for kind in "mvcsno"))
