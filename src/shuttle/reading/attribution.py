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

from shuttle.reading.cast import Member
from shuttle.reading.dates import DateMention
from shuttle.reading.encounters import LEVELS, Encounter, Words, better_date, country_of, finer, note
from shuttle.reading.frame_reading import FrameReading, lies_ahead
from shuttle.reading.framing import Frame
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Page
from shuttle.records.dates import agree, allows, overlap

__all__ = ["add_frame", "dates_clash", "place_frame", "takes_over"]


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
    # "The tenth ministers' meeting was held in May, after the ninth in Busan": of the meeting just named.
    beside = _named_before(frame, encounters) if frame.series else None
    _complete(reading, encounters, last if frame.earlier or here else beside or current, principals, page)
    full = len(reading.countries) > 1
    best: tuple[float, Encounter] | None = None
    scores = [_match(reading, encounter, page) for encounter in encounters]
    # Where one meeting is of exactly those who are named, one of only some of them is another: two of three, apart.
    mine = set(reading.countries)
    exact = any(s > 0 and set(e.countries) == mine for s, e in zip(scores, encounters, strict=True))
    # An earlier meeting of two is none of the three among whom they meet besides.
    earlier = reading.marked and any(set(e.countries) == mine for e in encounters)
    for score, encounter in zip(scores, encounters, strict=True):
        theirs = set(encounter.countries)
        if (exact and theirs < mine) or (earlier and mine < theirs):
            continue
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
    if frame.reference and frame.rule == "meet.joint" and not reading.date and reading.place:
        land = country_of(reading.place.value)
        if any(country_of(e.place) == land and set(e.countries) == set(reading.countries) for e in encounters):
            return None  # "in Athens we agreed", said in Athens
    if frame.noun and frame.noun.weight < 2 and not (reading.date or reading.ordinal or frame.rule == "meet.held"):
        return None
    encounter = Encounter(frame.rule, frame.status, order)
    if frame.earlier and frame.noun is None and last is not None:
        encounter.mode = last.mode  # "the second conversation, after the one on February 12"
    encounter.background = reading.marked and bool(encounters)
    return encounter


def _named_before(frame: Frame, encounters: list[Encounter]) -> Encounter | None:
    """Return the meeting that the frame's own line names last before it."""
    named = [
        (f.start, e.order, e) for e in encounters for f in e.frames if f.line is frame.line and f.end <= frame.start
    ]
    return max(named, key=lambda item: item[:2])[2] if named else None


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
            told = reading.frame.level
            if told and encounter.level and told != encounter.level and not reading.frame.reference:
                continue
            source = encounter
            break
        if source is not None:
            reading.countries = [*reading.countries, *(c for c in source.countries if c not in reading.countries)]
            if not reading.frame.faceless:
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
    for loose, dated in ((one.date, other.date), (other.date, one.date)):
        if loose.when and "X" not in loose.when and dated.value:
            return not allows(loose.when, dated.value, dated.end_value)
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


def _at_hand(date: DateMention, page: Page) -> bool:
    """Return whether a date can be the document's own day; "last week" is not, nor what is dated in an undated text."""
    given = date.value or date.when
    if given is None or page.day is None or page.lowered.startswith("last ", date.start):
        return given is None
    return agree(given, page.day)


def _match(reading: FrameReading, encounter: Encounter, page: Page) -> float:
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
    if len(theirs) == 2 < len(mine) and _of_three(frame) and not any(map(_of_three, encounter.frames)):
        return 0.0  # who meet apart do not become three because they are to meet a third as well
    date = reading.date.value if reading.date else None
    if dates_clash(date, encounter.date):
        return 0.0
    if frame.mode and encounter.mode and frame.mode != encounter.mode:
        return 0.0
    if frame.mode == "phone" and encounter.mode is None and encounter.place and not frame.reference:
        return 0.0
    past = date is not None and date.date is not None and not _at_hand(date.date, page)
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
        and not (reading.passing or encounter.passing)
        and country_of(place) != country_of(encounter.place)
        and country_of(place)
        and country_of(encounter.place)
        and (not frame.reference or reading.marked or past)
    ):
        return 0.0
    if frame.earlier and (encounter.main_candidate or not encounter.background):
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


_TRILATERAL = re.compile(
    r"(?<!\w)(?<!sidelines of the )(?<!margins of the )(?<!occasion of the )(?:trilateral|three-way|three-nation|tripartite)(?!\w)"
)


def _of_three(frame: Frame) -> bool:
    """Return whether the words say that three meet."""
    return _TRILATERAL.search(frame.line.skeleton.shape, max(0, frame.start - 30), frame.end) is not None


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
        rivals = [m for m in encounter.members if m.country == member.country and m.level in LEVELS and m.name]
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
    new = reading.place.value if reading.place else None
    stays = encounter.place is not None and not (encounter.passing and not reading.passing and country_of(new))
    if (reading.place and not stays) or (
        reading.place and encounter.place and finer(reading.place.value, encounter.place)
    ):
        encounter.place, encounter.passing = reading.place.value, reading.passing
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
    visiting = [
        m
        for m in frame.parties
        if m.kind == "person" and m.countries and _VISITING.search(page.lowered, m.start, m.end)
    ]
    if encounter.host is None and len(visiting) == 1 and len(encounter.countries) == 2:
        # "Tusk and his visiting Lithuanian counterpart": the other is at home
        encounter.host = next((c for c in encounter.countries if c != visiting[0].countries[0]), None)
    if frame.host and frame.host.countries and encounter.host is None:
        encounter.host = frame.host.countries[0]
    encounter.frames.append(frame)
    if not encounter.lines or encounter.lines[-1] is not line:
        encounter.lines.append(line)


_VISITING = re.compile(r"(?<!\w)visiting(?!\w)")


def takes_over(reading: FrameReading, target: Encounter, current: Encounter) -> bool:
    """Return whether the text now speaks of another meeting: one named in full, not an earlier one called to mind."""
    if reading.marked or reading.frame.reference or reading.group is not None or not reading.members:
        return False
    ours, theirs = target.start(), current.start()
    return not (ours and theirs and ours < theirs) and not (
        set(target.countries) <= set(current.countries) and target.order > current.order
    )
