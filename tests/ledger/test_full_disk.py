"""A disk without room stops one document with a clear message and leaves the rest; with room the work goes on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.ledger.factory import four_accounts, korean_readout

from shuttle.errors import LedgerError
from shuttle.ledger.ledger import Ledger

_HEAD = """
import os, resource, signal, sqlite3, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {root!r} + "/src"]
from shuttle.errors import LedgerError
from shuttle.ledger.ledger import Ledger
from tests.ledger.factory import korean_readout, many
folder = Path(sys.argv[1])
path = folder / "shuttle.db"
def fill():
    kept = 0
    with Ledger.open(path) as ledger:
        try:
            for reading in many(2_000):
                ledger.add(reading)
                kept += 1
        except LedgerError as error:
            assert "nothing of this document was stored" in str(error), error
            print(error)
        else:
            raise SystemExit("the disk was never full")
        assert ledger.counts().documents == kept, (ledger.counts(), kept)
        assert kept > 1
        assert len(ledger.search("nara", ["document"], limit=2_000)) == kept
    return kept
def check(kept):
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    with Ledger.open(path) as ledger:
        readings = many(2_000)[: kept + 5]
        for reading in readings:
            ledger.add(reading)
        assert ledger.counts().documents == kept + 5
        assert all(ledger.reading(reading.document.id) == reading for reading in readings)
"""
# A file system of two megabytes, half of it taken up by something else that can be removed.
_ON_A_SMALL_DISK = """
with Ledger.open(path):
    pass
(folder / "something-else").write_bytes(b"x" * 1_000_000)
kept = fill()
(folder / "something-else").unlink()
check(kept)
"""
# No file may grow beyond a limit, which is then lifted.
_UNDER_A_LIMIT = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
with Ledger.open(path):
    pass
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
kept = fill()
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
check(kept)
"""


def _run(program: str, folder: Path, *before: str) -> str:
    done = subprocess.run(
        [*before, sys.executable, "-c", _HEAD.format(root=str(ROOT)) + program, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _own_mounts() -> list[str] | None:
    """Return the command under which a file system can be mounted that vanishes with it, None if there is none."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        if shutil.which("unshare"):
            try_it = [*command, "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
            if subprocess.run(try_it, capture_output=True, check=False).returncode == 0:
                return command
    return None


def test_a_disk_that_is_full_stops_one_document_and_leaves_the_rest(tmp_path: Path) -> None:
    """On a disk without room the message says so, the ledger is whole, and with room again adding goes on."""
    command = _own_mounts()
    if command is None:
        pytest.skip("needs the right to mount a small file system; the next tests hold where nobody may")
    mounting = f'mount -t tmpfs -o size=2m tmpfs {tmp_path} && exec "$@"'
    said = _run(_ON_A_SMALL_DISK, tmp_path, *command, "sh", "-c", mounting, "sh")
    assert "Make room on the disk" in said or "Check it and its free space" in said


def test_a_file_that_may_not_grow_stops_one_document_and_leaves_the_rest(tmp_path: Path) -> None:
    """Where no file may grow beyond a limit it is the same: a message, a whole ledger, and on it goes."""
    said = _run(_UNDER_A_LIMIT, tmp_path)
    assert "Make room on the disk" in said or "Check it and its free space" in said


def test_a_database_that_may_not_grow_stops_one_document_and_leaves_the_rest(tmp_path: Path) -> None:
    """SQLite's own limit, met in the middle of a document: nothing of it is kept, and on it goes."""
    with Ledger.open(tmp_path / "shuttle.db") as ledger:
        for reading in four_accounts():
            ledger.add(reading)
        before = (ledger.pair("KOR", "JPN"), ledger.search("nara"))
        _most_pages(ledger, None)
        big = korean_readout(url="https://example.org/" + "x" * 50_000)
        with pytest.raises(LedgerError, match="Make room on the disk"):
            ledger.add(big)
        assert (ledger.pair("KOR", "JPN"), ledger.search("nara")) == before
        _most_pages(ledger, 1_000_000)
        assert ledger.add(big).new


def _most_pages(ledger: Ledger, count: int | None) -> None:
    """Let the database have ``count`` pages, or no more than it has."""
    raw = ledger._engine.raw_connection()
    cursor = raw.cursor()
    pages = count or cursor.execute("PRAGMA page_count").fetchone()[0]
    cursor.execute(f"PRAGMA max_page_count = {pages}")
    raw.close()
