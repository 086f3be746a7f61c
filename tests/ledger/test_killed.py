"""A process killed at any moment leaves a whole ledger, from which the work goes on."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.ledger.factory import many
from tests.ledger.stores import PostgresqlStore

from shuttle.ledger.ledger import Ledger

_KILLING = Path(__file__).with_name("killing.py")
_ADDING = """
import sys
sys.path[:0] = [{root!r}, {root!r} + "/src"]
from shuttle.ledger.ledger import Ledger
from tests.ledger.factory import many
print("ready", flush=True)
with Ledger.open(sys.argv[1]) as ledger:
    for reading in many(20):
        ledger.add(reading)
"""


def _kill_again_and_again(location: str, rounds: int, seed: int) -> int:
    """Return how many documents are in the ledger after its writers were killed ``rounds`` times."""
    arguments = [sys.executable, str(_KILLING), location, str(rounds), str(seed)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def _goes_on(location: str, kept: int) -> None:
    """Add what is left, and compare with a ledger whose writer was never killed."""
    readings = many(120)[: kept + 10]
    with Ledger.open(location) as ledger, Ledger.open(":memory:") as undisturbed:
        for reading in readings:
            ledger.add(reading)
            undisturbed.add(reading)
        assert ledger.pair("KOR", "JPN") == undisturbed.pair("KOR", "JPN")
        assert ledger.search("nara", limit=500) == undisturbed.search("nara", limit=500)


@pytest.mark.parametrize("seed", range(8))
def test_two_hundred_killed_writers_leave_whole_documents_and_lose_none_they_reported(
    tmp_path: Path, seed: int
) -> None:
    """Eight times twenty-five writers, each killed at some moment: whole documents, none lost, and on it goes."""
    location = str(tmp_path / "shuttle.db")
    kept = _kill_again_and_again(location, rounds=25, seed=seed)
    assert kept >= 10
    _goes_on(location, kept)


@pytest.mark.parametrize("seed", range(2))
def test_killed_writers_of_a_server_leave_whole_documents_too(postgresql: PostgresqlStore, seed: int) -> None:
    """Twice ten clients of PostgreSQL, killed likewise: whole documents, none lost, and on it goes."""
    location = postgresql.empty()
    kept = _kill_again_and_again(location, rounds=10, seed=seed)
    assert kept >= 4
    _goes_on(location, kept)


@pytest.mark.parametrize("seed", range(4))
def test_a_process_killed_while_it_makes_the_ledger_leaves_one_that_opens(tmp_path: Path, seed: int) -> None:
    """A process killed while it makes the ledger leaves one that opens."""
    path = tmp_path / "shuttle.db"
    program = _ADDING.format(root=str(ROOT))
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # To open takes a quarter of a second here, half of it to load what makes tables.
        time.sleep(random.Random(seed).uniform(0.0, 0.5))  # noqa: S311
        process.send_signal(signal.SIGKILL)
    with Ledger.open(path) as ledger:
        ledger.add(many(1)[0])
        assert ledger.counts().documents >= 1
