"""Where things are held: cities of the world, houses of government, regions."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from shuttle.lexicons.loading import load_rows, load_table

__all__ = ["NamedPlace", "all_places", "capitals"]


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place by one of its names.

    Attributes:
        name: as Shuttle writes it.
        country: alpha-3 code of the country it lies in.
        city: the city a house stands in; empty for cities and regions.
        kind: ``city``, ``residence``, ``venue``, ``region`` or ``topic`` (a sea, a peninsula: talked
            about, never met in).
        weight: population, or a large number for a house: decides between places of one name.
        capital: whether it is the capital of its country.
        ambiguous: whether the name is also an ordinary word or a person's name.
    """

    name: str
    country: str
    city: str
    kind: str
    weight: int
    ambiguous: bool
    capital: bool = False


@functools.cache
def capitals() -> dict[str, NamedPlace]:
    """Return the capital of each country by its alpha-3 code."""
    found: dict[str, NamedPlace] = {}
    names = {(row["name"], row["country"]) for row in load_rows("world/cities.csv") if row["capital"] == "1"}
    for places in all_places().values():
        for place in places:
            if (place.name, place.country) in names and place.weight > getattr(found.get(place.country), "weight", 0):
                found[place.country] = place
    return found


@functools.cache
def all_places() -> dict[str, tuple[NamedPlace, ...]]:
    """Return the places of each name (aliases included), the weightiest first."""
    table: dict[str, list[NamedPlace]] = {}
    for row in load_rows("world/cities.csv"):
        place = NamedPlace(
            name=row["name"],
            country=row["country"],
            city="",
            kind="city",
            weight=int(row["population"] or 0) + 10_000_000 * (row["capital"] == "1"),
            ambiguous=row["ambiguous"] == "1",
            capital=row["capital"] == "1",
        )
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            table.setdefault(name.strip(), []).append(place)
    for entry in load_table("en/places.toml")["place"]:
        kind = entry["kind"]
        place = NamedPlace(
            name=entry["name"],
            country=entry["country"],
            city=entry.get("city", ""),
            kind="topic" if kind in ("topic", "peninsula", "body of water") else kind,
            weight=50_000_000,
            ambiguous=False,
        )
        for name in (entry["name"], *entry.get("aliases", ())):
            table.setdefault(name, []).append(place)
    return {name: tuple(sorted(places, key=lambda p: -p.weight)) for name, places in table.items()}
