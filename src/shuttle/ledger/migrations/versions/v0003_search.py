"""An index of the words of documents and findings; it is filled once all migrations are done."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the index, each database's own, and the table that says whose words they are."""
    op.create_table(
        "searchable",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq")),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        # Contentless: the words can be found but are not kept a second time. `ascii` divides at blanks only what is
        # letters and digits already; a tokenizer that knows accents would have opinions of its own.
        op.execute("CREATE VIRTUAL TABLE search_words USING fts5(words, content='', tokenize='ascii')")
        return
    op.execute(
        "CREATE TABLE search_words ("
        "seq integer PRIMARY KEY REFERENCES searchable (seq), words tsvector NOT NULL, partly boolean NOT NULL)"
    )
    op.execute("CREATE INDEX ix_search_words_words ON search_words USING gin (words)")
