"""The brief on two countries, in Markdown: what a desk officer hands on before a meeting.

In:   where the pair stands on a day (`shuttle.analysis.state`).
Out:  Markdown: where the relationship stands, the last meeting, what was agreed, what is planned,
      where accounts differ, sources, and a footnote with the words behind every line.

A section without content is left out. Headings, rules and remarks about the brief itself are
Shuttle's; every statement about the world is a `Line` and therefore proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from shuttle.analysis.hosting import COUNTING_RULES
from shuttle.analysis.rhythm import RHYTHM_RULE
from shuttle.analysis.state import State
from shuttle.records.accounts import CommitmentAccount, MeetingAccount, NextStepAccount, VisitAccount
from shuttle.records.claims import Source
from shuttle.views.brief_lines import Wording, coincide, occasion
from shuttle.views.markdown import Line, Notes, Page, Proof, address, escape, inline, proofs_of
from shuttle.views.meetings_table import in_order
from shuttle.views.wording import (
    CountryName,
    capitalised,
    count,
    date_words,
    day_words,
    headline,
    on_date,
    publisher_words,
)

__all__ = ["brief"]

Event = MeetingAccount | VisitAccount

_HEADER = ("Date", "Place", "Host", "Who", "What", "Days since the last")
_MOST_STATEMENTS = 6
_BELOW_LEADERS = ("ministers", "vice-ministers", "working")


def brief(state: State, *, country_name: CountryName, text_of: Callable[[str], str] | None = None) -> str:
    """Return the brief as Markdown.

    Args:
        state: where the pair stands, and as of when: what is dated later is still to come.
        country_name: from an alpha-3 code to a name.
        text_of: from a document id to its text, to name documents that have no title; None to name
            them by publisher or path.
    """
    sources = state.pair.sources
    names = _SourceNames({source.document_id: source for source in sources}, country_name, text_of)
    page = Page(Notes(names.in_note))
    sections = _Sections(state, Wording(state.pair.countries, country_name), page)
    one, other = map(country_name, state.pair.countries)
    page.heading(1, f"{escape(one)} and {escape(other)}: brief")
    page.remark(f"*As of {day_words(state.as_of)}. {_scope(sources)}*")
    sections.standing()
    sections.last_meeting()
    sections.agreed()
    sections.planned()
    sections.differences()
    sections.gaps()
    if sources:
        page.heading(2, "Sources")
        page.plain_list(names.in_list(source) for source in sources)
    return page.text()


def _scope(sources: Sequence[Source]) -> str:
    if not sources:
        return "The ledger holds no document about the two countries."
    dated = sorted(source.published for source in sources if source.published)
    when = f", published {date_words(dated[0], dated[-1])}" if dated else ""
    return (
        f"Drawn from {count(len(sources), 'document')}{when}. "
        "Each line rests on the words in its footnotes; what no document says is not in it."
    )


@dataclass(slots=True)
class _Sections:
    state: State
    wording: Wording
    page: Page

    def standing(self) -> None:
        """Add the figures and the table of visits and meetings."""
        past = in_order(
            [*self.state.meetings, *(e for e in self._unheld() if isinstance(e, MeetingAccount))],
            [*self.state.visits, *(e for e in self._unheld() if isinstance(e, VisitAccount))],
        )
        upper = self._rows([event for event in past if not _is_lower(event)])
        lower = self._rows([event for event in past if _is_lower(event)])
        if not upper and not lower:
            return
        self.page.heading(2, "State of the relationship")
        figures = list(self._figures())
        self.page.bullets(figures)
        self.page.table(_HEADER, upper)
        if figures:
            self.page.remark(f"*Counted for the rhythm: {_rule(RHYTHM_RULE)} For hosts and turn: {self._turn_rule()}*")
        if lower:
            self.page.heading(3, "Ministers and officials")
            self.page.table(_HEADER, lower)

    def last_meeting(self) -> None:
        """Add what is known of the last meeting of leaders, or of the last meeting at all."""
        meeting = self.state.last
        if meeting is None:
            return
        self.page.heading(2, f"Last meeting: {occasion(meeting, self.wording.country_name)}")
        self.page.bullets([self.wording.met(meeting), *self.wording.course(meeting), *self._topics(meeting)])
        said = sorted(self.state.statements, key=lambda said: (not said.quoted, -len(said.sources)))
        if said:
            self.page.heading(3, "What was said of it")
            lines = {line.text: line for line in map(self.wording.statement, said)}
            self.page.bullets(list(lines.values())[:_MOST_STATEMENTS])

    def agreed(self) -> None:
        """Add the commitments under the meetings at which they were made, the latest meeting first."""
        by_meeting: dict[str | None, list[Line]] = {}
        commitments: tuple[CommitmentAccount, ...] = (*self.state.agreed, *self.state.earlier_commitments)
        for commitment in commitments:
            by_meeting.setdefault(commitment.meeting, []).append(self.wording.commitment(commitment))
        if not by_meeting:
            return
        self.page.heading(2, "What was agreed")
        for event in reversed(in_order(self.state.pair.meetings, ())):
            if lines := by_meeting.pop(event.id, None):
                self.page.heading(3, capitalised(occasion(event, self.wording.country_name)))
                self.page.bullets(lines)
        rest = [line for lines in by_meeting.values() for line in lines]
        if rest:
            self.page.heading(3, "At no meeting that the documents name")
            self.page.bullets(rest)

    def planned(self) -> None:
        """Add events that are planned and steps that are due, as of the day of the brief."""
        events = in_order(self.state.planned, self.state.planned_visits)
        lines = [self.wording.planned(event) for event in events if self._announced_since(event)]
        earlier = [self.wording.planned(event) for event in events if not self._announced_since(event)]
        fresh = [step for step in self.state.next_steps if self._is_fresh(step)]
        promised: dict[str, list[Proof]] = {}
        for promise in self.state.pair.commitments:
            for proof in proofs_of(promise.claims()):
                promised.setdefault(proof.document_id, []).append(proof)
        older = [
            step
            for step in self.state.next_steps
            # What is told as a commitment stands above, under its meeting.
            if step not in fresh and not _within(proofs_of(step.claims()), promised)
        ]
        lines += [self.wording.next_step(step) for step in fresh]
        if lines:
            self.page.heading(2, "What is planned next")
            self.page.bullets(lines)
        earlier += map(self.wording.next_step, older)
        if earlier:
            if not lines:
                self.page.heading(2, "What is planned next")
            self.page.heading(3, "Announced before the last meeting, without a date")
            self.page.bullets(earlier)

    def differences(self) -> None:
        """Add, field by field, what sources say differently."""
        groups: dict[str, list[Line]] = {}
        for difference in self.state.differences:
            account = difference.account
            if isinstance(account, CommitmentAccount):
                title = f"Commitment “{inline(account.action)}”"
            else:
                kind = "Meeting" if isinstance(account, MeetingAccount) else "Visit"
                title = f"{kind} of {occasion(account, self.wording.country_name)}"
            groups.setdefault(title, []).extend(self.wording.difference_rows(difference))
        if groups:
            self.page.heading(2, "Where accounts differ")
        for title, rows in groups.items():
            self.page.heading(3, title)
            self.page.table(("Field", "Value", "Who says so", "Used in this brief"), rows)

    def gaps(self) -> None:
        """Add what was seen in the documents and could not be resolved, with its words."""
        lines = []
        for issue in self.state.pair.issues:
            if proofs := tuple(Proof(issue.document_id, item) for item in issue.evidence):
                lines.append(Line(escape(issue.message), proofs))
        if lines:
            self.page.heading(2, "What could not be resolved")
            self.page.bullets(lines)

    def _figures(self) -> Iterator[Line]:
        """Yield how often leaders met, how long they waited, who hosted, and whose turn it is."""
        met = self.state.leaders_meetings
        if met:
            since = f": first {_when(met[0])}, last {_when(met[-1])}" if len(met) > 1 else f" {_when(met[0])}"
            ago = f", {count(self.state.since_last, 'day')} before this brief" if self.state.since_last else ""
            dates = [meeting.field("start").claims[0] for meeting in (met[-1], met[0], *met[1:-1])]
            yield Line(f"Leaders met in person {_times(len(met))}{since}{ago}.", proofs_of(dates))
        known = [gap for gap in self.state.gaps if gap.days is not None]
        if len(known) > 1:
            longest = max(known, key=lambda gap: gap.days or 0)
            shortest = min(known, key=lambda gap: gap.days or 0)
            latest = known[-1]
            yield Line(
                f"Between meetings there were from {shortest.days} to {count(longest.days or 0, 'day')}; "
                f"before the last one, {count(latest.days or 0, 'day')}.",
                proofs_of(claim for gap in (latest, longest, shortest) for claim in (gap.claims[0], gap.claims[-1])),
            )
        hosted = [tally for tally in self.state.tallies if tally.count]
        if hosted:
            parts = [
                f"{self.wording.country_name(tally.country)} {_times(tally.count)}"
                + (f", last {_when(tally.last)}" if tally.last else "")
                for tally in hosted
            ]
            yield Line(f"Hosted: {escape('; '.join(parts))}.", proofs_of(claim for t in hosted for claim in t.claims))
        if self.state.turn.country and self.state.turn.last and self.state.turn.claims:
            guest = next(code for code in self.state.pair.countries if code != self.state.turn.country)
            host, other = map(self.wording.country_name, (self.state.turn.country, guest))
            text = (
                f"Turn to host: **{escape(host)}**, since {escape(other)} hosted last, {_when(self.state.turn.last)}."
            )
            yield Line(text, proofs_of(self.state.turn.claims))

    def _announced_since(self, event: MeetingAccount | VisitAccount) -> bool:
        """Return whether a plan has a date, or was announced at or after the last meeting."""
        last = self.state.last
        if event.start or last is None:
            return True
        return any(source.published and source.published >= (last.start or "") for source in event.sources)

    def _is_fresh(self, step: NextStepAccount) -> bool:
        """Return whether a step has a date, or was announced at or after the last meeting."""
        last = self.state.last
        if step.when or last is None:
            return True
        known = [source.published for source in step.sources if source.published]
        # What a preview said of the meeting itself is over with it.
        return any(day >= (last.start or "") for day in known) if known else step.meeting == last.id

    def _turn_rule(self) -> str:
        return _rule(COUNTING_RULES[self.state.turn.rule])

    def _topics(self, meeting: MeetingAccount) -> list[Line]:
        named: list[str] = []
        proofs: list[Proof] = []
        for area in self.state.pair.areas:
            here = [Proof(document_id, item) for document_id, item in area.evidence if document_id in meeting.about]
            if here:
                named.append(escape(area.name))
                proofs.append(here[0])
        return [Line(f"Topics: {', '.join(named)}.", tuple(proofs))] if proofs else []

    def _unheld(self) -> tuple[Event, ...]:
        return (*self.state.called_off, *self.state.overdue)

    def _rows(self, events: list[Event]) -> list[Line]:
        gaps = {gap.later.id: gap for gap in self.state.gaps}
        held = [event for event in events if isinstance(event, MeetingAccount) and event.status == "held"]
        rows: list[Line] = []
        for event in events:
            # A journey to a meeting is told in the meeting's row.
            if isinstance(event, VisitAccount) and any(coincide(meeting, event) for meeting in held):
                continue
            gap = gaps.get(event.id)
            days = "—" if gap is None else str(gap.days) if gap.days is not None else f"about {gap.about_days}"
            visits = [v for v in self.state.visits if isinstance(event, MeetingAccount) and coincide(event, v)]
            rows.append(self.wording.event_row(event, days, visits))
        return rows


def _is_lower(event: Event) -> bool:
    return isinstance(event, MeetingAccount) and event.level in _BELOW_LEADERS


def _when(event: Event | None) -> str:
    return on_date(event.start, event.end) if event and event.start else "on a day not stated"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _within(proofs: tuple[Proof, ...], others: dict[str, list[Proof]]) -> bool:
    """Return whether one of ``proofs`` shares words with one of ``others``."""
    return any(
        one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
        for one in proofs
        for other in others.get(one.document_id, ())
    )


def _rule(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


@dataclass(slots=True)
class _SourceNames:
    sources: dict[str, Source]
    country_name: CountryName
    text_of: Callable[[str], str] | None

    def in_note(self, document_id: str) -> str:
        """Return how a footnote names a document: title, publisher and date as far as known, id."""
        source = self.sources[document_id]
        parts = [self._title(source), self._publisher(source), self._date(source)]
        return f"— {', '.join(part for part in parts if part)} ({document_id})"

    def in_list(self, source: Source) -> str:
        """Return how the list of sources names it: the same, what is unknown said to be so, with its address."""
        url = address(source.url) if source.url else f"Read from {escape(source.source)}"
        publisher = self._publisher(source) or "publisher not known"
        date = self._date(source) or "date not known"
        return f"{self._title(source)}, {publisher}, {date}. {url} ({source.document_id})"

    def _title(self, source: Source) -> str:
        title = source.title or (headline(None, self.text_of(source.document_id)) if self.text_of else "")
        return f"*{escape(title)}*" if title else escape(source.source)

    def _publisher(self, source: Source) -> str:
        return escape(publisher_words(source, self.country_name)) if source.publisher else ""

    def _date(self, source: Source) -> str:
        if not source.published:
            return ""
        how = " (date inferred)" if source.published_basis == "inferred" else ""
        return f"{day_words(source.published)}{how}"
