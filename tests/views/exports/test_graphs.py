"""JSON-LD and FollowTheMoney: what is written is read by the libraries of those formats."""

from __future__ import annotations

import hashlib
import io
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import all_countries, country_name
from shuttle.records.accounts import Account, MeetingAccount
from shuttle.views.exports.entities import Entities, Entity, statements_of
from shuttle.views.exports.linked_data import CONTEXT, account_nodes, document_nodes

OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"


@pytest.fixture(scope="module")
def accounts(examples_ledger: Path) -> tuple[Account, ...]:
    """Every account of the examples."""
    with Ledger.open(examples_ledger) as ledger:
        return tuple(ledger.each_account())


@pytest.fixture(scope="module")
def texts(examples_ledger: Path) -> dict[str, str]:
    """The text of every document of the examples."""
    with Ledger.open(examples_ledger) as ledger:
        return {source.document_id: ledger.text(source.document_id) for source in ledger.documents()}


def _no_network(url: str, options: Any) -> Any:
    raise AssertionError(f"{url} was asked for")


def expanded(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the nodes as a processor expands them, without any address being asked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from pyld import jsonld
    found: list[dict[str, Any]] = jsonld.expand({"@context": CONTEXT, "@graph": nodes}, {"documentLoader": _no_network})
    return found


def test_linked_data_expands_and_loses_no_node(accounts: tuple[Account, ...], texts: dict[str, str]) -> None:
    """A JSON-LD processor finds every account and every claim, under addresses that are all defined in the file."""
    some = [account for account in accounts if isinstance(account, MeetingAccount)][:8] + list(accounts[-30:])
    nodes = [node for account in some for node in account_nodes(account, country_name, texts.__getitem__)]
    found = expanded(nodes)
    assert {node["@id"] for node in found} == {node["@id"].replace("record:", CONTEXT["record"], 1) for node in nodes}
    for node in found:
        assert all(key.startswith(("@", SCHEMA, PROV, OA, CONTEXT["shuttle"])) for key in node)


def test_selectors_find_the_words(accounts: tuple[Account, ...], texts: dict[str, str]) -> None:
    """Quote, prefix, suffix and positions of every annotation are those of the document's text."""
    checked = 0
    for account in accounts[:40]:
        for node in account_nodes(account, country_name, texts.__getitem__):
            for target in node.get("oa:hasTarget", ()):
                quote, position = target["oa:hasSelector"]
                text = texts[target["oa:hasSource"]["@id"].removeprefix("record:")]
                assert text[position["oa:start"] : position["oa:end"]] == quote["oa:exact"]
                around = quote["oa:prefix"] + quote["oa:exact"] + quote["oa:suffix"]
                assert text.find(around) == position["oa:start"] - len(quote["oa:prefix"]) or around in text
                checked += 1
    assert checked > 100


def test_who_read_what_is_told(examples_ledger: Path) -> None:
    """Each document has its reading, an activity of a reader with a name."""
    with Ledger.open(examples_ledger) as ledger:
        source = ledger.documents()[0]
        found = expanded(list(document_nodes(source, ledger.reading(source.document_id).reader)))
    (reading,) = (node for node in found if node["@id"].endswith("/reading"))
    assert reading["@type"] == [f"{PROV}Activity"]
    assert reading[f"{PROV}wasAssociatedWith"][0][f"{SCHEMA}name"][0]["@value"].startswith("rules-en/")


def _entities(accounts: tuple[Account, ...], ledger_at: Path) -> list[Entity]:
    made = Entities(country_name, lambda code: all_countries()[code].alpha2 if code in all_countries() else "")
    with Ledger.open(ledger_at) as ledger:
        found = [made.of_source(source) for source in ledger.documents()]
    found += [entity for account in accounts for entity in made.of_account(account)]
    return found + list(made.shared())


# What the model of FollowTheMoney 4 says of the schemata that are written: properties with their type, `*` if required.
MODEL = {
    "Article": "title string, name name, publisher string, publishedAt date, sourceUrl url, fileName string",
    "Event": "name* name, startDate date, endDate date, location address, country country, involved entity, "
    "organizer entity, summary text, keywords string, proof entity, sourceUrl url",
    "Trip": "name* name, startDate date, endDate date, location address, country country, involved entity, "
    "organizer entity, keywords string, startLocation* entity, endLocation* entity, proof entity, sourceUrl url",
    "UnknownLink": "subject* entity, object* entity, role string, summary text, description text, endDate date, "
    "recordId string, proof entity, sourceUrl url",
    "Note": "name name, description text, keywords string, entity entity, proof entity, sourceUrl url",
    "Person": "name* name, country country, proof entity",
    "Occupancy": "holder* entity, post* entity, date date, proof entity",
    "Position": "name* name, country country, organization entity",
    "PublicBody": "name* name, country country, jurisdiction country",
    "Address": "full address, country country",
}


def _model(schema: str) -> dict[str, tuple[str, bool]]:
    """Return the properties of a schema with their type and whether they are required."""
    parts = (part.split() for part in MODEL[schema].split(", "))
    return {name.removesuffix("*"): (type_, name.endswith("*")) for name, type_ in parts}


def test_entities_follow_the_model(accounts: tuple[Account, ...], examples_ledger: Path) -> None:
    """Every entity has only properties of its schema and all required ones, and refers to entities that are there."""
    entities = _entities(accounts, examples_ledger)
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    assert {account.id for account in accounts} <= ids
    assert {entity.schema for entity in entities} == set(MODEL)
    for entity in entities:
        model = _model(entity.schema)
        assert set(entity.properties) <= set(model)
        assert {name for name, (_, required) in model.items() if required} <= set(entity.properties)
        for statement in statements_of(entity):
            assert statement["prop_type"] == model[statement["prop"]][0]
            if statement["prop_type"] == "entity":
                assert statement["value"] in ids
            if statement["prop_type"] == "country":
                assert statement["value"] == statement["value"].lower()


def test_the_model_is_that_of_followthemoney() -> None:
    """The table above is what the library says; where it is installed (`pip install 'shuttle-diplomacy[ftm]'`)."""
    library = pytest.importorskip("followthemoney", reason="needs the extra [ftm], which compiles a library for ICU")
    for name in MODEL:
        schema = library.model.get(name)
        for prop, (type_, required) in _model(name).items():
            assert schema.properties[prop].type.name == type_, (name, prop)
            assert (prop in schema.required) == required, (name, prop)
        assert set(schema.required) <= set(_model(name))


def test_entities_load_with_followthemoney(accounts: tuple[Account, ...], examples_ledger: Path) -> None:
    """Every entity is valid, and keeps every value when the library reads it."""
    library = pytest.importorskip("followthemoney", reason="needs the extra [ftm], which compiles a library for ICU")
    for entity in _entities(accounts, examples_ledger):
        written = json.loads(json.dumps(entity.json()))
        proxy = library.model.get_proxy(written, cleaned=False)
        assert library.model.get(entity.schema).validate(written) is None, entity
        for prop, values in entity.properties.items():
            kept = proxy.get(prop)
            assert len(kept) == len(values), (entity.id, prop, values, kept)


def test_statements_load_with_followthemoney(accounts: tuple[Account, ...], examples_ledger: Path) -> None:
    """The library reads each statement, and would give it the same id."""
    pytest.importorskip("followthemoney", reason="needs the extra [ftm], which compiles a library for ICU")
    from followthemoney.statement import Statement
    from followthemoney.statement.serialize import read_json_statements

    written = [s for entity in _entities(accounts, examples_ledger) for s in statements_of(entity)]
    lines = "".join(json.dumps(statement) + "\n" for statement in written).encode()
    read = list(read_json_statements(io.BytesIO(lines)))
    assert len(read) == len(written)
    for statement, row in zip(read, written, strict=True):
        assert (
            statement.id
            == row["id"]
            == Statement.make_key("shuttle", row["entity_id"], row["prop"], row["value"], False)
        )
    assert len({row["id"] for row in written}) == len(written)
    assert all(len(row["id"]) == hashlib.sha1(usedforsecurity=False).digest_size * 2 for row in written)
