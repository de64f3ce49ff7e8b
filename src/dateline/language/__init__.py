"""A report -> its sentences, parsed. The only door to the NLP engine; no other module imports it."""

from dateline.language.engine import Engine, load, parse

__all__ = ["Engine", "load", "parse"]
