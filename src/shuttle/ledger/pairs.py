"""Everything that the ledger holds of two countries, as one account.

A document is about the pair if its main meeting has both among its parties, or, for want of a main
meeting, if any meeting or visit in it is between them. What a document about the pair says of
statements, steps, topics and issues belongs to the pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from shuttle.ledger import schema
from shuttle.ledger.assembly import in_order_of_publication
from shuttle.ledger.current import MOST_AT_ONCE, chunks, reading_is_current
from shuttle.ledger.lookup import load_accounts, load_sources
from shuttle.records.accounts import (
    Account,
    AreaAccount,
    CommitmentAccount,
    IssueAccount,
    MeetingAccount,
    NextStepAccount,
    OutcomeAccount,
    PairAccount,
    StatementAccount,
    VisitAccount,
)
from shuttle.records.evidence import Evidence

__all__ = ["each_meeting", "in_order_of_time", "load_pair", "load_visits"]

_LAST = "9999"
# What stands under a meeting.
_Placed = CommitmentAccount | StatementAccount | NextStepAccount | OutcomeAccount


def each_meeting(connection: Connection, countries: Iterable[str] = ()) -> Iterator[MeetingAccount]:
    """Yield the meetings that have all of ``countries`` among their parties, in the order of time.

    Of more than a few hundred only so many are in memory at once: they are put together twice, first to be set in
    order, then to be given.
    """
    names = _accounts_with(connection, ("meeting",), tuple(countries))
    if len(names) <= MOST_AT_ONCE:
        yield from in_order_of_time(_meetings(connection, names))
        return
    order: list[tuple[str, str, str]] = []
    for some in chunks(names):
        order.extend(map(_time, _meetings(connection, some)))
    order.sort()
    for some in chunks(name for _, _, name in order):
        yield from _meetings(connection, some)


def _meetings(connection: Connection, names: Iterable[str]) -> list[MeetingAccount]:
    return [account for account in load_accounts(connection, names) if isinstance(account, MeetingAccount)]


def load_visits(connection: Connection, countries: Iterable[str] = ()) -> tuple[VisitAccount, ...]:
    """Return the visits that have all of ``countries`` as parties, in the order of time, those without a date last."""
    return _visits_in_order(load_accounts(connection, _accounts_with(connection, ("visit",), tuple(countries))))


def _visits_in_order(accounts: Iterable[Account]) -> tuple[VisitAccount, ...]:
    visits = [account for account in accounts if isinstance(account, VisitAccount)]
    return tuple(sorted(visits, key=lambda v: (v.start or _LAST, v.id)))


def in_order_of_time(meetings: list[MeetingAccount]) -> tuple[MeetingAccount, ...]:
    """Return ``meetings``, earliest first, those without a date last; a month stands before its days."""
    return tuple(sorted(meetings, key=_time))


def _time(meeting: MeetingAccount) -> tuple[str, str, str]:
    return (meeting.start or _LAST, meeting.start_time or "", meeting.id)


def load_pair(connection: Connection, one: str, other: str, since: str | None = None) -> PairAccount:
    """Return the account of ``one`` and ``other`` (alpha-3 codes).

    Args:
        since: leave out statements, next steps, topics and issues of documents published before this day; those
            without a date of publication are in. How many statements and steps are left out is counted.
    """
    pair = (one, other)
    events = load_accounts(connection, _accounts_with(connection, ("meeting", "visit"), pair))
    meetings = in_order_of_time([account for account in events if isinstance(account, MeetingAccount)])
    visits = _visits_in_order(events)
    about = _documents_about(connection, meetings, visits)
    recent = about if since is None else _published_since(connection, about, since)
    told = _told_in(connection, about, pair)
    bound = dict.fromkeys(_accounts_with(connection, ("commitment", "outcome"), pair))
    bound.update((account, None) for account, of in told.items() if of.kind in ("commitment", "outcome"))
    words = {account: of for account, of in told.items() if of.kind in ("statement", "next_step")}
    young = [account for account, of in words.items() if of.documents & recent]
    accounts = load_accounts(connection, sorted({*bound, *young}))
    commitments = [account for account in accounts if isinstance(account, CommitmentAccount)]
    outcomes = [account for account in accounts if isinstance(account, OutcomeAccount)]
    statements = [account for account in accounts if isinstance(account, StatementAccount)]
    next_steps = [account for account in accounts if isinstance(account, NextStepAccount)]

    place = {meeting.id: number for number, meeting in enumerate(meetings)}

    def by_meeting(account: _Placed) -> tuple[int, str, str]:
        first = min((source.published or _LAST for source in account.sources), default=_LAST)
        return (place.get(account.meeting or "", len(place)), first, account.id)

    known = {
        source.document_id: source
        for account in (*meetings, *visits, *commitments, *statements, *next_steps, *outcomes)
        for source in account.sources
    }
    known |= load_sources(connection, about - known.keys())
    return PairAccount(
        countries=pair,
        meetings=meetings,
        visits=visits,
        commitments=tuple(sorted(commitments, key=by_meeting)),
        statements=tuple(sorted(statements, key=by_meeting)),
        next_steps=tuple(sorted(next_steps, key=by_meeting)),
        areas=_areas(connection, recent),
        issues=_issues(connection, recent),
        sources=in_order_of_publication(known.values()),
        outcomes=tuple(sorted(outcomes, key=by_meeting)),
        since=since,
        earlier=len(words) - len(young),
    )


def _accounts_with(connection: Connection, kinds: tuple[str, ...], countries: tuple[str, ...]) -> list[str]:
    """Return the accounts of some kinds of which some finding has all of ``countries`` as parties."""
    first, *others = [schema.parties.alias() for _ in countries] or [schema.mentions]
    query = select(schema.homes.c.account).select_from(first)
    for party in others:
        query = query.join(party, (party.c.reading == first.c.reading) & (party.c.finding == first.c.finding))
    if countries:
        query = query.join(
            schema.mentions,
            (schema.mentions.c.reading == first.c.reading) & (schema.mentions.c.finding == first.c.finding),
        )
    query = (
        query.join(schema.standing, schema.standing.c.reading == first.c.reading)
        .join(schema.homes, schema.homes.c.finding == first.c.finding)
        .where(schema.mentions.c.kind.in_(kinds), schema.homes.c.account.is_not(None))
    )
    for party, country in zip((first, *others), countries, strict=False):
        query = query.where(party.c.country == country)
    return sorted(set(connection.scalars(query).all()))


@dataclass(slots=True)
class _Told:
    """An account of which documents about a pair tell: what it is, and those documents."""

    kind: str
    documents: set[str]


def _told_in(connection: Connection, documents: Iterable[str], pair: tuple[str, str]) -> dict[str, _Told]:
    """Return what ``documents`` tell besides meetings and visits, by account.

    Of commitments, outcomes and next steps those are left out that bind somebody besides ``pair``; what was said
    belongs to the pair whoever said it.
    """
    rows: dict[str, tuple[str, str, str]] = {}
    others: set[str] = set()
    for some in chunks(sorted(documents)):
        query = (
            select(
                schema.mentions.c.finding,
                schema.mentions.c.kind,
                schema.homes.c.account,
                schema.standing.c.document_id,
                schema.parties.c.country,
            )
            .select_from(schema.standing)
            .join(schema.mentions, schema.mentions.c.reading == schema.standing.c.reading)
            .join(schema.homes, schema.homes.c.finding == schema.mentions.c.finding)
            .outerjoin(
                schema.parties,
                (schema.parties.c.reading == schema.mentions.c.reading)
                & (schema.parties.c.finding == schema.mentions.c.finding),
            )
            .where(
                schema.standing.c.document_id.in_(some),
                schema.mentions.c.kind.not_in(("meeting", "visit")),
                schema.homes.c.account.is_not(None),
            )
        )
        for finding, kind, account, document, country in connection.execute(query).all():
            rows[finding] = (kind, account, document)
            if country is not None and country not in pair and kind != "statement":
                others.add(finding)
    found: dict[str, _Told] = {}
    for finding, (kind, account, document) in rows.items():
        if finding not in others:
            found.setdefault(account, _Told(kind, set())).documents.add(document)
    return found


def _documents_about(
    connection: Connection, meetings: Iterable[MeetingAccount], visits: Iterable[VisitAccount]
) -> set[str]:
    about = {document for meeting in meetings for document in meeting.about}
    mentioned = {name for account in (*meetings, *visits) for name in account.document_ids} - about
    with_main: set[str] = set()
    for some in chunks(sorted(mentioned)):
        query = (
            select(schema.readings.c.document_id)
            .join(schema.findings, schema.findings.c.reading == schema.readings.c.seq)
            .where(schema.readings.c.document_id.in_(some), schema.findings.c.main, reading_is_current())
        )
        with_main.update(connection.scalars(query))
    return about | (mentioned - with_main)


def _published_since(connection: Connection, documents: Iterable[str], since: str) -> set[str]:
    found: set[str] = set()
    for some in chunks(sorted(documents)):
        query = select(schema.readings.c.document_id, schema.readings.c.published).where(
            schema.readings.c.document_id.in_(some), reading_is_current()
        )
        # A month or a year may reach beyond the day, so that it is compared by its own precision.
        found.update(name for name, day in connection.execute(query) if day is None or day >= since[: len(day)])
    return found


def _areas(connection: Connection, documents: Iterable[str]) -> tuple[AreaAccount, ...]:
    found: dict[str, list[tuple[str, Evidence]]] = {}
    for row, evidence in _with_evidence(connection, schema.areas, "area", documents):
        found.setdefault(row["name"], []).extend((row["document_id"], item) for item in evidence)
    return tuple(AreaAccount(name, tuple(passages)) for name, passages in sorted(found.items()))


def _issues(connection: Connection, documents: Iterable[str]) -> tuple[IssueAccount, ...]:
    return tuple(
        IssueAccount(row["code"], row["message"], row["document_id"], evidence)
        for row, evidence in _with_evidence(connection, schema.issues, "issue", documents)
    )


def _with_evidence(
    connection: Connection, table: Table, name: str, documents: Iterable[str]
) -> list[tuple[dict[str, Any], tuple[Evidence, ...]]]:
    """Return the rows of areas or issues in the current readings of ``documents``, each with its passages."""
    found: list[tuple[dict[str, Any], tuple[Evidence, ...]]] = []
    for some in chunks(sorted(documents)):
        query = (
            select(table, schema.readings.c.document_id)
            .join(schema.readings, schema.readings.c.seq == table.c.reading)
            .where(schema.readings.c.document_id.in_(some), reading_is_current())
            .order_by(schema.readings.c.document_id, table.c.position)
        )
        rows = [dict(row._mapping) for row in connection.execute(query)]
        passages: dict[tuple[int, str], list[Evidence]] = {}
        quoted = (
            select(schema.evidence)
            .where(
                schema.evidence.c.reading.in_({row["reading"] for row in rows}),
                schema.evidence.c.owner.like(f"{name}/%"),
            )
            .order_by(schema.evidence.c.position)
        )
        for passage in connection.execute(quoted):
            item = Evidence(passage.start_offset, passage.end_offset, passage.quote, passage.field)
            passages.setdefault((passage.reading, passage.owner), []).append(item)
        for row in rows:
            found.append((row, tuple(passages.get((row["reading"], f"{name}/{row['position']}"), ()))))
    return found
