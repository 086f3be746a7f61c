"""Every error Shuttle raises on purpose, in one tree.

A message names the thing, shows the value and gives the way out. Whatever is not a
`ShuttleError` is a fault of Shuttle's own. Exit codes of the command line follow the
tree: 2 for what the user can mend, 1 for the rest.
"""

__all__ = [
    "DecidedMeanwhileError",
    "DocumentError",
    "EvidenceError",
    "JudgementError",
    "LedgerError",
    "LexiconError",
    "PaperError",
    "RecordError",
    "SearchError",
    "ShuttleError",
    "UnknownCountryError",
    "UnknownRecordError",
]


class ShuttleError(Exception):
    """The root: catch this to catch all that Shuttle raises on purpose."""


class RecordError(ShuttleError):
    """A record was built from values that contradict each other."""


class EvidenceError(RecordError):
    """A finding's words do not stand in its document where it says they do."""


class DocumentError(ShuttleError):
    """A file, page or corpus line could not be turned into a document."""


class LexiconError(ShuttleError):
    """A lexicon file is missing, malformed or contradicts another."""


class UnknownCountryError(ShuttleError):
    """A country was asked for that no lexicon knows."""


class LedgerError(ShuttleError):
    """The ledger could not be opened, read or written."""


class UnknownRecordError(LedgerError):
    """A record was asked for that the ledger does not hold."""


class JudgementError(LedgerError):
    """A judgement cannot be recorded or taken back: it contradicts another, or there is none such."""


class DecidedMeanwhileError(JudgementError):
    """Others judged the same record after the state that a judgement was made on; nothing was recorded.

    Attributes:
        entries: the numbers of what they judged, the first first.
    """

    def __init__(self, message: str, entries: tuple[int, ...]) -> None:
        super().__init__(message)
        self.entries = entries


class SearchError(ShuttleError):
    """A search was asked for that cannot be answered: no word in it, too many, or an unknown kind."""


class PaperError(ShuttleError):
    """A paper was asked for in a form that cannot be written here: a library is missing."""
