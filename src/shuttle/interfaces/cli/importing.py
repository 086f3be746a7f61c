"""Take in readings and judgements as `shuttle export --format jsonl` writes them, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shuttle.errors import RecordError, ShuttleError
from shuttle.interfaces.cli.trouble import Trouble, say_refused
from shuttle.views.wording import clean, count

if TYPE_CHECKING:
    from shuttle.ledger.ledger import Ledger

__all__ = ["LINES", "Taken", "line_files", "say_taken", "take_in"]

LINES = (".jsonl", ".ndjson")
# A reading holds its document; no document that is read comes near this.
_LONGEST_LINE = 128_000_000


@dataclass(slots=True)
class Taken:
    """What became of the lines."""

    readings: int = 0
    kept: int = 0
    judgements: int = 0
    recorded: int = 0
    refused: int = 0


def line_files(path: Path) -> tuple[Path, ...]:
    """Return the files to take in: those of an export's folder, or the one file.

    Raises:
        Trouble: the folder holds no readings.
    """
    if not path.is_dir():
        return (path,)
    found = tuple(file for name in ("readings.jsonl", "judgements.jsonl") if (file := path / name).is_file())
    if not found:
        raise Trouble(f"{path} holds no readings.jsonl. Name a folder that `shuttle export --format jsonl` wrote.")
    return found


def take_in(book: Ledger, paths: tuple[Path, ...]) -> Taken:
    """Keep every line of ``paths``; a line that is no reading and no judgement is refused by its number."""
    taken = Taken()
    for path in paths:
        for number, line in _lines(path):
            try:
                _take(book, _value(line), taken)
            except ShuttleError as error:
                taken.refused += 1
                say_refused(f"{path}, line {number}", str(error))
    return taken


def say_taken(path: str, taken: Taken) -> None:
    """Tell what became of the lines."""
    parts = []
    if taken.readings or not taken.judgements:
        there = taken.readings - taken.kept
        parts.append(
            f"{count(taken.readings, 'reading')}, {taken.kept} kept" + (f", {there} already there" if there else "")
        )
    if taken.judgements:
        passed = taken.judgements - taken.recorded
        left = f", {passed} already there or about nothing in this ledger" if passed else ""
        parts.append(f"{count(taken.judgements, 'judgement')}, {taken.recorded} recorded{left}")
    if taken.refused:
        parts.append(f"{count(taken.refused, 'line')} refused")
    click.echo(f"{clean(path)}: {'; '.join(parts)}.")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LONGEST_LINE):
                number += 1
                if line.strip():
                    yield number, line
    except OSError as error:
        raise Trouble(f"{path} cannot be read ({error.strerror}). Check the spelling and its rights.") from error


def _value(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except RecursionError as error:
        raise RecordError("its JSON is nested too deeply.") from error
    except ValueError as error:
        raise RecordError(f"it is not JSON ({error}).") from error
    if not isinstance(value, dict):
        raise RecordError("it is no JSON object.")
    return value


def _take(book: Ledger, value: dict[str, Any], taken: Taken) -> None:
    from shuttle.records.checking import check_reading
    from shuttle.records.reading_format import from_json
    from shuttle.views.exports.lines import judgement_from

    if "sides" in value:
        taken.judgements += 1
        judgement = judgement_from(value)
        taken.recorded += book.judging(judgement.by).take_over(judgement) is not None
        return
    if "document" not in value or "reader" not in value:
        raise RecordError("it is neither a reading nor a judgement. Documents are taken in with `shuttle add`.")
    taken.readings += 1
    reading = from_json(value)
    check_reading(reading)
    others = {
        finding
        for finding, document in book.holders(f.id for f in reading.findings()).items()
        if document != reading.document.id
    }
    if others:
        raise RecordError(f"finding {min(others)} belongs to another document of this ledger.")
    taken.kept += book.add(reading).new
