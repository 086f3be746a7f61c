"""Settings: what the command line, the environment and the defaults say, in that order."""

from __future__ import annotations

import os
from dataclasses import dataclass

import click

__all__ = ["Settings", "debugging", "ledger_location", "ledger_option"]

_DEFAULT_LEDGER = "shuttle.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What was given before the subcommand."""

    ledger: str | None = None


def debugging() -> bool:
    """Return whether faults are to be shown with their traceback."""
    return os.environ.get("SHUTTLE_DEBUG", "") not in ("", "0")


def ledger_location(context: click.Context, given: str | None) -> str:
    """Return the ledger to use: ``--ledger`` after or before the subcommand, SHUTTLE_LEDGER, or ./shuttle.db."""
    settings: Settings = context.find_object(Settings) or Settings()
    return given or settings.ledger or os.environ.get("SHUTTLE_LEDGER") or _DEFAULT_LEDGER


#: ``--ledger`` for a subcommand.
ledger_option = click.option(
    "--ledger", metavar="PATH", help="File or postgresql:// URL (else SHUTTLE_LEDGER, else ./shuttle.db)."
)
