"""The times that two countries' leaders met or one of them came to the other: each once, in the order of time.

In:   the meetings and visits of a pair, in any order.
Out:  encounters: a meeting with the journeys to it, or a journey of which no meeting is known.

A visit and the meeting in it are one event, though documents tell of them apart, so that a list of visits, a set of
readouts and both together give the same figures. What is so vague that it may be one of several events adds none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuttle.analysis.leaders import leaders_named, level_of_visit
from shuttle.analysis.rhythm import began_by, leaders_meetings, middle
from shuttle.records import dates
from shuttle.records.accounts import LEFT_APART, MeetingAccount, VisitAccount
from shuttle.records.claims import Claim
from shuttle.records.findings import VisitClass

__all__ = ["Encounter", "coincide", "encounters", "host_of", "leaders_visits"]

# More months than any journey takes: what is longer is a time in which one was made.
_MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Encounter:
    """One event between two countries' leaders.

    Attributes:
        meetings: what was held, in the order of time; more than one where the leaders met again during one visit.
        visits: the journeys to it.
    """

    meetings: tuple[MeetingAccount, ...] = ()
    visits: tuple[VisitAccount, ...] = ()

    @property
    def account(self) -> MeetingAccount | VisitAccount:
        """The account that stands for it: the first meeting, else the visit."""
        return self.meetings[0] if self.meetings else self.visits[0]

    @property
    def accounts(self) -> tuple[MeetingAccount | VisitAccount, ...]:
        """All accounts that tell of it."""
        return (*self.meetings, *self.visits)

    @property
    def id(self) -> str:
        """The id of its account."""
        return self.account.id

    @property
    def start(self) -> str:
        """The first day, as precise as known."""
        return self.account.start or ""

    @property
    def end(self) -> str | None:
        """The last day; None where it ends on the day it began."""
        last = self.meetings[-1] if self.meetings else self.visits[0]
        return last.end or (last.start if last is not self.account and last.start != self.start else None)

    @property
    def host(self) -> str | None:
        """Who received the other: as stated, else the party in whose country it was, else None."""
        return host_of(self.account)

    @property
    def forum(self) -> str | None:
        """The multilateral event beside which it was."""
        return self.account.forum

    @property
    def countries(self) -> frozenset[str]:
        """Everybody who took part."""
        if self.meetings:
            return frozenset(self.meetings[0].countries)
        visit = self.visits[0]
        return frozenset(filter(None, (visit.from_country or visit.person.country, visit.to_country)))

    @property
    def at_home(self) -> str | None:
        """The country in which it was: of the place, failing that of the host; None if neither is known."""
        account = self.account
        if isinstance(account, VisitAccount):
            return account.to_country
        return (account.place.country if account.place else None) or account.host

    @property
    def in_person(self) -> bool:
        """Whether it was no call by telephone or video."""
        return not self.meetings or self.meetings[0].mode in (None, "in person")

    @property
    def classes(self) -> tuple[VisitClass, ...]:
        """The classes that were stated of its visits."""
        return tuple(sorted({visit.visit_class for visit in self.visits if visit.visit_class}))

    def named(self, country: str) -> tuple[str, ...]:
        """Return the names of the leaders of ``country`` that some source gives for it."""
        return tuple(dict.fromkeys(name for account in self.accounts for name in leaders_named(account, country)))

    @property
    def host_claims(self) -> tuple[Claim, ...]:
        """The claims that say who received the other."""
        account = self.account
        if isinstance(account, VisitAccount):
            return account.field("to_country").claims
        return account.field("host").claims or account.field("place").claims

    @property
    def date_claims(self) -> tuple[Claim, ...]:
        """The claims that say when it began."""
        return self.account.field("start").claims


def host_of(event: MeetingAccount | VisitAccount) -> str | None:
    """Return who hosted: as stated, else the party in whose country the meeting was held, else None."""
    if isinstance(event, VisitAccount):
        return event.to_country
    if event.host is not None:
        return event.host
    return event.place.country if event.place and event.place.country in event.countries else None


def leaders_visits(visits: Iterable[VisitAccount], as_of: str | None = None) -> tuple[VisitAccount, ...]:
    """Return the held visits with a date of whoever is not known to be below leaders, in the order of time.

    A visitor whose office no source gives counts, since a list of visits often names countries alone; an office that is
    given and that the lexicon of offices does not rank among leaders does not.
    """
    counting = [
        visit
        for visit in visits
        if visit.status == "held"
        and not _unplaced(visit)
        and visit.start is not None
        and began_by(visit.start, as_of)
        and (level_of_visit(visit) == "leaders" or (visit.level is None and visit.person.office is None))
    ]
    return tuple(sorted(counting, key=lambda visit: (middle(visit.start or ""), visit.start or "", visit.id)))


def coincide(meeting: MeetingAccount, visit: VisitAccount) -> bool:
    """Return whether ``visit`` is the journey to ``meeting``: same country, at a time that overlaps."""
    where = meeting.place.country if meeting.place and meeting.place.country else meeting.host
    known = meeting.start is not None and visit.start is not None
    travels = visit.person.country in meeting.countries or visit.from_country in meeting.countries
    return bool(known and travels and where == visit.to_country) and dates.overlap(
        meeting.start, meeting.end, visit.start, visit.end
    )


def encounters(
    meetings: Iterable[MeetingAccount], visits: Iterable[VisitAccount] = (), as_of: str | None = None
) -> tuple[Encounter, ...]:
    """Return the encounters, earliest first; the order of what is given makes no difference.

    Args:
        meetings: of the pair, more parties included: a journey to a meeting of three is no bilateral visit.
        visits: of the pair, in both directions.
        as_of: a day; what began later is left out.

    Raises:
        RecordError: ``as_of`` is no date.
    """
    if as_of is not None:
        dates.check_date(as_of)
    met = leaders_meetings(meetings, as_of, calls=True)
    by_month: dict[tuple[str | None, str], list[int]] = {}
    for number, meeting in enumerate(met):
        where = meeting.place.country if meeting.place and meeting.place.country else meeting.host
        for month in _months(meeting):
            by_month.setdefault((where, month), []).append(number)
    home = list(range(len(met)))
    journeys: dict[int, list[VisitAccount]] = {}
    alone: list[Encounter] = []
    for visit in leaders_visits(visits, as_of):
        near = dict.fromkeys(n for month in _months(visit) for n in by_month.get((visit.to_country, month), ()))
        fitting = sorted(number for number in near if coincide(met[number], visit))
        if not fitting:
            alone.append(Encounter(visits=(visit,)))
            continue
        first = _root(home, fitting[0])
        journeys.setdefault(fitting[0], []).append(visit)
        if len(visit.start or "") == 10:
            # Meetings of one pair during one visit are one event; a visit known to the month may be to any of them.
            for number in fitting[1:]:
                if set(met[number].countries) == set(met[fitting[0]].countries):
                    home[_root(home, number)] = first
    together: dict[int, tuple[list[MeetingAccount], list[VisitAccount]]] = {}
    for number, meeting in enumerate(met):
        some, their_visits = together.setdefault(_root(home, number), ([], []))
        some.append(meeting)
        their_visits.extend(journeys.get(number, ()))
    found = [Encounter(tuple(some), tuple(travels)) for some, travels in together.values()]
    return tuple(sorted([*found, *alone], key=_in_time))


def _in_time(encounter: Encounter) -> tuple[dt.date, str, str]:
    account = encounter.account
    hour = account.start_time or "" if isinstance(account, MeetingAccount) else ""
    return (middle(encounter.start), hour, account.id)


def _unplaced(visit: VisitAccount) -> bool:
    """Return whether it may be one of several others; a journey of months whose first day is known is itself."""
    vague = len(visit.start or "") < 10
    return vague and bool(visit.memberships) and all(m.method == LEFT_APART for m in visit.memberships)


def _root(home: Sequence[int], number: int) -> int:
    while home[number] != number:
        number = home[number]
    return number


def _months(event: MeetingAccount | VisitAccount) -> Iterator[str]:
    day, last = dates.first_day(event.start or ""), dates.last_day(event.end or event.start or "")
    for _ in range(_MOST_MONTHS):
        if day > last:
            return
        yield f"{day:%Y-%m}"
        day = (day.replace(day=1) + dt.timedelta(32)).replace(day=1)
