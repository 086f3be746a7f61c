"""The grammar at work: find the expressions of a text, and take them apart.

In:   a text.
Out:  Expressions in order, without overlap: what the words say, before anything is resolved.

A literal cue (a month, a weekday, "week", four digits, "16th") opens a window, and only there, and
only from words that can begin a date, are the forms tried that the cue allows. Everything in it is
bounded, so time grows linearly with the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import ahocorasick_rs

from shuttle.reading.dates.calendar_forms import CALENDAR_FORMS, DAY_FORMS, MONTH_FORMS, ORDINAL_FORMS, YEAR_FORMS
from shuttle.reading.dates.forms import Expression, Form
from shuttle.reading.dates.relative_forms import RELATIVE_FORMS, SEASON_FORMS, WEEKDAY_FORMS
from shuttle.reading.dates.words import DAY_SHIFTS, LEXICON, NEVER, NUMBERS, UNITS, WHICHES

__all__ = ["Expression", "expression_at", "scan"]

# --- what each kind of cue can be part of; the longest forms stand first ---

_BY_CUE: dict[str, tuple[Form, ...]] = {
    "month": (*DAY_FORMS, *MONTH_FORMS),
    "weekday": (*DAY_FORMS, *WEEKDAY_FORMS),
    "word": (*DAY_FORMS, *RELATIVE_FORMS, *SEASON_FORMS),
    "digits": (*CALENDAR_FORMS, *DAY_FORMS, *ORDINAL_FORMS, *YEAR_FORMS),
}
# What a cue can be part of where no month stands near: a day of a month, the dearest form, needs one.
_WITHOUT_MONTH = {cue: tuple(form for form in forms if form not in DAY_FORMS) for cue, forms in _BY_CUE.items()}
_FORMS = {form.name: form for forms in _BY_CUE.values() for form in forms}
_NAMED = re.compile(r"\(\?P<\w+>")


def _any(forms: Iterable[Form]) -> re.Pattern[str]:
    """Return one pattern for all ``forms``, without the names of their parts; the group says which form it is."""
    named = (f"(?P<{form.name}>{_NAMED.sub('(?:', form.pattern.pattern)})" for form in forms)
    return re.compile(rf"(?<![\w$€£#])(?:{'|'.join(named)})")


_ANY = {cue: _any(forms) for cue, forms in _BY_CUE.items()}
_ANY_WITHOUT_MONTH = {cue: _any(forms) for cue, forms in _WITHOUT_MONTH.items()}


# --- the cues ---


def _grouped(words: Iterable[str]) -> str:
    """Return a pattern for literal ``words`` that looks at each first letter once."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))


def _heads(kind: str) -> list[str]:
    """Return the first three letters of each name, small and in capitals."""
    heads = [entry["name"][:3] for entry in LEXICON[kind]]
    return heads + [head.upper() for head in heads]


_CUE_KINDS: dict[str, str] = {
    **dict.fromkeys(_heads("month"), "month"),
    **dict.fromkeys(_heads("weekday"), "weekday"),
    **{
        cased: "word"
        for word in (*DAY_SHIFTS, *UNITS, *(word for entry in LEXICON["season"] for word in entry["words"]))
        for last in [word.split()[-1]]
        for cased in (last, last.capitalize())
        if not last.endswith("s")
    },
}
# Words are found by one automaton, digits by a pattern that `re` can skip to; both begin where a word does.
_CUE_HEADS = list(_CUE_KINDS)
_CUE_FINDER = ahocorasick_rs.AhoCorasick(
    _CUE_HEADS,
    matchkind=ahocorasick_rs.MatchKind.LeftmostFirst,
    implementation=ahocorasick_rs.Implementation.DFA,
)
# Half a character, which a hostile text may hold and the automaton does not take.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DIGITS = re.compile(
    r"[0-9F](?<!\w.)(?:(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\d)|(?<=[0-9])\d?(?:st|nd|rd|th|[/.]\d)|(?<=F)Y\s?\d)"
)


def _cues(text: str, low: int = 0, high: int | None = None) -> list[tuple[int, str]]:
    """Return where each cue of a text begins, and its kind, in order."""
    within = text if low == 0 and high is None else text[low:high]
    try:
        words = _CUE_FINDER.find_matches_as_indexes(within)
    except UnicodeEncodeError:
        words = _CUE_FINDER.find_matches_as_indexes(_SURROGATE.sub("?", within))
    found = [
        (low + start, _CUE_KINDS[_CUE_HEADS[index]])
        for index, start, _ in words
        if not low + start or not ((before := text[low + start - 1]).isalnum() or before == "_")
    ]
    digits = [(match.start(), "digits") for match in _DIGITS.finditer(text, low, len(text) if high is None else high)]
    return sorted(found + digits) if digits else found


_EDGES = [word for entry in LEXICON["edge"] for word in entry["words"]]
_SEASONS = [word for entry in LEXICON["season"] for word in entry["words"]]
# The second word of an expression that begins with "the": most of what follows the commonest of words is no date.
_AFTER_THE = _grouped(
    words[0]
    for expression in (*DAY_SHIFTS, *_EDGES, *WHICHES, *UNITS, *_SEASONS, "same", "that", "preceding", "very")
    if (words := expression.removeprefix("the ").split())
)
# A word with which an expression may begin that is not itself a cue. It is looked for as far as the cue, which may be
# the second word.
# It begins with what stands before the word, so that `re` skips from gap to gap.
_OPENING = re.compile(
    r"\W(?:\d{1,4}(?!\d)|[Tt]he(?=\s\s*(?:\d|"
    + _AFTER_THE
    + r"|\Z))|(?:"
    + _grouped(
        cased
        for words in (
            NUMBERS,
            WHICHES,
            (word for word in _EDGES if not word.startswith("the ")),
            ("that", "same", "preceding", "between", "fiscal", "financial"),
            ("less", "more", "no", "nearly", "almost", "over", "under", "barely"),
            ("about", "around", "some", "just", "only", "exactly"),
        )
        for word in words
        for first in [word.split()[0]]
        for cased in (first, first.capitalize())
    )
    + r")(?!\w))"
)
# An expression starts at most so far before its cue, and ends at most so far behind it.
_BEFORE, _BEHIND = 48, 110


def _openings(text: str, low: int, high: int) -> Iterator[int]:
    """Yield where in [low, high) a word stands with which an expression may begin."""
    if low:
        return (opening.start() + 1 for opening in _OPENING.finditer(text, low - 1, high))
    return (opening.start() for opening in _OPENING.finditer(" " + text[:high]))


def scan(text: str) -> Iterator[Expression]:
    """Yield the expressions of ``text`` in order.

    >>> [found.start for found in scan("They met on May 7 and again last August.")]
    [12, 28]
    """
    free = 0
    cues = _cues(text)
    months = [start for start, kind in cues if kind == "month"]
    for start, kind in cues:
        if start < free:
            continue
        limit = start + _BEHIND
        month = bisect_left(months, start - _BEFORE)
        pattern = (_ANY if month < len(months) and months[month] < limit else _ANY_WITHOUT_MONTH)[kind]
        for opening in _openings(text, max(free, start - _BEFORE), start):
            expression = _read(text, pattern.match(text, opening, limit))
            if expression is not None:
                break
        else:
            expression = _read(text, pattern.match(text, start, limit))
        if expression is not None:
            yield expression
            free = expression.end


def expression_at(text: str, start: int) -> Expression | None:
    """Return the expression that begins at ``start``, or None."""
    for cue, kind in _cues(text, start, start + _BEFORE + _BEHIND):
        expression = _read(text, _ANY[kind].match(text, start, cue + _BEHIND))
        if expression is not None:
            return expression
    return None


def _read(text: str, match: re.Match[str] | None) -> Expression | None:
    if match is None:
        return None
    never = NEVER.search(text, max(0, match.start() - 12), match.end() + 12)
    if never and never.start() < match.end() and match.start() < never.end():
        return None
    form = _FORMS[str(match.lastgroup)]
    parts = form.pattern.match(text, match.start(), match.endpos)
    return form.build(text, parts) if parts else None
