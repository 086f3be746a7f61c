"""`shuttle.reading.naming`: which words name a person, from the first of their title to the last of their name."""

from __future__ import annotations

import pytest
from tests.reading.factory import page

KNOWN = pytest.mark.xfail(strict=False, reason="not read so yet")


def people(text: str) -> list[str]:
    """Return the words of each mention of a person."""
    return [
        text[mention.start : mention.end]
        for line in page(text).lines
        for mention in line.mentions
        if mention.kind == "person"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "South Korean President Lee Jae Myung spoke.",
            ["South Korean President Lee Jae Myung"],
            id="country-title-name",
        ),
        pytest.param(
            "On Tuesday Japan's newly appointed Prime Minister Takaichi spoke.",
            ["Japan's newly appointed Prime Minister Takaichi"],
            id="adjectives",
        ),
        pytest.param(
            "Prime Minister of Australia Anthony Albanese spoke.",
            ["Prime Minister of Australia Anthony Albanese"],
            id="country-inside",
        ),
        pytest.param(
            "Mr. KISHIDA Fumio, Prime Minister of Japan, spoke.",
            ["Mr. KISHIDA Fumio, Prime Minister of Japan"],
            id="title-behind",
        ),
        pytest.param(
            "Syria's interim president, Ahmed al-Sharaa, spoke.",
            ["Syria's interim president, Ahmed al-Sharaa"],
            id="name-in-commas",
        ),
        pytest.param(
            "Presidents Emmanuel Macron and Vladimir Putin spoke.",
            ["Presidents Emmanuel Macron", "Vladimir Putin"],
            id="plural",
        ),
        pytest.param(
            "Foreign Ministers Wang Yi of China and Sergey Lavrov of Russia met.",
            ["Foreign Ministers Wang Yi of China", "Sergey Lavrov of Russia"],
            id="plural-with-countries",
        ),
        pytest.param(
            "Cho met his Japanese counterpart Toshimitsu Motegi.",
            ["his Japanese counterpart Toshimitsu Motegi"],
            id="counterpart",
        ),
        pytest.param(
            "Saurabh Kumar, Secretary (East), Ministry of External Affairs, India, spoke.",
            ["Saurabh Kumar, Secretary (East), Ministry of External Affairs, India"],
            id="department-and-country-behind",
        ),
        pytest.param(
            "They met with the Hon. Richard Marles MP, Minister for Defence of Australia.",
            ["the Hon. Richard Marles MP, Minister for Defence of Australia"],
            id="honour-before",
        ),
        pytest.param("The Turkish president spoke.", ["The Turkish president"], id="no-name"),
        pytest.param(
            "Prime Minister Takaichi On Tuesday spoke.", ["Prime Minister Takaichi"], id="a-capital-that-is-no-name"
        ),
        pytest.param(
            "President Lee Tuesday met Prime Minister Takaichi Monday.",
            ["President Lee", "Prime Minister Takaichi"],
            id="weekday-behind",
        ),
        pytest.param(
            "Prime Minister\nSanae Takaichi spoke.", ["Prime Minister\nSanae Takaichi"], id="line-break", marks=KNOWN
        ),
        pytest.param("King Abdullah II of Jordan spoke.", ["King Abdullah II of Jordan"], id="numeral"),
        pytest.param(
            "President Luiz Inácio Lula da Silva spoke.", ["President Luiz Inácio Lula da Silva"], id="particles"
        ),
        pytest.param("President Donald J. Trump's envoy spoke.", ["President Donald J. Trump"], id="possessive"),
        pytest.param(
            "Foreign Minister Wang Yi (China) spoke.", ["Foreign Minister Wang Yi (China)"], id="country-in-brackets"
        ),
        pytest.param(
            "Prime Minister and Minister of Defence Anna Velde of Denmark spoke.",
            ["Prime Minister and Minister of Defence Anna Velde of Denmark"],
            id="two-titles",
        ),
        pytest.param(
            "Woo Won-shik, the speaker of the National Assembly, spoke.",
            ["Woo Won-shik, the speaker of the National Assembly"],
            id="apposed",
        ),
        pytest.param(
            "The Honourable Sean Sobers, Minister of Foreign Affairs of Trinidad and Tobago, spoke.",
            ["The Honourable Sean Sobers, Minister of Foreign Affairs of Trinidad and Tobago"],
            id="honourable-and-apposed",
        ),
        pytest.param(
            "Kamina Johnson Smith, JP, Minister of Foreign Affairs of Jamaica, spoke.",
            ["Kamina Johnson Smith, JP, Minister of Foreign Affairs of Jamaica"],
            id="letters-behind-the-name",
        ),
        pytest.param(
            'Indonesian President Joko "Jokowi" Widodo spoke.',
            ['Indonesian President Joko "Jokowi" Widodo'],
            id="nickname",
        ),
        pytest.param(
            "Prime Minister Narendra Modi's National Security Adviser Ajit Doval spoke.",
            ["Prime Minister Narendra Modi's National Security Adviser Ajit Doval"],
            id="whose-adviser",
        ),
        pytest.param(
            "Cho met his Indonesian counterparts Marty Natalegawa and Purnomo Yusgiantoro.",
            ["his Indonesian counterparts Marty Natalegawa", "Purnomo Yusgiantoro"],
            id="plural-of-one-country",
        ),
        pytest.param(
            "Foreign Minister G.L Peiris spoke.",
            ["Foreign Minister G.L Peiris"],
            id="last-initial-without-a-point",
        ),
        pytest.param(
            "Cho met his counterpart from New Zealand Winston Peters.",
            ["his counterpart from New Zealand Winston Peters"],
            id="counterpart-from",
        ),
        pytest.param(
            "Deputy Prime Minister and Foreign Minister Tan of Singapore spoke.",
            ["Deputy Prime Minister and Foreign Minister Tan of Singapore"],
            id="deputy-and-minister",
        ),
    ],
)
def test_the_words_that_name_a_person(text: str, expected: list[str]) -> None:
    """No word of the phrase is left out, and none too many is in it."""
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Prime Minister's Office issued a statement.", id="office"),
        pytest.param("President Hotel is in Seoul.", id="a-hotel"),
        pytest.param("Talks on General Motors went on.", id="a-company"),
        pytest.param("Washington and London are capitals.", id="cities-that-are-names"),
        pytest.param("Christmas and New Year passed.", id="feasts"),
    ],
)
def test_what_names_nobody(text: str) -> None:
    """Capitals alone make no person with a name."""
    assert [member.name for member in page(text).cast if member.name] == []


def test_names_in_a_headline_are_those_of_the_text() -> None:
    """In a headline every word has a capital; only names that the text knows count."""
    text = "Lee And Takaichi Hold Summit In Nara\n\nPresident Lee Jae Myung met Prime Minister Sanae Takaichi."
    assert people(text) == ["Lee", "Takaichi", "President Lee Jae Myung", "Prime Minister Sanae Takaichi"]
