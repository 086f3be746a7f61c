"""`shuttle.views.pictures.lettering`: lines are no wider than their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shuttle.views.pictures.lettering import fitted, width_of, wrapped

WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=200)


@given(WORDS, st.integers(30, 400), st.integers(1, 6))
def test_no_line_is_wider_than_its_room(text: str, room: int, most: int) -> None:
    """Whatever the words, and there are at most so many lines."""
    lines = wrapped(text, room, 11, most)
    assert len(lines) <= most
    assert all(width_of(line, 11) <= room for line in lines)


@given(WORDS)
def test_what_fits_is_whole(text: str) -> None:
    """Nothing is lost where there is room."""
    assert "".join("".join(wrapped(text, 300, 11, 99)).split()) == "".join(text.split())
    assert fitted(text, width_of(text, 11), 11) == text


def test_what_does_not_fit_says_so() -> None:
    """A cut line ends in an ellipsis."""
    assert wrapped("agreed to expand cooperation on supply chains", 100, 11, 2)[-1].endswith("…")
