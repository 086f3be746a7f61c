"""Add readings to a ledger and be killed at it, again and again; a program that tests run.

    python killing.py LOCATION ROUNDS SEED

In each round a child adds readings one after the other and is killed (SIGKILL) at some moment: a random part of a
tenth of a second after it was started, after it had opened the ledger, or after it had kept its first document. After
each the ledger must be whole: what the child reported as kept is there, at most one document more, and every document
that is there comes out as it went in. The next round goes on in the same ledger.

A program of its own, since it forks: a process of pytest has threads, and loading Shuttle anew for every child would
take longer than all the rest.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "src")]

from tests.ledger.factory import many  # noqa: E402

from shuttle.ledger.ledger import Ledger  # noqa: E402

#: Documents that a child can add; more than any has time for.
COUNT = 120
READINGS = many(COUNT)
_LONGEST = 0.1


def main(location: str, rounds: int, seed: int) -> None:
    """Kill as many children as there are rounds; end with an error at the first ledger that is not whole."""
    chance = random.Random(seed)  # noqa: S311
    Ledger.open(location).close()
    with Ledger.open(":memory:") as ledger:
        # What is loaded at the first reading is loaded here, for all children.
        ledger.add(READINGS[0])
    kept = 0
    for number in range(rounds):
        wait_for = (b"", b"o", b"o", b"o.", b"o.")[number % 5]
        reported = _killed_child(location, kept, wait_for, chance.uniform(0.0, _LONGEST))
        if "://" not in location:
            _check_file(location)
        now = _check_whole(location)
        assert kept + reported <= now <= kept + reported + 1, (kept, reported, now)
        kept = now
    sys.stdout.write(f"{kept}\n")


def _killed_child(location: str, begin: int, wait_for: bytes, seconds: float) -> int:
    """Return how many readings the child reported as kept before it was killed.

    Args:
        location: of the ledger.
        begin: the first reading to add.
        wait_for: what the child must have said before the clock starts: "o" when it has opened the ledger, "." for
            each document.
        seconds: after which to kill.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with Ledger.open(location) as ledger:
                os.write(writing, b"o")
                for number in range(begin, COUNT):
                    ledger.add(READINGS[number])
                    os.write(writing, b".")
        except BaseException:
            traceback.print_exc()
        finally:
            # Never back into the parent's program.
            os._exit(1)
    os.close(writing)
    said = b""
    while len(said) < len(wait_for):
        more = os.read(reading, 64)
        assert more, "the child ended by itself"
        said += more
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    return said.count(b".")


def _check_file(location: str) -> None:
    if not Path(location).exists():
        return
    with sqlite3.connect(location) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def _check_whole(location: str) -> int:
    """Return how many documents there are; each is whole, with all its rows and in the index of words."""
    with Ledger.open(location) as ledger:
        counts = ledger.counts()
        ours = READINGS[: counts.documents]
        assert (counts.readings, counts.commitments > 0) == (counts.documents, counts.documents > 0)
        # The last ones are those that a kill could have hurt; whatever went before was looked at in its round.
        for reading in ours[-5:]:
            assert ledger.reading(reading.document.id) == reading
            assert all(ledger.history(finding.id) for finding in reading.findings())
        found = {hit.id for hit in ledger.search("nara trade", ["document"], limit=1_000)}
        assert found == {reading.document.id for reading in ours}
        return counts.documents


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
