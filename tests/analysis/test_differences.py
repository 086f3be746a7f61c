"""`shuttle.analysis.differences`: every version of a field, with who gives it."""

from tests.analysis.factory import meeting, pair

from shuttle.analysis.differences import differences_in, differences_of

_SEOUL = {"publisher": "Office of the President", "side": "KOR"}
_TOKYO = {"publisher": "MOFA Japan", "side": "JPN"}


def test_each_version_stands_with_its_sources() -> None:
    """88 minutes says Tokyo, 100 say Seoul and a newspaper."""
    account = meeting(
        {**_SEOUL, "duration_minutes": 100},
        {**_TOKYO, "duration_minutes": 88},
        {"duration_minutes": 100},
        start="2026-01-13",
    )
    (found,) = differences_of(account)
    assert (found.field.field, found.field.value, found.field.rule) == (
        "duration_minutes",
        100,
        "more independent sources",
    )
    assert [(version.value, [source.name for source in version.sources]) for version in found.versions] == [
        (100, ["Office of the President", "Paper 2"]),
        (88, ["MOFA Japan"]),
    ]
    assert len(found.claims) == 3


def test_the_ledgers_own_value_is_the_first_version() -> None:
    """What is shown as the value leads the list."""
    account = meeting({**_SEOUL, "ordinal": 3}, {"ordinal": 2}, start="2026-01-13")
    (found,) = differences_of(account)
    assert found.versions[0].value == found.field.value == 3


def test_less_precise_is_not_different() -> None:
    """A month that holds the day, and a text without the field, agree."""
    assert differences_of(meeting({"start": "2026-01"}, {"start": "2026-01-13"}, {"start": None})) == ()


def test_a_plan_carried_out_is_no_difference_but_a_cancellation_of_what_was_held_is() -> None:
    """Sources that can all be right in turn do not differ."""
    assert differences_of(meeting({"status": "planned"}, {"status": "held"}, start="2026-01-13")) == ()
    assert differences_of(meeting({"status": "cancelled"}, {"status": "held"}, start="2026-01-13"))


def test_a_pairs_differences_come_in_the_order_of_time() -> None:
    """Earlier meetings first."""
    late = meeting({"ordinal": 3}, {"ordinal": 4}, start="2026-01-13")
    early = meeting({"ordinal": 1}, {"ordinal": 2}, start="2025-01-13")
    assert [found.account for found in differences_in(pair(late, early))] == [early, late]
