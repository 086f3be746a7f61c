"""What the words around a date say about it: whether they look forward, and what role the date plays.

A date without a year, or a weekday, lies before or after the day of writing; the verb that governs it
tells. The nearest clause to the left decides, then the one before it, and failing both the words that
follow ("On Monday the president is to speak").
"""

from __future__ import annotations

import re
from bisect import bisect_left

from shuttle.reading.dates.words import DAY_NAMES, LEXICON, YEAR_NAMES, either, normal
from shuttle.reading.dates.words import SPACE as S

__all__ = ["FUTURE", "PAST", "Verbs", "attributive", "role_of", "speaks"]

FUTURE, PAST = "future", "past"


# How each verb or phrase looks, FUTURE or PAST; and the verbs that look forward if an infinitive follows.
_LOOKS: dict[str, str] = {
    word: entry["where"]
    for entry in LEXICON["tense"]
    if entry["where"] != "planned" and not entry.get("beside")
    for word in entry["words"]
}
_PLANS: frozenset[str] = frozenset(
    word for entry in LEXICON["tense"] if entry["where"] == "planned" for word in entry["words"]
)
_WORDS = either({*_LOOKS, *_PLANS, "be"}, capital=False)

# What looks forward only at once before the date: "as early as Tuesday", "effective Feb. 1".
_AHEAD = re.compile(
    rf"\b{either(word for entry in LEXICON['tense'] if entry.get('beside') for word in entry['words'])}"
    rf"{S}(?:(?:on|from|late|early){S})?$"
)

# How far words to either side of a date are looked at.
_LEFT, _RIGHT = 240, 140

_PARTICIPLE = rf"(?:\w{{1,20}}ly{S})?(?:\w{{1,20}}ed|held|made|taken|given|met|sent|paid|built|brought)\b"
# One search for all cues; what they are is looked up. A participle may be an adjective, so it is weak. It is a whole
# word, so that nothing is gained by giving letters back.
# It begins with what stands before the word, so that `re` skips from gap to gap.
_CUE = re.compile(rf"\W(?:(?P<word>{_WORDS})(?!\w)|[a-z]{{5,23}}+(?<=[a-df-z]ed)\b)")
_BE_DONE = re.compile(rf"{S}{_PARTICIPLE}")
_WILL_BE_DONE = re.compile(rf"{S}(?:(?:have{S})?(?:been|be){S})?{_PARTICIPLE}")
_TO_DO = re.compile(rf"(?:{S}\w{{1,30}}){{0,3}}?{S}to{S}(?:be{S}{_PARTICIPLE}|[a-z]{{1,30}}\b)")


def _cues(text: str, low: int, high: int) -> list[tuple[int, int, str]]:
    """Return where each cue of [low, high) stands and how it looks: FUTURE, PAST or ``weak``."""
    if not low:  # a gap before the first word
        return [(start - 1, end - 1, looks) for start, end, looks in _cues(" " + text[:high], 1, high + 1)]
    found: list[tuple[int, int, str]] = []
    free = low
    for cue in _CUE.finditer(text, low - 1, high):
        start, end, word = cue.start() + 1, cue.end(), cue["word"]
        if start < free:
            continue  # "held" in "will be held"
        looks = "weak"
        if word is not None:
            word = normal(word.replace("’", "'"))
            looks = _LOOKS.get(word) or ("weak" if word.endswith("ed") else "")
            tail = _TO_DO if word in _PLANS else _BE_DONE if word == "be" else _WILL_BE_DONE
            followed = None if looks == PAST else tail.match(text, end, high)
            if followed is not None:
                end, looks = followed.end(), FUTURE
        if looks:
            found.append((start, end, looks))
            free = end
    return found


_SAID_SO = re.compile(r"(?:agreed|decided|pledged|vowed|promised|announced|said|told|proposed|planned|offered)\b")
# A sign, or one of "that", "who", "which", "while", "whose", "where", "when", "but", "before", "after", "as", "and",
# "said", "says"; written so that `re` skips to the letters with which one can begin.
_BOUNDARY = re.compile(
    r"[,;:–—()“”\"twbas](?:(?<=[^a-z])"
    r"|(?<!\w.)(?:(?<=t)hat|(?<=w)(?:ho|hich|hile|hose|here|hen)|(?<=b)(?:ut|efore)|(?<=a)(?:fter|s|nd)|(?<=s)(?:aid|ays))\b)"
)
# Between a date and the verb that follows it at once.
_AT_ONCE = re.compile(rf",?{S}(?:(?:also|\w{{1,20}}ly){S})?")
# Between a verb and the date that follows it at once.
_BESIDE = re.compile(rf"{S}(?:(?:on|in|late|early){S})?")
# Before the date, within its clause: "On ", "But in early ", "After the first meeting on ".
_ADVERBIAL = re.compile(
    rf"\W*(?:(?:After|Following|Since|During|At){S}(?:\w{{1,20}}{S}){{0,6}}|(?:\w{{1,20}}{S}){{0,3}})"
)
# "..., who took office in June, ..."; "..., wondering how ..., ..."
_PUT_IN = re.compile(rf"[,–—(]?{S}?(?:who|which|whose|where|when|while|after|before|as|\w{{1,20}}ing)\b")
_NAME_BEHIND = re.compile(rf"(?:{S}(?:[a-z]+|[A-Z][\w-]+)){{1,2}}")
_FREE_BEHIND = re.compile(
    rf"{S}(?:in|at|on|and|to|for|with|when|where|as|but|by|from|during|after|before|that|which|who|while|of|or|was|were|"
    r"is|are|will|would|has|had|have|the|a|an|he|she|they|it|said|told|amid|ahead|since|until|because|if)\b"
)
_DETERMINERS = (
    "the", "a", "an", "his", "her", "their", "its", "this", "our", "last", "next", "first", "second", "third",
)  # fmt: skip
_DETERMINED = re.compile(rf"(?:\b(?:{'|'.join(_DETERMINERS)})|['’]s?){S}$", re.IGNORECASE)


def attributive(text: str, start: int, end: int) -> bool:
    """Return whether the date stands before a noun as its attribute: "the July 27 meeting", "Tuesday's vote"."""
    if text.startswith(("'s ", "’s "), end):
        return True
    before = text[max(0, start - 12) : start].split()
    if not before or (before[-1].isalpha() and before[-1].lower() not in _DETERMINERS):
        return False
    if not _DETERMINED.search(text, max(0, start - 12), start):
        return False
    return bool(_NAME_BEHIND.match(text, end, end + 40)) and not _FREE_BEHIND.match(text, end, end + 12)


class Verbs:
    """The verbs and phrases of the sentence [low, high) that tell where its dates lie.

    A sentence is searched once, however many dates it has.
    """

    def __init__(self, text: str, low: int, high: int) -> None:
        self._text, self._low, self._high = text, low, high
        self._cues = _cues(text, low, high)
        self._boundaries = [low, *(boundary.start() for boundary in _BOUNDARY.finditer(text, low, high)), high]

    def tense(self, start: int, end: int) -> str | None:
        """Return ``FUTURE`` or ``PAST`` as the words around the date [start, end) say, or None."""
        if _AHEAD.search(self._text, max(self._low, start - 28), start):
            return FUTURE
        following = bisect_left(self._cues, (end,))
        if following < len(self._cues):
            first, _, kind = self._cues[following]
            if first < end + 24 and _AT_ONCE.fullmatch(self._text, end, first):
                # "on Friday agreed to meet": the day is that of agreeing.
                return PAST if kind == "weak" or _SAID_SO.match(self._text, first) else kind
        stop, number = start, bisect_left(self._boundaries, start)
        for _ in range(3):
            number -= 1
            if number < 0:
                break
            low = max(self._boundaries[number], start - _LEFT)
            tense = self._nearest(low, stop)
            if tense is not None:
                return tense
            if low != self._boundaries[number]:
                break
            stop = low
        # What follows a comma governs "On Monday, ...", and not "Building on the summit in August, ...".
        opening = self._boundaries[max(bisect_left(self._boundaries, start) - 1, 0)]
        adverbial = _ADVERBIAL.fullmatch(self._text, max(opening, start - 70), start) is not None
        return self._first(end, past_comma=adverbial)

    def _nearest(self, low: int, high: int) -> str | None:
        """Return what the cue nearest to ``high`` says; participles that may be adjectives yield to a verb."""
        weak = None
        for number in range(bisect_left(self._cues, (high,)) - 1, -1, -1):
            first, last, kind = self._cues[number]
            if first < low:
                break
            if last > high:
                weak = PAST  # "agreed on Monday to meet"
            elif kind != "weak":
                return kind
            elif _BESIDE.fullmatch(self._text, last, high):
                return PAST  # "the ruling issued on Thursday"
            else:
                weak = PAST
        return weak

    def _first(self, low: int, *, past_comma: bool) -> str | None:
        """Return what the first cue after a date says, clauses put in between left out."""
        position, limit = low, min(self._high, low + _RIGHT)
        number = bisect_left(self._boundaries, low + 1)
        if not past_comma and self._boundaries[number - 1] == low:
            return None
        while position < limit:
            stop = min(self._boundaries[number], limit) if number < len(self._boundaries) else limit
            if not _PUT_IN.match(self._text, position, stop):
                following = bisect_left(self._cues, (position,))
                if following < len(self._cues) and self._cues[following][0] < stop:
                    first, _, looks = self._cues[following]
                    # "During the summit in March we agreed to talk more": the day is that of agreeing.
                    return PAST if looks == "weak" or _SAID_SO.match(self._text, first) else looks
            if not past_comma:
                return None
            position, number = max(stop, position + 1), number + 1
        return None


_ROLES = {word.lower(): entry["role"] for entry in LEXICON["role"] for word in entry["words"]}
_ROLE = re.compile(rf"\b(?P<word>{either(_ROLES)})\b{S}(?:on{S}|the{S}|early{S}|late{S})*$")
# The last word of all that the two patterns of a role match.
_ROLE_ENDS = frozenset(
    [
        *(word.split()[-1] for word in _ROLES),
        "on",
        "the",
        "early",
        "late",
        "vision",
        "agenda",
        "fy",
        "cup",
        "expo",
        "olympics",
    ]
)
_ROLE_CASED = re.compile(rf"\b(?:Vision|Agenda|FY|World Cup|Expo|Olympics){S}$")


# "Mars 2020", "the Partnership to Address the Climate Crisis 2030": a year that ends a name.
_NAME_BEFORE = re.compile(
    rf"(?<=\w\s)(?!(?:In|Since|By|Until|From|For|Of|During|After|Before|And|The|Early|Late|Mid|Year)\b)[A-Z]\w+{S}$"
)


def role_of(text: str, start: int, end: int, *, year_only: bool) -> str:
    """Return ``event``, or ``since``, ``until``, ``deadline``, ``other`` where the date cannot date an event.

    Args:
        year_only: the date is a year and no more: "the 1965 treaty" is the treaty's name.
    """
    if (YEAR_NAMES if year_only else DAY_NAMES).match(text, end, min(len(text), end + 40)):
        return "other"
    before = max(0, start - 28)
    last = text[before:start].split()[-1:]
    if not year_only and last and last[0].isalpha() and last[0].lower() not in _ROLE_ENDS:
        return "event"
    if _ROLE_CASED.search(text, before, start) or (year_only and _NAME_BEFORE.search(text, before, start)):
        return "other"
    found = _ROLE.search(text, before, start)
    return str(_ROLES[" ".join(found["word"].lower().split())]) if found else "event"


_SPEECH = re.compile(
    rf"\b{either(word for entry in LEXICON['speech'] if not entry.get('goes_on') for word in entry['words'])}\b"
)
_GOES_ON = re.compile(
    rf"\b{either(word for entry in LEXICON['speech'] if entry.get('goes_on') for word in entry['words'])}\b"
)


def speaks(text: str, start: int, end: int, *, goes_on: bool = False) -> bool:
    """Return whether [start, end) has a word of speaking (or one that goes on speaking: "added")."""
    return bool((_GOES_ON if goes_on else _SPEECH).search(text, start, end))
