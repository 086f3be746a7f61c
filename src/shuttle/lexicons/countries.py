"""Countries and the other parties to diplomacy, as texts name them."""

from __future__ import annotations

import difflib
import functools
from dataclasses import dataclass

from shuttle.errors import UnknownCountryError
from shuttle.lexicons.loading import load_rows

__all__ = ["Country", "all_countries", "country_name", "find_country"]


@dataclass(frozen=True, slots=True)
class Country:
    """One row of `en/countries.csv`.

    Attributes:
        code: ISO 3166-1 alpha-3, or Shuttle's own code for an organisation (EUE, UNO, NAT).
        kind: ``country``, ``territory`` or ``organisation``.
        name: as the press writes it.
        names: every way to name it, `name` and the official name included.
        demonyms: adjectives and peoples ("Japanese", "Filipinos").
        capital: its seat of government; empty for most organisations.
        metonyms: words that stand for its government ("Seoul", "Kremlin").
        combining: what stands for it in a hyphenated pair ("Sino", "Franco").
    """

    code: str
    alpha2: str
    kind: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    combining: tuple[str, ...]
    example: str


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in cell.split(";")) if part)


@functools.cache
def all_countries() -> dict[str, Country]:
    """Return every country by its code, in the order of the file."""
    found: dict[str, Country] = {}
    for row in load_rows("en/countries.csv"):
        names = dict.fromkeys([row["name"], row["official"], *_split(row["aliases"])])
        metonyms = list(_split(row["other_metonyms"]))
        if row["capital_metonym"] == "yes" and row["capital"]:
            metonyms.insert(0, row["capital"])
        found[row["code"]] = Country(
            code=row["code"],
            alpha2=row["alpha2"],
            kind=row["kind"],
            name=row["name"],
            names=tuple(name for name in names if name),
            demonyms=_split(row["demonyms"]),
            capital=row["capital"],
            metonyms=tuple(metonyms),
            combining=_split(row["combining"]),
            example=row["example"],
        )
    return found


@functools.cache
def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for country in all_countries().values():
        for name in (country.code, country.alpha2, *country.names):
            table.setdefault(name.casefold(), country.code)
    return table


def find_country(text: str) -> str:
    """Return the alpha-3 code of the country that ``text`` names, by code or by name, in any case.

    A name may stand as lists sort it: "Korea, Republic of".

    Raises:
        UnknownCountryError: no country is called so; the message offers the nearest names.

    >>> find_country("kr"), find_country("South Korea"), find_country("Korea, Republic of")
    ('KOR', 'KOR', 'KOR')
    """
    wanted = " ".join(text.replace("’", "'").split()).casefold()
    table = _by_name()
    name, _, form = wanted.partition(", ")
    for key in (wanted, wanted.removeprefix("the "), f"{form} {name}"):
        if key in table:
            return table[key]
    near = difflib.get_close_matches(wanted, table, n=3, cutoff=0.7)
    names = ", ".join(dict.fromkeys(f"{country_name(table[key])} ({table[key]})" for key in near))
    hint = f" Did you mean {names}?" if names else " Give an ISO code (KOR, kr) or a name (South Korea)."
    raise UnknownCountryError(f"no country is called {text!r}.{hint}")


def country_name(code: str) -> str:
    """Return the short English name of a country, or ``code`` itself where it has none.

    >>> country_name("KOR")
    'South Korea'
    """
    country = all_countries().get(code)
    return country.name if country else code
