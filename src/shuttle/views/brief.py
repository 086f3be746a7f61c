"""The brief on two countries: what a desk officer hands on before a meeting, in the order of foreign ministries.

In:   where the pair stands on a day (`shuttle.analysis.state`), what is owed (`shuttle.analysis.owed`), and what is
      said of the brief itself.
Out:  a `Paper`, to be written in any of its formats.

Short where a minister reads, complete in the annexes. A section without content is left out, unless its absence tells
something: then it says so in a line. Headings, rules and remarks are Shuttle's; every statement about the world is a
`Line` and therefore proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from shuttle.analysis.owed import Owed
from shuttle.analysis.state import State
from shuttle.lexicons.anniversaries import Remembered
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.records.claims import Source
from shuttle.records.history import Mark
from shuttle.views.brief_lines import Wording
from shuttle.views.briefing.ahead import calendar
from shuttle.views.briefing.annexes import differences, gaps_annex, sources_annex
from shuttle.views.briefing.matter import Matter
from shuttle.views.briefing.opening import objectives, people, programme_section, summary
from shuttle.views.briefing.promises import commitments, commitments_annex, deliverables
from shuttle.views.briefing.relationship import events_annex, relationship
from shuttle.views.briefing.sheets import sheets
from shuttle.views.paper.model import Cover, Paper, Reference, Section, notes_for
from shuttle.views.wording import CountryName, clean, count, date_words, day_words, publisher_words

__all__ = ["ANNEXES", "SECTIONS", "Front", "Sense", "brief"]

Sense = Literal["today", "recorded", "entry", "published"]
_Maker = Callable[[Matter], Section | None]

_NO_MORE: Mapping[str, Sequence[Section]] = MappingProxyType({})

# The order of the paper; one more section is one more function here.
SECTIONS: tuple[_Maker, ...] = (
    summary,
    objectives,
    programme_section,
    people,
    relationship,
    sheets,
    commitments,
    differences,
    deliverables,
    calendar,
)
ANNEXES: tuple[_Maker, ...] = (events_annex, commitments_annex, sources_annex, gaps_annex)

_SENSES: dict[Sense, str] = {
    "today": "the ledger as it stands",
    "recorded": "the ledger as it stood at the end of that day (UTC), whatever was added, withdrawn or judged since",
    "entry": "the ledger as it stood right after the entry named below, whatever was added, withdrawn or judged since",
    "published": "the documents published by that day, as the ledger reads, joins and judges them today",
}


@dataclass(frozen=True, slots=True)
class Front:
    """What the cover says of the brief itself.

    Attributes:
        version: of Shuttle.
        sense: from what the brief speaks: the ledger today, as recorded by the end of the day, as it stood after an
            entry, or the documents published by the day.
        left_out: documents without a known day of publication, which a brief as published by a day leaves out.
        mark: the ledger's last entry, with the seal that covers all before it; None for an empty ledger.
        prepared_for: whom it is made for; None if not said.
        classification: the marking; None if none was given.
    """

    version: str
    sense: Sense = "today"
    left_out: int = 0
    mark: Mark | None = None
    prepared_for: str | None = None
    classification: str | None = None


def brief(
    state: State,
    owed: Iterable[Owed],
    front: Front,
    *,
    country_name: CountryName,
    objectives: Iterable[str] = (),
    forums: Sequence[ForumMeeting] = (),
    remembered: Sequence[Remembered] = (),
    more: Mapping[str, Sequence[Section]] = _NO_MORE,
) -> Paper:
    """Return the brief.

    Args:
        state: where the pair stands, and as of when: what is dated later is still to come.
        owed: where each of its commitments stands on that day.
        front: what the cover says.
        country_name: from an alpha-3 code to a name.
        objectives: as the desk gives them; lines to be filled in if there are none.
        forums: coming meetings of forums, in any order.
        remembered: days that the two countries share.
        more: what other views have to say, by the key of the section at whose end it stands: the table that compares
            both sides' accounts (``differences``), a proposed next meeting (``programme``).
    """
    wording = Wording(state.pair.countries, country_name)
    matter = Matter(state, tuple(owed), wording, tuple(objectives), forums, remembered)
    body = tuple(part for part in (make(matter) for make in SECTIONS) if part)
    back = [part for part in (make(matter) for make in ANNEXES) if part]
    made = (*body, *(_annex(letter, part) for letter, part in zip("ABCDEFGH", back, strict=False)))
    sections = tuple(replace(part, sections=(*part.sections, *more.get(part.key, ()))) for part in made)
    return Paper(
        cover=_cover(state, front, country_name),
        sections=sections,
        notes=notes_for(sections),
        references=tuple(_reference(n, source, country_name) for n, source in enumerate(state.pair.sources, 1)),
    )


def _annex(letter: str, part: Section) -> Section:
    return replace(part, title=f"Annex {letter}: {part.title}")


def _cover(state: State, front: Front, country_name: CountryName) -> Cover:
    one, other = map(country_name, state.pair.countries)
    stands = _SENSES[front.sense]
    if front.left_out and front.sense == "published":
        stands += f"; {count(front.left_out, 'document')} without a known day of publication left out"
    made = f"Shuttle {front.version}"
    if front.mark:
        seal = f", seal {front.mark.seal[:16]}" if front.mark.seal else ""
        made += f"; ledger entry {front.mark.entry}{seal}"
    rows = [
        ("For", front.prepared_for or ""),
        ("As of", day_words(state.as_of)),
        ("Speaks from", stands),
        ("Drawn from", _scope(state.pair.sources)),
        ("Made with", made),
    ]
    return Cover(
        title=f"{one} and {other}: brief",
        classification=clean(front.classification) if front.classification else None,
        rows=tuple((name, clean(value)) for name, value in rows if value),
        remark="Each line rests on the words in its footnotes; what no document says is not in it.",
    )


def _scope(sources: Sequence[Source]) -> str:
    if not sources:
        return "no document: the ledger holds none about the two countries"
    dated = sorted(source.published for source in sources if source.published)
    when = f", published {date_words(dated[0], dated[-1])}" if dated else ""
    return f"{count(len(sources), 'document')}{when}"


def _reference(number: int, source: Source, country_name: CountryName) -> Reference:
    inferred = " (date inferred)" if source.published_basis == "inferred" else ""
    return Reference(
        number=number,
        document_id=source.document_id,
        name=clean(source.title or source.source),
        titled=bool(source.title),
        publisher=publisher_words(source, country_name) if source.publisher else None,
        published=f"{day_words(source.published)}{inferred}" if source.published else None,
        where=clean(source.url or source.source),
        url=bool(source.url),
    )
