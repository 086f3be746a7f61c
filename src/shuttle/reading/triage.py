"""Pass over a document that names no state, before anything in it is cut, dated or resolved.

In:   the survey of a document's text, and whose government issued it.
Out:  whether a finding is possible at all.

Whoever meets, travels, promises or speaks in a reading does so for a country or a multilateral body. A text in which
no country, people, capital, government, office-holder or forum is named has none of them, and much of what a newspaper
prints is of that kind. Its reading is empty.
"""

from __future__ import annotations

from shuttle.reading.survey import Survey

__all__ = ["names_a_state"]


def names_a_state(survey: Survey, side: str | None) -> bool:
    """Return whether a text names anybody who could act for a country.

    >>> names_a_state(Survey("The village repaired its old bridge."), None)
    False

    Args:
        side: alpha-3 code of the government that issued it: on its page "the Prime Minister" is its own.
    """
    for hit in survey.hits:
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
    return side is not None and bool(survey.titles)
