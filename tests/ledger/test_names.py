"""`shuttle.ledger.names`: spelling, order and hyphens differ; who and what is meant does not."""

import pytest

from shuttle.ledger.names import letters, same_forum, same_office, same_person_name, same_place_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Lee Jae-myung", "Lee Jae Myung", True, id="hyphen"),
        pytest.param("KISHIDA Fumio", "Fumio Kishida", True, id="order"),
        pytest.param("Lee", "Lee Jae-myung", True, id="family-name-alone"),
        pytest.param("Volodymyr Zelenskyy", "Zelenskiy", True, id="romanisation"),
        pytest.param("Emmanuel Macron", "EMMANUEL MACRON", True, id="case"),
        pytest.param("Lula da Silva", "Luiz Inácio Lula da Silva", True, id="accents"),
        pytest.param(None, "Anybody", True, id="no-name-agrees"),
        pytest.param("Cho Tae-yul", "Kim Yong-hyun", False, id="two-ministers"),
        pytest.param("Yoon Suk Yeol", "Lee Jae-myung", False, id="two-presidents"),
    ],
)
def test_two_spellings_of_a_name_are_one_person(one: str | None, other: str | None, same: bool) -> None:
    """Names that share a part are one person's; two people's are not."""
    assert same_person_name(one, other) is same
    assert same_person_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Foreign Minister", "Minister of Foreign Affairs", True, id="word-order"),
        pytest.param("PM", "Prime Minister", True, id="short"),
        pytest.param("Minister", "Defense Minister", True, id="rank-only-agrees"),
        pytest.param("Foreign Minister", "Defense Minister", False, id="two-ministries"),
        pytest.param("Defence Minister", "Defense Minister", True, id="spelling"),
        pytest.param("President", "Prime Minister", False, id="two-offices"),
    ],
)
def test_two_titles_are_one_office(one: str, other: str, same: bool) -> None:
    """Word order and spelling do not make two offices; another ministry does."""
    assert same_office(one, other) is same
    assert same_office(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Nara", "Nara Prefecture", True, id="prefecture"),
        pytest.param("Busan", "the city of Busan", True, id="city-of"),
        pytest.param("presidential office, Seoul", "Seoul", True, id="house-in-city"),
        pytest.param("Nara", "Kyoto", False, id="two-cities"),
    ],
)
def test_two_place_names_agree(one: str, other: str, same: bool) -> None:
    """A city agrees with its prefecture and with a house in it, not with another city."""
    assert same_place_name(one, other) is same
    assert same_place_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("G20", "G20 Summit", True, id="summit"),
        pytest.param("APEC 2025", "APEC Economic Leaders' Meeting", True, id="year-and-full-name"),
        pytest.param("APEC summit", "G20 summit", False, id="two-forums"),
        pytest.param(None, "G20", True, id="none-agrees"),
    ],
)
def test_two_forum_names_agree(one: str | None, other: str, same: bool) -> None:
    """A forum is the same with or without year and kind of meeting."""
    assert same_forum(one, other) is same


def test_letters_do_not_depend_on_order_or_hyphens() -> None:
    """Letters do not depend on order or hyphens."""
    assert letters("Ishiba Shigeru") == letters("SHIGERU ISHIBA") != letters("Kishida Fumio")
