"""What all tests share: the way to the project's shared gold and data, where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
