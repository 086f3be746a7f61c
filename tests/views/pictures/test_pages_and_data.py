"""Pages, Vega-Lite and TimelineJS: everything is said, nothing that a document says is run."""

from __future__ import annotations

import html.parser
import importlib.util
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.views.pictures.factory import HOSTILE, chart, mark

from shuttle.analysis.hosting import COUNTING_RULES, tallies, turn
from shuttle.analysis.owed import owed
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import PairAccount
from shuttle.records.claims import Source
from shuttle.views.pictures.board import cards_of
from shuttle.views.pictures.chart import chart_of
from shuttle.views.pictures.page import Sources, Table, page
from shuttle.views.pictures.tables import board_table, events_table, gaps_table, hosts_table
from shuttle.views.pictures.timelinejs import timelinejs
from shuttle.views.pictures.vega_lite import board_spec, hosts_spec, timeline_spec

DAY = "2026-01-20"


def source(url: str | None = None, name: str = "The Daily") -> Source:
    """Return a document of the press."""
    return Source("d-1", "a.txt", None, name, None, "2026-01-14", "given", url, "press")


@pytest.fixture(scope="module")
def pair(examples_ledger: Path) -> PairAccount:
    """Korea and Japan in the examples."""
    with Ledger.open(examples_ledger) as ledger:
        return ledger.pair("KOR", "JPN")


def specs(pair: PairAccount) -> dict[str, dict[str, Any]]:
    """Return the specification of each picture."""
    counted, whose = tallies(pair.meetings, pair.countries, DAY), turn(pair.meetings, pair.countries, DAY)
    return {
        "timeline": timeline_spec(chart_of(pair, DAY, country_name), country_name),
        "hosts": hosts_spec(counted, whose, COUNTING_RULES, country_name),
        "board": board_spec(cards_of(owed(pair, (), DAY), country_name), "Board", DAY),
    }


@pytest.mark.parametrize("name", ["timeline", "hosts", "board"])
def test_vega_lite_follows_its_schema(pair: PairAccount, name: str) -> None:
    """Each specification is valid under the schema that Vega-Lite publishes."""
    found = importlib.util.find_spec("altair")
    assert found is not None
    assert found.origin is not None
    schema = Path(found.origin).parent / "vegalite" / "v6" / "schema" / "vega-lite-schema.json"
    validator = jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(specs(pair)[name])] == []


def test_vega_lite_holds_every_event_and_gap(pair: PairAccount) -> None:
    """The data of the specification are the marks and gaps of the chart."""
    drawn = chart_of(pair, DAY, country_name)
    points, gaps = specs(pair)["timeline"]["layer"]
    assert [value["id"] for value in points["data"]["values"]] == [one.id for one in drawn.marks]
    assert [value["days"] for value in gaps["data"]["values"]] == [gap.about_days for gap in drawn.gaps]


def test_timelinejs_has_a_slide_for_each_event_to_its_precision(pair: PairAccount) -> None:
    """Dates have as many parts as the sources give; no id stands twice."""
    drawn = chart_of(pair, DAY, country_name)
    slides = timelinejs(drawn, country_name)["events"]
    assert [slide["unique_id"] for slide in slides] == [one.id for one in drawn.marks]
    assert len({slide["unique_id"] for slide in slides}) == len(slides)
    for slide, one in zip(slides, drawn.marks, strict=True):
        assert list(slide["start_date"].values()) == [int(part) for part in one.start.split("-")]


def test_timelinejs_escapes_what_it_shows_as_html() -> None:
    """No tag but our own reaches the slide, and no address but one of the web is linked."""
    hostile = mark("2026-01-13", detail=HOSTILE, sentence=HOSTILE, sources=(source("javascript:alert(1)", HOSTILE),))
    told = json.dumps(timelinejs(chart([hostile], undated=(HOSTILE,)), country_name))
    assert "<script" not in told
    assert "javascript:" not in told


class Tags(html.parser.HTMLParser):
    """Collects the tags, addresses and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words.append(data)


def test_a_page_runs_and_loads_nothing() -> None:
    """Hostile cells and sources stay words; only addresses of the web are linked."""
    cell = Sources((source("javascript:alert(1)"), source("https://example.org/a?b=1&c=2", HOSTILE)))
    seen = Tags()
    seen.feed(page(HOSTILE, HOSTILE, "<svg></svg>", [Table(HOSTILE, (HOSTILE,), [(HOSTILE, cell)])], country_name))
    assert "script" not in seen.tags
    assert seen.addresses == ["https://example.org/a?b=1&c=2"]
    assert "<script>" in "".join(seen.words)


def test_the_tables_hold_what_the_pictures_show(pair: PairAccount) -> None:
    """A row for each visit and meeting, each gap, each time one hosted, each commitment."""
    drawn = chart_of(pair, DAY, country_name)
    found = owed(pair, (), DAY)
    counted = tallies(pair.meetings, pair.countries, DAY)
    assert len(events_table(drawn).rows) == len(pair.meetings) + len(pair.visits)
    assert {one.id for one in drawn.marks} <= {str(row[-1]) for row in events_table(drawn).rows}
    assert len(gaps_table(drawn).rows) == len(drawn.gaps)
    assert len(hosts_table(counted, country_name).rows) == sum(tally.count for tally in counted)
    assert len(board_table(cards_of(found, country_name), found).rows) == len(found)
