"""Readings of a made-up world, as many as wanted, with the truth about which of them tell of one meeting.

Fifty countries meet for twenty-five years. How often two of them do follows Zipf's law: of all documents the pair that
meets most has about three in a hundred, most pairs have one in some thousands. Each meeting is told of by some four
documents in a row that knows no order of time: most give the day, some the month, the year, or nothing but the
place, the forum or how often the two have met; some look ahead. The prose is our own, from templates, and so short
because reading it is not what is measured.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from shuttle.records.documents import Document, PublishedBasis, document_id
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Meeting, NextStep, Person, Place, Statement, Visit, finding_id
from shuttle.records.readings import Reading

__all__ = ["COUNTRIES", "Told", "World"]

COUNTRIES = [
    "ARG",
    "AUS",
    "AUT",
    "BEL",
    "BGD",
    "BRA",
    "CAN",
    "CHE",
    "CHL",
    "CHN",
    "COL",
    "CZE",
    "DEU",
    "DNK",
    "EGY",
    "ESP",
    "FIN",
    "FRA",
    "GBR",
    "GRC",
    "HUN",
    "IDN",
    "IND",
    "IRL",
    "ISR",
    "ITA",
    "JPN",
    "KAZ",
    "KEN",
    "KOR",
    "MAR",
    "MEX",
    "MNG",
    "NLD",
    "NOR",
    "NZL",
    "PAK",
    "PHL",
    "POL",
    "PRT",
    "ROU",
    "SAU",
    "SGP",
    "SWE",
    "THA",
    "TUR",
    "UKR",
    "USA",
    "VNM",
    "ZAF",
]
#: The law's exponent, so that the first of 1225 pairs has three documents in a hundred.
_EXPONENT = 0.65
_DOCUMENTS_A_MEETING = 4
_FIRST, _DAYS = dt.date(2001, 1, 1), 25 * 365
_FORUMS = ("the APEC summit", "the G20 summit", "the UN General Assembly", "the East Asia Summit")
_SYLLABLES = ("ar", "bel", "cor", "dan", "el", "fir", "gol", "han", "ister", "jor", "kal", "lun", "mir", "nor", "ost")
_DEEDS = ("expand", "review", "resume", "deepen", "simplify", "protect", "finance", "open")
_THINGS = (
    "trade in grain and machine parts",
    "the exchange of students and teachers",
    "joint patrols along the coast",
    "direct flights between the two capitals",
    "the supply of gas through the winter",
    "rules for the transfer of pensions",
    "research on vaccines for cattle",
    "visas for seasonal workers",
)
_FILLER = (
    "Flags stood along the road from the airport, and schools had closed for the day.",
    "It rained in the morning; the guard of honour stood under the roof of the station.",
    "A choir sang two songs of either country before the delegations sat down.",
    "Aides carried folders of several colours and would not say what was in them.",
    "The hall had been painted anew, and the carpet came from a village nearby.",
)


@dataclass(frozen=True, slots=True)
class _Event:
    """A meeting as it was."""

    parties: tuple[str, ...]
    day: dt.date
    level: str
    mode: str
    place: Place | None
    forum: str | None
    ordinal: int
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A reading, and which meeting each of its findings tells of in truth.

    Attributes:
        truth: by finding id, a name that is equal for findings of one meeting.
    """

    reading: Reading
    truth: dict[str, str] = field(default_factory=dict)


class World:
    """The world of so many documents.

    Args:
        documents: how many there are in all; the number of meetings follows.
        seed: another world of the same size.
    """

    def __init__(self, documents: int, seed: int = 1) -> None:
        self._size = documents
        self._seed = seed
        self.pairs: Sequence[tuple[str, str]] = list(itertools.combinations(COUNTRIES, 2))
        random.Random(seed).shuffle(self.pairs)  # noqa: S311
        weights = [1 / rank**_EXPONENT for rank in range(1, len(self.pairs) + 1)]
        self.shares = [weight / sum(weights) for weight in weights]
        self._sums = list(itertools.accumulate(self.shares))

    def told(self, first: int, last: int) -> Iterator[Told]:
        """Yield the documents with these numbers, the last not included; the same for the same number always."""
        for number in range(first, last):
            choose = random.Random(f"{self._seed}/{number}")  # noqa: S311  (no secret)
            rank = min(bisect.bisect(self._sums, choose.random()), len(self.pairs) - 1)
            meetings = max(1, round(self._size * self.shares[rank] / _DOCUMENTS_A_MEETING))
            yield self._tell(number, rank, choose.randrange(meetings), choose)

    def _event(self, rank: int, number: int) -> _Event:
        choose = random.Random(f"{self._seed}/{rank}/{number}")  # noqa: S311
        parties: tuple[str, ...] = self.pairs[rank]
        if choose.random() < 0.03:
            third = choose.choice(COUNTRIES)
            parties = parties if third in parties else (*parties, third)
        day = _FIRST + dt.timedelta(days=choose.randrange(_DAYS))
        level = "leaders" if choose.random() < 0.55 else "ministers"
        mode = "phone" if choose.random() < 0.1 else "in person"
        host = choose.choice(parties)
        place = None if mode == "phone" else Place(_name(host, choose.randrange(4), 2), host)
        forum = choose.choice(_FORUMS) if place and choose.random() < 0.2 else None
        people = tuple(_holder(party, level, day.year) for party in parties)
        return _Event(parties, day, level, mode, place, forum, number + 1, people)

    def _tell(self, number: int, rank: int, meeting: int, choose: random.Random) -> Told:
        event = self._event(rank, meeting)
        how = choose.random()
        planned = choose.random() < 0.06
        published = event.day + dt.timedelta(days=choose.randrange(-6, 0) if planned else choose.randrange(3))
        day = event.day.isoformat()
        start: str | None = day
        place, forum, ordinal, undated = event.place, event.forum, None, False
        if how < 0.08:
            start, published = day[:7], event.day + dt.timedelta(days=(-20 if planned else 20))
        elif how < 0.12:
            start, published = day[:4], event.day + dt.timedelta(days=(-20 if planned else choose.randrange(300)))
        elif how < 0.24:
            undated = True
            start, published = None, event.day + dt.timedelta(days=(-30 if planned else choose.randrange(90)))
            place, forum = (place, None) if how < 0.18 else (None, forum)
            ordinal = event.ordinal if 0.20 < how < 0.22 else None
        when = "" if start is None else f" on {start}" if len(start) == 10 else f" in {start}"
        leaders = " and ".join(f"{person.office} {person.name}" for person in event.people)
        verb = "will meet" if planned else "spoke by phone" if event.mode == "phone" else "met"
        where = f" in {place.name}" if place else ""
        beside = f" beside {forum}" if forum else ""
        count = f", the meeting number {ordinal} of the two" if ordinal else ""
        fact = f"{leaders} {verb}{where}{beside}{when}{count}"
        deed = f"{choose.choice(_DEEDS)} {_THINGS[meeting % len(_THINGS)]}"
        filler = " ".join(choose.choice(_FILLER) for _ in range(6))
        text = (
            f"Report {number}. {fact}. {filler} They agreed to {deed}. “We spoke of {deed}.” Officials will follow up."
        )
        known = None if undated and choose.random() < 0.1 else published.isoformat()
        side = choose.choice(event.parties) if choose.random() < 0.3 else None
        writing = _Writing(text, number, known, side)
        found = writing.meeting(
            fact,
            status="planned" if planned else "held",
            level=event.level if choose.random() < 0.85 else None,
            mode=event.mode if place or event.mode == "phone" else None,
            start=start,
            countries=event.parties,
            people=event.people if choose.random() < 0.8 else (),
            place=place,
            host=place.country if place and choose.random() < 0.5 else None,
            forum=forum,
            ordinal=ordinal,
        )
        if place and event.level == "leaders" and choose.random() < 0.3:
            for guest in (person for person in event.people if person.country != place.country):
                writing.visit(fact, guest, place.country or "", start, "planned" if planned else "held")
                break
        if choose.random() < 0.35:
            writing.commitment(deed, event.parties)
        if choose.random() < 0.35:
            writing.statement(f"We spoke of {deed}.", event.people[0])
        if choose.random() < 0.2:
            writing.next_step("Officials will follow up", event.parties)
        return Told(writing.reading(), {found: f"{rank}/{meeting}"})


class _Writing:
    """One reading in the making."""

    def __init__(self, text: str, number: int, published: str | None, side: str | None) -> None:
        publisher = f"Government of {side}" if side else f"Daily {number % 40}"
        name = document_id(text, title=None, published=published, publisher=publisher, url=None)
        basis: PublishedBasis | None = "given" if published else None
        self.document = Document(
            name,
            f"{number}.txt",
            text,
            None,
            published,
            basis,
            None,
            publisher,
            side,
            "en",
        )
        self.found: dict[str, list[Any]] = {"meetings": [], "visits": [], "commitments": [], "statements": []}
        self.found["next_steps"] = []

    def _words(self, quote: str) -> tuple[Evidence, ...]:
        start = self.document.text.index(quote)
        return (Evidence(start, start + len(quote), quote),)

    def meeting(self, quote: str, **values: Any) -> str:
        """Add the main meeting; return its id."""
        name = finding_id("m", self.document.id, quote)
        values = {**dict.fromkeys(("end", "date_text", "start_time", "duration_minutes")), **values}
        self.found["meetings"].append(
            Meeting(
                id=name,
                main=True,
                formats=(),
                sessions=(),
                rule="world",
                evidence=self._words(quote),
                **values,
            )
        )
        return name

    def visit(self, quote: str, person: Person, to: str, start: str | None, status: str) -> None:
        """Add a visit."""
        name = finding_id("v", self.document.id, quote)
        words = self._words(quote)
        self.found["visits"].append(
            Visit(name, person, person.country, to, start, None, None, status, None, "world", words)  # type: ignore[arg-type]
        )

    def commitment(self, action: str, by: tuple[str, ...]) -> None:
        """Add a commitment at the main meeting."""
        name = finding_id("c", self.document.id, action)
        main = self.found["meetings"][0].id
        words = self._words(action)
        self.found["commitments"].append(Commitment(name, action, by, "agreed", (), None, main, None, "world", words))

    def statement(self, text: str, speaker: Person) -> None:
        """Add a statement."""
        name = finding_id("s", self.document.id, text)
        self.found["statements"].append(Statement(name, speaker, True, text, None, "world", self._words(text)))

    def next_step(self, text: str, by: tuple[str, ...]) -> None:
        """Add a next step."""
        name = finding_id("n", self.document.id, text)
        self.found["next_steps"].append(NextStep(name, "consultation", text, by, None, "world", self._words(text)))

    def reading(self) -> Reading:
        """Return the reading."""
        return Reading(self.document, "world/1", **{key: tuple(some) for key, some in self.found.items()})


@cache
def _name(country: str, number: int, syllables: int) -> str:
    choose = random.Random(f"{country}/{number}")  # noqa: S311
    return "".join(choose.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


@cache
def _holder(country: str, level: str, year: int) -> Person:
    """Return who holds the office: another every five years."""
    term = year // 5 * 2 + (level == "leaders")
    office = "President" if level == "leaders" else "Foreign Minister"
    return Person(f"{_name(country, 100 + term, 2)} {_name(country, 200 + term, 3)}", office, country)
