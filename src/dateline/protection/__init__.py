"""Reports and claims -> the same without the names of private people, and proof that none is left.

Pure functions on records: who is private in a report, what is put in their place, and which forms of a name a
finished file is searched for. It opens no ledger and writes no file.
"""

from dateline.protection.policy import Policy, policy_for

__all__ = ["Policy", "policy_for"]
