"""Find what a paper provides for that was signed or adopted at a meeting.

In:   the lines of a page, and the main encounter.
Out:  Bonds of those who met, rule `commit.paper`: "the second agreement provides for the exchange of data".

A treaty of long ago provides for much, too. So the paper is one that the same line, or a line before it, says to have
been signed or adopted; it is called by the same noun there; and it has no name of its own ("the Paris Agreement").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shuttle.reading.binding import CONDITION, Bond, stop_of
from shuttle.reading.encounters import Encounter
from shuttle.reading.page import Line, Page

__all__ = ["provided"]

_NOUN = r"(?:agreement|deal|memorand(?:um|a)|mou|pact|accord|declaration|arrangement|road ?map|action plan|document|treaty|protocol|communique|joint statement)"
_PAPER = rf"(?:{_NOUN}s?)(?: of understanding)?"
_DONE = r"(?:signed|adopted|reached|concluded|agreed)"
_PROVIDES = re.compile(
    r"(?:^|[,;\"] |(?<!\w)(?:and|while|that) )(?:the|this|that|an?|another|one) "
    r"(?:(?:new|joint|bilateral|latest|same|other|signed|final|said|key|critical|first|second|third|fourth|fifth|sixth) ){0,3}?"
    rf"(?:(?P<noun>{_NOUN})s?(?: of understanding)?|(?<=first )|(?<=second )|(?<=third )|(?<=fourth )|(?<=other ))"
    rf"(?: ?(?:on|for) [^,.;]{{2,60}}?)?(?P<done>(?: (?:that |which )?(?:was |were |we |they |the two sides )?{_DONE})?),? ?"
    r"(?:also |further )?(?P<verb>provides? for|aims? to|stipulates?(?: that)?|plans to|establishes|sets up|foresees|envisages?|envisaged|allows? for|calls for|outlines?|outlined|sets out|"
    r"reaffirms|reaffirmed|commits (?:both|the two) (?:sides|countries|parties) to|(?P<weak>concerns?|involves?|focus+es on|focused on|covers?|covered|includes?|included)) "
    r"(?P<what>[^,.;\"]{3,})"
)
# "covers cooperation on health", but not "covered three pages"
_OF_DOING = re.compile(
    r"(?:[^ ]+ ){0,4}?(?:levels|[a-z]{3,}(?:tion|sion|ment|ance|ence|ing|ade|pport)s?|exchanges?|aid|research)(?!\w)"
)
_VERBS = frozenset(
    [
        "provide", "provides", "concern", "concerns", "involve", "involves", "focuses", "focusses", "focused", "cover",
        "covers", "covered", "outline", "outlines", "outlined", "envisage", "envisages", "envisaged", "calls", "aim",
        "aims", "stipulate", "stipulates", "plans", "include", "includes", "included", "establishes", "sets", "foresees",
        "allow", "allows", "reaffirms", "reaffirmed", "commits",
    ]
)  # fmt: skip
_SIGNING = frozenset(["sign", "signed", "signing", "signs", "adopted", "adopts", "adoption", "adopting", "concluded"])
# "the pacts include agreements on extradition": which papers, and not what is in them
_MORE_PAPERS = re.compile(rf"(?:(?:an?|the|two|three|several|eight|many) )?(?:[a-z-]+ )?{_PAPER}(?!\w)")
_SEVERAL = re.compile(r"(?<!\w)(?:papers|documents|instruments|agreements|accords|deals|pacts|memoranda|mous)(?!\w)")
_SOME = re.compile(_PAPER)
_REACH = 8


def provided(page: Page, line: Line, main: Encounter) -> Iterator[Bond]:
    """Yield what a paper of the main meeting provides for."""
    if line.words.isdisjoint(_VERBS) or main.status not in ("held", "") or "date" in line.skeleton.kinds:
        return
    shape = line.skeleton.shape
    for match in _PROVIDES.finditer(shape):
        if CONDITION.search(shape[: match.start()]) or _MORE_PAPERS.match(match["what"]):
            continue
        if match["weak"] and not _OF_DOING.match(match["what"]):
            continue
        if not match["done"] and not _signed_before(page, line, match["noun"]):
            continue
        start = match.start("what")
        strength = "reaffirmed" if match["verb"].startswith("reaffirm") else "agreed"
        yield Bond(
            line, start, stop_of(shape, start), match.span("verb"), strength, tuple(main.countries), "commit.paper"
        )


def _signed_before(page: Page, line: Line, noun: str | None) -> bool:
    """Return whether a line not far before says that such a paper was signed; "the second" is any."""
    index = line.sentence.index
    for other in page.lines[max(0, index - _REACH) : index + 1]:
        if other.words.isdisjoint(_SIGNING):
            continue
        shape = other.skeleton.shape
        if other is line:
            shape = shape[: shape.find(noun)] if noun else shape
        if noun is None or noun[:6] in shape or _SEVERAL.search(shape) or (noun == "document" and _SOME.search(shape)):
            return True
    return False
