"""Lines as the command line tells them, for a page: ids become ways to their records, marks become marks.

In:   lines of a view (`shuttle.views.text_lines`).
Out:  the same in stretches, each plain, marked, or a way to a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from shuttle.interfaces.desk.links import record_link
from shuttle.views.text_lines import TextLine

__all__ = ["Stretch", "ToldLine", "cited", "told_lines"]

_SIGNS = re.compile(r"(?P<record>\b(?:[mvcsno]a?|d)-[0-9a-f]{12,16}\b)|>>(?P<marked>.+?)<<")
_CITED = re.compile(r"\[(?P<number>\d{1,4}): (?P<start>\d{1,9})[-–](?P<end>\d{1,9})\]")


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


def cited(text: str, documents: Mapping[int, str]) -> tuple[Stretch, ...]:
    """Return a paragraph in which places are cited as ``[number: start-end]``, each a way to its words.

    Args:
        text: the paragraph.
        documents: the document of each number.

    >>> cited("they met [1: 3-7]", {1: "d-1"})[1].href
    '/documents/d-1?at=3-7#here'
    """
    found: list[Stretch] = []
    done = 0
    for place in _CITED.finditer(text):
        document = documents.get(int(place["number"]))
        if document is None:
            continue
        found.append(Stretch(text[done : place.start()]))
        found.append(Stretch(place[0], f"{record_link(document)}?at={place['start']}-{place['end']}#here"))
        done = place.end()
    return tuple(one for one in (*found, Stretch(text[done:])) if one.text)


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
