"""Decide: what people judge, recorded with their reason, and what follows from it at once.

    ledger.judging("Ana").different("ma-12", "ma-34", "two readouts of two calls on one day")

Each decision is one transaction: the judgement, the memberships that change with it, and the seal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, select

from shuttle.errors import DecidedMeanwhileError, JudgementError
from shuttle.ledger import dialect, schema
from shuttle.ledger.constraints import Constraints
from shuttle.ledger.current import accounts_of, chunks, members_of, stand, standing_reading, withdraw
from shuttle.ledger.edits import checked_value
from shuttle.ledger.foreign import checked_details, known_here, stands_here
from shuttle.ledger.joining import rejoin
from shuttle.ledger.judgements import about, load_judgement, record
from shuttle.ledger.resolving import resolve
from shuttle.ledger.sealing import seal
from shuttle.records import dates
from shuttle.records.judgements import COMPLETIONS, LIVES, RELATIONS, Judgement, JudgementKind

__all__ = ["Judging", "findings_named", "withdrawal"]

_KINDS = {"m": "meeting", "v": "visit", "c": "commitment", "s": "statement", "n": "next step", "o": "outcome"}
_NO_SCORE = "none"


class Judging:
    """What one person decides. Made by `Ledger.judging`."""

    def __init__(self, engine: Engine, clock: Callable[[], dt.datetime], by: str, seen: int | None = None) -> None:
        name = " ".join(by.split())
        if not name:
            raise JudgementError("a judgement needs the name of whoever decides. Give one with --by NAME.")
        self._engine = engine
        self._clock = clock
        self._by = name
        self._seen = seen

    def same(self, one: str, other: str, because: str | None = None) -> Judgement:
        """Record that two records (accounts, findings, or documents by their main meeting) tell of the same.

        Raises:
            JudgementError: they are of different kinds, are one already, or were judged different.
            UnknownRecordError: there is no such record.
        """
        return self._compare("same", one, other, because)

    def different(self, one: str, other: str, because: str | None = None) -> Judgement:
        """Record that two records do not tell of the same: a finding and the account that holds it, or two accounts.

        Raises:
            JudgementError: they are of different kinds, are one record, or were judged the same.
            UnknownRecordError: there is no such record.
        """
        return self._compare("different", one, other, because)

    def link(self, commitment: str, target: str, relation: str, because: str | None = None) -> Judgement:
        """Record that a document, consultation, meeting or outcome ``relation`` (delivers, partly, ...) a commitment.

        Raises:
            JudgementError: the first is no commitment, the second no evidence, or the relation is unknown.
            UnknownRecordError: there is no such record.
        """
        _one_of("relation", relation, RELATIONS)
        with dialect.writing(self._engine) as connection:
            promised = _of_kind(findings_named(connection, commitment), commitment, "c")
            evidence = findings_named(connection, target, documents=True)
            if set(evidence) & set(promised):
                raise JudgementError(f"{target!r} is the commitment itself; name what came of it.")
            return self._record(connection, "link", (promised, evidence), because, {"relation": relation})

    def assess(
        self,
        commitment: str,
        *,
        score: int | None,
        completion: str | None = None,
        window: str | None = None,
        life: str | None = None,
        because: str | None = None,
    ) -> Judgement:
        """Record how far a commitment was kept.

        Args:
            score: -1 (not kept), 0 (partly, or under way), 1 (kept), as the G7 Research Group scores; None for none.
            completion: in the words of the Open Government Partnership (`COMPLETIONS`).
            window: the time looked at, ``2025-08-23..2026-08-23``.
            life: where the commitment stands in its life, if that is to be said as well (`LIVES`).

        Raises:
            JudgementError: a value is none of those possible, or the record is no commitment.
            UnknownRecordError: there is no such record.
        """
        if score not in (-1, 0, 1, None):
            raise JudgementError(f"score {score}: a score is -1, 0 or 1, or none.")
        details: dict[str, Any] = {"score": score}
        if completion is not None:
            details["completion"] = _one_of("completion", completion, COMPLETIONS)
        if life is not None:
            details["life"] = _one_of("life", life, LIVES)
        if window is not None:
            details["window"] = list(_window(window))
        if len(details) == 1 and score is None:
            raise JudgementError("an assessment says something: give --score, --completion or --life.")
        with dialect.writing(self._engine) as connection:
            promised = _of_kind(findings_named(connection, commitment), commitment, "c")
            return self._record(connection, "assess", (promised,), because, details)

    def edit(self, name: str, field: str, value: str, because: str | None = None) -> Judgement:
        """Record that a field of a meeting, visit or commitment has another value than Shuttle took.

        Raises:
            JudgementError: the record has no such field, or the value is none of that field.
            UnknownRecordError: there is no such record.
        """
        with dialect.writing(self._engine) as connection:
            findings = findings_named(connection, name)
            details = {"field": field, "value": checked_value(_KINDS[findings[0][0]], field, value)}
            return self._record(connection, "edit", (findings,), because, details)

    def accept(self, name: str, because: str | None = None, *, item: str | None = None) -> Judgement:
        """Record that what the reader was unsure of is right; ``item`` names what was in doubt.

        Raises:
            UnknownRecordError: there is no such record.
        """
        with dialect.writing(self._engine) as connection:
            findings = findings_named(connection, name, documents=True)
            return self._record(connection, "accept", (findings,), because, {"item": item} if item else {})

    def reject(self, name: str, because: str | None = None) -> Judgement:
        """Record that a finding, or all of an account, was read wrongly: it counts no more.

        Raises:
            UnknownRecordError: there is no such record.
        """
        with dialect.writing(self._engine) as connection:
            return self._record(connection, "reject", (findings_named(connection, name),), because)

    def forget(self, document: str, because: str | None = None) -> Judgement:
        """Withdraw a document: nothing that it says counts any more.

        Raises:
            JudgementError: the record is no document, or was withdrawn before.
            UnknownRecordError: there is no such record.
        """
        with dialect.writing(self._engine) as connection:
            table, name = resolve(connection, document)
            if table != "document":
                raise JudgementError(f"{document!r} is no document. `shuttle show` tells which documents say it.")
            entry = withdrawal(connection, name)
            if entry is not None:
                raise JudgementError(f"{name} was withdrawn before. `shuttle undo {entry}` brings it back.")
            return self._record(connection, "forget", ([name],), because)

    def undo(self, number: int, because: str | None = None) -> Judgement:
        """Take a judgement back; what followed from it is worked out anew without it.

        Raises:
            JudgementError: there is no such judgement, or it was taken back before.
        """
        with dialect.writing(self._engine) as connection:
            judgement = load_judgement(connection, number)
            if judgement.kind == "undo":
                raise JudgementError(
                    f"entry {number} took a judgement back; that stays in the history. Make the judgement anew instead."
                )
            if judgement.undone is not None:
                raise JudgementError(f"entry {number} was taken back before, by entry {judgement.undone}.")
            return self._record(connection, "undo", judgement.sides, because, undone=judgement)

    def take_over(self, judgement: Judgement) -> Judgement | None:
        """Record a judgement as it was made in another ledger; its number and time are this ledger's.

        Returns:
            What was recorded; None if it stands here already, or if the ledger holds nothing of one of its sides.

        Raises:
            JudgementError: it says what no judgement of its kind says, or the opposite of one that stands.
        """
        kind, sides, details = judgement.kind, judgement.sides, checked_details(judgement)
        with dialect.writing(self._engine) as connection:
            if stands_here(connection, judgement, self._by) or not known_here(connection, sides):
                return None
            if kind in ("same", "different"):
                self._refuse_clash(connection, kind, list(sides[0]), list(sides[1]))
            if kind == "forget" and withdrawal(connection, sides[0][0]) is not None:
                return None
            return self._record(connection, kind, sides, judgement.because, details)

    def _compare(self, kind: JudgementKind, one: str, other: str, because: str | None) -> Judgement:
        with dialect.writing(self._engine) as connection:
            mine, theirs = _two_sides(connection, kind, one, other)
            self._refuse_clash(connection, kind, mine, theirs)
            return self._record(connection, kind, (mine, theirs), because)

    def _refuse_clash(self, connection: Connection, kind: JudgementKind, mine: list[str], theirs: list[str]) -> None:
        judged = about(connection, {*mine, *theirs}, ("same", "different"))
        new = Judgement(0, "", self._by, kind, (tuple(mine), tuple(theirs)))
        clash = Constraints((*_closed(connection, judged), new)).contradiction()
        if clash:
            against = clash[2] if kind == "same" else next(j for j in judged if j.kind == "same")
            raise JudgementError(
                f"entry {against.entry} says the opposite ({against.by} judged {clash[0]} and {clash[1]} "
                f"{against.kind}). Take it back first: `shuttle undo {against.entry}`."
            )

    def _record(
        self,
        connection: Connection,
        kind: JudgementKind,
        sides: Sequence[Iterable[str]],
        because: str | None,
        details: Mapping[str, Any] | None = None,
        undone: Judgement | None = None,
    ) -> Judgement:
        reason = " ".join(because.split()) if because else None
        named = [tuple(sorted(set(side))) for side in sides]
        if self._seen is not None:
            _unless_decided(connection, named, self._seen)
        entry = record(
            connection,
            kind,
            named,
            now=self._clock().astimezone(dt.UTC).isoformat(timespec="seconds"),
            by=self._by,
            subject=_subject(connection, named[0]),
            because=reason,
            details=details,
            undoes=undone.entry if undone else None,
        )
        _apply(connection, entry, undone.kind if undone else kind, named, taken_back=undone is not None)
        seal(connection, entry)
        return load_judgement(connection, entry)


def _unless_decided(connection: Connection, sides: Sequence[Sequence[str]], seen: int) -> None:
    """Refuse a decision about records of which others decided after entry ``seen``."""
    names = {name for side in sides for name in side}
    later = [j for j in about(connection, names, standing_only=False) if j.entry > seen]
    if later:
        who = ", ".join(dict.fromkeys(judgement.by for judgement in later))
        raise DecidedMeanwhileError(
            f"{who} decided about this record since you looked (entry {later[-1].entry}). Look again, then decide.",
            tuple(judgement.entry for judgement in later),
        )


def findings_named(connection: Connection, name: str, *, documents: bool = False) -> list[str]:
    """Return the findings that a record holds: those of an account, a finding itself, or a document's.

    Args:
        name: an id or the beginning of one.
        documents: give a document as itself, and not as the finding that is its main meeting.

    Raises:
        UnknownRecordError: there is no such record.
        JudgementError: a document was named, and it is about no meeting.
    """
    table, found = resolve(connection, name)
    if table == "account":
        return members_of(connection, [found]).get(found) or [found]
    if table == "finding" or documents:
        return [found]
    query = select(schema.findings.c.id).where(
        schema.findings.c.reading == standing_reading(connection, found), schema.findings.c.main
    )
    main = connection.scalar(query)
    if main is None:
        raise JudgementError(f"{found} is about no meeting. Name a meeting, visit or commitment in it.")
    return [main]


def withdrawal(connection: Connection, document_id: str) -> int | None:
    """Return the number of the judgement by which a document was withdrawn, None if it was not."""
    found = about(connection, [document_id], ("forget",))
    return found[-1].entry if found else None


def _two_sides(connection: Connection, kind: JudgementKind, one: str, other: str) -> tuple[list[str], list[str]]:
    mine, theirs = findings_named(connection, one), findings_named(connection, other)
    letters = {name[0] for name in (*mine, *theirs)}
    if len(letters) > 1:
        kinds = " and a ".join(sorted(_KINDS.get(letter, "document") for letter in letters))
        raise JudgementError(f"a {kinds} cannot be compared. Name two records of one kind.")
    if set(mine) == set(theirs):
        raise JudgementError(
            f"{one!r} and {other!r} are one record. "
            + (
                "Nothing needs to be judged."
                if kind == "same"
                else "Name the findings that do not belong together; `shuttle show` lists them."
            )
        )
    if kind == "different":
        # A finding against the account that holds it: against all the others in it.
        if set(mine) < set(theirs):
            theirs = [name for name in theirs if name not in mine]
        elif set(theirs) < set(mine):
            mine = [name for name in mine if name not in theirs]
    return mine, theirs


def _closed(connection: Connection, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return ``judgements`` with all that say something of the findings they name, and so on."""
    known = {judgement.entry: judgement for judgement in judgements}
    while True:
        names = {name for judgement in known.values() for side in judgement.sides for name in side}
        more = {j.entry: j for j in about(connection, names, ("same", "different")) if j.entry not in known}
        if not more:
            return tuple(known.values())
        known |= more


def _subject(connection: Connection, names: Sequence[str]) -> str:
    """Return what the history calls the record: the account that holds the findings, or the document."""
    if names[0].startswith("d-"):
        return names[0]
    accounts = set(accounts_of(connection, names).values())
    account = accounts.pop() if len(accounts) == 1 else None
    return account if account and len(names) > 1 else names[0]


def _apply(
    connection: Connection, entry: int, kind: JudgementKind, sides: Sequence[Sequence[str]], *, taken_back: bool
) -> None:
    """Bring what counts up to date with a judgement, or with its being taken back."""
    names = [name for side in sides for name in side]
    if kind == "forget":
        _withdraw_or_restore(connection, entry, names[0], restore=taken_back)
    elif kind in ("same", "different", "reject"):
        rejoin(connection, entry, _readings_of(connection, names), judged=names)


def _withdraw_or_restore(connection: Connection, entry: int, document: str, *, restore: bool) -> None:
    newest = (
        select(schema.readings.c.seq)
        .where(schema.readings.c.document_id == document)
        .order_by(schema.readings.c.generation.desc())
        .limit(1)
    )
    reading = connection.scalars(newest).one()
    findings = connection.scalars(select(schema.findings.c.id).where(schema.findings.c.reading == reading)).all()
    if restore:
        stand(connection, document, reading)
        rejoin(connection, entry, [reading])
    else:
        withdraw(connection, document)
        reason = f"its document was withdrawn (entry {entry})"
        rejoin(connection, entry, [reading], retired=dict.fromkeys(findings, reason))


def _readings_of(connection: Connection, findings: Sequence[str]) -> list[int]:
    found: set[int] = set()
    for some in chunks(sorted(set(findings))):
        query = (
            select(schema.findings.c.reading)
            .join(schema.standing, schema.standing.c.reading == schema.findings.c.reading)
            .where(schema.findings.c.id.in_(some))
        )
        found.update(connection.scalars(query))
    return sorted(found)


def _of_kind(findings: list[str], name: str, letter: str) -> list[str]:
    if any(finding[0] != letter for finding in findings):
        raise JudgementError(f"{name!r} is no {_KINDS[letter]}. `shuttle {_KINDS[letter]}s` lists {_KINDS[letter]}s.")
    return findings


def _one_of(what: str, value: str, possible: Sequence[str]) -> str:
    if value not in possible:
        raise JudgementError(f"{what} {value!r} is none of: {', '.join(possible)}.")
    return value


def _window(text: str) -> tuple[str, str]:
    first, divider, last = text.partition("..")
    if not divider:
        raise JudgementError(f"window {text!r}: give two days, such as 2025-08-23..2026-08-23.")
    for day in (first, last):
        dates.check_date(day)
    if dates.first_day(first) > dates.last_day(last):
        raise JudgementError(f"window {text!r} ends before it begins.")
    return first, last
