"""`shuttle.reading.meetings` and `details`: which meetings a text tells of, and what it says of each."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reading.factory import main, read

from shuttle.records.findings import Meeting

KNOWN = pytest.mark.xfail(strict=False, reason="not read so yet")
LEE, TAKAICHI = "President Lee Jae Myung", "Prime Minister Sanae Takaichi"
MET = f"South Korean {LEE} met Japanese {TAKAICHI} in Nara on Tuesday."


def facts(meeting: Meeting, keys: Any) -> dict[str, Any]:
    """Return the values of some fields; people by name, places by name."""
    values: dict[str, Any] = {}
    for key in keys:
        value = getattr(meeting, key)
        if key == "people":
            value = [person.name for person in value]
        elif key == "place" and value is not None:
            value = (value.name, value.country)
        elif key == "sessions":
            value = [(session.format, session.duration_minutes) for session in value]
        values[key] = value
    return values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Status.
        pytest.param(MET, {"status": "held", "start": "2026-01-13"}, id="held"),
        pytest.param(
            f"South Korean {LEE} will meet Japanese {TAKAICHI} in Andong on February 3.",
            {"status": "planned", "start": "2026-02-03"},
            id="planned",
        ),
        pytest.param(
            "The foreign ministers of Korea and Japan are scheduled to hold talks in Seoul next month.",
            {"status": "planned", "start": "2026-02", "level": "ministers"},
            id="planned-next-month",
        ),
        pytest.param(
            f"A deal on trade is on the agenda when South Korean {LEE} meets Japanese {TAKAICHI}.",
            {"status": "planned"},
            id="when-they-meet",
        ),
        pytest.param(
            f"Chinese President Xi Jinping has cancelled his Japan trip, {TAKAICHI} of Japan said.",
            {"status": "cancelled", "countries": ("CHN", "JPN")},
            id="his-japan-trip",
        ),
        pytest.param(
            f"{LEE} proposed holding a summit with Chinese President Xi Jinping in Beijing.",
            {"status": "proposed", "start": None},
            id="proposed",
        ),
        pytest.param(
            "A meeting between Foreign Minister Cho Hyun and Japanese Foreign Minister Toshimitsu Motegi has "
            "been postponed.",
            {"status": "postponed"},
            id="postponed",
        ),
        pytest.param(
            f"Seoul called off a summit between {LEE} and {TAKAICHI} that was due on February 3.",
            {"status": "cancelled", "start": "2026-02-03"},
            id="cancelled",
        ),
        pytest.param(
            "Defence Minister Ahn Gyu-back was to visit Tokyo next week for talks with his Japanese "
            "counterpart, but the trip was cancelled on Monday.",
            {"status": "cancelled", "level": "ministers"},
            id="the-trip-was-cancelled",
        ),
        pytest.param(
            f"{LEE} is to meet {TAKAICHI} in Tokyo. The meeting on Friday was moved to next week and postponed.",
            {"status": "postponed"},
            id="postponed-later-in-the-text",
        ),
        # Parties and level.
        pytest.param(
            MET,
            {"countries": ("KOR", "JPN"), "level": "leaders", "people": ["Lee Jae Myung", "Sanae Takaichi"]},
            id="two-leaders",
        ),
        pytest.param(
            "U.S. Secretary of State Marco Rubio and Indian External Affairs Minister S. Jaishankar held talks "
            "in Washington on Monday.",
            {"countries": ("USA", "IND"), "level": "ministers"},
            id="two-ministers",
        ),
        pytest.param(
            "Vice Foreign Minister Park Yoon-joo of Korea met Funakoshi Takehiro, Vice Minister for Foreign "
            "Affairs of Japan, in Seoul on Monday.",
            {"countries": ("KOR", "JPN"), "level": "vice-ministers"},
            id="vice-ministers",
        ),
        pytest.param(
            "Director-General Han Min-young of South Korea and Ambassador Kawamura Hiroshi of Japan held the "
            "14th meeting of the joint committee in Tokyo on January 9.",
            {"level": "working", "ordinal": 14, "start": "2026-01-09"},
            id="working-level",
        ),
        pytest.param(
            "The leaders of South Korea, Japan and China held a trilateral summit in Seoul on May 27, 2024.",
            {"countries": ("KOR", "JPN", "CHN"), "level": "leaders", "start": "2024-05-27"},
            id="trilateral",
        ),
        pytest.param(
            "French President Emmanuel Macron, German Chancellor Friedrich Merz and British Prime Minister "
            "Keir Starmer met in London on Monday.",
            {"countries": ("FRA", "DEU", "GBR"), "host": "GBR"},
            id="three-leaders",
        ),
        # Mode.
        pytest.param(MET, {"mode": "in person"}, id="in-person"),
        pytest.param(
            "U.S. President Donald Trump spoke by phone with Russian President Vladimir Putin for 90 minutes "
            "on Monday.",
            {"mode": "phone", "duration_minutes": 90, "place": None, "host": None},
            id="by-phone",
        ),
        pytest.param(
            "Prime Minister Narendra Modi called Ukrainian President Volodymyr Zelenskyy on Sunday.",
            {"mode": "phone", "start": "2026-01-11"},
            id="called",
        ),
        pytest.param(
            "French President Emmanuel Macron and German Chancellor Friedrich Merz held a video conference on Monday.",
            {"mode": "video", "place": None},
            id="video",
        ),
        pytest.param(
            "In a telephone call on Friday, Prime Minister Keir Starmer and Turkish President Recep Tayyip "
            "Erdogan discussed trade.",
            {"mode": "phone", "countries": ("GBR", "TUR")},
            id="in-a-call",
        ),
        # Place and host.
        pytest.param(MET, {"place": ("Nara", "JPN"), "host": "JPN"}, id="place-and-host"),
        pytest.param(
            "President Emmanuel Macron received Chancellor Friedrich Merz at the Elysee Palace on Monday.",
            {"place": ("Elysee Palace, Paris", "FRA"), "host": "FRA"},
            id="received-at-a-house",
        ),
        pytest.param(
            f"{TAKAICHI} was welcomed by {LEE} in Gyeongju on October 30.",
            {"host": "KOR", "start": "2025-10-30"},
            id="was-welcomed-by",
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Johannesburg on November 23.",
            {"place": ("Johannesburg", "ZAF"), "host": None},
            id="third-ground",
        ),
        pytest.param(
            "Talks between Russian Foreign Minister Sergey Lavrov and Ukrainian Foreign Minister Andrii Sybiha "
            "took place in Istanbul on Monday, hosted by Turkish Foreign Minister Hakan Fidan.",
            {"host": "TUR", "countries": ("RUS", "UKR")},
            id="hosted-by-a-third",
        ),
        # Forum.
        pytest.param(
            f"{LEE} met {TAKAICHI} on the sidelines of the G20 summit in Johannesburg on November 23.",
            {"forum": "G20", "place": ("Johannesburg", "ZAF"), "start": "2025-11-23"},
            id="sidelines",
        ),
        pytest.param(
            f"On the margins of the APEC summit in Gyeongju, {LEE} held his first talks with {TAKAICHI} on October 30.",
            {"forum": "APEC", "ordinal": 1, "start": "2025-10-30"},
            id="margins",
        ),
        pytest.param(MET + " Both will go to the G20 summit in November.", {"forum": None}, id="another-occasion"),
        # Day, hour, length.
        pytest.param(
            f"{TAKAICHI} and {LEE} held talks in Nara on January 13-14.",
            {"start": "2026-01-13", "end": "2026-01-14"},
            id="two-days",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} held talks in Nara on Tuesday from 2 p.m. for about an hour and a half.",
            {"start_time": "14:00", "duration_minutes": 90},
            id="hour-and-length",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara on Tuesday. The talks lasted 88 minutes.",
            {"duration_minutes": 88},
            id="lasted",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara on Tuesday. The talks lasted 88 minutes, longer than the 60 "
            "minutes planned.",
            {"duration_minutes": 88},
            id="longer-than-planned",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara on Tuesday. The flight from Seoul takes 90 minutes.",
            {"duration_minutes": None},
            id="a-flight",
        ),
        pytest.param(f"{LEE} and {TAKAICHI} met in Nara.", {"start": None, "date_text": None}, id="no-date"),
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara a few months ago.",
            {"start": None, "when": "2025-05/2025-11", "date_text": "a few months ago"},
            id="a-few-months-ago",
        ),
        pytest.param(
            f"South Korean {LEE} and Japanese {TAKAICHI} held a summit. The summit was held in Nara on Tuesday.",
            {"start": "2026-01-13", "place": ("Nara", "JPN")},
            id="the-summit-was-held",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara last month.", {"start": "2025-12", "when": None}, id="when-null"
        ),
        # Parts.
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara on Tuesday. The small-group talks lasted 20 minutes and the "
            "expanded session lasted 68 minutes.",
            {"sessions": [("small-group", 20), ("expanded", 68)], "duration_minutes": 88},
            id="sessions-add-up",
        ),
        pytest.param(
            f"{LEE} and {TAKAICHI} met in Nara on Tuesday, first one-on-one and then in an expanded session, "
            "and had dinner.",
            {"formats": ("one-on-one", "expanded", "dinner")},
            id="formats",
        ),
        # Number.
        pytest.param(
            f"{LEE} and {TAKAICHI} held their second summit in Nara on Tuesday.", {"ordinal": 2}, id="second-summit"
        ),
        pytest.param(f"{MET} It was the third meeting between the two leaders.", {"ordinal": 3}, id="third-meeting"),
        pytest.param(
            f"{MET} It was the first visit by a Korean president to Nara.", {"ordinal": None}, id="first-visit"
        ),
        pytest.param(f"{MET} It was the first such meeting in ten years.", {"ordinal": None}, id="first-in-ten-years"),
        pytest.param(f"{MET} On the first day of the meeting it rained.", {"ordinal": None}, id="first-day"),
        pytest.param(
            f"{LEE} will meet {TAKAICHI} in Andong on May 3.\n\nAhead of the summit on Sunday, officials from "
            "both sides "
            "met in Osaka for preparatory talks.",
            {"status": "planned", "start": "2026-05-03", "place": ("Andong", "KOR")},
            id="officials-met-before-the-summit",
        ),
        pytest.param(
            "Mr Starmer, the British prime minister, and Mr Trump spoke for 45 minutes on Sunday, Downing Street said.",
            {"mode": "phone", "duration_minutes": 45, "countries": ("GBR", "USA")},
            id="spoke-for-45-minutes",
        ),
        pytest.param(
            "The foreign ministers of the Quad, S. Jaishankar of India, Penny Wong of Australia, Toshimitsu Motegi of "
            "Japan and Marco Rubio of the United States, met in Washington on Monday.",
            {"countries": ("IND", "AUS", "JPN", "USA"), "level": "ministers", "start": "2026-01-12"},
            id="four-in-a-list",
        ),
        pytest.param(
            "U.S. President Donald Trump and Chinese President Xi Jinping spoke on Monday. Trump and Xi are "
            "expected to "
            "meet in April when the U.S. president travels to Beijing.",
            {"mode": "phone", "start": "2026-01-12"},
            id="spoke-and-will-meet",
        ),
        pytest.param(
            f"An aide briefed reporters on the 13th about the summit that {LEE} and {TAKAICHI} had held in Nara "
            "earlier in "
            "the day. It was their 10th meeting.",
            {"ordinal": 10},
            id="a-day-is-no-number",
        ),
        pytest.param(
            f"South Korean {LEE} met behind closed doors with Japanese {TAKAICHI} in Nara on Tuesday.",
            {"status": "held", "place": ("Nara", "JPN")},
            id="behind-closed-doors",
        ),
        pytest.param(
            "Negotiations between the heads of the foreign ministries of Japan and South Korea took place on Tuesday.",
            {"level": "ministers", "countries": ("JPN", "KOR")},
            id="heads-of-the-ministries",
        ),
        pytest.param(
            "KINGSTON, Jamaica, Jan 13 - Jamaican Prime Minister Andrew Holness held talks with Barbados Prime "
            "Minister Mia Mottley on Monday. Mottley led a delegation to the talks here.",
            {"place": ("Kingston", "JAM")},
            id="town-in-capitals-and-here",
        ),
        pytest.param(
            "The third consultation between South Korea and Japan took place in Nara on Tuesday. Deputy Foreign "
            "Minister Park Yoon-joo, head of the delegation, chaired the event with Deputy Foreign Minister Takehiro "
            "Funakoshi of Japan.",
            {"people": ["Takehiro Funakoshi", "Park Yoon-joo"]},
            id="co-chaired-together-with",
        ),
        pytest.param(
            f"{MET}\n(Image: Wire)\n{LEE} will also meet Philippine President Ferdinand Marcos in Manila on Sunday.",
            {"start": "2026-01-13", "countries": ("KOR", "JPN")},
            id="credit-below-the-lead",
        ),
        pytest.param(
            "Canadian Prime Minister Mark Carney met Indian Prime Minister Narendra Modi in Sydney on Tuesday.",
            {"place": ("Sydney", "AUS"), "host": None},
            id="the-famous-city",
        ),
        pytest.param(
            f"{MET} It was the 60th anniversary of their bilateral ties.",
            {"ordinal": None},
            id="an-anniversary",
        ),
        pytest.param(
            f"{MET} They laid a wreath to the victims of World War II before the meeting.",
            {"ordinal": None},
            id="world-war-ii",
        ),
        pytest.param(
            "Gambian President Adama Barrow met Senegalese President Bassirou Diomaye Faye in Banjul on Saturday, 20 "
            "April.",
            {"start": "2024-04-20"},
            id="the-year-of-a-weekday",
        ),
        pytest.param(
            "Omani Foreign Minister Badr Albusaidi holds talks with his Iraqi counterpart.\n\nForeign Minister Badr "
            "Albusaidi of Oman held talks with Foreign Minister Fuad Hussein of Iraq in Muscat on Tuesday.",
            {"people": ["Badr Albusaidi", "Fuad Hussein"]},
            id="the-counterpart-of-the-headline",
        ),
        pytest.param(
            "India on Tuesday said it was compelled to call off its foreign secretary-level talks with Pakistan.",
            {"status": "cancelled", "countries": ("IND", "PAK")},
            id="its-talks-called-off",
        ),
        pytest.param(
            '"Today\'s talks will help us to work together," Japanese Foreign Minister Toshimitsu Motegi said after '
            "his meeting with South Korean Foreign Minister Cho Hyun.",
            {"status": "held"},
            id="todays-talks-will-help",
        ),
        pytest.param(
            "This will be the first time Indian Prime Minister Narendra Modi and Brazilian President Luiz Inácio Lula "
            "da Silva meet.",
            {"status": "planned"},
            id="will-be-the-first-time",
        ),
        pytest.param(
            f"{MET} It was the VII Meeting of the Permanent Mechanism.",
            {"ordinal": 7},
            id="roman-number",
        ),
        pytest.param(
            f"South Korean {LEE} met Japanese {TAKAICHI} on the sidelines of the 80th session of the United Nations "
            "General Assembly on Tuesday.",
            {"ordinal": None},
            id="number-of-a-forum",
        ),
        pytest.param(
            "Australian Prime Minister Anthony Albanese met New Zealand Prime Minister Christopher Luxon in Queenstown "
            "on Tuesday.",
            {"place": ("Queenstown", "NZL"), "host": "NZL"},
            id="town-of-a-land-that-is-named",
        ),
        pytest.param(
            f"{MET} Japan and South Korea carry out the agreements reached at the SCO and CSTO summits held on "
            "January 5 in Dushanbe.",
            {"start": "2026-01-13", "place": ("Nara", "JPN"), "forum": None},
            id="summits-of-others",
        ),
    ],
)
def test_what_a_text_says_of_its_meeting(text: str, expected: dict[str, Any]) -> None:
    """Each field as the text gives it, and null where it gives nothing."""
    assert facts(main(text), expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LEE} did not meet {TAKAICHI} during his stay in Tokyo.", id="did-not-meet"),
        pytest.param(f"The presidential office denied that {LEE} met Kim Jong Un in Panmunjom.", id="denied"),
        pytest.param(f"{LEE} refused to meet Kim Jong Un in Panmunjom.", id="refused"),
        pytest.param(f"{LEE} attended the G20 summit in Johannesburg in November.", id="a-forum"),
        pytest.param("The meeting was long.", id="whose"),
        pytest.param("Korea and Japan played a match in Seoul on Tuesday.", id="a-match"),
        pytest.param(f"If {LEE} meets Kim Jong Un in spring, it would be a surprise.", id="if"),
        pytest.param(f"Whether {LEE} and Kim Jong Un meet in spring is an open question.", id="whether"),
        pytest.param("Why should Seoul and Tokyo hold more summits? Because neighbours need to talk.", id="a-question"),
        pytest.param(f"{LEE} and {TAKAICHI} have never met.", id="never-met"),
        pytest.param(
            f"{LEE} said that he hoped he had the opportunity to meet Xi Jinping.", id="hoped-he-had-the-opportunity"
        ),
        pytest.param(
            f"Neither {LEE} nor his minister had the chance to meet Kim Jong Un.", id="neither-had-the-chance"
        ),
        pytest.param(
            f"{LEE} visited Juba on Monday and urged both sides to meet Xi Jinping of China.", id="visited-and-urged-to"
        ),
        pytest.param(f"{LEE} and {TAKAICHI} meet regularly to exchange views.", id="meet-regularly"),
        pytest.param(
            "South Korean President Lee Jae Myung was received at the airport by Japanese Foreign Minister Toshimitsu "
            "Motegi.",
            id="received-at-the-airport",
        ),
        pytest.param(f"There was no meeting between {LEE} and Xi Jinping.", id="no-meeting"),
    ],
)
def test_where_nobody_met(text: str) -> None:
    """What did not happen, might, or is no meeting is not kept as held."""
    assert [meeting for meeting in read(text).meetings if meeting.status == "held"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In Munich on Saturday, Foreign Minister Cho Hyun held separate bilateral meetings with U.S. "
            "Secretary of State "
            "Marco Rubio, German Foreign Minister Johann Wadephul and Polish Foreign Minister Radosław Sikorski.",
            [("KOR", "USA"), ("KOR", "DEU"), ("KOR", "POL")],
            id="separate-bilaterals",
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Johannesburg on Nov. 23 and held separate talks with Chinese Premier Li "
            "Qiang the same day.",
            [("KOR", "JPN"), ("KOR", "CHN")],
            id="and-separate-talks",
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Johannesburg on Nov. 23. He also met German Chancellor Friedrich Merz and "
            "French President Emmanuel Macron.",
            [("KOR", "JPN"), ("KOR", "DEU"), ("KOR", "FRA")],
            id="also-met",
        ),
        pytest.param(
            f"{LEE} met separately with {TAKAICHI} of Japan and Premier Li Qiang of China in Johannesburg on "
            "November 23.",
            [("KOR", "JPN"), ("KOR", "CHN")],
            id="met-separately-with",
        ),
        pytest.param(
            f"{LEE} met {TAKAICHI} in Gyeongju in October and in Johannesburg in November.",
            [("KOR", "JPN"), ("KOR", "JPN")],
            id="two-places-two-dates",
        ),
    ],
)
def test_several_meetings_in_one_sentence(text: str, expected: list[tuple[str, ...]]) -> None:
    """Each guest of separate talks makes a meeting of its own."""
    assert [meeting.countries for meeting in read(text).meetings] == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("vowed Tuesday at a summit to promote ties.", "2026-01-13"),
        ("were in Nara on Tuesday. There the two leaders held talks.", "2026-01-13"),
        ('visited Nara on Tuesday. They held talks. "This is how things are today," an aide said.', "2026-01-13"),
        ('held talks. "We were glad to meet today," Lee said.', "2026-01-14"),
        # The day of the telling, of long ago, of the page.
        ("agreed to promote ties. They held talks, an official said on Tuesday.", None),
        ("agreed to promote ties. They held talks. Lee had been ill since January 2.", None),
    ],
)
def test_an_undated_meeting_is_dated_by_what_its_people_did(text: str, start: str | None) -> None:
    """A day of the lead counts if it is one of the last and not that on which somebody spoke of it."""
    assert main(f"South Korean {LEE} and Japanese {TAKAICHI} {text}").start == start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MET} The two last met in Gyeongju in October.",
            {"start": "2025-10", "place": ("Gyeongju", "KOR"), "host": "KOR"},
            id="last-met",
        ),
        pytest.param(
            f"{MET} Lee and Takaichi also talked briefly at the G20 summit in Johannesburg in November.",
            {"start": "2025-11", "forum": "G20", "mode": "in person"},
            id="talked-at-a-forum",
        ),
        pytest.param(
            f"{MET} Lee had met then Prime Minister Shigeru Ishiba in Busan on September 30.",
            {"start": "2025-09-30", "people": ["Lee Jae Myung", "Shigeru Ishiba"]},
            id="another-person",
        ),
        pytest.param(
            f"{MET} They agreed to meet again in Andong on May 20.",
            {"status": "planned", "start": "2026-05-20"},
            id="next-one",
        ),
        pytest.param(
            f"{MET} The foreign ministers of the two countries met in Seoul on January 5.",
            {"level": "ministers", "start": "2026-01-05", "people": []},
            id="ministers-before",
        ),
        pytest.param(
            f"{MET} It was their third meeting, after a short chat at the G20 summit in South Africa in November.",
            {"start": "2025-11", "place": ("South Africa", "ZAF"), "forum": "G20"},
            id="a-short-chat",
            marks=KNOWN,
        ),
        pytest.param(
            f"{MET} Lee last saw Takaichi in Hawaii in November.",
            {"start": "2025-11", "people": ["Lee Jae Myung", "Sanae Takaichi"]},
            id="last-saw",
        ),
        pytest.param(
            f"{MET} Foreign Minister Cho Hyun called on Takaichi on Wednesday.",
            {"start": "2026-01-14", "people": ["Cho Hyun", "Sanae Takaichi"], "mode": "in person", "host": "JPN"},
            id="called-on",
        ),
        pytest.param(
            f"{MET} The talks followed the last virtual meeting in December 2024.",
            {"start": "2024-12", "mode": "video"},
            id="the-last-one",
        ),
        pytest.param(
            f"{MET} They had met in Gyeongju last October, during the APEC summit.",
            {"start": "2025-10", "place": ("Gyeongju", "KOR"), "forum": "APEC"},
            id="during-a-forum",
        ),
        pytest.param(
            f"{MET} Lee was meeting Takaichi for the second time in months, having also met in Busan in May.",
            {"start": "2025-05", "place": ("Busan", "KOR"), "people": ["Lee Jae Myung", "Sanae Takaichi"]},
            id="having-also-met",
        ),
        pytest.param(
            f"{MET} After the first meeting on 9 July between Lee and Takaichi, tensions eased.",
            {"start": "2025-07-09", "status": "held"},
            id="after-the-meeting-of-a-day",
        ),
    ],
)
def test_other_meetings_behind_the_main_one(text: str, expected: dict[str, Any]) -> None:
    """A place that names another day, forum or level opens a meeting of its own, not main."""
    reading = read(text)
    assert reading.main_meeting
    assert reading.main_meeting.start == "2026-01-13"
    others = [meeting for meeting in reading.meetings if not meeting.main]
    assert [facts(meeting, expected) for meeting in others] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "South Korean Foreign Minister Cho Hyun held separate meetings with counterparts from Greece, Finland and "
            "Bulgaria in Brussels on January 13.",
            [("KOR", "GRC"), ("KOR", "FIN"), ("KOR", "BGR")],
            id="counterparts-one-by-one",
        ),
        pytest.param(
            f"{MET} Before the talks, Lee paid a courtesy call on Japanese Emperor Naruhito.",
            [("KOR", "JPN"), ("KOR", "JPN")],
            id="a-courtesy-call",
        ),
        pytest.param(
            f"{MET} It was the third meeting of the two, who met in Gyeongju in October 2025 and in Johannesburg last "
            "November.",
            [("KOR", "JPN"), ("KOR", "JPN"), ("KOR", "JPN")],
            id="one-verb-two-meetings",
        ),
        pytest.param(
            f"{MET} Kazakh President Kassym-Jomart Tokayev, who was hosting the talks, called on both to go on.",
            [("KOR", "JPN")],
            id="host-of-others",
        ),
        pytest.param(
            "Senior officials from Rwanda and Kenya spoke on Tuesday at the opening of the seventh Joint Permanent "
            "Commission between the two countries.",
            [("RWA", "KEN")],
            id="a-numbered-session",
        ),
        pytest.param(
            "South Korea and Japan held a high-level diplomatic and security dialogue in Seoul on Tuesday.",
            [("KOR", "JPN")],
            id="adjectives-joined",
        ),
        pytest.param(
            "South African President Cyril Ramaphosa rejected a call from Nigerian President Bola Tinubu to wait.",
            [],
            id="a-call-to-do",
        ),
        pytest.param(
            "The Jordan and the United States began a new round of joint military exercises on Tuesday.",
            [],
            id="a-round-of-exercises",
        ),
        pytest.param(
            f"{LEE} spoke with Japanese {TAKAICHI} by phone on Tuesday, having met with troops in Busan last week.",
            [("KOR", "JPN")],
            id="having-met-with-others",
        ),
        pytest.param(
            f"{MET} Takaichi called on Lee to open the market.",
            [("KOR", "JPN")],
            id="called-on-to-do",
        ),
        pytest.param(
            f"{MET} Lee reaffirmed that enlargement would go on at the Alliance's Madrid summit in July.",
            [("KOR", "JPN")],
            id="an-alliance-of-its-own",
        ),
        pytest.param(
            "Japan and South Korea said on Monday they had come closer in talks between senior officials in Tokyo.",
            [("JPN", "KOR")],
            id="between-officials",
        ),
        pytest.param(
            "The Fourth Session of the Sri Lanka - Maldives Joint Commission was held on January 7 in Colombo.",
            [("LKA", "MDV")],
            id="pair-with-a-spaced-dash",
        ),
        pytest.param(
            "Japanese Prime Minister Sanae Takaichi agreed on Sunday with Chinese President Xi Jinping to go on.",
            [("JPN", "CHN")],
            id="agreed-with",
        ),
        pytest.param(
            "The strategic dialogue will take place on Thursday between South Korean First Vice Foreign Minister Park "
            "Yoon-joo and Japanese Vice Foreign Minister Takehiro Funakoshi.",
            [("KOR", "JPN")],
            id="takes-place-between",
        ),
    ],
)
def test_how_many_meetings_there_are(text: str, expected: list[tuple[str, ...]]) -> None:
    """One verb may tell of several meetings, and several sentences of one."""
    assert [meeting.countries for meeting in read(text).meetings] == expected


def test_a_meeting_told_again_is_one_meeting() -> None:
    """ "The summit", "the talks" and "the two leaders" go to the meeting the text is speaking of."""
    text = (
        f"{MET} The summit lasted 88 minutes. During the talks the two leaders spoke of trade. After the "
        "meeting Lee and "
        "Takaichi had dinner. The meeting ended at 5 p.m."
    )
    assert len(read(text).meetings) == 1


def test_at_most_one_meeting_is_the_main_one_and_it_comes_first() -> None:
    """The meeting the document is about leads the list."""
    reading = read(f"{MET} The two last met in Gyeongju in October. They met in Canada in June.")
    assert [meeting.main for meeting in reading.meetings] == [True, False, False]


def test_a_date_that_cannot_be_resolved_is_an_issue_and_no_date() -> None:
    """Without a year nobody knows, `start` is null and an issue says what was seen."""
    text = "Deputy Minister Tomas Brandt of Denmark met Deputy Minister Ida Holm of Norway in Oslo on January 13."
    reading = read(text, published=None)
    assert reading.main_meeting
    assert reading.main_meeting.start is None
    assert [issue.code for issue in reading.issues] == ["date-unresolved"]
    assert [evidence.quote for issue in reading.issues for evidence in issue.evidence] == ["January 13"]


def test_every_value_has_its_words() -> None:
    """Day, place, forum, length and number each have evidence of their own."""
    meeting = main(
        f"{LEE} held his third meeting with {TAKAICHI} on the sidelines of the G20 summit in Johannesburg on "
        "November 23 for 40 minutes."
    )
    words = {evidence.field: evidence.quote for evidence in meeting.evidence if evidence.field}
    assert words["start"] == "November 23"
    assert words["place"] == "Johannesburg"
    assert "G20" in words["forum"]
    assert words["duration_minutes"] == "40 minutes"
    assert words["ordinal"].startswith("third")


def test_who_travels_on_does_not_meet_his_host_again() -> None:
    """A stop after talks that were held is a journey, not a second meeting with the same host."""
    text = f"{LEE} held talks with {TAKAICHI} in Tokyo on January 13. Lee is to visit Osaka on January 14."
    assert [(meeting.status, meeting.start) for meeting in read(text).meetings] == [("held", "2026-01-13")]


def test_when_rests_on_its_words() -> None:
    """The words of a loose date are evidence of `when`, and none of `start`; the visit has them too."""
    reading = read(f"{LEE} and {TAKAICHI} met in Nara, Japan, last week.", published="2026-01-07")
    meeting, visit = reading.meetings[0], reading.visits[0]
    assert meeting.start is visit.start is None
    assert meeting.when == visit.when == "2025-12-29/2026-01-04"
    for finding in (meeting, visit):
        assert [e.quote for e in finding.evidence if e.field == "when"] == ["last week"]
        assert not [e for e in finding.evidence if e.field == "start"]
    assert not [issue for issue in reading.issues if issue.code == "date-unresolved"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            f"UPDATE: South Korean {LEE} and Japanese {TAKAICHI} are speaking to the press at this time after their "
            "meeting at the Kantei.",
            "at this time",
            id="at-this-time",
        ),
        pytest.param(
            f"The meeting between South Korean {LEE} and Japanese {TAKAICHI} has begun in Nara.",
            "has begun",
            id="has-begun",
        ),
        pytest.param(
            f"South Korean {LEE} met Japanese {TAKAICHI} in Nara. Their talks ended a short while ago.",
            "a short while ago",
            id="a-short-while-ago",
        ),
        pytest.param(
            f"South Korean {LEE} met Japanese {TAKAICHI} in Nara. They spoke of trade. They were glad. Lee said no "
            "further meeting was planned at this time.",
            None,
            id="not-in-the-lead",
        ),
    ],
)
def test_what_happens_as_the_text_is_written_is_of_its_day(text: str, words: str | None) -> None:
    """A page that tells what goes on dates it by its own day, on the evidence of those words."""
    meeting = main(text)
    assert meeting.start == ("2026-01-14" if words else None)
    assert [e.quote for e in meeting.evidence if e.field == "start"] == ([words] if words else [])
