"""Claims and the reports they were read from -> forms that others read, one file a form."""

from dateline.exports.claims import to_csv, to_jsonl, to_object, to_report_object
from dateline.exports.notebook import ShownClaim, to_html

__all__ = ["ShownClaim", "to_csv", "to_html", "to_jsonl", "to_object", "to_report_object"]
