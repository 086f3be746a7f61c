"""The factual lines of a brief: each is made from an account, with the words that prove it.

In:   accounts of meetings, visits, commitments, statements, next steps.
Out:  `Line`s. A detail that no source gives is left out; a line that no source proves is not made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from shuttle.analysis.differences import Difference
from shuttle.analysis.encounters import coincide
from shuttle.ledger.names import names_a_venue
from shuttle.records.accounts import (
    Account,
    CommitmentAccount,
    MeetingAccount,
    NextStepAccount,
    PersonAccount,
    StatementAccount,
    VisitAccount,
)
from shuttle.records.claims import VALUE_RULES, Claim, Source
from shuttle.views.paper.model import Line, Proof, Run, proofs_of, say, strong
from shuttle.views.values import field_label, value_words
from shuttle.views.wording import (
    CountryName,
    and_list,
    capitalised,
    date_words,
    day_words,
    on_date,
    person_words,
    place_words,
    publisher_words,
    quoted,
    shortened,
)

__all__ = ["SESSION_NAMES", "Wording", "coincide", "occasion", "proofs"]

SESSION_NAMES = {
    "one-on-one": "a one-on-one meeting",
    "small-group": "a small-group meeting",
    "expanded": "an expanded meeting",
    "lunch": "a lunch",
    "dinner": "a dinner",
    "banquet": "a banquet",
    "tea": "tea",
    "press conference": "a press conference",
    "signing ceremony": "a signing ceremony",
    "cultural visit": "a cultural visit",
    "welcome ceremony": "a welcome ceremony",
}
_LONGEST_REPORT = 400
_FEWEST_WORDS = 4
_VERBS = {"in person": "met", "phone": "spoke by telephone", "video": "met by video link", None: "met"}


def proofs(account: Account, *fields: str) -> tuple[Proof, ...]:
    """Return the words of the best claim of each of ``fields``, or the account's first words if they have none."""
    found: list[Proof] = []
    for name in fields:
        for claim in account.field(name).claims[:1]:
            found += proofs_of([claim])[:2]
    if not found:
        found = list(proofs_of(account.claims()))[:1]
    return tuple(dict.fromkeys(found))


def occasion(event: MeetingAccount | VisitAccount, country_name: CountryName) -> str:
    """Return when and where an event is or was, for a heading."""
    where = ""
    if isinstance(event, MeetingAccount):
        where = place_words(event.place, country_name) if event.place else ""
        if not where and event.host:
            where = country_name(event.host)
        if not where and event.mode in ("phone", "video"):
            where = "by telephone" if event.mode == "phone" else "by video link"
    else:
        where = country_name(event.to_country)
    return ", ".join(part for part in (date_words(event.start, event.end), where) if part)


@dataclass(frozen=True, slots=True)
class Wording:
    """How a brief on some countries words its lines.

    Attributes:
        pair: the countries it is about, which a line need not name when it is about both.
        country_name: from an alpha-3 code to a name.
    """

    pair: tuple[str, str]
    country_name: CountryName

    def event_row(self, event: MeetingAccount | VisitAccount, gap: str, visits: Sequence[VisitAccount] = ()) -> Line:
        """Return a row of the table of visits and meetings; its proofs are those of date, place, host and forum.

        Args:
            event: a meeting, or a visit at which no meeting is known.
            gap: days since the one before it, in words.
            visits: journeys that the meeting was the occasion of.
        """
        if isinstance(event, VisitAccount):
            cells = (
                date_words(event.start, event.end),
                self.country_name(event.to_country),
                "",
                person_words(event.person, self.country_name),
                self._visit_kind(event) + self._status(event) + self._beside(event),
                gap,
            )
            return Line.row(cells, proofs(event, "person", "to_country", "start", "forum"))
        place = place_words(event.place, self.country_name) if event.place else ""
        kind = ", ".join(filter(None, [self.meeting_kind(event), *event.formats]))
        if any(visit.visit_class for visit in visits):
            kind += f" ({and_list(dict.fromkeys(self._visit_kind(v) for v in visits if v.visit_class))})"
        cells = (
            date_words(event.start, event.end),
            place,
            self.country_name(event.host) if event.host else "",
            self._who(event),
            kind + self._status(event) + self._beside(event),
            gap,
        )
        evidence = proofs(event, "start", "place", "host", "people", "forum", "formats")
        return Line.row(cells, evidence)

    def met(self, meeting: MeetingAccount) -> Line:
        """Return the sentence that two or more met, where, when and with whom as host."""
        people = [person_words(entry.person, self.country_name) for entry in self.heads(meeting)]
        # Of one alone it cannot be said that they met.
        who = and_list(people) if len(people) > 1 else and_list(map(self.country_name, meeting.countries))
        text = f"{who} {_VERBS[meeting.mode]}"
        if meeting.place:
            at = "at" if names_a_venue(meeting.place.name) else "in"
            text += f" {at} {place_words(meeting.place, self.country_name)}"
        if meeting.start:
            text += f" {on_date(meeting.start, meeting.end)}"
        if meeting.forum:
            text += f", beside the {meeting.forum}"
        if meeting.host:
            text += f"; {self.country_name(meeting.host)} was host"
        return Line(say(f"{text}."), proofs(meeting, "people", "start", "place", "host", "forum"))

    def course(self, meeting: MeetingAccount) -> Iterator[Line]:
        """Yield when a meeting began, how long it took, its parts, and how each source counts it."""
        yield from self.began(meeting)
        yield from self._parts(meeting)
        yield from self.counted(meeting)

    def counted(self, meeting: MeetingAccount) -> Iterator[Line]:
        """Yield how each source counts a meeting."""
        ordinals = meeting.field("ordinal").all_claims
        if ordinals:
            counted = "; ".join(
                f"{value_words('ordinal', number, self.country_name)} by {self._sources(meeting, claims)}"
                for number, claims in _by_value(ordinals)
            )
            yield Line(say(f"Counted as the {counted}."), proofs_of(ordinals))

    def began(self, meeting: MeetingAccount) -> Iterator[Line]:
        """Yield when a meeting began and how long it took; or begins and takes, if it is still to come."""
        if meeting.start_time or meeting.duration:
            held = meeting.status == "held"
            begins = (
                f"{'began' if held else 'is to begin'} at {meeting.start_time} (local time)"
                if meeting.start_time
                else ""
            )
            length = f"{'lasted' if held else 'is to last'} {meeting.duration} minutes" if meeting.duration else ""
            fields = [name for name in ("start_time", "duration_minutes") if meeting.value(name)]
            also = self._also(meeting, "duration_minutes")
            yield Line(say(f"It {and_list(filter(None, [begins, length]))}{also}."), proofs(meeting, *fields))

    def statement(self, statement: StatementAccount) -> Line:
        """Return what somebody said, in their words or as reported."""
        who = person_words(statement.speaker, self.country_name)
        evidence = proofs(statement, "text", "speaker")
        on = f", {day_words(statement.said_on)}" if statement.said_on else ""
        if statement.quoted:
            return Line(say(f"{who}{on}: {quoted(statement.text)}"), evidence)
        # A reported clause reads as a fragment; the document's own sentence says it best.
        told = max((proof.evidence.quote for proof in evidence), key=len)
        return Line(say(f"{who}{on}, as reported: {quoted(shortened(told, _LONGEST_REPORT))}"), evidence)

    def action(self, commitment: CommitmentAccount, most: int | None = None) -> str:
        """Return what is promised in the source's words, in quotation marks, cut at ``most`` characters.

        Words too few to tell what is meant ("bring back") are given as the passage that they stand in.
        """
        told = commitment.action
        if len(told.split()) < _FEWEST_WORDS:
            told = max((told, *(proof.evidence.quote for proof in proofs(commitment, "action"))), key=len)
        return quoted(shortened(told, most) if most else told)

    def commitment(self, commitment: CommitmentAccount, most: int | None = None) -> Line:
        """Return what was agreed: who, how firmly, what, on which areas, and who says so.

        Args:
            most: characters of the promise, for a page that must be short; the areas are left out there.
        """
        who = and_list(map(self.country_name, commitment.by)) or "The parties"
        runs: list[str | Run] = [f"{who} — ", strong(commitment.strength), f": {self.action(commitment, most)}"]
        if commitment.deadline:
            runs.append(f", by {day_words(commitment.deadline)}")
        runs.append(".")
        if commitment.areas and not most:
            runs.append(f" Areas: {', '.join(commitment.areas)}.")
        runs.append(f" According to {self.names(commitment.sources)}")
        if commitment.asserted_by:
            runs.append(f", citing {value_words('asserted_by', commitment.asserted_by, self.country_name)}")
        runs.append(".")
        return Line(say(*runs), self.each_source(commitment, "action"))

    def next_step(self, step: NextStepAccount) -> Line:
        """Return what is to happen next."""
        head = [step.kind if step.kind != "other" else "step", and_list(map(self.country_name, step.by))]
        when = f", {day_words(step.when)}" if step.when else ""
        label = capitalised(", ".join(part for part in head if part))
        return Line(say(f"{label}{when}: {quoted(step.text)}"), proofs(step, "text", "when"))

    def planned(self, event: MeetingAccount | VisitAccount) -> Line:
        """Return an event that is planned, proposed, postponed or cancelled."""
        if isinstance(event, VisitAccount):
            what = f"{self._visit_kind(event)} of {person_words(event.person, self.country_name)}"
            fields = ("status", "person", "to_country", "start")
        else:
            what = f"{self.meeting_kind(event)} of {and_list(map(self.country_name, event.countries))}"
            fields = ("status", "countries", "start", "place")
        beside = f", beside the {event.forum}" if event.forum else ""
        told = f": {what}, {occasion(event, self.country_name)}{beside}."
        return Line(say(strong(capitalised(event.status)), told), proofs(event, *fields))

    def difference_rows(self, difference: Difference) -> Iterator[Line]:
        """Yield a row for each value that some source gives to a field on which sources differ."""
        name = difference.field.field
        reason = VALUE_RULES[difference.field.rule]
        for number, version in enumerate(difference.versions):
            label = capitalised(field_label(name)) if number == 0 else ""
            value = value_words(name, version.value, self.country_name)
            used = f"yes: {reason[0].lower()}{reason[1:].rstrip('.')}" if number == 0 else "no"
            cells = [label, value, self.names(version.sources), used]
            yield Line.row(cells, proofs_of(version.claims))

    def _parts(self, meeting: MeetingAccount) -> Iterator[Line]:
        told = [session.format for session in meeting.sessions]
        for session in meeting.sessions:
            details = [
                f"from {session.start_time.value}" if session.start_time.value else "",
                f"{session.duration_minutes.value} minutes" if session.duration_minutes.value else "",
            ]
            text = ", ".join(filter(None, [SESSION_NAMES[session.format], *details]))
            evidence = proofs_of(session.claims)[:2]
            if evidence:
                yield Line(say(f"{capitalised(text)}."), evidence)
        rest = [name for name in meeting.formats if name not in told]
        evidence = proofs_of(meeting.field("formats").claims)
        if rest and evidence:
            parts = and_list(SESSION_NAMES[name] for name in rest)
            yield Line(say(f"{'Also' if told else 'There was'} {parts}."), evidence)

    def _also(self, account: Account, field: str) -> str:
        others = list(dict.fromkeys(value_words(field, claim.value, str) for claim in account.field(field).differing))
        return f" ({and_list(others)} by other accounts)" if others else ""

    def _sources(self, account: Account, claims: Iterable[Claim]) -> str:
        ids = dict.fromkeys(claim.document_id for claim in claims)
        return self.names([account.source(document_id) for document_id in ids])

    def names(self, sources: Sequence[Source]) -> str:
        """Return who published ``sources``, each once."""
        return and_list(dict.fromkeys(publisher_words(source, self.country_name) for source in sources))

    def each_source(self, account: Account, field: str) -> tuple[Proof, ...]:
        """Return one passage of every source that words ``field``, the best source's first."""
        first: dict[str, Proof] = {}
        for proof in proofs_of(account.field(field).all_claims):
            first.setdefault(proof.document_id, proof)
        return tuple(first.values()) or proofs(account, field)

    def heads(self, meeting: MeetingAccount) -> list[PersonAccount]:
        """Return who led each party, or everybody if that is not known of all."""
        heads: dict[str | None, PersonAccount] = {}
        for entry in meeting.people:
            if entry.country in meeting.countries:
                heads.setdefault(entry.country, entry)
        return list(heads.values()) if len(heads) == len(meeting.countries) else list(meeting.people)

    def _who(self, meeting: MeetingAccount) -> str:
        people = [entry.name or entry.office or "" for entry in self.heads(meeting)]
        others = [self.country_name(code) for code in meeting.countries if code not in self.pair]
        who = ", ".join(filter(None, people))
        return ", ".join(filter(None, [who, f"with {and_list(others)}" if others and not people else ""]))

    def meeting_kind(self, meeting: MeetingAccount) -> str:
        """Return what to call a meeting: a summit, a ministers' meeting, a telephone call."""
        kind = {"phone": "telephone call", "video": "video call"}.get(meeting.mode or "", "meeting")
        if meeting.level == "leaders" and kind == "meeting":
            return "summit"
        return f"{_LEVELS.get(meeting.level or '', '')} {kind}".strip()

    def _visit_kind(self, visit: VisitAccount) -> str:
        return f"{visit.visit_class} visit" if visit.visit_class else "visit"

    def _status(self, event: MeetingAccount | VisitAccount) -> str:
        return "" if event.status == "held" else f" — {event.status}"

    def _beside(self, event: MeetingAccount | VisitAccount) -> str:
        return f"; beside {event.forum}" if event.forum else ""


_LEVELS = {"ministers": "ministers'", "vice-ministers": "vice-ministers'", "working": "working-level"}


def _by_value(claims: Iterable[Claim]) -> list[tuple[Any, list[Claim]]]:
    """Group claims by their value, in order of first mention."""
    groups: dict[Any, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.value, []).append(claim)
    return list(groups.items())
