"""Whether two wordings say the same: commitments, statements, next steps and outcomes of different documents.

In:   the words, who is bound or speaks, and the meeting or document they belong to.
Out:  groups of ids. Only wordings of different documents are put together, and only under one
      meeting: the same promise made twice at two summits is two promises.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from shuttle.ledger import names
from shuttle.ledger.constraints import Constraints
from shuttle.records.findings import Commitment, NextStep, Outcome, Statement

__all__ = [
    "Grouped",
    "Wording",
    "group_wordings",
    "overlap",
    "with_mates",
    "wording_from",
    "wording_of",
    "wording_text",
]

# At this share of common words two short clauses say the same for the reader of a brief.
_ENOUGH = 0.6
# A clause of fewer words than this must be equal: "deepen cooperation" is in everything.
_SHORT = 3
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "with",
        "by",
        "as",
        "from",
        "into",
        "such",
        "will",
        "would",
        "shall",
        "should",
        "their",
        "its",
        "his",
        "her",
        "they",
        "it",
        "that",
        "this",
        "both",
        "two",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "further",
        "also",
        "including",
        "through",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """What matching looks at in a commitment, statement, next step or outcome.

    Attributes:
        kind: ``commitment``, ``statement``, ``next_step`` or ``outcome``.
        who: those bound (sorted codes), or the speaker's country and name.
        words: the words that carry meaning, each once, in order of the alphabet.
    """

    kind: str
    finding: str
    document: str
    who: tuple[str, ...]
    words: tuple[str, ...]


def wording_of(finding: Commitment | Statement | NextStep | Outcome, document_id: str) -> Wording:
    """Return the features of ``finding``."""
    if isinstance(finding, Commitment):
        return Wording("commitment", finding.id, document_id, tuple(sorted(finding.by)), _words(finding.action))
    if isinstance(finding, Statement):
        speaker = (finding.speaker.country or "", names.letters(finding.speaker.name or finding.speaker.office))
        return Wording("statement", finding.id, document_id, speaker, _words(finding.text))
    if isinstance(finding, Outcome):
        who = (finding.effect, *sorted(finding.by))
        return Wording("outcome", finding.id, document_id, who, _words(finding.text))
    who = (finding.kind, *sorted(finding.by))
    return Wording("next_step", finding.id, document_id, who, _words(finding.text))


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(_stem(word) for word in names.tokens(text) - _EMPTY_WORDS))


def _stem(word: str) -> str:
    """Take off the ending that number and tense add, so that "exchanges" meets "exchange"."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def wording_text(wording: Wording) -> str:
    """Return ``wording`` as JSON, which `wording_from` reads back."""
    return json.dumps(asdict(wording), ensure_ascii=False)


def wording_from(text: str) -> Wording:
    """Return the wording that `wording_text` wrote."""
    plain = json.loads(text)
    return Wording(**{**plain, "who": tuple(plain["who"]), "words": tuple(plain["words"])})


def overlap(one: Wording, other: Wording) -> float:
    """Return the share of common words, from 0 to 1; 1 also where one wording holds all of a shorter one.

    >>> a = Wording("commitment", "c-1", "d-1", ("JPN", "KOR"), ("agenc", "launch", "spac"))
    >>> overlap(a, Wording("commitment", "c-2", "d-2", ("JPN", "KOR"), ("launch", "spac")))
    0.67
    """
    mine, theirs = set(one.words), set(other.words)
    common = len(mine & theirs)
    if not common:
        return 0.0
    if min(len(mine), len(theirs)) > _SHORT and common == min(len(mine), len(theirs)):
        return 1.0
    return round(common / len(mine | theirs), 2)


# Finding ids, smallest first, with score and reason for each.
Grouped = tuple[tuple[str, ...], dict[str, tuple[float, str]]]


def group_wordings(wordings: Iterable[Wording], constraints: Constraints | None = None) -> list[Grouped]:
    """Return groups of finding ids, smallest first, with score and reason for each id.

    Args:
        wordings: of one kind, all under one meeting (or statements about it).
        constraints: what people judged to be different stays apart; for the same see `with_mates`.
    """
    constraints = constraints or Constraints()
    ordered = sorted(wordings, key=lambda w: w.finding)
    home = {wording.finding: [wording] for wording in ordered}
    why: dict[str, tuple[float, str]] = {wording.finding: (1.0, "no other wording fits") for wording in ordered}
    pairs = []
    for position, one in enumerate(ordered):
        for other in ordered[position + 1 :]:
            score = overlap(one, other)
            if score >= _needed(one, other) and one.who == other.who and one.document != other.document:
                pairs.append((-score, one.finding, other.finding))
    for negative, one_id, other_id in sorted(pairs):
        mine, theirs = home[one_id], home[other_id]
        documents = {wording.document for wording in mine}
        if mine is theirs or any(wording.document in documents for wording in theirs):
            continue
        if any(constraints.apart(a.finding, b.finding) for a in mine for b in theirs):
            continue
        for members in (mine, theirs):
            if len(members) == 1:
                why[members[0].finding] = (-negative, f"{round(-100 * negative)} of 100 words in common")
        mine.extend(theirs)
        for wording in theirs:
            home[wording.finding] = mine
    lists = {id(members): members for members in home.values()}.values()
    groups = [tuple(sorted(wording.finding for wording in members)) for members in lists]
    return [(ids, {name: why[name] for name in ids}) for ids in sorted(groups)]


def with_mates(groups: Iterable[Grouped], constraints: Constraints) -> list[Grouped]:
    """Return ``groups`` with those put together that hold what people judged to be the same, at one meeting or more."""
    made: list[tuple[set[str], dict[str, tuple[float, str]]]] = []
    for ids, why in groups:
        wanted = {mate for name in ids for mate in constraints.mates(name)}
        joined, reasons = set(ids), dict(why)
        rest = []
        for others, theirs in made:
            if not wanted.isdisjoint(others):
                joined |= others
                reasons |= theirs
            else:
                rest.append((others, theirs))
        made = [*rest, (joined, reasons)]
    return sorted((tuple(sorted(ids)), why) for ids, why in made)


def _needed(one: Wording, other: Wording) -> float:
    return 1.0 if min(len(one.words), len(other.words)) < _SHORT else _ENOUGH
