"""`shuttle.reading.sentences`: every word in one sentence, and a full stop is not always an end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.timing import growth

from shuttle.reading.sentences import split_sentences

WRAPPED = """The prime minister received the president at the guest house on
Tuesday, and the two of them talked for about an hour before their aides
were called in. A dinner followed. Both sides said afterwards that the
talks had been useful."""


def sentences(text: str) -> list[str]:
    """Return the words of each sentence, line breaks as blanks."""
    return [" ".join(text[s.start : s.end].split()) for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mr. Wood met Ms. Park. They spoke.", ["Mr. Wood met Ms. Park.", "They spoke."], id="courtesies"),
        pytest.param(
            "Gen. Prayut met Lt. Gen. Asim. Tea followed.",
            ["Gen. Prayut met Lt. Gen. Asim.", "Tea followed."],
            id="ranks",
        ),
        pytest.param("H.E. Dr. Kang Kyung-wha met him.", ["H.E. Dr. Kang Kyung-wha met him."], id="excellency"),
        pytest.param(
            "Ma. Theresa Lazaro met him. They spoke.", ["Ma. Theresa Lazaro met him.", "They spoke."], id="ma"
        ),
        pytest.param(
            "S. Jaishankar met J. D. Vance. They left.", ["S. Jaishankar met J. D. Vance.", "They left."], id="initials"
        ),
        pytest.param(
            "Talks began at 2 p.m. on Tuesday. They ended at 4 p.m. The leaders dined.",
            ["Talks began at 2 p.m. on Tuesday.", "They ended at 4 p.m.", "The leaders dined."],
            id="hours",
        ),
        pytest.param(
            "It was sent out at 10 a.m. ET Monday. It said little.",
            ["It was sent out at 10 a.m. ET Monday.", "It said little."],
            id="zone",
        ),
        pytest.param(
            "They met on Jan. 13. The next day he left.", ["They met on Jan. 13.", "The next day he left."], id="months"
        ),
        pytest.param(
            "The U.S. President met him. He left.", ["The U.S. President met him.", "He left."], id="us-before-a-title"
        ),
        pytest.param(
            "He arrived in the U.S. The visit was short.",
            ["He arrived in the U.S.", "The visit was short."],
            id="us-at-the-end",
        ),
        pytest.param(
            "They met in St. Petersburg. They left.", ["They met in St. Petersburg.", "They left."], id="saint"
        ),
        pytest.param("It took 1.5 hours. Lunch followed.", ["It took 1.5 hours.", "Lunch followed."], id="decimals"),
        pytest.param(
            "1. The two leaders met.\n2. They agreed to meet again.",
            ["1. The two leaders met.", "2. They agreed to meet again."],
            id="numbered",
        ),
        pytest.param(
            "- to agree on trade\n- to agree on visas", ["- to agree on trade", "- to agree on visas"], id="list"
        ),
        pytest.param("“We agree.” He left.", ["“We agree.”", "He left."], id="quotation-ends"),
        pytest.param(
            "“We agree,” he said. “We will go on.”",
            ["“We agree,” he said.", "“We will go on.”"],
            id="quotation-goes-on",
        ),
        pytest.param(
            "Who met? Lee met! Then he left.", ["Who met?", "Lee met!", "Then he left."], id="question-and-call"
        ),
        pytest.param(
            "Leaders Meet in Nara\n\nThe leaders met.", ["Leaders Meet in Nara", "The leaders met."], id="headline"
        ),
        pytest.param(
            "Leaders Meet in Nara\nThe leaders met.",
            ["Leaders Meet in Nara", "The leaders met."],
            id="headline-without-blank-line",
        ),
        pytest.param(
            WRAPPED,
            [
                "The prime minister received the president at the guest house on Tuesday, and the two of them "
                "talked for about an hour before their aides were called in.",
                "A dinner followed.",
                "Both sides said afterwards that the talks had been useful.",
            ],
            id="wrapped",
        ),
        pytest.param(
            "(1) They met. (2) They left.",
            ["(1) They met.", "(2) They left."],
            id="numbered-in-brackets",
            marks=pytest.mark.xfail(strict=False, reason="a bracket after a full stop is not taken for a start"),
        ),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\n\t ", [], id="blank"),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    """Titles, hours, initials and numbers end nothing; a paragraph ends everything."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("One. Two.\n\nThree.", [0, 0, 1], id="blank-line"),
        pytest.param("Head\nOne. Two.", [0, 1, 1], id="line"),
        pytest.param(WRAPPED, [0, 0, 0], id="wrapped"),
        pytest.param("One.\n \t\n\n\nTwo.", [0, 1], id="many-blank-lines"),
    ],
)
def test_paragraphs_are_counted(text: str, paragraphs: list[int]) -> None:
    """A blank line ends a paragraph; a line break does, unless the text is wrapped."""
    assert [sentence.paragraph for sentence in split_sentences(text)] == paragraphs


PIECES = [
    "Mr. ",
    "p.m. ",
    "The leaders met. ",
    "\n",
    "\n\n",
    "1. ",
    "”",
    "“",
    "? ",
    "U.S. ",
    "x",
    " ",
    "\t",
    "Jan. 13. ",
    "é",
    ".",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_every_character_stands_in_one_sentence(text: str) -> None:
    """Sentences are in order, do not overlap, hold words at both ends, and leave out nothing but white space."""
    end = 0
    for number, sentence in enumerate(split_sentences(text)):
        assert sentence.index == number
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip()
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        end = sentence.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("x", id="one-word"),
        pytest.param("Mr. ", id="titles"),
        pytest.param("a.m. ", id="hours"),
        pytest.param(". ", id="full-stops"),
        pytest.param("“", id="quotation-marks"),
        pytest.param("\n", id="line-breaks"),
        pytest.param("a\n", id="short-lines"),
        pytest.param("1. ", id="numbers"),
        pytest.param("word ", id="no-end"),
        pytest.param("U.S. The ", id="perhaps-an-end"),
        pytest.param("They met in Oslo. ", id="plain"),
        pytest.param("習", id="no-spaces"),
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    """Four times the text takes about four times as long; a quadratic rule would take sixteen."""
    assert growth(split_sentences, unit, 50_000) < 9
