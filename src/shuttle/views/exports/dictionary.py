"""The data dictionary of an export, for programs and for people, from the tables' own description.

In:   the tables (`shuttle.views.exports.tables`), and which files hold them.
Out:  a Frictionless data package as JSON values; the same as Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shuttle.views.exports.cells import DIVIDER
from shuttle.views.exports.tables import Column, Table

__all__ = ["data_package", "dictionary_markdown"]

_TYPES = {
    "string": "text",
    "date": "a day, month or year: 2026-01-13, 2026-01 or 2026",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "list": "list of texts",
    "json": "JSON",
}
_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def data_package(tables: Sequence[Table], files: Mapping[str, str], *, name: str, media: str) -> dict[str, Any]:
    """Return a Frictionless data package.

    Args:
        tables: those that were written.
        files: table name -> file name.
        name: of the package: small letters, digits and hyphens.
        media: the media type of the files.
    """
    return {
        "name": name,
        "title": "Visits, meetings and commitments with the words that prove them",
        "description": "Written by `shuttle export`. An empty cell says that no source gives the value.",
        "profile": "data-package",
        "resources": [
            {
                "name": table.name.replace("_", "-"),
                "path": files[table.name],
                "mediatype": media,
                "encoding": "utf-8",
                "description": table.meaning,
                "schema": {
                    "fields": [_field(column) for column in table.columns],
                    "primaryKey": list(table.key),
                    "missingValues": [""],
                },
            }
            for table in tables
        ],
    }


def dictionary_markdown(tables: Sequence[Table]) -> str:
    """Return every one of ``tables`` and its columns in words, as Markdown."""
    parts = [
        "# Data dictionary\n\nWritten from the description of the tables in the program. "
        "An empty cell says that no source gives the value.\n"
    ]
    for table in tables:
        rows = "\n".join(
            f"| `{column.name}` | {_TYPES[column.type]} | {column.meaning}"
            f"{f' In `{column.refers_to}`.' if column.refers_to else ''} |"
            for column in table.columns
        )
        key = ", ".join(f"`{name}`" for name in table.key)
        parts.append(
            f"## {table.name}\n\n{table.meaning} Told apart by {key}.\n\n"
            f"| column | type | meaning |\n| --- | --- | --- |\n{rows}\n"
        )
    return "\n".join(parts)


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "description": column.meaning}
    if column.type == "date":
        return field | {"type": "string", "constraints": {"pattern": _DATE}}
    if column.type == "list":
        return field | {"type": "list", "delimiter": DIVIDER, "itemType": "string"}
    if column.type == "json":
        # As text, since a value may be any kind of JSON.
        return field | {"type": "string", "format": "default"}
    return field | {"type": column.type}
