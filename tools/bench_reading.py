"""Score the reader on public sets, each figure beside what others published.

    make bench-reading                                  or  .venv/bin/python -m tools.bench_reading
    make bench-reading SETS=folder                      sets that lie in another folder
    .venv/bin/python -m tools.bench_reading meantime --misses

No set is part of the repository. A set that is not there is named, with where to get it, and passed over.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.benchmarks import dates, events, travels
from tools.benchmarks.sets import PublicSet, default_folders, lines_of

__all__ = ["all_sets", "main", "report"]


def all_sets() -> tuple[PublicSet, ...]:
    """Return every set that there is a score for."""
    return (*dates.DATE_SETS, *events.EVENT_SETS, travels.TRAVELS)


def report(folders: Sequence[Path], names: Sequence[str] = (), *, misses: bool = False) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        folders: where sets are looked for.
        names: keys of the sets wanted; none for all.
        misses: whether to add what was missed, one line each.
    """
    absent = []
    for one in all_sets():
        if names and one.key not in names:
            continue
        place = one.found(folders)
        if place is None:
            absent.append(one)
            continue
        yield from _scored(one, place, misses=misses)
        yield ""
    if absent:
        yield f"Not found under {', '.join(map(str, folders))}:"
        for one in absent:
            yield f"- {one.key}: {one.title}, from the public repository {one.source}, as {one.paths[0]}"


def _scored(one: PublicSet, place: Path, *, misses: bool) -> Iterator[str]:
    if one in dates.DATE_SETS:
        tally = dates.score(place)
        figures, missed = list(dates.figures(one, tally)), tally.misses
    elif one in events.EVENT_SETS:
        scores = events.score(events.load(one, place))
        figures, missed = list(events.figures(one, scores)), [line for two in scores.values() for line in two.misses]
    else:
        counts = travels.score(place)
        figures, missed = list(travels.figures(counts)), [line for two in counts.values() for line in two.misses]
    yield from lines_of(one, figures)
    if misses:
        yield from ("", *missed)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark on the sets that the command line names, or on all that are there."""
    parser = argparse.ArgumentParser(description="Score the reader on public sets.")
    parser.add_argument("names", nargs="*", metavar="SET", help=f"one of {', '.join(one.key for one in all_sets())}")
    parser.add_argument("--sets", type=Path, action="append", metavar="FOLDER", help="where sets lie; may be repeated")
    parser.add_argument("--misses", action="store_true", help="also print what was missed")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - {one.key for one in all_sets()}
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    for line in report([*(options.sets or ()), *default_folders()], options.names, misses=options.misses):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
