"""A report and its parsed sentences -> mentions of times, each resolved to an interval of days."""

from dateline.mentions.times.finding import find, timexes

__all__ = ["find", "timexes"]
