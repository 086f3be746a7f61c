"""The life of commitments: stated, in consultation, in implementation, delivered, or stalled.

In:   commitments, their links (`shuttle.ledger.following`), what people have judged, and a day.
Out:  for each commitment its life, its age, the last evidence and how long it has been silent.

Only links that stand by rule, and judgements, move a life; proposals are counted and left to a person. Time alone never
changes a life: silence is shown as silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from shuttle.ledger.following import Link, Relation, made_on
from shuttle.records import dates
from shuttle.records.accounts import CommitmentAccount, MeetingAccount
from shuttle.records.evidence import Evidence

__all__ = ["FollowThrough", "Judged", "Life", "follow_through"]

Life = Literal["stated", "in consultation", "in implementation", "delivered", "stalled"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# What is told on one day counts in this order.
_ORDER: dict[Relation, int] = {"takes up": 0, "supports": 1, "partly": 2, "delivers": 3, "contradicts": 4}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person has judged of a commitment.

    Attributes:
        commitment: id of its account.
        relation: what was found.
        day: on which; None if unknown.
        target: id of the account whose link is judged; None for a judgement of its own.
        accepted: False takes back the link to ``target``.
    """

    commitment: str
    relation: Relation
    day: str | None
    target: str | None = None
    accepted: bool = True


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """Where a commitment stands on a day.

    Attributes:
        life: by the latest word.
        made: the day, month or year on which it was made; None if unknown.
        age: days since then; None unless known to the day.
        last_day: of the last evidence; None if there is none with a date.
        last_evidence: its words, each with its document's id.
        silence: "no evidence since 14 January 2026"; None if there is evidence of the day itself.
        links: those that count, in the order of time.
        proposed: those that wait for a person.
    """

    commitment: str
    life: Life
    made: str | None
    age: int | None
    last_day: str | None
    last_evidence: tuple[tuple[str, Evidence], ...]
    silence: str | None
    links: tuple[Link, ...]
    proposed: tuple[Link, ...]


def follow_through(
    commitments: Sequence[CommitmentAccount],
    links: Iterable[Link],
    meetings: Iterable[MeetingAccount],
    as_of: str,
    judged: Iterable[Judged] = (),
) -> tuple[FollowThrough, ...]:
    """Return where each of ``commitments`` stands on the day ``as_of``, in their order; later evidence is left out.

    Raises:
        RecordError: ``as_of`` is no date.
    """
    dates.check_date(as_of)
    by_id = {meeting.id: meeting for meeting in meetings}
    mine: dict[str, list[Link]] = {}
    for link in links:
        if _known_by(link.since, as_of):
            mine.setdefault(link.commitment, []).append(link)
    verdicts: dict[str, list[Judged]] = {}
    for verdict in judged:
        if _known_by(verdict.day, as_of):
            verdicts.setdefault(verdict.commitment, []).append(verdict)
    return tuple(
        _life_of(
            commitment.id,
            made_on(commitment, by_id),
            mine.get(commitment.id, ()),
            verdicts.get(commitment.id, ()),
            as_of,
        )
        for commitment in commitments
    )


def _known_by(day: str | None, as_of: str) -> bool:
    return day is None or dates.first_day(day) <= dates.last_day(as_of)


def _life_of(
    commitment: str, made: str | None, links: Sequence[Link], judged: Sequence[Judged], as_of: str
) -> FollowThrough:
    refused = {verdict.target for verdict in judged if verdict.target and not verdict.accepted}
    accepted = {verdict.target: verdict for verdict in judged if verdict.target and verdict.accepted}
    ordered = sorted(links, key=lambda link: (link.since or "", _ORDER[link.relation], link.target))
    counting = tuple(
        link
        for link in ordered
        if link.target not in refused and (link.standing == "by rule" or link.target in accepted)
    )
    waiting = tuple(link for link in ordered if link not in counting and link.target not in refused)
    words = [
        (link.since, accepted[link.target].relation if link.target in accepted else link.relation) for link in counting
    ]
    linked = {link.target for link in counting}
    words += [(v.day, v.relation) for v in judged if v.accepted and v.target not in linked]
    life: Life = "stated"
    for _, relation in sorted(words, key=lambda word: (word[0] or "", _ORDER[word[1]])):
        life = _next(life, relation)
    dated = [link for link in counting if link.since]
    last = max(dated, key=lambda link: (link.since or "", _ORDER[link.relation], link.target), default=None)
    days = [day for day, _ in words if day]
    last_day = max(days, default=None)
    return FollowThrough(
        commitment=commitment,
        life=life,
        made=made,
        age=dates.days_between(made, as_of) if made else None,
        last_day=last_day,
        last_evidence=last.evidence if last and last.since == last_day else (),
        silence=_silence(last_day or made, as_of),
        links=counting,
        proposed=waiting,
    )


def _next(life: Life, relation: Relation) -> Life:
    """Return the life of a commitment after one more word of it."""
    if relation == "contradicts":
        return "stalled"
    if relation == "delivers" or life == "delivered":
        return "delivered"
    if relation in ("partly", "supports") or life == "in implementation":
        return "in implementation"
    return "in consultation"


def _silence(since: str | None, as_of: str) -> str | None:
    if since is None:
        return "no evidence"
    return None if dates.last_day(since) >= dates.first_day(as_of) else f"no evidence since {_words(since)}"


def _words(day: str) -> str:
    """Return a date in words.

    >>> _words("2026-01-14"), _words("2026-01")
    ('14 January 2026', 'January 2026')
    """
    year, *rest = day.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*([str(int(rest[1]))] if len(rest) > 1 else []), *month, year])
