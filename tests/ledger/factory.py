"""Readings by hand: a document, and findings with evidence that stands in it."""

from __future__ import annotations

from typing import Any

from shuttle.records.documents import Document, document_id
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Area,
    Commitment,
    Issue,
    Meeting,
    NextStep,
    Outcome,
    Person,
    Place,
    Session,
    Statement,
    Visit,
    finding_id,
)
from shuttle.records.readings import Reading

LEE = Person("Lee Jae-myung", "President", "KOR")
TAKAICHI = Person("Sanae Takaichi", "Prime Minister", "JPN")
NARA = Place("Nara", "JPN")


def document(text: str, **known: Any) -> Document:
    """Return a document with this text, its id from its content."""
    name = document_id(
        text,
        title=known.get("title"),
        published=known.get("published"),
        publisher=known.get("publisher"),
        url=known.get("url"),
    )
    if known.get("published"):
        known.setdefault("published_basis", "given")
    return Document(name, known.pop("source", f"{name}.txt"), text, language="en", **known)


class Writing:
    """A reading in the making: each finding is given with the words that prove it.

    >>> reading = Writing("Lee and Takaichi met in Nara.").meeting("met in Nara", start="2026-01-13").reading()
    >>> reading.meetings[0].evidence[0].quote
    'met in Nara'
    """

    def __init__(self, text: str, *, reader: str = "by-hand/1", **known: Any) -> None:
        self.document = document(text, **known)
        self.reader = reader
        self.meetings: list[Meeting] = []
        self.visits: list[Visit] = []
        self.commitments: list[Commitment] = []
        self.statements: list[Statement] = []
        self.next_steps: list[NextStep] = []
        self.outcomes: list[Outcome] = []
        self.areas: list[Area] = []
        self.issues: list[Issue] = []

    def words(self, quote: str, field: str | None = None) -> Evidence:
        """Return where ``quote`` first stands."""
        start = self.document.text.index(quote)
        return Evidence.of(self.document.text, start, start + len(quote), field)

    def meeting(self, quote: str, **fields: Any) -> Writing:
        """Add a meeting, held by the leaders of Korea and Japan in person unless told otherwise; the first is main."""
        named = fields.pop("named", {})
        values: dict[str, Any] = {
            "main": not self.meetings,
            "status": "held",
            "level": "leaders",
            "mode": "in person",
            "start": None,
            "end": None,
            "date_text": None,
            "start_time": None,
            "duration_minutes": None,
            "countries": ("KOR", "JPN"),
            "people": (),
            "place": None,
            "host": None,
            "forum": None,
            "formats": (),
            "sessions": (),
            "ordinal": None,
            "rule": "by.hand",
            **fields,
        }
        evidence = (self.words(quote), *(self.words(words, field) for field, words in named.items()))
        name = finding_id("m", self.document.id, len(self.meetings), quote)
        self.meetings.append(Meeting(id=name, evidence=evidence, **values))
        return self

    def session(self, quote: str, format_: Any, start_time: str | None = None, minutes: int | None = None) -> Session:
        """Return a session whose words are ``quote``."""
        return Session(format_, start_time, minutes, (self.words(quote),))

    def visit(self, quote: str, person: Person, to: str, **fields: Any) -> Writing:
        """Add a visit, held unless told otherwise."""
        values: dict[str, Any] = {
            "from_country": person.country,
            "start": None,
            "end": None,
            "visit_class": None,
            "status": "held",
            "forum": None,
            "rule": "by.hand",
            **fields,
        }
        name = finding_id("v", self.document.id, len(self.visits), quote)
        self.visits.append(Visit(id=name, person=person, to_country=to, evidence=(self.words(quote),), **values))
        return self

    def commitment(self, action: str, *, at_main: bool = True, **fields: Any) -> Writing:
        """Add what Korea and Japan agreed, at the main meeting unless told otherwise."""
        main = next((meeting.id for meeting in self.meetings if meeting.main), None)
        values: dict[str, Any] = {
            "by": ("KOR", "JPN"),
            "strength": "agreed",
            "areas": (),
            "deadline": None,
            "meeting": main if at_main else None,
            "asserted_by": None,
            "rule": "by.hand",
            **fields,
        }
        name = finding_id("c", self.document.id, len(self.commitments), action)
        self.commitments.append(Commitment(id=name, action=action, evidence=(self.words(action),), **values))
        return self

    def statement(self, text: str, speaker: Person, *, quoted: bool = True, said_on: str | None = None) -> Writing:
        """Add what somebody said."""
        name = finding_id("s", self.document.id, len(self.statements), text)
        self.statements.append(Statement(name, speaker, quoted, text, said_on, "by.hand", (self.words(text),)))
        return self

    def next_step(self, text: str, kind: Any = "consultation", **fields: Any) -> Writing:
        """Add what Korea and Japan are to do next."""
        values: dict[str, Any] = {"by": ("KOR", "JPN"), "when": None, "rule": "by.hand", **fields}
        name = finding_id("n", self.document.id, len(self.next_steps), text)
        self.next_steps.append(NextStep(id=name, kind=kind, text=text, evidence=(self.words(text),), **values))
        return self

    def outcome(self, text: str, effect: Any = "delivers", *, at_main: bool = False, **fields: Any) -> Writing:
        """Add what came of what Korea and Japan had agreed."""
        main = next((meeting.id for meeting in self.meetings if meeting.main), None)
        values: dict[str, Any] = {
            "follows": None,
            "follows_meeting": None,
            "follows_text": None,
            "by": ("KOR", "JPN"),
            "when": None,
            "meeting": main if at_main else None,
            "rule": "by.hand",
            **fields,
        }
        evidence = [self.words(text)]
        if values["follows_text"]:
            evidence.append(self.words(values["follows_text"], "follows_text"))
        name = finding_id("o", self.document.id, len(self.outcomes), text)
        self.outcomes.append(Outcome(id=name, text=text, effect=effect, evidence=tuple(evidence), **values))
        return self

    def area(self, name: str, quote: str) -> Writing:
        """Add a topic."""
        self.areas.append(Area(name, (self.words(quote),)))
        return self

    def issue(self, code: str, message: str, quote: str) -> Writing:
        """Add an issue."""
        self.issues.append(Issue(code, message, (self.words(quote),)))
        return self

    def reading(self) -> Reading:
        """Return the reading as it stands."""
        return Reading(
            self.document,
            self.reader,
            tuple(self.meetings),
            tuple(self.visits),
            tuple(self.commitments),
            tuple(self.statements),
            tuple(self.next_steps),
            tuple(self.outcomes),
            tuple(self.areas),
            tuple(self.issues),
        )


def korean_readout(**known: Any) -> Reading:
    """Return the Nara summit as Seoul tells it: 100 minutes, the third meeting, agreed."""
    text = (
        "President Lee Jae-myung and Prime Minister Sanae Takaichi held a summit in Nara on January 13, 2026 for 100 "
        "minutes from 2 PM, followed by a dinner. It was their third meeting. They agreed to expand cooperation in "
        'supply chains. "We shared deep trust," Director Wi Sung-lac said. Working-level consultations will follow.'
    )
    known = {"published": "2026-01-14", "publisher": "Office of the President", "side": "KOR", **known}
    writing = Writing(text, **known)
    return (
        writing.meeting(
            "held a summit in Nara",
            start="2026-01-13",
            date_text="January 13, 2026",
            start_time="14:00",
            duration_minutes=100,
            people=(LEE, TAKAICHI),
            place=NARA,
            host="JPN",
            formats=("one-on-one", "dinner"),
            sessions=(writing.session("followed by a dinner", "dinner"),),
            ordinal=3,
            named={
                "people": "President Lee Jae-myung and Prime Minister Sanae Takaichi",
                "start": "January 13, 2026",
                "duration_minutes": "100 minutes",
                "place": "Nara",
                "ordinal": "third meeting",
            },
        )
        .commitment("expand cooperation in supply chains", areas=("supply chains",))
        .statement("We shared deep trust,", Person("Wi Sung-lac", "Director", "KOR"), said_on="2026-01-14")
        .next_step("Working-level consultations will follow")
        .area("supply chains", "supply chains")
        .reading()
    )


def japanese_readout(**known: Any) -> Reading:
    """Return the same summit as Tokyo tells it: 88 minutes, in Nara Prefecture, the second meeting."""
    text = (
        "On January 13, Prime Minister TAKAICHI Sanae held a Japan-ROK summit meeting with President Lee Jae Myung in "
        "Nara Prefecture. The meeting lasted 88 minutes and was the second between the two. The leaders concurred to "
        "expand their cooperation on supply chains."
    )
    known = {"published": "2026-01-13", "publisher": "MOFA Japan", "side": "JPN", **known}
    return (
        Writing(text, **known)
        .meeting(
            "held a Japan-ROK summit meeting",
            start="2026-01-13",
            duration_minutes=88,
            countries=("JPN", "KOR"),
            people=(Person("TAKAICHI Sanae", "Prime Minister", "JPN"), Person("Lee Jae Myung", "President", "KOR")),
            place=Place("Nara Prefecture", "JPN"),
            host="JPN",
            ordinal=2,
            named={"start": "On January 13", "duration_minutes": "88 minutes", "ordinal": "the second between the two"},
        )
        .commitment("expand their cooperation on supply chains", areas=("supply chains",))
        .reading()
    )


def press_preview(**known: Any) -> Reading:
    """Return a newspaper's preview: planned for January 13 and 14, and a look back to October."""
    text = (
        "Lee will meet Takaichi in Nara on Jan. 13-14. Takaichi visited Gyeongju in October 2025 for APEC, where the "
        "two met for the first time."
    )
    known = {"published": "2026-01-09", "publisher": "The Korea Herald", **known}
    return (
        Writing(text, **known)
        .meeting(
            "Lee will meet Takaichi",
            status="planned",
            start="2026-01-13",
            end="2026-01-14",
            people=(Person("Lee", None, "KOR"), Person("Takaichi", None, "JPN")),
            place=NARA,
        )
        .meeting("the two met for the first time", start="2025-10", place=Place("Gyeongju", "KOR"), forum="APEC")
        .visit("Takaichi visited Gyeongju", Person("Takaichi", None, "JPN"), "KOR", start="2025-10", forum="APEC")
        .reading()
    )


def press_report(**known: Any) -> Reading:
    """Return a report of the meeting in Gyeongju to the day, and of Takaichi's journey there."""
    text = "Prime Minister Sanae Takaichi met President Lee Jae-myung in Gyeongju on 30 October 2025 beside APEC."
    known = {"published": "2025-10-31", "publisher": "Yonhap", **known}
    return (
        Writing(text, **known)
        .meeting(
            "met President Lee Jae-myung in Gyeongju",
            start="2025-10-30",
            people=(LEE, TAKAICHI),
            place=Place("Gyeongju", "KOR"),
            host="KOR",
            forum="APEC",
        )
        .visit("Sanae Takaichi met", TAKAICHI, "KOR", start="2025-10-30", forum="APEC")
        .reading()
    )


def four_accounts() -> tuple[Reading, ...]:
    """Return two governments' readouts of Nara, a preview of it, and a report of the meeting before."""
    return korean_readout(), japanese_readout(), press_preview(), press_report()


def summit(day: str, *, text: str | None = None, published: str | None = None, **fields: Any) -> Reading:
    """Return a press report of one leaders' meeting of Korea and Japan; ``fields`` are the meeting's."""
    words = text or f"The two leaders met on {day}."
    known = {"published": published, "publisher": "Daily Press"} if published else {"publisher": "Daily Press"}
    return Writing(words, **known).meeting(words, **{"start": day, **fields}).reading()


def many(count: int) -> list[Reading]:
    """Return ``count`` reports of monthly meetings since 2000, three on each, with what was agreed."""
    readings = []
    for number in range(count):
        month = number // 3
        day = f"{2000 + month // 12}-{month % 12 + 1:02}-13"
        paper = ("Daily Press", "Evening Post", "Morning News")[number % 3]
        text = f"{paper}: on {day} Lee and Takaichi met in Nara and agreed to expand trade in round {month}."
        writing = Writing(text, publisher=paper, published=day).meeting(
            "Lee and Takaichi met", start=day, people=(LEE, TAKAICHI), place=NARA, host="JPN"
        )
        readings.append(writing.commitment(f"expand trade in round {month}").reading())
    return readings
