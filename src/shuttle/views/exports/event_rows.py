"""Accounts as rows of event data: who did what to whom, by CAMEO and PLOVER codes.

In:   accounts that carry a code.
Out:  rows under `EVENT_TABLE`, one for each pair of an actor and a recipient.

Where all of those who meet act and nobody receives (a call, a meeting on no party's soil), there is a row for each
two of them in either direction, as event data sets have it. One event is one account, so that many reports of it are
one event; `documents` says how many reports there are.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from shuttle.records import dates
from shuttle.records.accounts import Account, CommitmentAccount, MeetingAccount, NextStepAccount, VisitAccount
from shuttle.records.evidence import Evidence
from shuttle.records.findings import EventCode
from shuttle.views.exports.tables import OF_ACCOUNT, Column, Table
from shuttle.views.wording import CountryName, clean

__all__ = ["EVENT_TABLE", "EventRow", "event_rows"]

Basis = Literal["stated", "meeting", "published"]
# First two digits of a code, up to and including -> quad class.
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event between two.

    Attributes:
        number: tells the rows of one account apart, from 1.
        date: day, month or year; None if nothing gives it.
        basis: how the date is known: ``stated``, of the ``meeting`` at which it was said, or the day it was
            ``published``; None exactly when ``date`` is.
    """

    account: Account
    number: int
    code: EventCode
    actor: str
    recipient: str | None
    actor_name: str
    recipient_name: str | None
    date: str | None
    basis: Basis | None
    words: tuple[str, Evidence] | None

    @property
    def id(self) -> str:
        """Id of the row."""
        return f"{self.account.id}.{self.number}"


def event_rows(
    account: Account, country_name: CountryName, meeting_date: Callable[[str], str | None]
) -> Iterator[EventRow]:
    """Yield the rows of ``account``; none if it carries no code.

    Args:
        account: of any kind.
        country_name: from an alpha-3 code to a name.
        meeting_date: from the id of a meeting's account to its first day.
    """
    if not isinstance(account, MeetingAccount | VisitAccount | CommitmentAccount | NextStepAccount):
        return
    code = account.value("code")
    if code is None:
        return
    date, basis = _date(account, meeting_date)
    words = next(iter(account.field("code").evidence), None) or next(iter(account.evidence), None)
    for number, (actor, recipient) in enumerate(_pairs(code), 1):
        yield EventRow(
            account, number, code, actor, recipient, country_name(actor),
            country_name(recipient) if recipient else None, date, basis, words,
        )  # fmt: skip


def _pairs(code: EventCode) -> Iterator[tuple[str, str | None]]:
    if code.recipients:
        yield from itertools.product(code.actors, code.recipients)
    elif len(code.actors) > 1:
        yield from itertools.permutations(code.actors, 2)
    else:
        yield from ((actor, None) for actor in code.actors)


def _date(account: Account, meeting_date: Callable[[str], str | None]) -> tuple[str | None, Basis | None]:
    if isinstance(account, MeetingAccount | VisitAccount):
        if account.start is not None:
            return account.start, "stated"
    elif isinstance(account, CommitmentAccount | NextStepAccount) and account.meeting is not None:
        held = meeting_date(account.meeting)
        if held is not None:
            return held, "meeting"
    published = min((source.published for source in account.sources if source.published), default=None)
    return published, "published" if published else None


def _quad(cameo: str) -> int | None:
    root = int(cameo[:2])
    return next((quad for last, quad in _QUADS if root <= last), None)


def _col(name: str, type_: Any, meaning: str, of: Callable[[EventRow], Any]) -> Column:
    return Column(name, type_, meaning, of)


def _where(part: str) -> Callable[[EventRow], str | None]:
    def cell(row: EventRow) -> str | None:
        place = row.account.place if isinstance(row.account, MeetingAccount) else None
        found: str | None = getattr(place, part) if place else None
        return found

    return cell


def _host(row: EventRow) -> str | None:
    if isinstance(row.account, MeetingAccount):
        return row.account.host
    return row.account.to_country if isinstance(row.account, VisitAccount) else None


def _status(row: EventRow) -> str | None:
    return row.account.status if isinstance(row.account, MeetingAccount | VisitAccount) else None


EVENT_TABLE = Table(
    "events",
    "One row for each event between an actor and a recipient.",
    (
        _col("event_id", "string", "Id of the row: the account's with a number.", lambda r: r.id),
        _col("account", "string", "Id of the account.", lambda r: r.account.id),
        _col("record", "string", "meeting, visit, commitment or next_step.",
             lambda r: OF_ACCOUNT[type(r.account)].removesuffix("s")),
        _col("event_date", "date", "As precise as it is known.", lambda r: r.date),
        _col("first_day", "string", "First day that it can mean.",
             lambda r: dates.first_day(r.date).isoformat() if r.date else None),
        _col("last_day", "string", "Last day that it can mean.",
             lambda r: dates.last_day(r.date).isoformat() if r.date else None),
        _col("date_basis", "string", "stated, of the meeting it was said at, or published.", lambda r: r.basis),
        _col("status", "string", "held, planned, proposed, postponed or cancelled.", _status),
        _col("source", "string", "Alpha-3 code of who acts.", lambda r: r.actor),
        _col("source_name", "string", "Their name.", lambda r: r.actor_name),
        _col("target", "string", "Alpha-3 code of who is acted on; empty if nobody is.", lambda r: r.recipient),
        _col("target_name", "string", "Their name.", lambda r: r.recipient_name),
        _col("cameo", "string", "CAMEO code, two to four digits.", lambda r: r.code.cameo),
        _col("cameo_root", "string", "Its first two digits.", lambda r: r.code.cameo[:2]),
        _col("quad_class", "integer", "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.",
             lambda r: _quad(r.code.cameo)),
        _col("plover", "string", "Event type of PLOVER 2.0.", lambda r: r.code.plover),
        _col("plover_mode", "string", "Its mode.", lambda r: r.code.mode),
        _col("place", "string", "Where it was held.", _where("name")),
        _col("place_country", "string", "Alpha-3 code of that country.", _where("country")),
        _col("host", "string", "Alpha-3 code of who received the others.", _host),
        _col("documents", "integer", "How many documents tell of it.", lambda r: len(r.account.sources)),
        _col("document", "string", "Id of the first of them.", lambda r: r.words[0] if r.words else None),
        _col("url", "string", "Its address.", lambda r: _url(r)),
        _col("words", "string", "The words it was read from.", lambda r: clean(r.words[1].quote) if r.words else None),
    ),
    ("event_id",),
)  # fmt: skip


def _url(row: EventRow) -> str | None:
    return row.account.source(row.words[0]).url if row.words else None
