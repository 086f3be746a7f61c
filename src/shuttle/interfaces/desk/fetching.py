"""Fetch a page from an address that somebody gave, and never from inside their own network.

In:   an address.
Out:  its bytes, and a name whose ending says of which kind they are.

A name is resolved once; every address it has is checked, and the connection goes to the one that was checked, so that
a name that means something else a moment later gains nothing. Each redirect is a new address and checked anew. What is
refused: addresses of this computer, of private, link-local and other networks that are not the world's, ports that are
not the web's, other schemes, names with a password in them. Proxies that the environment names are not used.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore2

from shuttle import __version__
from shuttle.errors import DocumentError

__all__ = ["FetchError", "fetch", "name_of"]

_MOST_REDIRECTS = 5
_SECONDS = 20.0
_PORTS = (80, 443)
# What a page comes as -> what its file would end in.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}

Resolve = Callable[[str, int], list[str]]


class FetchError(DocumentError):
    """An address was not fetched; the message says why, and what to do instead."""


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that a name has today.

    Raises:
        FetchError: it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: no such name can be found. Check the spelling and the connection.") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    address: str, *, private: bool = False, most_bytes: int = 4_000_000, resolver: Resolve = resolve
) -> tuple[bytes, str, str]:
    """Return what stands at ``address``: its bytes, what it comes as (a media type), and the address it was found at.

    Args:
        address: http or https.
        private: whether addresses inside one's own network may be fetched.
        most_bytes: a page of this size or more is refused.
        resolver: gives the addresses of a name.

    Raises:
        FetchError: it may not or cannot be fetched.
    """
    backend = _Checked(private, resolver)
    ends = time.monotonic() + _SECONDS
    with httpcore2.ConnectionPool(
        ssl_context=ssl.create_default_context(), network_backend=backend, max_connections=2, retries=0
    ) as pool:
        for _ in range(_MOST_REDIRECTS + 1):
            _check(address, private)
            try:
                found = _ask(pool, address, most_bytes, ends)
            except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError, ssl.SSLError) as error:
                told = str(error) or type(error).__name__
                raise FetchError(
                    f"{address}: it could not be fetched ({told}). Save the page and give the file."
                ) from error
            if isinstance(found, tuple):
                return (*found, address)
            address = urljoin(address, found)
    raise FetchError(f"{address}: it leads on more than {_MOST_REDIRECTS} times. Give the last address.")


def name_of(address: str, media_type: str) -> str:
    """Return what to call a fetched page, with an ending that says of which kind it is.

    >>> name_of("https://example.org/a/b?c=1", "text/html")
    'https://example.org/a/b?c=1 .html'
    """
    ending = _ENDINGS.get(media_type)
    if ending is None:
        raise FetchError(f"{address}: it comes as {media_type or 'nothing named'}, which is not read. Save it as text.")
    return address if address.lower().endswith(ending) else f"{address} {ending}"


def _check(address: str, private: bool) -> None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{address!r} is no address ({error}).") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(f"{address!r} is no address of a page. Addresses begin with https:// or http://.")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{parts.hostname}: an address with a name or password in it is not fetched.")
    if port is not None and port not in _PORTS and not private:
        raise FetchError(f"{address}: port {port} is not the web's; only 80 and 443 are asked.")


def _ask(pool: httpcore2.ConnectionPool, address: str, most_bytes: int, ends: float) -> tuple[bytes, str] | str:
    """Return the bytes and their media type, or the address that it leads on to."""
    headers = [("user-agent", f"shuttle/{__version__}"), ("accept", "text/html, text/plain;q=0.9, */*;q=0.1")]
    timeouts = {"connect": 10.0, "read": 10.0, "write": 10.0, "pool": 10.0}
    url = _ascii(address)
    with pool.stream("GET", url, headers=headers, extensions={"timeout": timeouts}) as answer:
        told = {name.lower(): value for name, value in answer.headers}
        if 300 <= answer.status < 400 and b"location" in told:
            return told[b"location"].decode("latin-1")
        if answer.status != 200:
            raise FetchError(f"{address}: it answers {answer.status}. Open it in a browser, save it, give the file.")
        parts: list[bytes] = []
        size = 0
        for part in answer.iter_stream():
            size += len(part)
            if size >= most_bytes:
                raise FetchError(f"{address}: it reaches the limit of {most_bytes / 1e6:g} MB for one document.")
            if time.monotonic() > ends:
                raise FetchError(f"{address}: it takes longer than {_SECONDS:g} seconds. Save the page, give the file.")
            parts.append(part)
    media_type = told.get(b"content-type", b"text/html").decode("latin-1").partition(";")[0].strip().lower()
    return b"".join(parts), media_type


def _ascii(address: str) -> str:
    """Return an address in which everything that is no ASCII is written out in percent signs."""
    from urllib.parse import quote

    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._") if parts.query else ""
    return f"{parts.scheme}://{host}{port}{path}{query}"


class _Checked(httpcore2.SyncBackend):
    """Connects to addresses that were checked, and to no other."""

    def __init__(self, private: bool, resolver: Resolve) -> None:
        self._private = private
        self._resolver = resolver

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._resolver(host, port)
        inside = [address for address in addresses if not _public(address)]
        if inside and not self._private:
            raise FetchError(
                f"{host}: it leads to {inside[0]}, which lies inside your own network or computer. Such pages are not "
                "fetched; save the page and give the file, or start the desk with --allow-private-addresses."
            )
        return super().connect_tcp(addresses[0], port, timeout, local_address, socket_options)


def _public(address: str) -> bool:
    """Return whether an address is one of the world's.

    >>> [_public(address) for address in ("8.8.8.8", "127.0.0.1", "169.254.169.254", "fe80::1%eth0", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        # Addresses in which one of the older kind is wrapped lead to that one.
        for inner in (found.ipv4_mapped, found.sixtofour, found.teredo[1] if found.teredo else None):
            if inner is not None:
                return _public(str(inner))
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return _public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast
