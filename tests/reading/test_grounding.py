"""`shuttle.reading.grounding`: no finding leaves the room without its words at its offsets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.factory import document, main, read

from shuttle.errors import EvidenceError
from shuttle.reading.grounding import ground, locate
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Area, Commitment, Issue, NextStep, Outcome, Person, Session, Statement, Visit
from shuttle.records.readings import Reading

# Code points of every kind that a hostile document can hold.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("text", "quotation", "passage"),
    [
        pytest.param("They met in Oslo.", "met in Oslo", "met in Oslo", id="verbatim"),
        pytest.param("said “we agree”", '"we agree"', "“we agree”", id="curly-marks"),
        pytest.param('said "we agree"', "“we agree”", '"we agree"', id="straight-marks"),
        pytest.param("the leaders’ talks", "leaders' talks", "leaders’ talks", id="apostrophe"),
        pytest.param("met\n  in Oslo", "met in Oslo", "met\n  in Oslo", id="line-wrap"),
        pytest.param("12–14 May", "12-14 May", "12–14 May", id="en-dash"),
        pytest.param("在北京举行会晤", "举行会晤", "举行会晤", id="no-spaces-between-words"),
        pytest.param("a.c abc", "a.c", "a.c", id="no-pattern"),
        pytest.param("cost (net) $5", "(net) $5", "(net) $5", id="signs-of-patterns"),
    ],
)
def test_a_quotation_is_found_as_an_editor_would_write_it(text: str, quotation: str, passage: str) -> None:
    """White space, quotation marks and dashes may differ; nothing else may."""
    assert locate(text, quotation).quote == passage


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        pytest.param("They agreed.", "They agree.", id="another-form"),
        pytest.param("They did not agree.", "They did agree.", id="a-word-left-out"),
        pytest.param("They agreed.", "they agreed.", id="another-case"),
        pytest.param("They agreed.", "", id="empty"),
        pytest.param("They agreed.", " \n", id="blank"),
        pytest.param("", "agreed", id="no-text"),
    ],
)
def test_what_is_not_there_is_refused(text: str, quotation: str) -> None:
    """A paraphrase is never taken for a quotation."""
    with pytest.raises(EvidenceError):
        locate(text, quotation)


def test_repeated_quotations_are_walked_in_order() -> None:
    """`after` skips what was found before."""
    text = "we agree, we agree"
    first = locate(text, "we agree")
    assert locate(text, "we agree", after=first.end).start == 10


@given(ANY_TEXT, st.data())
def test_every_slice_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """Whatever stands in a text is located at or before the place it was taken from, and reads so."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].split():
        with pytest.raises(EvidenceError):
            locate(text, text[start:end])
        return
    found = locate(text, text[start:end])
    assert found.stands_in(text)
    assert found.quote == text[start:end]
    assert found.start <= start


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading made by anybody: some evidence stands in the text, some does not."""
    text = draw(ANY_TEXT.filter(bool))

    @st.composite
    def passages(draw: st.DrawFn) -> Evidence:
        start = draw(st.integers(0, len(text) - 1))
        evidence = Evidence.of(text, start, draw(st.integers(start + 1, len(text))))
        change = draw(st.sampled_from(["none", "none", "none", "quote", "start", "end"]))
        if change == "quote":
            return replace(evidence, quote=evidence.quote + "!")
        if change == "start":
            return replace(evidence, start=evidence.start - 1)
        return replace(evidence, end=evidence.end + 1) if change == "end" else evidence

    def some() -> tuple[Evidence, ...]:
        return tuple(draw(st.lists(passages(), max_size=3)))

    number = iter(range(1000))

    def many(make: object) -> list[int]:
        return [next(number) for _ in range(draw(st.integers(0, 3)))] if make else []

    model = main("South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday.")
    return Reading(
        Document("d-1", "x.txt", text),
        "anybody/1",
        meetings=tuple(
            replace(
                model, id=f"m-{i}", evidence=some(), sessions=(Session("dinner", None, 60, some()),) if i % 2 else ()
            )
            for i in many(model)
        ),
        visits=tuple(
            Visit(f"v-{i}", Person("A"), None, "JPN", None, None, None, "held", None, "r", some()) for i in many(model)
        ),
        commitments=tuple(
            Commitment(f"c-{i}", "x", ("JPN",), "agreed", (), None, None, None, "r", some()) for i in many(model)
        ),
        statements=tuple(Statement(f"s-{i}", Person("A"), False, "x", None, "r", some()) for i in many(model)),
        outcomes=tuple(
            Outcome(f"o-{i}", "x", "delivers", None, None, None, (), None, None, "r", some()) for i in many(model)
        ),
        next_steps=tuple(NextStep(f"n-{i}", "other", "x", (), None, "r", some()) for i in many(model)),
        areas=tuple(Area(f"a-{i}", some()) for i in many(model)),
        issues=tuple(Issue("odd", f"i-{i}", some()) for i in many(model)),
    )


def _proof(finding: object) -> tuple[Evidence, ...]:
    evidence: tuple[Evidence, ...] = getattr(finding, "evidence", ())
    return evidence + tuple(e for session in getattr(finding, "sessions", ()) for e in session.evidence)


@settings(max_examples=100, deadline=None)
@given(readings())
def test_exactly_the_findings_whose_evidence_stands_are_kept(reading: Reading) -> None:
    """Each refused finding leaves an issue; nothing else is lost, and nothing is added."""
    text = reading.document.text
    kept = ground(reading)

    def sound(finding: object) -> bool:
        own: tuple[Evidence, ...] = getattr(finding, "evidence", ())
        return (
            bool(_proof(finding)) and bool(own or _proof(finding)) and all(e.stands_in(text) for e in _proof(finding))
        )

    before = [*reading.findings(), *reading.areas]
    after = [*kept.findings(), *kept.areas]
    assert after == [finding for finding in before if sound(finding)]
    refused = [issue for issue in kept.issues if issue.code == "ungrounded"]
    assert len(refused) == len(before) - len(after)
    assert all(evidence.stands_in(text) for evidence in kept.all_evidence())


@settings(max_examples=50, deadline=None)
@given(readings())
def test_grounding_twice_is_grounding_once(reading: Reading) -> None:
    """What passed the gate passes it again."""
    once = ground(reading)
    assert ground(once) == once


def test_a_refusal_names_the_finding_and_shows_the_words() -> None:
    """The issue tells a user what was refused and why."""
    text = "They met in Oslo."
    wrong = Area("trade", (Evidence(0, 5, "trade"),))
    bare = Area("energy", ())
    kept = ground(Reading(document(text), "r/1", areas=(wrong, bare)))
    assert [issue.message for issue in kept.issues] == [
        "area trade was refused: its words 'trade' do not stand at [0, 5).",
        "area energy was refused: it has no words.",
    ]


WORDS = [
    "President Lee Jae Myung", "Prime Minister Takaichi", "the two leaders", "met", "will meet", "agreed to", "did not",
    "in Nara", "on Tuesday", "on January 13", "for 88 minutes", "at 2 p.m.", "said", "their third summit", "talks",
    "the G20 summit", "Korea", "Japan's", "visited", "and", "of", "the", "'s", "1.", "Mr.", "習近平", "postponed",
    "according to", "trade", "invited", "a dinner", "between", "with", "former", "King", "call", "2026", "İ", "ﬁ", "-",
    '"', "“", "”", ",", ".", ";", "(", ")", "—", "\n", "\n\n", "\x00", "\u200b", "\u2028", "\ue000", "\ue800", "\ud800",
]  # fmt: skip
HOSTILE = st.one_of(
    ANY_TEXT,
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(HOSTILE, st.sampled_from([None, "2026-01-14", "2026-01", "2026"]), st.sampled_from([None, "KOR"]))
def test_no_text_makes_the_reader_raise_and_every_quote_is_its_slice(
    text: str, published: str | None, side: str | None
) -> None:
    """Control characters, private-use code points, half characters: whatever is found stands in the text."""
    reading = read(text, published=published, side=side)
    assert reading.document.text == text
    for evidence in reading.all_evidence():
        assert text[evidence.start : evidence.end] == evidence.quote
    assert [issue for issue in reading.issues if issue.code == "ungrounded"] == []
    assert all(finding.evidence for finding in reading.findings())


@pytest.mark.parametrize("text", ["\ud800", "They met in Oslo.\udfff", "\ud83d The two leaders met in Nara."])
def test_half_a_character_does_not_make_the_reader_raise(text: str) -> None:
    """`shuttle.documents` lets no half of a surrogate pair through; a reader must bear it all the same."""
    assert read(text).document.text == text


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Identity from content: no order, clock or hash makes a difference."""
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_ids_are_not_shared(text: str) -> None:
    """Two findings of one reading have two ids."""
    ids = [finding.id for finding in read(text).findings()]
    assert len(ids) == len(set(ids))
