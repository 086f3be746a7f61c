"""`shuttle.ledger.search_words`: one form for words, questions without commands, marks that stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.errors import SearchError
from shuttle.ledger.search_index import _vector
from shuttle.ledger.search_words import best_snippet, fold, matches, score, terms_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Lee Jae-myung", ["lee", "jae", "myung"], id="hyphen"),
        pytest.param("kimch'aek", ["kimch", "aek"], id="apostrophe"),
        pytest.param("U.S. and 3.5 km", ["u", "s", "and", "3", "5", "km"], id="points"),
        pytest.param("snake_case", ["snake", "case"], id="underscore"),
        pytest.param("İstanbul ILGIN ılık", ["istanbul", "ilgin", "ilik"], id="turkish-i"),
        pytest.param("北京で会談", ["北", "京", "で", "会", "談"], id="han-and-kana"),
        pytest.param("정상회담 Ελλάδα Москва", ["정상회담".encode().decode(), "ελλαδα", "москва"], id="scripts"),
        pytest.param("e\u0301lan ½ ﬁne", ["elan", "12", "fine"], id="compatibility"),
        pytest.param("…—!", [], id="none"),
    ],
)
def test_words_are_letters_and_digits(text: str, words: list[str]) -> None:
    """Everything but letters and digits divides words; case and accents go."""
    assert [word.folded for word in words_of(text)] == [fold(word) for word in words]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    """Spans are in order and apart, and what a database gets is letters and digits."""
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end
        assert fold(text[word.start : word.end]) == word.folded
        assert word.folded.isalnum()
        assert len(word.folded) <= 100
        end = word.end


@given(st.text())
def test_any_question_is_words_or_refused(query: str) -> None:
    """A question gives terms of letters and digits, or is refused; it never fails otherwise."""
    try:
        terms = terms_of(query)
    except SearchError:
        return
    assert all(word.isalnum() for term in terms for word in term)


@given(st.text(alphabet="ab -é.\n", max_size=400), st.lists(st.sampled_from(["a", "b", "ab", "é"]), min_size=1))
def test_marks_stand_in_the_snippet_and_the_snippet_in_the_text(text: str, query: list[str]) -> None:
    """A snippet is a slice of its text; marks are in order, apart, within it, and are words asked for."""
    terms = terms_of(" ".join(query))
    words = list(words_of(text))
    found = matches(words, terms)
    snippet = best_snippet(text, found)
    assert snippet.text in text
    end = 0
    for start, stop in snippet.marks:
        assert end <= start < stop <= len(snippet.text)
        assert (fold(snippet.text[start:stop]),) in terms
        end = stop
    assert bool(snippet.marks) == any(found)
    assert (score(found, len(words)) > 0) == all(found)


def test_a_snippet_shows_where_most_words_stand_together() -> None:
    """Of several places the one with most of the words is shown."""
    text = "Nara is old. " + "x " * 300 + "In Nara they spoke of supply chains. " + "y " * 300
    snippet = best_snippet(text, matches(list(words_of(text)), terms_of("nara supply")))
    assert "Nara they spoke of supply chains" in snippet.text
    assert len(snippet.text) <= 240


def test_a_vector_holds_no_more_than_postgresql_can() -> None:
    """Places beyond the last are left out, and the vector says so."""
    assert _vector(["a", "b", "a"]) == ("'a':1,3 'b':2", False)
    long, partly = _vector(["a"] * 300 + [f"w{number}" for number in range(20_000)])
    assert partly
    assert long.count(",") == 255
    assert "'w19999'" in long
    cut, partly = _vector(f"{number:060x}" for number in range(20_000))
    assert partly
    assert len(cut) < 1_048_575
