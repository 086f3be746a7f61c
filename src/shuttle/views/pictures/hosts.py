"""The bar of hosts: who received whom how often, under the rule that is named.

In:   the tallies of both countries and the turn, under one counting rule.
Out:  SVG: a row for each country, a cell for each time it hosted, in the order of time.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from shuttle.analysis.encounters import Encounter
from shuttle.analysis.hosting import HostTally, Turn, host_of
from shuttle.records.accounts import MeetingAccount
from shuttle.views.pictures.chart import day_in_short
from shuttle.views.pictures.lettering import fitted, width_of, wrapped
from shuttle.views.pictures.svg import INK, MUTED, PAPER, Canvas, group, shape, words
from shuttle.views.wording import CountryName, clean, count, date_words

__all__ = ["hosts_description", "hosts_svg", "place_of", "turn_words"]

_WIDTH, _LEFT, _ROOM = 1000.0, 200.0, 640.0
_TOP, _HEIGHT, _STEP = 92.0, 44.0, 72.0
_WIDEST, _NARROWEST = 110.0, 26.0
_FILLS = ("#12406f", "#ffffff")


def turn_words(turn: Turn, country_name: CountryName) -> str:
    """Return whose turn it is, in a sentence."""
    if turn.country is None or turn.last is None:
        return "Neither has received the other yet under this rule."
    host = host_of(turn.last) or ""
    return (
        f"It is {country_name(turn.country)}'s turn: {country_name(host)} hosted last, "
        f"{date_words(turn.last.start, turn.last.end)}."
    )


def hosts_description(
    tallies: tuple[HostTally, HostTally], turn: Turn, rules: Mapping[str, str], country_name: CountryName
) -> str:
    """Return what the picture shows, for those who do not see it."""
    told = " ".join(f"{_row_words(tally, country_name)}." for tally in tallies)
    return f"{told} {turn_words(turn, country_name)} Rule “{turn.rule}”: {rules.get(turn.rule, turn.rule)}"


def hosts_svg(
    tallies: tuple[HostTally, HostTally],
    turn: Turn,
    rules: Mapping[str, str],
    country_name: CountryName,
    *,
    name: str = "hosts",
) -> str:
    """Return the bar of hosts as SVG.

    Args:
        tallies: of the two countries.
        turn: under the same rule.
        rules: what each counting rule counts.
        country_name: from an alpha-3 code to a name.
        name: begins the ids of the picture.
    """
    one, other = (country_name(tally.country) for tally in tallies)
    title = f"{one} and {other}: who received whom"
    note = wrapped(f"Rule “{turn.rule}”: {rules.get(turn.rule, turn.rule)}", _WIDTH - 48, 11, 3)
    height = _TOP + 2 * _STEP + 12 + 15 * len(note) + 14
    canvas = Canvas(_WIDTH, height, title, hosts_description(tallies, turn, rules, country_name), name=name)
    ground = canvas.decoration()
    words(ground, 24, 38, title, size=18, font_weight="bold")
    words(ground, 24, 64, turn_words(turn, country_name), size=13)
    most = max(tally.count for tally in tallies)
    cell = min(_WIDEST, _ROOM / most) if most else _WIDEST
    for row, tally in enumerate(tallies):
        y = _TOP + row * _STEP
        label = wrapped(country_name(tally.country), _LEFT - 48, 14, 2, bold=True)
        words(ground, 24, y + _HEIGHT / 2 + 5 - (len(label) - 1) * 9, label, size=14, font_weight="bold")
        cells = canvas.listed(f"{_row_words(tally, country_name)}")
        if cell >= _NARROWEST:
            for number, met in enumerate(tally.encounters):
                what = ", ".join(part for part in (date_words(met.start, met.end), place_of(met)) if part)
                entry = group(cells, what, id=met.id)
                _cell(entry, _LEFT + number * cell, y, cell, row)
                _cell_words(entry, _LEFT + number * cell, y, cell, row, day_in_short(met.start), what)
        elif tally.count:
            first, last = tally.encounters[0].start, tally.encounters[-1].start
            entry = group(cells, f"{count(tally.count, 'time')} from {date_words(first)} to {date_words(last)}")
            _cell(entry, _LEFT, y, cell * tally.count, row)
            words(
                entry,
                _LEFT + 4,
                y + _HEIGHT + 15,
                f"{day_in_short(first)} to {day_in_short(last)}",
                size=11,
                fill=MUTED,
            )
        end = _LEFT + cell * tally.count + 14
        words(ground, end, y + _HEIGHT / 2 + 7, str(tally.count), size=20, font_weight="bold")
        times = "time" if tally.count == 1 else "times"
        words(ground, end + width_of(str(tally.count), 20, bold=True) + 6, y + _HEIGHT / 2 + 6, times, size=12)
    words(canvas.root, 24, height - 15 * len(note), note, leading=15 / 11, fill=MUTED)
    return canvas.text()


def place_of(met: Encounter) -> str:
    """Return where it was, as named; empty if no source says, or it was a visit without a meeting on record."""
    account = met.account
    return clean(account.place.name) if isinstance(account, MeetingAccount) and account.place else ""


def _row_words(tally: HostTally, country_name: CountryName) -> str:
    name = country_name(tally.country)
    if tally.last is None:
        return f"{name} has not received the other under this rule"
    return (
        f"{name} received the other {count(tally.count, 'time')}, last {date_words(tally.last.start, tally.last.end)}"
    )


def _cell(entry: ET.Element, x: float, y: float, width: float, row: int) -> None:
    shape(
        entry,
        "rect",
        x=x + 1,
        y=y,
        width=max(width - 2, 1),
        height=_HEIGHT,
        fill=_FILLS[row],
        stroke=_FILLS[0],
        stroke_width=1.6,
    )


def _cell_words(entry: ET.Element, x: float, y: float, width: float, row: int, day: str, what: str) -> None:
    colour = PAPER if row == 0 else INK
    year = day.rsplit(" ", 1)[-1]
    shown = day if width_of(day, 11, bold=True) <= width - 10 else year
    if width_of(shown, 11, bold=True) <= width - 4:
        words(
            entry,
            x + width / 2,
            y + (19 if shown == day else 27),
            shown,
            text_anchor="middle",
            fill=colour,
            font_weight="bold",
        )
    place = fitted(what.rsplit(", ", 1)[-1].rsplit(" in ", 1)[-1], width - 10, 11)
    if shown == day and "," in what and len(place) > 2:
        words(entry, x + width / 2, y + 34, place, text_anchor="middle", fill=colour)
