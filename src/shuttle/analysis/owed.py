"""Where each commitment of a pair stands: what came of it by the documents, and what people judged of that.

In:   a pair's account, the judgements that stand, and a day.
Out:  for each commitment its life, age, last evidence, links and assessments.

A person's word on the life of a commitment outweighs what the documents' words give; it is shown as theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shuttle.analysis.follow_through import FollowThrough, Judged, follow_through
from shuttle.analysis.rhythm import began_by
from shuttle.ledger.following import links_of
from shuttle.records.accounts import CommitmentAccount, PairAccount
from shuttle.records.judgements import Judgement, Life

__all__ = ["Owed", "made_by", "owed"]


@dataclass(frozen=True, slots=True)
class Owed:
    """A commitment and what came of it.

    Attributes:
        commitment: its account.
        follow: what the documents and judged links say.
        life: where it stands: a person's word if there is one, else that of the links.
        life_by: the judgement that says so; None where the links do.
        links: judgements that link something to it or refuse a link, the first first.
        assessments: the first first.
    """

    commitment: CommitmentAccount
    follow: FollowThrough
    life: Life
    life_by: Judgement | None
    links: tuple[Judgement, ...]
    assessments: tuple[Judgement, ...]


def owed(pair: PairAccount, judgements: Iterable[Judgement], as_of: str) -> tuple[Owed, ...]:
    """Return where each commitment of ``pair`` stands on the day ``as_of``, in the order of the account.

    Raises:
        RecordError: ``as_of`` is no date.
    """
    holder = {finding: account.id for account in pair.commitments for finding in account.findings}
    linked: dict[str, list[Judgement]] = {}
    assessed: dict[str, list[Judgement]] = {}
    for judgement in sorted(judgements, key=lambda j: j.entry):
        kept = {"link": linked, "assess": assessed}.get(judgement.kind)
        if kept is None or judgement.recorded_at[:10] > as_of:
            continue
        for account in sorted({holder[name] for name in judgement.sides[0] if name in holder}):
            kept.setdefault(account, []).append(judgement)
    targets = _targets(pair)
    links = links_of(pair)
    by_document: dict[tuple[str, str], set[str]] = {}
    for link in links:
        for document, _ in link.evidence:
            by_document.setdefault((link.commitment, document), set()).add(link.target)
    judged = [
        verdict
        for account, mine in linked.items()
        for judgement in mine
        for verdict in _judged(account, judgement, targets, by_document)
    ]
    follows = follow_through(pair.commitments, links, pair.meetings, as_of, judged)
    found = []
    for commitment, follow in zip(pair.commitments, follows, strict=True):
        assessments = assessed.get(commitment.id, [])
        by_person = next((j for j in reversed(assessments) if "life" in j.details), None)
        found.append(
            Owed(
                commitment=commitment,
                follow=follow,
                life=by_person.details["life"] if by_person else follow.life,
                life_by=by_person,
                links=tuple(linked.get(commitment.id, ())),
                assessments=tuple(assessments),
            )
        )
    return tuple(found)


def made_by(found: Iterable[Owed], as_of: str) -> tuple[Owed, ...]:
    """Return those of ``found`` that can have been made on the day ``as_of``; one whose day nobody tells can."""
    return tuple(item for item in found if item.follow.made is None or began_by(item.follow.made, as_of))


def _targets(pair: PairAccount) -> dict[str, tuple[str, str | None]]:
    """Return for each finding and document of the pair the record that a link names, and its day."""
    found: dict[str, tuple[str, str | None]] = {}
    for source in pair.sources:
        found[source.document_id] = (source.document_id, source.published)
    for meeting in pair.meetings:
        found.update(dict.fromkeys(meeting.findings, (meeting.id, meeting.start)))
    for visit in pair.visits:
        found.update(dict.fromkeys(visit.findings, (visit.id, visit.start)))
    for told in (*pair.outcomes, *pair.next_steps, *pair.statements):
        day = min((source.published for source in told.sources if source.published), default=None)
        for finding in told.findings:
            found[finding] = (told.id, day)
    return found


def _judged(
    account: str,
    judgement: Judgement,
    targets: Mapping[str, tuple[str, str | None]],
    by_document: Mapping[tuple[str, str], set[str]],
) -> Sequence[Judged]:
    relation = judgement.details["relation"]
    named = dict(targets[name] for name in judgement.sides[1] if name in targets)
    if not named and judgement.sides[1]:
        # It lies outside what the ledger holds of the pair: the judgement stands, its day is that of the decision.
        named = {judgement.sides[1][0]: judgement.recorded_at[:10]}
    if relation == "unrelated":
        refused = {target for name in named for target in by_document.get((account, name), {name})}
        return [Judged(account, "supports", None, target, accepted=False) for target in sorted(refused)]
    return [Judged(account, relation, day, target) for target, day in sorted(named.items())]
