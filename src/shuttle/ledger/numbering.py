"""Numbers for rows that are kept in order: without gaps, and the same in every kind of database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

__all__ = ["insert_numbered"]


def insert_numbered(connection: Connection, table: Table, **values: Any) -> int:
    """Insert a row under the next number of ``table``; return the number."""
    # Numbers are given here, not by the database: without gaps, and the same for every database.
    seq: int = (connection.scalar(select(func.max(table.c.seq))) or 0) + 1
    connection.execute(insert(table), {"seq": seq, **values})
    return seq
