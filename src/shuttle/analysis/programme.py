"""A programme in the shape of the last one: the parts of the last meeting that one of the two hosted.

In:   that meeting's account.
Out:  slots in order, each with the words that say that the last meeting had such a part; an hour or a length only
      where a source gives one.

Order: by the hour where it is known; else as the source that names most parts names them; else as such days usually
run (`_USUAL`). A cultural visit is put on the last day of a meeting of more than one day, since it needs daylight:
the one thing here that is proposed without a source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from shuttle.records import dates
from shuttle.records.accounts import MeetingAccount
from shuttle.records.evidence import Evidence
from shuttle.records.findings import MeetingFormat

__all__ = ["Slot", "days_of", "programme"]

_USUAL: tuple[MeetingFormat, ...] = (
    "welcome ceremony", "one-on-one", "small-group", "expanded", "signing ceremony", "press conference", "lunch", "tea",
    "dinner", "banquet", "cultural visit",
)  # fmt: skip
# A longer one is a mistake of some source.
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the programme.

    Attributes:
        day: 1 for the first day of the meeting.
        start_time: ``HH:MM`` of the last time; None if no source gives it.
        minutes: how long it took; None if no source says.
        evidence: the words that name the part, and its hour and length, each with its document's id.
    """

    format: MeetingFormat
    day: int
    start_time: str | None
    minutes: int | None
    evidence: tuple[tuple[str, Evidence], ...]


def days_of(meeting: MeetingAccount | None) -> int:
    """Return how many days a meeting took: 1 unless its sources give a later last day."""
    if meeting is None or meeting.start is None or meeting.end is None:
        return 1
    days = dates.days_between(meeting.start, meeting.end)
    return 1 if days is None or not 0 <= days < _LONGEST else days + 1


def programme(meeting: MeetingAccount | None) -> tuple[Slot, ...]:
    """Return the parts of ``meeting`` in order; () if its sources name none."""
    if meeting is None:
        return ()
    words: dict[MeetingFormat, list[tuple[str, Evidence]]] = {}
    for claim in meeting.field("formats").all_claims:
        named = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        for number, name in enumerate(named):
            # Where each part has words of its own, these are its words.
            own = claim.evidence[number : number + 1] if len(named) == len(claim.evidence) else claim.evidence
            words.setdefault(name, []).extend((claim.document_id, item) for item in own)
    hours: dict[MeetingFormat, str | None] = {}
    minutes: dict[MeetingFormat, int | None] = {}
    for session in meeting.sessions:
        hours[session.format], minutes[session.format] = session.start_time.value, session.duration_minutes.value
        told = (*session.start_time.claims, *session.duration_minutes.claims) or session.claims
        words.setdefault(session.format, []).extend(
            (claim.document_id, item) for claim in told for item in claim.evidence
        )
    order = _order(words)
    last = days_of(meeting)
    slots = [
        Slot(
            format=name,
            day=last if name == "cultural visit" else 1,
            start_time=hours.get(name),
            minutes=minutes.get(name),
            evidence=tuple(dict.fromkeys(words[name])),
        )
        for name in order
    ]
    # A part without an hour keeps its place among those around it.
    slots.sort(key=lambda slot: slot.day)
    timed = iter(sorted((slot for slot in slots if slot.start_time), key=lambda slot: (slot.day, slot.start_time)))
    return tuple(next(timed) if slot.start_time else slot for slot in slots)


def _order(words: dict[MeetingFormat, list[tuple[str, Evidence]]]) -> list[MeetingFormat]:
    """Return the parts as the source that names most of them has them; others before what usually follows them."""
    told = Counter(document for mine in words.values() for document in {document for document, _ in mine})
    best = min(told, key=lambda document: (-told[document], document), default=None)
    spots = {
        name: min(item.start for document, item in mine if document == best)
        for name, mine in words.items()
        if any(document == best for document, _ in mine)
    }
    order = sorted(spots, key=lambda name: (spots[name], _usual(name)))
    for name in sorted(set(words) - set(spots), key=_usual):
        after = next((place for place, other in enumerate(order) if _usual(other) > _usual(name)), len(order))
        order.insert(after, name)
    return order


def _usual(name: MeetingFormat) -> int:
    return _USUAL.index(name) if name in _USUAL else len(_USUAL)
