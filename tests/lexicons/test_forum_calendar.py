"""`shuttle.lexicons.forum_calendar`: the calendar agrees with itself; a desk's own file is read or refused."""

from __future__ import annotations

import pytest

from shuttle.errors import DocumentError
from shuttle.lexicons.anniversaries import remembered
from shuttle.lexicons.countries import all_countries
from shuttle.lexicons.forum_calendar import coming_forums, forum_members, forums_from
from shuttle.lexicons.forums import all_forums
from shuttle.lexicons.loading import load_rows, load_table
from shuttle.lexicons.time_zones import zone_of
from shuttle.reading.folding import fold
from shuttle.reading.lookup import find_names
from shuttle.records.dates import check_date, first_day, last_day, overlap

_HEAD = b"label,start,end,city,country,forum,members,kind,source\n"
_ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Small summit\r\n"
    "DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260503\r\nLOCATION:Jeju\r\nCATEGORIES:KOR,Japan\r\n"
    "URL:https://example.org/s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_every_coming_meeting_is_sourced_dated_in_order_and_of_a_known_forum() -> None:
    """A date is one, the last day does not come before the first, and somebody says so."""
    for row in load_rows("world/forum_calendar.csv"):
        assert row["source"], row
        assert row["kind"] in ("leaders", "conference"), row
        assert row["forum"] in all_forums(), row
        assert not row["country"] or row["country"] in all_countries(), row
        if row["start"]:
            assert first_day(check_date(row["start"])) <= last_day(row["end"] or row["start"]), row
        assert row["start"] or not row["end"], row


def test_every_coming_meeting_agrees_with_the_editions_of_its_forum() -> None:
    """Two files never say different days of one summit."""
    for meeting in coming_forums():
        if not meeting.dated:
            continue
        editions = [e for e in all_forums()[meeting.forum].editions if e.start and len(e.start) == 10]
        same = [e for e in editions if e.country == meeting.country and e.start and e.start[:4] == meeting.start[:4]]
        assert not same or any(overlap(e.start, e.end, meeting.start, meeting.end) for e in same), meeting


def test_examples_name_their_forum() -> None:
    """As every entry of the lexicons, a row and a list of members are found by their example."""
    rows = [*load_rows("world/forum_calendar.csv"), *load_table("world/forum_members.toml")["forum"]]
    for row in rows:
        found = [hit.meaning.forum.key for hit in find_names(fold(row["example"])) if hit.meaning.forum]
        assert row["forum"] in found, row["example"]


def test_members_are_known_countries_and_every_calendar_row_has_some() -> None:
    """Whoever belongs to a forum has a code, and once."""
    for entry in load_table("world/forum_members.toml")["forum"]:
        listed = entry.get("members") or entry["all_but"]
        assert set(listed) <= set(all_countries()), entry["forum"]
        assert len(set(listed)) == len(listed), entry["forum"]
        assert check_date(entry["as_of"])
        assert entry["source"]
    assert {row["forum"] for row in load_rows("world/forum_calendar.csv")} == set(forum_members())
    assert (len(forum_members()["unga"]), len(forum_members()["nato_summit"]), len(forum_members()["chogm"])) == (
        193,
        32,
        56,
    )


def test_a_member_that_was_not_invited_is_not_among_them() -> None:
    """The host of the G20 of 2026 said that it would not invite South Africa."""
    miami = next(forum for forum in coming_forums() if forum.city == "Miami")
    assert "ZAF" not in miami.members
    assert "ZAF" in forum_members()["g20"]


def test_a_desk_adds_meetings_as_csv() -> None:
    """Members by code or name; those of a forum that Shuttle knows need not be named."""
    found = forums_from(
        "mine.csv",
        _HEAD
        + b"Trilateral,2026-05-20,2026-05-21,Jeju,Korea,,KOR;Japan;CHN,leaders,our desk\nExtra G7,2026-09,,,,g7,,,\n",
    )
    assert [(f.label, f.start, f.members) for f in found] == [
        ("Trilateral", "2026-05-20", ("CHN", "JPN", "KOR")),
        ("Extra G7", "2026-09", forum_members()["g7"]),
    ]
    assert (found[0].country, found[0].source, found[1].source) == ("KOR", "our desk", "mine.csv")


def test_a_desk_adds_meetings_as_icalendar() -> None:
    """The last day is the one before DTEND."""
    (found,) = forums_from("mine.ics", _ICS.encode())
    assert (found.label, found.start, found.end, found.city) == ("Small summit", "2026-05-01", "2026-05-02", "Jeju")
    assert (found.members, found.source) == (("JPN", "KOR"), "https://example.org/s")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"\xff\xfe", "UTF-8"),
        ("a.csv", b"name,when\nx,2026\n", "no column 'label'"),
        ("a.csv", _HEAD + b"x,soon,,,,,KOR,,\n", "line 2: 'soon' is not a date"),
        ("a.csv", _HEAD + b"x,2026-05-01,2026-04-01,,,,KOR,,\n", "ends on 2026-04-01"),
        ("a.csv", _HEAD + b"x,2026-05-01,,,,,Atlantis,,\n", "Atlantis"),
        ("a.csv", _HEAD + b"x,2026-05-01,,,,,,,\n", "nobody belongs"),
        ("a.csv", _HEAD + b"x,2026-05-01,,,,,KOR,party,\n", "neither leaders nor conference"),
        ("a.csv", _HEAD + b",2026-05-01,,,,,KOR,,\n", "no label"),
        ("a.ics", b"hello", "no iCalendar"),
        ("a.ics", _ICS.replace("CATEGORIES:KOR,Japan\r\n", "").encode(), "nobody belongs"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_way_out(name: str, content: bytes, told: str) -> None:
    """The message names the file, the row and what to do."""
    with pytest.raises(DocumentError, match=told) as caught:
        forums_from(name, content)
    assert str(caught.value).startswith(name)


def test_days_that_two_share_are_found_in_either_order() -> None:
    """Korea and Japan count from 1965."""
    assert remembered(("KOR", "JPN")) == remembered(("JPN", "KOR"))
    assert remembered(("KOR", "JPN"))[0].day == "1965-06-22"
    assert remembered(("KOR", "PER")) == ()


@pytest.mark.parametrize(("country", "zone"), [("KOR", "Asia/Seoul"), ("USA", None), ("EUE", None), ("???", None)])
def test_a_country_has_a_time_zone_if_it_has_one(country: str, zone: str | None) -> None:
    """Where there are several, none is chosen."""
    assert zone_of(country) == zone
