"""Accounts for the tests of the views, built claim by claim without a ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import pytest

from shuttle.records import findings
from shuttle.records.accounts import (
    AreaAccount,
    CommitmentAccount,
    IssueAccount,
    MeetingAccount,
    NextStepAccount,
    PairAccount,
    PersonAccount,
    SessionAccount,
    StatementAccount,
    VisitAccount,
)
from shuttle.records.claims import Claim, FieldValue, Source
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Person, Place

NAMES = {"KOR": "South Korea", "JPN": "Japan", "ZAF": "South Africa", "CHN": "China"}
LEE = Person("Lee Jae-myung", "President", "KOR")
TAKAICHI = Person("Sanae Takaichi", "Prime Minister", "JPN")
WI = Person("Wi Sung-lac", "National Security Adviser", "KOR")
_KINDS: dict[type[Any], type[Any]] = {
    MeetingAccount: findings.Meeting,
    VisitAccount: findings.Visit,
    CommitmentAccount: findings.Commitment,
    StatementAccount: findings.Statement,
    NextStepAccount: findings.NextStep,
}
_NO_FIELDS = {"id", "main", "rule", "evidence", "meeting"}


class Desk:
    """Makes documents and accounts; every value is claimed in words that stand in the document's text."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.sources: dict[str, Source] = {}

    def country_name(self, code: str) -> str:
        """The name of a country of these tests."""
        return NAMES.get(code, code)

    def source(self, document_id: str, publisher: str | None = None, **values: Any) -> Source:
        """A document without a word in it yet."""
        self.texts.setdefault(document_id, "")
        source = Source(
            document_id, values.pop("source", f"{document_id}.txt"), values.pop("title", None), publisher,
            values.pop("side", None), values.pop("published", None), values.pop("published_basis", "given"),
            values.pop("url", None), values.pop("kind", "press"),
        )  # fmt: skip
        self.sources[document_id] = source
        return source

    def words(self, document_id: str, quote: str, field: str | None = None) -> Evidence:
        """Put ``quote`` into the document and return it as evidence."""
        text = self.texts[document_id]
        start = text.find(quote)
        if start < 0:
            start = len(text) + 1 if text else 0
            self.texts[document_id] = f"{text} {quote}" if text else quote
        return Evidence.of(self.texts[document_id], start, start + len(quote), field)

    def account(
        self, kind: type[Any], id_: str, said: Sequence[tuple[str, Mapping[str, tuple[Any, str]]]], **more: Any
    ) -> Any:
        """An account from what each document says, the best document first: ``{field: (value, words)}``."""
        claims: dict[str, list[Claim]] = {}
        for number, (document_id, values) in enumerate(said):
            for field, (value, quote) in values.items():
                finding = f"{id_}-{number}"
                evidence = (self.words(document_id, quote, field),)
                claim = Claim(f"{finding}.{field}", finding, field, value, evidence, document_id, "test.rule")
                claims.setdefault(field, []).append(claim)
        rows = []
        for entry in fields(_KINDS[kind]):
            if entry.name in _NO_FIELDS:
                continue
            made = claims.get(entry.name, [])
            if not made:
                rows.append(FieldValue(entry.name, None, "no claim"))
                continue
            best = made[0].value
            agreeing = tuple(claim for claim in made if claim.value == best)
            differing = tuple(claim for claim in made if claim.value != best)
            rule: Any = "government over press" if differing else "claims agree" if len(made) > 1 else "only one claim"
            rows.append(FieldValue(entry.name, best, rule, agreeing, differing))
        sources = tuple(self.sources[name] for name in dict.fromkeys(document_id for document_id, _ in said))
        return kind(id_, tuple(f"{id_}-{n}" for n in range(len(said))), sources, tuple(rows), **more)

    def person(self, person: Person, document_id: str, quote: str) -> PersonAccount:
        """Somebody who took part."""
        claim = Claim("p", "p", "people", person, (self.words(document_id, quote),), document_id, "test.rule")
        return PersonAccount(person.name, person.office, person.country, (claim,))

    def session(self, name: Any, document_id: str, quote: str, minutes: int | None = None) -> SessionAccount:
        """A part of a meeting."""
        claim = Claim("s", "s", "sessions", name, (self.words(document_id, quote),), document_id, "test.rule")
        length = FieldValue("duration_minutes", minutes, "only one claim", (claim,)) if minutes else None
        none = FieldValue("start_time", None, "no claim")
        return SessionAccount(name, none, length or FieldValue("duration_minutes", None, "no claim"), (claim,))


@pytest.fixture
def desk() -> Desk:
    """An empty desk."""
    return Desk()


@pytest.fixture
def pair(desk: Desk) -> PairAccount:
    """Korea and Japan, from the G20 of November 2025 to Nara, as two governments and a newspaper tell it."""
    desk.source("d-kor", "Office of the President", side="KOR", kind="government", published="2026-01-14",
                title="Briefing on the Korea-Japan summit", url="https://www.president.go.kr/1")  # fmt: skip
    desk.source("d-jpn", "Prime Minister's Office of Japan", side="JPN", kind="government", published="2026-01-13",
                title="Japan-ROK Summit Meeting")  # fmt: skip
    desk.source("d-press", "The Daily", published="2026-01-15", published_basis="inferred", title="Summit in Nara")
    g20 = desk.account(
        MeetingAccount,
        "ma-g20",
        [("d-kor", {
            "status": ("held", "met on the sidelines of the G20 Summit"),
            "level": ("leaders", "the two leaders met"),
            "mode": ("in person", "met on the sidelines"),
            "start": ("2025-11-23", "on November 23"),
            "countries": (("KOR", "JPN"), "President Lee and Prime Minister Takaichi"),
            "place": (Place("Johannesburg", "ZAF"), "in Johannesburg"),
            "host": ("ZAF", "in Johannesburg"),
            "forum": ("G20 summit", "the G20 Summit"),
        })],
    )  # fmt: skip
    nara = desk.account(
        MeetingAccount,
        "ma-nara",
        [
            ("d-kor", {
                "status": ("held", "held a summit"),
                "level": ("leaders", "The two leaders held a summit"),
                "mode": ("in person", "held a summit"),
                "start": ("2026-01-13", "on January 13-14"),
                "end": ("2026-01-14", "on January 13-14"),
                "start_time": ("14:00", "starting at 2:00 PM yesterday"),
                "duration_minutes": (100, "for approximately 100 minutes"),
                "countries": (("KOR", "JPN"), "between Korea and Japan"),
                "people": ((LEE, TAKAICHI), "President Lee and Prime Minister Takaichi"),
                "place": (Place("Nara", "JPN"), "in Nara Prefecture"),
                "host": ("JPN", "in Nara Prefecture, Japan"),
                "formats": (("one-on-one", "expanded", "dinner"),
                            "a one-on-one meeting, an expanded meeting and a dinner"),
                "ordinal": (3, "the third meeting"),
            }),
            ("d-jpn", {
                "status": ("held", "held a summit meeting"),
                "start": ("2026-01-13", "On January 13, 2026"),
                "duration_minutes": (88, "for a total of 88 minutes"),
                "ordinal": (2, "their second meeting"),
            }),
        ],
        people=(desk.person(LEE, "d-kor", "President Lee Jae-myung"),
                desk.person(TAKAICHI, "d-kor", "Prime Minister Takaichi")),
        sessions=(desk.session("one-on-one", "d-kor", "a small-scale one-on-one meeting", 20),),
        about=("d-kor", "d-jpn"),
    )  # fmt: skip
    visit = desk.account(
        VisitAccount,
        "va-aug",
        [("d-kor", {
            "person": (LEE, "with a visit to Japan last August"),
            "from_country": ("KOR", "President Lee resumed"),
            "to_country": ("JPN", "a visit to Japan"),
            "start": ("2025-08", "last August"),
            "status": ("held", "with a visit to Japan last August"),
        })],
    )  # fmt: skip
    commitment = desk.account(
        CommitmentAccount,
        "ca-1",
        [
            ("d-kor", {
                "action": ("expand cooperation on supply chains", "agreed to expand cooperation on supply chains"),
                "by": (("KOR", "JPN"), "the two leaders agreed"),
                "strength": ("agreed", "agreed to expand"),
                "areas": (("supply chains",), "supply chains"),
            }),
            ("d-jpn", {
                "action": ("cooperate on supply chains", "concurred in cooperating on supply chains"),
                "strength": ("expressed intent", "concurred in cooperating"),
            }),
        ],
        meeting="ma-nara",
    )  # fmt: skip
    statement = desk.account(
        StatementAccount,
        "sa-1",
        [("d-kor", {
            "speaker": (WI, "Director Wi stated"),
            "quoted": (True, "Director Wi stated"),
            "text": ("It was candid and in-depth.", "It was candid and in-depth."),
            "said_on": ("2026-01-14", "on January 14"),
        })],
        meeting="ma-nara",
    )  # fmt: skip
    step = desk.account(
        NextStepAccount,
        "na-1",
        [("d-press", {
            "kind": ("consultation", "working-level consultations"),
            "text": ("turn agreements into outcomes through working-level consultations",
                     "turn agreements into outcomes through working-level consultations"),
            "by": (("KOR",), "The Korean government plans"),
        })],
        meeting="ma-nara",
    )  # fmt: skip
    return PairAccount(
        ("KOR", "JPN"), (g20, nara), (visit,), (commitment,), (statement,), (step,),
        (AreaAccount("supply chains", (("d-kor", desk.words("d-kor", "supply chains")),)),),
        (IssueAccount("date", "The year of “last spring” could not be told.", "d-press",
                      (desk.words("d-press", "last spring"),)),),
        tuple(desk.sources.values()),
    )  # fmt: skip
