"""Find meetings that are told without a verb or a noun of meeting: by who received whom, spoke beside whom, agreed with whom.

In:   a line of the page and the places where meetings were found in it already.
Out:  Frames. Rules `meet.received` in the passive, `meet.joint`, `meet.trilateral` and "the previous one in Oslo".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from shuttle.reading.framing import Frame
from shuttle.reading.levels import level_beside
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import auxiliary_start, noun_status, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.parties import two_sides
from shuttle.reading.skeleton import DATE, FORUM, GROUP, PERSON, PLACE
from shuttle.reading.subjects import ACTORS, subject_of

__all__ = ["governing", "indirect_frames"]


_RECEIVED_BY = re.compile(
    rf"(?:was|were|is|will be|is to be|being|been) (?:(?:on )?{DATE},? )?(?:[a-z]+ )?(?P<verb>welcomed|received|hosted|greeted)(?: {DATE}| on {DATE})?(?: (?:to|at|in) (?:the )?(?:{PLACE}(?:,? (?:in )?{PLACE})*,?|[^.;,\"{PERSON[1:-1]}]{{3,50}}))? by (?:the |his |her )?(?P<actors>{ACTORS})"
)


_AIRPORT = re.compile(r"(?<!\w)(?:airport|air terminal|air ?base|airfield|railway station|train station)(?!\w)")
_BESIDE_PRESS = re.compile(
    rf"(?:joint )?(?:press|news) conference (?:with|alongside|together with) (?:the |his |her )?(?P<actors>{ACTORS})"
)


_FORUM_NAMED = re.compile(rf"{FORUM}(?: (?:foreign )?[a-z']+)?")


_OCCASION_LEAD = re.compile(
    r"(?:sidelines|margins|occasion|fringes) of (?:the )?(?:[a-z0-9]+ )?$|(?:attend|attending|attended|for) (?:the )?(?:[a-z0-9]+ )?$"
)


# "the previous one in Buenos Aires on Feb. 16": another meeting of the same kind.
_ONE = re.compile(
    rf"(?<![\w-])the (?:(?:previous|last|earlier) )?(?P<one>one|(?:previous|last|earlier) (?:gathering|encounter|round|session|meeting|summit|talks)) (?:(?:they|the two sides|the two leaders|{GROUP}) (?:had |held ))?(?:was held |held |took place |that took place |which took place )?(?=(?:in|on|at|during) )"
)


# "In Vilnius we agreed to go on", "when we met in Oslo last May": whoever speaks so means the other and himself.
_WE_MET = re.compile(
    rf"(?<!\w)(?:(?:in|at) {PLACE},? (?:(?:in |last |on )*{DATE},? )?(?P<we>we) (?:both |had |have |already )*(?:agreed|decided|met|concluded|launched)|"
    rf"(?:when|since|after) we (?:both |had |have |last |first )*met (?=(?:here )?(?:(?:in|on|last|at) )*(?:{PLACE}|{DATE})))"
)


# Two people of two countries who agree or discuss have met, though no word says so.
_JOINTLY = re.compile(
    rf"(?P<actors>{ACTORS})(?:,? (?:also|then|further|jointly|both|on {DATE}|{DATE}|in {PLACE}))*,? "
    r"(?P<verb>agreed|discussed|exchanged views|reaffirmed|reviewed|had the opportunity|engaged|interacted|connected|confirmed|signed|concurred|decided|inaugurated|co-chaired|deliberated)(?!\w)"
)


# "Erdogan discussed the situation in Syria with the leaders of France and Germany"
_DISCUSSED = re.compile(rf"(?<![\w'-])discussed [^.;\"]{{3,140}}?,? with (?:the |his |her )?(?P<actors>{ACTORS})")


# "Abe agreed Sunday with Hu that the two nations will ..."
_AGREED_WITH = re.compile(
    rf"(?<![\w'-])(?P<verb>agreed|concurred|decided|discussed|reviewed|exchanged views)(?:,? (?:on )?{DATE})? with (?:the |his |her )?(?P<actors>{PERSON}(?:(?:, | and |, and ){PERSON})*)(?= (?:that|to|on|in|at)(?!\w)|[,.])"
)


_ONE_CUES = frozenset(["one", "previous", "last", "earlier"])


_RECEIVING = frozenset(["welcomed", "received", "hosted", "greeted"])


_CONFERENCE = frozenset(["conference"])


_AGREEING = frozenset(
    [
        "agreed",
        "discussed",
        "exchanged",
        "reaffirmed",
        "reviewed",
        "had",
        "engaged",
        "interacted",
        "connected",
        "confirmed",
        "signed",
        "concurred",
        "decided",
        "inaugurated",
        "chaired",
        "deliberated",
    ]
)


def indirect_frames(page: Page, line: Line, used: list[tuple[int, int]]) -> Iterator[Frame]:
    """Yield the frames of a line that no verb or noun of meeting opens.

    Args:
        used: [start, end) of the frames found already, in positions of the skeleton; those found here are added.
    """
    shape = line.skeleton.shape
    for match in () if _RECEIVING.isdisjoint(line.words) else _RECEIVED_BY.finditer(shape):
        status = verb_status(shape, match.start("verb"), ("participle",)) or "held"
        guests = governing(page, line, shape, match.start("verb")) or line.between(0, match.start())[:1]
        hosts = line.between(match.start("actors"), match.end("actors"))
        if _AIRPORT.search(match.group()) and {"leaders"} < {m.member.level for m in (*guests, *hosts) if m.member}:
            continue  # a minister welcomes the president at the airport
        if two_sides([*guests, *hosts]) and any(m.member for m in guests):
            used.append((match.start(), match.end()))
            yield Frame(line, match.start(), match.end(), "meet.received", status, [*guests, *hosts], host=hosts[0])
    for match in () if _CONFERENCE.isdisjoint(line.words) else _BESIDE_PRESS.finditer(shape):
        hosts = line.between(match.start("actors"), match.end("actors"))
        speakers = [m for m in line.between(0, match.start()) if m.kind == "person"][:1]
        if two_sides([*speakers, *hosts]) and any(m.member for m in hosts):
            used.append((match.start(), match.end()))
            yield Frame(line, match.start(), match.end(), "meet.joint", "held", [*speakers, *hosts])
    for match in () if "forum" not in line.skeleton.kinds else _FORUM_NAMED.finditer(shape):
        mention = line.mention(match.group()[0])
        if (
            mention.forum is None
            or not mention.forum.parties
            or any(match.start() < e and s < match.end() for s, e in used)
        ):
            continue
        if _OCCASION_LEAD.search(shape[: match.start()]):
            continue
        standing = noun_status(shape, match.start(), match.end())
        if standing is not None:
            level = level_beside(shape, match.start(), match.end()) or (
                "ministers" if "Minister" in mention.forum.name else "leaders"
            )
            party = replace(mention, kind="pair", countries=mention.forum.parties)
            yield Frame(line, match.start(), match.end(), "meet.trilateral", standing, [party], level=level)
    for match in () if _ONE_CUES.isdisjoint(line.words) else _ONE.finditer(shape):
        if not any(match.start() < end and start < match.end() for start, end in used):
            used.append(match.span())
            yield Frame(line, match.start("one"), match.end(), "meet.noun", "held", [], reference=True, earlier=True)
    for match in () if "we" not in line.words else _WE_MET.finditer(shape):
        if not any(match.start() < end and start < match.end() for start, end in used):
            used.append(match.span())
            start = match.start("we") if match["we"] else match.start()
            yield Frame(line, start, match.end(), "meet.joint", "held", [], reference=True, earlier=True)
    for match in () if "discussed" not in line.words or used else _DISCUSSED.finditer(shape):
        parties = [
            *governing(page, line, shape, match.start()),
            *line.between(match.start("actors"), match.end("actors")),
        ]
        parties = [m for m in parties if m.kind == "person" or (m.kind == "group" and m.countries)]
        if (
            verb_status(shape, match.start(), ("past",)) == "held"
            and len({c for m in parties for c in m.countries}) > 1
        ):
            used.append(match.span())
            yield Frame(line, match.start(), match.end(), "meet.joint", "held", parties)
    for match in (
        () if used or "with" not in line.words or line.words.isdisjoint(_AGREEING) else _AGREED_WITH.finditer(shape)
    ):
        people = [m for m in governing(page, line, shape, match.start()) if m.kind == "person"]
        people += line.between(match.start("actors"), match.end("actors"))
        happened = verb_status(shape, match.start("verb"), ("past",), headline=line.headline)
        if happened == "held" and len({m.countries for m in people}) > 1 and len({m.member for m in people}) > 1:
            used.append(match.span())
            yield Frame(line, match.start(), match.end(), "meet.joint", "held", people)
    if not line.headline and not _AGREEING.isdisjoint(line.words) and all(end - start < 40 for start, end in used):
        joint = _JOINTLY.search(shape)
        if joint:
            parties = line.between(joint.start("actors"), joint.end("actors"))
            people = [m for m in parties if m.kind == "person" or (m.kind == "group" and len(m.countries) > 1)]
            happened = verb_status(shape, joint.start("verb"), ("past",))
            if any(joint.start() < end and start < joint.end() for start, end in used):
                happened = None
            if happened == "held" and len({code for m in people for code in m.countries}) > 1:
                yield Frame(line, joint.start(), joint.end(), "meet.joint", "held", people)


def governing(page: Page, line: Line, shape: str, position: int) -> list[Mention]:
    """Return who governs the verb or noun at ``position``, auxiliaries before it passed over."""
    return subject_of(page, line, auxiliary_start(shape, position))
