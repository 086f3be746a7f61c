"""What is due at the next meeting: commitments that ask to be spoken of, each with the reason.

In:   where each commitment of a pair stands (`shuttle.analysis.owed`), the last meeting, and the last day that is
      looked at.
Out:  items in the order in which they press. What was delivered, superseded, withdrawn or has expired is not among
      them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.owed import Owed
from shuttle.records import dates
from shuttle.records.findings import Strength

__all__ = ["AGENDA_REASONS", "AgendaItem", "Pressing", "agenda"]

Pressing = Literal["overdue", "due", "stalled", "moving", "fresh", "silent"]

# Why an item stands on the agenda, the most pressing first.
AGENDA_REASONS: dict[Pressing, str] = {
    "overdue": "its date is over and no source says that it was delivered",
    "due": "its date falls before the end of the window",
    "stalled": "a source says that it is not carried on",
    "moving": "a source says that it was taken up or delivered in part",
    "fresh": "made at the last meeting, and no source says yet what came of it",
    "silent": "made earlier, and no source says what came of it",
}
_OVER = frozenset({"delivered", "superseded", "withdrawn", "expired"})
_FIRMNESS: dict[Strength, int] = {
    "agreed": 0, "pledged": 1, "plans": 2, "reaffirmed": 3, "proposed": 4, "expressed intent": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A commitment to speak of, and why."""

    owed: Owed
    why: Pressing


def agenda(owed: Iterable[Owed], last: str | None, as_of: str, until: str) -> tuple[AgendaItem, ...]:
    """Return what is due, the most pressing first; in each kind the firmer, then the one with a topic, then the later.

    Args:
        owed: where each commitment stands on the day ``as_of``.
        last: id of the last meeting.
        as_of: the day of the plan.
        until: the last day that is looked at.
    """
    found = [AgendaItem(item, why) for item in owed if (why := _why(item, last, as_of, until)) is not None]
    order = list(AGENDA_REASONS)
    found.sort(key=lambda item: item.owed.commitment.id)
    found.sort(key=lambda item: item.owed.follow.made or "", reverse=True)
    return tuple(
        sorted(
            found,
            key=lambda item: (
                order.index(item.why),
                item.owed.commitment.deadline or "",
                _FIRMNESS.get(item.owed.commitment.strength, len(_FIRMNESS)),
                not item.owed.commitment.areas,
            ),
        )
    )


def _why(item: Owed, last: str | None, as_of: str, until: str) -> Pressing | None:
    if item.life in _OVER:
        return None
    deadline = item.commitment.deadline
    if deadline is not None:
        ends = dates.last_day(deadline)
        if ends < dates.first_day(as_of):
            return "overdue"
        if ends <= dates.last_day(until):
            return "due"
    if item.life == "stalled":
        return "stalled"
    if item.life in ("in consultation", "in implementation"):
        return "moving"
    return "fresh" if last is not None and item.commitment.meeting == last else "silent"
