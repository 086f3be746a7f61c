"""`shuttle.reading.folding`: one code point for one code point, so that no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.reading.folding import fold, lower


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Erdoğan", "Erdogan", id="accent"),
        pytest.param("Łódź, Đà Nẵng, Ørsted", "Lodz, Da Nang, Orsted", id="letters-with-strokes"),
        pytest.param("Diyarbakır", "Diyarbakir", id="dotless-i"),
        pytest.param("the leaders’ talks", "the leaders' talks", id="apostrophe"),
        pytest.param("“we agree”", '"we agree"', id="quotation-marks"),
        pytest.param("«мы»", '"мы"', id="guillemets"),
        pytest.param("12–14 May", "12-14 May", id="en-dash"),
        pytest.param("Prime\nMinister", "Prime Minister", id="line-break"),
        pytest.param("100\u00a0minutes\u3000long", "100 minutes long", id="wide-blanks"),
        pytest.param("Taka\u200bichi", "Taka ichi", id="zero-width"),
        pytest.param("\ue000 met \uf8ff", "? met ?", id="private-use"),
        pytest.param("習近平 met", "習近平 met", id="other-scripts-stay"),
    ],
)
def test_what_reads_the_same_folds_to_the_same(text: str, folded: str) -> None:
    """Accents, quotation marks, hyphens and blanks have one form each."""
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    """Folded and in lower case, a text has as many code points as before."""
    assert len(fold(text)) == len(text)
    assert len(lower(fold(text))) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)
    assert lower(lower(fold(text))) == lower(fold(text))


@given(st.text(st.characters(min_codepoint=0xE000, max_codepoint=0xF8FF)))
def test_no_text_can_forge_a_sign(text: str) -> None:
    """No code point of the private use area, where skeletons have their signs, survives."""
    assert not any("\ue000" <= character <= "\uf8ff" for character in fold(text))


@pytest.mark.parametrize("text", ["İstanbul", "DŽ", "ẞ", "ΌΣΟΣ"])
def test_lower_case_that_would_grow_does_not(text: str) -> None:
    """Letters whose lower case is longer than one code point stay as they are."""
    assert len(lower(text)) == len(text)
