"""The pages that a minister reads first: the summary, the objectives, the programme, the people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shuttle.analysis.programme import programme
from shuttle.ledger.names import names_its_country, same_person_name
from shuttle.records.accounts import CommitmentAccount, MeetingAccount
from shuttle.records.findings import Person, Place
from shuttle.views.brief_lines import SESSION_NAMES, occasion
from shuttle.views.briefing.matter import Matter
from shuttle.views.briefing.promises import owed_line, proposal
from shuttle.views.briefing.relationship import figures
from shuttle.views.paper.model import (
    Blanks,
    Block,
    Line,
    Proof,
    Remark,
    Section,
    Table,
    facts,
    proofs_of,
    say,
    section,
    strong,
)
from shuttle.views.values import field_label, value_words
from shuttle.views.wording import capitalised, clean, shortened

__all__ = ["objectives", "people", "programme_section", "summary"]

_MOST_AGREED = 4
_MOST_DUE = 3
_SHORT = 130
_BLANKS = 3
# More words tell a reader no more.
_TELLING = 12


def summary(matter: Matter) -> Section | None:
    """Return the one page: what was, whose turn it is, what is next, what was agreed, what is owed, what differs."""
    state, wording = matter.state, matter.wording
    below = matter.last_below
    stands: list[Line | None] = [wording.met(state.last) if state.last else None, *figures(matter)]
    if below is not None and below is not state.last:
        stands.append(_below(matter, below))
    ahead = matter.next_meeting
    blocks: list[Block] = [*facts([*stands, wording.planned(ahead) if ahead else None])]
    if ahead is None:
        blocks.append(Remark(say("No source names a next meeting of leaders.")))
    agreed = [wording.commitment(item, _SHORT) for item in sorted(matter.agreed, key=_weight)[:_MOST_AGREED]]
    due = [proposal(matter, item, _SHORT) for item in matter.pressing(_MOST_DUE, of_each=1)]
    title = "Agreed at the last meeting"
    if matter.agreed_at is not None and matter.agreed_at is not state.last:
        title = f"Last agreed: {occasion(matter.agreed_at, wording.country_name)}"
    parts = [
        section("summary-agreed", title, facts(agreed)),
        section("summary-owed", "Owed", facts([owed_line(matter), *due])),
        section("summary-differences", "Where accounts of the last meeting differ", facts([_differ(matter)])),
    ]
    return section("summary", "Summary", blocks, parts, alone=True)


def _below(matter: Matter, meeting: MeetingAccount) -> Line:
    """Return the sentence on the last meeting of ministers or officials."""
    line = matter.wording.met(meeting)
    return Line(say(f"Below leaders, last a {matter.wording.meeting_kind(meeting)}: ", line.words), line.proofs)


def _weight(commitment: CommitmentAccount) -> tuple[int, int, int, int, str]:
    """Sort what both governments say first, then what most sources say, then what is agreed, then what says more."""
    sides = {source.side for source in commitment.sources if source.side}
    firm = 0 if commitment.strength == "agreed" else 1
    return -len(sides), -len(commitment.sources), firm, -min(len(commitment.action.split()), _TELLING), commitment.id


def _differ(matter: Matter) -> Line | None:
    """Return on what the accounts of the last meeting differ, with their values."""
    mine = [difference for difference in matter.state.differences if difference.account.id == matter.last_id]
    if not mine:
        return None
    parts = []
    for difference in mine:
        name = difference.field.field
        values = (value_words(name, version.value, matter.wording.country_name) for version in difference.versions)
        parts.append(f"{field_label(name)} ({' against '.join(shortened(value, 60) for value in values)})")
    proofs = proofs_of(version.claims[0] for difference in mine for version in difference.versions)
    return Line(say(f"{capitalised('; '.join(parts))}."), proofs)


def objectives(matter: Matter) -> Section | None:
    """Return the objectives that the desk gave, or lines for the desk to fill in."""
    given = tuple(text for text in map(clean, matter.objectives) if text)
    blocks: list[Block] = [Blanks(given, 0 if given else _BLANKS)]
    if not given:
        blocks.insert(0, Remark(say("For the desk to fill in: no document says what is to be reached.")))
    return section("objectives", "Objectives", blocks)


def programme_section(matter: Matter) -> Section | None:
    """Return the programme of the next meeting as far as it was announced, and that of the last as a precedent."""
    ahead, wording = matter.next_meeting, matter.wording
    told: list[Line | None] = []
    if isinstance(ahead, MeetingAccount):
        told = [wording.planned(ahead), *wording.began(ahead), *_slots(ahead)]
    elif ahead is not None:
        told = [wording.planned(ahead)]
    last = matter.state.last
    before = [wording.met(last), *wording.began(last), *_slots(last)] if last else []
    parts: list[Section | None] = [section("programme-next", "As announced", facts(told))]
    if last is not None:
        title = f"As a precedent: {occasion(last, wording.country_name)}"
        parts.append(section("programme-last", title, facts(before)))
    blocks = [] if told else [Remark(say("No source gives the programme of a next meeting."))]
    return section("programme", "Programme", blocks, parts)


def _slots(meeting: MeetingAccount) -> Iterator[Line]:
    """Yield the parts of a meeting in their order, with hour and length where a source gives them."""
    for slot in programme(meeting):
        details = [
            f"from {slot.start_time}" if slot.start_time else "",
            f"{slot.minutes} minutes" if slot.minutes else "",
        ]
        text = ", ".join(filter(None, [capitalised(SESSION_NAMES[slot.format]), *details]))
        proofs = tuple(Proof(document, item) for document, item in slot.evidence)
        if proofs:
            yield Line(say(f"{text}."), proofs)


@dataclass(slots=True)
class _Participant:
    person: Person
    roles: dict[str, None]
    proofs: dict[Proof, None]


def people(matter: Matter) -> Section | None:
    """Return who takes part on either side, with their offices as sources name them."""
    found: list[_Participant] = []

    def add(person: Person, role: str, proofs: tuple[Proof, ...]) -> None:
        if not person.name or not proofs or names_its_country(Place(person.name, person.country)):
            return
        for other in found:
            if other.person.country == person.country and same_person_name(other.person.name or "", person.name):
                other.roles[role] = None
                other.proofs.update(dict.fromkeys(proofs))
                if other.person.office is None:
                    other.person = person
                return
        found.append(_Participant(person, {role: None}, dict.fromkeys(proofs)))

    meetings = [(matter.next_meeting, "next meeting"), (matter.state.last, "last meeting")]
    for meeting, role in meetings:
        if isinstance(meeting, MeetingAccount):
            for entry in sorted(meeting.people, key=lambda entry: entry.office is None):
                add(entry.person, role, proofs_of(entry.claims)[:2])
        elif meeting is not None:
            add(meeting.person, role, proofs_of(meeting.field("person").claims)[:2])
    for statement in matter.state.statements:
        add(statement.speaker, "spoke of the last meeting", proofs_of(statement.field("speaker").claims)[:2])
    pair = matter.state.pair.countries
    name_of = matter.wording.country_name
    sides: list[Section | None] = []
    for code in (*pair, None):
        rows = tuple(
            Line.row(
                [strong(one.person.name or ""), one.person.office or "office not stated", ", ".join(one.roles)],
                tuple(one.proofs),
            )
            for one in found
            if (one.person.country == code if code else one.person.country not in pair)
        )
        title = name_of(code) if code else "Others"
        if rows:
            sides.append(
                section(f"people-{code or 'others'}", title, [Table(title, ("Name", "Office", "Where"), rows)])
            )
        elif code:
            nobody = Remark(say(f"No source names who takes part for {title}."))
            sides.append(section(f"people-{code}", title, [nobody]))
    return section("people", "People", (), sides)
