"""Patterns that match any of many words, written so that they are fast.

In:   the words of a lexicon.
Out:  a piece of a regular expression without a capturing group.

`re` tries the alternatives of "agreed|agrees|aimed|..." one after the other at every place of a text. Here words that
begin alike share their beginning ("a(?:gree[ds]|imed)"), so that a place at which no word begins costs one
comparison and not some hundreds. What is matched is the same: at each place the longest word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["cue_words", "one_of", "words_of"]

_WORD = re.compile(r"[a-z0-9]+")


def words_of(lowered: str) -> frozenset[str]:
    """Return the words of a passage in lower case, each once; what stands between hyphens is a word.

    >>> sorted(words_of("a two-day visit"))
    ['a', 'day', 'two', 'visit']
    """
    return frozenset(_WORD.findall(lowered))


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
