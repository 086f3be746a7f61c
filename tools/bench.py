"""How fast reading is, as ratios taken in one run.

    make bench                            or  .venv/bin/python -m tools.bench
    .venv/bin/python -m tools.bench --quick

Times differ from machine to machine; ratios hardly do. So each rate stands beside the rate at which the same text is
merely cut into tokens with `re`, taken in the same run. Every figure is the median of several runs, in time that the
process itself used, on one core, from raw text to reading.

    diplomatic   the documents in examples/, again and again
    plain        news of our own with nothing diplomatic in it, from templates
    news         news of our own that names countries in passing: business and sport, from templates
    linearity    how many times longer a document of ten times the length takes: about 10
    ledger       documents kept a second, by a ledger in a temporary file, reading left out
    figures      whose turn it is and the cadence of a pair with many visits, against loading these from the ledger
    growth       what one more document and a question take in a ledger of 1,000 documents, of ten times as many, ...

`make bench DOCUMENTS=100000` lets the ledger grow to that size; 10,000 unless told.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tools.benchmarks.growth import Point, decades, grow, per_decade

from shuttle.analysis.cadence import cadence
from shuttle.analysis.counting import CountingRule
from shuttle.analysis.turns import turn_figures
from shuttle.documents.loading import load_documents
from shuttle.ledger.ledger import Ledger
from shuttle.reading.reader import default_reader
from shuttle.reading.sentences import split_sentences
from shuttle.reading.spreadsheet import read_spreadsheet
from shuttle.records.documents import Document, document_id

EXAMPLES = Path(__file__).parents[1] / "examples"

#: What a reader is measured against: the least that anybody does to a text.
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Pace:
    """How long reading a set of documents takes.

    Attributes:
        read, tokens: seconds to read them all, and to cut them into tokens; medians.
        spread: the slowest run over the fastest.
    """

    name: str
    documents: int
    sentences: int
    characters: int
    read: float
    tokens: float
    spread: float

    @property
    def ratio(self) -> float:
        """How many times longer reading takes than tokenising."""
        return self.read / self.tokens


def document(text: str, source: str, *, published: str | None = "2026-01-14") -> Document:
    """Return ``text`` as an English document."""
    name = document_id(text, title=None, published=published, publisher=None, url=None)
    basis = "given" if published else None
    return Document(name, source, text, published=published, published_basis=basis, language="en")  # type: ignore[arg-type]


def diplomatic() -> list[Document]:
    """Return the documents in examples/."""
    return [found for found in load_documents([EXAMPLES]) if isinstance(found, Document)]


_WHO = (
    "A farmer",
    "The village council",
    "A local school",
    "One of the engineers",
    "A retired teacher",
    "The owner",
    "A team of divers",
    "The youngest player",
    "A gardener",
    "The repair crew",
)
_DID = (
    "repaired the old bridge",
    "planted a row of apple trees",
    "won the match by two goals",
    "opened a small bakery",
    "found a wallet in the river",
    "painted the fence green",
    "sold more bread than last summer",
    "measured the height of the water",
    "taught the children to swim",
    "closed the road for the night",
)
_WHERE = (
    "near the mill",
    "behind the church",
    "at the edge of the forest",
    "in the upper valley",
    "beside the station",
    "on the northern slope",
    "in front of a small crowd",
    "next to the library",
)
_WHY = (
    "because the rain had not stopped for a week",
    "although nobody had asked for it",
    "after a long and cold winter",
    "while the neighbours looked on",
    "so that the market could begin",
    "and it cost less than people had feared",
)
_THEN = (
    "The work took four hours and a half.",
    "About 300 people came to look.",
    "It was the warmest day of the season.",
    "No one was hurt.",
    "The paint will need a second coat.",
    "Tickets cost 12 and 8.",
    "The river fell again overnight.",
    "“It looks better than before,” a passer-by remarked.",
)


def plain(number: int, sentences: int) -> list[Document]:
    """Return ``number`` documents of about ``sentences`` sentences each, with nothing diplomatic in them."""
    choose = random.Random(7)  # noqa: S311  (the same texts in every run, no secret)

    def paragraphs() -> Iterator[str]:
        while True:
            parts = (choose.choice(_WHO), choose.choice(_DID), choose.choice(_WHERE))
            yield f"{' '.join(parts)}, {choose.choice(_WHY)}. {choose.choice(_THEN)}\n\n"

    flow = paragraphs()
    texts = ("".join(itertools.islice(flow, sentences // 2)) for _ in range(number))
    return [document(text, f"plain-{index}") for index, text in enumerate(texts)]


_FIRMS = (
    "The French tyre maker Arvelle",
    "A Japanese supplier of gearboxes",
    "Nordal, the Norwegian shipping line,",
    "The US airline Bluecrest",
    "South Korean chip designer Hanbit Micro",
    "The owner of three German breweries",
    "Its Brazilian rival",
    "Canada West Railways",
    "The Dutch cyclist",
    "An Italian goalkeeper of nineteen",
    "The Kenyan runner",
    "Shares of the Indian bank",
)
_MADE = (
    "sold 14 per cent more trucks than a year before",
    "closed a plant near Lyon with 320 workers",
    "lost US$ 2.4 billion in the third quarter",
    "ordered twelve new aircraft",
    "fell by 3.1 per cent before noon",
    "finished fourth in the heat and missed the final",
    "moved its warehouse from Austria to Poland",
    "raised the price of a barrel in Singapore",
    "cut its forecast for the second time this year",
    "won by three goals in front of 40,000 people in Turin",
)
_AND_SO = (
    "The market in China grew more slowly.",
    "Analysts had expected less.",
    "Stock markets in Europe and the United States closed higher.",
    "The next race is in Spain.",
    "The Nikkei index lost 210 points.",
    "Its factory in Mexico employs 900 people.",
    "The new model costs 21,000 euros in Germany and a little more in Sweden.",
    "“We did not see this coming,” one of the fans remarked.",
    "The yen rose against the US dollar.",
    "It has built engines since 1911.",
)


def news(number: int, sentences: int) -> list[Document]:
    """Return ``number`` documents of about ``sentences`` sentences each that name countries, where no country acts."""
    choose = random.Random(11)  # noqa: S311  (the same texts in every run, no secret)

    def paragraphs() -> Iterator[str]:
        while True:
            yield f"{choose.choice(_FIRMS)} {choose.choice(_MADE)}. {choose.choice(_AND_SO)}\n\n"

    flow = paragraphs()
    texts = ("".join(itertools.islice(flow, sentences // 2)) for _ in range(number))
    return [document(text, f"news-{index}") for index, text in enumerate(texts)]


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes, in time of this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def median_of(runs: int, work: Callable[[], object]) -> tuple[float, float]:
    """Return the median time of ``work``, and its slowest run over its fastest."""
    taken = [seconds(work) for _ in range(runs)]
    return statistics.median(taken), max(taken) / min(taken)


def pace(name: str, documents: Sequence[Document], *, runs: int, repeat: int) -> Pace:
    """Measure reading ``documents``, ``repeat`` times over, against tokenising them."""
    reader = default_reader()
    texts = [one.text for one in documents]

    def read() -> None:
        for _ in range(repeat):
            for one in documents:
                reader.read(one)

    def tokenise() -> None:
        for _ in range(repeat):
            for text in texts:
                _TOKEN.findall(text)

    for one in documents:  # lexicons are loaded, patterns compiled
        reader.read(one)
    taken, spread = median_of(runs, read)
    tokens, _ = median_of(max(runs, 5), tokenise)
    return Pace(
        name,
        len(documents) * repeat,
        sum(len(split_sentences(text)) for text in texts) * repeat,
        sum(map(len, texts)) * repeat,
        taken,
        tokens,
        spread,
    )


def growth(text: str, *, runs: int) -> float:
    """Return how many times longer a document of ten times the length takes."""
    reader = default_reader()
    short, long = document(text, "short"), document("\n\n".join([text] * 10), "long")
    brief, _ = median_of(runs * 3, lambda: reader.read(short))
    whole, _ = median_of(runs, lambda: reader.read(long))
    return whole / brief


def ledger_rate(documents: Sequence[Document], *, runs: int) -> tuple[float, float]:
    """Return documents kept a second, new ones and known ones."""
    reader = default_reader()
    readings = [reader.read(one) for one in documents]

    def keep(ledger: Ledger) -> None:
        for reading in readings:
            ledger.add(reading)

    fresh, known = [], []
    for number in range(runs):
        with tempfile.TemporaryDirectory(prefix="shuttle-bench-") as folder:
            ledger = Ledger.open(Path(folder) / f"{number}.db")
            try:
                fresh.append(seconds(lambda ledger=ledger: keep(ledger)))  # type: ignore[misc]
                known.append(seconds(lambda ledger=ledger: keep(ledger)))  # type: ignore[misc]
            finally:
                ledger.close()
    return len(readings) / statistics.median(fresh), len(readings) / statistics.median(known)


def figure_times(visits: int, *, runs: int) -> tuple[float, float, float]:
    """Return the seconds that the turn, the cadence and loading take for a pair with so many visits; medians."""
    rows = ["id,date,kind,visitor,host,people,level"]
    for number in range(visits):
        day = dt.date(1950, 1, 1) + dt.timedelta(number * 9)
        guest, host = ("KOR", "JPN") if number % 3 else ("JPN", "KOR")
        rows.append(f'{number},{day},visit,{guest},{host},"Leader {number // 40} (President, {guest})",leaders')
    reading, refused = read_spreadsheet(document("\n".join(rows), "visits.csv"))
    if refused:
        raise RuntimeError(f"row {refused[0].row}: {refused[0].reason}")
    pair, rule = ("KOR", "JPN"), CountingRule("visits", "office")
    with tempfile.TemporaryDirectory(prefix="shuttle-bench-") as folder, Ledger.open(Path(folder) / "f.db") as ledger:
        ledger.add(reading)
        found = ledger.visits(*pair)
        load, _ = median_of(runs, lambda: ledger.visits(*pair))
    turn, _ = median_of(runs, lambda: turn_figures(pair, (), found, rule, "2026-01-14"))
    chosen = turn_figures(pair, (), found, rule, "2026-01-14").selection
    rhythm, _ = median_of(runs, lambda: cadence(chosen, "2026-01-14"))
    return turn, rhythm, load


def figure_report(*, runs: int) -> Iterator[str]:
    """Yield the lines of what figures take, against loading and at ten times the size."""
    few, many = figure_times(150, runs=runs), figure_times(1_500, runs=runs)
    head = ("figures of 1,500 visits", "ms", "times loading them", "times as long as of 150")
    yield from table(
        head,
        [
            (name, f"{long * 1e3:.0f}", f"{long / many[2]:.2f}", f"{long / short:.1f}")
            for name, short, long in zip(("turn", "cadence", "loading"), few, many, strict=True)
        ],
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a plain table, first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, ["-" * width for width in widths], *rows):
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([first.strip().ljust(widths[0]), *others]).rstrip()


def growth_report(documents: int) -> Iterator[str]:
    """Yield the lines of how a ledger grows to so many documents."""
    points: list[Point] = []
    with tempfile.TemporaryDirectory(prefix="shuttle-bench-") as folder:
        for point in grow(decades(documents), Path(folder) / "growth.db"):
            points.append(point)
    first = points[0]
    head = (
        "documents",
        "claims",
        "one more, ms",
        "90 of 100",
        "work, ms",
        f"x {first.documents:,}",
        "by id",
        "typical pair x by id",
        "densest pair x by id",
        "each of all meetings x by id",
        "memory, MB",
        "file, MB",
    )
    yield from table(
        head,
        [
            (
                f"{one.documents:,}",
                f"{one.claims:,}",
                f"{one.add:.1f}",
                f"{one.add_slow:.1f}",
                f"{one.add_work:.1f}",
                f"{one.add_work / first.add_work:.2f}",
                f"{one.trivial:.2f}",
                f"{one.typical / one.trivial:.0f} ({one.typical:.0f} ms, {one.typical_size} documents)",
                f"{one.densest / one.trivial:.0f} ({one.densest:.0f} ms, {one.densest_size} documents)",
                f"{one.every / one.trivial:.2f} (+{one.every_memory:.0f} MB)",
                f"{one.memory:.0f}",
                f"{one.file:.0f}",
            )
            for one in points
        ],
    )
    if len(points) > 1:
        slope, exponent = per_decade(points)
        yield (
            f"at ten times the size one more document takes {slope:+.1f} ms of work "
            f"(exponent {exponent:.2f}: 0 would be constant, 1 in proportion)"
        )


def report(*, runs: int, repeat: int, grown_to: int) -> Iterator[str]:
    """Yield the lines of the report, each part as soon as it is measured."""
    examples, fillers, passing = diplomatic(), plain(28, 30), news(28, 30)
    paces = [
        pace("diplomatic", examples, runs=runs, repeat=repeat),
        pace("plain", fillers, runs=runs, repeat=repeat),
        pace("news", passing, runs=runs, repeat=repeat),
    ]
    head = ("text", "documents/s", "sentences/s", "MB/s", "times re tokens", "spread")
    rows = [
        (
            one.name,
            f"{one.documents / one.read:,.0f}",
            f"{one.sentences / one.read:,.0f}",
            f"{one.characters / one.read / 1e6:.2f}",
            f"{one.ratio:.1f}",
            f"{one.spread:.2f}",
        )
        for one in paces
    ]
    yield from table(head, rows)
    speeds = [one.sentences / one.read for one in paces]
    yield (
        f"plain text is passed at {speeds[1] / speeds[0]:.1f} times the speed of diplomatic text, "
        f"news at {speeds[2] / speeds[0]:.1f} times"
    )
    yield ""
    article = max(examples, key=lambda one: len(one.text)).text
    grown = [
        ("diplomatic", f"{growth(article, runs=runs):.1f}"),
        ("plain", f"{growth(fillers[0].text * 3, runs=runs):.1f}"),
        ("one sentence", f"{growth('the two leaders and their aides met again and ' * 40, runs=runs):.1f}"),
    ]
    yield from table(("ten times the length takes", "times as long"), grown)
    yield ""
    fresh, known = ledger_rate([replace(one, source=Path(one.source).name) for one in examples], runs=min(runs, 3))
    yield from table(("ledger", "documents/s"), [("new", f"{fresh:,.0f}"), ("already kept", f"{known:,.0f}")])
    yield ""
    yield from figure_report(runs=min(runs, 3))
    yield ""
    yield from growth_report(grown_to)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="How fast reading is, as ratios taken in one run.")
    parser.add_argument("--quick", action="store_true", help="one round in place of several, for a first look")
    parser.add_argument("--documents", type=int, default=0, help="how far the ledger is to grow; 10,000 unless told")
    parser.add_argument("--growth", action="store_true", help="how the ledger grows, and nothing else")
    wanted = parser.parse_args(arguments)
    grown_to = wanted.documents or (1_000 if wanted.quick else 10_000)
    if wanted.growth:
        lines = growth_report(grown_to)
    else:
        lines = report(runs=1 if wanted.quick else 5, repeat=1 if wanted.quick else 3, grown_to=grown_to)
    for line in lines:
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
