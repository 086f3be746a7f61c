"""Who received whom, and whose turn it is.

In:   meeting accounts of a pair.
Out:  tallies per country and the turn, each under a named counting rule, with the claims behind them.

The only rule so far, `bilateral`: leaders' meetings held in person in one of the two countries, between
these two alone, and not beside a forum. The turn is the other's who did not host last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shuttle.analysis.rhythm import leaders_meetings
from shuttle.records.accounts import MeetingAccount
from shuttle.records.claims import Claim

__all__ = ["COUNTING_RULES", "HostTally", "Turn", "host_of", "hosted", "tallies", "turn"]

# Name of a counting rule -> what it counts, for a reader of the brief.
COUNTING_RULES = {
    "bilateral": "Leaders' meetings in person in one of the two countries, between the two alone, not beside a forum.",
}


@dataclass(frozen=True, slots=True)
class HostTally:
    """How often a country received the other, under ``rule``; ``last`` is the latest time."""

    country: str
    meetings: tuple[MeetingAccount, ...]
    rule: str

    @property
    def count(self) -> int:
        """How often."""
        return len(self.meetings)

    @property
    def last(self) -> MeetingAccount | None:
        """The latest time; None if never."""
        return self.meetings[-1] if self.meetings else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that say who hosted."""
        return tuple(claim for meeting in self.meetings for claim in _host_claims(meeting))


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to receive the other.

    Attributes:
        country: alpha-3 code; None if nobody has hosted yet under the rule.
        last: the meeting it follows from.
        rule: name of the counting rule (`COUNTING_RULES`).
        reason: in words.
    """

    country: str | None
    last: MeetingAccount | None
    rule: str
    reason: str

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that say who hosted last, and when."""
        return _host_claims(self.last) + self.last.field("start").claims if self.last else ()


def host_of(meeting: MeetingAccount) -> str | None:
    """Return who hosted: as stated, else the party in whose country the meeting was held, else None."""
    if meeting.host is not None:
        return meeting.host
    return meeting.place.country if meeting.place and meeting.place.country in meeting.countries else None


def _host_claims(meeting: MeetingAccount) -> tuple[Claim, ...]:
    return meeting.field("host").claims or meeting.field("place").claims


def hosted(
    meetings: Iterable[MeetingAccount], pair: tuple[str, str], as_of: str | None = None
) -> tuple[MeetingAccount, ...]:
    """Return the meetings that count under ``bilateral``, in the order of time."""
    return tuple(
        meeting
        for meeting in leaders_meetings(meetings, as_of)
        if set(meeting.countries) == set(pair) and meeting.forum is None and host_of(meeting) in pair
    )


def tallies(
    meetings: Iterable[MeetingAccount], pair: tuple[str, str], as_of: str | None = None
) -> tuple[HostTally, HostTally]:
    """Return how often each of ``pair`` hosted, in the order of ``pair``."""
    counting = hosted(meetings, pair, as_of)
    one, other = (HostTally(code, tuple(m for m in counting if host_of(m) == code), "bilateral") for code in pair)
    return one, other


def turn(meetings: Iterable[MeetingAccount], pair: tuple[str, str], as_of: str | None = None) -> Turn:
    """Return whose turn it is to host."""
    counting = hosted(meetings, pair, as_of)
    if not counting:
        return Turn(None, None, "bilateral", "neither has hosted the other yet")
    last = counting[-1]
    host = host_of(last)
    return Turn(pair[0] if host == pair[1] else pair[1], last, "bilateral", f"{host} hosted last, in {last.start}")
