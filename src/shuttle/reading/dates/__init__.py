"""Read the dates, times of day and lengths of English news and government prose."""

from shuttle.reading.dates.clock import ClockTime, Duration, find_clock
from shuttle.reading.dates.datelines import find_dateline
from shuttle.reading.dates.forms import Expression
from shuttle.reading.dates.mentions import (
    DateMention,
    find_dates,
    find_expressions,
    resolve_again,
    resolve_expressions,
)
from shuttle.reading.dates.words import JUST_NOW, UNDER_WAY

__all__ = [
    "JUST_NOW",
    "UNDER_WAY",
    "ClockTime",
    "DateMention",
    "Duration",
    "Expression",
    "find_clock",
    "find_dateline",
    "find_dates",
    "find_expressions",
    "resolve_again",
    "resolve_expressions",
]
