"""The board of commitments: a column for each stage of life, a card for each promise.

In:   commitments with what came of them, as of a day.
Out:  SVG: the promise in the words of its source, shortened; who is bound; its age; and how long it has been silent.

A column has room for so many cards; the latest evidence stands first, and what is left over is counted.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.analysis.owed import Owed
from shuttle.records.judgements import LIVES
from shuttle.views.pictures.lettering import wrapped
from shuttle.views.pictures.svg import FAINT, INK, MUTED, PAPER, Canvas, group, shape, words
from shuttle.views.wording import CountryName, and_list, capitalised, clean, count, date_words

__all__ = ["Card", "board_description", "board_svg", "cards_of", "columns_of"]

_USUAL = LIVES[:5]
_WIDTH, _PAD, _BETWEEN = 1240.0, 24.0, 12.0
_TOP, _HEAD, _INNER = 84.0, 34.0, 10.0
_SIZE, _LEADING = 11.0, 14.0
_MOST_CARDS, _MOST_LINES = 8, 5
_COLOURS = {
    "stated": "#59636d", "in consultation": "#663a8a", "in implementation": "#8a4708", "delivered": "#0b6661",
    "stalled": "#9b1c1c",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """A commitment as it stands on the board.

    Attributes:
        id: of its account.
        action: what is promised, in the words of the best source.
        parties: those bound, in words.
        facts: its age, the last evidence or silence, and who judged, each a few words.
    """

    id: str
    life: str
    action: str
    parties: str
    facts: tuple[str, ...]
    order: tuple[str, str, str]

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return f"{self.parties}: “{self.action}”. {'; '.join(self.facts)}."


def cards_of(found: Sequence[Owed], country_name: CountryName) -> tuple[Card, ...]:
    """Return a card for each commitment, those with the latest evidence first."""
    cards = [_card(item, country_name) for item in found]
    return tuple(sorted(sorted(cards, key=lambda card: card.id), key=lambda card: card.order, reverse=True))


def columns_of(cards: Sequence[Card]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """Return the columns of the board: the usual stages of life, and others that occur."""
    lives = [*_USUAL, *(life for life in LIVES[5:] if any(card.life == life for card in cards))]
    return tuple((life, tuple(card for card in cards if card.life == life)) for life in lives)


def board_description(cards: Sequence[Card], as_of: str) -> str:
    """Return what the picture shows, for those who do not see it."""
    columns = columns_of(cards)
    told = and_list(f"{len(held)} {life}" for life, held in columns)
    return (
        f"{count(len(cards), 'commitment')} as of {date_words(as_of)}: {told}. "
        "The life follows from what documents say of each and from people's judgements; time alone never changes it."
    )


def board_svg(
    found: Sequence[Owed], pair: tuple[str, str], as_of: str, country_name: CountryName, *, name: str = "board"
) -> str:
    """Return the board as SVG.

    Args:
        found: commitments of the pair with what came of them.
        pair: the two alpha-3 codes.
        as_of: the day, ISO 8601.
        country_name: from an alpha-3 code to a name.
        name: begins the ids of the picture.
    """
    cards = cards_of(found, country_name)
    columns = columns_of(cards)
    width = (_WIDTH - 2 * _PAD - _BETWEEN * (len(columns) - 1)) / len(columns)
    title = f"{country_name(pair[0])} and {country_name(pair[1])}: what was promised, and where it stands"
    laid = [[(card, _lines(card, width)) for card in held[:_MOST_CARDS]] for _, held in columns]
    tall = max((sum(_height(lines) + _BETWEEN for _, lines in column) for column in laid), default=0)
    note = wrapped(board_description(cards, as_of), _WIDTH - 2 * _PAD, 11, 3)
    height = _TOP + _HEAD + _BETWEEN + max(tall, 60) + 24 + 15 * len(note) + 14
    canvas = Canvas(_WIDTH, height, title, board_description(cards, as_of), name=name)
    ground = canvas.decoration()
    words(ground, _PAD, 38, title, size=18, font_weight="bold")
    words(ground, _PAD, 62, f"As of {date_words(as_of)}; the latest evidence first.", size=12, fill=MUTED)
    for number, ((life, held), column) in enumerate(zip(columns, laid, strict=True)):
        x = _PAD + number * (width + _BETWEEN)
        _draw_head(ground, life, len(held), x, width)
        entries = canvas.listed(f"{capitalised(life)}: {count(len(held), 'commitment')}")
        y = _TOP + _HEAD + _BETWEEN
        for card, lines in column:
            _draw_card(entries, card, lines, x, y, width)
            y += _height(lines) + _BETWEEN
        if not held:
            words(ground, x + width / 2, y + 20, "none", size=_SIZE, text_anchor="middle", fill=MUTED)
        elif len(held) > _MOST_CARDS:
            words(canvas.root, x + width / 2, y + 12, f"and {len(held) - _MOST_CARDS} more",
                  size=_SIZE, text_anchor="middle", fill=MUTED)  # fmt: skip
    words(canvas.root, _PAD, height - 15 * len(note), note, leading=15 / 11, fill=MUTED)
    return canvas.text()


def _card(item: Owed, country_name: CountryName) -> Card:
    follow, commitment = item.follow, item.commitment
    facts = []
    if follow.age is not None:
        facts.append(f"{count(follow.age, 'day')} old")
    elif follow.made:
        facts.append(f"made {date_words(follow.made)}")
    else:
        facts.append("date not known")
    if follow.last_day:
        facts.append(f"last evidence {date_words(follow.last_day)}")
    elif follow.silence:
        facts.append(follow.silence)
    if commitment.deadline:
        facts.append(f"due {date_words(commitment.deadline)}")
    if item.life_by:
        facts.append(f"judged by {clean(item.life_by.by)}")
    parties = and_list(map(country_name, commitment.by)) or "parties not named"
    verb = {"expressed intent": "expressed intent", "plans": "plan"}.get(commitment.strength, commitment.strength)
    return Card(
        id=commitment.id,
        life=item.life,
        action=clean(commitment.action),
        parties=f"{parties} {verb}",
        facts=tuple(facts),
        order=(follow.last_day or follow.made or "", follow.made or "", commitment.id),
    )


# What a card shows: the promise, the parties, the facts, each in lines.
_Lines = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _lines(card: Card, width: float) -> _Lines:
    room = width - 2 * _INNER - 6
    return (
        wrapped(capitalised(card.action), room, _SIZE, _MOST_LINES),
        wrapped(card.parties, room, 10, 2, bold=True),
        tuple(line for fact in card.facts for line in wrapped(fact, room, 10, 2)),
    )


def _height(lines: _Lines) -> float:
    action, parties, facts = lines
    return 2 * _INNER + len(action) * _LEADING + 5 + (len(parties) + len(facts)) * 13


def _draw_head(ground: ET.Element, life: str, number: int, x: float, width: float) -> None:
    colour = _COLOURS.get(life, INK)
    shape(ground, "rect", x=x, y=_TOP, width=width, height=_HEAD, fill="#eef1f4")
    shape(ground, "rect", x=x, y=_TOP + _HEAD - 4, width=width, height=4, fill=colour)
    words(ground, x + _INNER, _TOP + 20, capitalised(life), size=13, font_weight="bold")
    words(ground, x + width - _INNER, _TOP + 20, str(number), size=13, font_weight="bold", text_anchor="end")


def _draw_card(entries: ET.Element, card: Card, lines: _Lines, x: float, y: float, width: float) -> None:
    entry = group(entries, card.sentence, id=card.id)
    action, parties, facts = lines
    shape(entry, "rect", x=x, y=y, width=width, height=_height(lines), fill=PAPER, stroke=FAINT, stroke_width=1.2)
    shape(entry, "rect", x=x, y=y, width=4, height=_height(lines), fill=_COLOURS.get(card.life, INK))
    left, at = x + _INNER + 4, y + _INNER + 10
    words(entry, left, at, action, size=_SIZE, leading=_LEADING / _SIZE)
    at += len(action) * _LEADING + 5
    words(entry, left, at, parties, size=10, leading=1.3, font_weight="bold", fill=INK)
    at += len(parties) * 13
    words(entry, left, at, facts, size=10, leading=1.3, fill=MUTED)
