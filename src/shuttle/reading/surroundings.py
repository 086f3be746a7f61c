"""What other sentences say of a meeting without naming it again.

In:   the main encounter of a page, and the page.
Out:  the same encounter with hours, lengths, formats, its number, who led a side and who else was
      there: "The talks lasted 90 minutes", "A dinner followed", "in the presence of the Crown Prince".
"""

from __future__ import annotations

import re

from shuttle.reading.cast import Member
from shuttle.reading.dates import JUST_NOW, UNDER_WAY, DateMention
from shuttle.reading.details import Found, formats_in, lengths_in, ordinal_near, start_time_in
from shuttle.reading.encounters import LEVELS, Encounter, Words, country_of, note
from shuttle.reading.frame_reading import BACKGROUND, marks_number
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import BODY, COUNTRY, DEMONYM, GROUP, PERSON
from shuttle.reading.subjects import ACTORS
from shuttle.records.dates import first_day

__all__ = ["tell_main"]


_ABOUT_MAIN = re.compile(
    r"(?<![\w-])(?:the|this|their|today's|[a-z]+day's|during the|at the|in the) (?:[a-z-]+ ){0,3}(?:summit|meeting|talks|call|conversation|session|dialogue|consultations?|visit|discussion)(?![\w-])"
    r"|(?<![\w-])it (?:lasted|went on|ran|took|was held)|(?<![\w-])(?:small-group|plenary|one-on-one|expanded)"
)


_ABOUT_CUES = frozenset(
    [
        "summit",
        "meeting",
        "talks",
        "call",
        "conversation",
        "session",
        "dialogue",
        "consultation",
        "consultations",
        "visit",
        "discussion",
        "lasted",
        "went",
        "ran",
        "took",
        "held",
        "small",
        "plenary",
        "one",
        "expanded",
    ]
)


def tell_main(main: Encounter, page: Page, principals: list[Member], encounters: list[Encounter]) -> None:
    """Add what lines say of the main meeting without naming it: lengths, hours, formats, the third party present."""
    for line in page.lines:
        if main.ordinal is None and marks_number(line):
            marked = ordinal_near(line, 0, len(line.skeleton.shape))
            if marked:
                main.ordinal = marked.value
                note(main, line, marked, "ordinal")
    if main.date is None or (main.start() is None and page.day):
        _date_today(main, page)
    for line in page.lines:
        _join(main, line)
    own = {id(line) for line in main.lines}
    claimed = {id(line): encounter for encounter in encounters if encounter is not main for line in encounter.lines}
    for line in page.lines:
        shape = line.skeleton.shape
        owner = claimed.get(id(line))
        if owner is not None and id(line) not in own:
            _tell(owner, line)
            continue
        about = (
            id(line) in own
            or (not line.words.isdisjoint(_ABOUT_CUES) and bool(_ABOUT_MAIN.search(shape)))
            or "group" in line.skeleton.kinds
        )
        if not about and not main.lines:
            continue
        if about:
            _tell(main, line)
            if main.ordinal is None and main.status == "held":
                ordinal = ordinal_near(line, 0, len(shape))
                if (
                    ordinal
                    and not BACKGROUND.search(shape, max(0, ordinal.start - 30), ordinal.start)
                    and any(m.kind in ("group", "person", "pair", "country") for m in line.mentions)
                ) or (ordinal and re.search(r"^(?:this|the|it|that|in a) ", shape)):
                    assert ordinal is not None  # noqa: S101
                    main.ordinal = ordinal.value
                    note(main, line, ordinal, "ordinal")
        elif line.sentence.index < 12:
            for found in formats_in(line):
                if (
                    found.value
                    in ("press conference", "dinner", "banquet", "lunch", "welcome ceremony", "signing ceremony")
                    and found.value not in main.formats
                ):
                    main.formats.append(found.value)


_LED = re.compile(
    rf"(?:led|headed|chaired|co-chaired|hosted|attended|represented) by (?P<actors>{ACTORS})|(?P<actors2>{ACTORS})(?:, [^,;.]{{3,90}},)?(?:,? (?:also|jointly|both))* (?:led|headed|chaired|co-chaired|(?:is|are|was|were) (?:leading|heading|chairing)|(?:were|served as|acted as|are) (?:the )?co-chairs)(?!\w)"
    # "co-chaired the event together with Deputy Secretary Chan"
    rf"(?:(?<=chaired)(?: the| this| their)? (?:[a-z'-]+ ){{1,4}}?(?:together with|along with|alongside|with) (?:the |his |her )?(?P<actors3>{ACTORS}))?"
)


_PRESENT = re.compile(
    rf"(?:in the presence of|joined by|flanked by) (?:the )?(?P<actors>{PERSON})|(?P<actors2>{PERSON}) (?:also )?(?:took part|joined (?:them|the (?:talks|meeting|call))|participated|was (?:also )?present|was the host|hosted the (?:talks|meeting)|acted as host|attended the (?:talks|meeting))"
)


_TREAT = re.compile(
    r"(?<!\w)(?:gave|hosted|held|offered) an? (?:[a-z]+ )?(?:lunch|luncheon|dinner|banquet|reception|breakfast) for|hosted the (?:talks|meeting|summit)"
)


# One of these is in all that the three patterns above match.
_JOINING = frozenset(
    [
        "led",
        "headed",
        "chaired",
        "hosted",
        "attended",
        "represented",
        "presence",
        "joined",
        "flanked",
        "part",
        "participated",
        "present",
        "host",
        "gave",
        "held",
        "offered",
    ]
)


# And one of these in each.
_LEADING = frozenset(
    ["led", "headed", "chaired", "hosted", "attended", "represented", "leading", "heading", "chairing", "chairs"]
)
_BEING_THERE = frozenset(
    ["presence", "joined", "flanked", "took", "participated", "present", "host", "hosted", "acted", "attended"]
)
_TREATS = frozenset(["lunch", "luncheon", "dinner", "banquet", "reception", "breakfast", "hosted"])
_SIDE_WAS = re.compile(rf"({GROUP}|{BODY}|{COUNTRY}|{DEMONYM}) (?:side )?(?:was|were|is|being) $")


def _join(main: Encounter, line: Line) -> None:
    """Add who led a side of the meeting, and third parties who were present at it."""
    shape = line.skeleton.shape
    if line.words.isdisjoint(_JOINING):
        return
    for match in () if line.words.isdisjoint(_LEADING) else _LED.finditer(shape):
        spans = [match.span(name) for name in ("actors", "actors2", "actors3") if match[name]]
        side = _SIDE_WAS.search(shape, max(0, match.start() - 13), match.start())
        # Who is known first: "Lazaro and Vice Minister Chen of China were co-chairs" leaves the other country to Lazaro.
        chairs = [mention for span in spans for mention in line.between(*span)]
        for mention in sorted(chairs, key=lambda m: not m.countries):
            member = mention.member
            owner = line.mention(side.group(1)) if side and match["actors"] else None
            if owner and member and member.country is None and len(owner.countries) == 1:
                member.know_country(owner.countries[0])
            if (
                match.group().startswith("hosted")
                and mention.countries
                and country_of(main.place) == mention.countries[0]
            ):
                main.host = main.host or mention.countries[0]
            if member and mention.kind == "person" and member.level in LEVELS and main.level != "leaders":
                if member.country is None:
                    missing = [c for c in main.countries if not any(m.country == c for m in main.members)]
                    if len(missing) == 1:
                        member.know_country(missing[0])
                if member.country in main.countries and member not in main.members:
                    main.members.append(member)
    for match in () if line.words.isdisjoint(_BEING_THERE) else _PRESENT.finditer(shape):
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
    treat = None if line.words.isdisjoint(_TREATS) else _TREAT.search(shape)
    if treat and main.host is None:
        giver = next((m for m in reversed(line.between(0, treat.start())) if m.countries and m.kind == "person"), None)
        if giver and giver.countries[0] not in main.countries and country_of(main.place) == giver.countries[0]:
            main.host = giver.countries[0]


def _date_today(main: Encounter, page: Page) -> None:
    """Date an undated meeting by a "today" or "this morning" elsewhere in the document."""
    if main.date is not None or main.status not in ("held", "") or page.day is None:
        return
    if len(page.day) == 10 and (now := JUST_NOW.search(page.lowered)):
        _date_now(main, page, *now.span())
        return
    quoted: tuple[Line, Found[Mention]] | None = None
    for line in page.lines:
        for position, index in line.skeleton.placed:
            mention = line.mentions[index]
            if (
                mention.date
                and mention.date.kind == "deictic"
                and mention.date.role == "event"
                and page.day
                and mention.date.value == page.day
            ):
                if line.skeleton.shape.count('"', 0, position) % 2:
                    quoted = quoted or (line, Found(mention, position, position + 1))
                    continue  # "this is the state of affairs today": the day of speaking, if nothing better is told
                main.date = mention
                note(main, line, Found(mention, position, position + 1), "start")
                return
    if _date_by_the_lead(main, page):
        return
    if quoted is not None:
        line, found = quoted
        main.date = found.value
        note(main, line, found, "start")
        return
    opening = [line for line in page.lines if not line.headline][:_OPENING] + [
        line for line in page.lines if line.headline
    ]
    for line in main.lines:
        if line not in opening:
            continue
        sentence = line.sentence
        for now in UNDER_WAY.finditer(page.lowered, sentence.start, sentence.end):
            if page.lowered.count('"', sentence.start, now.start()) % 2 == 0 and not _DENIED.search(
                page.lowered, sentence.start, now.start()
            ):
                _date_now(main, page, *now.span())
                return


# "no meeting is planned at this time"
_DENIED = re.compile(r"\b(?:no|not|never|nobody|without)\b")
# So many sentences tell what is the news.
_OPENING = 2


def _date_now(main: Encounter, page: Page, start: int, end: int) -> None:
    """Date a meeting by the document's own day, on the evidence of the words at [start, end)."""
    if page.day is None or len(page.day) < 10:
        return
    year, month, day = map(int, page.day.split("-"))
    now = DateMention(start, end, page.day, None, month, day, None, None, year, "deictic", "event", False)
    main.date = Mention("date", start, end, date=now)
    main.words.append(Words(start, end, "start"))


# "said on Friday", "issued on Monday": the day of the telling
_OF_TELLING = re.compile(
    r"(?<!\w)(?:said|says|told|announced|reported|stated|added|confirmed|wrote|posted|issued|published|updated|released|revealed|quoted|statement|briefing|interview|since|until|before|after|ahead of|from)(?: [a-z]+){0,3}? (?:on |in |late |early |earlier )?\Z"
)
_LEAD = 5


def _date_by_the_lead(main: Encounter, page: Page) -> bool:
    """Date an undated meeting by what its people did on one of the last days: "vowed Wednesday to promote ties".

    Returns:
        Whether it is dated now.
    """
    if page.day is None or len(page.day) < 10:
        return False
    own = set(map(id, main.members))
    for line in [line for line in page.lines if not line.headline][:_LEAD]:
        if not any(
            (m.member and id(m.member) in own) or (m.kind == "group" and not m.countries) for m in line.mentions
        ):
            continue
        for position, index in line.skeleton.placed:
            date = line.mentions[index].date
            if not date or date.role != "event" or date.future or not date.value or len(date.value) < 10:
                continue
            days = (first_day(page.day) - first_day(date.value)).days
            if not 0 <= days <= 3 or (date.kind == "absolute" and days == 0 and position < 40):
                continue  # a page's own date
            if _OF_TELLING.search(line.skeleton.shape, max(0, position - 50), position):
                continue
            main.date = line.mentions[index]
            note(main, line, Found(main.date, position, position + 1), "start")
            return True
    return False


def _meal_before(shape: str, formats: list[Found[str]], position: int) -> str | None:
    """Return the meal that an hour or a length belongs to: "gave a dinner; it lasted two hours from 7:30"."""
    before = [f for f in formats if f.end <= position]
    if not before or before[-1].value not in ("dinner", "lunch", "banquet"):
        return None
    between = shape[before[-1].end : position]
    return None if re.search(r"(?<!\w)(?:summit|meeting|talks|session)(?!\w)", between) else before[-1].value


def _tell(encounter: Encounter, line: Line) -> None:
    shape = line.skeleton.shape
    clock = start_time_in(line, 0, len(shape))
    found_formats = list(formats_in(line))
    if clock and encounter.start_time is None and not _meal_before(shape, found_formats, clock.start):
        encounter.start_time = clock.value
        note(encounter, line, clock, "start_time")
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
    told = 0
    for length in lengths_in(line, 0, len(shape)):
        start, end = line.skeleton.span(length.start, length.end)
        session = None
        # A session's length stands behind its name, and before the next session's.
        clause = max(told, *(shape.rfind(c, 0, length.start) for c in ";.(:"))
        told = length.end
        for found in found_formats:
            if (
                clause < found.start < length.start
                and length.start - found.end < 60
                and found.value in ("small-group", "expanded", "one-on-one", "dinner", "lunch")
            ):
                session = found.value
        session = session or _meal_before(shape, found_formats, length.start)
        if sum(clause < f.start < length.start for f in found_formats) > 1:
            session = None
        encounter.durations.append((length.value, session, Words(start, end, "duration_minutes")))
