"""Decide who is who in a document: one member of the cast for each person, however named.

In:   name phrases of the whole document, with what stands behind them.
Out:  the cast, and for each phrase its member.

A full name makes a member; a family name alone, a title alone ("the Turkish president") or "his
Japanese counterpart" goes to a member that fits. Who is not introduced by the document is looked
up among the office-holders of the document's date. Where two people fit, nobody is chosen.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shuttle.lexicons.offices import Office, all_offices
from shuttle.lexicons.tenures import Tenure, all_tenures, tenures_by_name
from shuttle.reading.folding import fold
from shuttle.reading.titles import TitleHit
from shuttle.records.findings import Person

__all__ = ["CastName", "Member", "assemble_cast", "name_tokens", "tenures_of"]

# Offices that texts and sources call by each other's titles.
_KIN = {
    "head_of_state": {"head_of_state", "head_of_government", "party_leader", "monarch", "organisation_head"},
    "head_of_government": {"head_of_government", "head_of_state"},
    "monarch": {"head_of_state", "monarch"},
    "party_leader": {"party_leader", "head_of_state", "head_of_government"},
    "pope": {"head_of_state", "organisation_head", "pope"},
    "organisation_head": {"organisation_head", "head_of_state", "foreign_minister"},
    "party_diplomat": {"foreign_minister", "party_diplomat", "security_adviser"},
    "leader": {"head_of_state", "head_of_government", "party_leader", "monarch", "crown_prince", "leader"},
    "minister": {"foreign_minister", "defence_minister", "deputy_head_of_government", "minister"},
    "director": {"security_adviser", "party_diplomat", "organisation_head", "director"},
    "crown_prince": {"crown_prince", "head_of_government"},
    "deputy_head_of_government": {"deputy_head_of_government", "foreign_minister"},
    "defence_minister": {"defence_minister"},
    "vice_president": {"vice_president"},
}
# Names whose family part stands first in English texts too.
_FAMILY_FIRST = {"KOR", "PRK", "CHN", "TWN", "VNM", "HKG", "KHM", "SGP", "HUN"}
_SMALL = {
    "bin",
    "ibn",
    "al",
    "el",
    "von",
    "van",
    "der",
    "den",
    "de",
    "da",
    "do",
    "dos",
    "das",
    "del",
    "di",
    "la",
    "le",
    "jr",
    "sr",
    "y",
    "e",
    "of",
}


@dataclass(slots=True)
class CastName:
    """One phrase that names somebody. Nobody changes one: it is not frozen because that doubles its cost.

    Attributes:
        name: the name as written, without title; None for a title alone.
        hit: the title as found, for another look once the country is known.
        countries: alpha-3 codes that the phrase itself gives.
        sentence: index of its sentence.
    """

    name: str | None
    office: Office | None
    title: str | None
    hit: TitleHit | None
    countries: tuple[str, ...]
    former: bool
    honorific: bool
    definite: bool
    sentence: int
    start: int


@dataclass(slots=True, eq=False)
class Member:
    """A person of the document, filled in while the cast is assembled."""

    name: str | None
    tokens: set[str] = field(default_factory=set)
    office: Office | None = None
    title: str | None = None
    country: str | None = None
    tenure: Tenure | None = None
    former: bool = False
    count: int = 0
    first: int = 0
    hit: TitleHit | None = None
    number: int = 0

    @property
    def level(self) -> str | None:
        """The level at which this person meets others."""
        return self.office.level if self.office else None

    def know_country(self, country: str | None = None) -> None:
        """Take the country as known and look once more at what the title means there."""
        self.country = self.country or country
        if self.hit and self.country:
            office = self.hit.office(self.country)
            if office is not self.office and self.office in self.hit.offices:
                self.office = office

    def person(self) -> Person:
        """Return the record of this person."""
        office = self.title
        if office is None and self.tenure is not None:
            office = self.tenure.title
        return Person(self.name, office, self.country)


_ARTICLE = re.compile(r"\b([a-z]l|a[nsrdtz]|ash)[- ](?=\w)")
_NAME_PART = re.compile(r"[a-z']+")


@functools.lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a name, folded, in lower case, without hyphens and full stops.

    >>> name_tokens("Lee Jae-Myung")
    ('lee', 'jaemyung')
    """
    plain = _ARTICLE.sub("al", fold(name).lower().replace("el-", "al-"))
    return tuple(t for t in _NAME_PART.findall(plain.replace("-", "").replace(".", " ")) if len(t) > 1)


def _important(tokens: Iterable[str]) -> set[str]:
    return {token for token in tokens if token not in _SMALL}


def tenures_of(
    name: str, office: Office | None, country: str | None, day: str | None, *, former: bool = False
) -> list[Tenure]:
    """Return the tenures that a name can mean, the narrowest set that is not empty.

    Args:
        name: whole or family name as written.
        office: the office named beside it, if any.
        country: alpha-3 code, if known.
        day: the day on which the office must have been held; None for any.
    """
    rows = _rows(name)
    if country:
        rows = [row for row in rows if row.country == country]
    if office:
        kin = _KIN.get(office.key, {office.key})
        fitting = [row for row in rows if row.office == office.key] or [row for row in rows if row.office in kin]
        rows = fitting
    if day and not former:
        current = [row for row in rows if row.held_on(day)]
        rows = current
    return rows


_INDEX: dict[str, list[Tenure]] = {}


def _index() -> dict[str, list[Tenure]]:
    if not _INDEX:
        for name, rows in tenures_by_name().items():
            for row in rows:
                for key in {" ".join(name_tokens(name)), " ".join(sorted(name_tokens(name)))}:
                    bucket = _INDEX.setdefault(key, [])
                    if row not in bucket:
                        bucket.append(row)
    return _INDEX


def _rows(name: str) -> list[Tenure]:
    tokens = name_tokens(name)
    if not tokens:
        return []
    index = _index()
    for key in (" ".join(tokens), " ".join(sorted(tokens))):
        if key in index:
            return index[key]
    important = [t for t in tokens if t not in _SMALL]
    if len(important) > 1:
        # A longer name than the table has: both a family name and another part must be known.
        found = []
        for token in important:
            for row in index.get(token, ()):
                known = set().union(*(name_tokens(n) for n in row.names))
                if len(known & set(important)) >= 2 and row not in found:
                    found.append(row)
        return found
    return []


def _one_person(rows: Sequence[Tenure]) -> Tenure | None:
    """Return the latest tenure if all are one person's; of two offices held at once, the higher."""
    if len({(row.name, row.country) for row in rows}) != 1:
        return None
    at_once = [row for row in rows if (row.end or rows[-1].start) >= rows[-1].start]
    return min(reversed(at_once), key=lambda row: _ranks().get(row.office, len(_ranks())))


@functools.cache
def _ranks() -> dict[str, int]:
    """Return the place of each office in the order of the lexicon, which is by rank."""
    ranks: dict[str, int] = {}
    for office in all_offices():
        ranks.setdefault(office.key, len(ranks))
    return ranks


def assemble_cast(
    phrases: Sequence[CastName],
    *,
    day: str | None,
    side: str | None,
    named: Sequence[tuple[int, str]] = (),
) -> tuple[list[Member], list[Member | None]]:
    """Return the cast in order of appearance, and for each phrase its member or None.

    Args:
        phrases: in the order of the text.
        day: the document's date, for looking up office-holders; None if unknown.
        side: the government that issued the document: "the Prime Minister" is its own.
        named: offset and alpha-3 code of each country that the document names, in order. In an undated document a
            family name alone is taken for the only office-holder who ever bore it, if their country is named; and
            an office without a country is that of the country named just before ("He went to Amman. There King ...").
    """
    casting = _Casting(day, side, named)
    result: list[Member | None] = [None] * len(phrases)
    order = sorted(range(len(phrases)), key=lambda i: (-_fullness(phrases[i]), i))
    for i in order:
        if phrases[i].name:
            result[i] = casting.named(phrases[i])
    for member in casting.members:
        casting.settle(member)
    before: list[Member] = []
    for i, phrase in enumerate(phrases):
        if not phrase.name:
            result[i] = casting.unnamed(phrase, before)
        someone = result[i]
        if someone is not None:
            casting.give_counterparts_office(phrase, someone, before)
            # Only who was named last matters; a long text names hundreds.
            before = [*before[-39:], someone]
    one_person = casting.same_office()
    result = [one_person.get(id(member), member) for member in result]
    members = [m for m in casting.members if m.count]
    members.sort(key=lambda m: m.first)
    return members, result


def _fullness(phrase: CastName) -> int:
    return min(len(_important(name_tokens(phrase.name))), 2) if phrase.name else 0


class _Casting:
    def __init__(self, day: str | None, side: str | None, named: Sequence[tuple[int, str]]) -> None:
        self.day = day
        self.side = side
        self.named_before = named
        self.countries = {code for _, code in named}
        self.members: list[Member] = []
        self.by_token: dict[str, list[Member]] = {}

    def _learn(self, member: Member, tokens: Iterable[str]) -> None:
        for token in tokens:
            if token not in member.tokens:
                member.tokens.add(token)
                self.by_token.setdefault(token, []).append(member)

    def named(self, phrase: CastName) -> Member | None:
        assert phrase.name is not None  # noqa: S101
        tokens = name_tokens(phrase.name)
        if not tokens:
            return None
        country = phrase.countries[0] if phrase.countries else (phrase.office.country if phrase.office else None)
        if len(_important(tokens)) == 1 and phrase.office is None and country is None:
            # A name alone is first of all that of somebody already introduced.
            introduced = self._known(tokens, phrase, None, None)
            if introduced is not None:
                self._enrich(introduced, phrase, tokens, None, None)
                return introduced
        tenure = self._tenure(phrase, country)
        alone = len(_important(tokens)) == 1 and not (phrase.office or phrase.honorific or country)
        if alone and tenure and len(tokens[0]) < 4 and tenure.country not in self.countries:
            tenure = None  # "Xi", "Abe": only where their country is spoken of
        if alone and self.day is None and tenure is None:
            country = self._only_country(phrase.name)
        member = self._known(tokens, phrase, country, tenure)
        if member is None:
            if len(_important(tokens)) == 1 and not (
                phrase.office or phrase.honorific or (tenure and (self.day or tenure.country in self.countries))
            ):
                return None
            member = Member(name=None, first=phrase.start, number=len(self.members))
            self.members.append(member)
        self._enrich(member, phrase, tokens, country, tenure)
        return member

    def _only_country(self, name: str) -> str | None:
        """Return the one country whose leaders bore a family name, if an undated document names it ("Aliyev")."""
        lands = {row.country for row in tenures_of(name, None, None, None)}
        return next(iter(lands)) if len(lands) == 1 and lands <= set(self.countries) else None

    def _tenure(self, phrase: CastName, country: str | None) -> Tenure | None:
        assert phrase.name is not None  # noqa: S101
        rows = tenures_of(phrase.name, phrase.office, country, self.day, former=phrase.former)
        found = _one_person(rows)
        if found or rows:
            return found
        full = len(_important(name_tokens(phrase.name))) > 1
        if full:
            # A whole name is known even where the office or the day does not fit.
            return _one_person(tenures_of(phrase.name, None, country, None)) or None
        return None

    def _known(
        self, tokens: Sequence[str], phrase: CastName, country: str | None, tenure: Tenure | None
    ) -> Member | None:
        mine = _important(tokens)
        joined = "".join(sorted(tokens))
        best: tuple[float, Member] | None = None
        rivals = {id(m): m for token in tokens for m in self.by_token.get(token, ())}
        for member in sorted(rivals.values(), key=lambda m: m.number):
            if country and member.country and member.country != country:
                continue
            if tenure and member.tenure:
                if (tenure.name, tenure.country) == (member.tenure.name, member.tenure.country):
                    return member
                continue
            theirs = _important(member.tokens)
            shared = mine & theirs
            score = 0.0
            if joined == "".join(sorted(member.tokens)):
                score = 4.0
            elif shared and (mine <= theirs or theirs <= mine):
                score = 2.0 + len(shared) / 10
            elif len(shared) >= 2:
                score = 2.0
            if not score:
                continue
            if phrase.office and member.office and phrase.office.key != member.office.key:
                kin = _KIN.get(phrase.office.key, set()) | {"director", "minister", "officer"}
                score -= (
                    0.5 if member.office.key in kin or phrase.office.key in {"director", "minister", "officer"} else 1.5
                )
            score += 0.001 * member.count
            if score > 0 and (best is None or score > best[0]):
                best = (score, member)
        return best[1] if best else None

    def _enrich(
        self, member: Member, phrase: CastName, tokens: Sequence[str], country: str | None, tenure: Tenure | None
    ) -> None:
        assert phrase.name is not None  # noqa: S101
        member.count += 1
        member.first = min(member.first, phrase.start)
        if member.name is None or len(_important(tokens)) > len(_important(name_tokens(member.name))):
            member.name = phrase.name
        self._learn(member, tokens)
        if phrase.office and (member.office is None or _rank(phrase.office) < _rank(member.office)):
            member.office, member.title, member.former = phrase.office, phrase.title, phrase.former
            member.hit = phrase.hit
        member.country = member.country or country
        if tenure and (member.tenure is None):
            member.tenure = tenure
            self._learn(member, name_tokens(tenure.name))

    def settle(self, member: Member) -> None:
        """Fill in from the office-holders' table what the document left out."""
        if member.tenure is None and member.name:
            rows = tenures_of(member.name, member.office, member.country, self.day, former=member.former)
            member.tenure = _one_person(rows)
        if member.country is None:
            if member.tenure:
                member.country = member.tenure.country
            elif member.name:
                lands = {row.country for row in tenures_of(member.name, member.office, None, self.day)}
                if len(lands) == 1:
                    member.country = lands.pop()
                elif self.side and self.side in lands:
                    member.country = self.side
        if (
            member.country is None
            and self.side
            and member.office
            and member.office.level != "other"
            and not member.former
        ):
            # A government leaves its own country out: "the Vice Foreign Minister" is its own.
            member.country = self.side
        if member.country is None and member.name and member.office and not member.former:
            self._place(member)
        member.know_country()
        if member.tenure and member.name and len(_important(name_tokens(member.name))) == 1:
            member.name = member.tenure.name
        if member.tenure and (member.office is None or member.office.key == "leader"):
            key = member.tenure.office
            member.office = next(
                (o for o in all_offices() if o.key == key and o.title == member.tenure.title), None
            ) or next((o for o in all_offices() if o.key == key), None)
            member.title = None

    def _place(self, member: Member) -> None:
        """Give somebody in an office the country named just before them, unless another holds that office there."""
        assert member.office is not None  # noqa: S101
        if member.office.level not in ("leaders", "ministers"):
            return
        at = bisect_left(self.named_before, (member.first, ""))
        near = {code for offset, code in self.named_before[max(0, at - 4) : at] if member.first - offset < _NEAR}
        if len(near) != 1:
            return
        (code,) = near
        if not _has_office(code, "head_of_state") and not _has_office(code, "head_of_government"):
            return  # an organisation
        if any(
            m is not member and m.country == code and m.office and m.office.key == member.office.key
            for m in self.members
        ):
            return
        member.country = code
        if member.name and member.tenure is None:
            member.tenure = _one_person(tenures_of(member.name, member.office, code, self.day))

    def unnamed(self, phrase: CastName, before: list[Member]) -> Member | None:
        office = phrase.office
        if office is None:
            return None
        if office.key == "counterpart":
            return self._counterpart(phrase, before)
        country = phrase.countries[0] if phrase.countries else office.country
        kin = {office.key}
        holders = [m for m in self.members if m.office and m.office.key in kin and not m.former]
        fitting = [m for m in holders if country is None or m.country == country]
        if not fitting and country:
            fitting = [
                m
                for m in self.members
                if m.country == country
                and m.office
                and m.office.key in _KIN.get(office.key, kin)
                and m.name
                and not m.former
            ]
        fitting = fitting or [m for m in holders if m.country is None]
        if country is None and not phrase.definite and office.level == "other":
            return None
        people = list({id(m): m for m in fitting}.values())
        if office.key == "leader":
            # "the Russian leader": who leads Russia in this text, if anybody is named
            return _counted(max(people, key=lambda m: (m.count, -m.first))) if people else None
        if (
            country is None
            and self.side
            and phrase.definite
            and office.level in ("leaders", "ministers")
            and _has_office(self.side, office.key)
            and not any(m.country == self.side for m in people)
            and not any(m in before for m in people)
        ):
            # "The Prime Minister met Prime Minister Meloni" on a page of his own government.
            people = [Member(name=None, office=office, title=phrase.title, country=self.side, first=phrase.start)]
            self.members.append(people[0])
        elif country is None and self.side and phrase.definite and len(people) > 1:
            own = [m for m in people if m.country == self.side and m.name is None]
            people = own or people
        if len(people) == 1:
            member = people[0]
        elif people:
            own = [m for m in people if m.country == self.side and country is None and self.side]
            if len(own) == 1 and office.level == "leaders":
                member = own[0]
            elif any(any(m is p for p in people) for m in before):
                # Of several presidents "the president" is the one the text is mostly about.
                member = max(people, key=lambda m: (m.count, -m.first))
            else:
                return None
        else:
            if (
                country is None
                and self.side
                and phrase.definite
                and office.level
                in (
                    "leaders",
                    "ministers",
                    "vice-ministers",
                )
            ):
                country = self.side
            if country is None:
                return None
            member = Member(name=None, office=office, title=phrase.title, country=country, first=phrase.start)
            self.members.append(member)
        member.count += 1
        return member

    def give_counterparts_office(self, phrase: CastName, member: Member | None, before: list[Member]) -> None:
        """Give "his Japanese counterpart Toshimitsu Motegi" the office of whoever "he" is."""
        if member is None or member.office is None or member.office.key != "counterpart":
            return
        model = next(
            (m for m in reversed(before) if m.office and m.office.key != "counterpart" and m.country != member.country),
            None,
        )
        if model is not None:
            member.office, member.title = model.office, model.title

    def same_office(self) -> dict[int, Member]:
        """Join "his Bangladeshi counterpart" of the headline with the one foreign secretary of that country named later.

        Returns:
            By the identity of each member without a name the one that it is.
        """
        found: dict[int, Member] = {}
        for unnamed in self.members:
            if unnamed.name or not unnamed.count or not unnamed.office or unnamed.office.key in _GENERAL:
                continue
            holders = [
                m
                for m in self.members
                if m.name
                and not m.former
                and m.country == unnamed.country
                and m.office
                and m.office.key == unnamed.office.key
            ]
            if len(holders) == 1 and unnamed.country and unnamed.level in ("leaders", "ministers", "vice-ministers"):
                holders[0].count += unnamed.count
                holders[0].first = min(holders[0].first, unnamed.first)
                unnamed.count = 0
                found[id(unnamed)] = holders[0]
        return found

    def _counterpart(self, phrase: CastName, before: list[Member]) -> Member | None:
        model = next((m for m in reversed(before) if m.office and m.office.level != "other"), None)
        if not phrase.countries:
            return None
        country = phrase.countries[0]
        if model is None:
            # "the ministers arrived to meet their Iraqi counterpart": nobody knows whose office it is, but Iraq's.
            member = Member(name=None, office=phrase.office, title=None, country=country, first=phrase.start, count=1)
            self.members.append(member)
            return member
        for member in self.members:
            if (
                member.country == country
                and member.office
                and model.office
                and member.office.level == model.office.level
            ):
                member.count += 1
                return member
        member = Member(name=None, office=model.office, title=model.title, country=country, first=phrase.start, count=1)
        self.members.append(member)
        return member


def _counted(member: Member) -> Member:
    member.count += 1
    return member


@functools.cache
def _has_office(country: str, key: str) -> bool:
    """Return whether a country has an office at all: the United States have no prime minister."""
    return any(row.country == country and row.office == key for row in all_tenures())


_NEAR = 160


_GENERAL = frozenset({"director", "minister", "officer", "counterpart", "leader"})


def _rank(office: Office) -> int:
    order = {"leaders": 0, "ministers": 1, "vice-ministers": 2, "working": 3, "other": 4}
    # A bare "Director", "Minister" or "Speaker" says less than any fuller title.
    return order[office.level] * 2 + (office.key in _GENERAL)
