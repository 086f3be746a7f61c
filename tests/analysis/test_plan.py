"""`shuttle.analysis.plan`: what is announced comes first; all else is proposed under a rule that is named."""

from __future__ import annotations

import dataclasses

import pytest
from tests.analysis.factory import SEOUL, meeting, pair, shuttle_diplomacy
from tests.ledger.factory import LEE, NARA, TAKAICHI, Writing

from shuttle.analysis.agenda import agenda
from shuttle.analysis.hosting import COUNTING_RULES
from shuttle.analysis.owed import Owed, owed
from shuttle.analysis.plan import Plan, plan
from shuttle.analysis.state import state
from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.anniversaries import remembered
from shuttle.lexicons.forum_calendar import ForumMeeting, coming_forums
from shuttle.records.accounts import MeetingAccount, PairAccount

_CODES = {"KOR": "KR", "JPN": "JP"}
_AS_OF = "2026-02-01"


def _plan(account: PairAccount, as_of: str = _AS_OF, stands: tuple[Owed, ...] = (), **asked: str) -> Plan:
    return plan(state(account, as_of), stands, coming_forums(), remembered(account.countries), _CODES, **asked)


def test_the_host_is_the_one_whose_turn_it_is() -> None:
    """After Nara it is Korea's, under the rule that the turn names."""
    found = _plan(pair(*shuttle_diplomacy()))
    assert (found.host, found.turn.country) == ("KOR", "KOR")
    assert found.turn.rule in COUNTING_RULES
    assert found.turn.claims
    assert found.candidates


def test_an_announced_day_comes_before_every_proposal() -> None:
    """The plan starts from it, and its host outweighs the turn."""
    andong = meeting(start="2026-03-30", place=SEOUL, host="KOR", status="planned")
    found = _plan(pair(*shuttle_diplomacy(), andong))
    assert found.fixed is not None
    assert found.fixed.id == andong.id
    assert found.announced[0].id == andong.id
    assert (found.window.rule, str(found.window.start), str(found.window.end), found.candidates, found.clashes) == (
        "announced", "2026-03-16", "2026-04-13", (), (),
    )  # fmt: skip
    away = meeting(start="2026-03-30", place=NARA, host="JPN", status="planned")
    assert _plan(pair(*shuttle_diplomacy(), away)).host == "JPN"


def test_a_plan_says_what_speaks_against_an_announced_day() -> None:
    """A holiday, a weekend, a summit elsewhere: of whom, and which."""
    children = meeting(start="2026-05-05", place=SEOUL, host="KOR", status="planned")
    assert [(c.country, c.kind, c.what) for c in _plan(pair(*shuttle_diplomacy(), children)).clashes] == [
        ("JPN", "holiday", "Children's Day"),
        ("KOR", "holiday", "Children's Day"),
    ]
    sunday = meeting(start="2026-06-14", end="2026-06-15", place=SEOUL, host="KOR", status="planned")
    assert [(c.day, c.country, c.kind, c.what) for c in _plan(pair(*shuttle_diplomacy(), sunday)).clashes] == [
        ("2026-06-14", "JPN", "weekend", "Sunday"),
        ("2026-06-14", "KOR", "weekend", "Sunday"),
        ("2026-06-15", "JPN", "summit", "G7 summit"),
    ]


def test_what_was_told_before_the_last_meeting_is_over_with_it() -> None:
    """A plan without a day that is older than Nara is no announcement of what comes after Nara."""
    old = meeting(status="planned", place=SEOUL)
    assert old.sources[0].published is None
    assert _plan(pair(*shuttle_diplomacy(), old)).announced == ()


def test_what_has_come_about_since_was_an_announcement_then() -> None:
    """As of January 10, Nara lay ahead and had been announced; before the announcement it had not."""
    told = ({"status": "planned", "publisher": "A"}, {"status": "held", "publisher": "B"})
    nara = meeting(*told, start="2026-01-13", place=NARA, host="JPN")
    sources = tuple(
        dataclasses.replace(
            source, published="2026-01-09" if source.publisher == "A" else "2026-01-14", published_basis="given"
        )
        for source in nara.sources
    )
    account = pair(*shuttle_diplomacy()[:-1], dataclasses.replace(nara, sources=sources))
    found = _plan(account, "2026-01-10")
    assert found.fixed is not None
    assert (found.fixed.start, found.host, found.candidates) == ("2026-01-13", "JPN", ())
    assert _plan(account, "2026-01-08").announced == ()


def test_what_is_only_proposed_fixes_no_day() -> None:
    """It is told, and the days stay open; so it is with a meeting of more than the two."""
    proposed = meeting(start="2026-03-30", place=SEOUL, host="KOR", status="proposed")
    trio = meeting(start="2026-03-30", place=SEOUL, host="KOR", status="planned", countries=("KOR", "JPN", "CHN"))
    for ahead in (proposed, trio):
        found = _plan(pair(*shuttle_diplomacy(), ahead))
        assert [item.id for item in found.announced] == [ahead.id]
        assert found.fixed is None
        assert found.candidates


def test_what_no_source_said_by_the_day_is_left_out() -> None:
    """A plan as of February does not know of what was announced in March."""
    words = "They will meet in Seoul on 30 March 2026."
    with Ledger.open(":memory:") as book:
        book.add(
            Writing(words, publisher="Paper", published="2026-03-01")
            .meeting(
                "They will meet in Seoul", start="2026-03-30", status="planned", place=SEOUL, people=(LEE, TAKAICHI)
            )
            .reading()
        )
        account = book.pair("KOR", "JPN")
    assert _plan(account, "2026-02-01").announced == ()
    assert len(_plan(account, "2026-03-02").announced) == 1


def test_too_few_meetings_leave_the_days_open() -> None:
    """No window, no candidate, and the forums of the coming year instead."""
    found = _plan(pair(*shuttle_diplomacy()[-2:]))
    assert (found.window.rule, found.candidates, found.holidays) == ("none", (), ())
    assert [forum.label for forum in found.forums if forum.kind == "leaders"] == [
        "East Asia Summit",
        "APEC Economic Leaders' Meeting",
        "G20 summit",
    ]
    assert _plan(pair(*shuttle_diplomacy()[-2:]), since="2026-04-01", until="2026-04-30").candidates


def test_nothing_known_gives_an_empty_plan() -> None:
    """No host, no days, no programme: nothing is made up."""
    found = _plan(pair())
    assert (found.host, found.shape, found.last, found.candidates, found.programme, found.agenda) == (
        None,
        None,
        None,
        (),
        (),
        (),
    )


def test_forums_of_a_desk_count_as_those_of_shuttle() -> None:
    """A summit of both in the host's country speaks for the days around it."""
    own = ForumMeeting("2026-03-09", "Trilateral", None, "Jeju", "KOR", "", ("CHN", "JPN", "KOR"), "leaders", "desk")
    account = pair(*shuttle_diplomacy())
    found = plan(state(account, _AS_OF), (), [own], (), _CODES)
    assert own in found.forums
    assert found.candidates[0].start in ("2026-03-05", "2026-03-06", "2026-03-10", "2026-03-11")
    assert "forum in host" in [point.rule for point in found.candidates[0].reasons]


def test_the_order_of_what_is_given_is_no_matter() -> None:
    """Meetings and forums in any order give the same plan."""
    expected = _plan(pair(*shuttle_diplomacy()))
    for turned in range(5):
        met: list[MeetingAccount] = [*shuttle_diplomacy()[turned:], *shuttle_diplomacy()[:turned]]
        forums = [*coming_forums()[7 * turned :], *coming_forums()[: 7 * turned]][:: -1 if turned % 2 else 1]
        account = PairAccount(("KOR", "JPN"), meetings=tuple(met))
        assert plan(state(account, _AS_OF), (), forums, remembered(("JPN", "KOR")), _CODES) == plan(
            state(account, _AS_OF), (), coming_forums(), remembered(("KOR", "JPN")), _CODES
        )
        assert _plan(account).candidates == expected.candidates


def _standing() -> tuple[PairAccount, tuple[Owed, ...]]:
    text = (
        "They met in Nara on 13 January 2026. They agreed to open a hotline by 1 January 2026. "
        "They agreed to hold talks on trade by 1 April 2026. They agreed to study fusion."
    )
    with Ledger.open(":memory:") as book:
        book.add(
            Writing(text, publisher="Paper", published="2026-01-14")
            .meeting("They met in Nara", start="2026-01-13", place=NARA, people=(LEE, TAKAICHI))
            .commitment("open a hotline by 1 January 2026", deadline="2026-01-01", by=("KOR", "JPN"))
            .commitment("hold talks on trade by 1 April 2026", deadline="2026-04-01", by=("KOR", "JPN"))
            .commitment("study fusion", by=("KOR", "JPN"))
            .reading()
        )
        account = book.pair("KOR", "JPN")
    return account, owed(account, (), _AS_OF)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-05-01", {"open a hotline": "overdue", "hold talks": "due", "study fusion": "fresh"}),
        ("2026-03-01", {"open a hotline": "overdue", "hold talks": "fresh", "study fusion": "fresh"}),
    ],
)
def test_what_is_due_stands_on_the_agenda_with_the_reason(until: str, expected: dict[str, str]) -> None:
    """Overdue, due in the window, made at the last meeting: the most pressing first."""
    account, stands = _standing()
    items = agenda(stands, account.meetings[0].id, _AS_OF, until)
    assert items[0].why == "overdue"
    for words, why in expected.items():
        (item,) = [item for item in items if item.owed.commitment.action.startswith(words)]
        assert item.why == why


def test_what_was_made_earlier_is_silent_until_a_source_speaks() -> None:
    """Without the meeting at which it was made it is no fresh promise."""
    _, stands = _standing()
    assert {item.why for item in agenda(stands, None, _AS_OF, "2026-03-01")} == {"overdue", "silent"}
