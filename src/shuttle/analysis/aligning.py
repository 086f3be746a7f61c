"""Put the clauses that speak of one thing into one row, and say by which words they were put there.

In:   clauses of several documents, and the weights of their terms.
Out:  rows: clauses with the terms that join them. A clause that lists several topics stands in several rows; every
      clause stands in at least one.

Two clauses of different sides are linked where what they share weighs at least `ENOUGH`. The strongest link opens a
row; a weaker one joins the row of one of its clauses if it is held by the same terms, else it opens a row of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from shuttle.analysis.topic_terms import BROAD, FEW, Clause, Term, shared_weight

__all__ = ["ENOUGH", "NEAR", "Link", "Row", "align", "of_one_thing"]

#: What two clauses must share to speak of one thing.
ENOUGH = 0.75
#: What they must share for one to be shown as the nearest that the other side has.
NEAR = 0.3
# Less is enough where it is most of what one of the two clauses speaks of: "A dinner followed".
_ENOUGH_OF_LITTLE = 0.4
_MOST_OF_IT = 0.65
# The share of a row's topic that a clause must name to join it without a link.
_NAMES_IT = 0.7
# The share of a link's weight that must rest on a row's own terms for the link to join it.
_HELD = 0.5
# A link much weaker than the best of both its clauses is by the way.
_FAR_BELOW = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Two clauses of different sides, and what each term that they share weighs."""

    one: Clause
    other: Clause
    shared: Mapping[Term, float]

    @property
    def weight(self) -> float:
        """What they share in all."""
        return sum(self.shared.values())


@dataclass(slots=True, eq=False)
class Row:
    """Clauses that speak of one thing, the links that put them together, and the terms they rest on."""

    clauses: list[Clause]
    links: list[Link] = field(default_factory=list)
    terms: dict[Term, float] = field(default_factory=dict)

    def take(self, link: Link) -> None:
        """Add a link with its clauses and terms."""
        self.links.append(link)
        for clause in (link.one, link.other):
            if clause not in self.clauses:
                self.clauses.append(clause)
        for term, weight in link.shared.items():
            self.terms[term] = max(self.terms.get(term, 0.0), weight)


def align(
    clauses: Sequence[Clause], weights: Mapping[Term, float], apart: Callable[[Clause, Clause], bool]
) -> list[Row]:
    """Return the rows that ``clauses`` fall into.

    Args:
        clauses: in an order that does not depend on the order of arrival.
        weights: of every term.
        apart: whether two clauses are of different sides; only such are linked.
    """
    links = _links(clauses, weights, apart)
    rows: list[Row] = []
    for link in links:
        row = _row_for(link, rows)
        if row is None:
            row = Row([])
            rows.append(row)
        row.take(link)
    rows = _merged(rows)
    placed = {clause for row in rows for clause in row.clauses}
    left = [clause for clause in clauses if clause not in placed and not clause.framing and _tells(clause)]
    left = [clause for clause in left if not _joins(clause, rows, weights) and not _goes_along(clause, rows)]
    return rows + _alone(left, weights)


def _tells(clause: Clause) -> bool:
    return bool(clause.terms) or clause.point.grade is not None


def _joins(clause: Clause, rows: Sequence[Row], weights: Mapping[Term, float]) -> bool:
    """Put a clause that is linked with none into the row whose topic it names, if there is one."""
    named = []
    for number, row in enumerate(rows):
        about = sum(row.terms.values())
        shared = sum(
            min(weight, weights[term] * clause.terms[term])
            for term, weight in row.terms.items()
            if term in clause.terms
        )
        if shared >= _NAMES_IT * about and shared >= _ENOUGH_OF_LITTLE:
            named.append((shared, -number))
    if named:
        rows[-max(named)[1]].clauses.append(clause)
    return bool(named)


def _goes_along(clause: Clause, rows: Sequence[Row]) -> bool:
    """Put a clause that names nothing in particular into the row of its neighbour in the paragraph.

    "They concurred on launching a framework of consultations", after a sentence on what it is for.
    """
    if any(kind != "word" and not (kind == "area" and key in BROAD) for kind, key in clause.terms):
        return False
    if sum(kind == "word" for kind, _ in clause.terms) > FEW:
        return False
    near = [
        (abs(one.place - clause.place), -one.place, -number)
        for number, row in enumerate(rows)
        for one in row.clauses
        if one.document_id == clause.document_id and one.paragraph == clause.paragraph and not one.framing
    ]
    if near and min(near)[0] == 1:
        rows[-min(near)[2]].clauses.append(clause)
        return True
    return False


def _links(
    clauses: Sequence[Clause], weights: Mapping[Term, float], apart: Callable[[Clause, Clause], bool]
) -> list[Link]:
    found = []
    best: dict[Clause, float] = {}
    tells = {clause: sum(weights[term] * share for term, share in clause.terms.items()) for clause in clauses}
    for number, one in enumerate(clauses):
        for other in clauses[number + 1 :]:
            if apart(one, other) and not (one.framing and other.framing):
                link = Link(one, other, shared_weight(one, other, weights))
                if of_one_thing(link.weight, min(tells[one], tells[other])):
                    found.append(link)
                    for clause in (one, other):
                        best[clause] = max(best.get(clause, 0.0), link.weight)
    kept = [link for link in found if link.weight >= _FAR_BELOW * max(best[link.one], best[link.other])]
    return sorted(kept, key=lambda link: -round(link.weight, 6))


def of_one_thing(shared: float, least: float) -> bool:
    """Return whether two clauses speak of one thing.

    Args:
        shared: what the terms that they share weigh.
        least: what all terms of the one that tells less weigh.
    """
    return shared >= ENOUGH or (shared >= _ENOUGH_OF_LITTLE and shared >= _MOST_OF_IT * least)


def _row_for(link: Link, rows: Sequence[Row]) -> Row | None:
    """Return the row that a link joins: one that holds a clause of it and rests on the same terms."""
    fitting = [
        (share, number)
        for number, row in enumerate(rows)
        if (link.one in row.clauses or link.other in row.clauses) and (share := _share(link, row)) >= _HELD
    ]
    return rows[max(fitting, key=lambda fit: (fit[0], -fit[1]))[1]] if fitting else None


def _share(link: Link, row: Row) -> float:
    return sum(weight for term, weight in link.shared.items() if term in row.terms) / (link.weight or 1.0)


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Join rows of which one holds all clauses of the other."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: -len(row.clauses)):
        home = next((other for other in kept if set(row.clauses) <= set(other.clauses)), None)
        if home is None:
            kept.append(row)
        else:
            for link in row.links:
                home.take(link)
    return kept


def _alone(clauses: Sequence[Clause], weights: Mapping[Term, float]) -> list[Row]:
    """Return rows of the clauses that are linked with none, those of one document that go on together in one."""
    rows: list[Row] = []
    for clause in clauses:
        last = rows[-1].clauses[-1] if rows else None
        if last and last.document_id == clause.document_id and clause.place == last.place + 1:
            shared = shared_weight(last, clause, weights)
            named = sum(weight for (kind, _), weight in shared.items() if kind != "area")
            if named >= ENOUGH or _lent(clause) or (clause.paragraph == last.paragraph and _answers(clause)):
                rows[-1].clauses.append(clause)
                rows[-1].terms |= {term: max(weight, rows[-1].terms.get(term, 0.0)) for term, weight in shared.items()}
                continue
        rows.append(Row([clause], terms={term: weights[term] * share for term, share in clause.terms.items()}))
    return rows


def _answers(clause: Clause) -> bool:
    """Return whether a clause only goes on with what somebody said: "He said he understood", "Kishida answered"."""
    act = (clause.point.act or "").split(" ")[0]
    return act in _ANSWERING or (act in ("said", "added") and clause.evidence.quote.startswith(("He ", "She ")))


_ANSWERING = ("answered", "replied", "responded")


def _lent(clause: Clause) -> bool:
    """Return whether a clause leads back to the one before it."""
    return any(share < 1 for share in clause.terms.values()) and not any(
        item.field == "opening" for item in clause.point.evidence
    )
