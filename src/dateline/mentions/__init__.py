"""A report and its parsed sentences -> mentions: spans with a resolved value."""
