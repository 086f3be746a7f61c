"""The words of a text and of a question, and which part of a text answers the question best; pure.

In:   a text; what a user asks for.
Out:  words in the one form in which they are compared; terms; a score; a snippet with its marks.

Databases cut and fold words each in its own way. Shuttle does it here, before any database sees a text, so that
every store gives the same answers: letters and digits only, without case and accents ("Erdoğan" is "erdogan"), each
character of Chinese and Japanese a word of its own. A question is words and phrases and nothing else: no character
of it is a command to a database.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuttle.errors import SearchError

__all__ = ["Snippet", "Term", "Word", "best_snippet", "fold", "matches", "score", "terms_of", "words_of"]

#: A question that can be answered: as many words and phrases as this.
MOST_TERMS = 32
# A longer "word" is no word (an address, a picture as text); databases cannot hold any length.
_LONGEST = 100
_AROUND = 80
_SNIPPET = 240

# One word each, since their scripts do not divide words: Han, kana.
_SINGLE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that belong to the letter before them: accents, points of Hebrew and Arabic, vowels of Indic scripts and Thai.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_WORD = re.compile(rf"[{_SINGLE}]|(?:(?![{_SINGLE}])[^\W_])(?:(?![{_SINGLE}])[^\W_]|[{_MARKS}])*")
_PHRASE = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')
# Letters that Unicode does not take apart.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"})

#: A term is one word, or the words of a phrase in their order; folded.
Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it is compared, and its half-open span in code points."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A slice of a text, and the half-open spans in it that matched."""

    text: str
    marks: tuple[tuple[int, int], ...]


@functools.lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word without case and accents; empty if nothing of it is a letter or digit.

    >>> fold("ERDOĞAN"), fold("Nguyễn"), fold("Straße"), fold("Łódź")
    ('erdogan', 'nguyen', 'strasse', 'lodz')
    """
    if word.isascii():
        return word.lower()[:_LONGEST]
    taken_apart = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    return "".join(c for c in taken_apart if c.isalnum())[:_LONGEST]


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in their order."""
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded:
            yield Word(folded, match.start(), match.end())


def terms_of(query: str) -> tuple[Term, ...]:
    """Return the terms of a question, each once: what stands in quotation marks is a phrase, the rest are words.

    A word that is several in the index ("Jae-myung", "北京") is a phrase too. A quotation mark without its fellow
    means nothing.

    Raises:
        SearchError: no word in it, or more than a search can take.

    >>> terms_of('Nara "supply chains" Jae-myung')
    (('supply', 'chains'), ('nara',), ('jae', 'myung'))
    """
    composed = unicodedata.normalize("NFC", query)
    parts = [match.group(1) for match in _PHRASE.finditer(composed)]
    parts.extend(_PHRASE.sub(" ", composed).split())
    terms = tuple(dict.fromkeys(t for part in parts if (t := tuple(word.folded for word in words_of(part)))))
    if not terms:
        raise SearchError(f"there is no word to search for in {query!r:.60}. Give at least one word, such as Nara.")
    if sum(len(term) for term in terms) > MOST_TERMS:
        raise SearchError(f"{sum(len(t) for t in terms)} words are too many for one search; give at most {MOST_TERMS}.")
    return terms


def matches(words: Sequence[Word], terms: Sequence[Term]) -> list[list[tuple[int, int]]]:
    """Return, for each term, the half-open spans in the text at which it stands; an empty list where it does not."""
    places: dict[str, list[int]] = {word: [] for term in terms for word in term}
    for number, word in enumerate(words):
        if word.folded in places:
            places[word.folded].append(number)
    found: list[list[tuple[int, int]]] = []
    for term in terms:
        spans = []
        for first in places[term[0]]:
            last = first + len(term)
            if last <= len(words) and all(words[first + n].folded == part for n, part in enumerate(term)):
                spans.append((words[first].start, words[last - 1].end))
        found.append(spans)
    return found


def score(found: Sequence[Sequence[tuple[int, int]]], length: int, title_end: int | None = None) -> float:
    """Return how well a text answers, above 0 and at most 1; 0 if some term is not in it.

    The more often a term stands in it the better, with less and less effect, and the more so the shorter the text
    (the saturation of BM25). In a text with a title, standing in the title counts as much as all the rest.

    Args:
        found: what `matches` gives for the text.
        length: words of the text.
        title_end: code points of the title with which the text begins; None if it has none.

    >>> score([[(0, 4)], [(10, 15)]], 30) > score([[(0, 4)], [(10, 15)]], 300) > score([[(0, 4)], []], 300) == 0
    True
    """
    if not all(found):
        return 0.0
    weight = 1.2 * (0.25 + 0.75 * length / 300)
    values = []
    for spans in found:
        often = len(spans) / (len(spans) + weight)
        if title_end is None:
            values.append(often)
        else:
            values.append((often + (spans[0][1] <= title_end)) / 2)
    return round(sum(values) / len(values), 6)


def best_snippet(text: str, found: Sequence[Sequence[tuple[int, int]]]) -> Snippet:
    """Return the part of ``text`` where most terms stand close together, cut at blanks.

    ``Snippet.text`` is a slice of ``text``; the first of equally good parts wins.
    """
    spans = sorted({(start, end, number) for number, places in enumerate(found) for start, end in places})
    if not spans:
        return Snippet(text[:_SNIPPET].rstrip(), ())
    starts = [start for start, _, _ in spans]
    best, most = 0, 0
    for first, (start, _, _) in enumerate(spans):
        until = bisect_left(starts, start + _SNIPPET - _AROUND)
        distinct = len({number for _, _, number in spans[first:until]})
        if distinct > most:
            best, most = first, distinct
        if most == len(found):
            break
    begin = _at_blank(text, max(0, starts[best] - _AROUND), starts[best])
    limit = min(len(text), max(begin + _SNIPPET, spans[best][1]))
    end = limit if limit == len(text) else max(spans[best][1], text.rfind(" ", spans[best][1], limit))
    inside = [(start - begin, stop - begin) for start, stop, _ in spans if begin <= start and stop <= end]
    return Snippet(text[begin:end], tuple(_apart(inside)))


def _at_blank(text: str, begin: int, until: int) -> int:
    if begin == 0:
        return 0
    blank = re.compile(r"\s").search(text, begin, until)
    return blank.end() if blank else until


def _apart(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ``spans`` in order, those that overlap put together."""
    current: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if current is None or start >= current[1]:
            if current is not None:
                yield current
            current = (start, end)
        else:
            current = (current[0], max(current[1], end))
    if current is not None:
        yield current
