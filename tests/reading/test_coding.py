"""`shuttle.reading.coding`: what is held is CONSULT, what lies ahead is AGREE, and who visits acts on who receives."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.reading.factory import read
from tests.records.test_reading_format import readings

from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.events import NO_CODE, all_event_types
from shuttle.lexicons.loading import load_table
from shuttle.reading.coding import SITUATIONS, with_codes
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, EventCode, Meeting, NextStep, Place, Visit
from shuttle.records.reading_format import to_json
from shuttle.records.readings import Reading
from shuttle.views.account_json import event_json

LEE = "South Korean President Lee Jae Myung"
TAKAICHI = "Japanese Prime Minister Sanae Takaichi"
BOTH = f"{LEE} and {TAKAICHI}"
KOREA, JAPAN, ALL = ("KOR",), ("JPN",), ("KOR", "JPN")

Code = tuple[str, str, str | None, tuple[str, ...], tuple[str, ...]]


def plain(code: EventCode | None) -> Code | None:
    """Return a code as a row of a table."""
    return (code.cameo, code.plover, code.mode, code.actors, code.recipients) if code else None


def codes(found: tuple[Any, ...]) -> list[Code | None]:
    """Return the codes of findings of one kind."""
    return [plain(one.code) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{LEE} met {TAKAICHI} on Tuesday.", ("040", "CONSULT", None, ALL, ()), id="nowhere"),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Nara, Japan, on Tuesday.", ("042", "CONSULT", "visit", KOREA, JAPAN), id="visit"
        ),
        pytest.param(
            f"{LEE} hosted {TAKAICHI} at the Blue House on Tuesday.",
            ("042", "CONSULT", "visit", JAPAN, KOREA),
            id="host",
        ),
        pytest.param(
            f"{LEE} held talks with {TAKAICHI} in Nara, Japan, on Tuesday.",
            ("046", "CONSULT", "visit", KOREA, JAPAN),
            id="talks-are-negotiation-wherever-held",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} held talks by telephone on Tuesday.",
            ("041", "CONSULT", "phone", ALL, ()),
            id="a-call-is-a-call",
        ),
        pytest.param(f"{BOTH} met by video link on Tuesday.", ("040", "CONSULT", "phone", ALL, ()), id="video"),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Geneva on Tuesday.", ("044", "CONSULT", "third-party", ALL, ()), id="third"
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} on the sidelines of the G20 summit in Johannesburg on Tuesday.",
            ("044", "CONSULT", "multilateral", ALL, ()),
            id="beside-a-forum",
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} at the state funeral of Shinzo Abe in Paris on Tuesday.",
            ("044", "CONSULT", "third-party", ALL, ()),
            id="an-occasion-is-no-organisation",
        ),
        pytest.param(
            f"{LEE} will meet {TAKAICHI} in Nara, Japan, on January 20.",
            ("036", "AGREE", None, KOREA, JAPAN),
            id="planned",
        ),
        pytest.param(
            f"{BOTH} were to meet in Seoul on February 3. The meeting was cancelled.",
            ("161", "REJECT", "meet", ALL, ()),
            id="cancelled",
        ),
        pytest.param(
            f"{BOTH} were to meet in Seoul on February 3. The meeting was postponed.", None, id="postponed-has-no-code"
        ),
    ],
)
def test_meetings(text: str, expected: Code | None) -> None:
    """A meeting is coded by whether it was held, by what means, and on whose soil."""
    assert codes(read(text).meetings) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{LEE} visited Japan on Tuesday.", ("042", "CONSULT", "visit", KOREA, JAPAN), id="held"),
        pytest.param(f"{LEE} will visit Japan next month.", ("036", "AGREE", None, KOREA, JAPAN), id="planned"),
    ],
)
def test_visits(text: str, expected: Code) -> None:
    """The visitor acts, the host receives."""
    assert codes(read(text).visits) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The two leaders agreed to look to the future.", ("030", "AGREE", None, ALL, ())),
        ("The two leaders agreed to expand trade.", ("0311", "AGREE", None, ALL, ())),
        ("The two leaders agreed to cooperate on hydrogen.", ("031", "AGREE", None, ALL, ())),
        ("The two leaders agreed to resume joint military exercises.", ("0312", "AGREE", None, ALL, ())),
        ("The two leaders agreed to meet again in May.", ("036", "AGREE", None, ALL, ())),
        ("The two leaders agreed to sign an accord on trade.", ("0311", "AGREE", None, ALL, ())),
        ("The two leaders signed a memorandum on trade.", ("057", "SUPPORT", None, ALL, ())),
        ("Lee promised to send humanitarian aid.", ("0333", "AGREE", None, KOREA, JAPAN)),
        ("Lee pledged to provide a loan of 30 million dollars.", ("0331", "AGREE", None, KOREA, JAPAN)),
        ("The two leaders reached an agreement on fisheries.", ("057", "SUPPORT", None, ALL, ())),
        ("The two countries established a business council.", ("050", "SUPPORT", None, ALL, ())),
        ("Lee reiterated his full support for the dialogue.", ("051", "SUPPORT", None, KOREA, JAPAN)),
        ("The two leaders agreed to investigate the accident.", ("090", "ACCUSE", "investigate", ALL, ())),
        ("The two leaders agreed to impose sanctions on the firm.", ("130", "THREATEN", None, ALL, ())),
        ("The two countries launched an offensive.", None),
        ("Lee urged her to join the accord.", ("100", "REQUEST", None, KOREA, JAPAN)),
    ],
)
def test_commitments(sentence: str, expected: Code | None) -> None:
    """A promise is coded by its words, else by its areas; who was met receives what one side promised alone."""
    assert codes(read(f"{LEE} met {TAKAICHI} on Tuesday. {sentence}").commitments) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Working-level consultations will follow.", ("036", "AGREE", None, ALL, ())),
        ("Takaichi will visit South Korea in May.", ("036", "AGREE", None, JAPAN, KOREA)),
        ("The two leaders agreed to expand trade.", ("0311", "AGREE", None, ALL, ())),
        ("The two countries will sign a treaty.", ("032", "AGREE", None, ALL, ())),
    ],
)
def test_next_steps(sentence: str, expected: Code) -> None:
    """What is to happen next is AGREE, with the code of the journey or promise that the same sentence tells of."""
    assert expected in codes(read(f"{LEE} met {TAKAICHI} on Tuesday. {sentence}").next_steps)


@pytest.mark.parametrize(
    ("sentence", "plover"),
    [
        ("Working-level consultations will follow.", {"AGREE"}),
        ("Officials exchanged notes ahead of the next session.", set()),
        ("The two countries will boycott the conference.", {"THREATEN"}),
    ],
)
def test_what_lies_ahead_is_coded_by_what_is_intended(sentence: str, plover: set[str]) -> None:
    """Nobody intends what is merely still to come, and a plan to do harm is no promise."""
    steps = read(f"{LEE} met {TAKAICHI} on Tuesday. {sentence}").next_steps
    assert {one.code.plover for one in steps if one.code} == plover


def meeting(**changes: Any) -> Meeting:
    """Return a meeting of Korea and Japan, held."""
    proof = (Evidence(0, 4, "They", None),)
    plain_meeting = Meeting(
        "m-1", False, "held", None, "in person", None, None, None, None, None, ALL, (), None, None, None, (), (), None,
        "r", proof,
    )  # fmt: skip
    return replace(plain_meeting, **changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"countries": ()}, None, id="nobody-acts"),
        pytest.param({"countries": JAPAN, "host": "JPN"}, ("040", "CONSULT", None, JAPAN, ()), id="host-alone"),
        pytest.param(
            {"host": "JPN", "forum": "G7"},
            ("042", "CONSULT", "visit", KOREA, JAPAN),
            id="a-host-receives-beside-a-forum",
        ),
        pytest.param(
            {"place": Place("Gyeongju", "KOR"), "forum": "APEC"},
            ("040", "CONSULT", "multilateral", ALL, ()),
            id="beside-a-forum-nobody-is-host",
        ),
        pytest.param(
            {"countries": ("KOR", "JPN", "USA"), "host": "USA"},
            ("042", "CONSULT", "visit", ALL, ("USA",)),
            id="two-guests",
        ),
    ],
)
def test_meetings_by_their_records_alone(changes: dict[str, Any], expected: Code | None) -> None:
    """A code follows from the record, whoever read it."""
    document = read("They met.").document
    (coded,) = with_codes(Reading(document, "r/1", meetings=(meeting(**changes),))).meetings
    assert plain(coded.code) == expected


@given(readings())
@settings(max_examples=60, deadline=None)
def test_the_law_of_codes(reading: Reading) -> None:
    """Held is CONSULT, ahead is AGREE; somebody acts, and nobody on themselves; coding twice is coding once."""
    coded = with_codes(reading)
    assert with_codes(coded) == coded
    events: list[Meeting | Visit] = [*coded.meetings, *coded.visits]
    for one in events:
        if one.code and one.status in ("held", "planned", "proposed"):
            assert one.code.plover == ("CONSULT" if one.status == "held" else "AGREE")
    everything: list[Meeting | Visit | Commitment | NextStep] = [*events, *coded.commitments, *coded.next_steps]
    for found in everything:
        if found.code:
            assert found.code.actors
            assert not set(found.code.actors) & set(found.code.recipients)


def test_every_situation_can_be_told() -> None:
    """An entry that neither code, words nor areas choose would never be used; one that is missing would fail."""
    words = load_table("en/event_words.toml")
    told = SITUATIONS | {entry["situation"] for kind in ("verb", "action") for entry in words[kind]}
    told -= {NO_CODE}
    told |= {event.situation for event in all_event_types().values() if event.areas}
    assert told == set(all_event_types())


def test_codes_are_kept_by_the_ledger_and_given_to_programs() -> None:
    """A code survives the ledger, is no difference between sources, and stands in `shuttle meetings --json`."""
    one = read(f"{LEE} met {TAKAICHI} in Nara, Japan, on January 13, 2026.")
    other = read(f"{LEE} held talks with {TAKAICHI} in Nara, Japan, on January 13, 2026. They agreed to expand trade.")
    with Ledger.open(":memory:") as ledger:
        ledger.add(one)
        ledger.add(other)
        (account,) = ledger.meetings("KOR", "JPN")
    assert account.code is not None
    assert account.code.plover == "CONSULT"
    assert "code" not in [value.field for value in account.differences]
    assert json.loads(json.dumps(event_json(account)))["code"]["actors"] == ["KOR"]


def test_the_code_of_an_issue_is_a_word() -> None:
    """`code` names a record in findings and a word in issues."""
    reading = read(f"{LEE} met {TAKAICHI} in Nara on Tuesday.", published=None)
    assert all(isinstance(issue["code"], str) for issue in to_json(reading)["issues"])
