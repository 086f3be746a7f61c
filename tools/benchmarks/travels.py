"""Score who is who on remarks about the travels of American presidents and secretaries of state.

The remarks are those of the Office of the Historian (repository HistoryAtState/travels, CC0): a line or two on each
journey, "Met with President Doe and Foreign Minister Roe.", before 2010 as a rule with surnames alone. 200 of them
are labelled by hand in `tests/quality/travels_labels.jsonl`: ids and facts of our own, without the remarks. A label
gives every foreigner who is named, with the words, the full name, the office and the country.

A remark leaves out where and who: that stands beside it in its row. So each is read as a document of the first day of
the journey, in which a sentence with the row's own facts goes before the remark:

    President William J. Clinton visited Praia, Cape Verde.

    Met with President Doe and Foreign Minister Roe.

People are taken from the cast of the page, which every finding draws on. Measured, by the years of the journeys:

- found: of the labelled people, those of whom a member of the cast has the name as the remark gives it (the office and
  country, where it gives no name).
- found in the right country: a member so named has the country. A state that is gone counts as its successor as well
  (the Soviet Union as Russia).
- resolved: of those named by one name only, those whose member has country and full name. Spellings may differ a
  little; two parts of a name must agree where it has two.
- beyond the labels: members of the cast who are nobody labelled, the traveller and Americans left out.

The table of terms of office begins in 1990: what was before shows how far the words alone lead. Nothing is published on
this set.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from tools.benchmarks.sets import ROOT, Figure, PublicSet, percent

from shuttle.ledger.names import tokens
from shuttle.reading.cast import Member
from shuttle.reading.page import open_page

__all__ = ["LABELS", "TRAVELS", "Count", "figures", "presented", "same_full_name", "score"]

TRAVELS = PublicSet(
    "travels",
    "Remarks on travels of presidents and secretaries of state",
    "HistoryAtState/travels",
    "CC0 1.0",
    ("histstate/travels.jsonl", "travels.jsonl"),
)
LABELS = ROOT / "tests" / "quality" / "travels_labels.jsonl"

_OFFICES = {"president": "President", "secretary": "Secretary of State"}
_SUCCESSORS = {"SUN": "RUS", "CSK": "CZE", "YUG": "SRB", "SCG": "SRB", "DDR": "DEU"}
_YEARS = ((1946, 1989), (1990, 2009), (2010, 2099))
# How alike two spellings of one part of a name are, as in the ledger: "Sergei" and "Sergey".
_LIKE = 0.75
_PARTICLES = frozenset(("al", "el", "bin", "ibn", "de", "la", "di", "von", "van", "da", "dos"))


@dataclass
class Count:
    """Counts over the journeys of some years; `single` and `resolved` are of people named by one name."""

    remarks: int = 0
    people: int = 0
    found: int = 0
    right_country: int = 0
    single: int = 0
    resolved: int = 0
    beyond: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def presented(row: Mapping[str, Any]) -> str:
    """Return the text as which a row is read: a sentence with its facts, and the remark.

    >>> row = {"role": "president", "name": "A B", "locale": "Seoul", "country": "Korea, Republic of"}
    >>> presented({**row, "remarks": "Met with President Kim."}).splitlines()
    ['President A B visited Seoul, Republic of Korea.', '', 'Met with President Kim.']
    """
    # "Korea, Republic of" is an index entry, not a name.
    country = re.sub(r"^(.+), (.+ of)$", r"\2 \1", row["country"])
    place = ", ".join(filter(None, (row.get("locale"), country)))
    return f"{_OFFICES[row['role']]} {_traveller_name(row)} visited {place}.\n\n{row['remarks']}"


def _traveller_name(row: Mapping[str, Any]) -> str:
    # "Henry A. (Heinz Alfred) Kissinger"
    return re.sub(r"\s*\([^)]*\)", "", row["name"])


def _parts(name: str) -> list[str]:
    return [part for part in tokens(name) if part not in _PARTICLES]


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 2 and SequenceMatcher(None, one, other).ratio() >= _LIKE)


def same_full_name(found: str | None, gold: str) -> bool:
    """Return whether ``found`` is the full name ``gold``, in another spelling or order at most.

    >>> same_full_name("Sergey Lavrov", "Sergei Lavrov"), same_full_name("Bashar al-Assad", "Hafez al-Assad")
    (True, False)
    """
    if not found:
        return False
    mine, theirs = _parts(found), _parts(gold)
    shared = sum(any(_alike(part, other) for other in mine) for part in theirs)
    return shared >= min(2, len(theirs))


def _named(member: Member, person: Mapping[str, Any]) -> bool:
    """Return whether ``member`` is the one whom a remark names so."""
    if not person["surname"]:  # "the Amir of Kuwait"
        return member.name is None and _same_country(member.country, person["country"])
    if member.name is None:
        return False
    mine = _parts(member.name)
    parts = _parts(person["surname"]) or list(tokens(person["surname"]))
    if any(_alike(part, other) for part in parts for other in mine):
        return True
    # The table has another spelling: "Qadhafi" is its Muammar Gaddafi.
    whole = _parts(person["full_name"] or "")
    return _same_country(member.country, person["country"]) and any(_alike(part, one) for part in whole for one in mine)


def _whole_name(member: Member, person: Mapping[str, Any]) -> bool:
    """Return whether ``member`` has the full name; of a king the table may have one name only, which is whole."""
    gold = person["full_name"] or ""
    names = (member.name, *(member.tenure.names if member.tenure else ()))
    single = member.tenure is not None and len(_parts(member.tenure.name)) == 1
    return any(same_full_name(name, gold) for name in names) or (single and _named(member, person))


def _same_country(found: str | None, gold: str | None) -> bool:
    return gold is None or (found is not None and found in (gold, _SUCCESSORS.get(gold)))


def score(path: Path, labels: Path = LABELS) -> dict[str, Count]:
    """Return the counts by years.

    Args:
        path: the rows of travels, one JSON object a line.
        labels: the labels, likewise; ids are those of the rows.
    """
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    counts = {f"{first} to {last}" if last < 2099 else f"since {first}": Count() for first, last in _YEARS}
    for label in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        row = rows.get(label["id"])
        if row is None:
            continue
        year = int(row["start-date"][:4])
        for (first, last), count in zip(_YEARS, counts.values(), strict=True):
            if first <= year <= last:
                _count(count, row, label["people"])
    return counts


def _count(count: Count, row: Mapping[str, Any], people: Sequence[Mapping[str, Any]]) -> None:
    count.remarks += 1
    text = presented(row)
    cast = [one for one in open_page(text, day=row["start-date"], side=None).cast if not _traveller(one, row)]
    for person in people:
        members = [one for one in cast if _named(one, person)]
        best = next((one for one in members if _same_country(one.country, person["country"])), None)
        count.people += 1
        count.found += bool(members)
        count.right_country += best is not None
        single = person["name_form"] == "single name"
        whole = any(_whole_name(one, person) for one in members)
        # A single name that is the whole name ("Pope John Paul II") is resolved with its country.
        resolved = whole and best is not None
        count.single += single
        count.resolved += single and resolved
        cause = _cause(members, best, whole or not single)
        if cause:
            count.causes[cause] += 1
            got = [(one.name, one.title, one.country) for one in members]
            wanted = f"{person['full_name']} ({person['country']})"
            count.misses.append(f"{cause}: {row['start-date']} {person['text']!r}, {wanted}, got {got}")
    known = [one for one in cast if any(_named(one, person) for person in people)]
    beyond = [one for one in cast if one not in known and one.name and one.country != "USA"]
    count.beyond += len(beyond)
    count.misses.extend(f"beyond the labels: {row['start-date']} {one.name}, {one.country}" for one in beyond)


def _traveller(member: Member, row: Mapping[str, Any]) -> bool:
    return member.country in ("USA", None) and same_full_name(member.name, _traveller_name(row))


def _cause(members: Sequence[Member], best: Member | None, whole: bool) -> str | None:
    """Return why somebody is not found, or not resolved; None if they are."""
    if not members:
        return "not found"
    if best is None:
        return "name only" if all(one.country is None for one in members) else "another country"
    if whole:
        return None
    return "country only" if best.tenure is None else "another person"


def figures(counts: Mapping[str, Count]) -> Iterator[Figure]:
    """Yield the figures, those of all years first."""
    for years, count in [("all years", _together(counts.values())), *counts.items()]:
        if not count.remarks:
            continue
        yield Figure(f"people found, {years}", _share(count.found, count.people))
        yield Figure(f"found in the right country, {years}", _share(count.right_country, count.people))
        yield Figure(f"single names resolved, {years}", _share(count.resolved, count.single))
        yield Figure(f"people beyond the labels, {years}", f"{count.beyond} in {count.remarks} remarks")
        yield Figure(f"causes, {years}", ", ".join(f"{cause} {number}" for cause, number in count.causes.most_common()))


def _share(part: int, whole: int) -> str:
    return f"{percent(part, whole):.1f} ({part} of {whole})"


def _together(counts: Iterable[Count]) -> Count:
    whole = Count()
    for count in counts:
        for name in ("remarks", "people", "found", "right_country", "single", "resolved", "beyond"):
            setattr(whole, name, getattr(whole, name) + getattr(count, name))
        whole.causes += count.causes
    return whole
