"""What the two owe: commitments by their life, deliverables proposed from what is due, and what came of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from shuttle.analysis.agenda import AGENDA_REASONS, AgendaItem, Pressing
from shuttle.analysis.owed import Owed
from shuttle.records.judgements import Life
from shuttle.views.brief_lines import occasion
from shuttle.views.briefing.matter import Matter
from shuttle.views.meetings_table import in_order
from shuttle.views.paper.model import (
    Block,
    Line,
    Proof,
    Remark,
    Run,
    Section,
    Table,
    facts,
    proofs_of,
    say,
    section,
    strong,
)
from shuttle.views.wording import and_list, capitalised, count, date_words

__all__ = ["LIVES", "commitments", "commitments_annex", "deliverables", "owed_line", "owed_rows", "proposal"]

# The lives of commitments in the order in which a desk looks at them, as they read after a number.
LIVES: dict[Life, str] = {
    "stalled": "stalled",
    "in implementation": "in implementation",
    "in consultation": "in consultation",
    "stated": "stated and no more",
    "delivered": "delivered",
    "superseded": "superseded",
    "withdrawn": "withdrawn",
    "expired": "expired",
}
_HEADER = ("Commitment", "By", "Where it stands", "Made", "Last evidence")
_MOST_ROWS = 12
_MOST_PROPOSED = 8
_OF_EACH = 4
_SHORT = 200
# What a minister can do with a commitment that is due, by why it is.
_PROPOSALS: dict[Pressing, str] = {
    "overdue": "Settle what is past its date",
    "due": "Deliver by the date",
    "stalled": "Decide whether to take up again",
    "moving": "Report or conclude",
    "fresh": "Say what has been done since",
    "silent": "Take stock",
}


# The brief looks a year ahead, and not only at the last meeting.
_REASONS: dict[Pressing, str] = AGENDA_REASONS | {
    "due": "its date falls within a year of this brief",
    "fresh": "made the last time that something was agreed, and no source says yet what came of it",
    "silent": "made before that, and no source says what came of it",
}


def commitments(matter: Matter) -> Section | None:
    """Return what is open, the most pressing first; the annex has all."""
    if not matter.owed:
        nothing = Remark(say("No source tells of a commitment of either side."))
        return section("commitments", "Commitments", [nothing])
    line = owed_line(matter)
    shown = [item.owed for item in matter.pressing(_MOST_ROWS, of_each=_OF_EACH) if item.why != "silent"]
    blocks: list[Block] = [*facts([line])]
    if shown:
        blocks.append(Table("Open commitments, the most pressing first", _HEADER, tuple(owed_rows(matter, shown))))
    rest = len(matter.owed) - len(shown)
    if rest:
        more = f"{count(rest, 'more commitment')}, delivered ones and older ones of which nothing is heard among them, "
        blocks.append(Remark(say(f"{more}stand in the annex of commitments.")))
    blocks.append(Remark(say("Time alone changes no state: silence is shown as silence.")))
    return section("commitments", "Commitments", blocks)


def owed_line(matter: Matter) -> Line | None:
    """Return how many commitments there are, and where they stand."""
    if not matter.owed:
        return None
    lives = Counter(item.life for item in matter.owed)
    parts = [f"{lives[life]} {LIVES[life]}" for life in LIVES if lives[life]]
    proofs: list[Proof] = []
    for item in matter.owed:
        # What shows that something moved says more than that something was promised.
        proofs += [Proof(document, passage) for document, passage in item.follow.last_evidence[:1]]
    for item in reversed(matter.owed):
        proofs += proofs_of(item.commitment.field("action").claims[:1])[:1]
    total = count(len(matter.owed), "commitment")
    return Line(say(f"{total} on record: {and_list(parts)}."), tuple(proofs))


def deliverables(matter: Matter) -> Section | None:
    """Return what could be delivered at the next meeting, drawn from what is due."""
    chosen = matter.pressing(_MOST_PROPOSED, of_each=3)
    lines = [proposal(matter, item, _SHORT) for item in chosen]
    if not lines:
        text = "Nothing is proposed: by what the documents say nothing is due." if matter.owed else ""
        return section("deliverables", "Proposed deliverables", [Remark(say(text))] if text else ())
    why = dict.fromkeys(item.why for item in chosen)
    rule = "; ".join(f"“{_PROPOSALS[name].lower()}”: {_REASONS[name]}" for name in why)
    blocks: list[Block] = [
        Remark(say("Proposed by Shuttle; what stands in quotation marks was said by the sources.")),
        *facts(lines),
        Remark(
            say(f"In the order in which they press, three of each kind at most; due in all: {len(matter.due)}. {rule}.")
        ),
    ]
    return section("deliverables", "Proposed deliverables", blocks)


def proposal(matter: Matter, item: AgendaItem, most: int) -> Line:
    """Return what could be done of a commitment that is due, with its state."""
    commitment, owed = item.owed.commitment, item.owed
    who = and_list(map(matter.wording.country_name, commitment.by))
    runs: list[str | Run] = [strong(_PROPOSALS[item.why]), f": {matter.wording.action(commitment, most)}"]
    details = [
        who,
        _life(owed),
        f"due {date_words(commitment.deadline)}" if commitment.deadline else "",
        _silence(owed),
    ]
    runs.append(f" ({'; '.join(filter(None, details))}).")
    return Line(say(*runs), _proofs(matter, owed))


def owed_rows(matter: Matter, items: Iterable[Owed], most: int | None = _SHORT) -> list[Line]:
    """Return a row for each commitment: what, who, where it stands, since when, and the last that was heard of it."""
    rows = []
    for item in items:
        commitment, follow = item.commitment, item.follow
        made = date_words(follow.made) if follow.made else "not stated"
        if follow.age is not None:
            made += f" ({count(follow.age, 'day')} ago)"
        due = f", due {date_words(commitment.deadline)}" if commitment.deadline else ""
        who = and_list(map(matter.wording.country_name, commitment.by)) or "not stated"
        last = _silence(item) or (f"{date_words(follow.last_day)}" if follow.last_day else "none")
        text = f"{commitment.strength}: {matter.wording.action(commitment, most)}"
        rows.append(Line.row([text, who, f"{_life(item)}{due}", made, last], _proofs(matter, item)))
    return rows


def commitments_annex(matter: Matter) -> Section | None:
    """Return every commitment under its meeting, the latest meeting first, with what came of it."""
    by_meeting: dict[str | None, list[Owed]] = {}
    for item in matter.owed:
        by_meeting.setdefault(item.commitment.meeting, []).append(item)
    parts: list[Section | None] = []
    for event in reversed(in_order(matter.state.pair.meetings, ())):
        if items := by_meeting.pop(event.id, None):
            title = capitalised(occasion(event, matter.wording.country_name))
            parts.append(section(f"made-{event.id}", title, _full(matter, items)))
    rest = [item for items in by_meeting.values() for item in items]
    parts.append(section("made-nowhere", "At no meeting that the documents name", _full(matter, rest)))
    return section("all-commitments", "Commitments", (), parts)


def _full(matter: Matter, items: Sequence[Owed]) -> tuple[Block, ...]:
    lines: list[Line] = []
    for item in items:
        line = matter.wording.commitment(item.commitment)
        state = f" {capitalised(_life(item))}{_since(item)}."
        waiting = len(item.follow.proposed)
        if waiting:
            verb = "waits" if waiting == 1 else "wait"
            state += f" {count(waiting, 'possible trace')} of it {verb} for a person to judge."
        proofs = (*line.proofs, *(Proof(document, passage) for document, passage in item.follow.last_evidence))
        lines.append(Line(say(line.words, state), tuple(dict.fromkeys(proofs))))
    return facts(lines)


def _proofs(matter: Matter, item: Owed) -> tuple[Proof, ...]:
    said = matter.wording.each_source(item.commitment, "action")[:3]
    return (*said, *(Proof(document, passage) for document, passage in item.follow.last_evidence[:2]))


def _life(item: Owed) -> str:
    if item.life_by is None:
        return item.life
    return f"{item.life} (judged by {item.life_by.by})"


def _since(item: Owed) -> str:
    silence = _silence(item)
    return f"; {silence}" if silence else ""


def _silence(item: Owed) -> str:
    """Return since when nothing is heard of a commitment; "" where something was on the day of the brief itself."""
    if item.follow.silence and item.follow.made and not item.follow.last_day:
        return "no evidence since it was made"
    return item.follow.silence or ""
