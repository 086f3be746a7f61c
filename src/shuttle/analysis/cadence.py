"""How often two countries' leaders meet: per year, between meetings, under earlier leaders, and whether now is long.

In:   what counts under a rule (`shuttle.analysis.counting.select`), and a day.
Out:  figures, each a pure function of the encounters; where there are too few for one, the reason.

Whether the present gap is long is a rank among the past gaps of the same pair, not a model: it says how many of them
were shorter.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.analysis.counting import Selection
from shuttle.analysis.encounters import Encounter
from shuttle.analysis.holders import holders_of, same_names
from shuttle.analysis.rhythm import Gap, gaps_between, middle
from shuttle.records import dates

__all__ = ["PRESENT_GAP", "Cadence", "Era", "PresentGap", "cadence"]

# What the statistic of the present gap says, for a reader of it.
PRESENT_GAP = (
    "Rank of the days since the last one among the pair's past gaps under the same rule: the percentile is the share "
    "of past gaps that were shorter, equal ones counted half. Long from 90 per cent on, short up to 10."
)
# Fewer past gaps than these tell nothing of what is usual.
_LEAST = 4
_LONG, _SHORT = 90.0, 10.0


@dataclass(frozen=True, slots=True)
class PresentGap:
    """The time from the last encounter to the day asked of.

    Attributes:
        since: the last encounter.
        days: None if its date is not known to the day.
        about_days: the same from the middle of what its date can mean; equal to ``days`` if known.
        shorter: how many of the past gaps were shorter; None with ``abstained``.
        past: how many past gaps there are.
        percentile: from 0 to 100; None with ``abstained``.
        verdict: long, usual or short for this pair; None with ``abstained``.
        abstained: why there is no rank; None if there is one.
    """

    since: Encounter
    days: int | None
    about_days: int
    shorter: int | None
    past: int
    percentile: float | None
    verdict: Literal["long", "usual", "short"] | None
    abstained: str | None


@dataclass(frozen=True, slots=True)
class Era:
    """The time of two leaders, or of as much of one as sources name.

    Attributes:
        leaders: for each country its leader's name; None where no source tells who led it.
        encounters: in the order of time.
        gaps: between successive ones, as long as no other leaders came between.
        by_table: the countries whose leader is known by the table of office-holders alone, for some of them.
    """

    leaders: tuple[tuple[str, str | None], ...]
    encounters: tuple[Encounter, ...]
    gaps: tuple[Gap, ...]
    by_table: frozenset[str] = frozenset()

    @property
    def mean(self) -> float | None:
        """Mean of the gaps in days; None if there is none."""
        return statistics.fmean(gap.about_days for gap in self.gaps) if self.gaps else None

    @property
    def median(self) -> float | None:
        """Median of the gaps in days; None if there is none."""
        return statistics.median(gap.about_days for gap in self.gaps) if self.gaps else None


@dataclass(frozen=True, slots=True)
class Cadence:
    """The rhythm of a pair under a rule, as of a day.

    Attributes:
        gaps: between successive encounters, the first first.
        per_year: each year from the first encounter to ``as_of`` with how many began in it.
        longest: the longest gap; None if there is none.
        mean, median: of the gaps, in days; None if there is none. Gaps that are known only about enter as such.
        present: the time since the last encounter; None if there was none.
        eras: by leaders, the first first.
    """

    selection: Selection
    as_of: str
    gaps: tuple[Gap, ...]
    per_year: tuple[tuple[int, int], ...]
    longest: Gap | None
    mean: float | None
    median: float | None
    present: PresentGap | None
    eras: tuple[Era, ...]


def cadence(selection: Selection, as_of: str) -> Cadence:
    """Return the rhythm of what was selected, as of a day (ISO 8601); nothing in it may begin later.

    Raises:
        RecordError: ``as_of`` is no date.
    """
    dates.check_date(as_of)
    found = selection.encounters
    gaps = _gaps(found)
    lengths = [gap.about_days for gap in gaps]
    return Cadence(
        selection=selection,
        as_of=as_of,
        gaps=gaps,
        per_year=_per_year(found, as_of),
        longest=max(gaps, key=lambda gap: gap.about_days, default=None),
        mean=statistics.fmean(lengths) if lengths else None,
        median=statistics.median(lengths) if lengths else None,
        present=_present(found[-1], gaps, as_of) if found else None,
        eras=_eras(selection),
    )


def _gaps(found: Sequence[Encounter]) -> tuple[Gap, ...]:
    return gaps_between([encounter.account for encounter in found])


def _per_year(found: Sequence[Encounter], as_of: str) -> tuple[tuple[int, int], ...]:
    if not found:
        return ()
    years = [int(encounter.start[:4]) for encounter in found]
    numbers = dict.fromkeys(range(min(years), max(*years, int(as_of[:4])) + 1), 0)
    for year in years:
        numbers[year] += 1
    return tuple(numbers.items())


def _present(last: Encounter, gaps: Sequence[Gap], as_of: str) -> PresentGap:
    left = last.account.end or last.start
    days = dates.days_between(left, as_of)
    about = max((middle(as_of) - middle(left)).days, 0)
    days = days if days is None else max(days, 0)
    past = len(gaps)
    if past < _LEAST:
        many = f"{past} past gap{'' if past == 1 else 's'}"
        why = f"{many} on record, and fewer than {_LEAST} tell nothing of what is usual"
        return PresentGap(last, days, about, None, past, None, None, why)
    shorter = sum(gap.about_days < about for gap in gaps)
    equal = sum(gap.about_days == about for gap in gaps)
    percentile = round(100 * (shorter + equal / 2) / past, 1)
    verdict: Literal["long", "usual", "short"] = (
        "long" if percentile >= _LONG else "short" if percentile <= _SHORT else "usual"
    )
    return PresentGap(last, days, about, shorter, past, percentile, verdict, None)


def _eras(selection: Selection) -> tuple[Era, ...]:
    """Return the encounters by who led the two countries; leaders who came back have one era."""
    found = selection.encounters
    watched = [holders_of(found, country) for country in selection.pair]
    eras: list[tuple[tuple[tuple[str, ...], ...], list[int]]] = []
    known: dict[tuple[tuple[str, ...], ...], int] = {}
    for number in range(len(found)):
        who = tuple(holders.names[number] for holders in watched)
        place = known.get(who)
        if place is None:
            place = next((at for at, (others, _) in enumerate(eras) if _same_leaders(who, others)), len(eras))
            if place == len(eras):
                eras.append((who, []))
            known[who] = place
        eras[place][1].append(number)
    return tuple(
        Era(
            tuple(
                (country, max(names, key=len) if names else None)
                for country, names in zip(selection.pair, who, strict=True)
            ),
            tuple(found[number] for number in numbers),
            tuple(
                gap
                for one, other in itertools.pairwise(numbers)
                if other == one + 1
                for gap in _gaps((found[one], found[other]))
            ),
            frozenset(holders.country for holders in watched if any(holders.by_table[number] for number in numbers)),
        )
        for who, numbers in eras
    )


def _same_leaders(some: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> bool:
    return all(
        same_names(mine, theirs) if mine and theirs else not mine and not theirs
        for mine, theirs in zip(some, others, strict=True)
    )
