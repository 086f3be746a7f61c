"""`shuttle.documents.front_matter` and `publication_dates`: metadata is read strictly or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.documents.front_matter import split_front_matter
from shuttle.documents.publication_dates import read_date
from shuttle.documents.refusals import RefusedError
from shuttle.errors import RecordError


def test_known_keys_are_taken_and_others_left_out_of_the_text() -> None:
    """Keys of other programs disturb neither the metadata nor the text."""
    metadata, text = split_front_matter(
        '---\ntitle: "Summit: in Nara"\nPublished: 2026-01-14\n'
        "tags:\n  - a\n- b\n# remark\nauthor: X\nurl:\n---\n\nThey met."
    )
    assert metadata == {"title": "Summit: in Nara", "published": "2026-01-14"}
    assert text.strip() == "They met."


@pytest.mark.parametrize("text", ["They met.", "--- a dash\nThey met.", "", "----\nx: y\n----\n"])
def test_a_text_without_front_matter_is_left_alone(text: str) -> None:
    """Only a first line of exactly three dashes opens front matter."""
    assert split_front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("---\ntitle: x\nThey met.", "no second '---' closes", id="never-closed"),
        pytest.param("---\ntitle\n---\nx", "line 2 .* 'title'", id="no-colon"),
        pytest.param("---\ntitle: a\ntitle: b\n---\nx", "'title' twice", id="twice"),
        pytest.param("---\n{a}: b\n---\nx", "line 2", id="no-key"),
    ],
)
def test_broken_front_matter_is_refused(text: str, message: str) -> None:
    """A date or a publisher is not guessed from half a head."""
    with pytest.raises(RefusedError, match=message) as caught:
        split_front_matter(text)
    assert caught.value.code == "front-matter"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2026-01-13", "2026-01-13"),
        ("2026-01", "2026-01"),
        ("2026", "2026"),
        ("2026-01-13T14:00:00Z", "2026-01-13"),
        ("2026-01-13 14:00", "2026-01-13"),
        ("2026/1/3", "2026-01-03"),
        ("2026.01.13.", "2026-01-13"),
        ("20260113", "2026-01-13"),
        ("20260113T140000Z", "2026-01-13"),
        ("13 January 2026", "2026-01-13"),
        ("Jan. 13, 2026", "2026-01-13"),
        ("January 13, 2026, 2 pm", "2026-01-13"),
        ("Tue, 13 Jan 2026 14:00:00 GMT", "2026-01-13"),
        ("Tuesday, January 13, 2026", "2026-01-13"),
        ("January 2026", "2026-01"),
        ("Sept 5, 2025", "2025-09-05"),
    ],
)
def test_dates_as_programs_write_them(value: str, date: str) -> None:
    """Each is reduced to the day, month or year it gives."""
    assert read_date(value) == date


@pytest.mark.parametrize("value", ["", "soon", "03/04/2025", "2026-13-01", "2026-02-30", "31 February 2026", "0000"])
def test_what_is_no_date_is_refused(value: str) -> None:
    """A date that is ambiguous or does not exist is not guessed at."""
    with pytest.raises(RecordError, match="is not a date"):
        read_date(value)


@given(st.dates())
def test_every_day_comes_back(day: object) -> None:
    """An ISO day is itself."""
    assert read_date(str(day)) == str(day)
