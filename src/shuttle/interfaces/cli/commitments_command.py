"""`shuttle commitments`: what two countries promised, and what came of it."""

from __future__ import annotations

import json
import sys

import click

from shuttle.interfaces.cli.opening import codes_of, existing, texts_of, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.terminal import Screen
from shuttle.records.judgements import LIVES

__all__ = ["COMMANDS"]


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--as-of", metavar="DATE", help="Where they stood on that day.  [default: today]")
@click.option("--life", type=click.Choice(LIVES), help="Only those that stand there.")
@click.option("--linked", is_flag=True, help="Only those to which something is linked, proposed or judged.")
@click.argument("a")
@click.argument("b")
@click.pass_context
def commitments(
    context: click.Context,
    a: str,
    b: str,
    as_of: str | None,
    life: str | None,
    linked: bool,
    as_json: bool,
    ledger: str | None,
) -> None:
    """List the commitments of two countries: life, age, last evidence, and the words at each link.

    A link stands by rule where the words refer back to the agreement; others are proposed, and `shuttle link` or
    `shuttle assess` decides. Time alone never changes a life: silence is shown as silence.
    """
    from shuttle.analysis.owed import owed
    from shuttle.lexicons.countries import country_name
    from shuttle.views.commitments import owed_json, owed_lines

    one, other = two(codes_of((a, b)))
    with existing(context, ledger) as book:
        pair = book.pair(one, other)
        found = owed(pair, book.judgements(), as_of or today())
        if life:
            found = tuple(item for item in found if item.life == life)
        if linked:
            found = tuple(i for i in found if i.follow.links or i.follow.proposed or i.links or i.assessments)
        if as_json:
            for item in found:
                click.echo(json.dumps(owed_json(item), ensure_ascii=False).encode("utf-8"))
            return
        links = [link for item in found for link in (*item.follow.links, *item.follow.proposed)]
        texts = texts_of(book, {document for link in links for document, _ in link.evidence})
    if not found:
        click.echo("shuttle: the ledger holds no such commitment of the two.", err=True)
        return
    Screen(sys.stdout).show(owed_lines(found, texts, country_name))


COMMANDS: tuple[click.Command, ...] = (commitments,)
