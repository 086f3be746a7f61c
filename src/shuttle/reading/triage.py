"""Pass over a document in which nobody acts for a state, before anything in it is cut, dated or resolved.

In:   the survey of a document's text, and whose government issued it.
Out:  whether a finding is possible at all.

Whoever meets, travels, promises or speaks in a reading does so for a country or a multilateral body. A text in which
no country, people, capital, government, office-holder or forum is named has none of them, and much of what a newspaper
prints is of that kind. Its reading is empty.

Other news names countries in passing: where a firm has its works, on which market a price fell. A text is passed over
too if it does no more than that. It is read as soon as one of these stands in it:

- somebody known to have held an office, a forum, a minister, or another office beside the state or the person it
  belongs to;
- a state that acts: it is followed by a verb of meeting, travel, promise or speech, or by the government or ministry
  that such a verb follows ("Japan agreed", "the Korean government said"); not one that stands before a noun as its
  attribute ("the US car maker"), nor where something lies ("in Japan");
- a state that is dealt with: travelled to, or one side of talks, ties or a pact;
- a word of dealings between states (`en/triage.toml`).

What a government publishes itself is always read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterator

from shuttle.lexicons.groups import bodies, bodies_alone
from shuttle.lexicons.loading import load_table
from shuttle.lexicons.meetings import meeting_verbs
from shuttle.lexicons.verbs import commitment_verbs, speech_verbs
from shuttle.reading.alternation import Phrases, one_of
from shuttle.reading.lookup import Hit
from shuttle.reading.survey import Survey

__all__ = ["may_tell", "names_a_state"]


def names_a_state(survey: Survey, side: str | None) -> bool:
    """Return whether a text names anybody who could act for a country.

    >>> names_a_state(Survey("The village repaired its old bridge."), None)
    False

    Args:
        side: alpha-3 code of the government that issued it: on its page "the Prime Minister" is its own.
    """
    return next(_states(survey), None) is not None or (side is not None and bool(survey.titles))


def may_tell(survey: Survey, side: str | None) -> bool:
    """Return whether a text may tell of anything that a state does.

    >>> may_tell(Survey("The US car maker sold more in Japan."), None)
    False
    >>> may_tell(Survey("Japan agreed to buy more."), None)
    True

    Args:
        side: alpha-3 code of the government that issued it.
    """
    if not names_a_state(survey, side):
        return False
    if side is not None or any(hit.meaning.tenures or hit.meaning.forum for hit in survey.hits):
        return True
    if _dealings().search(survey.lowered) is not None:
        return True
    states = list(_states(survey))
    starts = {hit.start for hit in states}
    return _in_office(survey, states) or any(
        _acts(survey, hit, starts) or _dealt_with(survey, hit) or _beside_an_encounter(survey, hit) for hit in states
    )


def _states(survey: Survey) -> Iterator[Hit]:
    for hit in survey.hits:
        meaning = hit.meaning
        if (
            meaning.country
            or meaning.demonym
            or meaning.metonym
            or meaning.combining
            or meaning.forum
            or meaning.tenures
        ):
            yield hit


@functools.cache
def _dealings() -> Phrases:
    return Phrases(word for entry in load_table("en/triage.toml")["word"] for word in entry["words"])


# --- offices ---

# Between a state and the office that is its own: "South Korea's newly elected president".
_BESIDE = re.compile(r"(?:'s?|\s'\s?s?)?\s?(?:[A-Za-z-]+\s){0,3}")
_OF = re.compile(r"\s(?:of|for|to)\s(?:the\s)?")
# Titles that a firm, a bank or the name of one has more often than a state ("General Motors").
_OF_FIRMS = frozenset({"general", "chief", "director", "chairman", "head", "officer"})
_NAMED = re.compile(r",?\s[A-Z][a-z]")


def _in_office(survey: Survey, states: list[Hit]) -> bool:
    """Return whether somebody in a state's office is named: a minister, or another beside the state or a name."""
    folded = survey.folded
    ends = {hit.end for hit in states}
    starts = {hit.start for hit in states}
    for title in survey.titles:
        level = title.offices[0].level
        if "minist" in title.text or level in ("ministers", "vice-ministers"):
            return True
        if title.text in _OF_FIRMS:
            continue
        if level == "leaders" and "vice" not in title.text and _NAMED.match(folded, title.end):
            return True
        of = _OF.match(folded, title.end)
        if of and of.end() in starts:
            return True
        if any(
            _BESIDE.fullmatch(folded, end, title.start) for end in range(title.start - 30, title.start) if end in ends
        ):
            return True
    return False


# --- states ---

_AUXILIARY = r"(?:also|both|therefore|thus|since|later|earlier|still|now|stand|stands|stood|on|last|this|[a-z]+day|week|month|year|not|jointly|has|have|had|is|are|was|were|be|been|to|[a-z]+ly)"


@functools.cache
def _verb() -> str:
    verbs = {*meeting_verbs(), *commitment_verbs(), *speech_verbs()} - {"have", "has", "had", "having"}
    travels = r"(?:visit|travel|arriv|depart|invit|host|receiv|welcom|recogni[sz])(?:s|e|es|ed|led|ing|ling)?"
    return rf"(?:{one_of(verbs)}|{travels}|will|would|shall|flew|fly|flies|left|willing|ready|prepared|determined|eager|keen)(?![\w-])"


@functools.cache
def _then_acts() -> re.Pattern[str]:
    """What follows a state that acts, or its government."""
    return re.compile(rf",?(?: {_AUXILIARY})*,? {_verb()}")


@functools.cache
def _body() -> re.Pattern[str]:
    words = one_of(
        {
            *bodies(),
            *bodies_alone(),
            "official",
            "officials",
            "leader",
            "leaders",
            "spokesman",
            "services",
            "forces",
            "army",
            "military",
            "lawmakers",
        }
    )
    return re.compile(rf"(?: ?'s?)? (?:[a-z-]+ ){{0,2}}?{words}(?!\w)")


@functools.cache
def _body_acts() -> re.Pattern[str]:
    return re.compile(rf"(?! ?'s? )[^.;,]{{0,60}}? {_verb()}")


# Where something lies or comes from: what follows is said of something else.
_SOMEWHERE = re.compile(
    r"\b(?:in|from|at|into|across|outside|near|over|throughout|within|around|(?:banks?|university) of|air)(?: the)? $"
)


def _acts(survey: Survey, hit: Hit, starts: Container[int]) -> bool:
    lowered = survey.lowered
    if hit.end + 1 in starts and lowered.startswith(("-", "/"), hit.end):
        return True  # "Korea-Japan", "Sino-Indian"
    if hit.end + 3 in starts and lowered.startswith(" - ", hit.end):
        return True  # "the Sri Lanka - Maldives Joint Commission"
    if _then_acts().match(lowered, hit.end):
        return not _SOMEWHERE.search(lowered, max(0, hit.start - 16), hit.start)
    body = _body().match(lowered, hit.end)
    return body is not None and _body_acts().match(lowered, body.end()) is not None


_DEALT_WITH = re.compile(
    r"\b(?:(?:visit\w*|trips?|tour\w*|journey\w*|travel\w*|arriv\w+|fl(?:y|ies|ew|ying)|head(?:s|ed|ing)|meetings?|met|meets?)"
    r"(?: (?:to|in|for|with|between|of))?|(?:left|leav\w+|depart\w*) for|according to|with|between|against|"
    r"(?:talks|spoke|dialogues?|relations?|relationship|ties|cooperation|agree\w*|pacts?|accords?|negotiat\w+|war|conflict)"
    r" (?:to|with|between|of|in))(?: the)? $"
)
# A state that stands alone: no noun follows whose attribute it is ("with the US manufacturer").
_ALONE = re.compile(
    r" ?(?:$|[^\w\s'])|(?: ?'s?)? (?:and|or|on|in|at|for|over|to|after|before|as|during|this|last|next|about|that|where|which|who)\b"
)


def _dealt_with(survey: Survey, hit: Hit) -> bool:
    before = _DEALT_WITH.search(survey.lowered, max(0, hit.start - 32), hit.start)
    return before is not None and _ALONE.match(survey.lowered, hit.end) is not None


# Words of meeting and travel: a state or its capital in the same sentence may be where it was, or who was there.
@functools.cache
def _encounters() -> Phrases:
    verbs = (words for words, verb in meeting_verbs().items() if verb.how in ("met", "spoke"))
    return Phrases({*verbs, "talks", "visit", "visits", "visited", "visiting"} - _OF_ANYBODY)


# What prices, people and machines do too.
_OF_ANYBODY = frozenset(
    [
        "meeting",
        "gather",
        "gathers",
        "gathered",
        "gathering",
        "connect",
        "connects",
        "connected",
        "connecting",
        "speaking",
        "talking",
    ]
)
_REACH = 160


def _beside_an_encounter(survey: Survey, hit: Hit) -> bool:
    lowered = survey.lowered
    low, high = max(0, hit.start - _REACH), hit.end + _REACH
    start = max(low, *(lowered.rfind(end, low, hit.start) for end in (". ", "\n")))
    stop = min([high, *(at for end in (". ", "\n") if (at := lowered.find(end, hit.end, high)) >= 0)])
    return _encounters().search(lowered, start, stop) is not None
