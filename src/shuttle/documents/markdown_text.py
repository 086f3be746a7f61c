"""Take the marks off Markdown, so that a reader sees sentences and not their dress.

Only the marks that stand inside or before prose: headings, emphasis, links, images, quotation
bars and HTML comments. Lists keep their dashes, which readers of plain text know too.
"""

from __future__ import annotations

import re

__all__ = ["strip_markdown"]

# No pattern can look past the next mark of its own kind: a hostile text costs no more than a long one.
_MARKS = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}> ?", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_] ?){3,}$", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^\n*]{1,2000})(?<=\S)\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)__(?=[^\s_])([^\n_]{1,2000})(?<=\S)__(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^\n*]{1,2000})(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^\n_]{1,2000})(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
)


def strip_markdown(text: str) -> str:
    r"""Return ``text`` without Markdown's marks.

    >>> strip_markdown("## Nara\nThey **met** at [the temple](https://example.org/).")
    'Nara\nThey met at the temple.'
    """
    text = _without_comments(text)
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join(kept) + text[at:]
