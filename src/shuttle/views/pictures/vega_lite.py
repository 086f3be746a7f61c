"""Pictures as Vega-Lite: a specification with its data in it, for those who build pages.

In:   a Chart, tallies, or cards of the board.
Out:  JSON values that follow the Vega-Lite schema, version 6. What documents say stands in the data, never in an
      expression.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shuttle.analysis.hosting import HostTally, Turn
from shuttle.records import dates
from shuttle.views.pictures.board import Card, board_description, columns_of
from shuttle.views.pictures.chart import ELSEWHERE, KINDS, Chart
from shuttle.views.pictures.hosts import hosts_description, place_of
from shuttle.views.pictures.shapes import COLOURS
from shuttle.views.wording import CountryName, publisher_words

__all__ = ["SCHEMA", "board_spec", "hosts_spec", "timeline_spec"]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_SHAPES = {
    "summit": "circle",
    "margins": "diamond",
    "call": "triangle-up",
    "officials": "square",
    "visit": "triangle-right",
}


def timeline_spec(chart: Chart, country_name: CountryName) -> dict[str, Any]:
    """Return the timeline: a point for each event, a rule with its days for each gap between summits."""
    lanes = [*chart.names, "elsewhere or not stated"]
    named = {**dict(zip(chart.countries, chart.names, strict=True)), ELSEWHERE: lanes[2]}
    events = [
        {
            "id": mark.id,
            "date": dates.first_day(mark.start).isoformat(),
            "until": dates.last_day(mark.end).isoformat(),
            "stated": mark.start,
            "lane": named[mark.lane],
            "kind": KINDS[mark.kind],
            "status": mark.status,
            "held": "held" if mark.status == "held" else "not held",
            "what": mark.sentence,
            "sources": [publisher_words(source, country_name) for source in mark.sources],
        }
        for mark in chart.marks
    ]
    between = [
        {
            "from": dates.first_day(gap.earlier.end or gap.earlier.start or "").isoformat(),
            "to": dates.first_day(gap.later.start or "").isoformat(),
            "days": gap.days if gap.days is not None else gap.about_days,
            "exact": gap.days is not None,
        }
        for gap in chart.gaps
    ]
    when = {"type": "temporal", "title": None}
    point: dict[str, Any] = {
        "data": {"name": "events", "values": events},
        "mark": {"type": "point", "size": 110, "strokeWidth": 2},
        "encoding": {
            "x": {"field": "date", **when},
            "y": {"field": "lane", "type": "nominal", "scale": {"domain": lanes}, "title": "host"},
            "shape": {
                "field": "kind", "type": "nominal", "title": "what",
                "scale": {"domain": list(KINDS.values()), "range": [_SHAPES[kind] for kind in KINDS]},
            },
            "color": {
                "field": "kind", "type": "nominal",
                "scale": {"domain": list(KINDS.values()), "range": [COLOURS[kind] for kind in KINDS]},
            },
            "fillOpacity": {
                "field": "held", "type": "nominal", "title": None,
                "scale": {"domain": ["held", "not held"], "range": [1, 0]},
            },
            "tooltip": [{"field": name, "type": "nominal"} for name in ("what", "status", "stated")],
            "description": {"field": "what", "type": "nominal"},
        },
    }  # fmt: skip
    point["mark"]["filled"] = False
    point["encoding"]["fill"] = point["encoding"]["color"]
    line = {
        "data": {"name": "gaps", "values": between},
        "layer": [
            {
                "mark": {"type": "rule", "strokeDash": [3, 2]},
                "encoding": {"x": {"field": "from", **when}, "x2": {"field": "to"}, "y": {"value": 8}},
            },
            {
                "mark": {"type": "text", "dy": -6, "align": "left"},
                "encoding": {
                    "x": {"field": "from", **when},
                    "y": {"value": 8},
                    "text": {"field": "days", "type": "quantitative"},
                    "tooltip": [
                        {"field": "days", "type": "quantitative", "title": "days between summits"},
                        {"field": "exact", "type": "nominal"},
                    ],
                },
            },
        ],
    }
    return _spec(chart.title, chart.description, width=900, height=220) | {"layer": [point, line]}


def hosts_spec(
    tallies: tuple[HostTally, HostTally], turn: Turn, rules: Mapping[str, str], country_name: CountryName
) -> dict[str, Any]:
    """Return who received whom how often: a bar for each country, a part of it for each time."""
    values = [
        {
            "host": country_name(tally.country),
            "number": number,
            "date": met.start,
            "place": place_of(met) or None,
            "id": met.id,
        }
        for tally in tallies
        for number, met in enumerate(tally.encounters, 1)
    ]
    one, other = (country_name(tally.country) for tally in tallies)
    spec = _spec(
        f"{one} and {other}: who received whom", hosts_description(tallies, turn, rules, country_name), 600, 120
    )
    return spec | {
        "data": {"name": "hosted", "values": values},
        "mark": {"type": "bar", "stroke": "white"},
        "encoding": {
            "y": {"field": "host", "type": "nominal", "scale": {"domain": [one, other]}, "title": None},
            "x": {"aggregate": "count", "type": "quantitative", "title": "times", "axis": {"tickMinStep": 1}},
            "detail": {"field": "id", "type": "nominal"},
            "order": {"field": "number", "type": "quantitative"},
            "tooltip": [{"field": "date", "type": "nominal"}, {"field": "place", "type": "nominal"}],
        },
        "usermeta": {"rule": turn.rule, "counts": rules.get(turn.rule), "turn": turn.country},
    }


def board_spec(cards: Sequence[Card], title: str, as_of: str) -> dict[str, Any]:
    """Return the board: how many commitments stand at each stage of life, each a part of the bar with its words."""
    values = [
        {"id": c.id, "life": c.life, "action": c.action, "parties": c.parties, "facts": "; ".join(c.facts)}
        for c in cards
    ]
    return _spec(title, board_description(cards, as_of), 600, 200) | {
        "data": {"name": "commitments", "values": values},
        "mark": {"type": "bar", "stroke": "white"},
        "encoding": {
            "y": {
                "field": "life", "type": "nominal", "title": None,
                "scale": {"domain": [life for life, _ in columns_of(cards)]},
            },
            "x": {"aggregate": "count", "type": "quantitative", "title": "commitments", "axis": {"tickMinStep": 1}},
            "detail": {"field": "id", "type": "nominal"},
            "tooltip": [{"field": name, "type": "nominal"} for name in ("action", "parties", "facts")],
        },
    }  # fmt: skip


def _spec(title: str, description: str, width: int, height: int) -> dict[str, Any]:
    return {"$schema": SCHEMA, "title": title, "description": description, "width": width, "height": height}
