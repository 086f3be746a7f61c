"""The house: rooms import one way, modules stay small, and each has a name that says what it does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from importlinter import cli
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "shuttle"
MODULES = sorted(SOURCE.rglob("*.py"))

#: Lines; a longer module has more than one thing to say.
LONGEST = 600


def test_rooms_import_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts of import-linter in pyproject.toml are kept."""
    monkeypatch.chdir(ROOT)
    status = cli.lint_imports(no_cache=True)
    assert status == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_are_short(path: Path) -> None:
    """No module is longer than can be read in one sitting."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_module_is_named_after_nothing() -> None:
    """`utils`, `common` and `helpers` say nothing of what is in them."""
    vague = {"util", "utils", "common", "helper", "helpers", "misc"}
    assert [path for path in MODULES if vague & {path.stem, *path.relative_to(SOURCE).parts[:-1]}] == []


def test_every_module_says_what_it_is_for() -> None:
    """The first thing in a module is its purpose, for whoever opens it."""
    assert [path for path in MODULES if not path.read_text(encoding="utf-8").lstrip().startswith('"""')] == []


def test_every_room_is_a_package() -> None:
    """A folder without `__init__.py` would be left out of contracts and of the wheel."""
    folders = {path.parent for path in MODULES} | {
        Path(folder) for folder, _, files in os.walk(SOURCE) if any(name.endswith(".py") for name in files)
    }
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
