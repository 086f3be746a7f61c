"""`shuttle.analysis.programme`: the next meeting has the parts of the last; hours only where a source has them."""

from __future__ import annotations

from tests.analysis.factory import meeting
from tests.ledger.factory import NARA, Writing

from shuttle.analysis.programme import days_of, programme
from shuttle.ledger.assembly import Held, assemble
from shuttle.ledger.lookup import source_of
from shuttle.records.accounts import MeetingAccount, account_id

_TEXT = (
    "They met in Nara for 100 minutes. An expanded meeting began at 15:00 after 20 minutes in a small group. "
    "Then came a dinner. They saw a temple the next day."
)


def _nara(**fields: object) -> MeetingAccount:
    writing = Writing(_TEXT, publisher="Paper")
    small = writing.session("20 minutes in a small group", "small-group", None, 20)
    large = writing.session("An expanded meeting began at 15:00", "expanded", "15:00")
    values: dict[str, object] = {
        "start": "2026-01-13",
        "end": "2026-01-14",
        "place": NARA,
        "formats": ("small-group", "expanded", "dinner", "cultural visit"),
        "sessions": (small, large),
        **fields,
    }
    reading = writing.meeting("They met in Nara", **values).reading()
    account = assemble(account_id([reading.meetings[0].id]), [Held(reading.meetings[0], source_of(reading.document))])
    assert isinstance(account, MeetingAccount)
    return account


def test_parts_of_the_last_meeting_are_those_of_the_next() -> None:
    """In order, with hours and lengths where they are told and nowhere else; a temple is seen by daylight."""
    slots = programme(_nara())
    assert [(slot.format, slot.day, slot.start_time, slot.minutes) for slot in slots] == [
        ("small-group", 1, None, 20),
        ("expanded", 1, "15:00", None),
        ("dinner", 1, None, None),
        ("cultural visit", 2, None, None),
    ]


def test_every_part_stands_with_its_words() -> None:
    """A line of the programme opens its source."""
    for slot in programme(_nara()):
        assert slot.evidence
        assert all(_TEXT[item.start : item.end] == item.quote for _, item in slot.evidence)


def test_a_meeting_of_one_day_has_no_next_day() -> None:
    """Its cultural visit is on the day itself."""
    assert {slot.day for slot in programme(_nara(end=None))} == {1}


def test_without_parts_there_is_no_programme() -> None:
    """None is made up."""
    assert programme(None) == ()
    assert programme(meeting(start="2026-01-13")) == ()


def test_length_is_that_of_the_sources_or_one_day() -> None:
    """A month tells no length, and a meeting of weeks is a mistake of its source."""
    told = [("2026-01-13", "2026-01-14"), ("2026-01-13", None), ("2026-01", "2026-02"), ("2026-01-13", "2026-03-13")]
    assert [days_of(meeting(start=start, end=end)) for start, end in told] == [2, 1, 1, 1]
    assert days_of(None) == 1
