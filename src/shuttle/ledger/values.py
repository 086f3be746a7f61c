"""The value of a field from its claims, under a named rule.

In:   the claims of one field by all documents, and what the ledger knows of their sources.
Out:  a FieldValue: one of the claimed values, the rule that decided, claims for and against.

Candidates are compared by these rules in turn, and the first that tells two apart decides; its name is
kept. What is told of an event as held outranks plans; then come the governments of two parties, one
party's government, a named official, the press, an aggregator; then the more precise value; then
the number of independent sources (copied text counts once); then the earlier publication; and last the
smaller document id. Nothing is ever averaged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shuttle.ledger import names
from shuttle.records import dates
from shuttle.records.claims import Claim, FieldValue, Source, ValueRule
from shuttle.records.findings import Person, Place

__all__ = ["Weight", "agree", "choose", "collect"]

_DATES = frozenset({"start", "end", "deadline", "said_on", "when"})
_PLACES = frozenset({"place"})
_NAMES = frozenset({"date_text", "action", "text"})


@dataclass(frozen=True, slots=True)
class Weight:
    """What counts for a claim apart from its value.

    Attributes:
        source: the document it comes from.
        happened: whether its document tells of the event as held (or called off), not as planned.
        party: whether ``source.side`` is one of the parties.
        official: whether a named official is quoted with it.
    """

    source: Source
    happened: bool
    party: bool
    official: bool = False

    @property
    def rank(self) -> int:
        """3 for a party's government, 2 for a named official or another government, 1 press, 0 aggregator."""
        if self.source.kind == "government":
            return 3 if self.party else 2
        if self.official:
            return 2
        return 1 if self.source.kind == "press" else 0


def choose(field: str, claims: Sequence[Claim], weights: Mapping[str, Weight]) -> FieldValue:
    """Return the value of ``field`` that ``claims`` support best.

    Args:
        field: the field's name; decides when two values agree (a month agrees with a day in it).
        claims: every claim of the field; the order does not matter.
        weights: by finding id.
    """
    if not claims:
        return FieldValue(field, None, "no claim")
    if len(claims) == 1:
        return FieldValue(field, claims[0].value, "only one claim", (claims[0],))
    first = claims[0].value
    if all(claim.value == first for claim in claims):
        ordered = _in_order(claims, weights)
        return FieldValue(field, first, "claims agree", ordered)
    candidates = [_Candidate(field, claim, claims, weights) for claim in claims]
    best = max(candidates, key=lambda candidate: candidate.key)
    supporting = _in_order(best.supporting, weights)
    # The claim that words the value stands first.
    supporting = (best.claim, *(claim for claim in supporting if claim is not best.claim))
    differing = _in_order([claim for claim in claims if claim not in best.supporting], weights)
    if not differing:
        rule: ValueRule = "claims agree"
    else:
        rival = max((c for c in candidates if c.claim in differing), key=lambda candidate: candidate.key)
        rule = _deciding_rule(best.key, rival.key)
    return FieldValue(field, best.claim.value, rule, supporting, differing)


def collect(field: str, claims: Sequence[Claim], weights: Mapping[str, Weight]) -> FieldValue:
    """Return the value of a field that is a list: every entry of every claim, the best source's first."""
    if not claims:
        return FieldValue(field, None, "no claim")
    ordered = _in_order(claims, weights)
    entries = tuple(dict.fromkeys(entry for claim in ordered for entry in claim.value))
    return FieldValue(field, entries, "only one claim" if len(claims) == 1 else "all claims together", ordered)


def _in_order(claims: Sequence[Claim], weights: Mapping[str, Weight]) -> tuple[Claim, ...]:
    """Return ``claims`` with the best source first."""
    if len(claims) == 1:
        return tuple(claims)

    def key(claim: Claim) -> tuple[Any, ...]:
        weight = weights[claim.finding]
        published = weight.source.published or "9999"
        return (not weight.happened, -weight.rank, published, claim.document_id, claim.id)

    return tuple(sorted(claims, key=key))


class _Candidate:
    """A claim as the possible value, with all that speaks for it as one key to compare by."""

    def __init__(self, field: str, claim: Claim, claims: Sequence[Claim], weights: Mapping[str, Weight]) -> None:
        self.claim = claim
        self.supporting = [other for other in claims if agree(field, claim.value, other.value)]
        mine = [weights[other.finding] for other in self.supporting]
        happened = any(weight.happened for weight in mine)
        # A plan does not lend its government's weight to what was held.
        backing = [weight for weight in mine if weight.happened == happened]
        self.sides = {weight.source.side for weight in backing if weight.rank == 3}
        rank = 4 if len(self.sides) > 1 else max(weight.rank for weight in backing)
        own = weights[claim.finding]
        self.key = (
            happened,
            rank,
            _precision(field, claim.value),
            len({weight.source.text_key or weight.source.document_id for weight in mine}),
            _Reversed(min(weight.source.published or "9999" for weight in mine)),
            _Reversed(min(weight.source.document_id for weight in mine)),
            # Among claims of one value: the best source words it.
            own.happened,
            own.rank,
            _Reversed(own.source.published or "9999"),
            _Reversed((claim.document_id, claim.id)),
        )


class _Reversed:
    """Something that compares the other way round: smaller counts as more."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reversed) and bool(self.value == other.value)

    def __lt__(self, other: _Reversed) -> bool:
        return bool(other.value < self.value)

    __hash__ = None  # type: ignore[assignment]


_RULES: tuple[ValueRule, ...] = (
    "held over planned",
    "government over press",  # stands for the rules of rank, see _rank_rule
    "more precise",
    "more independent sources",
    "earlier publication",
    "smaller document id",
)


def _deciding_rule(best: tuple[Any, ...], rival: tuple[Any, ...]) -> ValueRule:
    for rule, mine, theirs in zip(_RULES, best, rival, strict=False):
        if mine != theirs:
            return _rank_rule(mine, theirs) if rule == "government over press" else rule
    return "smaller document id"


def _rank_rule(best: int, rival: int) -> ValueRule:
    if best == 4:
        return "both sides over one side" if rival == 3 else "government over press"
    if best == 3:
        return "government over press"
    return "named official over press" if best == 2 else "press over aggregator"


def agree(field: str, one: Any, other: Any) -> bool:
    """Return whether two values of a field can both be right, each to its own precision."""
    if one == other:
        return True
    for fields, comparison in _COMPARISONS:
        if field in fields:
            return comparison(one, other)
    if isinstance(one, Person) and isinstance(other, Person):
        return names.same_person_name(one.name, other.name)
    return False


def _same_place(one: Place, other: Place) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return names.same_place_name(one.name, other.name) or names.names_its_country(one) or names.names_its_country(other)


_COMPARISONS: tuple[tuple[frozenset[str], Callable[[Any, Any], bool]], ...] = (
    (_DATES, dates.agree),
    (_PLACES, _same_place),
    (frozenset({"forum"}), names.same_forum),
    # Words are never the same in two documents; whether they say the same was decided when they were joined.
    (_NAMES, lambda one, other: True),
    # What a finding is called follows from its other fields: only these differ.
    (frozenset({"code"}), lambda one, other: True),
)


def _precision(field: str, value: Any) -> int:
    if field in _DATES:
        # An interval is longer to write than a day, and says less.
        return 0 if "/" in str(value) or "X" in str(value) else len(str(value))
    if isinstance(value, Place):
        if names.names_its_country(value):
            return 0
        if value.country is None or names.names_a_region(value.name):
            return 1
        return 3 if names.names_a_venue(value.name) else 2
    if isinstance(value, Person):
        return len(names.tokens(value.name)) + bool(value.office)
    return 0
