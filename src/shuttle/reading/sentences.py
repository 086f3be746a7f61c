"""Cut a text into paragraphs and sentences.

In:   the text of a document.
Out:  Sentences in order; they never overlap, and together they hold every character that is
      not white space.

A blank line ends a paragraph. A single line break does so too, unless the block looks wrapped
by a mail program or an old web page (lines of nearly one length), where it is a blank.
Sentence ends are `nupunkt`'s, mended where it knows nothing of our field: a title before a name
("Ma. Theresa", "Gen. Prayut") or a numbered paragraph ("2. The two leaders") ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import nupunkt

__all__ = ["Sentence", "split_sentences"]


@dataclass(slots=True)
class Sentence:
    """The passage [start, end) of the text: one sentence, headline or list item. Nobody changes one.

    Attributes:
        index: its place among the sentences, from 0.
        paragraph: the number of its paragraph, from 0.
    """

    start: int
    end: int
    index: int
    paragraph: int


_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
# Half a character, which a hostile text may hold and no tokenizer takes.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DATE_LINE = re.compile(r"(?:[A-Z][a-z]+,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})")
_LINE = re.compile(r"[^\n]+")
# What ends in a full stop and yet ends no sentence; the next word is a name or a number.
_UNFINISHED = re.compile(
    r"(?:^|[\s(“\"'‘])(?:Mr|Mrs|Ms|Dr|Prof|Hon|H\.E|Gen|Lt|Col|Maj|Capt|Adm|Sen|Rep|Gov|Sgt|St|Ma|Md|Amb|Sec|Pres|Rev|Fr|Sr|Jr|Acad|Eng|Ing|Arch|Brig|Cmdr|Mme|Mlle|Dra|Lic|Gral|Fmr|Dep|Asst|Insp|"
    r"No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m|approx|"
    r"U\.S|U\.K|U\.N|E\.U|[A-Z])\.$|^\s*\d{1,2}\.$"
)
# After these a full stop may end a sentence: only a capital that starts a plain sentence tells.
_HOUR = re.compile(r"[ap]\.m\.$")
_ZONE = re.compile(r"(?:[A-Z]{2,4}\b|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\(|[a-z])")
_MAY_END = re.compile(r"(?:U\.S|U\.K|U\.N|E\.U|Jr|Sr)\.$")
_OPENER = re.compile(
    r"[“\"'‘(]?(?:The|A|An|In|On|At|He|She|It|They|We|Both|This|That|These|Those|After|Before|During|But|And|However|As|For|"
    r"While|When|His|Her|Their|Its|I|You|If|There|With|To|From|By|Earlier|Later|Also|Such|Since|Under|Following|Meanwhile)\b"
)
_CLOSING_QUOTE = re.compile(r"[”\"’']\s*$")


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order.

    >>> [s.end - s.start for s in split_sentences("They met in Oslo. They left.")]
    [17, 10]
    """
    found: list[Sentence] = []
    if not text.isascii():
        text = _SURROGATE.sub("?", text)
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        for first, last in _within(text, start, end):
            for begin, stop in _pieces(text, first, last):
                found.append(Sentence(begin, stop, len(found), paragraph))
    return tuple(found)


# No sentence is longer: later steps look back and forth in a sentence, and a text without full
# stops must not make them slow.
_LONGEST = 2000


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a passage that is too long for a sentence at white space, or anywhere if it has none."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        stop = cut if cut > start else start + _LONGEST
        yield from _trimmed(text, start, stop, 0)
        start = stop
    yield from _trimmed(text, start, end, 0)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of each paragraph."""
    block_start = 0
    ends = [*((m.start(), m.end()) for m in _BLANK_LINE.finditer(text)), (len(text), len(text))]
    for block_end, following in ends:
        block = text[block_start:block_end]
        if "\n" in block and not _wrapped(block):
            for line in _LINE.finditer(block):
                if not line.group().isspace():
                    yield block_start + line.start(), block_start + line.end()
        elif block and not block.isspace():
            yield block_start, block_end
        block_start = following


_LINE_ENDS = '.!?:;”"’)'


def _wrapped(block: str) -> bool:
    """Return whether the line breaks of ``block`` are only where a line was full."""
    lines = [line.strip() for line in block.strip("\n").split("\n")]
    if len(lines) < 2:
        return False
    body = lines[:-1]
    if len(lines) == 2 and (len(lines[0]) < 60 or _DATE_LINE.fullmatch(lines[1])):
        return False
    longest = max(map(len, lines))
    # Where lines break off in mid sentence, as often as not before a small letter, nobody meant a paragraph.
    broken = sum(
        bool(line) and line[-1] not in _LINE_ENDS and following[:1].islower()
        for line, following in zip(body, lines[1:], strict=True)
    )
    if broken >= 0.4 * len(body) and longest >= 40:
        return True
    if not 40 <= longest <= 110:
        return False
    # In wrapped text the next word would not have fitted on the line before it.
    full = sum(
        len(line) + 1 + len(following.split(" ", 1)[0]) > longest - 8
        for line, following in zip(body, lines[1:], strict=True)
    )
    return full >= 0.8 * len(body)


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one paragraph, without white space at their ends."""
    paragraph = text[start:end]
    pending: int | None = None
    for first, last in _resplit(paragraph):
        if pending is not None:
            first = pending
        # Only the ends matter; slices of fixed size keep the time linear.
        sentence = paragraph[max(first, last - 60) : last].rstrip()
        following = paragraph[last : last + 60].lstrip()
        if following and _goes_on(sentence, following):
            pending = first
            continue
        pending = None
        yield from _trimmed(paragraph, first, last, start)
    if pending is not None:
        yield from _trimmed(paragraph, pending, len(paragraph), start)


# What nupunkt leaves together though a plain word, a full stop and a capital stand there.
_PLAIN_END = re.compile(
    r"[.!?](?:(?<=[a-z]{3}.)|(?<=\d{3}.)|(?<=[)%\]].)|(?<=[a-z]\d.))[”\"’']?"
    # "... in Kigali.The two ministers ...": pages lose the blank where they join paragraphs.
    r"(?:[ \n]+(?=[“\"‘']?[A-Z])|(?<=[a-z]{3}[.!?])(?=(?:The|In|On|He|She|They|It|This|During|For|After|According|But|At|Both|A|An|As|We|His|Her|Their|Mr|President|Prime|Foreign|Minister) ))"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:Mrs|Prof|Hon|Gen|Col|Maj|Capt|Adm|Sen|Gov|Sgt|Amb|Sec|Pres|Rev|vs|etc|approx|dept|est|incl|[Nn]os|[Ii]nc|[Cc]orp|[Ll]td|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.$"
)


# What may end a sentence, for nupunkt as for us.
_END = re.compile("[.!?…]")


def _resplit(paragraph: str) -> Iterator[tuple[int, int]]:
    end = _END.search(paragraph)
    if end is None or end.end() == len(paragraph):
        yield 0, len(paragraph)  # a headline, or one sentence: nothing to be decided
        return
    for first, last in nupunkt.sent_spans(paragraph):
        begin = first
        # Between a full stop within it and its end there is room for a blank and a capital.
        within = (first, max(first, last - 2))
        stopped = (
            paragraph.find(".", *within) >= 0 or paragraph.find("!", *within) >= 0 or paragraph.find("?", *within) >= 0
        )
        for match in _PLAIN_END.finditer(paragraph, first, last) if stopped else ():
            if match.end() >= last or _ABBREVIATED.search(
                paragraph[max(begin, match.end() - 14) : match.end()].rstrip(" \n”\"’'")
            ):
                continue
            yield begin, match.end()
            begin = match.end()
        yield begin, last


def _goes_on(sentence: str, following: str) -> bool:
    """Return whether what looks like the end of ``sentence`` is not one."""
    if following[0].islower() and not _CLOSING_QUOTE.search(sentence):
        return True
    if not sentence.endswith("."):
        return False
    word = sentence[-8:-1]
    if len(word) == 7 and word.isalpha() and word.islower():
        return False  # longer than any abbreviation
    if _HOUR.search(sentence, max(0, len(sentence) - 4)):
        return bool(_ZONE.match(following))
    if _MAY_END.search(sentence, max(0, len(sentence) - 4)):
        return not _OPENER.match(following)
    return bool(_UNFINISHED.search(sentence if len(sentence) < 6 else sentence[-12:].lstrip("0123456789")))


def _trimmed(paragraph: str, first: int, last: int, offset: int) -> Iterator[tuple[int, int]]:
    while first < last and paragraph[first].isspace():
        first += 1
    while last > first and paragraph[last - 1].isspace():
        last -= 1
    if first < last:
        yield offset + first, offset + last
