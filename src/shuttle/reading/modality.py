"""Tell from the words around a verb or a noun whether what it names has happened.

In:   a skeleton's shape, the position of a verb form and which forms it can be, or of a noun.
Out:  ``held``, ``planned``, ``proposed``, or None where it did not happen, might not, or the form
      says nothing ("meeting" as a noun).

"did not agree" never becomes "agreed" and "will meet" never becomes "met": both are decided here,
for every rule.
"""

from __future__ import annotations

import functools
import re

from shuttle.lexicons.modality import before_verbs, undoing_words
from shuttle.reading.alternation import one_of
from shuttle.reading.endings import Ending
from shuttle.reading.skeleton import CLOCK, DATE, PLACE

__all__ = ["auxiliary_start", "noun_status", "verb_status"]

_ADVERBS = (
    r"(?:also|then|first|last|later|again|once|soon|jointly|together|again|only|just|now|already|recently|separately|briefly|"
    r"previously|formally|officially|each|both|all|today|further|subsequently|personally|still|even|[a-z]+ly)"
)


@functools.cache
def _before() -> Ending:
    words = one_of(before_verbs())
    aside = rf"(?:{_ADVERBS}|be|have|have been|(?:on |in |at |this |the |early |late |later |next )*{DATE}|in {PLACE}|at {CLOCK})"
    last = (words.split()[-1] for words in before_verbs())
    return Ending(
        rf"(?<![\w'])(?P<words>{words})(?:,? {aside})*,? $",
        [*last, "be", "have", "been"],
        adverbs=True,
        signs=["date", "place", "clock"],
    )


@functools.cache
def _coordinated() -> re.Pattern[str]:
    """ "will hold talks with the minister and [pay]": what the first verb's words say goes for the second."""
    return re.compile(rf"(?<![\w'])(?P<words>{one_of(before_verbs())}) [^.;\"]{{3,150}}?(?:,? and|,)(?: also| then)? $")


_PAST = re.compile(r"(?<!\w)(?:[a-z]{2,}ed|met|held|said|spoke|told|made|took|gave) (?!by )")
# "if the leaders meet", "whether Lee and Kim meet", "neither side agreed"
_HYPOTHETICAL = re.compile(
    r"(?<!\w)(?:(?:if|unless|whether|lest|in case|provided that)(?: (?:[a-z'-]+|[\ue000-\ueaff])){1,7}|(?:neither|no|nobody|none)(?: (?:of|[a-z]+|[\ue000-\ueaff])){0,2}) $"
)
# One of these is in whatever the pattern above matches.
_MAYBE = ("if ", "unless ", "whether ", "lest ", "case ", "provided ", "neither ", "no", "none ")
_NOT = re.compile(r"(?<!\w)not \Z")
_PERFECT = re.compile(
    rf"(?<!\w)(?:has|have|had|having|'s|'ve|was|were|is|are|been|be)(?: (?:{_ADVERBS}|been|being|not))* $"
)
_BE_DOING = re.compile(rf"(?<!\w)(?:is|are|am|was|were)(?: (?:{_ADVERBS}|not))* $")
_AFTER = re.compile(
    r"(?<!\w)(?:after|during|while|when|upon|following|since|by|as well as|besides|in addition to)(?: first| then)? $"
)
_TOWARDS = re.compile(r"(?<!\w)(?:in|of|for|about|on|considering|discussed|proposed|suggested|before) $")
# "[met to] attend the session", "last [visited New Zealand in 2023, to] meet with": done, since they met and he was there.
_TO_DO_IT = re.compile(
    r"(?<!\w)(?:met|gathered|assembled|convened|sat down|came together|got together|(?<!have )visited (?:(?!(?:and|but|or|is|was|to|[a-z]{3,}ed) )[^ .;,]+ ){0,7}[^ .;,]+,?) to \Z"
)
_NOBODY = re.compile(r"(?<!\w)(?:never|neither|nor|no|few|hardly|not)(?!\w)[^.;]*\Z")
_UNSURE = re.compile(r"(?<!\w)(?:if|hope[ds]?|hoping|wish\w*|unclear|whether|doubt\w*|unless|could)(?!\w)[^.;]*\Z")
_AHEAD = ("will", "to", "would", "may", "might", "could", "should", "shall")
_DAY_BEHIND = re.compile(rf"[^,;.]{{0,80}}? (?:on |next |later ){DATE}")
_TELLS = re.compile(
    rf"(?<!\w)(?:{'|'.join(_AHEAD)}|[a-z]{{2,}}ed|met|held|said|spoke|told|made|took|gave|went|came|began)(?!\w)"
)
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
        if status == "held":
            # "hoped he had the chance to meet", "few were able to meet"
            lead = shape[max(0, position - 130) : position - len(before.group())]
            if _NOBODY.search(lead):
                return None
            if _UNSURE.search(lead):
                return "proposed"
        if before["words"] == "to" and _TO_DO_IT.search(shape, max(0, position - 110), position):
            return "held"
        # "agreed to" binds a base form; before a past form "to" belongs to something else.
        if "base" in forms or "be" in window.split()[-2:] or before["words"].endswith(" have"):
            return status
    if "base" in forms and "past" not in forms and window.endswith((" and ", ", ", " then ")):
        led = _coordinated().search(shape[max(0, position - 200) : position])
        if led and not _PAST.search(led.group()):
            return None if before_verbs()[led["words"]] == "none" else before_verbs()[led["words"]]
    if window.endswith("not ") and _NOT.search(window, max(0, len(window) - 5)):
        return None
    if any(map(window.__contains__, _MAYBE)) and _HYPOTHETICAL.search(window):
        return None
    if "ing" in forms and forms == ("ing",):
        if _FUTURE_BE.search(window) or _LOOKING.search(window):
            return "planned"
        if window.endswith(" before ") and (told := _TELLS.findall(shape[:position])):
            # "took part in a ceremony before having a meeting": as the verb it goes with
            if told[-1] in (
                "cancelled",
                "canceled",
                "decided",
                "refused",
                "insisted",
                "wanted",
                "postponed",
                "demanded",
            ):
                return "proposed"
            # "stopped in Paris before meeting Tajani in Rome on Friday" is to come.
            ahead = told[-1] in _AHEAD or _DAY_BEHIND.match(shape, position)
            return "planned" if ahead else "held"
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


_AUXILIARY_WORDS = (
    "has", "have", "had", "was", "were", "is", "are", "been", "be", "being", "will", "would", "shall", "may", "might",
    "could", "can", "should", "must", "not", "to", "expected", "due", "set", "scheduled", "slated", "likely", "ready",
    "preparing", "planning", "planned", "plan", "plans", "hope", "hopes", "hoped", "intend", "intends", "want", "wants",
    "wanted", "about", "able", "going", "reportedly",
)  # fmt: skip
_AUXILIARIES = Ending(
    rf"(?<![\w'])(?:(?:{'|'.join(_AUXILIARY_WORDS)}|{_ADVERBS}) )+$",
    _AUXILIARY_WORDS,
    adverbs=True,
)


def auxiliary_start(shape: str, position: int) -> int:
    """Return where the auxiliaries and adverbs begin that stand before the verb at ``position``.

    >>> auxiliary_start("they will also meet", 15)
    5
    """
    start = max(0, position - 60)
    match = _AUXILIARIES.search(shape[start:position])
    return start + match.start() if match else position


@functools.cache
def _undoing() -> re.Pattern[str]:
    return re.compile(one_of(undoing_words()))


@functools.cache
def _undone() -> re.Pattern[str]:
    """ "has been postponed", "was called off" after the noun for what was to be held."""
    words = one_of(undoing_words())
    return re.compile(
        rf"^[^.;]{{0,90}}?(?:(?:has|have|had) been|was|were|is|are|being|be)? ['\"]?(?P<word>{words})(?![\w-])"
    )


_PLANNED_BEFORE = re.compile(
    r"(?<![\w-])(?:upcoming|next|planned|scheduled|future|forthcoming|possible|potential|proposed|expected|prospective|envisaged|"
    r"prepare for|preparing for|preparations? for|prepare|plans? for|plan for|look forward to|looks forward to|looking forward to|looked forward to|looked ahead to|hopes? for|agreed to|agrees? on|agree to|"
    r"arrange|arranging|coordinating|coordinating for|arrangements for|schedule|scheduling|agreed on|calls? for|called for|propos\w+|invited|invites|hold|holding|holding of|potential for|prospects? (?:of|for)|possibility of|"
    r"date of|dates for|interest in|idea of|request for|requested|seek|seeking|wants?|hopes to have|agreed that)(?: (?!(?:following|after|during|in|at|since) )(?:an?|the|their|his|her|its|[a-z'-]+|[^\w\s])){0,4} ?$"
)
_TIMED_BEFORE = re.compile(
    r"(?<![\w-])(?:ahead of|before|prior to|on the eve of|for|arriv\w+ for|left for|leaves for|departs? for)(?: (?:an?|the|their|his|her|its|[a-z'-]+)){0,3} ?$"
)
_NEGATED_BEFORE = re.compile(
    # What is resumed or launched is a custom, no single meeting.
    r"(?<!\w)(?:resum\w+|launch\w*|establish\w*|creat\w+|mechanism|framework|progress(?! (?:at|in|during|after|on|made) )|restart\w*|set(?:ting)? up)(?: (?:of|an?|the|their|[a-z-]+|[\ue000-\ueaff])(?:'s?)?){0,4} $|"
    r"(?<!\w)(?:violent|deadly|armed|naval|dangerous|fatal) $|"
    r"(?<!\w)(?:no|not|without|neither|any|every|each|whether|if|such)(?: (?:an?|the|[a-z-]+)){0,2} $"
)
# One of these is in all that it matches.
_UNCOUNTED = (
    "no", "without", "neither", "any", "every", "each", "whether", "if", "such", "resum", "launch", "establish", "creat",
    "mechanism", "framework", "progress", "restart", "set", "violent", "deadly", "armed", "naval", "dangerous", "fatal",
)  # fmt: skip
_WILL = r"(?:will|is to|are to|is set to|are set to|is scheduled|are scheduled|is expected|are expected|is planned|are planned|is due|are due|would be held|is being planned|is slated|are slated)"
_LATER = re.compile(
    rf"^(?:'s?)?(?: (?:with|between|of|in|at|on|for|the|and|his|her|their|a|an|[\ue000-\ueaff]|[a-z]+al))*,? (?:{_WILL}|was to|were to|to be held|scheduled for|planned for|slated for|set for|expected to|due to|due in|due on) "
    # "I am confident that today's talks will help us": what comes of them
    r"(?!make |help |contribute |lead to |strengthen |bring |serve |pave |give |have an? |boost |further )"
)
_STARTED = re.compile(
    r"^[^.;,]{0,80}? (?:has|have|had)? ?(?:started|begun|began|opened|kicked off|got under way|is under way|are under way)(?!\w)"
)
_HOSTED = re.compile(r"(?<!\w)(?:was|were) (?:[a-z]+ )?(?:the )?hosts? (?:for|of|to) (?:[a-z-]+ ){0,4}$")
_GOES = re.compile(
    rf"(?<![\w-])(?:{_WILL}|(?:was|were|had been) (?:expected|due|scheduled|set|slated|supposed|planning) to|plans? to|planning to|intends? to|hopes? to|was to|were to|to) (?:[a-z]+ )?(?:go|travel|visit|arrive|attend|participate|join|come|head|have|hold|take part|fly|depart|pay|conduct|lead|co-chair|chair|meet|convene|host|receive|welcome|be (?:in|at)|stop (?:over|in|at))\b[^.;\"]{{0,120}}$"
)
# "have arrived in Asmara for [a meeting]"
_PLEDGED = re.compile(
    r"(?<!\w)(?:agreed|pledged|vowed|decided|promised|resolved|committed|reaffirmed|exchanged)(?: [a-z]+| [\ue400-\ue4ff]){0,2} $"
)
# "scrapping plans for what would have been the first [summit]"
_SCRAPPED = re.compile(
    r"(?<!\w)(?:scrap|cancel|call|abandon|dropp|shelv)\w*(?: off)? [^.;]{0,40}(?:would have been|was to be|was to have been) [^.;]{0,40}$"
)
_WAS_HELD = re.compile(
    r"^[^.;,]{0,90}? (?:was held|were held|took place|has been held|have been held)(?! (?:before|earlier))"
)
# "abruptly cancelled a meeting on Monday with Koizumi"
_DROPPED = re.compile(
    r"(?<!\w)(?:(?P<off>cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrapped|scrapping|pulled out of|withdrew from)|postpon(?:es|ed|ing)|put off|delayed) "
    r"(?:an? |the |his |her |their |its )?(?:[a-z-]+ |[\ue400-\ue4ff](?:'s)? |[\uea00-\ueaff] ){0,3}$"
)
_THEIRS = re.compile(r"(?<!\w)(?:at|during|in) (?:their|the) (?:[a-z-]+ ){0,2}$")
_COME_FOR = re.compile(r"(?<!\w)(?:has|have) (?:just |already )?arrived [^.;]{0,40}(?<!\w)for [^.;]{0,60}$")
_GONE = re.compile(
    r"(?<![\w-])(?:met|held|spoke|talked|said|told|was held|took place|agreed|discussed|arrived|visited|attended|added|stated)(?![\w-])"
)


_PUT_OFF = re.compile(
    r"(?<![\w-])(?:postpon\w+|put off|delay\w*|push(?:ed)? back|reschedul\w+)(?: (?:an?|the|their|his|her|its|[a-z'-]+)){1,3} $"
)


# "are expected to agree on it at a [meeting] in Busan": what will be done there is not done yet.
_EXPECTED_AT = re.compile(
    r"(?<!\w)(?:is|are) (?:also )?(?:expected|scheduled|set|due|slated|likely|planning|poised) to (?!have )[^;.]*(?<!\w)(?:at|during|in) (?:an?|the|their|his|her) (?:[a-z-]+ ){0,3}$"
)


# "had been considering a trip to Korea for [talks]"
_WEIGHED = re.compile(
    r"(?<!\w)(?:consider|mull|weigh)(?:s|ed|ing) (?:an? |the )?(?:[a-z-]+ ){0,2}(?:trip|visit|journey)(?!\w)[^.;]*$"
)


# One of these is in what the two patterns match that tell of what is wished or weighed.
_WISHING = ("suggest", "urg", "want", "seek", "consider", "mull", "weigh")
_SUGGESTED = re.compile(r"(?<!\w)(?:suggest\w+|urg\w+|want\w*|seek\w*) [^.;]{0,30}$")
_WILL_NOT_BE = re.compile(
    r"^[^.;]{0,80}? (?:will not|won't|would not) (?:take place|happen|go ahead|materiali[sz]e|be held)"
)
_WAS_NOT = re.compile(
    r"^[^.;]{0,80}? (?:did not|didn't|was not|has not|never) (?:take place|happen|held|materiali[sz]e|go ahead)"
)
_CAME_TO_PASS = re.compile(r"^[^.;,]{0,60}? (?:was held|were held|took place|lasted|ended|concluded|went on)(?!\w)")
_ON_THAT_OCCASION = re.compile(
    r"(?<!\w)(?:after|following|during|at|in|throughout)(?: (?:an?|the|their|his|her|its|[a-z'-]+)){0,4} $"
)


def _last_words(passage: str) -> str:
    """Return the last seven words of a passage, and the blank before them: most patterns of what stands before a noun reach no further."""
    parts = passage.rsplit(" ", 8)
    return passage[len(parts[0]) :] if len(parts) == 9 else passage


def noun_status(shape: str, start: int, end: int) -> str | None:
    """Return the status that the words around a noun give it; empty where they give none, None where there is no meeting."""
    before = shape[max(0, start - 150) : start]
    near = _last_words(before)
    if any(map(near.__contains__, _UNCOUNTED)) and _NEGATED_BEFORE.search(near):
        return None
    after = shape[end : end + 120]
    if ("would have been " in before or "was to " in before) and _SCRAPPED.search(before):
        return "cancelled"
    dropped = _DROPPED.search(near)
    if dropped:
        return "cancelled" if dropped["off"] else "postponed"
    negated = " not " in after or "n't " in after or " never " in after
    if negated and _WILL_NOT_BE.match(after):
        return "cancelled"
    if negated and _WAS_NOT.match(after):
        return None
    undone = _undone().match(after) if _undoing().search(after) else None
    if undone and not re.search(r"(?:said|after|agreed|discussed) ", after[: undone.start("word")]):
        return undoing_words()[undone["word"]]
    if ("held" in after or "took place" in after) and _WAS_HELD.match(after):
        return "held"  # "the next stage of consultations was held in Baku"
    if _PLANNED_BEFORE.search(near) or _LATER.match(after):
        return "planned"
    going = _GOES.search(before)
    if going and _PLEDGED.search(before[: going.start()]) and _THEIRS.search(near):
        going = None  # "pledged to stop it at their summit": where they pledged it
    if (going and not _GONE.search(before, going.start())) or ("arrived " in before and _COME_FOR.search(before)):
        return "planned"
    if any(map(before.__contains__, _WISHING)) and (_SUGGESTED.search(before) or _WEIGHED.search(before)):
        return "proposed"
    if _STARTED.match(after) or ("host" in before and _HOSTED.search(before)):
        return "held"
    if _TIMED_BEFORE.search(near):
        return ""
    if shape.find(" to ", 0, start) >= 0 and _EXPECTED_AT.search(shape[:start]):
        return "planned"
    if _PUT_OFF.search(near):
        return "postponed"
    if _CAME_TO_PASS.match(after) or _ON_THAT_OCCASION.search(near):
        return "held"
    return ""
