"""`shuttle.views.passages`: however marks overlap, the pieces are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shuttle.views.passages import Mark, marked, parts

_TEXTS = st.text(st.sampled_from("ab \n\u00e9\u202e"), max_size=60)
_SPANS = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8)


@given(_TEXTS, _SPANS)
def test_pieces_in_a_row_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    """Nothing is lost or doubled but the blank lines between paragraphs, and each piece stands where it says."""
    marks = [Mark(start, end, f"M{number}", "meeting") for number, (start, end) in enumerate(spans)]
    paragraphs = marked(text, marks)
    for paragraph in paragraphs:
        assert "".join(piece.text for piece in paragraph.pieces) == text[paragraph.start : paragraph.end]
        for piece in paragraph.pieces:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text
    shown = "".join(piece.text for paragraph in paragraphs for piece in paragraph.pieces)
    assert shown.split() == text.split() or "".join(shown.split()) == "".join(text.split())


@given(_TEXTS, _SPANS)
def test_a_piece_carries_exactly_the_marks_that_lie_on_it(text: str, spans: list[tuple[int, int]]) -> None:
    """All of a piece is in a mark, or none of it."""
    marks = [Mark(start, end, f"M{number}", "meeting") for number, (start, end) in enumerate(spans) if start < end]
    for paragraph in marked(text, marks):
        for piece in paragraph.pieces:
            places = range(piece.start, piece.start + len(piece.text))
            for mark in marks:
                inside = {mark.start <= place < mark.end for place in places}
                assert inside == {mark in piece.marks}


@given(_TEXTS, st.integers(1, 20))
def test_parts_in_a_row_are_the_text_and_none_is_long(text: str, most: int) -> None:
    """They follow from each other and none is longer than twice what was asked for."""
    spans = parts(text, most)
    assert "".join(text[start:end] for start, end in spans) == text
    # A blank line is not cut, however long it is.
    assert all(len(text[start:end].strip()) <= 2 * most for start, end in spans)
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]


def test_a_mark_begins_once() -> None:
    """What is cut by other marks is not begun anew."""
    (paragraph,) = marked("one two three", [Mark(0, 13, "M1", "meeting"), Mark(4, 7, "C1", "commitment")])
    assert [[mark.name for mark in piece.begins] for piece in paragraph.pieces] == [["M1"], ["C1"], []]
