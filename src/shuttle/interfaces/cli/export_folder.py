"""The folder that an export is written to: complete files or none, and nothing of anybody else's is overwritten.

Files are written under a temporary name in the same folder and renamed when all are complete. `shuttle-export.json`
says which files Shuttle wrote, with their digests: what is not in it, or was changed since, is not overwritten.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from shuttle.interfaces.cli.trouble import Trouble

__all__ = ["MANIFEST", "ExportFolder"]

MANIFEST = "shuttle-export.json"
_TEMPORARY = ".shuttle-export-"


class ExportFolder:
    """A folder open for one export.

    with ExportFolder(path, names) as folder:
        with folder.text("a.csv") as file: ...
        folder.finish({"a.csv": 12})
    """

    def __init__(self, path: Path, names: list[str]) -> None:
        """Take the folder, which is made if it is not there.

        Args:
            path: the folder.
            names: of the files that will be written.

        Raises:
            Trouble: it is no folder, or a file of one of the names is somebody else's.
        """
        self._path = path
        if path.exists() and not path.is_dir():
            raise Trouble(f"{path} is a file. Name a folder to write to.")
        self._written = _manifest(path)
        foreign = [name for name in names if self._foreign(name)]
        if foreign:
            raise Trouble(
                f"{path} holds {', '.join(foreign[:5])}{' and others' if len(foreign) > 5 else ''}, which Shuttle did "
                "not write, or which was changed since. Nothing was written: name another folder, or move it away."
            )

    def __enter__(self) -> ExportFolder:
        self._path.mkdir(parents=True, exist_ok=True)
        self._room = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=self._path))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._room, ignore_errors=True)

    def path(self, name: str) -> Path:
        """Return where the file ``name`` is to be written for now."""
        return self._room / name

    def text(self, name: str) -> TextIO:
        """Open the file ``name`` to write text: UTF-8, line ends as they are given."""
        return self.path(name).open("w", encoding="utf-8", newline="", errors="replace")

    def before(self, name: str) -> bytes | None:
        """Return the file ``name`` as the last export wrote it; None if there is none."""
        there = self._path / name
        return there.read_bytes() if there.is_file() else None

    def finish(self, rows: Mapping[str, int | None]) -> None:
        """Put every file in its place and say in the manifest what was written.

        Args:
            rows: how many rows, lines or records each file holds; None for a description.

        Raises:
            Trouble: somebody put a file of that name there in the meantime.
        """
        for name in rows:
            if self._foreign(name):
                raise Trouble(
                    f"{self._path / name} was written by somebody else in the meantime. Nothing was replaced."
                )
        made = {name: {"rows": number, "sha256": _digest(self.path(name))} for name, number in rows.items()}
        for name in rows:
            self.path(name).replace(self._path / name)
        manifest = {"by": "shuttle export", "files": dict(sorted((self._written | made).items()))}
        beside = self.path(MANIFEST)
        beside.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        beside.replace(self._path / MANIFEST)

    def _foreign(self, name: str) -> bool:
        """Return whether a file of this name is there that Shuttle did not write as it is."""
        there = self._path / name
        if not there.exists() and not there.is_symlink():
            return False
        known = self._written.get(name)
        return not there.is_file() or there.is_symlink() or known is None or known.get("sha256") != _digest(there)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        value = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        files = value["files"]
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Trouble(f"{path / MANIFEST} cannot be read ({error}). Move it away, or name another folder.") from error
    return {name: known for name, known in files.items() if isinstance(known, dict)} if isinstance(files, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
