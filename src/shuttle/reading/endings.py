"""Patterns that stand at the end of a passage: "... are expected to", "... in the".

In:   what stands before a verb, a noun or an actor.
Out:  the match of a pattern that reaches to the end of it, or None.

`re` looks for such a pattern from the left, at every place of the passage, though its last word alone tells as a rule
that there is none. So the last word is looked up first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shuttle.reading.skeleton import KINDS

__all__ = ["ADVERBS", "Ending"]

#: Adverbs that may stand between a subject, its auxiliaries and its verb; others end in "ly".
ADVERBS = (
    "also", "then", "first", "last", "later", "earlier", "further", "furthermore", "additionally", "again", "once", "soon",
    "both", "each", "jointly", "together", "all", "only", "just", "now", "already", "still", "today", "even", "however",
    "meanwhile", "himself", "herself", "itself", "too",
)  # fmt: skip


class Ending:
    """A pattern that matches at the end of a passage, and the words that may stand last in it.

    >>> Ending(r"(?:met|told) (?:the )?$", ["met", "told", "the"]).search("Lee told the ").group()
    'told the '
    """

    def __init__(self, pattern: str, words: Iterable[str], *, adverbs: bool = False, signs: Iterable[str] = ()) -> None:
        """Take a pattern that ends in a blank, or in a comma and a blank.

        Args:
            words: every plain word that can be the last of a match.
            adverbs: whether any adverb can be the last, too.
            signs: the kinds of mentions whose sign can.
        """
        self._pattern = re.compile(pattern)
        self._words = frozenset([*words, *(ADVERBS if adverbs else ())])
        self._adverbs = adverbs
        self._signs = frozenset(KINDS[kind] >> 8 for kind in signs)

    def search(self, passage: str) -> re.Match[str] | None:
        """Return the match at the end of ``passage``, or None."""
        words = passage.rstrip(" ,")
        word = words[words.rfind(" ") + 1 :]
        if word in self._words or (self._adverbs and word.endswith("ly")):
            return self._pattern.search(passage)
        if word.isalpha() or len(word) < 2:
            return self._pattern.search(passage) if word and ord(word[0]) >> 8 in self._signs else None
        # Within quotation marks, hyphens or brackets only the pattern can tell.
        return self._pattern.search(passage)
