"""Read what the user gave: documents one after the other, each refusal said, none ending the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from shuttle.errors import DocumentError, RecordError, ShuttleError
from shuttle.interfaces.cli.settings import debugging
from shuttle.interfaces.cli.trouble import say_refused

if TYPE_CHECKING:
    from shuttle.records.readings import Reading

__all__ = ["Inputs", "reading_options"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Inputs:
    """The documents that a command was given.

    Attributes:
        refused: how many were not read so far; each was said on standard error.
    """

    paths: Sequence[str]
    published: str | None = None
    max_mb: float | None = None
    refused: int = 0

    def readings(self) -> Iterator[Reading]:
        """Yield the reading of each document, in order, as soon as it is read.

        Raises:
            click.BadParameter: ``--published`` is no date.
        """
        from shuttle.documents.loading import MAX_BYTES, load_documents
        from shuttle.documents.refusals import Refusal
        from shuttle.reading.reader import default_reader

        limit = int(self.max_mb * 1_000_000) if self.max_mb else MAX_BYTES
        try:
            found = load_documents(self.paths, published=self.published, limit=limit)
        except RecordError as error:
            raise click.BadParameter(str(error), param_hint="--published") from error
        reader = default_reader()
        try:
            for item in found:
                if isinstance(item, Refusal):
                    self.refuse(item.source, item.message)
                    continue
                try:
                    reading = reader.read(item)
                except Exception as error:
                    # One document that a reader stumbles over must not keep the others from being read.
                    if debugging():
                        raise
                    self.refuse(item.source, _reason(error))
                    continue
                yield reading
        except DocumentError as error:
            self.refused += 1
            click.echo(f"shuttle: {error}", err=True)

    def refuse(self, source: str, reason: str) -> None:
        """Count an input that was not read, and say so."""
        self.refused += 1
        say_refused(source, reason)


def _reason(error: Exception) -> str:
    if isinstance(error, ShuttleError):
        return str(error)
    return f"a fault of Shuttle's own ({type(error).__name__}: {error}). Please report it; SHUTTLE_DEBUG=1 shows where."


def reading_options(command: _Command) -> _Command:
    """Add the arguments that `read` and `add` share."""
    for option in (
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
        click.option("--published", metavar="DATE", help="When they were published, over what they say themselves."),
        click.option(
            "--max-mb",
            type=click.FloatRange(min=0.001, max=2000),
            envvar="SHUTTLE_MAX_MB",
            help="Refuse documents of this size or more.  [default: 20]",
        ),
    ):
        command = option(command)
    return command
