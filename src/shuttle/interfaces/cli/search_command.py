"""`shuttle search`: find documents and accounts by their words."""

from __future__ import annotations

import json
import sys

import click

from shuttle.interfaces.cli.opening import existing
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.terminal import Screen
from shuttle.records.hits import HIT_KINDS

__all__ = ["COMMANDS"]


@click.command()
@ledger_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(HIT_KINDS), help="Only these; may be repeated.")
@click.option("--limit", metavar="N", type=click.IntRange(1, 10_000), default=20, show_default=True, help="The most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line; offsets count code points.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.pass_context
def search(
    context: click.Context,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    limit: int,
    as_json: bool,
    ledger: str | None,
) -> None:
    """Find documents, meetings, promises and words said that hold all WORDS, the best first.

    Case and accents make no difference. What is quoted ('supply chains') must stand together.
    """
    from shuttle.views.hits import hit_json, hit_lines

    with existing(context, ledger) as book:
        hits = book.search(" ".join(_phrase(word) for word in words), kinds or None, limit)
    if as_json:
        for hit in hits:
            click.echo(json.dumps(hit_json(hit), ensure_ascii=False).encode("utf-8"))
        return
    if not hits:
        click.echo("shuttle: nothing in the ledger holds all of these words.", err=True)
        return
    Screen(sys.stdout).show(hit_lines(hits))


def _phrase(word: str) -> str:
    """Return an argument as the search understands it: the shell took the quotation marks off what has blanks."""
    return f'"{word}"' if any(character.isspace() for character in word) and '"' not in word else word


COMMANDS: tuple[click.Command, ...] = (search,)
