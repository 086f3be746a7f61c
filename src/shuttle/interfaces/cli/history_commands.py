"""`shuttle history` and `verify`: what was done to the ledger, and whether it is whole."""

from __future__ import annotations

import json
import sys

import click

from shuttle.interfaces.cli.opening import existing
from shuttle.interfaces.cli.settings import ledger_location, ledger_option
from shuttle.interfaces.cli.terminal import Screen

__all__ = ["COMMANDS"]

_NOT_WHOLE = 1
_LAST = 20


@click.command()
@ledger_option
@click.option(
    "-n", "--last", type=click.IntRange(min=1), help=f"The last so many.  [default: {_LAST}, of a record all]"
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.argument("record", required=False)
@click.pass_context
def history(context: click.Context, record: str | None, last: int | None, as_json: bool, ledger: str | None) -> None:
    """Tell what was done to RECORD, or to the ledger: who or what did it, when and why."""
    from shuttle.views.account_json import entry_json
    from shuttle.views.history_text import history_lines

    with existing(context, ledger) as book:
        entries = book.history(record, limit=last or (None if record else _LAST))
    if as_json:
        for entry in entries:
            click.echo(json.dumps(entry_json(entry), ensure_ascii=False).encode("utf-8"))
    else:
        Screen(sys.stdout).show(history_lines(entries))


@click.command()
@ledger_option
@click.option("--head", metavar="SEAL", help="A seal noted down earlier, which the history must still hold.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_context
def verify(context: click.Context, head: str | None, as_json: bool, ledger: str | None) -> None:
    """Check that the ledger is whole: every seal, every quotation, every reference. Exit code 0 if it is.

    What this protects against, and what not, is told in docs/decisions/0011-the-chain-of-seals.md.
    """
    from dataclasses import asdict

    from shuttle.views.history_text import verdict_lines

    with existing(context, ledger) as book:
        verdict = book.verify(head)
    if as_json:
        click.echo(json.dumps({**asdict(verdict), "whole": verdict.whole}))
    else:
        Screen(sys.stdout).show(verdict_lines(verdict, ledger_location(context, ledger).rpartition("@")[2]))
    if not verdict.whole:
        context.exit(_NOT_WHOLE)


COMMANDS: tuple[click.Command, ...] = (history, verify)
