"""Score the codes of events on sentences whose PLOVER type is known.

Two sets. PLOVER's gold standard records give a sentence and the type of one event in it; PLV gives a sentence in
which two actors are marked, the type of what passes between them, and what its authors' own program predicted. Every
sentence stands alone: it is read as a document without a date.

A type is predicted for a sentence if some coded finding in its reading has it. So a sentence may be given two types
where the gold has one (a call, and the support that was expressed in it): the second counts as wrong. Nothing is made
of the marks in PLV's sentences, which tell its authors' program who acts on whom. Measured: precision, recall and F1
of CONSULT and AGREE. Modes and dates are not scored: the gold has none that could be.

Published figures: zero-shot RoBERTa (Hu et al., ACL 2024), from the predictions that PLV carries; a keyword rule,
measured by this project; PETRARCH-2 on its own unit records, codes 03 to 05.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.benchmarks.sets import Figure, PublicSet, percent

from shuttle.reading.reader import default_reader
from shuttle.records.documents import Document, document_id
from shuttle.records.findings import EventCode
from shuttle.records.readings import Reading

__all__ = ["EVENT_SETS", "Case", "Score", "codes_of", "figures", "read_plover", "read_plv", "score"]

TYPES = ("CONSULT", "AGREE")

_PETRARCH = "PETRARCH-2 on its own records, codes 03 to 05: P 65, R 56"
_PLOVER = PublicSet(
    "plover",
    "PLOVER gold standard records",
    "openeventdata/PLOVER, gold_standard_records",
    "CC BY-SA 4.0",
    ("PLOVER/gold_standard_records/PLOVER_GSR_CAMEO.txt",),
)
_PLV_SOURCE = "snowood1/Zero-Shot-PLOVER, datasets"
_PLV_LICENCE = "no licence stated, local use"
_TEST = PublicSet(
    "plv-test", "PLV, test part", _PLV_SOURCE, _PLV_LICENCE, ("Zero-Shot-PLOVER/datasets/PLV_test.tsv", "PLV_test.tsv")
)
_TRAIN = PublicSet(
    "plv-train",
    "PLV, train part",
    _PLV_SOURCE,
    _PLV_LICENCE,
    ("Zero-Shot-PLOVER/datasets/PLV_train.tsv", "PLV_train.tsv"),
)

#: Each set with what others published, by type.
EVENT_SETS: dict[PublicSet, dict[str, str]] = {
    _PLOVER: dict.fromkeys(TYPES, _PETRARCH),
    _TEST: {"CONSULT": "zero-shot RoBERTa 77, keyword rule 43", "AGREE": "zero-shot RoBERTa 77"},
    _TRAIN: {"CONSULT": "zero-shot RoBERTa 78, keyword rule 43", "AGREE": "zero-shot RoBERTa 70"},
}


@dataclass(frozen=True)
class Case:
    """A sentence and the PLOVER type of the event that the gold has in it."""

    text: str
    gold: str


@dataclass
class Score:
    """How often a type was predicted, and rightly.

    Attributes:
        misses: for a person, sentences whose type was not predicted or was predicted wrongly.
    """

    gold: int = 0
    given: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """In hundredths."""
        return percent(self.right, self.given)

    @property
    def recall(self) -> float:
        """In hundredths."""
        return percent(self.right, self.gold)

    @property
    def f1(self) -> float:
        """In hundredths."""
        return percent(2 * self.right, self.gold + self.given)


def read_plover(path: Path) -> list[Case]:
    """Return the cases of PLOVER's gold standard records; the record that documents the file is left out."""
    records = json.loads(path.read_text(encoding="utf-8"))
    return [Case(record["text"], record["event"]) for record in records if record.get("text")]


def read_plv(path: Path) -> list[Case]:
    """Return the cases of a part of PLV, a table with tabs."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Case(row["sentence"], row["gold_root"]) for row in csv.DictReader(file, delimiter="\t")]


def codes_of(reading: Reading) -> Iterator[EventCode]:
    """Yield the code of every finding that has one."""
    codes = [one.code for one in reading.meetings] + [one.code for one in reading.visits]
    codes += [one.code for one in reading.commitments] + [one.code for one in reading.next_steps]
    yield from (code for code in codes if code)


def _types(text: str) -> set[str]:
    name = document_id(text, title=None, published=None, publisher=None, url=None)
    reading = default_reader().read(Document(name, "sentence", text, language="en"))
    return {code.plover for code in codes_of(reading)}


def score(cases: Iterable[Case]) -> dict[str, Score]:
    """Return the score of each type in `TYPES`."""
    scores = {name: Score() for name in TYPES}
    for case in cases:
        found = _types(case.text)
        for name, one in scores.items():
            gold, given = case.gold == name, name in found
            one.gold += gold
            one.given += given
            one.right += gold and given
            if gold != given:
                one.misses.append(
                    f"{'miss ' if gold else 'extra'} {name}, gold {case.gold} | {' '.join(case.text.split())}"
                )
    return scores


def load(one: PublicSet, path: Path) -> list[Case]:
    """Return the cases of a set, by its form."""
    return read_plover(path) if one is _PLOVER else read_plv(path)


def figures(one: PublicSet, scores: dict[str, Score]) -> Iterator[Figure]:
    """Yield the figures of a set of events."""
    for name, found in scores.items():
        measured = f"{found.f1:.1f} (P {found.precision:.1f}, R {found.recall:.1f}, {found.gold} gold)"
        yield Figure(f"{name} F1", measured, EVENT_SETS[one].get(name, ""))
