"""Where public sets lie on this machine, and what is said of each.

The data stays outside the repository: most of it has no open licence. A set is looked for under each folder
given, by the paths that a clone of its public repository or the project's shared data would have.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROOT", "Figure", "PublicSet", "default_folders", "lines_of", "percent"]

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class PublicSet:
    """A set as the public knows it.

    Attributes:
        key: what it is called on the command line.
        title: its name, with how much of it there is.
        source: the public repository and the path in it.
        licence: as its repository states it.
        paths: where it lies under a folder of sets, the likeliest first; a folder or a file.
    """

    key: str
    title: str
    source: str
    licence: str
    paths: tuple[str, ...]

    def found(self, folders: Iterable[Path]) -> Path | None:
        """Return where the set lies, None if it is in none of ``folders``."""
        return next((folder / path for folder in folders for path in self.paths if (folder / path).exists()), None)


@dataclass(frozen=True)
class Figure:
    """One measured figure, with what others published for the same measure on the same set, in words."""

    name: str
    measured: str
    published: str = ""


def default_folders() -> tuple[Path, ...]:
    """Return the folders in which sets are looked for unless others are named.

    They are the project's shared data (``data`` in the folder ``shared`` beside the clone, or in the one that
    the variable SHUTTLE_SHARED names) and ``sets`` in the clone, which git ignores.
    """
    named = os.environ.get("SHUTTLE_SHARED")
    shared = Path(named) if named else ROOT.parent / "shared"
    return shared / "data", ROOT / "sets"


def lines_of(one: PublicSet, figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the table of one set, in Markdown, so that it can be taken into documents as it is."""
    yield f"**{one.title}** ({one.source}; {one.licence})"
    yield ""
    yield "| measure | Shuttle | published |"
    yield "| --- | --- | --- |"
    for figure in figures:
        yield f"| {figure.name} | {figure.measured} | {figure.published or '-'} |"


def percent(part: float, whole: float) -> float:
    """Return ``part`` of ``whole`` in hundredths; 0 of nothing."""
    return 100 * part / whole if whole else 0.0
