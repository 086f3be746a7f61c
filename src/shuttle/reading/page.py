"""The page: a document as the rules see it, every name on it recognised.

In:   a text, the date and the side of its document.
Out:  a Page: sentences, the cast, and for each sentence its mentions and its skeleton.

Names are found in this order, since each step needs the one before: lexicon names, titles and
dates; people, who are made of both; groups and bodies ("the two leaders", "the Korean
government"), which may hold any of these.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.lexicons.places import NamedPlace
from shuttle.reading.cast import Member, assemble_cast
from shuttle.reading.collectives import find_bodies, find_groups
from shuttle.reading.dates import ClockTime, DateMention, Duration, resolve_expressions
from shuttle.reading.lookup import Hit
from shuttle.reading.mentions import Mention
from shuttle.reading.sentences import Sentence
from shuttle.reading.skeleton import Skeleton, build_skeleton
from shuttle.reading.survey import Item, Survey, countries_of

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
        mentions = self.mentions
        return [mentions[index] for position, index in self.skeleton.placed if start <= position < end]


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


def open_page(text: str, *, day: str | None, side: str | None, survey: Survey | None = None) -> Page:
    """Return the page of ``text``.

    Args:
        day: the document's date; dates and office-holders are resolved against it.
        side: alpha-3 code of the government that issued it, or None.
        survey: of the text, where it was made already.
    """
    survey = survey or Survey(text)
    dates = resolve_expressions(survey.expressions, text, survey.sentences, day)
    names = [name for name, _ in survey.names]
    cast, members = assemble_cast(names, day=day, side=side, named=survey.lands)
    by_phrase = dict(zip((origin for _, origin in survey.names), members, strict=True))
    named = (item for draft in survey.drafts for _, _, kind, item in draft.items if kind != "place")
    lands = frozenset(
        (*(code for item in named for code in countries_of(item)), *(m.country for m in cast if m.country))
    )
    lines = tuple(_line(survey, number, dates, by_phrase, side, lands) for number in range(len(survey.drafts)))
    return Page(text, survey.folded, survey.lowered, lines, tuple(cast), dates, side, day, _common(lines))


def _line(
    survey: Survey,
    number: int,
    dates: Sequence[DateMention],
    members: dict[tuple[int, int], Member | None],
    side: str | None,
    lands: frozenset[str],
) -> Line:
    text, lowered, draft = survey.text, survey.lowered, survey.drafts[number]
    first, last = draft.sentence.start, draft.sentence.end
    found: list[Mention] = []
    for position, phrase in enumerate(draft.phrases):
        start, end = draft.skeleton.span(phrase.start, phrase.end)
        if draft.plural(phrase):
            title = draft.title(phrase)
            countries = draft.countries(phrase)
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
            if (
                found
                and text[found[-1].end : start] in _OWNING
                and found[-1].kind == "person"
                and phrase.name
                and phrase.title is not None
            ):
                start = found.pop().start  # "Modi's National Security Adviser Ajit Doval" is Doval
            found.append(Mention("person", start, end, codes, member=member))
    alone = not found
    for start, end, kind, item in draft.items:
        if kind not in ("title", "known"):
            found.append(_mention(kind, start, end, item, text, dates, lands))
    kept = [m for m in found if m.kind != "title"]
    if not alone:  # the items of a sentence are apart from each other already
        kept = _without_overlap(kept)
    skeleton = build_skeleton(lowered, first, last, [(m.start, m.end, m.kind) for m in kept])
    added = [
        *find_groups(kept, skeleton, draft.words, text),
        *find_bodies(kept, skeleton, draft.words, side, text),
    ]
    if added:
        # A body swallows what it is made of.
        kept = [m for m in kept if not any(a.start < m.end and m.start < a.end for a in added)]
        kept = _without_overlap([*kept, *added])
        skeleton = build_skeleton(lowered, first, last, [(m.start, m.end, m.kind) for m in kept])
    return Line(draft.sentence, draft.headline, draft.words, tuple(kept), skeleton)


_OWNING = ("'s ", "’s ", "' ", "’ ")


def _common(lines: Sequence[Line]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for line in lines:
        for mention in line.mentions:
            if mention.kind in ("pair", "country", "demonym", "body", "group"):
                for code in mention.countries:
                    counts[code] += 1
    return tuple(code for code, count in counts.most_common(2) if count > 1)


_TOWN = 500_000


def _likeliest(places: tuple[NamedPlace, ...], lands: frozenset[str]) -> NamedPlace:
    """Return the place of a name that the text means: the weightiest in a land that it names, capitals before all."""
    first = places[0]
    if len(places) == 1 or first.country in lands or first.capital:
        return first
    other = next((place for place in places if place.country in lands), None)
    # Sydney is that of Australia even where Canadians meet.
    return other if other and (first.weight < _TOWN or 2 * other.weight > first.weight) else first


def _mention(
    kind: str, start: int, end: int, item: Item, text: str, dates: Sequence[DateMention], lands: frozenset[str]
) -> Mention:
    if isinstance(item, Hit):
        if kind == "forum":
            return Mention("forum", start, end, forum=item.meaning.forum)
        if kind == "place" and item.meaning.places:
            place = _likeliest(item.meaning.places, lands)
            metonym = (item.meaning.metonym,) if item.meaning.metonym else ()
            return Mention("place", start, end, metonym, place=place, label=text[start:end])
        if kind == "known":
            return Mention("title", start, end)
        return Mention(kind, start, end, countries_of(item), label=text[start:end])
    if isinstance(item, int):
        return Mention("date", start, end, date=dates[item])
    if isinstance(item, ClockTime):
        return Mention("clock", start, end, clock=item)
    if isinstance(item, Duration):
        return Mention("duration", start, end, duration=item)
    if isinstance(item, tuple):
        return Mention("pair" if item else "title", start, end, item, label=text[start:end])
    return Mention("title", start, end)


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in order; where two overlap, people win, then the longer."""
    mentions.sort(key=_start)
    free = 0
    for mention in mentions:
        if mention.start < free:
            break
        free = mention.end
    else:
        return mentions  # as a rule none do
    kept: list[Mention] = []
    rank = {"person": 0, "group": 0}
    for mention in sorted(mentions, key=lambda m: (rank.get(m.kind, 1), -(m.end - m.start), m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    kept.sort(key=_start)
    return kept


_start = operator.attrgetter("start")
