"""Keep one reading: its document, itself and what follows from it, inside one transaction.

Nothing here commits: whoever calls does, so that a process that dies leaves all of a document or
nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from shuttle.errors import LedgerError
from shuttle.ledger import schema
from shuttle.ledger.blocking import block_keys
from shuttle.ledger.bodies import body_of
from shuttle.ledger.current import stand, standing_reading
from shuttle.ledger.matching import mention_of, mention_text
from shuttle.ledger.numbering import insert_numbered
from shuttle.ledger.reading_rows import digest_of, rows_of, text_key
from shuttle.ledger.search_index import index_reading
from shuttle.ledger.wording import wording_of, wording_text
from shuttle.records.findings import Commitment, Meeting, Outcome, Visit
from shuttle.records.readings import Reading

__all__ = ["Written", "write_reading"]

_READER = re.compile(r"(?P<family>.*)/(?P<version>\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class Written:
    """What was kept.

    Attributes:
        entry: the entry under which it was kept.
        reading: the number of the reading.
        previous: the number of the reading that counted before; None for a new document.
        counts: whether the new reading is the one that counts now.
    """

    entry: int
    reading: int
    previous: int | None
    counts: bool


def write_reading(connection: Connection, reading: Reading, now: str) -> Written | None:
    """Keep ``reading``; return None, with nothing written, if it is what the ledger holds already.

    Args:
        connection: inside a transaction that writes.
        reading: one that `shuttle.ledger.reading_rows.check` has let pass.
        now: ISO 8601, UTC.

    Raises:
        LedgerError: the ledger holds another text under the document's id.
    """
    document = reading.document
    kept = connection.execute(
        select(schema.documents.c.text).where(schema.documents.c.id == document.id)
    ).scalar_one_or_none()
    if kept is not None and kept != document.text:
        raise LedgerError(
            f"document {document.id}: the ledger holds another text under this id. "
            "An id must come from the content (shuttle.records.documents.document_id)."
        )
    digest = digest_of(reading)
    earlier = connection.execute(
        select(schema.readings)
        .where(schema.readings.c.document_id == document.id)
        .order_by(schema.readings.c.generation.desc())
    ).all()
    generation = _generation(reading.reader, digest, [row._mapping for row in earlier])
    if generation is None:
        return None

    entry = insert_numbered(
        connection, schema.entries, recorded_at=now, action="read", subject=document.id, agent=reading.reader
    )
    if kept is None:
        connection.execute(
            insert(schema.documents),
            {
                "id": document.id,
                "entry": entry,
                "source": document.source,
                "url": document.url,
                "text": document.text,
                "text_key": text_key(document.text),
            },
        )
    seq = insert_numbered(
        connection,
        schema.readings,
        entry=entry,
        document_id=document.id,
        reader=reading.reader,
        generation=generation,
        digest=digest,
        title=document.title,
        published=document.published,
        published_basis=document.published_basis,
        published_reason=document.published_reason,
        publisher=document.publisher,
        side=document.side,
        language=document.language,
    )
    rows = rows_of(reading, seq) | _derived(reading, seq)
    for table in (
        schema.findings,
        schema.claims,
        schema.evidence,
        schema.sightings,
        schema.areas,
        schema.issues,
        schema.points,
        schema.bodies,
        schema.mentions,
        schema.blocks,
        schema.parties,
    ):
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
    previous = standing_reading(connection, document.id)
    counts = not earlier or generation > earlier[0].generation
    if counts:
        stand(connection, document.id, seq)
        index_reading(connection, reading, seq, new_document=kept is None)
    return Written(entry, seq, previous, counts)


def _generation(reader: str, digest: str, earlier: list[Mapping[Any, Any]]) -> int | None:
    """Return where a reading stands among ``earlier`` ones of its document, newest first; None if it adds nothing.

    The last to arrive counts, but for a reader's older version: that is kept below all others.
    """
    if not earlier:
        return 1
    newest = earlier[0]
    if digest == newest["digest"]:
        return None
    if _is_older(reader, newest["reader"]):
        known = any(row["digest"] == digest for row in earlier)
        return None if known else int(earlier[-1]["generation"]) - 1
    return int(newest["generation"]) + 1


def _is_older(reader: str, other: str) -> bool:
    mine, theirs = _READER.fullmatch(reader), _READER.fullmatch(other)
    if not mine or not theirs or mine["family"] != theirs["family"]:
        return False
    return [int(n) for n in mine["version"].split(".")] < [int(n) for n in theirs["version"].split(".")]


def _derived(reading: Reading, seq: int) -> dict[str, list[dict[str, Any]]]:
    """Return the rows by which matching and looking up find the findings."""
    main = reading.main_meeting
    mentions: list[dict[str, Any]] = []
    blocks: list[dict[str, Any]] = []
    parties: list[dict[str, Any]] = []
    bodies: list[dict[str, Any]] = []
    for finding in reading.findings():
        key = {"reading": seq, "finding": finding.id}
        bodies.append({**key, "body": body_of(finding)})
        if isinstance(finding, (Meeting, Visit)):
            mention = mention_of(finding, reading.document)
            mentions.append({**key, "kind": mention.kind, "context": None, "features": mention_text(mention)})
            blocks.extend({**key, "key": block} for block in dict.fromkeys(block_keys(mention)))
            countries = tuple(code for code in mention.countries if code != "?")
        else:
            wording = wording_of(finding, reading.document.id)
            if isinstance(finding, Commitment | Outcome):
                context = finding.meeting
            else:
                context = main.id if main else None
            mentions.append({**key, "kind": wording.kind, "context": context, "features": wording_text(wording)})
            countries = getattr(finding, "by", ())
        parties.extend({**key, "country": country} for country in dict.fromkeys(countries))
    return {"bodies": bodies, "mentions": mentions, "blocks": blocks, "parties": parties}
