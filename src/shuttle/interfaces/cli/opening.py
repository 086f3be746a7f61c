"""Open the ledger that a command asks of, and name who decides."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from shuttle.interfaces.cli.settings import ledger_location
from shuttle.interfaces.cli.trouble import Trouble

if TYPE_CHECKING:
    from shuttle.ledger.ledger import Ledger

__all__ = ["because_options", "codes_of", "existing", "person", "texts_of", "today", "two"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def existing(context: click.Context, given: str | None) -> Ledger:
    """Open a ledger that must be there: a question to a misspelt one is not answered by an empty one."""
    from shuttle.ledger.ledger import Ledger

    location = ledger_location(context, given)
    if "://" not in location and not Path(location).exists():
        raise Trouble(
            f"there is no ledger at {location}. Make one with `shuttle add PATH`, "
            "or name another with --ledger or SHUTTLE_LEDGER."
        )
    return Ledger.open(location)


def codes_of(countries: tuple[str, ...]) -> list[str]:
    """Return the codes of at most two countries given by code or name."""
    from shuttle.lexicons.countries import find_country

    if len(countries) > 2:
        raise click.UsageError(f"two countries at most, got {len(countries)}. Put names of several words in quotes.")
    return [find_country(country) for country in countries]


def two(codes: list[str]) -> tuple[str, str]:
    """Return the two of ``codes``."""
    one, other = codes
    if one == other:
        raise Trouble(f"two different countries are needed, got {one} twice.")
    return one, other


def person(given: str | None) -> str:
    """Return who decides: ``--by``, else SHUTTLE_USER, else the name of the account on this computer."""
    if given:
        return given
    named = os.environ.get("SHUTTLE_USER")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise Trouble("whose decision is this? Give a name with --by NAME, or set SHUTTLE_USER.") from error


def because_options(command: _Command) -> _Command:
    """Add ``--because`` and ``--by``, which every judgement takes."""
    for option in (
        click.option("--by", metavar="NAME", help="Who decides (else SHUTTLE_USER, else your login name)."),
        click.option("--because", metavar="TEXT", help="Why, for the history."),
    ):
        command = option(command)
    return command


def texts_of(book: Ledger, documents: set[str]) -> dict[str, str]:
    """Return the texts of ``documents`` by their ids."""
    return book.texts(documents)


def today() -> str:
    """Return the day, ISO 8601."""
    return dt.date.today().isoformat()
