"""How often two countries' leaders meet, as lines for a terminal; each names the records that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from shuttle.analysis.cadence import Cadence, Era
from shuttle.analysis.rhythm import Gap
from shuttle.views.text_lines import TextLine
from shuttle.views.turn_text import event_words, present_gap_lines, rule_lines, times
from shuttle.views.wording import CountryName, and_list, clean, count, date_words, day_words

__all__ = ["cadence_lines"]

_MOST_YEARS = 15


def cadence_lines(found: Cadence, country_name: CountryName) -> Iterator[TextLine]:
    """Yield the lines."""
    one, other = map(country_name, found.selection.pair)
    yield TextLine("title", 0, f"{one} and {other}: how often their leaders meet, as of {day_words(found.as_of)}")
    yield from rule_lines(found.selection, country_name)
    counted = found.selection.encounters
    yield TextLine("blank", 0, "")
    if not counted:
        yield TextLine("entry", 0, "Nothing on record counts under this rule.")
        return
    first, last = counted[0], counted[-1]
    yield TextLine("entry", 0, f"On record {times(len(counted))}")
    yield TextLine("detail", 1, f"first {first.id}: {event_words(first, country_name)}")
    yield TextLine("detail", 1, f"last {last.id}: {event_words(last, country_name)}")
    yield from present_gap_lines(found.present) if found.present else ()
    yield from _gaps(found)
    yield TextLine("blank", 0, "")
    yield TextLine("heading", 0, "Per year")
    years = found.per_year[-_MOST_YEARS:]
    if len(found.per_year) > len(years):
        before = sum(number for _, number in found.per_year[: -len(years)])
        yield TextLine("detail", 1, f"{found.per_year[0][0]} to {years[0][0] - 1}: {before}")
    for year, number in years:
        ids = ", ".join(one.id for one in counted if one.start[:4] == str(year))
        yield TextLine("detail", 1, f"{year}: {number}" + (f" ({ids})" if 0 < number <= 4 else ""))
    yield TextLine("blank", 0, "")
    yield TextLine("heading", 0, "Under these leaders and earlier ones")
    for era in found.eras:
        yield from _era(era, country_name)


def _gaps(found: Cadence) -> Iterator[TextLine]:
    if found.mean is None or found.median is None or found.longest is None:
        return
    known = sum(gap.days is not None for gap in found.gaps)
    rough = "" if known == len(found.gaps) else f", {known} of {len(found.gaps)} known to the day"
    yield TextLine(
        "entry",
        0,
        f"Between two meetings {found.mean:.0f} days in the mean, {found.median:.0f} in the median"
        f" ({count(len(found.gaps), 'gap')}{rough})",
    )
    yield TextLine("entry", 0, f"Longest silence: {_length(found.longest)}")
    longest = found.longest
    yield TextLine(
        "detail",
        1,
        f"from {longest.earlier.id}, {date_words(longest.earlier.start, longest.earlier.end)}, "
        f"to {longest.later.id}, {date_words(longest.later.start, longest.later.end)}",
    )
    if found.present and found.present.about_days > longest.about_days:
        yield TextLine("detail", 1, "the present one is longer")


def _era(era: Era, country_name: CountryName) -> Iterator[TextLine]:
    told = []
    for code, name in era.leaders:
        table = " (by the table of office-holders)" if code in era.by_table else ""
        told.append(clean(name) + table if name else f"a leader of {country_name(code)} whom no source names")
    dates = date_words(era.encounters[0].start, era.encounters[-1].start)
    yield TextLine("entry", 1, f"{and_list(told)}: {times(len(era.encounters))}, {dates}")
    if era.mean is not None and era.median is not None:
        gaps = count(len(era.gaps), "gap")
        mean = count(round(era.mean), "day")
        yield TextLine("detail", 2, f"{mean} between in the mean, {era.median:.0f} in the median ({gaps})")
    shown = ", ".join(one.id for one in era.encounters[-6:])
    yield TextLine("note", 2, shown if len(era.encounters) <= 6 else f"{shown} and {len(era.encounters) - 6} earlier")


def _length(gap: Gap) -> str:
    return count(gap.days, "day") if gap.days is not None else f"about {count(gap.about_days, 'day')}"
