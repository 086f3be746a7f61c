"""Lines as the command line tells them, for a page: ids become ways to their records, marks become marks.

In:   lines of a view (`shuttle.views.text_lines`).
Out:  the same in stretches, each plain, marked, or a way to a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shuttle.interfaces.desk.links import record_link
from shuttle.views.text_lines import TextLine

__all__ = ["Stretch", "ToldLine", "told_lines"]

_SIGNS = re.compile(r"(?P<record>\b(?:[mvcsno]a?|d)-[0-9a-f]{12,16}\b)|>>(?P<marked>.+?)<<")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a line; ``href`` is where they lead, None if nowhere."""

    text: str
    href: str | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line: what it is, how deep it stands (0 to 3), and its words."""

    role: str
    depth: int
    stretches: tuple[Stretch, ...]


def told_lines(lines: Iterable[TextLine]) -> tuple[ToldLine, ...]:
    """Return ``lines`` in stretches, without the empty ones.

    >>> [s.href for s in told_lines([TextLine("entry", 0, "of ma-0123456789ab: >>met<<")])[0].stretches]
    [None, '/meetings/ma-0123456789ab', None, None]
    """
    return tuple(ToldLine(line.role, line.depth, tuple(_stretches(line.text))) for line in lines if line.text)


def _stretches(text: str) -> Iterator[Stretch]:
    done = 0
    for sign in _SIGNS.finditer(text):
        if sign.start() > done:
            yield Stretch(text[done : sign.start()])
        if sign["record"]:
            yield Stretch(sign["record"], record_link(sign["record"]))
        else:
            yield Stretch(sign["marked"], marked=True)
        done = sign.end()
    if done < len(text):
        yield Stretch(text[done:])
