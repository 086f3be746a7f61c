"""`shuttle.reading.skeleton`: a sentence shrunk to signs, and the way back."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.reading.folding import fold
from shuttle.reading.skeleton import ACTOR, KINDS, PERSON, PLACE, Skeleton, build_skeleton

TEXT = "President Lee met  Prime Minister Takaichi in Nara."


def example() -> Skeleton:
    """Return the skeleton of TEXT with its two people and its place."""
    return build_skeleton(TEXT, 0, len(TEXT), [(0, 13, "person"), (19, 42, "person"), (46, 50, "place")])


def test_mentions_become_signs_and_blanks_shrink() -> None:
    """Each mention is one sign of its kind; runs of blanks are one blank; other words stay."""
    assert re.fullmatch(rf"{PERSON} met {PERSON} in {PLACE}\.", example().shape)


def test_a_match_leads_back_to_its_words() -> None:
    """The span of a match is the span of the words it stands for."""
    skeleton = example()
    match = re.search(rf"met {ACTOR}", skeleton.shape)
    assert match
    start, end = skeleton.span(match.start(), match.end())
    assert TEXT[start:end] == "met  Prime Minister Takaichi"
    assert list(skeleton.signs()) == [0, 1, 2]
    assert list(skeleton.signs(match.start(), match.end())) == [1]


def test_a_skeleton_of_a_part_keeps_the_offsets_of_the_whole() -> None:
    """Offsets are the document's, not the sentence's."""
    skeleton = build_skeleton(TEXT, 14, len(TEXT), [(19, 42, "person")])
    position = skeleton.shape.index("in")
    assert TEXT[slice(*skeleton.span(position, position + 2))] == "in"


def test_more_mentions_than_signs_stay_words() -> None:
    """A sentence with more than 256 mentions of a kind loses none of its words."""
    text = "Oslo " * 300
    skeleton = build_skeleton(text, 0, len(text), [(5 * i, 5 * i + 4, "place") for i in range(300)])
    assert len(list(skeleton.signs())) == 256
    assert skeleton.shape.count("Oslo") == 44


@st.composite
def sketches(draw: st.DrawFn) -> tuple[str, int, int, list[tuple[int, int, str]]]:
    """Return a folded text, a passage of it, and mentions in order without overlap within it."""
    text = fold(draw(st.text(st.sampled_from("ab .,\n'\""), max_size=60) | st.text(max_size=60)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=12, unique=True))) if text else [0, 0]
    start, *inner, end = cuts if len(cuts) > 1 else [0, len(text)]
    spans = list(pairwise(inner))
    kinds = st.sampled_from(sorted(KINDS))
    return text, start, end, [(a, b, draw(kinds)) for a, b in spans if draw(st.booleans())]


@given(sketches())
def test_every_position_leads_back_to_the_text(sketch: tuple[str, int, int, list[tuple[int, int, str]]]) -> None:
    """Signs lead back to their mentions, plain characters to themselves, and order is kept."""
    text, start, end, mentions = sketch
    skeleton = build_skeleton(text, start, end, mentions)
    assert [mentions[index] for index in skeleton.signs()] == mentions
    before = start
    for position, character in enumerate(skeleton.shape):
        first, last = skeleton.span(position, position + 1)
        assert before <= first < last <= end
        before = last
        if character in skeleton.mentions:
            assert (first, last) == mentions[skeleton.mentions[character]][:2]
        else:
            assert text[first:last] == character


@given(sketches(), st.data())
def test_spans_of_spans_are_half_open(
    sketch: tuple[str, int, int, list[tuple[int, int, str]]], data: st.DataObject
) -> None:
    """[a, c) of a skeleton covers what [a, b) and [b, c) cover, with at most blanks between them."""
    text, start, end, mentions = sketch
    skeleton = build_skeleton(text, start, end, mentions)
    size = len(skeleton.shape)
    if size < 2:
        return
    middle = data.draw(st.integers(1, size - 1))
    left, right, whole = skeleton.span(0, middle), skeleton.span(middle, size), skeleton.span(0, size)
    assert (left[0], right[1]) == whole
    assert not text[left[1] : right[0]].strip()


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_do_not_share_signs(kind: str) -> None:
    """Each kind owns 256 code points of the private use area."""
    others = [base for name, base in KINDS.items() if name != kind]
    assert all(abs(KINDS[kind] - base) >= 256 for base in others)
    assert 0xE000 <= KINDS[kind] <= 0xF8FF - 255
