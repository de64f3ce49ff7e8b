"""Texts with tagged times -> how well dateline tags them, set by set.

make bench-times                       the sets in ../shared/bench/times, where they are present
make bench-times BENCH="DIR ..."       other folders or .jsonl files of the form of `dateline evaluate times`

The sets are news and histories that may not be shipped, so a clone has none of them: then this says so, and
exits 0.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dateline.evaluate.times import TimeAgreement, measure

USUAL = Path(__file__).parents[1] / "../shared/bench/times"
# The two kinds of set whose mean is the figure of this part: news, and histories.
KINDS = ("tempeval3", "wikiwars")


def main() -> None:
    """Measure each file, then the mean of news and histories."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help="folders or .jsonl files")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths = options.paths or ([USUAL / kind for kind in KINDS] if USUAL.is_dir() else [])
    missing = [str(path) for path in paths if not path.exists()]
    if missing or not paths:
        print(f"no tagged times at {', '.join(missing) or USUAL}: nothing measured", file=sys.stderr)
        return
    got = {path.name: measure(path) for path in paths}
    print(json.dumps({name: a.to_object() for name, a in got.items()}) if options.json else _table(got))


def _table(got: dict[str, TimeAgreement]) -> str:
    lines = [f"{'set':16}{'texts':>6}{'tags':>7}{'strict':>9}{'relaxed':>9}{'type':>9}{'value':>9}"]
    for name, a in got.items():
        figures = (a.strict.f1, a.relaxed.f1, a.type_f1, a.value_f1)
        lines.append(f"{name:16}{a.reports:6}{a.strict.gold:7}" + "".join(f"{x:9.4f}" for x in figures))
    if len(got) > 1:
        strict = sum(a.strict.f1 for a in got.values()) / len(got)
        value = sum(a.value_f1 for a in got.values()) / len(got)
        lines.append(f"{'mean':29}{strict:9.4f}{'':18}{value:9.4f}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
