"""`shuttle.views.brief`: what a desk officer hands on, every line of it proved."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt

from shuttle.analysis.owed import owed
from shuttle.analysis.state import state
from shuttle.lexicons.anniversaries import Remembered
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.records.accounts import CommitmentAccount, MeetingAccount, PairAccount
from shuttle.records.findings import Person, Place
from shuttle.records.history import Mark
from shuttle.views.brief import Front, brief
from shuttle.views.paper.as_markdown import markdown
from shuttle.views.paper.model import Facts, Line, Paper, Proof, Section, lines_of, say

AS_OF = dt.date(2026, 1, 20)
HOSTILE = "x|y <script>alert(1)</script> [a](javascript:b) `c`\n# d\n\x1b[2J\u202e"


def paper(desk: Any, pair: PairAccount, as_of: dt.date = AS_OF, front: Front | None = None, **more: Any) -> Paper:
    """The brief of these tests."""
    day = as_of.isoformat()
    front = front or Front("1.2.3")
    return brief(state(pair, day), owed(pair, (), day), front, country_name=desk.country_name, **more)


def write(desk: Any, pair: PairAccount, as_of: dt.date = AS_OF, **more: Any) -> str:
    """The same as Markdown."""
    return markdown(paper(desk, pair, as_of, **more))


def part(text: str, heading: str) -> str:
    """What stands under a heading of Markdown, to the next of its level."""
    level = heading.split()[0]
    return text.split(f"\n{heading}\n", 1)[1].split(f"\n{level} ", 1)[0]


def facts(text: str) -> list[str]:
    """The bullets and the table rows of a brief, without headers and without the list of sources."""
    body = text.partition("## Summary")[2].split("\n## Annex C: Sources")[0]
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


def test_every_line_is_proved_by_what_its_document_says(desk: Any, pair: PairAccount) -> None:
    """Not only what footnotes show: each passage behind a line stands in its document, at its place."""
    lines = list(lines_of(paper(desk, pair).sections))
    assert len(lines) > 20
    for line in lines:
        for proof in line.proofs:
            assert proof.evidence.stands_in(desk.texts[proof.document_id]), line.text


def test_the_brief_says_what_a_desk_needs(desk: Any, pair: PairAccount) -> None:
    """The order of sections is that of foreign ministries, and dates, people and countries read as on paper."""
    text = write(desk, pair)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "Summary",
        "Objectives",
        "Programme",
        "People",
        "State of the relationship",
        "Issue sheets",
        "Commitments",
        "Where accounts differ",
        "Proposed deliverables",
        "Calendar",
        "Annex A: Commitments",
        "Annex B: Sources",
        "Annex C: Gaps and conflicts",
    ]
    for words in (
        "| 13–14 January 2026 | Nara, Japan | Japan | Lee Jae-myung, Sanae Takaichi |",
        "| August 2025 | Japan |",
        "beside G20 summit",
        "Lee Jae-myung (President, South Korea) and Sanae Takaichi (Prime Minister, Japan) met in Nara, Japan",
        "It began at 14:00 (local time) and lasted 100 minutes (88 minutes by other accounts).",
        "A one-on-one meeting, 20 minutes.",
        "Counted as the third by Office of the President (South Korea); second by Prime Minister's Office of Japan.",
        "South Korea and Japan — **agreed**: “expand cooperation on supply chains”.",
        "| Length | 100 minutes | Office of the President (South Korea) | yes:",
        "|  | 88 minutes | Prime Minister's Office of Japan | no |",
        "| **Wi Sung-lac** | National Security Adviser | spoke of the last meeting |",
        "1 commitment on record: 1 stated and no more.",
        "- **Say what has been done since**: “expand cooperation on supply chains”",
    ):
        assert words in text, words


def test_a_summary_says_it_all_and_is_short(desk: Any, pair: PairAccount) -> None:
    """Last meeting, turn, what was agreed, what is owed and what differs, in few lines of bounded length."""
    long = desk.account(
        CommitmentAccount, "ca-long",
        [("d-kor", {"action": ("x" + " and so on" * 200, "x" + " and so on" * 200), "strength": ("agreed", "agreed")})],
        meeting="ma-nara",
    )  # fmt: skip
    text = part(write(desk, replace(pair, commitments=(*pair.commitments, long))), "## Summary")
    for words in ("met in Nara, Japan", "Turn to host: **South Korea**", "No source names a next meeting",
                  "### Agreed at the last meeting", "### Owed", "Length (100 minutes against 88 minutes)"):  # fmt: skip
        assert words in text, words
    assert len(text.splitlines()) < 40
    assert max(map(len, text.splitlines())) < 500


def test_accounts_that_differ_in_strength_are_shown(desk: Any, pair: PairAccount) -> None:
    """ "Agreed" against "expressed intent" is a difference, with the words of both."""
    text = part(write(desk, pair), "## Where accounts differ").split("### Commitment")[1]
    assert "| Strength | agreed |" in text
    assert "expressed intent | Prime Minister's Office of Japan" in text


def test_a_sheet_has_what_each_side_said_and_what_is_owed(desk: Any, pair: PairAccount) -> None:
    """A statement stands on the sheet whose topic its words name; a side that is not quoted is said to be silent."""
    sheet = part(write(desk, pair), "## Issue sheets").split("### Supply chains")[1]
    assert "Named in 1 document, published 14 January 2026." in sheet
    assert "No source gives words of South Korea or Japan on this." in sheet
    assert "| agreed: “expand cooperation on supply chains” | South Korea and Japan | stated |" in sheet
    said = desk.account(
        type(pair.statements[0]), "sa-2",
        [("d-jpn", {"speaker": (Person("Sanae Takaichi", "Prime Minister", "JPN"), "The Prime Minister"),
                    "quoted": (True, "said"), "text": ("Supply chains matter.", "Supply chains matter.")})],
    )  # fmt: skip
    named = desk.words("d-jpn", "Supply chains")
    area = replace(pair.areas[0], evidence=(*pair.areas[0].evidence, ("d-jpn", named)))
    sheet = write(desk, replace(pair, areas=(area,), statements=(*pair.statements, said)))
    assert "- Sanae Takaichi (Prime Minister, Japan): “Supply chains matter.”[^" in sheet
    assert "No source gives words of South Korea on this." in sheet


def test_objectives_are_the_desks_own(desk: Any, pair: PairAccount) -> None:
    """Lines to be filled in, or what the desk gave, as it gave it."""
    assert part(write(desk, pair), "## Objectives").count(". \\_\\_\\_\\_\\_") == 3
    given = part(write(desk, pair, objectives=("Agree on a date", "# Keep *calm*", " ")), "## Objectives")
    assert given.split("\n")[1:3] == ["1. Agree on a date", "2. \\# Keep \\*calm\\*"]
    assert "\\_" not in given


def test_the_cover_says_what_the_brief_speaks_from(desk: Any, pair: PairAccount) -> None:
    """Marking, reader, day, sense of the day, sources, version and seal."""
    front = Front("1.2.3", "published", 2, Mark(7, "2026-02-01T09:00:00+00:00", "ab" * 32), "The Minister", "SECRET *")
    head = write(desk, pair, front=front).split("## Summary")[0]
    assert head.startswith("# South Korea and Japan: brief\n\n**SECRET \\***\n")
    assert "\n\n**For:** The Minister\n\n**As of:** 20 January 2026\n\n" in head
    assert "**Speaks from:** the documents published by that day" in head
    assert "; 2 documents without a known day of publication left out\n" in head
    assert "**Drawn from:** 3 documents, published 13–15 January 2026\n" in head
    assert "**Made with:** Shuttle 1.2.3; ledger entry 7, seal abababababababab\n" in head


def test_what_no_document_says_is_said_to_be_shuttles_own(desk: Any, pair: PairAccount) -> None:
    """Forums of both and shared days stand apart from the facts, each with where it comes from."""
    both = ("JPN", "KOR")
    forums = [
        ForumMeeting("2026-11-18", "APEC", "2026-11-19", "Shenzhen", "CHN", "apec", both, "leaders", "X"),
        ForumMeeting("2026-06-14", "G7 summit", None, None, None, "g7", ("JPN",), "leaders", "Y"),
        ForumMeeting("2027-06-14", "Late summit", None, None, None, "", both, "leaders", "Y"),
    ]
    text = write(desk, pair, forums=forums, remembered=[Remembered("normalisation", "1965-06-22", ("JPN", "KOR"))])
    own = text.split("### From Shuttle's own calendar, not from the documents\n")[1].split("\n#")[0]
    assert own.strip().splitlines() == [
        "1. 22 June 2026: 61 years since normalisation (22 June 1965).",
        "2. 18–19 November 2026: APEC, Shenzhen, China (source: X).",
    ]


def test_other_views_have_their_place(desk: Any, pair: PairAccount) -> None:
    """A comparison or a plan stands at the end of its section, its lines with footnotes like all others."""
    words = desk.words("d-kor", "a candid exchange on a table of its own")
    line = Line(say("Only Seoul tells of it."), (Proof("d-kor", words),))
    compared = Section("compared", "Side by side", (Facts((line,)),))
    text = write(desk, pair, more={"differences": [compared]})
    assert re.search(
        r"### Side by side\n\n- Only Seoul tells of it\.\[\^\d+\]\n", part(text, "## Where accounts differ")
    )
    assert "a candid exchange on a table of its own” — " in text


def test_no_id_stands_in_the_text_but_in_sources_and_footnotes(desk: Any, pair: PairAccount) -> None:
    """Ids are for the ledger, not for a minister."""
    body = write(desk, pair).split(": Sources\n")[0]
    assert not re.search(r"\b(ma|va|ca|sa|na|d)-\w", body)


def test_what_has_no_content_has_no_section_or_says_so(desk: Any, pair: PairAccount) -> None:
    """A pair of which only a visit is known has no empty chapters; where absence tells something, a line tells it."""
    alone = PairAccount(pair.countries, visits=pair.visits, sources=pair.sources[:1])
    text = write(desk, alone)
    titles = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert "Issue sheets" not in titles
    assert "Where accounts differ" not in titles
    for words in (
        "No source names a next meeting of leaders.",
        "No source gives the programme of a next meeting.",
        "No source names who takes part for Japan.",
        "No source tells of a meeting of leaders that has been held.",
        "No source tells of a commitment of either side.",
    ):
        assert f"*{words}*" in text, words


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
    text = write(desk, pair)
    assert line in part(text, "## Summary")
    assert line in part(text, "## Programme")
    assert line in part(text, "## Calendar")
    later = write(desk, pair, dt.date(2026, 3, 5))
    assert line not in part(later, "## Calendar")
    assert "Planned: summit of South Korea and Japan, February 2026, Andong, South Korea. It was for a day" in later
    assert "| February 2026 | Andong, South Korea |  |  | summit — planned | — |" in later


def test_a_step_that_is_over_is_not_next(desk: Any, pair: PairAccount) -> None:
    """What was due before the day of the brief is no plan any more."""
    step = pair.next_steps[0]
    when = replace(step.field("when"), value="2025-12")
    done = replace(step, fields=tuple(when if value.field == "when" else value for value in step.fields))
    assert "working-level" in part(write(desk, pair), "## Calendar")
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
    assert text.count("| 13–14 January 2026 | Nara") == 1
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
    assert "### Last meeting: 13–14 January 2026" in text


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
    assert {row.count("<t") for row in tables} <= {4, 5, 6, 7}


def test_an_empty_ledger_makes_an_empty_brief(desk: Any) -> None:
    """Nothing is invented where nothing is known."""
    text = write(desk, PairAccount(("KOR", "JPN")))
    assert "no document: the ledger holds none about the two countries" in text
    assert not facts(text)


@pytest.mark.parametrize("day", [dt.date(2025, 12, 1), dt.date(2025, 1, 1)])
def test_the_last_meeting_is_the_last_before_the_day_of_the_brief(desk: Any, pair: PairAccount, day: dt.date) -> None:
    """A brief read in December knows the G20 meeting as the last; one read before all of them has none."""
    found = re.findall(r"^### Last meeting: (.*)$", write(desk, pair, day), re.MULTILINE)
    assert found == (["23 November 2025, Johannesburg, South Africa"] if day.month == 12 else [])
