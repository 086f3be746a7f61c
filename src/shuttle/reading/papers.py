"""Find what a paper provides for that was signed or adopted at a meeting.

In:   the lines of a page, and the main encounter.
Out:  Bonds of those who met, rule `commit.paper`: "the second agreement provides for the exchange of data".

A treaty of long ago provides for much, too: a paper with a year or a date to it is passed over, and so is every
paper in a text that does not say that one was signed, adopted or agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shuttle.reading.binding import CONDITION, Bond, stop_of
from shuttle.reading.encounters import Encounter
from shuttle.reading.page import Line, Page

__all__ = ["provided"]

_PAPER = r"(?:agreements?|deals?|memorandums?|memoranda|mou|mous|pacts?|accords?|declaration|arrangement|road ?map|action plan|document|treaty|protocol|communique|joint statement)"
_PROVIDES = re.compile(
    rf"(?:^|[,;\"] |(?<!\w)(?:and|while|that) )(?:(?:the|this|that|an?|another|one) )(?:(?!(?:of|on|in|at|for|to|with|that) )(?:[a-z-]+|[\ue000-\ueaff])(?:'s?)? ){{0,4}}?"
    rf"(?:{_PAPER}|(?:first|second|third|fourth|other))(?: of understanding)?(?: (?:on|for|of) [^,.;]{{2,60}}?)?(?: (?:that |which )?(?:was |were |we |they |the two sides )?(?:signed|adopted|reached|concluded|agreed))?,? "
    r"(?:also |further )?(?P<verb>provides? for|concerns?|involves?|focus+es on|focused on|covers?|covered|outlines?|outlined|envisages?|envisaged|envisions?|calls for|aims? (?:to|at)|stipulates?(?: that)?|"
    r"plans to|includes?|included|establishes|sets up|sets out|foresees|allows? for|reaffirms|reaffirmed|commits (?:both|the two) (?:sides|countries|parties) to) (?P<what>[^,.;\"]{3,})"
)
_VERBS = frozenset(
    [
        "provide", "provides", "concern", "concerns", "involve", "involves", "focuses", "focusses", "focused", "cover",
        "covers", "covered", "outline", "outlines", "outlined", "envisage", "envisages", "envisaged", "envision",
        "envisions", "calls", "aim", "aims", "stipulate", "stipulates", "plans", "include", "includes", "included",
        "establishes", "sets", "foresees", "allow", "allows", "reaffirms", "reaffirmed", "commits",
    ]
)  # fmt: skip
# "the pacts include agreements on extradition": which papers, and not what is in them
_MORE_PAPERS = re.compile(rf"(?:(?:an?|the|two|three|several|eight|many) )?(?:[a-z-]+ )?{_PAPER}(?!\w)")
_SIGNED = frozenset(["sign", "signed", "signing", "signs", "adopted", "adopts", "adoption", "adopting", "concluded"])


def provided(page: Page, line: Line, main: Encounter) -> Iterator[Bond]:
    """Yield what a paper of the main meeting provides for."""
    if line.words.isdisjoint(_VERBS) or main.status not in ("held", "") or "date" in line.skeleton.kinds:
        return
    if all(other.words.isdisjoint(_SIGNED) for other in page.lines):
        return
    shape = line.skeleton.shape
    for match in _PROVIDES.finditer(shape):
        if CONDITION.search(shape[: match.start()]) or _MORE_PAPERS.match(match["what"]):
            continue
        start = match.start("what")
        strength = "reaffirmed" if match["verb"].startswith("reaffirm") else "agreed"
        yield Bond(
            line, start, stop_of(shape, start), match.span("verb"), strength, tuple(main.countries), "commit.paper"
        )
