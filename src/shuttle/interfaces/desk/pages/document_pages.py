"""A document: its text with every finding in place, and the record beside it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from shuttle.errors import UnknownRecordError
from shuttle.interfaces.desk.asking import Book
from shuttle.interfaces.desk.links import here
from shuttle.interfaces.desk.templating import page
from shuttle.ledger.search_index import kind_of
from shuttle.lexicons.countries import country_name
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, Finding, Meeting, NextStep, Outcome, Statement, Visit
from shuttle.records.readings import Reading
from shuttle.views.passages import Mark, marked, parts
from shuttle.views.wording import EFFECTS, and_list, capitalised, clean, date_words, headline, person_words, shortened

__all__ = ["router"]

router = APIRouter()
# Code points of text on one page, and findings beside it.
_PART = 24_000
_MOST_WORDS = 160
_LETTERS = {"meeting": "M", "visit": "V", "commitment": "C", "statement": "S", "next_step": "N", "outcome": "O"}


@dataclass(frozen=True, slots=True)
class Beside:
    """A finding in the list beside the text.

    Attributes:
        name: letter and number, as it stands in the text.
        first: the first words, for a link to them.
        elsewhere: the part of the text, from 1, in which it stands, if that is not the one shown.
    """

    name: str
    kind: str
    title: str
    detail: str
    finding: Finding
    account: str | None
    first: Evidence | None
    elsewhere: int | None


@router.get("/documents/{name}")
def document(request: Request, book: Book, name: str, at: str = "", quote: str = "", part: int = 1) -> Response:
    """Show a document; with ``at`` and ``quote`` the part in which those words stand, and the words marked."""
    try:
        reading = book.reading(name)
    except UnknownRecordError:
        # The beginning of an id, or a document that was withdrawn: its history is what is left to show.
        if not name.startswith("d-") or not book.history(name):
            raise
        return RedirectResponse(f"/history/{name}", 303)
    text = reading.document.text
    span, in_place = here(text, at, quote) if at or quote else (None, True)
    spans = parts(text, _PART)
    if span:
        part = next(number for number, (_, end) in enumerate(spans, 1) if span[0] < end)
    part = min(max(1, part), len(spans))
    start, end = spans[part - 1]
    numbered = list(_numbered(reading))
    homes = book.glances.homes(finding.id for _, finding in numbered)
    marks = [mark for label, finding in numbered for mark in _marks(label, finding)]
    if span:
        marks.append(Mark(span[0], span[1], "", "here"))
    return page(
        request,
        "document",
        document=reading.document,
        title=headline(reading.document.title, text),
        reader=reading.reader,
        paragraphs=marked(text, marks, start, end),
        labelled=_labelled(numbered, start),
        beside=[_beside(label, finding, homes, spans, part) for label, finding in numbered],
        areas=reading.areas,
        issues=reading.issues,
        part=part,
        parts_total=len(spans),
        span=span,
        in_place=in_place,
        asked=bool(at or quote),
        head=book.glances.head(),
    )


def _numbered(reading: Reading) -> list[tuple[str, Finding]]:
    """Return the findings with their labels, in the order of the text, each kind numbered for itself."""
    counts: dict[str, int] = {}
    found = []
    for finding in sorted(reading.findings(), key=lambda one: first.start if (first := _first(one)) else 0):
        kind = kind_of(finding)
        counts[kind] = counts.get(kind, 0) + 1
        found.append((f"{_LETTERS[kind]}{counts[kind]}", finding))
    return found


def _labelled(numbered: list[tuple[str, Finding]], start: int) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return the labels, each with its kind, that stand where the words of a finding first begin, from ``start`` on."""
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for label, finding in numbered:
        begins = [item.start for item in finding.evidence]
        if begins and min(begins) >= start:
            found[min(begins)] = (*found.get(min(begins), ()), (label, kind_of(finding)))
    return found


def _first(finding: Finding) -> Evidence | None:
    whole = [item for item in finding.evidence if item.field is None]
    return min(whole or finding.evidence, key=lambda item: item.start, default=None)


def _marks(label: str, finding: Finding) -> list[Mark]:
    kind = kind_of(finding)
    passages = {(item.start, item.end) for item in finding.evidence}
    if isinstance(finding, Meeting):
        passages |= {(item.start, item.end) for session in finding.sessions for item in session.evidence}
    return [Mark(start, end, label, kind) for start, end in passages]


def _beside(label: str, finding: Finding, homes: dict[str, str], spans: list[tuple[int, int]], part: int) -> Beside:
    first = _first(finding)
    place = next((n for n, (_, end) in enumerate(spans, 1) if first and first.start < end), part)
    title, detail = _words(finding)
    return Beside(
        label,
        kind_of(finding),
        capitalised(title),
        detail,
        finding,
        homes.get(finding.id),
        first,
        place if place != part else None,
    )


def _words(finding: Finding) -> tuple[str, str]:
    if isinstance(finding, Meeting):
        parties = and_list(map(country_name, finding.countries)) or "parties not named"
        main = "main meeting of" if finding.main else "meeting of"
        when = date_words(finding.start, finding.end) if finding.start else ""
        where = clean(finding.place.name) if finding.place else ""
        return f"{main} {parties}", ", ".join(part for part in (when, where, finding.status) if part)
    if isinstance(finding, Visit):
        when = date_words(finding.start, finding.end) if finding.start else ""
        kind = f"{finding.visit_class} visit" if finding.visit_class else "visit"
        return (
            f"{kind} to {country_name(finding.to_country)}",
            ", ".join(part for part in (person_words(finding.person, country_name), when, finding.status) if part),
        )
    if isinstance(finding, Commitment):
        by = and_list(map(country_name, finding.by)) or "parties not named"
        return f"{finding.strength}: {by}", shortened(finding.action, _MOST_WORDS)
    if isinstance(finding, Statement):
        how = "said" if finding.quoted else "reported to have said"
        return f"{person_words(finding.speaker, country_name)} {how}", shortened(finding.text, _MOST_WORDS)
    if isinstance(finding, Outcome):
        return f"outcome: {EFFECTS[finding.effect]}", shortened(finding.text, _MOST_WORDS)
    step: NextStep = finding
    when = f", {date_words(step.when)}" if step.when else ""
    return f"next step: {step.kind}{when}", shortened(step.text, _MOST_WORDS)
