"""Where to look for what can be the same event: keys of findings, and windows in time.

In:   a `Mention`.
Out:  the keys under which it is kept, and the months in which the events lie that it can mean.

A finding that is dated to the month is found under its parties and each month it covers. A vaguer one has a
window: the year it names, or the days before (a plan: after) its publication that it can mean. It is found under its
bucket, which says when that window is, so that whoever changes a month finds all that look into it. What
has no date, not even of publication, can mean any month of its parties (`timeless`), as long as they have so few
that one can be told (`CROWDED`); what has a very wide window is looked for by nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from shuttle.ledger.matching import REACH, VAGUE, Mention, people_key
from shuttle.records import dates

__all__ = [
    "CROWDED",
    "any_month",
    "block_keys",
    "bucket",
    "buckets_around",
    "crowded",
    "dated",
    "month_keys",
    "months",
    "parties_key",
    "timeless",
    "window",
    "window_keys",
]

# Parties with findings in more months than this meet so often that a text without any date cannot tell of which time
# it speaks: place, forum or number come again. It also bounds what such a text makes a ledger look through.
CROWDED = 60

# A year, with the reach beyond it: whatever can mean more months than this is left apart.
_WIDEST = 27
# The longest way, in months, from an event to the publication of a text that can mean it.
_AROUND = REACH // 28 + 1


def dated(mention: Mention) -> bool:
    """Return whether a mention is dated to the month at least, so that it needs no window."""
    return mention.precision < VAGUE


def block_keys(mention: Mention) -> Iterator[str]:
    """Yield keys such that two dated mentions match only if they share one; of a vaguer one yield its bucket.

    A key names the parties and a month. For a small meeting on a known day another names the day and
    the people: by it a text that leaves out one party finds the meeting of all.
    """
    if not dated(mention):
        yield bucket(mention)
        return
    yield from month_keys(mention)
    people = people_key(mention)
    if people is not None:
        yield f"people:{people}"


def bucket(mention: Mention) -> str:
    """Return the key of a vague mention: those of one bucket look into the same time and may join each other."""
    parties = parties_key(mention)
    if timeless(mention):
        return f"{parties}~"
    if not window(mention):
        return f"{mention.finding}@alone"
    return f"{parties}={mention.start[:4]}" if mention.start else f"{parties}~{(mention.published or '')[:7]}"


def timeless(mention: Mention) -> bool:
    """Return whether a mention can mean any time: place, forum, number or loose words must tell its event."""
    return mention.findable and mention.start is None and mention.published is None


def any_month(parties: str) -> tuple[str, str]:
    """Return the bounds between which the keys of all months of some parties (`parties_key`) lie."""
    return f"{parties}@", f"{parties}@\x7f"


def crowded(mentions: Iterable[Mention]) -> set[str]:
    """Return the parties (`parties_key`) of which ``mentions``, all that there are, fill too many months."""
    filled: dict[str, set[str]] = {}
    for mention in mentions:
        if dated(mention):
            filled.setdefault(parties_key(mention), set()).update(month_keys(mention))
    return {parties for parties, keys in filled.items() if len(keys) > CROWDED}


def month_keys(mention: Mention) -> Iterator[str]:
    """Yield the keys of a dated mention that name its parties and a month."""
    yield from _month_keys(mention, months(mention))


def window(mention: Mention) -> list[str]:
    """Return the months in which the events begin or end that a vague mention can mean; none if that is no help."""
    if dated(mention) or not mention.findable:
        return []
    if mention.start is not None:
        first, last = dates.first_day(mention.start), dates.last_day(mention.end or mention.start)
    elif mention.published is None:
        return []
    elif mention.status == "held":
        last = dates.last_day(mention.published)
        first = _later(last, -REACH)
    else:
        first = dates.first_day(mention.published)
        last = _later(first, REACH)
    covered = _number(last) - _number(first) + 1
    return _months(_number(first), _number(last)) if covered <= _WIDEST else []


def months(mention: Mention) -> list[str]:
    """Return the months that a dated mention covers, first to last."""
    if mention.start is None:
        return []
    first = _number(dates.first_day(mention.start))
    return _months(first, max(first, _number(dates.last_day(mention.end or mention.start))))


def window_keys(mention: Mention) -> Iterator[str]:
    """Yield the keys of the dated mentions that a vague one can mean."""
    yield from _month_keys(mention, window(mention))


def _month_keys(mention: Mention, covered: Iterable[str]) -> Iterator[str]:
    parties = parties_key(mention)
    for month in covered:
        yield f"{parties}@{month}"


def buckets_around(mentions: Iterable[Mention]) -> set[str]:
    """Return the buckets whose windows can hold a day of ``mentions``, which are dated; none without any date."""
    found: set[str] = set()
    for parties, month in {(parties_key(mention), month) for mention in mentions for month in months(mention)}:
        number = int(month[:4]) * 12 + int(month[5:]) - 1
        published = _months(number - _AROUND, number + _AROUND)
        found.update(f"{parties}~{near}" for near in published)
        # A publication of which only the year is known reaches as far from either end of it.
        found.update(
            f"{parties}~{year:04}" for year in range((number - _AROUND) // 12 - 1, (number + _AROUND) // 12 + 2)
        )
        found.update(f"{parties}={year:04}" for year in range((number - _WIDEST) // 12, number // 12 + 1))
    return found


def parties_key(mention: Mention) -> str:
    """Return what a mention has in common with all of its kind that name the same parties."""
    return f"{mention.kind}:{'+'.join(mention.countries)}"


def _later(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or the first or last day that there is."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal()))


def _number(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _months(first: int, last: int) -> list[str]:
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
