"""Charts by hand, for the tests of the pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import strategies as st

from shuttle.records.findings import Status
from shuttle.views.pictures.chart import ELSEWHERE, KINDS, Chart, Mark, day_in_short

#: Words that would do harm if they were taken for markup, and characters that no XML can hold.
HOSTILE = "<script>alert(1)</script>&\"'\x00\x1b[2J\ufffe]]>\u202eevil"


def mark(start: str, number: int = 0, **fields: Any) -> Mark:
    """Return a summit in Seoul unless told otherwise."""
    values: dict[str, Any] = {
        "id": f"ma-{number:04}",
        "kind": "summit",
        "lane": "KOR",
        "status": "held",
        "start": start,
        "end": fields.get("end", start),
        "head": day_in_short(start),
        "detail": "Seoul",
        "sentence": f"{start}: summit, Seoul.",
        "sources": (),
        **fields,
    }
    return Mark(**values)


def chart(marks: Sequence[Mark], **fields: Any) -> Chart:
    """Return a chart of Korea and Japan with these marks and no gaps unless told otherwise."""
    values: dict[str, Any] = {
        "countries": ("KOR", "JPN"), "names": ("South Korea", "Japan"), "as_of": "2026-01-20",
        "marks": tuple(sorted(marks, key=lambda m: (m.start, m.id))), "gaps": (), "last": None, "since_last": None,
        "undated": (), "rows": (), "events": (), **fields,
    }  # fmt: skip
    return Chart(**values)


@st.composite
def charts(draw: st.DrawFn, most: int = 40) -> Chart:
    """Charts of any density: from events of one week to events of centuries."""
    first = draw(st.integers(dt.date(1500, 1, 1).toordinal(), dt.date(2090, 1, 1).toordinal()))
    span = draw(st.sampled_from((7, 60, 400, 4000, 40_000)))
    made = []
    for number in range(draw(st.integers(1, most))):
        day = dt.date.fromordinal(first + draw(st.integers(0, span))).isoformat()
        start = day[: draw(st.sampled_from((4, 7, 10, 10, 10)))]
        made.append(
            mark(
                start,
                number,
                kind=draw(st.sampled_from(tuple(KINDS))),
                lane=draw(st.sampled_from(("KOR", "JPN", ELSEWHERE))),
                status=draw(st.sampled_from(get_args(Status))),
                detail=draw(
                    st.sampled_from(("", "Seoul", "a very long name of a place that nobody can read", "경주시"))
                ),
            )
        )
    return chart(made)
