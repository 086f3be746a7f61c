"""The time zone of a country that has one; None for those that have several, or none that is known."""

from __future__ import annotations

import functools
from importlib.resources import files

from shuttle.lexicons.countries import all_countries

__all__ = ["zone_of"]


def zone_of(country: str) -> str | None:
    """Return the IANA name of the one time zone of ``country`` (alpha-3).

    >>> zone_of("JPN"), zone_of("USA")
    ('Asia/Tokyo', None)
    """
    known = all_countries().get(country)
    zones = _zones().get(known.alpha2, ()) if known else ()
    return zones[0] if len(zones) == 1 else None


@functools.cache
def _zones() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, zone = line.split("\t")[:3]
            found[code] = (*found.get(code, ()), zone)
    return found
