"""A place where somebody is bound, and where what they are bound to begins and ends.

In:   the shape of a sentence and where an action begins in it.
Out:  the [start, end) of each action: up to the end of its clause, coordinated actions cut apart.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from shuttle.lexicons.verbs import action_verbs
from shuttle.reading.alternation import one_of
from shuttle.reading.encounters import Encounter
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR
from shuttle.reading.subjects import countries_of

__all__ = ["CONDITION", "CONDITIONS", "Bond", "actions_in", "parties_of", "stop_of"]


class Bond:
    """One place where somebody is bound: positions [start, end) of the action in a line."""

    __slots__ = ("asserted", "countries", "end", "line", "rule", "start", "strength", "verb")

    def __init__(
        self,
        line: Line,
        start: int,
        end: int,
        verb: tuple[int, int],
        strength: str,
        countries: tuple[str, ...],
        rule: str,
    ) -> None:
        self.line = line
        self.start = start
        self.end = end
        self.verb = verb
        self.strength = strength
        self.countries = countries
        self.rule = rule
        self.asserted: str | None = None


@functools.cache
def _split() -> re.Pattern[str]:
    actions = one_of(action_verbs())
    return re.compile(
        # First what `re` can skip to, then what followed it.
        r"(?:,|;| (?=a))(?:"
        # ", and that", ", as well as that", " and that", "; that"
        rf"(?:(?<=,)(?: and| as well as)|(?<= )(?:as well as|and)|(?<=;)) that (?=(?:he|she|they|it|both|the two|{ACTOR}) )"
        r"|(?:(?<=,)(?: and| as well as)|(?<= )(?:as well as|and)|(?<=;) and) (?:also |further |jointly |agreed |decided |pledged )?(?:to |on )(?=[a-z]+ )"
        # "on an order of steps: first a ceasefire, then negotiations, and after that ..."
        r"|(?<=[a-z],) (?:and )?(?:then|after that|finally) (?=[a-z]+ [a-z]+ )"
        # "on resuming talks, on widening trade", but "agreed on Monday, on the first trip in years"
        r"|(?<=[,;]) (?:also |further |jointly |agreed |decided |pledged )?(?:to (?=[a-z]+ )|on (?=[a-z]+ing ))"
        rf"|(?:(?<=,)(?: and| as well as|)|(?<= )(?:as well as|and)) (?:to )?(?=(?:further |jointly |actively |continue to )?(?:{actions}) (?!and |or ))"
        r")"
    )


# Where an action ends before its sentence does.
_END = re.compile(
    r"(?:;|,|\"| (?=a))"  # what `re` can skip to
    rf"(?:(?<=;)(?! (?:and )?to )|(?:(?<=,) |(?<= ))according to |(?<=,)\" |(?<=\") ?(?:{ACTOR})|(?<=,) (?:the )?(?:{ACTOR}|statement|readout|document|sources?|ministry) (?:also )?(?:said|added|stated|noted|reported|mentioned|read)"
    r"|(?<=,) (?:while|whereas|with the aim|which|who|where|but(?! also)|as|because|since|after|before|during which|adding|noting|saying|stressing)\b"
    rf"|(?<=,) with (?:{ACTOR}) [a-z]+ing\b"
    rf"|(?:(?<=,) |(?<= ))and (?:(?:{ACTOR}) (?:also )?(?:[a-z]+ed|[a-z]+ing|said|told|made|held|met|took|spoke|says)\b|(?:also )?(?:discussed|exchanged|expressed|welcomed|shared|reviewed|noted|stressed|emphasi[sz]ed|underlined|praised|thanked|condemned|urged|called|invited|reaffirmed|reiterated|pledged|agreed|decided|signed|announced|said|told|added|looked forward|hoped|congratulated|conveyed|explained|proposed|promised|vowed|recalled|underscored)\b))"
)
# "if they agree": nobody is bound.
CONDITION = re.compile(
    r"(?<![\w-])(?:if|unless|whether|in case|provided that|had (?:they|he|she|it)|den(?:y|ies|ied|ying)(?: that)?)(?![\w-])[^,;]{0,60}$"
)
#: One of these words is in every condition.
CONDITIONS = frozenset(["if", "unless", "whether", "case", "provided", "had", "deny", "denies", "denied", "denying"])


# ", which had been suspended for long, as soon as possible": the action goes on behind the aside.
_ASIDE = re.compile(r", (?:which|who|where)\b[^,;]{3,90}, (?=(?:as soon|by|in|at|and|on|within|to|with|for) )")


def stop_of(shape: str, body: int) -> int:
    """Return where an action that begins at ``body`` ends, without the marks behind it."""
    match = _END.search(shape, body + 3)
    while match and (aside := _ASIDE.match(shape, match.start())):
        match = _END.search(shape, aside.end())
    stop = match.start() if match else len(shape)
    return body + len(shape[body:stop].rstrip(" .,;:\"'"))


def actions_in(shape: str, body: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cut coordinated actions apart; each keeps at least three words."""
    first = body
    for match in _split().finditer(shape, body, stop):
        before, after = shape[first : match.start()], shape[match.end() : stop]
        if len(before.split()) < 2 or len(after.split()) < 2:
            continue
        if " to " not in match.group() and after.split()[0] in _TWO_MINDED:
            continue
        if match.group().strip() in (",", "and") and "that " in shape[body - 6 : body] and " to " not in match.group():
            # Inside "agreed that A and B", a bare verb may belong to A.
            continue
        yield first, match.start()
        first = match.end()
    if stop > first and (len(shape[first:stop].split()) > 1 or shape[first] >= "\ue000"):
        yield first, stop


# Verbs that are as often nouns or adjectives: after a bare "and" they begin nothing.
_TWO_MINDED = frozenset(
    [
        "open",
        "further",
        "end",
        "share",
        "exchange",
        "exchanges",
        "fund",
        "finance",
        "train",
        "return",
        "stop",
        "support",
        "work",
        "trade",
        "host",
        "visit",
        "help",
        "review",
        "fight",
        "export",
        "import",
        "process",
        "cut",
        "increase",
    ]
)


def parties_of(page: Page, subjects: list[Mention], main: Encounter | None) -> tuple[str, ...]:
    """Return the countries that the subjects of a verb bind; "the two sides" are those who met."""
    codes = list(countries_of(subjects))
    if main is None and not codes and len(page.common) == 2 and any(m.kind == "group" for m in subjects):
        return page.common  # "the two sides" where no meeting was read: the two that the document is about
    if any(m.kind == "group" and not m.countries for m in subjects) and main is not None:
        group = next(m for m in subjects if m.kind == "group" and not m.countries)
        chosen = main.countries
        if group.size and group.size < len(chosen):
            lands = list(dict.fromkeys(m.country for m in main.members if m.country))
            chosen = (lands or chosen)[: group.size] if len(lands) >= group.size else chosen[: group.size]
        codes += [c for c in chosen if c not in codes]
    return tuple(codes)
