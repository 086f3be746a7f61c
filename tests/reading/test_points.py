"""`shuttle.reading.points`: what is told of a meeting, clause by clause, and how firmly."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.factory import read

from shuttle.reading.sentences import split_sentences
from shuttle.records.findings import Point

MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on January 13, 2026."
BOTH, KOREA, JAPAN = ("KOR", "JPN"), ("KOR",), ("JPN",)


def points(text: str) -> tuple[Point, ...]:
    """Return the points of ``text`` after a sentence that says who met."""
    found = read(f"{MET}\n\n{text}").points
    assert found[0].evidence[0].quote == MET
    return found[1:]


@pytest.mark.parametrize(
    ("text", "grade", "act", "by"),
    [
        pytest.param("The two leaders agreed to expand trade.", "agreed", "agreed to", BOTH, id="agreed"),
        pytest.param("They concurred on continuing it.", "agreed", "concurred on", BOTH, id="concurred"),
        pytest.param("The leaders decided to raise the relationship.", "agreed", "decided to", BOTH, id="decided"),
        pytest.param(
            "The two leaders agreed to open consultations between the authorities.",
            "decided to consult", "agreed to", BOTH, id="agreed-to-consult",
        ),
        pytest.param("The leaders agreed to stay in close touch.", "decided to consult", "agreed to", BOTH, id="touch"),
        pytest.param(
            "The two leaders agreed to pursue DNA testing and to settle the details in working-level consultations.",
            "agreed", "agreed to", BOTH, id="consultations-by-the-way",
        ),
        pytest.param(
            "The two leaders agreed on the importance of coordination.", "shared the view", "agreed on", BOTH, id="view"
        ),
        pytest.param(
            "The leaders shared the view that ties matter.", "shared the view", "shared the view", BOTH, id="shared"
        ),
        pytest.param("The two leaders stressed trade.", "shared the view", "stressed", BOTH, id="both-stress"),
        pytest.param("President Lee stressed the role of trade.", "explained", "stressed", KOREA, id="one-stresses"),
        pytest.param(
            "President Lee reaffirmed with the Prime Minister the will to end it.",
            "shared the view", "reaffirmed with", BOTH, id="one-with-the-other",
        ),
        pytest.param("Prime Minister Takaichi welcomed the progress.", "welcomed", "welcomed", JAPAN, id="welcomed"),
        pytest.param("The Prime Minister was glad that it went on.", "welcomed", "was glad that", JAPAN, id="was-glad"),
        pytest.param("The two leaders discussed North Korea.", "discussed", "discussed", BOTH, id="discussed"),
        pytest.param("The situation in Ukraine was discussed.", "discussed", "discussed", BOTH, id="passive"),
        pytest.param("The President proposed more school trips.", "explained", "proposed", KOREA, id="proposed"),
        pytest.param(
            "The Korean side listened to an explanation by the Japanese side.", "listened", "listened to", KOREA,
            id="listened",
        ),
        pytest.param("The two sides will expand youth exchanges.", "agreed", "will expand", BOTH, id="both-will"),
        pytest.param(
            "The two sides will keep discussing it.", "decided to consult", "will keep discussing", BOTH, id="will-talk"
        ),
        pytest.param("The two leaders will visit Horyuji Temple.", None, None, (), id="programme"),
        pytest.param("If the two sides will agree, trade can grow.", None, None, (), id="conditional"),
        pytest.param("It is unclear whether the two leaders agreed.", None, None, (), id="whether"),
        pytest.param("The body was launched as agreed in August.", None, None, (), id="as-agreed"),
        pytest.param("Further talks and a dinner followed.", None, None, (), id="plain"),
    ],
)  # fmt: skip
def test_a_clause_has_the_grade_of_its_firmest_act(
    text: str, grade: str | None, act: str | None, by: tuple[str, ...]
) -> None:
    """Who acts decides: what both do is firmer than what one does, and a plan or condition is no act."""
    (point,) = points(text)
    assert (point.grade, point.act, point.denied) == (grade, act, False)
    assert set(point.by) == set(by)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        pytest.param("Dokdo was not discussed.", "discussed", id="was-not"),
        pytest.param("The two leaders did not agree on fisheries.", "agreed", id="did-not"),
        pytest.param("Prime Minister Takaichi did not mention China.", "explained", id="did-not-mention"),
        pytest.param("Historical issues did not come up.", "discussed", id="did-not-come-up"),
        pytest.param("The leaders never discussed tariffs.", "discussed", id="never"),
    ],
)
def test_what_was_not_done_is_denied(text: str, grade: str) -> None:
    """ "Did not agree" never becomes "agreed": the point says that it is denied, and what."""
    (point,) = points(text)
    assert (point.denied, point.grade) == (True, grade)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        pytest.param(
            "The two leaders welcomed the progress in trade and agreed to expand it.",
            [("welcomed", "The two leaders welcomed the progress in trade"), ("agreed", "agreed to expand it.")],
            id="and",
        ),
        pytest.param(
            "Takaichi thanked Lee for his support, and the two leaders concurred on deepening ties.",
            [
                ("welcomed", "Takaichi thanked Lee for his support"),
                ("agreed", "the two leaders concurred on deepening ties."),
            ],
            id="another-subject",
        ),
        pytest.param(
            "President Lee and Prime Minister Takaichi agreed to expand trade.",
            [("agreed", "President Lee and Prime Minister Takaichi agreed to expand trade.")],
            id="not-between-two-who-act",
        ),
        pytest.param(
            "President Lee spoke with the Prime Minister and invited her to Andong.",
            [(None, "President Lee spoke with the Prime Minister"), ("explained", "invited her to Andong.")],
            id="behind-a-plain-verb",
        ),
    ],
)
def test_a_sentence_is_cut_where_another_act_begins(text: str, clauses: list[tuple[str | None, str]]) -> None:
    """Each clause stands with its own act, and no word is lost but the conjunction."""
    assert [(point.grade, point.evidence[0].quote) for point in points(text)] == clauses


def test_words_that_open_a_sentence_go_for_all_its_clauses() -> None:
    """ "Turning to Ukraine" is what the second clause is about, too."""
    first, second = points("Turning to Ukraine, the leaders discussed the truce and agreed to stay in contact.")
    assert [item.quote for item in second.evidence if item.field == "opening"] == ["Turning to Ukraine"]
    assert "Ukraine" in second.areas
    assert first.evidence[0].quote.startswith("Turning to Ukraine")


def test_the_name_of_a_ministry_is_no_topic() -> None:
    """Whoever talks about fish with the Ministry of Trade does not talk about trade."""
    (point,) = points("They agreed that the Ministry of Trade, Industry and Energy will look into fisheries.")
    assert "trade" not in point.areas
    assert "energy" not in point.areas


def test_a_document_on_no_meeting_has_no_points() -> None:
    """There is nothing that its sentences could be said of."""
    assert read("Japan adopted a plan on hydrogen. It welcomed the progress.").points == ()


_BITS = st.sampled_from(
    [
        "The two leaders agreed to expand trade and welcomed the truce",
        "President Lee did not mention China",
        "Turning to Ukraine, they discussed energy",
        "a dinner followed",
        "and",
        ";",
        "“frank”",
        "1.",
        "The Prime Minister said that she would visit Seoul if the talks went on",
        "neither agreed nor",
        "\n\n",
    ]
)


@given(st.lists(_BITS, max_size=8))
@settings(max_examples=40, deadline=None)
def test_points_stand_in_the_text_in_order_and_leave_no_words_out(bits: list[str]) -> None:
    """Every quotation is the text's; clauses do not overlap; what lies between them is no more than a conjunction."""
    text = f"{MET}\n\n{' '.join(bits)}."
    reading = read(text)
    assert all(item.stands_in(text) for point in reading.points for item in point.evidence)
    spans = [(point.evidence[0].start, point.evidence[0].end) for point in reading.points]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    dropped = len(re.sub(r"\W", "", text)) - len(re.sub(r"\W", "", covered))
    headlines = sum(
        len(re.sub(r"\W", "", text[one.start : one.end]))
        for one in split_sentences(text)
        if not any(one.start < end and start < one.end for start, end in spans)
    )
    assert dropped - headlines <= 5 * len(spans)
