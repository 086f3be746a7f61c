"""`shuttle.records.checking`: a file can hold anything, and only what is a reading is taken for one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.ledger.factory import four_accounts, korean_readout

from shuttle.errors import RecordError
from shuttle.records.checking import check_reading
from shuttle.records.reading_format import from_json, to_json
from shuttle.records.readings import Reading


def test_what_readers_make_is_let_pass(example_readings: tuple[Reading, ...]) -> None:
    """Every reading of the examples, and those by hand, come back from JSON and are readings."""
    for reading in (*example_readings, *four_accounts()):
        back = from_json(json.loads(json.dumps(to_json(reading))))
        assert back == reading
        check_reading(back)


def _set(*path: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(value: dict[str, Any]) -> None:
        at: Any = value
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "named"),
    [
        pytest.param(_set("meetings", 0, "status", to="maybe"), "reading.meetings[0].status", id="unknown-status"),
        pytest.param(_set("meetings", 0, "status", to=["held"]), "reading.meetings[0].status", id="list-for-a-word"),
        pytest.param(_set("meetings", 0, "main", to=1), "reading.meetings[0].main", id="number-for-truth"),
        pytest.param(_set("meetings", 0, "duration_minutes", to=True), "duration_minutes", id="truth-for-number"),
        pytest.param(_set("meetings", 0, "duration_minutes", to=10**9), "duration_minutes", id="too-long"),
        pytest.param(_set("meetings", 0, "duration_minutes", to=1.5), "duration_minutes", id="fraction"),
        pytest.param(_set("meetings", 0, "start", to="2026-02-30"), "reading.meetings.start", id="no-such-day"),
        pytest.param(_set("meetings", 0, "start_time", to="25:00"), "start_time", id="no-such-hour"),
        pytest.param(_set("meetings", 0, "countries", to=["Korea", "JPN"]), "countries", id="no-code"),
        pytest.param(_set("meetings", 0, "countries", to="KOR"), "countries", id="text-for-list"),
        pytest.param(_set("meetings", 0, "people", 0, "name", to={"a": 1}), "people[0].name", id="object-for-text"),
        pytest.param(_set("meetings", 0, "evidence", 0, "start", to="0"), "evidence[0].start", id="text-for-offset"),
        pytest.param(_set("meetings", 0, "place", to="Nara"), "place", id="text-for-object"),
        pytest.param(_set("meetings", 0, "id", to="c-0123456789ab"), "reading.meetings", id="id-of-another-kind"),
        pytest.param(_set("meetings", 0, "id", to="x"), "reading.meetings", id="no-id"),
        pytest.param(_set("document", "text", to="Another text."), "reading.document.id", id="another-text"),
        pytest.param(_set("document", "id", to="d-0000000000000000"), "reading.document.id", id="another-id"),
        pytest.param(_set("document", "title", to="a\0b"), "reading.document.title", id="nul"),
        pytest.param(_set("document", "title", to="\ud800"), "reading.document.title", id="half-a-character"),
        pytest.param(_set("reader", to=" "), "reading.reader", id="nobody-read-it"),
        pytest.param(_set("reader", to=7), "reading.reader", id="a-number-read-it"),
        pytest.param(_set("commitments", 0, "by", to=None), "commitments[0].by", id="none-for-list"),
        pytest.param(_set("statements", 0, "speaker", to=None), "speaker", id="none-for-object"),
    ],
)
def test_a_wrong_value_is_named(change: Callable[[dict[str, Any]], None], named: str) -> None:
    """The message says where the value stands; nothing of another kind gets through."""
    value = copy.deepcopy(to_json(korean_readout()))
    change(value)
    with pytest.raises(RecordError) as refused:
        check_reading(from_json(json.loads(json.dumps(value))))
    assert named in str(refused.value)


def test_an_inferred_day_is_no_part_of_the_identity() -> None:
    """The id of a document without a day of publication stays good when one is inferred."""
    value = to_json(korean_readout(published=None))
    value["document"] |= {"published": "2026-01-14", "published_basis": "inferred", "published_reason": "it says so"}
    check_reading(from_json(value))
