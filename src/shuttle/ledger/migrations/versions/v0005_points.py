"""What documents tell of their meetings, clause by clause; those read before have none until they are read again."""

import sqlalchemy as sa
from alembic import op

from shuttle.ledger import dialect

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table, whose rows nobody may change."""
    op.create_table(
        "points",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("act", sa.Text),
        sa.Column("grade", sa.Text),
        sa.Column("denied", sa.Boolean, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("areas", sa.Text, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
    )
    dialect.append_only(op.get_bind(), "points")
