"""`shuttle.views.ics`: what is written is read back as it was; what has not changed stays; hostile text stays text."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.analysis.factory import SEOUL, TOKYO, meeting, shuttle_diplomacy, visit
from tests.analysis.factory import pair as made_pair
from tests.ledger.factory import NARA

from shuttle.analysis.owed import owed
from shuttle.analysis.plan import plan
from shuttle.analysis.state import state
from shuttle.errors import RecordError
from shuttle.lexicons.countries import country_name
from shuttle.lexicons.forum_calendar import coming_forums
from shuttle.lexicons.time_zones import zone_of
from shuttle.records.accounts import CommitmentAccount, MeetingAccount, PairAccount
from shuttle.views.calendar_entries import (
    DOMAIN,
    Entry,
    commitment_entries,
    event_entries,
    pair_label,
    proposal_entries,
)
from shuttle.views.ics import ics, known_uids
from shuttle.views.wording import clean

_STAMP = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
_LATER = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
_TEXT = st.text(max_size=80)
_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2037, 12, 31))


def _read(content: bytes) -> dict[str, Any]:
    """Return events and tasks by their uid."""
    return {str(item["UID"]): item for item in Calendar.from_ical(content).walk() if item.name in ("VEVENT", "VTODO")}


def _entry(number: int = 1, **values: Any) -> Entry:
    made: dict[str, Any] = {
        "uid": f"ma-{number}{DOMAIN}",
        "kind": "event",
        "summary": "Summit",
        "description": ("One.", "Two."),
        "status": "CONFIRMED",
        "pair": "JPN-KOR",
        "start": dt.date(2026, 1, 13),
        "end": dt.date(2026, 1, 14),
        **values,
    }
    return Entry(**made)


def _events(*met: MeetingAccount, known: tuple[str, ...] = ()) -> tuple[tuple[Entry, ...], int]:
    return event_entries(met, (), "JPN-KOR", country_name, zone_of, known=known)


@given(
    st.lists(
        st.builds(
            Entry,
            uid=st.just(""),
            kind=st.sampled_from(("event", "task")),
            summary=_TEXT,
            description=st.lists(_TEXT, max_size=4).map(tuple),
            status=st.sampled_from(("CONFIRMED", "TENTATIVE", "CANCELLED")),
            pair=st.just("JPN-KOR"),
            start=_DAYS,
            due=st.none() | _DAYS,
            labels=st.lists(_TEXT, max_size=2).map(tuple),
            place=st.none() | _TEXT,
        ),
        max_size=5,
    )
)
def test_every_entry_is_read_back_with_its_days_and_words(entries: list[Entry]) -> None:
    """Whatever a document says, there are as many entries as were written, and each says what it said."""
    given_ = []
    for number, entry in enumerate(entries):
        named = dataclasses.replace(entry, uid=f"{number}{DOMAIN}")
        task = entry.kind == "task"
        given_.append(dataclasses.replace(named, start=None) if task else dataclasses.replace(named, due=None))
    content = ics(given_, _STAMP)
    found = _read(content)
    assert set(found) == {entry.uid for entry in given_}
    for entry in given_:
        item = found[entry.uid]
        assert item.name == ("VEVENT" if entry.kind == "event" else "VTODO")
        assert str(item["SUMMARY"]) == clean(entry.summary)
        assert str(item["DESCRIPTION"]) == "\n".join(map(clean, entry.description))
        assert str(item["STATUS"]) == entry.status
        assert item["DTSTAMP"].dt == _STAMP
        if entry.start:
            assert item["DTSTART"].dt == entry.start
            assert item["DTEND"].dt == entry.start + dt.timedelta(1)
        if entry.due:
            assert item["DUE"].dt == entry.due
    assert ics(list(reversed(given_)), _STAMP) == content
    assert ics(given_, _LATER, content) == content


@pytest.mark.parametrize(
    "hostile",
    [
        "Summit\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
        "Summit\nATTENDEE:mailto:a@example.org",
        "Summit\x00\x07\x1b[2J",
        "Summit\u2028BEGIN:VALARM\u2029",
        "=HYPERLINK(1);,\\n",
    ],
)
def test_hostile_text_stays_text(hostile: str) -> None:
    """A line break in it begins no line of the file, and no control character gets into it."""
    content = ics([_entry(summary=hostile, description=(hostile,), place=hostile, labels=(hostile,))], _STAMP)
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith(("BEGIN:", "ATTENDEE", "UID"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        f"UID:ma-1{DOMAIN}",
    ]
    assert not any(character < " " for line in lines for character in line)
    (item,) = _read(content).values()
    assert str(item["SUMMARY"]) == clean(hostile)


def test_a_meeting_has_the_hour_of_its_place_and_whole_days_end_on_the_day_after() -> None:
    """14:00 in Tokyo is 05:00 in UTC; of a meeting of two days the hour stands in the words alone."""
    one = meeting(start="2026-01-13", start_time="14:00", duration_minutes=90, place=TOKYO, host="JPN")
    two = meeting(start="2026-01-13", end="2026-01-14", start_time="14:00", place=NARA, host="JPN")
    entries, left = _events(one, two)
    assert left == 0
    found = _read(ics(entries, _STAMP))
    begins, ends = (found[f"{one.id}{DOMAIN}"][name].dt for name in ("DTSTART", "DTEND"))
    assert begins == dt.datetime(2026, 1, 13, 5, tzinfo=dt.UTC)
    assert ends - begins == dt.timedelta(minutes=90)
    whole = found[f"{two.id}{DOMAIN}"]
    assert (whole["DTSTART"].dt, whole["DTEND"].dt) == (dt.date(2026, 1, 13), dt.date(2026, 1, 15))
    assert "Begins at 14:00" in whole["DESCRIPTION"]


def test_an_hour_in_a_country_of_many_zones_is_nobodys() -> None:
    """It floats: the file does not say which of the zones is meant."""
    entries, _ = _events(meeting(start="2026-01-13", start_time="14:00", host="USA", countries=("KOR", "JPN", "USA")))
    (item,) = _read(ics(entries, _STAMP)).values()
    assert item["DTSTART"].dt == dt.datetime(2026, 1, 13, 14)
    assert "DTEND" not in item


def test_a_month_is_no_day() -> None:
    """A meeting without a day is left out and counted; none is made up."""
    entries, left = _events(meeting(start="2026-01"), meeting(), meeting(start="2026-01-13"))
    assert (len(entries), left) == (1, 2)


@pytest.mark.parametrize(
    ("status", "side", "expected"),
    [
        ("held", None, "CONFIRMED"),
        ("planned", "KOR", "CONFIRMED"),
        ("planned", None, "TENTATIVE"),
        ("proposed", "KOR", "TENTATIVE"),
        ("cancelled", None, "CANCELLED"),
        ("postponed", None, "CANCELLED"),
    ],
)
def test_status_is_as_sure_as_the_sources(status: str, side: str | None, expected: str) -> None:
    """A plan is confirmed if a government says so; what was put off stands on that day no more."""
    ((entry,), _) = _events(meeting(start="2026-05-13", status=status, side=side))
    assert entry.status == expected


def test_a_journey_to_a_meeting_is_no_second_event() -> None:
    """A visit of its own is one."""
    seoul = meeting(start="2025-10-30", place=SEOUL, host="KOR")
    entries, _ = event_entries([seoul], [visit("2025-10-30"), visit("2024-10-30")], "JPN-KOR", country_name, zone_of)
    assert sorted(entry.start.isoformat() for entry in entries if entry.start) == ["2024-10-30", "2025-10-30"]


def test_a_uid_that_a_calendar_knows_is_kept_when_accounts_grow_together() -> None:
    """The account has a new smallest finding; the event in the reader's calendar stays the same one."""
    account = meeting({"publisher": "A"}, {"publisher": "B"}, start="2026-01-13")
    first, second = sorted(f"{finding[0]}a{finding[1:]}{DOMAIN}" for finding in account.findings)
    ((fresh,), _) = _events(account)
    ((kept,), _) = _events(account, known=(second,))
    assert (fresh.uid, kept.uid) == (first, second)
    assert first == f"{account.id}{DOMAIN}"


def test_what_changed_has_a_greater_sequence_and_what_did_not_keeps_its_bytes() -> None:
    """And what is there no more is called off, once."""
    before = ics([_entry(1), _entry(2), _entry(3)], _STAMP)
    after = ics([_entry(1), _entry(2, start=dt.date(2026, 1, 12))], _LATER, before)
    was, now = _read(before), _read(after)
    assert now[f"ma-1{DOMAIN}"].to_ical() == was[f"ma-1{DOMAIN}"].to_ical()
    assert (now[f"ma-2{DOMAIN}"]["SEQUENCE"], now[f"ma-2{DOMAIN}"]["DTSTAMP"].dt) == (1, _LATER)
    assert (now[f"ma-3{DOMAIN}"]["STATUS"], now[f"ma-3{DOMAIN}"]["SEQUENCE"]) == ("CANCELLED", 1)
    again = ics([_entry(1), _entry(2, start=dt.date(2026, 1, 12))], _STAMP, after)
    assert again == after
    back = _read(ics([_entry(1), _entry(2), _entry(3)], _LATER, after))
    assert [int(back[f"ma-{n}{DOMAIN}"]["SEQUENCE"]) for n in (1, 2, 3)] == [0, 2, 2]
    assert str(back[f"ma-3{DOMAIN}"]["STATUS"]) == "CONFIRMED"


def test_what_is_not_of_this_pair_stays() -> None:
    """Somebody's own events, and those of another pair in one file."""
    own = b"BEGIN:VEVENT\r\nUID:mine@example.org\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\n"
    before = ics([_entry(1, pair="IND-JPN")], _STAMP).replace(b"END:VCALENDAR", own + b"END:VCALENDAR")
    found = _read(ics([_entry(2)], _STAMP, before))
    assert {uid: str(item.get("STATUS")) for uid, item in found.items()} == {
        f"ma-1{DOMAIN}": "CONFIRMED",
        f"ma-2{DOMAIN}": "CONFIRMED",
        "mine@example.org": "None",
    }
    assert known_uids(before) == {f"ma-1{DOMAIN}"}


@pytest.mark.parametrize("content", [b"hello", b"BEGIN:VCALENDAR\r\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_calendar_is_not_written_over(content: bytes) -> None:
    """The user is told."""
    with pytest.raises(RecordError, match="no iCalendar file"):
        ics([_entry()], _STAMP, content)


def test_proposals_are_tentative_and_say_that_they_are_proposals() -> None:
    """Their uids count from the last meeting, whichever country was named first."""
    found = plan(
        state(made_pair(*shuttle_diplomacy()), "2026-02-01"), (), coming_forums(), (), {"KOR": "KR", "JPN": "JP"}
    )
    entries = proposal_entries(found, country_name)
    assert len(entries) == len(found.candidates) > 0
    for entry in entries:
        assert entry.status == "TENTATIVE"
        assert entry.summary.startswith("Proposal ")
        assert "not an announcement" in entry.description[0]
        assert entry.uid.startswith("plan-JPN-KOR-after-2026-01-13-")
    assert pair_label(("KOR", "JPN")) == pair_label(("JPN", "KOR"))


def test_a_commitment_is_a_task_with_its_words_and_source(pair: PairAccount) -> None:
    """Due on a day if it has one; the life tells the status."""
    account = pair
    (entry,), vague = commitment_entries(owed(account, (), "2026-02-01"), "JPN-KOR", country_name)
    assert (entry.kind, entry.status, entry.due, vague) == ("task", "NEEDS-ACTION", None, 0)
    assert "“expand cooperation on supply chains”" in entry.description[0]
    assert any("Office of the President" in line for line in entry.description)
    assert entry.url == "https://www.president.go.kr/1"


def test_an_address_that_is_none_is_left_out(pair: PairAccount) -> None:
    """Only http and https lead to a page."""
    commitment = pair.commitments[0]
    sources = tuple(dataclasses.replace(source, url="javascript:alert(1)") for source in commitment.sources)
    changed: CommitmentAccount = dataclasses.replace(commitment, sources=sources)
    stands = owed(dataclasses.replace(pair, commitments=(changed,)), (), "2026-02-01")
    ((entry,), _) = commitment_entries(stands, "JPN-KOR", country_name)
    assert entry.url is None
