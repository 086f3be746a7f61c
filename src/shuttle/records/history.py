"""What was done to a ledger, whether it is whole, and what in it is in doubt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

__all__ = ["Doubt", "DoubtKind", "Entry", "Mark", "Verdict", "doubt_id"]

DoubtKind = Literal["placed", "open", "issue"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done to the ledger.

    Attributes:
        seq: its place in the ledger's order, from 1.
        recorded_at: when, ISO 8601 in UTC.
        action: ``read``, or the kind of a judgement.
        subject: the document or record it was done to.
        agent: the reader, rule or person that did it.
        because: a person's reason; None if none was given.
        changes: what it changed, a sentence each.
        undone: the number of the judgement that took it back; None while it stands.
        digest: its seal, which covers all before it.
    """

    seq: int
    recorded_at: str
    action: str
    subject: str
    agent: str
    because: str | None
    changes: tuple[str, ...] = ()
    undone: int | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in the ledger's order, by which it can be looked back on.

    Attributes:
        entry: the number of the last entry.
        recorded_at: when that came, ISO 8601 in UTC.
        seal: its digest, which covers all before it.
    """

    entry: int
    recorded_at: str
    seal: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found.

    Attributes:
        entries: how many entries were checked.
        documents: how many documents.
        quotations: how many quotations.
        head: the seal of the last entry: noted down elsewhere, it proves later that nothing before it was changed.
        faults: what is wrong, a sentence each, fifty at most; none for a whole ledger.
    """

    entries: int
    documents: int
    quotations: int
    head: str
    faults: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was decided on little, or not at all.

    Attributes:
        id: by which it can be accepted; it stays the same until what it is about changes.
        kind: ``placed`` (a finding in an account by weak reasons), ``open`` (several events fit), or
            ``issue`` (something in a document that could not be read or resolved).
        record: the finding, or the document of an issue.
        account: the account that holds the finding.
        candidates: for an open one, the accounts that fit.
        reasons: what spoke for it, in words.
        score: of the membership, from 0 to 1.
    """

    id: str
    kind: DoubtKind
    record: str
    account: str | None
    candidates: tuple[str, ...]
    reasons: tuple[str, ...]
    score: float


def doubt_id(*parts: str) -> str:
    """Return the id of a doubt about ``parts``.

    >>> doubt_id("placed", "m-1", "ma-1") == doubt_id("placed", "m-1", "ma-1")
    True
    """
    return f"r-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:8]}"
