"""A command line -> one call of dateline, and what it gives, printed. Nothing is decided here.

Data go to standard output, everything else to standard error. Exit status: 0, or 1 where something could
not be read, or 2 where the command makes no sense.
"""

from dateline.cli.app import app
from dateline.cli.edge import main

__all__ = ["app", "main"]
