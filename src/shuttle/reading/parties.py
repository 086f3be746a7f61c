"""Tell who meets where the words beside a noun do not say: from the rest of the sentence.

In:   a line of the page and the position of a noun ("talks", "summit").
Out:  mentions of the parties: who was there, who told whom, whose "their summit" is.
"""

from __future__ import annotations

import re

from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line
from shuttle.reading.skeleton import DEMONYM, PERSON
from shuttle.reading.subjects import ACTORS

__all__ = ["AT_TALKS", "FOR_TALKS", "LED", "TOLD", "attending", "first_person", "party_to_their", "two_sides"]


def two_sides(parties: list[Mention]) -> bool:
    """Return whether the mentions can be two parties: two countries, or a group that is at least two."""
    codes: set[str] = set()
    for mention in parties:
        if mention.kind == "group":
            return True
        codes.update(mention.countries)
    return len(codes) > 1 or len({id(m.member) for m in parties if m.member}) > 1


_ATTENDING = re.compile(
    rf"(?<!\w)(?:in (?:the )?presence of|attended by|with the participation of|brought together|(?:at|upon|on) the (?:invitation|initiative) of) (?:the )?(?P<actors>{ACTORS}(?: with (?:the )?{ACTORS})?)"
)


_ATTENDANCE = frozenset(["presence", "attended", "participation", "brought", "invitation", "initiative"])


def attending(line: Line, shape: str) -> list[Mention]:
    """Return who a sentence says was there: "The third meeting was held in the presence of A, B and C"."""
    if line.words.isdisjoint(_ATTENDANCE):
        return []
    found = [
        m for match in _ATTENDING.finditer(shape) for m in line.between(match.start("actors"), match.end("actors"))
    ]
    return found if two_sides(found) else []


# "Ban told Machimura at the outset of [talks]"
TOLD = re.compile(
    rf"(?P<a>{PERSON}) (?:also |then )?(?:told|assured|informed|asked|thanked|urged|reminded) (?:{DEMONYM} )?(?P<b>{PERSON})(?!\w)"
)


AT_TALKS = re.compile(r"(?<!\w)(?:at|during|in|after|before)(?: (?:the|their|a|an|of|[a-z-]+)){0,5} \Z")


_THEIR_OWN = re.compile(r"(?<!\w)(?:in|during|at|after|following|for|before) their (?:[a-z'-]+ ){0,4}\Z")


_LISTED_PEOPLE = re.compile(rf"{PERSON}(?:'s?)?(?:(?:, and |, | and ){PERSON})+")


def party_to_their(line: Line, shape: str, start: int) -> list[Mention]:
    """Return whose meeting "their summit" is, if the sentence names them before: "Leaders of A, B and C pledged ..."."""
    if "their" not in line.words or not _THEIR_OWN.search(shape[:start]):
        return []
    for mention in line.between(0, start):
        if mention.kind == "group" and len(mention.countries) > 1:
            return [mention]
    people = _LISTED_PEOPLE.search(shape[:start])
    found = line.between(people.start(), people.end()) if people else []
    return found if len({m.countries for m in found}) > 1 else []


FOR_TALKS = re.compile(
    r"(?<!\w)(?:left|leaves|leave|heads?|headed|heading|arriv\w+|travel\w*|visit\w*|flew|flies|trip|was|is|are|were)(?!\w)[^.;]*(?<!\w)for (?:an? |the )?(?:[a-z-]+ ){0,3}\Z"
)


def first_person(line: Line, position: int) -> list[Mention]:
    """Return the first person named before ``position`` of the line, or an empty list."""
    return [m for m in line.between(0, position) if m.kind == "person"][:1]


LED = re.compile(
    rf"^(?:[a-z]+ )?(?:during|at|in|after|following|before)\b[^.;\"]{{8,120}}?, (?P<actors>{ACTORS}) (?:also |then |jointly )?(?:[a-z]+ed|held)\b"
)
