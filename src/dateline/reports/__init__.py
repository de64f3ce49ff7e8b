"""Files, streams and texts -> Reports, with what could not be read as faults. It fetches nothing."""

from dateline.reports.files import find, read
from dateline.reports.text import from_text

__all__ = ["find", "from_text", "read"]
