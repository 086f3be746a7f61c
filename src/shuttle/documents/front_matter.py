"""Take the front matter off a text: `key: value` lines between two `---` lines.

Strict on form, since a misread date or publisher goes into every record drawn from the document;
lenient on keys, since other programs keep theirs there too. It is not YAML: a value is the rest
of its line, with one pair of quotation marks taken off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from shuttle.documents.refusals import RefusedError

__all__ = ["KEYS", "split_front_matter"]

KEYS = ("title", "url", "published", "publisher", "language")
_KEY = re.compile(r"[A-Za-z][\w -]*")


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the known keys of the front matter and the text after it.

    A text that does not open with a `---` line has no front matter. Lines that are indented,
    begin with `-` or with `#` belong to other programs' keys and are passed over.

    Raises:
        RefusedError: the front matter is never closed, a line is no ``key: value``, or a key
            that Shuttle reads stands twice (code ``front-matter``).

    >>> split_front_matter("---\\ntitle: Oslo\\n---\\nThey met.")
    ({'title': 'Oslo'}, 'They met.')
    """
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != "---":
        return {}, text
    close = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if close is None:
        raise RefusedError(
            "front-matter",
            "its first line '---' opens front matter that no second '---' closes. "
            "Close it, or remove the first line if the text has none.",
        )
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:close], 2):
        if not line.strip() or line[0] in " \t-#":
            continue
        key, colon, value = line.partition(":")
        name = key.strip().lower()
        if not colon or not _KEY.fullmatch(key.strip()):
            raise RefusedError(
                "front-matter",
                f"line {number} of its front matter reads {line[:60]!r}; each line there is 'key: value'. "
                "Correct or remove the line.",
            )
        if name not in KEYS:
            continue
        if name in found:
            raise RefusedError("front-matter", f"its front matter gives {name!r} twice. Keep one.")
        found[name] = _unquote(value.strip())
    return {key: value for key, value in found.items() if value}, "\n".join(lines[close + 1 :])


def _unquote(value: str) -> str:
    if value in ("null", "~"):
        return ""
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
