"""`shuttle timeline`: pictures of two countries, as SVG, as a page, or as data for pages of others."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shuttle.interfaces.cli.opening import codes_of, existing, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.trouble import Trouble

if TYPE_CHECKING:
    from shuttle.analysis.hosting import HostTally, Turn
    from shuttle.analysis.owed import Owed
    from shuttle.records.accounts import PairAccount

__all__ = ["COMMANDS"]

_PICTURES = ("timeline", "hosts", "board")


@click.command()
@ledger_option
@click.option(
    "--format", "format_", type=click.Choice(("svg", "html", "json")), default="svg", show_default=True,
    help="A picture, a page with its table, or data for a page.",
)  # fmt: skip
@click.option(
    "--picture", type=click.Choice(_PICTURES), default="timeline", show_default=True,
    help="Meetings by host; who received whom how often; commitments by their life.",
)  # fmt: skip
@click.option(
    "--schema", type=click.Choice(("vega-lite", "timelinejs")), default="vega-lite", show_default=True,
    help="What the JSON is written for.",
)  # fmt: skip
@click.option("--as-of", metavar="DATE", help="How it stood on that day.  [default: today]")
@click.option("--out", metavar="FILE", help="Where to write it.  [default: standard output]")
@click.argument("a")
@click.argument("b")
@click.pass_context
def timeline(
    context: click.Context,
    a: str,
    b: str,
    format_: str,
    picture: str,
    schema: str,
    as_of: str | None,
    out: str | None,
    ledger: str | None,
) -> None:
    """Draw the meetings of two countries: a lane for each host, the days between summits, planned ones hollow.

    Everything can be told apart without colour; --format html adds all of it as a table, each row with its sources.
    """
    from shuttle.analysis.owed import owed
    from shuttle.lexicons.countries import country_name

    if schema == "timelinejs" and (format_ != "json" or picture != "timeline"):
        raise click.UsageError("--schema timelinejs goes with --format json and --picture timeline.")
    one, other = two(codes_of((a, b)))
    day = as_of or today()
    with existing(context, ledger) as book:
        pair = book.pair(one, other)
        found = owed(pair, book.judgements(), day) if picture == "board" else ()
    if not pair.sources:
        raise Trouble(
            f"the ledger holds nothing about {country_name(one)} and {country_name(other)}. "
            "Add documents with `shuttle add PATH`; `shuttle meetings` lists what is there."
        )
    _write(_drawn(pair, found, day, format_, picture, schema), out)


def _drawn(pair: PairAccount, found: tuple[Owed, ...], day: str, format_: str, picture: str, schema: str) -> str:
    if picture == "timeline":
        return _timeline(pair, day, format_, schema)
    return _hosts(pair, day, format_) if picture == "hosts" else _board(pair, found, day, format_)


def _timeline(pair: PairAccount, day: str, format_: str, schema: str) -> str:
    from shuttle.lexicons.countries import country_name
    from shuttle.views.pictures.chart import chart_of
    from shuttle.views.pictures.tables import events_table, gaps_table
    from shuttle.views.pictures.timeline import timeline_svg
    from shuttle.views.pictures.timelinejs import timelinejs
    from shuttle.views.pictures.vega_lite import timeline_spec

    chart = chart_of(pair, day, country_name)
    if format_ == "json":
        return _json((timelinejs if schema == "timelinejs" else timeline_spec)(chart, country_name))
    svg = timeline_svg(chart)
    return _page(chart.title, chart.description, svg, [events_table(chart), gaps_table(chart)], day, format_)


def _hosts(pair: PairAccount, day: str, format_: str) -> str:
    from shuttle.analysis.hosting import COUNTING_RULES, tallies, turn
    from shuttle.lexicons.countries import country_name
    from shuttle.views.pictures.hosts import hosts_description, hosts_svg
    from shuttle.views.pictures.tables import hosts_table
    from shuttle.views.pictures.vega_lite import hosts_spec

    counted: tuple[HostTally, HostTally] = tallies(pair.meetings, pair.countries, day, visits=pair.visits)
    whose: Turn = turn(pair.meetings, pair.countries, day, visits=pair.visits)
    if format_ == "json":
        return _json(hosts_spec(counted, whose, COUNTING_RULES, country_name))
    svg = hosts_svg(counted, whose, COUNTING_RULES, country_name)
    title = f"{country_name(pair.countries[0])} and {country_name(pair.countries[1])}: who received whom"
    description = hosts_description(counted, whose, COUNTING_RULES, country_name)
    return _page(title, description, svg, [hosts_table(counted, country_name)], day, format_)


def _board(pair: PairAccount, found: tuple[Owed, ...], day: str, format_: str) -> str:
    from shuttle.lexicons.countries import country_name
    from shuttle.views.pictures.board import board_description, board_svg, cards_of
    from shuttle.views.pictures.tables import board_table
    from shuttle.views.pictures.vega_lite import board_spec

    cards = cards_of(found, country_name)
    title = f"{country_name(pair.countries[0])} and {country_name(pair.countries[1])}: what was promised"
    if format_ == "json":
        return _json(board_spec(cards, title, day))
    svg = board_svg(found, pair.countries, day, country_name)
    return _page(title, board_description(cards, day), svg, [board_table(cards, found)], day, format_)


def _page(title: str, description: str, svg: str, tables: list[Any], day: str, format_: str) -> str:
    if format_ == "svg":
        return svg
    from shuttle.lexicons.countries import country_name
    from shuttle.views.pictures.page import page
    from shuttle.views.wording import date_words

    note = f"As of {date_words(day)}. `shuttle show ID` shows the words behind a record."
    return page(title, description, svg, tables, country_name, note)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(text: str, out: str | None) -> None:
    data = text.encode("utf-8", "replace")
    if out is None:
        sys.stdout.flush()
        click.echo(data, nl=False)
        return
    path = Path(out)
    if path.is_dir():
        raise Trouble(f"{out} is a folder. Name a file in it with --out.")
    path.write_bytes(data)
    click.echo(f"{out}: written.", err=True)


COMMANDS: tuple[click.Command, ...] = (timeline,)
