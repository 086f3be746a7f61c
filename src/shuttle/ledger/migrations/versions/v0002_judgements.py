"""Judgements that can be taken back, a chain of seals over all entries, and what counts today as tables."""

import sqlalchemy as sa
from alembic import op

from shuttle.ledger import blocking, dialect, matching, sealing

revision = "0002"
down_revision = "0001"

_SEALED = (
    "documents",
    "readings",
    "findings",
    "claims",
    "evidence",
    "sightings",
    "areas",
    "issues",
    "membership",
    "judgements",
    "judged",
)


def upgrade() -> None:
    """Create the tables, work out what counts today, and seal what the ledger holds so far."""
    op.add_column("entries", sa.Column("because", sa.Text))
    for table in ("documents", "readings", "membership"):
        op.create_index(f"ix_{table}_entry", table, ["entry"])
    op.create_index("ix_parties_finding", "parties", ["reading", "finding"])
    op.create_table(
        "seals",
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.seq"), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.seq"), primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.entry"), index=True),
    )
    op.create_table(
        "judged",
        sa.Column("entry", sa.Integer, sa.ForeignKey("judgements.entry"), primary_key=True),
        sa.Column("side", sa.Integer, primary_key=True),
        sa.Column("record", sa.Text, primary_key=True),
        sa.Index("ix_judged_record", "record"),
    )
    op.create_table(
        "standing",
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), nullable=False),
        sa.Index("ix_standing_reading", "reading", unique=True),
    )
    op.create_table(
        "homes",
        sa.Column("finding", sa.Text, primary_key=True),
        sa.Column("account", sa.Text, index=True),
        sa.Column("membership", sa.Integer, sa.ForeignKey("membership.seq"), nullable=False),
    )
    connection = op.get_bind()
    connection.execute(
        sa.text(
            "INSERT INTO standing SELECT document_id, seq FROM readings AS r WHERE NOT EXISTS "
            "(SELECT 1 FROM readings AS n WHERE n.document_id = r.document_id AND n.generation > r.generation)"
        )
    )
    connection.execute(
        sa.text(
            "INSERT INTO homes SELECT finding, account, seq FROM membership "
            "WHERE seq IN (SELECT MAX(seq) FROM membership GROUP BY finding)"
        )
    )
    _rebuild_blocks(connection)
    for entry in connection.execute(sa.text("SELECT seq FROM entries ORDER BY seq")).scalars().all():
        sealing.seal(connection, entry, _SEALED)
    for table in ("seals", "judgements", "judged"):
        dialect.append_only(connection, table)


def _rebuild_blocks(connection: sa.Connection) -> None:
    """Write the keys under which findings are looked for as they are written today."""
    connection.execute(sa.text("DELETE FROM blocks"))
    query = sa.text(
        "SELECT reading, finding, features FROM mentions WHERE kind IN ('meeting', 'visit') "
        "AND (reading, finding) > (:reading, :finding) ORDER BY reading, finding LIMIT 1000"
    )
    insert = sa.text("INSERT INTO blocks (key, reading, finding) VALUES (:key, :reading, :finding)")
    last = {"reading": 0, "finding": ""}
    while rows := connection.execute(query, last).all():
        last = {"reading": rows[-1].reading, "finding": rows[-1].finding}
        keys = [
            {"key": key, "reading": row.reading, "finding": row.finding}
            for row in rows
            for key in dict.fromkeys(blocking.block_keys(matching.mention_from(row.features)))
        ]
        connection.execute(insert, keys)
