"""The marks of a timeline: one shape for each kind, filled if it was held, hollow if it is planned.

Shapes, not colours, tell kinds apart; colours only repeat it. What was called off is hollow and crossed out.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from shuttle.records.findings import Status
from shuttle.views.pictures.chart import KINDS, Kind
from shuttle.views.pictures.lettering import width_of
from shuttle.views.pictures.svg import INK, PAPER, number, shape, words

__all__ = ["COLOURS", "RADIUS", "draw_legend", "draw_mark"]

RADIUS = 7.0
# Each stands out from paper at more than 4.5 to 1, and so does its grey.
COLOURS: dict[Kind, str] = {
    "summit": "#12406f",
    "margins": "#0b6661",
    "call": "#663a8a",
    "officials": "#59636d",
    "visit": "#8a4708",
}
_AHEAD = ("planned", "proposed")


def draw_mark(parent: ET.Element, kind: Kind, status: Status, x: float, y: float) -> None:
    """Draw a mark around the point ``x``, ``y``."""
    colour = COLOURS[kind]
    style: dict[str, float | str] = {
        "fill": colour if status == "held" else PAPER,
        "stroke": colour if status != "held" else PAPER,
        "stroke_width": 1.8 if status != "held" else 1,
    }
    r = RADIUS
    if kind == "summit":
        shape(parent, "circle", cx=x, cy=y, r=r, **style)
    elif kind == "margins":
        shape(parent, "path", d=_path((x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)), **style)
    elif kind == "call":
        shape(parent, "path", d=_path((x, y - r), (x + r, y + r - 1), (x - r, y + r - 1)), **style)
    elif kind == "officials":
        shape(parent, "rect", x=x - r + 2, y=y - r + 2, width=2 * r - 4, height=2 * r - 4, **style)
    else:
        # A flag, for somebody who came.
        pole = (x - r + 2, y + r), (x - r + 2, y - r), (x + r, y - r + 4), (x - r + 4, y + 1), (x - r + 4, y + r)
        shape(parent, "path", d=_path(*pole), **style)
    if status not in ("held", *_AHEAD):
        shape(parent, "path", d=f"M{number(x - r)} {number(y + r)}L{number(x + r)} {number(y - r)}", stroke=colour,
              stroke_width=1.8, fill="none")  # fmt: skip


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z"


def draw_legend(parent: ET.Element, x: float, y: float, right: float, kinds: list[Kind], statuses: set[str]) -> float:
    """Draw what the shapes mean, only those that occur, in as many lines as it takes; return the lowest line."""
    entries: list[tuple[Kind, Status, str]] = [(kind, "held", KINDS[kind]) for kind in kinds]
    sample: Kind = kinds[0] if kinds else "summit"
    if statuses & {"planned", "proposed"}:
        entries.append((sample, "planned", "hollow: planned or proposed"))
    if statuses & {"postponed", "cancelled"}:
        entries.append((sample, "cancelled", "crossed out: postponed or cancelled"))
    at = x
    for kind, status, text in entries:
        room = 2 * RADIUS + 6 + width_of(text, 11)
        if at > x and at + room > right:
            at, y = x, y + 20
        draw_mark(parent, kind, status, at + RADIUS, y)
        words(parent, at + 2 * RADIUS + 6, y + 4, text, fill=INK)
        at += room + 22
    return y
