"""What a brief is made from, and what several of its sections ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from shuttle.analysis.agenda import AgendaItem, agenda
from shuttle.analysis.owed import Owed
from shuttle.analysis.state import State
from shuttle.lexicons.anniversaries import Remembered
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.records import dates
from shuttle.records.accounts import CommitmentAccount, MeetingAccount, NextStepAccount, VisitAccount
from shuttle.views.brief_lines import Wording

__all__ = ["Event", "Matter", "is_lower"]

Event = MeetingAccount | VisitAccount
# A year of days: what is due by then, and what the calendar holds.
AHEAD = 365


@dataclass(frozen=True)
class Matter:
    """All that the sections are drawn from.

    Attributes:
        state: where the pair stands on the day of the brief.
        owed: where each commitment stands on that day.
        wording: how lines are worded.
        objectives: as the desk gives them.
        forums: coming meetings of forums, from Shuttle's calendar or a desk's own.
        remembered: days that the two share.
    """

    state: State
    owed: tuple[Owed, ...]
    wording: Wording
    objectives: tuple[str, ...] = ()
    forums: Sequence[ForumMeeting] = ()
    remembered: Sequence[Remembered] = ()

    @property
    def last_id(self) -> str | None:
        """The id of the last meeting."""
        return self.state.last.id if self.state.last else None

    @cached_property
    def agreed_at(self) -> MeetingAccount | None:
        """The last meeting if something was agreed there, else the latest at which something was; None if none."""
        if self.state.agreed:
            return self.state.last
        places = {commitment.meeting for commitment in self.state.pair.commitments}
        held = [meeting for meeting in self.state.meetings if meeting.start and meeting.id in places]
        return held[-1] if held else None

    @property
    def agreed(self) -> tuple[CommitmentAccount, ...]:
        """What was agreed at that meeting."""
        place = self.agreed_at.id if self.agreed_at else None
        return tuple(c for c in self.state.pair.commitments if place is not None and c.meeting == place)

    @cached_property
    def last_below(self) -> MeetingAccount | None:
        """The last meeting of ministers or officials; None if there is none with a date."""
        return next((meeting for meeting in reversed(self.state.meetings) if meeting.start and is_lower(meeting)), None)

    @cached_property
    def until(self) -> str:
        """The last day that the brief looks ahead to: a year after its own."""
        day = dates.first_day(self.state.as_of)
        ordinal = min(day.toordinal() + AHEAD, type(day).max.toordinal())
        return type(day).fromordinal(ordinal).isoformat()

    @cached_property
    def due(self) -> tuple[AgendaItem, ...]:
        """Commitments that ask to be spoken of, the most pressing first."""
        return agenda(self.owed, self.agreed_at.id if self.agreed_at else None, self.state.as_of, self.until)

    def pressing(self, most: int, *, of_each: int) -> tuple[AgendaItem, ...]:
        """Return so many of what is due at most, and of each kind; of what is past its date the latest first."""
        kinds: dict[str, list[AgendaItem]] = {}
        for item in self.due:
            kinds.setdefault(item.why, []).append(item)
        if "overdue" in kinds:
            kinds["overdue"].sort(key=lambda item: item.owed.commitment.deadline or "", reverse=True)
        return tuple(item for items in kinds.values() for item in items[:of_each])[:most]

    @cached_property
    def plans(self) -> tuple[Event, ...]:
        """Events to come that have a date, or were announced at or after the last meeting."""
        return tuple(event for event in self._ahead if self._is_recent(event, event.start))

    @cached_property
    def old_plans(self) -> tuple[Event, ...]:
        """Events without a date that were announced before the last meeting, and may be over with it."""
        return tuple(event for event in self._ahead if not self._is_recent(event, event.start))

    @cached_property
    def steps(self) -> tuple[NextStepAccount, ...]:
        """Steps that have a date, or were announced at or after the last meeting."""
        return tuple(step for step in self.state.next_steps if self._is_recent(step, step.when))

    @cached_property
    def old_steps(self) -> tuple[NextStepAccount, ...]:
        """The other steps, but for those that are told as a commitment."""
        recent = {step.id for step in self.steps}
        return tuple(s for s in self.state.next_steps if s.id not in recent and not self.is_promised(s))

    @property
    def next_meeting(self) -> Event | None:
        """The first event of leaders that is planned; one with a date before one without."""
        return next((event for event in self.plans if not is_lower(event)), None)

    @property
    def _ahead(self) -> list[Event]:
        events: list[Event] = [*self.state.planned, *self.state.planned_visits]
        return sorted(events, key=lambda event: (event.start is None, event.start or "", event.id))

    def _is_recent(self, told: Event | NextStepAccount, day: str | None) -> bool:
        last = self.state.last
        if day or last is None:
            return True
        known = [source.published for source in told.sources if source.published]
        # What a preview said of the meeting itself is over with it.
        return any(published >= (last.start or "") for published in known)

    def is_promised(self, step: NextStepAccount) -> bool:
        """Return whether the words of a step stand among those of a commitment."""
        return any(
            item.start < end and start < item.end
            for document, item in step.evidence
            for start, end in self._promised.get(document, ())
        )

    @cached_property
    def _promised(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for promise in self.state.pair.commitments:
            for document, item in promise.evidence:
                found.setdefault(document, []).append((item.start, item.end))
        return found


def is_lower(event: Event) -> bool:
    """Return whether an event is one of ministers or officials."""
    if isinstance(event, MeetingAccount):
        return event.level in ("ministers", "vice-ministers", "working")
    office = (event.person.office or "").lower()
    return bool(office) and not any(word in office for word in _LEADERS)


_LEADERS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "emperor")
