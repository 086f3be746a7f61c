"""Tell of three who met two at a time: "separate bilateral meetings between the three countries".

In:   what such a frame says, and the meetings found so far; among them that of all three, if the text names it.
Out:  a meeting for each pair, at the level and in the place of the meeting beside which they met.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from shuttle.reading.encounters import Encounter, Words, country_of, note
from shuttle.reading.frame_reading import FrameReading
from shuttle.records.dates import first_day

__all__ = ["meet_in_pairs", "share_place"]

# Who names more meets in no pairs that anybody could list.
_MOST = 4
# So many days before or after the meeting of all, they met where it was.
_BESIDE = 3


def meet_in_pairs(reading: FrameReading, encounters: Sequence[Encounter]) -> tuple[list[Encounter], Encounter | None]:
    """Return the meetings of each two that a pairwise frame tells of, and the meeting of all beside which they were.

    Pairs that are among ``encounters`` already are left as they are.
    """
    frame = reading.frame
    source = _meeting_of_all(reading, encounters)
    codes = reading.countries if len(reading.countries) > 2 else source.countries if source else []
    if not 2 < len(codes) <= _MOST:
        return [], source
    people = [*reading.members, *(source.members if source else [])]
    found: list[Encounter] = []
    for pair in itertools.combinations(codes, 2):
        if any(set(e.countries) == set(pair) and frame.line in e.lines for e in encounters):
            continue
        encounter = Encounter(frame.rule, frame.status, len(encounters) + len(found))
        encounter.countries = list(pair)
        encounter.members = list(dict.fromkeys(m for m in people if m.country in pair))
        encounter.level = reading.level or (source.level if source else None)
        encounter.background = True
        encounter.words.append(Words(frame.line.sentence.start, frame.line.sentence.end, None))
        encounter.lines.append(frame.line)
        encounter.frames.append(frame)
        if reading.date is not None:
            encounter.date = reading.date.value
            note(encounter, frame.line, reading.date, "start")
        if reading.place is not None:
            encounter.place = reading.place.value
            note(encounter, frame.line, reading.place, "place")
        found.append(encounter)
    return found, source


def _meeting_of_all(reading: FrameReading, encounters: Sequence[Encounter]) -> Encounter | None:
    """Return the meeting of all who met in pairs: named in the same sentence, else last before it, else next."""
    size = reading.group.size if reading.group else 0
    fitting = [
        e
        for e in encounters
        if (set(reading.countries) <= set(e.countries) and len(e.countries) == size if size else len(e.countries) > 2)
        and (len(reading.countries) < 3 or set(reading.countries) == set(e.countries))
    ]
    here = reading.frame.line.sentence.index

    def distance(encounter: Encounter) -> tuple[int, int]:
        line = min((abs(here - line.sentence.index) for line in encounter.lines), default=99)
        return line, encounter.order

    return min(fitting, key=distance, default=None)


def share_place(encounter: Encounter, source: Encounter | None) -> None:
    """Place a meeting of two where the meeting of all was, if they were on the same days."""
    if source is None or encounter.place is not None or source.place is None:
        return
    mine, theirs = encounter.start(), source.start()
    if mine and theirs and abs((first_day(mine) - first_day(theirs)).days) > _BESIDE:
        return
    encounter.place = source.place
    encounter.words += [words for words in source.words if words.field == "place"]
    land = country_of(source.place)
    if land in encounter.countries and encounter.host is None:
        encounter.host = land
