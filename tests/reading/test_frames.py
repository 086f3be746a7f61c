"""`shuttle.reading.frames`: where a sentence says that parties meet, and by which rule."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.reading.factory import page

from shuttle.reading.frames import find_frames
from shuttle.reading.framing import Frame

LEE, TAKAICHI = "President Lee Jae Myung", "Prime Minister Sanae Takaichi"


def frames(text: str) -> list[Frame]:
    """Return the frames of ``text``."""
    return find_frames(page(text))


@pytest.mark.parametrize(
    ("text", "rule", "status", "countries"),
    [
        pytest.param(f"{LEE} met {TAKAICHI}.", "meet.verb", "held", ("KOR", "JPN"), id="verb"),
        pytest.param(f"{LEE} and {TAKAICHI} met.", "meet.verb", "held", ("KOR", "JPN"), id="verb-with-both"),
        pytest.param(f"{LEE} held talks with {TAKAICHI}.", "meet.held", "held", ("KOR", "JPN"), id="light-verb"),
        pytest.param(f"The summit between {LEE} and {TAKAICHI} was long.", "meet.noun", "", ("KOR", "JPN"), id="noun"),
        pytest.param("The Korea-Japan summit took place in Seoul.", "meet.pair", "held", ("KOR", "JPN"), id="pair"),
        pytest.param(
            f"The summit between {LEE} and {TAKAICHI} took place in Seoul.",
            "meet.occurred",
            "held",
            ("KOR", "JPN"),
            id="occurred",
        ),
        pytest.param(
            f"{LEE} received {TAKAICHI} at the Blue House.", "meet.received", "held", ("KOR", "JPN"), id="received"
        ),
        pytest.param(f"{TAKAICHI} was welcomed by {LEE}.", "meet.received", "held", ("JPN", "KOR"), id="was-welcomed"),
        pytest.param(f"{LEE} called {TAKAICHI} on Sunday.", "meet.called", "held", ("KOR", "JPN"), id="called"),
        pytest.param(f"{LEE} and {TAKAICHI} discussed trade.", "meet.joint", "held", ("KOR", "JPN"), id="joint"),
        pytest.param(f"{LEE} will meet {TAKAICHI}.", "meet.verb", "planned", ("KOR", "JPN"), id="will-meet"),
        pytest.param(f"{LEE} may meet {TAKAICHI}.", "meet.verb", "proposed", ("KOR", "JPN"), id="may-meet"),
    ],
)
def test_who_meets_by_which_rule(text: str, rule: str, status: str, countries: tuple[str, ...]) -> None:
    """One frame, its rule, its status, and its parties in the order of the text."""
    (frame,) = frames(text)
    assert (frame.rule, frame.status) == (rule, status)
    assert tuple(dict.fromkeys(code for party in frame.parties for code in party.countries)) == countries


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LEE} did not meet {TAKAICHI}.", id="negated"),
        pytest.param(f"{LEE} denied having met {TAKAICHI}.", id="denied"),
        pytest.param(f"{LEE} called on {TAKAICHI} to reconsider.", id="called-on"),
        pytest.param(f"{LEE} met reporters in Seoul.", id="met-reporters"),
        pytest.param(f"{LEE} spoke at length.", id="spoke-alone"),
        pytest.param(f"{LEE} met the deadline.", id="met-a-deadline"),
        pytest.param("The two sides held elections on Sunday.", id="held-something-else"),
    ],
)
def test_what_is_no_frame(text: str) -> None:
    """Not every meeting word makes a meeting."""
    assert [frame for frame in frames(text) if len(frame.parties) > 1] == []


def test_a_frame_ends_where_its_words_end() -> None:
    """Frames do not overlap, so one word never makes two meetings."""
    text = f"{LEE} held a summit with {TAKAICHI} in Nara, and the two ministers met in Seoul."
    spans = [(frame.start, frame.end) for frame in frames(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert len(spans) == 2


def test_earlier_ones_say_so() -> None:
    """ "The previous one" is another meeting of the same kind."""
    found = frames(f"{LEE} met {TAKAICHI} in Nara. It followed the previous one in Gyeongju in October.")
    assert [frame.earlier for frame in found] == [False, True]
