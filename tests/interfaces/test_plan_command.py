"""`shuttle plan` and `shuttle calendar`: a proposal on one screen, as JSON, and as a calendar to be written again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from tests.analysis.factory import shuttle_diplomacy
from tests.ledger.factory import LEE, NARA, TAKAICHI, Writing

from shuttle.ledger.ledger import Ledger

_HEAD = "label,start,end,country,members\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with the documented meetings of Korea and Japan, and one promise."""
    place = tmp_path / "plan.db"
    with Ledger.open(place) as book:
        for number, met in enumerate(shuttle_diplomacy()):
            words = (
                f"They met on {met.start}, the meeting number {number}. They agreed to open a hotline by 1 April 2026."
            )
            writing = Writing(words, publisher="Paper", published=met.start).meeting(
                f"They met on {met.start}", start=met.start, place=met.place, host=met.host, forum=met.forum,
                people=(LEE, TAKAICHI), formats=("expanded",) if met.place == NARA else (),
            )  # fmt: skip
            if met.place == NARA:
                writing = writing.commitment("open a hotline by 1 April 2026", deadline="2026-04-01", by=("KOR", "JPN"))
            book.add(writing.reading())
    return place


def _plan(run: Any, ledger: Path, *more: str | Path) -> Any:
    return run("plan", "--ledger", ledger, "KOR", "JPN", "--as-of", "2026-02-01", *more)


def test_a_plan_gives_host_days_agenda_and_programme(run: Any, ledger: Path) -> None:
    """Each with its reason, and called a proposal."""
    result = _plan(run, ledger)
    assert result.exit_code == 0
    for words in (
        "A proposal drawn from the ledger",
        "Host: South Korea, whose turn it is",
        "Rule cadence",
        "Days to choose from",
        "Children's Day",
        "Next forums of both after it",
        "“open a hotline by 1 April 2026”",
        "Programme, in the shape of",
    ):
        assert words in result.stdout


def test_json_has_the_words_behind_every_part(run: Any, ledger: Path) -> None:
    """One object; rules by name and sentence."""
    found = json.loads(_plan(run, ledger, "--json").stdout)
    assert (found["kind"], found["proposal"], found["host"]) == ("plan", True, "KOR")
    assert found["window"]["rule"] == "cadence"
    assert all(gap["words"] for gap in found["window"]["gaps"])
    assert found["turn"]["words"]
    assert found["candidates"][0]["reasons"][0]["reason"]
    (item,) = found["agenda"]
    assert (item["why"], bool(item["claims"])) == ("due", True)
    assert [slot["format"] for slot in found["programme"]["slots"]] == ["expanded"]
    assert all(slot["words"] for slot in found["programme"]["slots"])


def test_days_asked_for_hold(run: Any, ledger: Path) -> None:
    """No candidate outside, in either order of the countries."""
    found = json.loads(_plan(run, ledger, "--json", "--from", "2026-06-01", "--until", "2026-06-30").stdout)
    assert found["candidates"]
    assert all("2026-06-01" <= c["start"] <= c["end"] <= "2026-06-30" for c in found["candidates"])
    turned = run(
        "plan", "--ledger", ledger, "JPN", "KOR", "--as-of", "2026-02-01", "--json", "--from", "2026-06-01", "--until",
        "2026-06-30",
    )  # fmt: skip
    assert json.loads(turned.stdout)["candidates"] == found["candidates"]


def test_a_desk_brings_its_own_forums(run: Any, ledger: Path, tmp_path: Path) -> None:
    """They stand in the calendar of the window; a file that cannot be read is named."""
    own = tmp_path / "own.csv"
    own.write_text(f"{_HEAD}Trilateral,2026-03-09,2026-03-10,KOR,KOR;JPN;CHN\n", encoding="utf-8")
    assert "Trilateral: 9–10 March 2026, South Korea; both belong to it" in _plan(run, ledger, "--forums", own).stdout
    own.write_text(f"{_HEAD}Trilateral,soon,,KOR,KOR\n", encoding="utf-8")
    result = _plan(run, ledger, "--forums", own)
    assert (result.exit_code, "own.csv, line 2" in result.stderr) == (2, True)
    assert _plan(run, ledger, "--forums", tmp_path / "none.csv").exit_code == 2


def test_a_plan_written_again_stays_as_it_was(run: Any, ledger: Path, tmp_path: Path) -> None:
    """Unless something has changed: then the number grows, and nobody's own events are lost."""
    file = tmp_path / "plan.ics"
    assert _plan(run, ledger, "--ics", file).exit_code == 0
    first = file.read_bytes()
    events: dict[str, Any] = {str(e["UID"]): e for e in Calendar.from_ical(first).walk("VEVENT")}
    assert events
    assert {str(event["STATUS"]) for event in events.values()} == {"TENTATIVE"}
    task: Any = Calendar.from_ical(first).walk("VTODO")[0]
    assert (str(task["DUE"].dt), str(task["STATUS"])) == ("2026-04-01", "NEEDS-ACTION")
    assert run("plan", "--ledger", ledger, "KOR", "JPN", "--as-of", "2026-02-02", "--ics", file).exit_code == 0
    assert file.read_bytes() == first
    assert _plan(run, ledger, "--ics", file, "--from", "2026-06-01", "--until", "2026-06-30").exit_code == 0
    changed: dict[str, Any] = {str(e["UID"]): e for e in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert set(changed) >= set(events)
    assert all(int(changed[uid]["SEQUENCE"]) > int(event["SEQUENCE"]) for uid, event in events.items())


def test_a_file_that_is_no_calendar_is_left_as_it_is(run: Any, ledger: Path, tmp_path: Path) -> None:
    """Nothing is written over."""
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir", encoding="utf-8")
    result = _plan(run, ledger, "--ics", file)
    assert result.exit_code == 2
    assert "no iCalendar file" in result.stderr
    assert file.read_text(encoding="utf-8") == "Dear Sir"
    assert list(tmp_path.glob(".letter*")) == []
    result = _plan(run, ledger, "--ics", tmp_path / "nowhere" / "plan.ics")
    assert (result.exit_code, "there is no folder" in result.stderr) == (2, True)


def test_calendar_writes_what_has_a_day_and_counts_what_has_none(run: Any, ledger: Path) -> None:
    """To standard output; the count goes to standard error."""
    with Ledger.open(ledger) as book:
        book.add(
            Writing("They met in May 2019.", publisher="Paper")
            .meeting("They met in May 2019", start="2019-05", people=(LEE, TAKAICHI))
            .reading()
        )
    result = run("calendar", "--ledger", ledger, "KOR", "JPN", "--as-of", "2026-02-01")
    assert result.exit_code == 0
    found = Calendar.from_ical(result.stdout_bytes)
    assert len(found.walk("VEVENT")) == len(shuttle_diplomacy())
    assert len(found.walk("VTODO")) == 1
    assert "left out 1 meeting or visit without a day" in result.stderr
    again = run("calendar", "--ledger", ledger, "JPN", "KOR", "--as-of", "2026-02-01")
    assert again.stdout_bytes == result.stdout_bytes


def test_a_pair_of_which_nothing_is_known_is_told_so(run: Any, ledger: Path) -> None:
    """Exit code 2, and the way out."""
    for command in ("plan", "calendar"):
        result = run(command, "--ledger", ledger, "FRA", "PER")
        assert (result.exit_code, "shuttle add" in result.stderr) == (2, True)
    assert run("plan", "--ledger", ledger, "KOR", "JPN", "--as-of", "soon").exit_code == 2
    assert run("plan", "--ledger", ledger, "KOR", "JPN", "--from", "2026-05-02", "--until", "2026-05-01").exit_code == 2
