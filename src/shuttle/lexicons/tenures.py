"""Who held which office when: a table with sources, which abstains beyond what they vouch for."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_rows

__all__ = ["Tenure", "all_tenures", "office_holder_families", "tenures_by_name"]


@dataclass(frozen=True, slots=True)
class Tenure:
    """One row of `world/tenures.csv`.

    Attributes:
        family: the part of the name that stands alone after a title.
        names: every spelling of the whole name, `name` first.
        end: last day in office; None when the holder was in office at ``valid_through``.
        valid_through: the day up to which the source vouches for the row.
    """

    name: str
    family: str
    names: tuple[str, ...]
    country: str
    office: str
    title: str
    start: str
    end: str | None
    valid_through: str
    source: str
    example: str

    def held_on(self, day: str) -> bool:
        """Return whether the office was held on ``day`` (any precision), so far as the source knows."""
        until = (self.end or self.valid_through)[: len(day)]
        return self.start[: len(day)] <= day and day[: len(until)] <= until


@functools.cache
def all_tenures() -> tuple[Tenure, ...]:
    """Return every tenure in the order of the file."""
    return tuple(
        Tenure(
            name=row["name"],
            family=row["family"],
            names=(row["name"], *filter(None, (v.strip() for v in row["variants"].split(";")))),
            country=row["country"],
            office=row["office"],
            title=row["title"],
            start=row["start"],
            end=row["end"] or None,
            valid_through=row["valid_through"] or row["end"],
            source=row["source"],
            example=row["example"],
        )
        for row in load_rows("world/tenures.csv")
    )


@functools.cache
def tenures_by_name() -> dict[str, tuple[Tenure, ...]]:
    """Return the tenures under each spelling of the holder's whole name and of the family name."""
    table: dict[str, list[Tenure]] = {}
    for tenure in all_tenures():
        for name in dict.fromkeys((*tenure.names, tenure.family)):
            table.setdefault(name, []).append(tenure)
    return {name: tuple(rows) for name, rows in table.items()}


@functools.cache
def office_holder_families() -> frozenset[str]:
    """Return the family names of one word that can stand for an office-holder without title ("Macron", "Xi")."""
    return frozenset(row.family for row in all_tenures() if " " not in row.family and len(row.family) > 1)
