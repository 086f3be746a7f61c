"""What became of a commitment: the outcomes, consultations and meetings that take it up.

In:   the commitments, outcomes, meetings and next steps of one pair, as accounts.
Out:  Links, each with a relation, a standing, reasons and the words it rests on.

A link stands *by rule* only where words say so: an outcome that refers back ("as agreed on August 23") to a meeting or
a day, and whose words fit exactly one commitment made there, or that commitment in the other side's wording; a
consultation to which the words of the commitment hand it; a meeting of officials at which such an outcome was told.
Everything else that shares rare words and parties and comes later is *proposed*, for a person to judge; where the
words name another agreement, not even that. What is earlier than a commitment is never linked to it, and silence gives
nothing.

A commitment is the office's: who holds the office plays no part here. The result does not depend on the order of
what is given.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from shuttle.lexicons.countries import all_countries
from shuttle.records import dates
from shuttle.records.accounts import (
    CommitmentAccount,
    MeetingAccount,
    NextStepAccount,
    OutcomeAccount,
    PairAccount,
)
from shuttle.records.evidence import Evidence

__all__ = ["Link", "Relation", "Standing", "links", "links_of", "made_on", "told_on"]

Relation = Literal["delivers", "partly", "supports", "contradicts", "takes up"]
Standing = Literal["by rule", "proposed"]
TargetKind = Literal["outcome", "consultation", "meeting"]


@dataclass(frozen=True, slots=True)
class Link:
    """That something bears on a commitment.

    Attributes:
        commitment: id of its account.
        target: id of the account of the outcome, next step or meeting.
        relation: what the target is to the commitment; consultations and meetings take it up.
        standing: ``by rule`` where the words say so, else ``proposed``.
        score: from 0 to 1: how much of the commitment's words the target shares.
        reasons: sentences for a person.
        evidence: the words at the link, each with its document's id.
        since: the day, month or year on which it came about or was told; None if unknown.
    """

    commitment: str
    target: str
    target_kind: TargetKind
    relation: Relation
    standing: Standing
    score: float
    reasons: tuple[str, ...]
    evidence: tuple[tuple[str, Evidence], ...]
    since: str | None


# Words of which nearly every commitment of two governments is made: they tell none from another.
_EMPTY_WORDS = """
a an the of in on at to for and or with by as from into such will would shall should their its his her they it he
she that this these those both two three is are was were be been being has have had do does did not no more also
than then again including through between among about under over after before during since until while which who
whom whose what where when how all each other another new further early first second next last previous year years
month months week day days time said say says told agree agreed agreement agreements country countries nation
nations side sides government governments leader leaders president prime minister ministers state states foreign
summit summits meeting meetings talks follow followed follows up bilateral mutual relations relationship ties
cooperation cooperate strengthen strengthening deepen expand promote welcome welcomed stressed view views share
shared world international region regional measure measures environment present strategic diplomacy diplomatic work
works point january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday today yesterday
"""
# What is done to a thing tells less than the thing.
_DEED_WORDS = """
launch establish set creat adopt sign hold held open resum start begin continu conclud mak made carry bring back put tak
took form develop implement valu achiev progress complet
"""


@functools.cache
def _empty() -> frozenset[str]:
    """Return the words that tell nothing: those above, and the names of countries and their people."""
    names = (name for country in all_countries().values() for name in (*country.names, *country.demonyms))
    return frozenset(_EMPTY_WORDS.split()) | {word for name in names for word in _WORD.findall(name.lower())}


_DEEDS = frozenset(_DEED_WORDS.split())
_DEED_WEIGHT, _THING_WEIGHT = 0.5, 1.0
_CLEARLY_LESS = 0.7
_ALIKE = 1.5
# A word that this many commitments of a pair have, or more, proposes nothing.
_RARE = 12
_RARE_SHARED = 2
_PROPOSED = 0.45
_WORD = re.compile(r"[a-z0-9]{2,}")
_ENDINGS = (
    "ations",
    "ation",
    "atives",
    "ative",
    "ements",
    "ement",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ed",
    "es",
    "s",
    "y",
    "e",
)
_PREVIOUS = re.compile(
    r"\b(?:previous|last|preceding|earlier)\b[^,;.]{0,20}\b(?:summit|meeting|talks)\b", re.IGNORECASE
)


@functools.lru_cache(maxsize=50_000)
def _stem(word: str) -> str | None:
    """Return what "consultative" and "consultations" have in common; None for a word that tells nothing."""
    if word in _empty() or word.isdigit():
        return None
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@functools.lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return frozenset(stem for word in _WORD.findall(text.lower()) if (stem := _stem(word)))


def _shown(promise: _Promise, shared: Iterable[str]) -> str:
    """Return the words of a commitment behind stems."""
    wanted = set(shared)
    words = (word for word in _WORD.findall(promise.account.action.lower()) if _stem(word) in wanted)
    return ", ".join(dict.fromkeys(words)) or "in other words"


def _weight(stems: Iterable[str]) -> float:
    return sum(_DEED_WEIGHT if stem in _DEEDS else _THING_WEIGHT for stem in stems)


@dataclass(frozen=True, slots=True, eq=False)
class _Promise:
    """A commitment as it is compared; ``earliest`` and ``latest`` are the first and last day it can have been made."""

    account: CommitmentAccount
    stems: frozenset[str]
    by: frozenset[str]
    day: str | None
    earliest: dt.date
    latest: dt.date
    documents: frozenset[str]

    @classmethod
    def of(cls, commitment: CommitmentAccount, meetings: dict[str, MeetingAccount]) -> _Promise:
        """Return ``commitment`` as it is compared."""
        day = made_on(commitment, meetings)
        earliest, latest = (dates.first_day(day), dates.last_day(day)) if day else (dt.date.max, dt.date.max)
        documents = frozenset(source.document_id for source in commitment.sources)
        return cls(commitment, _stems(commitment.action), frozenset(commitment.by), day, earliest, latest, documents)

    def bound(self, by: frozenset[str]) -> bool:
        """Return whether those whose outcome it is are those who are bound."""
        return bool(self.by) and len(self.by & by) >= min(2, len(self.by))

    def score(self, shared: Iterable[str]) -> float:
        weight = _weight(shared)
        return round(0.5 * min(1.0, weight / max(_weight(self.stems), 1.0)) + 0.5 * min(1.0, weight / 3), 2)


def made_on(commitment: CommitmentAccount, meetings: dict[str, MeetingAccount]) -> str | None:
    """Return the day on which a commitment was made: its meeting's, else that of the first document that has it."""
    meeting = meetings.get(commitment.meeting or "")
    if meeting is not None and meeting.start:
        return meeting.start
    return min((source.published for source in commitment.sources if source.published), default=None)


def told_on(outcome: OutcomeAccount, meetings: dict[str, MeetingAccount]) -> str | None:
    """Return the day on which an outcome came about or, failing that, was told."""
    if outcome.when:
        return outcome.when
    meeting = meetings.get(outcome.meeting or "")
    if meeting is not None and meeting.start:
        return meeting.start
    return min((source.published for source in outcome.sources if source.published), default=None)


def links_of(pair: PairAccount) -> tuple[Link, ...]:
    """Return the links of everything that the ledger holds of a pair."""
    return links(pair.commitments, pair.outcomes, pair.meetings, pair.next_steps)


def links(
    commitments: Sequence[CommitmentAccount],
    outcomes: Sequence[OutcomeAccount],
    meetings: Sequence[MeetingAccount],
    next_steps: Sequence[NextStepAccount] = (),
) -> tuple[Link, ...]:
    """Return the links between ``commitments`` and the rest, in the order of commitments, days and targets."""
    by_id = {meeting.id: meeting for meeting in meetings}
    promises = [_Promise.of(c, by_id) for c in sorted(commitments, key=lambda c: c.id)]
    under: dict[str, list[_Promise]] = {}
    for promise in promises:
        if promise.account.meeting:
            under.setdefault(promise.account.meeting, []).append(promise)
    index = _index(promises)
    made: dict[tuple[str, frozenset[str]], _Made] = {}
    held = _Held(meetings)
    found: dict[tuple[str, str], Link] = {}

    def add(link: Link) -> None:
        known = found.get((link.commitment, link.target))
        if known is None or (known.standing == "proposed" and link.standing == "by rule"):
            found[link.commitment, link.target] = link

    for outcome in sorted(outcomes, key=lambda o: o.id):
        day = told_on(outcome, by_id)
        by = frozenset(outcome.by)
        followed = _followed(outcome, by, held, by_id)
        sure: list[Link] = []
        if followed is not None:
            meeting, how = followed
            if (meeting.id, by) not in made:
                made[meeting.id, by] = _Made(under.get(meeting.id, ()), by)
            sure = list(_by_rule(outcome, day, meeting, how, made[meeting.id, by]))
        at = by_id.get(outcome.meeting or "")
        for link in sure:
            add(link)
            if at is not None and at.level in _WORKING and at.status == "held":
                reason = f"At this meeting it was told: {link.reasons[0]}"
                took = replace(
                    link, target=at.id, target_kind="meeting", relation="takes up", reasons=(reason,), since=at.start
                )
                add(took)
        if not sure:
            for link in _proposed(outcome, day, index, followed[0].id if followed else None):
                add(link)
    for link in (*_handed_on(promises, next_steps), *_met(promises, held.meetings, index)):
        add(link)
    return tuple(sorted(found.values(), key=lambda one: (one.commitment, one.since or "", one.target)))


_WORKING = ("working", "vice-ministers")


def _index(promises: Sequence[_Promise]) -> dict[str, list[_Promise]]:
    """Return the commitments by each word that few of them have."""
    found: dict[str, list[_Promise]] = {}
    for promise in promises:
        for stem in promise.stems:
            if stem not in _DEEDS:
                found.setdefault(stem, []).append(promise)
    return {stem: having for stem, having in found.items() if len(having) <= _RARE}


class _Held:
    """The meetings that were held, in the order of time, asked for by day and parties."""

    def __init__(self, meetings: Iterable[MeetingAccount]) -> None:
        rows = [
            (
                dates.first_day(start),
                dates.last_day(meeting.end or start),
                meeting.level,
                frozenset(meeting.countries),
                meeting,
            )
            for meeting in meetings
            if meeting.status == "held" and (start := meeting.start)
        ]
        self._rows = sorted(rows, key=lambda row: (row[0], row[1], row[4].id))
        self._on: dict[tuple[str, frozenset[str]], MeetingAccount | None] = {}

    @property
    def meetings(self) -> list[MeetingAccount]:
        """All of them."""
        return [row[4] for row in self._rows]

    def on(self, day: str, by: frozenset[str]) -> MeetingAccount | None:
        """Return the one meeting that ``by`` held on ``day`` (month, year): the leaders' if there are several."""
        if (day, by) not in self._on:
            first, last = dates.first_day(day), dates.last_day(day)
            fit = [row for row in self._rows if row[0] <= last and first <= row[1] and _shared(row[3], by)]
            fit = [row for row in fit if row[2] == "leaders"] or fit
            self._on[day, by] = fit[0][4] if len(fit) == 1 else None
        return self._on[day, by]

    def last_before(self, day: str, by: frozenset[str]) -> MeetingAccount | None:
        """Return the last leaders' meeting that ``by`` held before ``day``."""
        first = dates.first_day(day)
        fit = [row[4] for row in self._rows if row[1] < first and row[2] == "leaders" and _shared(row[3], by)]
        return fit[-1] if fit else None


def _shared(parties: frozenset[str], by: frozenset[str]) -> bool:
    return bool(by) and len(parties & by) >= min(2, len(by))


def _followed(
    outcome: OutcomeAccount, by: frozenset[str], held: _Held, by_id: dict[str, MeetingAccount]
) -> tuple[MeetingAccount, str] | None:
    """Return the meeting that an outcome refers back to, and how its words name it."""
    back = outcome.follows_text
    if not back:
        return None
    named = by_id.get(outcome.follows_meeting or "")
    follows = outcome.follows
    if follows is None:
        if named is not None and named.start:
            return named, f"the meeting of {named.start}"
        own = by_id.get(outcome.meeting or "")
        if own is None or not own.start or not _PREVIOUS.search(back):
            return None
        last = held.last_before(own.start, by)
        return (last, f"the meeting of {last.start}, the last before its own") if last else None
    on = held.on(follows, by)
    if on is not None:
        return on, f"what was agreed on {follows}"
    if named is not None and named.start and dates.overlap(named.start, named.end, follows, None):
        return named, f"the meeting of {named.start}"
    return None


_BITS = {stem: 1 << number for number, stem in enumerate(sorted(_DEEDS))}


def _deed_bits(stems: frozenset[str]) -> int:
    return sum(_BITS[stem] for stem in stems & _DEEDS)


class _Made:
    """What was agreed at one meeting by the same parties, by its words."""

    def __init__(self, promises: Iterable[_Promise], by: frozenset[str]) -> None:
        self.promises = [p for p in promises if p.bound(by)]
        self._deeds = [_deed_bits(p.stems) for p in self.promises]
        self._having: dict[str, list[int]] = {}
        for number, promise in enumerate(self.promises):
            for stem in promise.stems - _DEEDS:
                self._having.setdefault(stem, []).append(number)
        self._same: dict[str, tuple[_Promise, ...]] | None = None

    def fitting(self, stems: frozenset[str]) -> list[_Promise]:
        """Return those that share a word other than a deed's, the best first, without those that share clearly less."""
        counts: dict[int, int] = {}
        for stem in stems:
            for number in self._having.get(stem, ()):
                counts[number] = counts.get(number, 0) + 1
        if not counts:
            return []
        deeds = _deed_bits(stems)
        weights = {
            number: count * _THING_WEIGHT + (self._deeds[number] & deeds).bit_count() * _DEED_WEIGHT
            for number, count in counts.items()
        }
        least = _CLEARLY_LESS * max(weights.values())
        near = sorted((-weight, number) for number, weight in weights.items() if weight > least)
        return [self.promises[number] for _, number in near]

    def same(self, promise: _Promise) -> tuple[_Promise, ...]:
        """Return those that say the same as ``promise`` in other documents, itself among them."""
        if self._same is None:
            self._same = _saying_the_same(self.promises)
        return self._same[promise.account.id]


def _by_rule(
    outcome: OutcomeAccount, day: str | None, meeting: MeetingAccount, how: str, made: _Made
) -> Iterable[Link]:
    """Yield the links to the one commitment of ``meeting`` that the words fit, in every document's wording."""
    if not _later(day, meeting.start):
        return
    for stems, where in _tiers(outcome):
        fitting = made.fitting(stems)
        if not fitting:
            continue
        best = fitting[0]
        same = made.same(best)
        if len(fitting) > len(same) or any(promise not in same for promise in fitting):
            return
        for promise in same:
            shared = promise.stems & stems
            fits = f"Of what was agreed there, only this shares its words ({_shown(promise, shared)}; {where})."
            if promise is not best:
                fits = f"It says the same as {best.account.id} in the words of another document."
            yield Link(
                promise.account.id,
                outcome.id,
                "outcome",
                outcome.effect,
                "by rule",
                promise.score(shared or best.stems & stems),
                (f"Its words refer back to {how}, where this was agreed.", fits),
                _words_of(outcome),
                day,
            )
        return


def _later(day: str | None, than: str | None) -> bool:
    """Return whether ``day`` does not certainly lie before ``than``."""
    return bool(day and than) and dates.last_day(day or "") >= dates.first_day(than or "")


def _tiers(outcome: OutcomeAccount) -> Iterable[tuple[frozenset[str], str]]:
    """Yield the words of an outcome: its own, with those of its sentence, and with those of its document's title."""
    stems = _stems(outcome.text)
    yield stems, "in its own words"
    for _, item in outcome.evidence:
        if item.field is None:
            stems |= _stems(item.quote)
    yield stems, "in its sentence"
    for source in outcome.sources:
        stems |= _stems(source.title or "")
    yield stems, "with the title of its document"


def _words_of(outcome: OutcomeAccount) -> tuple[tuple[str, Evidence], ...]:
    """Return the outcome's words, then those that refer back."""
    back = outcome.field("follows_text").evidence if outcome.follows_text else ()
    return tuple(dict.fromkeys((*outcome.field("text").evidence, *back)))


def _saying_the_same(made: Sequence[_Promise]) -> dict[str, tuple[_Promise, ...]]:
    """Return for each commitment of a meeting those that say the same in other documents, itself among them.

    Two say the same if each is the one most like the other in the other's document.
    """
    having: dict[str, list[_Promise]] = {}
    for promise in made:
        for stem in promise.stems - _DEEDS:
            having.setdefault(stem, []).append(promise)
    near: dict[str, dict[frozenset[str], tuple[float, _Promise]]] = {}
    for promise in made:
        others = {
            other.account.id: other
            for stem in promise.stems - _DEEDS
            if len(having[stem]) <= 4 * _RARE
            for other in having[stem]
            if not other.documents & promise.documents and other.bound(promise.by)
        }
        mine = near.setdefault(promise.account.id, {})
        for _, other in sorted(others.items()):
            weight = _weight(promise.stems & other.stems)
            if weight >= _ALIKE and weight > mine.get(other.documents, (0.0, other))[0]:
                mine[other.documents] = (weight, other)
    found = {}
    for promise in made:
        mine = near[promise.account.id]
        same = [
            other
            for _, other in mine.values()
            if (back := near[other.account.id].get(promise.documents)) and back[1] is promise
        ]
        found[promise.account.id] = tuple(sorted((promise, *same), key=lambda p: p.account.id))
    return found


def _rare_shared(
    stems: frozenset[str], by: Iterable[str], day: str | None, index: dict[str, list[_Promise]]
) -> list[tuple[_Promise, list[str]]]:
    """Return the earlier commitments of the same parties that share rare words, and these words."""
    rare = sorted((len(index[stem]), stem) for stem in stems if stem in index)
    counts = Counter(promise for _, stem in rare[:_RARE] for promise in index[stem])
    parties = frozenset(by)
    first = dates.first_day(day) if day else dt.date.min
    found = [
        (promise, sorted(promise.stems & stems))
        for promise, number in counts.items()
        if number >= _RARE_SHARED and promise.latest < first and promise.bound(parties)
    ]
    return sorted(found, key=lambda one: one[0].account.id)


def _proposed(
    outcome: OutcomeAccount, day: str | None, index: dict[str, list[_Promise]], followed: str | None
) -> Iterable[Link]:
    stems = _stems(outcome.text)
    for source in outcome.sources:
        stems |= _stems(source.title or "")
    for promise, shared in _rare_shared(stems, outcome.by, day, index):
        if followed and promise.account.meeting not in (followed, None):
            continue  # the words name another agreement
        score = promise.score(shared)
        if score >= _PROPOSED:
            reasons = (
                f"It comes later and shares these words: {_shown(promise, shared)}.",
                "No words refer back to the agreement.",
            )
            if outcome.follows_text:
                reasons = (reasons[0], "Its words refer back, but not to this agreement alone.")
            yield Link(
                promise.account.id,
                outcome.id,
                "outcome",
                outcome.effect,
                "proposed",
                score,
                reasons,
                _words_of(outcome),
                day,
            )


_CONSULTED = re.compile(
    r"(?<!\w)(?:consultations?|working[- ]level|working groups?|technical teams?|negotiat\w+)(?!\w)", re.I
)


def _spans(account: CommitmentAccount | NextStepAccount, field: str) -> list[tuple[str, Evidence]]:
    return [(document, item) for document, item in account.field(field).evidence if item.field == field]


def _handed_on(promises: Sequence[_Promise], next_steps: Sequence[NextStepAccount]) -> Iterable[Link]:
    """Yield the consultations to which the words of a commitment hand it."""
    at: dict[str, list[tuple[Evidence, _Promise]]] = {}
    for promise in promises:
        for document, item in _spans(promise.account, "action"):
            at.setdefault(document, []).append((item, promise))
    for step in sorted(next_steps, key=lambda s: s.id):
        if step.kind != "consultation" or not _CONSULTED.search(step.text):
            continue
        for document, words in _spans(step, "text"):
            for action, promise in at.get(document, ()):
                if action.start < words.end and words.start < action.end:
                    yield Link(
                        promise.account.id,
                        step.id,
                        "consultation",
                        "takes up",
                        "by rule",
                        1.0,
                        ("The words that state it hand it to consultations.",),
                        ((document, words),),
                        promise.day,
                    )


def _met(
    promises: Sequence[_Promise], held: Sequence[MeetingAccount], index: dict[str, list[_Promise]]
) -> Iterable[Link]:
    """Yield the working-level meetings that share a commitment's rare words."""
    if not promises:
        return
    for meeting in held:
        if meeting.level not in _WORKING:
            continue
        about = set(meeting.about)
        titles = [source.title for source in meeting.sources if source.title and source.document_id in about]
        stems = frozenset(stem for title in titles for stem in _stems(title))
        words = [(document, item) for document, item in meeting.evidence if item.field is None]
        for _, item in words:
            stems |= _stems(item.quote)
        for promise, shared in _rare_shared(stems, meeting.countries, meeting.start, index):
            score = promise.score(shared)
            if score >= _PROPOSED:
                yield Link(
                    promise.account.id,
                    meeting.id,
                    "meeting",
                    "takes up",
                    "proposed",
                    score,
                    (f"A meeting of officials that comes later and shares these words: {_shown(promise, shared)}.",),
                    tuple(words[:3]),
                    meeting.start,
                )
