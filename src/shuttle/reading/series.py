"""Find the other meetings of a series: the previous one, the tenth session, those that a count lists.

In:   a line of the page and the places where meetings were found in it already.
Out:  Frames without parties of their own: they are those of the meeting that the text speaks of. Rule `meet.noun`.

    "the 10th session of the commission held in Abuja in 2021"
    "the first was held in Washington in 2015"
    "since the last dialogue in January 2023"
    "the next round will be held in Seoul"
    "their third meeting, after New York last September and Phnom Penh last November"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shuttle.reading.details import Found
from shuttle.reading.framing import Frame
from shuttle.reading.page import Line
from shuttle.reading.skeleton import COUNTRY, DATE, PLACE

__all__ = ["series_frames"]

_NUMBER = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|inaugural|initial|\d{1,2} ?(?:st|nd|rd|th))"
_NOUN = r"(?:session|round|edition|meeting|gathering|one|consultations?|discussions?|talks|summit|dialogue|focs?|encounter|conference|commission|committee)"
_OF_WHAT = r"(?: (?:of|between) [^.;,]{2,60}?| at (?:the )?[^.;,]{1,40}? level)?"
_WHEN_WHERE = rf"(?=(?:virtually |online |back )?(?:in|on|at|from|via|by) |{DATE})"
_NUMBERED = re.compile(
    rf"(?<![\w-])the (?P<one>{_NUMBER}(?: such)?(?: (?:[a-z-]+ )?{_NOUN})?{_OF_WHAT}) (?P<how>(?:(?:was|were|being|having been) (?:also |last |initially )?|, )held |held |took place |was convened |met ){_WHEN_WHERE}"
)
_PREVIOUS = re.compile(
    rf"(?<![\w-])(?:the|their) (?P<one>(?:previous|last|preceding|earlier) (?:[a-z-]+ ){{0,2}}?{_NOUN}){_OF_WHAT}(?: (?:was |were )?(?:also )?held| took place| that took place)? {_WHEN_WHERE}"
)
_NEXT = re.compile(
    rf"(?<![\w-])(?:the|their|its) (?P<one>next (?:[a-z-]+ ){{0,2}}?{_NOUN}){_OF_WHAT} (?:will|is to|are to|shall|would|is scheduled to|is expected to) (?:also )?(?:be (?:held|hosted|convened)|take place) {_WHEN_WHERE}"
)
_ITEM = rf"(?:(?:the|those|that|talks|meetings|one|ones|encounters|summits) )*(?:in |at )?(?P<place>{PLACE}|{COUNTRY})(?:,? (?:in|on|last|this|earlier) ?|,? )(?:the )?(?P<date>{DATE})"
_COUNTED = re.compile(
    rf"(?<!\w){_NUMBER} (?:[a-z-]+ ){{0,3}}(?:meeting|summit|talks|encounter|time|face-to-face|conversation)[^.;]{{0,80}}?,? (?:after|following) (?=(?:the|those|that|talks|meetings|one|ones|encounters|summits|in|at| )*(?:{PLACE}|{COUNTRY}))"
)
_LISTED = re.compile(rf"(?:, and |, | and )?{_ITEM}")
_CUES = frozenset(
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "inaugural", "initial",
        "previous", "last", "preceding", "earlier", "next", "eleventh", "twelfth",
        *(f"{n}{end}" for n in range(1, 60) for end in ("st", "nd", "rd", "th")),
        "st", "nd", "rd", "th",
    ]
)  # fmt: skip


# Each pattern with words of which what it matches holds one, the status of what it finds, and whether that was earlier.
_RULES = (
    (_NUMBERED, frozenset(["held", "took", "convened", "met"]), "held", False),
    (_PREVIOUS, frozenset(["previous", "last", "preceding", "earlier"]), "held", True),
    (_NEXT, frozenset(["next"]), "planned", False),
)
_THEREAFTER = frozenset(["after", "following"])


def series_frames(line: Line, used: list[tuple[int, int]]) -> Iterator[Frame]:
    """Yield the frames of a line that name another meeting of a series.

    Args:
        used: [start, end) of the frames found already, in positions of the skeleton; those found here are added.
    """
    if line.words.isdisjoint(_CUES):
        return
    shape = line.skeleton.shape
    for pattern, cues, status, earlier in _RULES:
        for match in () if line.words.isdisjoint(cues) else pattern.finditer(shape):
            span = match.span("one")
            if any(span[0] < end and start < span[1] for start, end in used):
                continue
            used.append(span)
            yield Frame(
                line, span[0], match.end(), "meet.noun", status, [], reference=True, earlier=earlier, series=True
            )
    counted = None if line.words.isdisjoint(_THEREAFTER) else _COUNTED.search(shape)
    position = counted.end() if counted else -1
    while position >= 0 and (item := _LISTED.match(shape, position)):
        mention = line.mention(item["place"])
        place = Found([mention], item.start("place"), item.end("place"))
        date = Found(line.mention(item["date"]), item.start("date"), item.end("date"))
        yield Frame(
            line,
            item.end(),
            item.end(),
            "meet.noun",
            "held",
            [],
            reference=True,
            earlier=True,
            series=True,
            told=(date, place),
        )
        position = item.end()
