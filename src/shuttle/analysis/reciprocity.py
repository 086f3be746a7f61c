"""Like for like: state visits set against state visits, home towns against home towns.

In:   what counts under a rule, and the texts of the documents that tell of it.
Out:  for each class of visit, and for home towns, how often each country received the other and whose turn it is.

A class is one that a source states. A place is a leader's home town only where a source says so in one sentence; of all
others it is not known, which is not the same as no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shuttle.analysis.counting import Selection
from shuttle.analysis.encounters import Encounter
from shuttle.lexicons.home_towns import home_words
from shuttle.records.evidence import Evidence

__all__ = ["HOME_TOWN", "Kind", "home_town_words", "reciprocity"]

HOME_TOWN = "home town"
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)]*(?=\s|$)|(?=\n|$))")
_DENIED = re.compile(r"\b(?:not|no|never|neither)\b|n['’]t\b")
# Words that say what kind of place it is, not which.
_NO_NAME = frozenset({"the", "city", "prefecture", "province", "office", "house", "palace", "hotel", "of", "in", "at"})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of visit between two countries.

    Attributes:
        name: ``state``, ``official`` and so on, or ``home town``.
        received: for each country the encounters at which it received the other in this way, in the order of time.
        turn: the country to receive the other next in this way; None if neither has yet.
        words: for home towns, the words that say so, by the id of the encounter, each with its document's id.
    """

    name: str
    received: tuple[tuple[str, tuple[Encounter, ...]], ...]
    turn: str | None
    words: Mapping[str, tuple[tuple[str, Evidence], ...]]


def reciprocity(selection: Selection, texts: Mapping[str, str] | None = None) -> tuple[Kind, ...]:
    """Return every kind of visit that some source states of what was selected, the most frequent first.

    Args:
        selection: what counts.
        texts: the text of each document by its id, to look for home towns in; None to leave these out.
    """
    hosted = [found for found in selection.encounters if found.in_person and found.at_home in selection.pair]
    by_name: dict[str, list[Encounter]] = {}
    for found in hosted:
        for stated in found.classes:
            by_name.setdefault(stated, []).append(found)
    words = {}
    for found in hosted:
        said = home_town_words(found, texts or {})
        if said:
            words[found.id] = said
            by_name.setdefault(HOME_TOWN, []).append(found)
    return tuple(
        _kind(name, by_name[name], selection.pair, words if name == HOME_TOWN else {})
        for name in sorted(by_name, key=lambda name: (-len(by_name[name]), name))
    )


def _kind(
    name: str, found: list[Encounter], pair: tuple[str, str], words: Mapping[str, tuple[tuple[str, Evidence], ...]]
) -> Kind:
    one, other = pair
    received = tuple((code, tuple(one for one in found if one.at_home == code)) for code in pair)
    return Kind(name, received, one if found[-1].at_home == other else other, words)


def home_town_words(encounter: Encounter, texts: Mapping[str, str]) -> tuple[tuple[str, Evidence], ...]:
    """Return the sentences that call the place of ``encounter`` somebody's home, each with its document's id."""
    names = {
        word
        for meeting in encounter.meetings
        if meeting.place
        for word in re.findall(r"\w+", meeting.place.name)
        if word[0].isupper() and word.casefold() not in _NO_NAME
    }
    if not names:
        return ()
    place = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    documents = dict.fromkeys(name for account in encounter.accounts for name in account.document_ids)
    return tuple((name, said) for name in documents if name in texts for said in _sentences(texts[name], place))


def _sentences(text: str, place: re.Pattern[str]) -> Iterator[Evidence]:
    lower = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    if not any(word in lower for word in home_words()):
        return
    for match in _SENTENCE.finditer(text):
        said = match[0].casefold()
        if place.search(match[0]) and any(word in said for word in home_words()) and not _DENIED.search(said):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Evidence.of(text, start, match.end())
