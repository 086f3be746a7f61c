"""Say where a meeting was held when the sentence that names it does not.

In:   an encounter, the journeys of the page, its other lines and its dateline.
Out:  the same encounter with a place: where its parties travelled to meet, where another sentence
      puts it ("the news conference in Beijing", "the Berlin talks"), or where the report was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shuttle.reading.attribution import dates_clash
from shuttle.reading.details import Found
from shuttle.reading.encounters import LEVELS, Encounter, Words, country_of, finer, note
from shuttle.reading.frame_reading import BACKGROUND
from shuttle.reading.journeys import Journey
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import COUNTRY, DATE, DEMONYM, PLACE
from shuttle.records.dates import first_day, last_day

__all__ = ["at_dateline", "by_journey", "by_other_lines", "long_ago"]


def by_journey(encounter: Encounter, journeys: Sequence[Journey], page: Page) -> None:
    """Place a meeting that is placed nowhere where one of its parties travelled to see the other, or to a forum."""
    if encounter.mode in ("phone", "video") or encounter.forum is not None:
        return
    for journey in journeys:
        # "Takaichi, who was visiting Johannesburg to attend the G20, had a talk with Lee"
        if (
            journey.forum is not None
            and journey.status == "held" == encounter.status
            and journey.member in encounter.members
            and any(f.line is journey.line and f.start > journey.end and not f.reference for f in encounter.frames)
            and (encounter.place is None or country_of(encounter.place) == journey.country)
        ):
            encounter.forum, encounter.beside = journey.forum.value, True
            note(encounter, journey.line, journey.forum, "forum")
            if encounter.place is None and journey.to:
                encounter.place = journey.to
                encounter.words.append(Words(*journey.line.skeleton.span(journey.start, journey.end), "place"))
            return
    land = country_of(encounter.place)
    if encounter.place is not None and (encounter.date is not None or land is None):
        return
    best: Journey | None = None
    for journey in journeys:
        if journey.country not in encounter.countries or journey.member.country not in encounter.countries:
            continue
        if encounter.members and journey.member not in encounter.members:
            continue
        if land is not None and (journey.country != land or journey.date is None):
            continue  # where it was is known; only a day can be learned
        if not encounter.main and encounter.level in LEVELS and journey.member.level not in (encounter.level, None):
            continue  # the leaders' journey places no meeting of ministers
        if (journey.status == "held") != (encounter.status in ("held", "")):
            continue
        if dates_clash(journey.date.value if journey.date else None, encounter.date):
            continue
        past = encounter.background or long_ago(encounter, page.day)
        if past and encounter.date and not journey.date and journey.line not in encounter.lines:
            continue  # "visiting Seoul": nobody knows when, so it places no meeting of another month
        if (
            best is None
            or (journey.line in encounter.lines and best.line not in encounter.lines)
            or (journey.to and not best.to)
            or (journey.to and finer(journey.to, best.to))
        ):
            best = journey
    if best is None:
        return
    if best.to and encounter.place is None:
        encounter.place = best.to
        encounter.words.append(Words(*best.line.skeleton.span(best.start, best.end), "place"))
    if best.date is None or encounter.date is not None:
        return
    when = best.date.value.date.value if best.date.value.date else None
    if encounter.status not in ("held", "") or (encounter.main and when == page.day):
        encounter.date = best.date.value
        note(encounter, best.line, best.date, "start")


_CITY = rf"(?:the )?(?:(?:{DEMONYM}|{PLACE}|{COUNTRY}(?:'s?)?) )?(?:[a-z-]+ ){{0,2}}?(?:(?:city|town|capital|resort|port|island|village)(?: city)?(?: of)? )?(?P<place>{PLACE})"
_OCCASION = r"(?:meetings?|summit|talks|conference|dialogue|consultations|negotiations|discussions|session|ceremony|visit|dinner|trip)"
_HELD_THERE = re.compile(rf"(?<!\w){_OCCASION}(?:,? (?:here|{DATE}|on {DATE}|[a-z-]+)){{0,4}}? (?:in|at) {_CITY}")
_NAMED_AFTER = re.compile(rf"(?<!\w)(?P<place>{PLACE})(?:'s?)? (?:bilateral )?{_OCCASION}(?!\w)")
_TRAVELLED = re.compile(
    rf"(?<!\w)(?:visit|trip|journey|travel\w*|flew|flies|fly|arriv\w+|land\w+|came|left|leaves|be|was|were|is|are|stop|welcom\w+ [^.;]{{3,60}})(?: {DATE})? (?:to|in|for|at) {_CITY}"
)
# "paid a courtesy call on the Sultan [here] on Saturday": where the report was written
_HERE = re.compile(r"[^.;\"]{0,60}?(?<!\w)here(?= (?:on|today|yesterday|this|earlier|[\ue000-\ueaff])|[,.]|\Z)")
# "Joint Communique of the Bi-National Commission, Abuja, 23 May 2008"
_IN_THE_HEAD = re.compile(rf"(?:,| in| at) (?P<place>{PLACE})(?:,? (?:{PLACE}|{COUNTRY}))*,? {DATE}")
# "the agreement signed [in Dakar] in 2004"
_SIGNED_THERE = re.compile(
    r"(?<!\w)(?:signed|adopted|concluded|established|born|based|buried|killed|arrested)(?: on)?(?: [\ue400-\ue4ff])? \Z"
)
_TOGETHER = re.compile(rf"(?<!\w)(?:in|at) {_CITY}")


def by_other_lines(main: Encounter, encounters: Sequence[Encounter], page: Page) -> None:
    """Give the main meeting, if only its country is known or not even that, the city that another line puts it in."""
    if main.mode in ("phone", "video") or (main.place is not None and any(m.kind != "country" for m in main.place)):
        return
    if main.place is None and any(_HERE.match(frame.line.skeleton.shape, frame.end) for frame in main.frames):
        at_dateline(main, page, anywhere=True)
    if main.place is not None and any(m.kind != "country" for m in main.place):
        return
    land = country_of(main.place)
    lands = {land} if land else set(main.countries)
    claimed = {id(line) for e in encounters if e is not main for line in e.lines} - {id(line) for line in main.lines}
    for line in page.lines:
        if "place" not in line.skeleton.kinds or id(line) in claimed or _of_another_day(line, main):
            continue
        for found in _cities(line, main):
            place = found.value[0].place
            if place is not None and place.kind != "topic" and place.country in lands:
                main.place = found.value
                note(main, line, found, "place")
                return
    if land:
        at_dateline(main, page, land=land)


def _of_another_day(line: Line, main: Encounter) -> bool:
    days = [m for m in line.mentions if m.kind == "date" and m.date and m.date.role == "event"]
    return bool(days) and all(dates_clash(day, main.date) for day in days)


def _cities(line: Line, main: Encounter) -> Iterator[Found[list[Mention]]]:
    """Yield the cities of a line in which its words can put the meeting."""
    shape = line.skeleton.shape
    patterns = [_HELD_THERE, _NAMED_AFTER]
    if line.sentence.index < 3:
        patterns.append(_IN_THE_HEAD)
    own = {id(m.member) for m in line.mentions if m.member} & {id(m) for m in main.members}
    if own:
        patterns.append(_TRAVELLED)
    if len(own) > 1 or any(m.kind == "group" for m in line.mentions):
        patterns.append(_TOGETHER)
    for pattern in patterns:
        for match in pattern.finditer(shape):
            if _SIGNED_THERE.search(shape, max(0, match.start() - 30), match.start()):
                continue
            if not BACKGROUND.search(shape, max(0, match.start() - 45), match.end()):
                yield Found([line.mention(match["place"])], match.start("place"), match.end("place"))


_DATELINE = re.compile(
    rf"(?P<place>{PLACE})(?:,? (?:{COUNTRY}|[a-z.]+))?(?:,? {DATE})?,?(?: ?\([^)]{{2,40}}\)| ?/[^/]{{2,14}}/)? ?(?:-+|—|:) ?"
)


def at_dateline(encounter: Encounter, page: Page, *, anywhere: bool = False, land: str | None = None) -> None:
    """Place the main meeting where the report was written, if that is in the country of a party and nothing else is said.

    Args:
        anywhere: in whatever country that is.
        land: only in this country, in which the meeting is known to have been.
    """
    for line in page.lines[:5]:
        match = _DATELINE.match(line.skeleton.shape)
        place = line.mention(match["place"]) if match else None
        if not match or not place or not place.place:
            continue
        if anywhere or place.place.country in ((land,) if land else encounter.countries):
            encounter.place = [place]
            note(encounter, line, Found([place], match.start("place"), match.end("place")), "place")
            return


def long_ago(encounter: Encounter, day: str | None) -> bool:
    """Return whether a meeting lies more than a month before the document: then it is seldom what that is about."""
    start = encounter.start()
    return bool(day and start and (first_day(day) - last_day(start)).days > 31)
