"""Find who said what, in their own words or as the document reports them.

In:   a page.
Out:  Statements in the order of the text, each with its speaker in office and country.

Rules:

    say.quoted    a quotation with its speaker beside it: "...", Director Wi added
    say.reported  subject + verb of speech + what was said: "Kishida stated that ..."
    say.according "according to the Kremlin"

A quotation belongs to the speaker named beside it; "he added" goes to whoever spoke before. What
a group says ("the two leaders stressed") is nobody's statement.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from shuttle.lexicons.verbs import speech_verbs
from shuttle.reading.alternation import Phrases, cue_words, one_of
from shuttle.reading.details import nearest_date
from shuttle.reading.endings import Ending
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR, BODY, COUNTRY, DATE, GROUP, PERSON, PLACE
from shuttle.reading.subjects import subject_of
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Person, Statement, finding_id

__all__ = ["find_statements"]


@functools.cache
def _verbs() -> Phrases:
    return Phrases(speech_verbs(), beside="'-")


@functools.cache
def _cues() -> frozenset[str]:
    return cue_words(speech_verbs())


_SOURCES = frozenset(["according", "note", "statement", "readout", "release", "communique"])


@functools.cache
def _strong() -> str:
    return one_of(word for word, verb in speech_verbs().items() if verb.strong)


@functools.cache
def _inverted() -> re.Pattern[str]:
    """ "The cooperation plays a part, says Foreign Minister Brende.", "..., said Hashimoto spokesman Tanaka"."""
    return re.compile(rf",\"? (?:{_strong()}) (?:the )?(?:{PERSON} )?(?P<who>{PERSON}|{BODY})(?=[.,;]|$)")


@functools.cache
def _after_quote() -> re.Pattern[str]:
    """'," Director Wi explained' and '," said Director Wi'."""
    someone = rf"(?:{PERSON}|{BODY}|{COUNTRY}|{PLACE}|he|she)"
    return re.compile(
        rf"^[,.]?\"?,? ?(?:(?P<who>{someone})(?:'s)?(?:, [^,\"]{{3,60}},)? (?:also |further |later |then )?(?:{_strong()})\b|(?:{_strong()}) (?:{PERSON} (?={PERSON}))?(?P<who2>{someone})"
        # '," the head of the ministry, Lavrov, said'
        rf"|(?:the )?(?:[a-z]+ ){{1,3}}of (?:the )?(?:{BODY}|{COUNTRY}), (?P<who3>{PERSON}),? (?:{_strong()})\b)"
    )


_ACCORDING = re.compile(
    rf"(?<!\w)(?:says?|said|reads?|read|in) an? (?:[a-z]+ )?(?:note|statement|readout|release|communique) (?:from|by|issued by|of) (?:the )?(?P<note>{PERSON}|{BODY}|{COUNTRY})|"
    rf"(?<!\w)according to (?:an? |the )?(?:[a-z]+ (?:from|of|by|in) (?:the )?)?(?P<who>{PERSON}|{BODY}|{COUNTRY}|{PLACE})(?P<office>'s office)?(?!'s)"
)


_BODY_WORDS = frozenset(["ministry", "office", "presidency", "government", "department", "delegation", "side"])


def find_statements(document: Document, page: Page) -> tuple[Statement, ...]:
    """Return the statements of a page."""
    found: list[Statement] = []
    giver = _speech_giver(page)
    last: Person | None = giver
    bodies: dict[str, Person] = {}
    paragraph, marks = -1, 0
    for line in page.lines:
        for mention in line.mentions:
            if mention.kind == "body":
                words = mention.label.lower().split()
                body = _person(mention) if len(words) > (1 if mention.countries else 2) else None
                if body:
                    # "Ministry of Foreign Affairs", "South Korea's Foreign Ministry": later "the ministry"
                    for word in _BODY_WORDS.intersection(words):
                        bodies.setdefault(word, body)
        if line.sentence.paragraph != paragraph:
            paragraph, marks = line.sentence.paragraph, 0
        # Whether the sentence begins inside a quotation opened earlier in its paragraph.
        inside = marks % 2 == 1
        marks += line.skeleton.shape.count('"')
        if line.headline:
            continue
        on_line = [_with_fuller(s, bodies) for s in _on_line(document, page, line, inside, last)]
        found.extend(on_line)
        for statement in on_line:
            if statement.speaker.name:
                last = statement.speaker
    return tuple(_unique(found))


_SPEECH = re.compile(
    rf"(?P<who>{PERSON})(?:'s?)? (?:[a-z]+ )?(?:statements?|remarks|speech|address|press conference)|(?:statements?|remarks|speech|address|press conference|interview) (?:by|of|with) (?:the )?(?P<who2>{PERSON})"
)


_SPEECHES = frozenset(["statement", "statements", "remarks", "speech", "address", "conference", "interview"])


def _speech_giver(page: Page) -> Person | None:
    """Return whose speech the document is, where its head says so: "Remarks by ...", "Mitsotakis' statements after ..."."""
    for line in page.lines[:3]:
        match = None if line.words.isdisjoint(_SPEECHES) else _SPEECH.search(line.skeleton.shape)
        if match:
            return _person(line.mention(match["who"] or match["who2"]))
    return None


def _fuller(statement: Statement, bodies: dict[str, Person]) -> Person:
    """Return the fuller name that "the ministry" stands for, if the text gave one before."""
    name = statement.speaker.name or ""
    word = name.lower().split()[-1] if name else ""
    if len(name.split()) < 3 and word in _BODY_WORDS:
        return bodies.get(word, statement.speaker)
    return statement.speaker


def _with_fuller(statement: Statement, bodies: dict[str, Person]) -> Statement:
    speaker = _fuller(statement, bodies)
    return statement if speaker is statement.speaker else replace(statement, speaker=speaker)


def _unique(statements: list[Statement]) -> Iterator[Statement]:
    seen: set[str] = set()
    for statement in statements:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement


def _on_line(document: Document, page: Page, line: Line, inside: bool, last: Person | None) -> Iterator[Statement]:
    shape = line.skeleton.shape
    quotes = _quotations(shape, inside)
    spoken: set[int] = set()
    used: list[tuple[int, int]] = []
    for start, end in quotes:
        speaker, where = _speaker_of_quotation(page, line, start, end, last, inside and start == 0)
        if speaker is None:
            continue
        spoken.add(start)
        if where:
            used.append(where)
        yield _statement(document, line, speaker, start, end, True, "say.quoted", where)
    for match in () if line.words.isdisjoint(_cues()) else _verbs().finditer(shape):
        if any(start <= match.start() < end for start, end in (*quotes, *used)) or (inside and not quotes):
            continue
        verb = speech_verbs()[match.group()]
        status = verb_status(shape, match.start(), verb.forms)
        if status != "held" or _OBJECT_OF.search(shape[: match.start()]):
            continue
        if not verb.strong and match.group().startswith("call") and _ON_THE_TELEPHONE.match(shape, match.end()):
            continue  # by telephone, or off
        if match.group().startswith(_NO_SPEECH_VERBS) and _NO_SPEECH.match(shape, match.start()):
            continue
        speaker = _subject(page, line, match.start())
        if speaker is None or (speaker.office is None and not verb.strong and not _is_person(page, speaker)):
            continue  # what a country supports, offers or rejects it has not said
        begin, stop = _said(shape, match.end())
        if stop <= begin:
            # What was said stands before the verb: "..., Leavitt said."
            begin, stop = 0, max(0, shape.rfind(",", 0, match.start()))
            if stop < 15 or not verb.strong:
                continue
        if any(begin <= start < stop + 2 for start in spoken):
            # The quotation inside is this statement already, unless words of its own stand around it.
            continue
        if _WHERE_SAID.fullmatch(shape, begin, stop):
            continue
        yield _statement(document, line, speaker, begin, stop, False, "say.reported", match.span())
    told = None if quotes or line.words.isdisjoint(_cues()) else _inverted().search(shape)
    if told and len(shape[: told.start()].split()) > 2:
        speaker = _person(line.mention(told["who"]))
        if speaker:
            begin = len(shape) - len(shape.lstrip(" -"))
            yield _statement(document, line, speaker, begin, told.start(), False, "say.reported", told.span())
    for source in () if line.words.isdisjoint(_SOURCES) else _ACCORDING.finditer(shape):
        mention = line.mention(source["who"] or source["note"])
        speaker = _person(mention, office=bool(source["office"]))
        # What was said stands on the longer side of the source.
        before, behind = shape[: source.start()].strip(' ,."'), shape[source.end() :].strip(' ,."')
        begin, stop = (0, source.start()) if len(before) >= len(behind) else (source.end(), len(shape))
        passage = shape[begin:stop].strip(" ,.")
        if speaker and passage:
            begin += len(shape[begin:stop]) - len(shape[begin:stop].lstrip(" ,"))
            yield _statement(
                document, line, speaker, begin, begin + len(passage), False, "say.according", source.span()
            )


# "Takaichi was welcomed by Lee": who is spoken to says nothing.
_ON_THE_TELEPHONE = re.compile(rf" (?:{PERSON}|off|on|for a)")
_OBJECT_OF = Ending(
    r"(?<!\w)(?:was|were|is|are|be|been|being)(?: [a-z]+ly| also)? $",
    ["was", "were", "is", "are", "be", "been", "being"],
    adverbs=True,
)


def _quotations(shape: str, inside: bool) -> list[tuple[int, int]]:
    """Return the [start, end) of what stands between quotation marks, of at least three words."""
    if not inside and '"' not in shape:
        return []
    marks = [position for position, character in enumerate(shape) if character == '"']
    if inside:
        marks = [-1, *marks]
    if len(marks) % 2:
        marks.append(len(shape))
    found = []
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if len(shape[opening + 1 : closing].split()) >= 3:
            found.append((opening + 1, closing))
    return found


@functools.cache
def _said_behind() -> re.Pattern[str]:
    return re.compile(rf"\"?,? [^\"]{{0,80}}(?<!\w)(?:{_strong()})(?!\w)")


def _speaker_of_quotation(
    page: Page, line: Line, start: int, end: int, last: Person | None, going_on: bool
) -> tuple[Person | None, tuple[int, int] | None]:
    shape = line.skeleton.shape
    after = _after_quote().match(shape[end:])
    if after:
        who = after["who"] or after["who2"] or after["who3"]
        if who in ("he", "she"):
            return last, (end + after.start(), end + after.end())
        return _person(line.mention(who)), (end + after.start(), end + after.end())
    if end == len(shape):
        ahead = _speaker_ahead(page, line)
        if ahead is not None:
            return ahead, None
    if going_on:
        return last, None
    verbs = _verbs().finditer(shape, 0, start)
    before = verbs[-1] if verbs else None
    if (
        before is not None
        and '"' not in shape[before.end() : max(before.end(), start - 1)]
        and verb_status(shape, before.start(), speech_verbs()[before.group()].forms) == "held"
    ):
        speaker = _subject(page, line, before.start())
        if speaker:
            return speaker, before.span()
    if _said_behind().match(shape, end):
        return None, None  # somebody is said to have said so behind it
    people = [m for m in line.between(0, start) if m.kind == "person"]
    if people and len(shape[start:end].split()) >= 8:
        return _person(people[0]), None
    return (last, None) if start <= 1 and last else (None, None)


def _speaker_ahead(page: Page, line: Line) -> Person | None:
    """Return the speaker named where a quotation that goes on over sentences is closed: '... far to go," Lee said.'"""
    for other in page.lines[line.sentence.index + 1 : line.sentence.index + 12]:
        if other.sentence.paragraph != line.sentence.paragraph:
            return None
        mark = other.skeleton.shape.find('"')
        if mark >= 0:
            after = _after_quote().match(other.skeleton.shape[mark:])
            who = (after["who"] or after["who2"]) if after else None
            return _person(other.mention(who)) if who and who not in ("he", "she") else None
    return None


_MANNER = re.compile(
    r" in an? (?:[a-z]+ ){0,3}(?:statement|release|announcement|post|interview|briefing|note|message)[^,.;]{0,40}? that "
)
_TO_WHOM_AND_WHEN = re.compile(
    rf"(?: (?:reporters|{ACTOR}|him|her|them|journalists|parliament|the media|an? (?:[a-z]+ )?(?:briefing|conference|meeting|gathering|forum|interview))(?= that|,| he| she| on| in))?"
    rf",?(?: (?:on |in |earlier )?{DATE})?(?: (?:on|in|at|during) [^,\"]{{1,40}},)? ?(?:that )?"
)
_ANOTHER_SAYS = re.compile(rf",? (?:and|while|but|whereas) (?={ACTOR} (?:also )?[a-z]+(?:ed|aid|old|ook)\b)")


def _said(shape: str, position: int) -> tuple[int, int]:
    """Return the passage after a verb of speech: to the end of the sentence."""
    manner = _MANNER.match(shape, position)
    position = manner.end() - 1 if manner else position
    lead = _TO_WHOM_AND_WHEN.match(shape, position)
    begin = lead.end() if lead else position
    other = _ANOTHER_SAYS.search(shape, begin)
    passage = shape[begin : other.start() if other else len(shape)].rstrip(" .,\"'")
    return begin, begin + (len(passage) if len(passage.split()) > 1 else 0)


_NO_SPEECH_VERBS = ("declar", "noted", "set", "rais")
_NO_SPEECH = re.compile(
    r"(?:declar(?:e|es|ed|ing) (?:martial law|an? (?:state of|national|ceasefire)|independence|war|victory)|noted for|set (?:a|the|an) (?:target|goal|date|record)|rais(?:e|es|ed|ing) (?:funds|money|taxes|interest|rates))(?!\w)"
)
_WHERE_SAID = re.compile(
    r"in an? (?:[a-z]+ ){0,3}(?:statement|release|announcement|post|interview|briefing|note|notice|tweet|message)(?: [^,]{0,40})?"
)


def _is_person(page: Page, speaker: Person) -> bool:
    return any(member.name == speaker.name for member in page.cast)


_A_GROUP = re.compile(GROUP)


def _subject(page: Page, line: Line, position: int) -> Person | None:
    shape = line.skeleton.shape
    start = auxiliary_start(shape, position)
    mentions = subject_of(page, line, start)
    if len(mentions) != 1 or _A_GROUP.match(shape[start - 2 : start - 1]):
        return None
    return _person(mentions[0])


_NOBODY = re.compile(r"(?i)(?:[a-z]+ ){0,3}(?:sources|officials|official|readout|statement)|party|parliament")


def _person(mention: Mention, *, office: bool = False) -> Person | None:
    if mention.kind == "person" and mention.member is not None:
        if office:
            family = (mention.member.name or mention.member.title or "").split()[-1:]
            return Person(f"{' '.join(family)}'s office", None, mention.member.country)
        return mention.member.person()
    if mention.kind == "body" and _NOBODY.fullmatch(mention.label):
        return None  # nobody who could be asked
    if mention.kind in ("body", "country", "place"):
        codes = mention.countries
        if mention.kind == "place" and not codes:
            return None
        label = mention.label
        if mention.member and re.match(r"(?i)(?:his|her) ", label):
            label = f"{(mention.member.name or '').split()[-1]}'s {label.split(' ', 1)[1]}"
        return Person(label or None, None, codes[0] if codes else None)
    return None


def _statement(
    document: Document,
    line: Line,
    speaker: Person,
    start: int,
    end: int,
    quoted: bool,
    rule: str,
    verb: tuple[int, int] | None,
) -> Statement:
    text = document.text
    first, last = line.skeleton.span(start, end)
    said_on = None
    evidence = [
        Evidence.of(text, line.sentence.start, line.sentence.end),
        Evidence.of(text, first, last, "text"),
    ]
    if verb:
        # Of what is said nothing dates the saying.
        date = nearest_date(
            line,
            verb[0],
            verb[1],
            max(0, verb[0] - 60, end if end <= verb[0] else 0),
            min(verb[1] + 40, start if start > verb[1] else verb[1] + 40),
        )
        if (
            date
            and date.value.date
            and date.value.date.value
            and re.search(DATE, line.skeleton.shape[date.start : date.end])
        ):
            said_on = date.value.date.value
            evidence.append(Evidence.of(text, date.value.start, date.value.end, "said_on"))
    return Statement(
        id=finding_id("s", document.id, first, last, speaker.name, quoted),
        speaker=speaker,
        quoted=quoted,
        text=text[first:last],
        said_on=said_on,
        rule=rule,
        evidence=tuple(evidence),
    )
