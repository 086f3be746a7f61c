"""`shuttle.reading.collectives`: who acts together is one mention, with the countries that the words say."""

from __future__ import annotations

import pytest
from tests.reading.factory import page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prime ministers of the Baltic States agreed on it.", [("EST", "LVA", "LTU")]),
        ("The Nordic countries pledged help.", [("DNK", "FIN", "ISL", "NOR", "SWE")]),
        ("The foreign ministers of Japan and China met.", [("JPN", "CHN")]),
        ("The Greek and Finnish ministers met.", [("GRC", "FIN")]),
        ("The Baltic is a sea.", []),
        ("The two leaders of Japan met.", [()]),
    ],
)
def test_groups_and_their_countries(text: str, expected: list[tuple[str, ...]]) -> None:
    """A name for several countries, and a list of them, give their codes; "the two leaders" gives none."""
    groups = [m for line in page(text).lines for m in line.mentions if m.kind == "group"]
    assert [group.countries for group in groups] == expected
