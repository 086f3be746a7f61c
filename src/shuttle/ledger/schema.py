"""The ledger's tables.

Three kinds of table:

- **kept** (`KEPT`): what was read and what was judged. Rows are only ever inserted; triggers refuse
  anything else. `entries` orders them: each row leads to the entry under which it came, and `seals`
  chains the entries (`shuttle.ledger.sealing`).
- **derived** (`standing`, `homes`, `bodies`, `mentions`, `blocks`, `parties`): what counts today and what matching
  looks at, worked out from the kept rows so that it can be found by index. They may be rebuilt. `searchable`
  says which record each row of the words' index belongs to; the index itself, `search_words`, is of each
  database's own kind (`shuttle.ledger.search_index`).
- `alembic_version`: which migration the ledger stands at.

The migrations repeat these definitions on purpose: they say what a ledger was at a version, this
file says what it is today, and a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text

__all__ = [
    "HEAD",
    "KEPT",
    "areas",
    "blocks",
    "bodies",
    "claims",
    "documents",
    "entries",
    "evidence",
    "findings",
    "homes",
    "issues",
    "judged",
    "judgements",
    "membership",
    "mentions",
    "metadata",
    "parties",
    "points",
    "readings",
    "seals",
    "searchable",
    "sightings",
    "standing",
]

# The newest migration. Compared on opening, so that a ledger that is up to date needs no alembic.
HEAD = "0005"

metadata = MetaData()

# One row per thing that was done to the ledger, in order.
entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("recorded_at", Text, nullable=False),  # ISO 8601, UTC
    Column("action", Text, nullable=False),  # "read", or the kind of a judgement
    Column("subject", Text, nullable=False),  # the id it was done to
    Column("agent", Text, nullable=False),  # reader, rule or person
    Column("because", Text),  # a person's reason, in their words
)

# One row per entry: the digest of the rows that came with it, and of that and all entries before.
seals = Table(
    "seals",
    metadata,
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True),
    Column("content", Text, nullable=False),
    Column("digest", Text, nullable=False),
)

# A document as it came: what no reader can change.
documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("entry", Integer, ForeignKey("entries.seq"), nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("text_key", Text, nullable=False, index=True),  # equal for copied texts
)

# What one reader made of it; the reading with the highest generation counts.
readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("entry", Integer, ForeignKey("entries.seq"), nullable=False, index=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("published_basis", Text),
    Column("published_reason", Text),
    Column("publisher", Text),
    Column("side", Text),
    Column("language", Text),
    Index("ix_readings_document_generation", "document_id", "generation", unique=True),
)

findings = Table(
    "findings",
    metadata,
    Column("reading", Integer, ForeignKey("readings.seq"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # meeting, visit, commitment, statement, next_step
    Column("position", Integer, nullable=False),
    Column("main", Boolean, nullable=False),
    Column("rule", Text, nullable=False),
    Index("ix_findings_id", "id"),
)

# One row per field that the text gives; a field without a row is one of which it says nothing.
claims = Table(
    "claims",
    metadata,
    Column("reading", Integer, primary_key=True),
    Column("finding", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
    ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
)

# `owner`: a finding's id, "<finding>/session/<n>", "area/<n>", "issue/<n>" or "point/<n>".
evidence = Table(
    "evidence",
    metadata,
    Column("reading", Integer, ForeignKey("readings.seq"), primary_key=True),
    Column("owner", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", Text),
    Column("start_offset", Integer, nullable=False),  # half-open, code points of documents.text
    Column("end_offset", Integer, nullable=False),
    Column("quote", Text, nullable=False),
)

# Somebody named in an office of a country, on a date if the document gives one: tenures as seen.
sightings = Table(
    "sightings",
    metadata,
    Column("reading", Integer, primary_key=True),
    Column("finding", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text),
    Column("office", Text),
    Column("country", Text),
    Column("seen_on", Text),
    Column("start_offset", Integer),
    Column("end_offset", Integer),
    ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
    Index("ix_sightings_country_name", "country", "name"),
)

areas = Table(
    "areas",
    metadata,
    Column("reading", Integer, ForeignKey("readings.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("reading", Integer, ForeignKey("readings.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
)

# What a document tells of its meeting, clause by clause; the clause itself is the first passage of its evidence.
points = Table(
    "points",
    metadata,
    Column("reading", Integer, ForeignKey("readings.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("act", Text),
    Column("grade", Text),
    Column("denied", Boolean, nullable=False),
    Column("by", Text, nullable=False),  # JSON lists, here and below
    Column("areas", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("rule", Text, nullable=False),
)

# The judgement that a finding belongs to an account; for each finding the last row counts.
membership = Table(
    "membership",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("entry", Integer, ForeignKey("entries.seq"), nullable=False, index=True),
    Column("finding", Text, nullable=False),
    Column("account", Text),  # NULL: taken out, a newer reading no longer has the finding
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),  # JSON list of sentences
    Column("method", Text, nullable=False),
    Index("ix_membership_finding", "finding", "seq"),
    Index("ix_membership_account", "account"),
)

# What a person decided: see `shuttle.ledger.judgements`.
judgements = Table(
    "judgements",
    metadata,
    Column("entry", Integer, ForeignKey("entries.seq"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("details", Text, nullable=False),  # JSON
    Column("undoes", Integer, ForeignKey("judgements.entry"), index=True),  # the judgement that this takes back
)

# The records that a judgement is about, on one of two sides.
judged = Table(
    "judged",
    metadata,
    Column("entry", Integer, ForeignKey("judgements.entry"), primary_key=True),
    Column("side", Integer, primary_key=True),
    Column("record", Text, primary_key=True),
    Index("ix_judged_record", "record"),
)

# Derived: the reading of each document that counts; no row for a document that was withdrawn.
standing = Table(
    "standing",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("reading", Integer, ForeignKey("readings.seq"), nullable=False),
    Index("ix_standing_reading", "reading", unique=True),
)

# Derived: the account in which each finding is today, by its last membership; NULL where it was taken out.
homes = Table(
    "homes",
    metadata,
    Column("finding", Text, primary_key=True),
    Column("account", Text, index=True),
    Column("membership", Integer, ForeignKey("membership.seq"), nullable=False),
)

# Derived: each finding in one piece (`shuttle.ledger.bodies`), for whoever asks for many.
bodies = Table(
    "bodies",
    metadata,
    Column("reading", Integer, primary_key=True),
    Column("finding", Text, primary_key=True),
    Column("body", Text, nullable=False),  # JSON
    ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
)

# Derived: the features of a finding that matching compares.
mentions = Table(
    "mentions",
    metadata,
    Column("reading", Integer, primary_key=True),
    Column("finding", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("context", Text),  # the meeting finding under which a commitment, statement or step stands
    Column("features", Text, nullable=False),  # JSON
    ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
    Index("ix_mentions_context", "context"),
)

# Derived: two findings can only tell of the same thing if they share a block.
blocks = Table(
    "blocks",
    metadata,
    Column("key", Text, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("finding", Text, primary_key=True),
    ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
    Index("ix_blocks_finding", "finding"),
)

# Derived: the countries of a finding, one row each.
parties = Table(
    "parties",
    metadata,
    Column("country", Text, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("finding", Text, primary_key=True),
    ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
    Index("ix_parties_finding", "reading", "finding"),
)

# Derived: what can be searched for, one row for each row of the index of words.
searchable = Table(
    "searchable",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.seq")),  # NULL: the document itself, whoever reads it
    Column("record", Text, nullable=False),  # id of the document or finding
    Column("kind", Text, nullable=False),  # document, meeting, visit, commitment, statement, next_step
)

KEPT = (
    entries,
    documents,
    readings,
    findings,
    claims,
    evidence,
    sightings,
    areas,
    issues,
    points,
    membership,
    judgements,
    judged,
    seals,
)
