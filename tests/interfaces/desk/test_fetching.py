"""`shuttle.interfaces.desk.fetching`: pages of the world are fetched, what lies inside one's own network is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shuttle.interfaces.desk.fetching import FetchError, fetch, name_of


class _Pages(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to?"))
            self.end_headers()
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            for _ in range(200):
                self.wfile.write(b"x" * 10_000)
        elif self.path == "/missing":
            self.send_error(404)
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<html>They met in Oslo.</html>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    """A site on this computer, and what it was asked for."""
    asked: list[str] = []
    handler = type("Pages", (_Pages,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/",
        "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.9/", "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/", "http://[fd00::1]/", "http://2130706433/", "http://0x7f.1/", "http://100.64.0.1/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_addresses_inside_are_refused(address: str) -> None:
    """However they are written."""
    with pytest.raises(FetchError, match=r"inside your own network|no such name|could not be fetched"):
        fetch(address)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "no address of a page"),
        ("ftp://example.org/x", "no address of a page"),
        ("gopher://example.org/", "no address of a page"),
        ("nonsense", "no address of a page"),
        ("http://", "no address of a page"),
        ("http://user:secret@example.org/", "a name or password in it"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "no address"),
        ("http://[::1/", "no address"),
    ],
)
def test_what_is_no_page_is_refused(address: str, message: str) -> None:
    """By its scheme, its port or what is in it; a password is not repeated."""
    with pytest.raises(FetchError, match=message) as refused:
        fetch(address)
    assert "secret" not in str(refused.value)


def test_a_name_that_leads_inside_is_refused(site: tuple[str, list[str]]) -> None:
    """Whatever the name is called, and if only one of its addresses lies inside."""
    for addresses in (["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::1"]):
        with pytest.raises(FetchError, match=r"good\.example: it leads to"):
            fetch("http://good.example/", resolver=lambda _host, _port, found=addresses: found)  # type: ignore[misc]
    assert site[1] == []


def test_a_name_is_resolved_once_so_that_rebinding_gains_nothing() -> None:
    """The connection goes to the address that was checked, whatever the name means a moment later."""
    answers = iter([["192.0.2.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    with pytest.raises(FetchError):
        fetch("http://rebind.example/", resolver=resolver)
    assert asked == ["rebind.example"]


def test_a_redirect_is_checked_like_any_address(site: tuple[str, list[str]]) -> None:
    """To another scheme, to a password, round in circles: refused."""
    base, asked = site
    for target, message in (
        ("file:///etc/passwd", "no address of a page"),
        ("http://a:b@127.0.0.1/", "password"),
        ("/to?/to?/to?/to?/to?/to?/to?/x", "more than 5"),
    ):
        with pytest.raises(FetchError, match=message):
            fetch(f"{base}/to?{target}", private=True)
    assert "/x" not in asked


def test_a_page_is_fetched_where_that_is_allowed(site: tuple[str, list[str]]) -> None:
    """With its kind, and the address at which it was found in the end."""
    base, _ = site
    content, kind, found = fetch(f"{base}/to?/a%20page?ä=1", private=True)
    assert (content, kind) == (b"<html>They met in Oslo.</html>", "text/html")
    assert found.startswith(f"{base}/a%20page")


def test_what_is_too_large_or_missing_is_told(site: tuple[str, list[str]]) -> None:
    """Reading stops at the limit."""
    with pytest.raises(FetchError, match=r"limit of 0\.1 MB"):
        fetch(f"{site[0]}/endless", private=True, most_bytes=100_000)
    with pytest.raises(FetchError, match="answers 404"):
        fetch(f"{site[0]}/missing", private=True)


def test_what_is_not_read_is_told_by_its_kind() -> None:
    """A picture has no text."""
    with pytest.raises(FetchError, match="image/png"):
        name_of("https://example.org/a.png", "image/png")
    assert name_of("https://example.org/a.html", "text/html") == "https://example.org/a.html"
