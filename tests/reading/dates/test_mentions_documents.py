"""`shuttle.reading.dates` on whole documents: the founding example, and texts cut in unkind places."""

from pathlib import Path

import pytest

from shuttle.reading.dates import find_clock, find_dates, resolve_again
from shuttle.reading.sentences import split_sentences

NARA = """President Lee held a Summit Meeting in Nara Prefecture, Japan, on January 13-14 and agreed to cooperate.

This follows a visit to Japan last August. Director Wi stated in a briefing in Seoul on January 14, "The two leaders \
held a meeting for approximately 100 minutes starting at 2:00 PM yesterday (Jan. 13), followed by a dinner."

Director Wi added, "This morning, the two leaders visited a temple that dates back 1500 year."

The summit took place less than three months after she visited Korea in October of last year. The two later met on the \
sidelines of the G20 Summit in November."""

EXPECTED = [
    ("January 13-14", "2026-01-13", "2026-01-14"),
    ("last August", "2025-08", None),
    ("January 14", "2026-01-14", None),
    ("yesterday (Jan. 13)", "2026-01-13", None),
    ("This morning", "2026-01-14", None),
    ("less than three months after", None, None),
    ("October of last year", "2025-10", None),
    ("November", "2025-11", None),
]


@pytest.mark.parametrize("reference", ["2026-01-14", "2026-01-16", "2026-01"])
def test_the_nara_summit_is_dated_whatever_the_day_of_the_article(reference: str) -> None:
    """The day of the briefing, not of the article, is what "yesterday" counts from."""
    sentences = split_sentences(NARA)
    mentions = find_dates(NARA, sentences, reference)
    assert [(NARA[m.start : m.end], m.value, m.end_value) for m in mentions] == EXPECTED
    assert resolve_again(find_dates(NARA, sentences, None), NARA, sentences, reference) == mentions


def test_the_nara_summit_s_session_has_its_hour_and_its_length() -> None:
    """The session began at 2 pm and took 100 minutes; "1500 year" is neither."""
    times, lengths = find_clock(NARA)
    assert [time.value for time in times] == ["14:00"]
    assert [length.minutes for length in lengths] == [100]


def test_a_line_break_inside_a_date_hides_nothing() -> None:
    """A wrapped line may break inside a date."""
    text = "The leaders met on January\n13, 2026, and agreed."
    (mention,) = find_dates(text, split_sentences(text), None)
    assert mention.value == "2026-01-13"


def test_two_lines_of_a_page_are_not_one_date() -> None:
    """A weekday that ends a headline does not belong to the date below it."""
    text = "Markets to stay closed until Friday\nSeptember 18, 2008\n\nThe minister spoke."
    assert [m.value for m in find_dates(text, split_sentences(text), "2008-09-18")] == ["2008-09-19", "2008-09-18"]


def test_a_text_without_sentences_is_read_as_one() -> None:
    """Nothing is needed of the sentences but their places."""
    assert [m.value for m in find_dates("on 2 July 2024", (), None)] == ["2024-07-02"]


SHARED = Path(__file__).parents[4] / "shared" / "documents" / "nara-summit.txt"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the project's shared documents beside the clone")
def test_the_founding_document_itself() -> None:
    """The founding example reads as its excerpt does."""
    text = SHARED.read_text(encoding="utf-8")
    mentions = find_dates(text, split_sentences(text), "2026-01-14")
    assert [(text[m.start : m.end], m.value, m.end_value) for m in mentions] == EXPECTED
