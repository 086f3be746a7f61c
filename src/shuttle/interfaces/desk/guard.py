"""What every request passes and every answer carries: the Host check, the limit in size, and the headers.

Plain ASGI, so that answers which flow (progress) are not held back.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["CONTENT_SECURITY_POLICY", "Guard"]

#: Nothing from elsewhere, no script or style inside a page, no frame around it.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class _TooLargeError(Exception):
    pass


class Guard:
    """Middleware around the whole application."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], most_bytes: int, secure: bool) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.most_bytes = most_bytes
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _dress(MutableHeaders(scope=message), scope["path"], self.secure)
            await send(message)

        if _name(headers.get("host", "")) not in self.hosts and "*" not in self.hosts:
            refusal = PlainTextResponse(
                "This desk is not called so. Open it by the address that `shuttle serve` printed, "
                "or allow the name with --allow-host.\n",
                421,
            )
            await refusal(scope, receive, sending)
            return
        length = headers.get("content-length", "")
        told = int(length) if length.isascii() and length.isdecimal() and len(length) < 20 else 0
        taken = 0

        async def receiving() -> Message:
            nonlocal taken
            message = await receive()
            if message["type"] == "http.request":
                taken += len(message.get("body", b""))
                if taken > self.most_bytes:
                    raise _TooLargeError
            return message

        try:
            if told > self.most_bytes:
                raise _TooLargeError  # noqa: TRY301
            await self.app(scope, receiving, sending)
        except _TooLargeError:
            if begun:
                raise
            refusal = PlainTextResponse(
                f"That is too large: at most {self.most_bytes / 1e6:g} MB at once. Add the documents in parts.\n", 413
            )
            await refusal(scope, receive, sending)


def _name(host: str) -> str:
    """Return the name in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _dress(headers: MutableHeaders, path: str, secure: bool) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    if secure:
        headers.setdefault("strict-transport-security", "max-age=31536000")
    # What a ledger holds is nobody else's business: only the desk's own files may be kept by a browser.
    headers.setdefault("cache-control", "max-age=3600" if path.startswith("/static/") else "no-store")
