"""Find where the text says that somebody travels to another country.

In:   a page.
Out:  Journeys: who, where to, when, in which class, whether held, planned, postponed or cancelled.

Rules:

    visit.verb   "Prime Minister Takaichi visited Korea in October", "will travel to Tokyo"
    visit.noun   "his state visit to Vietnam", "Lee's visit to Japan last August"
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuttle.lexicons.modality import undoing_words
from shuttle.reading.alternation import one_of
from shuttle.reading.cast import Member
from shuttle.reading.details import Found, forum_near, nearest_date
from shuttle.reading.frame_reading import lies_ahead
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import COUNTRY, DATE, PERSON, PLACE
from shuttle.reading.subjects import subject_of

__all__ = ["Journey", "find_journeys"]


@dataclass(frozen=True, slots=True)
class Journey:
    """One place where the text says that somebody travels.

    Attributes:
        start, end: the words that say so, in positions of the line's skeleton.
        country: alpha-3 code of the country travelled to.
        to: the place, from its smallest part to its largest.
        host: whose home the words say it is.
    """

    line: Line
    start: int
    end: int
    rule: str
    member: Member
    country: str
    to: list[Mention]
    status: str
    visit_class: str | None
    date: Found[Mention] | None
    forum: Found[str] | None
    host: Member | None = None


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
    "due in": ("due",),
    "embark on": ("base",),
    "leave for": ("base",),
    "leaves for": ("third",),
    "left for": ("past", "participle"),
    "depart for": ("base",),
    "departs for": ("third",),
    "departed for": ("past", "participle"),
}
_VERB_CUES = frozenset(words.split(" ", 1)[0] for words in _VERBS)
_NOUN_CUES = frozenset(["visit", "trip", "tour", "journey"])
_CLASSES = "state|official working|working|official|private|goodwill|historic|first|two-day|three-day|four-day|one-day|brief|return"
# "visited Modi's home state of Gujarat": whoever is at home there is the host
_TO = rf"(?: (?:the|central|back to|neighbou?ring))*,? (?:(?P<home>{PERSON})'s? (?:own |native )?home ?(?:[a-z-]+ )?(?:of |in )?(?:the )?(?:[a-z-]+ of )?|(?:\w+ of )?)(?P<to>(?:{PLACE}|{COUNTRY})(?:,? (?:in )?(?:{PLACE}|{COUNTRY}))*)"


_BETWEEN = rf"(?: {PLACE}| {COUNTRY})?(?: (?:on |in the )?{DATE})? "
_PUT_BETWEEN = re.compile(_BETWEEN)


@functools.cache
def _verb() -> re.Pattern[str]:
    verbs = one_of(_VERBS)
    # "is to arrive on Thursday in Luanda", "will leave Bangkok for Phnom Penh"
    words = verbs.replace("\\ ", _BETWEEN)
    return re.compile(rf"(?<![\w'-])(?P<verb>{words}){_TO}")


_NOUN = re.compile(
    rf"(?<![\w-])(?P<class>(?:(?:{_CLASSES}|[a-z-]+) ){{0,4}})(?P<noun>visit|trip|tour|journey)(?:, (?:his|her|its) [a-z ]{{3,30}},)? (?:(?:by|of) (?:the )?(?P<by>{PERSON}) )?(?:this [a-z]+ |{DATE} )?to(?P<rest>{_TO}|(?: (?:the |his |her ))?(?: )?(?P<host>{PERSON}))"
)
# "cancels Pakistan trip", "during his China visit"
_ATTRIBUTIVE = re.compile(
    rf"(?<!\w)(?:his|her|the|an?|planned|upcoming|cancel\w*|postpon\w*|delay\w*|scrap\w*|drops?|dropped|puts? off|calls? off|called off|{PERSON}'s?) (?:[a-z-]+ ){{0,2}}(?P<class>)(?P<to>{COUNTRY}) (?P<noun>visit|trip|tour)(?!\w)(?! to)(?P<by>(?!))?(?P<host>(?!))?"
)
_OWNER = re.compile(rf"(?P<owner>{PERSON})(?:'s?)? (?:[a-z-]+ ){{0,4}}$|(?<!\w)(?P<his>his|her) (?:[a-z-]+ ){{0,4}}$")
_CLASS = re.compile(r"(?<!\w)(state|official working|working|official|private) visit|guest of (?:the )?(government)")
_PURPOSE = re.compile(r"(?:to attend|for|to take part in|to participate in|attending) ")


def find_journeys(page: Page) -> list[Journey]:
    """Return the journeys of a page in the order of the text."""
    found: list[Journey] = []
    for line in page.lines:
        found.extend(_by_verb(page, line))
        found.extend(_by_noun(page, line))
    return [_undone(page, journey) for journey in found]


def _undone(page: Page, journey: Journey) -> Journey:
    """Return a journey that was planned with what became of the plan: "but the trip was cancelled"."""
    if journey.status not in ("planned", "proposed"):
        return journey
    index = journey.line.sentence.index
    shape = journey.line.skeleton.shape[journey.end :]
    if index + 1 < len(page.lines):
        shape += " " + page.lines[index + 1].skeleton.shape[:120]
    match = _off().search(shape)
    return (
        replace(journey, status=undoing_words().get(match["word"] or match["word2"] or "", "cancelled"))
        if match
        else journey
    )


@functools.cache
def _off() -> re.Pattern[str]:
    words = one_of(undoing_words())
    return re.compile(
        rf"(?<![\w-])(?:visit|trip|journey|plan|it)(?: [a-z]+){{0,3}} (?P<word>{words})(?![\w-])|(?<![\w-])(?P<word2>{words}) (?:the|his|her) (?:visit|trip|journey)"
        rf"|(?<![\w-])(?P<off>call(?:ed|s)?) (?:it|(?:the|his|her) (?:visit|trip|journey)) off(?!\w)"
    )


@functools.cache
def _off_at_once() -> re.Pattern[str]:
    """ "[visit to Buhari] scheduled for Friday has been postponed"."""
    return re.compile(
        rf"[^.;,]{{0,60}}? (?:(?:has|have|had) been |was |is |were )?(?:indefinitely )?(?P<word>{one_of(undoing_words())})(?![\w-])"
    )


_DURING = re.compile(r"(?<!\w)(?:during|on|after|following|since|used) (?:his|her|the|their) (?:[a-z-]+ ){0,3}$")
_BY_DOING = re.compile(r", [^,;]*(?<!\w)[a-z]+ed [^,;]*(?<!\w)(?:by|before|after|while) $")
# Between a date and a visit that is off: it is the day on which it was called off.
_SAID_OFF = re.compile(
    r"(?<!\w)(?:after|when|as|since|said|cancel\w*|call\w*|dropped|scrapp\w*|postpon\w*|put off|delay\w*) "
)


_TOOK = re.compile(
    rf"(?<!\w)accepted (?:(?:the|an|his|her|their|{PERSON}(?:'s?)?) )?(?:[a-z]+ )?invitation (?:(?:extended |made )?(?:by|from|of) {PERSON} )?to \Z"
)


def _by_verb(page: Page, line: Line) -> Iterator[Journey]:
    if line.words.isdisjoint(_VERB_CUES):
        return
    shape = line.skeleton.shape
    for match in _verb().finditer(shape):
        start = match.start("verb")
        if re.search(
            r"(?<!\w)(?:last time|last|previous|since|not since|first time since)[^,;]{0,50}$",
            shape[max(0, start - 60) : start],
        ):
            continue  # a journey of long ago, to count from
        forms = _VERBS[_PUT_BETWEEN.sub(" ", match["verb"])]
        status = "planned" if forms == ("due",) else verb_status(shape, start, forms, headline=line.headline)
        if status is None:
            continue
        position = auxiliary_start(shape, start)
        if re.search(
            r"(?<!\w)(?:invit\w+|ask\w*|urg\w+|propos\w+|suggest\w+) [^,;]{0,40}$",
            shape[max(0, position - 60) : position],
        ):
            status = "proposed"
        took = _TOOK.search(shape, 0, position) if "accepted" in line.words else None
        if took:
            # "Kohl has accepted Clinton's invitation to visit Milwaukee": Kohl is to travel
            position, status = auxiliary_start(shape, took.start()), "planned"
        visitors = [m for m in subject_of(page, line, position) if m.member and m.kind == "person"]
        for visitor in visitors:
            assert visitor.member is not None  # noqa: S101
            yield from _draft(page, line, visitor.member, match, status, "visit.verb", match.start(), match.end())


def _by_noun(page: Page, line: Line) -> Iterator[Journey]:
    if line.words.isdisjoint(_NOUN_CUES):
        return
    shape = line.skeleton.shape
    for match in (*_NOUN.finditer(shape), *_ATTRIBUTIVE.finditer(shape)):
        member = _visitor(page, line, match)
        if member is None:
            continue
        before = shape[max(0, match.start() - 80) : match.start("noun")]
        status = "held"
        if re.search(r"(?<!\w)would have been [^.;]{0,30}$", before):
            status = "cancelled"
        if re.search(r"(?:consider\w*|mulling|weighing|propos\w+|suggest\w+) [^.;]{0,40}$", before):
            status = "proposed"
        if re.search(
            r"(?:upcoming|planned|forthcoming|scheduled|future|next|return|ahead of|will|to pay|to make|invited|(?<!at the )(?<!at an )invitation|accept\w*|look\w* forward to|expected|plans?|prepar\w+),? [^.;]{0,60}$",
            before,
        ) and not (_DURING.search(before) or _PAID.search(before)):
            status = "planned"
        undone = _off_at_once().match(shape, match.end())
        if undone:
            status = undoing_words()[undone["word"]]
        if re.search(r"(?:cancel\w+|called off|dropped|scrapped) [^.;]{0,30}$", before):
            status = "cancelled"
        if re.search(r"(?:postpon\w+|put off|delay\w+) [^.;]{0,50}$", before) and not re.search(
            r"(?:make|makes|made|making|pay|pays|paid) (?:an? |his |her )?(?:long-)?delayed (?:[a-z]+ ){0,3}$", before
        ):
            status = "postponed"
        yield from _draft(page, line, member, match, status, "visit.noun", match.start(), match.end())


# "paid a return visit": it was paid, whatever it returned
_PAID = re.compile(
    r"(?<!have )(?<!be )(?<!being )(?<!is )(?<!are )(?:paid|made|undertook|completed|concluded|ended|wrapped up) "
    r"(?:an? |his |her |their |the )?(?:[a-z-]+ ){0,3}$"
)


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
    page: Page,
    line: Line,
    member: Member,
    match: re.Match[str],
    status: str,
    rule: str,
    start: int,
    end: int,
) -> Iterator[Journey]:
    shape = line.skeleton.shape
    group = "to" if match["to"] else "host"
    parts = line.between(match.start(group), match.end(group))
    country = _country(parts)
    if country is None or country == member.country or any(p.place and p.place.kind == "topic" for p in parts):
        return
    date = nearest_date(line, start, end, max(0, start - 40), min(len(shape), end + 60))
    if date and date.end <= start and _BY_DOING.search(shape[date.end : start]):
        date = None  # "Following the decision in March, Kishida responded by visiting Seoul"
    forum = (
        forum_near(line, page.text, end, len(shape))
        if _PURPOSE.search(shape, end) or "sideline" in shape[end:]
        else None
    )
    if status == "held" and date and lies_ahead(date.value, page.day):
        status = "planned"
    if status in ("cancelled", "postponed") and date and _SAID_OFF.search(shape[date.end : match.end()]):
        date = None  # the day of the cancellation
    stated = _CLASS.search(shape[max(0, start - 10) : end + 40])
    visit_class = ("guest of government" if stated[2] else stated[1]) if stated else None
    home = match.groupdict().get("home")
    host = line.mention(home).member if home else None
    yield Journey(
        line, start, end, rule, member, country, parts if match["to"] else [], status, visit_class, date, forum, host
    )


def _country(parts: Sequence[Mention]) -> str | None:
    for mention in reversed(parts):
        if mention.place:
            return mention.place.country
        if mention.countries:
            return mention.countries[0]
    return None
