"""Meetings, visits, commitments and proposals as entries of a calendar, before any format.

In:   accounts, commitments with what came of them, a plan.
Out:  `Entry`s, and what has no place in a calendar since no source gives its day.

What is known to the month alone gets no day: a meeting without a day is left out and counted, a commitment keeps its
date in words. A uid is made from the smallest finding of an account, as its id is. When accounts grow together the
smallest finding may be another; then the uid by which a calendar knows one of the findings is kept, if that calendar
is given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.owed import Owed
from shuttle.analysis.plan import Plan
from shuttle.records.accounts import Account, MeetingAccount, VisitAccount
from shuttle.records.claims import Source
from shuttle.views.brief_lines import coincide
from shuttle.views.meetings_table import event_rows
from shuttle.views.plan_wording import point_words
from shuttle.views.wording import (
    CountryName,
    and_list,
    capitalised,
    clean,
    count,
    date_words,
    day_words,
    publisher_words,
    quoted,
    shortened,
)

__all__ = ["DOMAIN", "Entry", "commitment_entries", "event_entries", "pair_label", "proposal_entries"]

# What every uid that Shuttle gives ends in.
DOMAIN = "@shuttle-diplomacy"

EntryStatus = Literal["TENTATIVE", "CONFIRMED", "CANCELLED", "NEEDS-ACTION", "IN-PROCESS", "COMPLETED"]
_LIVES: dict[str, EntryStatus] = {
    "stated": "NEEDS-ACTION",
    "stalled": "NEEDS-ACTION",
    "in consultation": "IN-PROCESS",
    "in implementation": "IN-PROCESS",
    "delivered": "COMPLETED",
    "superseded": "CANCELLED",
    "withdrawn": "CANCELLED",
    "expired": "CANCELLED",
}
_MOST_QUOTES = 5
_LONGEST_SUMMARY = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """An event or a task.

    Attributes:
        uid: globally unique; the same whenever and wherever the same is written.
        kind: ``event``, or ``task`` for a commitment.
        summary: one line.
        description: lines, none of which holds a line break or control character.
        status: as iCalendar has it.
        start, end: first and last day, both included; None for a task.
        start_time: ``HH:MM`` in ``zone``; None for whole days.
        minutes: length; None if not known.
        zone: IANA name; None if the place has several, so that the hour is that of wherever the reader is.
        due: the day by which a task is due.
        url: of the best source that has one.
        sequence: how often it was changed.
        pair: the codes of the two countries, as ``JPN-KOR``.
        labels: categories.
        place: where.
    """

    uid: str
    kind: Literal["event", "task"]
    summary: str
    description: tuple[str, ...]
    status: EntryStatus
    pair: str
    start: dt.date | None = None
    end: dt.date | None = None
    start_time: str | None = None
    minutes: int | None = None
    zone: str | None = None
    due: dt.date | None = None
    url: str | None = None
    sequence: int = 0
    labels: tuple[str, ...] = ()
    place: str | None = None


def pair_label(countries: Iterable[str]) -> str:
    """Return the two codes in one, whichever was named first.

    >>> pair_label(("KOR", "JPN"))
    'JPN-KOR'
    """
    return "-".join(sorted(countries))


def event_entries(
    meetings: Iterable[MeetingAccount],
    visits: Iterable[VisitAccount],
    pair: str,
    country_name: CountryName,
    zone_of: Callable[[str], str | None],
    changes: Callable[[str], int] = lambda account: 0,
    known: Collection[str] = (),
) -> tuple[tuple[Entry, ...], int]:
    """Return the entries of meetings, and of visits that are no journey to one of them; and how many have no day.

    Args:
        zone_of: from an alpha-3 code to the time zone of a country that has one.
        changes: from an account's id to how often it was changed.
        known: uids that the reader's calendar has.
    """
    met = list(meetings)
    events: list[MeetingAccount | VisitAccount] = [
        *met,
        *(visit for visit in visits if not any(coincide(meeting, visit) for meeting in met)),
    ]
    found, left = [], 0
    for event in events:
        if event.start is None or len(event.start) < 10 or (event.end is not None and len(event.end) < 10):
            left += 1
            continue
        found.append(_event_entry(event, pair, country_name, zone_of, changes(event.id), known))
    return tuple(found), left


def _event_entry(
    event: MeetingAccount | VisitAccount,
    pair: str,
    country_name: CountryName,
    zone_of: Callable[[str], str | None],
    sequence: int,
    known: Collection[str],
) -> Entry:
    ((_, what, where, who, how, _, _),) = event_rows([event], country_name)
    start = dt.date.fromisoformat(event.start or "")
    end = max(dt.date.fromisoformat(event.end or event.start or ""), start)
    hour = minutes = zone = None
    lines = [f"{what}: {who}." if who else f"{what}."]
    if how:
        lines.append(f"Parts: {how}.")
    if isinstance(event, MeetingAccount) and event.start_time:
        lines.append(f"Begins at {event.start_time}, local time.")
        land = event.place.country if event.place and event.place.country else event.host
        # An hour tells of the first day only: a meeting of several days is whole days.
        if start == end:
            hour, minutes, zone = event.start_time, event.duration, zone_of(land) if land else None
    if event.status == "postponed":
        lines.append("Postponed; no source gives another day in its place.")
    return Entry(
        uid=_uid(event, known),
        kind="event",
        summary=shortened(f"{what}: {who}{f', {where}' if where else ''}", _LONGEST_SUMMARY),
        description=(*lines, *_words(event, country_name)),
        status=_event_status(event),
        pair=pair,
        start=start,
        end=end,
        start_time=hour,
        minutes=minutes,
        zone=zone,
        url=_url(event),
        sequence=sequence,
        labels=("visit" if isinstance(event, VisitAccount) else event.level or "meeting",),
        place=where or None,
    )


def _event_status(event: MeetingAccount | VisitAccount) -> EntryStatus:
    """Return CONFIRMED for what was held, and for what a government says is planned."""
    if event.status in ("cancelled", "postponed"):
        return "CANCELLED"
    if event.status == "held":
        return "CONFIRMED"
    official = any(source.kind == "government" for source in event.sources)
    return "CONFIRMED" if event.status == "planned" and official else "TENTATIVE"


def commitment_entries(
    owed: Iterable[Owed],
    pair: str,
    country_name: CountryName,
    changes: Callable[[str], int] = lambda account: 0,
    known: Collection[str] = (),
) -> tuple[tuple[Entry, ...], int]:
    """Return a task for each commitment; and how many are due in a month or year, so that the task has no due day."""
    found, vague = [], 0
    for item in owed:
        commitment = item.commitment
        by = and_list(map(country_name, commitment.by)) or "parties not named"
        lines = [f"{by} {commitment.strength}: {quoted(commitment.action)}"]
        made = f", made {day_words(item.follow.made)}" if item.follow.made else ""
        silence = f"; {item.follow.silence}" if item.follow.silence else ""
        lines.append(f"{capitalised(item.life)}{made}{silence}.")
        if commitment.deadline:
            lines.append(f"Due: {date_words(commitment.deadline)}.")
            vague += len(commitment.deadline) < 10
        day = commitment.deadline if commitment.deadline and len(commitment.deadline) == 10 else None
        found.append(
            Entry(
                uid=_uid(commitment, known),
                kind="task",
                summary=shortened(f"{by}: {commitment.action}", _LONGEST_SUMMARY),
                description=(*lines, *_words(commitment, country_name)),
                status=_LIVES[item.life],
                pair=pair,
                due=dt.date.fromisoformat(day) if day else None,
                url=_url(commitment),
                sequence=changes(commitment.id),
                labels=tuple(map(clean, commitment.areas)),
            )
        )
    return tuple(found), vague


def proposal_entries(plan: Plan, country_name: CountryName) -> tuple[Entry, ...]:
    """Return the days that a plan proposes: all tentative, each called a proposal and with its reasons.

    Their uids count from the last meeting: a plan made again speaks of the same proposals until the two have met.
    """
    pair = pair_label(plan.countries)
    one, other = sorted(map(country_name, plan.countries))
    where = country_name(plan.host) if plan.host else None
    after = (plan.last.start if plan.last else None) or "none"
    found = []
    for number, candidate in enumerate(plan.candidates, start=1):
        lines = [
            "A proposal of Shuttle, not an announcement: no source says that the two will meet on these days.",
            f"Choice {number} of {len(plan.candidates)}, {count(candidate.points, 'point')}.",
            "No public holiday or weekend of either country, no summit to which either belongs.",
            *(capitalised(point_words(point)) + "." for point in candidate.reasons),
        ]
        found.append(
            Entry(
                uid=f"plan-{pair}-after-{after}-{number}{DOMAIN}",
                kind="event",
                summary=f"Proposal {number}: {one} and {other}" + (f", in {where}" if where else ""),
                description=tuple(lines),
                status="TENTATIVE",
                pair=pair,
                start=dt.date.fromisoformat(candidate.start),
                end=dt.date.fromisoformat(candidate.end),
                labels=("proposal",),
                place=where,
            )
        )
    return tuple(found)


def _uid(account: Account, known: Collection[str]) -> str:
    """Return the uid that a calendar has for one of the account's findings, else that of its smallest finding."""
    mine = sorted(f"{finding[0]}a{finding[1:]}{DOMAIN}" for finding in account.findings)
    return next((uid for uid in mine if uid in known), f"{account.id}{DOMAIN}")


def _words(account: Account, country_name: CountryName) -> Iterator[str]:
    """Yield the words of an account's sources, one line each, and how many more there are."""
    sources = {source.document_id: source for source in account.sources}
    # The words of the whole finding say more than those of one field; documents about the meeting come first.
    about = account.about if isinstance(account, MeetingAccount) else ()
    ordered = sorted(account.evidence, key=lambda pair: (pair[1].field is not None, pair[0] not in about))
    whole = [pair for pair in ordered if pair[1].field is None] or ordered
    told = list(dict.fromkeys((document, item.quote) for document, item in whole))
    for document, quote in told[:_MOST_QUOTES]:
        yield f"{quoted(quote)} {_named(sources[document], country_name)}"
    if len(told) > _MOST_QUOTES:
        yield f"{count(len(told) - _MOST_QUOTES, 'more quotation')}: `shuttle show {account.id}`."


def _named(source: Source, country_name: CountryName) -> str:
    published = f", {day_words(source.published)}" if source.published else ""
    return f"({publisher_words(source, country_name)}{published})"


def _url(account: Account) -> str | None:
    """Return the first web address among the sources, those about a meeting first; nothing else is an address."""
    about = account.about if isinstance(account, MeetingAccount) else ()
    for source in sorted(account.sources, key=lambda source: source.document_id not in about):
        address = source.url or ""
        if address.startswith(("http://", "https://")) and clean(address) == address and " " not in address:
            return address
    return None
