"""`shuttle.analysis.counting`: the how-manieth meeting, under every rule by which people count."""

from __future__ import annotations

from typing import Any

from tests.analysis.factory import meeting

from shuttle.analysis.counting import counts, rules_giving
from shuttle.records.accounts import MeetingAccount
from shuttle.records.findings import Person, Place

_LEE = Person("Lee Jae-myung", "President", "KOR")
_ISHIBA = Person("Ishiba Shigeru", "Prime Minister", "JPN")
_TAKAICHI = Person("Takaichi Sanae", "Prime Minister", "JPN")


def _met(day: str, place: tuple[str, str] | None, who: Person, **fields: Any) -> MeetingAccount:
    known = {"mode": "in person", "people": (_LEE, who), "place": Place(*place) if place else None, "start": day}
    return meeting(**{**known, **fields})


_CHAIN = [
    _met("2025-06-17", ("Kananaskis", "CAN"), _ISHIBA, forum="G7"),
    _met("2025-08-23", ("Tokyo", "JPN"), _ISHIBA, host="JPN"),
    _met("2025-09-30", ("Busan", "KOR"), _ISHIBA, host="KOR"),
    _met("2025-10-30", ("Gyeongju", "KOR"), _TAKAICHI, host="KOR", forum="APEC"),
    _met("2025-11-23", ("Johannesburg", "ZAF"), _TAKAICHI, forum="G20"),
    _met("2026-01-13", ("Nara", "JPN"), _TAKAICHI, host="JPN"),
]


def test_one_meeting_has_a_number_under_every_rule_and_scope() -> None:
    """Nara is Takaichi's and Lee's third with margins, their second on home soil, their first visit, and more."""
    numbers = {(count.rule, count.scope): count.number for count in counts(_CHAIN[-1], _CHAIN)}
    assert numbers == {
        ("visits", "person"): 1,
        ("visits", "JPN"): 1,
        ("visits", "KOR"): 3,
        ("visits", "office"): 3,
        ("soil", "person"): 2,
        ("soil", "JPN"): 2,
        ("soil", "KOR"): 4,
        ("soil", "office"): 4,
        ("margins", "person"): 3,
        ("margins", "JPN"): 3,
        ("margins", "KOR"): 6,
        ("margins", "office"): 6,
        ("calls", "person"): 3,
        ("calls", "JPN"): 3,
        ("calls", "KOR"): 6,
        ("calls", "office"): 6,
    }


def test_the_rules_that_give_a_claimed_number_are_named() -> None:
    """A source that says "second" counted on home soil; nobody can have counted to five."""
    counted = counts(_CHAIN[-1], _CHAIN)
    assert {(count.rule, count.scope) for count in rules_giving(2, counted)} == {("soil", "person"), ("soil", "JPN")}
    assert rules_giving(5, counted) == ()


def test_calls_count_under_their_rule_alone() -> None:
    """A call before the meeting makes it the second under one rule and the first under the others."""
    call = _met("2025-10-21", None, _TAKAICHI, mode="phone")
    numbers = {c.rule: c.number for c in counts(_CHAIN[3], [call, _CHAIN[3]]) if c.scope == "person"}
    assert numbers == {"soil": 1, "margins": 1, "calls": 2}


def test_a_meeting_beside_a_forum_has_no_number_among_visits() -> None:
    """A rule that does not count the meeting itself gives it no number."""
    assert "visits" not in {count.rule for count in counts(_CHAIN[3], _CHAIN)}


def test_a_meeting_without_a_date_or_not_held_is_not_counted() -> None:
    """What was only planned, or whose day nobody knows, has no number."""
    planned = _met("2026-03-01", ("Andong", "KOR"), _TAKAICHI, status="planned")
    assert counts(planned, [*_CHAIN, planned]) == ()
