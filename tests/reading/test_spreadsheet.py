"""A desk's own spreadsheet: a row is a finding, its cells are the words, a row that cannot be read is named."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.documents.spreadsheets import load_spreadsheet
from shuttle.errors import DocumentError
from shuttle.lexicons.loading import load_table
from shuttle.reading.spreadsheet import read_spreadsheet
from shuttle.records.documents import Document

_HEAD = "Date,End,Kind,Countries,Place,Country,People,Level,Minutes,Number,Status"


def _document(text: str) -> Document:
    return Document("d-0000000000000001", "desk.csv", text)


def test_a_row_becomes_a_meeting_with_its_cells_as_the_words() -> None:
    """Every value has the cell it stands in as evidence."""
    text = (
        f"{_HEAD}\n2026-01-13,2026-01-14,summit,KOR; Japan,Nara,Japan,"
        '"Lee Jae Myung (President, KOR); Takaichi Sanae (Prime Minister, JPN)",leaders,90,3,held'
    )
    reading, refused = read_spreadsheet(_document(text))
    (meeting,) = reading.meetings
    assert not refused
    assert (meeting.start, meeting.end, meeting.countries) == ("2026-01-13", "2026-01-14", ("KOR", "JPN"))
    assert (meeting.level, meeting.mode, meeting.duration_minutes, meeting.ordinal) == ("leaders", "in person", 90, 3)
    assert (meeting.place and meeting.place.name, meeting.host, meeting.status) == ("Nara", "JPN", "held")
    assert [(p.name, p.office, p.country) for p in meeting.people] == [
        ("Lee Jae Myung", "President", "KOR"),
        ("Takaichi Sanae", "Prime Minister", "JPN"),
    ]
    words = {item.field: item.quote for item in meeting.evidence}
    assert (words["start"], words["place"], words["duration_minutes"]) == ("2026-01-13", "Nara", "90")
    assert all(item.stands_in(text) for item in meeting.evidence)


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (
            "date;visitor;host;kind",
            "30.09.2025;Japan;South Korea;working visit",
            ("JPN", "KOR", "2025-09-30", "working"),
        ),
        ("date\tfrom\tto\ttype", "2025-08-23\tkr\tjp\tvisit", ("KOR", "JPN", "2025-08-23", None)),
        (
            "Day,Parties,Kind,Host",
            '13 January 2026,"KOR, JPN",state visit,Japan',
            ("KOR", "JPN", "2026-01-13", "state"),
        ),
    ],
)
def test_a_visit_is_read_under_whatever_headings_a_desk_uses(
    head: str, row: str, expected: tuple[str, str, str, str | None]
) -> None:
    """Comma, semicolon or tab; visitor and host, from and to, or parties and host."""
    reading, refused = read_spreadsheet(_document(f"{head}\n{row}\n"))
    assert not refused
    (visit,) = reading.visits
    assert (visit.from_country, visit.to_country, visit.start, visit.visit_class) == expected


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("13/01/2026,,summit,KOR; JPN,,,,,,,", "'13/01/2026' is no date that can be read in one way only"),
        ("2026-02-30,,summit,KOR; JPN,,,,,,,", "is no date"),
        ("2026-01-13,2026-01-12,summit,KOR; JPN,,,,,,,", "ends .2026-01-12. before it begins"),
        ("2026-01-13,,summit,KOR,,,,,,,", "names 1 country"),
        ("2026-01-13,,summit,KOR; Atlantis,,,,,,,", "Atlantis"),
        ("2026-01-13,,picnic,KOR; JPN,,,,,,,", "kind 'picnic' is none that is known"),
        ("2026-01-13,,summit,KOR; JPN,,,,kings,,,", "level 'kings' is none of"),
        ("2026-01-13,,summit,KOR; JPN,,,,,long,,", "duration minutes 'long' is no number"),
        ("2026-01-13,,summit,KOR; JPN,,,,,,,done", "status 'done' is none of"),
        ("2026-01-13,,visit,KOR,,,,,,,", "needs the country that travels"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_the_reason_and_the_rest_is_kept(row: str, words: str) -> None:
    """The bad row is named by its number; the good one after it is read."""
    reading, refused = read_spreadsheet(_document(f"{_HEAD}\n{row}\n2026-01-14,,meeting,KOR; JPN,,,,,,,\n"))
    assert len(reading.meetings) == 1
    (one,) = refused
    assert one.row == 2
    assert re.search(words, one.reason), one.reason
    assert [issue.code for issue in reading.issues] == ["row-refused"]


@pytest.mark.parametrize("text", ["date,place\n2026-01-13,Nara", "nothing at all", "one,other words\n1,2"])
def test_a_table_without_countries_is_refused_with_the_way_out(text: str) -> None:
    """What has no column of countries is no spreadsheet of meetings."""
    with pytest.raises(DocumentError, match="no column names the countries"):
        read_spreadsheet(_document(text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The path and the reason."""
    with pytest.raises(DocumentError, match=r"nosuch\.csv: No such file"):
        load_spreadsheet(str(tmp_path / "nosuch.csv"))


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\r\0"), max_size=12), min_size=11, max_size=11), max_size=5
    )
)
def test_no_table_breaks_the_reader_and_every_row_is_kept_or_refused(rows: list[list[str]]) -> None:
    """Whatever the cells hold, each row that holds anything is a finding or a refusal, and all evidence stands."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEAD.split(","))
    writer.writerows(rows)
    text = out.getvalue().replace("\r\n", "\n")
    reading, refused = read_spreadsheet(_document(text))
    assert all(item.stands_in(text) for item in reading.all_evidence())
    assert len(reading.meetings) + len(reading.visits) + len(refused) <= len(rows)


@pytest.mark.parametrize("entry", load_table("en/spreadsheet_columns.toml")["column"], ids=lambda e: e["name"])
def test_every_column_is_found_under_all_its_headings(entry: dict[str, object]) -> None:
    """A heading in capitals or not leads to the column."""
    for word in entry["words"]:  # type: ignore[attr-defined]
        head = f"{str(word).title()},Countries" if entry["name"] != "countries" else str(word).upper()
        row = f"{entry['example']},KOR; JPN" if entry["name"] != "countries" else str(entry["example"])
        if ";" in str(entry["example"]) or "," in str(entry["example"]):
            row = row.replace(str(entry["example"]), f'"{entry["example"]}"', 1)
        reading, refused = read_spreadsheet(_document(f"{head}\n{row}\n"))
        assert not refused, refused
        assert reading.meetings or reading.visits


def test_a_visit_keeps_its_level_its_class_and_the_desks_number_with_their_cells() -> None:
    """What a list says of the traveller's rank is theirs, not read out of a title."""
    text = "id,date,kind,visitor,host,people,level,class\nK-12,2018-02-27,visit,CHN,USA,Liu He,leaders,working\n"
    reading, refused = read_spreadsheet(_document(text))
    (visit,) = reading.visits
    assert not refused
    assert (visit.level, visit.visit_class) == ("leaders", "working")
    words = {item.field: item.quote for item in visit.evidence}
    assert {name: words[name] for name in ("entry", "level", "class", "from")} == {
        "entry": "K-12", "level": "leaders", "class": "working", "from": "CHN",
    }  # fmt: skip
