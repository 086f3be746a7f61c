"""`shuttle.ledger.values`: one claimed value, the rule that chose it, and every claim kept."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.ledger.values import Weight, choose, collect
from shuttle.records.claims import VALUE_RULES, Claim, Source, SourceKind
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Place

_PRESS = Source("d-p", "p.txt", None, "Daily", None, "2026-01-14", "given", None, "press", "p")
_SEOUL = replace(_PRESS, document_id="d-k", side="KOR", kind="government", text_key="k")
_TOKYO = replace(_PRESS, document_id="d-j", side="JPN", kind="government", text_key="j")
_PARIS = replace(_PRESS, document_id="d-f", side="FRA", kind="government", text_key="f")
_OTHER_PAPER = replace(_PRESS, document_id="d-q", text_key="q")
_CHEAP = replace(_PRESS, document_id="d-a", kind="aggregator", text_key="a")


def _choose(field: str, *said: tuple[Source, Any], planned: tuple[Source, ...] = ()) -> Any:
    claims, weights = [], {}
    for source, value in said:
        finding = f"m-{source.document_id}"
        claims.append(
            Claim(f"{finding}.{field}", finding, field, value, (Evidence(0, 1, "x"),), source.document_id, "by.hand")
        )
        party = source.side in ("KOR", "JPN")
        weights[finding] = Weight(source, happened=source not in planned, party=party)
    return choose(field, claims, weights)


def test_no_claim_gives_no_value() -> None:
    """No claim gives no value."""
    assert (_choose("start").value, _choose("start").rule) == (None, "no claim")


@pytest.mark.parametrize(
    ("said", "value", "rule"),
    [
        pytest.param([(_PRESS, 100)], 100, "only one claim", id="one"),
        pytest.param([(_PRESS, 100), (_SEOUL, 100)], 100, "claims agree", id="agree"),
        pytest.param(
            [(_SEOUL, 88), (_TOKYO, 88), (_PRESS, 100)], 88, "government over press", id="two-sides-over-press"
        ),
        pytest.param([(_PRESS, 100), (_SEOUL, 88)], 88, "government over press", id="government"),
        pytest.param([(_PARIS, 100), (_SEOUL, 88)], 88, "government over press", id="third-government-is-no-party"),
        pytest.param([(_CHEAP, 100), (_PRESS, 88)], 88, "press over aggregator", id="press"),
        pytest.param([(_SEOUL, 100), (_TOKYO, 88)], 88, "smaller document id", id="a-side-each"),
        pytest.param(
            [(_PRESS, 100), (_OTHER_PAPER, 88), (replace(_OTHER_PAPER, document_id="d-r", text_key="r"), 88)],
            88,
            "more independent sources",
            id="two-papers",
        ),
        pytest.param(
            [(_PRESS, 100), (replace(_PRESS, document_id="d-q", published="2026-01-13"), 88)],
            88,
            "earlier publication",
            id="earlier",
        ),
    ],
)
def test_the_first_rule_that_tells_two_values_apart_decides(said: Any, value: int, rule: str) -> None:
    """Each rule decides where all before it are silent, and is named."""
    found = _choose("duration_minutes", *said)
    assert (found.value, found.rule) == (value, rule)


def test_two_sides_against_one_side_is_named_so() -> None:
    """Two sides against one side is named so."""
    washington = replace(_SEOUL, document_id="d-u", text_key="u")
    found = _choose("ordinal", (_SEOUL, 3), (_TOKYO, 3), (washington, 2))
    assert (found.value, found.rule) == (3, "both sides over one side")


def test_copied_text_counts_as_one_source() -> None:
    """Copied text counts as one source."""
    copies = [(replace(_PRESS, document_id=f"d-z{n}", text_key="copied"), 88) for n in range(5)]
    found = _choose("duration_minutes", (_PRESS, 100), *copies)
    assert (found.value, found.rule) == (100, "smaller document id")


def test_what_was_held_outranks_a_governments_plan() -> None:
    """What was held outranks a government's plan."""
    found = _choose("start", (_SEOUL, "2026-01-12"), (_PRESS, "2026-01-13"), planned=(_SEOUL,))
    assert (found.value, found.rule) == ("2026-01-13", "held over planned")
    assert [claim.value for claim in found.differing] == ["2026-01-12"]


def test_a_month_agrees_with_a_day_in_it_and_the_day_is_the_value() -> None:
    """A month agrees with a day in it and the day is the value."""
    found = _choose("start", (_SEOUL, "2026-01"), (_PRESS, "2026-01-13"))
    assert (found.value, found.rule, len(found.claims)) == ("2026-01-13", "claims agree", 2)


def test_a_city_is_more_precise_than_its_prefecture_or_country() -> None:
    """A city is more precise than its prefecture or country."""
    places = [Place("Japan", "JPN"), Place("Nara Prefecture", "JPN"), Place("Nara", "JPN")]
    found = _choose("place", (_TOKYO, places[0]), (_SEOUL, places[1]), (_PRESS, places[2]))
    assert (found.value, found.differing) == (places[2], ())


def test_the_claim_that_words_the_value_stands_first() -> None:
    """The claim that words the value stands first."""
    found = _choose("start", (_SEOUL, "2026-01"), (_PRESS, "2026-01-13"))
    assert found.claims[0].value == found.value


def test_a_list_holds_what_any_source_names() -> None:
    """A list holds what any source names."""
    claims = [
        Claim(f"m-{d}.formats", f"m-{d}", "formats", value, (), d, "by.hand")
        for d, value in (("d-k", ("dinner",)), ("d-p", ("one-on-one", "dinner")))
    ]
    weights = {"m-d-k": Weight(_SEOUL, True, True), "m-d-p": Weight(_PRESS, True, False)}
    found = collect("formats", claims, weights)
    assert (found.value, found.rule) == (("dinner", "one-on-one"), "all claims together")


_KINDS: list[SourceKind] = ["government", "press", "aggregator"]
_SOURCES = st.builds(
    Source,
    document_id=st.uuids().map(lambda u: f"d-{u.hex[:8]}"),
    source=st.just("x"),
    title=st.none(),
    publisher=st.none(),
    side=st.sampled_from(["KOR", "JPN", "FRA"]),
    published=st.sampled_from([None, "2026-01", "2026-01-13"]),
    published_basis=st.none(),
    url=st.none(),
    kind=st.sampled_from(_KINDS),
    text_key=st.sampled_from(["a", "b", "c"]),
)


@given(
    st.lists(st.tuples(_SOURCES, st.sampled_from(["2026", "2026-01", "2026-01-13", "2026-02-01"])), max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_value_is_claimed_every_claim_is_kept_and_order_does_not_matter(said: Any, random: Any) -> None:
    """The value is one of the claimed, every claim is kept, and order does not matter."""
    shuffled = list(said)
    random.shuffle(shuffled)
    found = _choose("start", *said)
    assert found == _choose("start", *shuffled)
    assert sorted(claim.value for claim in found.all_claims) == sorted(value for _, value in said)
    assert found.value in {value for _, value in said} | {None}
    assert found.rule in VALUE_RULES
