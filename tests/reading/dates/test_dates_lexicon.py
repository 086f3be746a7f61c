"""`lexicons/en/dates.toml`: every entry carries an example in which it is recognised."""

from typing import Any

import pytest

from shuttle.lexicons.loading import load_table
from shuttle.reading.dates import find_clock, find_dates
from shuttle.reading.sentences import split_sentences

TABLE = load_table("en/dates.toml")
ENTRIES = [
    pytest.param(kind, entry, id=f"{kind}-{entry.get('name') or entry['words'][0]}")
    for kind, entries in TABLE.items()
    for entry in entries
]


@pytest.mark.parametrize(("kind", "entry"), ENTRIES)
def test_every_entry_is_recognised_in_its_example(kind: str, entry: dict[str, Any]) -> None:
    """Code and lexicon agree: each entry does in its example what its table is for."""
    example: str = entry["example"]
    words = [entry["name"], *entry["short"]] if "name" in entry else entry["words"]
    lowered = example.lower()
    assert any(word.lower() in lowered for word in words), "the example does not hold the entry's words"
    mentions = find_dates(example, split_sentences(example), "2026-01-14")
    times, lengths = find_clock(example)
    match kind:
        case "never" | "now":
            assert mentions == ()
        case "clock":
            assert [time.value for time in times] == [entry["value"]]
        case "length":
            assert len(lengths) == 1
        case "role":
            assert [mention.role for mention in mentions] == [entry["role"]]
        case "event":
            assert [mention.role for mention in mentions] == ["other"]
        case "tense":
            assert mentions[0].future is (entry["where"] != "past")
        case "speech":
            # In the example something is said on Monday, 12 January, of the day before.
            assert mentions[-1].value == "2026-01-11"
        case _:
            assert mentions


def test_each_month_and_weekday_stands_once() -> None:
    """No month and no weekday is missing or doubled."""
    assert [entry["number"] for entry in TABLE["month"]] == list(range(1, 13))
    assert [entry["number"] for entry in TABLE["weekday"]] == list(range(7))
