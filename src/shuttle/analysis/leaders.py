"""Who counts as a leader, and when two names are one holder of an office.

In:   persons as documents name them.
Out:  the level of an office by the lexicon of offices, and whether an account tells of leaders.

A courtesy call of a foreign minister on a head of government is no meeting of leaders, though the one met is one.
"""

from __future__ import annotations

import functools
import re

from shuttle.ledger import names
from shuttle.lexicons.offices import all_offices, former_words
from shuttle.records.accounts import MeetingAccount, VisitAccount

__all__ = ["leaders_met", "leaders_named", "level_of_office", "level_of_visit", "same_holder"]

_WORD = re.compile(r"\w+(?:[-']\w+)*")


@functools.lru_cache(maxsize=4096)
def level_of_office(title: str | None) -> str | None:
    """Return the level at which the holder of an office meets; None where the lexicon has no such office.

    The longest title in it decides: a deputy director of a president's office is no president. Of a former holder
    the level is ``other``.

    >>> level_of_office("Minister for Foreign Affairs"), level_of_office("President"), level_of_office("Sherpa")
    ('ministers', 'leaders', None)
    """
    if not title:
        return None
    said = " ".join(_WORD.findall(title.casefold()))
    if said.split(" ", 1)[0] in former_words():
        return "other"
    known = _levels()
    words = said.split(" ")
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            level = known.get(" ".join(words[start : start + length]))
            if level is not None:
                return level
    return None


@functools.cache
def _levels() -> dict[str, str]:
    found: dict[str, str] = {}
    for office in all_offices():
        for word in (office.title, *office.words, *office.capitals):
            found.setdefault(" ".join(_WORD.findall(word.casefold())), office.level)
    return found


def level_of_visit(visit: VisitAccount) -> str | None:
    """Return the level of whoever travels: as a table states it, else by their office; None where neither tells."""
    return visit.level or level_of_office(visit.person.office)


def leaders_met(meeting: MeetingAccount) -> bool:
    """Return whether it is a meeting of leaders at which no party was represented by somebody below them alone."""
    if meeting.level != "leaders":
        return False
    levels: dict[str, set[str]] = {}
    for person in meeting.people:
        if person.country:
            levels.setdefault(person.country, set()).add(level_of_office(person.office) or "leaders")
    return all("leaders" in found for found in levels.values())


def leaders_named(account: MeetingAccount | VisitAccount, country: str) -> tuple[str, ...]:
    """Return the names of those of ``country`` in ``account`` who are not known to be below leaders."""
    if isinstance(account, VisitAccount):
        person = account.person
        named = [person.name] if (person.country or account.from_country) == country else []
    else:
        named = [
            person.name
            for person in account.people
            if person.country == country and level_of_office(person.office) in ("leaders", None)
        ]
    return tuple(name for name in named if name)


@functools.lru_cache(maxsize=4096)
def same_holder(one: str, other: str) -> bool:
    """Return whether two names are one holder's: stricter than in matching, since years lie between them.

    >>> same_holder("LEE Jae Myung", "Lee Jae-myung"), same_holder("Lee Myung-bak", "Lee Jae-myung")
    (True, False)
    >>> same_holder("Joe Biden", "Joseph R. Biden"), same_holder("George W. Bush", "George H.W. Bush")
    (True, False)
    >>> same_holder("Yasuo Fukuda", "Takeo Fukuda")
    False
    """
    mine, theirs = names.tokens(one), names.tokens(other)
    initials = [{word for word in words if len(word) == 1} for words in (mine, theirs)]
    if all(initials) and initials[0] != initials[1]:
        return False
    mine, theirs = mine - initials[0], theirs - initials[1]
    if mine <= theirs or theirs <= mine:
        return True
    # What they do not share may be another spelling of the same ("Joe", "Joseph"), not another name ("Yasuo", "Takeo").
    alike = sorted(word[0] for word in mine - theirs) == sorted(word[0] for word in theirs - mine)
    return alike and names.same_person_name(one, other)
