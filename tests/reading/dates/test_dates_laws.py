"""`shuttle.reading.dates`: what holds for every text."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shuttle.reading.dates import find_clock, find_dateline, find_dates, resolve_again
from shuttle.reading.sentences import Sentence
from shuttle.records.dates import check_date

WORDS = [
    *re.findall(
        r"\S+",
        "the a in on by since until next last this same following early late of year month week day days today "
        "yesterday January Feb. March May may Sept. December Monday Tues. Sunday 1 2 13 31 0 99 2026 1965 2000 13th "
        "22nd 60th two few ago later before after earlier morning and to - – , . ; ( ) ' ’ “ ” : 10:30 p.m. am noon "
        "hour hours minutes half and-a-half an will met agreed said fiscal FY2026 2026-01-13 28/10/2025 30.2.2024 é 𝟛",
    ),
    *('"', "\n", "\n\n", "\u00a0", "\ue000"),
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)
REFERENCES = st.sampled_from([None, "2026-01-14", "2024-02-29", "2026-12", "2026", "0001-01-01", "9999-12-31"])


def whole(text: str) -> tuple[Sentence, ...]:
    """Return ``text`` as one sentence."""
    return (Sentence(0, len(text), 0, 0),)


@settings(max_examples=300, deadline=None)
@given(TEXTS, REFERENCES)
def test_every_mention_lies_in_its_text_in_order_and_holds_dates_that_exist(text: str, reference: str | None) -> None:
    """No text raises; spans are in order, hold words, and values are dates."""
    end = 0
    for mention in find_dates(text, whole(text), reference):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
        end = mention.end
        if mention.value is not None:
            check_date(mention.value)
        if mention.end_value is not None:
            check_date(mention.end_value)
            assert mention.value is not None
            assert mention.end_value > mention.value


@settings(max_examples=200, deadline=None)
@given(TEXTS, REFERENCES)
def test_resolving_again_is_reading_with_that_reference(text: str, reference: str | None) -> None:
    """Resolving again gives what reading with that reference gives."""
    sentences = whole(text)
    first = find_dates(text, sentences, None)
    assert resolve_again(first, text, sentences, reference) == find_dates(text, sentences, reference)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_times_and_lengths_lie_in_their_text(text: str) -> None:
    """No text raises; spans hold words, values are in range."""
    times, lengths = find_clock(text)
    spans = [(one.start, one.end) for one in times] + [(one.start, one.end) for one in lengths]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
    assert all("00:00" <= one.value <= "23:59" for one in times)
    assert all(0 < one.minutes < 24 * 60 for one in lengths)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_dateline_is_a_day_that_stands_in_the_text(text: str) -> None:
    """A dateline is a day, and stands in the text."""
    mention = find_dateline(text)
    if mention is not None:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.value is not None
        assert len(mention.value) == 10


@pytest.mark.parametrize(
    "unit",
    [
        "today ",
        "the ",
        "day ",
        "January ",
        "in May ",
        "2026-",
        "January 13, 14, ",
        "“today ",
        "on the 16th ",
        "agreed a a a to be ",
        "1:",
        "an hour and a half ",
        " ",
        "\n",
        "(",
        'He said on Monday, "We met today." ',
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    """No text makes reading slower than in proportion to its length."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            mentions = find_dates(text, whole(text), "2026-01-14")
            resolve_again(mentions, text, whole(text), "2026-01-13")
            find_clock(text)
            find_dateline(text)
            best = min(best, time.process_time() - began)
        return best

    # Four times the text: a quadratic rule would take sixteen times as long.
    assert seconds(16_000) < 9 * seconds(4_000) + 0.05
