"""A small reader for the tests of the command line: it finds one meeting, where "met" and "Nara" stand in the text."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shuttle.interfaces.cli.app import shuttle
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Issue, Meeting, Person, Place, finding_id
from shuttle.records.readings import Reading

ARTICLE = (
    "President Lee met Prime Minister Takaichi in Nara on January 13, 2026. "
    "They agreed to expand cooperation on supply chains."
)

Run = Callable[..., Result]


class SmallReader:
    """Finds what the tests need; stumbles over a text that says so."""

    name = "small/1"

    def read(self, document: Document) -> Reading:
        """Read one document."""
        text = document.text
        if "STUMBLE" in text:
            raise ZeroDivisionError("stumbled")
        if document.language not in (None, "en"):
            issue = Issue("language-not-covered", f"{document.language} is not read.")
            return Reading(document, self.name, issues=(issue,))
        if "met" not in text or "Nara" not in text:
            return Reading(document, self.name)

        def words(quote: str) -> tuple[Evidence, ...]:
            start = text.find(quote)
            return (Evidence.of(text, start, start + len(quote)),) if start >= 0 else ()

        meeting = Meeting(
            finding_id("m", document.id, 0), True, "held", "leaders", "in person", "2026-01-13", None,
            "January 13, 2026", None, None, ("KOR", "JPN"), (Person("Lee Jae-myung", "President", "KOR"),),
            Place("Nara", "JPN"),
            "JPN", None, (), (), None, "small.met", words("met"),
        )  # fmt: skip
        commitment = Commitment(
            finding_id("c", document.id, 1), "expand cooperation on supply chains", ("KOR", "JPN"), "agreed",
            ("supply chains",), None, meeting.id, None, "small.agreed", words("agreed to expand cooperation"),
        )  # fmt: skip
        return Reading(document, self.name, (meeting,), commitments=(commitment,) if commitment.evidence else ())


@pytest.fixture(autouse=True)
def _small_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Every test has the small reader and a folder of its own, and no setting of the machine's."""
    module = types.ModuleType("shuttle.reading.reader")
    module.default_reader = SmallReader  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "shuttle.reading.reader", module)
    for name in ("SHUTTLE_LEDGER", "SHUTTLE_DEBUG", "SHUTTLE_MAX_MB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    yield


@pytest.fixture
def run() -> Run:
    """Run the command line and return what came of it."""

    def invoke(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(shuttle, [str(argument) for argument in arguments], input=stdin)

    return invoke


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file that the small reader finds a meeting in."""
    path = tmp_path / "nara.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
