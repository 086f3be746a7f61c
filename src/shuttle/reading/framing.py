"""One place that says that parties meet, and what it is where one verb tells of several meetings.

In:   a frame as a rule of `frames` found it.
Out:  the same frame, or one for each meeting: "met separately with A and B", "met in Seoul in May and in Rome in June".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shuttle.lexicons.meetings import MeetingNoun
from shuttle.reading.details import Found
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line
from shuttle.reading.skeleton import ACTOR, COUNTRY, DATE, FORUM, PLACE

__all__ = ["Frame", "again", "apart", "each"]


@dataclass(slots=True)
class Frame:
    """One place where the text says that parties meet.

    Attributes:
        start, end: the words that say so, in positions of the line's skeleton.
        parties: mentions of the parties, in order; empty for "the meeting".
        status: held, planned or proposed; empty where the words name a meeting without saying
            whether it has happened.
        mode_stated: whether the words say how, or the verb alone suggests it ("spoke").
        reference: whether it only takes up a meeting named elsewhere ("the summit").
        host: the party that received the others, if the words say so.
        series: whether it is named as another of a series: "the tenth session", "the next round".
        told: its day and place, where the frame itself holds them.
        level: at which level those meet, if the words say so ("a meeting of defence ministers").
        earlier: whether the words themselves say that it is another, earlier meeting.
        further: whether it is one more occasion of a verb that told of another: what stands before is the other's.
        pairwise: whether three or more met two at a time: "bilateral meetings between the three leaders".
    """

    line: Line
    start: int
    end: int
    rule: str
    status: str
    parties: list[Mention]
    noun: MeetingNoun | None = None
    mode: str | None = None
    reference: bool = False
    host: Mention | None = None
    earlier: bool = False
    level: str | None = None
    mode_stated: bool = True
    series: bool = False
    told: tuple[Found[Mention], Found[list[Mention]]] | None = None
    pairwise: bool = False
    further: bool = False

    @property
    def parties_are_people(self) -> bool:
        """Whether somebody is named, and not countries alone."""
        return any(m.kind == "person" for m in self.parties)

    @property
    def faceless(self) -> bool:
        """Whether it is a meeting of the same countries of which nothing says who was there: "the tenth session"."""
        return self.series and self.told is None and not self.line.skeleton.shape[: self.start].endswith("their ")


_SOMEBODY = ("leader", "counterpart", "official", "prime minister", "president")
_NOBODY_NAMED = re.compile(rf" an? (?:[a-z]+ |[\ue200-\ue2ff] ){{0,2}}(?:{'|'.join(_SOMEBODY)})$")
_ONE_EACH = re.compile(r"separate|series of|bilateral (?:meetings|talks)|\bmeetings with|\bcalls with|in turn")


def apart(frame: Frame) -> Iterator[Frame]:
    """Yield one frame for each guest of "met separately with A and B" and "bilateral meetings with A and B"."""
    shape = frame.line.skeleton.shape[frame.start : frame.end]
    people = [m for m in frame.parties if m.kind == "person"]
    if shape.endswith(_SOMEBODY) and _NOBODY_NAMED.search(shape):
        return  # nobody in particular
    plural = _ONE_EACH.search(shape)
    lands = list(dict.fromkeys(m.countries for m in people))
    for group in frame.parties:
        if plural and group.kind == "group" and len(group.countries) > 1 and "counterparts" in group.label and people:
            # "bilateral meetings with counterparts from Greece, Finland and Korea": one with each
            for code in group.countries:
                other = replace(group, kind="country", countries=(code,))
                yield replace(frame, parties=[*people, other], level=frame.level or people[0].level)
            return
    if not plural or len(lands) < 3 or len(people) != len(frame.parties):
        yield frame
        return
    yield from each(frame)


_DATE = re.compile(DATE)
_LANDS = rf"(?:{PLACE}|{COUNTRY})(?:,? (?:{PLACE}|{COUNTRY}))?"
_THERE = rf"(?:the )?{_LANDS}"
_WHERE = rf"(?:in|at) {_THERE},?"
_BESIDE = (
    r"(?:,? (?:beside|alongside|during|at|(?:on|at|in) the (?:sidelines|margins|fringes|edges) of) "
    rf"(?:the |an? )?(?:[a-z0-9]+ )?{FORUM}(?: (?!in |at |on |and )[a-z]+)?,?)"
)
_ONCE_MORE = r"(?:then |again |later |once more |before that |another (?:one |meeting |time )?|for the [a-z]+ time,? )*"
# Where and when one of several meetings was.
_OCCASION = (
    rf"(?:{_WHERE}(?:{_BESIDE})? (?:in |on )?{DATE}|{_THERE} (?:in|on) {DATE}|(?:in|on) {DATE}(?: {_WHERE})?"
    rf"|{DATE} {_WHERE})"
)
# "[met in Moscow in 1996] and in Denver last June", "[met in June in Sunnylands], in November in Beijing",
# "[held a summit in Tokyo in August] and another in Busan in September"
_AND_AGAIN = re.compile(rf",? (?:and )?(?P<once>{_ONCE_MORE})(?={_OCCASION})")
_WHEN_AND_WHERE = re.compile(
    rf"(?: (?:with|between|of) (?:the )?{ACTOR}(?:(?:,|,? and) (?:the )?{ACTOR})*)?(?: (?:once|twice|[a-z]+ times|for the [a-z]+ time)[,:]?)?(?:{_BESIDE})?(?: {_WHERE})?(?:{_BESIDE})?"
    rf"(?: (?:in |on )?{DATE})?(?: {_WHERE})?(?:{_BESIDE})?,?"
)
_FURTHER = re.compile(rf"(?:{_THERE}|{_WHERE})?(?:{_BESIDE})?(?: ?(?:in |on )?{DATE})?(?: {_WHERE})?(?:{_BESIDE})?,?")


# "[in Gyeongju in October] and Johannesburg in November"
_BARE = re.compile(rf"(?:the )?(?P<place>{_LANDS}) (?:in|on) (?P<date>{DATE})")


def _told(line: Line, bare: re.Match[str]) -> tuple[Found[Mention], Found[list[Mention]]]:
    place = Found(line.between(*bare.span("place")), *bare.span("place"))
    return Found(line.mention(bare["date"]), *bare.span("date")), place


def again(frame: Frame) -> Iterator[Frame]:
    """Yield the further meetings of "met in Gyeongju in October and in Johannesburg in November"."""
    if frame.rule not in ("meet.verb", "meet.held", "meet.noun") or frame.status not in ("held", ""):
        return
    shape = frame.line.skeleton.shape
    first = _WHEN_AND_WHERE.match(shape, frame.end)
    if not first or not _DATE.search(first.group()):
        return
    position = first.end() - first.group().endswith(",")
    while match := _AND_AGAIN.match(shape, position):
        bare = _BARE.match(shape, match.end())
        # "for the second time" counts this one.
        told_apart = _told(frame.line, bare) if bare else None
        yield replace(frame, start=match.start("once"), end=match.end(), told=told_apart, further=True)
        told = _FURTHER.match(shape, match.end())
        if not told or not told.group():
            return
        position = told.end() - told.group().endswith(",")


def each(frame: Frame) -> Iterator[Frame]:
    """Yield a meeting for each country the guests are from: "He also met Merz and Macron", one after the other."""
    people = [m for m in frame.parties if m.kind == "person"]
    lands = list(dict.fromkeys(m.countries for m in people))
    if len(lands) < 3 or len(people) != len(frame.parties):
        yield frame
        return
    first = [m for m in people if m.countries == lands[0]]
    for land in lands[1:]:
        yield replace(frame, parties=[*first, *(m for m in people if m.countries == land)])
