"""`shuttle.analysis.follow_through`: the life of a commitment by its links, and how long it has been silent."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ledger.factory import Writing

from shuttle.analysis.follow_through import FollowThrough, Judged, follow_through
from shuttle.ledger.assembly import Held, assemble
from shuttle.ledger.following import Link
from shuttle.ledger.lookup import source_of
from shuttle.records.accounts import CommitmentAccount, account_id
from shuttle.records.evidence import Evidence


def promise() -> CommitmentAccount:
    """Return a commitment of 23 August 2025."""
    reading = Writing("They agreed to launch a body.", published="2025-08-23").commitment("launch a body").reading()
    found = reading.commitments[0]
    account = assemble(account_id([found.id]), [Held(found, source_of(reading.document))])
    assert isinstance(account, CommitmentAccount)
    return account


def link(relation: Any, since: str | None, standing: Any = "by rule", target: str = "oa-1") -> Link:
    """Return a link of that relation and day."""
    words = (("d-1", Evidence(0, 4, str(relation)[:4])),)
    return Link(promise().id, target, "outcome", relation, standing, 1.0, ("why",), words, since)


def life(*links: Link, as_of: str = "2026-01-15", judged: tuple[Judged, ...] = ()) -> FollowThrough:
    """Return where the commitment stands."""
    (found,) = follow_through([promise()], links, (), as_of, judged)
    return found


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ((), "stated"),
        ((link("takes up", "2025-09-29"),), "in consultation"),
        ((link("takes up", "2025-09-29"), link("supports", "2025-10-01")), "in implementation"),
        ((link("partly", "2025-10-01"), link("takes up", "2025-10-02")), "in implementation"),
        ((link("delivers", "2025-09-29"), link("supports", "2026-01-13")), "delivered"),
        ((link("delivers", "2025-09-29"), link("contradicts", "2026-01-13")), "stalled"),
        ((link("contradicts", "2025-09-29"), link("supports", "2026-01-13")), "in implementation"),
        ((link("contradicts", "2025-09-29"), link("delivers", "2025-09-29")), "stalled"),
        ((link("delivers", "2025-09-29", "proposed"),), "stated"),
        ((link("delivers", "2026-02-01"),), "stated"),
    ],
)
def test_the_latest_word_counts(links: tuple[Link, ...], expected: str) -> None:
    """Proposals and what lies after the day move nothing."""
    assert life(*links).life == expected


def test_time_alone_changes_nothing() -> None:
    """Ten years of silence are shown as silence."""
    found = life(link("takes up", "2025-09-29"), as_of="2035-01-01")
    assert (found.life, found.silence) == ("in consultation", "no evidence since 29 September 2025")


def test_age_and_last_evidence() -> None:
    """Age in days, the last evidence and its words; evidence of the day itself is no silence."""
    found = life(link("supports", "2026-01-13"), link("takes up", "2025-09-29", target="ma-1"))
    assert (found.made, found.age, found.last_day) == ("2025-08-23", 145, "2026-01-13")
    assert [item.quote for _, item in found.last_evidence] == ["supp"]
    assert found.silence == "no evidence since 13 January 2026"
    assert life(link("supports", "2026-01-13"), as_of="2026-01-13").silence is None
    assert life().silence == "no evidence since 23 August 2025"


def test_people_judge() -> None:
    """A proposal that is accepted counts, a link that is refused does not, and a judgement may stand alone."""
    mine = promise().id
    proposed = link("delivers", "2025-09-29", "proposed")
    assert life(proposed).proposed == (proposed,)
    assert life(proposed, judged=(Judged(mine, "partly", "2025-12-01", "oa-1"),)).life == "in implementation"
    refused = Judged(mine, "delivers", "2025-12-01", "oa-1", accepted=False)
    assert life(link("delivers", "2025-09-29"), judged=(refused,)).life == "stated"
    assert life(judged=(Judged(mine, "contradicts", "2025-12-01"),)).life == "stalled"


def test_an_order_of_arrival_does_not_matter() -> None:
    """Links are put in the order of time."""
    links = (link("contradicts", "2025-12-01", target="oa-2"), link("delivers", "2025-09-29"))
    assert life(*links) == life(*reversed(links))
