"""`shuttle.reading.dates.find_clock`: times of day, and lengths of less than a day."""

import pytest

from shuttle.reading.dates import find_clock


@pytest.mark.parametrize(
    ("text", "value", "end_time"),
    [
        ("starting at 2:00 PM", "14:00", None),
        ("until 3:50 p.m.", "15:50", None),
        ("at 10 a.m. sharp", "10:00", None),
        ("from 2 pm", "14:00", None),
        ("at 9.30am", "09:30", None),
        ("at 12 a.m.", "00:00", None),
        ("at 12:15 p.m.", "12:15", None),
        ("at noon", "12:00", None),
        ("before midnight", "00:00", None),
        ("at 14:30 local time", "14:30", None),
        ("from 14:00-15:30", "14:00", "15:30"),
        ("from 10:07 to 10:40 a.m.", "10:07", "10:40"),
        ("from 11:30 to 1 p.m.", "11:30", "13:00"),
        ("2:00 PM to 3:50 p.m.", "14:00", "15:50"),
        ("from 2–4 pm", "14:00", "16:00"),
    ],
)
def test_a_time_of_day(text: str, value: str, end_time: str | None) -> None:
    """A time of day is of 24 hours; a range takes the half of the day from its end."""
    ((time,), lengths) = find_clock(text)
    assert (time.value, time.end_time, lengths) == (value, end_time, ())


@pytest.mark.parametrize(
    "text", ["won 3:2", "John 3:16", "in 1:30:00", "I am here", "$2.30 pm", "10:3", "25:10", "at 4%"]
)
def test_what_is_no_time_of_day(text: str) -> None:
    """Scores, verses and prices are no times of day."""
    assert find_clock(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "words", "minutes"),
    [
        ("for approximately 100 minutes", "100 minutes", 100),
        ("a 100-Minute Summit", "100-Minute", 100),
        ("about half an hour", "half an hour", 30),
        ("a half-hour call", "a half-hour", 30),
        ("an hour and a half", "an hour and a half", 90),
        ("one and a half hours", "one and a half hours", 90),
        ("two and a half hours", "two and a half hours", 150),
        ("a two-and-a-half-hour dinner", "two-and-a-half-hour", 150),
        ("a 90-minute talk", "90-minute", 90),
        ("one hour and 25 minutes", "one hour and 25 minutes", 85),
        ("1 hour 30 minutes", "1 hour 30 minutes", 90),
        ("more than two hours", "two hours", 120),
        ("nearly an hour", "an hour", 60),
        ("a three-hour session", "three-hour", 180),
        ("an hour-long call", "an hour-long", 60),
        ("for 1.5 hours", "1.5 hours", 90),
        ("seventy-five minutes", "seventy-five minutes", 75),
        ("three quarters of an hour", "three quarters of an hour", 45),
        ("went on for 33 minutes", "33 minutes", 33),
    ],
)
def test_a_length(text: str, words: str, minutes: int) -> None:
    """A length is its minutes, and its span leaves out what is said of it ("nearly")."""
    _, (length,) = find_clock(text)
    assert (text[length.start : length.end], length.minutes) == (words, minutes)


@pytest.mark.parametrize(
    "text",
    [
        "two days",
        "a 24-hour period",
        "for 48 hours",
        "two hours ago",
        "an hour later",
        "100 km an hour",
        "two hours from Tehran",
        "several hours",
        "the last minute",
        "rush hour",
        "minutes of the meeting",
    ],
)
def test_what_is_no_length(text: str) -> None:
    """A day or more is no length, nor is what says when, how fast or how far."""
    assert find_clock(text)[1] == ()


def test_two_lengths_beside_each_other_stay_two() -> None:
    """A comma does not add two lengths up."""
    assert [length.minutes for length in find_clock("talks of two and a half hours, 90-minute sessions")[1]] == [
        150,
        90,
    ]
