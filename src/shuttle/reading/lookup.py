"""Find every name that the lexicons hold: countries, peoples, places, forums, known people.

In:   a folded text.
Out:  Hits in order without overlap: at each place the longest name wins. What a name means is
      left open where it can mean more than one thing ("Tokyo" is a city and a government).

One Aho-Corasick automaton holds all names at once. A hit must begin and end where a word does:
without that check "José" would be found in the city of Jos.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

import ahocorasick_rs

from shuttle.lexicons.countries import all_countries
from shuttle.lexicons.forums import Forum, all_forums
from shuttle.lexicons.places import NamedPlace, all_places
from shuttle.lexicons.tenures import Tenure, all_tenures
from shuttle.reading.folding import fold

__all__ = ["Hit", "Meaning", "find_names"]


@dataclass(slots=True)
class Meaning:
    """All that one spelling can mean; alpha-3 codes, empty or None where it cannot."""

    country: str | None = None
    demonym: str | None = None
    metonym: str | None = None
    combining: str | None = None
    places: tuple[NamedPlace, ...] = ()
    forum: Forum | None = None
    tenures: list[Tenure] = field(default_factory=list)


@dataclass(slots=True)
class Hit:
    """A name at [start, end) of the text and what it can mean; nobody changes one."""

    start: int
    end: int
    meaning: Meaning


@functools.cache
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[Meaning], list[str]]:
    table: dict[str, Meaning] = {}

    def meaning(name: str) -> Meaning:
        return table.setdefault(fold(name), Meaning())

    for country in all_countries().values():
        for name in country.names:
            if name.upper() != name or len(name) > 1:
                meaning(name).country = country.code
        for name in country.demonyms:
            entry = meaning(name)
            if entry.country is None:
                entry.demonym = entry.demonym or country.code
        for name in country.metonyms:
            meaning(name).metonym = country.code
        for name in country.combining:
            meaning(name).combining = country.code
    for name, places in all_places().items():
        if len(name) > 2:
            entry = meaning(name)  # names that fold alike share an entry
            entry.places = (*entry.places, *(place for place in places if place not in entry.places))
    for forum in all_forums().values():
        for name in (forum.name, *forum.aliases, *(e.label for e in forum.editions if e.label)):
            meaning(name).forum = forum
            if name.endswith(("summit", "Summit")):
                meaning(name + "s").forum = forum  # "the SCO and CSTO summits"
            for plain, other in (
                ("summit", "Summit"),
                ("Summit", "summit"),
                ("meeting", "Meeting"),
                ("Meeting", "meeting"),
            ):
                if plain in name:
                    meaning(name.replace(plain, other)).forum = forum
    for tenure in all_tenures():
        for name in tenure.names:
            for spelling in _orders(name, tenure.family):
                if " " in spelling or "-" in spelling:
                    rows = meaning(spelling).tenures
                    if tenure not in rows:
                        rows.append(tenure)
    # Headlines and datelines shout; short names in capitals are mostly something else.
    for name in list(table):
        shouted = name.upper()
        entry = table[name]
        if len(name) > 3 and shouted not in table and (entry.country or entry.metonym or entry.places or entry.demonym):
            table[shouted] = entry
    names = list(table)
    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, [table[name] for name in names], names


def _orders(name: str, family: str) -> set[str]:
    """Return the spellings of a whole name: both orders, family name in capitals, hyphens or none."""
    # A title inside the name would hide the title that the text gives before it ("Crown Prince").
    name = re.sub(r"^(?:Prince|Princess|King|Queen|Pope|Sheikh|Shaikh|Emperor|Sultan|Emir|Grand Duke|Dr\.?) ", "", name)
    found = {name}
    rest = name.replace(family, "", 1).strip() if family in name else ""
    if rest and " " not in family:
        found |= {f"{family} {rest}", f"{rest} {family}", f"{family.upper()} {rest}", f"{rest} {family.upper()}"}
    for spelling in list(found):
        if "-" in spelling:
            found.add(spelling.replace("-", " "))
            head, _, tail = spelling.partition("-")
            if tail[:1].islower():
                found.add(f"{head}-{tail[:1].upper()}{tail[1:]}")
                found.add(f"{head} {tail[:1].upper()}{tail[1:]}")
    return found


def find_names(folded: str) -> list[Hit]:
    """Return the names in ``folded`` in order, without overlap."""
    automaton, meanings, _ = _lexicon()
    hits: list[Hit] = []
    size = len(folded)
    for index, start, end in automaton.find_matches_as_indexes(folded):
        if start and folded[start - 1].isalnum():
            continue
        if end < size and folded[end].isalnum():
            # A plural of a demonym is listed; anything else that goes on is another word.
            continue
        if folded[start - 1 : start] == "-" and meanings[index].tenures and folded[start - 2 : start - 1].isalpha():
            continue  # "Ion-[Marcel Ciolacu]": half a name
        hits.append(Hit(start, end, meanings[index]))
    return hits
