"""Tell from the words before a verb whether what it names has happened.

In:   a skeleton's shape, the position of a verb form and which forms it can be.
Out:  ``held``, ``planned``, ``proposed``, or None where it did not happen, might not, or the form
      says nothing ("meeting" as a noun).

"did not agree" never becomes "agreed" and "will meet" never becomes "met": both are decided here,
for every rule.
"""

from __future__ import annotations

import functools
import re

from shuttle.lexicons.modality import before_verbs
from shuttle.reading.skeleton import CLOCK, DATE, PLACE

__all__ = ["auxiliary_start", "verb_status"]

_ADVERBS = (
    r"(?:also|then|first|last|later|again|once|soon|jointly|together|again|only|just|now|already|recently|separately|briefly|"
    r"previously|formally|officially|each|both|all|today|further|subsequently|personally|still|even|[a-z]+ly)"
)


@functools.cache
def _before() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, before_verbs()), key=len, reverse=True))
    aside = rf"(?:{_ADVERBS}|be|have|have been|(?:on |in |at |this |the |early |late |later |next )*{DATE}|in {PLACE}|at {CLOCK})"
    return re.compile(rf"(?<![\w'])(?P<words>{words})(?:,? {aside})*,? $")


# "if the leaders meet", "whether Lee and Kim meet", "neither side agreed"
_HYPOTHETICAL = re.compile(
    r"(?<!\w)(?:(?:if|unless|whether|lest|in case|provided that)(?: (?:[a-z'-]+|[\ue000-\ueaff])){1,7}|(?:neither|no|nobody|none)(?: (?:of|[a-z]+|[\ue000-\ueaff])){0,2}) $"
)
_PERFECT = re.compile(
    rf"(?<!\w)(?:has|have|had|having|'s|'ve|was|were|is|are|been|be)(?: (?:{_ADVERBS}|been|being|not))* $"
)
_BE_DOING = re.compile(rf"(?<!\w)(?:is|are|am|was|were)(?: (?:{_ADVERBS}|not))* $")
_AFTER = re.compile(r"(?<!\w)(?:after|during|while|when|upon|following|since|by)(?: first| then)? $")
_TOWARDS = re.compile(r"(?<!\w)(?:in|of|for|about|on|considering|discussed|proposed|suggested|before) $")
_LOOKING = re.compile(r"(?<!\w)look(?:s|ed|ing)? forward to(?: once again| again| soon)? $")
_FUTURE_BE = re.compile(r"(?<!\w)(?:will|shall|to|would) (?:[a-z]+ )?be $")


def verb_status(shape: str, position: int, forms: tuple[str, ...], *, headline: bool = False) -> str | None:
    """Return whether the verb at ``position`` of ``shape`` names what happened.

    >>> verb_status("they will meet", 10, ("base",))
    'planned'
    >>> verb_status("they did not meet", 13, ("base",)) is None
    True
    """
    window = shape[max(0, position - 60) : position]
    before = _before().search(window)
    if before:
        status = before_verbs()[before["words"]]
        if status == "none":
            return None
        # "agreed to" binds a base form; before a past form "to" belongs to something else.
        if "base" in forms or "be" in window.split()[-2:] or before["words"].endswith(" have"):
            return status
    if re.search(r"(?<!\w)not $", window) or _HYPOTHETICAL.search(window):
        return None
    if "ing" in forms and forms == ("ing",):
        if _FUTURE_BE.search(window) or _LOOKING.search(window):
            return "planned"
        if _TOWARDS.search(window):
            return "proposed"
        if _BE_DOING.search(window) or _AFTER.search(window):
            return "held"
        return None
    if "past" in forms:
        return "held"
    if "participle" in forms and _PERFECT.search(window):
        return "held"
    if "third" in forms or "base" in forms:
        return "held"
    return "held" if headline else None


_AUXILIARIES = re.compile(
    rf"(?<![\w'])(?:(?:has|have|had|was|were|is|are|been|be|being|will|would|shall|may|might|could|can|should|must|not|to|expected|due|set|"
    rf"scheduled|slated|likely|ready|planning|planned|plans?|hopes?|hoped|intends?|wants?|wanted|about|able|going|reportedly|{_ADVERBS}) )+$"
)


def auxiliary_start(shape: str, position: int) -> int:
    """Return where the auxiliaries and adverbs begin that stand before the verb at ``position``.

    >>> auxiliary_start("they will also meet", 15)
    5
    """
    start = max(0, position - 60)
    match = _AUXILIARIES.search(shape[start:position])
    return start + match.start() if match else position
