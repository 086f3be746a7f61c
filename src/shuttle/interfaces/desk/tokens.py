"""Forms that only the desk's own pages can send: a signed token in the form that belongs to a cookie.

Every browser gets a cookie with a random name; every form carries that name signed. A page elsewhere can make a
browser send the cookie, and cannot know the token; besides, a browser that says that a request comes from another site
is refused.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import AsyncIterator

from fastapi import HTTPException, Request
from itsdangerous import BadSignature, Signer
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.responses import Response

from shuttle.interfaces.desk.settings import Settings

__all__ = ["COOKIE", "FIELD", "checked_form", "keep_session", "session_of", "token_for"]

COOKIE = "shuttle_desk"
FIELD = "token"
_SESSION = re.compile(r"[0-9a-f]{32}")
_SALT = "shuttle.desk.form"
_OURS = ("same-origin", "none")


def session_of(request: Request) -> str:
    """Return the browser's session, a new one if it has none yet."""
    known: str | None = getattr(request.state, "session", None)
    if known is None:
        sent = request.cookies.get(COOKIE, "")
        known = sent if _SESSION.fullmatch(sent) else secrets.token_hex(16)
        request.state.session = known
    return known


def keep_session(request: Request, response: Response) -> None:
    """Let the browser keep its session, if it has not yet."""
    settings: Settings = request.app.state.settings
    session = session_of(request)
    if request.cookies.get(COOKIE) != session:
        response.set_cookie(COOKIE, session, path="/", httponly=True, samesite="lax", secure=settings.secure)


def token_for(request: Request) -> str:
    """Return the token for a form on a page that this browser gets."""
    settings: Settings = request.app.state.settings
    return Signer(settings.secret, salt=_SALT).sign(session_of(request)).decode()


async def checked_form(request: Request) -> AsyncIterator[FormData]:
    """Give what a form sent, once it is sure that one of our pages sent it; its files are closed after.

    Raises:
        HTTPException: 403 if it is not, 400 if it is no form, 413 if a field is too large.
    """
    settings: Settings = request.app.state.settings
    if request.headers.get("sec-fetch-site", "same-origin") not in _OURS:
        raise HTTPException(403, "This form came from another site. Nothing was done.")
    try:
        form = await request.form(max_files=200, max_fields=200, max_part_size=settings.most_document_bytes)
    except StarletteHTTPException as error:
        raise HTTPException(400, f"The form could not be read ({error.detail}). Nothing was done.") from error
    try:
        if not _ours(request, settings, str(form.get(FIELD, ""))):
            raise HTTPException(
                403,
                "This form is out of date: Shuttle was started anew since the page was opened, or the browser keeps no "
                "cookies. Nothing was done. Go back, load the page again, and send it once more.",
            )
        yield form
    finally:
        await form.close()


def _ours(request: Request, settings: Settings, token: str) -> bool:
    """Return whether the token belongs to the cookie that came with it."""
    try:
        session = Signer(settings.secret, salt=_SALT).unsign(token).decode()
    except (BadSignature, UnicodeError):
        return False
    return secrets.compare_digest(session.encode(), request.cookies.get(COOKIE, "").encode())
