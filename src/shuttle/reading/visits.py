"""Make the records of visits.

In:   a page, its journeys and its meetings.
Out:  Visits: whose, from where, to where, when, in which class, whether held or planned.

Besides the journeys that the text names (rules ``visit.verb`` and ``visit.noun``):

    visit.guest  who met abroad was there: "held a summit in Nara, Japan" makes Korea's president
                 a visitor, on the days of the meeting
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from shuttle.reading.encounters import Encounter
from shuttle.reading.journeys import Journey
from shuttle.reading.page import Page
from shuttle.records.dates import agree, overlap
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Status, Visit, VisitClass, finding_id

__all__ = ["find_visits"]


def find_visits(
    document: Document, page: Page, journeys: Sequence[Journey], encounters: Sequence[Encounter]
) -> tuple[Visit, ...]:
    """Return the visits of a page, those of one person to one country at one time joined."""
    drafts = [_visit(document, journey) for journey in journeys]
    drafts.extend(_guests(document, page, encounters))
    return _joined(document, drafts)


def _visit(document: Document, journey: Journey) -> Visit:
    text, line = document.text, journey.line
    first, last = line.skeleton.span(journey.start, journey.end)
    evidence = [
        Evidence.of(text, line.sentence.start, line.sentence.end),
        Evidence.of(text, first, last, "to"),
    ]
    value = journey.date.value.date if journey.date else None
    if journey.date and value and (value.value or value.when):
        field = "start" if value.value else "when"
        evidence.append(Evidence.of(text, journey.date.value.start, journey.date.value.end, field))
    if journey.forum:
        evidence.append(Evidence.of(text, *line.skeleton.span(journey.forum.start, journey.forum.end), "forum"))
    begin = value.value if value else None
    finish = value.end_value if value else None
    return Visit(
        id=finding_id("v", document.id, journey.member.name, journey.country, first, last),
        person=journey.member.person(),
        from_country=journey.member.country,
        to_country=journey.country,
        start=begin,
        end=finish if finish != begin else None,
        visit_class=cast("VisitClass | None", journey.visit_class),
        status=cast(Status, journey.status),
        forum=journey.forum.value if journey.forum else None,
        rule=journey.rule,
        evidence=tuple(evidence),
        when=value.when if value and begin is None else None,
    )


def _guests(document: Document, page: Page, encounters: Sequence[Encounter]) -> Iterator[Visit]:
    text = document.text
    for encounter in encounters:
        if (
            encounter.host is None
            or encounter.mode in ("phone", "video")
            or encounter.status not in ("held", "planned")
        ):
            continue
        for member in encounter.members:
            if member.country in (None, encounter.host) or member.country not in encounter.countries:
                continue
            words = [w for w in encounter.words if w.field in (None, "start", "place")]
            start, end = encounter.start(), encounter.end()
            when = encounter.when() if start is None else None
            fields = {"place": "to", "start": "when" if when else "start"}
            yield Visit(
                id=finding_id("v", document.id, member.name, encounter.host, start, words[0].start),
                person=member.person(),
                from_country=member.country,
                to_country=encounter.host,
                start=start,
                end=end if end != start else None,
                visit_class=None,
                status=cast(Status, encounter.status),
                forum=encounter.forum,
                rule="visit.guest",
                evidence=tuple(
                    Evidence.of(text, w.start, w.end, fields.get(w.field or "", w.field))
                    for w in words
                    if not (w.field == "start" and start is None and when is None)
                ),
                when=when,
            )


# A journey told in a hundred sentences is proved by the first of them.
_PROOFS = 12


def _joined(document: Document, drafts: list[Visit]) -> tuple[Visit, ...]:
    """Join visits of one person to one country that can be the same journey, the more precise value first."""
    kept: list[Visit] = []
    of_person: dict[tuple[str | None, str | None, str], list[int]] = {}
    for visit in sorted(drafts, key=lambda v: (v.rule == "visit.guest", v.start is None, v.evidence[0].start)):
        known = of_person.setdefault((visit.person.name, visit.person.country, visit.to_country), [])
        twin = next(
            (
                i
                for i, other in ((i, kept[i]) for i in known[-40:])
                if (other.status == visit.status or "held" not in (other.status, visit.status))
                and overlap(other.start, other.end, visit.start, visit.end)
                and agree(other.when, visit.start or visit.when)
                and agree(visit.when, other.start)
                and (other.forum == visit.forum or None in (other.forum, visit.forum))
            ),
            None,
        )
        if twin is None:
            known.append(len(kept))
            kept.append(visit)
            continue
        other = kept[twin]
        finer = visit if len(visit.start or "") > len(other.start or "") else other
        evidence = tuple(dict.fromkeys((*other.evidence, *visit.evidence)))[:_PROOFS]
        kept[twin] = Visit(
            id=other.id,
            person=other.person,
            from_country=other.from_country,
            to_country=other.to_country,
            start=finer.start,
            end=finer.end or (other.end if other.start == finer.start else None),
            visit_class=other.visit_class or visit.visit_class,
            status=other.status,
            forum=other.forum or visit.forum,
            rule=other.rule,
            evidence=tuple(
                sorted(
                    (e for e in evidence if e.field != "when" or finer.start is None),
                    key=lambda e: (e.field is not None, e.start, e.end),
                )
            ),
            when=None if finer.start else other.when or visit.when,
        )
    return tuple(sorted(kept, key=lambda v: (v.evidence[0].start, v.id)))
