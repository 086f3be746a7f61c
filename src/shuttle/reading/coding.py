"""Give findings their codes in event data: CAMEO's number, PLOVER's type and mode, who acts on whom.

In:   a Reading whose findings are complete.
Out:  the same Reading; meetings, visits, commitments and next steps carry an `EventCode`.

The law: a meeting or visit that was held is CONSULT, one that lies ahead is AGREE, and a plan is never
coded as an event. Which situation has which codes is data (`world/event_codes.toml`, `en/event_words.toml`); this module tells
situations apart by the records alone, so that a reading of any reader can be coded.

Who acts follows the codebooks: of a visit the visitor acts and the host receives; of a meeting on
nobody's soil, and of a call, all take part as actors. Talks are negotiation in CAMEO whatever their
place, and a call is a call whatever was said in it. What is signed, reached or established is SUPPORT,
since PLOVER 2.0 counts it with support; the promise to do so is AGREE. A plan to do harm is no promise:
it is coded by what it holds.

No code is given (None) where no country is known to act; to what lies ahead without words of anybody's
intent; and to what is postponed: neither codebook has a code for putting off a meeting.

Sources: CAMEO codebook 1.1b3; PLOVER 2.0 manual (sections AGREE, CONSULT, SUPPORT, SANCTION) and its
table CAMEO2PLOVER-2021.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from shuttle.lexicons.events import (
    NO_CODE,
    all_event_types,
    intent_in,
    situation_of_action,
    situation_of_area,
    situation_of_verb,
    speaks_of_talks,
)
from shuttle.lexicons.forums import all_forums
from shuttle.reading.folding import fold
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Commitment, EventCode, Meeting, NextStep, Visit
from shuttle.records.readings import Reading

__all__ = ["SITUATIONS", "with_codes"]

_Told = TypeVar("_Told", Visit, Commitment)
_Coded = TypeVar("_Coded", Meeting, Visit, Commitment, NextStep)

#: Every situation that this module tells by itself; the others are told by words and areas of the lexicons.
SITUATIONS = frozenset(
    {
        "met",
        "negotiated",
        "spoke by telephone",
        "spoke by video",
        "visited",
        "met in a third country",
        "met beside a forum",
        "met beside a forum in a third country",
        "will meet",
        "called off",
        "promised",
        "promised diplomatic cooperation",
        "refused",
    }
)


def with_codes(reading: Reading) -> Reading:
    """Return ``reading`` with the code of each finding, whatever code it had before."""
    meetings = {meeting.id: meeting for meeting in reading.meetings}
    visits = tuple(_coded(one, _of_visit(one)) for one in reading.visits)
    promises = tuple(_coded(one, _of_commitment(one, meetings.get(one.meeting or ""))) for one in reading.commitments)
    journeys_there, promises_there = _by_words(visits), _by_words(promises)
    return replace(
        reading,
        meetings=tuple(_coded(one, _of_meeting(one)) for one in reading.meetings),
        visits=visits,
        commitments=promises,
        next_steps=tuple(_coded(one, _of_step(one, journeys_there, promises_there)) for one in reading.next_steps),
    )


def _coded(finding: _Coded, code: EventCode | None) -> _Coded:
    return finding if finding.code is None and code is None else replace(finding, code=code)


def _code(
    situation: str, actors: Iterable[str], recipients: Iterable[str] = (), *, cameo_of: str | None = None
) -> EventCode | None:
    """Return the code of ``situation``; None without an actor. ``cameo_of`` is a situation that lends its number."""
    acting = tuple(dict.fromkeys(actors))
    if not acting or situation == NO_CODE:
        return None
    event = all_event_types()[situation]
    receiving = tuple(code for code in dict.fromkeys(recipients) if code not in acting)
    number = all_event_types()[cameo_of or situation].cameo
    return EventCode(number, event.plover, event.mode, acting, receiving)


def _guests_and_host(countries: Sequence[str], host: str | None) -> tuple[Sequence[str], Sequence[str]]:
    """Return who acts and who receives: guests and host where a party is host to another, else all and nobody."""
    guests = [code for code in countries if code != host]
    return (guests, (host,)) if host in countries and host is not None and guests else (countries, ())


def _of_meeting(meeting: Meeting) -> EventCode | None:
    if meeting.status == "postponed":
        return None
    # Nobody receives anybody on the telephone.
    distant = meeting.mode in ("phone", "video")
    actors, recipients = _guests_and_host(meeting.countries, None if distant else meeting.host)
    if meeting.status == "cancelled":
        return _code("called off", meeting.countries)
    if meeting.status != "held":
        return _code("will meet", actors, recipients)
    if distant:
        return _code("spoke by telephone" if meeting.mode == "phone" else "spoke by video", actors)
    talks = "negotiated" if _talks(meeting) else None
    return _code(_where(meeting, visit=bool(recipients)), actors, recipients, cameo_of=talks)


def _where(meeting: Meeting, *, visit: bool) -> str:
    soil = meeting.host or (meeting.place.country if meeting.place else None)
    third = soil is not None and soil not in meeting.countries
    if visit:
        return "visited"
    if meeting.forum is not None and _multilateral(meeting.forum):
        return "met beside a forum in a third country" if third else "met beside a forum"
    return "met in a third country" if third else "met"


def _multilateral(forum: str) -> bool:
    """Return whether ``forum`` is an alliance, organisation or summit of many, not a funeral or a fair."""
    return forum not in _occasions()


@functools.cache
def _occasions() -> frozenset[str]:
    return frozenset(one.name for one in all_forums().values() if one.kind == "occasion")


def _talks(meeting: Meeting) -> bool:
    """Return whether the words that tell of the meeting itself call it talks."""
    whole = next((item for item in meeting.evidence if item.field is None), None)
    return whole is not None and speaks_of_talks(_plain(whole.quote))


def _of_visit(visit: Visit) -> EventCode | None:
    visitor = visit.from_country or visit.person.country
    if visitor is None or visit.status == "postponed":
        return None
    situations = {"held": "visited", "cancelled": "called off"}
    return _code(situations.get(visit.status, "will meet"), (visitor,), (visit.to_country,))


def _of_commitment(commitment: Commitment, meeting: Meeting | None) -> EventCode | None:
    others = meeting.countries if meeting else ()
    if commitment.action.startswith(("not ", "never ")):
        return _code("refused", commitment.by, others)  # "said that it would not lift the ban"
    verb = next((item for item in commitment.evidence if item.field == "strength"), None)
    situation = situation_of_verb(_lead(verb, commitment.action), _plain(commitment.action)) if verb else None
    situation = situation or _situation(commitment.action, commitment.areas)
    return _code(situation, commitment.by, others)


def _lead(verb: Evidence, action: str) -> str:
    """Return the words of a binding verb without the action they may hold."""
    return _plain(verb.quote.split(action)[0] if action in verb.quote else verb.quote)


def _situation(action: str, areas: Sequence[str]) -> str:
    told = situation_of_action(_plain(action))
    if told:
        return told
    return next(filter(None, map(situation_of_area, areas)), "promised")


def _of_step(
    step: NextStep, visits: Mapping[int, Sequence[Visit]], promises: Mapping[int, Sequence[Commitment]]
) -> EventCode | None:
    """Return the code of ``step``: that of the journey or promise that the same words tell of, else by its kind."""
    intended = intent_in(_plain(step.text))
    if intended is None:
        return None
    told = situation_of_action(intended)
    if told and told != NO_CODE and all_event_types()[told].plover != "AGREE":
        return _code(told, step.by)
    if step.kind in ("visit", "invitation"):
        journeys = (one.code for one in _beside(step, visits) if one.status in ("planned", "proposed"))
        return next(filter(None, journeys), None) or _code("will meet", step.by)
    if step.kind in ("consultation", "meeting"):
        return _code("will meet", step.by)
    promise = next((one.code for one in _beside(step, promises) if one.code), None)
    if step.kind == "signing" and (promise is None or promise.cameo == all_event_types()["promised"].cameo):
        return _code("promised diplomatic cooperation", step.by)
    return promise or _code(told or "promised", step.by)


def _by_words(findings: Iterable[_Told]) -> dict[int, list[_Told]]:
    """Return findings by where their sentence begins: the first passage of each is all of its sentence."""
    by_words: dict[int, list[_Told]] = {}
    for one in findings:
        if one.evidence:
            by_words.setdefault(one.evidence[0].start, []).append(one)
    return by_words


def _beside(step: NextStep, findings: Mapping[int, Sequence[_Told]]) -> Sequence[_Told]:
    """Return those findings that the sentence of ``step`` tells of too."""
    return findings.get(step.evidence[0].start, ()) if step.evidence else ()


def _plain(words: str) -> str:
    return fold(words).lower()
