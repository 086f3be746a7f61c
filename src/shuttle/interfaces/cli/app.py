"""The group of commands, and what becomes of an error.

Exit codes: 0 done; 2 something given could not be read, found or understood, and the user can
mend it; 1 anything else; 130 interrupted. A user sees a sentence, never a traceback; whoever
looks for a fault in Shuttle itself sets SHUTTLE_DEBUG=1 and gets one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from shuttle import __version__
from shuttle.errors import ShuttleError
from shuttle.interfaces.cli import (
    brief_command,
    commitments_command,
    compare_command,
    export_command,
    figures_commands,
    history_commands,
    import_command,
    judging_commands,
    ledger_commands,
    plan_command,
    reading_commands,
    review_command,
    search_command,
    serve_command,
    timeline_command,
)
from shuttle.interfaces.cli.settings import Settings, debugging
from shuttle.interfaces.cli.trouble import INTERRUPTED, Fault, trouble_of

__all__ = ["main", "shuttle"]


class _Shuttle(click.Group):
    """A group whose commands end in a sentence and an exit code, whatever happens."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn every error into its message."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            click.echo("shuttle: interrupted. What was kept before stays in the ledger.", err=True)
            ctx.exit(INTERRUPTED)
        except ShuttleError as error:
            if debugging():
                raise
            raise trouble_of(error) from error
        except OSError as error:
            if debugging():
                raise
            raise Fault(f"{error.strerror or error}: {error.filename or 'standard output'}") from error
        except Exception as error:
            if debugging():
                raise
            raise Fault(
                f"a fault of Shuttle's own: {type(error).__name__}: {error}. "
                "Please report it with what `SHUTTLE_DEBUG=1 shuttle ...` prints."
            ) from error


@click.group(
    cls=_Shuttle,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Countries are given by code or name: KOR, kr, 'South Korea'.",
)
@click.version_option(__version__, "-V", "--version", prog_name="shuttle", message="%(prog)s %(version)s")
@click.option("--ledger", metavar="PATH", help="File or postgresql:// URL (else SHUTTLE_LEDGER, else ./shuttle.db).")
@click.pass_context
def shuttle(context: click.Context, ledger: str | None) -> None:
    """Read what governments and newspapers publish, keep one account of it with the words that prove it."""
    context.obj = Settings(ledger=ledger)


for _command in (
    *reading_commands.COMMANDS,
    *ledger_commands.COMMANDS,
    *brief_command.COMMANDS,
    *commitments_command.COMMANDS,
    *compare_command.COMMANDS,
    *export_command.COMMANDS,
    *figures_commands.COMMANDS,
    *plan_command.COMMANDS,
    *import_command.COMMANDS,
    *judging_commands.COMMANDS,
    *review_command.COMMANDS,
    *history_commands.COMMANDS,
    *search_command.COMMANDS,
    *serve_command.COMMANDS,
    *timeline_command.COMMANDS,
):
    shuttle.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; what the `shuttle` script calls."""
    try:
        shuttle.main(args=arguments, prog_name="shuttle")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
