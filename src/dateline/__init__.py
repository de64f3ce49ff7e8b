"""Reports about an armed conflict -> a ledger of attributed, traceable claims."""

__version__ = "0.1.0"
