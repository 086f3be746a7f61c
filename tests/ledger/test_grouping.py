"""`shuttle.ledger.grouping`: the same groups in whatever order findings come, and nothing joined by guess."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.factory import LEE, NARA, TAKAICHI, Writing, summit

from shuttle.ledger.blocking import dated
from shuttle.ledger.grouping import group
from shuttle.ledger.matching import Mention, judge
from shuttle.ledger.matching import mention_of as features
from shuttle.records.findings import Place

_GYEONGJU = Place("Gyeongju", "KOR")


def _mention(words: str, **fields: Any) -> Mention:
    known = {key: fields.pop(key) for key in ("published",) if key in fields}
    reading = Writing(words, **known).meeting(words, **fields).reading()
    return features(reading.meetings[0], reading.document)


def _sets(mentions: list[Mention]) -> set[frozenset[str]]:
    """Return the groups as sets of the words that were given (one-letter documents)."""
    return {frozenset(found.findings) for found in group(mentions)}


def _together(mentions: list[Mention], *names: Mention) -> bool:
    return any({m.finding for m in names} <= found for found in _sets(mentions))


def test_a_month_joins_the_only_meeting_of_that_month() -> None:
    """A month joins the only meeting of that month."""
    day, month = _mention("a", start="2025-10-30", place=_GYEONGJU), _mention("b", start="2025-10")
    assert _together([day, month], day, month)


def test_a_month_with_two_meetings_leaves_the_text_apart_and_says_so() -> None:
    """A month with two meetings leaves the text apart and says so."""
    first, second = _mention("a", start="2025-10-05"), _mention("b", start="2025-10-30")
    month = _mention("c", start="2025-10")
    groups = group([first, second, month])
    assert len(groups) == 3
    alone = next(found for found in groups if found.findings == (month.finding,))
    assert alone.reasons[month.finding].method == "left apart"
    assert "2 known events fit" in alone.reasons[month.finding].reasons[0]


def test_a_month_with_a_forum_finds_its_meeting_among_two() -> None:
    """A month with a forum finds its meeting among two."""
    first = _mention("a", start="2025-10-05", place=NARA)
    beside = _mention("b", start="2025-10-30", place=_GYEONGJU, forum="APEC summit")
    month = _mention("c", start="2025-10", forum="APEC", place=Place("Korea", "KOR"))
    assert _together([first, beside, month], beside, month)


def test_a_preview_the_cancellation_and_a_meeting_held_after_all_are_told_apart() -> None:
    """A plan joins its cancellation; what was held never does."""
    planned = _mention("a", start="2025-08-23", status="planned")
    cancelled = _mention("b", start="2025-08-23", status="cancelled")
    held = _mention("c", start="2025-08-23", status="held")
    assert _together([planned, cancelled], planned, cancelled)
    assert not _together([planned, cancelled, held], cancelled, held)


def test_a_text_without_a_level_joins_only_if_one_meeting_fits() -> None:
    """A text without a level joins only if one meeting fits."""
    leaders, ministers = _mention("a", start="2026-01-13"), _mention("b", start="2026-01-13", level="ministers")
    unsaid = _mention("c", start="2026-01-13", level=None)
    assert _together([leaders, unsaid], leaders, unsaid)
    assert len(_sets([leaders, ministers, unsaid])) == 3


def test_an_undated_text_stays_apart_unless_place_forum_or_ordinal_decides() -> None:
    """An undated text stays apart unless place, forum or ordinal decides."""
    nara = _mention("a", start="2026-01-13", place=NARA, published="2026-01-14")
    bare = _mention("b", published="2026-01-20")
    placed = _mention("c", published="2026-01-20", place=NARA)
    assert not _together([nara, bare], nara, bare)
    assert _together([nara, placed], nara, placed)


def test_a_text_that_leaves_out_a_party_joins_the_meeting_of_all() -> None:
    """A text that leaves out a party joins the meeting of all."""
    trio = ("KOR", "JPN", "USA")
    full = _mention("a", start="2023-08-18", countries=trio, people=(LEE, TAKAICHI))
    short = _mention("b", start="2023-08-18", people=(LEE, TAKAICHI))
    found = group([full, short])
    assert len(found) == 1
    assert found[0].reasons[short.finding].method == "fuller list of parties"


def test_meetings_of_two_days_stay_two_even_with_a_text_that_spans_both() -> None:
    """Meetings of two days stay two even with a text that spans both."""
    first, second = _mention("a", start="2026-01-13", place=NARA), _mention("b", start="2026-01-14", place=NARA)
    span = _mention("c", start="2026-01-13", end="2026-01-14", place=NARA)
    assert not _together([first, second, span], first, second)
    assert _together([first, second, span], first, span)


def test_every_finding_is_in_one_group_with_a_reason() -> None:
    """Every finding is in one group with a reason."""
    mentions = [features(m, r.document) for day in range(1, 9) for r in [summit(f"2026-01-0{day}")] for m in r.meetings]
    groups = group(mentions)
    assert sorted(name for found in groups for name in found.findings) == sorted(m.finding for m in mentions)
    assert all(found.reasons[name].reasons for found in groups for name in found.findings)


_DATES = st.sampled_from([None, "2025", "2026", "2025-10", "2026-01", "2025-10-30", "2026-01-13", "2026-01-14"])
_MENTIONS = st.lists(
    st.builds(
        Mention,
        kind=st.just("meeting"),
        finding=st.uuids().map(lambda u: f"m-{u.hex[:12]}"),
        document=st.sampled_from(["d-1", "d-2", "d-3", "d-4", "d-5"]),
        countries=st.sampled_from([("JPN", "KOR"), ("JPN", "KOR", "USA")]),
        people=st.sampled_from([(), (("Lee", None, "KOR"), ("Takaichi", None, "JPN")), (("Cho", None, "KOR"),)]),
        status=st.sampled_from(["held", "planned", "cancelled"]),
        level=st.sampled_from([None, "leaders", "ministers"]),
        mode=st.sampled_from([None, "in person", "phone"]),
        start=_DATES,
        end=st.none(),
        start_time=st.none(),
        place=st.sampled_from([None, "Nara", "Nara Prefecture", "Kyoto"]),
        place_country=st.sampled_from([None, "JPN", "KOR"]),
        host=st.sampled_from([None, "JPN", "KOR"]),
        forum=st.sampled_from([None, "APEC", "G20"]),
        ordinal=st.sampled_from([None, 2, 3]),
        published=st.sampled_from([None, "2025-11-01", "2026-01-15"]),
    ),
    max_size=9,
    unique_by=lambda mention: mention.finding,
)


@settings(max_examples=300, deadline=None)
@given(_MENTIONS, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_arrival(mentions: list[Mention], random: Any) -> None:
    """Groups do not depend on the order of arrival."""
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert group(mentions) == group(shuffled)


@settings(max_examples=300, deadline=None)
@given(_MENTIONS)
def test_no_dated_one_in_a_group_speaks_against_another_of_its_parties(mentions: list[Mention]) -> None:
    """No dated one in a group speaks against another of the same parties; two vague ones are not compared."""
    for found in group(mentions):
        for one in found.members:
            for other in found.members:
                if one.finding < other.finding and one.countries == other.countries and (dated(one) or dated(other)):
                    assert judge(one, other)


@settings(max_examples=150, deadline=None)
@given(_MENTIONS, _DATES.filter(lambda d: d is None or len(d) < 10))
def test_a_vague_mention_never_changes_how_exact_ones_are_grouped(mentions: list[Mention], date: str | None) -> None:
    """A vague mention never changes how exact ones are grouped."""
    exact = [m for m in mentions if m.precision == 0 and m.specific and len(m.countries) == 2]
    if not exact:
        return
    fields = {name: getattr(exact[0], name) for name in Mention.__slots__}
    vague = Mention(**{**fields, "finding": "m-vague", "document": "d-9", "start": date})
    names = {m.finding for m in exact}
    with_it = {frozenset(found & names) for found in _sets([*exact, vague])} - {frozenset()}
    assert with_it == _sets(exact)
