"""Run what README.md shows, and write down anew what it prints; then draw the pictures anew.

    .venv/bin/python docs/renew.py

In:   README.md. In a ```console block, a line that begins with "$ " is a command and the lines up to the
      next one are its output. A ```python block is a program; the ```text block after it is its output.
Out:  README.md with the outputs of today, in the order of the page, all from one folder that holds
      examples/ and, from the first `shuttle add` on, a ledger.

Commands run in a shell, as a reader would run them. `tests/test_readme.py` runs them too and compares.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Difference", "differences", "renewed"]

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
# The document whose meeting README shows as a record; ids of meetings change when the reader learns more.
ABOUT = "2025-10-30-gyeongju-japan-readout.txt"

_BLOCK = re.compile(r"^```(?P<kind>console|python|text)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_MEETING = re.compile(r"\bma-[0-9a-f]{12}\b")


@dataclass(frozen=True, slots=True)
class Difference:
    """A command of README, what it shows as its output, and what the command prints today."""

    command: str
    shown: str
    printed: str


def differences(page: str) -> list[Difference]:
    """Return where ``page`` shows something else than its commands print."""
    with _folder() as folder:
        found = list(_outputs(page, Path(folder)))
    return [Difference(command, shown, printed) for command, shown, printed, _ in found if shown != printed]


def renewed(page: str) -> str:
    """Return ``page`` with what its commands print today."""
    with _folder() as folder:
        found = list(_outputs(page, Path(folder)))
    for _, _, printed, (start, end) in sorted(found, key=lambda output: output[3], reverse=True):
        page = page[:start] + printed + page[end:]
    return page


def main() -> None:
    """Renew README.md and the pictures."""
    before = README.read_text(encoding="utf-8")
    # First the ids inside commands, then what the commands print.
    after = renewed(_with_ids(before))
    README.write_text(after, encoding="utf-8")
    subprocess.run([sys.executable, ROOT / "docs" / "pictures" / "make.py"], check=True)  # noqa: S603
    sys.stdout.write("README.md was renewed.\n" if after != before else "README.md is as it was.\n")


def _folder() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="readme-")
    shutil.copytree(ROOT / "examples", Path(folder.name) / "examples")
    return folder


def _outputs(page: str, folder: Path) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Yield command, output as shown, output as printed, and where on the page the output stands."""
    printed_by_program = ""
    program = ""
    for block in _BLOCK.finditer(page):
        start = block.start("body")
        if block["kind"] == "python":
            program = block["body"]
            printed_by_program = _run([sys.executable, "-c", program], folder)
            continue
        if block["kind"] == "text":
            if program:
                yield program, block["body"], printed_by_program, block.span("body")
                program = ""
            continue
        commands = list(re.finditer(r"^\$ (?P<command>.*)\n", block["body"], re.MULTILINE))
        for number, match in enumerate(commands):
            end = commands[number + 1].start() if number + 1 < len(commands) else len(block["body"])
            printed = _run(["bash", "-c", match["command"]], folder)
            yield match["command"], block["body"][match.end() : end], printed, (start + match.end(), start + end)


def _run(arguments: list[str], folder: Path) -> str:
    """Return what a command prints where the environment is switched on, without blanks at line ends."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SHUTTLE_")}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment.get('PATH', '')}"
    environment["PYTHONUTF8"] = "1"
    done = subprocess.run(  # noqa: S603
        arguments, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _with_ids(page: str) -> str:
    """Return ``page`` with the meeting that its commands name by id named by today's id."""
    with _folder() as folder:
        program = (
            "from shuttle.documents.loading import load_documents\n"
            "from shuttle.ledger.ledger import Ledger\n"
            "from shuttle.reading.reader import default_reader\n"
            "with Ledger.open(':memory:') as ledger:\n"
            "    for document in load_documents(['examples']):\n"
            "        reading = default_reader().read(document)\n"
            "        ledger.add(reading)\n"
            f"        if document.source.endswith('{ABOUT}'):\n"
            "            name = reading.main_meeting.id\n"
            "    print(ledger.meeting(name).id)\n"
        )
        name = _run([sys.executable, "-c", program], Path(folder)).strip()
    if not _MEETING.fullmatch(name):
        raise SystemExit(f"the meeting of examples/{ABOUT} was not found: {name}")
    return re.sub(r"(?m)^\$ .*$", lambda line: _MEETING.sub(name, line.group()), page)


if __name__ == "__main__":
    main()
