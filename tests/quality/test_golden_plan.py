"""The plan for Korea and Japan from `examples/` as of 1 February 2026 reads as it was approved by eye.

To approve a new one: run `shuttle plan KOR JPN --as-of 2026-02-01` on a ledger of the examples, read every line, and
write it to `golden_plan.txt` with each id after its kind replaced by three dots.
"""

from __future__ import annotations

import re
from pathlib import Path

from shuttle.analysis.owed import owed
from shuttle.analysis.plan import plan
from shuttle.analysis.state import state
from shuttle.documents.loading import load_documents
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.anniversaries import remembered
from shuttle.lexicons.countries import country_name
from shuttle.lexicons.forum_calendar import coming_forums
from shuttle.reading.reader import default_reader
from shuttle.records.documents import Document
from shuttle.views.plan_text import plan_lines

_GOLDEN = Path(__file__).with_name("golden_plan.txt")
_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_ID = re.compile(r"\b([mvcsno]a)-[0-9a-f]{12}\b")


def test_the_plan_for_korea_and_japan_is_the_approved_one() -> None:
    """Line by line; ids depend on the reader and are left out."""
    reader = default_reader()
    with Ledger.open(":memory:") as book:
        for document in load_documents([str(_EXAMPLES)]):
            if isinstance(document, Document):
                book.add(reader.read(document))
        pair = book.pair("KOR", "JPN")
    found = plan(
        state(pair, "2026-02-01"),
        owed(pair, (), "2026-02-01"),
        coming_forums(),
        remembered(("KOR", "JPN")),
        {"KOR": "KR", "JPN": "JP"},
    )
    lines = [_ID.sub(r"\1-…", f"{'  ' * line.depth}{line.text}".rstrip()) for line in plan_lines(found, country_name)]
    assert lines == _GOLDEN.read_text(encoding="utf-8").splitlines()
