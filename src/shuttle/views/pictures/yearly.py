"""The timeline of a pair that meets too often for one mark each: bars of years, one lane for each host.

In:   a Chart.
Out:  SVG: for every year (five or ten, where centuries must fit) what each country hosted, by kind, as a stacked bar.

Kinds are told apart by pattern; what is planned or was called off is not counted in the bars, and is said below.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

from shuttle.records import dates
from shuttle.views.pictures.chart import ELSEWHERE, KINDS, Chart, Kind
from shuttle.views.pictures.lettering import width_of, wrapped
from shuttle.views.pictures.shapes import COLOURS
from shuttle.views.pictures.svg import INK, MUTED, PAPER, Canvas, group, number, shape, words
from shuttle.views.wording import and_list, count

__all__ = ["yearly_svg"]

_WIDTH, _LEFT, _RIGHT = 1240.0, 150.0, 1216.0
_TOP, _LANE, _BETWEEN = 104.0, 120.0, 34.0
_NARROWEST = 7.0


def yearly_svg(chart: Chart, *, name: str) -> str:
    """Return the timeline by years as SVG; the chart has at least one mark."""
    step, begins = _bins(chart)
    counted: dict[str, Counter[tuple[int, Kind]]] = {lane: Counter() for lane in (*chart.countries, ELSEWHERE)}
    for mark in chart.marks:
        if mark.status == "held":
            counted[mark.lane][(dates.first_day(mark.start).year // step * step, mark.kind)] += 1
    highest = max((n for tally in counted.values() for n in _totals(tally).values()), default=1)
    every = (*zip(chart.countries, chart.names, strict=True), (ELSEWHERE, "Elsewhere"))
    lanes = [(lane, title) for lane, title in every if counted[lane] or lane != ELSEWHERE]
    notes = _notes(chart, step)
    height = _TOP + len(lanes) * (_LANE + _BETWEEN) + 15 * len(notes) + 26
    canvas = Canvas(_WIDTH, height, chart.title, chart.description, name=name)
    kinds = [kind for kind in KINDS if any(tally[(b, kind)] for tally in counted.values() for b in begins)]
    _patterns(canvas.root, name, kinds)
    ground = canvas.decoration()
    words(ground, 24, 38, chart.title, size=18, font_weight="bold")
    _legend(ground, name, kinds)
    slot = (_RIGHT - _LEFT) / len(begins)
    for number_, (lane, title) in enumerate(lanes):
        base = _TOP + number_ * (_LANE + _BETWEEN) + _LANE
        words(ground, 32, base - _LANE / 2, wrapped(title, _LEFT - 46, 13, 2, bold=True), size=13, font_weight="bold")
        shape(ground, "line", x1=_LEFT, x2=_RIGHT, y1=base, y2=base, stroke=MUTED, stroke_width=1)
        _axis(ground, begins, step, slot, base)
        bars = canvas.listed(f"{title}: meetings and visits held, by {_period(step)}")
        for position, year in enumerate(begins):
            _bar(bars, counted[lane], year, step, _LEFT + position * slot, slot, base, highest, name, title)
    words(canvas.root, 24, height - 15 * len(notes), notes, leading=15 / 11, fill=MUTED)
    return canvas.text()


def _bins(chart: Chart) -> tuple[int, list[int]]:
    years = [dates.first_day(mark.start).year for mark in chart.marks]
    first, last = min(years), max(years)
    step = next(
        s for s in (1, 5, 10, 50, 100, 1000, 10_000) if (_RIGHT - _LEFT) / ((last - first) // s + 2) >= _NARROWEST
    )
    return step, list(range(first // step * step, last + 1, step))


def _totals(tally: Counter[tuple[int, Kind]]) -> Counter[int]:
    totals: Counter[int] = Counter()
    for (year, _), number_ in tally.items():
        totals[year] += number_
    return totals


def _period(step: int) -> str:
    return "year" if step == 1 else f"{step} years"


def _notes(chart: Chart, step: int) -> list[str]:
    told = [
        f"One bar for each {_period(step)}: {count(len(chart.marks), 'dated event')} are too many to label one by one."
    ]
    ahead = sum(mark.status in ("planned", "proposed") for mark in chart.marks)
    off = sum(mark.status in ("postponed", "cancelled") for mark in chart.marks)
    counts = ((ahead, "planned or proposed"), (off, "postponed or cancelled"), (len(chart.undated), "without a date"))
    left_out = [f"{number_} {text}" for number_, text in counts if number_]
    if left_out:
        told.append(f"Not in the bars: {and_list(left_out)}.")
    return told


def _patterns(root: ET.Element, name: str, kinds: list[Kind]) -> None:
    defs = shape(root, "defs")
    marks: dict[Kind, tuple[str, float]] = {
        "margins": ("M0 6L6 0", 2.0), "call": ("M0 3H6", 2.0), "officials": ("M3 0V6", 1.4),
        "visit": ("M2 2h2v2h-2z", 0.0),
    }  # fmt: skip
    for kind in kinds:
        pattern = shape(defs, "pattern", id=f"{name}-{kind}", width=6, height=6, patternUnits="userSpaceOnUse")
        colour = COLOURS[kind]
        shape(pattern, "rect", width=6, height=6, fill=colour if kind == "summit" else PAPER)
        if kind in marks:
            d, width = marks[kind]
            shape(pattern, "path", d=d, stroke=colour, stroke_width=width, fill=colour if kind == "visit" else "none")


def _legend(ground: ET.Element, name: str, kinds: list[Kind]) -> None:
    at = 24.0
    for kind in kinds:
        shape(ground, "rect", x=at, y=57, width=16, height=14, fill=f"url(#{name}-{kind})", stroke=COLOURS[kind])
        words(ground, at + 22, 68, KINDS[kind])
        at += 22 + width_of(KINDS[kind], 11) + 22


def _axis(ground: ET.Element, begins: list[int], step: int, slot: float, base: float) -> None:
    every = next(e for e in (1, 2, 5, 10, 20, 50, 100) if e * slot >= width_of("2026", 11) + 8)
    for position, year in enumerate(begins):
        if (year // step) % every == 0:
            x = _LEFT + (position + 0.5) * slot
            shape(ground, "line", x1=x, x2=x, y1=base, y2=base + 4, stroke=MUTED)
            words(ground, x, base + 16, f"{year}", text_anchor="middle", fill=MUTED)


def _bar(
    bars: ET.Element, tally: Counter[tuple[int, Kind]], year: int, step: int, x: float, slot: float, base: float,
    highest: int, name: str, title: str,
) -> None:  # fmt: skip
    parts: list[tuple[Kind, int]] = [(kind, tally[(year, kind)]) for kind in KINDS if tally[(year, kind)]]
    if not parts:
        return
    total = sum(number_ for _, number_ in parts)
    when = f"{year}" if step == 1 else f"{year} to {year + step - 1}"
    entry = group(bars, f"{title}, {when}: {total} held ({and_list(f'{n} {KINDS[kind]}' for kind, n in parts)}).")
    unit = (_LANE - 18) / highest
    width = min(slot * 0.78, 34.0)
    left, top = x + (slot - width) / 2, base
    for kind, number_ in parts:
        top -= number_ * unit
        shape(entry, "rect", x=left, y=top, width=width, height=number_ * unit, fill=f"url(#{name}-{kind})",
              stroke=COLOURS[kind], stroke_width=0.8)  # fmt: skip
    if width_of(str(total), 10) <= slot - 1:
        words(entry, x + slot / 2, top - 4, str(total), size=10, text_anchor="middle", fill=INK)
    else:
        at = x + slot / 2 + 3.5
        words(
            entry, at, top - 3, str(total), size=10, fill=INK, transform=f"rotate(-90 {number(at)} {number(top - 3)})"
        )
    entry.set("data-total", number(total))
