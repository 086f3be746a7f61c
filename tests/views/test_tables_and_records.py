"""`shuttle.views` for the terminal: the table of meetings, one record, one reading."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.records.accounts import PairAccount
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Area, Commitment, Issue, Person, Place, Statement, Visit
from shuttle.records.readings import Reading
from shuttle.views.account_json import event_json
from shuttle.views.meetings_table import HEADER, event_rows, in_order, plain_table
from shuttle.views.reading_text import reading_lines
from shuttle.views.record import record_lines
from shuttle.views.text_lines import TextLine, context_line
from shuttle.views.wording import clean, date_words, headline, on_date, person_words, place_words, quoted, shortened


def test_visits_and_meetings_stand_in_the_order_of_time(desk: Any, pair: PairAccount) -> None:
    """One list, each with date, place, format, sources and id."""
    rows = event_rows(in_order(pair.meetings, pair.visits), desk.country_name)
    assert [row[0] for row in rows] == ["August 2025", "23 November 2025", "13–14 January 2026"]
    nara = dict(zip(HEADER, rows[2], strict=True))
    assert nara["Place"] == "Nara, Japan"
    assert nara["Format"] == "one-on-one, expanded, dinner, 100 min"
    assert nara["Sources"] == "Office of the President; Prime Minister's Office of Japan"
    assert nara["Id"] == "ma-nara"


def test_events_are_json_values(pair: PairAccount) -> None:
    """Programs get the values, the sources and the fields on which these differ."""
    value = json.loads(json.dumps(event_json(pair.meetings[1])))
    assert (value["start"], value["end"], value["host"]) == ("2026-01-13", "2026-01-14", "JPN")
    assert value["differences"] == ["duration_minutes", "ordinal"]
    assert [source["side"] for source in value["documents"]] == ["KOR", "JPN"]
    assert event_json(pair.visits[0])["person"]["name"] == "Lee Jae-myung"


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"])), min_size=4, max_size=4)
    )
)
def test_a_narrow_table_never_cuts_the_id(rows: list[list[str]]) -> None:
    """Whatever the width, the last column is whole, for `shuttle show` needs it."""
    table = plain_table(["a", "b", "c", "id"], rows, 40)
    assert len(table.split("\n")) == len(rows) + 2
    for row, line in zip(rows, table.split("\n")[2:], strict=True):
        assert line.endswith(row[-1].rstrip())


def test_a_record_shows_each_claim_with_its_words_in_context(desk: Any, pair: PairAccount) -> None:
    """Every source's value stands under the field, its words marked among those around them."""
    lines = [line.text for line in record_lines(pair.meetings[1], desk.texts, desk.country_name)]
    assert lines[0] == "Meeting of South Korea and Japan, 13–14 January 2026, Nara, Japan, held"
    start = lines.index("Length: 100 minutes")
    assert "Sources differ" in lines[start + 1]
    assert ">>for approximately 100 minutes<<" in lines[start + 3]
    assert lines[start + 4].startswith("Prime Minister's Office of Japan, 13 January 2026: 88 minutes")
    assert ">>for a total of 88 minutes<<" in lines[start + 5]


def test_every_kind_of_record_has_a_title(desk: Any, pair: PairAccount) -> None:
    """Visits, commitments, statements and steps are shown like meetings."""
    titles = [
        next(iter(record_lines(account, desk.texts, desk.country_name))).text
        for account in (pair.visits[0], pair.commitments[0], pair.statements[0], pair.next_steps[0])
    ]
    assert titles == [
        "Visit of Lee Jae-myung (President, South Korea) to Japan, August 2025, held",
        "Commitment of South Korea and Japan, agreed, “expand cooperation on supply chains”",
        "Statement of Wi Sung-lac (National Security Adviser, South Korea), "
        "14 January 2026, “It was candid and in-depth.”",
        "Next step (consultation), South Korea, “turn agreements into outcomes through working-level consultations”",
    ]


@given(st.text(min_size=1, max_size=300), st.data())
def test_words_in_context_are_the_words(text: str, data: st.DataObject) -> None:
    """The marked part is the quotation, whatever stands around it."""
    start = data.draw(st.integers(0, len(text) - 1))
    evidence = Evidence.of(text, start, data.draw(st.integers(start + 1, len(text))))
    line = context_line(0, evidence, text, around=20)
    assert f">>{clean(evidence.quote)}<<" in line.text
    assert "\n" not in line.text


def reading() -> Reading:
    """A reading with one of each, in a hostile text."""
    text = "Title of it all\nPresident Lee met\x1b[2J PM Takaichi; he visited Nara. “We agree”, he said, to trade more."

    def words(quote: str, field: str | None = None) -> tuple[Evidence, ...]:
        start = text.index(quote)
        return (Evidence.of(text, start, start + len(quote), field),)

    lee = Person("Lee\x1b[31m", "President", "KOR")
    return Reading(
        Document(
            "d-1", "a\x1b.txt", text, None, "2026", "inferred", "Lee took office in 2025", "The Daily", None, "en"
        ),
        "test/1",
        (),
        (Visit("v-1", lee, "KOR", "JPN", None, None, "state", "planned", None, "r", words("he visited Nara")),),
        (
            Commitment(
                "c-1", "trade more", ("KOR",), "agreed", ("trade",), "2027", None, "JPN", "r", words("trade more")
            ),
        ),
        (Statement("s-1", lee, True, "We agree", None, "r", words("“We agree”")),),
        (),
        (Area("trade", words("trade")),),
        (Issue("year", "The year is not known.", words("Title")),),
    )


def test_a_reading_shows_every_finding_with_its_words() -> None:
    """Each kind has its heading; each finding is followed by its words in quotation marks with offsets."""
    lines = list(reading_lines(reading(), lambda code: {"KOR": "South Korea", "JPN": "Japan"}[code]))
    text = "\n".join(line.text for line in lines)
    assert [line.text for line in lines if line.role == "heading"] == [
        "Visits",
        "Commitments",
        "Statements",
        "Areas",
        "Issues",
    ]
    assert lines[0] == TextLine("title", 0, "Title of it all")
    assert "Published 2026 (inferred: Lee took office in 2025)" in text
    assert "Lee[31m (President, South Korea), state visit from South Korea to Japan, date not stated, planned" in text
    assert "South Korea, agreed: “trade more”" in text
    assert "as asserted by: Japan" in text
    assert "“‘We agree’” [" in text
    assert "\x1b" not in text
    assert all("\n" not in line.text for line in lines)


def test_a_reading_of_nothing_says_so() -> None:
    """An empty reading is not an empty screen."""
    lines = list(reading_lines(Reading(Document("d-1", "a.txt", "Rain."), "r/1"), str))
    assert "Nothing was found" in lines[-1].text


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-01-13", None, "13 January 2026"),
        ("2026-01-13", "2026-01-13", "13 January 2026"),
        ("2026-01-13", "2026-01-14", "13–14 January 2026"),
        ("2026-01-30", "2026-02-02", "30 January – 2 February 2026"),
        ("2025-12-31", "2026-01-01", "31 December 2025 – 1 January 2026"),
        ("2025-10", "2025-11", "October – November 2025"),
        ("2025", "2026", "2025 – 2026"),
        ("2025-10", None, "October 2025"),
        (None, None, "date not stated"),
        (None, "2026-01-01", "until 1 January 2026"),
    ],
)
def test_dates_read_as_on_paper(start: str | None, end: str | None, words: str) -> None:
    """What both ends of an interval share is said once."""
    assert date_words(start, end) == words


def test_small_words() -> None:
    """Prepositions, places, people, quotations and headlines."""
    assert on_date("2026-01-13", "2026-01-14") == "on 13–14 January 2026"
    assert on_date("2026") == "in 2026"
    assert place_words(Place("Japan", "JPN"), lambda code: "Japan") == "Japan"
    assert person_words(Person(None, None, None), str) == "somebody the text does not name"
    assert quoted("a\nb") == "“a b”"
    assert shortened("one two three", 9) == "one two …"
    assert headline(None, "Diplomacy\n\nThe leaders met in Nara\n") == "The leaders met in Nara"


@given(st.text())
def test_clean_text_is_one_visible_line(text: str) -> None:
    """No control character, no line break, no double blank."""
    assert clean(clean(text)) == clean(text)
    assert "\n" not in clean(text) and "\x1b" not in clean(text) and "  " not in clean(text)
