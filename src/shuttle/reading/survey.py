"""The survey: all of a text that can be told before its date is known, each part when it is first asked for.

In:   a text.
Out:  a Survey: its names and titles, its sentences, and a draft of each, in which names are signs and people phrases.

Triage looks at the names alone, and most texts end there. A text whose date has to be inferred is read twice, by
another date; its survey stays.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from shuttle.lexicons.groups import bodies, bodies_alone
from shuttle.lexicons.offices import portfolios
from shuttle.lexicons.places import NamedPlace, capitals
from shuttle.reading.alternation import cue_words, one_of, plain_words
from shuttle.reading.bare_names import bare_names, may_hold_bare_names
from shuttle.reading.cast import CastName
from shuttle.reading.dates import ClockTime, Duration, Expression, find_clock, find_expressions
from shuttle.reading.folding import fold, lower
from shuttle.reading.lookup import Hit, Meaning, find_names
from shuttle.reading.naming import NamePhrase, read_name_phrases
from shuttle.reading.sentences import Sentence, split_sentences
from shuttle.reading.skeleton import Skeleton, build_skeleton
from shuttle.reading.titles import TitleHit, find_titles

__all__ = ["Draft", "Item", "Survey", "countries_of"]

# What a sign of a draft stands for; an int is the number of a date among the expressions of the text.
Item = Hit | TitleHit | int | ClockTime | Duration | tuple[str, ...]


@dataclass(slots=True)
class Draft:
    """A sentence half done: its names are signs, its people are phrases."""

    sentence: Sentence
    headline: bool
    words: frozenset[str]
    items: list[tuple[int, int, str, Item]]
    skeleton: Skeleton
    phrases: list[NamePhrase]

    def title(self, phrase: NamePhrase) -> TitleHit | None:
        """Return the title of a phrase."""
        if phrase.title is None:
            return None
        found = self.items[phrase.title][3]
        assert isinstance(found, TitleHit)  # noqa: S101
        return found

    def plural(self, phrase: NamePhrase) -> bool:
        """Return whether a phrase names several people by their office alone."""
        title = self.title(phrase)
        return bool(title and title.plural and phrase.name is None)

    def countries(self, phrase: NamePhrase) -> tuple[str, ...]:
        """Return the alpha-3 codes that a phrase itself gives."""
        codes: dict[str, None] = {}
        for index in phrase.countries:
            codes.update(dict.fromkeys(countries_of(self.items[index][3])))
        return tuple(codes)

    def cast_name(self, text: str, phrase: NamePhrase, number: int) -> CastName:
        """Return the phrase as the cast takes it."""
        name = None
        if phrase.name:
            start, end = self.skeleton.span(*phrase.name)
            name = " ".join(text[start:end].split())
        countries = self.countries(phrase)
        title = self.title(phrase)
        office = title.office(countries[0] if countries else None) if title else None
        words = None
        if title and office:
            written = title.text
            words = office.title if written in office.words and len(written) < 4 else _capitalised(written)
        start = self.skeleton.text_start(phrase.start)
        return CastName(
            name, office, words, title, countries, phrase.former, phrase.honorific, phrase.definite, number, start
        )


class Survey:
    """What a text names, whatever its date."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self.hits = find_names(self.folded)

    @functools.cached_property
    def lowered(self) -> str:
        """The folded text in lower case."""
        return lower(self.folded)

    @functools.cached_property
    def titles(self) -> list[TitleHit]:
        """The titles of offices, in order."""
        return find_titles(self.lowered, self.folded)

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order."""
        return split_sentences(self.text)

    @functools.cached_property
    def expressions(self) -> tuple[Expression, ...]:
        """The dates as written, in order."""
        return find_expressions(self.text)

    @functools.cached_property
    def drafts(self) -> list[Draft]:
        """The draft of each sentence, with all names in it."""
        drafts = _drafts(self)
        learned = _learned(drafts, self.folded)
        cues = cue_words(learned)
        for draft in drafts:
            if may_hold_bare_names(draft.words, cues):
                draft.phrases += bare_names(draft.skeleton, draft.phrases, learned, headline=draft.headline)
                draft.phrases.sort(key=lambda phrase: phrase.start)
        return drafts

    @functools.cached_property
    def names(self) -> list[tuple[CastName, tuple[int, int]]]:
        """Who is named, in order, each with the number of the sentence and of the phrase in it."""
        return [
            (draft.cast_name(self.text, phrase, number), (number, position))
            for number, draft in enumerate(self.drafts)
            for position, phrase in enumerate(draft.phrases)
            if not draft.plural(phrase)
        ]

    @functools.cached_property
    def lands(self) -> list[tuple[int, str]]:
        """Where which country is named, by its alpha-3 code."""
        return [
            (start, code) for draft in self.drafts for start, _, _, item in draft.items for code in countries_of(item)
        ]


_NAME_WORD = re.compile(r"[A-Za-z'-]+")


def _learned(drafts: Sequence[Draft], folded: str) -> frozenset[str]:
    """Return the words of the names that the document introduces with a title or a courtesy."""
    words: set[str] = set()
    for draft in drafts:
        for phrase in draft.phrases:
            if phrase.name and not draft.headline:
                start, end = draft.skeleton.span(*phrase.name)
                for word in _NAME_WORD.findall(folded, start, end):
                    if len(word) > 1:
                        # "al-Sharaa" begins a sentence as "Al-Sharaa".
                        words.update((word, word[0].upper() + word[1:]))
    return frozenset(words)


_SMALL = frozenset(["of", "for", "and", "the", "in", "to"])


def _capitalised(title: str) -> str:
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in title.split())


def countries_of(item: Item) -> tuple[str, ...]:
    """Return the alpha-3 codes of the countries that an item of a draft can mean."""
    if isinstance(item, tuple):
        return item
    if isinstance(item, Hit):
        meaning = item.meaning
        code = meaning.country or meaning.demonym or meaning.metonym
        if code is None and meaning.places:
            code = meaning.places[0].country
        return (code,) if code else ()
    return ()


def _drafts(survey: Survey) -> list[Draft]:
    folded, sentences, hits = survey.folded, survey.sentences, survey.hits
    plain = plain_words(survey.lowered)
    clock, durations = find_clock(survey.text)
    spans: list[tuple[int, int, str, Item]] = [
        *((date.start, date.end, "date", number) for number, date in enumerate(survey.expressions)),
        *((time.start, time.end, "clock", time) for time in clock),
        *((time.start, time.end, "duration", time) for time in durations),
        *((title.start, title.end, "title", title) for title in survey.titles),
    ]
    position = 0
    while position < len(hits):
        following = hits[position + 1].start if position + 1 < len(hits) else len(folded)
        beside = following - hits[position].end <= _APART
        pair, used = _pair(folded, hits, position) if beside else (None, 0)
        if pair:
            spans.append((hits[position].start, hits[position + used - 1].end, "pair", pair))
            position += used
            continue
        unknown = _town(hits[position], folded)
        if unknown is not None and (position + 1 == len(hits) or hits[position + 1].start >= unknown.end):
            spans.append((unknown.start, unknown.end, "place", unknown))
        hit = _capital(hits[position], folded)
        meant = _kind(hit, folded)
        if meant:
            spans.append((hit.start, hit.end, meant, hit))
        position += 1
    spans += [
        (m.start(), m.end(), "body", ())
        for m in _department().finditer(folded)
        if not folded[m.start() - 1 : m.start()].isalnum()
    ]
    spans += _venues(folded, hits)
    # Of those that begin together the longest stands first.
    spans.sort(key=itemgetter(1), reverse=True)
    spans.sort(key=itemgetter(0))
    drafts: list[Draft] = []
    cursor = 0
    for sentence in sentences:
        items: list[tuple[int, int, str, Item]] = []
        while cursor < len(spans) and spans[cursor][0] < sentence.end:
            span = spans[cursor]
            cursor += 1
            if span[0] < sentence.start or span[1] > sentence.end:
                continue
            if items and span[0] < items[-1][1]:
                # Of two that overlap the longer stays; a date or a forum is never cut.
                if span[1] - span[0] > items[-1][1] - items[-1][0]:
                    items[-1] = span
                continue
            items.append(span)
        skeleton = build_skeleton(folded, sentence.start, sentence.end, [item[:3] for item in items])
        words = frozenset(plain[sentence.start : sentence.end].split())
        headline = _is_headline(folded[sentence.start : sentence.end])
        phrases = read_name_phrases(skeleton, _titles_of(items, skeleton), words, headline=headline)
        drafts.append(Draft(sentence, headline, words, items, skeleton, phrases))
    return drafts


_TOWN = re.compile(
    r"(?:'s)? (?:[a-z]+ ){0,2}?(?:city|town|port|resort|village|municipality|settlement|district) of (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)


def _town(hit: Hit, folded: str) -> Hit | None:
    """Return the place that "the Ecuadorian city of Arenillas" names: the words say where it lies, if no table does."""
    code = hit.meaning.demonym or hit.meaning.country
    words = _TOWN.match(folded, hit.end) if code else None
    if not words or not code:
        return None
    place = NamedPlace(words["name"], code, "", "city", 0, ambiguous=False)
    return Hit(words.start("name"), words.end("name"), Meaning(places=(place,)))


# "at [Maardu Manor], Estonia", "at the [Apurva Kempinski Hotel], Bali"
_HOUSE = re.compile(
    r"(?:Hotel|Manor|Palace|Castle|Villa|Resort|Lodge|Mansion|Guest House|Guesthouse|Convention Cent(?:re|er)|Conference Cent(?:re|er)|Residency)(?! (?:[A-Z]|of))"
)
_HOUSE_NAME = re.compile(r"\b(?:at|in) (?:[Tt]he |his |her )?(?P<name>(?:[A-Z][\w.-]+ ){1,4})\Z")


def _venues(folded: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, str, Item]]:
    """Yield the houses that no table has: their own words say what they are, what follows says where."""
    for house in _HOUSE.finditer(folded):
        name = _HOUSE_NAME.search(folded, max(0, house.start() - 80), house.start())
        if not name:
            continue
        start, end = name.start("name"), house.end()
        inside = [place for hit in hits if hit.start < end and start < hit.end for place in hit.meaning.places[:1]]
        if any(place.kind != "city" for place in inside):
            continue  # a house that a table has
        country = inside[0].country if inside else ""
        place = NamedPlace(folded[start:end], country, "", "venue", 0, ambiguous=False)
        yield start, end, "place", Hit(start, end, Meaning(places=(place,)))


_CAPITAL = re.compile(r"(?:'s)? capital(?! city)\b(?!,? (?:of )?[A-Z])")


def _capital(hit: Hit, folded: str) -> Hit:
    """Return "the Chinese capital" as the city it stands for; any other hit as it is."""
    code = hit.meaning.demonym or hit.meaning.country
    words = _CAPITAL.match(folded, hit.end) if code else None
    place = capitals().get(code) if words and code else None
    return Hit(hit.start, words.end(), Meaning(places=(place,))) if words and place else hit


def _titles_of(items: Sequence[tuple[int, int, str, Item]], skeleton: Skeleton) -> dict[int, TitleHit]:
    """Return the titles of a sentence by the number of their item."""
    if "title" not in skeleton.kinds:
        return {}
    return {number: item for number, (_, _, _, item) in enumerate(items) if isinstance(item, TitleHit)}


_AT_HOUSE = re.compile(r"\b(?:at|in|outside|inside) (?:the )?$")
_AT_PLACE = re.compile(r"\b(?:in|at|to|from|near|outside|of) $")


_DATELINE = re.compile(r",? ?(?:[-(/:]|[A-Z][a-z]+[,.]? )")


def _kind(hit: Hit, folded: str) -> str | None:
    meaning = hit.meaning
    if meaning.country:
        return "country"
    if meaning.forum:
        return "forum"
    if meaning.tenures:
        return "known"
    if meaning.places and (meaning.metonym or not meaning.demonym):
        place = meaning.places[0]
        words = folded[hit.start : hit.end].lower()
        if words in bodies() or words in bodies_alone():
            # "at the Foreign Ministry" is a place, "the Foreign Ministry said" is not.
            return "place" if _AT_HOUSE.search(folded[max(0, hit.start - 14) : hit.start]) else None
        if place.ambiguous and not _AT_PLACE.search(folded[max(0, hit.start - 8) : hit.start]):
            # "KINGSTON, Jamaica, July 19 -": nobody else opens a report in capitals
            opens = not folded[max(0, hit.start - 2) : hit.start].strip(" .") and folded[hit.start : hit.end].isupper()
            return "place" if opens and _DATELINE.match(folded, hit.end) else None
        return "place"
    if meaning.metonym:
        return "body"
    if meaning.demonym:
        return "demonym"
    return None


@functools.cache
def _department() -> re.Pattern[str]:
    """ "Department of Foreign Affairs and Trade", "Ministry of National Defence": a sign before people are read, for
    "Deputy Secretary of the Department of Foreign Affairs Michelle Chan"."""
    words = one_of(
        (
            *portfolios(),
            "foreign affairs",
            "external affairs",
            "defence",
            "defense",
            "state",
            "national defence",
            "national defense",
        )
    )
    return re.compile(
        rf"(?:Ministry|Department|Bureau) (?:of|for) (?:the )?(?i:{words})(?:,? (?:and|&) (?i:{words}))*\b"
    )


# " -- " is the longest that joins two.
_APART = 4


def _pair(folded: str, hits: Sequence[Hit], position: int) -> tuple[tuple[str, ...] | None, int]:
    """Return the countries of "Korea-Japan" or "Sino-Indian" and how many hits it takes."""
    codes: list[str] = []
    used = 0
    for hit in hits[position : position + 4]:
        if used and (folded[hits[position + used - 1].end : hit.start] not in ("-", "/", "--")):
            spaced = folded[hits[position + used - 1].end : hit.start] in (" - ", " -- ", "- ", " -")
            if not (spaced and hit.meaning.country and hits[position + used - 1].meaning.country):
                break  # "the fourth session of the Sri Lanka - Maldives Joint Commission"
        meaning = hit.meaning
        code = (
            meaning.country or meaning.demonym or meaning.combining or (meaning.metonym if not meaning.places else None)
        )
        if code is None:
            break
        codes.append(code)
        used += 1
    distinct = tuple(dict.fromkeys(codes))
    return (distinct, used) if len(distinct) > 1 else (None, 0)


_LETTERS = re.compile(r"[A-Za-z][A-Za-z'-]*")


def _is_headline(words: str) -> bool:
    if len(words) > 200 or words.rstrip("\"')").endswith((".", "!", "?", ":", ";")):
        return False
    letters = [w for w in _LETTERS.findall(words) if len(w) > 3]
    return len(letters) >= 3 and sum(w[0].isupper() for w in letters) >= 0.75 * len(letters)
