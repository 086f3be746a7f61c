"""Points are kept with their reading, come back as they were, and change nothing for readings without them."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.factory import Writing
from tests.reading.factory import read

from shuttle.ledger.ledger import Ledger
from shuttle.ledger.reading_rows import digest_of
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Point

TEXT = (
    "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on January 13, 2026.\n\n"
    "Turning to Ukraine, the two leaders discussed the truce and agreed to stay in touch. Dokdo was not discussed."
)


def test_points_come_back_from_the_ledger_as_they_were_read() -> None:
    """Acts, grades, denials, lists and evidence: the reading that counts is the reading that was added."""
    reading = read(TEXT)
    assert {point.denied for point in reading.points} == {True, False}
    with Ledger.open(":memory:") as ledger:
        ledger.add(reading)
        assert ledger.reading(reading.document.id) == reading
        assert ledger.verify().whole


def test_a_reading_from_before_there_were_points_is_still_the_same() -> None:
    """Its digest does not change, so that adding it again adds nothing; one with points is another reading."""
    old = Writing("They met in Nara.").meeting("They met", start="2026-01-13").reading()
    point = Point(None, None, False, (), (), (), "point.plain", (Evidence.of(old.document.text, 0, 17),))
    new = replace(old, points=(point,))
    assert digest_of(old) != digest_of(new)
    with Ledger.open(":memory:") as ledger:
        assert ledger.add(old).new
        assert not ledger.add(old).new
        assert ledger.add(new).new
        assert ledger.reading(old.document.id).points == (point,)
