"""SVG written element by element: whatever a document says is text in it, never markup.

In:   shapes and words with their places in pixels, origin at the top left.
Out:  one SVG text that needs no font, style sheet, script or network of its own.

A picture is a group for assistive technology: it has a title and a description, and what it shows are lists
(`Canvas.listed`) with a sentence for each entry. Lines and ticks are hidden from it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence

from shuttle.views.wording import clean

__all__ = ["FAINT", "INK", "MUTED", "PAPER", "Canvas", "group", "number", "shape", "words"]

INK, MUTED, PAPER, FAINT = "#1b2733", "#4d5b67", "#ffffff", "#d5dbe0"
# What XML 1.0 cannot hold, besides what `clean` drops.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    """Return a coordinate with at most one decimal.

    >>> number(12.0), number(0.26)
    ('12', '0.3')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def said(text: str) -> str:
    """Return ``text`` on one line, without what XML cannot hold."""
    return _NO_XML.sub("", clean(text))


class Canvas:
    """A picture in the making.

    Attributes:
        root: the ``svg`` element; shapes are added to it or to groups in it.
    """

    def __init__(self, width: float, height: float, title: str, description: str, *, name: str) -> None:
        """Begin a picture; ``name`` tells its ids from those of other pictures on one page."""
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {number(width)} {number(height)}",
                "width": number(width),
                "height": number(height),
                "role": "group",
                "aria-labelledby": f"{name}-title {name}-desc",
                "font-family": "sans-serif",
                "font-size": "11",
                "fill": INK,
                "lang": "en",
            },
        )
        ET.SubElement(self.root, "title", {"id": f"{name}-title"}).text = said(title)
        ET.SubElement(self.root, "desc", {"id": f"{name}-desc"}).text = said(description)
        shape(self.root, "rect", width=width, height=height, fill=PAPER, aria_hidden="true")

    def decoration(self) -> ET.Element:
        """Return a group that assistive technology passes over."""
        return ET.SubElement(self.root, "g", {"aria-hidden": "true"})

    def listed(self, label: str) -> ET.Element:
        """Return a group that is a list called ``label``; `group` adds its entries."""
        return ET.SubElement(self.root, "g", {"role": "list", "aria-label": said(label)})

    def text(self) -> str:
        """Return the picture."""
        ET.indent(self.root, " ")
        return ET.tostring(self.root, encoding="unicode") + "\n"


def group(parent: ET.Element, sentence: str, **more: str) -> ET.Element:
    """Add an entry of a list, with the sentence that says what it shows, and return it."""
    entry = ET.SubElement(
        parent,
        "g",
        {"role": "listitem", "aria-label": said(sentence), **{k.replace("_", "-"): v for k, v in more.items()}},
    )
    ET.SubElement(entry, "title").text = said(sentence)
    return entry


def shape(parent: ET.Element, tag: str, **attributes: float | str) -> ET.Element:
    """Add a shape; underscores in names of attributes stand for hyphens."""
    return ET.SubElement(
        parent,
        tag,
        {
            name.replace("_", "-"): value if isinstance(value, str) else number(value)
            for name, value in attributes.items()
        },
    )


def words(
    parent: ET.Element,
    x: float,
    y: float,
    lines: str | Sequence[str] | Iterable[str],
    *,
    size: float = 11,
    leading: float = 1.25,
    halo: bool = False,
    **attributes: float | str,
) -> ET.Element:
    """Add words, one line below the other, the first on the base line ``y``.

    Args:
        halo: draw a line of paper around them, so that what passes behind does not touch them.
    """
    shown = [lines] if isinstance(lines, str) else list(lines)
    if halo:
        halo_of: dict[str, float | str] = {"stroke": PAPER, "stroke_width": 3, "stroke_linejoin": "round"}
        attributes = {**halo_of, "paint_order": "stroke", **attributes}
    element = shape(parent, "text", x=x, y=y, font_size=size, **attributes)
    if len(shown) == 1:
        element.text = said(shown[0])
        return element
    for position, line in enumerate(shown):
        part = shape(element, "tspan", x=x, y=y + position * size * leading)
        part.text = said(line)
    return element
