"""Taking documents in while a browser waits: one after the other, in the background, with progress to be watched.

In:   texts, files and addresses that somebody gave.
Out:  a job with what has happened so far: each document with what was found, what is new, what conflicts; each refusal
      with its reason.

Jobs are kept in memory, the last of them only; what they kept is in the ledger.
"""

from __future__ import annotations

import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from shuttle.documents.loading import load_documents
from shuttle.documents.refusals import Refusal
from shuttle.errors import ShuttleError
from shuttle.interfaces.desk.settings import Settings
from shuttle.interfaces.desk.shelf import Shelf
from shuttle.ledger.ledger import Added, Ledger
from shuttle.records.documents import Document
from shuttle.records.readings import Reading
from shuttle.views.wording import clean, headline

__all__ = ["Desktop", "Given", "Job", "Kept", "Refused"]

_MOST_JOBS = 50
_MOST_DIFFERENCES = 12


@dataclass(frozen=True, slots=True)
class Given:
    """Something to be read: a file as it came, a pasted text, or what stands at an address.

    Attributes:
        name: what to call it.
        fetch: gives its bytes, and a name whose ending says of which kind they are.
        published: a date of publication that was given with it; None if none was.
        url: the address it came from; None if none.
    """

    name: str
    fetch: Callable[[], tuple[bytes, str]]
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that was read.

    Attributes:
        differences: ``(account id, field)`` on which the sources now differ.
        meeting: the account of the meeting that it is about; None if it is about none.
    """

    source: str
    title: str
    document: str
    new: bool
    withdrawn: bool
    found: tuple[tuple[str, int], ...]
    fresh: tuple[str, ...]
    joined: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]
    issues: tuple[str, ...]
    meeting: str | None
    pair: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not read, and why."""

    source: str
    reason: str


@dataclass(slots=True)
class Job:
    """What somebody gave at once, and what has become of it so far."""

    id: str
    total: int
    kept: list[Kept] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    now: str = ""
    begun: int = 0
    done: bool = False

    @property
    def progress(self) -> int:
        """How much of it has been dealt with, in hundredths."""
        return 100 if self.done else min(99, 100 * max(self.begun - 1, 0) // max(self.total, 1))


class Desktop:
    """Where documents are taken in: one job after the other, so that a large one does not slow the pages twice."""

    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        self._shelf = shelf
        self._settings = settings
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shuttle-adding")

    def close(self) -> None:
        """Let the job at hand end after its document, and take no more."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def job(self, name: str) -> Job | None:
        """Return a job by its id; None if it is not known any more."""
        return self._jobs.get(name)

    def take(self, given: Sequence[Given]) -> Job:
        """Begin to read what was given; return the job, which goes on by itself."""
        job = Job(secrets.token_hex(8), len(given))
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST_JOBS:
                self._jobs.popitem(last=False)
        self._worker.submit(self._run, job, list(given))
        return job

    def _run(self, job: Job, given: list[Given]) -> None:
        try:
            with self._shelf.ledger() as book, tempfile.TemporaryDirectory(prefix="shuttle-") as folder:
                for number, item in enumerate(given):
                    job.now, job.begun = clean(item.name), number + 1
                    try:
                        self._take_one(job, book, item, Path(folder))
                    except (ShuttleError, OSError) as error:
                        job.refused.append(Refused(clean(item.name), str(error)))
                    except Exception as error:
                        told = (
                            f"a fault of Shuttle's own ({type(error).__name__}: {clean(str(error))}). Please report it."
                        )
                        job.refused.append(Refused(clean(item.name), told))
        except ShuttleError as error:
            job.refused.append(Refused("the ledger", str(error)))
        finally:
            job.now, job.done = "", True

    def _take_one(self, job: Job, book: Ledger, item: Given, folder: Path) -> None:
        from shuttle.reading.reader import default_reader

        for found in self._documents(item, folder):
            if isinstance(found, Refusal):
                job.refused.append(Refused(clean(found.source), found.message))
                continue
            reading = default_reader().read(found)
            job.kept.append(_kept(book, reading, book.add(reading)))

    def _documents(self, item: Given, folder: Path) -> Iterator[Document | Refusal]:
        # Under a name of our own, so that no name that somebody gave ever reaches the file system.
        content, name = item.fetch()
        suffix = Path(name).suffix.lower()
        path = folder / f"document{suffix if suffix[1:].isalnum() and suffix.isascii() else ''}"
        path.write_bytes(content)
        limit = self._settings.most_document_bytes
        for found in load_documents([path], published=item.published, limit=limit):
            source = found.source.replace(str(path), item.name)
            if isinstance(found, Refusal):
                yield Refusal(source, found.code, found.message.replace(str(path), item.name))
            else:
                yield _from(found, source, item.url)
        path.unlink()


def _from(document: Document, source: str, url: str | None) -> Document:
    """Return ``document`` under the name by which it came, and with the address it came from if it says none itself."""
    from dataclasses import replace

    from shuttle.lexicons.publishers import find_publisher
    from shuttle.records.documents import document_id

    if url is None or document.url is not None:
        return replace(document, source=source)
    known = find_publisher(document.publisher, url)
    publisher = document.publisher or (known.name if known else None)
    return replace(
        document,
        source=source,
        url=url,
        publisher=publisher,
        side=document.side or (known.side if known else None),
        id=document_id(
            document.text, title=document.title, published=document.published, publisher=document.publisher, url=url
        ),
    )


def _kept(book: Ledger, reading: Reading, added: Added) -> Kept:
    document = reading.document
    main = reading.main_meeting
    homes = book.glances.homes([main.id]) if main else {}
    counts = (
        ("meeting", len(reading.meetings)),
        ("visit", len(reading.visits)),
        ("commitment", len(reading.commitments)),
        ("statement", len(reading.statements)),
        ("next step", len(reading.next_steps)),
        ("outcome", len(reading.outcomes)),
    )
    pair = main.countries[:2] if main and len(main.countries) >= 2 else ()
    return Kept(
        source=clean(document.source),
        title=headline(document.title, document.text),
        document=document.id,
        new=added.new,
        withdrawn=added.withdrawn is not None,
        found=tuple((noun, number) for noun, number in counts if number),
        fresh=(*added.new_meetings, *added.new_visits),
        joined=(*added.joined_meetings, *added.joined_visits),
        differences=tuple((name, value.field) for name, value in added.differences[:_MOST_DIFFERENCES]),
        issues=tuple(clean(issue.message) for issue in reading.issues),
        meeting=homes.get(main.id) if main else None,
        pair=(pair[0], pair[1]) if pair else None,
    )
