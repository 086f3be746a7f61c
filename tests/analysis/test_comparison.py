"""`shuttle.analysis.comparison`: what each side says of a topic, in which way they differ, and what is left out."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.comparing import account, compared, kept, row_with

from shuttle.analysis.comparison import Comparison, compare


@pytest.mark.parametrize(
    ("korea", "japan", "way", "firmest"),
    [
        pytest.param(
            "The two leaders agreed to pursue DNA testing of remains from the Chosei coal mine.",
            "Prime Minister Takaichi welcomed the coordination on DNA analysis of remains at the Chosei coal mine.",
            "strength", ("KOR",), id="agreed-against-welcomed",
        ),
        pytest.param(
            "The two leaders agreed to expand cooperation in hydrogen.",
            "The two leaders concurred on widening cooperation in hydrogen.",
            "same", (), id="agreed-and-concurred",
        ),
        pytest.param(
            "The two leaders discussed hydrogen.", "The two leaders shared the view that hydrogen is important.",
            "strength", ("JPN",), id="discussed-against-shared",
        ),
        pytest.param(
            "The Korean side listened to an explanation on seafood.",
            "Prime Minister Takaichi explained the seafood checks.",
            "strength", ("JPN",), id="listened-against-explained",
        ),
        pytest.param(
            "The two leaders did not agree on the seafood ban.", "The two leaders agreed to lift the seafood ban.",
            "contradiction", (), id="denied-against-agreed",
        ),
        pytest.param(
            "The two leaders did not agree on the seafood ban.", "The two leaders discussed the seafood ban.",
            "same", (), id="not-agreed-but-discussed",
        ),
        pytest.param(
            "Dokdo was not discussed.", "Prime Minister Takaichi stated the position of Japan on Takeshima.",
            "contradiction", (), id="not-discussed-against-stated",
        ),
        pytest.param(
            "The seafood ban was not discussed.", "The seafood ban was not discussed.", "same", (), id="both-deny",
        ),
        pytest.param(
            "The two leaders agreed to invite 900 students to Nara for hydrogen courses.",
            "The two leaders agreed to invite 1,200 students for hydrogen courses.",
            "fact", (), id="other-numbers",
        ),
        pytest.param(
            "The two leaders will visit Horyuji temple.", "The two leaders visited Horyuji temple.",
            "same", (), id="no-act-of-speech",
        ),
    ],
)  # fmt: skip
def test_a_row_says_in_which_way_the_sides_differ(korea: str, japan: str, way: str, firmest: tuple[str, ...]) -> None:
    """Strength is compared by grade, and what is denied contradicts only what is as firm."""
    row = row_with(compared(account("KOR", korea), account("JPN", japan)), korea.split(" of ")[0][:40])
    assert all(row.cells.values()), row
    assert (row.way, row.firmest) == (way, firmest)
    assert row.shared


def test_what_only_one_side_mentions_is_its_own_row() -> None:
    """The other cell is empty, and whose it is can be asked."""
    comparison = compared(
        account("KOR", "Korea reaffirmed its intention to join the CPTPP."),
        account("JPN", "Prime Minister Takaichi raised the abductions issue."),
    )
    assert row_with(comparison, "CPTPP").mentioned_by == ("KOR",)
    assert row_with(comparison, "abductions").mentioned_by == ("JPN",)
    assert {row.way for row in comparison.topics} == {"only"}


def test_of_a_list_what_the_other_side_leaves_out_is_a_row_of_its_own() -> None:
    """Both speak of Ukraine; that energy is named by one alone is an omission, and is shown."""
    comparison = compared(
        account("KOR", "The two leaders agreed to support Ukraine, and to secure affordable energy."),
        account("JPN", "The two leaders discussed the situation in Ukraine."),
    )
    rows = [row for row in comparison.topics if row.way == "only"]
    assert [(row.topic, row.mentioned_by) for row in rows] == [("energy", ("KOR",))]
    assert row_with(comparison, "situation in Ukraine").way == "strength"


@pytest.mark.parametrize(
    ("korea", "japan"),
    [
        pytest.param(
            "Further talks and a dinner followed.", "The Prime Minister hosted a dinner.", id="a-short-clause"
        ),
        pytest.param(
            "The leaders agreed to stay in close touch.",
            "The leaders looked forward to meeting again.",
            id="further-contact",
        ),
        pytest.param(
            "The two leaders reaffirmed the strength of the relationship.",
            "The two leaders shared the view that relations between the two countries are important.",
            id="the-relationship",
        ),
        pytest.param(
            "They agreed to launch a consultative body. It will deal with aging and agriculture.",
            "Both countries face aging and problems of agriculture. The two concurred on launching a framework.",
            id="by-the-neighbour-in-the-paragraph",
        ),
        pytest.param(
            "In the denuclearization of the Korean Peninsula both leaders see a common aim.",
            "The two leaders will work for the denuclearization of North Korea.",
            id="a-long-word",
        ),
    ],
)
def test_what_is_mentioned_in_other_words_is_not_called_left_out(korea: str, japan: str) -> None:
    """The worst fault of a comparison is a false "not mentioned"."""
    comparison = compared(account("KOR", korea), account("JPN", japan))
    assert [row.topic for row in comparison.topics if row.way == "only"] == []


def test_what_comes_nearest_is_shown_beside_not_mentioned() -> None:
    """Whoever doubts that a topic is left out sees the words that are nearest, and why."""
    comparison = compared(
        account("KOR", "The two leaders agreed to train 40 nurses for rural hospitals in remote provinces."),
        account("JPN", "The two leaders discussed rural airports, ferries, timetables, harbours and railways."),
    )
    near = row_with(comparison, "nurses").nearest["JPN"]
    assert near.shared == ("rural",)
    assert "airports" in near.quote.evidence.quote


def test_the_press_joins_rows_and_adds_its_own() -> None:
    """Third accounts never fill a side's cell."""
    comparison = compared(
        account("KOR", "The two leaders agreed to expand cooperation in hydrogen."),
        account("JPN", "The two leaders concurred on cooperation in hydrogen."),
        account(None, "The two leaders agreed on hydrogen. President Lee stressed the role of China. A band played."),
    )
    assert [quote.evidence.quote for quote in row_with(comparison, "hydrogen").others] == [
        "The two leaders agreed on hydrogen."
    ]
    others = [row for row in comparison.topics if row.way == "others"]
    assert [[quote.evidence.quote for quote in row.others] for row in others] == [
        ["President Lee stressed the role of China."]
    ]
    assert all(cell is None for row in others for cell in row.cells.values())


def test_with_one_side_alone_nothing_is_called_left_out() -> None:
    """Who published nothing has no column; who did has its words."""
    comparison = compared(account("KOR", "Korea reaffirmed its intention to join the CPTPP."))
    assert (comparison.sides, comparison.silent) == (("KOR",), ("JPN",))
    assert all(set(row.cells) == {"KOR"} for row in comparison.topics)


def test_an_account_from_before_the_meeting_is_passed_over() -> None:
    """A preview tells what was planned, not what was said."""
    preview = account("KOR", "The two leaders are expected to discuss the CPTPP.", published="2026-01-09")
    after = account("JPN", "Prime Minister Takaichi raised the abductions issue.")
    comparison = compared(preview, after)
    assert "KOR" not in comparison.sides or all(
        quote.document_id != preview.id for row in comparison.topics for quote in row.cells["KOR"] or ()
    )


def test_facts_that_differ_stand_first() -> None:
    """Length, count, place: each side's value with its claim."""
    comparison = compared(
        account("KOR", "The meeting lasted 100 minutes. It was their third meeting."),
        account("JPN", "The meeting lasted 90 minutes. It was their second meeting."),
    )
    facts = {row.field: row for row in comparison.facts}
    assert [row.field for row in comparison.facts if row.way == "fact"] == ["duration_minutes", "ordinal"]
    cells = facts["duration_minutes"].cells
    assert {side: cell.values for side, cell in cells.items() if cell} == {"KOR": (100,), "JPN": (90,)}
    assert facts["place"].way == "same"


_SENTENCES = st.lists(
    st.sampled_from(
        [
            "The two leaders agreed to expand cooperation in hydrogen and AI.",
            "Prime Minister Takaichi welcomed the DNA analysis at the Chosei coal mine.",
            "The two leaders discussed Ukraine, trade and energy.",
            "Dokdo was not discussed.",
            "President Lee proposed more school trips. He said that they matter.",
            "The two leaders concurred on shuttle diplomacy. They agreed on continuing it.",
            "Turning to China, the leaders stressed dialogue and agreed to stay in touch.",
            "They agreed to train 40 nurses.",
            "They agreed to train 60 nurses.",
            "A dinner followed.",
        ]
    ),
    min_size=1,
    max_size=5,
    unique=True,
)


def _told(comparison: Comparison, *, mirrored: bool = False) -> list[str]:
    """Return the rows in words that do not depend on the order of sides or rows."""
    swap = {"KOR": "JPN", "JPN": "KOR"} if mirrored else {"KOR": "KOR", "JPN": "JPN"}
    told = []
    for row in comparison.topics:
        cells = {swap[side]: [q.evidence.quote for q in cell] if cell else [] for side, cell in row.cells.items()}
        figures = [(unit, {swap[side]: number for side, number in given.items()}) for unit, given in row.figures]
        firmest = sorted(swap[side] for side in row.firmest)
        told.append(json.dumps([row.way, cells, firmest, figures], sort_keys=True))
    return sorted(told)


@given(_SENTENCES, _SENTENCES)
@settings(max_examples=25, deadline=None)
def test_every_quotation_is_the_documents_own_and_no_clause_is_lost(korea: list[str], japan: list[str]) -> None:
    """text[start:end] reads as the cell does, and each clause of a side stands in some row or is one of facts."""
    meeting, readings = kept([account("KOR", "\n\n".join(korea)), account("JPN", "\n\n".join(japan))])
    comparison = compare(meeting, readings)
    texts = {reading.document.id: reading.document.text for reading in readings}
    shown = set()
    for row in comparison.topics:
        for quote in itertools.chain(row.others, *(cell or () for cell in row.cells.values())):
            assert quote.evidence.stands_in(texts[quote.document_id])
            shown.add(quote.evidence)
        for side, cell in row.cells.items():
            sides = {reading.document.id: reading.document.side for reading in readings}
            assert all(sides[quote.document_id] == side for quote in cell or ())
    told = {point.evidence[0] for reading in readings for point in reading.points[1:]}
    assert told == shown - {reading.points[0].evidence[0] for reading in readings}


@given(_SENTENCES, _SENTENCES, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_documents_changes_nothing(korea: list[str], japan: list[str], random: object) -> None:
    """A comparison is of what is said, not of what came first."""
    meeting, readings = kept([account("KOR", "\n\n".join(korea)), account("JPN", "\n\n".join(japan))])
    assert compare(meeting, readings) == compare(meeting, list(reversed(readings)))


@given(_SENTENCES, _SENTENCES)
@settings(max_examples=25, deadline=None)
def test_sides_that_change_places_change_columns_only(korea: list[str], japan: list[str]) -> None:
    """What Korea says firmly in one is what Japan says firmly in the other."""
    one = compared(account("KOR", "\n\n".join(korea)), account("JPN", "\n\n".join(japan)))
    other = compared(account("KOR", "\n\n".join(japan)), account("JPN", "\n\n".join(korea)))
    assert _told(one) == _told(other, mirrored=True)
