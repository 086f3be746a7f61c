"""README.md and docs/: what they show is what Shuttle does today, and what they point to is there."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").glob("README.md"),
        *(ROOT / "src").rglob("README.md"),
    ]
)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
MAKE = re.compile(r"\bmake ([a-z]+)\b(?=[^a-z]|$)")
NAMED = re.compile(r"`((?:src|tests|tools|docs|examples)/[\w./*-]+|shuttle(?:\.(?!db\b)\w+)+)`")


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_readme_shows_what_its_commands_print() -> None:
    """Every command of README runs on the examples and prints what README shows."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    stale = [
        f"$ {found.command}\nREADME shows:\n{found.shown}\nprinted today:\n{found.printed}"
        for found in _script("renew").differences(page)
    ]
    assert not stale, "Run `python docs/renew.py` if what is printed today is right.\n\n" + "\n".join(stale)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    """Every relative link in a document leads to a file or folder of the repository."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_and_modules_named_in_documents_exist(page: Path) -> None:
    """Every path of the repository and every module that a document names in code type exists."""
    missing = [name for name in NAMED.findall(page.read_text(encoding="utf-8")) if not _exists(name)]
    assert missing == []


def test_make_targets_named_in_documents_exist() -> None:
    """Every `make` target that README and CONTRIBUTING name is one of the Makefile's."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        code = re.findall(r"`[^`]+`|```.*?```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
        assert set(MAKE.findall("\n".join(code))) <= targets


def test_every_dependency_has_its_reason() -> None:
    """Every dependency of pyproject.toml has an entry in docs/dependencies.md."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for group in project["optional-dependencies"].values() for name in group]
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[><=~\[; ]", requirement)[0] for requirement in (*project["dependencies"], *extras)]
    assert [name for name in names if f"| `{name}` |" not in reasons] == []


def test_every_step_of_the_cascade_is_described() -> None:
    """Every module of the reading room is named in docs/architecture.md."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [path.stem for path in (ROOT / "src" / "shuttle" / "reading").glob("*.py") if path.stem != "__init__"]
    assert [name for name in modules if f"`{name}`" not in page] == []


def _exists(name: str) -> bool:
    if "/" in name:
        return any(ROOT.glob(name.rstrip("/")))
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        base = ROOT.joinpath("src", *parts[:length])
        if base.with_suffix(".py").exists() or base.is_dir():
            source = base.with_suffix(".py") if base.with_suffix(".py").exists() else base / "__init__.py"
            # What is left is a name that the module defines.
            return all(re.search(rf"\b{part}\b", source.read_text(encoding="utf-8")) for part in parts[length:])
    return False
