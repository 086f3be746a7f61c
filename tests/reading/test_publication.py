"""`shuttle.reading.publication`: the year that a text does not give, and why it must be that one."""

from __future__ import annotations

import pytest
from tests.reading.factory import page, read

from shuttle.reading.publication import date_in_text, infer_date

LEE, TAKAICHI = "President Lee Jae Myung", "Prime Minister Sanae Takaichi"


@pytest.mark.parametrize(
    ("text", "date", "reasons"),
    [
        pytest.param(
            f"{LEE} met {TAKAICHI} in Nara on January 13.",
            "2026-01-13",
            [
                "Lee Jae-myung was President of South Korea from 2025-06-04",
                "Sanae Takaichi was Prime Minister of Japan from 2025-10-21",
            ],
            id="terms",
        ),
        pytest.param(
            "Prime Minister Keir Starmer met President Joe Biden in Washington on September 13.",
            "2024-09-13",
            ["Keir Starmer", "Joe Biden"],
            id="terms-that-meet-in-one-autumn",
        ),
        pytest.param(
            "President Yoon Suk Yeol met Prime Minister Fumio Kishida in Seoul on May 7. Kishida invited him "
            "to the G7 summit in Hiroshima in May.",
            "2023-05-07",
            ["G7 met in Japan in May 2023"],
            id="forum",
        ),
        pytest.param(
            "President Park Geun-hye met Prime Minister Shinzo Abe in Seoul on November 2. They marked the "
            "50th anniversary of the normalization of diplomatic relations.",
            "2015-11-02",
            ["the 50th anniversary of normalisation of diplomatic relations (1965) was in 2015"],
            id="anniversary",
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Nara on January 13. On the morning of the 14th they visited a temple.",
            "2026-01-14",
            ["falls in 2026"],
            id="the-latest-day",
        ),
    ],
)
def test_a_year_that_only_fits_once_is_inferred(text: str, date: str, reasons: list[str]) -> None:
    """The reason says in words which terms, forums and anniversaries leave no other year."""
    inferred = infer_date(page(text, day=None))
    assert inferred is not None
    assert inferred.date == date
    assert [reason for reason in reasons if reason not in inferred.reason] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Prime Minister Narendra Modi met President Vladimir Putin in Moscow on July 8.", id="many-years-fit"
        ),
        pytest.param("President Yoon Suk Yeol met Prime Minister Fumio Kishida in Seoul on May 7.", id="two-years-fit"),
        pytest.param(
            "President George W. Bush met Prime Minister Keir Starmer in London on July 8.", id="no-year-fits"
        ),
        pytest.param("The two leaders met on January 13.", id="nobody-named"),
        pytest.param(f"{LEE} met {TAKAICHI} in Nara.", id="no-day"),
        pytest.param(f"{LEE} will meet {TAKAICHI} in Andong on May 13.", id="a-day-to-come"),
        pytest.param("", id="empty"),
    ],
)
def test_where_more_than_one_year_fits_or_none_nothing_is_inferred(text: str) -> None:
    """A guess would be worse than no date."""
    assert infer_date(page(text, day=None)) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("SEOUL, Jan. 14, 2026 (Wire) -- The leaders met.", "2026-01-14", id="dateline"),
        pytest.param("Readout\nJanuary 14, 2026\n\nThe leaders met.", "2026-01-14", id="own-line"),
        pytest.param("The leaders met on January 13, 2026 in Nara.", None, id="a-date-of-what-is-told"),
    ],
)
def test_a_date_that_the_text_states(text: str, date: str | None) -> None:
    """A dateline is the document's own date; a date inside a sentence is not."""
    assert date_in_text(text) == date


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(f"{LEE} met {TAKAICHI} in Nara on January 13.", None, ("2026-01-13", "inferred"), id="inferred"),
        pytest.param(
            f"NARA, Jan. 14, 2026 -- {LEE} met {TAKAICHI} on January 13.",
            None,
            ("2026-01-14", "dateline"),
            id="dateline",
        ),
        pytest.param(f"{LEE} met {TAKAICHI} in Nara on January 13.", "2026-01-20", ("2026-01-20", "given"), id="given"),
        pytest.param("The two leaders met on January 13.", None, (None, None), id="unknown"),
    ],
)
def test_what_is_given_wins_over_what_is_inferred(
    text: str, published: str | None, expected: tuple[str | None, str | None]
) -> None:
    """Given, then dateline, then inferred; a reason stands beside an inferred date only."""
    document = read(text, published=published).document
    assert (document.published, document.published_basis) == expected
    assert bool(document.published_reason) == (document.published_basis == "inferred")


def test_a_meeting_is_dated_by_the_inferred_year() -> None:
    """The day in the text becomes a date once the year is known."""
    reading = read(f"{LEE} met {TAKAICHI} in Nara on January 13.", published=None)
    assert reading.main_meeting
    assert reading.main_meeting.start == "2026-01-13"
    assert reading.issues == ()
