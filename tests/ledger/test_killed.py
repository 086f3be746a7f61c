"""A process killed at any moment leaves a whole ledger, from which the work goes on."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger.factory import many

from shuttle.ledger.ledger import Ledger

_COUNT = 60
_ROOT = Path(__file__).parents[2]
_ADDING = """
import sys
sys.path[:0] = [{root!r}, {root!r} + "/src"]
from shuttle.ledger.ledger import Ledger
from tests.ledger.factory import many
with Ledger.open(sys.argv[1]) as ledger:
    print("ready", flush=True)
    for reading in many({count}):
        ledger.add(reading)
        print("kept", flush=True)
"""


def _kill_while_adding(path: Path, seconds: float, *, while_opening: bool) -> int:
    """Kill a process that adds `_COUNT` readings after ``seconds``; return how many it reported as kept."""
    program = _ADDING.format(root=str(_ROOT), count=_COUNT)
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        if not while_opening:
            assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return process.stdout.read().count("kept")


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_process_leaves_whole_documents_and_loses_none_it_reported(tmp_path: Path, seed: int) -> None:
    """A killed process leaves whole documents and loses none it reported."""
    path = tmp_path / "shuttle.db"
    moment = random.Random(seed).uniform(0.0, 0.4)  # noqa: S311
    reported = _kill_while_adding(path, moment, while_opening=False)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    readings = many(_COUNT)
    with Ledger.open(path) as ledger:
        kept = ledger.counts().documents
        assert reported <= kept <= min(reported + 1, _COUNT)
        for reading in readings[:kept]:
            assert ledger.reading(reading.document.id) == reading
        for reading in readings:
            ledger.add(reading)
        after = ledger.pair("KOR", "JPN")
    with Ledger.open(tmp_path / "undisturbed.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        assert after == ledger.pair("KOR", "JPN")


@pytest.mark.parametrize("seed", range(4))
def test_a_process_killed_while_it_makes_the_ledger_leaves_one_that_opens(tmp_path: Path, seed: int) -> None:
    """A process killed while it makes the ledger leaves one that opens."""
    path = tmp_path / "shuttle.db"
    moment = random.Random(seed).uniform(0.15, 0.8)  # noqa: S311
    _kill_while_adding(path, moment, while_opening=True)
    with Ledger.open(path) as ledger:
        ledger.add(many(1)[0])
        assert ledger.counts().documents >= 1
