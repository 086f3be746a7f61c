"""`shuttle.views.comparison`: a table in which hostile words stay words, at any width."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.analysis.comparing import account, compared

from shuttle.analysis.comparison import Comparison
from shuttle.lexicons.countries import country_name
from shuttle.views.comparison import NOT_MENTIONED, comparison_markdown, comparison_table, heads, sections
from shuttle.views.comparison_json import comparison_json

HOSTILE = "The two leaders agreed on hydrogen | <script>alert(1)</script> [x](http://y) \x1b[2J `code`."


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Two accounts that differ in each way, one of them with markup in it."""
    return compared(
        account("KOR", f"{HOSTILE}\n\nDokdo was not discussed.\n\nKorea reaffirmed its wish to join the CPTPP."),
        account("JPN", "The two leaders welcomed cooperation in hydrogen.\n\nTakaichi raised Takeshima."),
        account(None, "President Lee stressed the role of China."),
    )


def test_sections_stand_by_the_way_in_which_the_sides_differ(comparison: Comparison) -> None:
    """The gravest first; a side's own topics under its name."""
    titles = [section.title for section in sections(comparison, country_name)]
    assert titles == [
        "The meeting itself",
        "One denies what the other tells",
        "One puts it more firmly",
        "Only South Korea",
        "Only in other accounts",
    ]


@pytest.mark.parametrize("width", [20, 60, 100, 200])
def test_the_table_loses_nothing_at_any_width(comparison: Comparison, width: int) -> None:
    """Cells are wrapped, never cut, and a line is no wider than asked where that is possible."""
    sheet = sections(comparison, country_name)
    lines = list(comparison_table(sheet, width))
    if width >= 60:
        assert max(map(len, lines)) <= width
    told = Counter("".join(lines))
    wanted = Counter(
        "".join(words for section in sheet for row in section.rows for cell in row.cells for words in cell)
    )
    assert not [letter for letter in wanted if letter != " " and told[letter] < wanted[letter]]
    assert NOT_MENTIONED in "".join(lines) or width < len(NOT_MENTIONED) * 3


def test_control_characters_reach_neither_table_nor_json_view(comparison: Comparison) -> None:
    """A document cannot clear the screen; JSON has its words as they are."""
    lines = [*heads(comparison, country_name), *comparison_table(sections(comparison, country_name))]
    assert not any(character < " " or character == "\x7f" for line in lines for character in line)
    quotes = [
        quote["quote"]
        for row in comparison_json(comparison)["rows"]
        if row["kind"] == "topic"
        for cell in row["cells"].values()
        if cell
        for quote in cell["quotes"]
    ]
    assert HOSTILE in quotes


def test_markup_stays_text_in_markdown(comparison: Comparison) -> None:
    """No cell opens a column, a link or a tag."""
    lines = list(comparison_markdown(sections(comparison, country_name)))
    hostile = next(line for line in lines if "alert" in line)
    assert "<script>" not in hostile
    assert "\\|" in hostile
    assert "[x](" not in hostile
    bars = [line.replace("\\|", "").count("|") for line in lines if line.startswith("| ")]
    assert set(bars) == {4}
