"""What lies ahead: events and steps with a date, deadlines, anniversaries, forums; then what has no date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from shuttle.analysis.hosting import host_of
from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount
from shuttle.views.brief_lines import proofs
from shuttle.views.briefing.matter import Matter
from shuttle.views.paper.model import (
    Block,
    Line,
    Remark,
    Reminders,
    Run,
    Section,
    Words,
    facts,
    say,
    section,
    strong,
)
from shuttle.views.wording import count, date_words, day_words, place_words

__all__ = ["calendar"]

_ROUND = 5
# Of more meetings than that the anniversaries are no news.
_MOST_MEETINGS = 4


def calendar(matter: Matter) -> Section | None:
    """Return what is to come in the order of time, then what has no date."""
    entries = sorted(_entries(matter), key=lambda entry: (entry[0], entry[1].text))
    blocks: list[Block] = [*facts(line for _, line in entries)]
    if not entries:
        blocks.append(Remark(say("No source names an event, a step or a deadline to come with its date.")))
    undated = [matter.wording.planned(event) for event in matter.plans if not event.start]
    undated += [
        matter.wording.next_step(step) for step in matter.steps if not step.when and not matter.is_promised(step)
    ]
    return section(
        "calendar",
        "Calendar",
        blocks,
        [
            section("calendar-undated", "Announced without a date", facts(undated)),
            section("calendar-own", "From Shuttle's own calendar, not from the documents", _own(matter)),
        ],
    )


def _entries(matter: Matter) -> Iterator[tuple[str, Line]]:
    for event in matter.plans:
        if event.start:
            yield event.start, matter.wording.planned(event)
    for step in matter.steps:
        # What is told as a commitment is due, below.
        if step.when and not matter.is_promised(step):
            yield step.when, matter.wording.next_step(step)
    for item in matter.due:
        if item.why == "due" and item.owed.commitment.deadline:
            day = item.owed.commitment.deadline
            told: list[str | Run] = [
                strong("Due"),
                f", {day_words(day)}: {matter.wording.action(item.owed.commitment)}",
            ]
            yield day, Line(say(*told), proofs(item.owed.commitment, "action", "deadline"))
    yield from _anniversaries(matter)


def _anniversaries(matter: Matter) -> Iterator[tuple[str, Line]]:
    """Yield when the last meetings in either country were a year ago, and all of them a round number of years."""
    pair = matter.state.pair.countries
    home = [meeting for meeting in matter.state.leaders_meetings if meeting.forum is None and host_of(meeting) in pair]
    meetings = [meeting for meeting in home if len(meeting.start or "") == 10]
    recent = {meeting.id for meeting in meetings[-_MOST_MEETINGS:]}
    for meeting in meetings:
        for day, years in _returns(meeting.start or "", matter):
            if (years == 1 and meeting.id in recent) or years % _ROUND == 0:
                yield day, _anniversary(matter, meeting, day, years)


def _anniversary(matter: Matter, meeting: MeetingAccount, day: str, years: int) -> Line:
    where = f" ({place_words(meeting.place, matter.wording.country_name)})" if meeting.place else ""
    kind = matter.wording.meeting_kind(meeting)
    told = f", {day_words(day)}: {count(years, 'year')} since the {kind} of {day_words(meeting.start or '')}{where}."
    return Line(say(strong("Anniversary"), told), proofs(meeting, "start", "place"))


def _own(matter: Matter) -> tuple[Block, ...]:
    """Return what the documents do not say but a desk would be asked: forums of both, and days that the two share."""
    found: list[tuple[str, Words]] = []
    until = matter.until
    for forum in matter.forums:
        both = set(matter.state.pair.countries) <= set(forum.members)
        if both and len(forum.start) > 4 and matter.state.as_of <= (forum.end or forum.start) and forum.start <= until:
            where = ", ".join(filter(None, [forum.city, matter.wording.country_name(forum.country or "")]))
            told = f"{date_words(forum.start, forum.end)}: {forum.label}{f', {where}' if where else ''}"
            found.append((forum.start, say(f"{told} (source: {forum.source})." if forum.source else f"{told}.")))
    for item in matter.remembered:
        for day, years in _returns(item.day, matter):
            told = f"{day_words(day)}: {count(years, 'year')} since {item.event} ({day_words(item.day)})."
            found.append((day, say(told)))
    items = tuple(words for _, words in sorted(found, key=lambda entry: entry[0]))
    return (Reminders(items),) if items else ()


def _returns(day: str, matter: Matter) -> Iterator[tuple[str, int]]:
    """Yield the days within a year of the brief on which ``day`` returns, with its years."""
    began = dt.date.fromisoformat(day)
    first, last = dates.first_day(matter.state.as_of), dt.date.fromisoformat(matter.until)
    for year in range(max(first.year, began.year + 1), last.year + 1):
        # 29 February returns only where there is one.
        if began.month == 2 and began.day == 29 and year % 4:
            continue
        again = began.replace(year=year)
        if first <= again <= last:
            yield again.isoformat(), year - began.year
