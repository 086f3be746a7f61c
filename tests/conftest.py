"""What all tests share: the way to the project's shared gold and data, where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shuttle.records.documents import Document
from shuttle.records.readings import Reading

ROOT = Path(__file__).parents[1]


def shared_folder() -> Path | None:
    """Return the folder ``shared`` beside the clone (or where SHUTTLE_SHARED says), or None if there is none."""
    named = os.environ.get("SHUTTLE_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The project's shared gold and data; tests that ask for it carry the mark ``shared``."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("needs the project's shared gold and data beside the clone (or SHUTTLE_SHARED)")
    return folder


@pytest.fixture(scope="session")
def example_readings() -> tuple[Reading, ...]:
    """What the reader finds in each document of examples/."""
    from shuttle.documents.loading import load_documents
    from shuttle.reading.reader import default_reader

    # Sources are named as in the repository, wherever the tests run.
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        found = [document for document in load_documents(["examples"]) if isinstance(document, Document)]
    finally:
        os.chdir(before)
    reader = default_reader()
    return tuple(reader.read(document) for document in found)


@pytest.fixture(scope="session")
def examples_ledger(example_readings: tuple[Reading, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the documents of examples/; not to be written to."""
    from shuttle.ledger.ledger import Ledger

    path = tmp_path_factory.mktemp("examples") / "shuttle.db"
    with Ledger.open(path) as ledger:
        ledger.add_all(example_readings)
    return path
