"""`shuttle export`: what the ledger holds, for the programs of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shuttle.interfaces.cli.opening import codes_of, existing, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.trouble import Trouble
from shuttle.views.wording import clean, count

if TYPE_CHECKING:
    from shuttle.interfaces.cli.export_writers import Exported
    from shuttle.ledger.ledger import Ledger
    from shuttle.records.accounts import Account, PairAccount
    from shuttle.records.judgements import Judgement

__all__ = ["COMMANDS"]

_FORMATS = ("csv", "parquet", "jsonl", "jsonld", "ftm", "cameo", "ics")


@click.command()
@ledger_option
@click.option("--format", "format_", type=click.Choice(_FORMATS), required=True, help="What to write.")
@click.option("--as-of", metavar="DATE", help="Where commitments stood on that day.  [default: today]")
@click.argument("arguments", nargs=-1, required=True, metavar="[A B] DIR")
@click.pass_context
def export(
    context: click.Context, arguments: tuple[str, ...], format_: str, as_of: str | None, ledger: str | None
) -> None:
    """Write everything, or all of two countries, to the folder DIR.

    csv and parquet are tables with a data dictionary; jsonl is lossless, and `shuttle import DIR` takes it in; jsonld
    is linked data, ftm is FollowTheMoney, cameo is event rows, ics is a calendar of two countries. What each keeps
    and loses stands in docs/exporting.md. A file that Shuttle did not write is never overwritten.
    """
    from shuttle.interfaces.cli.export_folder import ExportFolder
    from shuttle.interfaces.cli.export_writers import FILES, WRITERS, noun
    from shuttle.records.dates import check_date

    *countries, target = arguments
    if len(countries) not in (0, 2):
        raise click.UsageError(
            "give two countries and a folder, or only a folder: shuttle export KOR JPN --format csv DIR"
        )
    if format_ == "ics" and not countries:
        raise click.UsageError("a calendar is one of two countries: shuttle export KOR JPN --format ics DIR")
    day = check_date(as_of) if as_of else today()
    with existing(context, ledger) as book:
        given = _of_pair(book, two(codes_of(tuple(countries))), day) if countries else _of_all(book)
        with ExportFolder(Path(target), list(FILES[format_])) as folder:
            rows = WRITERS[format_](given, folder)
            folder.finish(rows)
    for name, number in rows.items():
        told = "written" if number is None else count(number, *noun(name))
        click.echo(f"{clean(str(Path(target) / name))}: {told}")


def _of_all(book: Ledger) -> Exported:
    from shuttle.interfaces.cli.export_writers import Exported

    return Exported(book, book.each_account, book.documents(), book.judgements())


def _of_pair(book: Ledger, codes: tuple[str, str], day: str) -> Exported:
    from shuttle.analysis.owed import owed
    from shuttle.interfaces.cli.export_writers import Exported
    from shuttle.lexicons.countries import country_name
    from shuttle.records.dates import last_day

    pair = book.pair(*codes)
    if not pair.sources:
        raise Trouble(
            f"the ledger holds nothing about {country_name(codes[0])} and {country_name(codes[1])}. "
            "Add documents with `shuttle add PATH`; `shuttle meetings` lists what is there."
        )
    judgements = book.judgements()
    return Exported(
        book,
        lambda: _accounts_of(pair),
        pair.sources,
        _about(pair, judgements),
        {item.commitment.id: item for item in owed(pair, judgements, day)},
        pair,
        last_day(day).isoformat(),
    )


def _accounts_of(pair: PairAccount) -> Iterator[Account]:
    yield from pair.meetings
    yield from pair.visits
    yield from pair.commitments
    yield from pair.statements
    yield from pair.next_steps
    yield from pair.outcomes


def _about(pair: PairAccount, judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Return the judgements about something of the pair."""
    records = {source.document_id for source in pair.sources}
    records.update(finding for account in _accounts_of(pair) for finding in account.findings)
    return tuple(j for j in judgements if any(records & set(side) for side in j.sides))


COMMANDS: tuple[click.Command, ...] = (export,)
