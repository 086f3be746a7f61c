"""`Ledger.search`: every store finds the same records by the same words, and only what counts today."""

from dataclasses import replace

import pytest
from tests.ledger.factory import LEE, Writing, four_accounts, japanese_readout, korean_readout, summit
from tests.ledger.stores import Store

from shuttle.errors import SearchError
from shuttle.ledger.ledger import Ledger
from shuttle.records.findings import Person
from shuttle.records.hits import HIT_KINDS, Hit


def _kinds(hits: tuple[Hit, ...]) -> list[str]:
    return sorted(hit.kind for hit in hits)


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        pytest.param("nara", ["document", "document", "document", "meeting"], id="a-word"),
        pytest.param("NARA", ["document", "document", "document", "meeting"], id="case"),
        pytest.param("takaichi gyeongju", ["document", "document", "meeting", "visit"], id="all-words-must-be-there"),
        pytest.param("takaichi oslo", [], id="one-word-is-nowhere"),
        pytest.param('"supply chains"', ["commitment", "document", "document"], id="phrase"),
        pytest.param('"chains supply"', [], id="phrase-has-an-order"),
        pytest.param("chains supply", ["commitment", "document", "document"], id="words-have-none"),
        pytest.param("“deep trust”", ["document", "statement"], id="typographic-marks"),
        pytest.param("Lee Jae-myung 100", ["document", "meeting"], id="hyphen-joins-a-phrase"),
        pytest.param("jae myung 88", ["document", "meeting"], id="and-finds-it-without"),
        pytest.param("suppl", [], id="no-beginnings-of-words"),
    ],
)
def test_words_find_the_records_that_hold_them_all(full: Ledger, query: str, kinds: list[str]) -> None:
    """A record is found if all words and phrases stand in it, whatever their case."""
    assert _kinds(full.search(query)) == kinds


@pytest.mark.parametrize("query", ["erdogan", "Erdoğan", "ERDOĞAN", "Erdog\u0306an"])
def test_accents_make_no_difference(ledger: Ledger, query: str) -> None:
    """A name is found with its accents and without, in the document and in what was found there."""
    words = "President Recep Tayyip Erdoğan met Lee in İstanbul"
    erdogan = Person("Recep Tayyip Erdoğan", "President", "TUR")
    ledger.add(Writing(words).meeting(words, people=(LEE, erdogan), countries=("KOR", "TUR")).reading())
    hits = ledger.search(query)
    assert _kinds(hits) == ["document", "meeting"]
    assert {hit.snippet[start:end] for hit in hits for start, end in hit.marks} == {"Erdoğan"}
    assert _kinds(ledger.search("istanbul")) == ["document", "meeting"]


def test_scripts_without_blanks_are_found_by_their_characters(ledger: Ledger) -> None:
    """Chinese and Japanese are found by any run of their characters."""
    ledger.add(Writing("李在明总统在北京举行会晤。").reading())
    assert _kinds(ledger.search("北京")) == ["document"]
    assert ledger.search("京北") == ()


@pytest.mark.parametrize(
    "query",
    [
        "nara' OR 1=1 --", 'nara" OR "1', "nara NOT takaichi", "nara AND NEAR(takaichi oslo, 5)", "words:nara zzz",
        "nar* zzz", "^nara zzz", "nara & !takaichi zzz", "nara <-> zzz", "nara:*A zzz", "(nara | zzz", "'nara':1A zzz",
        "{nara} zzz", "nara \\ zzz", "nara; DROP TABLE documents; zzz", "nara \x00 zzz", "nara \ud800 zzz", "%zzz _",
    ],
)  # fmt: skip
def test_a_question_is_never_a_command(full: Ledger, query: str) -> None:
    """Signs mean nothing and words like OR are words: these are in no document, so nothing is found."""
    assert full.search(query) == ()
    assert full.counts().documents == 4


@pytest.mark.parametrize("query", ["", "  ", '""', "“ ”", "?!*", "\x00", "\ud800", "_"])
def test_a_question_without_a_word_is_refused(full: Ledger, query: str) -> None:
    """A question without a word is refused with an example."""
    with pytest.raises(SearchError, match="no word to search for"):
        full.search(query)


def test_what_no_search_can_do_is_refused(full: Ledger) -> None:
    """Too many words, unknown kinds and limits below one are refused by name."""
    with pytest.raises(SearchError, match="33 words are too many"):
        full.search(" ".join(f"w{number}" for number in range(33)))
    with pytest.raises(SearchError, match=r"treaty is no kind of record. Kinds: document, meeting"):
        full.search("nara", ["treaty"])
    with pytest.raises(SearchError, match="no kind of record"):
        full.search("nara", [])
    with pytest.raises(SearchError, match="limit=0"):
        full.search("nara", limit=0)


def test_kinds_and_limit_cut_what_is_found(full: Ledger) -> None:
    """Only the kinds asked for are found, and of them the best up to the limit."""
    for kind in HIT_KINDS:
        assert {hit.kind for hit in full.search("japan", [kind])} <= {kind}
    everything = full.search("nara")
    for limit in range(1, len(everything) + 2):
        assert full.search("nara", limit=limit) == everything[:limit]


def test_hits_lead_to_records_and_their_marks_to_the_words(full: Ledger) -> None:
    """Every id can be shown; every mark is a word asked for; a document's snippet is a slice of its text."""
    for query in ("nara", "takaichi gyeongju", "supply", "trust", "consultations"):
        hits = full.search(query)
        assert hits
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        for hit in hits:
            assert full.record(hit.id).id == hit.id  # type: ignore[union-attr]
            assert 0 < hit.score <= 1
            assert {hit.snippet[start:end].casefold() for start, end in hit.marks} <= set(query.split())
            if hit.kind == "document":
                assert hit.snippet in full.text(hit.id)


def test_each_account_is_found_once_however_many_documents_tell_of_it(full: Ledger) -> None:
    """Two documents that tell of one meeting give one hit."""
    nara = full.meetings("KOR", "JPN")[1]
    assert len(nara.sources) == 3
    assert [hit.id for hit in full.search("japan nara", ["meeting"])] == [nara.id]
    assert full.search("nara", ["meeting"])[0].date == "2026-01-13"


def test_a_title_counts_for_more_than_the_text(ledger: Ledger) -> None:
    """Of two documents with the same words, the one with them in its title comes first."""
    text = "They met. " * 20 + "Kimchi was served in Nara. " + "They parted. " * 20
    ledger.add(Writing(text, title="Something else").reading())
    named = Writing(text, title="Nara: the menu").reading()
    ledger.add(named)
    first, second = ledger.search("nara")
    assert first.id == named.document.id
    assert (first.title, second.title) == ("Nara: the menu", "Something else")
    assert [hit.id for hit in ledger.search("menu")] == [named.document.id]


def test_only_the_reading_that_counts_is_searched(ledger: Ledger) -> None:
    """What only an outdated reading found is found no more; its document still is, once."""
    old = korean_readout()
    ledger.add(old)
    assert _kinds(ledger.search("supply", ["commitment"])) == ["commitment"]
    ledger.add(replace(old, reader="by-hand/2", commitments=()))
    assert ledger.search("supply", ["commitment"]) == ()
    assert _kinds(ledger.search("supply")) == ["document"]
    ledger.add(old)  # an older reader's: kept, and of no account
    assert ledger.search("supply", ["commitment"]) == ()


def test_adding_again_changes_no_answer(full: Ledger) -> None:
    """What the ledger holds already is not found twice."""
    before = full.search("nara")
    for reading in four_accounts():
        full.add(reading)
    assert full.search("nara") == before


def test_a_document_that_was_refused_is_not_found(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of which nothing was kept has no words in the index either."""

    def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("shuttle.ledger.ledger.join", fails)
        with pytest.raises(RuntimeError):
            ledger.add(korean_readout())
    assert ledger.search("nara") == ()


def test_more_matches_than_the_index_offers_at_once_are_all_found(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one window of the index does not give enough records, the next ones are asked for."""
    monkeypatch.setattr("shuttle.ledger.searching._WINDOW", 3)
    for number in range(12):
        # One meeting, told by twelve documents: twelve findings, one account.
        ledger.add(summit("2026-01-13", text=f"Report {number}: the two leaders met in Nara."))
    ledger.add(summit("2025-03-01", text="At great length and with many words the two leaders met and parted in Nara."))
    assert len(ledger.search("nara", ["meeting"], limit=2)) == 2
    assert len(ledger.search("nara", ["document"], limit=100)) == 13


def test_words_beyond_what_a_database_counts_are_found(ledger: Ledger) -> None:
    """In a text as long as a book, words and phrases at its end are found, and what only looks like one is not."""
    filling = "the two sides met again " * 5_000
    ledger.add(Writing(f"{filling} and parted in Johannesburg. the sides").reading())
    assert _kinds(ledger.search("Johannesburg")) == ["document"]
    assert _kinds(ledger.search('"parted in Johannesburg"')) == ["document"]
    assert _kinds(ledger.search('"the sides"')) == ["document"]
    assert ledger.search('"sides the"') == ()


def test_a_text_without_sense_is_kept_all_the_same(ledger: Ledger) -> None:
    """A word without end and a hundred thousand different ones stop no document from being kept."""
    hostile = "x" * 5_000 + " " + " ".join(f"w{number:x}ord" for number in range(40_000))
    ledger.add(Writing(hostile).reading())
    assert _kinds(ledger.search("w1ord")) == ["document"]
    assert _kinds(ledger.search("x" * 5_000)) == ["document"]


def test_the_stores_agree_to_the_last_digit(store: Store) -> None:
    """Order, scores, snippets and marks are those of a ledger in memory."""
    with Ledger.open(store.empty()) as ledger, Ledger.open(":memory:") as other:
        for reading in (*four_accounts(), japanese_readout(title="Nara")):
            ledger.add(reading)
            other.add(reading)
        for query in ("nara", "lee takaichi", "japan", '"prime minister" nara', "the two", "met"):
            assert ledger.search(query, limit=100) == other.search(query, limit=100) != ()
