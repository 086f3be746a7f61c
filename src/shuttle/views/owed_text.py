"""What two countries owe, as lines for a terminal: how many stand where, the scores, and each with its silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shuttle.analysis.owed import Owed
from shuttle.analysis.scoring import SCORE_RULE, Score, Scorecard, score_of
from shuttle.records.claims import Source
from shuttle.records.judgements import LIVES
from shuttle.views.record import source_words
from shuttle.views.text_lines import TextLine, quote_line
from shuttle.views.wording import (
    CountryName,
    and_list,
    capitalised,
    clean,
    count,
    date_words,
    day_words,
    quoted,
    shortened,
)

__all__ = ["owed_summary"]

# Lives in which something is still owed, what moves or is stuck before what was only said; the others are over.
_OPEN = ("stalled", "in implementation", "in consultation", "stated")


def owed_summary(
    pair: tuple[str, str],
    items: Sequence[Owed],
    card: Scorecard,
    as_of: str,
    sources: Iterable[Source],
    country_name: CountryName,
) -> Iterator[TextLine]:
    """Yield the lines.

    Args:
        pair: two alpha-3 codes.
        items: where each commitment stands, in the order of the account.
        card: the averages of ``items``.
        as_of: the day.
        sources: the documents of the pair, to name those of the words.
        country_name: from an alpha-3 code to a name.
    """
    names = {source.document_id: source for source in sources}
    one, other = map(country_name, pair)
    yield TextLine("title", 0, f"{one} and {other}: what is owed, as of {day_words(as_of)}")
    yield TextLine("entry", 0, _lives(items))
    yield TextLine("note", 0, "A life moves by what documents or people say; time alone never changes it.")
    yield from _scores(card, items, country_name)
    yield from _by_area(items)
    for life in (*_OPEN, *(life for life in LIVES if life not in _OPEN)):
        mine = [item for item in items if item.life == life]
        if not mine:
            continue
        yield TextLine("blank", 0, "")
        yield TextLine("heading", 0, f"{capitalised(life)} ({len(mine)})")
        for item in sorted(mine, key=_oldest_first):
            yield from _item(item, names, country_name)


def _lives(items: Sequence[Owed]) -> str:
    lives = [(life, sum(item.life == life for item in items)) for life in LIVES]
    told = ", ".join(f"{number} {life}" for life, number in lives if number)
    return count(len(items), "commitment") + (f": {told}" if told else "")


def _scores(card: Scorecard, items: Sequence[Owed], country_name: CountryName) -> Iterator[TextLine]:
    yield TextLine("entry", 0, f"Score: {_score(card.overall)}")
    yield TextLine("note", 0, SCORE_RULE)
    for score in card.parties:
        mine = [item for item in items if score.name in item.commitment.by]
        yield TextLine("detail", 1, f"{country_name(score.name)}: {_lives(mine)}; score {_score(score)}")
    for score in card.areas:
        if score.scored:
            yield TextLine("detail", 1, f"{capitalised(clean(score.name))}: {_score(score)}")


def _score(score: Score) -> str:
    told = f"{len(score.scored)} scored of {score.of}"
    if score.without_evidence:
        told += f"; {count(score.without_evidence, 'score')} left out for want of evidence"
    if score.percent is None:
        return f"none ({told})"
    return f"{score.percent:.0f} per cent ({told})"


def _by_area(items: Sequence[Owed]) -> Iterator[TextLine]:
    areas: dict[str, list[Owed]] = {}
    for item in items:
        for area in item.commitment.areas or ("area not named",):
            areas.setdefault(area, []).append(item)
    parts = [
        f"{clean(area)} {len(mine)} ({sum(item.life in _OPEN for item in mine)} open)"
        for area, mine in sorted(areas.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    ]
    if parts:
        yield TextLine("detail", 0, f"By area: {'; '.join(parts)}")


def _oldest_first(item: Owed) -> tuple[bool, str, str]:
    return (item.follow.made is None, item.follow.made or "", item.commitment.id)


def _item(item: Owed, names: dict[str, Source], country_name: CountryName) -> Iterator[TextLine]:
    commitment, follow = item.commitment, item.follow
    by = and_list(map(country_name, commitment.by)) or "parties not named"
    yield TextLine("entry", 1, f"{by} {commitment.strength}: {quoted(shortened(commitment.action, 140))}")
    parts = [commitment.id]
    if follow.made:
        parts.append(f"made {date_words(follow.made)}")
    if follow.age is not None:
        parts.append(f"{count(follow.age, 'day')} old")
    if commitment.deadline:
        parts.append(f"due {date_words(commitment.deadline)}")
    if commitment.areas:
        parts.append(f"on {and_list(map(clean, commitment.areas))}")
    if follow.silence:
        parts.append(follow.silence)
    yield TextLine("detail", 2, ", ".join(parts))
    first = next(iter(commitment.field("action").claims), None)
    if first and first.document_id in names:
        yield TextLine("note", 2, f"{first.document_id}: {source_words(names[first.document_id], country_name)}")
    if item.life_by:
        yield TextLine("detail", 2, f"life judged by {clean(item.life_by.by)}, entry {item.life_by.entry}")
    assessment = score_of(item)
    if assessment:
        score = assessment.details["score"]
        told = f"score {score:+d}" if score else "score 0"
        yield TextLine("detail", 2, f"{told} by {clean(assessment.by)}, entry {assessment.entry}")
    if follow.last_day and follow.last_evidence:
        document, words = follow.last_evidence[0]
        source = f", {source_words(names[document], country_name)}" if document in names else ""
        yield TextLine("detail", 2, f"last evidence {date_words(follow.last_day)}, {document}{source}")
        yield quote_line(3, words)
    if follow.proposed:
        waiting = and_list(link.target for link in follow.proposed[:3])
        more = f" and {len(follow.proposed) - 3} more" if len(follow.proposed) > 3 else ""
        yield TextLine("note", 2, f"{count(len(follow.proposed), 'link')} proposed, not decided: {waiting}{more}")
