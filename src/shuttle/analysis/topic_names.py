"""What a row of topics is called: in the words of the documents, else of the taxonomy of areas.

In:   a row and its clauses.
Out:  the terms that it rests on as words, weightiest first; and a name of one or two of them, or the first words of a
      clause where no word tells enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from shuttle.analysis.aligning import Row
from shuttle.analysis.topic_terms import Clause, name_of, named_in, runs, stems_of

__all__ = ["topic_of"]


def topic_of(row: Row, clauses: Sequence[Clause]) -> tuple[tuple[str, ...], str]:
    """Return the terms of a row in words, weightiest first, and the row's name."""
    words = frozenset(key for kind, key in row.terms if kind in ("word", "proper"))
    quotes = [clause.evidence.quote for clause in clauses]
    found: dict[str, float] = {}
    for quote in quotes:
        names = named_in(quote)
        for run in (*names, *runs(quote, words)):
            weight = sum(weight for (kind, key), weight in row.terms.items() if kind in _WORDS and key in stems_of(run))
            if weight:
                # A name of several words is the best name of a topic.
                found.setdefault(run, weight * (1.5 if run in names and run.count(" ") > 1 else 1.0))
    for (kind, key), weight in row.terms.items():
        if kind == "area":
            found.setdefault(key, 0.7 * weight)
        elif kind == "general":
            found.setdefault(key, weight)
        elif kind == "name":
            label = name_of(key)
            written = any(label.casefold() in quote.casefold() for quote in quotes)
            found[label] = found.get(label, 0.0) + (weight if written or label != key else 0.1 * weight)
    labels: list[str] = []
    together = " ".join(quotes).casefold()
    # Of words that tell as much, the one that the text has first.
    for label in sorted(found, key=lambda label: (-round(found[label], 6), together.find(label.casefold()), label)):
        if not any(label.casefold() in other.casefold() or other.casefold() in label.casefold() for other in labels):
            labels.append(label)
    best = found[labels[0]] if labels else 0.0
    strong = [label for label in labels[:2] if found[label] >= max(0.5 * best, _TELLING)]
    return tuple(labels[:6]), ", ".join(strong) if strong else _first_words(clauses)


_WORDS = ("word", "proper")
# A word that tells less names no topic.
_TELLING = 0.4


def _first_words(clauses: Sequence[Clause]) -> str:
    words = clauses[0].evidence.quote.split() if clauses else []
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
