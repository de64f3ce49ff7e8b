"""Texts in which people marked who says what -> how well dateline attributes, file by file.

make bench-attribution                       the sets in ../shared/bench/attribution, where they are present
make bench-attribution BENCH="FILE ..."      other .jsonl files of the form of `dateline evaluate attribution`

The set is news that may not be shipped, so a clone has none of it: then this says so, and exits 0.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dateline.evaluate.attribution import AttributionAgreement, measure

USUAL = Path(__file__).parents[1] / "../shared/bench/attribution"


def main() -> None:
    """Measure each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help=".jsonl files, or folders of them")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    # The usual set's training half takes minutes, and mistakes are read in it: it says least.
    paths = options.paths or sorted(p for p in USUAL.glob("*/*.jsonl") if p.stem != "train")
    missing = [str(path) for path in paths if not path.exists()]
    if missing or not paths:
        print(f"no marked attributions at {', '.join(missing) or USUAL}: nothing measured", file=sys.stderr)
        return
    got = {path.stem: measure(path) for path in paths}
    print(json.dumps({name: a.to_object() for name, a in got.items()}) if options.json else _table(got))


def _table(got: dict[str, AttributionAgreement]) -> str:
    spans = "spans: source, cue, content"
    lines = [f"{'set':12}{'texts':>6}{'marked':>8}{'who/what':>10}{'source':>8}{'content':>9}{spans:>33}"]
    for name, a in got.items():
        figures = (a.who_said_what.f1, a.source_share, a.content_pairs.f1)
        exact = (a.exact_source.f1, a.exact_cue.f1, a.exact_content.f1)
        counts = f"{name:12}{a.reports:6}{a.content_pairs.gold:8}"
        lines.append(
            counts + "{:10.4f}{:8.4f}{:9.4f}".format(*figures) + "".join(f"{x:11.4f}" for x in exact)
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
