"""One reading as lines for a terminal: every finding, followed by its words.

In:   a Reading.
Out:  lines that say how deep they stand and what they are, so that a terminal can wrap and
      colour them and a pipe can take them plain.

A detail of a finding (its place, its length) is followed by the words that support that detail;
what supports the whole finding stands under its first line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Finding, Meeting, NextStep, Outcome, Person, Statement, Visit
from shuttle.records.readings import Reading
from shuttle.views.text_lines import TextLine, quote_line
from shuttle.views.wording import (
    EFFECTS,
    CountryName,
    and_list,
    capitalised,
    clean,
    date_words,
    day_words,
    headline,
    person_words,
    place_words,
    quoted,
)

__all__ = ["finding_lines", "reading_lines"]


def reading_lines(reading: Reading, country_name: CountryName) -> Iterator[TextLine]:
    """Yield the lines of the view: the document, then every finding of each kind, areas and issues."""
    view = _View(country_name)
    yield from view.head(reading.document)
    main = [meeting for meeting in reading.meetings if meeting.main]
    others = [meeting for meeting in reading.meetings if not meeting.main]
    for name, entries in (
        ("Main meeting", map(view.meeting, main)),
        ("Other meetings", map(view.meeting, others)),
        ("Visits", map(view.visit, reading.visits)),
        ("Commitments", map(view.commitment, reading.commitments)),
        ("Statements", map(view.statement, reading.statements)),
        ("Next steps", map(view.next_step, reading.next_steps)),
        ("Outcomes", map(view.outcome, reading.outcomes)),
        ("Areas", (view.entry(area.name, (), area.evidence) for area in reading.areas)),
        ("Issues", (view.issue(issue.code, issue.message, issue.evidence) for issue in reading.issues)),
    ):
        yield from view.section(name, entries)
    if not any(True for _ in reading.findings()):
        yield TextLine("blank", 0, "")
        yield TextLine("note", 0, "Nothing was found that Shuttle keeps: no meeting, visit, commitment or statement.")


def finding_lines(finding: Finding, country_name: CountryName) -> list[TextLine]:
    """Return the lines of one finding, without its document."""
    view = _View(country_name)
    if isinstance(finding, Meeting):
        return view.meeting(finding)
    if isinstance(finding, Visit):
        return view.visit(finding)
    if isinstance(finding, Commitment):
        return view.commitment(finding)
    if isinstance(finding, Statement):
        return view.statement(finding)
    if isinstance(finding, Outcome):
        return view.outcome(finding)
    return view.next_step(finding)


@dataclass(frozen=True, slots=True)
class _View:
    country_name: CountryName

    def head(self, document: Document) -> Iterator[TextLine]:
        yield TextLine("title", 0, headline(document.title, document.text))
        if document.published:
            basis = f"{document.published_basis}" + (
                f": {clean(document.published_reason)}" if document.published_reason else ""
            )
            yield TextLine("note", 0, f"Published {day_words(document.published)} ({basis})")
        else:
            yield TextLine("note", 0, "Date of publication not known")
        if document.publisher:
            side = f", for {self.country_name(document.side)}" if document.side else ""
            yield TextLine("note", 0, f"By {clean(document.publisher)}{side}")
        if document.language and document.language != "en":
            yield TextLine("note", 0, f"Language: {clean(document.language)}")
        yield TextLine("note", 0, f"From {clean(document.source)}, document {document.id}")

    def section(self, name: str, entries: Iterable[Sequence[TextLine]]) -> Iterator[TextLine]:
        first = True
        for entry in entries:
            yield TextLine("blank", 0, "")
            if first:
                yield TextLine("heading", 0, name)
            first = False
            yield from entry

    def entry(
        self, text: str, details: Iterable[tuple[str, str, Sequence[str]]], evidence: Sequence[Evidence]
    ) -> list[TextLine]:
        """Return the lines of one finding.

        Args:
            text: its first line.
            details: name, value, and the fields of the evidence that supports it.
            evidence: all of the finding's evidence; what no detail claims stands under the first line.
        """
        rows = [(name, value, fields) for name, value, fields in details if value]
        claimed = {field for _, _, fields in rows for field in fields}
        lines = [TextLine("entry", 1, capitalised(clean(text)))]
        lines += [quote_line(2, item) for item in _distinct(item for item in evidence if item.field not in claimed)]
        for name, value, fields in rows:
            lines.append(TextLine("detail", 2, f"{name}: {clean(value)}"))
            lines += [quote_line(3, item) for item in _distinct(item for item in evidence if item.field in fields)]
        return lines

    def issue(self, code: str, message: str, evidence: Sequence[Evidence]) -> list[TextLine]:
        lines = [TextLine("issue", 1, f"{clean(message)} [{clean(code)}]")]
        return lines + [quote_line(2, item) for item in _distinct(evidence)]

    def meeting(self, meeting: Meeting) -> list[TextLine]:
        parties = and_list(self._countries(meeting.countries)) or "parties not named"
        place = place_words(meeting.place, self.country_name) if meeting.place else ""
        text = ", ".join(filter(None, [parties, date_words(meeting.start, meeting.end), place, meeting.status]))
        sessions = "; ".join(
            ", ".join(filter(None, [session.format, session.start_time, _minutes(session.duration_minutes)]))
            for session in meeting.sessions
        )
        kind = ", ".join(filter(None, [meeting.level, meeting.mode]))
        evidence = list(meeting.evidence)
        for session in meeting.sessions:
            evidence += [Evidence(item.start, item.end, item.quote, "sessions") for item in session.evidence]
        return self.entry(
            text,
            [
                ("date", self._date(meeting), ("start", "end", "date_text", "when")),
                ("kind", kind, ("level", "mode")),
                ("people", self._people(meeting.people), ("people",)),
                ("place", place, ("place",)),
                ("host", self.country_name(meeting.host) if meeting.host else "", ("host",)),
                ("beside", meeting.forum or "", ("forum",)),
                ("begins", meeting.start_time or "", ("start_time",)),
                ("length", _minutes(meeting.duration_minutes), ("duration_minutes",)),
                ("formats", and_list(meeting.formats), ("formats",)),
                ("sessions", sessions, ("sessions",)),
                ("counted as", f"number {meeting.ordinal}" if meeting.ordinal else "", ("ordinal",)),
            ],
            evidence,
        )

    def visit(self, visit: Visit) -> list[TextLine]:
        way = f"to {self.country_name(visit.to_country)}"
        if visit.from_country:
            way = f"from {self.country_name(visit.from_country)} {way}"
        kind = f"{visit.visit_class} visit" if visit.visit_class else "visit"
        person = person_words(visit.person, self.country_name)
        return self.entry(
            f"{person}, {kind} {way}, {date_words(visit.start, visit.end)}, {visit.status}",
            [("beside", visit.forum or "", ("forum",))],
            visit.evidence,
        )

    def commitment(self, commitment: Commitment) -> list[TextLine]:
        by = and_list(self._countries(commitment.by)) or "parties not named"
        return self.entry(
            f"{by}, {commitment.strength}: {quoted(commitment.action)}",
            [
                ("areas", ", ".join(commitment.areas), ("areas",)),
                ("due", day_words(commitment.deadline) if commitment.deadline else "", ("deadline",)),
                ("as asserted by", self._asserted_by(commitment.asserted_by), ("asserted_by",)),
            ],
            commitment.evidence,
        )

    def statement(self, statement: Statement) -> list[TextLine]:
        said = "said" if statement.quoted else "is reported to have said"
        words = quoted(statement.text) if statement.quoted else clean(statement.text)
        on = f" on {day_words(statement.said_on)}" if statement.said_on else ""
        return self.entry(
            f"{person_words(statement.speaker, self.country_name)} {said}{on}: {words}", [], statement.evidence
        )

    def next_step(self, step: NextStep) -> list[TextLine]:
        by = and_list(self._countries(step.by))
        when = day_words(step.when) if step.when else ""
        head = ", ".join(filter(None, [step.kind, by, when]))
        return self.entry(f"{head}: {quoted(step.text)}", [], step.evidence)

    def outcome(self, outcome: Outcome) -> list[TextLine]:
        by = and_list(self._countries(outcome.by))
        when = day_words(outcome.when) if outcome.when else ""
        head = ", ".join(filter(None, [EFFECTS[outcome.effect], by, when]))
        back = day_words(outcome.follows) if outcome.follows else "named in the text" if outcome.follows_text else ""
        return self.entry(
            f"{head}: {quoted(outcome.text)}",
            [("follows", back, ("follows_text", "follows", "follows_meeting"))],
            outcome.evidence,
        )

    def _countries(self, codes: Iterable[str]) -> list[str]:
        return [self.country_name(code) for code in codes]

    def _people(self, people: Sequence[Person]) -> str:
        return "; ".join(person_words(person, self.country_name) for person in people)

    def _date(self, meeting: Meeting) -> str:
        if not meeting.start and not meeting.when:
            return ""
        words = date_words(meeting.start, meeting.end) if meeting.start else f"some time in {clean(meeting.when or '')}"
        return f"{words}, from {quoted(meeting.date_text)}" if meeting.date_text else words

    def _asserted_by(self, who: str | None) -> str:
        if not who:
            return ""
        return self.country_name(who) if len(who) == 3 and who.isupper() else who


def _minutes(length: int | None) -> str:
    return f"{length} minutes" if length else ""


def _distinct(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence in the order of the text, each passage once."""
    return sorted({(item.start, item.end): item for item in evidence}.values())
