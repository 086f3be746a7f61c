"""Show lines on a terminal with colour and width, or plainly where the output is no terminal."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable
from typing import TextIO

import click

from shuttle.views.text_lines import Role, TextLine

__all__ = ["Screen"]

_INDENT = 2
_PLAIN_WIDTH = 100
_NARROWEST = 24
_STYLES: dict[Role, str] = {
    "title": "bold",
    "note": "dim",
    "heading": "bold underline",
    "entry": "bold",
    "detail": "",
    "quote": "italic cyan",
    "issue": "yellow",
    "blank": "",
}


class Screen:
    """Where lines go: with rich to a terminal, as wrapped plain text to anything else.

    What a document says is never taken for markup, and its control characters were dropped when
    the line was made.
    """

    def __init__(self, stream: TextIO) -> None:
        self._terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
        if self._terminal:
            from rich.console import Console

            self._console = Console(file=stream, highlight=False, markup=False, emoji=False)

    def show(self, lines: Iterable[TextLine]) -> None:
        """Write the lines."""
        for line in lines:
            if self._terminal:
                self._show_rich(line)
            else:
                _echo(_wrapped(line, _PLAIN_WIDTH))

    @property
    def width(self) -> int | None:
        """Columns of the terminal; None where the output is none and lines may be of any length."""
        return self._console.width if self._terminal else None

    def text(self, text: str) -> None:
        """Write text that is laid out already."""
        _echo(text)

    def rule(self) -> None:
        """Write what divides one document from the next."""
        if self._terminal:
            self._console.rule(style="dim")
        else:
            _echo("\n" + "=" * 72 + "\n")

    def _show_rich(self, line: TextLine) -> None:
        from rich.padding import Padding
        from rich.text import Text

        if line.role == "blank":
            self._console.print()
            return
        if self._console.width < _NARROWEST:
            self._console.print(Text(line.text, _STYLES[line.role]))
            return
        indent = _INDENT * line.depth if self._console.width >= 2 * _NARROWEST else line.depth
        text = Text(line.text, _STYLES[line.role], overflow="fold")
        if line.role == "detail":
            text.stylize("bold", 0, max(line.text.find(":"), 0))
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False))


def _wrapped(line: TextLine, width: int) -> str:
    indent = " " * (_INDENT * line.depth)
    return textwrap.fill(
        line.text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + ("" if line.role in ("title", "quote", "note") else "  "),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _echo(text: str) -> None:
    """Write text, with a question mark for whatever the output's encoding cannot hold."""
    click.echo(text.encode(sys.stdout.encoding or "utf-8", "replace"))
