"""When two names can mean the same person, office, place or forum.

Spelling, order and hyphens differ between sources ("KISHIDA Fumio", "Fumio Kishida"); these
functions see past that and no further. None of them knows who anybody is; that "Korea" is a country they
look up.
"""

from __future__ import annotations

import functools
import unicodedata
from difflib import SequenceMatcher

from shuttle.lexicons.countries import all_countries
from shuttle.records.findings import Place

__all__ = [
    "letters",
    "names_a_region",
    "names_a_venue",
    "names_its_country",
    "same_forum",
    "same_office",
    "same_person_name",
    "same_place_name",
    "tokens",
]

# Words that say what kind of office, place or forum it is, not which.
_OFFICE_KIND = frozenset(
    [
        "minister",
        "ministers",
        "of",
        "for",
        "the",
        "and",
        "affairs",
        "secretary",
        "vice",
        "deputy",
        "senior",
        "first",
        "director",
        "general",
        "chief",
        "special",
        "representative",
        "state",
        "acting",
    ]
)  # fmt: skip
_PLACE_KIND = frozenset(
    [
        "the",
        "of",
        "city",
        "prefecture",
        "province",
        "region",
        "state",
        "palace",
        "house",
        "office",
        "presidential",
    ]
)  # fmt: skip
_REGION_KIND = frozenset(("prefecture", "province", "region", "state", "county", "island", "islands"))
_VENUE_KIND = frozenset(
    (
        "office",
        "palace",
        "house",
        "hotel",
        "ministry",
        "residence",
        "castle",
        "schloss",
        "centre",
        "center",
        "hall",
        "kremlin",
    )
)
_FORUM_KIND = frozenset(
    [
        "the",
        "of",
        "summit",
        "summits",
        "meeting",
        "meetings",
        "leaders",
        "leader",
        "economic",
        "conference",
        "forum",
        "session",
        "annual",
        "general",
        "informal",
        "retreat",
        "week",
        # "an international conference" can be any.
        "a",
        "an",
        "international",
        "multilateral",
        "regional",
        "global",
        "gathering",
        "event",
    ]
)  # fmt: skip
_SHORT = {"pm": "prime", "fm": "foreign"}
# The same names come again and again; so many answers are kept.
_KEPT = 65_536
# How alike two spellings of one name part are: "Zelensky" and "Zelenskiy" are at 0.94.
_LIKE = 0.75


@functools.lru_cache(maxsize=_KEPT)
def tokens(name: str | None) -> frozenset[str]:
    """Return the words of a name without case, accents, hyphens and punctuation.

    >>> sorted(tokens("Lee Jae-myung"))
    ['jae', 'lee', 'myung']
    """
    if not name:
        return frozenset()
    plain = unicodedata.normalize("NFKD", name.casefold())
    spaced = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return frozenset(spaced.split())


@functools.lru_cache(maxsize=_KEPT)
def letters(name: str | None) -> str:
    """Return the letters of a name in alphabetical order: equal whatever the order, hyphens and blanks.

    >>> letters("KISHIDA Fumio") == letters("Fumio Kishida")
    True
    """
    return "".join(sorted("".join(tokens(name))))


@functools.lru_cache(maxsize=_KEPT)
def same_person_name(one: str | None, other: str | None) -> bool:
    """Return whether two names can be one person's: they share a part, spelled alike.

    A missing name can be anybody's. Parts of one or two letters tell too little to count alone.

    >>> same_person_name("President Zelensky", "Volodymyr Zelenskiy"), same_person_name("Cho Tae-yul", "Kim Yong-hyun")
    (True, False)
    """
    if not one or not other or letters(one) == letters(other):
        return True
    mine, theirs = tokens(one), tokens(other)
    if mine <= theirs or theirs <= mine:
        return True
    return any(_alike(a, b) for a in mine for b in theirs if len(a) > 2 and len(b) > 2)


@functools.lru_cache(maxsize=_KEPT)
def same_office(one: str | None, other: str | None) -> bool:
    """Return whether two titles can be one office's; a missing one, or one that says only the rank, can be any.

    >>> same_office("Foreign Minister", "Minister of Foreign Affairs")
    True
    >>> same_office("Foreign Minister", "Defense Minister")
    False
    """
    mine, theirs = ({_SHORT.get(word, word) for word in tokens(title) - _OFFICE_KIND} for title in (one, other))
    return not mine or not theirs or any(_alike(a, b) for a in mine for b in theirs)


def same_place_name(one: str | None, other: str | None) -> bool:
    """Return whether two place names agree: one holds the other but for words like "Prefecture".

    >>> same_place_name("Nara", "Nara Prefecture"), same_place_name("Nara", "Kyoto")
    (True, False)
    """
    return _held_in(tokens(one), tokens(other), _PLACE_KIND)


def names_its_country(place: Place) -> bool:
    """Return whether a place is a whole country ("in Korea"), which agrees with every city in it.

    >>> names_its_country(Place("South Korea", "KOR")), names_its_country(Place("Busan", "KOR"))
    (True, False)
    """
    country = all_countries().get(place.country or "")
    name = place.name.casefold().removeprefix("the ")
    return country is not None and any(name == known.casefold() for known in country.names)


def names_a_region(name: str) -> bool:
    """Return whether a name is a region's, which is less precise than a city's.

    >>> names_a_region("Nara Prefecture"), names_a_region("Nara")
    (True, False)
    """
    return bool(tokens(name) & _REGION_KIND)


def names_a_venue(name: str) -> bool:
    """Return whether a name is that of a building, which is more precise than a city's.

    >>> names_a_venue("Maximos Palace, Athens"), names_a_venue("Athens")
    (True, False)
    """
    return bool(tokens(name) & _VENUE_KIND)


def same_forum(one: str | None, other: str | None) -> bool:
    """Return whether two names can mean one multilateral event; a missing one agrees with any.

    >>> same_forum("G20", "G20 Summit"), same_forum("APEC summit", "G20 Summit")
    (True, False)
    >>> same_forum("an international conference", "APEC summit")
    True
    """
    return _held_in(_without_years(tokens(one)), _without_years(tokens(other)), _FORUM_KIND)


def _without_years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not (word.isdigit() and len(word) == 4))


def _held_in(mine: frozenset[str], theirs: frozenset[str], kind: frozenset[str]) -> bool:
    a, b = mine - kind, theirs - kind
    return not a or not b or a <= b or b <= a


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) > 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE
