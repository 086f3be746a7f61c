"""Read a web page that was saved as HTML: its article, title, date and site, without the rest.

The article is what `trafilatura` takes for it; each of its paragraphs becomes a paragraph of the
text. The date is taken from the page's metadata only, never from dates in its prose. Scripts,
styles, comments and hidden parts never reach the text.
"""

from __future__ import annotations

import re
from typing import Any

from shuttle.documents.decoding import decode
from shuttle.documents.drafts import Draft
from shuttle.documents.refusals import RefusedError

__all__ = ["read_page"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_page(data: bytes, source: str) -> Draft:
    """Return the article on the page.

    Raises:
        RefusedError: no text (code ``no-text``), or no page at all.
    """
    try:
        # Heavy, and most runs read no page.
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        message = f"the library that reads web pages is not installed whole ({error}). Reinstall Shuttle."
        raise RefusedError("unreadable", message) from error
    declared = _CHARSET.search(data[:4096])
    page = decode(data, declared[1].decode("ascii") if declared else None)
    if not page.strip():
        raise RefusedError("empty", "it holds no text. Check that the whole page was saved.")
    try:
        tree = load_html(page)
        if tree is not None:
            _drop_hidden(tree)
        article = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        # Two large libraries on hostile input: whatever they raise is about this page alone.
        raise RefusedError("unreadable", f"its HTML cannot be parsed ({error}). Save the article as text.") from error
    if tree is None or article is None or isinstance(article, dict) or not article.text or not article.text.strip():
        raise RefusedError("no-text", "no article was found on the page. Save the article as text and try again.")
    return Draft(
        source=source,
        text="\n\n".join(line for line in article.text.splitlines() if line.strip()),
        title=article.title,
        url=article.url,
        published=article.date,
        published_basis="metadata",
        publisher=article.sitename,
        language=article.language,
    )


def _drop_hidden(tree: Any) -> None:
    """Take out of an lxml tree the elements that say themselves that a reader does not see them."""
    hidden = [element for element in tree.iter() if isinstance(element.tag, str) and _is_hidden(element)]
    for element in hidden:
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))
