"""The golden briefs: how they are made from `examples/`; run as a module, it writes them anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from shuttle.analysis.owed import owed
from shuttle.analysis.plan import known_by, plan
from shuttle.analysis.state import state
from shuttle.documents.loading import load_documents
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.anniversaries import remembered
from shuttle.lexicons.countries import all_countries, country_name
from shuttle.lexicons.forum_calendar import coming_forums
from shuttle.reading.reader import default_reader
from shuttle.records.documents import Document
from shuttle.records.readings import Reading
from shuttle.views.brief import Front, brief
from shuttle.views.briefing.proposed import proposed_meeting
from shuttle.views.paper.as_markdown import markdown
from shuttle.views.paper.model import Paper

__all__ = ["AS_OF", "GOLDEN", "PAIRS", "example_readings", "filled", "golden", "paper_of"]

AS_OF = "2026-02-01"
PAIRS = (("KOR", "JPN"), ("IND", "JPN"))
GOLDEN = Path(__file__).parent / "golden"
_EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def example_readings() -> tuple[Reading, ...]:
    """What the reader finds in each example."""
    reader = default_reader()
    documents = (found for found in load_documents([_EXAMPLES]) if isinstance(found, Document))
    return tuple(reader.read(document) for document in documents)


def filled(readings: Iterable[Reading]) -> Ledger:
    """A ledger in memory that holds these readings, in this order."""
    book = Ledger.open(":memory:", clock=lambda: dt.datetime(2026, 2, 1, 9, tzinfo=dt.UTC))
    book.add_all(readings)
    return book


def paper_of(book: Ledger, one: str, other: str, day: str = AS_OF) -> Paper:
    """The brief on two countries, its cover without a version and a seal."""
    pair = book.pair(one, other)
    stands, due = state(pair, day), owed(pair, book.judgements(), day)
    forums, days = coming_forums(), remembered((one, other))
    alpha2 = {code: all_countries()[code].alpha2 for code in (one, other)}
    proposed = proposed_meeting(plan(stands, known_by(due, day), forums, days, alpha2), country_name)
    return brief(
        stands,
        due,
        Front("(version)"),
        country_name=country_name,
        forums=forums,
        remembered=days,
        more={"programme": [proposed]} if proposed else {},
    )


def golden(book: Ledger, one: str, other: str) -> str:
    """The text of a golden brief; where an example was read from does not stand in it."""
    return markdown(paper_of(book, one, other)).replace(str(_EXAMPLES), "examples")


def main() -> None:
    """Write all of them."""
    with filled(example_readings()) as book:
        for one, other in PAIRS:
            (GOLDEN / f"{one}-{other}.md").write_text(golden(book, one, other), encoding="utf-8")


if __name__ == "__main__":
    main()
