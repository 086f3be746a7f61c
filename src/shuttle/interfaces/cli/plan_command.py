"""`shuttle plan` and `shuttle calendar`: the next meeting proposed, and what was and is to come, as a calendar."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shuttle.interfaces.cli.opening import codes_of, existing, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.terminal import Screen
from shuttle.interfaces.cli.trouble import Trouble

if TYPE_CHECKING:
    from shuttle.analysis.owed import Owed
    from shuttle.analysis.plan import Plan
    from shuttle.ledger.ledger import Ledger
    from shuttle.lexicons.forum_calendar import ForumMeeting
    from shuttle.records.accounts import MeetingAccount, PairAccount, VisitAccount
    from shuttle.views.calendar_entries import Entry

__all__ = ["COMMANDS"]

_MOST_BYTES = 20_000_000


@click.command()
@ledger_option
@click.option("--from", "since", metavar="DATE", help="No day before this.")
@click.option("--until", metavar="DATE", help="No day after this.")
@click.option("--as-of", metavar="DATE", help="Plan as on that day.  [default: today]")
@click.option("--forums", metavar="FILE", help="More meetings of forums, in CSV or iCalendar (docs/planning.md).")
@click.option(
    "--ics", "ics_file", metavar="FILE", help="Also write proposals, planned meetings and commitments as iCalendar."
)
@click.option("--all", "everything", is_flag=True, help="The whole agenda.  [always in JSON]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with the words behind every part.")
@click.argument("a")
@click.argument("b")
@click.pass_context
def plan(
    context: click.Context,
    a: str,
    b: str,
    since: str | None,
    until: str | None,
    as_of: str | None,
    forums: str | None,
    ics_file: str | None,
    everything: bool,
    as_json: bool,
    ledger: str | None,
) -> None:
    """Propose the next meeting of two countries: host, days, agenda, programme, each with its reason.

    Nothing in it is announced unless it says so. FILE of --ics may be one that an earlier plan wrote: what has
    changed gets a greater SEQUENCE, what has not stays, and what somebody else put into it stays too.
    """
    from shuttle.lexicons.countries import country_name
    from shuttle.views.calendar_entries import pair_label, proposal_entries
    from shuttle.views.plan_json import plan_json
    from shuttle.views.plan_text import plan_lines

    one, other = two(codes_of((a, b)))
    day = _day(as_of)
    more = _forums(forums)
    before = _before(ics_file)
    with existing(context, ledger) as book:
        pair = book.pair(one, other)
        if not pair.sources:
            raise _nothing(country_name(one), country_name(other))
        found, owed = _plan(book, pair, day, since, until, more)
        if ics_file:
            named = {item.id for item in found.announced}
            meetings = [meeting for meeting in pair.meetings if meeting.id in named]
            visits = [visit for visit in pair.visits if visit.id in named]
            entries, _ = _entries(book, pair_label((one, other)), meetings, visits, owed, before)
            proposals = () if found.fixed else proposal_entries(found, country_name)
            _write(ics_file, (*entries, *proposals), day, before)
    if as_json:
        click.echo(json.dumps(plan_json(found), ensure_ascii=False).encode("utf-8"))
    else:
        Screen(sys.stdout).show(plan_lines(found, country_name, everything=everything))
    if ics_file:
        click.echo(f"shuttle: wrote {ics_file}.", err=True)


@click.command()
@ledger_option
@click.option("--as-of", metavar="DATE", help="The life of commitments as on that day.  [default: today]")
@click.argument("a")
@click.argument("b")
@click.pass_context
def calendar(context: click.Context, a: str, b: str, as_of: str | None, ledger: str | None) -> None:
    """Write the meetings, visits and commitments of two countries as an iCalendar file, to standard output.

    What is known to the month alone has no day: such meetings are left out and counted on standard error.
    """
    from shuttle.analysis.owed import owed
    from shuttle.analysis.plan import known_by
    from shuttle.lexicons.countries import country_name
    from shuttle.views.calendar_entries import pair_label
    from shuttle.views.ics import ics

    one, other = two(codes_of((a, b)))
    day = _day(as_of)
    with existing(context, ledger) as book:
        pair = book.pair(one, other)
        if not pair.sources:
            raise _nothing(country_name(one), country_name(other))
        stands = known_by(owed(pair, book.judgements(), day), day)
        entries, lost = _entries(book, pair_label((one, other)), pair.meetings, pair.visits, stands, None)
    click.echo(ics(entries, _stamp(day)), nl=False)
    for words in lost:
        click.echo(f"shuttle: {words}", err=True)


def _nothing(one: str, other: str) -> Trouble:
    return Trouble(
        f"the ledger holds nothing about {one} and {other}. "
        "Add documents with `shuttle add PATH`; `shuttle meetings` lists what is there."
    )


def _day(given: str | None) -> str:
    """Return the day of the plan."""
    from shuttle.records.dates import check_date, last_day

    return last_day(check_date(given)).isoformat() if given else today()


def _forums(given: str | None) -> tuple[ForumMeeting, ...]:
    from shuttle.lexicons.forum_calendar import forums_from

    return forums_from(given, _read(given)) if given else ()


def _read(name: str) -> bytes:
    path = Path(name)
    if not path.is_file():
        raise Trouble(f"there is no file {name}. Name one that is there.")
    if path.stat().st_size > _MOST_BYTES:
        raise Trouble(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB. Name a calendar.")
    return path.read_bytes()


def _before(name: str | None) -> bytes | None:
    """Return the file as it is; None if there is none yet."""
    if name and not Path(name).parent.is_dir():
        raise Trouble(f"there is no folder {Path(name).parent}. Make it, or name a file elsewhere.")
    return _read(name) if name and Path(name).exists() else None


def _plan(
    book: Ledger, pair: PairAccount, day: str, since: str | None, until: str | None, more: tuple[ForumMeeting, ...]
) -> tuple[Plan, tuple[Owed, ...]]:
    from shuttle.analysis.owed import owed
    from shuttle.analysis.plan import known_by
    from shuttle.analysis.plan import plan as plan_of
    from shuttle.analysis.state import state
    from shuttle.lexicons.anniversaries import remembered
    from shuttle.lexicons.countries import all_countries
    from shuttle.lexicons.forum_calendar import coming_forums

    stands = tuple(known_by(owed(pair, book.judgements(), day), day))
    alpha2 = {code: all_countries()[code].alpha2 for code in pair.countries}
    forums = (*coming_forums(), *more)
    return plan_of(state(pair, day), stands, forums, remembered(pair.countries), alpha2, since, until), stands


def _entries(
    book: Ledger,
    label: str,
    meetings: Iterable[MeetingAccount],
    visits: Iterable[VisitAccount],
    owed: Iterable[Owed],
    before: bytes | None,
) -> tuple[tuple[Entry, ...], list[str]]:
    """Return the entries of accounts, and in words what has no day in them."""
    from shuttle.lexicons.countries import country_name
    from shuttle.lexicons.time_zones import zone_of
    from shuttle.views.calendar_entries import commitment_entries, event_entries
    from shuttle.views.ics import known_uids
    from shuttle.views.wording import count

    known = known_uids(before)
    changes = _changes(book)
    events, left = event_entries(meetings, visits, label, country_name, zone_of, changes, known)
    tasks, vague = commitment_entries(owed, label, country_name, changes, known)
    lost = []
    if left:
        lost.append(f"left out {count(left, 'meeting or visit', 'meetings and visits')} without a day.")
    if vague:
        lost.append(f"{count(vague, 'commitment')} due in a month or a year: without a due day, in words.")
    return (*events, *tasks), lost


def _changes(book: Ledger) -> Callable[[str], int]:
    """Return how often an account was changed since it was recorded: entries never go, so the count never falls."""
    return lambda account: max(len(book.history(account)) - 1, 0)


def _stamp(day: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC)


def _write(name: str, entries: tuple[Entry, ...], day: str, before: bytes | None) -> None:
    """Write the calendar whole or not at all."""
    from shuttle.views.ics import ics

    content = ics(entries, _stamp(day), before)
    path = Path(name)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


COMMANDS: tuple[click.Command, ...] = (plan, calendar)
