"""From what a page knows to HTML: the templates, with the field's words for dates, people and countries.

Everything that a template prints is escaped; nothing is ever marked as safe. Control characters and marks that turn the
direction of writing are taken out of whatever stands on one line (`clean`); the text of a document is shown in an
element that keeps such marks inside.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from shuttle import __version__
from shuttle.interfaces.desk import links, tokens
from shuttle.interfaces.desk.rows import source_name
from shuttle.interfaces.desk.settings import Settings
from shuttle.lexicons.countries import country_name
from shuttle.records.findings import Person
from shuttle.views import values, wording
from shuttle.views.record import account_title

__all__ = ["page"]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("shuttle.interfaces.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "clean": wording.clean,
        "short": wording.shortened,
        "country": country_name,
        "day": _day,
        "capitalised": wording.capitalised,
        "label": values.field_label,
        "person": _person,
        "place": lambda place: wording.place_words(place, country_name),
        "publisher": source_name,
        "headline": lambda source: wording.shortened(source.title or source.source.rpartition("/")[2], 140),
        "title_of": lambda account: account_title(account, country_name),
        "when": lambda moment: moment.replace("T", " ").removesuffix("+00:00"),
    }
    made.globals |= {
        "and_list": wording.and_list,
        "count": wording.count,
        "dates": wording.date_words,
        "EFFECTS": wording.EFFECTS,
        # Fetched when Shuttle is set up or built; every page works without it.
        "HTMX": (Path(__file__).parent / "static" / "htmx.min.js").exists(),
        "pair_link": links.pair_link,
        "quote_link": links.quote_link,
        "query": _query,
        "record_link": links.record_link,
        "value_words": lambda field, value: values.value_words(field, value, country_name),
        "version": __version__,
        "words_link": links.words_link,
    }
    return made


def _day(date: str | None) -> str:
    return wording.day_words(date) if date else "no date"


def _person(person: Person) -> str:
    return wording.person_words(person, country_name)


def _query(**values: object) -> str:
    """Return a query with those of ``values`` that are something."""
    given = {name: value for name, value in values.items() if value not in (None, "", ())}
    return f"?{urlencode(given, doseq=True)}" if given else ""


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else None


def page(request: Request, template: str, *, status: int = 200, **known: Any) -> HTMLResponse:
    """Return a page.

    Args:
        request: what is answered.
        template: name of the template, without its ending.
        status: of the answer.
        known: what the template shows.
    """
    settings: Settings = request.app.state.settings
    body = (
        _environment()
        .get_template(f"{template}.html")
        .render(
            **{
                "token": tokens.token_for(request),
                "user": settings.user,
                "path": request.url.path,
                "address": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
                "q": "",
                "done": _number(request.query_params.get("done")),
                **known,
            }
        )
    )
    response = HTMLResponse(body, status)
    tokens.keep_session(request, response)
    return response
