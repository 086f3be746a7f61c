"""`shuttle read` and `shuttle schema`: commands that touch no ledger."""

from __future__ import annotations

import json
import sys
from importlib import resources

import click

from shuttle.interfaces.cli.inputs import Inputs, reading_options
from shuttle.interfaces.cli.trouble import USER_CAN_MEND

__all__ = ["COMMANDS"]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The reading format, one JSON object a line.")
@reading_options
@click.pass_context
def read(
    context: click.Context, paths: tuple[str, ...], published: str | None, max_mb: float | None, as_json: bool
) -> None:
    """Show what documents say, each finding with its words.

    PATH is a file (.txt, .md, .html, .jsonl), a folder of them, or - for standard input. Nothing is kept.
    """
    inputs = Inputs(paths, published, max_mb)
    if as_json:
        _print_json(inputs)
    else:
        _print_text(inputs)
    if inputs.refused:
        context.exit(USER_CAN_MEND)


def _print_json(inputs: Inputs) -> None:
    from shuttle.records.reading_format import to_json

    for reading in inputs.readings():
        line = json.dumps(to_json(reading), ensure_ascii=False)
        # Bytes, so that the output is UTF-8 whatever the terminal's own encoding.
        click.echo(line.encode("utf-8"))


def _print_text(inputs: Inputs) -> None:
    from shuttle.interfaces.cli.terminal import Screen
    from shuttle.lexicons.countries import country_name
    from shuttle.views.reading_text import reading_lines

    screen = Screen(sys.stdout)
    for number, reading in enumerate(inputs.readings()):
        if number:
            screen.rule()
        screen.show(reading_lines(reading, country_name))


@click.command()
def schema() -> None:
    """Print the JSON Schema of the reading format."""
    text = resources.files("shuttle.records").joinpath("reading.schema.json").read_text(encoding="utf-8")
    click.echo(text.rstrip("\n").encode("utf-8"))


COMMANDS = (read, schema)
