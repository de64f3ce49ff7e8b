"""A report's sentences -> its figures: how many people, things or attacks, with the range that was said."""

from dateline.mentions.figures.search import find, find_named

__all__ = ["find", "find_named"]
