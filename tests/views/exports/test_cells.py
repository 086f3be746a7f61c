"""`shuttle.views.exports.cells`: no text becomes a formula, and what is written is read back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.views.exports.cells import plain_text, read_cell, write_cell
from shuttle.views.exports.tables import Column

TEXT = Column("text", "string", "", lambda record: record)
LIST = Column("list", "list", "", lambda record: record)
ANY = st.text(alphabet=st.characters(codec="utf-8"), min_size=1)
STARTS = st.sampled_from(["", "'", "''", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "'=", "''-", "'a"])


@given(STARTS, ANY)
def test_text_comes_back_as_it_was(start: str, rest: str) -> None:
    """Written to a CSV file and read again, a text is the same but for control characters."""
    value = plain_text(start + rest)
    if not value:
        return
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow([write_cell(TEXT, value), "end"])
    ((cell, end),) = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert (read_cell(TEXT, cell), end) == (value, "end")


@given(STARTS, ANY)
def test_no_text_begins_as_a_formula(start: str, rest: str) -> None:
    """Whatever a document says, its cell begins with nothing that a spreadsheet runs."""
    assert not write_cell(TEXT, start + rest).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize(
    ("type_", "value", "cell"),
    [
        pytest.param("integer", -1, "-1", id="numbers-are-ours"),
        pytest.param("number", 0.5, "0.5", id="fraction"),
        pytest.param("boolean", False, "false", id="truth"),
        pytest.param("list", ["KOR", "JPN"], "KOR;JPN", id="list"),
        pytest.param("list", ["=cmd|' /C calc'!A0"], "'=cmd|' /C calc'!A0", id="formula-in-a-list"),
        pytest.param("string", None, "", id="no-value"),
        pytest.param("json", '["a", "b"]', '["a", "b"]', id="json"),
    ],
)
def test_cells_of_each_type(type_: str, value: object, cell: str) -> None:
    """Each type has one way to be written, which leads back."""
    column = Column("c", type_, "", lambda record: record)  # type: ignore[arg-type]
    assert write_cell(column, value) == cell
    assert read_cell(column, cell) == value


def test_an_entry_cannot_divide_a_list() -> None:
    """A divider inside an entry becomes a comma, so that the list keeps its length."""
    assert read_cell(LIST, write_cell(LIST, ["a;b", "c"])) == ["a,b", "c"]
