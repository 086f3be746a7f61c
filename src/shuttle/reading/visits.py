"""Find journeys of office-holders to other countries.

In:   a page and its meetings.
Out:  Visits: whose, from where, to where, when, in which class, whether held or planned.

Rules:

    visit.verb   "Prime Minister Takaichi visited Korea in October", "will travel to Tokyo"
    visit.noun   "his state visit to Vietnam", "Lee's visit to Japan last August"
    visit.guest  who met abroad was there: "held a summit in Nara, Japan" makes Korea's president
                 a visitor, on the days of the meeting
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import cast

from shuttle.reading.cast import Member
from shuttle.reading.details import forum_near, nearest_date
from shuttle.reading.meetings import Encounter
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import COUNTRY, DATE, PERSON, PLACE
from shuttle.reading.subjects import subject_of
from shuttle.records.dates import overlap
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Status, Visit, VisitClass, finding_id

__all__ = ["find_visits"]

_VERBS: dict[str, tuple[str, ...]] = {
    "visit": ("base",),
    "visits": ("third",),
    "visited": ("past", "participle"),
    "visiting": ("ing",),
    "travel to": ("base",),
    "travels to": ("third",),
    "travelled to": ("past", "participle"),
    "traveled to": ("past", "participle"),
    "fly to": ("base",),
    "flew to": ("past",),
    "arrive in": ("base",),
    "arrives in": ("third",),
    "arrived in": ("past", "participle"),
    "come to": ("base",),
    "came to": ("past",),
    "go to": ("base",),
    "went to": ("past",),
    "head to": ("base",),
    "heads to": ("third",),
    "embark on": ("base",),
}
_CLASSES = "state|official working|working|official|private|goodwill|historic|first|two-day|three-day|four-day|one-day|brief|return"
_TO = rf"(?: (?:the|central|back to|neighbou?ring))*,? (?:\w+ of )?(?P<to>(?:{PLACE}|{COUNTRY})(?:,? (?:in )?(?:{PLACE}|{COUNTRY}))*)"


@functools.cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])(?P<verb>{verbs}){_TO}")


_NOUN = re.compile(
    rf"(?<![\w-])(?P<class>(?:(?:{_CLASSES}|[a-z-]+) ){{0,4}})(?P<noun>visit|trip|tour|journey)(?:, (?:his|her|its) [a-z ]{{3,30}},)? (?:by (?P<by>{PERSON}) )?(?:this [a-z]+ |{DATE} )?to(?P<rest>{_TO})"
)
_OWNER = re.compile(rf"(?P<owner>{PERSON})(?:'s?)? (?:[a-z-]+ ){{0,4}}$|(?<!\w)(?P<his>his|her) (?:[a-z-]+ ){{0,4}}$")
_CLASS = re.compile(r"(?<!\w)(state|official working|working|official|private) visit|guest of (?:the )?(government)")
_PURPOSE = re.compile(r"(?:to attend|for|to take part in|to participate in|attending) ")


def find_visits(document: Document, page: Page, encounters: Sequence[Encounter]) -> tuple[Visit, ...]:
    """Return the visits of a page, those of one person to one country at one time joined."""
    drafts: list[Visit] = []
    for line in page.lines:
        drafts.extend(_by_verb(document, page, line))
        drafts.extend(_by_noun(document, page, line))
    drafts.extend(_guests(document, page, encounters))
    return _joined(document, drafts)


def _by_verb(document: Document, page: Page, line: Line) -> Iterator[Visit]:
    shape = line.skeleton.shape
    for match in _verb().finditer(shape):
        start = match.start("verb")
        status = verb_status(shape, start, _VERBS[match["verb"]], headline=line.headline)
        if status is None:
            continue
        position = auxiliary_start(shape, start)
        visitors = [m for m in subject_of(page, line, position) if m.member and m.kind == "person"]
        for visitor in visitors:
            assert visitor.member is not None  # noqa: S101
            yield from _draft(
                document, page, line, visitor.member, match, status, "visit.verb", match.start(), match.end()
            )


def _by_noun(document: Document, page: Page, line: Line) -> Iterator[Visit]:
    shape = line.skeleton.shape
    for match in _NOUN.finditer(shape):
        member = _visitor(page, line, match)
        if member is None:
            continue
        before = shape[max(0, match.start() - 70) : match.start("noun")]
        status = "held"
        if re.search(
            r"(?:upcoming|planned|forthcoming|scheduled|future|next|return|ahead of|will|to pay|to make|invited|invitation|accept\w*|look\w* forward to|expected|plans?|prepar\w+) [^.;]{0,50}$",
            before,
        ):
            status = "planned"
        if re.search(r"(?:cancel\w+|called off|dropped|scrapped) [^.;]{0,30}$", before):
            status = "cancelled"
        if re.search(r"(?:postpon\w+|put off|delay\w+) [^.;]{0,30}$", before):
            status = "postponed"
        yield from _draft(document, page, line, member, match, status, "visit.noun", match.start(), match.end())


def _visitor(page: Page, line: Line, match: re.Match[str]) -> Member | None:
    shape = line.skeleton.shape
    if match["by"]:
        return line.mention(match["by"]).member
    owner = _OWNER.search(shape[max(0, match.start() - 60) : match.start("noun")])
    if owner and owner["owner"]:
        return line.mention(owner["owner"]).member
    people = [m for m in subject_of(page, line, match.start()) if m.member and m.kind == "person"]
    if not people:
        earlier = [m for m in line.between(0, match.start()) if m.kind == "person"]
        people = earlier[:1] if owner else earlier[-1:]
    return people[0].member if people else None


def _draft(
    document: Document,
    page: Page,
    line: Line,
    member: Member,
    match: re.Match[str],
    status: str,
    rule: str,
    start: int,
    end: int,
) -> Iterator[Visit]:
    shape = line.skeleton.shape
    parts = line.between(match.start("to"), match.end("to"))
    country = _country(parts)
    if country is None or country == member.country or any(p.place and p.place.kind == "topic" for p in parts):
        return
    date = nearest_date(line, start, end, max(0, start - 40), min(len(shape), end + 60))
    forum = (
        forum_near(line, page.text, end, len(shape))
        if _PURPOSE.search(shape, end) or "sideline" in shape[end:]
        else None
    )
    stated = _CLASS.search(shape[max(0, start - 10) : end + 40])
    visit_class = ("guest of government" if stated[2] else stated[1]) if stated else None
    text = document.text
    first, last = line.skeleton.span(start, end)
    evidence = [
        Evidence.of(text, line.sentence.start, line.sentence.end),
        Evidence.of(text, first, last, "to"),
    ]
    value = date.value.date if date else None
    if date and value and value.value:
        evidence.append(Evidence.of(text, date.value.start, date.value.end, "start"))
    if forum:
        evidence.append(Evidence.of(text, *line.skeleton.span(forum.start, forum.end), "forum"))
    begin = value.value if value else None
    finish = value.end_value if value else None
    yield Visit(
        id=finding_id("v", document.id, member.name, country, first, last),
        person=member.person(),
        from_country=member.country,
        to_country=country,
        start=begin,
        end=finish if finish != begin else None,
        visit_class=cast("VisitClass | None", visit_class),
        status=cast(Status, status),
        forum=forum.value if forum else None,
        rule=rule,
        evidence=tuple(evidence),
    )


def _country(parts: Sequence[Mention]) -> str | None:
    for mention in reversed(parts):
        if mention.place:
            return mention.place.country
        if mention.countries:
            return mention.countries[0]
    return None


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
                    Evidence.of(text, w.start, w.end, {"place": "to"}.get(w.field or "", w.field))
                    for w in words
                    if not (w.field == "start" and start is None)
                ),
            )


def _joined(document: Document, drafts: list[Visit]) -> tuple[Visit, ...]:
    """Join visits of one person to one country that can be the same journey, the more precise value first."""
    kept: list[Visit] = []
    for visit in sorted(drafts, key=lambda v: (v.rule == "visit.guest", v.start is None, v.evidence[0].start)):
        twin = next(
            (
                i
                for i, other in enumerate(kept)
                if other.person.name == visit.person.name
                and other.person.country == visit.person.country
                and other.to_country == visit.to_country
                and (other.status == visit.status or "held" not in (other.status, visit.status))
                and overlap(other.start, other.end, visit.start, visit.end)
                and (other.forum == visit.forum or None in (other.forum, visit.forum))
            ),
            None,
        )
        if twin is None:
            kept.append(visit)
            continue
        other = kept[twin]
        finer = visit if len(visit.start or "") > len(other.start or "") else other
        evidence = tuple(dict.fromkeys((*other.evidence, *visit.evidence)))
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
            evidence=tuple(sorted(evidence, key=lambda e: (e.field is not None, e.start, e.end))),
        )
    return tuple(sorted(kept, key=lambda v: (v.evidence[0].start, v.id)))
