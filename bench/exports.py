"""An invented ledger -> how long each form of export takes to write.

make bench-exports                                  10,000 claims
make bench-exports BENCH="--size 1000"              another size
make bench-exports BENCH="--keep FILE"              leave the ledger in FILE; use the one there, if it is there already

The claims are those of bench/incidents.py. Seconds of the wall, once each; building and protecting are told apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from board import make

from dateline.exports.forms import FORMS
from dateline.ledger import Ledger
from dateline.publishing import build

SIZE = 10_000


def main() -> None:
    """Make a ledger, or open the one that was kept, and time the forms."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--keep", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "invented.ledger"
        if not path.exists():
            make(path, options.size)
        _time(path, Path(folder))


def _time(path: Path, folder: Path) -> None:
    start = time.perf_counter()
    with Ledger(path, read_only=True) as ledger:
        made = build(ledger)
    spent = time.perf_counter() - start
    print(f"{len(made.told):,} claims in {len(made.incidents):,} incidents: built in {spent:.1f} s")
    for form in FORMS.values():
        out = folder / f"{form.name}{form.suffix}"
        start = time.perf_counter()
        loss = form.write(made, out)
        spent = time.perf_counter() - start
        print(f"  {form.name:<9} {spent:6.1f} s  {_size(out) / 1e6:6.1f} MB  {loss.rows:>7,} rows")


def _size(path: Path) -> int:
    return sum(inner.stat().st_size for inner in (path.rglob("*") if path.is_dir() else (path,)))


if __name__ == "__main__":
    main()
