"""Say what one frame tells of its meeting, as far as its own line allows.

In:   a page, a frame and the other frames of its line.
Out:  a FrameReading: who met, at which level, when, where, beside which forum, for the how-manieth time, and whether
      the words mark it as an earlier meeting, called to mind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.reading.cast import Member
from shuttle.reading.details import Found, forum_near, nearest_date, ordinal_near, place_near
from shuttle.reading.encounters import LEVELS
from shuttle.reading.framing import Frame
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import COUNTRY, DATE, FORUM, PLACE

__all__ = ["BACKGROUND", "FrameReading", "lies_ahead", "marks_number", "principals_of", "read_frame"]


@dataclass(slots=True)
class FrameReading:
    """What one frame says, resolved as far as its own line allows.

    Attributes:
        passing: whether the place is only where somebody was travelling ("met him during his visit to Australia").
        marked: whether the words mark it as an earlier meeting, called to mind.
    """

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
    passing: bool = False


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
    r"(?<![\w-])(?:last|previous|previously|earlier|former|past|since|first met|last met|their last|prior|follows|followed(?! by)|following up|recalled|recalling|"
    r"result of|results of|outcome of|as agreed|agreed at|agreed during|agreed in|in line with|discussed (?:by|at|in|during)|had met|had held|had spoken|spoke last|met last)(?![\w-])"
)


_BACKGROUND_CUES = frozenset(
    [
        "last", "previous", "previously", "earlier", "former", "past", "since", "met", "prior", "follows", "followed",
        "following", "recalled", "recalling", "result", "results", "outcome", "agreed", "line", "discussed", "had", "spoke",
    ]
)  # fmt: skip


def read_frame(page: Page, frame: Frame, frames: Sequence[Frame]) -> FrameReading:
    """Return what ``frame`` says by itself; ``frames`` are all those of its line."""
    line = frame.line
    shape = line.skeleton.shape
    others = [f for f in frames if f is not frame]
    low = max([0, *(f.end for f in others if f.end <= frame.start)])
    if frame.further or frame.start == frame.end:
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
        if (
            mention.kind == "group"
            and "ministries" in mention.label
            and page.lowered.endswith("heads of ", 0, mention.start)
        ):
            level = "ministers"  # "the heads of the foreign ministries of the two"
    start, end = frame.start, frame.end
    occasion = _OCCASION_OF.search(shape[:start]) if frame.noun else None
    if occasion:
        low = max(low, occasion.start())  # "in Oslo on the 26th, on the occasion of the [summit]": of the other meeting
    date = nearest_date(line, start, end, low, high, reach=60 if frame.reference and not frame.earlier else 180)
    if date is None and frame.reference and _AT_THE_MEETING.search(shape[:start]):
        # "Kishida on Tuesday discussed relations with Khurelsukh at a meeting": the only day that the sentence names
        days = {m.date.value for m in line.mentions if m.kind == "date" and m.date and m.date.role == "event"}
        date = nearest_date(line, start, end, low, start, reach=500) if len(days) == 1 else None
    this = frame.reference and bool(_THIS.search(shape[max(0, start - 30) : start]))
    marks = marks_number(line) and not _MEANWHILE.search(shape[:start]) and not (frame.earlier or frame.series)
    marks = marks and not (frame.rule == "meet.noun" and start < 40 and _IS_HELD.match(shape, end))
    if this or (marks and not _DATED_AS.search(shape[max(0, start - 30) : start])):
        # "This meeting is the third, after ...": it is the one at hand, whatever else its sentence dates.
        date = None
    told = (
        frame.rule in ("meet.noun", "meet.pair")
        and _OUTCOME.search(shape[:start]) is not None
        and not _HELD_THEN.match(shape, end)
    )
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
    going = not (this or marks or told or _GOING.isdisjoint(line.words))
    if place is None and going and (gone := _GONE_TO.search(shape[:start])):
        place = Found(line.between(gone.start("to"), gone.end("to")), gone.start("to"), gone.end("to"))
    if place is None and frame.rule == "meet.held" and "host" in shape and (host := _CITY_HOSTS.search(shape[:end])):
        place = Found(line.between(host.start("to"), host.end("to")), host.start("to"), host.end("to"))
    forum = None if this or marks else forum_near(line, page.text, low, high, after=end)
    if (
        forum
        and frame.reference
        and frame.noun
        and "summit" in frame.noun.word
        and not _MARGINS.search(shape[: forum.start])
        and 0 <= start - forum.end < 12
    ):
        forum = None  # "the recently held Virtual G20 summit": the forum's own
    if forum and place is None and shape[forum.start : forum.end] in _THE_EVENT:
        # "will attend the summit to be held in Madrid ...; they may meet on the sidelines of the event"
        place = _place_of_forum(line, forum)
    if spoken and forum and not _AT_FORUM.search(shape[: forum.start]):
        forum = None  # "spoke to review preparations for the NATO summit"
    if frame.told:
        date, place = frame.told
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
        frame.earlier
        or frame.series
        or (
            not line.words.isdisjoint(_BACKGROUND_CUES)
            and BACKGROUND.search(shape, max(0, start - 45), min(len(shape), end + 20)) is not None
        ),
        bool(place and date is None and _VISIT_TO.search(shape[: place.start])),
    )


_OCCASION_OF = re.compile(
    r"(?<!\w)(?:on the (?:occasion|sidelines?|margins?|fringes?) of|in (?:connection|conjunction) with) (?:an?|the|their) (?:[a-z-]+ ){0,3}\Z"
)
_THE_EVENT = frozenset(["event", "summit", "meeting", "gathering", "conference", "forum", "occasion"])
_FORUM_IS_IN = re.compile(
    rf"(?P<forum>{FORUM})(?: (?:which |that )?(?:[a-z]+ ){{0,4}}?(?:open|opens|opening|held|hosted|begin|begins|place|convened))?(?: (?:on )?{DATE})? (?:in|at) (?:the )?(?P<to>(?:{PLACE}|{COUNTRY})(?:, (?:{PLACE}|{COUNTRY}))*)"
)


def _place_of_forum(line: Line, forum: Found[str]) -> Found[list[Mention]] | None:
    """Return where the forum is that the line names before "the event"."""
    for match in _FORUM_IS_IN.finditer(line.skeleton.shape, 0, forum.start):
        named = line.mention(match["forum"]).forum
        if named and named.name == forum.value:
            return Found(line.between(match.start("to"), match.end("to")), match.start("to"), match.end("to"))
    return None


# "the outcome of the summit on the dam, held in Addis Ababa on 28 January": its own day and place
_HELD_THEN = re.compile(
    rf"(?: on (?:[a-z'-]+ |[\ue000-\ueaff](?:'s)? ?){{1,4}}?)?,? (?:which was |that was )?held (?:in|on|at|last|{DATE})"
)
_THIS = re.compile(r"(?<!\w)this (?:[a-z-]+ ){0,2}$")
_MEANWHILE = re.compile(r" (?:since|after|following) |, (?:who|which|when|where) [^.;]*$")
_DATED_AS = re.compile(rf"{DATE}(?:'s)? (?:[a-z-]+ ){{0,2}}$")
_AT_THE_MEETING = re.compile(r"(?<!\w)(?:at|during|in) (?:an?|the|their) (?:[a-z-]+ ){0,2}\Z")
_LEFT_FOR = re.compile(
    r"(?<!\w)(?:left|leaves|departed|departs|set off|took off) (?:for|from) [^.;]*(?<!\w)for (?:an? |the )?(?:[a-z-]+ ){0,3}\Z"
)
_GOING = frozenset(
    ["left", "leave", "leaves", "head", "heads", "headed", "heading", "depart", "departs", "departed", "set", "bound"]
)
# "before they head for [Beijing] for a three-way summit"
_GONE_TO = re.compile(
    rf"(?<!\w)(?:left|leaves?|heads?|headed|heading|depart\w*|set off|bound) for (?:the )?(?P<to>{PLACE})(?: (?:on )?{DATE})? for (?:an? |the |their )?(?:[a-z-]+ ){{0,3}}\Z"
)
# "The Polish capital hosted political consultations"
_CITY_HOSTS = re.compile(rf"(?P<to>{PLACE})(?:,? (?:also|on {DATE}|{DATE}))* (?:hosted|hosts|will host) [^.;]*\Z")
_VISIT_TO = re.compile(
    r"(?<!\w)(?:during|on) (?:his|her|their|the|a) (?:[a-z-]+ ){0,2}(?:visit|trip|tour) to (?:the )?\Z"
)
_MARGINS = re.compile(r"(?<!\w)(?:sideline|margin|fringe)s? of [^,;]*\Z")
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


_WAS_DUE = re.compile(r"(?:was|were|had been) (?:due|set|scheduled|to)")
_PAST_VERB = re.compile(r"\b[a-z]+(?:ed|aid|old)\b")


def _reported(line: Line, date: Found[Mention], start: int, day: str | None) -> bool:
    """Return whether a date before a planned meeting only says when the plan was spoken of: "on Tuesday said he hopes to meet"."""
    value = date.value.date.value if date.value.date else None
    if value is None or day is None or len(value) < 10:
        return False
    if value < day:
        return not _WAS_DUE.search(line.skeleton.shape[:start])
    between = line.skeleton.shape[date.end : start]
    return value == day and date.end <= start and bool(_PAST_VERB.search(between))


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
_MARKS = re.compile(
    r"(?:this|the|it|that|today's|[\ue400-\ue4ff]'s|the [\ue400-\ue4ff])(?![a-z]) ?(?:[a-z-]+ ){0,3}(?:marks|marked|is|was|were|are|became|represents|represented|being)(?![\w-])(?! (?:clear|evident|apparent|known|understood|important|necessary|possible|hoped|noted|agreed|decided|announced|reported)(?!\w))"
)
_MARKS_FIRST = re.compile(rf"[\"' ]*{_MARKS.pattern}")
_MARKS_LATER = re.compile(rf"[,;] {_MARKS.pattern}")
# "The [summit] was held in Nara" says where it was, not which it is.
_IS_HELD = re.compile(r" (?:was|were|is|are|is being|is to be) (?:also )?(?:held|hosted|convened)(?!\w)")
_MARKING = frozenset(["marks", "marked", "is", "was", "were", "are", "became", "represents", "represented", "being"])


def marks_number(line: Line) -> bool:
    """Return whether a line says of the meeting at hand what it is."""
    if line.words.isdisjoint(_MARKING):
        return False
    shape = line.skeleton.shape
    return _MARKS_FIRST.match(shape) is not None or _MARKS_LATER.search(shape) is not None


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
