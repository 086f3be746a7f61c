"""`shuttle.analysis.hosting`: who received whom, and whose turn it is under the rule that is named."""

import pytest
from tests.analysis.factory import SEOUL, journey, meeting, shuttle_diplomacy
from tests.ledger.factory import LEE, TAKAICHI

from shuttle.analysis.counting import counting_rule
from shuttle.analysis.hosting import COUNTING_RULES, host_of, tallies, turn
from shuttle.records.findings import Place

_PAIR = ("KOR", "JPN")


def test_bilateral_meetings_at_home_are_counted_per_host() -> None:
    """Seoul twice and Busan for Korea, Tokyo twice and Nara for Japan; forums do not count."""
    korea, japan = tallies(shuttle_diplomacy(), _PAIR)
    assert (korea.country, korea.count, korea.last and korea.last.start) == ("KOR", 3, "2025-09-30")
    assert (japan.country, japan.count, japan.last and japan.last.start) == ("JPN", 3, "2026-01-13")
    assert korea.rule in COUNTING_RULES


@pytest.mark.parametrize(
    ("as_of", "country"),
    [("2026-01-31", "KOR"), ("2025-12-31", "JPN"), ("2025-09-01", "KOR"), ("2023-01-01", None)],
)
def test_the_turn_is_the_others_who_did_not_host_last(as_of: str, country: str | None) -> None:
    """After Nara it is Korea's turn; before anybody hosted it is nobody's."""
    found = turn(shuttle_diplomacy(), _PAIR, as_of)
    assert found.country == country
    assert found.rule in COUNTING_RULES


def test_the_turn_rests_on_the_claims_of_the_last_host_and_date() -> None:
    """A view can footnote it."""
    found = turn(shuttle_diplomacy(), _PAIR)
    assert {claim.field for claim in found.claims} == {"host", "start"}
    assert turn([], _PAIR).claims == ()


def test_a_host_that_is_not_stated_follows_from_the_place() -> None:
    """A meeting in Seoul was hosted by Korea; one in Washington by neither."""
    assert host_of(meeting(start="2026-01-13", place=SEOUL)) == "KOR"
    assert host_of(meeting(start="2026-01-13", place=Place("Washington", "USA"))) is None


def test_meetings_of_more_parties_or_in_third_countries_do_not_count() -> None:
    """Camp David was nobody's turn."""
    trio = meeting(start="2023-08-18", countries=("KOR", "JPN", "USA"), host="KOR")
    third = meeting(start="2026-01-13", place=Place("Washington", "USA"), host="USA")
    assert [tally.count for tally in tallies([trio, third], _PAIR)] == [0, 0]


@pytest.mark.parametrize(
    ("what", "hosted", "turn_of"),
    [("visits", [3, 3], "KOR"), ("soil", [4, 3], "KOR"), ("margins", [4, 3], "KOR"), ("calls", [4, 3], "KOR")],
)
def test_a_rule_that_counts_more_hosts_more(what: str, hosted: list[int], turn_of: str) -> None:
    """Gyeongju counts for Korea once forums do; Johannesburg was hosted by neither."""
    rule = counting_rule(what, "office", _PAIR)
    tally = tallies(shuttle_diplomacy(), _PAIR, rule=rule)
    assert [one.count for one in tally] == hosted
    found = turn(shuttle_diplomacy(), _PAIR, rule=rule)
    assert (found.country, found.rule) == (turn_of, f"{what}/office")


def test_a_list_of_visits_alone_gives_hosts_and_turn() -> None:
    """Lee went to Japan twice and Takaichi came to Korea once."""
    visits = [journey(LEE, "JPN", "2025-08-23"), journey(TAKAICHI, "KOR", "2025-10-30")]
    visits.append(journey(LEE, "JPN", "2026-01-13", end="2026-01-14"))
    korea, japan = tallies((), _PAIR, visits=visits)
    assert (korea.count, japan.count, japan.last) == (1, 2, visits[-1])
    found = turn((), _PAIR, visits=visits)
    assert (found.country, found.last) == ("KOR", visits[-1])
    assert {claim.field for claim in found.claims} == {"to_country", "start"}
