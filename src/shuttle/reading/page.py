"""The page: a document as the rules see it, every name on it recognised.

In:   a text, the date and the side of its document.
Out:  a Page: sentences, the cast, and for each sentence its mentions and its skeleton.

Names are found in this order, since each step needs the one before: lexicon names, titles and
dates; people, who are made of both; groups and bodies ("the two leaders", "the Korean
government"), which may hold any of these.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.lexicons.groups import bodies, bodies_alone
from shuttle.lexicons.offices import portfolios
from shuttle.lexicons.places import capitals
from shuttle.reading.alternation import cue_words, one_of, words_of
from shuttle.reading.cast import CastName, Member, assemble_cast
from shuttle.reading.collectives import find_bodies, find_groups
from shuttle.reading.dates import ClockTime, DateMention, Duration, find_clock, find_dates
from shuttle.reading.folding import fold, lower
from shuttle.reading.lookup import Hit, Meaning, find_names
from shuttle.reading.mentions import Mention
from shuttle.reading.naming import NamePhrase, bare_names, may_hold_bare_names, read_name_phrases
from shuttle.reading.sentences import Sentence, split_sentences
from shuttle.reading.skeleton import Skeleton, build_skeleton
from shuttle.reading.titles import TitleHit, find_titles

__all__ = ["Line", "Page", "open_page"]


@dataclass(slots=True, eq=False)
class Line:
    """One sentence with what it mentions.

    Attributes:
        headline: whether it is written as a headline (no full stop, most words with a capital).
        words: the words of the sentence in lower case, those of its mentions too; a rule whose words are not among
            them need not look at the line.
        mentions: in order, without overlap.
        skeleton: words in lower case; its signs are indices into ``mentions``.
    """

    sentence: Sentence
    headline: bool
    words: frozenset[str]
    mentions: tuple[Mention, ...]
    skeleton: Skeleton

    def mention(self, sign: str) -> Mention:
        """Return the mention behind a sign of the skeleton."""
        return self.mentions[self.skeleton.mentions[sign]]

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions whose signs stand in [start, end) of the skeleton."""
        return [self.mentions[index] for index in self.skeleton.signs(start, end)]


@dataclass(frozen=True, slots=True)
class Page:
    """A text with everything that is named in it.

    Attributes:
        common: alpha-3 codes of the two countries named most often, each more than once.
    """

    text: str
    folded: str
    lowered: str
    lines: tuple[Line, ...]
    cast: tuple[Member, ...]
    dates: tuple[DateMention, ...]
    side: str | None
    day: str | None
    common: tuple[str, ...]


def open_page(text: str, *, day: str | None, side: str | None) -> Page:
    """Return the page of ``text``.

    Args:
        day: the document's date; dates and office-holders are resolved against it.
        side: alpha-3 code of the government that issued it, or None.
    """
    folded = fold(text)
    lowered = lower(folded)
    sentences = split_sentences(text)
    dates = find_dates(text, sentences, day)
    clock, durations = find_clock(text)
    drafts = _drafts(folded, lowered, sentences, [*dates, *clock, *durations])
    learned = _learned(drafts, folded)
    cues = cue_words(learned)
    for draft in drafts:
        if may_hold_bare_names(draft.words, cues):
            draft.phrases += bare_names(draft.skeleton, draft.phrases, learned, headline=draft.headline)
            draft.phrases.sort(key=lambda phrase: phrase.start)
    names: list[CastName] = []
    origin: list[tuple[int, int]] = []
    for number, draft in enumerate(drafts):
        for position, phrase in enumerate(draft.phrases):
            if draft.plural(phrase):
                continue
            names.append(draft.cast_name(text, phrase, number))
            origin.append((number, position))
    lands = [(start, code) for draft in drafts for start, _, _, item in draft.items for code in _countries(item)]
    cast, members = assemble_cast(names, day=day, side=side, named=lands)
    by_phrase = dict(zip(origin, members, strict=True))
    lines = tuple(draft.line(text, folded, lowered, number, by_phrase, side) for number, draft in enumerate(drafts))
    return Page(text, folded, lowered, lines, tuple(cast), dates, side, day, _common(lines))


_Item = Hit | TitleHit | DateMention | ClockTime | Duration | tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    """A sentence half done: its names are signs, its people are phrases."""

    sentence: Sentence
    headline: bool
    words: frozenset[str]
    items: list[tuple[int, int, str, _Item]]
    skeleton: Skeleton
    phrases: list[NamePhrase]

    def title(self, phrase: NamePhrase) -> TitleHit | None:
        if phrase.title is None:
            return None
        found = self.items[phrase.title][3]
        assert isinstance(found, TitleHit)  # noqa: S101
        return found

    def plural(self, phrase: NamePhrase) -> bool:
        title = self.title(phrase)
        return bool(title and title.plural and phrase.name is None)

    def countries(self, phrase: NamePhrase) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for index in phrase.countries:
            codes.update(dict.fromkeys(_countries(self.items[index][3])))
        return tuple(codes)

    def cast_name(self, text: str, phrase: NamePhrase, number: int) -> CastName:
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

    def line(
        self,
        text: str,
        folded: str,
        lowered: str,
        number: int,
        members: dict[tuple[int, int], Member | None],
        side: str | None,
    ) -> Line:
        first, last = self.sentence.start, self.sentence.end
        found: list[Mention] = []
        for position, phrase in enumerate(self.phrases):
            start, end = self.skeleton.span(phrase.start, phrase.end)
            if self.plural(phrase):
                title = self.title(phrase)
                countries = self.countries(phrase)
                if title and len(countries) > 1:
                    found.append(
                        Mention(
                            "group",
                            start,
                            end,
                            countries,
                            label=text[start:end],
                            level=level if (level := title.offices[0].level) != "other" else None,
                            size=len(countries),
                        )
                    )
                continue
            member = members.get((number, position))
            if member is not None:
                codes = (member.country,) if member.country else ()
                found.append(Mention("person", start, end, codes, member=member))
        alone = not found
        for start, end, kind, item in self.items:
            if kind not in ("title", "known"):
                found.append(_mention(kind, start, end, item, text))
        kept = [m for m in found if m.kind != "title"]
        if not alone:  # the items of a sentence are apart from each other already
            kept = _without_overlap(kept)
        skeleton = build_skeleton(lowered, first, last, [(m.start, m.end, m.kind) for m in kept])
        added = [
            *find_groups(kept, skeleton, self.words, text),
            *find_bodies(kept, skeleton, self.words, side, text),
        ]
        if added:
            # A body swallows what it is made of.
            kept = [m for m in kept if not any(a.start < m.end and m.start < a.end for a in added)]
            kept = _without_overlap([*kept, *added])
            skeleton = build_skeleton(lowered, first, last, [(m.start, m.end, m.kind) for m in kept])
        return Line(self.sentence, self.headline, self.words, tuple(kept), skeleton)


def _common(lines: Sequence[Line]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for line in lines:
        for mention in line.mentions:
            if mention.kind in ("pair", "country", "demonym", "body"):
                counts.update(mention.countries)
    return tuple(code for code, count in counts.most_common(2) if count > 1)


def _learned(drafts: Sequence[_Draft], folded: str) -> frozenset[str]:
    """Return the words of the names that the document introduces with a title or a courtesy."""
    words: set[str] = set()
    for draft in drafts:
        for phrase in draft.phrases:
            if phrase.name and not draft.headline:
                start, end = draft.skeleton.span(*phrase.name)
                for word in re.findall(r"[A-Za-z'-]+", folded[start:end]):
                    if len(word) > 1:
                        # "al-Sharaa" begins a sentence as "Al-Sharaa".
                        words.update((word, word[0].upper() + word[1:]))
    return frozenset(words)


def _capitalised(title: str) -> str:
    small = {"of", "for", "and", "the", "in", "to"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in title.split())


def _countries(item: object) -> tuple[str, ...]:
    if isinstance(item, tuple):
        return item
    if isinstance(item, Hit):
        meaning = item.meaning
        code = meaning.country or meaning.demonym or meaning.metonym
        if code is None and meaning.places:
            code = meaning.places[0].country
        return (code,) if code else ()
    return ()


def _mention(kind: str, start: int, end: int, item: object, text: str) -> Mention:
    if isinstance(item, Hit):
        if kind == "forum":
            return Mention("forum", start, end, forum=item.meaning.forum)
        if kind == "place" and item.meaning.places:
            place = item.meaning.places[0]
            metonym = (item.meaning.metonym,) if item.meaning.metonym else ()
            return Mention("place", start, end, metonym, place=place, label=text[start:end])
        if kind == "known":
            return Mention("title", start, end)
        return Mention(kind, start, end, _countries(item), label=text[start:end])
    if isinstance(item, DateMention):
        return Mention("date", start, end, date=item)
    if isinstance(item, ClockTime):
        return Mention("clock", start, end, clock=item)
    if isinstance(item, Duration):
        return Mention("duration", start, end, duration=item)
    if isinstance(item, tuple):
        return Mention("pair" if item else "title", start, end, item, label=text[start:end])
    return Mention("title", start, end)


def _drafts(
    folded: str, lowered: str, sentences: Sequence[Sentence], times: Sequence[DateMention | ClockTime | Duration]
) -> list[_Draft]:
    hits = find_names(folded)
    titles = find_titles(lowered, folded)
    spans: list[tuple[int, int, str, _Item]] = []
    for time in times:
        kind = "date" if isinstance(time, DateMention) else "clock" if isinstance(time, ClockTime) else "duration"
        spans.append((time.start, time.end, kind, time))
    spans += [(t.start, t.end, "title", t) for t in titles]
    position = 0
    while position < len(hits):
        pair, used = _pair(folded, hits, position)
        if pair:
            spans.append((hits[position].start, hits[position + used - 1].end, "pair", pair))
            position += used
            continue
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
    spans.sort(key=lambda s: (s[0], -s[1]))
    drafts: list[_Draft] = []
    cursor = 0
    for sentence in sentences:
        items: list[tuple[int, int, str, _Item]] = []
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
        skeleton = build_skeleton(folded, sentence.start, sentence.end, [(s, e, k) for s, e, k, _ in items])
        words = words_of(lowered[sentence.start : sentence.end])
        headline = _is_headline(folded[sentence.start : sentence.end])
        title_items = {i: item for i, (_, _, _, item) in enumerate(items) if isinstance(item, TitleHit)}
        phrases = read_name_phrases(skeleton, title_items, words, headline=headline)
        drafts.append(_Draft(sentence, headline, words, items, skeleton, phrases))
    return drafts


_CAPITAL = re.compile(r"(?:'s)? capital(?! city)\b(?!,? (?:of )?[A-Z])")


def _capital(hit: Hit, folded: str) -> Hit:
    """Return "the Chinese capital" as the city it stands for; any other hit as it is."""
    code = hit.meaning.demonym or hit.meaning.country
    words = _CAPITAL.match(folded, hit.end) if code else None
    place = capitals().get(code) if words and code else None
    return Hit(hit.start, words.end(), Meaning(places=(place,))) if words and place else hit


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
            return (
                "place"
                if re.search(r"\b(?:at|in|outside|inside) (?:the )?$", folded[max(0, hit.start - 14) : hit.start])
                else None
            )
        if place.ambiguous and not re.search(
            r"\b(?:in|at|to|from|near|outside|of) $", folded[max(0, hit.start - 8) : hit.start]
        ):
            return None
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


def _pair(folded: str, hits: Sequence[Hit], position: int) -> tuple[tuple[str, ...] | None, int]:
    """Return the countries of "Korea-Japan" or "Sino-Indian" and how many hits it takes."""
    codes: list[str] = []
    used = 0
    for hit in hits[position : position + 4]:
        if used and (folded[hits[position + used - 1].end : hit.start] not in ("-", "/", "--")):
            break
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


_ENDS = re.compile(r"[.!?:;][\"')]*$")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'-]*")


def _is_headline(words: str) -> bool:
    if _ENDS.search(words) or len(words) > 200:
        return False
    letters = [w for w in _LETTERS.findall(words) if len(w) > 3]
    return len(letters) >= 3 and sum(w[0].isupper() for w in letters) >= 0.75 * len(letters)


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in order; where two overlap, people win, then the longer."""
    kept: list[Mention] = []
    rank = {"person": 0, "group": 0}
    for mention in sorted(mentions, key=lambda m: (rank.get(m.kind, 1), -(m.end - m.start), m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
