"""Fast patterns match what slow ones would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.lexicons.formats import format_words
from shuttle.lexicons.meetings import meeting_nouns, meeting_verbs
from shuttle.lexicons.verbs import commitment_verbs, speech_verbs
from shuttle.reading.alternation import cue_words, one_of, words_of
from shuttle.reading.survey import Survey
from shuttle.reading.triage import names_a_state

words = st.lists(st.text(st.sampled_from("ab -"), min_size=1, max_size=5), max_size=8)


@given(words, st.text(st.sampled_from("ab -"), max_size=30))
def test_shared_beginnings_change_nothing(phrases: list[str], text: str) -> None:
    """A pattern made of words that begin alike matches the same passages as one that lists them, the longest first."""
    listed = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) or r"(?!)"
    assert [m.span() for m in re.finditer(one_of(phrases), text)] == [m.span() for m in re.finditer(listed, text)]


@pytest.mark.parametrize("lexicon", [meeting_verbs, meeting_nouns, commitment_verbs, speech_verbs, format_words])
def test_every_phrase_holds_a_cue(lexicon: object) -> None:
    """No phrase of a lexicon is passed over: the words of a sentence that holds it meet the cues."""
    phrases = list(lexicon())  # type: ignore[operator]
    cues = cue_words(phrases)
    assert phrases
    for phrase in phrases:
        assert not words_of(f"then they {phrase}, of course").isdisjoint(cues)


@pytest.mark.parametrize(
    ("text", "side", "named"),
    [
        pytest.param("The village repaired its old bridge.", None, False, id="nobody"),
        pytest.param("The president of the club resigned.", None, False, id="a title without a country"),
        pytest.param("The Prime Minister spoke of it.", "GBR", True, id="on a government's own page"),
        pytest.param("It rained in Japan.", None, True, id="a country"),
        pytest.param("French wine is good.", None, True, id="a people"),
        pytest.param("They gathered at the G20.", None, True, id="a forum"),
    ],
)
def test_a_text_without_a_state_is_passed_over(text: str, side: str | None, named: bool) -> None:
    """Nothing is read where nobody could act for a country."""
    assert names_a_state(Survey(text), side) is named
