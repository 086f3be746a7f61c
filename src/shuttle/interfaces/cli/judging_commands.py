"""`shuttle same`, `different`, `undo`, `link`, `assess`, `forget`: what a person decides."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from shuttle.interfaces.cli.opening import because_options, existing, person
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.records.judgements import COMPLETIONS, LIVES, RELATIONS

if TYPE_CHECKING:
    from shuttle.ledger.judging import Judging
    from shuttle.records.judgements import Judgement

__all__ = ["COMMANDS", "decide"]


def decide(
    context: click.Context, ledger: str | None, by: str | None, decision: Callable[[Judging], Judgement]
) -> None:
    """Make a decision in the ledger and tell what it changed, and how to take it back."""
    from shuttle.interfaces.cli.terminal import Screen
    from shuttle.views.history_text import history_lines

    with existing(context, ledger) as book:
        judgement = decision(book.judging(person(by)))
        names = [name for side in judgement.sides for name in side]
        entries = [entry for entry in book.history(names[0]) if entry.seq == judgement.entry] if names else []
    Screen(sys.stdout).show(history_lines(entries))
    if judgement.kind != "undo":
        click.echo(f"`shuttle undo {judgement.entry}` takes this back.")


@click.command()
@ledger_option
@because_options
@click.argument("a")
@click.argument("b")
@click.pass_context
def same(context: click.Context, a: str, b: str, because: str | None, by: str | None, ledger: str | None) -> None:
    """Judge that two records tell of the same.

    A and B are ids of meetings, visits, commitments or findings, or of documents (by the meeting they are about).
    """
    decide(context, ledger, by, lambda judging: judging.same(a, b, because))


@click.command()
@ledger_option
@because_options
@click.argument("a")
@click.argument("b")
@click.pass_context
def different(context: click.Context, a: str, b: str, because: str | None, by: str | None, ledger: str | None) -> None:
    """Judge that two records do not tell of the same.

    A and B are two records, or a finding and the record that it was wrongly placed in.
    """
    decide(context, ledger, by, lambda judging: judging.different(a, b, because))


@click.command()
@ledger_option
@because_options
@click.argument("number", type=int, metavar="N")
@click.pass_context
def undo(context: click.Context, number: int, because: str | None, by: str | None, ledger: str | None) -> None:
    """Take back judgement N, the number that `shuttle history` shows."""
    decide(context, ledger, by, lambda judging: judging.undo(number, because))


@click.command()
@ledger_option
@because_options
@click.option("--as", "relation", type=click.Choice(RELATIONS), required=True, help="What it does to the commitment.")
@click.argument("commitment")
@click.argument("evidence", metavar="DOCUMENT|RECORD")
@click.pass_context
def link(
    context: click.Context,
    commitment: str,
    evidence: str,
    relation: str,
    because: str | None,
    by: str | None,
    ledger: str | None,
) -> None:
    """Judge what a document, consultation, meeting or outcome did to a commitment.

    "unrelated" refuses a link that Shuttle proposes or made.
    """
    decide(context, ledger, by, lambda judging: judging.link(commitment, evidence, relation, because))


@click.command()
@ledger_option
@because_options
@click.option("--score", type=click.Choice(["-1", "0", "1", "none"]), help="Not kept, under way or partly, kept.")
@click.option("--completion", type=click.Choice(COMPLETIONS), help="How far it was carried out.")
@click.option("--window", metavar="DAY..DAY", help="The time looked at.")
@click.option("--life", type=click.Choice(LIVES), help="Where it stands in its life.")
@click.argument("commitment")
@click.pass_context
def assess(
    context: click.Context,
    commitment: str,
    score: str | None,
    completion: str | None,
    window: str | None,
    life: str | None,
    because: str | None,
    by: str | None,
    ledger: str | None,
) -> None:
    """Assess how far a commitment was kept in a window of time."""
    number = int(score) if score and score != "none" else None
    decide(
        context,
        ledger,
        by,
        lambda judging: judging.assess(
            commitment, score=number, completion=completion, window=window, life=life, because=because
        ),
    )


@click.command()
@ledger_option
@because_options
@click.argument("document")
@click.pass_context
def forget(context: click.Context, document: str, because: str | None, by: str | None, ledger: str | None) -> None:
    """Withdraw a document: its claims count no more, and the history says so."""
    decide(context, ledger, by, lambda judging: judging.forget(document, because))


COMMANDS: tuple[click.Command, ...] = (same, different, undo, link, assess, forget)
