"""What the pictures show, as tables: the alternative for those who do not see them, and the way to the sources.

In:   the same figures that the pictures are drawn from.
Out:  tables for a page, a row for each event, gap, meeting hosted or commitment; none is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from shuttle.analysis.hosting import HostTally
from shuttle.analysis.owed import Owed
from shuttle.views.pictures.board import Card, columns_of
from shuttle.views.pictures.chart import RHYTHM_RULE, Chart
from shuttle.views.pictures.hosts import place_of
from shuttle.views.pictures.page import Cell, Sources, Table
from shuttle.views.wording import CountryName, capitalised, date_words

__all__ = ["board_table", "events_table", "gaps_table", "hosts_table"]


def events_table(chart: Chart) -> Table:
    """Return every meeting and visit."""
    rows: list[tuple[Cell, ...]] = [
        (*row[:5], Sources(event.sources), event.id) for row, event in zip(chart.rows, chart.events, strict=True)
    ]
    return Table(
        "Every visit and meeting on record", ("Date", "What", "Place", "Who", "Format", "Sources", "Record"), rows
    )


def gaps_table(chart: Chart) -> Table:
    """Return the days between summits."""
    rows = [
        (
            date_words(gap.earlier.start, gap.earlier.end),
            date_words(gap.later.start, gap.later.end),
            str(gap.days) if gap.days is not None else f"about {gap.about_days}",
        )
        for gap in chart.gaps
    ]
    return Table(f"Days between summits. {RHYTHM_RULE}", ("From", "To", "Days"), rows)


def hosts_table(tallies: Sequence[HostTally], country_name: CountryName) -> Table:
    """Return every meeting that a country hosted under the rule."""
    rows = [
        (
            country_name(tally.country),
            str(number),
            date_words(met.start, met.end),
            place_of(met),
            Sources(tuple(dict.fromkeys(source for account in met.accounts for source in account.sources))),
            met.id,
        )
        for tally in tallies
        for number, met in enumerate(tally.encounters, 1)
    ]
    return Table("Each time one received the other", ("Host", "Number", "Date", "Place", "Sources", "Record"), rows)


def board_table(cards: Sequence[Card], found: Sequence[Owed]) -> Table:
    """Return every commitment, by its life, as on the board."""
    sources = {item.commitment.id: item.commitment.sources for item in found}
    rows = [
        (
            capitalised(life),
            capitalised(card.action),
            card.parties,
            "; ".join(card.facts),
            Sources(sources[card.id]),
            card.id,
        )
        for life, held in columns_of(cards)
        for card in held
    ]
    return Table("Every commitment on record", ("Life", "Promise", "By", "What is known", "Sources", "Record"), rows)
