"""Record what parties bind themselves to.

In:   the bonds of a page, its meetings and statements.
Out:  Commitments with their words, deadline, areas and who asserts them; what the same parties are
      bound to twice is kept once, in its fuller wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from shuttle.reading.areas import areas_of
from shuttle.reading.binding import Bond
from shuttle.reading.bonds import bonds_on
from shuttle.reading.encounters import Encounter
from shuttle.reading.folding import fold
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR, DATE, PERSON, PLACE
from shuttle.reading.spoken import spoken_bonds
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Meeting, Statement, Strength, finding_id

__all__ = ["find_commitments"]

_ACCORDING = re.compile(
    rf"according to (?:an? |the )?(?P<who>{ACTOR}|{PLACE})|(?P<who2>{ACTOR}|{PLACE})(?:'s)? (?:said|stated|added|reported|announced|noted|told)\b|\bsaid (?P<who3>{ACTOR})"
)
_SAYING = frozenset(["according", "said", "stated", "added", "reported", "announced", "noted", "told"])


def find_commitments(
    document: Document,
    page: Page,
    encounters: Sequence[Encounter],
    meetings: Sequence[Meeting],
    statements: Sequence[Statement],
) -> tuple[Commitment, ...]:
    """Return the commitments of a page in the order of the text."""
    text = document.text
    main = meetings[0] if meetings else None
    found: list[Commitment] = []
    bonds = [*bonds_on(page, encounters), *spoken_bonds(page, statements, main.countries if main else ())]
    for bond in sorted(bonds, key=lambda b: (b.line.sentence.index, b.start)):
        line = bond.line
        start, end = line.skeleton.span(bond.start, bond.end)
        action = text[start:end]
        if not action.strip():
            continue
        verb_start, _ = line.skeleton.span(*bond.verb)
        whole_start, whole_end = min(verb_start, start), end
        evidence = [
            Evidence.of(text, line.sentence.start, line.sentence.end),
            Evidence.of(text, start, end, "action"),
            Evidence.of(text, whole_start, line.skeleton.text_end(bond.verb[1]), "strength"),
        ]
        deadline, words = _deadline(line, bond)
        if deadline and words:
            evidence.append(Evidence.of(text, words.start, words.end, "deadline"))
        meeting = (
            main.id
            if main
            and main.main
            and main.status == "held"
            and set(bond.countries) & set(main.countries)
            and not _with_another(page, line, main)
            else None
        )
        found.append(
            Commitment(
                id=finding_id("c", document.id, start, end, bond.strength),
                action=action,
                by=bond.countries,
                strength=cast(Strength, bond.strength),
                areas=areas_of(page, start, whole_end),
                deadline=deadline,
                meeting=meeting,
                asserted_by=_asserted_by(line, bond),
                rule=bond.rule,
                evidence=tuple(evidence),
            )
        )
    return tuple(_once(found))


def _with_another(page: Page, line: Line, main: Meeting) -> bool:
    """Return whether the paragraph, up to a line, speaks of somebody's counterpart from a third country.

    "With Premier Li, the President took note ... He proposed ...": not a word of the meeting with Takaichi.
    """
    if len(main.countries) != 2:
        return False
    for other in reversed(page.lines[max(0, line.sentence.index - 6) : line.sentence.index + 1]):
        if "\n\n" in page.text[other.sentence.end : line.sentence.start]:
            break
        if "with" in other.words and _WITH_FIRST.match(other.skeleton.shape):
            counterpart = next((m for m in other.mentions if m.kind == "person" and m.countries), None)
            return counterpart is not None and counterpart.countries[0] not in main.countries
    return False


_WITH_FIRST = re.compile(rf"(?:in |at )?(?:his |her |the |a )?(?:talks |meeting |summit )?with (?:the )?{PERSON},")
_CONTENT = re.compile(r"[a-z0-9]{3,}")
_EMPTY = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "their",
        "its",
        "his",
        "her",
        "will",
        "would",
        "both",
        "two",
        "sides",
        "countries",
        "leaders",
        "between",
        "from",
        "into",
        "such",
        "also",
        "more",
    ]
)


def _once(found: list[Commitment]) -> list[Commitment]:
    """Leave out what says again what the same parties are bound to already; the fuller wording stays."""
    kept: list[tuple[set[str], Commitment]] = []
    for commitment in found:
        words = set(_CONTENT.findall(fold(commitment.action).lower())) - _EMPTY
        # A document says again what it said lately.
        for i, (known, other) in enumerate(kept[-60:], max(0, len(kept) - 60)):
            smaller = min(len(words), len(known))
            if smaller and set(other.by) & set(commitment.by) and len(words & known) >= 0.75 * smaller:
                if len(words) > len(known):
                    kept[i] = (words, commitment)
                break
        else:
            kept.append((words, commitment))
    return [commitment for _, commitment in kept]


_DATE = re.compile(DATE)


def _deadline(line: Line, bond: Bond) -> tuple[str | None, Mention | None]:
    for match in _DATE.finditer(line.skeleton.shape, bond.start, bond.end):
        mention = line.mention(match.group())
        if mention.date and mention.date.value and (mention.date.role == "deadline" or mention.date.future):
            return mention.date.end_value or mention.date.value, mention
    return None, None


def _asserted_by(line: Line, bond: Bond) -> str | None:
    """Return who says so, where the sentence names a source other than those bound."""
    shape = line.skeleton.shape
    for match in () if line.words.isdisjoint(_SAYING) else _ACCORDING.finditer(shape):
        if bond.start <= match.start() < bond.end and match["who3"] is None and match["who"] is None:
            continue
        sign = match["who"] or match["who2"] or match["who3"]
        mention = line.mention(sign)
        if mention.kind == "group":
            continue
        if mention.member and mention.kind == "person":
            return mention.member.name or (mention.countries[0] if mention.countries else None)
        if mention.countries:
            return mention.countries[0]
        if mention.kind == "body":
            return mention.label
    return None
