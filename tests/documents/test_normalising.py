"""`shuttle.documents.normalising`: a text has one form, and nothing invisible is in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.documents.markdown_text import strip_markdown
from shuttle.documents.normalising import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line-ends"),
        pytest.param("a\fb\x0bc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf", id="form-feeds-and-separators"),
        pytest.param("\ufeffNara", "Nara", id="byte-order-mark"),
        pytest.param("100\xa0minutes\u2009\u3000long", "100 minutes  long", id="typographic-spaces"),
        pytest.param("Ta\u200bkai\u2060chi\xad", "Takaichi", id="zero-width"),
        pytest.param("\u202egnirts\u202c \u2066x\u2069", "gnirts x", id="bidirectional-controls"),
        pytest.param("a\x00b\x1b[31mc\x7f\x9b", "ab[31mc", id="control-codes"),
        pytest.param("a\U000e0041\U000e0042b", "ab", id="tag-characters"),
        pytest.param("Cafe\u0301", "Café", id="composed"),
        pytest.param("e\u200d\u0301", "é", id="composed-across-what-was-dropped"),
        pytest.param("a  \nb\t\n\n c ", "a\nb\n\n c", id="trailing-blanks"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiners-that-spell"),
        pytest.param("Taka\u200cichi", "Takaichi", id="joiners-that-hide"),
        pytest.param("a\ud800b", "ab", id="half-a-character"),
        pytest.param(" \n\u200b \n", "", id="nothing-left"),
    ],
)
def test_text_has_one_form(text: str, expected: str) -> None:
    """Each way to write the same words comes out as one."""
    assert normalise(text) == expected


@given(st.text(st.characters()))
def test_normalising_twice_changes_nothing(text: str) -> None:
    """The form is stable: offsets into it stay true."""
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.characters()))
def test_what_is_kept_can_be_seen_and_written(text: str) -> None:
    """No control code, half character or mark of direction is left; the text is NFC and valid UTF-8."""
    result = normalise(text)
    assert not {unicodedata.category(character) for character in result if character != "\n"} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(result) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\u200b")
    assert result == unicodedata.normalize("NFC", result)
    result.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Nara\n\nThey met.", "Nara\n\nThey met."),
        ("They **met** in *Nara* and __agreed__.", "They met in Nara and agreed."),
        ("See [the readout](https://example.org/a).", "See the readout."),
        ("![photo](a.png)They met.", "They met."),
        ("> He said so.\n> Twice.", "He said so.\nTwice."),
        ("A\n\n---\n\nB", "A\n\n\n\nB"),
        ("one<!-- ignore\nme -->two <!-- open", "onetwo <!-- open"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (r"3\. not a list", "3. not a list"),
    ],
)
def test_markdown_loses_its_marks(text: str, expected: str) -> None:
    """What is left is what a reader of the rendered page sees."""
    assert strip_markdown(text) == expected


@pytest.mark.parametrize("piece", ["[", "<!--", "**a ", "![", "_a", "[a](", "# ", " ", "> "])
def test_hostile_markdown_costs_no_more_than_long_markdown(piece: str) -> None:
    """A million opening marks are read in the time of a million letters, not of their square."""
    strip_markdown(normalise(piece * 200_000 + "x"))
