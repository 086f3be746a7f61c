"""Patterns that match any of many words, written so that they are fast.

In:   the words of a lexicon.
Out:  a piece of a regular expression without a capturing group; or `Phrases`, which finds whole words without one.

`re` tries the alternatives of "agreed|agrees|aimed|..." one after the other at every place of a text. Here words that
begin alike share their beginning ("a(?:gree[ds]|imed)"), so that a place at which no word begins costs one
comparison and not some hundreds. What is matched is the same: at each place the longest word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ahocorasick_rs

__all__ = ["Phrase", "Phrases", "cue_words", "one_of", "plain_words", "words_of"]

_WORD = re.compile(r"[a-z0-9]+")


# Of the first 256 code points, letters and digits stay, and all others are blanks.
_PLAIN = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789" else ord(" ") for code in range(256))


def plain_words(lowered: str) -> str:
    """Return a passage in lower case with a blank for all that is neither a plain letter nor a digit, of equal length.

    >>> plain_words("a two-day visit.")
    'a two day visit '
    """
    return lowered.encode("latin-1", "replace").translate(_PLAIN).decode("ascii")


def words_of(lowered: str) -> frozenset[str]:
    """Return the words of a passage in lower case, each once; what stands between hyphens is a word.

    >>> sorted(words_of("a two-day visit"))
    ['a', 'day', 'two', 'visit']
    """
    return frozenset(plain_words(lowered).split())


def cue_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return words of which every one of ``phrases`` holds one: the longest that is no mere auxiliary.

    A passage without any of them holds none of the phrases, which costs less to find out than to search for them.

    >>> sorted(cue_words(["held talks", "met"]))
    ['met', 'talks']
    """
    return frozenset(max(_WORD.findall(phrase.lower()), key=_weight) for phrase in phrases)


# What stands in most sentences tells little of any.
_COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "be",
        "been",
        "being",
        "for",
        "had",
        "has",
        "have",
        "in",
        "is",
        "of",
        "on",
        "out",
        "that",
        "the",
        "to",
        "up",
        "was",
        "were",
        "will",
        "with",
        "would",
    ]
)


def _weight(word: str) -> int:
    return len(word) if word not in _COMMON else 0


# A word ends where this key stands among the letters that may follow.
_END = ""
_Trie = dict[str, "_Trie"]


def one_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words``, the longest first; nothing at all if there are none.

    >>> one_of(["talk", "talks", "summit"])
    '(?:summit|talk(?:s)?)'
    """
    trie: _Trie = {}
    for word in words:
        node = trie
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(trie, outermost=True) if trie else r"(?!)"


def _pattern(trie: _Trie, *, outermost: bool = False) -> str:
    branches: list[str] = []
    for letter, node in sorted(trie.items()):
        if letter == _END:
            continue
        piece = re.escape(letter)
        while len(node) == 1 and _END not in node:  # a run without a fork is written without brackets
            ((letter, node),) = node.items()
            piece += re.escape(letter)
        branches.append(piece + _pattern(node))
    if not branches:
        return ""
    alone = len(branches) == 1 and _END not in trie and not outermost
    whole = branches[0] if alone else f"(?:{'|'.join(branches)})"
    return whole + "?" if _END in trie else whole


@dataclass(slots=True)
class Phrase:
    """A phrase that `Phrases` found, asked like a match of `re`; nobody changes one."""

    _start: int
    _end: int
    _words: str

    def start(self) -> int:
        """Return where it begins."""
        return self._start

    def end(self) -> int:
        """Return where it ends."""
        return self._end

    def span(self) -> tuple[int, int]:
        """Return where it begins and ends."""
        return self._start, self._end

    def group(self) -> str:
        """Return its words."""
        return self._words


class Phrases:
    """Finds words and phrases where they are whole; at each place the longest.

    It finds what ``pattern`` does, at a fifth of the cost: one automaton looks for all of them at once.

    >>> [phrase.span() for phrase in Phrases(["talk", "talks", "held talks"]).finditer("held talks, a talk-show")]
    [(0, 10)]

    Attributes:
        pattern: a regular expression that matches the same.
    """

    def __init__(self, phrases: Iterable[str], *, beside: str = "-") -> None:
        """Take the phrases; neither a letter nor a digit nor one of ``beside`` may stand at once before or after one."""
        self._phrases = list(phrases)
        self._beside = frozenset(beside + "_")
        automaton = ahocorasick_rs.AhoCorasick(self._phrases, implementation=ahocorasick_rs.Implementation.DFA)
        self._find = automaton.find_matches_as_indexes
        self.pattern = rf"(?<![\w{beside}])(?:{one_of(self._phrases)})(?![\w{beside}])"

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Sequence[Phrase]:
        """Return the phrases in [start, end) of ``text`` in order, without overlap."""
        size = len(text) if end is None else min(end, len(text))
        within = text if start == 0 and size == len(text) else text[start:size]
        found = self._find(within, overlapping=True)
        if not found:
            return ()
        beside = self._beside
        whole: list[tuple[int, int, int]] = []
        for index, first, last in found:
            first += start
            last += start
            if first and ((before := text[first - 1]).isalnum() or before in beside):
                continue
            if last < size and ((behind := text[last]).isalnum() or behind in beside):
                continue
            whole.append((first, -last, index))
        if len(whole) > 1:
            whole.sort()
        free = start
        phrases: list[Phrase] = []
        for first, last, index in whole:
            if first >= free:
                free = -last
                phrases.append(Phrase(first, free, self._phrases[index]))
        return phrases

    def search(self, text: str, start: int = 0, end: int | None = None) -> Phrase | None:
        """Return the first of the phrases in [start, end) of ``text``, or None."""
        found = self.finditer(text, start, end)
        return found[0] if found else None
