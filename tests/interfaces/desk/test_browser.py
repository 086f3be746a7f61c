"""The desk in a real browser: accessible, by keyboard alone, without scripts, at both widths.

Skipped where no Chromium is installed (Debian: `apt-get install chromium`). axe-core comes with
`axe-playwright-python`.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.interfaces.conftest import ARTICLE
from tests.interfaces.desk.conftest import NOON

from shuttle.interfaces.desk.app import create_app
from shuttle.interfaces.desk.settings import Settings
from shuttle.ledger.ledger import Ledger

CHROMIUM = os.environ.get("SHUTTLE_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "google-chrome"))), ""
)
AXE = Path(str(files("axe_playwright_python") / "axe.min.js"))
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
          "--disable-sync"]  # fmt: skip

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed (or SHUTTLE_CHROMIUM names none)")
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def ledger_path(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the examples for this module."""
    path = tmp_path_factory.mktemp("browser") / "shuttle.db"
    shutil.copy(examples, path)
    return path


@pytest.fixture(scope="module")
def address(ledger_path: Path) -> Iterator[str]:
    """A desk that is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(str(ledger_path), Settings(user="Ana", clock=lambda: NOON))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(ledger_path: Path) -> dict[str, str]:
    """An address for every page."""
    with Ledger.open(ledger_path) as book:
        pair = book.pair("KOR", "JPN")
    nara = next(m for m in pair.meetings if m.start == "2026-01-13" and m.level == "leaders")
    evidence = nara.field("start").claims[0]
    words = evidence.evidence[0]
    return {
        "start": "/",
        "country": "/?country=KOR",
        "pair": "/KOR-JPN",
        "meetings": "/KOR-JPN/meetings",
        "documents": "/KOR-JPN/documents",
        "conflicts": "/KOR-JPN/conflicts",
        "board": "/KOR-JPN/commitments",
        "column": "/KOR-JPN/commitments?life=stated",
        "meeting": f"/meetings/{nara.id}",
        "visit": f"/records/{pair.visits[0].id}",
        "commitment": f"/commitments/{next(c.id for c in pair.commitments if 'consultative body' in c.action)}",
        "document": f"/documents/{evidence.document_id}?at={words.start}-{words.end}#here",
        "comparison": f"/meetings/{nara.id}/comparison",
        "turn": "/KOR-JPN/turn",
        "plan": "/KOR-JPN/plan",
        "search": "/search?q=supply+chains",
        "nothing found": "/search?q=unheardofword",
        "history": "/history",
        "history of a record": f"/history/{nara.id}",
        "review": "/review?pair=KOR-JPN",
        "review of all": "/review",
        "add": "/add",
        "error": "/nothing",
    }


_PAGES = (
    "start", "country", "pair", "meetings", "documents", "conflicts", "board", "column", "meeting", "visit",
    "commitment", "document", "search", "nothing found", "history", "history of a record", "review", "review of all",
    "add", "error", "turn", "plan", "comparison",
)  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_fit(
    chromium: Any, address: str, pages: dict[str, str], width: str, scheme: str
) -> None:
    """No violation that axe-core knows, of WCAG 2.2 A and AA and of good practice; no page is wider than its window."""
    assert set(pages) == set(_PAGES)
    size = WIDTHS[width]
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found: list[tuple[Any, ...]] = []
    for name, path in pages.items():
        page.goto(address + path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        if page.evaluate("document.documentElement.scrollWidth") > size[0]:
            found.append((name, "wider than its window"))
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for violation in result["violations"]:
            found.append((name, violation["id"], [node["html"][:160] for node in violation["nodes"][:3]]))
    context.close()
    assert found == []


def test_the_policy_breaks_nothing_and_nothing_comes_from_elsewhere(
    chromium: Any, address: str, pages: dict[str, str]
) -> None:
    """No complaint in the console, and no request to anybody else."""
    page = chromium.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name, path in pages.items():
        if name != "error":
            page.goto(address + path)
    page.close()
    assert told == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_review_by_keyboard_alone(chromium: Any, address: str) -> None:
    """Accept, undo, next and edit, each with its key; the question comes back with the undoing."""
    page = chromium.new_page()
    page.goto(f"{address}/review?pair=KOR-JPN")
    first = page.locator("input[name=item]").first.input_value()
    page.keyboard.press("a")
    page.wait_for_selector(".told")
    assert page.locator("input[name=item]").first.input_value() != first
    page.keyboard.press("u")
    page.wait_for_selector("text=Taken back by entry")
    assert page.locator("input[name=item]").first.input_value() == first
    page.keyboard.press("n")
    page.wait_for_selector("text=Question 2")
    page.keyboard.press("p")
    page.wait_for_selector("text=Question 1")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "value"
    page.keyboard.type("anu")
    assert page.evaluate("document.activeElement.value") == "anu"
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.close()


def test_everything_that_does_something_is_reached_by_tab(chromium: Any, address: str, pages: dict[str, str]) -> None:
    """From the skip link on, and what has the focus can be seen."""
    page = chromium.new_page()
    page.goto(address + pages["meeting"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
    assert {"A", "INPUT", "BUTTON", "SUMMARY"} <= reached
    page.close()


def test_review_adding_and_judging_without_scripts(chromium: Any, address: str, pages: dict[str, str]) -> None:
    """Whoever runs no scripts can add, review, judge and take back."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/add")
    page.fill("textarea[name=text]", ARTICLE.replace("January 13", "January 12"))
    page.click("main form.add button.primary")
    page.wait_for_selector("h1:has-text('What was found')", timeout=20_000)
    page.goto(f"{address}/review?pair=KOR-JPN")
    item = page.locator("input[name=item]").first.input_value()
    page.click("button[value=accept]")
    assert page.locator("input[name=item]").first.input_value() != item
    page.click(".told button")
    assert page.locator("input[name=item]").first.input_value() == item
    page.goto(address + pages["meeting"])
    page.click("#field-forum summary, #field-start_time summary")
    page.fill("#field-start_time input[name=value]", "15:00")
    page.fill("#field-start_time input[name=because]", "the programme")
    page.click("#field-start_time button")
    assert "15:00" in page.inner_text("#field-start_time")
    page.click(".told button")
    assert "15:00" not in page.inner_text("#field-start_time")
    context.close()


def test_progress_comes_by_itself(chromium: Any, address: str) -> None:
    """With scripts the page follows the reading and shows what was found, without being asked."""
    page = chromium.new_page()
    page.goto(f"{address}/add")
    page.fill("textarea[name=text]", ARTICLE.replace("January 13", "January 11"))
    page.click("main form.add button.primary")
    page.wait_for_selector("h1:has-text('What was found')", timeout=20_000)
    assert re.search(r"/add/[0-9a-f]{16}$", page.url)
    page.close()


def test_a_card_drawn_to_another_column_asks_why(chromium: Any, address: str) -> None:
    """It leads to the form with the life chosen; nothing is recorded before a reason is given."""
    page = chromium.new_page()
    page.goto(f"{address}/KOR-JPN/commitments")
    card = page.locator(".card").first
    card.drag_to(page.locator("[data-life=stalled]"), source_position={"x": 150, "y": 10})
    page.wait_for_url("**/commitments/ca-*")
    assert page.locator("select[name=life]").input_value() == "stalled"
    assert page.locator("#judge input[name=because]").first.get_attribute("required") is not None
    page.close()
