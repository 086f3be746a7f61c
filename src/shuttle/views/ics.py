"""Entries as an iCalendar file (RFC 5545), written anew or again: what has not changed stays as it was.

In:   entries (`shuttle.views.calendar_entries`), the moment of writing, and the file as it was before.
Out:  the file's bytes.

Whole days end on the day after (``DTEND`` is exclusive). Text is escaped by the library, so that a line break in it
cannot begin another entry. An entry that changed has a greater ``SEQUENCE`` than before; one of the same pair that is
there no more is called off once (``CANCELLED``), so that calendars that took it in strike it out; what somebody else
put into the file stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from shuttle.errors import RecordError
from shuttle.views.calendar_entries import DOMAIN, Entry
from shuttle.views.wording import clean

__all__ = ["ics", "known_uids"]

_PRODUCT = "-//Shuttle//shuttle-diplomacy//EN"
_PAIR = "X-SHUTTLE-PAIR"
# What may differ although nothing has changed.
_NO_MATTER = ("DTSTAMP", "SEQUENCE")


def ics(entries: Iterable[Entry], stamp: dt.datetime, before: bytes | None = None) -> bytes:
    """Return ``entries`` as a calendar, in the order of time.

    Args:
        entries: no uid twice.
        stamp: when this is written, with its time zone; the same stamp gives the same bytes.
        before: the file that this takes the place of.

    Raises:
        RecordError: ``before`` is no iCalendar file.
    """
    from icalendar import Calendar

    written = list(entries)
    old = _components(before)
    mine = {str(item["UID"]): item for item in old if _is_ours(item)}
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    pairs = {entry.pair for entry in written}
    uids = {entry.uid for entry in written}
    made = [_kept(_component(entry, stamp), mine.get(entry.uid), stamp) for entry in sorted(written, key=_order)]
    for item in old:
        ours = _is_ours(item)
        if ours and str(item["UID"]) in uids:
            continue
        if ours and str(item.get(_PAIR)) in pairs:
            item = _called_off(item, stamp)
        made.append(item)
    for item in made:
        calendar.add_component(item)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def known_uids(before: bytes | None) -> frozenset[str]:
    """Return the uids that Shuttle gave in a file.

    Raises:
        RecordError: it is no iCalendar file.
    """
    return frozenset(str(item["UID"]) for item in _components(before) if _is_ours(item))


def _order(entry: Entry) -> tuple[str, str, str]:
    day = entry.start or entry.due
    return entry.kind, day.isoformat() if day else "9999", entry.uid


def _components(before: bytes | None) -> list[Any]:
    from icalendar import Calendar

    if not before:
        return []
    try:
        return list(Calendar.from_ical(before).subcomponents)
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        raise RecordError(f"this is no iCalendar file: {error}. Name another file, or move this one away.") from error


def _is_ours(item: Any) -> bool:
    return item.name in ("VEVENT", "VTODO") and str(item.get("UID", "")).endswith(DOMAIN)


def _component(entry: Entry, stamp: dt.datetime) -> Any:
    from icalendar import Event, Todo

    item: Any = Event() if entry.kind == "event" else Todo()
    item.add("uid", entry.uid)
    item.add("dtstamp", stamp.astimezone(dt.UTC))
    item.add("sequence", entry.sequence)
    item.add("summary", clean(entry.summary))
    item.add("description", "\n".join(map(clean, entry.description)))
    item.add("status", entry.status)
    if entry.start is not None:
        _add_days(item, entry)
    if entry.kind == "event":
        # A held or planned meeting of leaders takes no time of whoever reads of it.
        item.add("transp", "TRANSPARENT")
    if entry.due is not None:
        item.add("due", entry.due)
    if entry.status == "COMPLETED":
        item.add("percent-complete", 100)
    if entry.place:
        item.add("location", clean(entry.place))
    if entry.labels:
        item.add("categories", list(map(clean, entry.labels)))
    if entry.url:
        item.add("url", entry.url)
    item.add(_PAIR, entry.pair)
    return item


def _add_days(item: Any, entry: Entry) -> None:
    assert entry.start is not None  # noqa: S101 - the caller has looked
    if entry.start_time is None:
        item.add("dtstart", entry.start)
        item.add("dtend", (entry.end or entry.start) + dt.timedelta(1))
        return
    hour = dt.time.fromisoformat(entry.start_time)
    begins = dt.datetime.combine(entry.start, hour, ZoneInfo(entry.zone) if entry.zone else None)
    item.add("dtstart", begins)
    if entry.minutes:
        item.add("dtend", begins + dt.timedelta(minutes=entry.minutes))


def _kept(item: Any, old: Any, stamp: dt.datetime) -> Any:
    """Return ``item`` as it was before if nothing changed, else with a greater number."""
    if old is None:
        return item
    number = int(old.get("SEQUENCE", 0))
    if _matter(item) == _matter(old):
        return old
    item["SEQUENCE"] = type(item["SEQUENCE"])(max(number + 1, int(item["SEQUENCE"])))
    return item


def _called_off(old: Any, stamp: dt.datetime) -> Any:
    if str(old.get("STATUS")) == "CANCELLED":
        return old
    for name in ("STATUS", "SEQUENCE", "DTSTAMP"):
        number = int(old.get("SEQUENCE", 0)) if name == "SEQUENCE" else 0
        old.pop(name, None)
        value = {"STATUS": "CANCELLED", "SEQUENCE": number + 1, "DTSTAMP": stamp.astimezone(dt.UTC)}[name]
        old.add(name, value)
    return old


def _matter(item: Any) -> list[bytes]:
    """Return the lines of an entry that matter, in order."""
    lines = item.to_ical().replace(b"\r\n ", b"").splitlines()
    return sorted(line for line in lines if not line.startswith(tuple(name.encode() for name in _NO_MATTER)))
