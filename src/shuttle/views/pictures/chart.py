"""What a timeline of a pair shows: every dated meeting, and every visit without one, as a mark in its lane.

In:   the account of a pair, and a day.
Out:  a Chart: marks with their kind, lane, dates and words; gaps between summits; what has no date.

The lane is that of the country that hosted; forums elsewhere, calls, and what no source places stand in a third.
A visit during which the two met is drawn as that meeting, since it is one event of their diary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.hosting import host_of
from shuttle.analysis.rhythm import RHYTHM_RULE, Gap, gaps, leaders_meetings
from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount, PairAccount, VisitAccount
from shuttle.records.claims import Source
from shuttle.records.findings import Status
from shuttle.views.meetings_table import event_rows, in_order
from shuttle.views.wording import CountryName, and_list, clean, count, date_words, shortened

__all__ = ["ELSEWHERE", "KINDS", "RHYTHM_RULE", "Chart", "Event", "Kind", "Mark", "chart_of", "day_in_short"]

Kind = Literal["summit", "margins", "call", "officials", "visit"]
Event = MeetingAccount | VisitAccount

# Kind of a mark -> what the legend calls it.
KINDS: dict[Kind, str] = {
    "summit": "leaders, in person",
    "margins": "leaders, beside a forum or in a third country",
    "call": "call or video",
    "officials": "ministers or officials",
    "visit": "visit, no meeting on record",
}
ELSEWHERE = "elsewhere"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STATUS: dict[Status, str] = {
    "held": "",
    "planned": "planned",
    "proposed": "proposed",
    "postponed": "postponed",
    "cancelled": "cancelled",
}
_LEVELS = {"ministers": "ministers", "vice-ministers": "vice-ministers", "working": "working level"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the timeline.

    Attributes:
        id: of its account.
        lane: alpha-3 code of the host, one of the pair's; else `ELSEWHERE`.
        start: first day, as precise as its sources.
        end: last day; equal to ``start`` where it ends on the day it began.
        head: the date in short.
        detail: where or what, in a few words.
        sentence: all of it in words.
    """

    id: str
    kind: Kind
    lane: str
    status: Status
    start: str
    end: str
    head: str
    detail: str
    sentence: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The timeline of a pair.

    Attributes:
        names: of the two countries, in their order.
        as_of: the day.
        marks: in the order of time.
        gaps: between successive summits, under `RHYTHM_RULE`.
        last: the last summit held by ``as_of``.
        since_last: days from it to ``as_of``; None unless known to the day, or it lies ahead.
        undated: what no source dates, or only so vaguely that it may be any of several meetings, each in words.
        rows: every event in words, those that are drawn as part of a meeting too: cells under `meetings_table.HEADER`.
        events: the event of each row.
    """

    countries: tuple[str, str]
    names: tuple[str, str]
    as_of: str
    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]
    last: MeetingAccount | None
    since_last: int | None
    undated: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    events: tuple[Event, ...]

    @property
    def title(self) -> str:
        """What the picture is called."""
        return f"{self.names[0]} and {self.names[1]}: meetings and visits"

    @property
    def description(self) -> str:
        """What the picture shows, for those who do not see it."""
        if not self.marks:
            return "No dated meeting or visit is on record."
        first, last = self.marks[0], self.marks[-1]
        told = []
        for lane, where in (*zip(self.countries, self.names, strict=True), (ELSEWHERE, "")):
            number = sum(mark.lane == lane and mark.status == "held" for mark in self.marks)
            told.append(f"{number} in {where}" if where else f"{number} elsewhere, by line or at a place not stated")
        ahead = sum(mark.status in ("planned", "proposed") for mark in self.marks)
        plans = f" {count(ahead, 'event')} planned or proposed, drawn hollow." if ahead else ""
        undated = f" {count(len(self.undated), 'event')} without a date, listed below." if self.undated else ""
        since = (
            f" {self.since_last} days since the last summit, as of {date_words(self.as_of)}." if self.since_last else ""
        )
        return (
            f"A timeline with one lane for each host, from {date_words(first.start)} to {date_words(last.start)}. "
            f"Held: {and_list(told)}.{plans}{since}{undated}"
        )


def chart_of(pair: PairAccount, as_of: str, country_name: CountryName) -> Chart:
    """Return what the timeline of ``pair`` shows on the day ``as_of`` (ISO 8601, to the day).

    Raises:
        RecordError: ``as_of`` is no date.
    """
    dates.check_date(as_of)
    events = in_order(pair.meetings, pair.visits)
    rows = event_rows(events, country_name)
    marks, undated = [], []
    for event, row in zip(events, rows, strict=True):
        if isinstance(event, VisitAccount) and _met_during(event, pair.meetings):
            continue
        sentence = _sentence(event, row)
        if event.start is None or (isinstance(event, MeetingAccount) and event.unplaced):
            undated.append(", ".join(part for part in row[1:4] if part))
        else:
            marks.append(_mark(event, event.start, pair.countries, sentence))
    summits = leaders_meetings(pair.meetings, as_of)
    last = summits[-1] if summits else None
    return Chart(
        countries=pair.countries,
        names=(country_name(pair.countries[0]), country_name(pair.countries[1])),
        as_of=as_of,
        marks=tuple(sorted(marks, key=lambda mark: (dates.first_day(mark.start), mark.start, mark.id))),
        gaps=gaps(pair.meetings, as_of),
        last=last,
        since_last=_since(last, as_of),
        undated=tuple(undated),
        rows=tuple(rows),
        events=tuple(events),
    )


def day_in_short(start: str, end: str | None = None) -> str:
    """Return a date as a label has room for.

    >>> day_in_short("2026-01-13", "2026-01-14"), day_in_short("2026-01"), day_in_short("2025-12-31", "2026-01-01")
    ('13–14 Jan 2026', 'Jan 2026', '31 Dec 2025 – 1 Jan 2026')
    """
    year, *rest = start.split("-")
    parts = [year]
    if rest:
        parts.insert(0, _MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    if end and end != start:
        if len(start) == len(end) == 10 and start[:7] == end[:7]:
            parts[0] = f"{parts[0]}–{int(end[8:])}"
        else:
            return f"{' '.join(parts)} – {day_in_short(end)}"
    return " ".join(parts)


def _mark(event: Event, start: str, pair: tuple[str, str], sentence: str) -> Mark:
    host = host_of(event) if isinstance(event, MeetingAccount) else event.to_country
    by_line = isinstance(event, MeetingAccount) and event.mode in ("phone", "video")
    lane = host if host in pair and not by_line else ELSEWHERE
    return Mark(
        id=event.id,
        kind=_kind(event, lane),
        lane=lane or ELSEWHERE,
        status=event.status,
        start=start,
        end=event.end or start,
        head=day_in_short(start, event.end),
        detail=_detail(event),
        sentence=sentence,
        sources=event.sources,
    )


def _kind(event: Event, lane: str | None) -> Kind:
    if isinstance(event, VisitAccount):
        return "visit"
    if event.mode in ("phone", "video"):
        return "call"
    if event.level not in (None, "leaders"):
        return "officials"
    # A summit whose place nobody tells is not thereby one beside a forum.
    placed = event.place is not None or event.host is not None
    return "margins" if event.forum is not None or (lane == ELSEWHERE and placed) else "summit"


def _detail(event: Event) -> str:
    """Return what a label says below the date; the lane says the country already."""
    parts = [_STATUS[event.status]] if _STATUS[event.status] else []
    if isinstance(event, VisitAccount):
        name = event.person.name or event.person.office
        # The flag says that it is a visit.
        parts.append(clean(name) if name else "visit")
    else:
        if event.mode in ("phone", "video"):
            parts.append("by telephone" if event.mode == "phone" else "by video")
        if event.level in _LEVELS:
            parts.append(_LEVELS[event.level])
        if event.place is not None:
            parts.append(_city(event.place.name))
    if event.forum:
        parts.append(clean(event.forum))
    return shortened(", ".join(parts), 60)


def _city(place: str) -> str:
    """Return the city of a place that names house and city.

    >>> _city("Nurimaru APEC House, Busan"), _city("presidential office in Yongsan, Seoul"), _city("Nara")
    ('Busan', 'Seoul', 'Nara')
    """
    return clean(place).rsplit(", ", 1)[-1].rsplit(" in ", 1)[-1]


def _sentence(event: Event, row: Sequence[str]) -> str:
    date, what, where, who, how, sources, _ = row
    told = [f"{date}: {what}", where, who, how]
    return ", ".join(part for part in told if part) + (f". Told by {sources}." if sources else ".")


def _met_during(visit: VisitAccount, meetings: Sequence[MeetingAccount]) -> bool:
    """Return whether the two met in the country visited, on days of the visit."""
    return visit.start is not None and any(
        meeting.start is not None
        and not meeting.unplaced
        and host_of(meeting) == visit.to_country
        and (meeting.status == "held") == (visit.status == "held")
        and dates.overlap(visit.start, visit.end, meeting.start, meeting.end)
        for meeting in meetings
    )


def _since(last: MeetingAccount | None, as_of: str) -> int | None:
    days = dates.days_between(last.end or last.start or "", as_of) if last else None
    return days if days is not None and days >= 0 else None
