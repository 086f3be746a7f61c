"""What comes from another ledger: whether it is known here, and whether it says what it can say.

In:   an open connection; judgements and ids of findings from elsewhere.
Out:  answers; or an error that names what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from shuttle.errors import JudgementError
from shuttle.ledger import schema
from shuttle.ledger.current import chunks
from shuttle.ledger.edits import EDITABLE, checked_value
from shuttle.ledger.judgements import about
from shuttle.records.dates import check_date
from shuttle.records.judgements import COMPLETIONS, LIVES, RELATIONS, Judgement

__all__ = ["checked_details", "holders", "known_here", "stands_here"]

_LETTERS = {"m": "meeting", "v": "visit", "c": "commitment"}
_TWO_SIDED = frozenset({"same", "different", "link"})


def holders(connection: Connection, findings: Iterable[str]) -> dict[str, str]:
    """Return for each of ``findings`` that was ever kept the document that it was found in."""
    found: dict[str, str] = {}
    for some in chunks(sorted(set(findings))):
        query = (
            select(schema.findings.c.id, schema.readings.c.document_id)
            .join(schema.readings, schema.readings.c.seq == schema.findings.c.reading)
            .where(schema.findings.c.id.in_(some))
        )
        found.update((row.id, row.document_id) for row in connection.execute(query))
    return found


def known_here(connection: Connection, sides: Sequence[Sequence[str]]) -> bool:
    """Return whether the ledger holds something of every side."""
    names = {name for side in sides for name in side}
    known = set(holders(connection, names))
    for some in chunks(sorted(names)):
        known.update(connection.scalars(select(schema.documents.c.id).where(schema.documents.c.id.in_(some))))
    return all(known & set(side) for side in sides)


def stands_here(connection: Connection, judgement: Judgement, by: str) -> bool:
    """Return whether ``by`` has judged the same of the same records, and it stands."""
    names = {name for side in judgement.sides for name in side}
    return any(
        other.by == by and other.sides == judgement.sides and dict(other.details) == dict(judgement.details)
        for other in about(connection, names, (judgement.kind,))
    )


def checked_details(judgement: Judgement) -> dict[str, Any]:
    """Return what a judgement says besides its records, if its kind can say that.

    Raises:
        JudgementError: it cannot.
        RecordError: a date in it is none.
    """
    kind, details = judgement.kind, dict(judgement.details)
    if (len(judgement.sides) == 2) != (kind in _TWO_SIDED):
        raise JudgementError(f"a judgement of the kind {kind!r} has not {len(judgement.sides)} sides.")
    letters = {name[:1] for side in judgement.sides[:1] for name in side}
    allowed = {"link": {"relation"}, "assess": {"score", "completion", "life", "window"}, "edit": {"field", "value"},
               "accept": {"item"}}.get(kind, set())  # fmt: skip
    if set(details) - allowed:
        raise JudgementError(f"a judgement of the kind {kind!r} says nothing of {sorted(set(details) - allowed)}.")
    if kind in ("link", "assess") and letters != {"c"}:
        raise JudgementError(f"a judgement of the kind {kind!r} is about a commitment.")
    if kind == "forget" and letters != {"d"}:
        raise JudgementError("only a document can be withdrawn.")
    if kind == "link":
        _one_of("relation", details.get("relation"), RELATIONS)
    elif kind == "assess":
        _check_assessment(details)
    elif kind == "edit":
        _check_edit(letters, details)
    elif not isinstance(details.get("item", ""), str):
        raise JudgementError("what was in doubt is named by a text.")
    return details


def _check_assessment(details: dict[str, Any]) -> None:
    score = details.get("score")
    if isinstance(score, bool) or score not in (-1, 0, 1, None):
        raise JudgementError(f"score {score!r:.40}: a score is -1, 0 or 1, or none.")
    if "completion" in details:
        _one_of("completion", details["completion"], COMPLETIONS)
    if "life" in details:
        _one_of("life", details["life"], LIVES)
    window = details.get("window", ["2026", "2026"])
    if not isinstance(window, list) or len(window) != 2 or not all(isinstance(day, str) for day in window):
        raise JudgementError(f"window {window!r:.60}: a list of two days.")
    for day in window:
        check_date(day)


def _check_edit(letters: set[str], details: dict[str, Any]) -> None:
    field, value = details.get("field"), details.get("value")
    kind = _LETTERS.get(next(iter(letters), "")) if len(letters) == 1 else None
    if kind is None or not isinstance(field, str) or field not in EDITABLE[kind]:
        raise JudgementError(f"no record of this kind has a field {field!r:.40} that can be edited.")
    if isinstance(value, dict):
        fits = set(value) == {"name", "country"} and field == "place" and isinstance(value["name"], str)
        fits = fits and isinstance(value["country"], str | None)
    else:
        fits = isinstance(value, str | int) and checked_value(kind, field, str(value)) == value
    if not fits:
        raise JudgementError(f"{value!r:.60} is no value of the field {field!r}.")


def _one_of(what: str, value: Any, possible: Sequence[str]) -> None:
    if value not in possible:
        raise JudgementError(f"{what} {value!r:.40} is none of: {', '.join(possible)}.")
