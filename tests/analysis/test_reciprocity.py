"""`shuttle.analysis.reciprocity`: state visits against state visits, home towns against home towns."""

from __future__ import annotations

import pytest
from tests.analysis.factory import journey, meeting
from tests.ledger.factory import LEE, NARA, TAKAICHI

from shuttle.analysis.counting import CountingRule, select
from shuttle.analysis.encounters import Encounter, encounters
from shuttle.analysis.reciprocity import HOME_TOWN, home_town_words, reciprocity

_RULE = CountingRule("visits", "office")


def test_visits_are_set_against_those_of_their_class() -> None:
    """Japan received two state visits and Korea none: the next is Korea's to give; working visits stand even."""
    told = (
        (LEE, "JPN", "2019-05-25", "state"),
        (LEE, "JPN", "2021-05-25", "state"),
        (LEE, "JPN", "2022-05-25", "working"),
        (TAKAICHI, "KOR", "2023-05-25", "working"),
        (TAKAICHI, "KOR", "2024-05-25", None),
    )
    visits = [journey(who, to, day, visit_class=kind) for who, to, day, kind in told]
    found = reciprocity(select(encounters((), visits), ("KOR", "JPN"), _RULE))
    assert [(kind.name, [len(some) for _, some in kind.received], kind.turn) for kind in found] == [
        ("state", [0, 2], "KOR"),
        ("working", [1, 1], "JPN"),
    ]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The two met in Nara, the Prime Minister's hometown, on Tuesday.", True),
        ("They saw a temple. She calls home the old capital of Nara.\nThey dined.", True),
        ("The two met in Nara.\nAndong is the President's hometown.", False),
        ("Nara is not the Prime Minister's hometown.", False),
        ("They met in Nara and spoke of home affairs.", False),
        ("", False),
    ],
)
def test_a_place_is_a_home_town_only_where_one_sentence_says_so(text: str, home: bool) -> None:
    """The place and the words in one sentence, not denied; the words stand at their offsets."""
    met = meeting(start="2026-01-13", place=NARA)
    found = home_town_words(Encounter((met,)), {met.document_ids[0]: text})
    assert bool(found) is home
    assert all(item.stands_in(text) for _, item in found)


def test_a_home_town_is_set_against_a_home_town_and_unknown_is_not_no() -> None:
    """Without the texts nothing is said of home towns at all."""
    met = meeting(start="2026-01-13", place=NARA)
    selection = select(encounters([met]), ("KOR", "JPN"), _RULE)
    texts = {met.document_ids[0]: "They met in Nara, her home town."}
    (kind,) = reciprocity(selection, texts)
    assert (kind.name, kind.turn, set(kind.words)) == (HOME_TOWN, "KOR", {met.id})
    assert reciprocity(selection) == ()
