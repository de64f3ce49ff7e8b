"""The gazetteer -> how fast a name is looked up, how much memory it holds, how long the full GeoNames dump takes.

make bench-gazetteer                                    all of it, with a dump of a million made-up rows
make bench-gazetteer BENCH="--rows 0"                   lookups and memory of the shipped gazetteer only
make bench-gazetteer BENCH="--rows 0 --gazetteer FILE"  of an index of yours

The made-up dump has GeoNames' layout, its mix of features and of countries, lines of about its mean length and
as many alternate names a row; the time for the full dump is the time a row times its 12 million rows, which is
a little unfair to us where sorting gains from the longer run, and a little kind where it does not fit memory.
Lookups are timed on names that were not asked before, half of them borne by places and half by none; memory is
what a fresh process holds more once it has looked up two thousand names.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dateline.lexicons.gazetteer import open_gazetteer
from dateline.lexicons.gazetteer_dump import MOST_PROCESSES, build

FULL_ROWS = 12_000_000  # of allCountries.txt in 2025
# What the project promises, on two cores of 2020.
MOST_US, MOST_MB, MOST_MINUTES, MOST_BUILD_MB = 50, 30, 10, 1000
ASKED = 2000  # names looked up
# Countries by their share of GeoNames' rows, in per cent, about; the rest stands for all others.
COUNTRIES = {"US": 18, "NO": 5, "MX": 8, "CN": 7, "IN": 5, "ID": 4, "RU": 4, "IR": 3, "PK": 3, "TH": 2, "FR": 2,
             "DE": 2, "YE": 2, "CD": 2, "AF": 2, "UA": 2, "IQ": 2, "SD": 2, "SY": 1, "NG": 2, "MM": 2, "ET": 1, "BR": 3,
             "VN": 2, "MA": 1, "PH": 2, "TR": 2, "AU": 2, "CO": 2, "ML": 1, "SO": 1, "NE": 1}  # fmt: skip
# Feature classes by their share, in per cent, with some of the commonest codes of each.
FEATURES = {"P": (40, "PPL PPL PPL PPL PPL PPLX PPLL PPLA3 PPLQ"), "H": (18, "STM STM STM LK SPNG WLL"),
            "S": (20, "SCH CH HTL FRM BLDG AIRP HSP DAM PRN"), "T": (12, "MT HLL VLY ISL VAL MTS"),
            "A": (4, "ADM2 ADM3 ADM4 ADM4"), "L": (4, "LCTY PRK AREA RGN OILF"), "V": (2, "FRST GRSLD")}  # fmt: skip
ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "r",
    "s",
    "t",
    "z",
    "sh",
    "kh",
    "gh",
    "q",
    "ch",
    "w",
    "y",
    "br",
    "tr",
]
VOWELS = ["a", "a", "a", "e", "i", "i", "o", "u", "ai", "aa", "ou"]
CODAS = ["", "", "", "n", "r", "l", "d", "m", "sh", "b", "t", "h", "k"]
MARKED = str.maketrans({"a": "ā", "i": "ī", "u": "ū"})
HEADS = ["", "", "", "", "", "Al ", "Tall ", "New ", "San ", "Kafr ", "Nova "]
TAILS = ["", "", "", "", "", " Creek", " al Kabīr", "-e Bālā", " School", " Airport"]
OTHER_SCRIPT = ["Камышли", "القامشلي", "حلب الجديدة", "上海市", "กรุงเทพ"]


def main() -> None:
    """Measure, and print a table or, with --json, one object."""
    options = _options()
    if options.inside:
        print(json.dumps(INSIDE[options.inside](options.files)))
        return
    files = [options.gazetteer] if options.gazetteer else []
    got: dict[str, Any] = {"shipped": _of_file(files)}
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        if options.rows:
            dump, others, out = (
                Path(name) / file for file in ("allCountries.txt", "alternateNamesV2.txt", "out")
            )
            _write(dump, made_up_rows(options.rows))
            got["build"] = _ask("build", [dump, out])
            got["built"] = _of_file([out])
            _write(others, made_up_names(options.rows))
            got["build with names"] = _ask("build", [dump, others, out])
    print(json.dumps(got) if options.json else _table(got))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the made-up dump; 0 for none")
    parser.add_argument("--gazetteer", type=Path, help="a gazetteer's file; else the shipped gazetteer")
    parser.add_argument("--folder", type=Path, help="where to put the dump; else a temporary folder")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--inside", choices=INSIDE, help=argparse.SUPPRESS)
    parser.add_argument("files", type=Path, nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args()


def _ask(what: str, files: list[Path], said: str = "") -> dict[str, Any]:
    """What a process of its own measures."""
    command = [sys.executable, __file__, "--inside", what, *map(str, files)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, input=said)  # noqa: S603  # our own command
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _of_file(files: list[Path]) -> dict[str, Any]:
    """Lookup time and memory of a gazetteer."""
    gazetteer = open_gazetteer(files[0] if files else None)
    rows = gazetteer._db.execute("SELECT name FROM place WHERE row % 7 = 0 ORDER BY id").fetchall()  # noqa: SLF001
    names = _names(rows)
    for name in names:  # so that the disk has been read once
        gazetteer.lookup(name)
    places = gazetteer._db.execute("SELECT count(*) FROM place").fetchone()[0]  # noqa: SLF001
    size = gazetteer.path.stat().st_size / 1e6
    return _ask("look up", files, "\n".join(names)) | {"places": places, "file_mb": size}


def _looked_up(files: list[Path]) -> dict[str, Any]:
    names = sys.stdin.read().split("\n")
    before = _resident_mb()
    gazetteer = open_gazetteer(files[0] if files else None)
    spent = []
    for name in names:
        begin = time.perf_counter_ns()
        gazetteer.lookup(name)
        spent.append((time.perf_counter_ns() - begin) / 1000)
    spent.sort()
    return {
        "mean_us": sum(spent) / len(spent),
        "median_us": spent[len(spent) // 2],
        "slowest_us": spent[-1],
        "resident_mb": _resident_mb() - before,
    }


def _names(rows: list[tuple[str]]) -> list[str]:
    """Names that places bear, and as many that hardly any bears."""
    chance = random.Random(7)  # noqa: S311  # names, no secrets
    borne = [name for (name,) in chance.sample(rows, min(ASKED // 2, len(rows)))]
    return borne + [_name(chance) for _ in borne]


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _built(files: list[Path]) -> dict[str, Any]:
    """Build from a made-up dump; how long each step took, in time of the wall and of the processors."""
    dump, *others, out = files
    begun: dict[str, tuple[float, float]] = {}

    def note(step: str, _done: int, _total: int) -> None:
        begun.setdefault(step, _clocks())

    built = build(dump, others[0] if others else None, out, progress=note)
    times = [*begun.values(), _clocks()]
    steps = {step: times[k + 1][0] - times[k][0] for k, step in enumerate(begun)}
    wall, spent = (times[-1][k] - times[0][k] for k in (0, 1))
    once = steps.get("reviewed places", 0.0)  # takes as long whatever the size of the dump
    own, child = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    processes = min(MOST_PROCESSES, os.cpu_count() or 1)
    times_longer = (
        FULL_ROWS / built.lines * (1 if not others else built.lines / (built.lines - _lines(others[0])))
    )
    return {
        "rows": built.lines - sum(map(_lines, others)),
        "bytes_a_row": dump.stat().st_size / (built.lines - sum(map(_lines, others))),
        "places": built.places,
        "names": built.names,
        "steps": steps,
        "seconds": wall,
        "processor_seconds": spent,
        "minutes_for_full": ((wall - once) * times_longer + once) / 60,
        "processor_minutes_for_full": ((spent - once) * times_longer + once) / 60,
        "peak_mb": own + processes * child,
        "file_mb": out.stat().st_size / 1e6,
    }


def _clocks() -> tuple[float, float]:
    """The time, and the processors' time of this process and those it has ended."""
    spent = os.times()
    return time.perf_counter(), spent.user + spent.system + spent.children_user + spent.children_system


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


INSIDE: dict[str, Callable[[list[Path]], dict[str, Any]]] = {"look up": _looked_up, "build": _built}


def _write(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)


def made_up_rows(rows: int) -> Iterator[str]:
    """Lines of a main table in GeoNames' layout: a division a hundred rows, then what lies in it."""
    chance = random.Random(1)  # noqa: S311  # names, no secrets
    lands = chance.choices(list(COUNTRIES), list(COUNTRIES.values()), k=rows // 1000 + 1)
    classes, weights = list(FEATURES), [share for share, _ in FEATURES.values()]
    for row in range(rows):
        land, first = lands[row // 1000], f"{row // 1000 % 20 + 1:02}"
        feature = chance.choices(classes, weights)[0]
        code = chance.choice(FEATURES[feature][1].split())
        if row % 1000 == 0:
            feature, code = "A", "ADM1"
        name = _name(chance)
        printed = name.translate(MARKED) if chance.random() < 0.4 else name
        others = (
            ",".join(_name(chance) for _ in range(chance.choice((0, 0, 1, 1, 2, 4))))
            if feature in "PA"
            else ""
        )
        if others and chance.random() < 0.5:
            others += "," + chance.choice(OTHER_SCRIPT)
        people = chance.choice((0, 0, 0, 0, 300, 2500)) if feature == "P" else 0
        lat, lon = chance.uniform(-50, 65), chance.uniform(-170, 179)
        yield (
            f"{row + 1_000_000}\t{printed}\t{name}\t{others}\t{lat:.5f}\t{lon:.5f}"
            f"\t{feature}\t{code}\t{land}\t\t{first}\t{first}{row % 30:02}\t\t\t{people}\t\t{row % 900}"
            "\tAsia/Nowhere\t2024-05-17\n"
        )


def made_up_names(rows: int) -> Iterator[str]:
    """Lines of a table of alternate names: four names for each three rows, some of them links and codes."""
    chance = random.Random(2)  # noqa: S311  # names, no secrets
    for number in range(rows * 4 // 3):
        language = chance.choice(("en", "", "ar", "ru", "link", "fr", "zh", "wkdt", "post"))
        name = chance.choice(OTHER_SCRIPT) if language in {"ar", "ru", "zh"} else _name(chance)
        place = chance.randrange(rows) + 1_000_000
        yield f"{number}\t{place}\t{language}\t{name}\t{'1' if chance.random() < 0.1 else ''}\t\t\t\t\t\n"


def _name(chance: random.Random) -> str:
    parts = [
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
        for _ in range(chance.choice((2, 2, 3)))
    ]
    return chance.choice(HEADS) + "".join(parts).capitalize() + chance.choice(TAILS)


def _table(got: dict[str, Any]) -> str:
    rows: list[tuple[str, str, str]] = []
    for name in ("shipped", "built"):
        if name in got:
            rows += _file_rows(name, got[name])
    for name in ("build", "build with names"):
        if name in got:
            rows += _build_rows(name, got[name])
    return "\n".join(f"{name:44}{value:>18}   {limit}".rstrip() for name, value, limit in rows)


def _file_rows(name: str, held: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (f"{name}: places, file", f"{held['places']:,}, {held['file_mb']:.0f} MB", ""),
        (f"{name}: a lookup, mean", f"{held['mean_us']:.1f} us", f"at most {MOST_US} us"),
        (
            f"{name}: a lookup, median and slowest",
            f"{held['median_us']:.1f}, {held['slowest_us']:.0f} us",
            "",
        ),
        (f"{name}: resident memory", f"{held['resident_mb']:.1f} MB", f"at most {MOST_MB} MB"),
    ]


def _build_rows(name: str, built: dict[str, Any]) -> list[tuple[str, str, str]]:
    wall, spent = f"{built['minutes_for_full']:.1f} min", f"{built['processor_minutes_for_full']:.1f} min"
    return [
        (f"{name}: rows, bytes each", f"{built['rows']:,}, {built['bytes_a_row']:.0f}", ""),
        *((f"{name}: {step}", f"{seconds:.1f} s", "") for step, seconds in built["steps"].items()),
        (f"{name}: all; processors", f"{built['seconds']:.1f}, {built['processor_seconds']:.1f} s", ""),
        (
            f"{name}: for {FULL_ROWS:,} rows",
            wall,
            f"at most {MOST_MINUTES} min, on a machine that does nothing else",
        ),
        (f"{name}: of processors", spent, ""),
        (f"{name}: peak memory", f"{built['peak_mb']:.0f} MB", f"at most {MOST_BUILD_MB} MB"),
        (f"{name}: places, names", f"{built['places']:,}, {built['names']:,}", ""),
        (f"{name}: file", f"{built['file_mb']:.0f} MB", ""),
    ]


if __name__ == "__main__":
    main()
