"""One account as lines for a terminal: its values, who claims what, and the words in their context.

In:   an account, and the texts of the documents it rests on.
Out:  lines; every claim is followed by its words with some text before and after.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from shuttle.records.accounts import (
    Account,
    CommitmentAccount,
    FindingRecord,
    MeetingAccount,
    NextStepAccount,
    OutcomeAccount,
    StatementAccount,
    VisitAccount,
)
from shuttle.records.claims import VALUE_RULES, Claim, FieldValue, Source
from shuttle.views.reading_text import finding_lines
from shuttle.views.text_lines import TextLine, context_line, quote_line
from shuttle.views.values import field_label, value_words
from shuttle.views.wording import (
    EFFECTS,
    CountryName,
    and_list,
    capitalised,
    clean,
    count,
    date_words,
    day_words,
    person_words,
    place_words,
    publisher_words,
    quoted,
    shortened,
)

__all__ = ["account_title", "finding_record_lines", "record_lines", "source_words"]

# Shown with their own claims already, or of no use to a person.
_HIDDEN = {"date_text", "main", "code"}


def record_lines(account: Account, texts: Mapping[str, str], country_name: CountryName) -> Iterator[TextLine]:
    """Yield the lines that show ``account``.

    Args:
        account: what to show.
        texts: the text of each document by its id; words of a document that is missing are shown
            without their context.
        country_name: from an alpha-3 code to a name.
    """
    yield TextLine("title", 0, account_title(account, country_name))
    yield TextLine("note", 0, f"{account.id}, from {count(len(account.sources), 'document')}")
    sources = {source.document_id: source for source in account.sources}
    for values in _together(account.fields):
        yield TextLine("blank", 0, "")
        for value in values:
            yield TextLine("entry", 0, _value_line(value, country_name))
        first = values[0]
        if first.differing:
            yield TextLine("issue", 1, f"Sources differ. Chosen because: {VALUE_RULES[first.rule]}")
        for claim in first.all_claims:
            yield TextLine("detail", 1, _claim_words(claim, first, sources, country_name))
            for item in claim.evidence:
                text = texts.get(claim.document_id)
                yield context_line(2, item, text) if text is not None else quote_line(2, item)
    yield TextLine("blank", 0, "")
    yield TextLine("heading", 0, "Sources")
    for source in account.sources:
        yield TextLine("detail", 1, f"{source.document_id}: {source_words(source, country_name)}")
    yield from _judgements(account)


def account_title(account: Account, country_name: CountryName) -> str:
    """Return one line that says what the account is of."""
    if isinstance(account, MeetingAccount):
        parties = and_list(map(country_name, account.countries)) or "parties not named"
        place = place_words(account.place, country_name) if account.place else ""
        parts = [f"meeting of {parties}", date_words(account.start, account.end), place, account.status]
    elif isinstance(account, VisitAccount):
        kind = f"{account.visit_class} visit" if account.visit_class else "visit"
        who = person_words(account.person, country_name)
        where = country_name(account.to_country)
        parts = [f"{kind} of {who} to {where}", date_words(account.start, account.end), account.status]
    elif isinstance(account, CommitmentAccount):
        by = and_list(map(country_name, account.by)) or "parties not named"
        parts = [f"commitment of {by}", account.strength, quoted(shortened(account.action, 120))]
    elif isinstance(account, StatementAccount):
        on = date_words(account.said_on) if account.said_on else ""
        parts = [
            f"statement of {person_words(account.speaker, country_name)}",
            on,
            quoted(shortened(account.text, 120)),
        ]
    elif isinstance(account, OutcomeAccount):
        when = date_words(account.when) if account.when else ""
        who = and_list(map(country_name, account.by))
        parts = [f"outcome ({EFFECTS[account.effect]})", who, when, quoted(shortened(account.text, 120))]
    else:
        step: NextStepAccount = account
        when = date_words(step.when) if step.when else ""
        parts = [
            f"next step ({step.kind})",
            and_list(map(country_name, step.by)),
            when,
            quoted(shortened(step.text, 120)),
        ]
    return capitalised(clean(", ".join(part for part in parts if part)))


def source_words(source: Source, country_name: CountryName) -> str:
    """Return who published a source, when, and under which title."""
    date = day_words(source.published) if source.published else "no date"
    title = f", {quoted(source.title)}" if source.title and source.title != source.name else ""
    return f"{publisher_words(source, country_name)}, {date}{title}"


def _together(fields: Iterable[FieldValue]) -> list[list[FieldValue]]:
    """Group the fields that rest on the same words, so that these are shown once; a field that differs stands alone."""
    groups: dict[Hashable, list[FieldValue]] = {}
    for value in fields:
        if value.field in _HIDDEN or not value.all_claims:
            continue
        words = tuple(
            (claim.document_id, tuple(sorted((e.start, e.end) for e in claim.evidence))) for claim in value.claims
        )
        groups.setdefault(value.field if value.differing else words, []).append(value)
    return list(groups.values())


def _value_line(value: FieldValue, country_name: CountryName) -> str:
    return f"{capitalised(field_label(value.field))}: {value_words(value.field, value.value, country_name)}"


def _claim_words(claim: Claim, value: FieldValue, sources: Mapping[str, Source], country_name: CountryName) -> str:
    source = sources.get(claim.document_id)
    who = publisher_words(source, country_name) if source else claim.document_id
    date = f", {day_words(source.published)}" if source and source.published else ""
    says = "" if claim.value == value.value else f": {value_words(claim.field, claim.value, country_name)}"
    return f"{who}{date}{says} (rule {clean(claim.rule)})"


def _judgements(account: Account) -> Iterator[TextLine]:
    told = [entry for entry in account.memberships if entry.reasons and len(account.findings) > 1]
    if told:
        yield TextLine("blank", 0, "")
        yield TextLine("heading", 0, "Why these findings are one record")
    for entry in told:
        reasons = "; ".join(map(clean, entry.reasons))
        yield TextLine("detail", 1, f"{entry.finding}: {reasons} ({clean(entry.method)}, {entry.score:.2f})")


def finding_record_lines(record: FindingRecord, country_name: CountryName) -> Iterator[TextLine]:
    """Yield the lines of one finding as its document tells it, and the account that holds it."""
    yield from finding_lines(record.finding, country_name)
    yield TextLine("blank", 0, "")
    rule = f"{record.finding.id}, found by rule {clean(record.finding.rule)}"
    yield TextLine("note", 0, f"{rule}, in {record.source.document_id}: {source_words(record.source, country_name)}")
    if record.account:
        yield TextLine(
            "note", 0, f"Part of {record.account}: `shuttle show {record.account}` shows all that is said of it."
        )
