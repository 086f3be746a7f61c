"""What people judged about which findings tell of the same, as grouping asks for it.

In:   judgements "same" and "different".
Out:  for a finding, those that must be with it (its mates) and those that must not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shuttle.records.judgements import Judgement

__all__ = ["Constraints"]


class Constraints:
    """Judgements about sameness. Without any, everything is open.

    Args:
        judgements: those that stand, of the kinds ``same`` and ``different``; others are passed over.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._mates: dict[str, frozenset[str]] = {}
        self._same: dict[str, Judgement] = {}
        self._sides: dict[str, list[tuple[int, int]]] = {}
        self._different: dict[int, Judgement] = {}
        for judgement in sorted(judgements, key=lambda j: j.entry):
            if judgement.kind == "same":
                self._join(judgement)
            elif judgement.kind == "different":
                self._different[judgement.entry] = judgement
                for side, names in enumerate(judgement.sides):
                    for name in names:
                        self._sides.setdefault(name, []).append((judgement.entry, side))
        # What is apart from one of several mates is apart from them all.
        for name, sides in list(self._sides.items()):
            for mate in self._mates.get(name, ()):
                if mate != name:
                    self._sides.setdefault(mate, []).extend(sides)

    def _join(self, judgement: Judgement) -> None:
        named = [name for names in judgement.sides for name in names]
        mates = frozenset(named).union(*(self._mates.get(name, frozenset()) for name in named))
        for name in mates:
            self._mates[name] = mates
        for name in named:
            self._same[name] = judgement

    def mates(self, finding: str) -> frozenset[str]:
        """Return the findings that were judged to be with ``finding``, itself included; empty if none was."""
        return self._mates.get(finding, frozenset())

    def reason(self, finding: str) -> str:
        """Return in words why ``finding`` is with its mates."""
        return _said(self._same[finding])

    def apart(self, one: str, other: str) -> Judgement | None:
        """Return the judgement that keeps two findings apart, None if there is none."""
        theirs = self._sides.get(other)
        if not theirs:
            return None
        for entry, side in self._sides.get(one, ()):
            if (entry, 1 - side) in theirs:
                return self._different[entry]
        return None

    def linked(self, finding: str) -> set[str]:
        """Return all findings that were judged to be with ``finding``, or not to be."""
        names = set(self._mates.get(finding, ()))
        for entry, side in self._sides.get(finding, ()):
            for other in self._different[entry].sides[1 - side]:
                names.update((other, *self._mates.get(other, ())))
        return names

    def contradiction(self) -> tuple[str, str, Judgement] | None:
        """Return two findings that are judged both the same and different, with the judgement that parts them."""
        for mates in set(self._mates.values()):
            ordered = sorted(mates)
            for position, one in enumerate(ordered):
                for other in ordered[position + 1 :]:
                    judgement = self.apart(one, other)
                    if judgement:
                        return one, other, judgement
        return None

    def groups(self, findings: Sequence[str]) -> list[frozenset[str]]:
        """Return the sets of two or more of ``findings`` that were judged to be one."""
        present = frozenset(findings)
        units = {mates & present for name in findings if (mates := self.mates(name))}
        return sorted((unit for unit in units if len(unit) > 1), key=sorted)


def _said(judgement: Judgement) -> str:
    reason = f": {judgement.because}" if judgement.because else ""
    return f"{judgement.by} judged it the same (entry {judgement.entry}){reason}"
