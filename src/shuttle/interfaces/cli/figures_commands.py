"""`shuttle turn`, `cadence`, `owed`: whose turn it is, how often leaders meet, what is owed; each with its rule."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from shuttle.interfaces.cli.opening import codes_of, existing, texts_of, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.terminal import Screen

if TYPE_CHECKING:
    from shuttle.analysis.turns import TurnFigures

__all__ = ["COMMANDS"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_COUNT = ("visits", "soil", "margins", "calls")


def _counting(command: _Command) -> _Command:
    """Add what every figure takes: how to count, by whom, as of when."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="As JSON, with the words behind every figure."),
        click.option("--as-of", metavar="DATE", help="Where they stood on that day.  [default: today]"),
        click.option(
            "--by",
            default="office",
            show_default=True,
            metavar="WHOM",
            help="office: whoever held the two. person: the two in office now. KOR: who is in office there now.",
        ),
        click.option(
            "--count",
            "what",
            type=click.Choice(_COUNT),
            default="visits",
            show_default=True,
            help="visits: at home, no forums. soil: at home, forums too. margins: anywhere. calls: calls too.",
        ),
        ledger_option,
    ):
        command = option(command)
    return command


@click.command()
@_counting
@click.argument("countries", nargs=-1, metavar="[A B]")
@click.pass_context
def turn(
    context: click.Context,
    countries: tuple[str, ...],
    what: str,
    by: str,
    as_of: str | None,
    as_json: bool,
    ledger: str | None,
) -> None:
    """Say whose turn it is to host: of two countries, or in a table of all pairs.

    Every figure names the rule by which it counts, and every line the record that `shuttle show` opens.
    """
    from shuttle.analysis.counting import counting_rule
    from shuttle.analysis.turns import all_turns, turn_figures
    from shuttle.lexicons.countries import country_name
    from shuttle.views.figures_json import turn_json
    from shuttle.views.meetings_table import plain_table
    from shuttle.views.turn_text import TABLE, turn_lines, turn_rows

    day = as_of or today()
    codes = codes_of(countries)
    if len(codes) == 1:
        raise click.UsageError("two countries are needed, or none for a table of all pairs.")
    with existing(context, ledger) as book:
        if not codes:
            whom = counting_rule(what, by, ()).whom
            rows = all_turns(book.meetings(), book.visits(), what, whom, day)
            if as_json:
                for row in rows:
                    click.echo(json.dumps(turn_json(row, country_name), ensure_ascii=False).encode("utf-8"))
                return
            if not rows:
                click.echo("shuttle: the ledger holds no meeting or visit of leaders that counts so.", err=True)
                return
            screen = Screen(sys.stdout)
            screen.text(plain_table(TABLE, turn_rows(rows, country_name), screen.width))
            screen.text(f"\nCounted: {rows[0].selection.rule.sentence(country_name)} ({rows[0].selection.rule.id})")
            return
        pair = two(codes)
        rule = counting_rule(what, _whom(by), pair)
        met, travelled = book.meetings(*pair), book.visits(*pair)
        first = turn_figures(pair, met, travelled, rule, day)
        texts = texts_of(book, _documents(first))
        found = turn_figures(pair, met, travelled, rule, day, texts)
    if as_json:
        click.echo(json.dumps(turn_json(found, country_name), ensure_ascii=False).encode("utf-8"))
        return
    Screen(sys.stdout).show(turn_lines(found, texts, country_name))


@click.command()
@_counting
@click.argument("a")
@click.argument("b")
@click.pass_context
def cadence(
    context: click.Context, a: str, b: str, what: str, by: str, as_of: str | None, as_json: bool, ledger: str | None
) -> None:
    """Show how often the leaders of two countries meet: per year, between meetings, under earlier leaders."""
    from shuttle.analysis.cadence import cadence as figures
    from shuttle.analysis.counting import counting_rule, select
    from shuttle.analysis.encounters import encounters
    from shuttle.lexicons.countries import country_name
    from shuttle.views.cadence_text import cadence_lines
    from shuttle.views.figures_json import cadence_json

    day = as_of or today()
    pair = two(codes_of((a, b)))
    rule = counting_rule(what, _whom(by), pair)
    with existing(context, ledger) as book:
        chosen = select(encounters(book.meetings(*pair), book.visits(*pair), day), pair, rule)
    found = figures(chosen, day)
    if as_json:
        click.echo(json.dumps(cadence_json(found, country_name), ensure_ascii=False).encode("utf-8"))
        return
    Screen(sys.stdout).show(cadence_lines(found, country_name))


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the words behind every figure.")
@click.option("--as-of", metavar="DATE", help="Where they stood on that day.  [default: today]")
@click.argument("a")
@click.argument("b")
@click.pass_context
def owed(context: click.Context, a: str, b: str, as_of: str | None, as_json: bool, ledger: str | None) -> None:
    """Show what two countries owe: commitments by life, party and area, with age, last evidence and scores.

    Scores are people's (`shuttle assess`), averaged as the G7 Research Group does; none counts without evidence.
    """
    from shuttle.analysis.owed import made_by
    from shuttle.analysis.owed import owed as standing
    from shuttle.analysis.scoring import scorecard
    from shuttle.lexicons.countries import country_name
    from shuttle.views.figures_json import owed_figures_json
    from shuttle.views.owed_text import owed_summary

    day = as_of or today()
    pair = two(codes_of((a, b)))
    with existing(context, ledger) as book:
        account = book.pair(*pair)
        found = made_by(standing(account, book.judgements(), day), day)
    card = scorecard(found, pair)
    if as_json:
        click.echo(json.dumps(owed_figures_json(pair, found, card, day), ensure_ascii=False).encode("utf-8"))
        return
    if not found:
        click.echo("shuttle: the ledger holds no commitment of the two.", err=True)
        return
    Screen(sys.stdout).show(owed_summary(pair, found, card, day, account.sources, country_name))


def _whom(by: str) -> str:
    """Return ``office`` or ``person``, or the code of a country given by code or name."""
    return by if by in ("office", "person") else codes_of((by,))[0]


def _documents(found: TurnFigures) -> set[str]:
    """Return the documents that tell of meetings, which may call a place somebody's home, and of who hosted last."""
    told = [account for one in found.selection.encounters if one.meetings for account in one.accounts]
    last = [found.turn.last] if found.turn.last else []
    return {name for account in (*told, *last) for name in account.document_ids}


COMMANDS: tuple[click.Command, ...] = (turn, cadence, owed)
