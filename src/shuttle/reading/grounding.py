"""The gate: no finding leaves the reading room without its words at its offsets.

In:   a Reading, whoever made it: rules, a model, a person.
Out:  the same Reading without the findings whose evidence does not stand in the document, and an
      issue for each of them, so that nothing is lost in silence.

`locate` helps readers that know words but not offsets: it finds a quotation in a text, allowing
for nothing but white space, quotation marks and dashes. Nothing looser is tried: an approximate
match would let a paraphrase stand as a quotation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from shuttle.errors import EvidenceError
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Area, Finding, Issue, Meeting, Point
from shuttle.records.readings import Reading

__all__ = ["ground", "locate"]

_F = TypeVar("_F", bound=Finding)
_SAME = {"'": "['‘’‚′`]", '"': '["“”„«»″]', "-": "[-‐‑‒–—−]"}
_SAME |= {sign: group for group in list(_SAME.values()) for sign in group[1:-1] if sign not in _SAME}


def locate(text: str, quotation: str, *, after: int = 0, field: str | None = None) -> Evidence:
    """Return the first passage of ``text`` at or after ``after`` that reads as ``quotation``.

    Args:
        quotation: at least one character that is not white space.
        after: code points to skip; pass the previous evidence's end to walk repeated quotations.
        field: the field that the words support.

    Raises:
        EvidenceError: the quotation is blank, or no passage reads so.

    >>> locate("He said “we agree”.", '"we agree"').quote
    '“we agree”'
    """
    words = quotation.split()
    if not words:
        raise EvidenceError("a quotation needs at least one character that is not white space, got none.")
    start = text.find(quotation, after)
    if start >= 0:
        return Evidence.of(text, start, start + len(quotation), field)
    pattern = r"\s+".join("".join(_SAME.get(c, re.escape(c)) for c in word) for word in words)
    match = re.compile(pattern).search(text, after)
    if not match:
        raise EvidenceError(
            f"no passage after character {after} reads {quotation[:60]!r}. The finding was not kept. "
            "Quote the document's own words, without leaving any out."
        )
    return Evidence.of(text, match.start(), match.end(), field)


def ground(reading: Reading) -> Reading:
    """Return ``reading`` with every finding refused whose evidence is missing or does not stand in the text."""
    text = reading.document.text
    issues = list(reading.issues)

    def stands(finding: Finding | Area | Point) -> bool:
        evidence = finding.evidence
        if isinstance(finding, Meeting):
            evidence += tuple(e for session in finding.sessions for e in session.evidence)
        if evidence and all(item.stands_in(text) for item in evidence):
            return True
        name = _name(finding)
        wrong = next((item for item in evidence if not item.stands_in(text)), None)
        reason = (
            f"its words {wrong.quote[:60]!r} do not stand at [{wrong.start}, {wrong.end})"
            if wrong
            else "it has no words"
        )
        issues.append(Issue("ungrounded", f"{type(finding).__name__.lower()} {name} was refused: {reason}."))
        return False

    def kept(findings: tuple[_F, ...]) -> tuple[_F, ...]:
        return tuple(finding for finding in findings if stands(finding))

    return replace(
        reading,
        meetings=kept(reading.meetings),
        visits=kept(reading.visits),
        commitments=kept(reading.commitments),
        statements=kept(reading.statements),
        next_steps=kept(reading.next_steps),
        outcomes=kept(reading.outcomes),
        areas=tuple(area for area in reading.areas if stands(area)),
        points=tuple(point for point in reading.points if stands(point)),
        # At last, since what is refused above adds to them.
        issues=tuple(i for i in issues if all(e.stands_in(text) for e in i.evidence)),
    )


def _name(finding: Finding | Area | Point) -> str:
    if isinstance(finding, Point):
        return f"{(finding.act or finding.rule)!r}"
    return finding.name if isinstance(finding, Area) else finding.id
