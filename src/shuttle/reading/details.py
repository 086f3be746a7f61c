"""What a sentence says of a meeting: its day, place, forum, hour, length, number and formats.

Each function looks at one line of the page, at or near given positions of its skeleton, and
returns what it found with the positions of the words that say so.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from shuttle.lexicons.formats import format_words
from shuttle.lexicons.meetings import meeting_nouns
from shuttle.reading.alternation import Phrases, cue_words, one_of
from shuttle.reading.folding import fold
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line
from shuttle.reading.skeleton import ACTOR, BODY, CLOCK, COUNTRY, DATE, DEMONYM, DURATION, FORUM, PAIR, PERSON, PLACE

__all__ = [
    "Found",
    "formats_in",
    "forum_near",
    "lengths_in",
    "nearest_date",
    "ordinal_near",
    "place_near",
    "start_time_in",
]


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with the positions [start, end) of the skeleton that give it."""

    value: T
    start: int
    end: int


_ASIDE = re.compile(r", (?:who|which|whose|where)\b[^,;]*,")


_BOUNDARY = re.compile(r"[;\"]| (?:who|which|that|where|after|before|when|since|while|but|and|having) ")


def _clauses(between: str) -> int:
    """Return how many clause boundaries lie in a passage, asides that are closed again not counted."""
    plain = _ASIDE.sub("", between) if ", wh" in between else between
    return len(_BOUNDARY.findall(plain))


_STAMP = re.compile(r"(?:^|\n| )(?:date|published|updated|posted|release time|last updated) ?:? ?$")


# "NAY PYI TAW, [November 23, 2013] The joint commission ...": when the report was written
_DATELINED = re.compile(rf"(?:{PLACE}|[a-z. ]{{3,30}})(?:, (?:{COUNTRY}|[a-z.]+))?, ")


# "since 2005, when Roh and Koizumi [met]": the date of the clause it opens, whatever it was to the one before.
_WHEN = re.compile(
    rf"^,? when (?:the |both )?{ACTOR}(?:'s?)?(?:(?:,? and|,) (?:the )?{ACTOR})* (?:also |last |first )?$"
)
# "the road map signed in July": the date of a paper, an office, a foundation.
_DATED_OTHERWISE = re.compile(
    r"(?<!\w)(?:signed|adopted|issued|established|founded|inaugurated|enacted|ratified|launched|appointed|elected|born|dated)(?: (?:back )?(?:in|on|from))? $"
)


# ... but "signed in July at the [summit]": of both.
_AT_IT = re.compile(r",? (?:at|during) (?:an?|the|their|our) (?:(?!(?:of|for|in|to|and) )[a-z'-]+ ){0,5}")


# "the agreement concluded in March"; but "the session was concluded on 7 June" dates the session.
_PAPER_CONCLUDED = re.compile(
    r"(?<!\w)(?:agreement|accord|treaty|pact|deal|memorandum|contract|convention|arrangement|protocol)s? [^.;]{0,50}concluded(?: (?:in|on))? $"
)


_OTHER_EVENT = re.compile(rf"(?<!\w)(?:before|after|until|since|when|as) (?:he|she|they|it|{ACTOR}) [^,;]{{0,50}}$")
_SAYING = re.compile(
    r"(?<!\w)(?:said|announced|reported|stated|added|says|confirmed)(?: on| late| early)*(?: that)? $|"
    r"(?<!\w)(?:through|in|via|at|during) (?:an?|the|its|his|her) (?:[a-z-]+ ){0,2}(?:release|statement|briefing|news conference|press conference|interview|post|tweet|address|speech) (?:[a-z]+ ){0,2}$"
)
# "preparations for the [April 22] leaders' summit", but "met at the [April 22] summit".
_OF_A_NOUN = re.compile(r"(?<!\w)(?:for|regarding|about|of|on|before|after|concerning|towards?) (?:the|this|a) $")


# Words of which one is in what the pattern of a like name matches.
_STAMPS = frozenset(["date", "published", "updated", "posted", "time"])
_FOUNDED = frozenset(
    [
        "signed", "adopted", "issued", "established", "founded", "inaugurated", "enacted", "ratified", "launched",
        "appointed", "elected", "born", "dated",
    ]
)  # fmt: skip
_EVENT_CUES = frozenset(["before", "after", "until", "since", "when", "as"])
_BEFORE_A_NOUN = re.compile(r"(?:'s)? [a-z]")
_OF_A_YEAR = re.compile(r"\b(?:since|the|of) $")
_ASIDE_OPENED = re.compile(r", (?:who|which|whose|where)\b[^,;]*$")
_CLOSED_SOON = re.compile(r"[^,;]{0,60},")
_BEFORE_OR_AFTER = re.compile(
    r"(?:^|[ ,])(?:since|after|before|until|ahead of|following) [^,;]{0,45}$|(?:ends|ended|end|concludes?|concluded|closes|closed|runs until|lasts until)(?: on)? $"
)


def _dates_nothing(mention: Mention) -> bool:
    """Return whether a date counts from an event that has none: "three months after she visited Korea"."""
    date = mention.date
    return date is not None and date.kind == "offset" and date.value is None and date.when is None


def nearest_date(line: Line, start: int, end: int, low: int, high: int, *, reach: int = 180) -> Found[Mention] | None:
    """Return the date in [low, high) that belongs to what stands at [start, end): the nearest that can date an event.

    Args:
        reach: how far away it may stand, in positions; clause boundaries count as distance.
    """
    if "date" not in line.skeleton.kinds:
        return None
    best: tuple[float, Found[Mention]] | None = None
    stamped, other_event, dated = (not line.words.isdisjoint(cues) for cues in (_STAMPS, _EVENT_CUES, _FOUNDED))
    for position, mention in _signs(line, "date", low, high):
        dates_this = bool(_WHEN.match(line.skeleton.shape[position + 1 : start])) if position < start else False
        if mention.date is None or (mention.date.role != "event" and not dates_this):
            continue
        if _dates_nothing(mention):
            continue  # "less than three months after ...": it dates nothing by itself
        if dates_this:
            return Found(mention, position, position + 1)
        if (
            dated
            and _DATED_OTHERWISE.search(line.skeleton.shape[max(0, position - 30) : position])
            and not _AT_IT.fullmatch(line.skeleton.shape, position + 1, max(start, position + 1))
        ):
            continue
        if "concluded" in line.words and _PAPER_CONCLUDED.search(line.skeleton.shape[max(0, position - 90) : position]):
            continue
        if (
            position >= end
            and _BEFORE_A_NOUN.match(line.skeleton.shape, position + 1)
            and _OF_A_NOUN.search(line.skeleton.shape[max(0, position - 30) : position])
        ):
            continue
        if mention.date.kind == "year" and _OF_A_YEAR.search(line.skeleton.shape[max(0, position - 7) : position]):
            continue
        if any(_dates_nothing(offset) for _, offset in _signs(line, "date", min(end, position), max(start, position))):
            continue  # "took place three months after she visited Korea [in October]"
        gap = max(position - end if position >= end else start - position, 0)
        if line.sentence.index < 6 and _DATELINED.fullmatch(line.skeleton.shape, 0, position):
            continue
        if stamped and _STAMP.search(line.skeleton.shape[max(0, position - 14) : position]):
            continue  # a page's own date line
        before = line.skeleton.shape[max(0, position - 60) : position]
        other = _OTHER_EVENT.search(before) if other_event else None
        if other and not max(0, position - 60) + other.start() <= start < position:
            continue  # the date of another event
        # A date that follows is preferred to one as far before; another clause is further than it looks.
        between = line.skeleton.shape[end:position] if position >= end else line.skeleton.shape[position:start]
        shape = line.skeleton.shape
        aside = _ASIDE_OPENED.search(shape[:position]) if ", wh" in shape else None
        outside = aside is not None and not aside.start() <= start < position
        if outside and _CLOSED_SOON.match(shape, position + 1):
            continue  # inside an aside
        cost = gap + 25 * _clauses(between) + (6 if position < start else 0)
        if position >= end and _BEFORE_OR_AFTER.search(between):
            continue  # the date of what came before or after
        if position >= end and _SAYING.search(between):
            continue  # "confirmed the summit in a press release on Tuesday"
        if mention.date.value is not None and len(mention.date.value) == 4 and gap > 30:
            continue  # a bare year dates what stands beside it
        if best is None or cost < best[0]:
            best = (cost, Found(mention, position, position + 1))
    return best[1] if best and best[0] <= reach else None


_AT = re.compile(
    r"[iatnofv](?<!\w.)(?:(?<=i)n|(?<=a)t|(?<=t)o|(?<=n)ear|(?<=o)utside|(?<=f)rom|(?<=i)nside|(?<=a)round|(?<=i)n front of|(?<=v)isit(?:ed|s|ing)?)"
    rf"(?: the| an?| his| her| its| their| central| downtown| nearby| southern| northern| eastern| western| ancient| historic)* (?:(?:the |{DEMONYM} |{PLACE} |[a-z-]+ ){{0,4}}?(?:city|town|resort|capital|village|province|port|state|island|suburb|district)(?: city)?(?: of|,)? )?(?:[a-z'-]+ (?:of|in) |(?:[a-z'-]+ ){{1,4}}?(?:hotel|palace|hall|centre|center|house|villa|building|office|residence|resort|mansion|castle|ministry|base|airport|complex),? (?:in |on |near )?)?(?:the )?(?:(?:[a-z]+ ){{0,2}}[a-z]+'s |{PERSON}'s? |{COUNTRY}'s? )?(?P<place>{PLACE}|{COUNTRY})(?P<more>(?:,? (?:in |on |near |of )?(?:the )?(?:{PLACE}|{COUNTRY}))*)"
)
_ANOTHER_HELD = re.compile(
    r"(?<!\w)(?:consultations?|summit|conference|forum|meeting|session|elections?|games|dialogue|talks|festival|exhibition|expo)(?: of [^,;]{2,40})? (?:to be|which will be|that will be|scheduled to be|due to be) (?:held|hosted|convened)(?!\w)"
)
_WHAT_ABOUT = re.compile(r"(?<!\w)(?:to (?!the |a )[a-z]+|about|regarding|concerning|discussing|including) ")
# "at [the Maldivian Presidential Office]"
_AT_BODY = re.compile(rf"(?<!\w)(?:at|in|inside) (?:the )?(?P<house>{BODY})")
_HOUSE = re.compile(r"(?:palace|office|residence|ministry|house|mansion|embassy|parliament)\Z", re.IGNORECASE)


_FORUM_BEFORE = re.compile(rf"{FORUM} $")
_ASIDE_OF_SOMEBODY = re.compile(r", (?:who|which|whose)\b[^,;]*$")
_TRAVELLED = re.compile(
    r"(?:visit|trip|travel\w*|flew|arriv\w*|came|went|visits) (?:[a-z-]+ ){0,3}$|(?:welcom\w*|received) [^,;]{0,60}$"
)
_TO_HOLD = re.compile(r"^[^,;.]{0,60} for (?:[a-z-]+ ){0,3}$")
_MATTER_OF = re.compile(
    r"(?:situation|war|conflict|peace|fighting|crisis|developments?|elections?|interests|invest\w*|relations|stability|ceasefire|hostages|escalation|progress|democracy|events|troops|violence|people|invasion|reconstruction) $"
)


def place_near(
    line: Line, start: int, end: int, low: int, high: int, *, strict: bool = False
) -> Found[list[Mention]] | None:
    """Return the place, from its smallest part to its largest, where what stands at [start, end) is held.

    Args:
        strict: take only a place that follows at once.
    """
    shape = line.skeleton.shape
    best: tuple[float, Found[list[Mention]]] | None = None
    placed = "place" in line.skeleton.kinds or "country" in line.skeleton.kinds
    for match in _AT.finditer(shape, low, high) if placed else ():
        parts = line.between(match.start("place"), match.end())
        parts = [m for m in parts if not (m.place and m.place.kind == "topic")]
        if not parts:
            continue
        preposition = match.group().split(" ", 1)[0]
        if (
            match.start() < start
            and "forum" in line.skeleton.kinds
            and _FORUM_BEFORE.search(shape, max(0, match.start() - 2), match.start())
            and ", " in shape[match.end() : start]
        ):
            continue  # "With the G20 in South Africa, they met for the third time"
        after = match.start() >= end
        gap = match.start() - end if after else start - match.end()
        gap = max(gap, 0)
        between = shape[end : match.start()] if after else shape[match.end() : start]
        if (
            ", wh" in between
            and (_ASIDE_OPENED if after else _ASIDE_OF_SOMEBODY).search(between)
            and _CLOSED_SOON.match(shape, match.end())
        ):
            continue  # inside an aside
        cost = gap + 30 * _clauses(between) + (0 if after else 8)
        if preposition == "to":
            if not _TRAVELLED.search(shape[: match.start()]):
                continue
            cost += 15
        if preposition in ("from", "around", "near"):
            continue
        if preposition.startswith("visit") and (after or not _TO_HOLD.match(between)):
            continue  # only "visited Japan for talks" places the talks
        if not any(m.countries or (m.place and m.place.country) for m in parts):
            cost += 100  # a house by its name alone: nobody knows where
        if all(m.kind == "country" for m in parts):
            cost += 30
            if after and _WHAT_ABOUT.search(between):
                continue  # "met to discuss ... and the minority in Lithuania"
            if _MATTER_OF.search(shape[max(0, match.start() - 40) : match.start()]):
                continue
        if after and _ANOTHER_HELD.search(between):
            continue  # "discussed preparations for the consultation to be held in Brunei"
        if (strict and (not after or gap > 25)) or '"' in between:
            continue
        if best is None or cost < best[0]:
            best = (cost, Found(parts, match.start("place"), match.end()))
    if (best is None or all(m.kind == "country" for m in best[1].value)) and "body" in line.skeleton.kinds:
        for match in _AT_BODY.finditer(shape, end, min(high, end + 90)):
            house = line.mention(match["house"])
            if house.countries and _HOUSE.search(house.label) and not _clauses(shape[end : match.start()]):
                return Found([house], match.start("house"), match.end())
    return best[1] if best and best[0] < 160 else None


_BESIDE = re.compile(
    rf"(?:(?:on|at|in|along) (?:the )?(?:sidelines?|margins?|fringes?|occasion|sideline) of|beside|alongside) (?:the |an? |this |last |next )?(?:[a-z0-9'-]+ |{DATE}(?:'s)? |{PLACE} |{COUNTRY}(?:'s)? ){{0,5}}(?P<forum>{FORUM})"
)
_BESIDE_OTHER = re.compile(
    r"(?:on|at|in|along) (?:the )?(?:sidelines?|margins?|fringes?) of (?:the |an? )?(?P<forum>[^,.;]{3,70}?)(?= (?:in|on|at|last|this|held|earlier|later|where|that|and|when)\b|[,.;]|$)"
)
_FOR_FORUM = re.compile(
    rf"(?:to attend|attending|attended|for|during|at|amid|alongside|after|following|after attending|in connection with|participat\w+ in|take part in|took part in|joined) (?:the |an? |this year's |last year's )?(?:[a-z0-9'-]+ |{DATE}(?:'s)? |{PLACE} |{COUNTRY}(?:'s)? ){{0,3}}(?P<forum>{FORUM})"
)


_PAIR_FORUM = re.compile(
    rf"(?:on the (?:occasion|sidelines|margins) of|to attend|attending|for) (?:the )?(?P<forum>{PAIR}(?: [a-z']+){{0,2}} (?:summit|meeting|conference|summit meeting))(?!\w)"
)


_SIDES = frozenset(["sideline", "sidelines", "margin", "margins", "fringe", "fringes"])
_THE_EVENT = re.compile(
    r"(?:the |this |that )?(?:event|summit|meeting|gathering|conference|forum|talks|occasion|bilateral)"
)
_SOMEBODY = re.compile(f"{PERSON}|{COUNTRY} [a-z]+ed ")
_ANOTHER_CLAUSE = re.compile(r" (?:after|before|since|when|who|that|where|which|ahead of) ")


def forum_near(line: Line, text: str, low: int, high: int, *, after: int | None = None) -> Found[str] | None:
    """Return the forum beside which something in [low, high) was held, by its name or in the words of ``text``.

    Args:
        after: where given, a forum that somebody else attends, named after this position, is passed over.
    """
    shape, kinds = line.skeleton.shape, line.skeleton.kinds
    match = _BESIDE.search(shape, low, high) if "forum" in kinds else None
    if match:
        return Found(_forum_name(line, match), match.start("forum"), match.end("forum"))
    other = None if line.words.isdisjoint(_SIDES) else _BESIDE_OTHER.search(shape, low, high)
    if other:
        start, end = line.skeleton.span(other.start("forum"), other.end("forum"))
        if _THE_EVENT.fullmatch(other["forum"]):
            # "the sidelines of the event": the forum named before.
            named = [m for m in line.between(0, other.start()) if m.forum]
            return (
                Found(named[-1].forum.name, other.start("forum"), other.end("forum"))
                if named and named[-1].forum
                else None
            )
        return Found(" ".join(text[start:end].split()), other.start("forum"), other.end("forum"))
    pair = _PAIR_FORUM.search(shape, low, high) if "pair" in kinds else None
    if pair:
        start, end = line.skeleton.span(pair.start("forum"), pair.end("forum"))
        return Found(" ".join(text[start:end].split()), pair.start("forum"), pair.end("forum"))
    match = _FOR_FORUM.search(shape, low, high) if "forum" in kinds else None
    if match and after is not None and _SOMEBODY.search(shape[min(after, match.start()) : match.start()]):
        return None  # somebody else's journey to the forum
    if match and not _ANOTHER_CLAUSE.search(
        shape[max(low, after or 0) if after is not None and after <= match.start() else low : match.start()],
    ):
        return Found(_forum_name(line, match), match.start("forum"), match.end("forum"))
    return None


def _forum_name(line: Line, match: re.Match[str]) -> str:
    mention = line.mention(match["forum"])
    assert mention.forum is not None  # noqa: S101
    return mention.forum.name


def _signs(line: Line, kind: str, low: int, high: int) -> Iterator[tuple[int, Mention]]:
    if kind not in line.skeleton.kinds:
        return
    for position, index in line.skeleton.placed:
        if low <= position < high and line.mentions[index].kind == kind:
            yield position, line.mentions[index]


_START = re.compile(
    rf"(?:(?:commenc|start|begin|beginn)\w* (?:at |from )?(?:about |around |approximately )?|from |began at |started at |at (?:about |around |approximately )?|, )(?P<clock>{CLOCK})"
)


def start_time_in(line: Line, low: int, high: int) -> Found[str] | None:
    """Return the hour at which a meeting in [low, high) began."""
    if "clock" not in line.skeleton.kinds:
        return None
    shape = line.skeleton.shape
    best = None
    for match in _START.finditer(shape, low, high):
        mention = line.mention(match["clock"])
        if mention.clock is None:
            continue
        strong = re.match(r"commenc|start|begin|began", match.group())
        if best is None or strong:
            best = Found(mention.clock.value, match.start("clock"), match.end("clock"))
            if strong:
                break
    return best


_LENGTH = re.compile(
    rf"(?:for (?:about |approximately |around |nearly |almost |more than |over |some |at least |just over |roughly |close to |the |an? |little over )*|"
    rf"(?:last|went on|ran|run|took|continu|span|extend)\w* (?:on |to )?(?:for )?(?:about |approximately |around |nearly |almost |more than |over |some |at least |just over |roughly |close to |beyond |up to |an? |little )*|"
    rf"(?:about|approximately|around|nearly|almost|more than|over|an?|the|their|lengthy|marathon|held|hold|holds|rare|in|of|after) ?)(?P<length>{DURATION})"
    rf"(?P<what>[ -](?:long |[a-z-]+ ){{0,3}}(?:meeting|summit|talks|call|conversation|discussion|dialogue|session|encounter|phone call))?"
)


def lengths_in(line: Line, low: int, high: int) -> Iterator[Found[int]]:
    """Yield the lengths in minutes that sentences give to a meeting or to a part of one."""
    shape = line.skeleton.shape
    if "duration" not in line.skeleton.kinds:
        return
    for match in _LENGTH.finditer(shape, low, high):
        mention = line.mention(match["length"])
        if mention.duration is None:
            continue
        lead = match.group().split(match["length"])[0]
        if re.search(r"(?<!\w)(?:set|scheduled|planned|slated|meant|expected|supposed) \Z", shape[: match.start()]):
            continue  # "initially set for 30 minutes but extended to 80"
        if not match["what"] and re.match(
            r"(?:about|approximately|around|nearly|almost|more than|over|an?|the|their|in|of|after) ?$", lead
        ):
            continue
        yield Found(mention.duration.minutes, match.start("length"), match.end("length"))


_NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"maiden": 1, "inaugural": 1}
# "the VII Meeting of the Permanent Mechanism"
_ROMAN = {
    tens + ones: 10 * count + number
    for count, tens in enumerate(["", "x", "xx", "xxx"])
    for number, ones in enumerate(["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"])
    if tens + ones not in ("", "i", "v", "x")
}


@functools.cache
def _ordinal_cues() -> frozenset[str]:
    counted = (f"{number}{ending}" for number in range(1000) for ending in ("st", "nd", "rd", "th"))
    return frozenset((*_NUMBERS, *_ROMAN, *counted))


@functools.cache
def _ordinal() -> re.Pattern[str]:
    nouns = one_of({*meeting_nouns(), "time", "edition", "interaction", "interactions", "contact"})
    words = "|".join(_NUMBERS)
    return re.compile(
        rf"(?<![\w-])(?P<number>{words}|(?P<roman>{one_of(_ROMAN)})(?= )|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))(?P<between>(?:,? (?:(?:[a-z][a-z'-]*|2\+2|{ACTOR}|{FORUM}|{PAIR})(?:'s?)?)){{0,6}}?) (?P<noun>{nouns})(?![\w-])"
    )


_COUNTS_OTHERS = re.compile(
    r" (?:of(?! the)|day|half|round of|anniversary|phase|since|visit|trip|to|in|on|for|with|leg|stop|part|term|foreign(?! minister)|person|leader|president|minister)(?![\w'-])"
)
_OF_A_MONTH = re.compile(r"(?<!\w)(?:on|of|from|until|by) the $")
_NOT_COUNTED = re.compile(r" (?:about|at|in|of|with|the|to|and|for|that|after|before|during) ")
_SINCE_THEN = re.compile(rf"[^.;]{{0,70}}? since [^.;]{{0,120}}? in {DATE}")
_SINCE_IN_OFFICE = re.compile(
    r"[^.;]{0,90}? since [^.;]{0,60}?(?:took|taking|assum|inaugurat|came|coming|becoming|became|launch)"
)
_IN_YEARS = re.compile(
    rf"[^.;]{{0,70}}? (?:since (?!taking|assuming|he |she |they |(?:his|her|their) (?!(?:last |previous |first )?(?:meeting|summit|talks|encounter))|the inauguration|coming|becoming|{ACTOR})|in (?:more than |nearly |over |almost |about |\w+ )?(?:a decade|\w+ years|\w+ months|\d+)|at that level)"
)
_OF_MEETING = re.compile(r"met|meet|meeting|spoke|talks|summit|held|face")


def ordinal_near(line: Line, low: int, high: int) -> Found[int] | None:
    """Return the number of a meeting among its like: 3 for "the third meeting between the two".

    "The first visit in 24 years" and "the first such meeting since 2000" count from a date, not
    from the beginning, and give nothing; nor does "the first day of the summit".
    """
    if line.words.isdisjoint(_ordinal_cues()):
        return None
    shape = line.skeleton.shape
    for match in _ordinal().finditer(shape, low, high):
        between, tail = match["between"], shape[match.end() : match.end() + 90]
        if not between.startswith(" round of ") and _COUNTS_OTHERS.search(between + " "):
            continue
        if (
            match["digits"]
            and _OF_A_MONTH.search(shape[max(0, match.start() - 12) : match.start()])
            and _NOT_COUNTED.search(between + " ")
        ):
            continue  # "on the 13th about the summit": a day
        if match["roman"] and not _COUNTED_IN_ROMAN.search(shape[max(0, match.start() - 12) : match.start()]):
            continue  # "World War II", "Article IV consultations"
        if "forum" in line.skeleton.kinds and _counts_forum(line, match):
            continue
        if _BESIDE_IT.search(shape, max(0, match.start() - 24), match.start()):
            continue  # "on the sidelines of the ninth summit of the three": its number
        if match["digits"]:
            number = int(match["digits"])
        else:
            number = (_ROMAN if match["roman"] else _NUMBERS)[match["number"]]
        if number == 1 and (
            " since " in tail
            and _SINCE_THEN.match(shape, match.end(), match.end() + 200)
            and not _SINCE_IN_OFFICE.match(tail)
        ):
            continue  # "the first since Clinton and Assad sat down in 2000"
        if number == 1 and _IN_YEARS.match(tail):
            continue
        if match["noun"] == "time" and not _OF_MEETING.search(tail + shape[max(0, match.start() - 60) : match.start()]):
            continue
        return Found(number, match.start("number"), match.end("noun"))
    return None


_COUNTED_IN_ROMAN = re.compile(
    r"(?:^|[\",:;] |(?<!\w)(?:the|their|its|this|for|conclude|concluded|hold|held|holds|at|of) )\Z"
)
_BESIDE_IT = re.compile(r"(?<!\w)(?:sidelines?|margins?|fringes?) of (?:the|this|a|an) \Z")
_OF_FORUM = re.compile(rf" of (?:the )?(?P<forum>{FORUM})")
_FORUM = re.compile(FORUM)


def _counts_forum(line: Line, match: re.Match[str]) -> bool:
    """Return whether a number counts the sessions of a forum of many: "the 78th session of the General Assembly"."""
    own = _OF_FORUM.match(line.skeleton.shape, match.end())
    signs = [*_FORUM.findall(match["between"]), *([own["forum"]] if own else [])]
    return any(not (forum := line.mention(sign).forum) or not forum.parties for sign in signs)


@functools.cache
def _formats() -> Phrases:
    return Phrases(format_words())


@functools.cache
def _format_cues() -> frozenset[str]:
    return cue_words(format_words())


_TOURED = re.compile(r"(?<!\w)(?:visit|tour|stroll|walk|explor)\w* (?:[a-z-]+ ){0,3}$")


@functools.lru_cache(maxsize=4096)
def _format_of_name(label: str) -> str | None:
    named = _formats().search(fold(label).lower())
    return format_words()[named.group()].name if named else None


def formats_in(line: Line, low: int = 0, high: int | None = None) -> Iterator[Found[str]]:
    """Yield the formats that are named in [low, high) of a line."""
    shape = line.skeleton.shape
    for match in (
        ()
        if line.words.isdisjoint(_format_cues())
        else _formats().finditer(shape, low, len(shape) if high is None else high)
    ):
        yield Found(format_words()[match.group()].name, match.start(), match.end())
    for position, mention in _signs(line, "place", low, len(shape) if high is None else high):
        # "visited Horyuji Temple": the word is part of a name.
        named = _format_of_name(mention.label)
        if named and _TOURED.search(shape[max(0, position - 30) : position]):
            yield Found(named, position, position + 1)
