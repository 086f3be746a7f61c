"""`shuttle.analysis.counting`: the how-manieth meeting, under every rule by which people count."""

from __future__ import annotations

from typing import Any

import pytest
from tests.analysis.factory import journey, meeting

from shuttle.analysis.counting import CountingRule, all_rules, counting_rule, counts, rules_giving, select
from shuttle.analysis.encounters import encounters
from shuttle.analysis.leaders import same_holder
from shuttle.errors import RecordError
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


def test_by_person_those_of_whoever_is_in_office_count() -> None:
    """Ishiba's meetings are Japan's, not Takaichi's; they are Lee's all the same."""
    found = encounters(_CHAIN)
    selected = {
        whom: [one.start for one in select(found, ("KOR", "JPN"), CountingRule("margins", whom)).encounters]
        for whom in ("office", "person", "JPN", "KOR")
    }
    assert selected["office"] == selected["KOR"] == [one.start for one in _CHAIN]
    assert selected["person"] == selected["JPN"] == ["2025-10-30", "2025-11-23", "2026-01-13"]


def test_a_meeting_whose_leader_nobody_names_counts_by_person_between_two_that_name_the_same() -> None:
    """Between two different ones nobody knows; then it is said to be left out."""
    nobody = {"people": (), "countries": ("KOR", "XKX")}
    chain = [
        _met("2020-01-10", ("Seoul", "KOR"), Person("Albin One", "President", "XKX"), countries=("KOR", "XKX")),
        _met("2020-02-10", ("Seoul", "KOR"), _ISHIBA, **nobody),
        _met("2020-03-10", ("Seoul", "KOR"), Person("Bekim Two", "President", "XKX"), countries=("KOR", "XKX")),
        _met("2020-04-10", ("Seoul", "KOR"), _ISHIBA, **nobody),
        _met("2020-05-10", ("Seoul", "KOR"), Person("Bekim Two", "President", "XKX"), countries=("KOR", "XKX")),
    ]
    selection = select(encounters(chain), ("KOR", "XKX"), CountingRule("visits", "XKX"))
    assert [one.start for one in selection.encounters] == ["2020-03-10", "2020-04-10", "2020-05-10"]
    assert [one.start for one in selection.unknown] == ["2020-02-10"]
    assert selection.leaders == (("XKX", ("Bekim Two",)),)


def test_a_visit_of_which_no_meeting_is_known_counts_as_one() -> None:
    """A desk's list of visits beside one readout: the fourth visit of Lee's time."""
    before = journey(_LEE, "JPN", "2025-12-20")
    numbers = {(count.rule, count.scope): count.number for count in counts(_CHAIN[-1], _CHAIN, [before])}
    assert (numbers["visits", "KOR"], numbers["visits", "office"]) == (4, 4)


@pytest.mark.parametrize(("what", "whom"), [("trips", "office"), ("visits", "nobody"), ("visits", "USA")])
def test_a_rule_that_is_none_is_refused_with_those_there_are(what: str, whom: str) -> None:
    """The message names the value and the way out."""
    with pytest.raises(RecordError, match=r"is no way of counting\. There are: "):
        counting_rule(what, whom, ("KOR", "JPN"))


def test_every_rule_has_a_name_of_its_own_and_a_sentence() -> None:
    """Four kinds of meetings, between four kinds of partners."""
    rules = all_rules(("KOR", "JPN"))
    assert len({rule.id for rule in rules}) == len({rule.sentence() for rule in rules}) == 16


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("LEE Jae Myung", "Lee Jae-myung", True),
        ("Sato", "Eisaku Sato", True),
        ("Joe Biden", "Joseph R. Biden", True),
        ("Shinzō Abe", "Abe Shinzo", True),
        ("Lee Myung-bak", "Lee Jae-myung", False),
        ("Yasuo Fukuda", "Takeo Fukuda", False),
        ("George W. Bush", "George H.W. Bush", False),
        ("Park Chung-hee", "Park Geun-hye", False),
    ],
)
def test_holders_of_one_family_name_are_told_apart(one: str, other: str, same: bool) -> None:
    """Spellings of one name are one person; years lie between namesakes."""
    assert same_holder(one, other) is same_holder(other, one) is same
