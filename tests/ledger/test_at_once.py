"""Several people and readers at once: every document is kept, once, and readers see whole documents only."""

import subprocess
import sys

import pytest
from tests.conftest import ROOT
from tests.ledger.factory import many
from tests.ledger.stores import Store, rows_of

from shuttle.ledger import reading_rows
from shuttle.ledger.ledger import Ledger

_COUNT = 18
_ADDING = """
import sys
sys.path[:0] = [{root!r}, {root!r} + "/src"]
from shuttle.ledger.ledger import Ledger
from tests.ledger.factory import many
location, first, step = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
with Ledger.open(location) as ledger:
    for reading in many({count})[first::step]:
        ledger.add(reading)
"""


def _start(location: str, first: int, step: int) -> subprocess.Popen[str]:
    program = _ADDING.format(root=str(ROOT), count=_COUNT)
    return subprocess.Popen(
        [sys.executable, "-c", program, location, str(first), str(step)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _let_go(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()


def _end(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        _, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint


@pytest.mark.parametrize(
    "shares",
    [pytest.param(((0, 2), (1, 2)), id="each-its-half"), pytest.param(((0, 1), (0, 1)), id="both-everything")],
)
def test_two_processes_that_add_at_once_lose_nothing_and_keep_nothing_twice(
    store: Store, shares: tuple[tuple[int, int], ...]
) -> None:
    """Two writers at once come to the account that one alone would, and readers meanwhile see whole documents only."""
    location = store.bare()
    processes = [_start(location, first, step) for first, step in shares]
    readings = {reading.document.id: reading for reading in many(_COUNT)}
    # Every reading of these has as many claims as any other.
    claims = len(reading_rows.rows_of(many(1)[0], 1)["claims"])
    try:
        _let_go(processes)
        with Ledger.open(location) as reader:
            seen: set[int] = set()
            while any(process.poll() is None for process in processes):
                counts = reader.counts()
                seen.add(counts.documents)
                assert counts.readings == counts.documents
                assert counts.claims == counts.documents * claims
                for source in reader.documents()[-2:]:
                    assert reader.reading(source.document_id) == readings[source.document_id]
                pair = reader.pair("KOR", "JPN")
                assert {name for meeting in pair.meetings for name in meeting.document_ids} == {
                    source.document_id for source in pair.sources
                }
    finally:
        _end(processes)
    assert len(seen) > 1, "nobody read while somebody wrote"
    rows = rows_of(location)
    assert len(rows["documents"]) == len(rows["readings"]) == len(rows["entries"]) == _COUNT
    for table in ("entries", "readings", "membership", "searchable"):
        numbers = sorted(row[0] for row in rows[table])
        assert numbers == list(range(1, len(numbers) + 1)), table
    with Ledger.open(location) as ledger, Ledger.open(":memory:") as alone:
        for reading in many(_COUNT):
            alone.add(reading)
        assert ledger.pair("KOR", "JPN") == alone.pair("KOR", "JPN")
        assert ledger.search("nara", limit=200) == alone.search("nara", limit=200)


def test_a_ledger_that_two_open_at_once_for_the_first_time_is_made_once(store: Store) -> None:
    """Two processes that find no ledger and make one at the same moment both go on in the same."""
    location = store.bare()
    processes = [_start(location, 0, _COUNT), _start(location, 0, _COUNT), _start(location, 1, _COUNT)]
    _let_go(processes)
    _end(processes)
    assert len(rows_of(location)["documents"]) == 2
