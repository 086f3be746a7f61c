"""Read the lexicon files: the only place in Shuttle that opens them.

Files are read once and kept. Each is a resource of the package, so that an installed Shuttle needs
no path.
"""

from __future__ import annotations

import csv
import functools
import io
import tomllib
from importlib.resources import files
from typing import Any

from shuttle.errors import LexiconError

__all__ = ["load_rows", "load_table"]


@functools.cache
def load_table(name: str) -> dict[str, Any]:
    """Return the TOML file ``name`` (such as ``en/offices.toml``) as plain values.

    Raises:
        LexiconError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon {name}: {error}. Mend the line, or restore the file.") from error


@functools.cache
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the CSV file ``name`` (such as ``world/tenures.csv``) as one dict a row.

    Raises:
        LexiconError: the file is missing, or a row has more or fewer cells than the head.
    """
    rows = []
    for number, row in enumerate(csv.DictReader(io.StringIO(_text(name))), start=2):
        if None in row or None in row.values():
            raise LexiconError(
                f"lexicon {name}: row {number} has not as many cells as the head. Quote cells with commas."
            )
        rows.append(row)
    return tuple(rows)


def _text(name: str) -> str:
    try:
        return (files("shuttle.lexicons") / name).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"lexicon {name} could not be read: {error}. Reinstall Shuttle, or restore the file."
        ) from error
