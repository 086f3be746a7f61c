"""An account as rows for a page: each value in words, who says so, and the way to the words.

In:   an account.
Out:  rows, one a field that some source gives; where sources differ, the versions side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shuttle.interfaces.desk.links import words_link
from shuttle.ledger.edits import EDITABLE
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import Account, CommitmentAccount, MeetingAccount, VisitAccount
from shuttle.records.claims import VALUE_RULES, Claim, FieldValue, Source
from shuttle.views.values import field_label, value_words
from shuttle.views.wording import capitalised, clean, day_words, publisher_words, shortened

__all__ = ["Row", "Said", "Version", "kind_of", "rows_of", "said_by", "source_name"]

# Shown in a form of their own, or of no use to a person.
_HIDDEN = frozenset({"date_text", "main", "code", "people", "sessions"})
_KINDS: tuple[tuple[type[Any], str], ...] = (
    (MeetingAccount, "meeting"),
    (VisitAccount, "visit"),
    (CommitmentAccount, "commitment"),
)
_MOST_WORDS = 280


@dataclass(frozen=True, slots=True)
class Said:
    """That a source says something, and in which words.

    Attributes:
        number: of the source in the account's list, from 1.
        who: the publisher.
        date: of publication, in words; empty if unknown.
        document: id.
        words: the first passage, shortened; empty if there is none.
        href: the way to it.
        rule: what read it.
        more: links to further passages.
    """

    number: int
    who: str
    date: str
    document: str
    words: str
    href: str
    rule: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One value with those who give it."""

    words: str
    said: tuple[Said, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A field.

    Attributes:
        versions: the ledger's own value first; one where sources agree.
        why: what the rule says that chose the value, where sources differ.
        editable: whether a person can give it another value.
        contested: whether sources differ on it in fact.
        judged: whether a person gave the value.
    """

    field: str
    label: str
    words: str
    versions: tuple[Version, ...]
    why: str
    editable: bool
    contested: bool
    judged: bool

    @property
    def differing(self) -> bool:
        """Whether sources differ, and cannot all have been right in turn."""
        return self.contested and len(self.versions) > 1

    @property
    def before(self) -> tuple[Version, ...]:
        """What was said of it before it came about: a plan that was carried out is no difference."""
        return () if self.contested else self.versions[1:]

    @property
    def said(self) -> tuple[Said, ...]:
        """Who gives the value that is taken."""
        return self.versions[0].said


def kind_of(account: Account) -> str:
    """Return what kind of record an account is, as `EDITABLE` calls it; empty for those that cannot be edited."""
    return next((name for kind, name in _KINDS if isinstance(account, kind)), "")


def rows_of(account: Account) -> tuple[Row, ...]:
    """Return the rows of ``account``, in the order of its fields."""
    editable = EDITABLE.get(kind_of(account), {})
    sources = {source.document_id: source for source in account.sources}
    contested = {value.field for value in account.differences}
    return tuple(
        _row(value, sources, value.field in editable, value.field in contested)
        for value in account.fields
        if value.field not in _HIDDEN and value.all_claims
    )


def _row(value: FieldValue, sources: dict[str, Source], editable: bool, contested: bool) -> Row:
    groups: dict[str, list[Claim]] = {}
    for claim in value.differing:
        groups.setdefault(value_words(value.field, claim.value, country_name), []).append(claim)
    words = value_words(value.field, value.value, country_name)
    versions = [Version(capitalised(words), said_by(value.claims, sources), taken=True)]
    versions += [
        Version(capitalised(other), said_by(claims, sources), taken=False)
        for other, claims in groups.items()
        if other != words
    ]
    return Row(
        field=value.field,
        label=capitalised(field_label(value.field)),
        words=capitalised(words),
        versions=tuple(versions),
        why=VALUE_RULES[value.rule],
        editable=editable,
        contested=contested,
        judged=value.rule == "a person's judgement",
    )


def source_name(source: Source) -> str:
    """Return what to call a source in few words: its publisher, else its title, else the name of its file.

    >>> source_name(Source("d-1", "in/nara.txt", None, None, None, None, None, None, "press"))
    'nara.txt'
    """
    if source.publisher:
        return publisher_words(source, country_name)
    return clean(source.title) if source.title else clean(source.source.rpartition("/")[2] or source.source)


def said_by(claims: Iterable[Claim], sources: dict[str, Source]) -> tuple[Said, ...]:
    """Return who makes ``claims``, each document once, with the way to its words."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    numbers = {document: number for number, document in enumerate(sources, 1)}
    return tuple(
        _said(numbers.get(document, 0), document, mine, sources.get(document)) for document, mine in by_document.items()
    )


def _said(number: int, document: str, claims: list[Claim], source: Source | None) -> Said:
    passages = list(dict.fromkeys(item for claim in claims for item in claim.evidence))
    links = tuple(words_link(document, item) for item in passages)
    return Said(
        number=number,
        who=source_name(source) if source else document,
        date=day_words(source.published) if source and source.published else "",
        document=document,
        words=shortened(passages[0].quote, _MOST_WORDS) if passages else "",
        href=links[0] if links else f"/documents/{document}",
        rule=clean(claims[0].rule),
        more=links[1:4],
    )
