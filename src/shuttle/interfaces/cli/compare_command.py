"""`shuttle compare`: what each side tells of one meeting, topic by topic."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from shuttle.interfaces.cli.opening import existing
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.terminal import Screen
from shuttle.interfaces.cli.trouble import Trouble

if TYPE_CHECKING:
    from shuttle.analysis.comparison import Comparison
    from shuttle.analysis.since_last import Changes
    from shuttle.ledger.ledger import Ledger

__all__ = ["COMMANDS"]

_WIDTH = 100


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--markdown", "as_markdown", is_flag=True, help="As Markdown tables.")
@click.option(
    "--since-last/--no-since-last",
    default=True,
    help="Also what changed since each side's last account.  [default: yes]",
)
@click.argument("name", metavar="MEETING")
@click.pass_context
def compare(
    context: click.Context, name: str, as_json: bool, as_markdown: bool, since_last: bool, ledger: str | None
) -> None:
    """Compare the accounts that the sides of a meeting gave of it, topic by topic.

    MEETING is its id, or how it begins (`shuttle meetings` lists them). A cell holds a side's own words or "not
    mentioned". Grades, the firmest first: agreed, decided to consult, shared the view, welcomed, discussed, explained,
    listened.
    """
    from shuttle.analysis.comparison import compare as compared
    from shuttle.lexicons.countries import country_name
    from shuttle.views.comparison import change_sections, comparison_markdown, comparison_table, heads, sections
    from shuttle.views.comparison_json import comparison_json
    from shuttle.views.markdown import escape

    with existing(context, ledger) as book:
        meeting = book.meeting(name)
        comparison = compared(meeting, [book.reading(document) for document in meeting.document_ids])
        changes = _changes(book, comparison) if since_last else []
    if not any(row.cells or row.others for row in comparison.topics) and not comparison.facts:
        raise Trouble(
            f"no document in the ledger is about {meeting.id}: it is only mentioned in passing. Add the sides' "
            "own accounts with `shuttle add PATH`; those that an older Shuttle read, add again."
        )
    if as_json:
        click.echo(json.dumps(comparison_json(comparison, changes), ensure_ascii=False).encode("utf-8"))
        return
    sheet = [*sections(comparison, country_name), *change_sections(comparison, changes, country_name)]
    if as_markdown:
        title, *sources = heads(comparison, country_name, changes)
        lines = [
            f"# {escape(title)}",
            "",
            *(f"- {escape(line)}" for line in sources),
            "",
            *comparison_markdown(sheet, 2),
        ]
        click.echo("\n".join(lines).encode("utf-8"))
        return
    screen = Screen(sys.stdout)
    screen.text("\n".join([*heads(comparison, country_name, changes), ""]))
    screen.text("\n".join(comparison_table(sheet, screen.width or _WIDTH)))
    if len(comparison.sides) < 2:
        _say_who_is_missing(comparison)


def _changes(book: Ledger, comparison: Comparison) -> list[Changes]:
    from shuttle.analysis.since_last import changes_since, last_before

    meeting = comparison.meeting
    if len(meeting.countries) < 2:
        return []
    others = book.meetings(*meeting.countries[:2])
    found = []
    for side in comparison.sides:
        earlier = last_before(meeting, others, side)
        if earlier:
            then = [book.reading(document) for document in earlier.document_ids]
            now = [book.reading(document) for document in meeting.document_ids]
            found.append(changes_since(side, earlier, then, meeting, now))
    return found


def _say_who_is_missing(comparison: Comparison) -> None:
    from shuttle.lexicons.countries import country_name

    names = " and ".join(country_name(code) for code in comparison.silent)
    click.echo(
        f"shuttle: nothing to compare with: the ledger holds no account of the meeting by {names}. "
        "Add it with `shuttle add PATH`.",
        err=True,
    )


COMMANDS: tuple[click.Command, ...] = (compare,)
