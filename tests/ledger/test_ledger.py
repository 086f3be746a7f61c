"""`shuttle.ledger.ledger`: what is kept comes out again, once, with its words and every claim."""

from dataclasses import replace
from typing import Any

import pytest
from tests.ledger.factory import (
    LEE,
    NARA,
    Writing,
    four_accounts,
    japanese_readout,
    korean_readout,
    press_preview,
    press_report,
    summit,
)
from tests.ledger.stores import Store

from shuttle.errors import EvidenceError, LedgerError, RecordError, UnknownRecordError
from shuttle.ledger import current, pairs
from shuttle.ledger.ledger import Ledger
from shuttle.ledger.lookup import load_accounts
from shuttle.records.accounts import CommitmentAccount, FindingRecord, MeetingAccount
from shuttle.records.documents import Document
from shuttle.records.evidence import Evidence
from shuttle.records.findings import Place


def test_a_reading_comes_out_as_it_went_in(full: Ledger) -> None:
    """A reading comes out as it went in."""
    for reading in four_accounts():
        assert full.reading(reading.document.id) == reading
        assert full.text(reading.document.id) == reading.document.text


def test_texts_asked_for_together_are_those_asked_for_one_by_one(full: Ledger) -> None:
    """Each text under its document's id; one that is not there is named."""
    names = [reading.document.id for reading in four_accounts()]
    assert full.texts(names) == {name: full.text(name) for name in names}
    with pytest.raises(UnknownRecordError, match="d-nosuch"):
        full.texts([*names, "d-nosuch"])


def test_a_ledger_that_is_opened_again_holds_the_same(store: Store) -> None:
    """A ledger that is opened again holds the same."""
    location = store.bare()
    with Ledger.open(location) as ledger:
        ledger.add(korean_readout())
        before = ledger.pair("KOR", "JPN")
    with Ledger.open(location) as ledger:
        assert ledger.pair("KOR", "JPN") == before


def test_four_documents_tell_of_two_meetings(full: Ledger) -> None:
    """Four documents tell of two meetings."""
    gyeongju, nara = full.meetings("KOR", "JPN")
    assert (gyeongju.start, gyeongju.forum, len(gyeongju.sources)) == ("2025-10-30", "APEC", 2)
    assert (nara.start, nara.end, nara.status, nara.place) == ("2026-01-13", "2026-01-14", "held", NARA)
    assert len(nara.sources) == 3
    assert nara.about == tuple(s.document_id for s in nara.sources)


def test_sources_that_differ_are_shown_with_every_claim(full: Ledger) -> None:
    """Sources that differ are shown with every claim."""
    nara = full.meetings("KOR", "JPN")[1]
    assert [value.field for value in nara.differences] == ["duration_minutes", "ordinal"]
    duration = nara.field("duration_minutes")
    assert {claim.value for claim in duration.all_claims} == {100, 88}
    assert all(claim.evidence[0].quote.endswith("minutes") for claim in duration.all_claims)


def test_a_plan_that_was_carried_out_is_a_claim_but_no_difference(full: Ledger) -> None:
    """A plan that was carried out is a claim but no difference."""
    status = full.meetings("KOR", "JPN")[1].field("status")
    assert [claim.value for claim in status.differing] == ["planned"]
    assert status.rule == "held over planned"
    assert "status" not in [value.field for value in full.meetings("KOR", "JPN")[1].differences]


def test_people_of_all_spellings_stand_once_with_every_claim(full: Ledger) -> None:
    """People of all spellings stand once with every claim."""
    people = full.meetings("KOR", "JPN")[1].people
    assert {(person.country, person.office, len(person.claims)) for person in people} == {
        ("KOR", "President", 3),
        ("JPN", "Prime Minister", 3),
    }


def test_sessions_carry_their_words(full: Ledger) -> None:
    """Sessions carry their words."""
    (dinner,) = full.meetings("KOR", "JPN")[1].sessions
    assert dinner.format == "dinner"
    assert dinner.claims[0].evidence[0].quote == "followed by a dinner"


def test_all_evidence_stands_in_the_text_of_its_document(full: Ledger) -> None:
    """All evidence stands in the text of its document."""
    pair = full.pair("KOR", "JPN")
    accounts = (*pair.meetings, *pair.visits, *pair.commitments, *pair.statements, *pair.next_steps)
    passages = [passage for account in accounts for passage in account.evidence]
    assert passages
    assert all(evidence.stands_in(full.text(document)) for document, evidence in passages)


def test_a_pair_holds_what_its_documents_say(full: Ledger) -> None:
    """A pair holds what its documents say."""
    pair = full.pair("KOR", "JPN")
    assert pair.countries == ("KOR", "JPN")
    assert [visit.person.name for visit in pair.visits] == ["Sanae Takaichi"]
    assert len(pair.visits[0].sources) == 2
    assert [statement.speaker.name for statement in pair.statements] == ["Wi Sung-lac"]
    assert [step.text for step in pair.next_steps] == ["Working-level consultations will follow"]
    assert [area.name for area in pair.areas] == ["supply chains"]
    assert [source.document_id for source in pair.sources] == [
        r.document.id for r in (press_report(), press_preview(), japanese_readout(), korean_readout())
    ]
    assert pair == replace(full.pair("JPN", "KOR"), countries=("KOR", "JPN"))
    assert full.pair("KOR", "USA").meetings == ()


def test_one_promise_in_two_documents_is_one_commitment_with_both_wordings(full: Ledger) -> None:
    """One promise in two documents is one commitment with both wordings."""
    (promise,) = full.pair("KOR", "JPN").commitments
    assert {claim.value for claim in promise.field("action").all_claims} == {
        "expand cooperation in supply chains",
        "expand their cooperation on supply chains",
    }
    assert promise.meeting == full.meetings("KOR", "JPN")[1].id
    assert set(promise.by) == {"KOR", "JPN"}


def test_a_promise_follows_its_meeting_when_the_meeting_grows(ledger: Ledger) -> None:
    """A promise follows its meeting when the meeting grows."""
    ledger.add(japanese_readout())
    ledger.add(korean_readout())
    nara = ledger.meetings()[0]
    (promise,) = ledger.pair("KOR", "JPN").commitments
    assert promise.meeting == nara.id


def test_adding_tells_what_was_new_and_what_was_joined(ledger: Ledger) -> None:
    """Adding tells what was new and what was joined."""
    first = ledger.add(korean_readout())
    assert (first.new, first.new_document, len(first.new_meetings), first.joined_meetings) == (True, True, 1, ())
    second = ledger.add(japanese_readout())
    assert (second.new_meetings, len(second.joined_meetings)) == ((), 1)
    assert [value.field for _, value in second.differences] == ["duration_minutes", "ordinal"]
    assert not ledger.add(korean_readout()).new


def test_a_former_id_leads_to_the_account_of_today(ledger: Ledger) -> None:
    """A former id leads to the account of today."""
    readings = sorted((korean_readout(), japanese_readout()), key=lambda r: r.meetings[0].id, reverse=True)
    (former,) = ledger.add(readings[0]).new_meetings
    (today,) = ledger.add(readings[1]).joined_meetings
    assert former != today
    record = ledger.record(former)
    assert isinstance(record, MeetingAccount)
    assert record.id == today


def test_any_id_or_unique_beginning_of_one_finds_its_record(full: Ledger) -> None:
    """Any id or unique beginning of one finds its record."""
    nara = full.meetings("KOR", "JPN")[1]
    assert full.record(nara.id) == full.record(nara.id[:8]) == full.meeting(nara.id[:9]) == nara
    finding = full.record(nara.findings[0])
    assert isinstance(finding, FindingRecord)
    assert (finding.finding.id, finding.account) == (nara.findings[0], nara.id)
    assert full.meeting(nara.findings[1]) == nara
    assert isinstance(full.record(korean_readout().document.id[:8]), Document)
    assert isinstance(full.record(full.pair("KOR", "JPN").commitments[0].id), CommitmentAccount)


@pytest.mark.parametrize(
    "name", ["", "zz", "ma-zzz", "d-ffffffffffffffff", "m", "%", "ma-' OR 1=1", "m-\x00", "m-\ud800", "m-%s"]
)
def test_an_unknown_or_unclear_id_gets_an_answer_that_helps(full: Ledger, name: str) -> None:
    """The message shows near ids or says that more is needed, for hostile input too."""
    with pytest.raises(UnknownRecordError, match=r"Nearest|begins so|beginning of several|no record"):
        full.record(name)


def test_an_unknown_document_is_named(full: Ledger) -> None:
    """An unknown document is named."""
    for ask in (full.document, full.text, full.reading):
        with pytest.raises(UnknownRecordError, match="d-none"):
            ask("d-none")


def test_a_commitment_is_no_meeting(full: Ledger) -> None:
    """A commitment is no meeting."""
    with pytest.raises(UnknownRecordError, match="no meeting"):
        full.meeting(full.pair("KOR", "JPN").commitments[0].id)


def test_a_newer_reading_counts_and_the_older_one_stays(ledger: Ledger) -> None:
    """A newer reading counts and the older one stays."""
    ledger.add(korean_readout())
    old = korean_readout()
    newer = replace(
        old,
        reader="by-hand/2",
        meetings=(replace(old.meetings[0], duration_minutes=101, ordinal=None),),
        commitments=(),
    )
    assert ledger.add(newer).new
    assert not ledger.add(newer).new
    assert ledger.reading(old.document.id) == newer
    assert ledger.meetings()[0].duration == 101
    assert ledger.pair("KOR", "JPN").commitments == ()
    assert (ledger.counts().documents, ledger.counts().readings) == (1, 2)
    history = ledger.memberships(old.commitments[0].id)
    assert [membership.account is None for membership in history] == [False, True]


def test_an_older_readers_reading_is_kept_but_does_not_count(ledger: Ledger) -> None:
    """An older reader's reading is kept but does not count."""
    old = korean_readout()
    newer = replace(old, reader="by-hand/2", next_steps=())
    ledger.add(newer)
    before = ledger.pair("KOR", "JPN")
    assert ledger.add(old).new
    assert not ledger.add(old).new
    assert ledger.reading(old.document.id) == newer
    assert ledger.pair("KOR", "JPN") == before
    assert ledger.counts().readings == 2


def test_a_reader_that_was_mended_and_unmended_counts_as_it_read_last(ledger: Ledger) -> None:
    """A reader that was mended and unmended counts as it read last."""
    one = korean_readout()
    other = replace(one, next_steps=())
    for reading in (one, other, one):
        assert ledger.add(reading).new
    assert ledger.reading(one.document.id) == one


def test_a_meeting_that_a_newer_reading_no_longer_has_is_gone_and_its_id_leads_to_its_companions(
    ledger: Ledger,
) -> None:
    """A meeting that a newer reading no longer has is gone and its id leads to its companions."""
    for reading in (korean_readout(), japanese_readout()):
        ledger.add(reading)
    (together,) = ledger.meetings()
    old = korean_readout()
    ledger.add(replace(old, reader="by-hand/2", meetings=(), commitments=()))
    (left,) = ledger.meetings()
    assert left.findings == (japanese_readout().meetings[0].id,)
    assert ledger.record(together.id) == left
    assert ledger.record(old.meetings[0].id) == left


def test_a_meeting_of_more_parties_is_found_for_each_pair(ledger: Ledger) -> None:
    """A meeting of more parties is found for each pair."""
    ledger.add(summit("2023-08-18", countries=("KOR", "JPN", "USA"), place=Place("Camp David", "USA")))
    for one, other in (("KOR", "JPN"), ("USA", "KOR"), ("JPN", "USA")):
        assert len(ledger.meetings(one, other)) == 1
    assert len(ledger.meetings("USA")) == 1
    assert ledger.meetings("CHN") == ()


def test_documents_are_listed_without_their_texts(full: Ledger) -> None:
    """Documents are listed without their texts."""
    sources = full.documents()
    assert [source.published for source in sources] == ["2025-10-31", "2026-01-09", "2026-01-13", "2026-01-14"]
    assert [source.kind for source in sources] == ["press", "press", "government", "government"]


def test_counts_are_of_what_counts_today(full: Ledger) -> None:
    """Counts are of what counts today."""
    counts = full.counts()
    assert (counts.documents, counts.meetings, counts.visits, counts.commitments) == (4, 2, 1, 1)
    assert (counts.statements, counts.next_steps) == (1, 1)


def test_a_document_without_findings_is_kept(ledger: Ledger) -> None:
    """A document without findings is kept."""
    reading = Writing("Nothing happened.").issue("language.unknown", "Not covered.", "Nothing").reading()
    added = ledger.add(reading)
    assert (added.new, added.findings, added.issues) == (True, 0, 1)
    assert ledger.reading(reading.document.id) == reading


def test_issues_of_a_pairs_documents_are_shown(ledger: Ledger) -> None:
    """Issues of a pair's documents are shown."""
    words = "Lee met Takaichi in a place."
    reading = Writing(words).meeting(words, start="2026-01-13").issue("place.unknown", "No such place.", "a place")
    ledger.add(reading.reading())
    (issue,) = ledger.pair("KOR", "JPN").issues
    assert (issue.code, issue.evidence[0].quote) == ("place.unknown", "a place")


def test_words_that_do_not_stand_in_the_text_are_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    """Words that do not stand in the text are refused and nothing is kept."""
    reading = korean_readout()
    false = replace(reading.meetings[0], evidence=(Evidence(0, 4, "Kim "),))
    with pytest.raises(EvidenceError, match=r"\[0, 4\) does not read 'Kim '"):
        ledger.add(replace(reading, meetings=(false,)))
    assert ledger.counts().documents == 0


def test_two_findings_with_one_id_are_refused(ledger: Ledger) -> None:
    """Two findings with one id are refused."""
    reading = korean_readout()
    with pytest.raises(RecordError, match="name two findings"):
        ledger.add(replace(reading, meetings=reading.meetings * 2))


def test_a_promise_at_a_meeting_that_is_not_there_is_refused(ledger: Ledger) -> None:
    """A promise at a meeting that is not there is refused."""
    reading = korean_readout()
    with pytest.raises(RecordError, match="does not hold"):
        ledger.add(replace(reading, meetings=()))


def test_another_text_under_a_known_id_is_refused(ledger: Ledger) -> None:
    """Another text under a known id is refused."""
    reading = Writing("One text.").reading()
    ledger.add(reading)
    with pytest.raises(LedgerError, match="another text"):
        ledger.add(replace(reading, document=replace(reading.document, text="Another text.")))


def test_hostile_text_is_kept_as_text(ledger: Ledger) -> None:
    """Hostile text is kept as text."""
    words = "Robert'); DROP TABLE documents;-- %s %(x)s :y \\ \u202e\x07 met \U0001f600 in =1+1"
    reading = Writing(words).meeting(words, start="2026-01-13", forum="'; --", people=(LEE,)).reading()
    ledger.add(reading)
    assert ledger.reading(reading.document.id) == reading


def test_meetings_come_a_few_at_a_time_and_are_the_same(full: Ledger) -> None:
    """However few accounts are in memory at once, the meetings and their order are the same."""
    whole = full.meetings()
    asked: list[int] = []

    def load(connection: Any, names: Any) -> Any:
        asked.append(len(names := list(names)))
        return load_accounts(connection, names)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "MOST_AT_ONCE", 1)
        patch.setattr(current, "MOST_AT_ONCE", 1)
        patch.setattr(pairs, "load_accounts", load)
        assert tuple(full.each_meeting()) == whole
    assert len(whole) > 1
    assert set(asked) == {1}
