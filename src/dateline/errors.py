"""The exception tree: raised on misuse or a broken install, never on bad input (that is a `Fault`).

DatelineError
  UsageError        a call that makes no sense: an unknown option value, a missing file
  InstallError      something that dateline needs is not installed or is the wrong version
  LexiconError      a shipped or user-given data file breaks its own rules
  LedgerError       a ledger that cannot be opened, written or trusted
    BusyError       a ledger that another program writes to just now; to try again will do
  ProtectionError   an export that would show what its audience may not see
"""


class DatelineError(Exception):
    """Whatever dateline raises of its own accord."""


class UsageError(DatelineError):
    """A call that makes no sense as given; the message says what to do."""


class InstallError(DatelineError):
    """Something that dateline needs is missing or of the wrong version."""


class LexiconError(DatelineError):
    """A data file that breaks its own rules; the message names the file and the entry."""


class LedgerError(DatelineError):
    """A ledger that cannot be opened, written or trusted."""


class BusyError(LedgerError):
    """A ledger that another program writes to just now: nothing was written, and to try again will do."""


class ProtectionError(DatelineError):
    """An export that would show what its audience may not see; the message says of what kind, and where."""
