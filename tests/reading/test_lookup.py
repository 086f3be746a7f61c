"""`shuttle.reading.lookup`: which names of the lexicons stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.timing import growth

from shuttle.reading.folding import fold
from shuttle.reading.lookup import find_names


def meanings(text: str) -> list[tuple[str, str]]:
    """Return each name in ``text`` with what it can mean."""
    found = []
    for hit in find_names(fold(text)):
        meaning = hit.meaning
        kinds = {
            "country": meaning.country,
            "demonym": meaning.demonym,
            "metonym": meaning.metonym,
            "place": meaning.places[0].country if meaning.places else None,
            "forum": meaning.forum.key if meaning.forum else None,
            "person": meaning.tenures[0].family if meaning.tenures else None,
        }
        told = " ".join(f"{kind}={value}" for kind, value in kinds.items() if value)
        found.append((fold(text)[hit.start : hit.end], told))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "South Korea and Japan", [("South Korea", "country=KOR"), ("Japan", "country=JPN")], id="countries"
        ),
        pytest.param("the Turkish side", [("Turkish", "demonym=TUR")], id="demonym"),
        pytest.param("in Nara", [("Nara", "place=JPN")], id="city"),
        pytest.param("José spoke", [], id="jos-is-not-in-jose"),
        pytest.param(
            "Niger and Nigeria", [("Niger", "country=NER"), ("Nigeria", "country=NGA")], id="niger-is-not-in-nigeria"
        ),
        pytest.param("Türkiye", [("Turkiye", "country=TUR")], id="accents"),
        pytest.param("the DPRK and the ROK", [("DPRK", "country=PRK"), ("ROK", "country=KOR")], id="abbreviations"),
        pytest.param("the G20 Summit", [("G20 Summit", "forum=g20")], id="forum"),
        pytest.param("the Republic of Korea", [("Republic of Korea", "country=KOR")], id="official-name"),
        pytest.param("PRIME MINISTER OF JAPAN", [("JAPAN", "country=JPN")], id="shouted"),
        pytest.param("", [], id="empty"),
    ],
)
def test_names_and_what_they_mean(text: str, expected: list[tuple[str, str]]) -> None:
    """The longest name wins, and only where a word begins and ends."""
    assert meanings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lee Jae-myung",
        "Lee Jae Myung",
        "Lee Jae-Myung",
        "Jae-myung Lee",
        "LEE Jae-myung",
        "Lee Jaemyung",
        "Sanae Takaichi",
        "Takaichi Sanae",
        "TAKAICHI Sanae",
    ],
)
def test_whole_names_are_found_in_every_spelling(text: str) -> None:
    """Both orders, capitals, hyphens or none: the same person."""
    hits = find_names(fold(text))
    assert [(hit.start, hit.end) for hit in hits if hit.meaning.tenures] == [(0, len(text))]


@given(st.text() | st.lists(st.sampled_from(["Korea", "South ", "-", "Japan", " ", "Tokyo", "G20", "é"])).map("".join))
def test_names_lie_in_the_text_in_order_and_end_where_words_do(text: str) -> None:
    """No text raises; no hit begins or ends inside a word."""
    folded = fold(text)
    end = 0
    for hit in find_names(folded):
        assert end <= hit.start < hit.end <= len(folded)
        assert not (hit.start and folded[hit.start - 1].isalnum())
        assert not folded[hit.end : hit.end + 1].isalnum()
        end = hit.end


@pytest.mark.parametrize("unit", ["Korea", "South ", "Tokyo, ", "x", "Korea-"])
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    """Four times the text takes about four times as long."""
    assert growth(lambda text: find_names(fold(text)), unit, 50_000) < 9
