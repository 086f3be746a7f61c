"""Accounts by hand, put together as the ledger does."""

from __future__ import annotations

from typing import Any

from tests.ledger.factory import LEE, TAKAICHI, Writing

from shuttle.ledger.assembly import Held, assemble
from shuttle.ledger.lookup import source_of
from shuttle.records.accounts import MeetingAccount, PairAccount, VisitAccount, account_id
from shuttle.records.findings import Person, Place

SEOUL = Place("Seoul", "KOR")
TOKYO = Place("Tokyo", "JPN")


def meeting(*told: dict[str, Any], **fields: Any) -> MeetingAccount:
    """Return one meeting of Korea and Japan as told by one document, or by one for each of ``told``."""
    held = []
    for number, one in enumerate(told or ({},)):
        values = {**fields, **one}
        publisher = values.pop("publisher", f"Paper {number}")
        side = values.pop("side", None)
        words = f"Document {number} of a meeting: {values.get('start')} {values.get('place')} {values.get('forum')}"
        reading = Writing(words, publisher=publisher, side=side).meeting(words, **values).reading()
        held.append(Held(reading.meetings[0], source_of(reading.document)))
    account = assemble(account_id([item.finding.id for item in held]), held)
    assert isinstance(account, MeetingAccount)
    return account


def visit(start: str | None, **fields: Any) -> VisitAccount:
    """Return a visit of Takaichi to Korea."""
    words = f"A visit on {start}."
    reading = Writing(words).visit(words, TAKAICHI, "KOR", start=start, **fields).reading()
    account = assemble(account_id([reading.visits[0].id]), [Held(reading.visits[0], source_of(reading.document))])
    assert isinstance(account, VisitAccount)
    return account


def journey(person: Person, to: str, start: str | None, *, words: str = "", **fields: Any) -> VisitAccount:
    """Return a visit of ``person`` to a country; ``words`` tell it from another of the same day."""
    told = f"{person.name} came to {to} on {start}. {words}"
    reading = Writing(told).visit(told, person, to, start=start, **fields).reading()
    account = assemble(account_id([reading.visits[0].id]), [Held(reading.visits[0], source_of(reading.document))])
    assert isinstance(account, VisitAccount)
    return account


def pair(*meetings: MeetingAccount, **parts: Any) -> PairAccount:
    """Return the account of Korea and Japan with these meetings, in the order of time."""
    ordered = tuple(sorted(meetings, key=lambda m: (m.start or "9999", m.id)))
    return PairAccount(("KOR", "JPN"), meetings=ordered, **parts)


def shuttle_diplomacy() -> tuple[MeetingAccount, ...]:
    """Return the documented meetings from March 2023 to January 2026, one document each."""
    people: tuple[Person, ...] = (LEE, TAKAICHI)
    told = (
        ("2023-03-16", TOKYO, "JPN", None),
        ("2023-05-07", SEOUL, "KOR", None),
        ("2023-11-16", Place("San Francisco", "USA"), None, "APEC"),
        ("2024-05-26", SEOUL, "KOR", None),
        ("2025-08-23", TOKYO, "JPN", None),
        ("2025-09-30", Place("Busan", "KOR"), "KOR", None),
        ("2025-10-30", Place("Gyeongju", "KOR"), "KOR", "APEC"),
        ("2025-11-23", Place("Johannesburg", "ZAF"), None, "G20"),
        ("2026-01-13", Place("Nara", "JPN"), "JPN", None),
    )
    return tuple(
        meeting(start=start, place=place, host=host, forum=forum, people=people) for start, place, host, forum in told
    )
