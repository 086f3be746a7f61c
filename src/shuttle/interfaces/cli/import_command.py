"""`shuttle import`: take in a desk's own spreadsheet of visits and meetings, or what another ledger exported."""

from __future__ import annotations

from pathlib import Path

import click

from shuttle.interfaces.cli.importing import LINES, line_files, say_taken, take_in
from shuttle.interfaces.cli.settings import ledger_location, ledger_option
from shuttle.interfaces.cli.trouble import USER_CAN_MEND, Trouble, say_refused
from shuttle.views.wording import clean, count

__all__ = ["COMMANDS"]


@click.command("import")
@ledger_option
@click.option("--publisher", metavar="NAME", help="Whose spreadsheet it is.  [default: the file's name]")
@click.option("--published", metavar="DATE", help="The day it was last kept up to.")
@click.argument("path", metavar="FILE")
@click.pass_context
def import_(
    context: click.Context, path: str, publisher: str | None, published: str | None, ledger: str | None
) -> None:
    """Keep the rows of a spreadsheet, each with its cells as the words; or the readings of another ledger.

    A spreadsheet (.csv) of visits and meetings has a line of headings: date, kind (visit, meeting, phone call),
    countries (or visitor and host), place, people, forum, level, status, minutes, number, id; only the countries are
    needed. Rows with different ids are different events. A row that cannot be read is refused and named, the rest is
    kept.

    A folder that `shuttle export --format jsonl` wrote, or a .jsonl file of readings or judgements, is taken in as it
    was read and judged there, by the same readers and people.
    """
    if Path(path).is_dir() or Path(path).suffix.lower() in LINES:
        if publisher or published:
            raise click.UsageError("--publisher and --published go with a spreadsheet; readings have their own.")
        _import_lines(context, path, ledger)
        return
    from shuttle.documents.spreadsheets import load_spreadsheet
    from shuttle.ledger.ledger import Ledger
    from shuttle.reading.spreadsheet import read_spreadsheet

    document = load_spreadsheet(path, publisher=publisher, published=published)
    reading, refused = read_spreadsheet(document)
    for row in refused:
        say_refused(f"{path} row {row.row}", row.reason)
    kept = len(reading.meetings) + len(reading.visits)
    if not kept:
        raise Trouble(f"{clean(path)}: none of its {count(len(refused), 'row')} could be read; nothing was kept.")
    location = ledger_location(context, ledger)
    with Ledger.open(location) as book:
        added = book.add(reading)
    told = f"{count(len(reading.meetings), 'meeting')} and {count(len(reading.visits), 'visit')}"
    if not added.new:
        click.echo(f"{clean(path)}: already kept ({told}).")
    else:
        fresh = len(added.new_meetings) + len(added.new_visits)
        joined = len(added.joined_meetings) + len(added.joined_visits)
        told += f" kept; {fresh} new to the ledger, {joined} known from other documents"
        if refused:
            told += f"; {count(len(refused), 'row')} refused"
        click.echo(f"{clean(path)}: {told}.")
    if refused:
        context.exit(USER_CAN_MEND)


def _import_lines(context: click.Context, path: str, ledger: str | None) -> None:
    from shuttle.ledger.ledger import Ledger

    files = line_files(Path(path))
    if not files[0].is_file():
        raise Trouble(f"there is no file {clean(path)}. Check the spelling and the current folder.")
    with Ledger.open(ledger_location(context, ledger)) as book:
        taken = take_in(book, files)
    say_taken(path, taken)
    if taken.refused:
        context.exit(USER_CAN_MEND)


COMMANDS: tuple[click.Command, ...] = (import_,)
