"""What the desk keeps at hand between requests: open ledgers, the outline of all meetings, the last pairs asked for.

A ledger is for one thread at a time, so each request borrows one. What is kept of the ledger's contents is brought up
to date before it is used, from what has been done since: a new document costs what it touches.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from shuttle.analysis.owed import Owed, owed
from shuttle.analysis.state import State, state
from shuttle.errors import LedgerError
from shuttle.ledger.glances import Outline
from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import PairAccount

__all__ = ["OpenPair", "PairLine", "Shelf"]

_MOST_IDLE = 8
_MOST_PAIRS = 12
# A meeting of more parties than this is no meeting of each two of them.
_MOST_PARTIES = 3
# After more entries than this everything is read anew.
_MOST_CHANGES = 2_000
# What was said and planned longer ago than this many years is not on a pair's page.
_YEARS = 2

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two countries in the list of all: their last meeting that was held and the first that lies ahead.

    Attributes:
        pair: alpha-3 codes in alphabetical order.
        last: account id; None if none was held on a known day.
        last_day: when, as far as known in short.
        ahead: account id of the first that is planned.
        meetings: how many meetings.
    """

    pair: _Pair
    last: str | None
    last_day: str
    ahead: str | None
    meetings: int


@dataclass(slots=True)
class OpenPair:
    """Everything about two countries, with what follows from it on a day; ``files`` made of it are kept with it."""

    account: PairAccount
    day: str
    state: State
    owed: tuple[Owed, ...]
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class _Outlines:
    known: dict[str, Outline] = field(default_factory=dict)
    by_pair: dict[_Pair, set[str]] = field(default_factory=dict)

    def put(self, changed: dict[str, Outline], gone: set[str]) -> None:
        for account in {*changed, *gone}:
            old = self.known.pop(account, None)
            for pair in _pairs(old) if old else ():
                self.by_pair[pair].discard(account)
        for account, outline in changed.items():
            self.known[account] = outline
            for pair in _pairs(outline):
                self.by_pair.setdefault(pair, set()).add(account)


def _pairs(outline: Outline) -> list[_Pair]:
    codes = outline.countries
    if not 2 <= len(codes) <= _MOST_PARTIES:
        return []
    return [(one, other) for place, one in enumerate(codes) for other in codes[place + 1 :]]


class Shelf:
    """What is kept at hand; safe for many threads."""

    def __init__(self, location: str, clock: Callable[[], dt.datetime] | None = None) -> None:
        self._location = location
        self._clock = clock
        self._idle: list[Ledger] = []
        self._lock = threading.Lock()
        self._opening = threading.Lock()
        self._fresh = threading.Lock()
        self._head = -1
        self._outlines = _Outlines()
        self._lines: tuple[str, tuple[PairLine, ...]] | None = None
        self._opened: OrderedDict[_Pair, OpenPair] = OrderedDict()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """Lend an open ledger.

        Raises:
            LedgerError: it cannot be opened.
        """
        with self._lock:
            book = self._idle.pop() if self._idle else None
        if book is None:
            # One at a time: whoever comes first may have to make the ledger, or bring it up to date.
            with self._opening:
                book = Ledger.open(self._location, clock=self._clock)
        try:
            yield book
        finally:
            with self._lock:
                kept = len(self._idle) < _MOST_IDLE
                if kept:
                    self._idle.append(book)
            if not kept:
                book.close()

    def close(self) -> None:
        """Close all ledgers that nobody has borrowed."""
        with self._lock:
            idle, self._idle = self._idle, []
        for book in idle:
            book.close()

    def warm_up(self, day: str) -> None:
        """Read the outlines of everything before anybody asks; of a ledger that cannot be asked nothing."""
        with suppress(LedgerError), self.ledger() as book:
            self.pairs(book, day)

    def pairs(self, book: Ledger, day: str, country: str | None = None) -> tuple[PairLine, ...]:
        """Return all pairs, those that met last first; with ``country`` only its own."""
        self._bring_up_to_date(book)
        with self._fresh:
            if self._lines is None or self._lines[0] != day:
                self._lines = (day, self._make_lines(day))
            lines = self._lines[1]
        return tuple(line for line in lines if country in line.pair) if country else lines

    def pair(self, book: Ledger, one: str, other: str, day: str) -> OpenPair:
        """Return everything about two countries as of ``day``."""
        self._bring_up_to_date(book)
        with self._fresh:
            head = self._head
            found = self._opened.get((one, other))
            if found is not None and found.day == day:
                self._opened.move_to_end((one, other))
                return found
        account = book.pair(one, other, since=f"{int(day[:4]) - _YEARS}{day[4:]}"[:7] + "-01")
        opened = OpenPair(account, day, state(account, day), owed(account, book.judgements(), day))
        with self._fresh:
            # Not if something was done to the ledger while it was read.
            if self._head == head:
                self._opened[(one, other)] = opened
                while len(self._opened) > _MOST_PAIRS:
                    self._opened.popitem(last=False)
        return opened

    def _bring_up_to_date(self, book: Ledger) -> None:
        head = book.glances.head()
        if head == self._head:
            return
        with self._fresh:
            if head <= self._head:
                return
            if self._head < 0 or head - self._head > _MOST_CHANGES:
                self._outlines = _Outlines()
                self._outlines.put(book.glances.outlines(), set())
                self._opened.clear()
            else:
                changes = book.glances.changes(self._head)
                changed = book.glances.outlines(changes.accounts)
                self._outlines.put(changed, set(changes.accounts) - changed.keys())
                for pair in [pair for pair in self._opened if changes.concerns(*pair)]:
                    del self._opened[pair]
            self._head = head
            self._lines = None

    def _make_lines(self, day: str) -> tuple[PairLine, ...]:
        lines = []
        for pair, accounts in self._outlines.by_pair.items():
            events = [self._outlines.known[account] for account in accounts]
            meetings = [event for event in events if event.kind == "meeting"]
            if not meetings:
                continue
            held = [m for m in meetings if m.held and m.start and m.start <= day]
            last = max(held, key=lambda m: (m.start or "", m.account), default=None)
            ahead = [m for m in meetings if m.ahead and m.start and m.start >= day[: len(m.start)]]
            first = min(ahead, key=lambda m: (m.start or "", m.account), default=None)
            lines.append(
                PairLine(
                    pair,
                    last.account if last else None,
                    (last.start or "") if last else "",
                    first.account if first else None,
                    len(meetings),
                )
            )
        # Of the same day, and of those without any, the ones with more meetings first.
        return tuple(sorted(lines, key=lambda line: (line.last_day, line.meetings, line.pair), reverse=True))
