"""Files, streams and texts -> Reports, with what could not be read as faults. It fetches nothing."""

from dateline.reports.decode import printable
from dateline.reports.files import read
from dateline.reports.finding import find
from dateline.reports.text import from_text

__all__ = ["find", "from_text", "printable", "read"]
