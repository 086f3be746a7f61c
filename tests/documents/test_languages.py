"""`shuttle.documents.languages`: a language is told where it can be told, and else not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.documents.languages import language_code, recognise_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The two leaders held a meeting in Nara and agreed to expand cooperation in the region.", "en"),
        ("SEOUL, Jan. 14 (Yonhap) -- President Lee met with Prime Minister Takaichi for the third time in Nara.", "en"),
        ("이재명 대통령은 13일 일본 나라현에서 다카이치 총리와 정상회담을 했다.", "ko"),
        ("李在明大統領と高市総理は奈良県で首脳会談を行った。", "ja"),
        ("国家主席习近平在北京同韩国总统举行会谈。", "zh"),
        ("Президент провёл переговоры с премьер-министром Японии.", "ru"),
        ("Президент України зустрівся з прем'єр-міністром у Києві й обговорив її підтримку.", "uk"),
        ("عقد الرئيس لقاء مع رئيس الوزراء في الرياض", "ar"),
        ("Le président de la République a reçu le chancelier et les ministres dans la capitale.", "fr"),
        ("Der Bundeskanzler und der Präsident haben sich in Berlin für die Länder ausgesprochen.", "de"),
        ("El presidente se reunió con la primera ministra en la capital para hablar de las relaciones.", "es"),
        ("Nara summit", None),
        ("12345", None),
    ],
)  # fmt: skip
def test_language_is_told(text: str, code: str | None) -> None:
    """By script, else by small words; too little text tells nothing."""
    assert recognise_language(text) == code


@pytest.mark.parametrize(
    ("given_code", "code"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("English", "en"), ("ko-KR", "ko"), (" ja ", "ja")],
)
def test_a_given_language_is_reduced_to_its_code(given_code: str, code: str) -> None:
    """Regions and English names come down to two letters."""
    assert language_code(given_code) == code


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    """No text is an error here."""
    assert recognise_language(text) is None or len(recognise_language(text) or "") == 2
