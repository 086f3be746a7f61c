"""Fold a text for looking words up in it: one code point to one code point, so offsets stay.

In:   the text of a document.
Out:  a string of the same length without accents, with straight quotation marks, plain hyphens
      and blanks for every white space; and its lower case, of the same length too.

Words of our lexicons are folded the same way, so that "Erdoğan" finds "Erdogan" and a line break
inside "Prime\\nMinister" hides nothing. Code points of the private use area, which later steps use
as signs of their own, are replaced: a hostile text cannot forge a finding.
"""

from __future__ import annotations

import unicodedata

__all__ = ["fold", "lower"]


def _build_table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0xA0, 0x250), *range(0x1E00, 0x1F00)):
        decomposed = unicodedata.normalize("NFKD", chr(code))
        base = decomposed[0] if decomposed else ""
        if base.isascii() and base.isprintable() and base != " ":
            table[code] = base
    for signs, plain in (("‘’‚‛′´`ʼʻ", "'"), ("“”„‟«»″", '"'), ("‐‑‒–−", "-"), ("―", "—")):
        table.update({ord(sign): plain for sign in signs})
    table.update(
        {ord(a): b for a, b in (("ı", "i"), ("ł", "l"), ("Ł", "L"), ("ø", "o"), ("Ø", "O"), ("đ", "d"), ("Đ", "D"))}
    )
    for code in range(0x3001):
        if chr(code).isspace():
            table[code] = " "
    table.update(dict.fromkeys((0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060), " "))
    # Half a character, and signs that later steps use themselves.
    table.update(dict.fromkeys(range(0xD800, 0xF900), "?"))
    return table


_TABLE = _build_table()


def fold(text: str) -> str:
    """Return ``text`` folded; ``len(fold(text)) == len(text)``.

    >>> fold("Erdoğan’s\\nvisit")
    "Erdogan's visit"
    """
    # Most passages hold nothing to fold.
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def lower(folded: str) -> str:
    """Return ``folded`` in lower case, with the same length.

    >>> len(lower("İ"))
    1
    """
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)
