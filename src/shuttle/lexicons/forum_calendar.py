"""Coming meetings of forums: when and where, which countries belong, and who says so; a desk's own beside them.

In:   `world/forum_calendar.csv` and `world/forum_members.toml`; or the text of a file in CSV or iCalendar.
Out:  `ForumMeeting`s. That a country belongs to a forum does not say that its leader will go.

A desk's file in CSV has the columns of `COLUMNS`, of which `label` and `start` are needed; `members` takes codes or
names of countries divided by semicolons, and is taken from the known forum if it is left out and `forum` names one.
In iCalendar the members stand in `CATEGORIES` or as the names of `ATTENDEE`s.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from shuttle.errors import DocumentError, RecordError, UnknownCountryError
from shuttle.lexicons.countries import all_countries, find_country
from shuttle.lexicons.loading import load_rows, load_table
from shuttle.records.dates import check_date, last_day

__all__ = ["COLUMNS", "ForumKind", "ForumMeeting", "coming_forums", "forum_members", "forums_from"]

ForumKind = Literal["leaders", "conference"]

# Columns of a desk's file; others are passed over.
COLUMNS = ("label", "start", "end", "city", "country", "forum", "members", "kind", "source")

_MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class ForumMeeting:
    """One coming meeting of a forum.

    Attributes:
        start: first day, as precise as it was announced; empty if not even the year was.
        end: last day; None where it ends on the day (month, year) it began.
        label: what it is called.
        forum: key of `en/forums.toml`; empty for one that Shuttle does not know.
        country: alpha-3 code of the host; None if not known.
        members: alpha-3 codes of those that belong to it, in order.
        kind: ``leaders`` for a summit; ``conference`` if leaders come for a day or not at all.
        source: who says so.
    """

    start: str
    label: str
    end: str | None
    city: str | None
    country: str | None
    forum: str
    members: tuple[str, ...]
    kind: ForumKind
    source: str

    @property
    def order(self) -> tuple[str, str, str]:
        """What it is sorted by: time first, those without any date last."""
        return self.start or "9999", self.label, self.country or ""

    @property
    def dated(self) -> bool:
        """Whether its days are known."""
        return len(self.start) == 10


@functools.cache
def coming_forums() -> tuple[ForumMeeting, ...]:
    """Return the calendar that comes with Shuttle, in the order of time."""
    return tuple(
        sorted(
            (
                ForumMeeting(
                    start=row["start"],
                    label=row["label"],
                    end=row["end"] or None,
                    city=row["city"] or None,
                    country=row["country"] or None,
                    forum=row["forum"],
                    members=tuple(
                        code for code in forum_members()[row["forum"]] if code not in row["without"].split(";")
                    ),
                    kind="leaders" if row["kind"] == "leaders" else "conference",
                    source=row["source"],
                )
                for row in load_rows("world/forum_calendar.csv")
            ),
            key=lambda meeting: meeting.order,
        )
    )


@functools.cache
def forum_members() -> dict[str, tuple[str, ...]]:
    """Return the codes of those that belong to each forum, by its key."""
    states = [country.code for country in all_countries().values() if country.kind == "country"]
    return {
        entry["forum"]: tuple(sorted(entry["members"] if "members" in entry else set(states) - set(entry["all_but"])))
        for entry in load_table("world/forum_members.toml")["forum"]
    }


def forums_from(name: str, content: bytes) -> tuple[ForumMeeting, ...]:
    """Return the meetings of a desk's own file, in the order of time.

    Args:
        name: of the file, for messages; one that ends in ``.ics`` is read as iCalendar, any other as CSV.
        content: UTF-8.

    Raises:
        DocumentError: the file cannot be read; the message names the row and the way out.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name}: not UTF-8 at byte {error.start}. Save the file as UTF-8.") from error
    read = _from_ics if name.casefold().endswith(".ics") else _from_csv
    return tuple(sorted(read(name, text), key=lambda meeting: meeting.order))


def _from_csv(name: str, text: str) -> Iterable[ForumMeeting]:
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        head = rows.fieldnames or []
        if missing := [column for column in ("label", "start") if column not in head]:
            raise DocumentError(
                f"{name}: no column {missing[0]!r}. The first line names the columns: {', '.join(COLUMNS)}."
            )
        found: list[ForumMeeting] = []
        for row in rows:
            if len(found) >= _MOST_ROWS:
                raise DocumentError(f"{name}: more than {_MOST_ROWS} rows. Keep those that are to come.")
            found.append(_meeting(f"{name}, line {rows.line_num}", {key: row.get(key) or "" for key in COLUMNS}))
    except csv.Error as error:
        raise DocumentError(f"{name}: no CSV: {error}. Save the sheet as comma-separated values.") from error
    return found


def _from_ics(name: str, text: str) -> Iterable[ForumMeeting]:
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(text).walk("VEVENT")
    except (ValueError, IndexError, KeyError) as error:
        raise DocumentError(f"{name}: no iCalendar file: {error}. Export the calendar anew.") from error
    if len(events) > _MOST_ROWS:
        raise DocumentError(f"{name}: more than {_MOST_ROWS} events. Keep those that are to come.")
    found: list[ForumMeeting] = []
    for number, event in enumerate(events, start=1):
        begins, ends = _day(event.get("DTSTART")), _day(event.get("DTEND"), last=True)
        named = event.get("CATEGORIES")
        members = [str(item) for item in getattr(named, "cats", None) or []]
        attendees = event.get("ATTENDEE") or []
        for item in attendees if isinstance(attendees, list) else [attendees]:
            members.append(str(getattr(item, "params", {}).get("CN", "")))
        cells = {
            "label": str(event.get("SUMMARY") or ""),
            "start": begins,
            "end": ends if ends > begins else "",
            "city": str(event.get("LOCATION") or ""),
            "members": ";".join(members),
            "source": str(event.get("URL") or ""),
        }
        found.append(_meeting(f"{name}, event {number}", dict.fromkeys(COLUMNS, "") | cells))
    return found


def _day(value: Any, *, last: bool = False) -> str:
    """Return the day of a DTSTART, or the last day that a DTEND (which is exclusive for whole days) includes."""
    moment = getattr(value, "dt", None)
    if isinstance(moment, dt.datetime):
        return moment.date().isoformat()
    if isinstance(moment, dt.date):
        return (moment - dt.timedelta(1) if last else moment).isoformat()
    return ""


def _meeting(where: str, cells: dict[str, str]) -> ForumMeeting:
    cells = {key: " ".join(cell.split()) for key, cell in cells.items()}
    try:
        start, end = check_date(cells["start"]), cells["end"] and check_date(cells["end"])
        forum = cells["forum"].casefold()
        named = [part for part in cells["members"].split(";") if part.strip()]
        members = {find_country(part) for part in named} or set(forum_members().get(forum, ()))
        country = find_country(cells["country"]) if cells["country"] else None
    except (RecordError, UnknownCountryError) as error:
        raise DocumentError(f"{where}: {error}") from error
    if end and last_day(end) < last_day(start):
        raise DocumentError(f"{where}: ends on {end}, before it begins on {start}. Correct one of the two.")
    if not cells["label"]:
        raise DocumentError(f"{where}: no label. Write what the meeting is called.")
    if not members:
        raise DocumentError(
            f"{where}: nobody belongs to {cells['label']!r}. Name members (KOR;JPN), or a forum that Shuttle knows: "
            f"{', '.join(sorted(forum_members()))}."
        )
    if cells["kind"] not in ("", "leaders", "conference"):
        raise DocumentError(f"{where}: kind {cells['kind']!r} is neither leaders nor conference. Write one, or none.")
    return ForumMeeting(
        start=start,
        label=cells["label"],
        end=end or None,
        city=cells["city"] or None,
        country=country,
        forum=forum,
        members=tuple(sorted(members)),
        kind="conference" if cells["kind"] == "conference" else "leaders",
        source=cells["source"] or where.partition(",")[0],
    )
