"""`shuttle add`, `meetings`, `conflicts`, `brief`, `show`: the commands that keep and ask."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from shuttle.interfaces.cli.adding import Tally
from shuttle.interfaces.cli.inputs import Inputs, reading_options
from shuttle.interfaces.cli.opening import codes_of, existing, texts_of, two
from shuttle.interfaces.cli.settings import ledger_location, ledger_option
from shuttle.interfaces.cli.terminal import Screen
from shuttle.interfaces.cli.trouble import USER_CAN_MEND
from shuttle.records.accounts import MeetingAccount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shuttle.records.accounts import CommitmentAccount, VisitAccount

__all__ = ["COMMANDS"]


@click.command()
@ledger_option
@click.option("-v", "--verbose", is_flag=True, help="List every document, however many.")
@reading_options
@click.pass_context
def add(
    context: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    max_mb: float | None,
    verbose: bool,
    ledger: str | None,
) -> None:
    """Read documents and keep what they say in the ledger.

    Reading a document twice changes nothing. Each document is kept whole or not at all.
    """
    from shuttle.errors import RecordError
    from shuttle.ledger.ledger import Ledger

    location = ledger_location(context, ledger)
    inputs = Inputs(paths, published, max_mb)
    tally = Tally(verbose)
    with Ledger.open(location) as book:
        for reading in inputs.readings():
            try:
                tally.count(reading, book.add(reading))
            except RecordError as error:
                inputs.refuse(reading.document.source, str(error))
        tally.end(inputs.refused, book.counts(), book.name)
    if inputs.refused:
        context.exit(USER_CAN_MEND)


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each meeting.")
@click.option(
    "--visits/--no-visits", default=None, help="With the visits of two countries, or without.  [JSON: without]"
)
@click.argument("countries", nargs=-1, metavar="[A [B]]")
@click.pass_context
def meetings(
    context: click.Context, countries: tuple[str, ...], visits: bool | None, as_json: bool, ledger: str | None
) -> None:
    """List every visit and meeting of two countries; of one, or of all, the meetings."""
    from shuttle.lexicons.countries import country_name
    from shuttle.views.account_json import event_json
    from shuttle.views.meetings_table import HEADER, event_rows, in_order, plain_table

    codes = codes_of(countries)
    with existing(context, ledger) as book:
        if len(codes) == 2 and (visits if visits is not None else not as_json):
            pair = book.pair(*two(codes))
            events: Iterable[MeetingAccount | VisitAccount] = in_order(pair.meetings, pair.visits)
        else:
            if len(codes) == 2:
                two(codes)
            events = book.each_meeting(*codes)
        if as_json:
            for event in events:
                click.echo(json.dumps(event_json(event), ensure_ascii=False).encode("utf-8"))
            return
        rows = event_rows(events, country_name)
    if not rows:
        whom = " and ".join(country_name(code) for code in codes)
        click.echo(f"shuttle: the ledger holds no meeting{f' of {whom}' if whom else ''} yet.", err=True)
        return
    screen = Screen(sys.stdout)
    screen.text(plain_table(HEADER, rows, screen.width))


@click.command()
@ledger_option
@click.argument("name", metavar="ID")
@click.pass_context
def show(context: click.Context, name: str, ledger: str | None) -> None:
    """Show one record with its words in their context.

    ID is that of a meeting, visit, commitment, statement, step, finding or document, or how it begins.
    """
    from shuttle.lexicons.countries import country_name
    from shuttle.records.accounts import FindingRecord
    from shuttle.records.documents import Document
    from shuttle.views.reading_text import reading_lines
    from shuttle.views.record import finding_record_lines, record_lines

    screen = Screen(sys.stdout)
    with existing(context, ledger) as book:
        record = book.record(name)
        if isinstance(record, Document):
            screen.show(reading_lines(book.reading(record.id), country_name))
        elif isinstance(record, FindingRecord):
            screen.show(finding_record_lines(record, country_name))
        else:
            texts = {source.document_id: book.text(source.document_id) for source in record.sources}
            screen.show(record_lines(record, texts, country_name))


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--all", "all_ways", is_flag=True, help="Also what some say more precisely.  [always in JSON]")
@click.argument("countries", nargs=-1, metavar="[A [B]]")
@click.pass_context
def conflicts(
    context: click.Context, countries: tuple[str, ...], all_ways: bool, as_json: bool, ledger: str | None
) -> None:
    """List the fields on which sources differ, and how Shuttle's own value was reached.

    Of two countries, of one, or of all: their meetings, and of two also their visits and commitments.
    """
    from shuttle.analysis.counting import counts
    from shuttle.analysis.differences import conflicts_of
    from shuttle.lexicons.countries import country_name
    from shuttle.views.account_json import conflict_json
    from shuttle.views.conflict_text import conflict_lines
    from shuttle.views.wording import count

    codes = codes_of(countries)
    with existing(context, ledger) as book:
        pair = book.pair(*two(codes)) if len(codes) == 2 else None
        accounts: Iterable[MeetingAccount | VisitAccount | CommitmentAccount] = book.each_meeting(*codes)
        if pair:
            accounts = (*pair.meetings, *pair.visits, *pair.commitments)
        screen = Screen(sys.stdout)
        told = finer = 0
        # One record after the other, so that of a large ledger not everything is in memory at once.
        for account in accounts:
            found = conflicts_of(account)
            if as_json:
                for difference in found:
                    click.echo(json.dumps(conflict_json(difference), ensure_ascii=False).encode("utf-8"))
                told += len(found)
                continue
            shown = [difference for difference in found if all_ways or difference.way != "precision"]
            finer += len(found) - len(shown)
            if not shown:
                continue
            if told:
                click.echo()
            told += len(shown)
            counted = {}
            if isinstance(account, MeetingAccount) and any(d.field.field == "ordinal" for d in shown):
                parties = account.countries[:2]
                meetings = pair.meetings if pair else book.meetings(*parties)
                counted = {account.id: counts(account, meetings)}
            texts = texts_of(book, {claim.document_id for difference in shown for claim in difference.claims})
            screen.show(conflict_lines(shown, counted, texts, country_name))
    if not told and not finer:
        click.echo("shuttle: no two sources differ on any field.", err=True)
    elif finer and not as_json:
        click.echo(f"\n{count(finer, 'field')} more that some sources give more precisely: --all shows them.")


COMMANDS: tuple[click.Command, ...] = (add, meetings, conflicts, show)
