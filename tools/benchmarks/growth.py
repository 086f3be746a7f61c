"""How the ledger grows: what one more document and a brief's questions take at ten times the size, and ten times that.

One ledger grows through all sizes in one run, so that its figures can be divided by each other.
"""

from __future__ import annotations

import math
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.benchmarks.world import World

from shuttle.ledger.ledger import Ledger

__all__ = ["Point", "decades", "grow", "per_decade"]

_MORE = 200
_REPEAT = 7


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured at one size, times in milliseconds by the clock.

    Attributes:
        add, add_work: median for one more document, by the clock and in time of this process.
        add_slow: ninety of a hundred take no longer.
        trivial: one document by its id.
        typical, densest: everything of the pair in the middle of all documents, and of the one that meets most.
        typical_size, densest_size: how many documents that is.
        every: one meeting of all, given one after the other in the order of time.
        every_memory: by how much that lifted the most that this process has ever taken, in megabytes.
        record: one meeting by its id.
        memory: the most that this process has ever taken, in megabytes, questions included.
        file: the size of the ledger, in megabytes.
    """

    documents: int
    claims: int
    add: float
    add_work: float
    add_slow: float
    trivial: float
    typical: float
    typical_size: int
    densest: float
    densest_size: int
    every: float
    every_memory: float
    record: float
    memory: float
    file: float


def grow(sizes: Sequence[int], path: Path) -> Iterator[Point]:
    """Yield what is measured at each of ``sizes``, smallest first, in a new ledger at ``path``.

    Raises:
        FileExistsError: something is there already; two runs in one file would measure each other.
    """
    path.open("x").close()
    world = World(sizes[-1] + _MORE)
    done = 0
    with Ledger.open(path) as ledger:
        for size in sizes:
            ledger.add_all(told.reading for told in world.told(done, size))
            more = [told.reading for told in world.told(size, size + _MORE)]
            done = size + _MORE
            taken, worked = [], []
            for reading in more:
                began, work = time.perf_counter(), time.process_time()
                ledger.add(reading)
                taken.append(time.perf_counter() - began)
                worked.append(time.process_time() - work)
            taken.sort()
            yield _ask(
                ledger, world, path, done, statistics.median(taken), statistics.median(worked), taken[_MORE * 9 // 10]
            )


def _ask(ledger: Ledger, world: World, path: Path, expected: int, add: float, work: float, slow: float) -> Point:
    counts = ledger.counts()
    if counts.documents != expected:
        raise RuntimeError(f"{counts.documents} documents in the ledger, {expected} were put in: not a run of its own")
    middle = _middle(world.shares)
    typical_pair, densest = ledger.pair(*world.pairs[middle]), ledger.pair(*world.pairs[0])
    sizes = len(typical_pair.sources), len(densest.sources)
    known = densest.sources[0].document_id
    record = densest.meetings[0].id
    del typical_pair, densest
    before = _most_memory()
    began = time.perf_counter()
    meetings = sum(1 for _ in ledger.each_meeting())
    every = 1e3 * (time.perf_counter() - began) / meetings
    every_memory = _most_memory() - before
    return Point(
        documents=counts.documents,
        claims=counts.claims,
        add=1e3 * add,
        add_work=1e3 * work,
        add_slow=1e3 * slow,
        trivial=_time(lambda: ledger.document(known)),
        typical=_time(lambda: ledger.pair(*world.pairs[middle])),
        typical_size=sizes[0],
        densest=_time(lambda: ledger.pair(*world.pairs[0])),
        densest_size=sizes[1],
        every=every,
        every_memory=every_memory,
        record=_time(lambda: ledger.record(record)),
        memory=_most_memory(),
        file=sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / 2**20,
    )


def _middle(shares: Sequence[float]) -> int:
    """Return the pair at which half of all documents are about those that meet more."""
    total = 0.0
    for rank, share in enumerate(shares):
        total += share
        if total >= 0.5:
            return rank
    return 0


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _time(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_REPEAT):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return 1e3 * statistics.median(taken)


def decades(most: int) -> list[int]:
    """Return the powers of ten from 1,000 up to ``most``, and ``most`` itself."""
    powers = [10**exponent for exponent in range(3, int(math.log10(max(most, 10))) + 1)]
    return sorted({*(power for power in powers if power <= most), most})


def per_decade(points: Sequence[Point]) -> tuple[float, float]:
    """Return by how much one more document takes longer at ten times the size: in milliseconds, and as an exponent.

    The first is the slope over the logarithm of the size; the second that of the logarithm of the time: 0 is constant,
    1 would be in proportion.
    """
    sizes = [math.log10(point.documents) for point in points]
    work = [point.add_work for point in points]
    slope = statistics.linear_regression(sizes, work).slope
    exponent = statistics.linear_regression(sizes, [math.log10(value) for value in work]).slope
    return slope, exponent
