"""Every visit and meeting in the order of time, as a table for people.

In:   meeting and visit accounts.
Out:  rows of plain words, and an aligned text of them. For programs: `shuttle.views.account_json`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from shuttle.records.accounts import MeetingAccount, VisitAccount
from shuttle.records.findings import Person
from shuttle.views.wording import CountryName, and_list, capitalised, clean, date_words, person_words, place_words

__all__ = ["HEADER", "event_rows", "in_order", "plain_table"]

HEADER = ("Date", "What", "Place", "Who", "Format", "Sources", "Id")


def in_order(meetings: Iterable[MeetingAccount], visits: Iterable[VisitAccount]) -> list[MeetingAccount | VisitAccount]:
    """Return all of them by their first day, those without a date last; a visit stands before its meeting."""
    events: list[MeetingAccount | VisitAccount] = [*visits, *meetings]
    return sorted(events, key=lambda event: (event.start is None, event.start or ""))


def event_rows(events: Iterable[MeetingAccount | VisitAccount], country_name: CountryName) -> list[tuple[str, ...]]:
    """Return one row of words for each event, under `HEADER`."""
    rows: list[tuple[str, ...]] = []
    for event in events:
        if isinstance(event, MeetingAccount):
            what, where, who, how = _meeting_cells(event, country_name)
        else:
            what, where, who, how = _visit_cells(event, country_name)
        if event.status != "held":
            what = f"{what} ({event.status})"
        if event.forum:
            what = f"{what}, beside {clean(event.forum)}"
        sources = "; ".join(dict.fromkeys(clean(source.name) for source in event.sources))
        rows.append((date_words(event.start, event.end), capitalised(what), where, who, how, sources, event.id))
    return rows


def _meeting_cells(event: MeetingAccount, country_name: CountryName) -> tuple[str, str, str, str]:
    what = f"{_LEVELS[event.level or '']} {_MODES[event.mode or '']}".strip()
    if what == "leaders' meeting":
        what = "summit"
    where = place_words(event.place, country_name) if event.place else ""
    if not where and event.host:
        where = country_name(event.host)
    people = [_short(entry.person) for entry in event.people if entry.name or entry.office]
    who = and_list(dict.fromkeys(people)) or and_list(map(country_name, event.countries))
    formats = list(event.formats) + ([f"{event.duration} min"] if event.duration else [])
    return what, where, who, ", ".join(formats)


_LEVELS = {
    "": "",
    "leaders": "leaders'",
    "ministers": "ministers'",
    "vice-ministers": "vice-ministers'",
    "working": "working-level",
}
_MODES = {"": "meeting", "in person": "meeting", "phone": "telephone call", "video": "video call"}


def _visit_cells(event: VisitAccount, country_name: CountryName) -> tuple[str, str, str, str]:
    what = f"{event.visit_class} visit" if event.visit_class else "visit"
    return what, country_name(event.to_country), _short(event.person), ""


def _short(person: Person) -> str:
    return clean(person.name) if person.name else person_words(person, lambda code: code)


def plain_table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Return an aligned table; with a ``width`` the widest columns are cut to fit, ids never.

    Args:
        header: names of the columns.
        rows: cells, one line each.
        width: columns of the terminal; None for as wide as the cells are.
    """
    shown = [list(header), *(list(row) for row in rows)]
    widths = [max(_cells(row[column]) for row in shown) for column in range(len(header))]
    if width:
        _squeeze(widths, width - 2 * (len(widths) - 1))
    lines = ["  ".join(_fitted(cell, room) for cell, room in zip(row, widths, strict=True)).rstrip() for row in shown]
    rule = "  ".join("-" * room for room in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _squeeze(widths: list[int], room: int) -> None:
    """Take columns off the widest cells until the row fits; the first and last column keep theirs."""
    inner = range(1, len(widths) - 1)
    while sum(widths) > room and inner:
        widest = max(inner, key=lambda column: widths[column])
        if widths[widest] <= 8:
            return
        widths[widest] -= 1


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _fitted(text: str, room: int) -> str:
    if _cells(text) > room:
        while text and _cells(text) > room - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (room - _cells(text))
