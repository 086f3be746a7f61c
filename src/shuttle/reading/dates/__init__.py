"""Read the dates, times of day and lengths of English news and government prose."""

from shuttle.reading.dates.clock import ClockTime, Duration, find_clock
from shuttle.reading.dates.datelines import find_dateline
from shuttle.reading.dates.mentions import DateMention, find_dates, resolve_again

__all__ = ["ClockTime", "DateMention", "Duration", "find_clock", "find_dateline", "find_dates", "resolve_again"]
