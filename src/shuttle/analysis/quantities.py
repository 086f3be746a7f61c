"""Numbers that two sides give for one thing: "900 participants" against "1,000 participants".

In:   pairs of quotations of different sides that speak of one thing.
Out:  the units for which they give different numbers, with the numbers.

A number counts where a word says what it counts; dates, hours and years do not. Where a quotation gives several
numbers of a unit nobody can tell which is meant, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from shuttle.records.evidence import Evidence

__all__ = ["differing_quantities", "quantities_in"]

_UNITS_OF_TIME = frozenset(
    ["year", "month", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "am", "pm", "a", "p", "th", "st", "nd", "rd", "and", "to", "or", "in", "of", "at", "on",
     "the", "for", "from", "with", "by", "as", "between", "until"]
)  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,-])(?P<sign>[$€£¥₩])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>[ -](?:thousand|million|billion|trillion))?(?P<percent> ?(?:%|percent|per cent))?"
    r"(?:[ -](?P<unit>[A-Za-z]+))?"
)


class _Quoted(Protocol):
    @property
    def evidence(self) -> Evidence: ...


def quantities_in(text: str) -> dict[str, set[str]]:
    """Return the numbers of ``text`` by what they count.

    >>> quantities_in("around 900 participants and 2.5 percent")
    {'participant': {'900'}, 'percent': {'2.5'}}
    """
    found: dict[str, set[str]] = {}
    for match in _NUMBER.finditer(text):
        number = match["number"].replace(",", "") + (match["scale"] or "").replace("-", " ")
        unit = (match["unit"] or "").casefold()
        if match["sign"]:
            unit = match["sign"]
        elif match["percent"]:
            unit = "percent"
        elif not unit or unit.removesuffix("s") in _UNITS_OF_TIME or unit in _UNITS_OF_TIME:
            continue
        found.setdefault(unit.removesuffix("s"), set()).add(number)
    return found


def differing_quantities(
    cells: Mapping[str, Sequence[_Quoted]], pairs: Iterable[tuple[_Quoted, _Quoted]]
) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Return the units for which each side gives one number, and not the same.

    Args:
        cells: for each side its quotations.
        pairs: quotations that are linked with each other.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for one, other in pairs:
        mine, theirs = quantities_in(one.evidence.quote), quantities_in(other.evidence.quote)
        for unit in mine.keys() & theirs.keys():
            for quote, numbers in ((one, mine[unit]), (other, theirs[unit])):
                side = next(side for side, quotes in cells.items() if quote in quotes)
                found.setdefault(unit, {}).setdefault(side, set()).update(numbers)
    differing = {
        unit: {side: min(numbers) for side, numbers in sorted(given.items())}
        for unit, given in sorted(found.items())
        if all(len(numbers) == 1 for numbers in given.values()) and len(set.union(*given.values())) > 1
    }
    return tuple(differing.items())
