"""`shuttle.views.hits`: hits as lines and as JSON."""

from shuttle.records.hits import Hit
from shuttle.views.hits import hit_json, hit_lines

_HIT = Hit(
    "ma-1", "meeting", 0.5, "held \x1b[2Jin Nara\nJapan\nNara", ((12, 16), (23, 27)), "A <b>title</b>", None, "d-1"
)


def test_marks_stand_around_their_words_and_nothing_else_reaches_the_terminal() -> None:
    """Marks are put in before control characters are taken out, and the lines of a finding are told apart."""
    entry, quote = hit_lines([_HIT])
    assert entry.text == "meeting  ma-1  date not stated  A <b>title</b>"
    assert quote.text == "held [2Jin >>Nara<< · Japan · >>Nara<<"


def test_json_holds_the_snippet_as_it_is() -> None:
    """Offsets count in the snippet that stands beside them."""
    plain = hit_json(_HIT)
    assert [plain["snippet"][start:end] for start, end in plain["marks"]] == ["Nara", "Nara"]
