"""`shuttle.reading.outcomes`: what came of what had been agreed, and what the words refer back to."""

from __future__ import annotations

import pytest
from tests.reading.factory import read

MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on January 13, 2026.\n\n"
BODY = "The Korea-Japan consultative body"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{BODY} was launched as a follow-up to the summit in Tokyo, as agreed on August 23.",
            ("delivers", "2025-08-23", "as a follow-up to the summit in Tokyo, as agreed on August 23"),
            id="follow-up",
        ),
        pytest.param(
            "The dialogue was resumed pursuant to the agreement reached by the two leaders on 23 August 2025.",
            ("delivers", "2025-08-23", "pursuant to the agreement reached by the two leaders on 23 August 2025"),
            id="pursuant",
        ),
        pytest.param(
            "In accordance with the agreement reached in Tokyo in August, the first meeting of the Korea-Japan "
            "committee was held in Seoul on September 29.",
            ("delivers", "2025-08", "In accordance with the agreement reached in Tokyo in August"),
            id="before-the-deed",
        ),
        pytest.param(
            "The two governments lifted the export controls in line with the consensus reached last March.",
            ("delivers", "2025-03", "in line with the consensus reached last March"),
            id="no-thing-needed",
        ),
        pytest.param(
            "The committee, which Lee and Takaichi had agreed in Nara to bring back, met in Tokyo on January 14.",
            ("delivers", None, "which Lee and Takaichi had agreed in Nara to bring back"),
            id="which-they-had-agreed",
        ),
        pytest.param(
            "The leaders of the two countries agreed in Busan in September to resume the committee, and the meeting is "
            "the fruit of that agreement.",
            ("delivers", "2025-09", "agreed in Busan in September"),
            id="fruit",
        ),
        pytest.param(
            "The body was agreed on at the summit of Aug. 23 in Tokyo; it sat for the first time on Monday.",
            ("delivers", "2025-08-23", "agreed on at the summit of Aug. 23 in Tokyo"),
            id="then-it-sat",
        ),
        pytest.param(
            "The two leaders welcomed the launch of the consultative body, one of the follow-up measures to the "
            "previous summit.",
            ("delivers", None, "follow-up measures to the previous summit"),
            id="previous-summit",
        ),
        pytest.param(
            "The body works under the operating plan made public in Busan on September 30.",
            ("supports", "2025-09-30", "under the operating plan made public in Busan on September 30"),
            id="works-under",
        ),
        pytest.param(f"{BODY} met for the first time on September 29.", ("delivers", None, None), id="first-time"),
        pytest.param(f"{BODY} held its first meeting in Tokyo.", ("delivers", None, None), id="its-first-meeting"),
        pytest.param("The two countries adopted an operating plan.", ("delivers", None, None), id="adopted"),
        pytest.param(
            "The tax agreement between Korea and Japan entered into force in December.",
            ("delivers", None, None),
            id="force",
        ),
        pytest.param(
            "The agreement between Korea and Japan was partially implemented.", ("partly", None, None), id="partly"
        ),
        pytest.param(
            "The two leaders noted the progress made in the implementation of the agreement.",
            ("supports", None, None),
            id="progress",
        ),
        pytest.param(
            "The negotiations between Korea and Japan have stalled.", ("contradicts", None, None), id="stalled"
        ),
        pytest.param(
            "The hotline between Korea and Japan has not yet been established.",
            ("contradicts", None, None),
            id="not-yet",
        ),
        pytest.param("Tokyo suspended the agreement with Seoul.", ("contradicts", None, None), id="suspended"),
    ],
)
def test_what_came(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """The effect, the day that the words refer back to, and these words."""
    found = [(one.effect, one.follows, one.follows_text) for one in read(MET + text).outcomes]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The two countries will launch a consultative body.", id="planned"),
        pytest.param("The two leaders agreed to launch a consultative body, as agreed on August 23.", id="agreed"),
        pytest.param("A consultative body is to be launched as agreed on August 23.", id="is-to-be"),
        pytest.param("The plan would have been adopted by Korea and Japan.", id="would-have"),
        pytest.param("No agreement was signed by the two leaders.", id="no-agreement"),
        pytest.param("The two leaders did not sign the agreement.", id="did-not"),
        pytest.param("If the body was launched by Korea and Japan, it could help.", id="conditional"),
        pytest.param("The two leaders called for the launch of a consultative body.", id="called-for"),
        pytest.param("The two leaders welcomed the planned launch of the consultative body.", id="welcomed-a-plan"),
        pytest.param("The two leaders recognized the importance of implementation of the agreement.", id="importance"),
        pytest.param("The two ministries will act in accordance with the agreement reached in August.", id="will-act"),
        pytest.param("The two sides held talks on implementing the agreement reached in August.", id="talks-on-it"),
        pytest.param("The leaders agreed to restart a dialogue that has been suspended since 2018.", id="restart"),
        pytest.param("Japan has scrapped plans to visit Seoul.", id="plans-to-visit"),
        pytest.param("North Korea launched a missile toward Japan.", id="missile"),
        pytest.param("Was the Korea-Japan body launched?", id="question"),
        pytest.param("Korea and Japan hold consultations every year under the agreement signed in 1985.", id="habit"),
        pytest.param("The declaration was signed by all heads of state and government.", id="by-others"),
    ],
)
def test_what_did_not_come(text: str) -> None:
    """Plans, agreements, wishes, conditions and denials are no outcomes."""
    assert read(MET + text).outcomes == ()


def test_words_stand_in_the_text_and_lead_to_their_meetings() -> None:
    """The outcome names the meeting it follows and the one at which it was noted; every word stands where it says."""
    reading = read(
        MET
        + "The two leaders also met in Gyeongju on October 30, 2025.\n\nThe President valued the achievements of the "
        "consultative body, which was launched as agreed on October 30 last year."
    )
    noted, launched = reading.outcomes
    places = {meeting.id: meeting.start for meeting in reading.meetings}
    assert places[noted.meeting or ""] == "2026-01-13"
    assert places[launched.follows_meeting or ""] == "2025-10-30"
    assert (noted.effect, launched.effect) == ("supports", "delivers")
    assert all(item.stands_in(reading.document.text) for one in reading.outcomes for item in one.evidence)
    assert {item.field for item in launched.evidence} == {None, "text", "follows_text", "follows"}
    assert all(one.by == ("KOR", "JPN") for one in reading.outcomes)


def test_a_day_of_something_else_does_not_date_an_outcome() -> None:
    """ "which they announced last August" dates the announcement."""
    found = read(
        MET
        + "Taking forward the initiative, which the prime ministers announced last August, the two ministers launched "
        "an AI Dialogue."
    ).outcomes
    assert [one.when for one in found] == [None]


def test_a_headline_tells_nothing() -> None:
    """Headlines are passed over, as by the other steps."""
    assert read("Korea and Japan Launched Consultative Body\n\n" + MET).outcomes == ()
