"""Bring the places that speak of one meeting together, and choose the meeting the document is about.

In:   a page and its frames.
Out:  Encounters, the main one first: each a meeting with all that its places say of it.

Two places speak of one meeting when their parties are the same or the one's are among the
other's, both say that it was held (or both that it was not yet), and neither day, forum, manner
nor level forbids it. "The meeting" and "the two leaders" go to the meeting that the text is
then speaking of. A place that names another day, forum or occasion ("in March", "last met in
Vilnius") opens a meeting of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from shuttle.lexicons.modality import undoing_words
from shuttle.reading.cast import Member
from shuttle.reading.details import (
    Found,
    formats_in,
    forum_near,
    lengths_in,
    nearest_date,
    ordinal_near,
    place_near,
    start_time_in,
)
from shuttle.reading.frames import Frame
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import PERSON
from shuttle.reading.subjects import ACTORS
from shuttle.records.dates import overlap

__all__ = ["Encounter", "Words", "gather_meetings", "principals_of"]

_LEVELS = {"leaders": 0, "ministers": 1, "vice-ministers": 2, "working": 3}


@dataclass(frozen=True, slots=True)
class Words:
    """A passage [start, end) of the text that supports a field; None for the whole."""

    start: int
    end: int
    field: str | None


@dataclass(slots=True, eq=False)
class Encounter:
    """A meeting in the making."""

    rule: str
    status: str
    order: int
    countries: list[str] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    mode: str | None = None
    level: str | None = None
    date: Mention | None = None
    place: list[Mention] | None = None
    forum: str | None = None
    start_time: str | None = None
    durations: list[tuple[int, str | None, Words]] = field(default_factory=list)
    ordinal: int | None = None
    formats: list[str] = field(default_factory=list)
    host: str | None = None
    words: list[Words] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    score: float = 0.0
    main: bool = False
    background: bool = False
    beside: bool = False

    @property
    def main_candidate(self) -> bool:
        """Whether it was named first: what is "earlier" is earlier than it."""
        return self.order == 0

    def start(self) -> str | None:
        """The first day, if it could be resolved."""
        return self.date.date.value if self.date and self.date.date else None

    def end(self) -> str | None:
        """The last day, if it is another."""
        return self.date.date.end_value if self.date and self.date.date else None


@dataclass(slots=True)
class _Reading:
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
        if member.country is None or member.level not in _LEVELS or member.former:
            continue
        rank = (-float(_LEVELS[member.level]), float(member.count), -float(member.first))
        if member.country not in best or rank > best[member.country][0]:
            best[member.country] = (rank, member)
    chosen = sorted((m for _, m in best.values()), key=lambda m: (-m.count, m.first))
    if len(chosen) < 2:
        return chosen
    level = _LEVELS[chosen[0].level or "working"]
    same = [m for m in chosen if _LEVELS[m.level or "working"] == level]
    return same if len(same) > 1 else chosen


_BACKGROUND = re.compile(
    r"(?<![\w-])(?:last|previous|previously|earlier|former|past|since|first met|last met|their last|prior|follows|followed|following up|recalled|recalling|"
    r"result of|results of|outcome of|as agreed|agreed at|agreed during|agreed in|in line with|discussed (?:by|at|in|during)|had met|had held|had spoken|spoke last|met last)(?![\w-])"
)


def gather_meetings(page: Page, frames: Sequence[Frame]) -> list[Encounter]:
    """Return the meetings of a page, the main one first."""
    principals = principals_of(page)
    encounters: list[Encounter] = []
    readings = [_read(page, frame, frames) for frame in frames]
    current: Encounter | None = None
    for reading in readings:
        target = _place(reading, encounters, current, principals, page)
        if target is None:
            continue
        if target not in encounters:
            encounters.append(target)
        _add(target, reading, page)
        if current is None or (target is not current and _takes_over(reading, target, current)):
            current = target
    encounters = [e for e in encounters if len(e.countries) > 1]
    if not encounters:
        return []
    main = _choose_main(encounters, page)
    main.main = True
    _tell_main(main, page, principals, encounters)
    for encounter in encounters:
        _finish(encounter, page)
    _undo(encounters, page)
    encounters.sort(key=lambda e: (not e.main, e.order))
    return _distinct(encounters)


def _takes_over(reading: _Reading, target: Encounter, current: Encounter) -> bool:
    """Return whether the text now speaks of another meeting: one named in full, not an earlier one called to mind."""
    if reading.marked or reading.frame.reference or reading.group is not None or not reading.members:
        return False
    ours, theirs = target.start(), current.start()
    return not (ours and theirs and ours < theirs) and not (
        set(target.countries) <= set(current.countries) and target.order > current.order
    )


def _read(page: Page, frame: Frame, frames: Sequence[Frame]) -> _Reading:
    line = frame.line
    shape = line.skeleton.shape
    others = [f for f in frames if f.line is line and f is not frame]
    low = max([0, *(f.end for f in others if f.end <= frame.start)])
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
    level = frame.noun.level if frame.noun else None
    if group is not None and group.level:
        level = group.level
    levels = [m.level for m in members if m.level in _LEVELS]
    if levels:
        level = min(levels, key=lambda name: _LEVELS[name or "working"]) if level is None else level
        if len(members) > 1 and all(m.level == "ministers" for m in members):
            level = "ministers"
    for mention in frame.parties:
        if mention.kind == "group" and mention.level and mention.countries:
            level = mention.level
    start, end = frame.start, frame.end
    date = nearest_date(line, start, end, low, high, reach=60 if frame.reference else 180)
    this = frame.reference and bool(re.search(r"(?<!\w)this (?:[a-z-]+ ){0,2}$", shape[max(0, start - 30) : start]))
    if this:
        # "This meeting" is the one at hand, whatever else its sentence dates.
        date = None
    if frame.status in ("", "held") and date and _ahead(date.value, page.day):
        # What lies after the document's day has not been held.
        frame.status = "planned"
    if _MARKS.search(shape):
        ordinal = None
    else:
        ordinal = ordinal_near(line, low, high)
    return _Reading(
        frame,
        members,
        countries,
        group,
        level,
        date,
        None if this else place_near(line, start, end, low, high),
        None if this else forum_near(line, page.text, low, high, after=end),
        ordinal,
        frame.earlier or bool(_BACKGROUND.search(shape, max(0, start - 45), min(len(shape), end + 20))),
    )


def _by_elimination(page: Page, members: list[Member], countries: list[str]) -> None:
    """Give the one party without a country the other of the two countries that the document is about."""
    strangers = [m for m in members if m.country is None and m.level in _LEVELS]
    if len(strangers) != 1 or not countries:
        return
    counts: dict[str, int] = {}
    for line in page.lines:
        for mention in line.mentions:
            if mention.kind in ("pair", "country", "demonym", "body"):
                for code in mention.countries:
                    counts[code] = counts.get(code, 0) + 1
    common = sorted(counts, key=lambda code: -counts[code])[:2]
    others = [code for code in common if code not in countries]
    if len(others) == 1 and counts[others[0]] > 1:
        strangers[0].know_country(others[0])
        countries.append(others[0])


# "This summit marks the third meeting": the number belongs to the meeting the document is about.
_MARKS = re.compile(
    r"^[\"' ]*(?:this|the|it|that|today's|[\ue400-\ue4ff]'s|the [\ue400-\ue4ff]) ?(?:[a-z-]+ ){0,3}(?:marks|marked|is|was|were|are|became|represents|represented|being)(?![\w-])"
)


def _ahead(mention: Mention | None, day: str | None) -> bool:
    """Return whether a date lies after the document's day, so far as both are known."""
    if mention is None or mention.date is None:
        return False
    value = mention.date.value
    if day is None or value is None:
        return mention.date.future
    size = min(len(day), len(value))
    return value[:size] > day[:size] or (value[:size] == day[:size] and mention.date.future and len(value) < 10)


def _place(
    reading: _Reading, encounters: list[Encounter], current: Encounter | None, principals: list[Member], page: Page
) -> Encounter | None:
    """Return the encounter that a frame belongs to, a new one, or None if it says too little."""
    frame = reading.frame
    _complete(reading, encounters, current, principals)
    full = len(reading.countries) > 1
    best: tuple[float, Encounter] | None = None
    for encounter in encounters:
        score = _match(reading, encounter)
        if score > 0 and encounter is current:
            score += 0.3
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
    encounter = Encounter(frame.rule, frame.status, len(encounters))
    encounter.background = reading.marked and bool(encounters)
    return encounter


def _complete(
    reading: _Reading, encounters: list[Encounter], current: Encounter | None, principals: list[Member]
) -> None:
    """Fill in who "the two leaders" are, and who met the one party that is named."""
    group = reading.group
    source: Encounter | None = None
    candidates = [e for e in ([current] if current else []) + encounters if len(e.countries) > 1]
    if group is not None or reading.frame.reference:
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


def _day(mention: Mention | None) -> tuple[str | None, str | None]:
    if mention is None or mention.date is None:
        return None, None
    return mention.date.value, mention.date.end_value


def _dates_clash(one: Mention | None, other: Mention | None) -> bool:
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


def _match(reading: _Reading, encounter: Encounter) -> float:
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
    if _dates_clash(date, encounter.date):
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
    if forum and encounter.forum and forum != encounter.forum:
        return 0.0
    if forum and not encounter.forum and encounter.date and not date and reading.marked:
        return 0.0
    place = reading.place.value if reading.place else None
    if (
        place
        and encounter.place
        and _country_of(place) != _country_of(encounter.place)
        and _country_of(place)
        and _country_of(encounter.place)
        and (not frame.reference or reading.marked)
    ):
        return 0.0
    if frame.earlier and encounter.main_candidate:
        return 0.0
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


def _country_of(place: Sequence[Mention] | None) -> str | None:
    for mention in reversed(place or ()):
        if mention.place:
            return mention.place.country
        if mention.countries:
            return mention.countries[0]
    return None


def _add(encounter: Encounter, reading: _Reading, page: Page) -> None:
    frame = reading.frame
    line = frame.line
    for code in reading.countries:
        if code not in encounter.countries:
            encounter.countries.append(code)
    for member in reading.members:
        if member not in encounter.members:
            encounter.members.append(member)
    encounter.level = encounter.level or reading.level
    encounter.mode = encounter.mode or frame.mode
    if not encounter.words:
        encounter.words.append(Words(line.sentence.start, line.sentence.end, None))
    if not encounter.status:
        encounter.status = frame.status
    if reading.date and _better_date(reading.date.value, encounter.date):
        encounter.date = reading.date.value
        _note(encounter, line, reading.date, "start")
    if (reading.place and encounter.place is None) or (
        reading.place and encounter.place and _finer(reading.place.value, encounter.place)
    ):
        encounter.place = reading.place.value
        _note(encounter, line, reading.place, "place")
    if (
        reading.forum
        and encounter.forum is None
        and not (frame.noun and frame.noun.level == "leaders" and frame.rule == "meet.pair")
    ):
        encounter.forum = reading.forum.value
        encounter.beside = bool(
            re.search(r"(?:sideline|margin|fringe)s? of [^,;]*$", line.skeleton.shape[: reading.forum.start])
        )
        _note(encounter, line, reading.forum, "forum")
    if reading.ordinal and encounter.ordinal is None:
        encounter.ordinal = reading.ordinal.value
        _note(encounter, line, reading.ordinal, "ordinal")
    if frame.host and frame.host.countries and encounter.host is None:
        encounter.host = frame.host.countries[0]
    encounter.frames.append(frame)
    if line not in encounter.lines:
        encounter.lines.append(line)


def _note(
    encounter: Encounter,
    line: Line,
    found: Found[object] | Found[int] | Found[str] | Found[Mention] | Found[list[Mention]],
    name: str,
) -> None:
    start, end = line.skeleton.span(found.start, found.end)
    encounter.words = [w for w in encounter.words if w.field != name]
    encounter.words.append(Words(start, end, name))


def _better_date(new: Mention, old: Mention | None) -> bool:
    if old is None or old.date is None:
        return True
    if new.date is None:
        return False
    if old.date.value is None:
        return new.date.value is not None
    if new.date.value is None:
        return False
    return len(new.date.value) > len(old.date.value) or (
        len(new.date.value) == len(old.date.value)
        and bool(new.date.end_value)
        and not old.date.end_value
        and new.date.value == old.date.value
    )


def _finer(new: Sequence[Mention], old: Sequence[Mention]) -> bool:
    """Return whether a place says more: a city more than a country, a house more than a city of the same country."""

    def rank(parts: Sequence[Mention]) -> int:
        return max((1 + (m.place.kind in ("residence", "venue"))) if m.place is not None else 0 for m in parts)

    return _country_of(new) == _country_of(old) and rank(new) > rank(old)


def _choose_main(encounters: list[Encounter], page: Page) -> Encounter:
    for encounter in encounters:
        score = 0.0
        seen: set[int] = set()
        for frame in encounter.frames:
            index = frame.line.sentence.index
            if index in seen:
                continue
            seen.add(index)
            score += 3.0 / (1 + index / 2)
            if frame.line.headline:
                score += 2.0
            score += 0.5
        named = len(encounter.members)
        score += 1.0 * (named > 1) + 0.5 * (encounter.date is not None) + 0.4 * (encounter.place is not None)
        if encounter.background:
            score -= 3.0
        if encounter.status == "held":
            score += 0.8
        encounter.score = score
    return max(encounters, key=lambda e: (e.score, -e.order))


_ABOUT_MAIN = re.compile(
    r"(?<![\w-])(?:the|this|their|today's|[a-z]+day's|during the|at the|in the) (?:[a-z-]+ ){0,3}(?:summit|meeting|talks|call|conversation|session|dialogue|consultations?|visit|discussion)(?![\w-])"
    r"|(?<![\w-])(?:small-group|plenary|one-on-one|expanded)"
)


def _tell_main(main: Encounter, page: Page, principals: list[Member], encounters: list[Encounter]) -> None:
    """Add what lines say of the main meeting without naming it: lengths, hours, formats, the third party present."""
    for line in page.lines:
        if main.ordinal is None and _MARKS.search(line.skeleton.shape):
            marked = ordinal_near(line, 0, len(line.skeleton.shape))
            if marked:
                main.ordinal = marked.value
                _note(main, line, marked, "ordinal")
    if main.date is None or (main.start() is None and page.day):
        _date_today(main, page)
    for line in page.lines:
        _join(main, line)
    claimed = {id(line): encounter for encounter in encounters if encounter is not main for line in encounter.lines}
    for line in page.lines:
        shape = line.skeleton.shape
        owner = claimed.get(id(line))
        if owner is not None and line not in main.lines:
            _tell(owner, line)
            continue
        about = line in main.lines or bool(_ABOUT_MAIN.search(shape)) or any(m.kind == "group" for m in line.mentions)
        if not about and not main.lines:
            continue
        if about:
            _tell(main, line)
            if main.ordinal is None and main.status == "held":
                ordinal = ordinal_near(line, 0, len(shape))
                if (
                    ordinal
                    and not _BACKGROUND.search(shape, max(0, ordinal.start - 30), ordinal.start)
                    and any(m.kind in ("group", "person", "pair", "country") for m in line.mentions)
                ) or (ordinal and re.search(r"^(?:this|the|it|that|in a) ", shape)):
                    assert ordinal is not None  # noqa: S101
                    main.ordinal = ordinal.value
                    _note(main, line, ordinal, "ordinal")
        elif line.sentence.index < 12:
            for found in formats_in(line):
                if (
                    found.value
                    in ("press conference", "dinner", "banquet", "lunch", "welcome ceremony", "signing ceremony")
                    and found.value not in main.formats
                ):
                    main.formats.append(found.value)


_LED = re.compile(
    rf"(?:led|headed|chaired|co-chaired|hosted|attended|represented) by (?P<actors>{ACTORS})|(?P<actors2>{ACTORS})(?:,? (?:also|jointly|both))* (?:led|headed|chaired|co-chaired)(?!\w)"
)
_PRESENT = re.compile(
    rf"(?:in the presence of|joined by|flanked by) (?:the )?(?P<actors>{PERSON})|(?P<actors2>{PERSON}) (?:also )?(?:took part|joined (?:them|the (?:talks|meeting|call))|participated|was (?:also )?present|was the host|hosted the (?:talks|meeting)|acted as host|attended the (?:talks|meeting))"
)


def _join(main: Encounter, line: Line) -> None:
    """Add who led a side of the meeting, and third parties who were present at it."""
    shape = line.skeleton.shape
    for match in _LED.finditer(shape):
        span = match.span("actors") if match["actors"] else match.span("actors2")
        for mention in line.between(*span):
            member = mention.member
            if member and mention.kind == "person" and member.level in _LEVELS and main.level != "leaders":
                if member.country is None:
                    missing = [c for c in main.countries if not any(m.country == c for m in main.members)]
                    if len(missing) == 1:
                        member.know_country(missing[0])
                if member.country in main.countries and member not in main.members:
                    main.members.append(member)
    for match in _PRESENT.finditer(shape):
        span = match.span("actors") if match["actors"] else match.span("actors2")
        for mention in line.between(*span):
            member = mention.member
            if (
                not member
                or not member.country
                or member.level != "leaders"
                or main.level != "leaders"
                or member in main.members
            ):
                continue
            main.members.append(member)
            if member.country not in main.countries:
                main.countries.append(member.country)
            if re.search("host", match.group()):
                main.host = member.country


def _date_today(main: Encounter, page: Page) -> None:
    """Date an undated meeting by a "today" or "this morning" elsewhere in the document."""
    if main.date is not None or main.status not in ("held", ""):
        return
    for line in page.lines:
        for position, character in enumerate(line.skeleton.shape):
            index = line.skeleton.mentions.get(character)
            mention = line.mentions[index] if index is not None else None
            if (
                mention
                and mention.date
                and mention.date.kind == "deictic"
                and mention.date.role == "event"
                and page.day
                and mention.date.value == page.day
            ):
                main.date = mention
                _note(main, line, Found(mention, position, position + 1), "start")
                return


def _tell(encounter: Encounter, line: Line) -> None:
    shape = line.skeleton.shape
    clock = start_time_in(line, 0, len(shape))
    if clock and encounter.start_time is None:
        encounter.start_time = clock.value
        _note(encounter, line, clock, "start_time")
    found_formats = list(formats_in(line))
    for found in found_formats:
        if (
            found.value == "expanded"
            and shape[found.start : found.end] == "expanded"
            and not re.match(r" (?:bilateral|session|format)", shape[found.end :])
        ):
            continue
        if found.value not in encounter.formats:
            encounter.formats.append(found.value)
            start, end = line.skeleton.span(found.start, found.end)
            encounter.words.append(Words(start, end, "formats"))
    for length in lengths_in(line, 0, len(shape)):
        start, end = line.skeleton.span(length.start, length.end)
        session = None
        clause = max(shape.rfind(c, 0, length.start) for c in ";.(:")
        for found in found_formats:
            if (
                clause < found.start < length.start
                and length.start - found.end < 60
                and found.value in ("small-group", "expanded", "one-on-one", "dinner", "lunch")
            ):
                session = found.value
        if sum(clause < f.start < length.start for f in found_formats) > 1:
            session = None
        encounter.durations.append((length.value, session, Words(start, end, "duration_minutes")))


def _finish(encounter: Encounter, page: Page) -> None:
    """Settle level, people, host and mode."""
    if not encounter.status:
        encounter.status = "planned" if _ahead(encounter.date, page.day) else "held"
    if encounter.mode == "phone" and encounter.place and not any(f.noun and f.noun.mode for f in encounter.frames):
        spoken = all(f.rule == "meet.verb" for f in encounter.frames if f.mode)
        if spoken and any(f.mode is None for f in encounter.frames if not f.reference):
            encounter.mode = None
    if encounter.mode in ("phone", "video"):
        encounter.place = None
        encounter.words = [w for w in encounter.words if w.field != "place"]
    members = [m for m in encounter.members if m.country in encounter.countries]
    levels = [m.level for m in members if m.level in _LEVELS]
    if encounter.level is None and levels:
        encounter.level = min(levels, key=lambda name: _LEVELS[name or "working"])
    if encounter.level is None and not members:
        encounter.level = "leaders" if any(f.noun and f.noun.level == "leaders" for f in encounter.frames) else None
    if encounter.level is None and encounter.main and principals_of(page):
        encounter.level = principals_of(page)[0].level
    # Countries without a face: whoever stands for them in the document at this level.
    for code in encounter.countries:
        if not any(m.country == code for m in members):
            named = [m for m in page.cast if m.country == code and m.level == encounter.level and not m.former]
            if len(named) >= 1 and (encounter.main or len(named) == 1) and encounter.level in _LEVELS:
                members.append(max(named, key=lambda m: m.count))
    encounter.members = members
    land = _country_of(encounter.place)
    away = encounter.mode in ("phone", "video") or encounter.beside
    if encounter.host is None and land in encounter.countries and not away:
        encounter.host = land
    if encounter.host and land and encounter.host != land:
        encounter.host = land if land in encounter.countries else None
    if encounter.mode in ("phone", "video"):
        encounter.host = None


def _undo(encounters: list[Encounter], page: Page) -> None:
    """Mark what was planned and is off: "called off the visit", "the summit was postponed"."""
    pattern = re.compile(
        r"(?<![\w-])(" + "|".join(sorted(map(re.escape, undoing_words()), key=len, reverse=True)) + r")(?![\w-])"
    )
    noun = re.compile(r"(?:summit|meeting|talks|visit|trip|call|conference|consultations?|dialogue)")
    for line in page.lines:
        for match in pattern.finditer(line.skeleton.shape):
            near = line.skeleton.shape[max(0, match.start() - 70) : match.end() + 70]
            if not noun.search(near):
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
            if bare and (twins or not encounter.members):
                continue
            if bare and encounter.status == "proposed":
                continue
        kept.append(encounter)
    return kept
