"""Tell a text's language, cheaply and only as far as it can be told.

By script where a script tells, else by the share of each language's commonest small words. It is
there so that a text in a language no reader covers is named as such, not read as bad English.
"""

from __future__ import annotations

import re

__all__ = ["language_code", "recognise_language"]

_SAMPLE = 20_000
# A script, and the language it is taken for; the first that holds a fifth of the letters decides.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.1),  # kana, even among many kanji
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7a3]"), 0.2),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.2),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.03),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.2),
    ("fa", re.compile("[پچژگ]"), 0.02),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.2),
    ("he", re.compile("[\u0590-\u05ff]"), 0.2),
    ("el", re.compile("[\u0370-\u03ff]"), 0.2),
    ("hi", re.compile("[\u0900-\u097f]"), 0.2),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.2),
)
# Words that are frequent in one language and rare in the others of this list.
_SMALL_WORDS = {
    "en": "the of and to in that with on for was were is by has had his their which would",
    "fr": "le la les des et du une est dans pour que qui sur avec au aux ont été",
    "de": "der die das und den dem ein eine ist mit von zu auf für nicht sich wurde auch",
    "es": "el los las y en del una que con por para se su fue como más ha",
    "pt": "o os as e do da dos das em um uma que com para não se ao foi",
    "it": "il gli di e del della che un una per con non si sono nel alla è",
    "nl": "de het een van en in dat met op voor zijn niet te aan werd ook",
    "id": "dan yang di untuk dengan dari pada ini itu dalam kedua akan telah",
    "tr": "ve bir bu ile için olarak da de olan sonra ise daha",
    "pl": "i w z na się nie do że oraz jest dla przez od po",
    "vi": "và của các là trong với được cho những đã này về",
    "sv": "och att det som på av för med är till den har inte",
}
_WORD_SETS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.12
_NAMES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "eng": "en",
    "french": "fr",
    "german": "de",
    "japanese": "ja",
    "jpn": "ja",
    "korean": "ko",
    "kor": "ko",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
}


def recognise_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``; None if it cannot be told.

    >>> recognise_language("이재명 대통령은 나라에서 다카이치 총리와 회담했다.")
    'ko'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    for code, pattern, share in _SCRIPTS:
        if len(pattern.findall(sample)) >= share * letters:
            return code
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _FEWEST_WORDS:
        return None
    counts = {code: sum(word in small for word in words) for code, small in _WORD_SETS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= _LEAST_SHARE * len(words) else None


def language_code(given: str) -> str:
    """Return the code that a document's metadata means: ``en-GB`` and ``English`` are ``en``.

    >>> language_code("en_US")
    'en'
    """
    first = re.split(r"[-_]", given.strip().lower())[0]
    return _NAMES.get(first, first)
