"""`shuttle.reading.commitments`: who is bound to what, how firmly, and who says so."""

from __future__ import annotations

import pytest
from tests.reading.factory import read

from shuttle.records.findings import Commitment

KNOWN = pytest.mark.xfail(strict=False, reason="not read so yet")
MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday.\n\n"
BOTH = ("KOR", "JPN")


def commitments(text: str) -> tuple[Commitment, ...]:
    """Return the commitments of a text that begins with a meeting of two leaders."""
    return read(MET + text).commitments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What follows the verb.
        pytest.param(
            "The two leaders agreed to resume the security dialogue.",
            [("resume the security dialogue", BOTH, "agreed")],
            id="to",
        ),
        pytest.param(
            "The two leaders agreed that their ministers will meet every year.",
            [("their ministers will meet every year", BOTH, "agreed")],
            id="that",
        ),
        pytest.param(
            "The two leaders agreed on launching a joint fund for researchers.",
            [("launching a joint fund for researchers", BOTH, "agreed")],
            id="on-doing",
        ),
        pytest.param(
            "The ministers concurred on working together toward an early summit.",
            [("working together toward an early summit", BOTH, "agreed")],
            id="concurred",
        ),
        pytest.param(
            "The meeting also decided to open an office in Busan.",
            [("open an office in Busan", BOTH, "agreed")],
            id="a-meeting-decided",
        ),
        pytest.param(
            '"We have had good talks and agreed to open an office," Lee said.',
            [("open an office", BOTH, "agreed")],
            id="we-have-had-and-agreed",
        ),
        pytest.param(
            "Takaichi said both sides should step up consultations on energy, and expand cooperation in technology.",
            [
                ("step up consultations on energy", ("JPN",), "proposed"),
                ("expand cooperation in technology", ("JPN",), "proposed"),
            ],
            id="both-sides-should",
        ),
        pytest.param(
            "Takaichi said North Korea should open its market.",
            [],
            id="somebody-else-should",
        ),
        pytest.param(
            "Chinese Foreign Minister Wang Yi said the two sides should avoid escalation.", [], id="a-bystander-should"
        ),
        pytest.param(
            "Takaichi called on President Lee to convey the greetings of the Emperor.", [], id="a-courtesy-call"
        ),
        pytest.param("Russia is working to undermine the sanctions, Takaichi said.", [], id="others-are-working-to"),
        pytest.param(
            "The fighting of others ended last month, with both agreeing to withdraw troops.",
            [],
            id="both-of-another-story",
        ),
        pytest.param("The authorities plan to restore the internet.", [], id="the-authorities-of-one-country"),
        pytest.param("The committee decided to raise interest rates.", [], id="a-committee-decided"),
        pytest.param("Rebels in the hills expressed mutual readiness for a truce.", [], id="mutual-among-others"),
        pytest.param(
            "Takaichi stated that she appreciated the effort, and she would like to widen the exchange of students.",
            [("widen the exchange of students", ("JPN",), "expressed intent")],
            id="and-she-would-like-to",
        ),
        pytest.param(
            "Takaichi said that ties were good. Both sides should explore new areas of cooperation.",
            [("explore new areas of cooperation", ("JPN",), "proposed")],
            id="should-goes-on-behind-a-speaker",
        ),
        pytest.param(
            "The prime minister set out the plan and agreed further cooperation with South Korea on this issue.",
            [("further cooperation with South Korea on this issue", ("JPN",), "agreed")],
            id="agreed-further-cooperation",
        ),
        pytest.param(
            "Takaichi asked for the support of South Korea for the initiative.",
            [("the support of South Korea for the initiative", ("JPN",), "proposed")],
            id="asked-for-support",
        ),
        pytest.param(
            "South Korean President Lee Jae Myung and Japanese Prime Minister Sanae Takaichi (ST) pledged to keep the "
            "council.",
            [("keep the council", BOTH, "pledged")],
            id="short-name-in-brackets",
        ),
        pytest.param("Takaichi wished to thank South Korea for its help.", [], id="wished-to-thank"),
        pytest.param(
            "The two sides adopted Tuesday a joint declaration on energy.",
            [("Tuesday a joint declaration on energy", BOTH, "agreed")],
            id="adopted-tuesday-a-declaration",
        ),
        pytest.param(
            "They signed a memorandum on health. The river treaty provides for the sharing of water.",
            [("a memorandum on health", BOTH, "agreed")],
            id="another-paper-provides-for",
        ),
        pytest.param("The document they signed covered three pages.", [], id="a-paper-covers-pages"),
        pytest.param(
            "Takaichi called on the two countries to expand cooperation in technology.",
            [("expand cooperation in technology", ("JPN",), "proposed")],
            id="called-on-to",
        ),
        pytest.param(
            "Lee responded that he would like to widen the exchange of students.",
            [("widen the exchange of students", ("KOR",), "expressed intent")],
            id="responded-that-he-would-like",
        ),
        pytest.param(
            "Lee and Takaichi instructed Foreign Minister Cho Hyun and Foreign Minister Toshimitsu Motegi to draw up a "
            "plan for energy.",
            [("draw up a plan for energy", BOTH, "agreed")],
            id="instructed-two",
        ),
        pytest.param(
            "Three papers were signed. The first agreement provides for aid in criminal matters, while the second "
            "establishes a framework for training.",
            [
                ("aid in criminal matters", BOTH, "agreed"),
                ("a framework for training", BOTH, "agreed"),
            ],
            id="what-papers-provide-for",
        ),
        pytest.param(
            "They signed nothing new. The 1965 treaty provides for the exchange of envoys.",
            [],
            id="what-an-old-treaty-provides-for",
        ),
        pytest.param(
            "The agreements they signed include memoranda on health and on sports.",
            [],
            id="papers-that-are-papers",
        ),
        pytest.param(
            "The two leaders discussed fisheries before agreeing to open an office in Busan.",
            [("open an office in Busan", BOTH, "agreed")],
            id="before-agreeing",
        ),
        pytest.param(
            "Takaichi stated her intention to hold consultations on fisheries.",
            [("her intention to hold consultations on fisheries", ("JPN",), "expressed intent")],
            id="stated-her-intention",
        ),
        pytest.param(
            "Japan is keen on continuing the consultation on fisheries.",
            [("continuing the consultation on fisheries", ("JPN",), "expressed intent")],
            id="keen-on-doing",
        ),
        pytest.param("Japan had wanted to host the games.", [], id="had-wanted-to"),
        pytest.param(
            "They held talks, with both pledging to open an office in Busan.",
            [("open an office in Busan", BOTH, "pledged")],
            id="with-both-pledging",
        ),
        pytest.param(
            "South Korea and Japan are working to expand cooperation on defence.",
            [("expand cooperation on defence", BOTH, "plans")],
            id="are-working-to",
        ),
        pytest.param(
            "Takaichi has accepted President Lee's invitation to visit Busan in spring.",
            [("visit Busan in spring", ("JPN",), "agreed")],
            id="accepted-somebodys-invitation",
        ),
        pytest.param(
            "Takaichi assured that the delegation also consulted on fisheries.",
            [],
            id="assured-of-the-past",
        ),
        pytest.param(
            "The two leaders discussed the need for Russia to commit to a ceasefire of 30 days.",
            [],
            id="need-for-another-to-commit",
        ),
        pytest.param(
            "It was agreed that a joint committee would meet in spring.",
            [("a joint committee would meet in spring", BOTH, "agreed")],
            id="it-was-agreed",
        ),
        # Told by a stance, by a proposal, by what is to be done.
        pytest.param(
            "President Lee said the support of South Korea for Ukraine does not waver.",
            [("the support of South Korea for Ukraine does not waver", ("KOR",), "reaffirmed")],
            id="support-stands",
        ),
        pytest.param(
            "Prime Minister Takaichi responded positively to a proposal by Lee that both open their labs.",
            [("both open their labs", ("JPN",), "pledged")],
            id="a-proposal-taken-up",
        ),
        pytest.param(
            "Lee supported an idea of Takaichi's to organise matches between young players.",
            [("organise matches between young players", ("JPN",), "proposed")],
            id="an-idea-supported",
        ),
        pytest.param(
            "A memorandum on supply chains is to be drawn up by the summer.",
            [("A memorandum on supply chains is to be drawn up by the summer", BOTH, "plans")],
            id="to-be-done",
        ),
        pytest.param(
            "The two leaders directed their ministers to remove barriers to trade.",
            [("remove barriers to trade", BOTH, "agreed")],
            id="directed",
        ),
        pytest.param(
            "Lee accepted the invitation extended by the Prime Minister to visit Nara again.",
            [("visit Nara again", ("KOR",), "agreed")],
            id="an-invitation-taken",
        ),
        pytest.param(
            '"Prime Minister Takaichi and I agreed that cooperation would be deepened," Lee said.',
            [("cooperation would be deepened", BOTH, "agreed")],
            id="and-i",
        ),
        pytest.param(
            "Takaichi said that Japan would not support measures by force.",
            [("not support measures by force", ("JPN",), "pledged")],
            id="a-refusal",
        ),
        pytest.param(
            "According to the Japanese Foreign Ministry, Takaichi and Lee confirmed that they would promote exchanges.",
            [("they would promote exchanges", ("JPN", "KOR"), "agreed")],
            id="behind-a-source",
        ),
        pytest.param(
            "The two leaders agreed to restart the talks, and Takaichi said that Japan would send experts.",
            [("restart the talks", BOTH, "agreed"), ("send experts", ("JPN",), "pledged")],
            id="then-another-said",
        ),
        pytest.param(
            "The two leaders agreed that the talks should go on, and that they would meet every year.",
            [("the talks should go on", BOTH, "agreed"), ("they would meet every year", BOTH, "agreed")],
            id="and-that",
        ),
        pytest.param(
            "Prime Minister Takaichi held talks with President Lee and agreed to open a fund.",
            [("open a fund", BOTH, "agreed")],
            id="agreed-in-the-sentence-of-a-meeting",
        ),
        pytest.param(
            "The two leaders agreed on the importance of strengthening the alliance.",
            [("the importance of strengthening the alliance", BOTH, "agreed")],
            id="the-importance-of-doing",
        ),
        pytest.param(
            "The leaders reaffirmed their commitment to security, with Takaichi vowing to buy more ships and Lee "
            "nodding.",
            [("their commitment to security", BOTH, "reaffirmed"), ("buy more ships", ("JPN",), "pledged")],
            id="with-somebody-vowing",
        ),
        # Judgements, and what was told to the press.
        pytest.param("They agreed that a launch would constitute a breach of the resolutions.", [], id="a-judgement"),
        pytest.param("Lee confirmed to the press that on Monday he met the speaker.", [], id="told-to-the-press"),
        pytest.param("Lee had planned to open a consulate in Nara.", [], id="had-planned"),
        pytest.param(
            "The two leaders also agreed in principle to share data on storms.",
            [("share data on storms", BOTH, "agreed")],
            id="in-principle",
        ),
        pytest.param(
            "The two leaders had agreed in August to set up a consultative body.",
            [("set up a consultative body", BOTH, "agreed")],
            id="date-inside",
        ),
        pytest.param(
            "Lee and Takaichi agreed, however, to keep talking about the mine.",
            [("keep talking about the mine", BOTH, "agreed")],
            id="aside-inside",
        ),
        pytest.param(
            "The two leaders agreed not to impose new tariffs on each other.",
            [("not to impose new tariffs on each other", BOTH, "agreed")],
            id="agreed-not-to",
        ),
        # One head verb, several actions.
        pytest.param(
            "The two leaders agreed to expand youth exchanges, to set up a hotline and to hold a summit every year.",
            [
                ("expand youth exchanges", BOTH, "agreed"),
                ("set up a hotline", BOTH, "agreed"),
                ("hold a summit every year", BOTH, "agreed"),
            ],
            id="shared-head-with-to",
        ),
        pytest.param(
            "The two leaders agreed to expand youth exchanges and set up a hotline between the coast guards.",
            [("expand youth exchanges", BOTH, "agreed"), ("set up a hotline between the coast guards", BOTH, "agreed")],
            id="shared-head-bare",
        ),
        pytest.param(
            "The two leaders agreed to maintain ties and expand cooperation.",
            [("maintain ties", BOTH, "agreed"), ("expand cooperation", BOTH, "agreed")],
            id="shared-head-short",
        ),
        pytest.param(
            "The two leaders agreed to the following: to open a hotline for fishermen; to double school exchanges.",
            [("open a hotline for fishermen", BOTH, "agreed"), ("double school exchanges", BOTH, "agreed")],
            id="the-following",
        ),
        pytest.param(
            "The two sides agreed that:\n1. a hotline shall be opened;\n2. ministers shall meet twice a year.",
            [("a hotline shall be opened", BOTH, "agreed"), ("ministers shall meet twice a year", BOTH, "agreed")],
            id="numbered-list",
        ),
        # How firmly.
        pytest.param(
            "Takaichi pledged to provide 10 billion yen for flood relief.",
            [("provide 10 billion yen for flood relief", ("JPN",), "pledged")],
            id="pledged",
        ),
        pytest.param(
            "Japan plans to ease visa rules for Korean students.",
            [("ease visa rules for Korean students", ("JPN",), "plans")],
            id="plans",
        ),
        pytest.param(
            "Lee proposed to expand youth exchanges.", [("expand youth exchanges", ("KOR",), "proposed")], id="proposed"
        ),
        pytest.param(
            "Tokyo hopes to deepen the partnership on hydrogen.",
            [("deepen the partnership on hydrogen", ("JPN",), "expressed intent")],
            id="hopes",
        ),
        pytest.param(
            "The two leaders reaffirmed their commitment to the denuclearisation of the peninsula.",
            [("their commitment to the denuclearisation of the peninsula", BOTH, "reaffirmed")],
            id="reaffirmed",
        ),
        pytest.param(
            "The two leaders confirmed that they will continue shuttle diplomacy.",
            [("they will continue shuttle diplomacy", BOTH, "agreed")],
            id="confirmed-that",
        ),
        pytest.param(
            "Takaichi said Japan would double its grants to Korean students.",
            [("double its grants to Korean students", ("JPN",), "pledged")],
            id="said-would",
        ),
        pytest.param(
            "Lee asked Takaichi to return the relics.", [("return the relics", ("KOR",), "proposed")], id="asked"
        ),
        pytest.param(
            "The two leaders instructed their officials to prepare a visit.",
            [("prepare a visit", BOTH, "agreed")],
            id="instructed",
        ),
        pytest.param(
            "The two leaders shared the view that they would hold talks on hydrogen.",
            [("they would hold talks on hydrogen", BOTH, "agreed")],
            id="shared-view-of-what-shall-be-done",
        ),
        pytest.param(
            "Lee stressed Japan's readiness to expand youth exchanges.",
            [("Japan's readiness to expand youth exchanges", ("JPN",), "expressed intent")],
            id="whose-stance-it-is",
        ),
        pytest.param(
            "Takaichi wrote that the two sides would move fast on hydrogen.",
            [("move fast on hydrogen", BOTH, "pledged")],
            id="spoken-for-both",
        ),
        pytest.param(
            'The two leaders agreed on a "fresh start" and decided to instruct their governments to talk.',
            [('a "fresh start', BOTH, "agreed"), ("instruct their governments to talk", BOTH, "agreed")],
            id="a-quotation-that-is-closed-again",
        ),
        # Documents.
        pytest.param(
            "The two governments signed a memorandum of understanding on hydrogen.",
            [("a memorandum of understanding on hydrogen", BOTH, "agreed")],
            id="signed",
        ),
        pytest.param(
            "A memorandum of understanding on hydrogen was signed after the talks.",
            [("A memorandum of understanding on hydrogen was signed after the talks", BOTH, "agreed")],
            id="was-signed",
        ),
        pytest.param(
            "The two leaders adopted a joint declaration on energy.",
            [("a joint declaration on energy", BOTH, "agreed")],
            id="adopted",
        ),
        pytest.param(
            "The two leaders adopted a joint statement.",
            [("a joint statement", BOTH, "agreed")],
            id="adopted-a-joint-statement",
        ),
        # Negation.
        pytest.param("The two leaders did not agree to resume the dialogue.", [], id="did-not-agree"),
        pytest.param("The two leaders failed to agree on a date for the next round.", [], id="failed-to-agree"),
        pytest.param("The two leaders were unable to agree on fishing rights.", [], id="unable-to-agree"),
        pytest.param("Neither leader agreed to a new treaty.", [], id="neither"),
        pytest.param("No agreement was reached on tariffs.", [], id="no-agreement"),
        pytest.param("No joint statement was adopted after the talks.", [], id="no-statement-adopted"),
        pytest.param("Seoul refused to lift the ban on seafood imports.", [], id="refused"),
        pytest.param("Seoul never agreed to lift the ban on seafood imports.", [], id="never"),
        pytest.param("A memorandum on hydrogen was not signed.", [], id="was-not-signed"),
        pytest.param("Tokyo denied that it had agreed to lift the ban.", [], id="denied"),
        # Conditions.
        pytest.param("If the two leaders agree to open the border, trade will grow.", [], id="if"),
        pytest.param("Unless Seoul agrees to lift the ban, Tokyo will wait.", [], id="unless"),
        pytest.param("It is unclear whether the two leaders agreed to open the border.", [], id="whether"),
        pytest.param("The two leaders may agree to open the border.", [], id="may"),
        pytest.param("Both sides should agree to open the border.", [], id="should"),
        pytest.param("Tokyo might sign a treaty on fisheries.", [], id="might-sign"),
        # What is expected is planned, not agreed.
        pytest.param(
            "The two leaders are expected to agree to open the border.",
            [("open the border", BOTH, "plans")],
            id="expected-to",
        ),
        # What binds nobody.
        pytest.param("The two leaders shared the view that cooperation matters.", [], id="shared-view"),
        pytest.param("The two leaders agreed that the situation is serious.", [], id="agreed-view"),
        pytest.param("The two leaders agreed on the importance of free trade.", [], id="importance"),
        pytest.param("The two leaders agreed with each other.", [], id="agreed-with"),
        pytest.param("Lee said Takaichi would meet students at noon.", [], id="a-programme"),
        pytest.param("The papers, at which deals were signed, lay open.", [], id="signed-in-an-aside"),
        pytest.param("The two leaders welcomed the progress made so far.", [], id="welcomed"),
        pytest.param("Takaichi said Japan had doubled its grants to students.", [], id="past"),
        pytest.param("The two leaders agree: peace is precious.", [], id="colon"),
        pytest.param(
            "The two leaders reached agreement on none of the five points.",
            [],
            id="agreement-on-none",
        ),
        pytest.param("The two leaders stopped short of agreeing to share data.", [], id="stopped-short"),
        pytest.param(
            "The two leaders did not sign a joint statement or agree to lift the ban.", [], id="did-not-sign-or-agree"
        ),
        pytest.param('"The two sides agreed to disagree," an official said.', [], id="agreed-to-disagree"),
        pytest.param(
            "North Korea launched an ICBM-class missile that morning.",
            [],
            id="launched-a-missile",
        ),
        pytest.param(
            "It concluded the first trip to Japan by a South Korean president in 12 years.", [], id="concluded-a-trip"
        ),
        pytest.param("The minister offered to resign on Wednesday.", [], id="offered-to-resign"),
        pytest.param("The two leaders renewed their praise for the foundation laid since 1965.", [], id="praise"),
        pytest.param(
            "The two leaders agreed to remove tariffs on milk, build a railway to the coast and open border "
            "posts at night.",
            [
                ("remove tariffs on milk", BOTH, "agreed"),
                ("build a railway to the coast", BOTH, "agreed"),
                ("open border posts at night", BOTH, "agreed"),
            ],
            id="three-bare-verbs",
            marks=KNOWN,
        ),
    ],
)
def test_who_is_bound_to_what(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    """The action in the text's own words, those bound, and the strength of the verb."""
    assert [(one.action, one.by, one.strength) for one in commitments(text)] == expected


@pytest.mark.parametrize(
    ("text", "asserted_by"),
    [
        pytest.param("The two leaders agreed to share early warnings on missiles.", None, id="the-document"),
        pytest.param(
            "Director Wi Sung-lac of Korea said the two leaders agreed to share early warnings on missiles.",
            "Wi Sung-lac",
            id="said",
        ),
        pytest.param(
            "The two leaders agreed to share early warnings on missiles, according to the Kremlin.",
            "RUS",
            id="according-behind",
        ),
        pytest.param(
            "According to the Kremlin, the two leaders agreed to share early warnings on missiles.",
            "RUS",
            id="according-before",
        ),
        pytest.param(
            "According to the presidential office, the two leaders agreed to share early warnings on missiles.",
            "presidential office",
            id="according-to-an-office",
        ),
        pytest.param(
            "Seoul said that the two leaders agreed to share early warnings on missiles.", "KOR", id="a-capital-said"
        ),
    ],
)
def test_who_says_so(text: str, asserted_by: str | None) -> None:
    """What only one side or one official asserts is kept as theirs."""
    found = commitments(text)
    assert [one.action for one in found] == ["share early warnings on missiles"]
    assert found[0].asserted_by == asserted_by


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        pytest.param("Takaichi pledged to provide relief by March.", "2026-03", id="by"),
        pytest.param("The two leaders decided to hold a dialogue by the end of March.", "2026-03", id="by-the-end-of"),
        pytest.param("They agreed to meet again in Andong in May.", "2026-05", id="in"),
        pytest.param("Tokyo promised that it would join the fund next year.", "2027", id="next-year"),
        pytest.param("They agreed to follow up on the accord of 1965.", None, id="a-past-year"),
        pytest.param("They agreed to work together.", None, id="none"),
    ],
)
def test_by_when(text: str, deadline: str | None) -> None:
    """A deadline is a date that lies ahead, as precise as the text."""
    assert [one.deadline for one in commitments(text)] == [deadline]


def test_areas_and_meeting_of_a_commitment() -> None:
    """A commitment knows what it is about and where it was made."""
    reading = read(MET + "The two leaders agreed to cooperate on hydrogen and on supply chains.")
    assert reading.main_meeting
    assert {one.meeting for one in reading.commitments} == {reading.main_meeting.id}
    assert {area for one in reading.commitments for area in one.areas} == {"energy", "supply chains"}


def test_the_action_is_the_text_s_own_words() -> None:
    """No word of an action is the reader's."""
    reading = read(MET + "The two  leaders agreed to resume the “shuttle” diplomacy – at once.")
    for one in reading.commitments:
        assert one.action in reading.document.text
    assert reading.commitments
