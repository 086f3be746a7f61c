"""Find what is to happen next.

In:   a page, its meetings.
Out:  Next steps: consultations, visits, meetings, invitations, signings, reviews that lie ahead.

Rule `step.cue`: a sentence, outside headlines, that names such a step together with words that
look forward ("will", "agreed to hold", "invited", "look forward to") and are not negated.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import cast

from shuttle.lexicons.loading import load_table
from shuttle.reading.alternation import Phrase, Phrases, cue_words, one_of
from shuttle.reading.encounters import Encounter
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Meeting, NextStep, StepKind, finding_id

__all__ = ["find_next_steps"]


@functools.cache
def _cues() -> tuple[Phrases, list[tuple[Phrases, str]], Phrases, re.Pattern[str], frozenset[str]]:
    table = load_table("en/next_steps.toml")
    kinds = []
    for entry in table["kind"]:
        kinds.append((Phrases(entry["words"]), entry["name"]))
    # All at once, each in a group of its own: the first kind that fits where the first of them stands.
    steps = "|".join(f"({one_of(entry['words'])})(?![\\w-])" for entry in table["kind"])
    step = re.compile(rf"(?<![\w-])(?:{steps})")
    forward = table["forward"]["words"]
    any_step = Phrases(word for entry in table["kind"] for word in entry["words"])
    return Phrases(forward, beside="'-"), kinds, any_step, step, cue_words(forward)


_NOT = re.compile(r"(?<!\w)(?:not|no|never|nor|neither|none|without|cannot|won't|if|unless)(?!\w)[^,;]{0,40}$")
_NOT_BEHIND = re.compile(r" (?:also )?(?:not|no longer|never)\b")
# One of these is in all that the two match.
_NEGATIONS = frozenset(
    ["not", "no", "never", "nor", "neither", "none", "without", "cannot", "won", "if", "unless"]  # "won't"
)
# "the will to achieve it", "thanked him for the invitation"
_NO_CUE = re.compile(
    r"(?<!\w)(?:the|their|his|her|its|a|firm|political) will$|(?<!\w)for (?:the |his |her |their )?(?:kind )?invitation$"
)
_NO_CUES = ("will", "invitation")
# "held talks and agreed to raise trade": what these verbs bring stands behind them.
_TAKES_WHAT_FOLLOWS = re.compile(r"(?:agreed|decided|concurred|pledged|proposed|plan|intend|hope|want|instruct|tasked)")
_STEP_END = re.compile(r";|\" |, (?:while|which|where|but)\b|$")
_OTHER_CLAUSE = re.compile(r" (?:that|who|which|where) ")


_SUBJECT = re.compile(rf"(?:{ACTOR})(?:'s?)?(?: and {ACTOR})?(?: [a-z]+){{0,4}} $")


def find_next_steps(
    document: Document, page: Page, encounters: Sequence[Encounter], meetings: Sequence[Meeting]
) -> tuple[NextStep, ...]:
    """Return the next steps of a page in the order of the text."""
    main = encounters[0] if encounters else None
    found = []
    for line in page.lines:
        if line.headline:
            continue
        step = _on_line(document, page, line, main)
        if step:
            found.append(step)
    return tuple(found)


def _on_line(document: Document, page: Page, line: Line, main: Encounter | None) -> NextStep | None:
    shape = line.skeleton.shape
    forward, kinds, any_step, step, words = _cues()
    if line.words.isdisjoint(words):
        return None
    negated = not line.words.isdisjoint(_NEGATIONS)
    for cue in forward.finditer(shape):
        if negated and (
            _NOT.search(shape[max(0, cue.start() - 50) : cue.start()]) or _NOT_BEHIND.match(shape, cue.end())
        ):
            continue
        if cue.group().endswith(_NO_CUES) and _NO_CUE.search(shape[max(0, cue.start() - 30) : cue.end()]):
            continue
        best: tuple[int, str, Phrase | re.Match[str]] | None = None
        following = step.search(shape, cue.start(), cue.start() + 160)
        if following and following.lastindex:
            best = (following.start(), kinds[following.lastindex - 1][1], following)
        before = max(0, cue.start() - 60), cue.start()
        if best is None and not _TAKES_WHAT_FOLLOWS.match(cue.group()) and any_step.search(shape, *before):
            # "Consultations will follow", "his visit is being arranged": what is to come stands before.
            for pattern, kind in kinds:
                for noun in pattern.finditer(shape, *before):
                    if _OTHER_CLAUSE.search(shape, noun.end(), cue.start()):
                        continue  # "told a press conference that Seoul hoped ..."
                    if best is None or noun.start() > best[0]:
                        best = (noun.start(), kind, noun)
        if best is None:
            continue
        _, kind, match = best
        stop = _STEP_END.search(shape, match.end())
        end = max(cue.end(), len(shape[: stop.start() if stop else len(shape)].rstrip(" .\"'")))
        begin = min(cue.start(), match.start())
        subject = _SUBJECT.search(shape[:begin])
        if subject:
            begin = subject.start()
        text = document.text
        first, last = line.skeleton.span(begin, end)
        if first >= last:
            continue
        mentions = line.between(begin, end)
        by = dict.fromkeys(code for m in mentions if m.kind != "place" for code in m.countries)
        if not by and main and (any(m.kind == "group" for m in line.mentions) or not by):
            by = dict.fromkeys(main.countries)
        date = next((m for m in mentions if m.date and m.date.value and m.date.role in ("event", "deadline")), None)
        evidence = [Evidence.of(text, line.sentence.start, line.sentence.end), Evidence.of(text, first, last, "text")]
        when = None
        if date and date.date:
            when = date.date.value
            evidence.append(Evidence.of(text, date.start, date.end, "when"))
        return NextStep(
            id=finding_id("n", document.id, first, last),
            kind=cast(StepKind, kind),
            text=text[first:last],
            by=tuple(by),
            when=when,
            rule="step.cue",
            evidence=tuple(evidence),
        )
    return None
