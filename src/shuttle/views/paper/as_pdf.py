"""A paper as PDF: its HTML laid out on A4 by WeasyPrint (the extra ``pdf``), the marking at the head of each page."""

from __future__ import annotations

from typing import Any

from shuttle.errors import PaperError
from shuttle.views.paper.as_html import as_html
from shuttle.views.paper.model import Paper

__all__ = ["as_pdf", "laid_out"]

_INSTALL = "Install it with: pip install 'shuttle-diplomacy[pdf]'"


def as_pdf(paper: Paper) -> bytes:
    """Return the paper as a PDF file.

    Raises:
        PaperError: WeasyPrint or a library of the system that it needs is missing.
    """
    written: bytes = laid_out(paper).write_pdf()
    return written


def laid_out(paper: Paper) -> Any:
    """Return the paper laid out in pages, a ``weasyprint.Document``.

    Raises:
        PaperError: as `as_pdf`.
    """
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise PaperError(f"PDF is written by WeasyPrint, which is not installed. {_INSTALL}") from error
    except OSError as error:
        raise PaperError(
            f"PDF is written by WeasyPrint, which needs Pango and finds none ({error}). Install Pango with your "
            "system's packages (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0), or take --format html or docx."
        ) from error
    # The page names nothing outside itself; were it to, nothing would be loaded.
    nothing = URLFetcher(allowed_protocols=())
    return weasyprint.HTML(string=as_html(paper), url_fetcher=nothing).render()
