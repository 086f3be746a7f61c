"""Find where a sentence says that parties meet.

In:   a page.
Out:  Frames: one for each place that says who meets, met or is to meet, with what that sentence
      says of the day, place, forum and manner. Frames that speak of one meeting are brought
      together by `meetings`.

Each rule has an id, recorded in what it finds:

    meet.verb      "President Lee met Prime Minister Takaichi"
    meet.held      "the two ministers held talks"
    meet.noun      "the summit between Korea and Japan", "his talks with Scholz"
    meet.pair      "the Korea-Japan summit"
    meet.occurred  "the meeting took place in Seoul"
    meet.received  "Macron received Scholz at the Elysee", "Lula was welcomed by Boric"
    meet.called    "Modi called Zelenskyy on Sunday"
    meet.trilateral  "the Japan-China-ROK Trilateral Summit": a forum of three is their meeting
    meet.joint     "Ministers Bustillo and Cafiero agreed": two people of two countries acting together
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from shuttle.lexicons.meetings import meeting_nouns, meeting_verbs, mode_words
from shuttle.reading.alternation import Phrases, cue_words, one_of
from shuttle.reading.framing import Frame, again, apart, each
from shuttle.reading.indirect import governing, indirect_frames
from shuttle.reading.modality import verb_status
from shuttle.reading.noun_frames import (
    ADJECTIVES,
    FILLING,
    JOINED_WITH,
    ROUND_OF_ELSE,
    earlier_person,
    last_noun,
    noun_cues,
    noun_frame,
    noun_frames,
    nouns_of_meeting,
)
from shuttle.reading.page import Line, Page
from shuttle.reading.parties import two_sides
from shuttle.reading.series import series_frames
from shuttle.reading.skeleton import ACTOR, COUNTRY, DATE, DEMONYM, DURATION, FORUM, PAIR, PERSON, PLACE
from shuttle.reading.subjects import ACTORS

__all__ = ["find_frames"]


_OBJECT = re.compile(
    rf"\"?{FILLING},? (?:with |up with |to )?(?:both |visiting |the visiting |the |senior |top |high-ranking |his visiting |(?:his|her|their) (?:[a-z]+ )?counterparts?,? )?(?P<actors>{ACTORS})"
)


@functools.cache
def _verb() -> Phrases:
    return Phrases(meeting_verbs(), beside="'-")


@functools.cache
def _how() -> re.Pattern[str]:
    words = one_of(mode_words())
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


def find_frames(page: Page) -> list[Frame]:
    """Return the frames of a page in the order of the text."""
    frames: list[Frame] = []
    for line in page.lines:
        frames.extend(_in_line(page, line))
    return frames


_FIRST_TIME = re.compile(rf"(?<!\w)(?:will|would) be (?:only )?the [a-z]+ time (?:that )?(?:the )?{ACTORS} \Z")
_WHEN_THEY = re.compile(rf"(?<!\w)(?:when|as soon as|before|once|if) (?:the )?{ACTOR} \Z")
_DENIED = re.compile(
    r"(?<![\w-])(?:denies|denied|deny|denying|rejected (?:reports?|claims?)|untrue|no truth|false(?:ly)?)(?![\w-])"
)
_DENIALS = frozenset(
    ["denies", "denied", "deny", "denying", "rejected", "untrue", "truth", "false", "falsely"]  # one is in each
)
_NOUN_OR_VERB = frozenset([
    "talks", "talk", "calls", "call", "phone", "telephone", "hosts", "host", "start", "starts", "opening", "beginning",
])  # fmt: skip
_VERB_HERE = re.compile(
    rf"(?:{ACTOR}(?:,? (?:[a-z]+ly|also|then|first|later))?|(?<!\w)(?:he|she|they|it|who|and|will|to|would|also|later|must|should|can|could|may|might|shall)),? $"
)
_PAIRS = re.compile(rf"{PAIR} \Z")
_MEETING_SOMEBODY = re.compile(r"(?:after|while|when|upon|following|is|are|was|were) (?:[a-z]+ )?$")


@functools.cache
def _verb_cues() -> frozenset[str]:
    return cue_words(meeting_verbs())


@functools.cache
def _how_cues() -> frozenset[str]:
    return cue_words(mode_words())


def _in_line(page: Page, line: Line) -> Iterator[Frame]:
    shape = line.skeleton.shape
    used: list[tuple[int, int]] = []
    if shape.rstrip("\"' )").endswith("?"):
        return  # a question reports nothing
    how = None if line.words.isdisjoint(_how_cues()) else _how().search(shape)
    for frame in (*_verbs(page, line, shape), *noun_frames(page, line, shape)):
        # The first rule to claim a noun keeps it: "held a summit with" is one meeting.
        span = (frame.start, frame.end)
        if span not in used[-1:] and any(frame.start < end and start < frame.end for start, end in used):
            continue
        used.append(span)
        if how and (frame.mode is None or not frame.mode_stated):
            frame.mode, frame.mode_stated = mode_words()[how.group()], True
        yield from apart(frame)
        yield from again(frame)
    yield from indirect_frames(page, line, used)
    yield from series_frames(line, used)


def _verbs(page: Page, line: Line, shape: str) -> Iterator[Frame]:
    if line.words.isdisjoint(_verb_cues()):
        return
    verbs = meeting_verbs()
    denied = not line.words.isdisjoint(_DENIALS)
    for match in _verb().finditer(shape):
        verb = verbs[match.group()]
        start, end = match.span()
        status = verb_status(shape, start, verb.forms, headline=line.headline)
        if status is None or (denied and _DENIED.search(shape, 0, start)):
            continue
        if status == "held" and "base" in verb.forms and _FIRST_TIME.search(shape, 0, start):
            status = "planned"  # "this will be the first time the two presidents meet"
        if status == "held" and "third" in verb.forms and _WHEN_THEY.search(shape[:start]):
            status = "planned"  # "on the agenda when the Taoiseach meets the Spanish PM"
        if match.group() in _NOUN_OR_VERB:
            before = shape[max(0, start - 30) : start]
            if not _VERB_HERE.search(before) or _PAIRS.search(before):
                continue  # the noun: "the Russian-Japanese talks"
        if verb.word.startswith("host") and _hosted_noun().match(shape[end : end + 120]):
            for frame in _held(page, line, shape, start, end, status):
                frame.host = frame.host or next(iter(governing(page, line, shape, start)), None)
                yield frame
            continue
        if (
            match.group() == "meeting"
            and status == "held"
            and not _MEETING_SOMEBODY.search(shape[max(0, start - 20) : start])
        ):
            continue  # the noun
        if _CUSTOM.match(shape, end):
            continue
        if verb.how == "held":
            yield from _held(page, line, shape, start, end, status)
        elif verb.how == "occurred":
            noun = last_noun(shape, start)
            if noun:
                yield from noun_frame(page, line, shape, noun, status, "meet.occurred", end)
        else:
            yield from _took(page, line, shape, start, end, status, verb.how, verb.mode)


# "the two meet regularly": a custom
_CUSTOM = re.compile(
    r",? (?:regularly|frequently|often|periodically|annually|yearly|every (?:year|month|week|two years|six months))(?!\w)(?![^.;]{0,40} (?:most recently|last) )"
)
_JOINS_AT = re.compile(
    rf",? (?:at|in) (?:the )?{PLACE}|,? for (?:talks|lunch|dinner|an? [a-z -]{{0,24}}(?:meeting|summit|dinner|lunch|talks))"
)


_IN_PASSING = re.compile(r"(?:after|before|since|when|while|upon|by|following|from|in|to|of|for) $")
_CALLING_ON = re.compile(
    rf" on (?:the )?(?P<actors>{PERSON})(?= (?:the same day|on {DATE}|{DATE}|in |at |before |after |during |and )|[,.]|$)"
)
_LINK = re.compile(rf"{FILLING},? (?:with|to) ")
_TO_SOMEBODY = re.compile(rf"{FILLING},? to (?!the |a |an |his |her |their |reporters|media)[a-z]+ ")
_ALSO = re.compile(r"(?<!\w)also $")
# ", having met in Nairobi", but not ", having met with members of Congress"
_ALONE = re.compile(
    rf"(?:[,.;)]|$| (?:in|at|on|during|by|over|via|for the|last|earlier|again|before|twice|once|each other|one another|{DATE})(?!\w))"
)
_HAVING = re.compile(r"(?:,|(?<!\w)after) having (?:(?:also|already|previously|last|first|earlier|just|only) )*\Z")


def _took(
    page: Page, line: Line, shape: str, start: int, end: int, status: str, how: str, mode: str | None
) -> Iterator[Frame]:
    subject = governing(page, line, shape, start)
    if not subject and _IN_PASSING.search(shape[max(0, start - 12) : start]):
        # "He was delighted to visit Seoul after welcoming Yoon": who acts is the sentence's own subject.
        first = next((m for m in line.mentions if m.kind in ("person", "group")), None)
        subject = [first] if first else []
    joined = _OBJECT.match(shape, end)
    objects = line.between(joined.start("actors"), joined.end("actors")) if joined else []
    if shape.startswith("join", start) and not (joined and _JOINS_AT.match(shape, joined.end())):
        return  # "joined Britain in calling for ..."
    if how in ("received", "called"):
        # "Motegi called on Prime Minister Modi", but "called on Modi to act"
        calling = _CALLING_ON.match(shape, end)
        if calling:
            objects = line.between(calling.start("actors"), calling.end("actors"))
            mode = None
        people = [m for m in objects if m.kind in ("person", "group")]
        if not people or not subject:
            return
        owned = joined is not None and (joined["actors"].endswith(("'s", "'")) or shape[joined.end() :].startswith("'"))
        if owned or (
            how == "called"
            and joined
            and re.match(rf"(?: to (?:the )?{COUNTRY})? (?:an?|the|his|her|their) |,? \"", shape[joined.end() :])
        ):
            return  # "welcomed Modi's decision", "called Chirac a great man"
        if how == "called" and (
            (shape[end:].startswith(" on") and not calling)
            or shape[end:].startswith(" for")
            or not any(m.member for m in people)
        ):
            return
        if not two_sides([*subject, *people]):
            return
        rule = "meet.received" if how == "received" else "meet.called"
        frame_end = joined.end() if joined else end
        host = subject[0] if how == "received" else people[0] if calling else None
        yield Frame(line, start, frame_end, rule, status, [*subject, *people], mode=mode, host=host)
        return
    if how == "spoke":
        link = _LINK.match(shape, end)
        if not link and len({m.countries for m in subject if m.kind == "person"}) > 1:
            if re.match(r" (?:at|of|out|up|against|in favou?r)\b", shape[end:]):
                return
        elif not link and not (
            two_sides(subject)
            and re.match(r" (?:by|over|on|via|today|again|privately|in person|in |for|$|\.)|,", shape[end:])
        ):
            return
        if link and not objects and not (two_sides(subject) and _TO_SOMEBODY.match(shape, end)):
            return
        if link and shape[end:].startswith(" to ") and not any(m.member for m in objects):
            return
        if any(m.kind == "body" and "media" in m.label.lower() for m in objects):
            return
    if objects and not subject:
        subject = earlier_person(line, shape, start, objects)
    having = (
        not objects
        and "having" in line.words
        and _HAVING.search(shape[max(0, start - 40) : start])
        and _ALONE.match(shape, end)
    )
    if having:
        # "Kenyatta was meeting Suluhu again, having also [met] in Nairobi in May": those two, another time
        subject = [m for m in line.between(0, start) if m.kind in ("person", "group")]
    parties = [*subject, *(m for m in objects if m.kind != "pair")]
    if not parties or (not objects and not two_sides(subject)):
        return
    frame_end = joined.end() if joined else end
    if shape[end : end + 8].startswith((" with re", " the med", " the pre")):
        return
    frame = Frame(
        line, start, frame_end, "meet.verb", status, parties, mode=mode, mode_stated=False, earlier=bool(having)
    )
    if len(subject) == 1 and shape.endswith("also ", 0, start) and _ALSO.search(shape[max(0, start - 6) : start]):
        # "He also met Merz and Macron": one after the other.
        yield from each(frame)
    else:
        yield frame


@functools.cache
def _held_noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?: (?:an?|the|their|his|her|its|another|(?:on |in )?{DATE},?|in {PLACE},?|[a-z0-9'/,+-]+|{DURATION}|{PAIR}|{DEMONYM}|{ACTOR}|{DATE}|\"[a-z -]+\"))"
        rf"{{0,9}}? (?P<noun>{nouns_of_meeting().pattern})"
    )


@functools.cache
def _next_noun() -> re.Pattern[str]:
    return re.compile(rf",? and (?:an? |the )?{ADJECTIVES}(?P<noun>{nouns_of_meeting().pattern})")


@functools.cache
def _hosted_noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?: (?:[a-z'-]+|{DATE}(?:'s)?|{PAIR}|{DEMONYM}|{FORUM})){{0,5}}? (?:{nouns_of_meeting().pattern})",
    )


_ANOTHER_VERB = re.compile(r" (?:met|been|held|since|spoken|agreed|discussed|missed|skipped|avoided|declined|refused) ")
_WHEN_OR_WHERE = re.compile(rf" (?:on|in|at) (?:{DATE}|{PLACE})")
_LINKING = re.compile(r" (?:that|which|who|and|to|of|with|on|for|in|at|after|ahead|during|from) ")
_LINKED_NOUNS = re.compile(
    r" and an? | and expanded| of talks| one-on-one and |round of|session of|meeting of|series of|(?:foreign|economic|political|security|trade|strategic|defen[cs]e) and (?:[a-z-]+ )?$|^ (?:(?:an?|the|their) )?(?:[a-z-]+,? )*[a-z-]+ and [a-z-]+ $"
)


def _held(page: Page, line: Line, shape: str, start: int, end: int, status: str) -> Iterator[Frame]:
    """Read "held (a) ... summit (with B)", the words in between being few and free of verbs."""
    match = None if line.words.isdisjoint(noun_cues()) else _held_noun().match(shape, end)
    if not match:
        return
    if ROUND_OF_ELSE.match(shape, match.end("noun")):
        return  # "began a new round of military exercises"
    between = shape[end : match.start("noun")]
    if _ANOTHER_VERB.search(between + " "):
        return
    plain = _WHEN_OR_WHERE.sub("", between)
    if _LINKING.search(plain + " ") and not _LINKED_NOUNS.search(between):
        return
    noun_match = _widest_noun(shape, match.start("noun"), match.end("noun"))
    if (
        _PRESIDING.match(shape, start)
        and re.fullmatch(" the(?: [a-z-]+)?", between.rstrip())
        and not JOINED_WITH.match(shape, noun_match[1])
    ):
        # "Hailemariam, who is hosting the talks": he is the host of others.
        word = nouns_of_meeting().search(shape, match.start("noun"))
        noun = meeting_nouns()[word.group()] if word else None
        host = next((m for m in governing(page, line, shape, start) if m.countries), None)
        if noun and noun.weight > 1:
            yield Frame(
                line,
                start,
                noun_match[1],
                "meet.held",
                status,
                [],
                noun=noun,
                mode=noun.mode,
                reference=True,
                host=host,
            )
        return
    yield from noun_frame(page, line, shape, noun_match, status, "meet.held", noun_match[1], verb=start)


_PRESIDING = re.compile(r"host|mediat|facilitat|broker")


def _widest_noun(shape: str, start: int, end: int) -> tuple[int, int]:
    """Return the last of coordinated nouns: "a one-on-one meeting and an expanded meeting"."""
    more = _next_noun().match(shape, end)
    if more:
        return start, more.end("noun")
    return start, end
