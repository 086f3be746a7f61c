"""The ledger as it stood: a view of it, for reading, in which later entries have not happened yet.

In:   the number of an entry, a day of publication, or both.
Out:  an engine whose connections see what counted right after that entry, of what was published by that day.

Kept rows are never changed, so what counted then follows from those that came no later: of a document's readings the
one with the highest generation, unless it was withdrawn; of a finding's memberships the last. Each connection hides
the ledger's tables behind temporary views of the same names, which all statements find first; nothing is copied,
and the kept tables' own indexes serve. The rules by which values are chosen are those of the Shuttle that looks back.

To look back by days of publication answers another question: not what the ledger held, but what the documents say,
with all that is known and judged of them today, of which each is known to have been published by then.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, func, select

from shuttle.errors import LedgerError
from shuttle.ledger import dialect, schema
from shuttle.records import dates
from shuttle.records.history import Mark

__all__ = ["engine_then", "last_mark", "left_out"]

# What was read or decided after the last entry that counts is not there. Only tables that statements enter by are
# hidden; the others are reached through these. `{main}` is where the ledger's own tables are.
_BY_ENTRY = {
    "entries": "SELECT * FROM {main}.entries WHERE seq <= {entry}",
    "seals": "SELECT * FROM {main}.seals WHERE entry <= {entry}",
    "documents": "SELECT * FROM {main}.documents WHERE entry <= {entry}",
    "readings": "SELECT * FROM {main}.readings WHERE entry <= {entry}",
    # Readings are numbered in the order of their entries.
    "findings": "SELECT * FROM {main}.findings WHERE reading <= {reading}",
    "searchable": "SELECT * FROM {main}.searchable WHERE reading <= {reading} OR (reading IS NULL AND record IN "
    "(SELECT id FROM {main}.documents WHERE entry <= {entry}))",
    "membership": "SELECT * FROM {main}.membership WHERE entry <= {entry}",
    "judgements": "SELECT * FROM {main}.judgements WHERE entry <= {entry}",
    "judged": "SELECT * FROM {main}.judged WHERE entry <= {entry}",
    "homes": "SELECT m.finding, m.account, m.seq AS membership FROM {main}.membership m WHERE m.entry <= {entry} "
    "AND NOT EXISTS (SELECT 1 FROM {main}.membership later WHERE later.finding = m.finding AND later.seq > m.seq "
    "AND later.entry <= {entry})",
}
_STANDING = (
    "SELECT r.document_id, r.seq AS reading FROM {main}.readings r WHERE r.entry <= {entry} AND {published} "
    "AND NOT EXISTS (SELECT 1 FROM {main}.readings newer WHERE newer.document_id = r.document_id "
    "AND newer.generation > r.generation AND newer.entry <= {entry}) "
    "AND NOT EXISTS (SELECT 1 FROM {main}.judged d JOIN {main}.judgements j ON j.entry = d.entry "
    "WHERE d.record = r.document_id AND j.kind = 'forget' AND j.entry <= {entry} AND NOT EXISTS "
    "(SELECT 1 FROM {main}.judgements undo WHERE undo.undoes = j.entry AND undo.entry <= {entry}))"
)
# Without a day of publication nothing is said of when a document could be known.
_PUBLISHED = (
    "((length(r.published) = 10 AND r.published <= '{day}') OR (length(r.published) = 7 AND r.published <= '{month}') "
    "OR (length(r.published) = 4 AND r.published <= '{year}'))"
)


def last_mark(connection: Connection, day: str | None = None) -> Mark | None:
    """Return the last entry that was recorded by the end of ``day`` (in UTC), or the last of all; None if none was.

    Raises:
        RecordError: ``day`` is no date.
    """
    query = select(schema.entries.c.seq, schema.entries.c.recorded_at, schema.seals.c.digest).outerjoin(
        schema.seals, schema.seals.c.entry == schema.entries.c.seq
    )
    if day is not None:
        last = dates.last_day(dates.check_date(day)).isoformat()
        query = query.where(func.substr(schema.entries.c.recorded_at, 1, 10) <= last)
    row = connection.execute(query.order_by(schema.entries.c.seq.desc()).limit(1)).one_or_none()
    return Mark(row.seq, row.recorded_at, row.digest) if row else None


def left_out(connection: Connection) -> int:
    """Return how many documents count today of which no day of publication is known: those by days leave them out."""
    query = (
        select(func.count())
        .select_from(schema.readings)
        .join(schema.standing, schema.standing.c.reading == schema.readings.c.seq)
        .where(schema.readings.c.published.is_(None))
    )
    return connection.scalar(query) or 0


def engine_then(
    engine: Engine, location: str | Path, *, entry: int | None = None, published_by: str | None = None
) -> Engine:
    """Return an engine that reads the ledger at ``location`` as it stood.

    Args:
        engine: one that reads it as it stands today, up to date.
        location: as given when it was opened.
        entry: the last entry that counts; None for all.
        published_by: a day: only documents count that were published by then; None for all.

    Raises:
        LedgerError: the ledger has no such entry, or is held in memory.
        RecordError: ``published_by`` is no date.
    """
    if engine.dialect.name == "sqlite" and str(location) == ":memory:":
        raise LedgerError("a ledger in memory cannot be looked back on. Keep it in a file.")
    with dialect.speaking_plainly(engine), engine.connect() as connection:
        last = connection.scalar(select(func.max(schema.entries.c.seq))) or 0
        if entry is None:
            entry = last
        if not 0 <= entry <= last:
            raise LedgerError(f"the ledger has no entry {entry}: it has {last}. `shuttle history` lists entries.")
        reading = connection.scalar(
            select(func.max(schema.readings.c.seq)).where(schema.readings.c.entry <= int(entry))
        )
        main = "main"
        if engine.dialect.name != "sqlite":
            main = connection.dialect.identifier_preparer.quote(str(connection.scalar(select(func.current_schema()))))
    known = {"main": main, "entry": int(entry), "reading": int(reading or 0)}
    views = {name: sql.format(**known) for name, sql in _BY_ENTRY.items()}
    views["standing"] = _STANDING.format(**known, published=_known_by(published_by) if published_by else "1 = 1")
    statements = [f"CREATE TEMPORARY VIEW {name} AS {sql}" for name, sql in views.items()]

    then = dialect.engine_for(location)

    @event.listens_for(then, "connect")
    def _look_back(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()
        connection.commit()

    return then.execution_options(shuttle_then=True)


def _known_by(day: str) -> str:
    """Return the condition that a document is known to have been published by ``day``.

    >>> [part.split(" <= ")[1] for part in _known_by("2025-12-30").split(" OR ")]
    ["'2025-12-30')", "'2025-11')", "'2024'))"]
    """
    last = dates.last_day(dates.check_date(day))
    tomorrow = last + dt.timedelta(1)
    # A month or a year was over by then if the next day lies in another.
    month = last if tomorrow.month != last.month else last.replace(day=1) - dt.timedelta(1)
    year = last.year if tomorrow.year != last.year else last.year - 1
    return _PUBLISHED.format(day=last.isoformat(), month=month.isoformat()[:7], year=f"{year:04}")
