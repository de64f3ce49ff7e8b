"""Texts with placed names -> how well dateline places them, set by set, and how fast.

make bench-places                       the sets in ../shared/bench/places, where they are present
make bench-places BENCH="FILE ..."      other .jsonl files of the form of `dateline evaluate places`

The sets are news that may not be shipped, so a clone has none of them: then this says so, and exits 0. Beside
each figure stands that of the largest place of the same name, measured in the same run. What is timed is
`resolve` on the sets' own spans, parsing apart, in process time; a first round warms the gazetteer's memory.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from dateline import language
from dateline.evaluate.places import PlaceAgreement, load, measure
from dateline.lexicons.gazetteer import open_gazetteer
from dateline.mentions.places import resolve

USUAL = Path(__file__).parents[1] / "../shared/bench/places"
# The sets whose unweighted mean is the figure of this part.
SETS = ("lgl", "trnews", "geovirus", "gwn")
TIMED = 200  # reports of the first set


def main() -> None:
    """Measure each file, then the mean over the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help=".jsonl files, or folders of them")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths = options.paths or ([USUAL / name for name in SETS] if USUAL.is_dir() else [])
    missing = [str(path) for path in paths if not path.exists()]
    if missing or not paths:
        print(f"no placed names at {', '.join(missing) or USUAL}: nothing measured", file=sys.stderr)
        return
    got = {
        path.stem if path.is_dir() else path.parent.name + "/" + path.stem: measure(path) for path in paths
    }
    a_second = _a_second(paths[0])
    print(json.dumps(_object(got, a_second)) if options.json else _table(got, a_second))


def _a_second(path: Path) -> float:
    """How many names `resolve` places in a second."""
    engine, places = language.load(), open_gazetteer()
    read = []
    for _, row in zip(range(TIMED), load(path), strict=False):
        spans = [row.report.span(n.start, n.end) for n in row.names]
        read.append((row.report, language.parse(row.report, engine)[0], spans))
    taken = 0.0
    for _ in range(2):
        start = time.process_time()
        for report, sentences, spans in read:
            resolve(report, sentences, spans, places)
        taken = time.process_time() - start
    return sum(len(spans) for *_, spans in read) / max(taken, 1e-9)


def _object(got: dict[str, PlaceAgreement], a_second: float) -> dict[str, Any]:
    return {
        **{name: a.to_object() for name, a in got.items()},
        "mean": _mean(got),
        "resolutions_a_second": a_second,
    }


def _mean(got: dict[str, PlaceAgreement]) -> dict[str, float]:
    names = ("acc161_all", "prior_acc161_all", "e2e161_f1")
    mean = {name: sum(a.headline[name] for a in got.values()) / len(got) for name in names}
    return {**mean, "prior_e2e161_f1": sum(a.prior_placed.f1 for a in got.values()) / len(got)}


def _table(got: dict[str, PlaceAgreement], a_second: float) -> str:
    lines = [
        f"{'':22}{'spans given, within 161 km':>34}{'from raw text':>30}",
        f"{'set':14}{'names':>8}{'all':>10}{'answered':>12}{'prior':>12}{'found':>10}{'placed':>10}{'prior':>10}",
    ]
    for name, a in got.items():
        figures = (a.resolved.r, a.resolved.p, a.prior_resolved.r, a.found.f1, a.placed.f1, a.prior_placed.f1)
        widths = (10, 12, 12, 10, 10, 10)
        shown = "".join(f"{x:{w}.4f}" for x, w in zip(figures, widths, strict=True))
        lines.append(f"{name:14}{a.resolved.gold:8}{shown}")
    mean = _mean(got)
    lines.append(
        f"{'mean':22}{mean['acc161_all']:10.4f}{'':12}{mean['prior_acc161_all']:12.4f}{'':10}"
        f"{mean['e2e161_f1']:10.4f}{mean['prior_e2e161_f1']:10.4f}"
    )
    return "\n".join([*lines, f"{a_second:,.0f} resolutions a second"])


if __name__ == "__main__":
    main()
