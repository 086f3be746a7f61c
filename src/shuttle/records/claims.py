"""What a source claims of an event, and the value that Shuttle takes from several claims.

Two claims of the same field may differ; both are kept. A value is always one that some source
claims, chosen under a named rule, never an average.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from shuttle.records.documents import PublishedBasis
from shuttle.records.evidence import Evidence

__all__ = ["VALUE_RULES", "Claim", "FieldValue", "Source", "SourceKind", "ValueRule"]

SourceKind = Literal["government", "press", "aggregator"]

ValueRule = Literal[
    "no claim",
    "only one claim",
    "claims agree",
    "all claims together",
    "held over planned",
    "both sides over one side",
    "government over press",
    "named official over press",
    "press over aggregator",
    "more precise",
    "more independent sources",
    "earlier publication",
    "smaller document id",
    "a person's judgement",
]

# What each rule says, for a reader of the brief.
VALUE_RULES: dict[ValueRule, str] = {
    "no claim": "No source gives this field.",
    "only one claim": "One source gives this field.",
    "claims agree": "Every source that gives this field gives this value, each to its own precision.",
    "all claims together": "The field is a list; each entry that some source gives is in it.",
    "held over planned": "What is told of the meeting as held outranks what was planned for it.",
    "both sides over one side": "The governments of two parties say so; of the other value at most one does.",
    "government over press": "A party's government says so; the other value comes from elsewhere.",
    "named official over press": "A named official is quoted with it; the other value comes without such a name.",
    "press over aggregator": "The press reports it; the other value comes from an aggregator.",
    "more precise": "It is the more precise of two values.",
    "more independent sources": "More sources give it; copied text counts once.",
    "earlier publication": "All else being equal, its source was published first.",
    "smaller document id": "All else being equal, its document's id comes first: an arbitrary but stable choice.",
    "a person's judgement": "Somebody decided so and gave a reason; the history has it, and it can be taken back.",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the origin of claims; its text stays in the ledger.

    Attributes:
        document_id: the document's id.
        source: the path, address or corpus line id it was read from.
        side: alpha-3 code of the government that issued it; None for the press and when unknown.
        published: day, month or year of publication; None when unknown.
        published_basis: how ``published`` is known; None exactly when ``published`` is None.
        kind: who speaks: a government, the press, or an aggregator that collects both.
        text_key: equal for two documents whose texts read the same but for white space, case and
            punctuation: copied text, which counts as one source.
    """

    document_id: str
    source: str
    title: str | None
    publisher: str | None
    side: str | None
    published: str | None
    published_basis: PublishedBasis | None
    url: str | None
    kind: SourceKind
    text_key: str = ""

    @property
    def name(self) -> str:
        """What to call it in a list of sources: publisher, else title, else where it was read from."""
        return self.publisher or self.title or self.source


@dataclass(frozen=True, slots=True)
class Claim:
    """One field of one finding: document D says that ``field`` is ``value``, in these words.

    Attributes:
        id: ``<finding id>.<field>``, with ``.<n>`` for one entry of a list.
        finding: id of the finding it belongs to.
        field: the field's name in the finding.
        value: as the finding holds it: text, number, date, `Person`, `Place`, or a tuple of those.
        evidence: the passages that support the field; those of the whole finding where none names it.
        document_id: whose words these are.
        rule: the rule, model or person that read them.
    """

    id: str
    finding: str
    field: str
    value: Any
    evidence: tuple[Evidence, ...]
    document_id: str
    rule: str


@dataclass(frozen=True, slots=True)
class FieldValue:
    """The value that a field has under a named rule, and every claim of it.

    Attributes:
        field: the field's name.
        value: None exactly when no claim supports one.
        rule: the rule that decided against the next best value.
        claims: those that agree with ``value``, the best source first.
        differing: those that do not, the best source first.
    """

    field: str
    value: Any
    rule: ValueRule
    claims: tuple[Claim, ...] = ()
    differing: tuple[Claim, ...] = ()

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """Supporting claims, then differing ones."""
        return self.claims + self.differing

    @property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """The passages that support the value, each with its document's id, none twice."""
        return tuple(dict.fromkeys((claim.document_id, item) for claim in self.claims for item in claim.evidence))
