"""Tables as Parquet, some thousand rows at a time; needs the extra ``[parquet]``."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

from shuttle.interfaces.cli.trouble import Trouble
from shuttle.views.exports.tables import ColumnType, Table

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise Trouble("Parquet needs pyarrow. Install it: pip install 'shuttle-diplomacy[parquet]'.") from error

__all__ = ["ParquetFile"]

_AT_ONCE = 2000
_TYPES: dict[ColumnType, Any] = {
    "string": pa.string(),
    "date": pa.string(),
    "json": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
}


class ParquetFile:
    """A file of one table; columns carry their meaning as metadata."""

    def __init__(self, path: Path, table: Table) -> None:
        self._schema = pa.schema(
            [pa.field(c.name, _TYPES[c.type], metadata={"description": c.meaning}) for c in table.columns],
            metadata={"description": table.meaning},
        )
        self._writer = pq.ParquetWriter(path, self._schema)
        self._rows: list[dict[str, Any]] = []

    def __enter__(self) -> ParquetFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._flush()
        self._writer.close()

    def add(self, row: dict[str, Any]) -> None:
        """Add a row."""
        self._rows.append(row)
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
