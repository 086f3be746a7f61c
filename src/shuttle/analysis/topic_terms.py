"""What a clause speaks of, as terms that can be shared: names, areas and words, each with its weight.

In:   points of several documents on one meeting.
Out:  for each clause its terms; for each term how much it tells, from 0 to 1: what many of the clauses name tells
      little, what two name tells most (inverse document frequency, over the clauses compared and nothing else).
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import snowballstemmer

from shuttle.lexicons.countries import all_countries
from shuttle.lexicons.words import general_topics, plain_words
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Point

__all__ = [
    "BROAD",
    "DEPARTMENT",
    "FEW",
    "Clause",
    "Term",
    "clauses_of",
    "name_of",
    "named_in",
    "party_words",
    "runs",
    "shared_weight",
    "spelt",
    "stems_of",
    "weights_of",
    "word_terms",
]

#: A kind ("name", "area", "proper", "word", "general") and a key: what two clauses can share.
Term = tuple[str, str]

# How much a term of each kind tells where only two clauses have it.
_KINDS = {"name": 1.0, "area": 0.8, "proper": 1.0, "word": 0.6, "general": 1.0}
#: Areas so broad that two clauses of one area need not speak of one thing.
BROAD = frozenset(["bilateral relations", "multilateral cooperation", "follow-up", "security", "economy", "culture"])
_BROAD_FACTOR = 0.35
#: A clause with no more words than that, and no name or area, speaks of nothing in particular.
FEW = 2
# What a clause has from words before it and not in itself.
_LENT = 0.6
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])|\d)*")
# "continuing it", "these dialogues", "It is expected to ...": the clause goes on with what the one before spoke of.
_LEADS_BACK = re.compile(
    r"^(?:it|this|that|these|those)\b|\babout it\b|\bthis (?:first|would)\b|"
    r"\b(?:it|this|these [a-z]+|this (?:matter|issue|end))(?: this [a-z]+)?[.,;]?$",
    re.IGNORECASE,
)
_OPENS_NEW = re.compile(r"^(?:in addition|moreover|furthermore|separately|meanwhile|on )\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A point in its document, with what it speaks of.

    Attributes:
        place: its number among the points of its document.
        side: alpha-3 code of the government whose document it is; None for all others.
        terms: each with how far it is the clause's own: 1, or less where the words before it lend it.
        paragraph: the number of its paragraph in the document.
        framing: whether it only says when, where and how long; then it makes no row of its own.
    """

    document_id: str
    place: int
    side: str | None
    point: Point
    terms: Mapping[Term, float]
    paragraph: int = 0
    framing: bool = False

    @property
    def evidence(self) -> Evidence:
        """The whole clause."""
        return self.point.evidence[0]


def clauses_of(
    document_id: str, side: str | None, text: str, points: Sequence[Point], passed_over: frozenset[str]
) -> list[Clause]:
    """Return the points of one document as clauses.

    A clause that leads back ("continuing it", "these dialogues") has the terms of the one before it as well, and a
    clause of a longer sentence those of the words that open the sentence.

    Args:
        text: the document's text.
        passed_over: stems and names that tell nothing between these parties: their names, their leaders'.
    """
    found: list[Clause] = []
    paragraph, last = 0, 0
    for place, point in enumerate(points):
        paragraph += "\n" in text[last : point.evidence[0].start].strip(" ")
        last = point.evidence[0].end
        own = dict.fromkeys(_terms(point, passed_over), 1.0)
        own |= dict.fromkeys(_general(point, own), 1.0)
        for item in point.evidence:
            if item.field == "opening":
                for term in word_terms(item.quote, passed_over):
                    own.setdefault(term, _LENT)
        before = found[-1] if found else None
        if before and (not own or _LEADS_BACK.search(point.evidence[0].quote)) and _goes_on(before, point, paragraph):
            for term, share in before.terms.items():
                own.setdefault(term, _LENT * share)
        found.append(Clause(document_id, place, side, point, own, paragraph))
    return found


def _goes_on(before: Clause, point: Point, paragraph: int) -> bool:
    """Return whether a clause stands in one paragraph with the one before it and does not turn to something new."""
    return before.paragraph == paragraph and not _OPENS_NEW.match(point.evidence[0].quote)


def _terms(point: Point, passed_over: frozenset[str]) -> Iterator[Term]:
    for area in point.areas:
        yield "area", area
    for name in point.names:
        if name.casefold() not in passed_over:
            yield "name", name
    # "United", "States": the country is named already.
    known = party_words(point.names, ())
    quote = point.evidence[0].quote
    yield from word_terms(quote, passed_over | known if known else passed_over)


def _few_words(own: Iterable[Term]) -> bool:
    return sum(kind == "word" for kind, _ in own) <= FEW


def _general(point: Point, own: Collection[Term]) -> Iterator[Term]:
    """Yield what a clause is about that speaks of nothing in particular: the relationship, further contact."""
    quote = point.evidence[0].quote.casefold()
    vague = all(kind == "word" or (kind == "area" and key in BROAD) for kind, key in own) and _few_words(own)
    for topic, pattern in _general_topics():
        if (topic == "further contact" or vague) and pattern.search(quote):
            yield "general", topic


@functools.cache
def _general_topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (topic, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")) for topic, words in general_topics().items()
    )


def word_terms(quote: str, passed_over: frozenset[str]) -> Iterator[Term]:
    """Yield the terms that the words of ``quote`` are, without those that tell nothing."""
    for match in _WORD.finditer(quote):
        term = _word_term(match.group(), match.start() == 0, passed_over)
        if term:
            yield term


def _word_term(word: str, first: bool, passed_over: frozenset[str]) -> Term | None:
    plain = word.replace("’", "'").removesuffix("'s")
    lowered = plain.casefold()
    key = _stem(lowered)
    if len(lowered) < 2 or key in passed_over or lowered in passed_over or key in _plain_stems():
        return None
    parts = lowered.split("-")
    if len(parts) > 1 and all(part in passed_over or _stem(part) in _plain_stems() for part in parts):
        return None  # "Japan-ROK"
    capitals = sum(character.isupper() for character in plain)
    if capitals > 1 or (capitals and not first):
        return "proper", key
    return ("word", key) if len(lowered) > 2 else None


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@functools.lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@functools.cache
def _plain_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word in plain_words())


@functools.lru_cache(maxsize=1000)
def _country_words(code: str) -> frozenset[str]:
    words: set[str] = set()
    country = all_countries().get(code)
    if country:
        for name in (*country.names, *country.demonyms, *country.metonyms, *country.combining, country.capital):
            words.update(part.casefold() for part in _WORD.findall(name))
            words.add(name.casefold())
    return frozenset(words | {_stem(word) for word in words})


def party_words(countries: Iterable[str], people: Iterable[str]) -> frozenset[str]:
    """Return stems and names that tell nothing in an account of these parties' meeting.

    Args:
        countries: alpha-3 codes of the parties.
        people: names of those who met, and of the place.
    """
    words = {word for code in countries for word in _country_words(code)}
    for name in people:
        words.update(part.casefold() for part in _WORD.findall(name))
        words.add(name.casefold())
    return frozenset(words | {_stem(word) for word in words})


def weights_of(clauses: Sequence[Clause]) -> dict[Term, float]:
    """Return how much each term tells among these clauses."""
    frequency = Counter(key for clause in clauses for key in {spelt(term) for term in clause.terms})
    most = math.log1p(len(clauses) / 2) or 1.0
    weights: dict[Term, float] = {}
    for clause in clauses:
        for term in clause.terms:
            kind, key = term
            rarity = min(1.0, math.log1p(len(clauses) / max(2, frequency[spelt(term)])) / most)
            broad = _BROAD_FACTOR if kind == "area" and key in BROAD else 1.0
            weights[term] = _KINDS[kind] * (rarity if kind != "general" else 1.0) * broad
    return weights


def spelt(term: Term) -> Term:
    """Return a term as it is compared: a word is one term whether it begins with a capital or not."""
    kind, key = term
    return ("word" if kind == "proper" else kind), key


def shared_weight(one: Clause, other: Clause, weights: Mapping[Term, float]) -> dict[Term, float]:
    """Return the terms that two clauses share, each with what it adds to their nearness."""
    found: dict[Term, float] = {}
    theirs = {spelt(term): (term, share) for term, share in other.terms.items()}
    for term, share in one.terms.items():
        match = theirs.get(spelt(term))
        if match:
            weight = min(weights[term], weights[match[0]]) * share * match[1]
            key = term if term[0] != "word" else match[0]
            found[key] = max(found.get(key, 0.0), weight)
    return found


def runs(quote: str, wanted: frozenset[str]) -> list[str]:
    """Return the longest runs of words of ``quote`` whose stems are ``wanted``, as the text writes them.

    >>> runs("DNA analysis of remains at the Chosei coal mine", frozenset(["chosei", "coal", "mine", "dna"]))
    ['DNA', 'Chosei coal mine']
    """
    found: list[str] = []
    start = end = -1
    for match in _WORD.finditer(quote):
        word = match.group().replace("’", "'").removesuffix("'s").casefold()
        if _stem(word) in wanted:
            if start >= 0 and quote[end : match.start()].strip() == "":
                end = match.end()
            else:
                if start >= 0:
                    found.append(quote[start:end])
                start, end = match.span()
        elif start >= 0:
            found.append(quote[start:end])
            start = -1
    if start >= 0:
        found.append(quote[start:end])
    return list(dict.fromkeys(found))


_NAMED = re.compile(r"\b[A-Z][\w’'-]*(?:(?: (?:of|on|for|and|the|in|against))* [A-Z][\w’'-]*)+")
_OF_PEOPLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prime|Minister|President|Chancellor|Premier|Director|Secretary|The|In|On|At|Both|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)\b"
)


#: "the Ministry of Trade, Industry and Energy" is one name, of whoever acts.
DEPARTMENT = re.compile(
    r"(?:Ministry|Department|Office) (?:of|for) (?:the )?[A-Z]\w+(?:(?:, (?:and )?| and )[A-Z]\w+)*(?: of [A-Z]\w+)?"
)
_LONGEST_NAME = 6


def named_in(quote: str) -> list[str]:
    """Return what ``quote`` names in words with capitals: "Hydrogen Cooperation Dialogue".

    >>> named_in("They launched the Consultative Body on Common Social Issues.")
    ['Consultative Body on Common Social Issues']
    """
    return [
        match.group()
        for match in _NAMED.finditer(DEPARTMENT.sub(lambda name: "." * len(name.group()), quote))
        if not _OF_PEOPLE.search(match.group()) and len(match.group().split()) <= _LONGEST_NAME
    ]


def stems_of(words: str) -> frozenset[str]:
    """Return the stems of some words."""
    return frozenset(_stem(word.replace("’", "'").removesuffix("'s").casefold()) for word in _WORD.findall(words))


def name_of(name: str) -> str:
    """Return a country's name for its code, anything else as it is."""
    country = all_countries().get(name)
    return country.name if country else name
