"""Find the words of a sentence that refer back to an agreement or a meeting.

In:   a line.
Out:  Backs: "as agreed on August 23", "in accordance with the agreement that Lee and Ishiba reached in Tokyo", "as a
      follow-up to the previous summit"; what hangs together is one.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from shuttle.lexicons.outcomes import back_words
from shuttle.reading.alternation import cue_words, one_of
from shuttle.reading.page import Line
from shuttle.reading.skeleton import ACTOR, BODY, DATE
from shuttle.reading.subjects import ACTORS

__all__ = ["Back", "backs_on"]


@dataclass(frozen=True, slots=True)
class Back:
    """Words that refer back, positions [start, end) of a line's shape.

    Attributes:
        kind: ``agreed``, ``by`` (in accordance with ...), ``which`` (which they had agreed to ...), ``said`` (the body
            was agreed on ...) or ``fruit``.
    """

    start: int
    end: int
    kind: str


@functools.cache
def _cues() -> frozenset[str]:
    lists = ("agreed", "strong", "weak", "follow-up")
    # "following" and "under" alone would let most lines in: an agreement must be named, too.
    return cue_words(back_words("agreed")) | cue_words(word for name in lists[1:] for word in back_words(name))


@functools.cache
def _nouns() -> frozenset[str]:
    return cue_words((*back_words("agreements"), *back_words("occasions"), *back_words("agreed")))


_TO_THE_END = r"[^,;.:\"]{0,140}?(?=,|;|\.|:|\"| and (?:[a-z]+ed|works|will|is|are|has|have|continues) |$)"


_TO_THE_VERB = _TO_THE_END[:-1] + r"| (?:was|were|is|are|has|have) )"


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    agreed = one_of(back_words("agreed"))
    paper = rf"(?:(?:{one_of(back_words('agreements'))})(?![\w-])|{BODY})"
    either = rf"(?:{one_of((*back_words('agreements'), *back_words('occasions')))})(?![\w-])"
    made = rf"(?:{one_of(back_words('made'))})(?![\w-])"
    what = r"(?:(?!(?:international|mutual|domestic|national|better|with) )[^ ,.;:\"]+ ){0,8}?"
    return [
        (
            "agreed",
            re.compile(
                rf"(?<![\w'-])as (?:(?:was|were|had|been|already|previously|earlier|initially|originally|both|sides|we|they|"
                rf"(?:the )?{ACTOR}(?: and {ACTOR})?) ){{0,4}}(?:{agreed})(?! to )(?![\w-]){_TO_THE_END}"
            ),
        ),
        ("by", re.compile(rf"(?<![\w'-])(?:{one_of(back_words('strong'))}) {what}{paper}{_TO_THE_END}")),
        (
            "by",
            re.compile(
                rf"(?<![\w'-])(?:{one_of(back_words('weak'))}) {what}{paper}"
                rf"(?=[^,;:\"]{{0,90}}?(?<!\w)(?:{made}|{DATE}|at (?:the|their|a) )){_TO_THE_END}"
            ),
        ),
        (
            "by",
            re.compile(
                rf"(?<![\w'-])(?:as (?:an? |the )?)?(?:{one_of(back_words('follow-up'))}) {what}{either}{_TO_THE_END}"
            ),
        ),
        (
            "which",
            re.compile(
                rf", (?P<of>which|that|as) (?:the )?{ACTORS} (?:had|have)(?: both| also| earlier| previously)? (?:{agreed})"
                r"[^,;.:\"]{0,90}?(?=,)"
            ),
        ),
        (
            "said",
            re.compile(
                rf"(?<![\w'-])(?:(?:{agreed}) (?:up)?on|{paper}(?: and {paper})? {made}) (?=(?:at|by|during|in) ){_TO_THE_VERB}",
            ),
        ),
    ]


_CHAINED = re.compile(r",? (?:and )?")


@functools.cache
def _paper() -> re.Pattern[str]:
    words = ("agreements", "occasions", "agreed")
    return re.compile(rf"(?<![\w-])(?:{one_of(word for name in words for word in back_words(name))})(?![\w-])")


def _names_a_paper(line: Line, words: str) -> bool:
    """Return whether the words name an agreement; "the Joint Statement" may be a sign like that of a ministry."""
    labels = (line.mention(sign).label.lower() for sign in re.findall(BODY, words))
    return bool(_paper().search(words) or any(_paper().search(label) for label in labels))


def backs_on(line: Line) -> list[Back]:
    """Return the words of a line that refer back, in order."""
    if line.words.isdisjoint(_cues()) or line.words.isdisjoint(_nouns()):
        return []
    shape = line.skeleton.shape
    found: list[Back] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(shape):
            if kind in ("by", "said") and not _names_a_paper(line, match.group()):
                continue
            first = match.start("of") if kind == "which" else match.start()
            found.append(Back(first, len(shape[: match.end()].rstrip()), kind))
    found.sort(key=lambda back: (back.start, -back.end))
    joined: list[Back] = []
    for back in found:
        last = joined[-1] if joined else None
        if last and back.start < last.end:
            continue
        if last and {back.kind, last.kind} <= {"agreed", "by"} and _CHAINED.fullmatch(shape, last.end, back.start):
            joined[-1] = Back(last.start, back.end, last.kind)
            continue
        joined.append(back)
    return joined
