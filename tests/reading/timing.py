"""Measure how time grows with the length of a text, without a clock's threshold."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

__all__ = ["growth"]


def growth(work: Callable[[str], object], unit: str, size: int, *, times: int = 4, runs: int = 3) -> float:
    """Return how many times longer ``work`` takes on a text ``times`` as long as one of ``size`` characters.

    A few milliseconds are lost in noise, so that many are added to both sides. The collector of garbage rests
    meanwhile: what it goes through is the heap of all tests, and no part of the work. What seems to grow faster than
    the text is measured again: other work on the machine disturbs once, what is quadratic stays so.
    """

    def seconds(length: int) -> float:
        text = unit * max(1, length // len(unit))
        best = float("inf")
        for _ in range(runs):
            began = time.process_time()
            work(text)
            best = min(best, time.process_time() - began)
        return best

    work(unit)
    gc.collect()
    gc.disable()
    try:
        least = float("inf")
        for _ in range(3):
            least = min(least, (seconds(size * times) + 0.005) / (seconds(size) + 0.005))
            if least < 1.5 * times:
                break
        return least
    finally:
        gc.enable()
