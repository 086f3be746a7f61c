"""Find what came of what had been agreed.

In:   a page, its encounters and meetings.
Out:  Outcomes: what was launched, adopted, put into effect, goes on or stalled, and the agreement or meeting that the
      words refer back to.

Rules:

    outcome.back   "the body was launched as a follow-up to the summit in Tokyo, as agreed on August 23"
    outcome.fruit  "they agreed in Busan to resume the committee, and the meeting is the fruit of that agreement"
    outcome.noun   "they welcomed the launch of the consultative body", "noted the progress of the negotiations"
    outcome.done   "the committee met for the first time", "the two countries adopted an operating plan"

What is planned ("will launch"), agreed ("agreed to launch"), wished or conditional is no outcome; what "has not yet been
launched" contradicts. Where no words refer back, a body or a paper must have come about between countries.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from shuttle.lexicons.outcomes import back_words, deeds, first_words, thing_words, welcome_words
from shuttle.reading.alternation import Phrases, cue_words, one_of
from shuttle.reading.binding import CONDITION, CONDITIONS
from shuttle.reading.encounters import Encounter
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.referring import Back, backs_on
from shuttle.reading.skeleton import ACTOR, BODY, DATE
from shuttle.reading.subjects import countries_of, subject_of
from shuttle.records import dates
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Effect, Meeting, Outcome, finding_id

__all__ = ["find_outcomes"]


@dataclass(frozen=True, slots=True)
class _Told:
    """A place where something is said to have come about: positions in a line's shape.

    Attributes:
        start, end: of the clause.
        at: where the deed stands.
        whose: where those stand whose outcome it is, if not in all of the clause.
    """

    start: int
    end: int
    at: int
    effect: str
    rule: str
    back: Back | None
    backs: Sequence[Back]
    whose: tuple[int, int]
    alone: bool


@functools.cache
def _gates() -> tuple[frozenset[str], frozenset[str]]:
    """Return words of which one is in every line with a deed, and of which one is in every line with a thing."""
    done = cue_words([*deeds(), *back_words("fruit"), *welcome_words("done"), *welcome_words("going")])
    return done, cue_words(thing_words()) | _GOING_ON


@functools.cache
def _deeds() -> Phrases:
    return Phrases(deeds(), beside="'-")


_THING_END = r"(?![\w'-])"
# Words that end what a verb takes.
_AWAY = (
    r"(?!(?:to|that|which|who|under|by|with|in|at|after|before|and|from|during|on|between|against|amid|as|into|for|"
    r"because|when|where|while|aimed|its|his|her|including|included|includes|as|than) )"
)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    thing = rf"(?:(?:{one_of(thing_words())}){_THING_END}|{BODY})"
    body = rf"(?:(?:{one_of(thing_words('body'))}){_THING_END}|{BODY})"
    first = rf"(?:{one_of(first_words())}) (?:[a-z0-9-]+ ){{0,3}}?(?:meeting|session|plenary|consultation)"
    done, going = one_of(welcome_words("done")), one_of(welcome_words("going"))
    return {
        "object": re.compile(rf"(?: on {DATE})?(?: {_AWAY}[^ ,.;:\"]+){{0,7}}? (?P<thing>{thing})"),
        "subject": re.compile(rf"(?P<thing>{thing})(?P<rest>[^,;.\"]{{0,110}}?)(?P<which>,? (?:which|that))?,? $"),
        "first of": re.compile(rf"(?<![\w-]){first} (?:of|under|within) (?:[^ ,.;\"]+ ){{0,6}}?(?P<thing>{body})"),
        "its first": re.compile(rf" its {first}(?![\w-])"),
        "welcome": re.compile(
            rf"(?<![\w'-])(?:{one_of(welcome_words('verbs'))}) (?:that |the fact that )?(?:both |also |with satisfaction )?"
            rf"(?:(?:the|their|a|an|this|its) )?(?:(?!(?:of|for|to|need|importance) )[a-z-]+ ){{0,2}}?(?:(?P<done>{done})|(?P<going>{going}))(?![\w'-])"
            rf"(?: made| achieved| thus far| so far){{0,2}} (?:of|in|on|with|towards?|by|to) (?P<what>[^,;.:\"]{{2,160}})"
        ),
        "achieved": re.compile(
            rf"(?<![\w'-])(?:{one_of(welcome_words('verbs'))}) what (?P<what>[^,;.:\"]{{2,80}}?{body}[^,;.:\"]{{0,40}}?) "
            r"(?:had|has|have) (?:achieved|accomplished|done)"
        ),
        "thing": re.compile(rf"(?<![\w'-]){thing}"),
        "fruit": re.compile(rf"(?<![\w'-])(?:is|was|are|were) (?:[a-z]+ )?(?:the )?(?:{one_of(back_words('fruit'))})"),
    }


def find_outcomes(
    document: Document, page: Page, encounters: Sequence[Encounter], meetings: Sequence[Meeting]
) -> tuple[Outcome, ...]:
    """Return the outcomes of a page in the order of the text."""
    done, things = _gates()
    found: dict[str, Outcome] = {}
    for line in page.lines:
        words = line.words
        if line.headline or words.isdisjoint(done):
            continue
        shape = line.skeleton.shape
        backs = backs_on(line)
        if (not backs and words.isdisjoint(things) and "body" not in line.skeleton.kinds) or shape.endswith("?"):
            continue
        for told in _told_on(page, line, backs):
            outcome = _record(document, page, line, told, encounters, meetings)
            if outcome:
                found.setdefault(outcome.id, outcome)
    return tuple(found.values())


def _told_on(page: Page, line: Line, backs: Sequence[Back]) -> Iterator[_Told]:
    shape = line.skeleton.shape
    yield from _welcomed(line, backs)
    table = deeds()
    conditional = not line.words.isdisjoint(CONDITIONS)
    for match in _deeds().finditer(shape):
        deed = table[match.group()]
        start, end = match.span()
        if conditional and CONDITION.search(shape[max(0, start - 90) : start]):
            continue
        effect = _effect(shape, start, deed.effect, match.group())
        if effect is None:
            continue
        not_yet = _NOT_YET.search(shape, max(0, start - 60), start)
        auxiliary = not_yet.start() if not_yet else auxiliary_start(shape, start)
        passive = _PASSIVE.search(shape[auxiliary:start]) is not None
        if passive and not _WAS.search(shape[auxiliary:start]) and effect == "delivers":
            continue  # "is held every year"
        if effect == "contradicts" and _WHICH_IS.search(shape[max(0, auxiliary - 8) : auxiliary]):
            continue  # "to restart a dialogue that has been suspended since 2018"
        back = _attached(shape, start, end, backs, alone=deed.alone)
        thing = _thing(page, line, deed.how, start, end, auxiliary, passive=passive)
        if thing and not _brought_about(shape, match.group(), thing["thing"], thing.end()):
            thing = None
        first = back is None and _first(line, start, end, auxiliary, passive=passive)
        if back is None and not first and not (deed.alone and thing):
            continue
        if (
            not first
            and deed.how == "done"
            and not passive
            and not _PRONOUN.search(shape[max(0, auxiliary - 16) : auxiliary])
            and not (
                subject_of(page, line, auxiliary) or (back and _IT.search(shape[max(0, auxiliary - 12) : auxiliary]))
            )
        ):
            continue  # "the newly established body"
        begin = _clause_start(shape, auxiliary)
        if _NOBODY.search(shape, begin, start) or (passive and _BY_OTHERS.match(shape, end)):
            continue
        begin = min(begin, back.start) if back and _only_comma(shape, back.end, begin) else begin
        stop = _clause_end(shape, max(end, back.end if back and back.start >= start else end))
        yield _Told(
            begin,
            stop,
            start,
            effect,
            "outcome.back" if back else "outcome.done",
            back,
            backs,
            (begin, stop),
            deed.alone,
        )
    fruit = _patterns()["fruit"].search(shape) if not line.words.isdisjoint(_FRUITS) else None
    if fruit:
        agreed = _AGREED_TO.search(shape[: fruit.start()])
        back = Back(agreed.start(), agreed.end(), "agreed") if agreed else Back(fruit.start(), fruit.end(), "fruit")
        yield _Told(
            _opening(shape),
            fruit.end(),
            fruit.start(),
            "delivers",
            "outcome.fruit",
            back,
            (back,),
            (0, fruit.end()),
            True,
        )


_FRUITS = frozenset(["fruit", "result", "outcome", "fulfilment"])
_AGREED_TO = re.compile(
    r"(?<![\w'-])(?:agreed|promised|pledged|decided) (?:at|in|on|during) [^;.\"]{3,100}?(?= to | that )"
)
_PASSIVE = re.compile(r"(?<!\w)(?:was|were|is|are|been|being|be)(?: [a-z]+ly| also| then| first| again| only)* $")
_WAS = re.compile(r"(?<!\w)(?:was|were|been) ")
# Auxiliaries and what stands before them, which say that it has not happened.
_AHEAD = re.compile(
    r"(?<!\w)(?:will|would|shall|should|may|might|could|can|must|to|expected|due|set|scheduled|slated|likely|ready|"
    r"planning|planned|plans?|hopes?|hoped|intends?|wants?|wanted|about|going|cannot) (?:[a-z]+ )*$"
)
_NOT = re.compile(r"(?<!\w)(?:not|never|no longer|nor|neither|hardly|n't|none|nobody)(?: [a-z]+){0,2} $")
_NOT_YET = re.compile(
    r"(?<!\w)(?:has|have) (?:still |so far |yet )?(?:not yet|not|yet to|still to)(?: yet)?(?: been| be)?(?: [a-z]+ly)? $"
)
_PRONOUN = re.compile(r"(?<!\w)(?:they|we)(?: also| then| jointly)? $")
_WHICH_IS = re.compile(r"(?<!\w)(?:which|that) $")
# "no agreement was signed"
_NOBODY = re.compile(r"(?<!\w)(?:no|neither|none|nor|few|nobody)(?!\w)")
# "was signed by all heads of state": whose outcome it is, the words do not say
_BY_OTHERS = re.compile(
    rf"[^,;.]{{0,40}}? by (?!{DATE})(?:all|the|its|their|several|many|other) (?!two|three|{ACTOR})[a-z]+"
)
_IT = re.compile(r"(?<!\w)(?:it|they|which|that)(?: [a-z]+ly)? $")


def _effect(shape: str, start: int, effect: str, words: str) -> str | None:
    """Return what a deed at ``start`` comes to; None where it has not happened."""
    before = shape[max(0, start - 60) : start]
    if _NOT_YET.search(before):
        return "contradicts" if effect == "delivers" else None
    auxiliary = shape[auxiliary_start(shape, start) : start]
    if _AHEAD.search(auxiliary) or _NOT.search(before):
        return None
    if effect == "supports":
        return effect
    forms = ("base", "past", "participle") if words.startswith(("set ", "put ")) else ("past", "participle")
    return effect if verb_status(shape, start, cast("tuple[str, ...]", forms)) == "held" else None


def _thing(
    page: Page, line: Line, how: str, start: int, end: int, auxiliary: int, *, passive: bool
) -> re.Match[str] | None:
    """Return the body or paper that the deed is told of."""
    shape = line.skeleton.shape
    if how == "done" and not passive:
        found = _patterns()["object"].match(shape, end)
    else:
        found = _patterns()["subject"].search(shape, max(0, auxiliary - 150), auxiliary)
        if found and _VERB.search(found["rest"]):
            return None
    return found if found and _is_thing(line, found["thing"]) else None


# "the agreement, said Lee, [was]": what stands between a thing and its verb holds no other verb.
_VERB = re.compile(r"(?<!\w)(?:said|told|says|say|was|were|is|are|has|have|had|will|would|and [a-z]+ed)(?!\w)")


_TO_DO = re.compile(r" (?:to|for) ")


def _brought_about(shape: str, deed: str, thing: str, end: int) -> bool:
    """Return whether the deed is done to the thing as an agreement: a plan to travel is none, consultations end."""
    if thing in ("plan", "plans") and _TO_DO.match(shape, end):
        return False
    if deed == "concluded":
        return thing not in _ENDED
    return not (thing in ("plan", "plans") and deeds()[deed].effect == "contradicts")


_ENDED = frozenset(["consultations", "dialogue", "dialogues", "commission", "committee", "council", "body"])


def _is_thing(line: Line, words: str) -> bool:
    if "\ue900" <= words[0] <= "\ue9ff":
        return _thing_at_the_end().search(line.mention(words[0]).label.lower()) is not None
    return True


@functools.cache
def _thing_at_the_end() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{one_of(thing_words())})\Z")


def _first(line: Line, start: int, end: int, auxiliary: int, *, passive: bool) -> bool:
    """Return whether a body held its first meeting: "the first meeting of the committee was held"."""
    shape = line.skeleton.shape
    if line.words.isdisjoint(_firsts()) or not _HELD.match(shape, start):
        return False
    of = _patterns()["first of"]
    if passive or shape.startswith("took place", start):
        found = of.search(shape, max(0, auxiliary - 160), auxiliary)
    else:
        if _patterns()["its first"].match(shape, end):
            subject = _patterns()["subject"].search(shape, max(0, auxiliary - 150), auxiliary)
            return bool(subject and not _VERB.search(subject["rest"]) and _is_thing(line, subject["thing"]))
        found = of.search(shape, end, end + 150)
        if found and not _NEAR.fullmatch(shape, end, found.start()):
            return False
    return bool(found and _is_thing(line, found["thing"]))


_HELD = re.compile(r"(?:held|convened|opened|took place)(?!\w)")
_NEAR = re.compile(r" (?:the|their|its|an?)(?: [a-z-]+)? ")


@functools.cache
def _firsts() -> frozenset[str]:
    return cue_words(first_words())


def _welcomed(line: Line, backs: Sequence[Back]) -> Iterator[_Told]:
    """Yield what somebody welcomed that has come: "welcomed the launch of the body", "noted the progress of the talks"."""
    shape = line.skeleton.shape
    if line.words.isdisjoint(_welcome_cues()):
        return
    for match in (*_patterns()["welcome"].finditer(shape), *_patterns()["achieved"].finditer(shape)):
        start, end = match.start(), match.end()
        verb_end = match.start("what")
        if _AHEAD.search(shape[auxiliary_start(shape, start) : start]) or _NOT.search(
            shape[max(0, start - 30) : start]
        ):
            continue
        if _UNDECIDED.search(shape, start, verb_end) or _PLANNED_THING.match(shape, verb_end):
            continue
        if match.group().startswith("reviewed") and "progress" not in match.group():
            continue
        done = match.re is _patterns()["welcome"] and match["done"] is not None
        going = match["going"] if match.re is _patterns()["welcome"] else None
        thing = next(
            (m for m in _patterns()["thing"].finditer(shape, verb_end, end) if _is_thing(line, m.group())), None
        )
        if done and any(m.date.future for m in line.between(start, end) if m.date):
            continue
        back = _attached(shape, start, verb_end, backs, alone=True)
        if thing is None and not (going and (back or _UNDER_WAY.search(shape, verb_end, end))):
            continue
        begin = _clause_start(shape, start)
        stop = (
            max(end, back.end)
            if back and back.start <= end + 90 and not _WHICH.search(shape[end : back.start])
            else end
        )
        stop = len(shape[:stop].rstrip(" .,;"))
        effect = "delivers" if done else "supports"
        yield _Told(begin, stop, start, effect, "outcome.noun", back, backs, (verb_end, end), True)


@functools.cache
def _welcome_cues() -> frozenset[str]:
    return cue_words(welcome_words("verbs"))


_UNDECIDED = re.compile(
    r"(?<!\w)(?:planned|upcoming|forthcoming|proposed|possible|expected|early|future|next|potential|imminent)(?!\w)"
)
_PLANNED_THING = re.compile(r"(?:the |an? )?(?:planned|upcoming|forthcoming|proposed|future)(?!\w)")
_GOING_ON = frozenset(
    [
        "implementation",
        "implementing",
        "discussions",
        "consultations",
        "negotiations",
        "talks",
        "coordination",
        "agreed",
    ]
)
_UNDER_WAY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_GOING_ON))})(?!\w)")
_WHICH = re.compile(r", (?:which|who) (?:is|was|are|were)(?! among| one of)")


_BREAK = re.compile(
    r"[;\"]|: |, (?:and|but|while|as well as) |(?:,| and)(?: also| then)? (?:[a-z]{2,}ed|said|told|held|met|will|would) |"
    r"(?<!\w)(?:said|says|told|will|would|should|must|(?:which|that) (?:is|are)(?! (?:among|one of|an?|the) )|if|unless)(?!\w)"
)
_LOOSE = re.compile(r"(?<!\w)(?:to (?!(?:the|an?|its|their|his|her) )[a-z]+|(?:on|of|for|in|towards?) [a-z]+ing) ")
_AND_IT = re.compile(r"; (?:it|they) |,? and (?:it |they )?")


def _attached(shape: str, start: int, end: int, backs: Sequence[Back], *, alone: bool) -> Back | None:
    """Return the words that refer back and belong to the deed [start, end): the next behind it, else the last before."""
    for back in backs:
        gap = shape[end : back.start]
        if back.start >= end and len(gap) <= 170:
            if not _BREAK.search(gap) and (alone or not _LOOSE.search(gap)):
                return back
            break
    for back in reversed(backs):
        if back.end <= start and start - back.end <= 130:
            gap = shape[back.end : auxiliary_start(shape, start)]
            if back.kind == "said" and (not gap.strip() or _AND_IT.fullmatch(gap)):
                return back
            if (back.start <= _opening(shape) or back.kind == "which") and not _BREAK.search(gap):
                return back
            break
    return None


def _only_comma(shape: str, end: int, begin: int) -> bool:
    return end <= begin and not shape[end:begin].strip(" ,")


_OPENING = re.compile(r" ?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] |[-*•·–] )")
_SEPARATOR = re.compile(
    r"; |: |, (?:and|but|while|as|although|because) |(?<!\w)(?:said|says|stated|noted|added|confirmed|reported)(?: that)? |\" ?"
)
_NOUN = re.compile(r"(?<!\w)(?:the|an?|its|their|this) ")


def _opening(shape: str) -> int:
    numbered = _OPENING.match(shape)
    return numbered.end() if numbered else 0


def _clause_start(shape: str, position: int) -> int:
    """Return where the clause of the verb at ``position`` begins; a clause with "which" begins with what it is about."""
    first = _opening(shape)
    which = max(shape.rfind(", which ", first, position), shape.rfind(", that ", first, position))
    if which > 0 and "," not in shape[which + 2 : position]:
        nouns = [m.start() for m in _NOUN.finditer(shape, max(first, which - 120), which)]
        if nouns:
            return nouns[-1]
    for match in _SEPARATOR.finditer(shape, first, position):
        first = match.end()
    return first


_CLAUSE_END = re.compile(
    r";|,?\"|, (?:and|but|while|which|who|where|whose) |, (?:said|according|[a-z]+ing )| and (?:[a-z]+ed|agreed|said|works|will|is|are) "
)


def _clause_end(shape: str, position: int) -> int:
    match = _CLAUSE_END.search(shape, position)
    while match and match.group().endswith('"') and shape.count('"', 0, match.start()) % 2 == 0:
        match = _CLAUSE_END.search(shape, match.end())  # a quotation begins
    stop = match.start() if match else len(shape)
    return position + len(shape[position:stop].rstrip(" .,;:\"'"))


def _record(
    document: Document,
    page: Page,
    line: Line,
    told: _Told,
    encounters: Sequence[Encounter],
    meetings: Sequence[Meeting],
) -> Outcome | None:
    text, back = document.text, told.back
    main = encounters[0] if encounters else None
    by = _whose(page, line, told, main)
    if len(by) < (1 if back or told.effect == "contradicts" else 2):
        return None
    start, end = line.skeleton.span(told.start, told.end)
    if start >= end:
        return None
    evidence = [Evidence.of(text, line.sentence.start, line.sentence.end), Evidence.of(text, start, end, "text")]
    follows = None
    if back:
        first, last = line.skeleton.span(back.start, back.end)
        evidence.append(Evidence.of(text, first, last, "follows_text"))
        named = _date_in(page, line, back.start, back.end)
        if named and named.date:
            follows = named.date.value
            evidence.append(Evidence.of(text, named.start, named.end, "follows"))
    happened = _happened(page, line, told)
    when = happened.date.value if happened and happened.date else None
    if when and happened:
        evidence.append(Evidence.of(text, happened.start, happened.end, "when"))
    if follows and when and dates.last_day(when) < dates.first_day(follows):
        return None
    earlier = _followed(line, back, follows, by, meetings) if back else None
    return Outcome(
        id=finding_id("o", document.id, line.skeleton.text_start(told.at), end, told.effect),
        text=text[start:end],
        effect=cast(Effect, told.effect),
        follows=follows,
        follows_meeting=earlier,
        follows_text=next((e.quote for e in evidence if e.field == "follows_text"), None),
        by=by,
        when=when,
        meeting=_meeting(line, when, by, earlier, encounters, meetings),
        rule=told.rule,
        evidence=tuple(evidence),
    )


def _whose(page: Page, line: Line, told: _Told, main: Encounter | None) -> tuple[str, ...]:
    """Return the countries whose outcome it is; none where the words leave it open."""
    back = told.back
    near = [
        m
        for position, index in line.skeleton.placed
        if told.whose[0] <= position < told.whose[1]
        and not (back and back.start <= position < back.end)
        and (m := line.mentions[index]).kind not in ("place", "date")
    ]
    codes = countries_of(near)
    if len(codes) > 1:
        return codes
    if back:
        more = [m for m in line.between(back.start, back.end) if m.kind != "place"]
        codes = (*codes, *(c for c in countries_of(more) if c not in codes))
        if len(codes) > 1:
            return codes
    known = tuple(main.countries) if main is not None and len(main.countries) > 1 else page.common
    if len(known) < 2 or not set(codes) <= set(known):
        return codes
    if told.rule != "outcome.noun" and codes and not any(m.kind == "group" for m in near) and not back:
        return codes  # "Japan adopted a plan": by itself
    return known if len(known) == 2 or any(m.kind == "group" for m in line.mentions) or not codes else codes


def _date_in(page: Page, line: Line, start: int, end: int) -> Mention | None:
    for mention in line.between(start, end):
        date = mention.date
        if date and date.value and not date.future and not (page.day and date.value[:10] > page.day):
            return mention
    return None


def _happened(page: Page, line: Line, told: _Told) -> Mention | None:
    """Return the date on which it came about: the nearest to the deed that is not the agreement's."""
    low = told.start if told.rule != "outcome.noun" else told.at
    near: tuple[int, Mention] | None = None
    for position, index in line.skeleton.placed:
        mention = line.mentions[index]
        date = mention.date
        if not (low <= position < told.end) or not date or date.role != "event" or not date.value or date.future:
            continue
        if any(other.start <= position < other.end for other in told.backs):
            continue
        between = (
            line.skeleton.shape[position : told.at] if position < told.at else line.skeleton.shape[told.at : position]
        )
        if _OTHER_DAY.search(between) or (position < told.at and _OTHER_DAY.search(line.skeleton.shape, low, position)):
            continue
        if page.day and dates.first_day(date.value) > dates.last_day(page.day):
            continue
        distance = abs(position - told.at)
        if near is None or distance < near[0]:
            near = (distance, mention)
    return near[1] if near else None


# "which they announced last August", "after the talks on Monday": the day of something else
_OTHER_DAY = re.compile(
    r"(?<!\w)(?:which|who|whom|where|since|after|before|ahead of|until|taking|following|signed|reached|agreed)(?!\w)"
)


def _followed(
    line: Line, back: Back, follows: str | None, by: Sequence[str], meetings: Sequence[Meeting]
) -> str | None:
    """Return the id of the one meeting of the reading that the words refer back to."""
    able = [m for m in meetings if m.status == "held" and len(set(by) & set(m.countries)) >= min(2, len(by))]
    if follows:
        able = [m for m in able if m.start and dates.overlap(m.start, m.end, follows, None)]
    else:
        cities = [m.place.name for m in line.between(back.start, back.end) if m.place and m.place.kind == "city"]
        able = [m for m in able if m.place and any(m.place.name.endswith(city) for city in cities)]
    able = [m for m in able if m.level == "leaders"] or able if len(able) > 1 else able
    return able[0].id if len(able) == 1 else None


def _meeting(
    line: Line,
    when: str | None,
    by: Sequence[str],
    earlier: str | None,
    encounters: Sequence[Encounter],
    meetings: Sequence[Meeting],
) -> str | None:
    """Return the id of the meeting at which it came about, or at which it was noted."""
    able = [
        (encounter, meeting)
        for encounter, meeting in zip(encounters, meetings, strict=False)
        if meeting.status == "held" and set(by) & set(meeting.countries) and meeting.id != earlier
    ]
    if when:
        fit = [m for _, m in able if m.start and dates.overlap(m.start, m.end, when, None)]
        fit = [m for m in fit if m.main] or fit
        return fit[0].id if len(fit) == 1 else None
    # The meeting that the sentence speaks of, or the one before: "There the two adopted a plan".
    place = line.sentence.index
    for back in (0, 1) if _THERE.match(line.skeleton.shape) else (0,):
        here = [m for e, m in able if any(one.sentence.index == place - back for one in e.lines)]
        if len(here) == 1 and back:
            return here[0].id
        if any(m.main for m in here):
            break
    main = next((m for _, m in able if m.main), None)
    return main.id if main else None


_THERE = re.compile(r"(?:there|then|at the (?:meeting|summit))(?!\w)")
