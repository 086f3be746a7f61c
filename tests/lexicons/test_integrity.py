"""`shuttle.lexicons`: what a file says must be possible, and two entries must not claim one word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, get_args

import pytest
from tests.lexicons.test_examples import TOML

from shuttle.lexicons.countries import all_countries
from shuttle.lexicons.forums import all_forums
from shuttle.lexicons.loading import load_rows, load_table
from shuttle.lexicons.meetings import FORMS
from shuttle.lexicons.offices import all_offices, former_words, honorifics, office_adjectives, portfolios
from shuttle.lexicons.places import all_places
from shuttle.lexicons.publishers import all_publishers, find_publisher
from shuttle.lexicons.tenures import all_tenures
from shuttle.lexicons.verbs import speech_verbs
from shuttle.reading.folding import fold, lower
from shuttle.reading.lookup import Meaning, find_names
from shuttle.reading.titles import find_titles
from shuttle.records import findings
from shuttle.records.dates import check_date

CODES = frozenset(all_countries())
LEVELS = {*get_args(findings.Level), "other"}


def doubles(pairs: Iterable[tuple[str, object]]) -> dict[str, list[object]]:
    """Return the words that more than one entry claims, with the entries."""
    claims: defaultdict[str, list[object]] = defaultdict(list)
    for word, entry in pairs:
        if entry not in claims[word]:
            claims[word].append(entry)
    return {word: entries for word, entries in claims.items() if len(entries) > 1}


def country_words(field: str) -> Iterator[tuple[str, object]]:
    """Yield the words of every country, with its code."""
    for country in all_countries().values():
        for word in getattr(country, field):
            yield fold(word), country.code


def entry_words(name: str, kind: str, key: str = "words") -> Iterator[tuple[str, object]]:
    """Yield the words of every entry of a TOML file, with the entry's place."""
    for number, entry in enumerate(load_table(name)[kind]):
        for words in entry[key]:
            for word in words if isinstance(words, list) else [words]:
                yield fold(word), number


def office_words() -> Iterator[tuple[str, object]]:
    """Yield the words of every office that holds everywhere, with its key and title."""
    for office in all_offices():
        if not office.countries:
            for word in (*office.words, *office.capitals):
                yield word, (office.key, office.title)


def forum_words() -> Iterator[tuple[str, object]]:
    """Yield the names of every forum, with its key."""
    for forum in all_forums().values():
        for word in (forum.name, *forum.aliases, *(e.label for e in forum.editions if e.label)):
            yield fold(word), forum.key


def publisher_words() -> Iterator[tuple[str, object]]:
    """Yield the names and domains of every publisher, with its name."""
    for publisher in all_publishers():
        for word in (publisher.name, *publisher.aliases, *publisher.domains):
            yield word.casefold(), publisher.name


@pytest.mark.parametrize(
    ("pairs", "shared"),
    [
        pytest.param(country_words("names"), (), id="countries-names"),
        # Both Congos' people, both Koreas' and the like share theirs; the usual country comes first in the file.
        pytest.param(country_words("demonyms"), ("Congolese", "Dominican", "Dominicans"), id="countries-demonyms"),
        pytest.param(country_words("metonyms"), ("Brussels",), id="countries-metonyms"),
        pytest.param(country_words("combining"), ("Congo", "Guinea"), id="countries-combining"),
        pytest.param(office_words(), (), id="offices"),
        pytest.param(forum_words(), (), id="forums"),
        pytest.param(publisher_words(), (), id="publishers"),
        pytest.param(entry_words("en/meeting_words.toml", "verb", "forms"), (), id="meeting-verbs"),
        pytest.param(entry_words("en/meeting_words.toml", "noun"), (), id="meeting-nouns"),
        pytest.param(entry_words("en/meeting_words.toml", "how"), (), id="meeting-manners"),
        pytest.param(entry_words("en/modality.toml", "before"), (), id="modality-before"),
        pytest.param(entry_words("en/modality.toml", "undone"), (), id="modality-undone"),
        pytest.param(entry_words("en/groups.toml", "group"), (), id="groups"),
        pytest.param(entry_words("en/formats.toml", "format"), (), id="formats"),
        pytest.param(entry_words("en/areas.toml", "area"), (), id="areas"),
        pytest.param(entry_words("en/commitment_verbs.toml", "verb", "forms"), (), id="commitment-verbs"),
        pytest.param(entry_words("en/speech_verbs.toml", "verb"), (), id="speech-verbs"),
        pytest.param(entry_words("en/speech_acts.toml", "act", "forms"), (), id="speech-acts"),
        pytest.param(entry_words("en/next_steps.toml", "kind"), (), id="next-steps"),
        pytest.param(entry_words("en/outcomes.toml", "deed"), (), id="outcomes-deeds"),
        pytest.param(entry_words("en/outcomes.toml", "thing"), (), id="outcomes-things"),
    ],
)
def test_no_word_is_claimed_twice(pairs: Iterator[tuple[str, object]], shared: tuple[str, ...]) -> None:
    """A word that two entries claim goes to one of them unseen, unless the file says why."""
    found = {word: entries for word, entries in doubles(pairs).items() if word not in shared}
    assert not found


def codes() -> Iterator[tuple[str, str]]:
    """Yield every code of a country that another file uses, with where."""
    for row in load_rows("world/cities.csv"):
        yield row["country"], f"cities.csv {row['name']}"
    for tenure in all_tenures():
        yield tenure.country, f"tenures.csv {tenure.name}"
    for entry in load_table("en/places.toml")["place"]:
        if entry["country"]:
            yield entry["country"], f"places.toml {entry['name']}"
    for forum in all_forums().values():
        for edition in forum.editions:
            if edition.country:
                yield edition.country, f"forums.toml {forum.key} {edition.year}"
    for publisher in all_publishers():
        if publisher.side:
            yield publisher.side, f"publishers.toml {publisher.name}"
    for office in all_offices():
        for code in (*office.countries, *filter(None, [office.country])):
            yield code, f"offices.toml {office.title}"
    for entry in load_table("world/anniversaries.toml")["anniversary"]:
        for code in entry["countries"]:
            yield code, f"anniversaries.toml {entry['event']}"


def test_every_code_is_a_country() -> None:
    """A code that countries.csv does not know would be shown to the user as it stands."""
    assert [f"{where}: {code}" for code, where in codes() if code not in CODES] == []


@pytest.mark.parametrize(
    ("name", "kind", "key", "allowed"),
    [
        pytest.param("en/offices.toml", "office", "level", LEVELS, id="office-level"),
        pytest.param("en/groups.toml", "group", "level", LEVELS, id="group-level"),
        pytest.param("en/meeting_words.toml", "noun", "level", LEVELS, id="noun-level"),
        pytest.param("en/meeting_words.toml", "noun", "mode", get_args(findings.Mode), id="noun-mode"),
        pytest.param("en/meeting_words.toml", "verb", "mode", get_args(findings.Mode), id="verb-mode"),
        pytest.param("en/meeting_words.toml", "how", "mode", get_args(findings.Mode), id="how-mode"),
        pytest.param(
            "en/meeting_words.toml",
            "verb",
            "how",
            ["met", "spoke", "received", "called", "held", "occurred"],
            id="verb-how",
        ),
        pytest.param("en/modality.toml", "before", "status", ("held", "planned", "proposed", "none"), id="before"),
        pytest.param("en/modality.toml", "undone", "status", ("cancelled", "postponed"), id="undone"),
        pytest.param("en/formats.toml", "format", "name", get_args(findings.MeetingFormat), id="format"),
        pytest.param("en/next_steps.toml", "kind", "name", get_args(findings.StepKind), id="step-kind"),
        pytest.param("en/outcomes.toml", "deed", "effect", get_args(findings.Effect), id="effect"),
        pytest.param("en/outcomes.toml", "deed", "how", ("done", "came", "goes"), id="deed-how"),
        pytest.param("en/outcomes.toml", "thing", "kind", ("body", "paper"), id="thing-kind"),
        pytest.param("en/commitment_verbs.toml", "verb", "strength", get_args(findings.Strength), id="strength"),
        pytest.param("en/forums.toml", "forum", "kind", ("multilateral", "trilateral", "occasion"), id="forum-kind"),
        pytest.param(
            "en/publishers.toml", "publisher", "kind", ("official", "press", "agency", "aggregator"), id="publisher"
        ),
    ],
)
def test_closed_words_are_those_of_the_records(name: str, kind: str, key: str, allowed: Iterable[str]) -> None:
    """A misspelt level, mode or strength would never match anything."""
    found = {entry[key] for entry in load_table(name)[kind] if key in entry}
    assert found <= set(allowed)


def test_every_kind_of_step_and_format_has_words() -> None:
    """A kind without words could never be found."""
    steps = {entry["name"] for entry in load_table("en/next_steps.toml")["kind"]}
    formats = {entry["name"] for entry in load_table("en/formats.toml")["format"]}
    assert steps == set(get_args(findings.StepKind))
    assert formats == set(get_args(findings.MeetingFormat))


@pytest.mark.parametrize(
    ("name", "key"),
    [("en/meeting_words.toml", "forms"), ("en/commitment_verbs.toml", "forms"), ("en/speech_verbs.toml", "words")],
)
def test_verbs_have_their_five_forms(name: str, key: str) -> None:
    """Base, third person, past, participle, -ing: in that order, and the last one ends so."""
    for entry in load_table(name)["verb"]:
        for forms in entry[key] if key == "words" else [entry[key]]:
            assert len(forms) == len(FORMS), forms
            assert any(word.endswith("ing") for word in forms[4].split()), forms


def test_every_word_that_a_verb_of_commitment_takes_is_one_the_rules_know() -> None:
    """A complement that no rule reads would be passed over in silence."""
    known = {"to", "that", "that will", "that we", "on", "object", "ing"}
    known |= {"actor to", "party to", "person to", "person that", "person of"}
    assert {kind for entry in load_table("en/commitment_verbs.toml")["verb"] for kind in entry["takes"]} <= known


def test_terms_begin_before_they_end_and_within_what_their_source_knows() -> None:
    """Dates exist, and stand in their order."""
    wrong = []
    for row in all_tenures():
        dates = [check_date(value) for value in (row.start, row.end or row.valid_through, row.valid_through)]
        size = min(map(len, dates))
        if [value[:size] for value in dates] != sorted(value[:size] for value in dates):
            wrong.append(f"{row.name} {row.country} {row.office}: {dates}")
    assert not wrong


def test_the_keys_of_terms_are_offices() -> None:
    """A term in an office that offices.toml does not know could not be looked up by its title."""
    assert {row.office for row in all_tenures()} <= {office.key for office in all_offices()}


def test_a_family_name_is_part_of_a_name() -> None:
    """What stands alone after a title must stand in one spelling of the whole name."""
    wrong = [
        f"{row.name}: {row.family}"
        for row in all_tenures()
        if not any(fold(row.family).lower() in fold(name).lower() for name in row.names)
    ]
    assert not wrong


def test_no_term_stands_twice() -> None:
    """One person takes one office on one day once."""
    rows = [(row.name, row.country, row.office, row.start) for row in all_tenures()]
    assert len(rows) == len(set(rows))


def test_editions_of_forums_have_dates_in_order_in_their_year() -> None:
    """An edition ends after it begins, and begins in its year (or the one after, where it was put off)."""
    wrong = []
    for forum in all_forums().values():
        for edition in forum.editions:
            start, end = edition.start, edition.end
            if start and not (start == check_date(start) and start <= (end or start)):
                wrong.append(f"{forum.key} {edition.year}: {start} to {end}")
            if start and int(start[:4]) - edition.year not in (0, 1):
                wrong.append(f"{forum.key} {edition.year}: starts {start}")
            if end and not start:
                wrong.append(f"{forum.key} {edition.year}: ends {end} without a start")
    assert not wrong


def test_anniversaries_count_from_days_that_exist() -> None:
    """The day of the event is a day, and the example's year comes after it."""
    for entry in load_table("world/anniversaries.toml")["anniversary"]:
        day = check_date(str(entry["date"]))
        assert int(day[:4]) < entry["example_year"], entry["event"]
        assert len(entry["countries"]) > 1, entry["event"]


def test_codes_of_events_speak_of_areas_that_exist_and_no_area_twice() -> None:
    """A promise in an area has one code."""
    known = {entry["name"] for entry in load_table("en/areas.toml")["area"]}
    named = [area for entry in load_table("world/event_codes.toml")["event"] for area in entry.get("areas", ())]
    assert set(named) <= known
    assert len(named) == len(set(named))


def test_areas_lie_within_areas() -> None:
    """The broader area is an area, and none lies within itself."""
    areas = {entry["name"]: entry.get("within") for entry in load_table("en/areas.toml")["area"]}
    for name in areas:
        chain = [name]
        while (above := areas[chain[-1]]) is not None:
            assert above in areas, f"{chain[-1]} lies within {above!r}, which is no area"
            assert above not in chain, chain
            chain.append(above)


def test_every_country_with_a_capital_has_it_among_the_cities() -> None:
    """A capital is marked once, under the name that countries.csv gives it or an alias."""
    capitals: defaultdict[str, set[str]] = defaultdict(set)
    marked: defaultdict[str, int] = defaultdict(int)
    for row in load_rows("world/cities.csv"):
        if row["capital"] == "1":
            marked[row["country"]] += 1
            capitals[row["country"]] |= {fold(name) for name in (row["name"], *row["aliases"].split(";"))}
    assert [code for code, number in marked.items() if number > 1] == []
    countries = [country for country in all_countries().values() if country.kind != "organisation"]
    assert [
        (country.code, country.capital)
        for country in countries
        if country.capital and fold(country.capital) not in capitals[country.code]
    ] == []


def covered(name: str) -> list[Meaning]:
    """Return the meanings of the hits that cover the whole of ``name``."""
    folded = fold(name)
    return [hit.meaning for hit in find_names(folded) if hit.start == 0 and hit.end == len(folded)]


def test_every_name_of_a_country_finds_it() -> None:
    """Names, demonyms and metonyms are found whole, and mean their country."""
    wrong = []
    for country in all_countries().values():
        for name in country.names:
            if not any(meaning.country == country.code for meaning in covered(name)):
                wrong.append(f"{country.code} {name!r}")
        for name in country.metonyms:
            if len(name) > 2 and not any(meaning.metonym for meaning in covered(name)):
                wrong.append(f"{country.code} {name!r} (metonym)")
        for name in country.demonyms:
            if not any(meaning.demonym or meaning.country for meaning in covered(name)):
                wrong.append(f"{country.code} {name!r} (demonym)")
    assert not wrong


# Two names that differ only in accents ("San Cristobal", "San Cristóbal") fold to one; the later row hides the earlier.
HIDDEN_PLACES = {"Concordia", "San Cristobal", "Çankaya"}


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(False, id="all-others"),
        pytest.param(True, id="named-as-another"),
    ],
)
def test_every_name_of_a_place_finds_it(hidden: bool) -> None:
    """Cities, houses and regions are found whole, under each of their names."""
    wrong = []
    for name, places in all_places().items():
        if (
            (name in HIDDEN_PLACES) == hidden
            and len(name) > 2
            and not any(set(places) <= set(meaning.places) for meaning in covered(name))
        ):
            wrong.append(f"{name!r} ({places[0].country})")
    assert not wrong


def test_every_name_of_a_forum_finds_it() -> None:
    """Names, aliases and the labels of editions are found whole."""
    wrong = []
    for forum in all_forums().values():
        for name in (forum.name, *forum.aliases, *(e.label for e in forum.editions if e.label)):
            if not any(meaning.forum is forum for meaning in covered(name)):
                wrong.append(f"{forum.key} {name!r}")
    assert not wrong


# Honours that the reader takes for titles of their own.
_HONOURS = re.compile(r"^(?:Prince|Princess|King|Queen|Pope|Sheikh|Shaikh|Emperor|Sultan|Emir|Grand Duke|Dr\.?) ")


def test_every_spelling_of_an_office_holder_finds_their_terms() -> None:
    """A whole name of two words or more leads to the term, unless it is a country's or a place's too."""
    wrong = []
    for row in all_tenures():
        for name in row.names:
            plain = re.sub(
                r"^(?:Prince|Princess|King|Queen|Pope|Sheikh|Shaikh|Emperor|Sultan|Emir|Grand Duke|Dr\.?) ", "", name
            )
            if " " in plain and not any(row in meaning.tenures for meaning in covered(plain)):
                wrong.append(f"{row.country} {row.name}: {name!r}")
    assert not wrong


def test_every_name_and_address_of_a_publisher_finds_it() -> None:
    """A publisher is found by each of its names, in any case, and by each of its domains and what lies under them."""
    wrong = []
    for publisher in all_publishers():
        for name in (publisher.name, *publisher.aliases):
            if find_publisher(name=name.upper()) is not publisher:
                wrong.append(f"{publisher.name}: {name!r}")
        for domain in publisher.domains:
            for url in (f"https://{domain}/page", f"https://WWW.{domain}"):
                if find_publisher(url=url) is not publisher:
                    wrong.append(f"{publisher.name}: {url}")
    assert not wrong


def test_every_title_is_found() -> None:
    """Each word for an office, and each portfolio with "minister", is found whole."""
    wrong = []
    titles: list[tuple[str, str | None]] = [
        (word, office.key) for office in all_offices() for word in (*office.words, *office.capitals)
    ]
    titles += [(f"{portfolio} minister", None) for portfolio in portfolios()]
    for word, key in titles:
        hits = find_titles(lower(fold(word)), fold(word))
        if not any(
            (hit.start, hit.end) == (0, len(word)) and (key is None or key in [office.key for office in hit.offices])
            for hit in hits
        ):
            wrong.append(f"{key} {word!r}")
    assert not wrong


def test_words_are_written_as_they_are_looked_up() -> None:
    """Words that are looked up in lower case stand in lower case, without blanks at their ends."""
    words: list[str] = [*portfolios(), *honorifics(), *office_adjectives(), *former_words(), *speech_verbs()]
    for name, kind, key in (
        ("en/offices.toml", "office", "words"),
        ("en/meeting_words.toml", "verb", "forms"),
        ("en/meeting_words.toml", "noun", "words"),
        ("en/meeting_words.toml", "how", "words"),
        ("en/modality.toml", "before", "words"),
        ("en/modality.toml", "undone", "words"),
        ("en/groups.toml", "group", "words"),
        ("en/formats.toml", "format", "words"),
        ("en/areas.toml", "area", "words"),
        ("en/next_steps.toml", "kind", "words"),
        ("en/outcomes.toml", "deed", "words"),
        ("en/outcomes.toml", "welcome", "words"),
        ("en/outcomes.toml", "thing", "words"),
        ("en/outcomes.toml", "back", "words"),
        ("en/outcomes.toml", "first", "words"),
        ("en/commitment_verbs.toml", "verb", "forms"),
        ("en/event_words.toml", "verb", "words"),
        ("en/event_words.toml", "action", "words"),
    ):
        words += [word for entry in load_table(name)[kind] for word in entry[key]]
    assert [word for word in words if word != fold(word).lower() or word != " ".join(word.split())] == []


def test_an_adjective_that_says_former_is_an_adjective() -> None:
    """`former` is a part of `words`, or it is never seen."""
    assert set(former_words()) <= set(office_adjectives())


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for below in value.values():
            yield from _keys(below)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)


@pytest.mark.parametrize("name", TOML)
def test_the_comments_of_a_file_describe_its_keys(name: str) -> None:
    """A non-programmer who opens the file finds every key explained in its comments."""
    text = (files("shuttle.lexicons") / name).read_text(encoding="utf-8")
    comments = " ".join(line.lstrip("# ") for line in text.splitlines() if line.lstrip().startswith("#"))
    described = set(re.findall(r"[a-z_]+", comments))
    # Tables carry their names; `words` and `example` are the same in every file.
    keys = {key for entries in load_table(name).values() for key in _keys(entries)} - {"words", "example"}
    assert keys <= described, sorted(keys - described)


def test_the_folder_has_a_readme_for_its_editors() -> None:
    """`lexicons/README.md` says what each file holds and how to add to it."""
    readme = (files("shuttle.lexicons") / "README.md").read_text(encoding="utf-8")
    for name in (*TOML, "en/countries.csv", "world/tenures.csv", "world/cities.csv"):
        assert name.split("/")[1] in readme, name
