"""Which texts are read, and which are passed over."""

from __future__ import annotations

import pytest
from tests.reading.timing import growth

from shuttle.lexicons.loading import load_table
from shuttle.reading.reader import default_reader
from shuttle.reading.survey import Survey
from shuttle.reading.triage import may_tell
from shuttle.records.documents import Document


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The US car maker sold more trucks in Japan.", id="an attribute and a place"),
        pytest.param("US$ 4 billion was lost.", id="a currency"),
        pytest.param("Stock markets in China, Britain and France closed higher.", id="places in a row"),
        pytest.param("Bank of America has reported a loss. Air Canada will order six jets.", id="names of firms"),
        pytest.param("General Motors shares fell in the United States.", id="a firm with a title in its name"),
        pytest.param("The president of the club bought a Brazilian striker.", id="an office of a club"),
        pytest.param("The new model costs more in Germany than in Poland.", id="where something is sold"),
    ],
)
def test_news_that_names_countries_in_passing_is_passed_over(text: str) -> None:
    """No state acts, and nobody deals with one."""
    assert not may_tell(Survey(text), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Japan agreed to buy gas.", id="a country binds itself"),
        pytest.param("Japan has reportedly agreed to buy gas.", id="with auxiliaries"),
        pytest.param("Qatar will send aid.", id="a country is to do something"),
        pytest.param("The Peruvian government said it would wait.", id="a government speaks"),
        pytest.param("Officials held talks with Chile.", id="a country is talked with"),
        pytest.param("She travelled to Kenya.", id="a country is travelled to"),
        pytest.param("The two met in Oslo, Norway.", id="a meeting somewhere"),
        pytest.param("Hayashi shook hands with Qin in Beijing.", id="a meeting in a capital"),
        pytest.param("The Latvian trade minister resigned over a plant in Poland.", id="a minister"),
        pytest.param("The president of Malta opened the factory.", id="an office of a country"),
        pytest.param("President Okoro opened the factory in Ghana.", id="an office and a name"),
        pytest.param("Emmanuel Macron opened the factory.", id="somebody known"),
        pytest.param("A G7 source did not comment.", id="a forum"),
        pytest.param("Korea-Japan trade fell.", id="a pair"),
        pytest.param("Diplomatic ties with Norway were cut.", id="a word of dealings"),
    ],
)
def test_a_text_in_which_a_state_may_act_is_read(text: str) -> None:
    """In doubt a text is read."""
    assert may_tell(Survey(text), None)


def test_what_a_government_publishes_is_always_read() -> None:
    """On its own page a government leaves out who it is."""
    assert may_tell(Survey("The works in Japan are open."), "JPN")
    assert may_tell(Survey("The Prime Minister spoke of it."), "GBR")


@pytest.mark.parametrize("words", [word for entry in load_table("en/triage.toml")["word"] for word in entry["words"]])
def test_every_word_of_dealings_is_enough(words: str) -> None:
    """A text that names a state is read if one of them stands in it."""
    assert not may_tell(Survey("French wine is good."), None)
    assert may_tell(Survey(f"French wine is good. The {words} was long."), None)


def test_every_example_of_dealings_holds_one_of_its_words() -> None:
    """The examples are true."""
    for entry in load_table("en/triage.toml")["word"]:
        assert any(words in entry["example"] for words in entry["words"]), entry["example"]


# Read from its first sentence on, whatever follows.
_HEAD = "President Lee of Korea met Prime Minister Takaichi of Japan on Monday. "


def _read(text: str) -> object:
    return default_reader().read(Document("d-1", "x", _HEAD + text, published="2026-01-14", language="en"))


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("PM ", id="titles in capitals"),
        pytest.param("minister of ", id="titles"),
        pytest.param("Japan, ", id="countries"),
        pytest.param("Korea-", id="pairs without end"),
        pytest.param("Korea-based ", id="countries before hyphens"),
        pytest.param("US car ", id="attributes"),
        pytest.param("Korean and Japanese ", id="peoples"),
        pytest.param("“He said” ", id="quotations"),
        pytest.param("“", id="quotation marks"),
        pytest.param(", ", id="commas"),
        pytest.param("Minister of Foreign Affairs, Trade and African Cooperation and ", id="fields of a minister"),
        pytest.param("Assistant Secretary of State for East and South and Pacific ", id="scopes of an office"),
        pytest.param(
            "the two leaders agreed at the meeting at the talks during the summit ", id="what was agreed where"
        ),
        pytest.param("the next session of the meeting of the committee will be ", id="sessions of sessions"),
        pytest.param("the first session of the first meeting at the level of ", id="numbers of meetings"),
        pytest.param("third meeting after Tokyo in May, Seoul in June and ", id="counts"),
        pytest.param("the support of Japan for the commitment of Japan ", id="stances"),
        pytest.param("met for the first time in ten years for the second time in two years with ", id="how they met"),
        pytest.param("the Japanese city of the Japanese town of ", id="towns"),
        pytest.param("1234567890 ", id="numbers"),
        pytest.param("1", id="digits"),
        pytest.param("15th of ", id="days without a month"),
        pytest.param("(", id="brackets"),
        pytest.param("January ", id="months"),
        pytest.param("January 1 and ", id="days"),
        pytest.param("2 hours and ", id="lengths"),
        pytest.param("and ", id="and"),
        pytest.param("the ", id="the"),
        pytest.param("Lee Kim Park ", id="names"),
        pytest.param("A", id="capitals"),
        pytest.param("the two leaders and ", id="groups"),
    ],
)
def test_no_text_makes_reading_grow_faster_than_its_length(unit: str) -> None:
    """Four times the text takes about four times as long; a quadratic rule would take sixteen."""
    assert growth(_read, unit, 10_000, runs=2) < 9


@pytest.mark.parametrize("unit", ["Korea-based ", "Japan, ", "US car ", "President of ", "PM ", "in Japan in "])
def test_triage_grows_no_faster_than_the_text(unit: str) -> None:
    """What is passed over is looked at in one pass."""
    assert growth(lambda text: may_tell(Survey(text), None), unit, 50_000) < 9
