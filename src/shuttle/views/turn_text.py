"""Whose turn it is, as lines for a terminal and as rows of a table of all pairs.

Every line about the world names the record that `shuttle show` opens, and the last host stands with its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from shuttle.analysis.cadence import PRESENT_GAP, PresentGap
from shuttle.analysis.counting import RULES, Count, Selection
from shuttle.analysis.encounters import Encounter
from shuttle.analysis.hosting import HostTally
from shuttle.analysis.reciprocity import HOME_TOWN
from shuttle.analysis.turns import TurnFigures
from shuttle.records.accounts import MeetingAccount
from shuttle.records.claims import Claim, Source
from shuttle.records.findings import Person
from shuttle.views.record import source_words
from shuttle.views.text_lines import TextLine, context_line, quote_line
from shuttle.views.values import value_words
from shuttle.views.wording import (
    CountryName,
    and_list,
    capitalised,
    clean,
    count,
    date_words,
    day_words,
    on_date,
    person_words,
    place_words,
)

__all__ = ["TABLE", "event_words", "present_gap_lines", "rule_lines", "times", "turn_lines", "turn_rows"]

TABLE = ("Pair", "Last", "Hosted last", "Hosted", "Turn", "Days since", "Rank of that gap", "Id")
_MOST = 12


def turn_lines(found: TurnFigures, texts: Mapping[str, str], country_name: CountryName) -> Iterator[TextLine]:
    """Yield the lines.

    Args:
        found: the figures of a pair.
        texts: the text of each document by its id; words of others are shown without their context.
        country_name: from an alpha-3 code to a name.
    """
    one, other = map(country_name, found.selection.pair)
    yield TextLine("title", 0, f"{one} and {other}: whose turn it is, as of {day_words(found.as_of)}")
    yield from rule_lines(found.selection, country_name)
    yield TextLine("blank", 0, "")
    yield from _turn(found, texts, country_name)
    for tally in found.tallies:
        yield from _tally(tally, country_name)
    abroad = [one for one in found.selection.encounters if not one.in_person or one.at_home not in found.selection.pair]
    if abroad:
        yield TextLine("entry", 0, f"Hosted by neither of the two: {count(len(abroad), 'meeting')}")
        yield from _listed(abroad, country_name)
    if found.present:
        yield from present_gap_lines(found.present)
        if found.known_to and found.known_to.published and found.known_to.published < found.as_of:
            latest = f"{found.known_to.document_id}, {day_words(found.known_to.published)}"
            yield TextLine("note", 1, f"No document about their meetings is later than {latest}.")
    yield from _kinds(found, texts, country_name)
    yield from _numbers(found, country_name)


def rule_lines(selection: Selection, country_name: CountryName) -> Iterator[TextLine]:
    """Yield by which rule was counted, who was taken for the present leaders, and what had to be left out."""
    rule = selection.rule
    yield TextLine("note", 0, f"Counted: {rule.sentence(country_name)} (rule {rule.id})")
    for country, names in selection.leaders:
        who = clean(max(names, key=len)) if names else "named by no source, so that nothing counts"
        yield TextLine("note", 0, f"Leader of {country_name(country)}, by the last record that names one: {who}")
    if selection.unknown:
        left = and_list(one.id for one in selection.unknown[:_MOST])
        more = f" and {len(selection.unknown) - _MOST} more" if len(selection.unknown) > _MOST else ""
        yield TextLine("note", 0, f"Left out, since no source says who led the other side then: {left}{more}")


def turn_rows(found: Iterable[TurnFigures], country_name: CountryName) -> list[tuple[str, ...]]:
    """Return one row of words for each pair, under `TABLE`."""
    rows: list[tuple[str, ...]] = []
    for figures in found:
        last = figures.last
        if last is None:
            continue
        one, other = figures.tallies
        present = figures.present
        host = last.at_home if last.in_person else None
        rows.append(
            (
                " – ".join(map(country_name, figures.selection.pair)),
                date_words(last.start, last.end),
                country_name(host) if host in figures.selection.pair else "neither",
                f"{one.country} {one.count}, {other.country} {other.count}",
                country_name(figures.turn.country) if figures.turn.country else "not known",
                _days(present) if present else "",
                _rank(present) if present else "",
                last.id,
            )
        )
    return rows


def event_words(encounter: Encounter, country_name: CountryName) -> str:
    """Return an encounter in words: when, where, who.

    A meeting names everybody who leads a party; a visit of which no meeting is known its visitor.
    """
    when = on_date(encounter.start, encounter.end)
    if encounter.meetings:
        meeting = encounter.meetings[0]
        where = f", {place_words(meeting.place, country_name)}" if meeting.place else ""
        names = [name for code in sorted(encounter.countries) for name in encounter.named(code)[:1]]
        return f"{when}{where}{_forum(encounter)}" + (f", {and_list(map(clean, names))}" if names else "")
    visit = encounter.visits[0]
    kind = f"{visit.visit_class} visit" if visit.visit_class else "visit"
    who = Person(visit.person.name, visit.person.office, visit.person.country or visit.from_country)
    return f"{when}, {kind} of {person_words(who, country_name)}{_forum(encounter)}"


def times(number: int) -> str:
    """Return how often in words.

    >>> times(1), times(3)
    ('once', '3 times')
    """
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def present_gap_lines(present: PresentGap) -> Iterator[TextLine]:
    """Yield how long ago the last one was, and whether that is long for the pair."""
    days = _days(present)
    yield TextLine("entry", 0, f"{days} since the last one ({present.since.id})")
    if present.abstained:
        yield TextLine("detail", 1, f"whether that is long for this pair is not said: {present.abstained}")
        return
    yield TextLine(
        "detail",
        1,
        f"{present.verdict} for this pair: longer than {present.shorter} of {present.past} past gaps "
        f"(percentile {present.percentile:g})",
    )
    yield TextLine("note", 1, PRESENT_GAP)


def _turn(found: TurnFigures, texts: Mapping[str, str], country_name: CountryName) -> Iterator[TextLine]:
    turn = found.turn
    if turn.country is None:
        yield TextLine("entry", 0, "Turn: nobody's, since neither has hosted the other yet under this rule")
        return
    host = next(code for code in found.selection.pair if code != turn.country)
    last = next(one for one in reversed(found.selection.encounters) if turn.last and one.id == turn.last.id)
    yield TextLine("entry", 0, f"Turn: {country_name(turn.country)}, since {country_name(host)} hosted last")
    yield TextLine("detail", 1, f"{last.id}: {event_words(last, country_name)}")
    yield from _words(last, turn.claims, texts, country_name)


def _words(
    encounter: Encounter, claims: Sequence[Claim], texts: Mapping[str, str], country_name: CountryName
) -> Iterator[TextLine]:
    """Yield the words of the first source of each field among ``claims``."""
    shown = set()
    fields = set()
    for claim in claims:
        if claim.field in fields or not claim.evidence:
            continue
        fields.add(claim.field)
        item = claim.evidence[0]
        if (claim.document_id, item.start, item.end) in shown:
            continue
        shown.add((claim.document_id, item.start, item.end))
        source = encounter.account.source(claim.document_id)
        yield TextLine("note", 2, f"{claim.document_id}: {source_words(source, country_name)}")
        text = texts.get(claim.document_id)
        yield context_line(2, item, text) if text is not None else quote_line(2, item)


def _tally(tally: HostTally, country_name: CountryName) -> Iterator[TextLine]:
    last = tally.encounters[-1] if tally.encounters else None
    when = f", last {on_date(last.start, last.end)}" if last else ""
    yield TextLine("entry", 0, f"{country_name(tally.country)} hosted: {times(tally.count)}{when}")
    yield from _listed(tally.encounters, country_name)


def _listed(found: Sequence[Encounter], country_name: CountryName) -> Iterator[TextLine]:
    """Yield the encounters, the latest first, as many as a reader looks at."""
    for encounter in list(reversed(found))[:_MOST]:
        yield TextLine("detail", 1, f"{encounter.id}: {event_words(encounter, country_name)}")
    if len(found) > _MOST:
        left = f"{len(found) - _MOST} earlier ones, from {date_words(found[0].start)} on"
        yield TextLine("note", 1, f"{left}; `--json` has them all")


def _days(present: PresentGap) -> str:
    return count(present.days, "day") if present.days is not None else f"about {count(present.about_days, 'day')}"


def _rank(present: PresentGap) -> str:
    if present.abstained:
        return "too few"
    return f"{present.verdict} ({present.shorter} of {present.past} shorter)"


def _kinds(found: TurnFigures, texts: Mapping[str, str], country_name: CountryName) -> Iterator[TextLine]:
    hosted = [one for tally in found.tallies for one in tally.encounters]
    if not hosted:
        return
    yield TextLine("blank", 0, "")
    yield TextLine("heading", 0, "Like for like")
    classed = {one.id for kind in found.kinds if kind.name != HOME_TOWN for _, some in kind.received for one in some}
    for kind in found.kinds:
        parts = [f"{country_name(code)} {times(len(some))}" for code, some in kind.received]
        turn = f"; next: {country_name(kind.turn)}" if kind.turn else ""
        label = "At a home town" if kind.name == HOME_TOWN else f"{capitalised(kind.name)} visits"
        yield TextLine("entry", 1, f"{label}: received by {' and by '.join(parts)}{turn}")
        for encounter in sorted((one for _, some in kind.received for one in some), key=lambda one: one.start)[-3:]:
            yield TextLine("detail", 2, f"{encounter.id}: {event_words(encounter, country_name)}")
            for document, item in kind.words.get(encounter.id, ())[:1]:
                text = texts.get(document)
                yield TextLine("note", 3, f"{document}: {source_words(_source(encounter, document), country_name)}")
                yield context_line(3, item, text, 0) if text is not None else quote_line(3, item)
    unknown = len(hosted) - len(classed)
    if unknown:
        yield TextLine("note", 1, f"Class of the visit: no source states it for {_part(unknown, len(hosted))}.")
    home = next((kind for kind in found.kinds if kind.name == HOME_TOWN), None)
    silent = len(hosted) - (sum(len(some) for _, some in home.received) if home else 0)
    if silent:
        yield TextLine("note", 1, f"Home town: no source says so, or that it is not, for {_part(silent, len(hosted))}.")


def _part(some: int, of: int) -> str:
    return f"{some} of the {of}" if some < of else "any of them" if of > 1 else "it"


def _source(encounter: Encounter, document: str) -> Source:
    return next(account.source(document) for account in encounter.accounts if document in account.document_ids)


def _numbers(found: TurnFigures, country_name: CountryName) -> Iterator[TextLine]:
    """Yield which number the last one has under every rule, and what sources count it as."""
    if found.numbered is None or not found.numbers:
        return
    yield TextLine("blank", 0, "")
    last = found.numbered
    yield TextLine("heading", 0, "Which number the last one has, by every rule")
    yield TextLine("detail", 0, f"{last.id}: {event_words(last, country_name)}")
    account = last.account
    if isinstance(account, MeetingAccount):
        for claim in account.field("ordinal").all_claims:
            said = value_words("ordinal", claim.value, country_name)
            source = account.source(claim.document_id)
            yield TextLine("detail", 1, f"{said} by {claim.document_id}: {source_words(source, country_name)}")
            for item in claim.evidence[:1]:
                yield quote_line(2, item)
    for what in RULES:
        mine = [one for one in found.numbers if one.rule == what]
        if mine:
            yield TextLine("entry", 1, f"{what}: visits and meetings of leaders, {RULES[what]}")
        for one in mine:
            number = value_words("ordinal", one.number, country_name)
            yield TextLine("detail", 2, f"{number} {_whom(one, country_name)} ({one.counting.id})")


def _whom(one: Count, country_name: CountryName) -> str:
    if one.scope == "office":
        return "on record, whoever held the two offices"
    if one.scope == "person":
        return "of the same two leaders"
    return f"of the same leader of {country_name(one.scope)}, whoever led the other country"


def _forum(encounter: Encounter) -> str:
    return f", beside {clean(encounter.forum)}" if encounter.forum else ""
