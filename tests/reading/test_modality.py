"""`shuttle.reading.modality`: "did not agree" never becomes "agreed", "will meet" never becomes "met"."""

from __future__ import annotations

import pytest

from shuttle.reading.modality import auxiliary_start, verb_status

MEET = {"meet": ("base",), "meets": ("third",), "met": ("past", "participle"), "meeting": ("ing",)}
AGREE = {"agree": ("base",), "agrees": ("third",), "agreed": ("past", "participle"), "agreeing": ("ing",)}
HOLD = {"hold": ("base",), "held": ("past", "participle"), "holding": ("ing",)}
TABLES = MEET | AGREE | HOLD


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        # What happened.
        pytest.param("they *met", "held", id="past"),
        pytest.param("they have *met", "held", id="perfect"),
        pytest.param("they had already *met", "held", id="pluperfect"),
        pytest.param("he *meets his guest", "held", id="third-person"),
        pytest.param("they *meet every year", "held", id="plain-present"),
        pytest.param("they are *meeting today", "held", id="progressive"),
        pytest.param("after *meeting his guest", "held", id="after-doing"),
        pytest.param("he took part in a ceremony before *meeting his guest", "held", id="did-before-doing"),
        pytest.param("they had the opportunity to *meet", "held", id="had-the-opportunity-to"),
        pytest.param("the delegations met to *hold talks", "held", id="met-to-hold"),
        pytest.param("he last visited Oslo in 2023, to *meet with his friend", "held", id="visited-to-meet"),
        pytest.param("both sides *agreed to go on", "held", id="agreed"),
        pytest.param("they also jointly *agreed", "held", id="adverbs"),
        pytest.param("the talks were *held", "held", id="passive"),
        # What did not.
        pytest.param("they did not *meet", None, id="did-not"),
        pytest.param("they didn't *meet", None, id="didn't"),
        pytest.param("they did not formally *agree", None, id="did-not-adverb"),
        pytest.param("they have not *met", None, id="have-not"),
        pytest.param("they have never *met", None, id="never"),
        pytest.param("they have yet to *meet", None, id="yet-to"),
        pytest.param("they failed to *agree", None, id="failed-to"),
        pytest.param("he refused to *meet them", None, id="refused-to"),
        pytest.param("he declined to *meet them", None, id="declined-to"),
        pytest.param("they will not *meet", None, id="will-not"),
        pytest.param("they could not *agree", None, id="could-not"),
        pytest.param("without *meeting them", None, id="without"),
        pytest.param("they were unable to *agree", None, id="unable-to"),
        pytest.param("they no longer *meet", None, id="no-longer"),
        pytest.param("he has no plans to *meet them", None, id="no-plans-to"),
        pytest.param("neither side *agreed", None, id="neither-side"),
        # What might.
        pytest.param("if they *meet", None, id="if"),
        pytest.param("unless they *agree", None, id="unless"),
        pytest.param("whether they *meet", None, id="whether"),
        pytest.param("they may *meet", "proposed", id="may"),
        pytest.param("they might *meet", "proposed", id="might"),
        pytest.param("he hopes to *meet them", "proposed", id="hopes-to"),
        pytest.param("he wants to *meet them", "proposed", id="wants-to"),
        pytest.param("he offered to *meet them", "proposed", id="offered-to"),
        pytest.param("they are considering *holding talks", "proposed", id="considering"),
        # What is to.
        pytest.param("they will *meet", "planned", id="will"),
        pytest.param("they will also *meet", "planned", id="will-also"),
        pytest.param("they are to *meet", "planned", id="are-to"),
        pytest.param("they are scheduled to *meet", "planned", id="scheduled-to"),
        pytest.param("they agreed to *meet", "planned", id="agreed-to"),
        pytest.param("he plans to *meet them", "planned", id="plans-to"),
        pytest.param("he is expected to *meet them", "planned", id="expected-to"),
        pytest.param("they will be *meeting", "planned", id="will-be-doing"),
        pytest.param("talks will be *held", "planned", id="will-be-done"),
        pytest.param("he looks forward to *meeting them", "planned", id="looks-forward-to"),
        pytest.param("they would *meet", "planned", id="would"),
        pytest.param("they are going to *meet", "planned", id="going-to"),
        pytest.param("they are about to *meet", "planned", id="about-to"),
        pytest.param(
            "he stopped in Paris before *meeting his guest on \ue400", "planned", id="before-meeting-on-a-day"
        ),
        pytest.param("they hoped they had the chance to *meet", "proposed", id="hoped-they-had-the-chance"),
        pytest.param("he will give a speech before *meeting his guest", "planned", id="will-before-doing"),
        pytest.param("he will visit Oslo to *meet his friend", "planned", id="will-visit-to-meet"),
        # A noun, not a verb.
        pytest.param("a *meeting", None, id="noun"),
    ],
)
def test_what_the_words_before_a_verb_make_of_it(clause: str, status: str | None) -> None:
    """The star marks the verb."""
    position = clause.index("*")
    shape = clause.replace("*", "")
    word = shape[position:].split()[0]
    assert verb_status(shape, position, TABLES[word]) == status


@pytest.mark.parametrize("aside", ["", "also ", "formally ", "again ", "later ", "then ", "officially "])
@pytest.mark.parametrize("negation", ["did not", "do not", "will not", "would not", "could not", "never", "cannot"])
def test_a_negation_is_not_lost_behind_an_adverb(negation: str, aside: str) -> None:
    """However many adverbs stand between, "not" stays."""
    shape = f"they {negation} {aside}agree"
    assert verb_status(shape, shape.index("agree"), ("base",)) is None


@pytest.mark.parametrize(
    ("shape", "start"),
    [
        pytest.param("they will also *meet", "will", id="will-also"),
        pytest.param("they have been *meeting", "have", id="have-been"),
        pytest.param("they are scheduled to *meet", "are", id="scheduled"),
        pytest.param("they *met", "met", id="none"),
        pytest.param("talks were formally *held", "were", id="adverb"),
    ],
)
def test_where_the_auxiliaries_begin(shape: str, start: str) -> None:
    """The subject of a verb ends where its auxiliaries begin."""
    position = shape.index("*")
    shape = shape.replace("*", "")
    assert auxiliary_start(shape, position) == shape.index(start)
