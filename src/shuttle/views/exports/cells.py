"""Cells of a CSV file (RFC 4180), written so that a spreadsheet takes none for a formula, and read back as they were.

In:   the value of a cell.
Out:  its text; and the way back.

A spreadsheet runs what begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break. Text that does, after any number
of apostrophes, gets one apostrophe before it; `read_cell` takes it off again. Numbers are ours and are written as they
are. An empty cell is no value. Control characters are dropped, since no text that Shuttle keeps needs any.
"""

from __future__ import annotations

import re
from typing import Any

from shuttle.views.exports.tables import Column

__all__ = ["DIVIDER", "plain_text", "read_cell", "write_cell"]

#: Between the entries of a list.
DIVIDER = ";"
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """Return ``text`` without control characters and without halves of characters, which no file can hold."""
    return _CONTROL.sub("", text)


def write_cell(column: Column, value: Any) -> str:
    """Return the text of a cell of ``column``.

    >>> from shuttle.views.exports.tables import Column
    >>> write_cell(Column("title", "string", "", lambda r: r), "=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = DIVIDER.join(entry.replace(DIVIDER, ",") for entry in value) if isinstance(value, list) else str(value)
    text = plain_text(text)
    return f"'{text}" if _FORMULA.match(text) else text


def read_cell(column: Column, text: str) -> Any:
    """Return the value that `write_cell` wrote as ``text``."""
    if text == "":
        return None
    if column.type == "boolean":
        return text == "true"
    if column.type == "integer":
        return int(text)
    if column.type == "number":
        return float(text)
    if _ESCAPED.match(text):
        text = text[1:]
    return text.split(DIVIDER) if column.type == "list" else text
