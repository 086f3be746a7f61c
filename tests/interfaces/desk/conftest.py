"""A desk over the examples: read once, copied for each test."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.conftest import ROOT

from shuttle.documents.loading import load_documents
from shuttle.interfaces.desk.app import create_app
from shuttle.interfaces.desk.settings import Settings
from shuttle.ledger.ledger import Ledger
from shuttle.reading.reader import default_reader
from shuttle.records.accounts import MeetingAccount, PairAccount
from shuttle.records.documents import Document

NOON = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples; not to be written to."""
    path = tmp_path_factory.mktemp("examples") / "shuttle.db"
    reader = default_reader()
    with Ledger.open(path) as ledger:
        found = load_documents([ROOT / "examples"])
        ledger.add_all(reader.read(document) for document in found if isinstance(document, Document))
    return path


@pytest.fixture
def book(examples: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it, open; the desk of the test stands over the same."""
    shutil.copy(examples, tmp_path / "shuttle.db")
    with Ledger.open(tmp_path / "shuttle.db") as ledger:
        yield ledger


@dataclass
class Visitor:
    """Somebody in front of the desk, with a browser that keeps cookies and runs no scripts."""

    client: TestClient
    pages: dict[str, str] = field(default_factory=dict)

    def get(self, address: str, status: int = 200) -> str:
        """Open a page and return it."""
        answer = self.client.get(address)
        assert answer.status_code == status, answer.text[:2000]
        return answer.text

    def token(self) -> str:
        """Return a token as a page gives it."""
        found = re.search(r'name="token" value="([^"]+)"', self.get("/add"))
        assert found
        return found[1]

    def send(self, address: str, status: int = 303, /, **fields: str) -> str:
        """Send a form; return the page, or where it leads."""
        answer = self.client.post(address, data={"token": self.token(), **fields}, follow_redirects=False)
        assert answer.status_code == status, answer.text[:2000]
        return answer.headers["location"] if status == 303 else answer.text


@pytest.fixture
def desk(book: Ledger, tmp_path: Path) -> Iterator[Visitor]:
    """The desk over `book`."""
    settings = Settings(user="Ana", hosts=("desk.test",), clock=lambda: NOON)
    with TestClient(create_app(str(tmp_path / "shuttle.db"), settings), base_url="http://desk.test") as client:
        yield Visitor(client)


@pytest.fixture
def pair(book: Ledger) -> PairAccount:
    """Korea and Japan."""
    return book.pair("KOR", "JPN")


@pytest.fixture
def nara(pair: PairAccount) -> MeetingAccount:
    """The meeting in Nara."""
    return next(m for m in pair.meetings if m.start == "2026-01-13" and m.level == "leaders")


@pytest.fixture
def read_indeed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Read with Shuttle's own reader, not with the small one of these tests."""
    monkeypatch.delitem(sys.modules, "shuttle.reading.reader", raising=False)
    return lambda: None
