"""Issue sheets: for each topic its background, what each side has said of it, and what is owed.

A statement belongs to a topic if words that name the topic stand in its passage; a commitment has its topics from
the reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shuttle.analysis.owed import Owed
from shuttle.records.accounts import AreaAccount, StatementAccount
from shuttle.records.claims import Source
from shuttle.views.briefing.matter import Matter
from shuttle.views.briefing.promises import owed_rows
from shuttle.views.paper.model import Block, Line, Proof, Remark, Section, Table, facts, say, section
from shuttle.views.wording import capitalised, count, date_words, quoted, shortened

__all__ = ["sheets"]

_MOST_SHEETS = 20
_MOST_OWED = 4
_MOST_SAID = 3
_LONGEST = 280
_OVER = frozenset({"delivered", "superseded", "withdrawn", "expired"})
_HEADER = ("Owed", "By", "Where it stands", "Made", "Last evidence")


@dataclass(slots=True)
class _Topic:
    area: AreaAccount
    owed: list[Owed] = field(default_factory=list)
    said: dict[str, list[StatementAccount]] = field(default_factory=dict)

    @property
    def open(self) -> list[Owed]:
        return [item for item in self.owed if item.life not in _OVER]


def sheets(matter: Matter) -> Section | None:
    """Return a sheet for each topic on which something was said or promised, those of the last meeting first."""
    topics = _topics(matter)
    last = set(matter.state.last.about) if matter.state.last else set()

    def order(topic: _Topic) -> tuple[bool, int, str]:
        at_last = any(document in last for document, _ in topic.area.evidence)
        return not at_last, -len(topic.open), topic.area.name

    full = sorted((topic for topic in topics if topic.owed or topic.said), key=order)
    shown = full[:_MOST_SHEETS]
    others = [topic.area for topic in (*full[_MOST_SHEETS:], *(t for t in topics if not (t.owed or t.said)))]
    blocks: list[Block] = []
    if others:
        proofs = tuple(Proof(*area.evidence[0]) for area in others)
        blocks += facts([Line(say(f"Also named, without a sheet: {', '.join(area.name for area in others)}."), proofs)])
    return section("issues", "Issue sheets", blocks, [_sheet(matter, topic) for topic in shown])


def _topics(matter: Matter) -> list[_Topic]:
    topics = {area.name: _Topic(area) for area in matter.state.pair.areas if area.evidence}
    for item in matter.owed:
        for name in item.commitment.areas:
            if name in topics:
                topics[name].owed.append(item)
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for topic in topics.values():
        for document, passage in topic.area.evidence:
            spans.setdefault(document, []).append((passage.start, passage.end, topic.area.name))
    for statement in matter.state.pair.statements:
        for name in _named_in(statement, spans):
            side = statement.speaker.country or ""
            topics[name].said.setdefault(side, []).append(statement)
    return list(topics.values())


def _named_in(statement: StatementAccount, spans: dict[str, list[tuple[int, int, str]]]) -> set[str]:
    return {
        name
        for document, passage in statement.field("text").evidence
        for start, end, name in spans.get(document, ())
        if passage.start <= start and end <= passage.end
    }


def _sheet(matter: Matter, topic: _Topic) -> Section | None:
    state, name_of = matter.state, matter.wording.country_name
    key = f"issue-{topic.area.name.replace(' ', '-')}"
    blocks: list[Block] = [*facts([_background(topic.area, {s.document_id: s for s in state.pair.sources})])]
    lines: list[Line] = []
    silent: list[str] = []
    for code in state.pair.countries:
        said = sorted(topic.said.get(code, ()), key=_latest, reverse=True)
        lines += [_said(matter, statement) for statement in said[:_MOST_SAID]]
        if not said:
            silent.append(name_of(code))
    kept: list[Block] = [*facts(lines)]
    if silent:
        kept.append(Remark(say(f"No source gives words of {' or '.join(silent)} on this.")))
    parts: list[Section | None] = [section(f"{key}-said", "What each side has said", kept)]
    still = sorted(topic.open, key=lambda item: (item.follow.made or "", item.commitment.id), reverse=True)
    owed: list[Block] = []
    if still:
        rows = tuple(owed_rows(matter, still[:_MOST_OWED]))
        owed.append(Table(f"Owed on {topic.area.name}", _HEADER, rows))
    if len(still) > _MOST_OWED:
        owed.append(Remark(say(f"{len(still) - _MOST_OWED} more in the annex of commitments.")))
    if not still:
        over = "All that was promised on this is delivered or over." if topic.owed else "No source tells of a promise."
        owed.append(Remark(say(over)))
    parts.append(section(f"{key}-owed", "What is owed", owed))
    return section(key, capitalised(topic.area.name), blocks, parts)


def _background(area: AreaAccount, sources: dict[str, Source]) -> Line:
    """Return in how many documents the topic was named, and since when."""
    first: dict[str, Proof] = {}
    for document, passage in area.evidence:
        first.setdefault(document, Proof(document, passage))
    dated = sorted(name for name in first if name in sources and sources[name].published)
    dated.sort(key=lambda name: sources[name].published or "")
    when = ""
    if dated:
        start, end = sources[dated[0]].published, sources[dated[-1]].published
        when = (
            f", published {date_words(start)}" if start == end else f", from {date_words(start)} to {date_words(end)}"
        )
    ordered = [first[name] for name in (*reversed(dated), *(n for n in first if n not in dated))]
    return Line(say(f"Named in {count(len(first), 'document')}{when}."), tuple(ordered[:3]))


def _said(matter: Matter, statement: StatementAccount) -> Line:
    line = matter.wording.statement(statement)
    if statement.quoted:
        return line
    # On a sheet a reported sentence is enough.
    told = max((proof.evidence.quote for proof in line.proofs), key=len)
    head = line.text.split(": “", 1)[0]
    return Line(say(f"{head}: {quoted(shortened(told, _LONGEST))}"), line.proofs)


def _latest(statement: StatementAccount) -> tuple[str, bool, str]:
    days: Iterable[str] = (source.published for source in statement.sources if source.published)
    return statement.said_on or max(days, default=""), statement.quoted, statement.id
