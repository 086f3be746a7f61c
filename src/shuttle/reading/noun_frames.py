"""Find where a noun says that parties meet: "the summit between Korea and Japan", "his talks with Scholz".

In:   a line of a page, and the noun in it.
Out:  Frames. Rules `meet.noun` and `meet.pair`, and for the verbs that take such a noun theirs.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from shuttle.lexicons.meetings import meeting_nouns
from shuttle.reading.alternation import Phrases, cue_words
from shuttle.reading.framing import Frame
from shuttle.reading.indirect import governing
from shuttle.reading.levels import level_beside, level_of_theirs
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import noun_status
from shuttle.reading.page import Line, Page
from shuttle.reading.parties import AT_TALKS, FOR_TALKS, LED, TOLD, attending, first_person, party_to_their, two_sides
from shuttle.reading.skeleton import ACTOR, COUNTRY, DATE, DEMONYM, DURATION, FORUM, PAIR, PERSON, PLACE
from shuttle.reading.subjects import ACTORS, owner_of

__all__ = [
    "ADJECTIVES",
    "FILLING",
    "JOINED_WITH",
    "ROUND_OF_ELSE",
    "earlier_person",
    "last_noun",
    "noun_cues",
    "noun_frame",
    "noun_frames",
    "nouns_of_meeting",
]

# Between a verb and the party it takes: when, where, how; nothing else.
FILLING = (
    rf"(?:(?:,? (?:again|today|yesterday|bilaterally|informally|for the (?:first|second|third|fourth|fifth|last) time(?: (?:in|since) [a-z0-9 ]{{2,24}}?)?|briefly|privately|virtually|separately|together|earlier|later|face-to-face|face to face|"
    rf"in person|behind closed doors|online|here|there|jointly|back|"
    rf"by (?:secure )?(?:phone|telephone|video(?: link| conference)?)|over the phone|on the phone|via (?:phone|telephone|video(?: ?link| conference)?)|"
    rf"(?:on |in |this |late |early |at |earlier |later )*(?:the )?(?:morning |afternoon |evening )?(?:of )?{DATE}(?: (?:morning|afternoon|evening|night))?|"
    rf"for (?:about |approximately |more than |nearly |over |some |around )?{DURATION}|"
    rf"(?:in|at|outside|near) (?:the |an? )?(?:{PLACE}|{COUNTRY})(?: (?:hotel|palace|office|airport))?(?:,? (?:in )?{PLACE})?|"
    rf"on the (?:sidelines|margins) of (?:the )?(?:{FORUM}|{DATE} {FORUM}|\w+ \w+ ?\w*)(?: in {PLACE})?)),?)*"
)
_HEADS = (
    r"(?:(?:the )?(?:[a-z-]+ ){0,2}?(?:ministries|ministers|governments|heads|leaders|presidents|delegations|officials|representatives|"
    r"delegates|envoys|diplomats|secretaries)(?: of (?:foreign|external) affairs| of state| of government)?(?: (?:of|from))? (?:the )?)?"
)
JOINED_WITH = re.compile(
    rf"\"?(?: \([^()]{{1,40}}\))?{FILLING},?(?: (?!(?:meeting|talks|summit|round|session|call) )[a-z'-]+){{0,4}}? (?:with|between|of|among|involving|from|(?<=courtesy call )on) (?:both |visiting |the visiting |the (?:[a-z]+ ){{0,2}}[a-z]+'s |the |senior |top |high-ranking |his |her )?(?:(?:rt )?hon\.? )?{_HEADS}(?P<actors>{ACTORS})"
)
ADJECTIVES = (
    r"(?:(?!(?:during|in|at|for|of|on|and|with|their|his|her|its|the|after|before|to|by|from|as|into|over|that) )"
    r"[a-z0-9][a-z0-9'/-]*(?:,)? ){0,5}"
)


@functools.cache
def nouns_of_meeting() -> Phrases:
    """Return what finds the nouns of meeting in a passage."""
    return Phrases(meeting_nouns())


@functools.cache
def noun_cues() -> frozenset[str]:
    """Return words of which every noun of meeting holds one."""
    return cue_words(meeting_nouns())


_OCCASION = re.compile(
    rf"(?:on the (?:occasion|sidelines|margins) of|to attend|attending) (?:the )?{PAIR}(?: [a-z']+){{1,3}}$"
)
_CALL = re.compile(
    r"(?:^|['\"(]|(?<!\w)(?:an?|the|this|that|his|her|their|our|its|phone|telephone|video|conference|secure|first|second|third|introductory|"
    r"congratulatory|pm|in|on|by|during|after|zoom|subsequent|separate|recent|previous|earlier|last|next|joint|brief|final|[a-z]+al|[a-z]+'s)|'s?|[\ue400-\ue4ff\ue700-\ue7ff]) $"
)


def noun_frames(page: Page, line: Line, shape: str) -> Iterator[Frame]:
    """Yield the frames of the nouns of meeting in a line."""
    if line.words.isdisjoint(noun_cues()):
        return
    bloc = "forum" in line.skeleton.kinds or not line.words.isdisjoint(_BLOCS)
    for match in nouns_of_meeting().finditer(shape):
        if shape.startswith(" of ", match.end()) and _FORUMS_OWN.match(shape, match.end()):
            continue  # "the Nice summit of EU leaders"
        if shape.startswith(" of the ", match.end()) and _OF_THE_UN.match(shape, match.end()):
            own = line.mention(shape[match.end() + 8])
            if own.countries == ("UNO",):
                continue  # "a meeting of the United Nations committee on ..."
        if "pair" in line.skeleton.kinds and _OCCASION.search(shape[max(0, match.start() - 90) : match.end()]):
            continue  # "on the occasion of the Korea-Japan-China summit"
        if "forum" in line.skeleton.kinds and _FORUM_BEFORE.search(shape[max(0, match.start() - 30) : match.start()]):
            continue  # the forum's own session
        if match.group() == "meeting" and _IS_MEETING.search(shape, max(0, match.start() - 6), match.start()):
            continue  # the verb
        if match.group().endswith(_SEVERAL) and _REGULAR.search(shape, max(0, match.start() - 15), match.start()):
            continue  # a custom
        if match.group() in ("call", "calls") and _APPEAL.match(shape, match.end()):
            continue  # "rejected a call from Mandela to postpone the vote"
        if match.group() in ("round", "rounds") and ROUND_OF_ELSE.match(shape, match.end()):
            continue  # "a new round of military exercises"
        if match.group() in ("call", "calls") and not _CALL.search(shape[: match.start()]) and match.start():
            continue  # the verb
        if match.group() in ("bilateral", "trilateral", "ministerial") and _QUALIFIED.match(shape, match.end()):
            continue  # an adjective
        if bloc and _BLOCS_OWN.search(shape[: match.start()]) and not JOINED_WITH.match(shape, match.end()):
            continue  # "the Alliance's Madrid summit"
        if "summit" in match.group() and _ON_A_REGION.match(shape, match.end()):
            continue  # "the summit on the Western Balkans": a conference of many
        status = noun_status(shape, match.start(), match.end())
        if status is None:
            continue
        yield from noun_frame(page, line, shape, match.span(), status, "meet.noun", match.end())


_FORUM_BEFORE = re.compile(rf"{FORUM}(?: leaders'| ministerial| [a-z]+ers')? $")
_IS_MEETING = re.compile(r"(?<!\w)(?:are|is|was|were|am|been) $")
_REGULAR = re.compile(r"(?<!\w)(?:regular|annual|frequent|periodic|yearly|more frequent) $")
_QUALIFIED = re.compile(r" (?!with|between|on|at|in|and)[a-z]")
_FORUMS_OWN = re.compile(
    r" of (?:the )?(?:eu|asean|african union|g7|g20|nato|[\ue100-\ue1ff\ue500-\ue5ff]) (?:leaders|heads|members|foreign ministers)(?!\w)(?! and)"
)
_OF_THE_UN = re.compile(rf" of the {COUNTRY}")
_ON_A_REGION = re.compile(rf" on (?:the )?{PLACE}")
_APPEAL = re.compile(
    rf" for (?!{DATE})|(?: (?:from|by) (?:the )?{ACTOR})? (?:to (?!{ACTOR}|the |discuss)[a-z]+|that|on {ACTOR} to)(?!\w)"
)
ROUND_OF_ELSE = re.compile(
    r" of (?:[a-z-]+ ){0,3}(?:exercises|drills|manoeuvres|maneuvers|sanctions|strikes|attacks|fighting|elections|voting|funding|tests|tariffs|cuts|applause|golf)(?!\w)"
)
_BLOCS_OWN = re.compile(
    rf"(?<!\w)(?:alliance|bloc|grouping|organi[sz]ation|union|association|community)'s (?:[a-z-]+ |{PLACE} |{DATE} ){{0,3}}\Z"
    rf"|{FORUM} [^.;]{{0,60}}(?<!\w)its (?:[a-z-]+ |{PLACE} ){{0,2}}\Z"
)
_BLOCS = frozenset(
    ["alliance", "bloc", "grouping", "organization", "organisation", "union", "association", "community"]
)
_SEVERAL = ("meetings", "summits", "dialogues", "sessions")
_THEIR_SEVERAL = re.compile(r"(?<!\w)(?:their|fresh from|after) (?:[a-z-]+ ){0,2}.\Z")
_HIS = re.compile(r"(?<!\w)(?:his|her) (?:[a-z-]+ ){0,3}\Z")
_ITS = re.compile(r"(?<!\w)its (?:[a-z-]+ |[\ue400-\ue4ff](?:'s)? ){0,4}\Z")
_TWO_FACES = re.compile(rf"{PERSON}-{PERSON}")


_WHOSE = re.compile(
    rf"(?P<actors>(?:{ACTOR}|{DEMONYM})(?:'s?)?(?:(?: and |-|, ){ACTOR}(?:'s?)?)*)(?:'s?)? {ADJECTIVES}$"
)
_OWNER = re.compile(f"{ACTOR}|{DEMONYM}")
_PERSON = re.compile(PERSON)
_PAIR = re.compile(PAIR)
_OF_WHOM = re.compile(r" (?:of|from) (?:the |both )?$")
_HEADS_OF = re.compile(r"(?:leaders|ministers|presidents|heads|officials) of ")


def noun_frame(
    page: Page,
    line: Line,
    shape: str,
    span: tuple[int, int],
    status: str,
    rule: str,
    frame_end: int,
    *,
    verb: int | None = None,
) -> Iterator[Frame]:
    """Yield the frame of a noun, if it names parties or calls a meeting to mind.

    Args:
        span: [start, end) of the noun, or of several that are joined.
        status: as the words around it, or the verb that takes it, say.
        rule: the id of the rule.
        frame_end: where the words of the frame end.
        verb: where the verb begins that takes it, if one does.
    """
    start, end = span
    written = shape[start:end]
    if written not in meeting_nouns():  # "a one-on-one meeting and an expanded meeting": the first of them
        word = nouns_of_meeting().search(shape, start)
        if not word:
            return
        written = word.group()
    noun = meeting_nouns()[written]
    parties: list[Mention] = []
    begin = verb if verb is not None else start
    # Who stands before the noun itself: "the Korea-Japan summit", "Lee's talks", "their meeting".
    before = _WHOSE.search(shape[max(0, start - 70) : start])
    listed = bool(before and len(_OWNER.findall(before["actors"])) > 1 and not _PERSON.search(before["actors"]))
    faces = bool(before and _TWO_FACES.search(before["actors"]))
    pair = bool(before and _PAIR.match(before["actors"]))
    if before and ("'" in before.group() or pair or listed or faces):
        offset = max(0, start - 70)
        parties += line.between(offset + before.start("actors"), offset + before.end("actors"))
        begin = min(begin, offset + before.start()) if verb is None else begin
    joined = JOINED_WITH.match(shape, end) or _THAT_THEY_HELD.match(shape, end)
    if joined is None and rule == "meet.occurred":
        joined = JOINED_WITH.match(shape, frame_end)  # "the dialogue will take place on Thursday between A and B"
    if joined and _MARGINS.search(shape, end, joined.start("actors")):
        joined = None  # "their meeting on the sidelines of the US-ASEAN Summit"
    if joined:
        frame_end = max(frame_end, joined.end())
        link = shape[end : joined.start("actors")]
        if _OF_WHOM.search(link) and not _HEADS_OF.search(link):
            actors = line.between(joined.start("actors"), joined.end("actors"))
            if len(actors) > 1 or any(len(m.countries) > 1 for m in actors):
                parties += actors
        else:
            parties += line.between(joined.start("actors"), joined.end("actors"))
    if verb is not None or rule == "meet.occurred":
        subject = governing(page, line, shape, verb if verb is not None else start)
        if verb is not None:
            subject = subject or earlier_person(line, shape, verb, parties)
            there = attending(line, shape) if subject and all(m.kind == "place" for m in subject) else []
            parties = there or [
                *subject,
                *parties,
            ]  # "The Polish capital hosted consultations with the participation of ..."
    elif (
        joined
        and rule == "meet.noun"
        and two_sides(parties)
        and FOR_TALKS.search(shape[:start])
        and " with " in shape[end : joined.start("actors")]
    ):
        # "Lee left for Beijing for talks with Chinese and Japanese leaders": he is one of three.
        lands = {code for m in parties for code in m.countries}
        parties = [
            *(
                m
                for m in governing(page, line, shape, start) or first_person(line, start)
                if not set(m.countries) & lands
            ),
            *parties,
        ]
    elif (
        joined
        and parties
        and not any(m.countries or m.member for m in parties)
        and (both := _LANDS.search(shape[:start]))
    ):
        # "Japan and South Korea improved their understanding in talks between senior officials"
        parties = line.between(both.start(), both.end())
    elif joined and not two_sides(parties) and _HIS.search(shape[:start]):
        parties = [*owner_of(page, line, start), *parties]
    elif joined and not two_sides(parties) and _ITS.search(shape[:start]):
        # "India said it was compelled to call off its talks with Pakistan"
        lands = {code for m in parties for code in m.countries}
        owners = [m for m in line.between(0, start) if m.kind in ("country", "body") and set(m.countries) - lands]
        parties = [*owners[:1], *parties]
    elif joined and not two_sides(parties):
        parties = [*(governing(page, line, shape, start) or earlier_person(line, shape, start, parties)), *parties]
    elif not parties:
        # "During their meeting in Seoul, Funakoshi and Park discussed ..."
        led = LED.match(shape) if start < 60 else None
        theirs = party_to_their(line, shape, start)
        told = TOLD.search(shape[:start])
        if told and AT_TALKS.search(shape[:start]):
            parties = line.between(told.start("a"), told.end("b"))
        elif theirs:
            parties = theirs
        elif led and led.start("actors") > start and two_sides(line.between(led.start("actors"), led.end("actors"))):
            parties = line.between(led.start("actors"), led.end("actors"))
    parties = [m for m in parties if m.kind in ("person", "country", "group", "pair", "body", "demonym") or m.countries]
    if (
        rule == "meet.noun"
        and len(parties) == 1
        and _THEIR_SEVERAL.search(shape[: start + 1])
        and written.endswith(_SEVERAL)
    ):
        return  # "both are fresh from their meetings with Bush": each had one of his own
    if not parties:
        parties = attending(line, shape)
    if len({m.countries for m in parties if m.kind == "person"}) > 1:
        # "the summit between Yoon and Kishida, and the two sides ...": who is named needs no group.
        parties = [m for m in parties if m.kind != "group" or m.countries or m.level]
    reference = not parties
    pairwise = bool(
        written.endswith(_SEVERAL)
        and (written.startswith("bilateral") or _TWO_BY_TWO.search(shape[:start]))
        and (joined is None or _AMONG.search(shape[end : joined.start("actors")]))
        and parties
        and _more_than_two(parties)
    )
    general = parties and all(
        (m.kind == "group" and not m.level and "government" in m.label.lower()) or "countries" in m.label.lower()
        for m in parties
    )
    if (
        general
        and not pairwise
        and joined
        and rule == "meet.noun"
        and noun.word not in ("summit", "summit meeting", "meeting")
        and not _NUMBERED.search(shape, max(0, start - 70), start)
    ):
        return  # "discussions between the two governments": what goes on all the time is no meeting
    if reference and noun.weight < 2 and rule == "meet.noun":
        return
    if not reference and not two_sides(parties) and rule == "meet.noun" and noun.weight < 2:
        return
    yield Frame(
        line,
        begin,
        frame_end,
        "meet.pair" if pair else rule,
        status,
        parties,
        noun=noun,
        mode=noun.mode,
        reference=reference,
        level=level_beside(shape, start, end)
        or (level_of_theirs(shape, joined.end()) if joined else None)
        or noun.level,
        pairwise=pairwise,
        series=bool(reference and _ANOTHER.search(shape[:start])),
        earlier=bool(reference and rule in ("meet.noun", "meet.occurred") and _THE_LAST.search(shape[:start])),
    )


# "separate bilateral [meetings] between the three countries"
_TWO_BY_TWO = re.compile(r"(?<!\w)(?:bilateral|one-on-one) (?:[a-z-]+ )?\Z")
_AMONG = re.compile(r" (?:between|among|of|involving) ")


def _more_than_two(parties: list[Mention]) -> bool:
    """Return whether all parties together are three or more: one group of so many, or countries in a row."""
    lands = {code for m in parties for code in m.countries}
    return len(lands) > 2 or (len(parties) == 1 and parties[0].kind == "group" and parties[0].size > 2)


# "at the opening of the seventh [joint permanent commission] between the two countries"
_NUMBERED = re.compile(
    r"(?<!\w)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural|\d{1,2}(?:st|nd|rd|th)) (?:[a-z-]+ ){0,3}\Z"
)
# "agreed to hold another [meeting of foreign ministers]"
_ANOTHER = re.compile(
    r"(?<!\w)(?:another|an? (?:further|new|second|subsequent|future)|the next|their next) (?:[a-z-]+ ){0,2}\Z"
)
# "following the last [virtual meeting] in December 2021"
_THE_LAST = re.compile(
    r"(?<!\w)(?:the|their) (?:last|previous|preceding|prior) (?:(?!day|two|three|few)[a-z-]+ ){0,2}\Z"
)


_MARGINS = re.compile(r"(?<!\w)(?:sideline|margin|fringe)s? of ")
_LANDS = re.compile(rf"{COUNTRY}(?:, {COUNTRY})*,? and {COUNTRY}(?!'s?)")


def earlier_person(line: Line, shape: str, position: int, parties: list[Mention]) -> list[Mention]:
    """Return the first person of the sentence before ``position`` who is not of the parties' own country."""
    theirs = {code for mention in parties for code in mention.countries}
    for mention in line.between(0, position):
        if mention.kind == "person" and mention.countries and not set(mention.countries) & theirs:
            return [mention]
    return []


_THAT_THEY_HELD = re.compile(
    rf" (?:that |which )?(?P<actors>{ACTORS}) (?:had |have |then )?(?:held|had|attended|concluded)(?!\w)"
)


_HAS_ITS_VERB = re.compile(
    r"[^,;.]{0,60}(?<!\w)(?:was held|were held|took place) .*(?:,|(?<!\w)after|(?<!\w)since|(?<!\w)before) "
)


def last_noun(shape: str, before: int) -> tuple[int, int] | None:
    """Return [start, end) of the last noun of meeting in the clause before a position, or None."""
    found = None
    for match in nouns_of_meeting().finditer(shape, max(0, before - 120, shape.rfind(";", 0, before) + 1), before):
        found = match.span()
    # "The meeting was held in May, after the ninth edition [took place] in Busan": it has its verb already.
    return None if found and _HAS_ITS_VERB.match(shape, found[1], before) else found
