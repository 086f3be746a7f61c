"""Find what was arranged without a verb that binds a subject: signed, set up, or accepted.

In:   a line of a page, and the main encounter.
Out:  Bonds of those who met: "the signing of 17 agreements", "talks on a hotline will continue", "invited him to come
      in May. He accepted."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shuttle.reading.binding import CONDITION, Bond
from shuttle.reading.encounters import Encounter
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import BODY, COUNTRY, PERSON
from shuttle.reading.subjects import countries_of

__all__ = ["accepted", "arranged", "decided", "signed"]


# "culminating in the signing of 17 cooperation agreements", but not "ahead of the signing"
_SIGNING = re.compile(
    r"(?<!\w)(?<!for )(?<!of )(?<!before )(?<!to )(?<!after )the (?P<what>signing of (?:[^.;,]{0,80}?)(?:agreement|memorand\w+|mou|mous|declaration|treaty|accord|deal|pact|protocol|documents?|communique|contract)s?(?!\w)[^.;,\"]*)"
)


def signed(line: Line, main: Encounter) -> Iterator[Bond]:
    """Yield what was signed where a noun says so, at a meeting that was held."""
    shape = line.skeleton.shape
    if main.status not in ("held", "") or "signing" not in line.words:
        return
    for match in _SIGNING.finditer(shape):
        if not re.search(
            r"(?<!\w)(?:will|would|is to|are to|expected|plan\w*|look\w* forward)(?!\w)[^.;]*$", shape[: match.start()]
        ):
            yield Bond(
                line,
                match.start("what"),
                match.end("what"),
                match.span(),
                "agreed",
                tuple(main.countries),
                "commit.object",
            )


# What nobody in particular will do, and yet shall be done: "talks on a hotline will continue", "a fund will be set up".
_ARRANGED = re.compile(
    r"(?<![\w'-])(?P<what>(?:(?:the|an?) )?(?:[a-z-]+ ){0,4}?(?:"
    r"(?:talks|consultations|negotiations|contacts|exchanges|negotiators) (?:[^.;,]{0,60}? )?will (?:also )?(?:continue|resume|begin|start|go on|be regular|be held regularly)"
    r"|(?:meeting|talks|visit|summit) will be followed by"
    r"|(?:committee|commission|mechanism|working group|fund|task force|council|centre|center|framework|hotline|secretariat|joint team|contact group) (?:[^.;,]{0,40}? )?will (?:also )?be (?:established|set up|created|formed|launched|opened)"
    r")(?!\w)[^.;,\"]*)"
)


def arranged(line: Line, main: Encounter) -> Iterator[Bond]:
    """Yield what those who met have arranged for others to do."""
    if "will" not in line.words or main.status not in ("held", ""):
        return
    shape = line.skeleton.shape
    for match in _ARRANGED.finditer(shape):
        if CONDITION.search(shape[: match.start()]):
            continue
        start, end = match.span("what")
        if match["what"].startswith(("on which ", "of which ")):
            # "exchanged views on a hotline, on which talks will continue": what they are on stands before.
            start = max(0, shape.rfind(" on ", max(0, start - 90), start) + 4) or start
        named = countries_of([m for m in line.between(start, end) if m.kind in ("person", "country", "pair", "body")])
        codes = named if len(named) > 1 else tuple(main.countries)
        yield Bond(line, start, end, match.span(), "plans", codes, "commit.modal")


_INVITED = re.compile(
    rf"(?P<host>{PERSON})(?: also| then)? (?:invited|extended an invitation to) (?:the )?(?P<guest>{PERSON}) to (?P<what>(?:come|visit|pay|make|travel|attend|join)(?!\w)[^.;,\"]*)"
)
# "Trump's decision to lift sanctions", "the decision, made public by Trump on Tuesday, to lift them"
_DECIDED = re.compile(
    rf"(?:(?P<owner>{PERSON}|{COUNTRY}|{BODY})'s? (?:[a-z-]+ )?(?P<noun>decision|plan|pledge|promise|vow)|the (?P<noun2>decision|plan|pledge|promise),? (?:[a-z ]{{0,20}} )?by (?P<owner2>{PERSON}|{COUNTRY}|{BODY})[^,.;]{{0,30}},?) to (?P<what>(?!be )[a-z]+ [^.;,\"]*)"
)


def decided(line: Line) -> Iterator[Bond]:
    """Yield what a noun says that somebody has decided, planned or pledged, if it says who."""
    if _DECISIONS.isdisjoint(line.words):
        return
    for match in _DECIDED.finditer(line.skeleton.shape):
        if _NOT_DECIDED.search(line.skeleton.shape[: match.start()]):
            continue
        codes = countries_of([line.mention(match["owner"] or match["owner2"])])
        strength = "plans" if (match["noun"] or match["noun2"]) in ("decision", "plan") else "pledged"
        if len(codes) == 1:
            yield Bond(line, match.start("what"), match.end("what"), match.span(), strength, codes, "commit.object")


_DECISIONS = frozenset(["decision", "plan", "pledge", "promise", "vow"])
_NOT_DECIDED = re.compile(
    r"(?<!\w)(?:despite|against|reject\w*|oppos\w*|criticis\w*|criticiz\w*|condemn\w*|revers\w*|drop\w*|abandon\w*|cancel\w*|no|not) [^.;,]{0,30}$"
)
_ACCEPTED = re.compile(
    rf"(?:^|[,;] |(?<!\w)and )(?:{PERSON}|{BODY}|he|she|the latter|which [^.;,]{{0,40}}) (?:has |have |gladly |readily |also )?accepted(?! (?:that|responsib))"
)


def accepted(page: Page, line: Line) -> Iterator[Bond]:
    """Yield an invitation that was accepted: both sides are bound to it."""
    match = _INVITED.search(line.skeleton.shape) if "invited" in line.words or "invitation" in line.words else None
    if not match:
        return
    index = line.sentence.index
    following = page.lines[index + 1].skeleton.shape[:120] if index + 1 < len(page.lines) else ""
    if not (_ACCEPTED.search(line.skeleton.shape, match.end("what")) or _ACCEPTED.match(following)):
        return
    codes = countries_of([line.mention(match["host"]), line.mention(match["guest"])])
    if len(codes) > 1:
        yield Bond(line, match.start("what"), match.end("what"), match.span(), "agreed", codes, "commit.object")
