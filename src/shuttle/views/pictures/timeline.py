"""The two-lane timeline: who was received where, when, and how long it took until they met again.

In:   a Chart.
Out:  a layout with every label in its place, and the SVG drawn from it.

Time runs from left to right. Each country has a lane with what it hosted; between them stand the axis and the days
between summits, and a thread leads from summit to summit. Labels are laid out from the right: each stands beside its
own leader line and beyond every label that begins within its width, so that no label meets another or a foreign line.
A pair with more events than can be labelled is drawn by years instead (`yearly`).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from shuttle.records import dates
from shuttle.records.dates import precision
from shuttle.views.pictures.axis import Scale, scale_of, ticks
from shuttle.views.pictures.chart import ELSEWHERE, RHYTHM_RULE, Chart, Kind, Mark
from shuttle.views.pictures.lettering import fitted, width_of, wrapped
from shuttle.views.pictures.shapes import COLOURS, RADIUS, draw_legend, draw_mark
from shuttle.views.pictures.svg import FAINT, INK, MUTED, Canvas, group, number, shape, words
from shuttle.views.pictures.yearly import yearly_svg
from shuttle.views.wording import date_words

__all__ = ["Box", "Layout", "Placed", "lay_out", "timeline_svg"]

WIDTH = 1240.0
_LEFT, _RIGHT = 172.0, 1082.0
_SIZE, _LINE, _LABEL_WIDTH = 11.0, 13.0, 138.0
_LABEL_HEIGHT = 2 * _LINE + 3
_BAND, _ROW = 36.0, 2 * RADIUS + 3
_STRIP = 58.0
_TOP = 112.0
# More levels of labels than this cannot be followed by an eye; more marks neither.
_MOST_LEVELS, _MOST_MARKS = 12, 80
_MOST_UNDATED = 8
_ELSEWHERE = "Elsewhere"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Return whether the two have any area in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its point, its label and the label's box."""

    mark: Mark
    x: float
    y: float
    lines: tuple[str, ...]
    box: Box
    up: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name, its band from ``top`` to ``bottom`` without labels, and what stands in it."""

    name: str
    top: float
    bottom: float
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class GapLabel:
    """The days between two summits, drawn from ``left`` to ``right``; no words where they find no room."""

    left: float
    right: float
    words: str
    upright: bool
    sentence: str
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands; None of its boxes meets another."""

    scale: Scale
    lanes: tuple[Lane, ...]
    gaps: tuple[GapLabel, ...]
    strip: float
    height: float
    foot: tuple[str, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes of all labels."""
        return tuple(placed.box for lane in self.lanes for placed in lane.placed) + tuple(
            gap.box for gap in self.gaps if gap.words
        )


def timeline_svg(chart: Chart, *, name: str = "timeline") -> str:
    """Return the timeline as SVG; ``name`` begins its ids."""
    if not chart.marks:
        return _empty_svg(chart, name)
    layout = lay_out(chart) if len(chart.marks) <= _MOST_MARKS else None
    if layout is None:
        return yearly_svg(chart, name=name)
    return _draw(chart, layout, name)


def lay_out(chart: Chart) -> Layout | None:
    """Return where everything stands; None if there is more in some lane than can be labelled."""
    days = [day for mark in chart.marks for day in (dates.first_day(mark.start), dates.last_day(mark.end))]
    today = dates.first_day(chart.as_of)
    if chart.since_last is not None or today < max(days):
        days.append(today)
    scale = scale_of(days, _LEFT, _RIGHT)
    one, other = chart.countries
    stacks = {lane: _levels(scale, [m for m in chart.marks if m.lane == lane]) for lane in (one, other, ELSEWHERE)}
    if any(level >= _MOST_LEVELS for stack in stacks.values() for *_, level, _ in stack):
        return None

    upper = _height(stacks[one])
    top = _TOP + upper
    lanes = [_lane(chart.names[0], stacks[one], top, up=True)]
    strip = lanes[0].bottom
    lanes.append(_lane(chart.names[1], stacks[other], strip + _STRIP, up=False))
    bottom = lanes[1].bottom + _height(stacks[other])
    if stacks[ELSEWHERE]:
        lanes.append(_lane(_ELSEWHERE, stacks[ELSEWHERE], bottom + 14, up=False))
        bottom = lanes[2].bottom + _height(stacks[ELSEWHERE])
    foot = _foot(chart)
    return Layout(scale, tuple(lanes), _gap_labels(chart, scale, strip), strip, bottom + 34 + 15 * len(foot) + 12, foot)


# A mark, where it stands, its lines, their width, its level of labels, its row in the band.
_Stack = list[tuple[Mark, float, tuple[str, ...], float, int, int]]


def _levels(scale: Scale, marks: Sequence[Mark]) -> _Stack:
    """Return each mark with the level of its label, worked out from the right, and its row in the band."""
    found: _Stack = []
    spans: list[tuple[float, float, int]] = []
    for mark in sorted(marks, key=lambda m: (_x(scale, m), m.id), reverse=True):
        x = _x(scale, mark)
        lines = tuple(fitted(line, _LABEL_WIDTH, _SIZE, bold=n == 0) for n, line in enumerate(_lines(mark)))
        width = max(width_of(line, _SIZE, bold=n == 0) for n, line in enumerate(lines)) + 5
        level = 1 + max((lvl for begin, _, lvl in spans if begin <= x + width + 4), default=-1)
        row = 0
        while any(abs(x - other) < _ROW and row == taken for _, other, _, _, _, taken in found):
            row += 1
        spans.append((x, width, level))
        found.append((mark, x, lines, width, level, row))
        # A label further right that begins beyond this one's end no longer counts.
        spans = [span for span in spans if span[0] <= x + _LABEL_WIDTH + 12]
    return found[::-1]


def _x(scale: Scale, mark: Mark) -> float:
    first, last = scale.x(dates.first_day(mark.start)), scale.x(dates.last_day(mark.start))
    return (first + last) / 2


def _lines(mark: Mark) -> tuple[str, ...]:
    return (mark.head, mark.detail) if mark.detail else (mark.head,)


def _height(stack: _Stack) -> float:
    """Return the room that the labels of a lane take."""
    return (max((level for *_, level, _ in stack), default=-1) + 1) * _LABEL_HEIGHT + 10


def _lane(name: str, stack: _Stack, top: float, *, up: bool) -> Lane:
    rows = max((row for *_, row in stack), default=0)
    bottom = top + _BAND + rows * _ROW
    placed = []
    for mark, x, lines, width, level, row in stack:
        y = bottom - _BAND / 2 - row * _ROW if up else top + _BAND / 2 + row * _ROW
        edge = top - 6 - (level + 1) * _LABEL_HEIGHT if up else bottom + 6 + level * _LABEL_HEIGHT
        placed.append(Placed(mark, x, y, lines, Box(x, edge, width, _LABEL_HEIGHT), up))
    return Lane(name, top, bottom, tuple(placed))


def _gap_labels(chart: Chart, scale: Scale, strip: float) -> tuple[GapLabel, ...]:
    found: list[GapLabel] = []
    for gap in chart.gaps:
        began, until = gap.earlier.end or gap.earlier.start or "", gap.later.start or ""
        days = gap.days if gap.days is not None else gap.about_days
        about = "" if gap.days is not None else "about "
        sentence = f"{about}{days} days from {date_words(began)} to {date_words(until)}"
        left = (scale.x(dates.first_day(began)) + scale.x(dates.last_day(began))) / 2
        right = (scale.x(dates.first_day(until)) + scale.x(dates.last_day(until))) / 2
        found.append(_gap_label(left, right, days, about, sentence, strip))
    if chart.since_last is not None and chart.last is not None:
        last = chart.last
        left = scale.x(dates.last_day(last.end or last.start or ""))
        right = scale.x(dates.first_day(chart.as_of))
        sentence = f"{chart.since_last} days from the last summit to {date_words(chart.as_of)}"
        found.append(_gap_label(left, right, chart.since_last, "", sentence, strip))
    return tuple(found)


def _gap_label(left: float, right: float, days: int, about: str, sentence: str, strip: float) -> GapLabel:
    room = right - left - 6
    sign = "~" if about else ""
    y = strip + 36
    unit = "day" if days == 1 else "days"
    for text in (f"{about}{days} {unit}", f"{sign}{days} {unit}", f"{sign}{days} d", f"{sign}{days}"):
        width = width_of(text, 10)
        if width <= room:
            return GapLabel(left, right, text, False, sentence, Box((left + right - width) / 2, y, width, 12))
    text = f"{sign}{days}"
    if room >= 6 and (height := width_of(text, 10)) <= _STRIP - 34:
        return GapLabel(left, right, text, True, sentence, Box((left + right - 10) / 2, y - 2, 10, height))
    return GapLabel(left, right, "", False, sentence, Box(left, y, 0, 0))


def _foot(chart: Chart) -> tuple[str, ...]:
    told = [f"Days between summits: {RHYTHM_RULE}"] if chart.gaps else []
    if chart.undated:
        shown = "; ".join(chart.undated[:_MOST_UNDATED])
        more = len(chart.undated) - _MOST_UNDATED
        told.append(
            f"Not dated by any source, or not surely one event: {shown}{f'; and {more} more' if more > 0 else ''}."
        )
    return tuple(line for text in told for line in wrapped(text, WIDTH - 48, 11, 6))


def _empty_svg(chart: Chart, name: str) -> str:
    foot = _foot(chart)
    canvas = Canvas(WIDTH, 110 + 15 * len(foot), chart.title, chart.description, name=name)
    words(canvas.root, 24, 38, chart.title, size=18, font_weight="bold")
    words(canvas.root, 24, 70, chart.description, size=12)
    if foot:
        words(canvas.root, 24, 96, foot, leading=15 / 11, fill=MUTED)
    return canvas.text()


def _draw(chart: Chart, layout: Layout, name: str) -> str:
    canvas = Canvas(WIDTH, layout.height, chart.title, chart.description, name=name)
    ground = canvas.decoration()
    words(ground, 24, 38, chart.title, size=18, font_weight="bold")
    kinds: list[Kind] = [kind for kind in COLOURS if any(mark.kind == kind for mark in chart.marks)]
    draw_legend(ground, 24, 64, WIDTH - 24, kinds, {mark.status for mark in chart.marks})
    _draw_ground(ground, chart, layout)
    _draw_thread(ground, chart, layout)
    for lane in layout.lanes:
        held = canvas.listed(f"{lane.name}: events in the order of time")
        for placed in lane.placed:
            _draw_placed(held, placed)
    if layout.gaps:
        between = canvas.listed("Days between summits")
        for gap in layout.gaps:
            _draw_gap(between, gap, layout.strip)
    if layout.foot:
        words(canvas.root, 24, layout.height - 15 * len(layout.foot), layout.foot, leading=15 / 11, fill=MUTED)
    return canvas.text()


def _draw_ground(ground: ET.Element, chart: Chart, layout: Layout) -> None:
    low = max(lane.bottom for lane in layout.lanes)
    for lane in layout.lanes:
        shape(ground, "rect", x=24, y=lane.top, width=WIDTH - 48, height=lane.bottom - lane.top, fill="#eef1f4")
        lines = wrapped(lane.name, _LEFT - 24 - 30, 13, 2, bold=True)
        middle = (lane.top + lane.bottom) / 2 + 4.5 - (len(lines) - 1) * 8
        words(ground, 32, middle, lines, size=13, font_weight="bold")
        if lane.name == _ELSEWHERE:
            words(ground, 32, lane.bottom + 14, "or place not stated", size=10, fill=MUTED)
    y = layout.strip
    for tick in ticks(layout.scale):
        shape(
            ground,
            "line",
            x1=tick.x,
            x2=tick.x,
            y1=_TOP - 8,
            y2=low,
            stroke=FAINT,
            stroke_width=1.4 if tick.strong else 0.7,
        )
        words(ground, tick.x, y + 19, tick.words, text_anchor="middle", fill=INK if tick.strong else MUTED,
              font_weight="bold" if tick.strong else "normal")  # fmt: skip
    for cut in layout.scale.breaks:
        middle = (cut.left + cut.right) / 2
        shape(
            ground,
            "rect",
            x=cut.left + 8,
            y=_TOP - 8,
            width=cut.right - cut.left - 16,
            height=low - _TOP + 8,
            fill="#ffffff",
        )
        for lane in layout.lanes:
            for x in (middle - 6, middle + 2):
                d = f"M{number(x)} {number(lane.bottom)}l6 {number(lane.top - lane.bottom)}"
                shape(ground, "path", d=d, stroke=MUTED, stroke_width=1, fill="none")
        words(ground, middle, y + 15, (cut.words, "no event"), size=9.5, text_anchor="middle", fill=MUTED)
    if chart.since_last is not None:
        x = layout.scale.x(dates.first_day(chart.as_of))
        shape(ground, "line", x1=x, x2=x, y1=_TOP - 8, y2=low, stroke=INK, stroke_width=1, stroke_dasharray="2 3")
        words(ground, x, _TOP - 13, f"as of {date_words(chart.as_of)}", text_anchor="middle", size=10, fill=INK)


def _draw_thread(ground: ET.Element, chart: Chart, layout: Layout) -> None:
    """Draw the thread from summit to summit."""
    where = {placed.mark.id: placed for lane in layout.lanes for placed in lane.placed}
    order = [gap.earlier.id for gap in chart.gaps[:1]] + [gap.later.id for gap in chart.gaps]
    points = [where[name] for name in order if name in where]
    d = "M" + "L".join(f"{number(placed.x)} {number(placed.y)}" for placed in points)
    if len(points) > 1:
        shape(ground, "path", d=d, fill="none", stroke="#9aa7b2", stroke_width=1.3)


def _draw_placed(parent: ET.Element, placed: Placed) -> None:
    mark, box = placed.mark, placed.box
    entry = group(parent, mark.sentence, id=mark.id)
    colour = COLOURS[mark.kind]
    far = box.y + 2 if placed.up else box.y + box.height - 4
    shape(entry, "line", x1=placed.x, x2=placed.x, y1=placed.y, y2=far, stroke=colour, stroke_width=0.8)
    if precision(mark.start) != "day":
        # The event lies somewhere within this month or year.
        shape(entry, "path", d=f"M{number(placed.x - RADIUS - 5)} {number(placed.y)}h{number(2 * RADIUS + 10)}",
              stroke=colour, stroke_width=1.4, fill="none", stroke_dasharray="3 2")  # fmt: skip
    draw_mark(entry, mark.kind, mark.status, placed.x, placed.y)
    words(entry, box.x + 4, box.y + 11, placed.lines[:1], size=_SIZE, font_weight="bold", halo=True)
    if len(placed.lines) > 1:
        words(entry, box.x + 4, box.y + 11 + _LINE, placed.lines[1:], size=_SIZE, halo=True)


def _draw_gap(parent: ET.Element, gap: GapLabel, strip: float) -> None:
    entry = group(parent, gap.sentence)
    y = strip + 30
    left, right = gap.left + 1, gap.right - 1
    if right > left:
        ends = "".join(f"M{number(x)} {number(y - 3)}v6" for x in (left, right))
        d = f"{ends}M{number(left)} {number(y)}H{number(right)}"
        shape(entry, "path", d=d, stroke=MUTED, stroke_width=0.9, fill="none")
    if not gap.words:
        return
    box = gap.box
    if gap.upright:
        turned = f"rotate(90 {number(box.x + 2)} {number(box.y)})"
        words(entry, box.x + 2, box.y, gap.words, size=10, transform=turned, halo=True)
    else:
        words(entry, box.x + box.width / 2, box.y + 9.5, gap.words, size=10, text_anchor="middle", halo=True)
