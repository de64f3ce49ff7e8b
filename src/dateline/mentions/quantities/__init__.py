"""A report's sentences -> every quantity they state: values and ranges with units, whatever is measured."""

from dateline.mentions.quantities.finding import find, read
from dateline.mentions.quantities.quantity import Quantity

__all__ = ["Quantity", "find", "read"]
