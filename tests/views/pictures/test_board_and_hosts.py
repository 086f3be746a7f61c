"""`shuttle.views.pictures.board` and `hosts`: every commitment has its column, every meeting hosted its cell."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.analysis.factory import meeting, shuttle_diplomacy
from tests.conftest import ROOT
from tests.ledger.factory import NARA
from tests.views.pictures.factory import HOSTILE

from shuttle.analysis.hosting import BILATERAL, COUNTING_RULES, tallies, turn
from shuttle.analysis.owed import Owed, owed
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import MeetingAccount
from shuttle.records.findings import Place
from shuttle.views.pictures.board import board_svg, cards_of, columns_of
from shuttle.views.pictures.hosts import hosts_svg

SVG = "{http://www.w3.org/2000/svg}"
PAIR = ("KOR", "JPN")
DAY = "2026-01-20"


@pytest.fixture(scope="module")
def found(examples_ledger: Path) -> tuple[Owed, ...]:
    """What Korea and Japan promised in the examples."""
    with Ledger.open(examples_ledger) as ledger:
        return owed(ledger.pair(*PAIR), ledger.judgements(), DAY)


def test_every_commitment_stands_in_one_column(found: tuple[Owed, ...]) -> None:
    """Columns hold each commitment once, under its life."""
    columns = columns_of(cards_of(found, country_name))
    told = [(card.id, life) for life, held in columns for card in held]
    assert sorted(told) == sorted((item.commitment.id, item.life) for item in found)
    assert [life for life, _ in columns[:5]] == [
        "stated",
        "in consultation",
        "in implementation",
        "delivered",
        "stalled",
    ]


def test_the_board_says_how_many_it_does_not_show(found: tuple[Owed, ...]) -> None:
    """Cards and what is counted below them add up to the number at the head."""
    root = ET.fromstring(board_svg(found, PAIR, DAY, country_name))  # noqa: S314
    shown = [entry.get("id") for entry in root.iter(f"{SVG}g") if entry.get("role") == "listitem"]
    more = [text.split()[1] for element in root.iter(f"{SVG}text") if (text := element.text or "").startswith("and ")]
    assert len(shown) + sum(map(int, more)) == len(found)


def test_words_stay_inside_their_cards(found: tuple[Owed, ...]) -> None:
    """No two cards of the board overlap."""
    root = ET.fromstring(board_svg(found, PAIR, DAY, country_name))  # noqa: S314
    cards = [entry.find(f"{SVG}rect") for entry in root.iter(f"{SVG}g") if entry.get("role") == "listitem"]
    boxes = [
        [float(card.get(name, "0")) for name in ("x", "y", "width", "height")] for card in cards if card is not None
    ]
    assert len(boxes) > 10
    for (x, y, w, h), (x2, y2, w2, h2) in itertools.combinations(boxes, 2):
        assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_the_board_of_the_examples_is_the_one_in_the_documentation(found: tuple[Owed, ...]) -> None:
    """docs/pictures/board.svg, looked at by eye, is what is drawn today; docs/renew.py draws it anew."""
    drawn = board_svg(found, PAIR, DAY, country_name)
    assert drawn == (ROOT / "docs" / "pictures" / "board.svg").read_text(encoding="utf-8")


def _hosts(meetings: tuple[MeetingAccount, ...]) -> ET.Element:
    svg = hosts_svg(tallies(meetings, PAIR, DAY), turn(meetings, PAIR, DAY), COUNTING_RULES, country_name)
    return ET.fromstring(svg)  # noqa: S314


def test_each_time_one_hosted_is_a_cell_under_the_rule() -> None:
    """Cells are the meetings of the tallies, and the rule stands in the picture."""
    meetings = shuttle_diplomacy()
    root = _hosts(meetings)
    cells = [entry.get("id") for entry in root.iter(f"{SVG}g") if entry.get("role") == "listitem"]
    assert cells == [met.id for tally in tallies(meetings, PAIR, DAY) for met in tally.encounters]
    words = "".join(root.itertext())
    assert COUNTING_RULES[BILATERAL.id] in words
    assert "It is South Korea's turn: Japan hosted last, 13 January 2026." in words


def test_many_meetings_are_one_bar_with_its_number() -> None:
    """Where cells would be too narrow, the bar says from when to when."""
    meetings = tuple(meeting(start=f"{1950 + n}-05-01", place=NARA, host="JPN") for n in range(70))
    words = "".join(_hosts(meetings).itertext())
    assert "70" in words
    assert "70 times from 1 May 1950 to 1 May 2019" in words


def test_nobody_hosted_yet() -> None:
    """The picture says so and names no turn."""
    assert "Neither has received the other yet" in "".join(_hosts(()).itertext())


def test_hostile_words_stay_words() -> None:
    """Markup in the name of a place is text."""
    root = _hosts((meeting(start="2026-01-13", place=Place(HOSTILE, "JPN"), host="JPN"),))
    assert not list(root.iter(f"{SVG}script"))
    assert "<script>" in "".join(root.itertext())
