"""Accounts and judgements as JSON lines: every value with the rule that chose it, every claim with its words.

In:   an account or a judgement.
Out:  JSON values.

The ledger itself is exported as its readings, in the reading format, with the judgements: from these two another
ledger comes to the same accounts. Lines of accounts are for those who want what Shuttle made of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from typing import Any, cast, get_args

from shuttle.errors import RecordError
from shuttle.records.accounts import (
    Account,
    CommitmentAccount,
    MeetingAccount,
    NextStepAccount,
    OutcomeAccount,
    StatementAccount,
)
from shuttle.records.judgements import Judgement, JudgementKind
from shuttle.views.account_json import claim_json, source_json
from shuttle.views.exports.tables import OF_ACCOUNT

__all__ = ["account_line", "judgement_from", "judgement_line"]

_UNDER_MEETINGS = (CommitmentAccount, StatementAccount, NextStepAccount, OutcomeAccount)


def account_line(account: Account) -> dict[str, Any]:
    """Return an account with all that it rests on."""
    sources = {source.document_id: source for source in account.sources}
    about = account.about if isinstance(account, MeetingAccount) else ()
    line: dict[str, Any] = {
        "id": account.id,
        "kind": OF_ACCOUNT[type(account)].removesuffix("s"),
        "values": {value.field: _plain(value.value) for value in account.fields},
        "rules": {value.field: value.rule for value in account.fields if value.claims},
        "differing": [value.field for value in account.differences],
    }
    if isinstance(account, MeetingAccount):
        line["people"] = [_plain(entry.person) for entry in account.people]
        line["unplaced"] = account.unplaced
    if isinstance(account, _UNDER_MEETINGS):
        line["meeting"] = account.meeting
    if isinstance(account, OutcomeAccount):
        line["follows_meeting"] = account.follows_meeting
    line["claims"] = [
        {"id": claim.id, "finding": claim.finding} | claim_json(claim, value, sources.get(claim.document_id))
        for value in account.fields
        for claim in value.all_claims
    ]
    line["documents"] = [source_json(source) | {"main": source.document_id in about} for source in account.sources]
    line["memberships"] = [
        {"finding": m.finding, "score": m.score, "reasons": list(m.reasons), "method": m.method}
        for m in account.memberships
    ]
    return line


def judgement_line(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as it can be taken over by another ledger."""
    return {
        "kind": judgement.kind,
        "sides": [list(side) for side in judgement.sides],
        "details": judgement.details,
        "by": judgement.by,
        "because": judgement.because,
        "entry": judgement.entry,
        "recorded_at": judgement.recorded_at,
    }


def judgement_from(line: Mapping[str, Any]) -> Judgement:
    """Return the judgement that a line holds.

    Raises:
        RecordError: it holds none, or a key is of another kind than `judgement_line` writes.
    """
    kind, sides, details = line.get("kind"), line.get("sides"), line.get("details")
    if kind not in get_args(JudgementKind) or kind == "undo":
        raise RecordError(f"{kind!r:.40} is no kind of judgement that can be taken over. See docs/exporting.md.")
    named = isinstance(sides, list) and all(
        isinstance(side, list) and side and all(isinstance(name, str) for name in side) for side in sides
    )
    if not named or not 1 <= len(sides or ()) <= 2 or not isinstance(details, dict):
        raise RecordError("a judgement needs 'sides', one or two lists of ids, and 'details'. See docs/exporting.md.")
    by, because, recorded_at = line.get("by"), line.get("because"), line.get("recorded_at")
    if not isinstance(by, str) or not by.strip() or not isinstance(because, str | None):
        raise RecordError("a judgement needs 'by', the name of whoever decided; 'because' is text or null.")
    return Judgement(
        entry=0,
        recorded_at=recorded_at if isinstance(recorded_at, str) else "",
        by=" ".join(by.split()),
        kind=cast(JudgementKind, kind),
        sides=tuple(tuple(sorted(set(side))) for side in sides or ()),
        details=details,
        because=because,
    )


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(part) for key, part in asdict(value).items() if key != "evidence"}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value
