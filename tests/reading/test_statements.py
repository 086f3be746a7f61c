"""`shuttle.reading.statements`: who said what, in their own words or as reported."""

from __future__ import annotations

import pytest
from tests.reading.factory import read

MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday.\n\n"

Said = tuple[str | None, bool, str]
LEE, TAKAICHI = "Lee Jae Myung", "Sanae Takaichi"


def statements(text: str) -> list[Said]:
    """Return speaker, whether quoted, and words of each statement behind a meeting of two leaders."""
    return [(one.speaker.name, one.quoted, one.text) for one in read(MET + text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            " Takaichi welcomed the plan, including the part of Minister Motegi. She called it bold.",
            [(TAKAICHI, False, "the plan, including the part of Minister Motegi"), (TAKAICHI, False, "it bold")],
            id="she-is-who-acted",
        ),
        pytest.param(" Japan supported the plan of its neighbour.", [], id="a-country-says-nothing-by-supporting"),
        # Their own words.
        pytest.param(
            '"We will carry this on," Takaichi said.', [(TAKAICHI, True, "We will carry this on,")], id="said-behind"
        ),
        pytest.param(
            '"We will carry this on," said Takaichi.',
            [(TAKAICHI, True, "We will carry this on,")],
            id="said-before-the-name",
        ),
        pytest.param(
            "“We will carry this on,” Takaichi said.", [(TAKAICHI, True, "We will carry this on,")], id="curly"
        ),
        pytest.param(
            'Takaichi said, "We will carry this on."', [(TAKAICHI, True, "We will carry this on.")], id="said-in-front"
        ),
        pytest.param(
            '"We will carry this on," Takaichi said, "and we will not stop there."',
            [(TAKAICHI, True, "We will carry this on,"), (TAKAICHI, True, "and we will not stop there.")],
            id="split",
        ),
        pytest.param(
            '"We will carry this on," Takaichi said. "We will not stop there." She added, "There is much to do."',
            [
                (TAKAICHI, True, "We will carry this on,"),
                (TAKAICHI, True, "We will not stop there."),
                (TAKAICHI, True, "There is much to do."),
            ],
            id="she-added",
        ),
        pytest.param(
            "“We are neighbours who cannot move away,” the prime minister said.",
            [(TAKAICHI, True, "We are neighbours who cannot move away,")],
            id="by-office",
        ),
        pytest.param(
            '"We will meet again soon," the Korean president told his host.',
            [(LEE, True, "We will meet again soon,")],
            id="told-his-host",
        ),
        pytest.param(
            '"We have come far. We have far to go," Lee said.',
            [(LEE, True, "We have come far."), (LEE, True, "We have far to go,")],
            id="two-sentences",
        ),
        # As reported.
        pytest.param(
            "Takaichi said that the talks were fruitful.", [(TAKAICHI, False, "the talks were fruitful")], id="that"
        ),
        pytest.param(
            "Lee told reporters that the talks were fruitful.",
            [(LEE, False, "the talks were fruitful")],
            id="told-reporters",
        ),
        pytest.param(
            "Lee told a briefing on Wednesday that the talks were fruitful.",
            [(LEE, False, "the talks were fruitful")],
            id="told-a-briefing",
        ),
        pytest.param(
            "The talks were fruitful, Lee said.", [(LEE, False, "The talks were fruitful")], id="said-at-the-end"
        ),
        pytest.param("He said the talks were fruitful.", [(LEE, False, "the talks were fruitful")], id="he"),
        pytest.param(
            "Lee explained his plan, and Takaichi responded that she would study it.",
            [(LEE, False, "his plan"), (TAKAICHI, False, "she would study it")],
            id="two-speakers",
        ),
        # Bodies.
        pytest.param(
            "The Japanese Foreign Ministry said the talks were fruitful.",
            [("Japanese Foreign Ministry", False, "the talks were fruitful")],
            id="ministry",
        ),
        pytest.param(
            "Seoul said it would study the offer.", [("Seoul", False, "it would study the offer")], id="capital"
        ),
        pytest.param(
            "According to the Kremlin, the call lasted an hour.",
            [("Kremlin", False, "the call lasted an hour")],
            id="according",
        ),
        pytest.param(
            "The call lasted an hour, according to the Kremlin.",
            [("Kremlin", False, "The call lasted an hour")],
            id="according-behind",
        ),
        # Nobody's.
        pytest.param("The two leaders said that the talks were fruitful.", [], id="a-group"),
        pytest.param("Lee did not say when he would travel.", [], id="did-not-say"),
        pytest.param("Lee is expected to say that the talks went well.", [], id="expected-to-say"),
        pytest.param('The "special relationship" was mentioned.', [], id="a-phrase-in-quotation-marks"),
        pytest.param('"History is a mirror," reads a sign at the temple.', [], id="a-sign"),
        pytest.param("Analysts said the summit was a success.", [], id="analysts"),
        pytest.param("Takaichi was welcomed by Lee at the airport.", [], id="was-welcomed"),
        pytest.param("Lee called Takaichi on Sunday.", [], id="called-by-telephone"),
        pytest.param("Seoul called off a visit by Takaichi.", [], id="called-off"),
    ],
)
def test_who_said_what(text: str, expected: list[Said]) -> None:
    """The speaker named beside the words; what a group says is nobody's statement."""
    assert statements(text) == expected


def test_a_speaker_has_office_and_country() -> None:
    """The speaker is resolved as everybody else is."""
    text = 'National Security Adviser Wi Sung-lac briefed reporters.\n\n"It was a turning point," Director Wi said.'
    found = read(text, side="KOR").statements[-1]
    assert (found.speaker.name, found.speaker.country) == ("Wi Sung-lac", "KOR")
    assert found.speaker.office == "National Security Adviser"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Wednesday Takaichi said that the talks were fruitful.", id="before"),
        pytest.param("Takaichi said on Wednesday that the talks were fruitful.", id="behind"),
        pytest.param("The talks were fruitful, Takaichi said on Wednesday.", id="at-the-end"),
    ],
)
def test_the_day_it_was_said(text: str) -> None:
    """A date beside the verb is the day of the statement."""
    assert [one.said_on for one in read(MET + text).statements] == ["2026-01-14"]


def test_the_day_of_what_is_said_is_not_the_day_it_was_said() -> None:
    """ "... will be held in March, the ministry said" was not said in March."""
    reading = read("The next round will be held in Hanoi in March, the Japanese Foreign Ministry said.")
    assert [one.said_on for one in reading.statements] == [None]


def test_a_quotation_across_paragraphs_stays_with_its_speaker() -> None:
    """The first speaker speaks on until another one is named."""
    text = MET + "“It went well,” Takaichi said.\n\n“There is much more to do,” she added."
    assert {one.speaker.name for one in read(text).statements} == {TAKAICHI}
