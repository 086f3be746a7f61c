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
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR, BODY, COUNTRY, GROUP, PERSON, PLACE
from shuttle.reading.subjects import ACTORS, countries_of, subject_of

__all__ = ["accepted", "arranged", "decided", "signed", "stances_told", "to_be_done"]


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


# "its 15th meeting is to be held in Korea", "a memorandum is to be drawn up", "a dialogue will be arranged"
_TO_BE_DONE = re.compile(
    r"(?:^|[,;.] |(?<!\w)(?:that|and) )(?P<what>(?:(?:the|an?|its|their|this|another) )?(?:[a-z0-9-]+ |[\ue000-\ueaff](?:'s?)? ?){0,5}?"
    r"(?:dialogue|foc|consultations?|memorandum|agreement|declaration|round|session|meeting|committee|joint study|working group|mechanism|programme|program|project|centre|center|fund)"
    r"(?: (?:of|between|on|for|in) [^.;,]{2,60}?)?(?:, [^.;,]{3,90},)? (?:will|is to|are to) (?:also )?be (?:held|arranged|drawn up|signed|set up|convened|launched|carried out|organi[sz]ed|concluded|formed)(?!\w)[^.;,\"]*)"
)


def to_be_done(line: Line, main: Encounter) -> Iterator[Bond]:
    """Yield what is to be done by nobody in particular, in an account of a meeting that was held."""
    if main.status not in ("held", "") or line.words.isdisjoint(_BE_DONE) or "be" not in line.words:
        return
    match = _TO_BE_DONE.search(line.skeleton.shape)
    if match and not CONDITION.search(line.skeleton.shape[: match.start()]) and '"' not in match["what"]:
        yield Bond(line, *match.span("what"), match.span(), "plans", tuple(main.countries), "commit.passive")


_BE_DONE = frozenset(["will", "is", "are"])
# "the support of the United States for Brazil's democracy does not waver"
_STANDS = re.compile(
    rf"(?<![\w-])(?P<what>(?:(?P<owner>{COUNTRY}|{PLACE}|{BODY})'s? )?(?:[a-z-]+ )?(?:support|commitment|solidarity)(?: of (?:the )?(?P<owner2>{COUNTRY}|{BODY}))?[^.;,\"]{{0,70}}? "
    r"(?:(?:does|will|would|did) (?:not|never) waver|(?:is|are|was|were|remains?|remained) (?:and will remain )?(?:unwavering|steadfast|ironclad|iron-clad|unshakable|unshakeable|rock-solid|unconditional|firm)))(?!\w)"
)
# "responded favourably to a proposal by Trump that Russia stop ...", "supported an idea of Putin's to organise ..."
_PROPOSAL = re.compile(
    rf"(?P<how>accepted|agreed to|responded (?:favou?rably|positively|constructively) to|answered (?:favou?rably|positively|constructively) to|supported|welcomed|backed|endorsed) "
    rf"(?:an? |the |his |her )?(?:proposal|idea|suggestion|initiative|offer|request|call)s? (?:(?:by|of|from|made by|put forward by) (?P<whose>{ACTOR})(?:'s?)? )?(?:that|to) (?P<what>(?!the )[^.;,\"]{{12,}})"
)
# "an agreement from both sides to accept observers"
_THEIR_AGREEMENT = re.compile(
    rf"(?<!\w)agreement (?:from|by|between|among) (?P<who>{ACTORS}) to (?P<what>(?!be )[a-z]+ [^.;,\"]*)"
)
_OF_BOTH = re.compile(rf"(?:^|[,;.\"] ){GROUP} [^.;]*\Z")
# "discussed the accident and their commitment to continuing to pursue justice"
_SHARED = re.compile(
    r"(?<!\w)(?:(?:their|the two (?:sides|countries|leaders|governments)'|our) (?:shared |joint |mutual |common |strong |firm |continued |unwavering |ongoing ){0,2}|(?P<bare>mutual) )(?P<noun>commitment|ambition|determination|resolve|readiness|willingness|intention|desire) (?P<what>(?:to|for) [^.;,\"]+)"
)


def stances_told(page: Page, line: Line, main: Encounter | None) -> Iterator[Bond]:
    """Yield what a noun tells of somebody's stance: whose support stands, who takes up whose proposal, what both are committed to."""
    shape = line.skeleton.shape
    if line.words.isdisjoint(_STANCE_CUES):
        return
    for match in _STANDS.finditer(shape):
        owner = match["owner"] or match["owner2"]
        codes = countries_of([line.mention(owner)]) if owner else ()
        if len(codes) == 1:
            yield Bond(line, *match.span("what"), match.span(), "reaffirmed", codes, "commit.object")
    for match in _PROPOSAL.finditer(shape):
        takes = match["how"].startswith(("accept", "agree", "respond", "answer"))
        if takes:
            codes = countries_of(subject_of(page, line, match.start()))
        else:
            codes = countries_of([line.mention(match["whose"])]) if match["whose"] else ()
        if codes and verb_status(shape, match.start("how"), ("past", "participle")) == "held":
            strength = "pledged" if takes else "proposed"
            yield Bond(line, *match.span("what"), match.span("how"), strength, codes, "commit.object")
    for match in _TOOK_INVITATION.finditer(shape):
        codes = countries_of(subject_of(page, line, auxiliary_start(shape, match.start())))
        if codes and verb_status(shape, match.start("how"), ("past", "participle")) == "held":
            yield Bond(line, *match.span("what"), match.span("how"), "agreed", codes, "commit.object")
    for match in _THEIR_AGREEMENT.finditer(shape):
        named = line.between(match.start("who"), match.end("who"))
        codes = countries_of(named) or (tuple(main.countries) if main and named[0].kind == "group" else ())
        if len(codes) > 1:
            yield Bond(line, *match.span("what"), match.span(), "agreed", codes, "commit.object")
    if main is None:
        return
    for match in _SHARED.finditer(shape):
        if match["bare"] and line not in main.lines and not _OF_BOTH.search(shape[: match.start()]):
            continue  # "rebels expressed mutual readiness for a truce"
        yield Bond(line, *match.span("what"), match.span(), "reaffirmed", tuple(main.countries), "commit.object")


# "accepted the invitation extended by the President of Poland to attend a meeting"
_TOOK_INVITATION = re.compile(
    rf"(?P<how>accepted) (?:the|an|his|her|their|this|{PERSON}(?:'s?)?) (?:[a-z]+ )?invitation (?:(?:extended |made )?(?:by|of|from) {ACTOR} )?(?:to|for) (?P<what>[^.;,\"]{{6,}})"
)
_STANCE_CUES = frozenset(
    [
        "support",
        "commitment",
        "solidarity",
        "accepted",
        "agreed",
        "responded",
        "answered",
        "supported",
        "welcomed",
        "backed",
        "endorsed",
        "agreement",
        "ambition",
        "determination",
        "resolve",
        "readiness",
        "willingness",
        "intention",
        "desire",
    ]
)
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
