"""Everything about whose turn it is, of one pair or of all, under one counting rule.

In:   the meetings and visits of a pair, or of all countries; a rule and a day.
Out:  who hosted, how often and when last, whose turn it is, how long ago, like for like, and what number the last one
      has under every rule.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shuttle.analysis.cadence import PresentGap, cadence
from shuttle.analysis.counting import Count, CountingRule, Selection, counts_of, select
from shuttle.analysis.encounters import Encounter, encounters
from shuttle.analysis.hosting import HostTally, Turn, hosts, turn_of
from shuttle.analysis.leaders import leaders_met
from shuttle.analysis.reciprocity import Kind, reciprocity
from shuttle.analysis.rhythm import began_by
from shuttle.records.accounts import MeetingAccount, VisitAccount
from shuttle.records.claims import Source

__all__ = ["TurnFigures", "all_turns", "turn_figures"]


@dataclass(frozen=True, slots=True)
class TurnFigures:
    """Whose turn it is between two countries on a day.

    Attributes:
        selection: what counts, under which rule.
        tallies: how often each hosted, in the order of the pair.
        present: the time since the last one that counts; None if there was none.
        kinds: like for like.
        numbers: which number the last encounter of all has under every rule that it falls under.
        numbered: that encounter; None if there was none.
        known_to: the source published last of all that tell of their leaders' meetings and visits; None if none is
            dated. What came after it, nobody has told the ledger.
    """

    as_of: str
    selection: Selection
    tallies: tuple[HostTally, HostTally]
    turn: Turn
    present: PresentGap | None
    kinds: tuple[Kind, ...]
    numbers: tuple[Count, ...]
    numbered: Encounter | None
    known_to: Source | None

    @property
    def last(self) -> Encounter | None:
        """The last encounter that counts; None if there was none."""
        return self.selection.encounters[-1] if self.selection.encounters else None


def turn_figures(
    pair: tuple[str, str],
    meetings: Iterable[MeetingAccount],
    visits: Iterable[VisitAccount],
    rule: CountingRule,
    as_of: str,
    texts: Mapping[str, str] | None = None,
) -> TurnFigures:
    """Return the figures of ``pair``; the order of meetings and visits makes no difference.

    Args:
        pair: two alpha-3 codes.
        meetings: those with both among their parties.
        visits: between the two, in either direction.
        rule: how to count.
        as_of: a day (ISO 8601); what began later is left out.
        texts: texts of documents by their ids, to look for home towns in; None to leave these out.

    Raises:
        RecordError: ``as_of`` is no date.
    """
    found = encounters(meetings, visits, as_of)
    chosen = select(found, pair, rule)
    numbered = next((one for one in reversed(found) if one.countries == frozenset(pair) and one.in_person), None)
    return TurnFigures(
        as_of=as_of,
        selection=chosen,
        tallies=hosts(chosen),
        turn=turn_of(chosen),
        present=cadence(chosen, as_of).present,
        kinds=reciprocity(chosen, texts),
        numbers=counts_of(numbered, found) if numbered else (),
        numbered=numbered,
        known_to=_latest(found, as_of),
    )


def _latest(found: Iterable[Encounter], as_of: str) -> Source | None:
    dated = {
        source
        for encounter in found
        for account in encounter.accounts
        for source in account.sources
        if source.published is not None and began_by(source.published, as_of)
    }
    return max(dated, key=lambda source: (source.published or "", source.document_id), default=None)


def all_turns(
    meetings: Iterable[MeetingAccount], visits: Iterable[VisitAccount], what: str, whom: str, as_of: str
) -> tuple[TurnFigures, ...]:
    """Return the figures of every pair of which something counts, the one that met last first.

    Args:
        meetings: of all countries.
        visits: of all countries.
        what: what counts (`shuttle.analysis.counting.RULES`).
        whom: ``office`` or ``person``.
        as_of: a day.
    """
    held: dict[tuple[str, str], tuple[list[MeetingAccount], list[VisitAccount]]] = {}
    for meeting in meetings:
        if leaders_met(meeting):
            for pair in itertools.combinations(sorted(set(meeting.countries)), 2):
                held.setdefault(pair, ([], []))[0].append(meeting)
    for visit in visits:
        origin = visit.from_country or visit.person.country
        if origin and origin != visit.to_country:
            one, other = sorted((origin, visit.to_country))
            held.setdefault((one, other), ([], []))[1].append(visit)
    rule = CountingRule(what, whom)  # type: ignore[arg-type]  # checked by whoever asks
    figures = (turn_figures(pair, met, travelled, rule, as_of) for pair, (met, travelled) in held.items())
    counted = [one for one in figures if one.last is not None]
    # Two stable sorts: by names, then the latest first.
    counted.sort(key=lambda one: one.selection.pair)
    return tuple(sorted(counted, key=lambda one: one.last.start if one.last else "", reverse=True))
