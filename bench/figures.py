"""Texts whose numbers people wrote down -> how well dateline reads them, set by set.

make bench-figures                       the sets in ../shared/bench/figures, where they are present
make bench-figures BENCH="DIR ..."       other folders or .jsonl files of the forms of `dateline evaluate figures`

The sets are news that may not be shipped, so a clone has none of them: then this says so, and exits 0.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dateline.evaluate.figures import FigureAgreement, measure
from dateline.evaluate.ledger import Share

USUAL = Path(__file__).parents[1] / "../shared/bench/figures"


def main() -> None:
    """Measure each file or folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help="folders or .jsonl files")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    usual = sorted(folder for folder in USUAL.glob("*") if folder.is_dir()) if USUAL.is_dir() else []
    paths = options.paths or usual
    missing = [str(path) for path in paths if not path.exists()]
    if missing or not paths:
        print(f"no texts with figures at {', '.join(missing) or USUAL}: nothing measured", file=sys.stderr)
        return
    got = {path.name: measure(path) for path in paths}
    print(json.dumps({name: a.to_object() for name, a in got.items()}) if options.json else _table(got))


def _table(got: dict[str, FigureAgreement]) -> str:
    lines = [f"{'set':18}{'texts':>6}{'field':>12}{'wanted':>8}{'precision':>11}{'recall':>9}{'F1':>9}"]
    for name, a in got.items():
        for field in a.__dataclass_fields__:
            share = getattr(a, field)
            if isinstance(share, Share):
                figures = f"{share.gold:8}{share.p:11.4f}{share.r:9.4f}{share.f1:9.4f}"
                lines.append(f"{name:18}{a.reports:6}{field:>12}{figures}")
            elif isinstance(share, float):  # a share of reports whose number is the same
                lines.append(f"{name:18}{a.reports:6}{field:>16}{share:24.4f}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
