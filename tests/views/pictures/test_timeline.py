"""`shuttle.views.pictures.timeline`: every event is in the picture, and every label can be read."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.analysis.factory import shuttle_diplomacy
from tests.conftest import ROOT
from tests.views.pictures.factory import HOSTILE, chart, charts, mark

from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import PairAccount
from shuttle.views.pictures.chart import ELSEWHERE, KINDS, Chart, chart_of
from shuttle.views.pictures.lettering import width_of
from shuttle.views.pictures.timeline import WIDTH, lay_out, timeline_svg

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    """Return the picture's root; it is well-formed."""
    return ET.fromstring(svg)  # noqa: S314  (our own)


@given(charts())
@settings(max_examples=80, deadline=None)
def test_no_label_meets_another(drawn: Chart) -> None:
    """Boxes of labels have no area in common, and all stand inside the picture."""
    layout = lay_out(drawn)
    if layout is None:
        return
    for one, other in itertools.combinations(layout.boxes, 2):
        assert not one.meets(other)
    for box in layout.boxes:
        assert box.x >= 0
        assert box.x + box.width <= WIDTH
        assert box.y >= 0
        assert box.y + box.height <= layout.height


@given(charts())
@settings(max_examples=80, deadline=None)
def test_no_leader_line_crosses_a_foreign_label(drawn: Chart) -> None:
    """A line from a mark to its label passes through no label but its own."""
    layout = lay_out(drawn)
    for lane in layout.lanes if layout else ():
        for one, other in itertools.permutations(lane.placed, 2):
            low, high = sorted((one.y, one.box.y if one.up else one.box.y + one.box.height))
            inside = other.box.x < one.x < other.box.x + other.box.width
            assert not (inside and low < other.box.y + other.box.height - 2 and other.box.y + 2 < high)


@given(charts())
@settings(max_examples=40, deadline=None)
def test_labels_fit_their_boxes(drawn: Chart) -> None:
    """What a label says is no wider than the box that keeps others away."""
    layout = lay_out(drawn)
    for lane in layout.lanes if layout else ():
        for placed in lane.placed:
            for number, line in enumerate(placed.lines):
                assert width_of(line, 11, bold=number == 0) <= placed.box.width


@given(charts())
@settings(max_examples=40, deadline=None)
def test_every_event_is_in_the_picture(drawn: Chart) -> None:
    """Each mark has an entry with its sentence; by years, the bars add up to what was held."""
    root = parsed(timeline_svg(drawn))
    if lay_out(drawn) is None:
        totals = [int(entry.get("data-total", "0")) for entry in root.iter(f"{SVG}g")]
        assert sum(totals) == sum(mark.status == "held" for mark in drawn.marks)
        return
    entries = {entry.get("id"): entry for entry in root.iter(f"{SVG}g") if entry.get("role") == "listitem"}
    for one in drawn.marks:
        assert entries[one.id].get("aria-label") == one.sentence
        assert entries[one.id].findtext(f"{SVG}title") == one.sentence


def test_the_order_of_arrival_makes_no_difference() -> None:
    """The same meetings in another order give the same picture."""
    meetings = shuttle_diplomacy()
    one, other = (PairAccount(("KOR", "JPN"), meetings=order) for order in (meetings, meetings[::-1]))
    assert timeline_svg(chart_of(one, "2026-01-20", country_name)) == timeline_svg(
        chart_of(other, "2026-01-20", country_name)
    )


def test_a_thousand_meetings_are_drawn_by_years() -> None:
    """Too many to label are counted in bars, and the picture says so."""
    marks = [mark(f"{1926 + n % 100}-0{1 + n % 9}-{10 + n % 18}", n, lane=("KOR", "JPN", ELSEWHERE)[n % 3])
             for n in range(1000)]  # fmt: skip
    root = parsed(timeline_svg(chart(marks)))
    assert sum(int(entry.get("data-total", "0")) for entry in root.iter(f"{SVG}g")) == 1000
    assert "1000 dated events are too many to label one by one" in "".join(root.itertext())


@pytest.mark.parametrize("status", ["planned", "proposed", "postponed", "cancelled"])
def test_what_was_not_held_is_hollow(status: str) -> None:
    """A mark that was not held is filled with paper; one that was with its colour."""
    root = parsed(timeline_svg(chart([mark("2026-01-13", 1), mark("2026-06-13", 2, status=status)])))
    fills = {
        entry.get("id"): entry.find(f"{SVG}circle").get("fill")  # type: ignore[union-attr]
        for entry in root.iter(f"{SVG}g")
        if (entry.get("id") or "").startswith("ma-")
    }
    assert fills["ma-0002"] == "#ffffff"
    assert fills["ma-0001"] != "#ffffff"


def test_kinds_have_shapes_of_their_own() -> None:
    """Without colour and words, each kind is another shape."""
    marks = [mark(f"20{10 + n}-01-01", n, kind=kind) for n, kind in enumerate(KINDS)]
    root = parsed(timeline_svg(chart(marks)))
    shapes = set()
    for entry in root.iter(f"{SVG}g"):
        if (entry.get("id") or "").startswith("ma-"):
            drawn = entry[2]  # after the title and the leader line
            d = drawn.get("d")
            shapes.add((drawn.tag, None if d is None else d.count("L")))
    assert len(shapes) == len(KINDS)


def test_hostile_words_stay_words() -> None:
    """Markup in a title is text, and what XML cannot hold is gone."""
    svg = timeline_svg(chart([mark("2026-01-13", detail=HOSTILE, sentence=HOSTILE)], undated=(HOSTILE,)))
    root = parsed(svg)
    assert "<script" not in svg
    assert not list(root.iter(f"{SVG}script"))
    assert "<script>alert(1)</script>" in "".join(root.itertext())
    assert not set("\x00\x1b\ufffe\u202e") & set(svg)


def test_nothing_on_record_is_said() -> None:
    """Without a dated event there is a picture that says so."""
    assert "No dated meeting or visit is on record." in timeline_svg(chart([]))


def test_a_picture_has_a_title_and_a_description_and_no_outside() -> None:
    """Title and description are named by the root; nothing is loaded from elsewhere."""
    svg = timeline_svg(chart([mark("2026-01-13")]))
    root = parsed(svg)
    named = (root.get("aria-labelledby") or "").split()
    assert [root.find(f"*[@id='{name}']").tag for name in named] == [f"{SVG}title", f"{SVG}desc"]  # type: ignore[union-attr]
    assert "href" not in svg
    assert root.get("font-family") == "sans-serif"


def test_the_timeline_of_the_examples_is_the_one_in_the_documentation(examples_ledger: Path) -> None:
    """docs/pictures/timeline.svg, looked at by eye, is what is drawn today; docs/renew.py draws it anew."""
    with Ledger.open(examples_ledger) as ledger:
        drawn = timeline_svg(chart_of(ledger.pair("KOR", "JPN"), "2026-01-20", country_name))
    assert drawn == (ROOT / "docs" / "pictures" / "timeline.svg").read_text(encoding="utf-8")
