"""A plan as JSON values for programs: every part with its rule, its figures and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from shuttle.analysis.agenda import AGENDA_REASONS
from shuttle.analysis.candidates import POINTS
from shuttle.analysis.hosting import COUNTING_RULES
from shuttle.analysis.plan import Announced, Plan
from shuttle.analysis.window import WINDOW_RULES
from shuttle.lexicons.forum_calendar import ForumMeeting
from shuttle.records.accounts import MeetingAccount, NextStepAccount
from shuttle.records.claims import Claim
from shuttle.records.evidence import Evidence
from shuttle.views.account_json import evidence_json, source_json
from shuttle.views.commitments import owed_json

__all__ = ["plan_json"]


def plan_json(plan: Plan) -> dict[str, Any]:
    """Return ``plan`` as JSON values."""
    window, turn, figures = plan.window, plan.turn, plan.window.cadence
    return {
        "kind": "plan",
        "proposal": True,
        "countries": list(plan.countries),
        "as_of": plan.as_of,
        "host": plan.host,
        "turn": {
            "country": turn.country,
            "rule": turn.rule,
            "counts": COUNTING_RULES.get(turn.rule),
            "reason": turn.reason,
            "last_hosted": turn.last.id if turn.last else None,
            "words": _claimed(turn.claims),
        },
        "announced": [_announced_json(item) for item in plan.announced],
        "fixed": plan.fixed.id if plan.fixed else None,
        "window": {
            "start": window.start.isoformat() if window.start else None,
            "end": window.end.isoformat() if window.end else None,
            "aim": window.aim.isoformat() if window.aim else None,
            "rule": window.rule,
            "reason": WINDOW_RULES[window.rule],
            "cut": window.cut,
            "last_meeting": window.anchor.id if window.anchor else None,
            "gaps": [
                {
                    "days": gap.days,
                    "about_days": gap.about_days,
                    "earlier": gap.earlier.id,
                    "later": gap.later.id,
                    "words": _claimed(gap.claims),
                }
                for gap in figures.gaps
            ],
            "approximate": figures.approximate,
            "quartiles": [figures.first, figures.median, figures.third] if figures.median is not None else None,
        },
        "days": plan.days,
        "clashes": [asdict(clash) for clash in plan.clashes],
        "candidates": [
            {
                "start": candidate.start,
                "end": candidate.end,
                "points": candidate.points,
                "reasons": [asdict(point) | {"reason": POINTS[point.rule][1]} for point in candidate.reasons],
            }
            for candidate in plan.candidates
        ],
        "holidays": [asdict(day) for day in plan.holidays],
        "holidays_not_known": list(plan.no_calendar),
        "forums": [_forum_json(forum) for forum in plan.forums],
        "next_forums": [_forum_json(forum) for forum in plan.next_forums],
        "forums_of_one": [_forum_json(forum) for forum in plan.one_sided],
        "forums_without_days": [_forum_json(forum) for forum in plan.undated],
        "anniversaries": [asdict(item) for item in plan.anniversaries],
        "agenda": [
            owed_json(item.owed) | {"why": item.why, "reason": AGENDA_REASONS[item.why]} for item in plan.agenda
        ],
        "programme": {
            "shape": plan.shape.id if plan.shape else None,
            "slots": [
                {
                    "format": slot.format,
                    "day": slot.day,
                    "start_time": slot.start_time,
                    "minutes": slot.minutes,
                    "words": _words(slot.evidence),
                }
                for slot in plan.programme
            ],
        },
    }


def _announced_json(item: Announced) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": "next_step"
        if isinstance(item, NextStepAccount)
        else "meeting"
        if isinstance(item, MeetingAccount)
        else "visit",
        "status": None if isinstance(item, NextStepAccount) else item.status,
        "start": item.when if isinstance(item, NextStepAccount) else item.start,
        "text": item.text if isinstance(item, NextStepAccount) else None,
        "words": _words(item.evidence),
        "documents": [source_json(source) for source in item.sources],
    }


def _forum_json(forum: ForumMeeting) -> dict[str, Any]:
    return asdict(forum) | {"start": forum.start or None, "forum": forum.forum or None, "members": list(forum.members)}


def _claimed(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    return _words(dict.fromkeys((claim.document_id, item) for claim in claims for item in claim.evidence))


def _words(evidence: Iterable[tuple[str, Evidence]]) -> list[dict[str, Any]]:
    return [{"document": document, **evidence_json(item)} for document, item in evidence]
