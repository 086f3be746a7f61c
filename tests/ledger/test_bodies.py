"""A finding in one piece is the finding."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.ledger.bodies import body_of, finding_from
from shuttle.records.evidence import Evidence
from shuttle.records.findings import (
    Commitment,
    EventCode,
    Meeting,
    NextStep,
    Outcome,
    Person,
    Place,
    Session,
    Statement,
    Visit,
)

_WORDS = st.text(min_size=1, max_size=8)
_SOME = st.none() | _WORDS
_MANY = st.lists(_WORDS, max_size=3).map(tuple)
_EVIDENCE = st.lists(st.builds(Evidence, st.integers(0, 9), st.integers(10, 20), _WORDS, _SOME), max_size=3).map(tuple)
_PEOPLE = st.builds(Person, _SOME, _SOME, _SOME)
_CODES = st.none() | st.builds(EventCode, _WORDS, _WORDS, _SOME, _MANY, _MANY)
_ANY: dict[str, Any] = {
    "person": _PEOPLE,
    "speaker": _PEOPLE,
    "people": st.lists(_PEOPLE, max_size=3).map(tuple),
    "place": st.none() | st.builds(Place, _WORDS, _SOME),
    "sessions": st.lists(st.builds(Session, _WORDS, _SOME, st.none() | st.integers(1, 99), _EVIDENCE), max_size=2).map(
        tuple
    ),
    "evidence": _EVIDENCE,
    "code": _CODES,
    **dict.fromkeys(("main", "quoted"), st.booleans()),
    **dict.fromkeys(("duration_minutes", "ordinal"), st.none() | st.integers(1, 9)),
    **dict.fromkeys(("countries", "by", "areas", "formats"), _MANY),
}
_KINDS: dict[str, type[Any]] = {
    "meeting": Meeting,
    "visit": Visit,
    "commitment": Commitment,
    "statement": Statement,
    "next_step": NextStep,
    "outcome": Outcome,
}


@pytest.mark.parametrize("kind", sorted(_KINDS))
@given(data=st.data())
def test_what_is_written_in_one_piece_comes_out_equal(kind: str, data: st.DataObject) -> None:
    """Whatever a finding says, and whatever it leaves open, comes out of its body as it went in."""
    cls = _KINDS[kind]
    finding = data.draw(st.builds(cls, **{name: _ANY.get(name, _SOME) for name in cls.__dataclass_fields__}))
    assert finding_from(kind, body_of(finding)) == finding
    assert finding_from(kind, body_of(replace(finding, id="other"))) != finding
