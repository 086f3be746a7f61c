"""Tell from the words beside a noun at which level those meet whom it brings together.

In:   a skeleton's shape and the position of a noun ("talks", "meeting").
Out:  leaders, ministers, vice-ministers or working; None where the words do not say.
"""

from __future__ import annotations

import re

__all__ = ["level_beside", "level_of_theirs"]

_WORDS = (
    (
        "vice-ministers",
        r"vice[- ](?:foreign |finance |defen[cs]e )?minist(?:er|erial)|deputy[- ](?:foreign )?minist(?:er|erial)|undersecretar",
    ),
    (
        "working",
        r"working[- ]level|director[- ]general|director[- ]level|expert|senior official|central bank|technical",
    ),
    (
        "ministers",
        r"minist(?:ers|er's|erial)|foreign secretaries|defen[cs]e chiefs|ministers'",
    ),
    ("leaders", r"leaders|summit-level|heads of (?:state|government)|presidents|prime ministers"),
)
_THREE_WORDS = re.compile(r"(?<![a-z'-])(?:[a-z'-]+ ){0,3}\Z")
_OF_WHOM = re.compile(r"(?: of| between| among| at)(?: (?:the |their )?[a-z'-]+){1,4}")
_LEVELS = tuple((level, re.compile(rf"(?<![\w-])(?:{words})")) for level, words in _WORDS)
_DEPUTY = re.compile(r"(?<![\w-])(?:deputy|vice)[- ]minist(?:er|erial)")
_ANY_LEVEL = re.compile("|".join(words for _, words in _WORDS))


def level_beside(shape: str, start: int, end: int) -> str | None:
    """Return the level that the words beside the noun at [start, end) name.

    >>> level_beside("a meeting of vice finance ministers", 2, 9)
    'vice-ministers'
    """
    low = max(0, start - 50)
    before = _THREE_WORDS.search(shape, low, start) if _ANY_LEVEL.search(shape, low, start) else None
    after = _OF_WHOM.match(shape, end)
    if _DEPUTY.search(shape, max(0, start - 8), end):
        return "vice-ministers"  # "at the deputy ministerial level"
    if before is None and after is None:
        return None
    near = f"{before.group() if before else ''} | {after.group() if after else ''}"
    if _ANY_LEVEL.search(near):
        for level, pattern in _LEVELS:
            if pattern.search(near):
                return level
    return None


_THEIRS = re.compile(r"(?:'s?)? (?P<who>(?:[a-z-]+ ){0,2}[a-z-]+)")


def level_of_theirs(shape: str, end: int) -> str | None:
    """Return the level of "the two countries' vice foreign ministers"."""
    theirs = _THEIRS.match(shape, end)
    return level_beside(f"{theirs['who']} ", len(theirs["who"]) + 1, len(theirs["who"]) + 1) if theirs else None
