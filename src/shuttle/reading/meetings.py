"""Gather the meetings of a page, and choose the one the document is about.

In:   a page, its frames and its journeys.
Out:  Encounters, the main one first: each a meeting with all that the text says of it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from shuttle.lexicons.modality import undoing_words
from shuttle.reading.alternation import Phrases
from shuttle.reading.attribution import add_frame, dates_clash, place_frame, takes_over
from shuttle.reading.cast import Member
from shuttle.reading.encounters import LEVELS, Encounter, Words, country_of, note
from shuttle.reading.frame_reading import lies_ahead, principals_of, read_frame
from shuttle.reading.framing import Frame
from shuttle.reading.journeys import Journey
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Page
from shuttle.reading.pairwise import meet_in_pairs, share_place
from shuttle.reading.placing import at_dateline, by_journey, by_other_lines, long_ago
from shuttle.reading.surroundings import tell_main
from shuttle.records.dates import first_day, last_day

__all__ = ["gather_meetings"]


def gather_meetings(page: Page, frames: Sequence[Frame], journeys: Sequence[Journey]) -> list[Encounter]:
    """Return the meetings of a page, the main one first."""
    principals = principals_of(page)
    encounters: list[Encounter] = []
    on_line: dict[int, list[Frame]] = {}
    for frame in frames:
        on_line.setdefault(id(frame.line), []).append(frame)
    readings = [read_frame(page, frame, on_line[id(frame.line)]) for frame in frames]
    current: Encounter | None = None
    last: Encounter | None = None
    previous: Frame | None = None
    for reading in readings:
        if reading.frame.pairwise:
            continue
        # "met separately with A and B": the text goes on with the first.
        twin = previous is not None and (previous.line, previous.start) == (reading.frame.line, reading.frame.start)
        previous = reading.frame
        target = place_frame(reading, encounters, current, last, principals, page)
        if target is None:
            continue
        if target.order == len(encounters):
            encounters.append(target)
        last = target
        add_frame(target, reading, page)
        if current is None or (target is not current and not twin and takes_over(reading, target, current)):
            current = target
    encounters = [e for e in encounters if len(e.countries) > 1]
    beside: list[tuple[Encounter, Encounter | None]] = []
    for reading in readings:
        if reading.frame.pairwise:
            pairs, source = meet_in_pairs(reading, encounters)
            encounters += pairs
            beside += [(pair, source) for pair in pairs]
    encounters += _implied(page, encounters, journeys)
    if not encounters:
        return []
    main = _choose_main(encounters, page, journeys)
    main.main = True
    tell_main(main, page, principals, encounters)
    encounters += _counted(page, main, encounters, journeys)
    for encounter in encounters:
        _same_day(encounter, main)
        by_journey(encounter, journeys, page)
        if encounter.main:
            by_other_lines(encounter, encounters, page)
        _finish(encounter, main, page)
    for pair, source in beside:
        share_place(pair, source)
    _undo(encounters, page)
    encounters.sort(key=lambda e: (not e.main, e.order))
    return _distinct(_once(encounters))


def _implied(page: Page, encounters: list[Encounter], journeys: Sequence[Journey]) -> list[Encounter]:
    """Return the meetings that journeys not made yet stand for: who is to visit, or was to, is to meet the host.

    A journey that was made is a meeting only where the text names no meeting at all, or where it went to somebody's
    home ("visited Modi's home state of Gujarat"): that a leader was in a country does not say whom he met.
    """
    found: list[Encounter] = []
    for journey in journeys:
        visitor = journey.member
        hosts = [
            m
            for m in page.cast
            if m.country == journey.country and m.level == visitor.level and m.name and not m.former
        ]
        alone = not encounters and not found and journey.status != "held" and visitor.name is not None
        if visitor.level not in ("leaders", "ministers") or not visitor.country or journey.forum:
            continue
        off = journey.status in ("cancelled", "postponed") and visitor.name is not None
        if not hosts and not alone and not off:
            continue
        pair = {visitor.country, journey.country}
        known = [e for e in (*encounters, *found) if pair <= set(e.countries)]
        if journey.status == "held" and encounters and journey.host not in hosts:
            continue
        if (
            journey.date is None
            and journey.status in ("planned", "proposed")
            and any(word.startswith("invit") for word in journey.line.words)
            and any(pair <= set(e.countries) for e in encounters)
        ):
            continue  # an invitation beside a meeting of the two is a visit to come, and no second meeting
        date = journey.date.value if journey.date else None
        if any((e.status == "held") == (journey.status == "held") and not dates_clash(date, e.date) for e in known):
            continue
        if any(visitor in e.members and country_of(e.place) == journey.country and _same_stay(date, e) for e in known):
            continue  # who held talks in Hanoi and goes on to another city has met his host already
        encounter = Encounter(journey.rule, journey.status, len(encounters) + len(found))
        encounter.countries = [visitor.country, journey.country]
        hosts.sort(key=lambda m: (m is not journey.host, -m.count))
        encounter.members = [visitor, *hosts[:1]]
        encounter.level = visitor.level
        encounter.background = bool(encounters)
        sentence = journey.line.sentence
        encounter.words.append(Words(sentence.start, sentence.end, None))
        encounter.lines.append(journey.line)
        if date is not None and journey.date is not None:
            encounter.date = date
            note(encounter, journey.line, journey.date, "start")
        found.append(encounter)
    return found


def _same_stay(date: Mention | None, encounter: Encounter) -> bool:
    """Return whether a day lies within a week after a meeting that was held."""
    start, day = encounter.end() or encounter.start(), date.date.value if date and date.date else None
    if encounter.status != "held" or start is None or day is None or len(start) < 10 or len(day) < 10:
        return False
    return 0 <= (first_day(day) - last_day(start)).days <= 7


def _counted(page: Page, main: Encounter, encounters: list[Encounter], journeys: Sequence[Journey]) -> list[Encounter]:
    """Return the earlier meetings that a count implies: at the "third meeting" two others were held.

    They are looked for among the journeys that one of the two made to the other's country, the two
    being in office, on days of no meeting already known.
    """
    if main.ordinal is None or main.status != "held" or len(main.countries) != 2:
        return []
    earlier = [
        e for e in encounters if e is not main and e.status == "held" and set(e.countries) == set(main.countries)
    ]
    found: list[Encounter] = []
    for journey in journeys:
        if len(earlier) + len(found) >= main.ordinal - 1:
            break
        date = journey.date.value if journey.date else None
        others = [m for m in main.members if m.country == journey.country]
        if (
            journey.status != "held"
            or journey.member not in main.members
            or not others
            or date is None
            or not date.date
        ):
            continue
        when = date.date.value
        if when is None or any(dates_clash(date, e.date) is False for e in (main, *earlier, *found)):
            continue
        if any(m.tenure and not m.tenure.held_on(when) for m in (journey.member, *others)):
            continue
        encounter = Encounter(journey.rule, "held", len(encounters) + len(found), background=True)
        encounter.countries = list(main.countries)
        encounter.members = [journey.member, others[0]]
        encounter.level = main.level
        encounter.date = date
        encounter.place = journey.to or None
        encounter.words.append(Words(journey.line.sentence.start, journey.line.sentence.end, None))
        encounter.words.append(Words(*journey.line.skeleton.span(journey.start, journey.end), "place"))
        if journey.date is not None:
            note(encounter, journey.line, journey.date, "start")
        if journey.forum is not None:
            encounter.forum = journey.forum.value
            note(encounter, journey.line, journey.forum, "forum")
        found.append(encounter)
    return found


_AROUND_IT = re.compile(
    r"(?:before|after|following|prior to|ahead of|later) (?:the|their|his|her) (?:[a-z-]+ )?(?:meeting|talks|consultations?|summit|dialogue|session|discussions)(?!\w)"
)


def _same_day(encounter: Encounter, main: Encounter) -> None:
    """Date a call on somebody that was paid "before the meeting" by the day of that meeting."""
    courtesy = next((f for f in encounter.frames if f.noun and f.noun.word.startswith("courtesy")), None)
    if encounter.main or encounter.status != "held" or courtesy is None:
        return
    if encounter.date is None and main.date is not None and _AROUND_IT.match(courtesy.line.skeleton.shape):
        encounter.date = main.date
        encounter.words += [words for words in main.words if words.field == "start"][:1]
    if encounter.host is None and len(courtesy.parties) > 1 and courtesy.parties[-1].countries:
        encounter.host = courtesy.parties[-1].countries[0]


def _in_office(member: Member, encounter: Encounter) -> bool:
    """Return whether somebody not named beside the meeting can have been there: in office on its day, if that is known."""
    start = encounter.start()
    named = any(m.member is member for frame in encounter.frames for m in frame.parties)
    return named or member.tenure is None or start is None or member.tenure.held_on(start)


def _once(encounters: list[Encounter]) -> list[Encounter]:
    """Join meetings that turned out to be the same: same parties, day and level, and no two places."""
    kept: list[Encounter] = []
    for encounter in encounters:
        twin = next((e for e in kept if _same(e, encounter)), None)
        if twin is None:
            kept.append(encounter)
            continue
        twin.members += [m for m in encounter.members if m not in twin.members]
        twin.words += [w for w in encounter.words if w.field in (None, "place", "forum") and w not in twin.words]
        twin.place = twin.place or encounter.place
        twin.forum = twin.forum or encounter.forum
        twin.ordinal = twin.ordinal or encounter.ordinal
    return kept


def _faces(encounter: Encounter) -> dict[str, set[int]]:
    """Return who of each country is named as a party where the meeting is told of."""
    faces: dict[str, set[int]] = {}
    for frame in encounter.frames:
        for mention in frame.parties:
            if mention.member and mention.member.name and mention.member.country and not frame.reference:
                faces.setdefault(mention.member.country, set()).add(id(mention.member))
    return faces


def _same(one: Encounter, other: Encounter) -> bool:
    day = one.start()
    if day is None or day != other.start() or set(one.countries) != set(other.countries):
        return False
    mine, theirs = _faces(one), _faces(other)
    if any(mine[code].isdisjoint(theirs[code]) for code in mine.keys() & theirs.keys()):
        return False  # on one day Lee met Takaichi, and called on the Emperor
    lands = {country_of(e.place) for e in (one, other)} - {None}
    modes = {e.mode or "in person" for e in (one, other)}
    return (
        len(lands) < 2
        and len(modes) == 1
        and one.level == other.level
        and (one.status == "held") == (other.status == "held")
    )


def _choose_main(encounters: list[Encounter], page: Page, journeys: Sequence[Journey]) -> Encounter:
    recent = any(e.start() and not long_ago(e, page.day) for e in encounters)
    for encounter in encounters:
        score = 0.0
        seen: set[int] = set()
        for frame in encounter.frames:
            index = frame.line.sentence.index
            if index in seen:
                continue
            seen.add(index)
            if _is_caption(page, index):
                continue  # a picture may be of another day
            score += 3.0 / (1 + index / 2)
            if frame.line.headline:
                score += 2.0
            score += 0.5
        if encounter.status != "held" and not encounter.background:
            # A preview opens with the journey: "will visit Nara from the 13th to the 14th".
            ahead = [
                j.line.sentence.index
                for j in journeys
                if j.status == encounter.status
                and j.member in encounter.members
                and j.country in encounter.countries
                and j.line.sentence.index not in seen
                and not dates_clash(j.date.value if j.date else None, encounter.date)
            ]
            score += max((3.0 / (1 + index / 2) + 0.5 for index in ahead), default=0.0)
        named = len(encounter.members)
        score += 1.0 * (named > 1) + 0.5 * (encounter.date is not None) + 0.4 * (encounter.place is not None)
        if encounter.background:
            score -= 3.0
        if encounter.status == "held":
            score += 1.6
        if recent and long_ago(encounter, page.day):
            score -= 2.5
        encounter.score = score
    return max(encounters, key=lambda e: (e.score, -e.order))


# What a picture shows is told in the present.
_SHOWN = re.compile(
    r"(?<!\w)(?:meets?|shakes?|poses?|greets?|welcomes?|holds?|talks?|speaks?|walks?|attends?|pictured)(?!\w)|\((?:l|r|left|right|center|centre)\)|file photo"
)
_CREDIT = re.compile(r"[(/]? ?(?:photo|photograph|image|picture|file photo|credit)s?(?: ?:| by )")


def _is_caption(page: Page, index: int) -> bool:
    """Return whether what follows the line at once is the credit of a picture."""
    return (
        index + 1 < len(page.lines)
        and _CREDIT.match(page.lines[index + 1].skeleton.shape) is not None
        and _SHOWN.search(page.lines[index].skeleton.shape) is not None
    )


def _finish(encounter: Encounter, main: Encounter, page: Page) -> None:
    """Settle level, people, host and mode."""
    if not encounter.status:
        encounter.status = "planned" if lies_ahead(encounter.date, page.day) else "held"
    if encounter.mode == "phone" and encounter.place and not any(f.noun and f.noun.mode for f in encounter.frames):
        spoken = all(f.rule == "meet.verb" for f in encounter.frames if f.mode)
        if spoken and any(f.mode is None for f in encounter.frames if not f.reference):
            encounter.mode = None
    if encounter.main and encounter.place is None and encounter.forum is None:
        at_dateline(encounter, page)
    if encounter.mode in ("phone", "video"):
        encounter.place = None
        encounter.words = [w for w in encounter.words if w.field != "place"]
    members = [m for m in encounter.members if m.country in encounter.countries and _in_office(m, encounter)]
    if not encounter.main and encounter.level in LEVELS:
        # "The ministers met on 8 September": the leaders in the sentence were not there.
        told = {id(p.member) for f in encounter.frames if not f.reference for p in f.parties}
        members = [m for m in members if m.level == encounter.level or m.level not in LEVELS or id(m) in told]
    levels = [m.level for m in members if m.level in LEVELS]
    if encounter.level is None and levels:
        encounter.level = min(levels, key=lambda name: LEVELS[name or "working"])
    if encounter.level is None and not members:
        encounter.level = "leaders" if any(f.noun and f.noun.level == "leaders" for f in encounter.frames) else None
    if (
        encounter.level is None
        and encounter.ordinal
        and main.ordinal
        and set(encounter.countries) == set(main.countries)
    ):
        encounter.level = main.level  # the eighth of the same meetings
    if encounter.level is None and encounter.main and principals_of(page):
        encounter.level = principals_of(page)[0].level
    faceless = bool(encounter.frames) and all(frame.faceless for frame in encounter.frames)
    missing = [code for code in encounter.countries if not any(m.country == code for m in members)]
    if len(missing) == 1 and len(encounter.countries) == 2:
        # "Defence minister Mpombo" beside Mozambique's, in a text on Zambia and Mozambique
        strangers = [
            m for m in page.cast if m.country is None and m.name and m.level == encounter.level and not m.former
        ]
        if len(strangers) == 1 and not any(m.country == missing[0] and m.level == encounter.level for m in page.cast):
            strangers[0].know_country(missing[0])
    # Countries without a face: whoever stands for them in the document at this level.
    for code in encounter.countries:
        if not faceless and not any(m.country == code for m in members):
            named = [
                m
                for m in page.cast
                if m.country == code and m.level == encounter.level and not m.former and _in_office(m, encounter)
            ]
            if len(named) >= 1 and (encounter.main or len(named) == 1) and encounter.level in LEVELS:
                members.append(max(named, key=lambda m: m.count))
    encounter.members = members
    land = country_of(encounter.place)
    away = encounter.mode in ("phone", "video") or encounter.beside
    if encounter.host is None and land in encounter.countries and not away:
        encounter.host = land
    if encounter.host and land and encounter.host != land:
        encounter.host = land if land in encounter.countries else None
    elif encounter.host and encounter.host not in encounter.countries and encounter.host != land:
        encounter.host = None
    if encounter.mode in ("phone", "video"):
        encounter.host = None


_UNDONE_NOUN = re.compile(r"(?:summit|meeting|talks|visit|trip|call|conference|consultations?|dialogue)")


# "to make delayed state visit": late, and yet made
_MADE_LATE = re.compile(
    r"(?<!\w)(?:make|makes|made|making|pay|pays|paid|begin|begins|began|embark on|the|his|her|long-?) $"
)


@functools.cache
def _undoing() -> Phrases:
    return Phrases(undoing_words())


def _undo(encounters: list[Encounter], page: Page) -> None:
    """Mark what was planned and is off: "called off the visit", "the summit was postponed"."""
    if not any(encounter.status in ("planned", "proposed") for encounter in encounters):
        return
    for line in page.lines:
        for match in _undoing().finditer(line.skeleton.shape):
            near = line.skeleton.shape[max(0, match.start() - 70) : match.end() + 70]
            if not _UNDONE_NOUN.search(near) or _MADE_LATE.search(line.skeleton.shape[: match.start()]):
                continue
            status = undoing_words()[match.group()]
            for encounter in encounters:
                if encounter.status in ("planned", "proposed") and (encounter.main or line in encounter.lines):
                    encounter.status = status


def _distinct(encounters: list[Encounter]) -> list[Encounter]:
    """Drop what says nothing of its own: an undated twin of a meeting already there."""
    kept: list[Encounter] = []
    for encounter in encounters:
        if not encounter.main:
            bare = (
                encounter.date is None
                and encounter.forum is None
                and encounter.place is None
                and encounter.ordinal is None
            )
            twins = [e for e in kept if set(encounter.countries) <= set(e.countries)]
            others_there = encounter.status in ("held", "planned") and any(
                m.name
                and any(f.rule in ("meet.verb", "meet.held", "meet.received") for f in encounter.frames)
                and not any(m in e.members for e in twins)
                for f in encounter.frames
                for m in (p.member for p in f.parties if p.member)
            )
            if bare and ((twins and not others_there) or not encounter.members):
                continue
            if bare and encounter.status == "proposed":
                continue
        kept.append(encounter)
    return kept
