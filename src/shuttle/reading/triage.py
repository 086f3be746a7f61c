"""Pass over a document that names no state, before anything in it is cut, dated or resolved.

In:   the text of a document, and whose government issued it.
Out:  whether a finding is possible at all.

Whoever meets, travels, promises or speaks in a reading does so for a country or a multilateral body. A text in which
no country, people, capital, government, office-holder or forum is named has none of them, and much of what a newspaper
prints is of that kind. Its reading is empty.
"""

from __future__ import annotations

from shuttle.reading.folding import fold, lower
from shuttle.reading.lookup import find_names
from shuttle.reading.titles import find_titles

__all__ = ["names_a_state"]


def names_a_state(text: str, side: str | None) -> bool:
    """Return whether a text names anybody who could act for a country.

    >>> names_a_state("The village repaired its old bridge.", None)
    False

    Args:
        side: alpha-3 code of the government that issued it: on its page "the Prime Minister" is its own.
    """
    folded = fold(text)
    for hit in find_names(folded):
        meaning = hit.meaning
        if (
            meaning.country
            or meaning.demonym
            or meaning.metonym
            or meaning.combining
            or meaning.forum
            or meaning.tenures
        ):
            return True
    return side is not None and bool(find_titles(lower(folded), folded))
