"""A picture on a page of its own, with all that it shows as a table below it, for those who doubt or do not see it.

In:   a picture as SVG, and the rows of its table.
Out:  one HTML file that needs no other: no script, no font, no address is loaded.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shuttle.records.claims import Source
from shuttle.views.wording import CountryName, clean, date_words, publisher_words

__all__ = ["Cell", "Sources", "Table", "page"]


@dataclass(frozen=True, slots=True)
class Sources:
    """A cell that lists documents, each linked to its address if that is one of the web."""

    sources: tuple[Source, ...]


Cell = str | Sources


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it shows, its columns, its rows."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 78rem; padding: 0 1rem; line-height: 1.4; }
body { font-family: sans-serif; color: #1b2733; background: #fff; }
figure { margin: 0; }
figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin-top: 2rem; width: 100%; font-size: 0.875rem; }
caption { text-align: left; font-weight: bold; font-size: 1.05rem; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid #767f88; }
td ul { margin: 0; padding-left: 1rem; }
a { color: #12406f; }
code { font-size: 0.8rem; white-space: nowrap; }
footer { margin-top: 1.5rem; font-size: 0.8rem; color: #4d5b67; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { margin: 0; max-width: none; padding: 0; }
  figure { break-inside: avoid; }
  figure svg { width: auto; max-height: 175mm; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  table { font-size: 8.5pt; }
}
""".strip()


def page(
    title: str, description: str, svg: str, tables: Iterable[Table], country_name: CountryName, note: str = ""
) -> str:
    """Return the page.

    Args:
        title: of the page.
        description: what the picture shows.
        svg: as this package draws it; put in as it is.
        tables: what it shows in words.
        country_name: from an alpha-3 code to a name.
        note: stands at the foot.
    """
    body = "\n".join(_table(table, country_name) for table in tables)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f'<figure aria-label="{_text(title)}">\n{svg}</figure>\n{body}\n</main>\n'
        f"<footer>{_text(description)}{f' {_text(note)}' if note else ''}</footer>\n</body>\n</html>\n"
    )


def _table(table: Table, country_name: CountryName) -> str:
    head = "".join(f'<th scope="col">{_text(column)}</th>' for column in table.columns)
    rows = "\n".join(f"<tr>{''.join(_cell(cell, country_name) for cell in row)}</tr>" for row in table.rows)
    return (
        f"<table>\n<caption>{_text(table.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _cell(cell: Cell, country_name: CountryName) -> str:
    if isinstance(cell, str):
        return f"<td>{_text(cell)}</td>"
    items = "".join(f"<li>{_source(source, country_name)}</li>" for source in cell.sources)
    return f"<td><ul>{items}</ul></td>" if items else "<td></td>"


def _source(source: Source, country_name: CountryName) -> str:
    told = publisher_words(source, country_name) + (f", {date_words(source.published)}" if source.published else "")
    if source.url and source.url.lower().startswith(("http://", "https://")):
        return f'<a href="{_text(source.url)}">{_text(told)}</a> <code>{_text(source.document_id)}</code>'
    return f"{_text(told)} <code>{_text(source.document_id)}</code>"


def _text(words: str) -> str:
    return html.escape(clean(words))
