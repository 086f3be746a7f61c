"""Fetch htmx from the npm registry and lay it beside the desk's own files.

    .venv/bin/python -m tools.vendor_htmx

`make` runs this at set-up. The desk works without it, as it works without any script: pages are then loaded whole
where htmx would change a part. The file is no part of the repository; whoever builds a wheel runs this first, so that
it is in the wheel. What arrives must be the very file that was reviewed: its digest stands here.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "2.0.11"
DIGEST = "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"
TARGET = Path(__file__).parents[1] / "src" / "shuttle" / "interfaces" / "desk" / "static" / "htmx.min.js"


def main() -> int:
    """Fetch the file unless it is there; 1 and a sentence where that cannot be done."""
    if TARGET.exists() and _digest(TARGET.read_bytes()) == DIGEST:
        return 0
    npm = shutil.which("npm")
    if npm is None:
        print("htmx was not fetched, since there is no npm. The desk works without it.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="shuttle-htmx-") as folder:
        packed = subprocess.run(
            [npm, "pack", "--silent", f"htmx.org@{VERSION}"], cwd=folder, capture_output=True, text=True, timeout=120
        )
        found = next(iter(Path(folder).glob("*.tgz")), None)
        if packed.returncode or found is None:
            print(f"htmx was not fetched: {packed.stderr.strip()[:200]}. The desk works without it.", file=sys.stderr)
            return 1
        with tarfile.open(found) as archive:
            member = archive.extractfile("package/dist/htmx.min.js")
            content = member.read() if member else b""
    if _digest(content) != DIGEST:
        print(f"what npm gives as htmx {VERSION} is not the file that was reviewed; it was left out.", file=sys.stderr)
        return 1
    TARGET.write_bytes(content)
    return 0


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
