"""Turn encounters into the records of meetings, each value with the words that give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from shuttle.reading.encounters import Encounter, Words
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Page
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Issue,
    Level,
    Meeting,
    MeetingFormat,
    Mode,
    Place,
    Session,
    Status,
    finding_id,
)

__all__ = ["evidence_of", "place_of", "record_meetings"]


def evidence_of(text: str, words: Sequence[Words]) -> tuple[Evidence, ...]:
    """Return the evidence for passages, the whole first, then by field in the order of the text."""
    found = {Evidence.of(text, w.start, w.end, w.field) for w in words if w.start < w.end}
    return tuple(sorted(found, key=lambda e: (e.field is not None, e.start, e.end, e.field or "")))


def record_meetings(
    document: Document, page: Page, encounters: Sequence[Encounter], issues: list[Issue]
) -> tuple[Meeting, ...]:
    """Return the records of ``encounters`` in the same order; what could not be settled is added to ``issues``."""
    return tuple(_record(document, page, encounter, issues) for encounter in encounters)


def _record(document: Document, page: Page, encounter: Encounter, issues: list[Issue]) -> Meeting:
    text = document.text
    start, end = encounter.start(), encounter.end()
    words = list(encounter.words)
    when = encounter.when() if start is None else None
    if encounter.date and encounter.date.date and start is None and (when is None or "X" in when):
        issues.append(
            Issue(
                "date-unresolved",
                f"{text[encounter.date.start : encounter.date.end]!r} dates the meeting, but the year is not known. "
                "Give the document's date with --published.",
                (Evidence.of(text, encounter.date.start, encounter.date.end, "start"),),
            )
        )
    sessions, total = _lengths(text, encounter)
    place = place_of(text, encounter.place)
    kept = words
    if start is None:
        # What settles no day is no proof of one.
        kept = [replace(w, field="when") if w.field == "start" else w for w in words if when or w.field != "start"]
    if total is not None:
        kept += [
            w for minutes, name, w in encounter.durations if (minutes == total and name is None) or name is not None
        ]
    people = tuple(dict.fromkeys(member.person() for member in encounter.members))
    return Meeting(
        id=finding_id(
            "m", document.id, *encounter.countries, start, encounter.status, encounter.words[0].start, encounter.order
        ),
        main=encounter.main,
        status=cast(Status, encounter.status),
        level=cast(
            "Level | None",
            encounter.level if encounter.level in ("leaders", "ministers", "vice-ministers", "working") else None,
        ),
        mode=cast(Mode, encounter.mode or "in person"),
        start=start,
        end=end if end != start else None,
        date_text=text[encounter.date.start : encounter.date.end] if encounter.date else None,
        start_time=encounter.start_time,
        duration_minutes=total,
        countries=tuple(encounter.countries),
        people=people,
        place=place,
        host=encounter.host,
        forum=encounter.forum,
        formats=tuple(cast(MeetingFormat, name) for name in dict.fromkeys(encounter.formats)),
        sessions=sessions,
        ordinal=encounter.ordinal,
        rule=encounter.rule,
        evidence=evidence_of(text, kept),
        when=when,
    )


def _lengths(text: str, encounter: Encounter) -> tuple[tuple[Session, ...], int | None]:
    """Return the sessions with lengths of their own, and the length of the whole: as stated, else as they add up."""
    sessions: dict[str, Session] = {}
    stated: list[int] = []
    for minutes, name, words in encounter.durations:
        if name is None:
            stated.append(minutes)
        elif name not in sessions:
            evidence = (Evidence.of(text, words.start, words.end, "duration_minutes"),)
            sessions[name] = Session(cast(MeetingFormat, name), None, minutes, evidence)
    talks = [
        s.duration_minutes
        for n, s in sessions.items()
        if n in ("one-on-one", "small-group", "expanded") and s.duration_minutes
    ]
    total = stated[0] if stated else (sum(talks) if len(talks) > 1 else None)
    return tuple(sessions.values()), total


def place_of(text: str, parts: Sequence[Mention] | None) -> Place | None:
    """Return the place that mentions name together: "Maximos Mansion, Athens" in Greece."""
    if not parts:
        return None
    country = None
    for mention in reversed(parts):
        country = mention.place.country if mention.place else (mention.countries[0] if mention.countries else None)
        if country:
            break
    named = [m for m in parts if m.place] or list(parts)
    names = list(
        dict.fromkeys(
            m.place.name if m.place and m.place.kind == "city" else " ".join(text[m.start : m.end].split())
            for m in named
        )
    )
    house = next((m.place for m in named if m.place and m.place.city), None)
    if house and not any(house.city in name for name in names):
        names.append(house.city)
    return Place(", ".join(names), country or None)
