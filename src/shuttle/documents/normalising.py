"""Give a text the one form in which Shuttle keeps, counts and shows it.

In:   a decoded text from anywhere.
Out:  the same words with line ends as ``\\n``, blanks as plain spaces, nothing invisible, in NFC.

What a reader of the page could not see must not steer a reading (or a terminal): zero-width
characters, bidirectional controls, tag characters and control codes are dropped. Normalising a
second time changes nothing, and that is a test.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["normalise"]

# CR LF, CR, form feed, vertical tab, NEL, line and paragraph separator.
_LINE_ENDS = re.compile("\r\n|[\r\f\v\x1c-\x1e\x85\u2028\u2029]")
# Tab, no-break and all the typographers' spaces.
_BLANKS = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control codes
    "\xad\u034f\u061c\u180e\u200b\u200e\u200f"  # soft hyphen, joiners, marks of direction, zero width
    "\u202a-\u202e\u2060-\u206f"  # embeddings, overrides, isolates, word joiner
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # byte order mark, annotations, tag characters
    "\ud800-\udfff\ufffe\uffff"  # halves of surrogate pairs, non-characters
    "]"
)
# ZWNJ and ZWJ spell words in Arabic and Indic scripts and join emoji; elsewhere they only hide.
_JOINERS = re.compile("(?<![\u0590-\u0dff\ufe0f\U0001f000-\U0001faff\u2600-\u27bf])[\u200c\u200d]+")


def normalise(text: str) -> str:
    """Return ``text`` in the form Shuttle keeps; blank lines stay, blanks at line ends go.

    >>> normalise("Caf\\u0065\\u0301\\r\\n\\u200bOslo\\xa0 ")
    'Café\\nOslo'
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _BLANKS.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _JOINERS.sub("", text)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).strip("\n ")
