"""What people judged about findings, learned as far as it is needed.

A judgement that two findings are one reaches on to what they are judged to be one with, whether or not
their documents count today.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from shuttle.ledger.constraints import Constraints
from shuttle.ledger.judgements import about
from shuttle.records.judgements import Judgement

__all__ = ["Bounds"]


class Bounds:
    """The judgements about the findings that were asked for, with all that they reach.

    Attributes:
        sameness: who must be with whom, and who must not.
        rejected: findings that were judged to be wrong, with the reason in words.
    """

    def __init__(self, connection: Connection) -> None:
        self.sameness = Constraints()
        self.rejected: dict[str, str] = {}
        self._connection = connection
        self._asked: set[str] = set()
        self._known: dict[int, Judgement] = {}

    def learn(self, findings: Iterable[str]) -> None:
        """Learn what is judged about ``findings``."""
        fresh = set(findings) - self._asked
        learned = False
        while fresh:
            self._asked |= fresh
            found = about(self._connection, fresh, ("same", "different", "reject"))
            new = [judgement for judgement in found if judgement.entry not in self._known]
            self._known.update((judgement.entry, judgement) for judgement in new)
            learned = learned or bool(new)
            fresh = {name for j in new if j.kind != "reject" for side in j.sides for name in side} - self._asked
        if not learned:
            return
        self.sameness = Constraints(self._known.values())
        for judgement in sorted(self._known.values(), key=lambda j: j.entry):
            if judgement.kind == "reject":
                reason = f": {judgement.because}" if judgement.because else ""
                for finding in judgement.sides[0]:
                    self.rejected[finding] = f"{judgement.by} judged it wrong (entry {judgement.entry}){reason}"

    def linked(self, findings: Iterable[str]) -> set[str]:
        """Return the findings that were judged to be with any of ``findings``, or not to be."""
        return {name for finding in findings for name in self.sameness.linked(finding)}
