"""Decide which meeting each place of a text speaks of.

In:   a page, its frames, the encounters found so far.
Out:  for each frame the encounter it belongs to, a new one, or none.

Two places speak of one meeting when their parties are the same or the one's are among the
other's, both say that it was held (or both that it was not yet), and neither day, place, forum,
manner, level nor faces forbid it. "The meeting" and "the two leaders" go to the meeting that the
text is then speaking of. A place that names another day, forum or occasion ("in March", "last
met in Vilnius") opens a meeting of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.reading.cast import Member
from shuttle.reading.details import Found, forum_near, nearest_date, ordinal_near, place_near
from shuttle.reading.encounters import LEVELS, Encounter, Words, better_date, country_of, finer, note
from shuttle.reading.framing import Frame
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import DATE, PLACE
from shuttle.records.dates import overlap

__all__ = [
    "BACKGROUND",
    "MARKS",
    "FrameReading",
    "add_frame",
    "dates_clash",
    "lies_ahead",
    "place_frame",
    "principals_of",
    "read_frame",
    "takes_over",
]


@dataclass(slots=True)
class FrameReading:
    """What one frame says, resolved as far as its own line allows."""

    frame: Frame
    members: list[Member]
    countries: list[str]
    group: Mention | None
    level: str | None
    date: Found[Mention] | None
    place: Found[list[Mention]] | None
    forum: Found[str] | None
    ordinal: Found[int] | None
    marked: bool


def principals_of(page: Page) -> list[Member]:
    """Return the people the document is mostly about: of each country its first and highest named, two countries at least."""
    best: dict[str, tuple[tuple[float, ...], Member]] = {}
    for member in page.cast:
        if member.country is None or member.level not in LEVELS or member.former:
            continue
        rank = (-float(LEVELS[member.level]), float(member.count), -float(member.first))
        if member.country not in best or rank > best[member.country][0]:
            best[member.country] = (rank, member)
    chosen = sorted((m for _, m in best.values()), key=lambda m: (-m.count, m.first))
    if len(chosen) < 2:
        return chosen
    level = LEVELS[chosen[0].level or "working"]
    same = [m for m in chosen if LEVELS[m.level or "working"] == level]
    return same if len(same) > 1 else chosen


BACKGROUND = re.compile(
    r"(?<![\w-])(?:last|previous|previously|earlier|former|past|since|first met|last met|their last|prior|follows|followed|following up|recalled|recalling|"
    r"result of|results of|outcome of|as agreed|agreed at|agreed during|agreed in|in line with|discussed (?:by|at|in|during)|had met|had held|had spoken|spoke last|met last)(?![\w-])"
)


def read_frame(page: Page, frame: Frame, frames: Sequence[Frame]) -> FrameReading:
    """Return what ``frame`` says by itself; ``frames`` are all those of its line."""
    line = frame.line
    shape = line.skeleton.shape
    others = [f for f in frames if f is not frame]
    low = max([0, *(f.end for f in others if f.end <= frame.start)])
    if frame.start == frame.end:
        low = frame.start  # "and for the second time in Peru": what stands before is the first one's
    high = min([len(shape), *(f.start for f in others if f.start >= frame.end)])
    members: list[Member] = []
    countries: list[str] = []
    group: Mention | None = None
    for mention in frame.parties:
        if mention.kind == "group" and not mention.countries:
            group = mention
        if mention.member is not None and mention.kind == "person" and mention.member not in members:
            members.append(mention.member)
        for code in mention.countries:
            if code not in countries:
                countries.append(code)
    _by_elimination(page, members, countries)
    level = frame.level
    if group is not None and group.level:
        level = group.level
    levels = [m.level for m in members if m.level in LEVELS]
    if levels:
        level = min(levels, key=lambda name: LEVELS[name or "working"]) if level is None else level
        if len(members) > 1 and all(m.level == "ministers" for m in members) and frame.level in (None, "leaders"):
            level = "ministers"
    for mention in frame.parties:
        if mention.kind == "group" and mention.level and mention.countries:
            level = mention.level
    start, end = frame.start, frame.end
    date = nearest_date(line, start, end, low, high, reach=60 if frame.reference else 180)
    this = frame.reference and bool(re.search(r"(?<!\w)this (?:[a-z-]+ ){0,2}$", shape[max(0, start - 30) : start]))
    marks = (
        bool(MARKS.search(shape))
        and not re.search(r" (?:since|after|following) |, (?:who|which|when|where) [^.;]*$", shape[:start])
        and not frame.earlier
    )
    attributive = re.search(rf"{DATE}(?:'s)? (?:[a-z-]+ ){{0,2}}$", shape[max(0, start - 30) : start])
    if this or (marks and not attributive):
        # "This meeting is the third, after ...": it is the one at hand, whatever else its sentence dates.
        date = None
    told = bool(_OUTCOME.search(shape[:start])) and frame.rule in ("meet.noun", "meet.pair")
    if told:
        date = None  # "explained the results of the summit in Osaka on 14 January": day and place of the briefing
    if date and date.end <= start and frame.rule == "meet.noun" and _LEFT_FOR.search(shape[:start]):
        date = None  # "left for Beijing on Saturday for talks": the day of departure
    if date and date.end <= start and frame.rule == "meet.noun" and _SUBJECT_OF_TALK.search(shape[:start]):
        date = None  # "briefed reporters on the 26th about the summit"
    if frame.status in ("planned", "proposed") and date and _reported(line, date, start, page.day):
        date = None
    if frame.status == "postponed":
        date = None  # the day it was moved to, or from
    if not frame.status and date and _is_past(date.value, page.day):
        frame.status = "held"
    if frame.status in ("", "held") and date and _later_today(date, page):
        frame.status = "planned"
    if frame.status in ("", "held") and date and lies_ahead(date.value, page.day):
        # What lies after the document's day has not been held.
        frame.status = "planned"
    if marks:
        ordinal = None
    else:
        ordinal = ordinal_near(line, low, high)
    spoken = frame.mode == "phone" and not frame.mode_stated
    if frame.rule == "meet.joint":
        # "agreed to reopen the embassies in Riyadh within a month": where and when they agreed stands beside the verb.
        high = min(high, end + 14)
        date = date if date and date.start < high else None
    place = None if this or marks or told else place_near(line, start, end, low, high, strict=spoken)
    if place is None and not (this or marks or told) and (gone := _GONE_TO.search(shape[:start])):
        place = Found(line.between(gone.start("to"), gone.end("to")), gone.start("to"), gone.end("to"))
    forum = None if this or marks else forum_near(line, page.text, low, high, after=end)
    if spoken and forum and not _AT_FORUM.search(shape[: forum.start]):
        forum = None  # "spoke to review preparations for the NATO summit"
    if spoken and (place or forum):
        frame.mode = None  # "talked briefly at the G20 summit"
    return FrameReading(
        frame,
        members,
        countries,
        group,
        level,
        date,
        place,
        forum,
        ordinal,
        frame.earlier or bool(BACKGROUND.search(shape, max(0, start - 45), min(len(shape), end + 20))),
    )


_LEFT_FOR = re.compile(
    r"(?<!\w)(?:left|leaves|departed|departs|set off|took off) (?:for|from) [^.;]*(?<!\w)for (?:an? |the )?(?:[a-z-]+ ){0,3}\Z"
)
# "before they head for [Beijing] for a three-way summit"
_GONE_TO = re.compile(
    rf"(?<!\w)(?:left|leaves?|heads?|headed|heading|depart\w*|set off|bound) for (?:the )?(?P<to>{PLACE})(?: (?:on )?{DATE})? for (?:an? |the |their )?(?:[a-z-]+ ){{0,3}}\Z"
)
_AT_FORUM = re.compile(r"(?<!\w)(?:at|during|sidelines? of|margins? of|fringes of|attending) (?:[^,;]{0,24})$")
_OUTCOME = re.compile(
    r"(?:results?|outcomes?|summary|details|overview|contents?) of (?:the |a |their |his |today's )?(?:[a-z-]+ |[\uea00-\ueaff] ){0,2}$"
)
_SUBJECT_OF_TALK = re.compile(
    r"(?<!\w)(?:about|on|regarding|concerning|following|after|ahead of|before) (?:the |a |their |his )?(?:[a-z-]+ ){0,2}$"
)


def _later_today(date: Found[Mention], page: Page) -> bool:
    """Return whether a date is "later on Monday" in a text of that Monday."""
    mention = date.value
    return bool(
        page.day
        and mention.date
        and mention.date.value == page.day
        and page.lowered.startswith("later ", mention.start)
    )


def _reported(line: Line, date: Found[Mention], start: int, day: str | None) -> bool:
    """Return whether a date before a planned meeting only says when the plan was spoken of: "on Tuesday said he hopes to meet"."""
    value = date.value.date.value if date.value.date else None
    if value is None or day is None or len(value) < 10:
        return False
    if value < day:
        return not re.search(r"(?:was|were|had been) (?:due|set|scheduled|to)", line.skeleton.shape[:start])
    between = line.skeleton.shape[date.end : start]
    return value == day and date.end <= start and bool(re.search(r"\b[a-z]+(?:ed|aid|old)\b", between))


def _by_elimination(page: Page, members: list[Member], countries: list[str]) -> None:
    """Give the one party without a country the other of the two countries that the document is about."""
    strangers = [m for m in members if m.country is None and m.level]
    if len(strangers) != 1 or not countries:
        return
    others = [code for code in page.common if code not in countries]
    if len(others) == 1:
        strangers[0].know_country(others[0])
        countries.append(others[0])


# "This summit marks the third meeting": the number belongs to the meeting the document is about.
MARKS = re.compile(
    r"(?:^[\"' ]*|[,;] )(?:this|the|it|that|today's|[\ue400-\ue4ff]'s|the [\ue400-\ue4ff]) ?(?:[a-z-]+ ){0,3}(?:marks|marked|is|was|were|are|became|represents|represented|being)(?![\w-])"
)


def lies_ahead(mention: Mention | None, day: str | None) -> bool:
    """Return whether a date lies after the document's day, so far as both are known."""
    if mention is None or mention.date is None:
        return False
    value = mention.date.value
    if day is None or value is None:
        return mention.date.future
    size = min(len(day), len(value))
    return value[:size] > day[:size] or (value[:size] == day[:size] and mention.date.future and len(value) < 10)


def _is_past(mention: Mention, day: str | None) -> bool:
    """Return whether a date lies wholly before the document's day."""
    value = mention.date.value if mention.date else None
    if day is None or value is None:
        return False
    size = min(len(day), len(value))
    return value[:size] < day[:size] and not (mention.date and mention.date.future)


_REMEMBERED = 40
_WHERE_CLAUSE = re.compile(r", (?:where|at which|during which) [^.;]*\Z")


def place_frame(
    reading: FrameReading,
    encounters: list[Encounter],
    current: Encounter | None,
    last: Encounter | None,
    principals: list[Member],
    page: Page,
) -> Encounter | None:
    """Return the encounter that a frame belongs to, a new one, or None if it says too little."""
    frame = reading.frame
    order = len(encounters)
    if order > _REMEMBERED:
        # A long report names hundreds; it speaks of its first ones and of those just named.
        encounters = [*encounters[:5], *encounters[5 - _REMEMBERED :]]
    here = (
        last is not None
        and bool(last.lines)
        and last.lines[-1] is frame.line
        and bool(_WHERE_CLAUSE.search(frame.line.skeleton.shape[: frame.start]))
    )
    _complete(reading, encounters, last if frame.earlier or here else current, principals, page)
    full = len(reading.countries) > 1
    best: tuple[float, Encounter] | None = None
    for encounter in encounters:
        score = _match(reading, encounter)
        if score > 0 and encounter is current:
            score += 0.3
        if score > 0 and here and encounter is last:
            score += 0.5  # "joins Scholz at Meseberg, where the two cabinets will hold a session"
        if score > 0 and (best is None or score > best[0]):
            best = (score, encounter)
    if best:
        return best[1]
    if not full:
        return None
    if frame.reference and not (reading.date or reading.forum or reading.place):
        return None
    if frame.noun and frame.noun.weight < 2 and not (reading.date or reading.ordinal or frame.rule == "meet.held"):
        return None
    encounter = Encounter(frame.rule, frame.status, order)
    if frame.earlier and frame.noun is None and last is not None:
        encounter.mode = last.mode  # "the second conversation, after the one on February 12"
    encounter.background = reading.marked and bool(encounters)
    return encounter


def _complete(
    reading: FrameReading,
    encounters: list[Encounter],
    current: Encounter | None,
    principals: list[Member],
    page: Page,
) -> None:
    """Fill in who "the two leaders" are, and who met the one party that is named."""
    group = reading.group
    source: Encounter | None = None
    candidates = [e for e in ([current] if current else []) + encounters if len(e.countries) > 1]
    if group is not None or reading.frame.reference:
        if reading.frame.reference:
            # "Lee and Takaichi were glad to meet again so soon after their [summit]": theirs, not the one before.
            spoken_of = {
                id(m.member)
                for m in reading.frame.line.between(0, reading.frame.start)
                if m.kind == "person" and m.member and m.member.level in LEVELS
            }
            if len(spoken_of) > 1:
                candidates.sort(key=lambda e: not spoken_of <= set(map(id, e.members)))
        for encounter in candidates:
            if (
                group is not None
                and group.size
                and group.size != len(encounter.countries)
                and len(encounter.countries) != 2
            ):
                continue
            if group is not None and group.level and encounter.level and group.level != encounter.level:
                continue
            if reading.countries and not set(reading.countries) & set(encounter.countries):
                continue
            source = encounter
            break
        if source is not None:
            reading.countries = [*reading.countries, *(c for c in source.countries if c not in reading.countries)]
            reading.members = [*reading.members, *(m for m in source.members if m not in reading.members)]
            reading.level = reading.level or source.level
            return
        if group is not None and group.level and re.search(r"\bof (?:the|both)\b", group.label):
            # "The foreign ministers of the two countries": their countries are known, they are not.
            pair = next((e for e in candidates if len(e.countries) == (group.size or 2)), None)
            if pair is not None:
                reading.countries = list(pair.countries)
                return
        if group is not None or len(reading.countries) < 2:
            chosen = [m for m in principals if group is None or group.level in (None, m.level)]
            chosen = chosen[: group.size or 2] if group is not None else chosen[:2]
            if len({m.country for m in chosen}) > 1:
                for member in chosen:
                    if member.country and member.country not in reading.countries:
                        reading.countries.append(member.country)
                    if member not in reading.members:
                        reading.members.append(member)
                reading.level = reading.level or chosen[0].level
            elif group is not None and not reading.countries and group.size in (None, 0, 2) and len(page.common) == 2:
                # "The two sides" where nobody met as yet: the two countries that the document is about.
                reading.countries = list(page.common)
        return
    if len(reading.countries) == 1:
        for encounter in candidates:
            if reading.members and any(m in encounter.members for m in reading.members):
                source = encounter
                break
        if source is not None:
            reading.countries += [c for c in source.countries if c not in reading.countries]
            reading.members += [m for m in source.members if m not in reading.members]
        elif reading.members and any(m in principals for m in reading.members) and len(principals) > 1:
            other = next((m for m in principals if m.country not in reading.countries), None)
            if other is not None and other.country:
                reading.countries.append(other.country)
                reading.members.append(other)


def dates_clash(one: Mention | None, other: Mention | None) -> bool:
    """Return whether two dates cannot be the same; parts count where a value could not be resolved."""
    if one is None or other is None or one.date is None or other.date is None:
        return False
    if one.date.value and other.date.value:
        return not overlap(one.date.value, one.date.end_value, other.date.value, other.date.end_value)
    for name in ("year", "month", "day"):
        a, b = getattr(one.date, name), getattr(other.date, name)
        if a is not None and b is not None and a != b:
            if name == "day" and (one.date.end_day in (a, b) or other.date.end_day in (a, b)):
                continue
            return True
    return (
        one.date.kind != other.date.kind
        and {one.date.kind, other.date.kind} == {"calendar", "deictic"}
        and ((one.date.month or other.date.month) is not None and one.date.month != other.date.month)
    )


_FORUM_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "and",
        "for",
        "summit",
        "summits",
        "meeting",
        "meetings",
        "foreign",
        "ministers",
        "ministerial",
        "leaders",
        "conference",
        "forum",
        "session",
        "annual",
        "general",
        "assembly",
        "informal",
        "special",
    ]
)


def _one_forum(one: str, other: str) -> bool:
    """Return whether two names can be one forum's: "the NATO" and "NATO foreign ministers' meeting"."""
    mine, theirs = (set(re.findall(r"[a-z0-9]+", name.lower())) - _FORUM_WORDS - {"s"} for name in (one, other))
    return one == other or not mine or not theirs or bool(mine & theirs)


def _match(reading: FrameReading, encounter: Encounter) -> float:
    """Return how well a frame fits an encounter; 0 where it cannot belong to it."""
    frame = reading.frame
    mine, theirs = set(reading.countries), set(encounter.countries)
    shared = mine & theirs
    if len(shared) < 2 or not (mine <= theirs or theirs <= mine):
        return 0.0
    loose = frame.reference and not reading.marked and not reading.date and frame.rule != "meet.verb"
    if frame.status and encounter.status and not loose and (frame.status == "held") != (encounter.status == "held"):
        return 0.0
    if len(mine | theirs) > 2 and mine != theirs and not reading.members:
        return 0.0
    date = reading.date.value if reading.date else None
    if dates_clash(date, encounter.date):
        return 0.0
    if frame.mode and encounter.mode and frame.mode != encounter.mode:
        return 0.0
    if frame.mode == "phone" and encounter.mode is None and encounter.place and not frame.reference:
        return 0.0
    if (
        reading.level
        and encounter.level
        and reading.level != encounter.level
        and "leaders" in (reading.level, encounter.level)
        and not (frame.reference or reading.group)
    ):
        return 0.0
    forum = reading.forum.value if reading.forum else None
    if forum and encounter.forum and not _one_forum(forum, encounter.forum):
        return 0.0
    if forum and not encounter.forum and encounter.date and not date and reading.marked:
        return 0.0
    place = reading.place.value if reading.place else None
    if (
        place
        and encounter.place
        and country_of(place) != country_of(encounter.place)
        and country_of(place)
        and country_of(encounter.place)
        and (not frame.reference or reading.marked)
    ):
        return 0.0
    if frame.earlier and encounter.main_candidate:
        return 0.0
    courtesy = [
        bool(f and f.word.startswith("courtesy"))
        for f in (frame.noun, encounter.frames[0].noun if encounter.frames else None)
    ]
    if courtesy[0] != courtesy[1] and not frame.reference:
        return 0.0
    if _other_faces(reading, encounter):
        return 0.0
    at_it = frame.line in encounter.lines and _AT_IT.search(frame.line.skeleton.shape[: frame.start])
    if (
        frame.noun
        and frame.noun.weight < 2
        and encounter.level == "leaders"
        and not frame.parties_are_people
        and not at_it
    ):
        return 0.0  # a dialogue or committee of officials is not the summit
    if (
        reading.marked
        and not date
        and not frame.reference
        and frame.rule in ("meet.verb", "meet.held")
        and encounter.date
        and (place or forum)
    ):
        return 0.0
    score = 1.0 + len(shared) / 10
    if date and encounter.date:
        score += 1.0
    if reading.members and set(map(id, reading.members)) & set(map(id, encounter.members)):
        score += 0.5
    if mine == theirs:
        score += 0.2
    return score


_AFTER_IT = re.compile(
    r"(?<!\w)(?:conference|briefing|reporters|statement|said|told|spoke)[^.;]*(?<!\w)(?:after|following) the \Z"
)
# "will meet with Ramaphosa at the 11th [session of the commission]"
_AT_IT = re.compile(r"(?<!\w)(?:at|during) (?:the |their )?(?:[a-z0-9]+ )?\Z")


def _other_faces(reading: FrameReading, encounter: Encounter) -> bool:
    """Return whether both name people of one country at a meeting's level, and not the same ones."""
    if reading.frame.reference and reading.date and encounter.background:
        # "Kishida also visited Korea in September, meeting ...": not the meeting of Roh and Koizumi.
        spoken_of = [
            m.member
            for m in reading.frame.line.mentions
            if m.kind == "person" and m.member and m.member.level == "leaders"
        ]
        if spoken_of and encounter.members and not any(m in encounter.members for m in spoken_of):
            return any(m.country in encounter.countries for m in spoken_of)
    if (
        reading.group is not None
        or reading.frame.reference
        or (reading.frame.rule == "meet.noun" and not reading.members)
    ):
        return False
    named = {id(m.member) for m in reading.frame.parties if m.kind == "person"}
    for member in reading.members:
        if id(member) not in named or member.level not in LEVELS or member in encounter.members:
            continue
        rivals = [m for m in encounter.members if m.country == member.country and m.level in LEVELS]
        mine = [m for m in reading.members if m.country == member.country]
        if rivals and not any(m in rivals for m in mine):
            return True
    return False


def add_frame(encounter: Encounter, reading: FrameReading, page: Page) -> None:
    """Add to an encounter what a frame says of it; what is known more precisely already stays."""
    frame = reading.frame
    line = frame.line
    for code in reading.countries:
        if code not in encounter.countries:
            encounter.countries.append(code)
    for member in reading.members:
        if member not in encounter.members:
            encounter.members.append(member)
    encounter.level = encounter.level or reading.level
    if not (frame.reference and encounter.place):
        # "The call" for a meeting that was placed somewhere is a way of speaking.
        encounter.mode = encounter.mode or frame.mode
    if not encounter.words:
        encounter.words.append(Words(line.sentence.start, line.sentence.end, None))
    if not encounter.status and not (frame.reference and frame.status == "proposed"):
        encounter.status = frame.status
    elif (
        encounter.status == "planned"
        and frame.reference
        and _AFTER_IT.search(line.skeleton.shape[: frame.start])
        and not (encounter.date and lies_ahead(encounter.date, page.day))
    ):
        encounter.status = "held"  # "arrived to meet": at a press conference after the meeting it has been held
    if reading.date and better_date(reading.date.value, encounter.date):
        encounter.date = reading.date.value
        note(encounter, line, reading.date, "start")
    if (reading.place and encounter.place is None) or (
        reading.place and encounter.place and finer(reading.place.value, encounter.place)
    ):
        encounter.place = reading.place.value
        note(encounter, line, reading.place, "place")
    if (
        reading.forum
        and encounter.forum is None
        and not (frame.noun and frame.noun.level == "leaders" and frame.rule == "meet.pair")
    ):
        encounter.forum = reading.forum.value
        encounter.beside = bool(
            re.search(r"(?:sideline|margin|fringe)s? of [^,;]*$", line.skeleton.shape[: reading.forum.start])
        )
        note(encounter, line, reading.forum, "forum")
    if reading.ordinal and encounter.ordinal is None:
        encounter.ordinal = reading.ordinal.value
        note(encounter, line, reading.ordinal, "ordinal")
    if frame.host and frame.host.countries and encounter.host is None:
        encounter.host = frame.host.countries[0]
    encounter.frames.append(frame)
    if not encounter.lines or encounter.lines[-1] is not line:
        encounter.lines.append(line)


def takes_over(reading: FrameReading, target: Encounter, current: Encounter) -> bool:
    """Return whether the text now speaks of another meeting: one named in full, not an earlier one called to mind."""
    if reading.marked or reading.frame.reference or reading.group is not None or not reading.members:
        return False
    ours, theirs = target.start(), current.start()
    return not (ours and theirs and ours < theirs) and not (
        set(target.countries) <= set(current.countries) and target.order > current.order
    )
