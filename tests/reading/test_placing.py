"""`shuttle.reading.placing`: a meeting is placed by another line only where that line can speak of it."""

from __future__ import annotations

import pytest
from tests.reading.factory import main

MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi on Tuesday. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (MET + "Lee said at the news conference in Nara that he was glad.", "Nara"),
        (MET + "The Nara summit went on for two hours.", "Nara"),
        (MET + "Lee arrived in Nara on Tuesday morning.", "Nara"),
        (MET + "The two leaders walked through a park in Nara.", "Nara"),
        # Another day, another meeting, another country's city, a time gone by.
        (MET + "The two leaders walked through a park in Busan on October 30.", None),
        (MET + "Lee met Chinese President Xi Jinping in Beijing last week.", None),
        (MET + "Officials said the New York talks of the two banks had failed.", None),
        (MET + "The last summit in Busan had been short.", None),
    ],
)
def test_a_city_told_elsewhere(text: str, place: str | None) -> None:
    """A city counts where the line speaks of this meeting: not another day, meeting, country or time."""
    found = main(text).place
    assert (found.name if found else None) == place


def test_a_city_in_the_head_of_a_communique() -> None:
    """A heading closes with where and when."""
    text = (
        "Joint Communiqué issued at the conclusion of the Nigeria-South Africa Bi-National Commission, Abuja, "
        "23 May 2008\n\nThe commission met at the level of foreign ministers and was glad of what had been done."
    )
    place = main(text, published="2008-05-24").place
    assert place
    assert place.name == "Abuja"


@pytest.mark.parametrize(
    ("text", "place", "host"),
    [
        # A city says more than its country.
        (
            "Japanese Prime Minister Sanae Takaichi visited South Korea on Tuesday and met President Lee Jae Myung. "
            "The two leaders strolled in the old town of Gyeongju.",
            "Gyeongju",
            "KOR",
        ),
        # Where the report was written.
        (
            "KUALA LUMPUR: Malaysian Prime Minister Anwar Ibrahim paid a courtesy call on the Sultan of Brunei, "
            "Hassanal Bolkiah, here on Tuesday, and discussed the consultation to be held in Bandar Seri Begawan next "
            "month.",
            "Kuala Lumpur",
            "MYS",
        ),
        # A house that no table has, and a town that none has.
        (
            "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi at the Old Harbour Hotel "
            "in Busan on Tuesday.",
            "Old Harbour Hotel, Busan",
            "KOR",
        ),
        (
            "Peruvian Foreign Minister Ana Cecilia Gervasi met Ecuadorian Foreign Minister Juan Carlos Holguin in the "
            "Ecuadorian town of Arenillas on Tuesday.",
            "Arenillas",
            "ECU",
        ),
        # What else is signed or held somewhere is not this.
        (
            "The two foreign ministers of South Africa and Senegal met in South Africa on Tuesday. The two ministers "
            "recalled the agreement signed in Dakar in 2004.",
            "South Africa",
            "ZAF",
        ),
        (
            "The Korean capital hosted political consultations on Tuesday with the participation of Japan's Deputy "
            "Foreign Minister Takehiro Funakoshi and Korea's Vice Foreign Minister Kim Hong-kyun.",
            "Seoul",
            "KOR",
        ),
        (
            "South Korean President Lee Jae Myung and his visiting Japanese counterpart, Prime Minister Sanae "
            "Takaichi, met to discuss trade and the rights of Koreans in China.",
            None,
            "KOR",
        ),
    ],
)
def test_place_and_host(text: str, place: str | None, host: str) -> None:
    """What is finer stays; who is visiting is not at home; a minority's land is no place."""
    meeting = main(text)
    assert ((meeting.place.name if meeting.place else None), meeting.host) == (place, host)
