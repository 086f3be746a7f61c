"""`shuttle review`: what the reader is unsure of, one at a time, one key each."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from shuttle.interfaces.cli.opening import because_options, codes_of, existing, person, today, two
from shuttle.interfaces.cli.settings import ledger_option
from shuttle.interfaces.cli.terminal import Screen
from shuttle.interfaces.cli.trouble import Trouble

if TYPE_CHECKING:
    from shuttle.analysis.reviewing import ReviewItem
    from shuttle.ledger.ledger import Ledger
    from shuttle.records.judgements import Judgement

__all__ = ["COMMANDS"]

_QUIT = frozenset("q\x03\x04")


@click.command()
@ledger_option
@because_options
@click.option("--list", "listed", is_flag=True, help="List the questions without asking.")
@click.option("--json", "as_json", is_flag=True, help="List them as JSON, one a line.")
@click.option("--accept", metavar="ITEM", help="Accept one item of the list.")
@click.option("--reject", metavar="ITEM", help="Reject one.")
@click.option("--choose", nargs=2, metavar="ITEM RECORD", help="Say which record is meant.")
@click.option("--edit", nargs=3, metavar="RECORD FIELD VALUE", help="Give a field another value.")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="At most so many.")
@click.argument("countries", nargs=-1, metavar="[A B]")
@click.pass_context
def review(
    context: click.Context,
    countries: tuple[str, ...],
    listed: bool,
    as_json: bool,
    accept: str | None,
    reject: str | None,
    choose: tuple[str, str] | None,
    edit: tuple[str, str, str] | None,
    limit: int,
    because: str | None,
    by: str | None,
    ledger: str | None,
) -> None:
    """Decide what the reader is unsure of: accept, edit, reject, next, undo, each with one key.

    With two countries also the values that were chosen for want of better are asked about. Where nobody
    can be asked (no terminal), the questions are listed, and answered with --accept, --reject, --choose
    and --edit.
    """
    codes = codes_of(countries)
    if len(codes) == 1:
        raise click.UsageError("give two countries, or none for all.")
    who = person(by)
    with existing(context, ledger) as book:
        if edit:
            _tell(book.judging(who).edit(*edit, because))
            return
        items = _items(book, codes, limit)
        if accept or reject or choose:
            _answer(book, items, who, because, accept, reject, choose)
        elif as_json:
            for item in items:
                click.echo(json.dumps(asdict(item), ensure_ascii=False).encode("utf-8"))
        elif listed or not sys.stdin.isatty():
            _list(book, items)
        else:
            _ask(book, items, who, because)


def _items(book: Ledger, codes: list[str], limit: int) -> tuple[ReviewItem, ...]:
    from shuttle.analysis.differences import differences_of
    from shuttle.analysis.owed import owed
    from shuttle.analysis.reviewing import review_items

    if not codes:
        return review_items(book.doubts(limit=limit))
    pair = book.pair(*two(codes))
    judgements = book.judgements()
    findings = {name for meeting in pair.meetings for name in meeting.findings}
    differences = [difference for meeting in pair.meetings for difference in differences_of(meeting)]
    proposed = [link for item in owed(pair, judgements, today()) for link in item.follow.proposed]
    accepted = [j.details["item"] for j in judgements if j.kind == "accept" and "item" in j.details]
    return review_items(book.doubts(findings, limit), differences, proposed, accepted)[:limit]


def _list(book: Ledger, items: tuple[ReviewItem, ...]) -> None:
    screen = Screen(sys.stdout)
    for item in items:
        _show(book, item, screen)
    told = f"{len(items)} to review." if items else "Nothing is left to review."
    click.echo(told)


def _answer(
    book: Ledger,
    items: tuple[ReviewItem, ...],
    who: str,
    because: str | None,
    accept: str | None,
    reject: str | None,
    choose: tuple[str, str] | None,
) -> None:
    by_id = {item.id: item for item in items}
    for name in filter(None, (accept, reject, choose[0] if choose else None)):
        if name not in by_id:
            raise Trouble(f"no item is called {name!r}. `shuttle review --list` lists them.")
    if accept:
        _tell(_accept(book, by_id[accept], who, because))
    if reject:
        _tell(_reject(book, by_id[reject], who, because))
    if choose:
        _tell(book.judging(who).same(by_id[choose[0]].record, choose[1], because))


def _accept(book: Ledger, item: ReviewItem, who: str, because: str | None) -> Judgement:
    judging = book.judging(who)
    if item.kind == "link" and item.account and item.field:
        return judging.link(item.record, item.account, item.field, because)
    return judging.accept(item.record, because, item=item.id)


def _reject(book: Ledger, item: ReviewItem, who: str, because: str | None) -> Judgement:
    judging = book.judging(who)
    if "reject" not in item.answers:
        raise Trouble(f"{item.id} cannot be rejected; it can be answered with {', '.join(item.answers)}.")
    if item.kind == "placed" and item.account:
        return judging.different(item.record, item.account, because)
    if item.kind == "link" and item.account:
        return judging.link(item.record, item.account, "unrelated", because)
    return judging.reject(item.record, because)


def _ask(book: Ledger, items: tuple[ReviewItem, ...], who: str, because: str | None) -> None:
    screen = Screen(sys.stdout)
    done: list[tuple[int, Judgement]] = []
    position = 0
    while position < len(items):
        item = items[position]
        _show(book, item, screen)
        click.echo(f"[{position + 1} of {len(items)}] {_keys(item)}: ", nl=False)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "")
        if key in _QUIT:
            break
        if key == "u":
            if done:
                position, judgement = done.pop()
                _tell(book.judging(who).undo(judgement.entry))
            else:
                click.echo("Nothing was decided yet.")
            continue
        try:
            decided = _decided(book, item, key, who, because)
        except click.ClickException as error:
            error.show()
            continue
        if decided is not None:
            done.append((position, decided))
            _tell(decided)
        elif key != "n":
            continue
        position += 1
    click.echo(f"{len(done)} decided.")


def _decided(book: Ledger, item: ReviewItem, key: str, who: str, because: str | None) -> Judgement | None:
    from shuttle.errors import ShuttleError

    try:
        if key == "a" and "accept" in item.answers:
            return _accept(book, item, who, because)
        if key == "r":
            return _reject(book, item, who, because)
        if key.isdecimal() and 0 < int(key) <= len(item.choices):
            return book.judging(who).same(item.record, item.choices[int(key) - 1], because)
        if key == "e" and item.account and item.kind != "link":
            field = item.field or click.prompt("Field")
            return book.judging(who).edit(item.account, field, click.prompt(f"Value of {field}"), because)
    except ShuttleError as error:
        raise Trouble(str(error)) from error
    return None


def _keys(item: ReviewItem) -> str:
    keys = ["a accept"] if "accept" in item.answers else []
    if item.choices:
        keys.append("1 choose" if len(item.choices) == 1 else f"1-{len(item.choices)} choose")
    if item.account and item.kind != "link":
        keys.append("e edit")
    if "reject" in item.answers:
        keys.append("r reject")
    return ", ".join([*keys, "n next", "u undo", "q quit"])


def _show(book: Ledger, item: ReviewItem, screen: Screen) -> None:
    from shuttle.lexicons.countries import country_name
    from shuttle.records.accounts import FindingRecord
    from shuttle.records.documents import Document
    from shuttle.views.record import account_title, source_words
    from shuttle.views.text_lines import TextLine, context_line

    lines = [TextLine("title", 0, item.question), TextLine("note", 0, item.id)]
    record = book.record(item.record)
    if isinstance(record, FindingRecord):
        text = book.text(record.source.document_id)
        lines.append(TextLine("detail", 1, source_words(record.source, country_name)))
        lines.extend(context_line(1, passage, text) for passage in record.finding.evidence[:2])
    elif isinstance(record, Document):
        lines.append(TextLine("detail", 1, f"{record.id}: {record.title or record.source}"))
    lines.extend(TextLine("issue", 1, reason) for reason in item.reasons)
    if item.kind == "link":
        lines.append(TextLine("issue", 1, f"Shuttle proposes: {item.field}"))
    named = {"placed": (item.account,), "value": (item.account,), "link": (item.record, item.account)}
    for number, name in enumerate(named.get(item.kind, item.choices), 1):
        if name is None:
            continue
        account = book.record(name)
        if not isinstance(account, (FindingRecord, Document)):
            mark = f"{number} " if item.choices else ""
            lines.append(TextLine("entry", 1, f"{mark}{account.id}: {account_title(account, country_name)}"))
            if item.kind == "value" and item.field:
                from shuttle.views.values import field_label, value_words

                for claim in account.field(item.field).all_claims:
                    label = field_label(item.field)
                    said = value_words(item.field, claim.value, country_name)
                    where = source_words(account.source(claim.document_id), country_name)
                    lines.append(TextLine("detail", 2, f"{label}: {said} ({where})"))
    lines.append(TextLine("blank", 0, ""))
    screen.show(lines)


def _tell(judgement: Judgement) -> None:
    click.echo(f"Recorded as entry {judgement.entry} ({judgement.kind}).")


COMMANDS: tuple[click.Command, ...] = (review,)
