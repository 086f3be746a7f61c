"""Find the titles of offices: "prime minister", "Minister for Foreign Affairs", "trade ministers".

In:   a text in lower case, and the same text folded in its own case.
Out:  TitleHits in order without overlap: at each place the longest title wins.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

import ahocorasick_rs

from shuttle.lexicons.offices import Office, all_offices, portfolios
from shuttle.reading.alternation import one_of

__all__ = ["COUNTERPART", "LEADER", "TitleHit", "find_titles"]

# "his Japanese counterpart": whatever office the other one holds.
COUNTERPART = Office("counterpart", "other", "counterpart", ("counterpart",), (), None, (), "his Japanese counterpart")
# "the Russian leader", "North Korean leader Kim Jong Un": whatever office leads that country.
LEADER = Office("leader", "leaders", "Leader", ("leader",), (), None, (), "the Russian leader")


@dataclass(slots=True)
class TitleHit:
    """A title at [start, end). Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        offices: what it can mean, the usual meaning first.
        text: the title as written, lower case, singular.
        plural: whether it is written in the plural.
    """

    start: int
    end: int
    offices: tuple[Office, ...]
    text: str
    plural: bool

    def office(self, country: str | None) -> Office:
        """Return the office that the title means in ``country``."""
        for office in self.offices:
            if office.countries and country in office.countries:
                return office
        return next((office for office in self.offices if not office.countries), self.offices[0])


_HEAD = re.compile(
    r"\b(?:minister|president|premier|chancellor|king|queen|prince|emir|amir|sultan|secretary|representative|adviser|"
    r"advisor|director|spokesperson|ambassador|envoy|governor|leader|chief|general|counterpart|taoiseach|diplomat|commissioner|"
    r"undersecretary|councilor|councillor|speaker|head)\b"
)


def _plural(title: str) -> str | None:
    """Return the plural of a title: the first noun that can head it takes the s."""
    heads = list(_HEAD.finditer(title))
    if not heads:
        return None
    # "minister of foreign affairs" is headed by its first noun, "foreign minister" by its last.
    of = re.search(r" (?:of|for) ", title)
    head = next((h for h in reversed(heads) if not of or h.end() <= of.start()), heads[-1])
    word = head.group()
    plural = word[:-1] + "ies" if word.endswith("ry") else word + "s"
    return title[: head.start()] + plural + title[head.end() :]


@functools.cache
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[tuple[Office, ...], str, bool]]]:
    table: dict[str, tuple[list[Office], str, bool]] = {}

    def put(words: str, office: Office) -> None:
        table.setdefault(words, ([], words, False))[0].append(office)
        plural = _plural(words)
        if plural and plural not in table:
            table[plural] = (table[words][0], words, True)

    table["leader"] = ([LEADER], "leader", False)
    minister = next(office for office in all_offices() if office.key == "minister")
    for office in (*all_offices(), COUNTERPART):
        for words in office.words:
            put(words, office)
    for portfolio in portfolios():
        for words in (
            f"{portfolio} minister",
            f"minister of {portfolio}",
            f"minister for {portfolio}",
            f"minister of the {portfolio}",
            f"{portfolio} secretary",
        ):
            if words not in table:
                put(words, minister)
    names = list(table)
    automaton = ahocorasick_rs.AhoCorasick(
        names,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
    return automaton, [(tuple(table[n][0]), table[n][1], table[n][2]) for n in names]


@functools.cache
def _capitals() -> tuple[re.Pattern[str], dict[str, Office]]:
    table = {word: office for office in all_offices() for word in office.capitals}
    words = one_of(table)
    return re.compile(rf"{words}(?!\w)"), table


def find_titles(lowered: str, folded: str) -> list[TitleHit]:
    """Return the titles in a text, in order."""
    automaton, entries = _lexicon()
    hits: list[TitleHit] = []
    size = len(lowered)
    for index, start, end in automaton.find_matches_as_indexes(lowered):
        if (start and lowered[start - 1].isalnum()) or (end < size and lowered[end].isalnum()):
            continue
        if folded.startswith("-", end) and folded[end + 1 : end + 2].isupper():
            continue  # "Amir-Abdollahian" is a name
        offices, words, plural = entries[index]
        hits.append(TitleHit(start, end, offices, words, plural))
    starts = [hit.start for hit in hits]
    shouted: list[TitleHit] = []
    pattern, capitals = _capitals()
    for match in pattern.finditer(folded):
        before = folded[match.start() - 1 : match.start()]
        if before.isalnum() or before in ("_", "."):
            continue
        behind = bisect_left(starts, match.end())
        if not behind or hits[behind - 1].end <= match.start():
            office = capitals[match.group()]
            shouted.append(TitleHit(match.start(), match.end(), (office,), office.title.lower(), False))
    return sorted(hits + shouted, key=attrgetter("start")) if shouted else hits
