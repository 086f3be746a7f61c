"""The interface for programs answers as the pages do, page after page, in one shape of error."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.interfaces.desk.conftest import Visitor

from shuttle.ledger.ledger import Ledger
from shuttle.records.accounts import MeetingAccount, PairAccount
from shuttle.records.reading_format import to_json


def ask(desk: Visitor, address: str, status: int = 200) -> Any:
    """Return what the interface answers."""
    answer = desk.client.get(f"/api/v1/{address}")
    assert answer.status_code == status, answer.text[:1000]
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def every(desk: Visitor, address: str, limit: int) -> list[dict[str, Any]]:
    """Return all items of a list, page after page."""
    items: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = ask(desk, f"{address}{'&' if '?' in address else '?'}limit={limit}{cursor}")
        assert len(page["items"]) <= limit
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize("limit", [7, 200])
def test_lists_give_every_item_once_whatever_the_page(desk: Visitor, pair: PairAccount, limit: int) -> None:
    """Meetings and visits, commitments, documents."""
    events = every(desk, "pairs/KOR/JPN/events", limit)
    assert sorted(event["id"] for event in events) == sorted(e.id for e in (*pair.meetings, *pair.visits))
    found = every(desk, "pairs/South%20Korea/jp/commitments", limit)
    assert sorted(item["id"] for item in found) == sorted(c.id for c in pair.commitments)
    assert len(every(desk, "pairs/KOR/JPN/documents", limit)) == len(pair.sources)
    stated = every(desk, "pairs/KOR/JPN/commitments?life=stated", limit)
    assert {item["life"] for item in stated} == {"stated"}


def test_a_pair_tells_where_it_stands(desk: Visitor, pair: PairAccount, nara: MeetingAccount) -> None:
    """As its page does."""
    told = ask(desk, "pairs/KOR/JPN")
    assert told["last"]["id"] == nara.id and told["as_of"] == "2026-01-20"
    assert told["meetings"] == len(pair.meetings)
    assert sum(told["commitments"].values()) == len(pair.commitments)
    assert ask(desk, "pairs?limit=1")["items"][0]["pair"] == ["IND", "JPN"]


def test_records_and_documents_carry_their_words(desk: Visitor, book: Ledger, nara: MeetingAccount) -> None:
    """Each quotation stands in its document where the answer says."""
    record = ask(desk, f"records/{nara.findings[0]}")
    assert record["id"] == nara.id
    for claim in record["claims"]:
        for item in claim["evidence"]:
            assert book.text(claim["document"])[item["start"] : item["end"]] == item["quote"]
    name = nara.about[0]
    assert ask(desk, f"documents/{name}") == to_json(book.reading(name))
    assert ask(desk, "search?q=supply+chains&kind=commitment")["items"]
    assert ask(desk, "search?q=%22") == {"items": [], "next": None}
    assert [entry["seq"] for entry in every(desk, "history", 9)] == list(range(28, 0, -1))


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("nothing", 404, "not-found"),
        ("records/ma-000000000000", 404, "unknown-record"),
        ("documents/d-0", 404, "unknown-record"),
        ("pairs/KOR/Nowhere", 404, "unknown-country"),
        ("pairs/KOR/%0A", 404, "not-found"),
        ("pairs/KOR/KOR", 404, "not-found"),
        ("pairs/KOR/JPN/events?limit=0", 422, "invalid-value"),
        ("pairs/KOR/JPN/events?limit=x", 422, "invalid-value"),
        ("pairs/KOR/JPN/events?cursor=ma-0", 409, "cursor-expired"),
        ("pairs/KOR/JPN/commitments?life=dead", 422, "invalid-value"),
        ("search", 422, "invalid-value"),
        ("search?q=" + "+".join(f"w{number}" for number in range(90)), 400, "bad-search"),
        ("history?cursor=99999999999", 422, "invalid-value"),
    ],
)
def test_an_error_has_one_shape(desk: Visitor, address: str, status: int, code: str) -> None:
    """A code for programs and a sentence for people, and nothing else."""
    told = ask(desk, address, status)
    assert set(told) == {"error"} and set(told["error"]) == {"code", "message"}
    assert told["error"]["code"] == code and told["error"]["message"]


def test_it_only_reads(desk: Visitor) -> None:
    """No other method does anything."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = desk.client.request(method, "/api/v1/pairs")
        assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method-not-allowed")


def test_it_describes_itself(desk: Visitor) -> None:
    """Every route is described, with its errors; answers keep to what is described."""
    described = ask(desk, "openapi.json")
    assert described["openapi"].startswith("3.")
    assert len(described["paths"]) == 10
    for path in described["paths"].values():
        assert {"200", "404", "422"} <= set(path["get"]["responses"])
        assert path["get"]["summary"]
    schema = {"$ref": "#/components/schemas/Page", "components": described["components"]}
    Draft202012Validator(schema).validate(ask(desk, "pairs"))
    failure = {"$ref": "#/components/schemas/Failure", "components": described["components"]}
    Draft202012Validator(failure).validate(ask(desk, "nothing", 404))
