"""Record what a document tells of its meeting, clause by clause: what about, what was done in words, how firmly.

In:   a page and its meetings.
Out:  Points in the order of the text; none for a document that is about no meeting of two or more.

Every sentence but headlines belongs to a point. A sentence is cut where a second speech act begins ("welcomed the
talks and agreed to go on"). Rules: ``point.act`` (the clause has a speech act), ``point.will`` (both sides are to do
something: as firm as an agreement), ``point.plain`` (neither).
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from shuttle.lexicons.acts import Act, act_words, acts
from shuttle.reading.alternation import one_of
from shuttle.reading.areas import AreaHit, area_hits
from shuttle.reading.mentions import Mention
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR, GROUP, PAIR
from shuttle.reading.subjects import countries_of, subject_of
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Grade, Meeting, Point

__all__ = ["find_points"]

_RANK = {grade: number for number, grade in enumerate(get_args(Grade))}
# What a speech act could be told of in a text of that length is no longer one meeting.
_MOST_LINES = 600


@dataclass(frozen=True, slots=True)
class _Told:
    """A speech act in a line: where it stands in the shape, what it is, who does it, whether it is denied."""

    start: int
    end: int
    verb: Act
    grade: Grade
    denied: bool
    by: tuple[str, ...]


def find_points(page: Page, meetings: Sequence[Meeting]) -> tuple[Point, ...]:
    """Return the points of a page on its main meeting."""
    main = next((meeting for meeting in meetings if meeting.main), None)
    if main is None or len(main.countries) < 2:
        return ()
    areas = area_hits(page)
    return tuple(
        point
        for line in page.lines[:_MOST_LINES]
        if not line.headline
        for point in _points_of(page, line, main.countries, areas)
    )


def _points_of(page: Page, line: Line, parties: tuple[str, ...], areas: Sequence[AreaHit]) -> Iterator[Point]:
    shape = line.skeleton.shape
    told = _acts_in(page, line, parties)
    cuts = _cuts(shape, told)
    opening = _opening().match(shape) if len(cuts) > 1 else None
    for start, end in cuts:
        mine = [one for one in told if start <= one.start < end]
        yield _point(page, line, parties, areas, mine, start, end, opening)


def _point(
    page: Page,
    line: Line,
    parties: tuple[str, ...],
    hits: Sequence[AreaHit],
    told: Sequence[_Told],
    start: int,
    end: int,
    opening: re.Match[str] | None,
) -> Point:
    text, skeleton = page.text, line.skeleton
    first, last = skeleton.span(start, end)
    evidence = [Evidence.of(text, first, last)]
    areas = list(_areas_in(text, hits, first, last))
    if opening and start >= opening.end():
        before = skeleton.span(opening.start(), opening.end())
        evidence.append(Evidence.of(text, *before, "opening"))
        areas += _areas_in(text, hits, *before)
    best = min(told, key=lambda one: (_RANK[one.grade], one.start), default=None)
    willed = None if best and _RANK[best.grade] < _RANK["welcomed"] else _willed(page, line, parties, start, end)
    names = tuple(dict.fromkeys(_names(line.between(start, end), parties)))
    rule, denied = "point.plain", False
    by: tuple[str, ...] = ()
    act: str | None = None
    grade: Grade | None = None
    where: tuple[int, int] | None = None
    if willed:
        where, grade, by, rule = willed.span("act"), _willed_grade(skeleton.shape, willed), parties, "point.will"
    elif best:
        where, grade, denied, by, rule = (best.start, best.end), best.grade, best.denied, best.by, "point.act"
    if where:
        words = Evidence.of(text, *skeleton.span(*where), "act")
        evidence.append(words)
        act = words.quote
    return Point(act, grade, denied, by, tuple(dict.fromkeys(areas)), names, rule, tuple(evidence))


# "the Ministry of Trade, Industry and Energy" is who talks, not what about.
_DEPARTMENT = re.compile(
    r"(?:Ministry|Ministries|Department|Office|Bureau) (?:of|for) (?:the )?[A-Z]\w+(?:(?:, (?:and )?| and | )[A-Z]\w+)*"
)


def _areas_in(text: str, hits: Sequence[AreaHit], start: int, end: int) -> Iterator[str]:
    """Yield the areas that [start, end) of the text names, but for those that only the name of a ministry holds."""
    number = bisect_left(hits, (start,))
    departments: list[re.Match[str]] | None = None
    while number < len(hits) and hits[number][0] < end:
        first, last, area = hits[number]
        number += 1
        if departments is None:
            departments = list(_DEPARTMENT.finditer(text, start, end))
        if last <= end and not any(one.start() <= first < one.end() for one in departments):
            yield area


# --- speech acts ---


@functools.cache
def _verbs() -> re.Pattern[str]:
    words = [word for word, verb in acts().items() if verb.forms != ("ing",)]
    return re.compile(rf"(?<![\w'-]){one_of(words)}(?![\w-])")


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in acts())


# "as agreed", "the agreed plan", "agreed upon in March": what refers back is no act of this meeting.
_BACK = re.compile(r"(?<!\w)(?:as|the|an?|had|previously|already|earlier|which|that was|that were) (?:been )?$")
_BACK_AFTER = re.compile(r" upon(?! the| that)| (?:in|at|during) (?:the )?(?:last|previous|earlier)")
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:the|an?|his|her|their|its|of|in|for|with|under|by|no|our|this|that|joint) (?:[a-z-]+ )?$"
)
_NOT = re.compile(r"(?<!\w)(?:not|never|n't|neither|nor)(?: [a-z]+ly| be| been| even| yet)*,? $|n't (?:[a-z]+ )?$")
# One of these is in whatever the two patterns beside match.
_DENYING = ("not ", "n't ", "never", "either ", "nor ", "clin", "refus", "fail", "without")
_DECLINED = re.compile(r"(?<!\w)(?:declined|refused|failed|declines|refuses|fails|without)(?: to)? $")
_NOBODY = re.compile(
    r"(?<!\w)(?:neither|no|nor|none) (?:[a-z-]+ )?(?:of the )?(?:[a-z]+|[\ue000-\ueaff])?(?: (?:was|were|has been|have been|is))? ?$"
)
_THEY = re.compile(
    r"(?<!\w)(?:they|both|the two|the pair|the duo|all)(?: (?:of them|also|then|further|both|each|jointly|all|have|had|[a-z]+ly))*,? $"
)
_PASSIVE = re.compile(r"(?<!\w)(?:was|were|is|are|been|being)(?: (?:not|also|never|[a-z]+ly))* $")
_JOINED = re.compile(r"(?:,| and| but|, and) (?:[a-z]+ly )?$")
_MANY_ACTS = 12


def _acts_in(page: Page, line: Line, parties: tuple[str, ...]) -> list[_Told]:
    if _first_words().isdisjoint(line.words):
        return []
    shape = line.skeleton.shape
    found: list[_Told] = []
    for match in _verbs().finditer(shape):
        verb = acts()[match.group()]
        start, end = match.span()
        told = _told(page, line, parties, verb, start, end, found[-1] if found else None)
        if told:
            found.append(told)
            if len(found) == _MANY_ACTS:
                break
    return found


def _told(
    page: Page, line: Line, parties: tuple[str, ...], verb: Act, start: int, end: int, last: _Told | None
) -> _Told | None:
    shape = line.skeleton.shape
    before = shape[max(0, start - 60) : start]
    if _BACK.search(before) or _BACK_AFTER.match(shape, end):
        return None
    denied = any(map(before.__contains__, _DENYING)) and bool(_NOT.search(before) or _DECLINED.search(before))
    if not denied and verb_status(shape, start, verb.forms) != "held":
        if not _NOBODY.search(before):
            return None
        denied = True
    if "past" not in verb.forms and "participle" not in verb.forms and _NOUN_BEFORE.search(before):
        return None  # "of support", "a request"
    passive = bool(_PASSIVE.search(before))
    # Where both are named at once before the verb, nobody need be looked for.
    obvious = passive or _THEY.search(before)
    subject = [] if obvious else subject_of(page, line, auxiliary_start(shape, start))
    if not subject and not obvious and (aside := _ASIDE.search(before)):
        subject = line.between(start - len(aside.group()), start)
    by = _by(page, line, parties, subject, before, passive=passive and verb.together in _OF_BOTH)
    if not subject and not by and not passive and verb.forms[0] == "past" and _JOINED.search(before):
        # "discussed the truce and agreed", "spoke with the Prime Minister and invited him": whoever did the first thing.
        first = _ACTOR_FIRST.match(shape)
        subject = line.between(0, first.end()) if first else []
        by = last.by if last else _by(page, line, parties, subject, before, passive=False)
    if passive and not by and _BY.match(shape, end):
        by = tuple(code for code in countries_of(line.between(end, end + 8)) if code in parties)
    if not by and not passive and not subject and not denied:
        return None  # a participle: "the plan adopted in March"
    with_other = _WITH.match(shape, end)
    if with_other and len(by) == 1:
        others = countries_of(line.between(with_other.start(), with_other.end()))
        by = (*by, *(code for code in others if code in parties and code not in by))
    together = len(by) > 1
    grade = cast(Grade, verb.together if together else verb.alone)
    if grade == "agreed":
        grade = _agreed(shape, end)
    return _Told(start, _act_end(shape, end), verb, grade, denied, by)


# "reaffirmed with the Prime Minister the will to": both did
_WITH = re.compile(rf" with (?:the )?{ACTOR}")


def _by(
    page: Page, line: Line, parties: tuple[str, ...], subject: Sequence[Mention], before: str, *, passive: bool
) -> tuple[str, ...]:
    """Return the parties that act, all of them where the words say so."""
    if passive or _THEY.search(before):
        return parties
    if any(mention.kind in ("group", "pair") for mention in subject):
        return tuple(code for code in countries_of(subject) if code in parties) or parties
    return tuple(code for code in countries_of(subject) if code in parties)


# "the President once more gave his support"
_ASIDE = re.compile(
    rf"{ACTOR},? (?:once more|once again|yet again|in turn|in response|in reply|for (?:his|her|its) part),? $"
)
# Passive, these are done by both: "it was agreed", "Ukraine was discussed".
_OF_BOTH = ("agreed", "discussed")
_BY = re.compile(r" by (?:the )?")


@functools.cache
def _views() -> re.Pattern[str]:
    return re.compile(rf" (?:on |upon |with )?{one_of(act_words('view'))}(?!\w)")


@functools.cache
def _consults() -> re.Pattern[str]:
    # Among the next five words: "to open consultations between the authorities", "on deepening talks".
    return re.compile(rf"(?:(?:,? [^ ,;.]+){{0,4}}?) {one_of(act_words('consult'))}(?!\w)")


def _agreed(shape: str, end: int) -> Grade:
    if _views().match(shape, end):
        return "shared the view"
    if _consults().match(shape, end):
        return "decided to consult"
    return "agreed"


_PARTICLE = re.compile(r" (?:on|to|that|upon|with|for|the view|the concern|the recognition)(?!\w)")


def _act_end(shape: str, end: int) -> int:
    particle = _PARTICLE.match(shape, end)
    return particle.end() if particle else end


# --- what both will do ---


@functools.cache
def _will() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{GROUP}|{PAIR}|{ACTOR} and (?:the )?{ACTOR}|(?<!\w)they|(?<!\w)both)(?: (?:also|then|further|jointly|both))*"
        r" (?P<act>(?:will|shall|are to)(?: (?:also|then|further|jointly|continue to|keep|work to|seek to|go on|[a-z]+ly))*"
        r" (?P<verb>[a-z]+))"
    )


_MAYBE = re.compile(r"(?<!\w)(?:if|whether|unless|could|may|might)(?!\w)[^;.]*$")


def _willed(page: Page, line: Line, parties: tuple[str, ...], start: int, end: int) -> re.Match[str] | None:
    shape = line.skeleton.shape
    if "will" not in line.words and "shall" not in line.words and "are" not in line.words:
        return None
    for match in _will().finditer(shape, start, end):
        codes = countries_of(line.between(match.start(), match.end()))
        if codes and len(set(codes) & set(parties)) < 2:
            continue
        if match["verb"] in act_words("programme") or _MAYBE.search(shape[start : match.start()]):
            continue
        return match
    return None


def _willed_grade(shape: str, at: re.Match[str]) -> Grade:
    return "decided to consult" if _consults().match(shape, at.start("verb") - 1) else "agreed"


# --- clauses ---

_JOIN = re.compile(r"(?:;|,? and|,? while|,? but|,? whereas) (?:also |then )?")
_ACTOR_LAST = re.compile(rf"{ACTOR}(?:'s)?$")
_ACTOR_FIRST = re.compile(rf"(?:the )?{ACTOR}")
_SHORTEST = 12
_ACTOR_SIGN = re.compile(ACTOR)
_NUMBER = re.compile(r"[\s\"'(]*(?:\(?\d{1,2}[.)]\s+|[-*•]\s*)?")


def _cuts(shape: str, told: Sequence[_Told]) -> list[tuple[int, int]]:
    """Return the clauses of a line: each but the first begins behind a conjunction that leads to a speech act."""
    numbered = _NUMBER.match(shape)
    begin = numbered.end() if numbered and numbered.end() < len(shape) else 0
    if not told:
        return [(begin, len(shape))] if shape[begin:].strip() else []
    starts = [begin]
    for place, other in enumerate(told):
        first = place == 0
        join = None
        for match in _JOIN.finditer(shape, begin if first else told[place - 1].end, other.start):
            join = match
        if join is None or join.start() - starts[-1] < _SHORTEST:
            continue
        between = shape[join.end() : other.start]
        # Before the first act there must be another verb: "spoke with the President and [thanked] him".
        if len(between.split()) > (2 if first else 9) or (first and _ACTOR_SIGN.search(between)):
            continue
        if (
            _ACTOR_LAST.search(shape, 0, join.start())
            and _ACTOR_FIRST.match(between)
            and not join.group().startswith(";")
        ):
            continue
        starts.append(join.end())
    ends = [*(_before_join(shape, start) for start in starts[1:]), len(shape)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if shape[start:end].strip()]


_JOIN_LAST = re.compile(r"(?:;|,? and|,? while|,? but|,? whereas) (?:also |then )?$")


def _before_join(shape: str, start: int) -> int:
    match = _JOIN_LAST.search(shape, max(0, start - 20), start)
    return match.start() if match else start


@functools.cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{1,2}}\. )?{one_of(act_words('opening'))} [^,;]{{1,120}}(?=,)")


# --- what else is named ---


def _names(mentions: Sequence[Mention], parties: tuple[str, ...]) -> Iterator[str]:
    for mention in mentions:
        if mention.forum:
            yield mention.forum.name
        elif mention.place:
            yield mention.place.name
        elif mention.kind in ("country", "demonym", "pair", "body"):
            yield from (code for code in mention.countries if code not in parties)
