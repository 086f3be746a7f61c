"""`shuttle.reading.titles`: which words name an office, and which one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.timing import growth

from shuttle.reading.folding import fold, lower
from shuttle.reading.titles import TitleHit, find_titles


def titles(text: str) -> list[TitleHit]:
    """Return the titles in ``text``."""
    folded = fold(text)
    return find_titles(lower(folded), folded)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        pytest.param("South Korean President Lee", "KOR", [("president", "head_of_state")], id="president"),
        pytest.param("the Prime\nMinister said", "JPN", [("prime minister", "head_of_government")], id="line-break"),
        pytest.param("PM Modi", "IND", [("prime minister", "head_of_government")], id="capitals"),
        pytest.param("at 2 pm on Tuesday", "IND", [], id="no-title-in-the-afternoon"),
        pytest.param("the presidential office", "KOR", [], id="inside-a-word"),
        pytest.param("Vice President Han", "CHN", [("vice president", "vice_president")], id="longest-wins"),
        pytest.param(
            "Deputy Prime Minister Tan", "SGP", [("deputy prime minister", "deputy_head_of_government")], id="deputy"
        ),
        pytest.param(
            "Minister for Foreign Affairs Motegi",
            "JPN",
            [("minister for foreign affairs", "foreign_minister")],
            id="minister-for",
        ),
        pytest.param(
            "External Affairs Minister S. Jaishankar",
            "IND",
            [("external affairs minister", "foreign_minister")],
            id="external-affairs",
        ),
        pytest.param(
            "Foreign Secretary Misri",
            "IND",
            [("foreign secretary", "vice_foreign_minister")],
            id="foreign-secretary-in-delhi",
        ),
        pytest.param(
            "Foreign Secretary Lammy",
            "GBR",
            [("foreign secretary", "foreign_minister")],
            id="foreign-secretary-in-london",
        ),
        pytest.param("Trade Minister Ahn", "KOR", [("trade minister", "minister")], id="portfolio"),
        pytest.param("the minister of energy", "KOR", [("minister of energy", "minister")], id="portfolio-after"),
        pytest.param(
            "First Vice Minister Cho",
            "KOR",
            [("first vice minister", "vice_foreign_minister")],
            id="first-vice-minister",
        ),
        pytest.param("Director-General Han", "KOR", [("director-general", "senior_official")], id="director-general"),
        pytest.param("his Japanese counterpart", "JPN", [("counterpart", "counterpart")], id="counterpart"),
        pytest.param("the foreign ministers of A and B", None, [("foreign minister", "foreign_minister")], id="plural"),
        pytest.param(
            "Ministers of Foreign Affairs",
            None,
            [("minister of foreign affairs", "foreign_minister")],
            id="plural-of-the-head",
        ),
        pytest.param("Secretaries of State", "USA", [("secretary of state", "foreign_minister")], id="plural-in-ies"),
        pytest.param(
            "National Security Advisor Jake Sullivan",
            "USA",
            [("national security advisor", "security_adviser")],
            id="adviser",
        ),
        pytest.param(
            "Secretary of Defense Pete Hegseth", "USA", [("secretary of defense", "defence_minister")], id="defence"
        ),
        pytest.param(
            "EU foreign policy chief Kallas",
            "EUE",
            [("foreign policy chief", "foreign_minister")],
            id="high-representative",
        ),
    ],
)
def test_titles_and_what_they_mean(text: str, country: str | None, expected: list[tuple[str, str]]) -> None:
    """The longest title wins, and its office may depend on whose it is."""
    assert [(hit.text, hit.office(country).key) for hit in titles(text)] == expected


@pytest.mark.parametrize(
    ("text", "plural"), [("the foreign ministers", True), ("the foreign minister", False), ("Presidents A and B", True)]
)
def test_plurals_are_told(text: str, plural: bool) -> None:
    """A plural stands for several people."""
    assert [hit.plural for hit in titles(text)] == [plural]


@given(st.text())
def test_titles_lie_in_the_text_in_order(text: str) -> None:
    """No text raises; spans are in order and do not overlap."""
    end = 0
    for hit in titles(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


@pytest.mark.parametrize("unit", ["president ", "prime", "minister of ", "PM", "vice-"])
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    """Four times the text takes about four times as long."""
    assert growth(titles, unit, 50_000) < 9
