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
from shuttle.reading.levels import level_beside, level_of_theirs
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import noun_status, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.parties import AT_TALKS, FOR_TALKS, LED, TOLD, attending, first_person, party_to_their, two_sides
from shuttle.reading.series import series_frames
from shuttle.reading.skeleton import ACTOR, COUNTRY, DATE, DEMONYM, DURATION, FORUM, PAIR, PERSON, PLACE
from shuttle.reading.subjects import ACTORS, owner_of

__all__ = ["find_frames"]


# Between a verb and the party it takes: when, where, how; nothing else.
_FILLING = (
    rf"(?:(?:,? (?:again|today|yesterday|bilaterally|informally|for the (?:first|second|third|fourth|fifth|last) time(?: (?:in|since) [a-z0-9 ]{{2,24}}?)?|briefly|privately|virtually|separately|together|earlier|later|face-to-face|face to face|"
    rf"in person|online|here|there|jointly|back|"
    rf"by (?:secure )?(?:phone|telephone|video(?: link| conference)?)|over the phone|on the phone|via (?:phone|telephone|video(?: ?link| conference)?)|"
    rf"(?:on |in |this |late |early |at |earlier |later )*(?:the )?(?:morning |afternoon |evening )?(?:of )?{DATE}(?: (?:morning|afternoon|evening|night))?|"
    rf"for (?:about |approximately |more than |nearly |over |some |around )?{DURATION}|"
    rf"(?:in|at|outside|near) (?:the |an? )?(?:{PLACE}|{COUNTRY})(?: (?:hotel|palace|office|airport))?(?:,? (?:in )?{PLACE})?|"
    rf"on the (?:sidelines|margins) of (?:the )?(?:{FORUM}|{DATE} {FORUM}|\w+ \w+ ?\w*)(?: in {PLACE})?)),?)*"
)
_OBJECT = re.compile(
    rf"\"?{_FILLING},? (?:with |up with |to )?(?:both |visiting |the visiting |the |senior |top |high-ranking |his visiting |(?:his|her|their) (?:[a-z]+ )?counterparts?,? )?(?P<actors>{ACTORS})"
)
_HEADS = (
    r"(?:(?:the )?(?:[a-z-]+ ){0,2}?(?:ministries|ministers|governments|heads|leaders|presidents|delegations|officials|representatives|"
    r"delegates|envoys|diplomats|secretaries)(?: of (?:foreign|external) affairs| of state| of government)?(?: (?:of|from))? (?:the )?)?"
)
_WITH = re.compile(
    rf"\"?(?: \([^()]{{1,40}}\))?{_FILLING},?(?: (?!(?:meeting|talks|summit|round|session|call) )[a-z'-]+){{0,4}}? (?:with|between|of|among|involving|from|(?<=courtesy call )on) (?:both |visiting |the visiting |the (?:[a-z]+ ){{0,2}}[a-z]+'s |the |senior |top |high-ranking |his |her )?(?:(?:rt )?hon\.? )?{_HEADS}(?P<actors>{ACTORS})"
)
_ADJ = (
    r"(?:(?!(?:during|in|at|for|of|on|and|with|their|his|her|its|the|after|before|to|by|from|as|into|over|that) )"
    r"[a-z0-9][a-z0-9'/-]*(?:,)? ){0,5}"
)


@functools.cache
def _verb() -> Phrases:
    return Phrases(meeting_verbs(), beside="'-")


@functools.cache
def _noun() -> Phrases:
    return Phrases(meeting_nouns())


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
_OCCASION = re.compile(
    rf"(?:on the (?:occasion|sidelines|margins) of|to attend|attending) (?:the )?{PAIR}(?: [a-z']+){{1,3}}$"
)
_MEETING_SOMEBODY = re.compile(r"(?:after|while|when|upon|following|is|are|was|were) (?:[a-z]+ )?$")
_CALL = re.compile(
    r"(?:^|['\"(]|(?<!\w)(?:an?|the|this|that|his|her|their|our|its|phone|telephone|video|conference|secure|first|second|third|introductory|"
    r"congratulatory|pm|in|on|by|during|after|zoom|subsequent|separate|recent|previous|earlier|last|next|joint|brief|final|[a-z]+al|[a-z]+'s)|'s?|[\ue400-\ue4ff\ue700-\ue7ff]) $"
)


@functools.cache
def _verb_cues() -> frozenset[str]:
    return cue_words(meeting_verbs())


@functools.cache
def _noun_cues() -> frozenset[str]:
    return cue_words(meeting_nouns())


@functools.cache
def _how_cues() -> frozenset[str]:
    return cue_words(mode_words())


def _in_line(page: Page, line: Line) -> Iterator[Frame]:
    shape = line.skeleton.shape
    used: list[tuple[int, int]] = []
    if shape.rstrip("\"' )").endswith("?"):
        return  # a question reports nothing
    how = None if line.words.isdisjoint(_how_cues()) else _how().search(shape)
    for frame in (*_verbs(page, line, shape), *_nouns(page, line, shape)):
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
        if verb.how == "held":
            yield from _held(page, line, shape, start, end, status)
        elif verb.how == "occurred":
            noun = _last_noun(shape, start)
            if noun:
                yield from _noun_frame(page, line, shape, noun, status, "meet.occurred", end)
        else:
            yield from _took(page, line, shape, start, end, status, verb.how, verb.mode)


_JOINS_AT = re.compile(
    rf",? (?:at|in) (?:the )?{PLACE}|,? for (?:talks|lunch|dinner|an? [a-z -]{{0,24}}(?:meeting|summit|dinner|lunch|talks))"
)


_IN_PASSING = re.compile(r"(?:after|before|since|when|while|upon|by|following|from|in|to|of|for) $")
_CALLING_ON = re.compile(
    rf" on (?:the )?(?P<actors>{PERSON})(?= (?:the same day|on {DATE}|{DATE}|in |at |before |after |during |and )|[,.]|$)"
)
_LINK = re.compile(rf"{_FILLING},? (?:with|to) ")
_TO_SOMEBODY = re.compile(rf"{_FILLING},? to (?!the |a |an |his |her |their |reporters|media)[a-z]+ ")
_ALSO = re.compile(r"(?<!\w)also $")
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
        subject = _earlier_person(line, shape, start, objects)
    having = not objects and "having" in line.words and _HAVING.search(shape[max(0, start - 40) : start])
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
        rf"{{0,9}}? (?P<noun>{_noun().pattern})"
    )


@functools.cache
def _next_noun() -> re.Pattern[str]:
    return re.compile(rf",? and (?:an? |the )?{_ADJ}(?P<noun>{_noun().pattern})")


@functools.cache
def _hosted_noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?: (?:[a-z'-]+|{DATE}(?:'s)?|{PAIR}|{DEMONYM}|{FORUM})){{0,5}}? (?:{_noun().pattern})",
    )


_ANOTHER_VERB = re.compile(r" (?:met|been|held|since|spoken|agreed|discussed|missed|skipped|avoided|declined|refused) ")
_WHEN_OR_WHERE = re.compile(rf" (?:on|in|at) (?:{DATE}|{PLACE})")
_LINKING = re.compile(r" (?:that|which|who|and|to|of|with|on|for|in|at|after|ahead|during|from) ")
_LINKED_NOUNS = re.compile(
    r" and an? | and expanded| of talks| one-on-one and |round of|session of|meeting of|series of|(?:foreign|economic|political|security|trade|strategic|defen[cs]e) and (?:[a-z-]+ )?$|^ (?:(?:an?|the|their) )?(?:[a-z-]+,? )*[a-z-]+ and [a-z-]+ $"
)


def _held(page: Page, line: Line, shape: str, start: int, end: int, status: str) -> Iterator[Frame]:
    """Read "held (a) ... summit (with B)", the words in between being few and free of verbs."""
    match = None if line.words.isdisjoint(_noun_cues()) else _held_noun().match(shape, end)
    if not match:
        return
    if _ROUND_OF_ELSE.match(shape, match.end("noun")):
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
        and not _WITH.match(shape, noun_match[1])
    ):
        # "Hailemariam, who is hosting the talks": he is the host of others.
        word = _noun().search(shape, match.start("noun"))
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
    yield from _noun_frame(page, line, shape, noun_match, status, "meet.held", noun_match[1], verb=start)


_PRESIDING = re.compile(r"host|mediat|facilitat|broker")


def _widest_noun(shape: str, start: int, end: int) -> tuple[int, int]:
    """Return the last of coordinated nouns: "a one-on-one meeting and an expanded meeting"."""
    more = _next_noun().match(shape, end)
    if more:
        return start, more.end("noun")
    return start, end


def _nouns(page: Page, line: Line, shape: str) -> Iterator[Frame]:
    if line.words.isdisjoint(_noun_cues()):
        return
    bloc = "forum" in line.skeleton.kinds or not line.words.isdisjoint(_BLOCS)
    for match in _noun().finditer(shape):
        if shape.startswith(" of ", match.end()) and _FORUMS_OWN.match(shape, match.end()):
            continue  # "the Nice summit of EU leaders"
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
        if match.group() in ("round", "rounds") and _ROUND_OF_ELSE.match(shape, match.end()):
            continue  # "a new round of military exercises"
        if match.group() in ("call", "calls") and not _CALL.search(shape[: match.start()]) and match.start():
            continue  # the verb
        if match.group() in ("bilateral", "trilateral", "ministerial") and _QUALIFIED.match(shape, match.end()):
            continue  # an adjective
        if bloc and _BLOCS_OWN.search(shape[: match.start()]) and not _WITH.match(shape, match.end()):
            continue  # "the Alliance's Madrid summit"
        if "summit" in match.group() and _ON_A_REGION.match(shape, match.end()):
            continue  # "the summit on the Western Balkans": a conference of many
        status = noun_status(shape, match.start(), match.end())
        if status is None:
            continue
        yield from _noun_frame(page, line, shape, match.span(), status, "meet.noun", match.end())


_FORUM_BEFORE = re.compile(rf"{FORUM}(?: leaders'| ministerial| [a-z]+ers')? $")
_IS_MEETING = re.compile(r"(?<!\w)(?:are|is|was|were|am|been) $")
_REGULAR = re.compile(r"(?<!\w)(?:regular|annual|frequent|periodic|yearly|more frequent) $")
_QUALIFIED = re.compile(r" (?!with|between|on|at|in|and)[a-z]")
_FORUMS_OWN = re.compile(
    r" of (?:the )?(?:eu|asean|african union|g7|g20|nato|[\ue100-\ue1ff\ue500-\ue5ff]) (?:leaders|heads|members|foreign ministers)(?!\w)(?! and)"
)
_ON_A_REGION = re.compile(rf" on (?:the )?{PLACE}")
_APPEAL = re.compile(
    rf" for (?!{DATE})|(?: (?:from|by) (?:the )?{ACTOR})? (?:to (?!{ACTOR}|the |discuss)[a-z]+|that|on {ACTOR} to)(?!\w)"
)
_ROUND_OF_ELSE = re.compile(
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
_TWO_FACES = re.compile(rf"{PERSON}-{PERSON}")


_WHOSE = re.compile(rf"(?P<actors>(?:{ACTOR}|{DEMONYM})(?:'s?)?(?:(?: and |-|, ){ACTOR}(?:'s?)?)*)(?:'s?)? {_ADJ}$")
_OWNER = re.compile(f"{ACTOR}|{DEMONYM}")
_PERSON = re.compile(PERSON)
_PAIR = re.compile(PAIR)
_PAIRS = re.compile(rf"{PAIR} \Z")
_OF_WHOM = re.compile(r" (?:of|from) (?:the |both )?$")
_HEADS_OF = re.compile(r"(?:leaders|ministers|presidents|heads|officials) of ")


def _noun_frame(
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
    start, end = span
    written = shape[start:end]
    if written not in meeting_nouns():  # "a one-on-one meeting and an expanded meeting": the first of them
        word = _noun().search(shape, start)
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
    joined = _WITH.match(shape, end) or _THAT_THEY_HELD.match(shape, end)
    if joined is None and rule == "meet.occurred":
        joined = _WITH.match(shape, frame_end)  # "the dialogue will take place on Thursday between A and B"
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
            subject = subject or _earlier_person(line, shape, verb, parties)
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
    elif joined and not two_sides(parties):
        parties = [*(governing(page, line, shape, start) or _earlier_person(line, shape, start, parties)), *parties]
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
    general = parties and all(
        (m.kind == "group" and not m.level and "government" in m.label.lower()) or "countries" in m.label.lower()
        for m in parties
    )
    if (
        general
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
        series=bool(reference and _ANOTHER.search(shape[:start])),
        earlier=bool(reference and rule in ("meet.noun", "meet.occurred") and _THE_LAST.search(shape[:start])),
    )


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


def _earlier_person(line: Line, shape: str, position: int, parties: list[Mention]) -> list[Mention]:
    """Return the first person of the sentence before ``position`` who is not of the parties' own country."""
    theirs = {code for mention in parties for code in mention.countries}
    for mention in line.between(0, position):
        if mention.kind == "person" and mention.countries and not set(mention.countries) & theirs:
            return [mention]
    return []


_THAT_THEY_HELD = re.compile(
    rf" (?:that |which )?(?P<actors>{ACTORS}) (?:had |have |then )?(?:held|had|attended|concluded)(?!\w)"
)


def _last_noun(shape: str, before: int) -> tuple[int, int] | None:
    found = None
    for match in _noun().finditer(shape, max(0, before - 120, shape.rfind(";", 0, before) + 1), before):
        found = match.span()
    return found
