"""Light questions, for pages that show a little of a large ledger and are asked for often.

In:   ids, or the number of an entry up to which somebody knows the ledger.
Out:  outlines of meetings and visits, what has changed since, what stands under a meeting, the latest arrivals.

`Ledger.pair` puts together everything about two countries. Whoever shows the beginning of a list needs less: an
outline tells of a meeting or visit who, when and whether it was held, by the features that matching keeps. All
questions but `outlines` of everything go by an index and cost what their answer costs; who keeps outlines asks
`changes` for what to look at again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, bindparam, func, select

from shuttle.ledger import dialect, schema
from shuttle.ledger.chronicle import load_numbered
from shuttle.ledger.current import accounts_of, among, chunks, members_of
from shuttle.ledger.lookup import load_accounts, load_sources
from shuttle.records.accounts import LEFT_APART, Account
from shuttle.records.claims import Source
from shuttle.records.history import Entry

__all__ = ["Changes", "Glances", "Outline"]

_EVENTS = ("meeting", "visit")
# More than any number of an entry: what an INTEGER column of PostgreSQL can hold.
_ALL = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Outline:
    """A meeting or visit in short.

    Attributes:
        account: its id.
        kind: ``meeting`` or ``visit``.
        countries: alpha-3 codes of all that some document names as parties, in alphabetical order.
        start: its first day, as the most precise of its documents has it; None if none gives one. The account
            itself weighs its sources and may say another day.
        held: whether some document tells of it as held.
        ahead: whether no document tells of it as held, cancelled or postponed.
        documents: how many tell of it.
    """

    account: str
    kind: str
    countries: tuple[str, ...]
    start: str | None
    held: bool
    ahead: bool
    documents: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What has been done to a ledger since an entry.

    Attributes:
        head: the number of the last entry.
        accounts: those that hold other findings than before, or are judged otherwise; some may hold nothing now.
        countries: for each document that this concerns, the countries it names.
    """

    head: int
    accounts: frozenset[str]
    countries: tuple[frozenset[str], ...]

    def concerns(self, one: str, other: str) -> bool:
        """Return whether anything that is known of two countries may have changed."""
        return any(one in named and other in named for named in self.countries)


class Glances:
    """The light questions. Made by `Ledger.glances`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def head(self) -> int:
        """Return the number of the last entry, 0 for an empty ledger: what was seen when a page was made."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return _head(connection)

    def changes(self, since: int) -> Changes:
        """Return what has changed since entry ``since``."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            findings = set(connection.scalars(_MOVED_SINCE, {"since": since}))
            judged = set(connection.scalars(_JUDGED_SINCE, {"since": since}))
            findings |= {name for name in judged if not name.startswith("d-")}
            documents = {name for name in judged if name.startswith("d-")}
            documents |= set(connection.scalars(_READ_SINCE, {"since": since}))
            accounts = {account for account in accounts_of(connection, findings).values() if account}
            for some in chunks(sorted(findings)):
                accounts.update(filter(None, connection.scalars(_ONCE_IN, {"some": some})))
            return Changes(_head(connection), frozenset(accounts), _countries(connection, findings, documents))

    def outlines(self, accounts: Iterable[str] | None = None) -> dict[str, Outline]:
        """Return the outlines of these accounts, or of all meetings and visits, by id; what holds nothing is left out.

        Everything is read where no accounts are named: for the first time only.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            rows: list[Row[Any]] = []
            if accounts is None:
                rows.extend(connection.execute(_OUTLINES).all())
            else:
                for some in chunks(sorted(set(accounts))):
                    rows.extend(connection.execute(_OUTLINES_OF, {"some": some}).all())
        mentions: dict[str, list[dict[str, Any]]] = {}
        for account, method, features in map(tuple, rows):
            if method != LEFT_APART:
                mentions.setdefault(account, []).append(json.loads(features))
        return {account: _outline(account, told) for account, told in mentions.items()}

    def accounts(self, names: Iterable[str]) -> list[Account]:
        """Return the accounts with these ids, in the order given, but for those that hold nothing today."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_accounts(connection, names)

    def under(self, meeting: str, kinds: tuple[str, ...] = ("commitment",), limit: int = 200) -> list[Account]:
        """Return what stands under the meeting with this account id: its commitments, statements, steps, outcomes.

        Args:
            meeting: id of the account.
            kinds: ``commitment``, ``statement``, ``next_step``, ``outcome``.
            limit: at most so many.
        """
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            findings = members_of(connection, [meeting]).get(meeting, [])
            found: dict[str, None] = {}
            for some in chunks(findings):
                query = _UNDER.where(schema.mentions.c.kind.in_(kinds))
                found.update(dict.fromkeys(filter(None, connection.scalars(query, {"some": some}))))
            return load_accounts(connection, sorted(found)[:limit])

    def homes(self, findings: Iterable[str]) -> dict[str, str]:
        """Return the account that holds each finding today; those that none holds are left out."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return {name: home for name, home in accounts_of(connection, findings).items() if home}

    def sources(self, documents: Iterable[str]) -> dict[str, Source]:
        """Return the documents with these ids as sources, by id; those that count no more are left out."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_sources(connection, documents)

    def arrivals(self, limit: int, before: int | None = None) -> list[tuple[int, Source]]:
        """Return the documents that came last, the latest first, each with the number of its entry.

        Args:
            limit: at most so many.
            before: only those of earlier entries than this one.
        """
        query = (
            select(schema.documents.c.entry, schema.documents.c.id)
            .join(schema.standing, schema.standing.c.document_id == schema.documents.c.id)
            .order_by(schema.documents.c.entry.desc())
            .where(schema.documents.c.entry < (_ALL if before is None else before))
            .limit(limit)
        )
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            rows = connection.execute(query).all()
            sources = load_sources(connection, [name for _, name in rows])
        return [(entry, sources[name]) for entry, name in rows if name in sources]

    def numbered(self, entries: Iterable[int]) -> tuple[Entry, ...]:
        """Return the entries with these numbers, the first first."""
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_numbered(connection, entries)

    def entries(self, limit: int, before: int | None = None) -> tuple[Entry, ...]:
        """Return the last entries of the history, the latest first.

        Args:
            limit: at most so many.
            before: only earlier ones than this.
        """
        query = (
            select(schema.entries.c.seq)
            .where(schema.entries.c.seq < (_ALL if before is None else before))
            .order_by(schema.entries.c.seq.desc())
            .limit(limit)
        )
        with dialect.speaking_plainly(self._engine), self._engine.connect() as connection:
            return load_numbered(connection, connection.scalars(query).all())[::-1]


def _head(connection: Connection) -> int:
    return connection.scalar(select(func.max(schema.entries.c.seq))) or 0


def _countries(connection: Connection, findings: set[str], documents: set[str]) -> tuple[frozenset[str], ...]:
    """Return the countries named in each reading that holds one of the findings, or is of one of the documents."""
    readings: set[int] = set()
    for some in chunks(sorted(findings)):
        readings.update(connection.scalars(_READINGS_WITH, {"some": some}))
    for some in chunks(sorted(documents)):
        readings.update(connection.scalars(_READINGS_OF, {"some": some}))
    named: dict[int, set[str]] = {}
    for numbers in chunks(sorted(readings)):
        for reading, country in connection.execute(_NAMED_IN, {"some": numbers}):
            named.setdefault(reading, set()).add(country)
    return tuple(frozenset(countries) for countries in named.values())


def _outline(account: str, mentions: list[dict[str, Any]]) -> Outline:
    statuses = {mention["status"] for mention in mentions}
    told = [m["start"] for m in mentions if m["start"] and (m["status"] == "held" or "held" not in statuses)]
    starts = told or [m["start"] for m in mentions if m["start"]]
    # Of the most precise the one that most give, of those the earliest.
    start = min(starts, key=lambda day: (-len(day), -starts.count(day), day), default=None)
    return Outline(
        account=account,
        kind=mentions[0]["kind"],
        countries=tuple(sorted({code for mention in mentions for code in mention["countries"]})),
        start=start,
        held="held" in statuses,
        ahead=statuses <= {"planned", "proposed"},
        documents=len({mention["document"] for mention in mentions}),
    )


# Without DISTINCT: to make rows distinct SQLite would go through a whole index in the order of their values.
_MOVED_SINCE = select(schema.membership.c.finding).where(schema.membership.c.entry > bindparam("since"))
_JUDGED_SINCE = select(schema.judged.c.record).where(schema.judged.c.entry > bindparam("since"))
_READ_SINCE = select(schema.readings.c.document_id).where(schema.readings.c.entry > bindparam("since"))
_ONCE_IN = select(schema.membership.c.account).where(schema.membership.c.finding.in_(among())).distinct()
_READINGS_WITH = select(schema.findings.c.reading).where(schema.findings.c.id.in_(among())).distinct()
_READINGS_OF = select(schema.readings.c.seq).where(schema.readings.c.document_id.in_(among()))
_NAMED_IN = (
    select(schema.parties.c.reading, schema.parties.c.country).where(schema.parties.c.reading.in_(among())).distinct()
)
_UNDER = (
    select(schema.homes.c.account)
    .select_from(schema.mentions)
    .join(schema.standing, schema.standing.c.reading == schema.mentions.c.reading)
    .join(schema.homes, schema.homes.c.finding == schema.mentions.c.finding)
    .where(schema.mentions.c.context.in_(among()), schema.homes.c.account.is_not(None))
    .distinct()
)
_OUTLINES: Select[Any] = (
    select(schema.homes.c.account, schema.membership.c.method, schema.mentions.c.features)
    .select_from(schema.homes)
    .join(schema.membership, schema.membership.c.seq == schema.homes.c.membership)
    .join(schema.findings, schema.findings.c.id == schema.homes.c.finding)
    .join(schema.standing, schema.standing.c.reading == schema.findings.c.reading)
    .join(
        schema.mentions,
        (schema.mentions.c.reading == schema.findings.c.reading) & (schema.mentions.c.finding == schema.findings.c.id),
    )
    .where(schema.mentions.c.kind.in_(_EVENTS), schema.homes.c.account.is_not(None))
)
_OUTLINES_OF = _OUTLINES.where(schema.homes.c.account.in_(among()))
