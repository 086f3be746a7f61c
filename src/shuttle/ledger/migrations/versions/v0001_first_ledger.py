"""The first ledger: documents, readings, findings with claims and evidence, memberships."""

import sqlalchemy as sa
from alembic import op

from shuttle.ledger import dialect

revision = "0001"
down_revision = None

_KEPT = (
    "entries",
    "documents",
    "readings",
    "findings",
    "claims",
    "evidence",
    "sightings",
    "areas",
    "issues",
    "membership",
)


def upgrade() -> None:
    """Create the tables and make those that hold evidence append-only."""
    op.create_table(
        "entries",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("agent", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.seq"), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_key", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.seq"), nullable=False),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_basis", sa.Text),
        sa.Column("published_reason", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("side", sa.Text),
        sa.Column("language", sa.Text),
        sa.Index("ix_readings_document_generation", "document_id", "generation", unique=True),
    )
    op.create_table(
        "findings",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("main", sa.Boolean, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Index("ix_findings_id", "id"),
    )
    op.create_table(
        "claims",
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("finding", sa.Text, primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        _of_finding(),
    )
    op.create_table(
        "evidence",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), primary_key=True),
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("field", sa.Text),
        sa.Column("start_offset", sa.Integer, nullable=False),
        sa.Column("end_offset", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
    )
    op.create_table(
        "sightings",
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("finding", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text),
        sa.Column("office", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("seen_on", sa.Text),
        sa.Column("start_offset", sa.Integer),
        sa.Column("end_offset", sa.Integer),
        _of_finding(),
        sa.Index("ix_sightings_country_name", "country", "name"),
    )
    op.create_table(
        "areas",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "issues",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
    )
    op.create_table(
        "membership",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.seq"), nullable=False),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("account", sa.Text),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("method", sa.Text, nullable=False),
        sa.Index("ix_membership_finding", "finding", "seq"),
        sa.Index("ix_membership_account", "account"),
    )
    _create_derived()
    connection = op.get_bind()
    for table in _KEPT:
        dialect.append_only(connection, table)


def _create_derived() -> None:
    op.create_table(
        "mentions",
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("finding", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("context", sa.Text),
        sa.Column("features", sa.Text, nullable=False),
        _of_finding(),
        sa.Index("ix_mentions_context", "context"),
    )
    op.create_table(
        "blocks",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("finding", sa.Text, primary_key=True),
        _of_finding(),
        sa.Index("ix_blocks_finding", "finding"),
    )
    op.create_table(
        "parties",
        sa.Column("country", sa.Text, primary_key=True),
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("finding", sa.Text, primary_key=True),
        _of_finding(),
    )


def _of_finding() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"])
