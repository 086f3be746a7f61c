"""Figures as JSON values for programs: every figure with its value, its rule and the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from shuttle.analysis.cadence import PRESENT_GAP, Cadence, PresentGap
from shuttle.analysis.counting import Count, CountingRule
from shuttle.analysis.encounters import Encounter
from shuttle.analysis.owed import Owed
from shuttle.analysis.reciprocity import HOME_TOWN, Kind
from shuttle.analysis.rhythm import Gap
from shuttle.analysis.scoring import SCORE_RULE, Score, Scorecard
from shuttle.analysis.turns import TurnFigures
from shuttle.records.claims import Claim
from shuttle.records.evidence import Evidence
from shuttle.views.commitments import owed_json
from shuttle.views.wording import CountryName

__all__ = ["cadence_json", "owed_figures_json", "turn_json"]

Json = dict[str, Any]


def turn_json(found: TurnFigures, country_name: CountryName) -> Json:
    """Return whose turn it is: the plain values first, then ``figures`` with the words behind each."""
    rule = _rule(found.selection.rule, country_name)
    figures = []
    for tally in found.tallies:
        figures.append(
            _figure("hosted", tally.count, rule, tally.encounters, _hosting(tally.encounters), country=tally.country)
        )
        last = tally.encounters[-1:]
        figures.append(
            _figure(
                "last_hosted",
                last[0].start if last else None,
                rule,
                last,
                (claim for one in last for claim in (*one.host_claims, *one.date_claims)),
                country=tally.country,
            )
        )
    turn = found.turn
    figures.append(
        _figure("turn", turn.country, rule, [turn.last.id] if turn.last else [], turn.claims, reason=turn.reason)
    )
    if found.present:
        figures.append(_present_figure(found.present, rule))
    return {
        "countries": list(found.selection.pair),
        "as_of": found.as_of,
        "rule": rule,
        "hosted": {tally.country: tally.count for tally in found.tallies},
        "last_hosted": {tally.country: tally.encounters[-1].start if tally.count else None for tally in found.tallies},
        "turn": turn.country,
        "reason": turn.reason,
        "counted": len(found.selection.encounters),
        "leaders": {country: list(names) for country, names in found.selection.leaders},
        "left_out": [one.id for one in found.selection.unknown],
        "kinds": [_kind_json(kind, rule) for kind in found.kinds],
        "last": {
            "record": found.numbered.id,
            "date": found.numbered.start,
            "numbers": [_count_json(count, country_name) for count in found.numbers],
        }
        if found.numbered
        else None,
        "latest_document": {"document": found.known_to.document_id, "published": found.known_to.published}
        if found.known_to
        else None,
        "figures": figures,
    }


def cadence_json(found: Cadence, country_name: CountryName) -> Json:
    """Return the rhythm of a pair."""
    rule = _rule(found.selection.rule, country_name)
    figures = [_figure("per_year", number, rule, *_of_year(found, year), year=year) for year, number in found.per_year]
    if found.longest:
        figures.append(_gap_figure("longest_silence", found.longest, rule))
    figures += [_gap_figure("gap", gap, rule) for gap in found.gaps]
    all_dates = [claim for one in found.selection.encounters for claim in one.date_claims]
    for name, value in (("mean_gap_days", found.mean), ("median_gap_days", found.median)):
        if value is not None:
            figures.append(_figure(name, round(value, 1), rule, found.selection.encounters, all_dates))
    if found.present:
        figures.append(_present_figure(found.present, rule))
    return {
        "countries": list(found.selection.pair),
        "as_of": found.as_of,
        "rule": rule,
        "counted": len(found.selection.encounters),
        "per_year": {str(year): number for year, number in found.per_year},
        "gaps": [_gap_json(gap) for gap in found.gaps],
        "longest_silence": _gap_json(found.longest) if found.longest else None,
        "mean_gap_days": _rounded(found.mean),
        "median_gap_days": _rounded(found.median),
        "present_gap": _present_json(found.present) if found.present else None,
        "eras": [
            {
                "leaders": dict(era.leaders),
                "by_table_of_office_holders": sorted(era.by_table),
                "counted": len(era.encounters),
                "first": era.encounters[0].start,
                "last": era.encounters[-1].start,
                "mean_gap_days": _rounded(era.mean),
                "median_gap_days": _rounded(era.median),
                "records": [one.id for one in era.encounters],
            }
            for era in found.eras
        ],
        "left_out": [one.id for one in found.selection.unknown],
        "figures": figures,
    }


def owed_figures_json(pair: Sequence[str], items: Sequence[Owed], card: Scorecard, as_of: str) -> Json:
    """Return what is owed: how many stand where, the averages, and every commitment with its words."""
    lives: dict[str, list[str]] = {}
    for item in items:
        lives.setdefault(item.life, []).append(item.commitment.id)
    return {
        "countries": list(pair),
        "as_of": as_of,
        "rule": {"id": "g7-research-group", "sentence": SCORE_RULE},
        "lives": {life: {"value": len(ids), "records": ids} for life, ids in sorted(lives.items())},
        "score": _score_json(card.overall),
        "parties": {
            score.name: _score_json(score)
            | {"lives": dict(Counter(item.life for item in items if score.name in item.commitment.by))}
            for score in card.parties
        },
        "areas": {score.name: _score_json(score) for score in card.areas},
        "commitments": [owed_json(item) for item in items],
    }


def _rule(rule: CountingRule, country_name: CountryName) -> Json:
    return {"id": rule.id, "count": rule.what, "by": rule.whom, "sentence": rule.sentence(country_name)}


def _figure(
    name: str, value: Any, rule: Json, records: Iterable[Encounter | str], claims: Iterable[Claim], **more: Any
) -> Json:
    return {
        "figure": name,
        **more,
        "value": value,
        "rule": {"id": rule["id"], "sentence": rule["sentence"]},
        "records": [one if isinstance(one, str) else one.id for one in records],
        "evidence": _evidence((claim.document_id, item) for claim in claims for item in claim.evidence),
    }


def _evidence(passages: Iterable[tuple[str, Evidence]]) -> list[Json]:
    return [
        {"document": document, "quote": item.quote, "start": item.start, "end": item.end}
        for document, item in dict.fromkeys(passages)
    ]


def _hosting(found: Iterable[Encounter]) -> Iterable[Claim]:
    for one in found:
        yield from one.host_claims
        yield from one.date_claims


def _of_year(found: Cadence, year: int) -> tuple[list[Encounter], list[Claim]]:
    here = [one for one in found.selection.encounters if one.start[:4] == str(year)]
    return here, [claim for one in here for claim in one.date_claims]


def _gap_json(gap: Gap) -> Json:
    return {"from": gap.earlier.id, "to": gap.later.id, "days": gap.days, "about_days": gap.about_days}


def _gap_figure(name: str, gap: Gap, rule: Json) -> Json:
    value = gap.days if gap.days is not None else gap.about_days
    return _figure(name, value, rule, [gap.earlier.id, gap.later.id], gap.claims, exact=gap.days is not None)


def _present_json(present: PresentGap) -> Json:
    return {
        "since": present.since.id,
        "days": present.days,
        "about_days": present.about_days,
        "shorter_past_gaps": present.shorter,
        "past_gaps": present.past,
        "percentile": present.percentile,
        "verdict": present.verdict,
        "abstained": present.abstained,
        "statistic": PRESENT_GAP,
    }


def _present_figure(present: PresentGap, rule: Json) -> Json:
    last = present.since
    claims = last.account.field("end").claims or last.date_claims
    days = present.days if present.days is not None else present.about_days
    return _figure("present_gap_days", days, rule, [last], claims, **_present_json(present))


def _kind_json(kind: Kind, rule: Json) -> Json:
    return {
        "kind": kind.name,
        "rule": {"id": rule["id"], "sentence": rule["sentence"]},
        "received": {country: len(found) for country, found in kind.received},
        "last": {country: found[-1].start if found else None for country, found in kind.received},
        "turn": kind.turn,
        "records": [one.id for _, found in kind.received for one in found],
        "evidence": _evidence(passage for words in kind.words.values() for passage in words)
        if kind.name == HOME_TOWN
        else _evidence(
            (claim.document_id, item)
            for _, found in kind.received
            for one in found
            for visit in one.visits
            for claim in visit.field("visit_class").claims
            for item in claim.evidence
        ),
    }


def _count_json(count: Count, country_name: CountryName) -> Json:
    rule = _rule(count.counting, country_name)
    return {"value": count.number, "rule": rule, "records": list(count.meetings)}


def _score_json(score: Score) -> Json:
    return {
        "percent": _rounded(score.percent),
        "mean": None if score.mean is None else round(score.mean, 3),
        "scored": len(score.scored),
        "of": score.of,
        "without_evidence": score.without_evidence,
        "scores": [
            {
                "commitment": item.commitment.id,
                "score": assessment.details["score"],
                "by": assessment.by,
                "entry": assessment.entry,
                "evidence": _evidence(passage for link in item.follow.links for passage in link.evidence),
                "judged_links": [link.entry for link in item.links],
            }
            for item, assessment in score.scored
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
