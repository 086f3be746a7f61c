"""Text as Markdown that shows exactly its characters.

What comes from documents is escaped when it enters (`escape`), so that a quotation can neither break a table, nor open
a link, nor carry markup into the page that somebody renders from it.
"""

from __future__ import annotations

import re

from shuttle.views.wording import clean

__all__ = ["address", "escape", "inline", "is_address", "within"]

# What opens something in CommonMark, in GitHub's tables and in footnotes.
_MARKS = re.compile(r"([\\`*_\[\]|~])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What can stand between < and > without opening or closing anything.
_ADDRESS = re.compile(r"https?://[\w./:?#@!$&()*+,;=%~-]{1,2000}", re.ASCII)
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    r"""Return ``text`` as Markdown that shows exactly its characters, on one line.

    >>> escape("a|b [x](y) <script>")
    'a\\|b \\[x\\](y) &lt;script&gt;'
    """
    text = inline(text)
    return _LINE_START.sub(lambda match: f"{match[1]}\\" if match[1][0].isdigit() else f"\\{match[1]}", text)


def address(url: str) -> str:
    r"""Return a web address as a link that shows itself; anything else as the text that it is.

    >>> address("https://example.org/a_b"), address("javascript:alert(1)")
    ('<https://example.org/a_b>', 'javascript:alert(1)')
    """
    return f"<{url}>" if is_address(url) else escape(url)


def is_address(url: str) -> bool:
    """Return whether ``url`` is a web address that can be opened without doing anything else.

    >>> is_address("https://example.org/a"), is_address("javascript:alert(1)")
    (True, False)
    """
    return _ADDRESS.fullmatch(url) is not None


def inline(text: str) -> str:
    """Return ``text`` as `escape` does, for a place after the first character of a line."""
    return within(clean(text))


def within(text: str) -> str:
    """Return ``text`` as `inline` does, its control characters and line breaks gone before and its blanks kept."""
    return _MARKS.sub(r"\\\1", text.translate(_HTML))
