"""`shuttle.views.brief`: what a desk officer hands on, every line of it proved."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt

from shuttle.analysis.state import state
from shuttle.records.accounts import CommitmentAccount, MeetingAccount, PairAccount
from shuttle.records.findings import Person, Place
from shuttle.views.brief import brief

AS_OF = dt.date(2026, 1, 20)
HOSTILE = "x|y <script>alert(1)</script> [a](javascript:b) `c`\n# d\n\x1b[2J\u202e"


def write(desk: Any, pair: PairAccount, as_of: dt.date = AS_OF) -> str:
    """The brief of these tests."""
    return brief(state(pair, as_of.isoformat()), country_name=desk.country_name, text_of=desk.texts.__getitem__)


def facts(text: str) -> list[str]:
    """The bullets and the table rows of a brief, without headers and without the list of sources."""
    body = text.split("\n## Sources")[0]
    rows = [line for line in body.splitlines() if line.startswith(("- ", "| "))]
    return [row for row in rows if not row.startswith("| ---") and not row.endswith("| Words |")]


def test_every_line_resolves_to_words_that_stand_in_their_document(desk: Any, pair: PairAccount) -> None:
    """Each fact carries a footnote, each footnote a quotation, each quotation stands in the text of its document."""
    text = write(desk, pair)
    notes = dict(re.findall(r"^\[\^(\d+)\]: “(.*)” — .* \(d-\w+\)$", text, re.MULTILINE))
    assert facts(text)
    for line in facts(text):
        assert re.search(r"\[\^\d+\]", line), line
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert set(used) == set(notes)
    assert list(dict.fromkeys(used)) == [str(number) for number in range(1, len(notes) + 1)]
    for quote in notes.values():
        assert any(quote in document for document in desk.texts.values()), quote


def test_the_brief_says_what_a_desk_needs(desk: Any, pair: PairAccount) -> None:
    """The order of sections is that of the paper, and dates, people and countries read as on paper."""
    text = write(desk, pair)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "State of the relationship",
        "Last meeting: 13–14 January 2026, Nara, Japan",
        "What was agreed",
        "What is planned next",
        "Where accounts differ",
        "What could not be resolved",
        "Sources",
    ]
    assert text.startswith("# South Korea and Japan: brief\n\n*As of 20 January 2026. Drawn from 3 documents")
    for words in (
        "| 13–14 January 2026 | Nara, Japan | Japan | Lee Jae-myung, Sanae Takaichi |",
        "| August 2025 | Japan |",
        "beside G20 summit",
        "Lee Jae-myung (President, South Korea) and Sanae Takaichi (Prime Minister, Japan) met in Nara, Japan",
        "It began at 14:00 (local time) and lasted 100 minutes (88 minutes by other accounts).",
        "Counted as the third by Office of the President (South Korea); second by Prime Minister's Office of Japan.",
        "South Korea and Japan — **agreed**: “expand cooperation on supply chains”.",
        "| Length | 100 minutes | Office of the President (South Korea) | yes:",
        "|  | 88 minutes | Prime Minister's Office of Japan | no |",
    ):
        assert words in text, words


def test_accounts_that_differ_in_strength_are_shown(desk: Any, pair: PairAccount) -> None:
    """ "Agreed" against "expressed intent" is a difference, with the words of both."""
    text = write(desk, pair).split("### Commitment")[1]
    assert "| Strength | agreed |" in text
    assert "expressed intent | Prime Minister's Office of Japan" in text


def test_no_id_stands_in_the_text_but_in_sources_and_footnotes(desk: Any, pair: PairAccount) -> None:
    """Ids are for the ledger, not for a minister."""
    body = write(desk, pair).split("## Sources")[0]
    assert not re.search(r"\b(ma|va|ca|sa|na|d)-\w", body)


def test_what_has_no_content_has_no_section(desk: Any, pair: PairAccount) -> None:
    """A pair of which only a visit is known has no empty chapters."""
    alone = PairAccount(pair.countries, visits=pair.visits, sources=pair.sources[:1])
    assert re.findall(r"^## (.*)$", write(desk, alone), re.MULTILINE) == ["State of the relationship", "Sources"]


def test_plans_are_next_until_their_day_has_passed(desk: Any, pair: PairAccount) -> None:
    """A planned visit is still to come in January, and a plan without an account of it in March."""
    plan = desk.account(
        MeetingAccount,
        "ma-plan",
        [
            (
                "d-press",
                {
                    "status": ("planned", "will meet in Andong"),
                    "level": ("leaders", "the leaders will meet"),
                    "start": ("2026-02", "in February"),
                    "countries": (("KOR", "JPN"), "the two leaders"),
                    "place": (Place("Andong", "KOR"), "in Andong"),
                },
            )
        ],
    )
    pair = replace(pair, meetings=(*pair.meetings, plan))
    line = "**Planned**: summit of South Korea and Japan, February 2026, Andong, South Korea."
    assert line in write(desk, pair).split("## What is planned next")[1]
    later = write(desk, pair, dt.date(2026, 3, 5))
    assert line not in later
    assert "| February 2026 | Andong, South Korea |  |  | summit — planned | — |" in later


def test_a_step_that_is_over_is_not_next(desk: Any, pair: PairAccount) -> None:
    """What was due before the day of the brief is no plan any more."""
    step = pair.next_steps[0]
    when = replace(step.field("when"), value="2025-12")
    done = replace(step, fields=tuple(when if value.field == "when" else value for value in step.fields))
    assert "working-level" in write(desk, pair)
    assert "working-level" not in write(desk, replace(pair, next_steps=(done,)))


def test_a_journey_to_a_meeting_is_one_row(desk: Any, pair: PairAccount) -> None:
    """The visit of January is the meeting of Nara, not a second event."""
    visit = desk.account(
        type(pair.visits[0]),
        "va-jan",
        [
            (
                "d-kor",
                {
                    "person": (Person("Lee Jae-myung", "President", "KOR"), "President Lee"),
                    "from_country": ("KOR", "President Lee"),
                    "to_country": ("JPN", "Japan"),
                    "start": ("2026-01-13", "January 13"),
                    "visit_class": ("working", "a working visit"),
                    "status": ("held", "visited"),
                },
            )
        ],
    )
    text = write(desk, replace(pair, visits=(*pair.visits, visit)))
    assert text.count("| 13") == 1
    assert "dinner (working visit)" in text


def test_ministers_and_officials_have_a_table_of_their_own(desk: Any, pair: PairAccount) -> None:
    """A consultation of officials does not stand among summits."""
    talks = desk.account(
        MeetingAccount,
        "ma-talks",
        [
            (
                "d-press",
                {
                    "status": ("held", "officials met"),
                    "level": ("working", "officials"),
                    "start": ("2026-01-16", "on January 16"),
                    "countries": (("KOR", "JPN"), "both"),
                },
            )
        ],
    )
    text = write(desk, replace(pair, meetings=(*pair.meetings, talks)))
    assert "| 16 January 2026 |" in text.split("### Ministers and officials")[1]
    assert "## Last meeting: 13–14 January 2026" in text


def test_hostile_documents_write_no_markup(desk: Any, pair: PairAccount) -> None:
    """Names, actions, titles and quotations of a hostile document stay text, on their line and in their cell."""
    desk.source("d-bad", HOSTILE, title=HOSTILE, published="2026-01-16", url="javascript:alert(1)//" + HOSTILE)
    commitment = desk.account(
        CommitmentAccount,
        "ca-bad",
        [("d-bad", {"action": (HOSTILE, HOSTILE), "by": (("KOR",), HOSTILE), "strength": ("agreed", HOSTILE),
                    "areas": ((HOSTILE,), HOSTILE), "asserted_by": (HOSTILE, HOSTILE)})],
    )  # fmt: skip
    meeting = desk.account(
        MeetingAccount,
        "ma-bad",
        [("d-bad", {"status": ("held", HOSTILE), "start": ("2026-01-16", HOSTILE),
                    "countries": (("KOR", "JPN"), HOSTILE),
                    "place": (Place(HOSTILE, "JPN"), HOSTILE), "forum": (HOSTILE, HOSTILE)})],
        people=(desk.person(Person(HOSTILE, HOSTILE, "KOR"), "d-bad", HOSTILE),),
    )  # fmt: skip
    text = write(
        desk,
        replace(
            pair,
            meetings=(*pair.meetings, meeting),
            commitments=(*pair.commitments, commitment),
            sources=tuple(desk.sources.values()),
        ),
    )
    rendered = MarkdownIt("commonmark").enable("table").render(text)
    assert not re.search(r"<(script|img|code)\b|<a [^>]*javascript", rendered)
    assert "\x1b" not in text and "\u202e" not in text
    tables = re.findall(r"<tr>(.*?)</tr>", rendered, re.DOTALL)
    assert {row.count("<t") for row in tables} <= {5, 7}


def test_an_empty_ledger_makes_an_empty_brief(desk: Any) -> None:
    """Nothing is invented where nothing is known."""
    text = write(desk, PairAccount(("KOR", "JPN")))
    assert "The ledger holds no document" in text
    assert not facts(text)


@pytest.mark.parametrize("day", [dt.date(2025, 12, 1), dt.date(2025, 1, 1)])
def test_the_last_meeting_is_the_last_before_the_day_of_the_brief(desk: Any, pair: PairAccount, day: dt.date) -> None:
    """A brief read in December knows the G20 meeting as the last; one read before all of them has none."""
    found = re.findall(r"^## Last meeting: (.*)$", write(desk, pair, day), re.MULTILINE)
    assert found == (["23 November 2025, Johannesburg, South Africa"] if day.month == 12 else [])
