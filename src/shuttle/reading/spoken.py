"""Find what speakers bind their own countries to, or propose to both sides, in their own words.

In:   the statements of a page.
Out:  Bonds.

Rules:

    commit.spoken   "we will continue to support you", said by one who can bind
    commit.urged    "both sides should step up consultations", said by one of them

What another country alone should do is a reproach as often as a proposal, and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shuttle.reading.binding import Bond, actions_in, stop_of
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import COUNTRY, GROUP, PLACE
from shuttle.reading.subjects import ACTORS, countries_of
from shuttle.records.findings import Statement

__all__ = ["spoken_bonds"]

_MY_COUNTRY_WILL = re.compile(
    rf"(?P<who>{COUNTRY}|{PLACE}) (?:also |now )?(?P<how>will|shall|intends to|plans to|is determined to|is committed to|wants to|hopes to|is ready to|is willing to)(?: also| continue to)? "
    r"(?!be able|see |not |never |have to|be |have )(?P<verb>[a-z]+)"
)
_WE_WILL = re.compile(
    r"(?<!\w)(?:we|i) (?:also |now )?(?P<how>will|shall|are going to|am going to|intend to|plan to|are determined to|are committed to|want to|would like to|hope to|are ready to|are (?:very|fully|always) (?:willing|ready) to|"
    r"are willing to|am ready to|am determined to|seek to)(?: also)? (?!be able|see |not |never |have to|thank |express |congratulate |meet you|say |begin by|start by|always |be (?:happy|glad|pleased))(?P<verb>[a-z]+)"
)
_BOTH_SHOULD = re.compile(
    rf"(?<!\w)(?:the )?(?P<who>{GROUP}|{ACTORS}) should (?:also |jointly |further |actively |continue to )*(?!be |have |not |never |continue |see |know |feel |understand |remember |realise |realize )(?P<verb>[a-z]+)"
)


def spoken_bonds(page: Page, statements: Sequence[Statement], parties: Sequence[str]) -> Iterator[Bond]:
    """Yield what speakers bind their own countries to, and what they propose that both sides do.

    Args:
        parties: alpha-3 codes of those who met: "both sides", where no country is named.
    """
    lines = {line.sentence.start: line for line in page.lines}
    for statement in statements:
        line = lines.get(statement.evidence[0].start) if statement.evidence else None
        if line is None or not statement.speaker.country:
            continue
        if statement.quoted:
            yield from _bound_by(line, statement, statement.speaker.country)
        if "should" in line.words:
            yield from _urged(line, statement, statement.speaker.country, parties)
    yield from _urged_further(page, statements, parties)


def _says(statement: Statement, line: Line, position: int) -> bool:
    """Return whether ``position`` of a line is in what the speaker says."""
    place = line.skeleton.text_start(position)
    return any(e.field == "text" and e.start <= place < e.end for e in statement.evidence)


def _bound_by(line: Line, statement: Statement, country: str) -> Iterator[Bond]:
    shape = line.skeleton.shape
    own = (m for m in _MY_COUNTRY_WILL.finditer(shape) if country in line.mention(m["who"]).countries)
    for match in (*_WE_WILL.finditer(shape), *own):
        if not _says(statement, line, match.start()):
            continue
        how = match["how"]
        strength = (
            "pledged"
            if re.match(r"will|shall|are det|am det|are com|is det|is com", how)
            else "plans"
            if re.match(r"intend|plan|a[rm]e? going", how)
            else "expressed intent"
        )
        stop = stop_of(shape, match.start("verb"))
        for first, last in actions_in(shape, match.start("verb"), stop):
            yield Bond(line, first, last, match.span(), strength, (country,), "commit.spoken")


def _urged_further(page: Page, statements: Sequence[Statement], parties: Sequence[str]) -> Iterator[Bond]:
    """Yield what both sides should do in a sentence without a speaker, right after one that has one."""
    spoken = {statement.evidence[0].start: statement for statement in statements if statement.evidence}
    for line in page.lines:
        index = line.sentence.index
        if "should" not in line.words or line.sentence.start in spoken or line.headline or not index:
            continue
        before = spoken.get(page.lines[index - 1].sentence.start)
        if before is not None and before.speaker.country:
            yield from _urged(line, None, before.speaker.country, parties)


def _urged(line: Line, statement: Statement | None, country: str, parties: Sequence[str]) -> Iterator[Bond]:
    shape = line.skeleton.shape
    told = {
        code
        for mention in line.mentions
        if mention.kind in ("country", "pair", "demonym")
        for code in mention.countries
    }
    for match in _BOTH_SHOULD.finditer(shape):
        who = line.between(match.start("who"), match.end("who"))
        named = countries_of(who)
        if named:
            both = country in named and len(named) > 1
        else:
            # Not of a quarrel of others: "on Ukraine, Wang said the two sides should sit down".
            both = country in parties and told <= set(parties) and all(one.kind == "group" for one in who)
            both = both and "parties" not in match.group() and not any("parties" in one.label.lower() for one in who)
        if not both or (statement is not None and not _says(statement, line, match.start())):
            continue
        stop = stop_of(shape, match.start("verb"))
        for first, last in actions_in(shape, match.start("verb"), stop):
            yield Bond(line, first, last, match.span(), "proposed", (country,), "commit.urged")
