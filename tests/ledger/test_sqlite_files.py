"""A ledger in a file: what is wrong with the file or its folder is said plainly, and the file is left as it is."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.ledger.factory import four_accounts, korean_readout

from shuttle.errors import LedgerError
from shuttle.ledger.ledger import Ledger

_NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with four documents, closed."""
    with Ledger.open(tmp_path / "shuttle.db") as ledger:
        for reading in four_accounts():
            ledger.add(reading)
    return tmp_path / "shuttle.db"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_log_is_written_ahead(path: Path) -> None:
    """The log is written ahead."""
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """A file that is no database is refused and left as it is."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear Minister, " * 100)
    with pytest.raises(LedgerError, match="This file is no ledger"):
        Ledger.open(path)
    assert path.read_text() == "Dear Minister, " * 100


def test_a_file_of_a_newer_shuttle_or_another_program_stays_byte_for_byte(path: Path, tmp_path: Path) -> None:
    """What is not ours to open is not touched, not even its header."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (title)")
    connection.close()
    for file, words in ((path, "newer Shuttle"), (other, "another program")):
        before = _digest(file)
        with pytest.raises(LedgerError, match=words):
            Ledger.open(file)
        assert _digest(file) == before


@pytest.mark.parametrize(
    ("location", "words"),
    [
        pytest.param("", "is a folder", id="folder"),
        pytest.param("missing/shuttle.db", "there is no folder", id="no-such-folder"),
    ],
)
def test_a_place_that_cannot_hold_a_ledger_is_named(tmp_path: Path, location: str, words: str) -> None:
    """A folder, and a path in a folder that is not there."""
    with pytest.raises(LedgerError, match=words):
        Ledger.open(tmp_path / location)


def test_a_damaged_ledger_is_called_damaged(path: Path) -> None:
    """A damaged ledger is called damaged."""
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with (
        pytest.raises(LedgerError, match=r"malformed|damaged|could not be used|another program"),
        Ledger.open(path) as ledger,
    ):
        ledger.pair("KOR", "JPN")


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_ledger_cut_off_is_called_damaged_or_read_rightly(path: Path, share: float) -> None:
    """A file cut off anywhere never gives another answer than the whole one: the right one or a clear message."""
    with Ledger.open(path) as ledger:
        right = ledger.pair("KOR", "JPN")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(LedgerError, match=r"The file is damaged|This file is no ledger"), Ledger.open(path) as ledger:
        assert ledger.pair("KOR", "JPN") == right
        ledger.add(korean_readout(url="https://example.org/new"))
    assert path.stat().st_size <= int(len(content) * share)


def test_a_sqlite_url_is_a_path(tmp_path: Path) -> None:
    """An SQLite URL is a path."""
    with Ledger.open(f"sqlite:///{tmp_path / 'a.db'}") as ledger:
        ledger.add(korean_readout())
    assert (tmp_path / "a.db").exists()


def test_a_ledger_in_memory_works_the_same() -> None:
    """A ledger in memory works the same."""
    with Ledger.open(":memory:") as ledger:
        ledger.add(korean_readout())
        assert len(ledger.meetings()) == 1


_READING = """
import os, sys
sys.path[:0] = [{root!r}, {root!r} + "/src"]
from shuttle.errors import LedgerError
from shuttle.ledger.ledger import Ledger
from tests.ledger.factory import korean_readout
with Ledger.open(":memory:") as ledger:  # so that all is imported while it may still be read
    ledger.add(korean_readout())
    ledger.search("nara")
    ledger.meetings()
if os.geteuid() == 0:
    os.setgid({nobody})
    os.setuid({nobody})
try:
    with Ledger.open(sys.argv[1]) as ledger:
        print(len(ledger.meetings()), len(ledger.search("nara")), flush=True)
        ledger.add(korean_readout(url="https://example.org/new"))
        print("added")
except LedgerError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        pytest.param(0o444, 0o755, id="file"),
        pytest.param(0o666, 0o555, id="folder"),
        pytest.param(0o444, 0o555, id="both"),
    ],
)
def test_where_nothing_may_be_written_the_ledger_is_read_and_adding_says_why(
    path: Path, file: int, folder: int
) -> None:
    """A file or folder that may only be read: questions are answered, adding is refused with the way out."""
    # Root may do anything, so the child becomes nobody, for whom the way there must be open.
    place = Path(tempfile.mkdtemp(prefix="shuttle-"))
    try:
        copy = place / "shuttle.db"
        copy.write_bytes(path.read_bytes())
        copy.chmod(file)
        place.chmod(folder)
        before = _digest(copy)
        program = _READING.format(root=str(ROOT), nobody=_NOBODY)
        done = subprocess.run(
            [sys.executable, "-c", program, copy], capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        answered, said = done.stdout.splitlines()
        assert answered == "2 4"
        assert "may only be read" in said
        assert _digest(copy) == before
        assert [entry.name for entry in place.iterdir()] == ["shuttle.db"]
    finally:
        place.chmod(0o755)
        for entry in place.iterdir():
            entry.unlink()
        place.rmdir()


def test_a_new_ledger_where_nothing_may_be_written_says_why(tmp_path: Path) -> None:
    """A new ledger in a folder that may only be read is refused with the way out."""
    tmp_path.chmod(0o555)
    place = tmp_path if os.geteuid() else Path("/proc")
    with pytest.raises(LedgerError, match="Check that the folder exists and that you may write there"):
        Ledger.open(place / "shuttle.db")
    tmp_path.chmod(0o755)
