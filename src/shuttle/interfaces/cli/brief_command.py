"""`shuttle brief`: the brief on two countries, on paper or on the screen, as of today or of a day that is past."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from shuttle.interfaces.cli.opening import existing, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shuttle.ledger.ledger import Ledger
    from shuttle.views.brief import Sense
    from shuttle.views.paper.model import Paper

__all__ = ["COMMANDS"]

Format = Literal["md", "html", "docx", "pdf", "json"]
_FORMATS: tuple[Format, ...] = ("md", "html", "docx", "pdf", "json")
_SUFFIXES: dict[str, Format] = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx",
                                ".pdf": "pdf", ".json": "json"}  # fmt: skip
_BINARY = frozenset(("docx", "pdf"))


@click.command()
@ledger_option
@click.option("--format", "form", type=click.Choice(_FORMATS), help="What to write.  [else by the name of --out; md]")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write to FILE.")
@click.option("--for", "prepared_for", metavar="TEXT", help="Whom it is made for, for the cover.")
@click.option("--classification", metavar="TEXT", help="The marking on the cover and at the head of each page.")
@click.option(
    "--objective", "objectives", metavar="TEXT", multiple=True, help="An objective of the meeting; repeatable."
)
@click.option("--as-of", metavar="DATE", help="Speak from this day: as the ledger stood at its end (UTC).")
@click.option("--as-recorded", "sense", flag_value="recorded", help="With --as-of: as the ledger stood, or not at all.")
@click.option("--as-published", "sense", flag_value="published", help="With --as-of: by what was published by then.")
@click.option("--at-entry", metavar="N", type=click.IntRange(min=0), help="As the ledger stood after entry N.")
@click.argument("a")
@click.argument("b")
@click.pass_context
def brief(
    context: click.Context,
    a: str,
    b: str,
    form: Format | None,
    out: Path | None,
    prepared_for: str | None,
    classification: str | None,
    objectives: tuple[str, ...],
    as_of: str | None,
    sense: Literal["recorded", "published"] | None,
    at_entry: int | None,
    ledger: str | None,
) -> None:
    """Write the brief on two countries.

    With --as-of DATE it is the brief as the ledger gave it at the end of that day, whatever was added, withdrawn or
    judged since. A ledger that was begun later was not there on that day; then the brief speaks from the documents
    published by it. The cover says which. --as-published asks for the documents in any case, --as-recorded for the
    ledger.
    """
    from shuttle import __version__
    from shuttle.analysis.owed import owed
    from shuttle.analysis.plan import known_by, plan
    from shuttle.analysis.state import state
    from shuttle.lexicons.anniversaries import remembered
    from shuttle.lexicons.countries import all_countries, country_name, find_country
    from shuttle.lexicons.forum_calendar import coming_forums
    from shuttle.views.brief import Front
    from shuttle.views.brief import brief as paper_of
    from shuttle.views.briefing.proposed import proposed_meeting

    form = form or (_SUFFIXES.get(out.suffix.lower(), "md") if out else "md")
    one, other = two([find_country(a), find_country(b)])
    with existing(context, ledger) as book, _standing(book, as_of, sense, at_entry) as (then, day, meant, left_out):
        pair = then.pair(one, other)
        if not pair.sources:
            when = "" if meant == "today" else f", as of {day},"
            raise Trouble(
                f"the ledger holds nothing about {country_name(one)} and {country_name(other)}{when}. "
                "Add documents with `shuttle add PATH`; `shuttle meetings` lists what is there."
            )
        stands, due = state(pair, day), owed(pair, then.judgements(), day)
        forums, days = coming_forums(), remembered((one, other))
        alpha2 = {code: all_countries()[code].alpha2 for code in (one, other)}
        proposed = proposed_meeting(plan(stands, known_by(due, day), forums, days, alpha2), country_name)
        front = Front(__version__, meant, left_out, then.mark(), prepared_for, classification)
        paper = paper_of(
            stands,
            due,
            front,
            country_name=country_name,
            objectives=objectives,
            forums=forums,
            remembered=days,
            more={"programme": [proposed]} if proposed else {},
        )
    written = _written(paper, form)
    if out is not None:
        out.write_bytes(written)
        click.echo(f"shuttle: wrote {out}", err=True)
    elif form in _BINARY and sys.stdout.isatty():
        raise Trouble(f"{form} is no text for a terminal. Name a file: --out brief.{form}.")
    else:
        click.echo(written, nl=False)


@contextmanager
def _standing(
    book: Ledger, as_of: str | None, sense: Literal["recorded", "published"] | None, at_entry: int | None
) -> Iterator[tuple[Ledger, str, Sense, int]]:
    """Give the ledger to ask, the day to speak from, what that day means, and how many documents are left out."""
    if as_of is not None and not _is_day(as_of):
        raise Trouble(f"--as-of {as_of!r}: give a day that exists, such as 2026-01-13.")
    if sense is not None and (as_of is None or at_entry is not None):
        raise click.UsageError(f"--as-{sense} says how --as-of is meant: give a day with it, and no --at-entry.")
    if at_entry is not None:
        with book.then(entry=at_entry) as then:
            mark = then.mark()
            yield then, as_of or (mark.recorded_at[:10] if mark else today()), "entry", 0
        return
    if as_of is None or (sense is None and as_of >= today()):
        yield book, as_of or today(), "today", 0
        return
    mark = book.mark(as_of)
    if sense == "recorded" and mark is None:
        raise Trouble(
            f"the ledger held nothing on {as_of}: it was begun later. Without --as-recorded the brief speaks from the "
            "documents published by then."
        )
    if mark is not None and sense != "published":
        with book.then(entry=mark.entry) as then:
            yield then, as_of, "recorded", 0
        return
    with book.then(published_by=as_of) as then:
        yield then, as_of, "published", book.undated()


def _is_day(text: str) -> bool:
    from shuttle.errors import RecordError
    from shuttle.records.dates import check_date, precision

    try:
        return precision(check_date(text)) == "day"
    except RecordError:
        return False


def _written(paper: Paper, form: Format) -> bytes:
    """Return the paper as a file in this format; the libraries that write it are loaded only for it."""
    if form == "docx":
        from shuttle.views.paper.as_docx import as_docx

        return as_docx(paper)
    if form == "pdf":
        from shuttle.views.paper.as_pdf import as_pdf

        return as_pdf(paper)
    if form == "html":
        from shuttle.views.paper.as_html import as_html

        return as_html(paper).encode()
    if form == "json":
        from shuttle.views.paper.as_json import as_json

        return (json.dumps(as_json(paper), ensure_ascii=False, indent=2) + "\n").encode()
    from shuttle.views.paper.as_markdown import markdown

    return markdown(paper).encode()


COMMANDS: tuple[click.Command, ...] = (brief,)
