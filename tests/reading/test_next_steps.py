"""`shuttle.reading.next_steps`: what is to happen next, and by whom."""

from __future__ import annotations

import pytest
from tests.reading.factory import read

MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday.\n\n"
BOTH = ("KOR", "JPN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The two sides will hold working-level consultations in February.",
            [("consultation", BOTH, "2026-02")],
            id="hold-consultations",
        ),
        pytest.param(
            "Working-level consultations will follow in February.",
            [("consultation", BOTH, "2026-02")],
            id="consultations-will-follow",
        ),
        pytest.param(
            "Details will be settled through consultations.", [("consultation", BOTH, None)], id="through-consultations"
        ),
        pytest.param(
            "Lee invited Takaichi to visit Andong next year.", [("invitation", ("KOR", "JPN"), "2027")], id="invited"
        ),
        pytest.param("Takaichi accepted the invitation.", [("invitation", ("JPN",), None)], id="accepted"),
        pytest.param(
            "The two countries will sign an agreement on hydrogen in March.", [("signing", BOTH, "2026-03")], id="sign"
        ),
        pytest.param("They agreed to meet again in May.", [("meeting", BOTH, "2026-05")], id="meet-again"),
        pytest.param("The two sides will review progress every six months.", [("review", BOTH, None)], id="review"),
        pytest.param("The ministers will visit Seoul in April.", [("visit", BOTH, "2026-04")], id="visit"),
        pytest.param(
            "Takaichi looks forward to visiting Seoul in spring.",
            [("visit", ("JPN",), None)],
            id="looks-forward-to-visiting",
        ),
        pytest.param(
            "The Joint Committee will be convened in Tokyo in May.",
            [("meeting", BOTH, "2026-05")],
            id="will-be-convened",
        ),
        pytest.param(
            "Lee's next visit to Tokyo is being arranged for autumn.",
            [("visit", ("KOR",), None)],
            id="is-being-arranged",
        ),
        pytest.param("The two sides will not hold consultations this year.", [], id="will-not"),
        pytest.param("Neither side will hold consultations this year.", [], id="neither"),
        pytest.param("They did not agree to meet again.", [], id="did-not-agree"),
        pytest.param("There are no plans to meet again.", [], id="no-plans"),
        pytest.param("They met and talked.", [], id="past"),
        pytest.param(
            "A spokesman told a press conference that Seoul hoped both sides would show restraint.",
            [],
            id="a-press-conference-is-no-step",
        ),
    ],
)
def test_what_is_to_happen(text: str, expected: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    """The kind of step, who takes it, and when."""
    assert [(one.kind, one.by, one.when) for one in read(MET + text).next_steps] == expected


def test_a_headline_is_no_step() -> None:
    """What a headline announces, the text says too."""
    assert read("Lee and Takaichi Will Meet Again Soon\n\nThe two leaders met.").next_steps == ()


def test_the_words_of_a_step_are_the_text_s() -> None:
    """The words stand in the text, between its sentence's ends."""
    reading = read(MET + "The two sides will review progress every six months, an official said.")
    assert all(one.text in reading.document.text for one in reading.next_steps)
