"""Where accounts differ, and the annexes of sources and of gaps."""

from __future__ import annotations

from collections.abc import Iterable

from shuttle.analysis.differences import Difference
from shuttle.records.accounts import CommitmentAccount, MeetingAccount
from shuttle.views.brief_lines import occasion
from shuttle.views.briefing.matter import Matter
from shuttle.views.paper.model import (
    Block,
    Line,
    NoteList,
    Proof,
    ReferenceList,
    Remark,
    Section,
    Table,
    facts,
    say,
    section,
)
from shuttle.views.wording import count, quoted, shortened

__all__ = ["differences", "gaps_annex", "sources_annex"]

_HEADER = ("Field", "Value", "Who says so", "Used in this brief")
_LONGEST = 100


def differences(matter: Matter) -> Section | None:
    """Return what sources say differently of the last meeting and of what was agreed there."""
    last = matter.state.last
    if last is None:
        return None
    mine = [difference for difference in matter.state.differences if _of_last(matter, difference)]
    blocks: list[Block] = []
    if not mine:
        one = len(last.sources) < 2
        text = (
            "Only one source tells of the last meeting: there is nothing to compare."
            if one
            else f"The {len(last.sources)} accounts of the last meeting contradict each other in no field."
        )
        blocks.append(Remark(say(text)))
    others = len(matter.state.differences) - len(mine)
    if others:
        blocks.append(
            Remark(say(f"{count(others, 'difference')} on other records in the annex of gaps and conflicts."))
        )
    return section("differences", "Where accounts differ", blocks, _tables(matter, mine))


def _of_last(matter: Matter, difference: Difference) -> bool:
    account = difference.account
    return account.id == matter.last_id or (
        isinstance(account, CommitmentAccount) and account.meeting is not None and account.meeting == matter.last_id
    )


def _tables(matter: Matter, found: Iterable[Difference]) -> list[Section | None]:
    groups: dict[str, tuple[str, list[Line]]] = {}
    for difference in found:
        account = difference.account
        if isinstance(account, CommitmentAccount):
            title = f"Commitment {quoted(shortened(account.action, _LONGEST))}"
        else:
            kind = "Meeting" if isinstance(account, MeetingAccount) else "Visit"
            title = f"{kind} of {occasion(account, matter.wording.country_name)}"
        groups.setdefault(account.id, (title, []))[1].extend(matter.wording.difference_rows(difference))
    return [
        section(f"differ-{name}", title, [Table(f"Versions: {title}", _HEADER, tuple(rows))])
        for name, (title, rows) in groups.items()
    ]


def sources_annex(matter: Matter) -> Section | None:
    """Return the list of sources, and the words behind the lines."""
    if not matter.state.pair.sources:
        return None
    return section(
        "sources",
        "Sources",
        [ReferenceList()],
        [section("words", "The words behind the lines", [NoteList()])],
    )


def gaps_annex(matter: Matter) -> Section | None:
    """Return what could not be resolved, what is missing, and all other differences."""
    state = matter.state
    unresolved = [
        Line(say(issue.message), tuple(Proof(issue.document_id, item) for item in issue.evidence))
        for issue in state.pair.issues
        if issue.evidence
    ]
    unheard = [
        Line(say(f"{line.text} It was for a day that is over, and no source says what came of it."), line.proofs)
        for line in map(matter.wording.planned, state.overdue)
    ]
    older = [matter.wording.planned(event) for event in matter.old_plans]
    older += [matter.wording.next_step(step) for step in matter.old_steps]
    vague = [
        Line(say(f"{line.text} So vaguely told that it may be one of the other meetings, or another."), line.proofs)
        for line in map(matter.wording.met, state.unplaced)
    ]
    rest = [difference for difference in state.differences if not _of_last(matter, difference)]
    return section(
        "gaps",
        "Gaps and conflicts",
        _missing(matter),
        [
            section("gaps-unresolved", "What could not be resolved", facts(unresolved)),
            section("gaps-unheard", "Planned, and not heard of since", facts(unheard)),
            section(
                "gaps-older", "Announced before the last meeting without a date, and not heard of since", facts(older)
            ),
            section("gaps-vague", "Told too vaguely to be placed", facts(vague)),
            section("gaps-conflicts", "Other differences between accounts", (), _tables(matter, rest)),
        ],
    )


def _missing(matter: Matter) -> tuple[Block, ...]:
    sources = matter.state.pair.sources
    undated = sum(1 for source in sources if not source.published)
    inferred = sum(1 for source in sources if source.published_basis == "inferred")
    waiting = sum(len(item.follow.proposed) for item in matter.owed)
    told = []
    if undated:
        told.append(f"{count(undated, 'source')} without a known date of publication.")
    if inferred:
        told.append(f"{count(inferred, 'source')} dated by inference from what the text says.")
    if waiting:
        told.append(f"{count(waiting, 'possible trace')} of commitments that a person should judge.")
    told.append(_silent_side(matter))
    return tuple(Remark(say(text)) for text in told if text)


def _silent_side(matter: Matter) -> str:
    """Return that one of the two governments has not told of the last meeting; "" where both or neither has."""
    last = matter.state.last
    spoken = {source.side for source in last.sources if source.side} if last else set()
    silent = [code for code in matter.state.pair.countries if code not in spoken]
    if last is None or len(silent) != 1:
        return ""
    return f"No document of the government of {matter.wording.country_name(silent[0])} tells of the last meeting."
