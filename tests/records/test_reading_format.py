"""`shuttle.records.reading_format` and its schema: what is printed can be read back, and is as published."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shuttle.errors import RecordError
from shuttle.records import documents, findings
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Area,
    Commitment,
    EventCode,
    Issue,
    Meeting,
    NextStep,
    Outcome,
    Person,
    Place,
    Point,
    Session,
    Statement,
    Visit,
)
from shuttle.records.reading_format import from_json, to_json
from shuttle.records.readings import Reading

SCHEMA: dict[str, Any] = json.loads(
    resources.files("shuttle.records").joinpath("reading.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
RECORDS = {
    "document": Document,
    "evidence": Evidence,
    "person": Person,
    "place": Place,
    "code": EventCode,
    "session": Session,
    "meeting": Meeting,
    "visit": Visit,
    "commitment": Commitment,
    "statement": Statement,
    "next_step": NextStep,
    "outcome": Outcome,
    "area": Area,
    "issue": Issue,
    "point": Point,
}
KEYS = {"from_country": "from", "to_country": "to", "visit_class": "class"}

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
maybe_words = st.none() | words
countries = st.sampled_from(["KOR", "JPN", "USA", "EUE"])
maybe_country = st.none() | countries
dates = st.dates().map(str) | st.integers(1900, 2100).map(str) | st.sampled_from(["2026-01", "1965-06"])
maybe_date = st.none() | dates
edtf = st.none() | st.sampled_from(["2025-10-27/2025-11-02", "2016/2022", "XXXX-11", "XXXX-XX-26/XXXX-XX-27"])
times = st.none() | st.sampled_from(["00:00", "14:00", "23:59"])
minutes = st.none() | st.integers(1, 600)
names = st.text("abcdef0123456789-", min_size=1, max_size=12)
status = st.sampled_from(get_args(findings.Status))
people = st.builds(Person, maybe_words, maybe_words, maybe_country)


def tuples(
    items: st.SearchStrategy[Any], least: int = 0, *, unique: bool = False
) -> st.SearchStrategy[tuple[Any, ...]]:
    """Tuples of up to three items."""
    return st.lists(items, min_size=least, max_size=3, unique=unique).map(tuple)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading that the records allow, its evidence standing in its text."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80))

    @st.composite
    def passages(draw: st.DrawFn) -> Evidence:
        start = draw(st.integers(0, len(text) - 1))
        return Evidence.of(text, start, draw(st.integers(start + 1, len(text))), draw(st.none() | names))

    proof = tuples(passages(), 1)
    published = draw(maybe_date)
    basis = draw(st.sampled_from(get_args(documents.PublishedBasis))) if published else None
    document = Document(
        draw(names), draw(words), text, draw(maybe_words), published, basis,
        draw(maybe_words), draw(maybe_words), draw(maybe_country), draw(maybe_words), draw(maybe_words),
    )  # fmt: skip
    code = st.none() | st.builds(
        EventCode,
        st.sampled_from(["036", "0311", "042"]),
        st.sampled_from(["AGREE", "CONSULT", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "ACCUSE"]),
        st.none() | st.sampled_from(["visit", "third-party", "multilateral", "phone", "meet", "investigate"]),
        tuples(countries, 1, unique=True),
        tuples(countries, unique=True),
    )
    formats = st.sampled_from(get_args(findings.MeetingFormat))
    session = st.builds(Session, formats, times, minutes, proof)
    meeting = st.builds(
        Meeting, id=names, main=st.just(False), status=status,
        level=st.none() | st.sampled_from(get_args(findings.Level)),
        mode=st.none() | st.sampled_from(get_args(findings.Mode)), start=maybe_date, end=maybe_date,
        date_text=maybe_words,
        start_time=times, duration_minutes=minutes, countries=tuples(countries, unique=True), people=tuples(people),
        place=st.none() | st.builds(Place, words, maybe_country), host=maybe_country, forum=maybe_words,
        formats=tuples(formats), sessions=tuples(session), ordinal=st.none() | st.integers(1, 99), rule=names,
        evidence=proof, code=code, when=edtf,
    )  # fmt: skip
    visit = st.builds(
        Visit, names, people, maybe_country, countries, maybe_date, maybe_date,
        st.none() | st.sampled_from(get_args(findings.VisitClass)), status, maybe_words, names, proof, code, edtf,
    )  # fmt: skip
    commitment = st.builds(
        Commitment, names, words, tuples(countries), st.sampled_from(get_args(findings.Strength)), tuples(words),
        maybe_date, st.none() | names, maybe_words, names, proof, code,
    )  # fmt: skip
    statement = st.builds(Statement, names, people, st.booleans(), words, maybe_date, names, proof)
    step = st.builds(
        NextStep,
        names,
        st.sampled_from(get_args(findings.StepKind)),
        words,
        tuples(countries),
        maybe_date,
        names,
        proof,
        code,
    )
    outcome = st.builds(
        Outcome, names, words, st.sampled_from(get_args(findings.Effect)), maybe_date, st.none() | names, maybe_words,
        tuples(countries), maybe_date, st.none() | names, names, proof,
    )  # fmt: skip
    return Reading(
        document, draw(names), draw(tuples(meeting)), draw(tuples(visit)), draw(tuples(commitment)),
        draw(tuples(statement)), draw(tuples(step)), draw(tuples(outcome)), draw(tuples(st.builds(Area, words, proof))),
        draw(tuples(st.builds(Issue, words, words, tuples(passages())))),
    )  # fmt: skip


@given(readings())
@settings(max_examples=60, deadline=None)
def test_every_reading_comes_back_from_its_json(reading: Reading) -> None:
    """What is written as JSON text and read again is the same reading."""
    assert from_json(json.loads(json.dumps(to_json(reading)))) == reading


@given(readings())
@settings(max_examples=60, deadline=None)
def test_every_reading_is_as_the_schema_says(reading: Reading) -> None:
    """The published schema accepts everything that is printed."""
    VALIDATOR.validate(to_json(reading))


def test_the_schema_is_a_schema() -> None:
    """The schema obeys JSON Schema 2020-12 and says so."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("name", "record"), RECORDS.items(), ids=RECORDS.keys())
def test_the_schema_has_the_keys_of_the_records_in_their_order(name: str, record: type[Any]) -> None:
    """A field that is added to a record must be published, explained and required."""
    keys = [KEYS.get(field.name, field.name) for field in fields(record)]
    assert sorted(SCHEMA["$defs"][name]["properties"]) == sorted(keys)
    assert sorted(SCHEMA["$defs"][name]["required"]) == sorted(keys)


def test_the_schema_has_the_keys_of_a_reading() -> None:
    """The top of the schema is a Reading."""
    assert list(SCHEMA["properties"]) == [field.name for field in fields(Reading)]


@pytest.mark.parametrize(
    ("where", "values"),
    [
        (("status",), findings.Status),
        (("format",), findings.MeetingFormat),
        (("meeting", "level"), findings.Level),
        (("meeting", "mode"), findings.Mode),
        (("visit", "class"), findings.VisitClass),
        (("commitment", "strength"), findings.Strength),
        (("next_step", "kind"), findings.StepKind),
        (("outcome", "effect"), findings.Effect),
        (("point", "grade"), findings.Grade),
        (("document", "published_basis"), documents.PublishedBasis),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else "",
)
def test_the_schema_has_the_words_of_the_records(where: tuple[str, ...], values: Any) -> None:
    """Every closed list of words is the same in the records and in the schema."""
    node = SCHEMA["$defs"][where[0]]
    for key in where[1:]:
        node = node["properties"][key]
    assert [value for value in node["enum"] if value is not None] == list(get_args(values))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"meetings": [{"id": "m"}]}, id="keys-missing"),
        pytest.param({"areas": [{"name": "trade", "evidence": []}]}, id="no-evidence"),
        pytest.param({"issues": [{"code": "", "message": "m", "evidence": []}]}, id="no-code"),
        pytest.param({"reader": None}, id="null-reader"),
    ],
)
def test_the_schema_refuses_what_is_no_reading(change: dict[str, Any]) -> None:
    """A schema that accepts anything would protect nobody."""
    good = to_json(Reading(Document("d-1", "x", "They met."), "r/1"))
    VALIDATOR.validate(good)
    assert not VALIDATOR.is_valid({**good, **change})


def test_a_date_has_a_basis() -> None:
    """`published` and `published_basis` are null together or not at all."""
    good = to_json(Reading(Document("d-1", "x", "They met.", published="2026", published_basis="given"), "r/1"))
    VALIDATOR.validate(good)
    good["document"]["published_basis"] = None
    assert not VALIDATOR.is_valid(good)


def test_keys_of_others_are_passed_over() -> None:
    """A later version may add keys; this one reads what it knows."""
    reading = Reading(Document("d-1", "x", "They met."), "r/1")
    value = to_json(reading)
    value["mood"] = "warm"
    value["document"]["colour"] = "blue"
    assert from_json(value) == reading


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"reader": "r"}, "document"),
        ({"reader": "r", "document": 3}, "reading.document"),
        ({"reader": "r", "document": {"id": "d"}}, "reading.document"),
    ],
)
def test_what_is_no_reading_is_refused_by_place(value: dict[str, Any], message: str) -> None:
    """The error names where the fault lies."""
    with pytest.raises(RecordError, match=message):
        from_json(value)


DOCS = Path(__file__).parents[2] / "docs" / "reading-format.md"


def test_the_example_in_the_documentation_is_a_reading() -> None:
    """The documented example validates, and its words stand where it says."""
    example = json.loads(DOCS.read_text("utf-8").split("```json\n")[1].split("```")[0])
    VALIDATOR.validate(example)
    reading = from_json(example)
    assert all(evidence.stands_in(reading.document.text) for evidence in reading.all_evidence())


@pytest.mark.parametrize("name", [*RECORDS, "reading"])
def test_the_documentation_explains_every_key_and_word(name: str) -> None:
    """A key or a word of a closed list that is not in docs/reading-format.md is not published."""
    text = DOCS.read_text("utf-8")
    node = SCHEMA if name == "reading" else SCHEMA["$defs"][name]
    named = set(node["properties"]) | {
        word for value in node["properties"].values() for word in value.get("enum", ()) if word
    }
    missing = [word for word in named if not re.search(rf"[`{{, ]{re.escape(word)}(\[\])?[`}},]", text)]
    assert not missing
