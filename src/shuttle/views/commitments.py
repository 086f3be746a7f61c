"""Commitments with what came of them: as lines for a terminal and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shuttle.analysis.owed import Owed
from shuttle.ledger.following import Link
from shuttle.records.judgements import Judgement
from shuttle.views.account_json import commitment_json, evidence_json
from shuttle.views.text_lines import TextLine, context_line, quote_line
from shuttle.views.wording import CountryName, and_list, capitalised, clean, count, date_words, quoted, shortened

__all__ = ["owed_json", "owed_lines"]


def owed_lines(found: Iterable[Owed], texts: Mapping[str, str], country_name: CountryName) -> Iterator[TextLine]:
    """Yield the lines for each commitment: who is bound to what, where it stands, and the words at each link.

    Args:
        found: in the order to be shown.
        texts: the text of each document by its id; words of others are shown without their context.
        country_name: from an alpha-3 code to a name.
    """
    for number, item in enumerate(found):
        if number:
            yield TextLine("blank", 0, "")
        commitment, follow = item.commitment, item.follow
        by = and_list(map(country_name, commitment.by)) or "parties not named"
        yield TextLine("title", 0, f"{by} {commitment.strength}: {quoted(shortened(commitment.action, 160))}")
        made = f", made {date_words(follow.made)}" if follow.made else ""
        age = f", {count(follow.age, 'day')} old" if follow.age is not None else ""
        yield TextLine("note", 0, f"{commitment.id}{made}{age}")
        said = f" (judged by {clean(item.life_by.by)}, entry {item.life_by.entry})" if item.life_by else ""
        silence = f"; {follow.silence}" if follow.silence else ""
        yield TextLine("entry", 1, f"{capitalised(item.life)}{said}{silence}")
        if commitment.areas:
            yield TextLine("detail", 1, f"areas: {', '.join(map(clean, commitment.areas))}")
        if commitment.deadline:
            yield TextLine("detail", 1, f"due: {date_words(commitment.deadline)}")
        if commitment.asserted_by:
            asserted = commitment.asserted_by
            told = country_name(asserted) if len(asserted) == 3 and asserted.isupper() else clean(asserted)
            yield TextLine("detail", 1, f"asserted by: {told}")
        for link in follow.links:
            yield from _link_lines(link, texts, f"{_when(link)}{link.relation} ({link.standing})")
        for judgement in item.links:
            yield TextLine("detail", 1, _judged_words(judgement))
        for judgement in item.assessments:
            yield TextLine("detail", 1, _assessed_words(judgement))
        for link in follow.proposed:
            yield from _link_lines(link, texts, f"{_when(link)}proposed: {link.relation}, score {link.score:.2f}")


def owed_json(item: Owed) -> dict[str, Any]:
    """Return a commitment with what came of it as JSON values."""
    follow = item.follow
    links = [*follow.links, *follow.proposed]
    return commitment_json(item.commitment) | {
        "parties": list(item.commitment.by),
        "life": item.life,
        "life_by": item.life_by.entry if item.life_by else None,
        "made": follow.made,
        "age_days": follow.age,
        "last_evidence": {"day": follow.last_day, "words": _words(follow.last_evidence)} if follow.last_day else None,
        "silence": follow.silence,
        "consultations": [_link_json(link) for link in links if link.target_kind != "outcome"],
        "outcomes": [_link_json(link) for link in links if link.target_kind == "outcome"],
        "judged_links": [_judgement_json(judgement) for judgement in item.links],
        "assessments": [_judgement_json(judgement) for judgement in item.assessments],
    }


def _when(link: Link) -> str:
    return f"{date_words(link.since)}: " if link.since else ""


def _link_lines(link: Link, texts: Mapping[str, str], head: str) -> Iterator[TextLine]:
    yield TextLine("detail", 1, f"{head}, {link.target_kind} {link.target}")
    for reason in link.reasons:
        yield TextLine("note", 2, clean(reason))
    for document, item in link.evidence:
        text = texts.get(document)
        yield context_line(2, item, text) if text is not None else quote_line(2, item)


def _judged_words(judgement: Judgement) -> str:
    reason = f": {clean(judgement.because)}" if judgement.because else ""
    target = ", ".join(judgement.sides[1][:2])
    return f"{judgement.recorded_at[:10]}: {target} judged {judgement.details['relation']} by {clean(judgement.by)}" + (
        f" (entry {judgement.entry}){reason}"
    )


def _assessed_words(judgement: Judgement) -> str:
    details = judgement.details
    score = details.get("score")
    parts = [f"score {score:+d}" if score else "score 0" if score == 0 else "no score"]
    if "completion" in details:
        parts.append(details["completion"])
    if "window" in details:
        parts.append(" to ".join(date_words(day) for day in details["window"]))
    reason = f": {clean(judgement.because)}" if judgement.because else ""
    told = f"assessed by {clean(judgement.by)} (entry {judgement.entry})"
    return f"{judgement.recorded_at[:10]}: {told}, {', '.join(parts)}{reason}"


def _link_json(link: Link) -> dict[str, Any]:
    return {
        "record": link.target,
        "kind": link.target_kind,
        "relation": link.relation,
        "standing": link.standing,
        "score": link.score,
        "reasons": list(link.reasons),
        "day": link.since,
        "words": _words(link.evidence),
    }


def _words(evidence: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    return [{"document": document, **evidence_json(item)} for document, item in evidence]


def _judgement_json(judgement: Judgement) -> dict[str, Any]:
    return {
        "entry": judgement.entry,
        "by": judgement.by,
        "recorded_at": judgement.recorded_at,
        "because": judgement.because,
        "records": list(judgement.sides[1]) if len(judgement.sides) > 1 else [],
        **judgement.details,
    }
