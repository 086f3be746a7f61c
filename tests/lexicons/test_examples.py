"""`shuttle.lexicons`: every entry has an example, and every example is recognised by the step that uses the entry.

One test for a file; it lists every entry that fails, so that whoever edits a file sees all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.reading.factory import DAY, read

from shuttle.analysis.topic_terms import word_terms
from shuttle.lexicons.countries import all_countries
from shuttle.lexicons.events import all_event_types, intent_in, situation_of_action, situation_of_verb, speaks_of_talks
from shuttle.lexicons.forums import all_forums
from shuttle.lexicons.loading import load_rows, load_table
from shuttle.lexicons.offices import all_offices
from shuttle.lexicons.publishers import all_publishers, find_publisher
from shuttle.lexicons.tenures import all_tenures
from shuttle.lexicons.words import general_topics
from shuttle.reading import publication
from shuttle.reading.areas import find_areas
from shuttle.reading.cast import tenures_of
from shuttle.reading.details import formats_in
from shuttle.reading.folding import fold, lower
from shuttle.reading.frames import find_frames
from shuttle.reading.lookup import Hit, find_names
from shuttle.reading.modality import verb_status
from shuttle.reading.page import Page, open_page
from shuttle.reading.titles import find_titles

# Who meets, for entries that say only what is done.
MET = "South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday."
BOTH = "South Korean President Lee Jae Myung and Japanese Prime Minister Sanae Takaichi"

# Days on which one or the other of the people in the examples was in office.
DAYS = (DAY, "2024-04-15", "2022-03-15", "2019-04-15", "2017-07-15", "2015-03-15")

Failures = Iterator[str]


def names_in(text: str) -> list[Hit]:
    """Return the lexicon names found in ``text``."""
    return find_names(fold(text))


def page_of(text: str, day: str = DAY) -> Page:
    """Return the page of a sentence, with a full stop."""
    return open_page(text.rstrip(".") + ".", day=day, side=None)


def in_countries() -> Failures:
    """A country's example names it: by a name, a demonym or what stands for its government."""
    for country in all_countries().values():
        meanings = [hit.meaning for hit in names_in(country.example)]
        if not any(country.code in (m.country, m.demonym, m.metonym, m.combining) for m in meanings):
            yield f"{country.code}: {country.example!r}"


def in_places() -> Failures:
    """A place's example names that place."""
    for entry in load_table("en/places.toml")["place"]:
        places = [place for hit in names_in(entry["example"]) for place in hit.meaning.places]
        if not any(place.name == entry["name"] for place in places):
            yield f"{entry['name']}: {entry['example']!r} gives {[place.name for place in places]}"


def in_forums() -> Failures:
    """A forum's example names that forum."""
    for forum in all_forums().values():
        found = [hit.meaning.forum.key for hit in names_in(forum.example) if hit.meaning.forum]
        if forum.key not in found:
            yield f"{forum.key}: {forum.example!r} gives {found}"


def in_publishers() -> Failures:
    """The longest run of words in a publisher's example that names anybody names that publisher."""
    for publisher in all_publishers():
        words = publisher.example.split()
        runs = sorted(
            ((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1)), key=lambda r: r[0] - r[1]
        )
        texts = (" ".join(words[i:j]) for i, j in runs)
        found = (find_publisher(name=text) or find_publisher(name=text.strip(",;:()[]|/\"'— ")) for text in texts)
        first = next((one for one in found if one), None)
        if first is not publisher:
            yield f"{publisher.name}: {publisher.example!r} gives {first.name if first else None}"


def in_offices() -> Failures:
    """The title in an office's example means that office, in the country that the example names."""
    for office in all_offices():
        folded = fold(office.example)
        hits = find_titles(lower(folded), folded)
        meanings = [hit.meaning for hit in find_names(folded)]
        country = office.country or next((m.country or m.demonym for m in meanings if m.country or m.demonym), None)
        if not any(hit.office(country) == office for hit in hits):
            yield f"{office.title}: {office.example!r} gives {[hit.office(country).title for hit in hits]}"


def in_meeting_verbs() -> Failures:
    """A verb of meeting opens a frame in its example."""
    for entry in load_table("en/meeting_words.toml")["verb"]:
        # The people in the examples held office at different times.
        frames = next(filter(None, (find_frames(page_of(entry["example"], day)) for day in DAYS)), [])
        if not frames:
            yield f"{entry['forms'][0]}: {entry['example']!r}"
        elif entry.get("mode") and all(frame.mode != entry["mode"] for frame in frames):
            yield f"{entry['forms'][0]}: {entry['example']!r} gives mode {[frame.mode for frame in frames]}"


def in_meeting_nouns() -> Failures:
    """What is held opens a frame of its mode when two leaders hold it."""
    for entry in load_table("en/meeting_words.toml")["noun"]:
        example: str = entry["example"]
        verbs = ("held ", "paid ")
        clause = example.removeprefix("the ") if example.startswith("the Japan-ROK") else example
        clause = f"{BOTH} {clause}" if example.startswith(verbs) else f"{BOTH} held {clause}"
        frames = find_frames(page_of(clause))
        if not any(frame.noun and frame.noun.word in entry["words"] for frame in frames):
            yield f"{entry['words'][0]}: {clause!r} gives {[frame.noun.word for frame in frames if frame.noun]}"
        elif entry.get("mode") and all(frame.mode != entry["mode"] and not frame.noun for frame in frames):
            yield f"{entry['words'][0]}: {clause!r} gives mode {[frame.mode for frame in frames]}"


def in_meeting_manners() -> Failures:
    """Words that say how a meeting is held give it that mode."""
    for entry in load_table("en/meeting_words.toml")["how"]:
        clause = f"{BOTH} met {entry['example'].split(' ', 1)[1].removeprefix('part ')}"
        modes = [frame.mode for frame in find_frames(page_of(clause))]
        if entry["mode"] not in modes:
            yield f"{entry['words'][0]}: {clause!r} gives {modes}"


def in_modality() -> Failures:
    """Words before a verb, and words that undo, give their status in their example."""
    for entry in load_table("en/modality.toml")["before"]:
        shape = f"they {entry['example']}".replace("they if", "if")
        position = shape.rindex("meet")
        wanted = None if entry["status"] == "none" else entry["status"]
        if entry["words"][0] != "if" and verb_status(shape, position, ("base",)) != wanted:
            yield f"{entry['words'][0]}: {shape!r} gives {verb_status(shape, position, ('base',))}"
        reading = read(f"{entry['example'].capitalize()} Takaichi in Nara on February 3, Lee is ready.")
        if entry["words"][0] == "if" and any(meeting.status == "held" for meeting in reading.meetings):
            yield f"{entry['words'][0]}: held in {entry['example']!r}"
    for entry in load_table("en/modality.toml")["undone"]:
        reading = read(
            f"{BOTH} were to hold a summit in Seoul on February 3 during a visit by Takaichi. "
            f"Tokyo {entry['example']} on Monday."
        )
        statuses = [meeting.status for meeting in reading.meetings]
        if entry["status"] not in statuses:
            yield f"{entry['words'][0]}: {entry['example']!r} gives {statuses}"


def in_groups() -> Failures:
    """A group's example is a group at its level; a body's is a body."""
    table = load_table("en/groups.toml")
    for entry in table["group"]:
        found = [m for line in page_of(f"{entry['example']} agreed").lines for m in line.mentions if m.kind == "group"]
        if [m.level for m in found] != [entry.get("level")]:
            yield f"{entry['words'][0]}: {entry['example']!r} gives {[(m.label, m.level) for m in found]}"
    for name in ("bodies", "alone"):
        found = [m for line in page_of(table[name]["example"]).lines for m in line.mentions if m.kind == "body"]
        if len(found) != 1:
            yield f"{name}: {table[name]['example']!r} gives {[m.label for m in found]}"


def in_formats() -> Failures:
    """A format's example names that format."""
    for entry in load_table("en/formats.toml")["format"]:
        found = [one.value for line in page_of(entry["example"]).lines for one in formats_in(line)]
        if entry["name"] not in found:
            yield f"{entry['name']}: {entry['example']!r} gives {found}"


def in_areas() -> Failures:
    """An area's example speaks of that area."""
    for entry in load_table("en/areas.toml")["area"]:
        found = [area.name for area in find_areas(page_of(entry["example"]))]
        if entry["name"] not in found:
            yield f"{entry['name']}: {entry['example']!r} gives {found}"


def in_commitment_verbs() -> Failures:
    """A verb of commitment binds somebody in its example, as firmly as its entry says."""
    table = load_table("en/commitment_verbs.toml")
    for entry in table["verb"]:
        readings = (read(f"{MET}\n\n{entry['example']}.", published=day) for day in DAYS)
        found = next(filter(None, (reading.commitments for reading in readings)), ())
        if entry["strength"] not in [one.strength for one in found]:
            yield f"{entry['forms'][0]}: {entry['example']!r} gives {[(one.strength, one.action) for one in found]}"
    if not read(f"{MET}\n\n{table['modals']['example'].replace('The teams', 'The two governments')}.").commitments:
        yield f"modals: {table['modals']['example']!r}"
    if read(f"{MET}\n\nThe two leaders {table['views']['example']}.").commitments:
        yield f"views: {table['views']['example']!r} binds"
    cut = read(f"{MET}\n\nThe two leaders agreed {table['actions']['example']}.").commitments
    if [one.action for one in cut] != ["maintain close ties", "expand cooperation"]:
        yield f"actions: {table['actions']['example']!r} gives {[one.action for one in cut]}"


def in_speech_verbs() -> Failures:
    """A verb of speech makes its example a statement."""
    for entry in load_table("en/speech_verbs.toml")["verb"]:
        lead = "National Security Director Wi Sung-lac of South Korea and Turkish President Erdogan were there.\n\n"
        if not read(f"{lead}{entry['example']}.").statements:
            yield f"{entry['words'][0][0]}: {entry['example']!r}"


def in_speech_acts() -> Failures:
    """The act in an example makes a point of its grade; the lists do what they are for."""
    table = load_table("en/speech_acts.toml")
    for entry in table["act"]:
        found = [point.grade for point in read(f"{MET}\n\n{entry['example']}.").points]
        if entry["together"] not in found and entry["alone"] not in found:
            yield f"{entry['forms'][0][0]}: {entry['example']!r} gives {found}"
    wanted = {"view": "shared the view", "consult": "decided to consult", "programme": None}
    for name, grade in wanted.items():
        found = [point.grade for point in read(f"{MET}\n\n{table[name]['example']}.").points[1:]]
        if found != [grade]:
            yield f"{name}: {table[name]['example']!r} gives {found}"
    points = read(f"{MET}\n\n{table['opening']['example']} and welcomed the truce.").points
    if not any(item.field == "opening" for item in points[-1].evidence):
        yield f"opening: {table['opening']['example']!r} opens nothing"


def in_plain_words() -> Failures:
    """No word of a plain example is a term, a general example is about its topic, and a topical one is not plain."""
    table = load_table("en/plain_words.toml")
    for name in ("grammar", "readouts", "time"):
        told = [key for _, key in word_terms(table[name]["example"], frozenset())]
        if told:
            yield f"{name}: {table[name]['example']!r} speaks of {told}"
    for name, topic in (("relations", "the relationship"), ("contact", "further contact")):
        if not any(word in table[name]["example"].casefold() for word in general_topics()[topic]):
            yield f"{name}: {table[name]['example']!r}"
    if not list(word_terms(table["topical"]["example"], frozenset(["minist", "presid"]))):
        yield f"topical: {table['topical']['example']!r}"


def in_next_steps() -> Failures:
    """A next step's example is a step of that kind when the two sides take it."""
    for entry in load_table("en/next_steps.toml")["kind"]:
        found = [step.kind for step in read(f"{MET}\n\nThe two leaders {entry['example']}.").next_steps]
        if entry["name"] not in found:
            yield f"{entry['name']}: {entry['example']!r} gives {found}"


def in_outcomes() -> Failures:
    """The example of an entry tells of an outcome, a deed's of its effect, and words that refer back are found."""
    table = load_table("en/outcomes.toml")
    for name, entries in table.items():
        for entry in entries:
            found = read(f"{MET}\n\n{entry['example']}.").outcomes
            if not found:
                yield f"{name} {entry['words'][0]}: {entry['example']!r} gives nothing"
            elif name == "deed" and entry["effect"] not in [one.effect for one in found]:
                yield f"{entry['words'][0]}: {entry['example']!r} gives {[one.effect for one in found]}"
            elif name == "back" and not any(one.follows_text for one in found):
                yield f"{entry['words'][0]}: {entry['example']!r} refers back to nothing"


def in_home_towns() -> Failures:
    """An example calls a place somebody's home in words of its entry."""
    for entry in load_table("en/home_towns.toml")["home"]:
        if not any(word in entry["example"].casefold() for word in entry["words"]):
            yield f"{entry['words'][0]}: {entry['example']!r}"


def in_never_names() -> Failures:
    """The name in the example ends before the word that is never part of one."""
    table = load_table("en/never_names.toml")
    found = [member.name for member in page_of(f"{table['words']['example']} met reporters").cast]
    if not found or any("On" in (name or "").split() for name in found):
        yield f"{table['words']['example']!r} gives {found}"


def in_tenures() -> Failures:
    """``Title Family @ date`` leads to that row's person and to nobody else."""
    offices = {(office.key, office.title): office for office in all_offices()}
    keys = {office.key: office for office in reversed(all_offices())}
    for row in all_tenures():
        title, _, day = row.example.partition(" @ ")
        if not title.endswith(row.family):
            yield f"{row.name}: {row.example!r} does not hold {row.family!r}"
            continue
        office = offices.get((row.office, row.title)) or keys.get(row.office)
        if office is None:
            yield f"{row.name}: no office {row.office!r}"
            continue
        found = {one.name for one in tenures_of(row.family, office, row.country, day)}
        if found != {row.name}:
            yield f"{row.name} ({row.country} {row.office}): {row.example!r} gives {sorted(found)}"


def in_anniversaries() -> Failures:
    """An anniversary's example puts a text about its countries in or near its year."""
    for entry in load_table("world/anniversaries.toml")["anniversary"]:
        hosts = " and ".join(f"the president of {all_countries()[code].name}" for code in entry["countries"])
        page = page_of(f"In Vienna, {hosts} marked {entry['example']}")
        years, reason = publication._by_anniversary(page, list(range(1990, 2036)), 6)
        if reason is None or entry["example_year"] not in years:
            yield f"{entry['countries']}: {entry['example']!r} gives {years if reason else None}"


def in_event_codes() -> Failures:
    """In a situation's example, some finding gets its codes."""
    for event in all_event_types().values():
        reading = read(f"{event.example}.")
        coded = [one.code for one in reading.meetings] + [one.code for one in reading.visits]
        coded += [one.code for one in reading.commitments] + [one.code for one in reading.next_steps]
        found = [(code.cameo, code.plover, code.mode) for code in coded if code]
        if (event.cameo, event.plover, event.mode) not in found:
            yield f"{event.situation}: {event.example!r} gives {found}"


def in_event_words() -> Failures:
    """The words in an entry's example choose its situation."""
    table = load_table("en/event_words.toml")
    for entry in table["verb"]:
        verb, taken = entry["example"].split(" ", 1)
        if situation_of_verb(verb, taken) != entry["situation"]:
            yield f"{entry['situation']}: {entry['example']!r} gives {situation_of_verb(verb, taken)}"
    for entry in table["action"]:
        if situation_of_action(entry["example"]) != entry["situation"]:
            yield f"{entry['situation']}: {entry['example']!r} gives {situation_of_action(entry['example'])}"
    if not speaks_of_talks(table["talks"]["example"]):
        yield f"talks: {table['talks']['example']!r}"
    if intent_in(fold(table["intent"]["example"]).lower()) is None:
        yield f"intent: {table['intent']['example']!r}"


STEPS: dict[str, Callable[[], Failures]] = {
    "countries": in_countries,
    "places": in_places,
    "forums": in_forums,
    "publishers": in_publishers,
    "offices": in_offices,
    "meeting-verbs": in_meeting_verbs,
    "meeting-nouns": in_meeting_nouns,
    "meeting-manners": in_meeting_manners,
    "modality": in_modality,
    "groups": in_groups,
    "formats": in_formats,
    "areas": in_areas,
    "commitment-verbs": in_commitment_verbs,
    "speech-verbs": in_speech_verbs,
    "speech-acts": in_speech_acts,
    "plain-words": in_plain_words,
    "next-steps": in_next_steps,
    "outcomes": in_outcomes,
    "home-towns": in_home_towns,
    "never-names": in_never_names,
    "tenures": in_tenures,
    "anniversaries": in_anniversaries,
    "event-codes": in_event_codes,
    "event-words": in_event_words,
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_every_example_is_recognised(step: Callable[[], Failures]) -> None:
    """Code and lexicon agree: each entry does in its example what its file is for."""
    failures = list(step())
    assert not failures, f"{len(failures)} examples fail:\n" + "\n".join(failures)


TOML = [
    "en/areas.toml",
    "en/commitment_verbs.toml",
    "en/dates.toml",
    "en/event_words.toml",
    "en/formats.toml",
    "en/forums.toml",
    "en/groups.toml",
    "en/home_towns.toml",
    "en/meeting_words.toml",
    "en/modality.toml",
    "en/never_names.toml",
    "en/next_steps.toml",
    "en/offices.toml",
    "en/outcomes.toml",
    "en/places.toml",
    "en/plain_words.toml",
    "en/publishers.toml",
    "en/speech_acts.toml",
    "en/speech_verbs.toml",
    "world/anniversaries.toml",
    "world/event_codes.toml",
]


@pytest.mark.parametrize("name", TOML)
def test_every_entry_has_an_example(name: str) -> None:
    """An entry without an example could rot unseen."""
    table = load_table(name)
    entries: list[dict[str, Any]] = [
        entry for value in table.values() for entry in (value if isinstance(value, list) else [value])
    ]
    assert [entry for entry in entries if not str(entry.get("example", "")).strip()] == []


@pytest.mark.parametrize("name", ["en/countries.csv", "world/tenures.csv"])
def test_every_row_has_an_example(name: str) -> None:
    """A row without an example could rot unseen."""
    assert [row for row in load_rows(name) if not row["example"].strip()] == []
