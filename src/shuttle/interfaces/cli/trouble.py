"""What a user is told when something is wrong, and the exit code that goes with it."""

from __future__ import annotations

from typing import IO, Any

import click

from shuttle.errors import EvidenceError, LexiconError, ShuttleError
from shuttle.views.wording import clean

__all__ = ["INTERRUPTED", "USER_CAN_MEND", "Fault", "Trouble", "say_refused", "trouble_of"]

USER_CAN_MEND = 2
INTERRUPTED = 130
# Faults of an installation or of Shuttle itself: nothing that a user wrote is wrong.
_OURS = (EvidenceError, LexiconError)


class Trouble(click.ClickException):
    """What a user can mend: one line on standard error and exit code 2."""

    exit_code = USER_CAN_MEND

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message."""
        click.echo(f"shuttle: {clean(self.message)}", file=file, err=file is None)


class Fault(Trouble):
    """What a user cannot mend: one line on standard error and exit code 1."""

    exit_code = 1


def trouble_of(error: ShuttleError) -> Trouble:
    """Return what to tell a user of an error that Shuttle raised on purpose."""
    return Fault(str(error)) if isinstance(error, _OURS) else Trouble(str(error))


def say_refused(source: str, reason: str) -> None:
    """Tell on standard error, in one line, that an input was not read."""
    click.echo(f"shuttle: refused {clean(source)}: {clean(reason)}", err=True)
