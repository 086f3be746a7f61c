"""Each finding in one piece, so that an account is put together without a row for every claim and passage."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from shuttle.ledger import bodies, reading_rows

revision = "0004"
down_revision = "0003"

_AT_ONCE = 200


def upgrade() -> None:
    """Create the table and fill it from what is kept."""
    op.create_table(
        "bodies",
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("finding", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["reading", "finding"], ["findings.reading", "findings.id"]),
    )
    connection = op.get_bind()
    last = connection.execute(sa.text("SELECT MAX(seq) FROM readings")).scalar() or 0
    for first in range(1, last + 1, _AT_ONCE):
        _fill(connection, first, first + _AT_ONCE)


def _fill(connection: sa.Connection, first: int, end: int) -> None:
    rows: dict[int, dict[str, list[Any]]] = {}
    for table in ("findings", "claims", "evidence"):
        query = sa.text(f"SELECT * FROM {table} WHERE reading >= :first AND reading < :end")  # noqa: S608
        for row in connection.execute(query, {"first": first, "end": end}).mappings():
            rows.setdefault(row["reading"], {}).setdefault(table, []).append(row)
    made = [
        {"reading": reading, "finding": finding.id, "body": bodies.body_of(finding)}
        for reading, kept in rows.items()
        for finding in reading_rows.findings_of(
            kept.get("findings", ()), kept.get("claims", ()), kept.get("evidence", ())
        )
    ]
    if made:
        connection.execute(sa.text("INSERT INTO bodies VALUES (:reading, :finding, :body)"), made)
