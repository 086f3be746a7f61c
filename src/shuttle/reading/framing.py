"""One place that says that parties meet, and what it is where one verb tells of several meetings.

In:   a frame as a rule of `frames` found it.
Out:  the same frame, or one for each meeting: "met separately with A and B", "met in Seoul in May and in Rome in June".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shuttle.lexicons.meetings import MeetingNoun
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line
from shuttle.reading.skeleton import COUNTRY, DATE, PLACE

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
        level: at which level those meet, if the words say so ("a meeting of defence ministers").
        earlier: whether the words themselves say that it is another, earlier meeting.
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

    @property
    def parties_are_people(self) -> bool:
        """Whether somebody is named, and not countries alone."""
        return any(m.kind == "person" for m in self.parties)


def apart(frame: Frame) -> Iterator[Frame]:
    """Yield one frame for each guest of "met separately with A and B" and "bilateral meetings with A and B"."""
    shape = frame.line.skeleton.shape[frame.start : frame.end]
    people = [m for m in frame.parties if m.kind == "person"]
    if re.search(
        r" an? (?:[a-z]+ |[\ue200-\ue2ff] ){0,2}(?:leader|counterpart|official|prime minister|president)$", shape
    ):
        return  # nobody in particular
    plural = re.search(r"separate|series of|bilateral (?:meetings|talks)|\bmeetings with|\bcalls with|in turn", shape)
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


_WHERE = rf"(?:in|at) (?:the )?(?:{PLACE}|{COUNTRY})(?:, (?:{PLACE}|{COUNTRY}))?,?"
_AND_AGAIN = re.compile(
    rf" (?:for the [a-z]+ time,? )?(?:{_WHERE} )?(?:in|on) {DATE},? and (?=(?:then |again |later |for the [a-z]+ time,? )*(?:{_WHERE} )?(?:in|on) {DATE})"
)


def again(frame: Frame) -> Iterator[Frame]:
    """Yield the second meeting of "met in Gyeongju in October and in Johannesburg in November"."""
    if frame.rule != "meet.verb" or frame.status != "held":
        return
    match = _AND_AGAIN.match(frame.line.skeleton.shape, frame.end)
    if match:
        yield replace(frame, start=match.end(), end=match.end())


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
