"""Who publishes: governments with the country they speak for, newspapers, agencies, aggregators."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from shuttle.lexicons.loading import load_table

__all__ = ["Publisher", "all_publishers", "find_publisher"]


@dataclass(frozen=True, slots=True)
class Publisher:
    """One entry of `en/publishers.toml`; `side` is None for whoever is not a government."""

    name: str
    side: str | None
    kind: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    example: str


_HOST = re.compile(r"[A-Za-z][\w+.-]*://(?:[^/?#@]*@)?(?P<host>[^/?#:@]+)")


@functools.cache
def all_publishers() -> tuple[Publisher, ...]:
    """Return every publisher of the lexicon."""
    return tuple(
        Publisher(
            name=entry["name"],
            side=entry.get("side") or None,
            kind=entry["kind"],
            domains=tuple(entry.get("domains", ())),
            aliases=tuple(entry.get("aliases", ())),
            example=entry["example"],
        )
        for entry in load_table("en/publishers.toml")["publisher"]
    )


@functools.cache
def _tables() -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    names: dict[str, Publisher] = {}
    domains: dict[str, Publisher] = {}
    for publisher in all_publishers():
        for name in (publisher.name, *publisher.aliases):
            names.setdefault(name.casefold(), publisher)
        for domain in publisher.domains:
            domains.setdefault(domain.casefold(), publisher)
    return names, domains


def find_publisher(name: str | None = None, url: str | None = None) -> Publisher | None:
    """Return the publisher of that name or at that address, or None if the lexicon has none.

    An address belongs to the longest domain it ends in, so that ``japan.kantei.go.jp`` is found
    under ``kantei.go.jp``.
    """
    names, domains = _tables()
    if name:
        found = names.get(" ".join(name.split()).casefold())
        if found:
            return found
    if url:
        address = _HOST.match(url)
        labels = address["host"].casefold().split(".") if address else []
        for start in range(len(labels)):
            found = domains.get(".".join(labels[start:]))
            if found:
                return found
    return None
