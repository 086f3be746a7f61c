"""`shuttle.reading.reader`: from a document to its reading, in linear time, whatever the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.factory import document, read
from tests.reading.timing import growth

from shuttle.documents.loading import load_documents
from shuttle.reading.reader import default_reader
from shuttle.records.documents import Document
from shuttle.records.readings import Reading

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def briefing() -> Reading:
    """Return the reading of our account of the summit in Nara, whose year is nowhere in the text."""
    (found,) = load_documents([EXAMPLES / "2026-01-14-nara-korea-briefing.txt"])
    assert isinstance(found, Document)
    return default_reader().read(found)


def test_the_year_of_the_founding_example_is_inferred(briefing: Reading) -> None:
    """It follows from who held which office and which forum met where."""
    assert briefing.document.published == "2026-01-14"
    assert briefing.document.published_basis == "inferred"
    assert "Sanae Takaichi was Prime Minister of Japan" in (briefing.document.published_reason or "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "held"),
        ("level", "leaders"),
        ("mode", "in person"),
        ("start", "2026-01-13"),
        ("start_time", "14:00"),
        ("duration_minutes", 100),
        ("countries", ("KOR", "JPN")),
        ("host", "JPN"),
        ("forum", None),
        ("ordinal", 3),
    ],
)
def test_the_founding_example(briefing: Reading, field: str, value: object) -> None:
    """The anatomy of the summit in Nara comes out of one account of it."""
    assert briefing.main_meeting
    assert getattr(briefing.main_meeting, field) == value


def test_the_people_and_the_place_of_the_founding_example(briefing: Reading) -> None:
    """Who met, in which office, and where."""
    meeting = briefing.main_meeting
    assert meeting
    assert [(p.name, p.office, p.country) for p in meeting.people] == [
        ("Lee Jae-myung", "President", "KOR"),
        ("Takaichi Sanae", "Prime Minister", "JPN"),
    ]
    assert meeting.place
    assert (meeting.place.name, meeting.place.country) == ("Nara", "JPN")
    assert {"one-on-one", "expanded", "dinner"} <= set(meeting.formats)


def test_the_visit_before_and_its_forum(briefing: Reading) -> None:
    """The Prime Minister had come to Korea for APEC in October."""
    trips = [(v.person.name, v.to_country, v.status, v.forum) for v in briefing.visits]
    assert ("Takaichi Sanae", "KOR", "held", "APEC") in trips


def test_the_month_of_the_visit_before(briefing: Reading) -> None:
    """ "The visit ... in October last year", the document being of January 2026, was in October 2025."""
    assert [v.start for v in briefing.visits if v.to_country == "KOR"] == ["2025-10"]


def test_the_speakers_of_the_founding_example(briefing: Reading) -> None:
    """The briefing official speaks, and nobody who is only spoken of by both sides."""
    speakers = {statement.speaker.name for statement in briefing.statements}
    assert "Wi Sung-lac" in speakers
    assert "Takaichi Sanae" not in speakers


@pytest.mark.parametrize(
    ("words", "by", "strength"),
    [
        ("open consultations between the authorities", {"KOR", "JPN"}, "agreed"),
        ("pursue DNA testing of the remains", {"KOR", "JPN"}, "agreed"),
        ("strengthen the joint response to scam crimes", {"KOR", "JPN"}, "agreed"),
        ("its intention to seek membership of the CPTPP", {"KOR"}, "reaffirmed"),
    ],
)
def test_the_commitments_of_the_founding_example(briefing: Reading, words: str, by: set[str], strength: str) -> None:
    """What was agreed by both, and what one side only reaffirmed."""
    found = [(set(one.by), one.strength) for one in briefing.commitments if words in one.action]
    assert found == [(by, strength)]


def test_what_was_not_discussed_is_no_commitment(briefing: Reading) -> None:
    """ "Listened to an explanation" binds nobody."""
    assert not any("Dokdo" in one.action or "seafood" in one.action for one in briefing.commitments)


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.stem)
def test_every_finding_of_every_example_stands_in_its_text(path: Path) -> None:
    """No example is refused, and every quotation is the slice it says it is."""
    for found in load_documents([path]) if path.name != "README.md" else ():
        assert isinstance(found, Document)
        reading = default_reader().read(found)
        assert all(evidence.stands_in(reading.document.text) for evidence in reading.all_evidence())
        assert reading.meetings or reading.visits


def test_another_language_is_an_issue_and_no_crash() -> None:
    """What is not covered is kept unread, and said so."""
    reading = default_reader().read(Document("d-1", "x", "Les ministres se sont rencontrés.", language="fr"))
    assert [issue.code for issue in reading.issues] == ["language-not-covered"]
    assert list(reading.findings()) == []


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "a", "\x00"])
def test_nothing_is_read_from_nothing(text: str) -> None:
    """An empty document has an empty reading."""
    reading = read(text)
    assert list(reading.findings()) == []
    assert reading.issues == ()


def test_the_reader_says_its_name_and_version() -> None:
    """Every reading records who made it."""
    assert read("They met.").reader == default_reader().name


def test_the_document_is_not_changed_but_for_its_date_and_side() -> None:
    """Only what could be inferred of the publication is filled in."""
    given = document("They met in Oslo.")
    assert default_reader().read(given).document == given


# What is repeated without an end: one sentence that never stops.
SENTENCES = {
    "one-word": "x",
    "people": "President Lee Jae Myung ",
    "titles": "prime minister ",
    "names": "Lee ",
    "and": "and ",
    "agreed": "agreed to ",
    "quotation-marks": '"',
    "commas": ", ",
    "brackets": "(",
    "adverbs": "also jointly ",
    "negations": "not ",
    "no-spaces": "習",
    "ordinals": "the third ",
    "said": "said ",
    "invited": "invited to ",
    "areas": "trade ",
    "meetings": "met ",
    "calls": "call ",
    "summits": "summit ",
    "held-talks": "held talks ",
    "quotations": '"a b c" ',
    "dates": "January 13 ",
    "countries": "Korea, Japan and ",
    "hours": "at 2 p.m. ",
    "places": "in Nara ",
    "groups": "the two leaders ",
}
# What is repeated as sentences and paragraphs: a long document.
DOCUMENTS = {
    "line-breaks": "\n",
    "a-meeting": "President Lee met Prime Minister Takaichi in Nara on Tuesday. ",
    "agreements": "The two leaders agreed to hold talks.\n\n",
    "quotations": '"We agree on this," Lee said.\n\n',
    "opened-never-closed": "“We agree on this and that.\n\n",
    "nothing-diplomatic": "The river rose in the night and the village was flooded. ",
    "many-speakers": "He said the talks were good. ",
    "many-meetings": "President Lee met Prime Minister Takaichi on May 3, 2025. He met President Xi on May 4, 2025. ",
}


@pytest.mark.parametrize("unit", SENTENCES.values(), ids=SENTENCES.keys())
def test_time_grows_with_the_length_of_a_sentence_and_no_faster(unit: str) -> None:
    """No pattern makes a rule explode: four times the words take about four times as long, not sixteen."""
    assert growth(read, unit, 2_500, runs=2) < 8


@pytest.mark.parametrize("unit", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_time_grows_with_the_length_of_a_document_and_no_faster(unit: str) -> None:
    """Four times the sentences take about four times as long, not sixteen."""
    assert growth(read, unit, 25_000, runs=2) < 8
