"""Meetings and visits of two countries as lines, the latest first, those that lie ahead on top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shuttle.interfaces.desk.links import record_link
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import MeetingAccount, PairAccount, VisitAccount
from shuttle.views.meetings_table import event_rows
from shuttle.views.wording import clean

__all__ = ["Event", "as_events", "latest_first"]


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or visit on one line.

    Attributes:
        ahead: whether it has not begun on the day.
        differing: on how many fields its sources differ.
    """

    account: MeetingAccount | VisitAccount
    href: str
    date: str
    what: str
    place: str
    who: str
    form: str
    documents: int
    differing: int
    ahead: bool

    @property
    def status(self) -> str:
        """Held, planned and so on."""
        return self.account.status


def latest_first(account: PairAccount) -> list[MeetingAccount | VisitAccount]:
    """Return the events of a pair, the latest first; those without a date come last."""
    events: list[MeetingAccount | VisitAccount] = [*account.meetings, *account.visits]
    return sorted(events, key=lambda event: (event.start or "", event.id), reverse=True)


def as_events(accounts: Iterable[MeetingAccount | VisitAccount], day: str) -> list[Event]:
    """Return ``accounts`` as lines; words are worked out for these only."""
    return [_event(account, day) for account in accounts]


def _event(account: MeetingAccount | VisitAccount, day: str) -> Event:
    ((date, what, place, who, form, _, _),) = event_rows([account], country_name)
    # The status is shown beside it.
    what = what.replace(f" ({account.status})", "")
    if isinstance(account, VisitAccount):
        kind, _, forum = what.partition(", beside ")
        what, place = f"{kind} to {place}" + (f", beside {forum}" if forum else ""), ""
    return Event(
        account=account,
        href=record_link(account.id),
        date=date,
        what=what,
        place=place,
        who=clean(who),
        form=form,
        documents=len(account.sources),
        differing=len(account.differences),
        ahead=(account.start or "") > day,
    )
