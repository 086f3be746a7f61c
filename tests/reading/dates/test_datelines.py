"""`shuttle.reading.dates.find_dateline`: the full date a document gives itself, and no date it tells of."""

import pytest

from shuttle.reading.dates import find_dateline


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Title\n\nSEOUL, Aug. 11, 2025 (Wire) -- The leaders met.", "2025-08-11", id="wire"),
        pytest.param("DAMASCUS, May 14, 2025 -- President al-Sharaa met.", "2025-05-14", id="wire-plain"),
        pytest.param("WASHINGTON (AP) - Jan. 3, 2026 - The leaders met.", "2026-01-03", id="wire-agency-first"),
        pytest.param("Washington, D.C., May 7, 2023 – Today", "2023-05-07", id="wire-two-names"),
        pytest.param("Seoul (Republic of Korea), 14 January 2026 – The", "2026-01-14", id="wire-bracketed-country"),
        pytest.param("Readout of the call\nMarch 18, 2025\n\nThe President spoke.", "2025-03-18", id="own-line"),
        pytest.param("Title\nPublished: May 7, 2023\n[Provisional translation]\nText.", "2023-05-07", id="published"),
        pytest.param("Title\nTuesday, 13 January 2026 18:30 KST\nText.", "2026-01-13", id="with-a-time"),
        pytest.param("Posted on 13 January 2026 | Ministry of Foreign Affairs\nText.", "2026-01-13", id="posted-on"),
        pytest.param("2026-01-13 18:22\nText.", "2026-01-13", id="iso"),
        pytest.param(
            "Updated: Jan 15, 2026\nPublished: Jan 14, 2026\nText.", "2026-01-14", id="published-before-updated"
        ),
        pytest.param("Text that goes on.\n\n" * 40 + "Seoul, 14 January 2026", "2026-01-14", id="foot"),
        pytest.param("(Tokyo, Jan 13)\nText.", None, id="no-year"),
        pytest.param("January 2026\nText.", None, id="no-day"),
        pytest.param("The leaders met on May 7, 2023 in Seoul and agreed.", None, id="inside-a-sentence"),
        pytest.param("Summit of January 13-14, 2026\nText.", None, id="a-range"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_date_a_document_gives_itself(text: str, value: str | None) -> None:
    """Only a full date in a dateline or on a line of its own is the document's."""
    mention = find_dateline(text)
    assert (mention.value if mention else None) == value


def test_its_span_is_the_date_s() -> None:
    """The place and the agency beside the date are not part of it."""
    text = "Title\n\nSEOUL, Aug. 11, 2025 (Wire) -- The leaders met."
    mention = find_dateline(text)
    assert mention is not None
    assert text[mention.start : mention.end] == "Aug. 11, 2025"
