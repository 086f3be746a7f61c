"""The timeline for TimelineJS (Knight Lab): one slide for each event, as its JSON format wants it.

In:   a Chart.
Out:  JSON values. TimelineJS shows texts as HTML, so that all words are escaped here.
"""

from __future__ import annotations

import html
from typing import Any

from shuttle.records import dates
from shuttle.views.pictures.chart import ELSEWHERE, Chart, Mark
from shuttle.views.wording import CountryName, clean, date_words, publisher_words

__all__ = ["timelinejs"]


def timelinejs(chart: Chart, country_name: CountryName) -> dict[str, Any]:
    """Return the timeline; the group of an event is its host. What has no date has no slide."""
    named = {**dict(zip(chart.countries, chart.names, strict=True)), ELSEWHERE: "Elsewhere or not stated"}
    undated = f"<p>Not dated by any source: {html.escape('; '.join(chart.undated))}.</p>" if chart.undated else ""
    return {
        "title": {
            "text": {
                "headline": html.escape(chart.title),
                "text": f"<p>{html.escape(chart.description)}</p>{undated}",
            }
        },
        "events": [_event(mark, named[mark.lane], country_name) for mark in chart.marks],
    }


def _event(mark: Mark, lane: str, country_name: CountryName) -> dict[str, Any]:
    sources = "".join(
        f"<li>{_linked(publisher_words(source, country_name), source.url)}"
        f"{', ' + date_words(source.published) if source.published else ''}</li>"
        for source in mark.sources
    )
    event: dict[str, Any] = {
        "unique_id": mark.id,
        "group": lane,
        "start_date": _date(mark.start),
        "display_date": date_words(mark.start, mark.end),
        "text": {
            "headline": html.escape(f"{mark.head}: {mark.detail}" if mark.detail else mark.head),
            "text": f"<p>{html.escape(mark.sentence)}</p><ul>{sources}</ul>",
        },
    }
    if mark.end != mark.start:
        event["end_date"] = _date(mark.end)
    return event


def _date(value: str) -> dict[str, int]:
    """Return a date to its own precision."""
    parts = {"day": ("year", "month", "day"), "month": ("year", "month"), "year": ("year",)}[dates.precision(value)]
    return {name: int(part) for name, part in zip(parts, value.split("-"), strict=True)}


def _linked(words: str, url: str | None) -> str:
    if url and url.lower().startswith(("http://", "https://")):
        return f'<a href="{html.escape(clean(url))}">{html.escape(words)}</a>'
    return html.escape(words)
