"""Where sources differ, as lines for a terminal: each version with its words, and how Shuttle's value was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from shuttle.analysis.counting import RULES, Count, rules_giving
from shuttle.analysis.differences import WAYS, Difference
from shuttle.records.claims import VALUE_RULES
from shuttle.views.record import account_title, source_words
from shuttle.views.text_lines import TextLine, context_line, quote_line
from shuttle.views.values import field_label, value_words
from shuttle.views.wording import CountryName, and_list, capitalised, clean

__all__ = ["conflict_lines", "count_lines"]


def conflict_lines(
    differences: Sequence[Difference],
    counts: Mapping[str, Sequence[Count]],
    texts: Mapping[str, str],
    country_name: CountryName,
) -> Iterator[TextLine]:
    """Yield the lines for ``differences``, those of one record under its title.

    Args:
        differences: those of one record next to each other.
        counts: by the id of a meeting, how often the parties had met, for what sources say of that.
        texts: the text of each document by its id, for the words in their context.
        country_name: from an alpha-3 code to a name.
    """
    last = ""
    for difference in differences:
        account = difference.account
        if account.id != last:
            if last:
                yield TextLine("blank", 0, "")
            yield TextLine("title", 0, account_title(account, country_name))
            yield TextLine("note", 0, account.id)
            last = account.id
        field = difference.field
        label = capitalised(field_label(field.field))
        value = value_words(field.field, field.value, country_name)
        yield TextLine("entry", 1, f"{label}: {WAYS[difference.way]}. Shuttle takes {value}.")
        yield TextLine("issue", 2, f"Rule “{field.rule}”: {VALUE_RULES[field.rule]}")
        for version in difference.versions:
            yield TextLine("detail", 2, value_words(field.field, version.value, country_name))
            for claim in version.claims:
                source = account.source(claim.document_id)
                yield TextLine("note", 3, f"{source_words(source, country_name)} (rule {clean(claim.rule)})")
                for item in claim.evidence[:1]:
                    text = texts.get(claim.document_id)
                    yield context_line(3, item, text) if text is not None else quote_line(3, item)
        if field.field == "ordinal" and counts.get(account.id):
            yield from count_lines(counts[account.id], [v.value for v in difference.versions], country_name)


def count_lines(
    counted: Sequence[Count], claimed: Iterable[int], country_name: CountryName, depth: int = 2
) -> Iterator[TextLine]:
    """Yield which rule of counting gives each number that a source claims, and what the other rules give."""
    yield TextLine("issue", depth, "Counted by Shuttle among the meetings on record:")
    for number in claimed:
        giving = rules_giving(number, counted)
        label = value_words("ordinal", number, country_name)
        if giving:
            told = "; ".join(dict.fromkeys(_rule_words(count, country_name) for count in giving))
            yield TextLine("detail", depth + 1, f"{label}: {told}")
        else:
            yield TextLine("detail", depth + 1, f"{label}: under no rule, among the meetings on record")
    told_of = set(claimed)
    others: dict[int, list[str]] = {}
    for count in counted:
        if count.number not in told_of:
            others.setdefault(count.number, []).append(_rule_words(count, country_name))
    for number, rules in sorted(others.items()):
        label = value_words("ordinal", number, country_name)
        yield TextLine("detail", depth + 1, f"{label}: {'; '.join(rules)}")


def _rule_words(count: Count, country_name: CountryName) -> str:
    scope = {"person": "of these two leaders", "office": "of the two offices"}.get(count.scope)
    if scope is None:
        scope = f"of {and_list([country_name(count.scope)])}'s leader with whoever led the other country"
    return f"meetings {scope}, {RULES[count.rule]}"
