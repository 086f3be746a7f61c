"""Find names that stand alone: words of names that the document introduces, and family names of office-holders.

In:   the skeleton of a sentence in its own case, and the name phrases found in it.
Out:  NamePhrases of a name and nothing else. Whom each means is left to the cast.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Sequence

from shuttle.lexicons.tenures import office_holder_families
from shuttle.lexicons.words import never_names
from shuttle.reading.alternation import cue_words
from shuttle.reading.folding import fold
from shuttle.reading.naming import NAME_WORD, NEXT_WORD, WORDS_TOO, NamePhrase
from shuttle.reading.skeleton import Skeleton

__all__ = ["bare_names", "may_hold_bare_names"]

# As `NAME_WORD`, written so that `re` skips to the letters with which one can begin.
_BARE = re.compile(
    r"[A-Zabde](?<![\w.'-].)"
    r"(?:(?:(?<=[AaEe])[lL]|(?<=[Aa])[lnrstdz]|(?<=[Aa])sh|(?<=b)in|(?<=d)|(?<=O)|(?<=M)c|(?<=B)en|(?<=O)uld|(?<=A)bd)[-'][A-Z]|(?<=[A-Z]))"
    r"[A-Za-z]*(?:[-'](?!s\b)[A-Za-z]+)*(?![\w-])"
)


@functools.cache
def _families() -> frozenset[str]:
    known = {fold(family) for family in office_holder_families()}
    # "Amirabdollahian" for "Amir-Abdollahian"
    joined = {
        head + tail.lower()
        for family in known
        if (parts := family.split("-"))[1:]
        for head, tail in [(parts[0], "".join(parts[1:]))]
    }
    return frozenset(known | {name for name in joined if len(name) > 8}) - WORDS_TOO


@functools.cache
def _family_cues() -> frozenset[str]:
    return cue_words(_families())


def may_hold_bare_names(words: frozenset[str], learned: frozenset[str]) -> bool:
    """Return whether `bare_names` could find anything in a sentence of these words.

    Args:
        learned: the `cue_words` of the names that the document introduces.
    """
    return not (words.isdisjoint(_family_cues()) and words.isdisjoint(learned))


def bare_names(
    skeleton: Skeleton, phrases: Sequence[NamePhrase], learned: Collection[str], *, headline: bool
) -> list[NamePhrase]:
    """Return the names that stand alone: words of names already introduced, and family names of office-holders.

    Whether a family name of an office-holder means that person is left to the cast.
    """
    found: list[NamePhrase] = []
    families = _families()
    for match in _BARE.finditer(skeleton.shape):
        word = match.group()
        if "-" in word and word not in learned and word not in families:
            # "the Modi-Xi summit"
            parts = word.split("-")
            if len(parts) == 2 and all(p in families and p not in never_names() for p in parts) and not headline:
                middle = match.start() + len(parts[0])
                for span in ((match.start(), middle), (middle + 1, match.end())):
                    found.append(NamePhrase(*span, span, None, (), False, False, False))
            continue
        if word in never_names() or not (word in learned or word in families):
            continue
        if any(phrase.start < match.end() and match.start() < phrase.end for phrase in phrases):
            continue
        if not headline and _stranger(skeleton.shape, match.start(), match.end(), learned):
            continue
        if found and found[-1].end == match.start() - 1 and skeleton.shape[found[-1].end] == " ":
            last = found.pop()
            found.append(NamePhrase(last.start, match.end(), (last.start, match.end()), None, (), False, False, False))
            continue
        found.append(NamePhrase(match.start(), match.end(), match.span(), None, (), False, False, False))
    return found


_WORD_BEFORE = re.compile(rf"({NAME_WORD}) $")


def _stranger(shape: str, start: int, end: int, learned: Collection[str]) -> bool:
    """Return whether a word beside [start, end) makes it another person's name ("Lee Jon-Young")."""
    following = NEXT_WORD.match(shape, end)
    before = _WORD_BEFORE.search(shape[max(0, start - 30) : start])
    for match in (following, before):
        if match and match.group(1) not in learned and match.group(1) not in never_names():
            # The first word of a sentence has a capital of its own.
            if match is before and not shape[: max(0, start - 30) + match.start()].strip(' "('):
                continue
            return True
    return False
