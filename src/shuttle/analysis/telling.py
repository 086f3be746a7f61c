"""Who tells of a meeting, and in which clauses.

In:   a meeting's account, and readings of documents that mention it.
Out:  the readings that are accounts of it, and their clauses; what only says when, where and how long is marked, since
      the rows of facts show it, and what tells of another meeting is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shuttle.analysis.topic_terms import Clause, clauses_of, party_words
from shuttle.records.accounts import MeetingAccount
from shuttle.records.evidence import Evidence
from shuttle.records.readings import Reading

__all__ = ["clauses_about", "readouts_of"]


def readouts_of(meeting: MeetingAccount, readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings that tell of ``meeting`` as held, in the order of publication."""
    order = {name: number for number, name in enumerate(meeting.document_ids)}
    known = [reading for reading in readings if reading.document.id in order]
    held = [
        reading
        for reading in known
        if reading.document.id in meeting.about
        and (main := reading.main_meeting) is not None
        and (main.status == "held" or meeting.status != "held")
    ]
    sides = {reading.document.side for reading in held}
    # Where a side's only account of those days was taken for one of a plan, or of another meeting, it is this one's.
    held += [
        reading
        for reading in known
        if reading.document.side in meeting.countries
        and reading.document.side not in sides
        and _of_those_days(meeting, reading)
    ]
    return sorted(held, key=lambda reading: (order[reading.document.id], reading.document.id))


_DAYS_AFTER = 7


def _of_those_days(meeting: MeetingAccount, reading: Reading) -> bool:
    """Return whether a document that tells of the meeting was published on its day or in the week after."""
    published, start = reading.document.published, meeting.start
    told = any(one.id in meeting.findings for one in reading.meetings)
    if not told or not published or not start or len(published) < 10 or len(start) < 10:
        return False
    days = (dt.date.fromisoformat(published) - dt.date.fromisoformat(start)).days
    return 0 <= days <= _DAYS_AFTER


def clauses_about(meeting: MeetingAccount, readings: Sequence[Reading]) -> list[Clause]:
    """Return the clauses of ``readings``, those marked that only say when, where and how long the meeting was."""
    passed_over = _passed_over(meeting, readings)
    framing = _framing(meeting)
    found: list[Clause] = []
    for reading in readings:
        document = reading.document
        aside = _told_elsewhere(meeting, reading)
        clauses = clauses_of(document.id, document.side, document.text, reading.points, passed_over)
        found.extend(
            replace(clause, framing=_frames(clause, framing.get(document.id, ())))
            for clause in clauses
            if not _BOILERPLATE.fullmatch(clause.evidence.quote.strip()) and not _elsewhere(clause, aside, reading)
        )
    return found


def _told_elsewhere(meeting: MeetingAccount, reading: Reading) -> list[int]:
    """Return where the document turns to a meeting with others: "With Premier Li, the President ..."."""
    mine = [item.start for one in reading.meetings if one.id in meeting.findings for item in one.evidence]
    return [
        start
        for one in reading.meetings
        if one.id not in meeting.findings and one.status == "held" and set(one.countries) - set(meeting.countries)
        for start in [min((item.start for item in one.evidence), default=0)]
        if start > min(mine, default=0)
    ]


def _elsewhere(clause: Clause, aside: Sequence[int], reading: Reading) -> bool:
    """Return whether a clause stands in a paragraph after the words that turn to another meeting."""
    text = reading.document.text
    return any(
        start <= clause.evidence.end and "\n" not in text[start : clause.evidence.start].strip() for start in aside
    )


def _passed_over(meeting: MeetingAccount, readings: Sequence[Reading]) -> frozenset[str]:
    """Return what tells nothing here: the parties, whoever is named as acting or speaking, and the place."""
    people = {entry.name for entry in meeting.people if entry.name}
    for reading in readings:
        people.update(person.name for one in reading.meetings for person in one.people if person.name)
        people.update(one.speaker.name for one in reading.statements if one.speaker.name)
    return party_words(meeting.countries, [*people, *([meeting.place.name] if meeting.place else [])])


_FRAMING = ("start", "start_time", "duration_minutes", "ordinal", "sessions")
_BOILERPLATE = re.compile(
    r"(?:the )?(?:outline|summary|overview|gist)(?: of [^.]{1,60})? (?:is|are) as follows[.:]?|"
    r"[^.]{0,80}(?:gave|held) a (?:press )?briefing [^.]*[.]?|"
    r"[^.]{0,160}\b(?:explained the (?:results|outcome)|briefed (?:reporters|the press)) [^.]*[.]?",
    re.IGNORECASE,
)


def _framing(meeting: MeetingAccount) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, tuple[Evidence, ...]] = {}
    for name in _FRAMING:
        for claim in meeting.field(name).all_claims:
            found[claim.document_id] = found.get(claim.document_id, ()) + claim.evidence
    return found


def _frames(clause: Clause, framing: Sequence[Evidence]) -> bool:
    """Return whether a clause only says when, where and how long, which the rows of facts show."""
    if clause.point.grade not in (None, "explained") or clause.point.denied:
        return False
    if clause.point.grade == "explained" and not _ATTRIBUTED.search(clause.evidence.quote):
        return False
    start, end = clause.evidence.start, clause.evidence.end
    return any(start <= item.start and item.end <= end for item in framing)


_ATTRIBUTED = re.compile(r", (?:[A-Z][\w.'’-]+ ){0,4}(?:said|added|told reporters|explained|noted)[.,]?$")
