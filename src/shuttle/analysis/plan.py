"""The next meeting of two countries, as a proposal with its reasons: host, days, agenda, programme.

In:   where the pair stands on a day (`shuttle.analysis.state`), where each commitment stands
      (`shuttle.analysis.owed`), the calendar of forums, and the days that are remembered.
Out:  a `Plan`. What is announced comes first: where a day is, the plan starts from it. All else is proposed, each
      part under a named rule with its figures and the claims it rests on; where the ledger holds too little, that
      part is left open and says why.

What no source said by the day of the plan is left out: announcements and commitments of later documents are not among
them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.agenda import AgendaItem, agenda
from shuttle.analysis.candidates import AnniversaryDay, Candidate, candidates
from shuttle.analysis.days_off import DayOff, days_off, is_free, keeps_calendar
from shuttle.analysis.hosting import Turn, host_of
from shuttle.analysis.owed import Owed
from shuttle.analysis.programme import Slot, days_of, programme
from shuttle.analysis.state import State
from shuttle.analysis.window import Window, window
from shuttle.lexicons.anniversaries import Remembered
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount, NextStepAccount, VisitAccount

__all__ = ["Announced", "Clash", "ClashKind", "Plan", "known_by", "plan"]

Announced = MeetingAccount | VisitAccount | NextStepAccount

ClashKind = Literal["holiday", "weekend", "summit"]

# Steps of these kinds may be the next meeting; the others are matter for its agenda.
_MEETING_STEPS = frozenset({"visit", "meeting", "invitation"})
# Without a window, what comes in so many days is shown.
_AHEAD = 365


@dataclass(frozen=True, slots=True)
class Clash:
    """A day of an announced meeting (ISO 8601) on which a country (alpha-3) rests or is elsewhere, and why."""

    day: str
    country: str
    kind: ClashKind
    what: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal for the next meeting of ``countries``, made on ``as_of``.

    Attributes:
        turn: whose turn it is to host, under the rule it names.
        last: the last leaders' meeting, from which the window counts.
        shape: the last meeting that one of the two hosted, whose shape the programme has; None if there was none.
        announced: what was announced since the last meeting, or for a day still to come; those with a day first.
        fixed: the first of these that is a leaders' meeting with a day; None if there is none.
        window: the days from which some are proposed.
        no_calendar: those of the two whose holidays are not known.
        holidays: of both in the window, in the order of time.
        days: how many days are proposed, as many as ``shape`` took.
        clashes: what speaks against the days of ``fixed``.
        candidates: runs of days, the best first; none where a day is announced.
        forums: dated meetings of forums to which both belong, in the window or, without one, within a year.
        next_forums: the next such after the window, three at most.
        one_sided: summits in the window to which only one of the two belongs.
        undated: meetings of forums of both whose days are not announced.
        anniversaries: in the window, in the order of time.
        agenda: what is due, the most pressing first.
        programme: in the shape of the last one.
    """

    countries: tuple[str, str]
    as_of: str
    turn: Turn
    last: MeetingAccount | None
    shape: MeetingAccount | None
    announced: tuple[Announced, ...]
    fixed: MeetingAccount | None
    window: Window
    no_calendar: tuple[str, ...]
    holidays: tuple[DayOff, ...]
    days: int
    clashes: tuple[Clash, ...]
    candidates: tuple[Candidate, ...]
    forums: tuple[ForumMeeting, ...]
    next_forums: tuple[ForumMeeting, ...]
    one_sided: tuple[ForumMeeting, ...]
    undated: tuple[ForumMeeting, ...]
    anniversaries: tuple[AnniversaryDay, ...]
    agenda: tuple[AgendaItem, ...]
    programme: tuple[Slot, ...]

    @property
    def host(self) -> str | None:
        """The host that is announced, else the one whose turn it is; None if it is nobody's."""
        return (host_of(self.fixed) if self.fixed else None) or self.turn.country


def plan(
    state: State,
    owed: Iterable[Owed],
    forums: Sequence[ForumMeeting],
    remembered: Sequence[Remembered],
    alpha2: dict[str, str],
    since: str | None = None,
    until: str | None = None,
) -> Plan:
    """Return the plan as of the day of ``state``.

    Args:
        state: where the pair stands.
        owed: where each of its commitments stands on that day.
        forums: the calendar of forums, in any order.
        remembered: days that the two share.
        alpha2: alpha-2 codes of the two by their alpha-3 codes.
        since, until: days asked for.

    Raises:
        RecordError: a date is none, or the days asked for leave none.
    """
    pair, as_of = state.pair.countries, state.as_of
    last = state.leaders_meetings[-1] if state.leaders_meetings else None
    shapes = _at_home(state)
    shape = shapes[-1] if shapes else None
    announced = _announced(state, last)
    fixed = next((a for a in announced if isinstance(a, MeetingAccount) and _is_fixed(a, pair)), None)
    found = window(state.gaps, last, as_of, since, until, fixed)
    first, end = _looked_at(found, as_of)
    turn = state.turn
    host = (host_of(fixed) if fixed else None) or turn.country
    off = tuple(
        sorted(
            (day for code in pair for day in days_off(code, alpha2[code], first, end)),
            key=lambda day: (day.day, day.country, day.name),
        )
    )
    both = [forum for forum in forums if set(pair) <= set(forum.members)]
    dated = sorted((forum for forum in both if forum.dated), key=lambda forum: forum.order)
    one = [forum for forum in forums if set(pair) & set(forum.members) and forum not in both]
    open_years = {str(year) for year in range(first.year, end.year + 1)}
    days = days_of(shape)
    yearly = _anniversaries(state, remembered, first - dt.timedelta(3), end + dt.timedelta(3), shapes)
    items = agenda(known_by(owed, as_of), last.id if last else None, as_of, end.isoformat())
    deadlines = [item.owed.commitment.deadline for item in items if item.why == "due"]
    around = _window_of(found, first, end)
    return Plan(
        countries=pair,
        as_of=as_of,
        turn=turn,
        last=last,
        shape=shape,
        announced=announced,
        fixed=fixed,
        window=found,
        no_calendar=tuple(code for code in pair if not keeps_calendar(alpha2[code])),
        holidays=off if found.start else (),
        days=days,
        clashes=_clashes(fixed, pair, alpha2, off, [*dated, *one]),
        candidates=()
        if fixed
        else candidates(
            found,
            host,
            days,
            alpha2,
            [(day.day, day.name) for day in off],
            [*dated, *one],
            yearly,
            [day for day in deadlines if day],
        ),
        forums=tuple(forum for forum in dated if _within(forum, *around)),
        next_forums=tuple(forum for forum in dated if dates.first_day(forum.start) > around[1])[:3],
        one_sided=tuple(
            sorted((f for f in one if f.dated and f.kind == "leaders" and _within(f, *around)), key=lambda f: f.order)
        ),
        undated=tuple(
            sorted(
                (f for f in both if not f.dated and (not f.start or f.start[:4] in open_years)), key=lambda f: f.order
            )
        ),
        anniversaries=tuple(a for a in yearly if first.isoformat() <= a.day <= end.isoformat()),
        agenda=items,
        programme=programme(shape),
    )


def _looked_at(found: Window, as_of: str) -> tuple[dt.date, dt.date]:
    if found.start and found.end:
        return found.start, found.end
    today = dates.last_day(as_of)
    return today, today + dt.timedelta(_AHEAD)


def _window_of(found: Window, first: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    return found.start or first, found.end or end


def _within(forum: ForumMeeting, first: dt.date, last: dt.date) -> bool:
    return dates.first_day(forum.start) <= last and dates.last_day(forum.end or forum.start) >= first


def _is_fixed(meeting: MeetingAccount, pair: tuple[str, str]) -> bool:
    """Return whether leaders of the two alone are to meet on a day; what is only proposed is not fixed."""
    return (
        meeting.level in ("leaders", None)
        and meeting.start is not None
        and len(meeting.start) == 10
        and meeting.status != "proposed"
        and set(meeting.countries) == set(pair)
    )


def _was_ahead(meeting: MeetingAccount, as_of: str) -> bool:
    """Return whether a meeting that has come about since was still to come, and had been announced."""
    if meeting.status != "held" or meeting.start is None or dates.first_day(meeting.start) <= dates.last_day(as_of):
        return False
    published = {source.document_id: source.published for source in meeting.sources}
    return any(
        claim.value == "planned" and (day := published.get(claim.document_id)) and day <= as_of
        for claim in meeting.field("status").all_claims
    )


def _announced(state: State, last: MeetingAccount | None) -> tuple[Announced, ...]:
    """Return what was announced and is still to come: for a day, or at or after the last meeting."""
    after = (last.start or "") if last else ""
    found: list[Announced] = []
    since_held = [meeting for meeting in state.pair.meetings if _was_ahead(meeting, state.as_of)]
    events: tuple[MeetingAccount | VisitAccount, ...] = (*state.planned, *since_held, *state.planned_visits)
    parts = _parts(last)
    for event in events:
        leaders = not isinstance(event, MeetingAccount) or event.level in ("leaders", None)
        if leaders and _told(event, state.as_of) and (event.start or _fresh(event, after)):
            found.append(event)
    for step in state.next_steps:
        if step.kind not in _MEETING_STEPS or not _told(step, state.as_of):
            continue
        if step.when or (_fresh(step, after) and not _told_of_part(step, parts)):
            found.append(step)
    return tuple(sorted(found, key=lambda item: (_day_of(item) or "9999", item.id)))


def _parts(last: MeetingAccount | None) -> list[tuple[str, int, int]]:
    """Return the places that name parts of the last meeting, as document, start and end."""
    claims = last.field("formats").all_claims if last else ()
    return [(claim.document_id, item.start, item.end) for claim in claims for item in claim.evidence]


def _told_of_part(step: NextStepAccount, parts: list[tuple[str, int, int]]) -> bool:
    """Return whether a step is a part of the last meeting, told before it was over ("will visit the temple")."""
    return any(
        document == claim.document_id and start < item.end and item.start < end
        for claim in step.field("text").claims
        for item in claim.evidence
        for document, start, end in parts
    )


def _at_home(state: State) -> list[MeetingAccount]:
    """Return the leaders' meetings of the two alone that one of them hosted, not beside a forum."""
    pair = state.pair.countries
    return [
        meeting
        for meeting in state.leaders_meetings
        if set(meeting.countries) == set(pair) and meeting.forum is None and host_of(meeting) in pair
    ]


def _clashes(
    fixed: MeetingAccount | None,
    pair: tuple[str, str],
    alpha2: dict[str, str],
    off: Sequence[DayOff],
    forums: Sequence[ForumMeeting],
) -> tuple[Clash, ...]:
    """Return what speaks against the days of ``fixed``; a summit beside which it is announced does not."""
    if fixed is None or fixed.start is None:
        return ()
    first, last = dates.first_day(fixed.start), dates.last_day(fixed.end or fixed.start)
    place = fixed.place.country if fixed.place else fixed.host
    found = []
    for offset in range((last - first).days + 1):
        day = first + dt.timedelta(offset)
        named = {item.country: item.name for item in off if item.day == day.isoformat()}
        for code in sorted(pair):
            if code in named:
                found.append(Clash(day.isoformat(), code, "holiday", named[code]))
            elif not is_free(alpha2[code], day):
                found.append(Clash(day.isoformat(), code, "weekend", day.strftime("%A")))
            found += [
                Clash(day.isoformat(), code, "summit", forum.label)
                for forum in sorted(forums, key=lambda forum: forum.order)
                if forum.dated and forum.kind == "leaders" and code in forum.members and forum.country != place
                if _within(forum, day, day)
            ]
    return tuple(found)


def _day_of(item: Announced) -> str | None:
    return item.when if isinstance(item, NextStepAccount) else item.start


def _told(item: Announced, as_of: str) -> bool:
    """Return whether some document told of it by the day; one without a date may have."""
    return any(
        source.published is None or dates.first_day(source.published) <= dates.last_day(as_of)
        for source in item.sources
    )


def _fresh(item: Announced, after: str) -> bool:
    """Return whether it was told on the day of the last meeting or later; what was told before is over with it."""
    if not after:
        return True
    days = [source.published for source in item.sources if source.published]
    return any(dates.last_day(day) >= dates.first_day(after) for day in days)


def known_by(owed: Iterable[Owed], as_of: str) -> list[Owed]:
    """Return the commitments that some document told of by the day."""
    day = dates.last_day(as_of)
    return [
        item
        for item in owed
        if (item.follow.made is None or dates.first_day(item.follow.made) <= day)
        and any(s.published is None or dates.first_day(s.published) <= day for s in item.commitment.sources)
    ]


def _anniversaries(
    state: State,
    remembered: Sequence[Remembered],
    first: dt.date,
    last: dt.date,
    shapes: Sequence[MeetingAccount],
) -> tuple[AnniversaryDay, ...]:
    """Return the anniversaries from ``first`` to ``last``: of shared days, and of meetings one of the two hosted."""
    found = [
        AnniversaryDay(day.isoformat(), item.event, years)
        for item in remembered
        for day, years in _returns(item.day, first, last)
    ]
    for meeting in shapes:
        if meeting.start and len(meeting.start) == 10:
            where = meeting.place.name if meeting.place else ""
            event = f"meeting in {where}" if where else "meeting"
            found += [
                AnniversaryDay(day.isoformat(), event, years, meeting.id)
                for day, years in _returns(meeting.start, first, last)
            ]
    return tuple(sorted(found, key=lambda item: (item.day, item.event)))


def _returns(day: str, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, int]]:
    """Yield the days from ``first`` to ``last`` on which ``day`` returns, each with its years."""
    began = dt.date.fromisoformat(day)
    for year in range(max(first.year, began.year + 1), last.year + 1):
        try:
            again = began.replace(year=year)
        except ValueError:
            continue
        if first <= again <= last:
            yield again, year - began.year
