"""Where the relationship stands: figures, the last meetings, and the table of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuttle.analysis.hosting import COUNTING_RULES
from shuttle.analysis.rhythm import RHYTHM_RULE
from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount, StatementAccount, VisitAccount
from shuttle.views.brief_lines import coincide, occasion
from shuttle.views.briefing.matter import Event, Matter, is_lower
from shuttle.views.meetings_table import in_order
from shuttle.views.paper.model import (
    Block,
    Line,
    Proof,
    Remark,
    Section,
    Table,
    facts,
    proofs_of,
    say,
    section,
    strong,
)
from shuttle.views.wording import count, on_date

__all__ = ["events_annex", "figures", "last_meeting", "relationship", "turn_line"]

_HEADER = ("Date", "Place", "Host", "Who", "What", "Days since the last")
_MOST_ROWS = 6
_MOST_STATEMENTS = 8
_OF_EACH_SIDE = 4


def relationship(matter: Matter) -> Section | None:
    """Return how often the two met, who hosted, whose turn it is, and the last of it."""
    rows = _rows(matter, [event for event in _past(matter) if not is_lower(event) and event.start])
    shown = list(figures(matter))
    blocks: list[Block] = [*facts(shown)]
    if not matter.state.leaders_meetings:
        blocks.append(Remark(say("No source tells of a meeting of leaders that has been held.")))
    if rows:
        title = (
            "The last meetings and visits of leaders" if len(rows) > _MOST_ROWS else "Meetings and visits of leaders"
        )
        blocks.append(_table(matter, title, rows[-_MOST_ROWS:]))
    if len(rows) > _MOST_ROWS:
        blocks.append(Remark(say(f"The last {_MOST_ROWS} of {len(rows)}; all of them stand in the annex of meetings.")))
    if shown:
        turn = COUNTING_RULES[matter.state.turn.rule]
        blocks.append(Remark(say(f"Counted for the rhythm: {_rule(RHYTHM_RULE)} For hosts and turn: {_rule(turn)}")))
    return section("relationship", "State of the relationship", blocks, [last_meeting(matter)])


def last_meeting(matter: Matter) -> Section | None:
    """Return what is known of the last meeting of leaders, or of the last meeting at all."""
    meeting = matter.state.last
    if meeting is None:
        return None
    wording = matter.wording
    by_side: dict[str | None, list[Line]] = {}
    for statement in sorted(matter.state.statements, key=lambda said: _telling(said, meeting)):
        by_side.setdefault(statement.speaker.country, []).append(wording.statement(statement))
    lines = {line.text: line for some in by_side.values() for line in some[:_OF_EACH_SIDE]}
    spoken = facts(list(lines.values())[:_MOST_STATEMENTS])
    return section(
        "last-meeting",
        f"Last meeting: {occasion(meeting, wording.country_name)}",
        facts([wording.met(meeting), *wording.began(meeting), *wording.counted(meeting), topics(matter, meeting)]),
        [section("said", "What was said of it", spoken)],
    )


def _telling(statement: StatementAccount, meeting: MeetingAccount) -> tuple[bool, bool, int, str]:
    """Sort what was said once the meeting had begun first, then a speaker's own words, then what many carry."""
    days = [source.published for source in statement.sources if source.published]
    before = bool(days) and all(day < (meeting.start or "") for day in days)
    return before, not statement.quoted, -len(statement.sources), statement.id


def topics(matter: Matter, meeting: MeetingAccount) -> Line | None:
    """Return the topics that documents about ``meeting`` name."""
    about = set(meeting.about)
    named: list[str] = []
    proofs: list[Proof] = []
    for area in matter.state.pair.areas:
        here = next((Proof(document, item) for document, item in area.evidence if document in about), None)
        if here is not None:
            named.append(area.name)
            proofs.append(here)
    return Line(say(f"Topics: {', '.join(named)}."), tuple(proofs)) if proofs else None


def figures(matter: Matter) -> Iterator[Line]:
    """Yield how often leaders met, how long they waited, who hosted, and whose turn it is."""
    state, country_name = matter.state, matter.wording.country_name
    met = state.leaders_meetings
    if met:
        since = f": first {_when(met[0])}, last {_when(met[-1])}" if len(met) > 1 else f" {_when(met[0])}"
        ago = f", {count(state.since_last, 'day')} before this brief" if state.since_last else ""
        days = [meeting.field("start").claims[0] for meeting in (met[-1], met[0], *met[1:-1])]
        yield Line(say(f"Leaders met in person {_times(len(met))}{since}{ago}."), proofs_of(days))
    known = [gap for gap in state.gaps if gap.days is not None]
    if len(known) > 1:
        longest = max(known, key=lambda gap: gap.days or 0)
        shortest = min(known, key=lambda gap: gap.days or 0)
        latest = known[-1]
        yield Line(
            say(
                f"Between meetings there were from {shortest.days} to {count(longest.days or 0, 'day')}; "
                f"before the last one, {count(latest.days or 0, 'day')}."
            ),
            proofs_of(claim for gap in (latest, longest, shortest) for claim in (gap.claims[0], gap.claims[-1])),
        )
    hosted = [tally for tally in state.tallies if tally.count]
    if hosted:
        parts = [
            f"{country_name(tally.country)} {_times(tally.count)}"
            + (f", last {_when(tally.last)}" if tally.last else "")
            for tally in hosted
        ]
        # The last times first: more than a few would not be shown.
        claims = [claim for tally in hosted for claim in reversed(tally.claims)]
        yield Line(say(f"Hosted: {'; '.join(parts)}."), proofs_of(claims))
    if turn := turn_line(matter):
        yield turn


def turn_line(matter: Matter) -> Line | None:
    """Return whose turn it is to host, and why."""
    turn, country_name = matter.state.turn, matter.wording.country_name
    if not (turn.country and turn.last and turn.claims):
        return None
    guest = next(code for code in matter.state.pair.countries if code != turn.country)
    host, other = map(country_name, (turn.country, guest))
    text = f", since {other} hosted last, {_when(turn.last)}."
    return Line(say("Turn to host: ", strong(host), text), proofs_of(turn.claims))


def events_annex(matter: Matter) -> Section | None:
    """Return the tables of all meetings and visits."""
    past = _past(matter)
    upper = _rows(matter, [event for event in past if not is_lower(event)])
    lower = _rows(matter, [event for event in past if is_lower(event)])
    blocks: list[Block] = []
    if len(upper) > _MOST_ROWS:
        blocks.append(_table(matter, "All meetings and visits of leaders", upper))
    officials = [_table(matter, "Meetings and visits of ministers and officials", lower)] if lower else []
    return section(
        "meetings", "Meetings and visits", blocks, [section("officials", "Ministers and officials", officials)]
    )


def _past(matter: Matter) -> list[Event]:
    state = matter.state
    unheld = (*state.called_off, *state.overdue)
    return in_order(
        [*state.meetings, *(event for event in unheld if isinstance(event, MeetingAccount))],
        [*state.visits, *(event for event in unheld if isinstance(event, VisitAccount))],
    )


@dataclass(frozen=True, slots=True)
class _Row:
    event: Event
    gap: str
    journeys: tuple[VisitAccount, ...]


def _rows(matter: Matter, events: Sequence[Event]) -> list[_Row]:
    """Return a row for each event; a journey to a meeting is told in the meeting's row."""
    state = matter.state
    gaps = {gap.later.id: gap for gap in state.gaps}
    by_month: dict[str, list[MeetingAccount]] = {}
    for event in events:
        if isinstance(event, MeetingAccount) and event.status == "held":
            for month in _months(event):
                by_month.setdefault(month, []).append(event)
    journeys: dict[str, list[VisitAccount]] = {}
    told: set[str] = set()
    for visit in state.visits:
        near = {meeting.id: meeting for month in _months(visit) for meeting in by_month.get(month, ())}
        for meeting in near.values():
            if coincide(meeting, visit):
                journeys.setdefault(meeting.id, []).append(visit)
                told.add(visit.id)
    rows = []
    for event in events:
        if event.id not in told:
            gap = gaps.get(event.id)
            days = "—" if gap is None else str(gap.days) if gap.days is not None else f"about {gap.about_days}"
            rows.append(_Row(event, days, tuple(journeys.get(event.id, ()))))
    return rows


def _table(matter: Matter, label: str, rows: Sequence[_Row]) -> Table:
    lines = tuple(matter.wording.event_row(row.event, row.gap, row.journeys) for row in rows)
    return Table(label, _HEADER, lines)


def _months(event: Event) -> list[str]:
    """Return every month in which a day of the event can lie; none for one without a date."""
    if event.start is None:
        return []
    first, last = dates.first_day(event.start), dates.last_day(event.end or event.start)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _when(event: Event | None) -> str:
    return on_date(event.start, event.end) if event and event.start else "on a day not stated"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _rule(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
