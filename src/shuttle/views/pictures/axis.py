"""The axis of time: from days to pixels, for spans from a week to centuries.

In:   the days of events, and the pixels there are.
Out:  a Scale; ticks with their words.

A long stretch in which nothing is on record would push all else into a corner, so that it is cut out and marked as
such (`Break`); within a piece that is left, days are drawn at one measure throughout.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuttle.views.pictures.lettering import width_of

__all__ = ["Break", "Scale", "Tick", "scale_of", "ticks"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# A stretch is cut out if it is longer than this many days and than this part of the whole.
_LONG_DAYS, _LONG_PART = 400, 0.22
_BREAK = 54.0
_SIZE = 11
# Between the words of two ticks.
_AIR = 14.0
_DAYS = {"day": 1, "month": 28, "year": 365}
_Piece = tuple[dt.date, dt.date, float, float]
_STEPS = (
    *(("day", step) for step in (1, 7)),
    *(("month", step) for step in (1, 3, 6)),
    *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 500)),
)


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch that is cut out: from ``first`` to ``last``, drawn from ``left`` to ``right``."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    @property
    def words(self) -> str:
        """How long it is."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        return f"{months // 12} years" if months >= 24 else f"{months} months"


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis; a ``strong`` one begins a year among months."""

    x: float
    words: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to pixels.

    Attributes:
        pieces: first day, last day, left and right edge of each piece that is drawn.
        breaks: between them.
    """

    pieces: tuple[_Piece, ...]
    breaks: tuple[Break, ...]

    def x(self, day: dt.date) -> float:
        """Return where a day is drawn; days outside are drawn at the edge."""
        for first, last, left, right in self.pieces:
            if day <= last:
                part = (day - first).days / max((last - first).days, 1)
                return left + min(max(part, 0.0), 1.0) * (right - left)
        return self.pieces[-1][3]


def scale_of(days: Iterable[dt.date], left: float, right: float) -> Scale:
    """Return the scale on which ``days``, at least one, stand between ``left`` and ``right``, none at the very edge."""
    ordered = sorted(set(days))
    span = (ordered[-1] - ordered[0]).days
    cuts = [
        (before, after)
        for before, after in itertools.pairwise(ordered)
        if (after - before).days > max(_LONG_DAYS, span * _LONG_PART)
    ]
    while len(cuts) * _BREAK > (right - left) / 3:
        cuts.remove(min(cuts, key=lambda cut: cut[1] - cut[0]))
    left_over = span - sum((after - before).days for before, after in cuts)
    pad = dt.timedelta(days=min(max(round(left_over * 0.02), 3), 365))
    edges = [ordered[0], *(day for cut in cuts for day in cut), ordered[-1]]
    parts = [(_moved(a, -pad), _moved(b, pad)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    total = sum((last - first).days for first, last in parts)
    measure = (right - left - _BREAK * len(cuts)) / total
    pieces, breaks, at = [], [], left
    for number, (first, last) in enumerate(parts):
        end = at + (last - first).days * measure
        pieces.append((first, last, at, end))
        if number < len(cuts):
            breaks.append(Break(*cuts[number], end, end + _BREAK))
        at = end + _BREAK
    return Scale(tuple(pieces), tuple(breaks))


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return the ticks of the finest step whose words all find room."""
    for unit, step in _STEPS:
        if any(_too_many(piece, unit, step) for piece in scale.pieces):
            continue
        made = [_with_year(piece, list(_in_piece(scale, piece, unit, step))) for piece in scale.pieces]
        if all(_roomy(some) for some in made):
            return tuple(tick for some in made for tick in some)
    return ()


def _in_piece(scale: Scale, piece: _Piece, unit: str, step: int) -> Iterator[Tick]:
    first, last, *_ = piece
    if unit == "day":
        day = first + dt.timedelta(days=-first.weekday() % step)
        while day <= last:
            yield Tick(scale.x(day), f"{day.day} {_MONTHS[day.month - 1]}", False)
            day += dt.timedelta(days=step)
        return
    months = step if unit == "month" else step * 12
    at = first.year * 12 + first.month - 1
    at -= at % months
    while at // 12 <= min(last.year, 9998):
        day = dt.date(max(at // 12, 1), at % 12 + 1, 1)
        if first <= day <= last:
            begins = at % 12 == 0
            yield Tick(scale.x(day), str(day.year) if begins else _MONTHS[day.month - 1], begins)
        at += months


def _too_many(piece: _Piece, unit: str, step: int) -> bool:
    """Return whether no words could find room at this step, so that none needs to be made."""
    first, last, left, right = piece
    return (last - first).days / (step * _DAYS[unit]) > (right - left) / _AIR


def _with_year(piece: _Piece, some: list[Tick]) -> list[Tick]:
    """Return the ticks of a piece; the first says which year it is in."""
    first, last, *_ = piece
    if not some or some[0].strong:
        return some
    year = first.year
    if not any(tick.strong for tick in some) and last.year > year:
        # The year turned between two weeks' ticks, or before the first.
        return [Tick(some[0].x, f"{some[0].words} {year}/{last.year % 100:02}", False), *some[1:]]
    return [Tick(some[0].x, f"{some[0].words} {year}", False), *some[1:]]


def _roomy(some: Sequence[Tick]) -> bool:
    return all(
        later.x - earlier.x >= width_of(earlier.words, _SIZE, bold=earlier.strong) / 2
        + width_of(later.words, _SIZE, bold=later.strong) / 2 + _AIR
        for earlier, later in itertools.pairwise(some)
    )  # fmt: skip
