"""Whether this machine can print: WeasyPrint needs Pango, which no package registry of Python brings along."""

from __future__ import annotations

import pytest

__all__ = ["PRINTS", "needs_pango"]


def _prints() -> bool:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


PRINTS = _prints()
needs_pango = pytest.mark.skipif(not PRINTS, reason="PDF needs Pango: apt install libpango-1.0-0 libpangoft2-1.0-0")
