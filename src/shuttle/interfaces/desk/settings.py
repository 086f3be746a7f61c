"""What the desk is told when it starts."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["LOCAL_HOSTS", "Settings"]

#: Names under which a desk on this computer may be asked for.
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """How the desk behaves.

    Attributes:
        user: the name under which decisions are recorded, until people sign in.
        hosts: names in the Host header that are answered; all others are refused, so that no page elsewhere can reach
            a desk on this computer by a name of its own.
        secure: whether the desk is reached by HTTPS, so that cookies are marked for it.
        secret: signs forms; by default a new one each time, after which forms that were open must be loaded again.
        most_bytes: a request may have so many.
        most_document_bytes: a document may have so many.
        private_addresses: whether addresses inside one's own network may be fetched.
        clock: what time it is, with its time zone.
    """

    user: str = "desk"
    hosts: tuple[str, ...] = LOCAL_HOSTS
    secure: bool = False
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    most_bytes: int = 24_000_000
    most_document_bytes: int = 4_000_000
    private_addresses: bool = False
    clock: Callable[[], dt.datetime] = _now

    def today(self) -> str:
        """Return the day where the desk stands, ISO 8601."""
        return self.clock().astimezone().date().isoformat()
