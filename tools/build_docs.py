"""The codebook -> docs/codebook.md. `--check` writes nothing and fails where a page is out of date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dateline import lexicons

DOCS = Path(__file__).parents[1] / "docs"
NOTICE = "<!-- generated, do not edit: tools/build_docs.py writes this page from {source} -->\n"


def main(arguments: list[str]) -> int:
    """Write every generated page, or with --check name those that are out of date."""
    stale = [name for name, page in PAGES.items() if _differs(DOCS / name, page())]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/{name} is out of date: run make docs", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (DOCS / name).write_text(PAGES[name](), "utf-8")
        print(f"wrote docs/{name}")
    return 0


def codebook() -> str:
    """The codebook as a page: kinds with neighbours and crosswalks, measures, source types, statuses."""
    book = lexicons.load("codebook")
    return "\n".join(
        (
            NOTICE.format(source="src/dateline/lexicons/codebook.toml"),
            "# The codebook\n",
            "What a ledger may say. A project can change these entries without touching code: they are data,",
            "in `src/dateline/lexicons/codebook.toml`. A crosswalk says where a claim of a kind usually",
            "stands in another data set; who takes part can move it.\n",
            *_kinds(book),
            *_plain(
                book,
                "measure",
                "Measures",
                "What a figure counts. A range is inclusive; `-` is a bound that nobody stated.",
            ),
            *_plain(book, "source_type", "Source types", "Who says so."),
            *_plain(book, "status", "Statuses", "How the source puts it."),
        )
    )


def _kinds(book: dict[str, Any]) -> Iterator[str]:
    yield "## Kinds\n"
    for name, kind in book["kind"].items():
        yield f"### {name}\n"
        yield kind["definition"] + "\n"
        yield from (f"- takes: {text}" for text in kind["examples"])
        for miss in kind["near_misses"]:
            where = f"**{miss['kind']}**" if miss["kind"] else "left out"
            yield f"- not: {miss['text']} {where}: {miss['why']}"
        yield ""
        yield f"Neighbours: {', '.join(_neighbours(book, name)) or 'none'}.  "
        yield _crosswalk(kind)


def _neighbours(book: dict[str, Any], name: str) -> list[str]:
    mine = set(book["kind"][name]["family"])
    return [other for other, kind in book["kind"].items() if other != name and mine & set(kind["family"])]


def _crosswalk(kind: dict[str, Any]) -> str:
    acled = "; ".join(" / ".join(pair) for pair in kind["acled"]) or "-"
    plover = " / ".join(part for part in kind["plover"] if part) or "-"
    ged = ", ".join(map(str, kind["ged"])) or "-"
    note = f"  \n{kind['note']}" if kind["note"] else ""
    return f"ACLED: {acled}. PLOVER: {plover}. UCDP GED type of violence: {ged}.{note}\n"


def _plain(book: dict[str, Any], table: str, title: str, lead: str) -> Iterator[str]:
    yield f"## {title}\n"
    yield lead + "\n"
    for name, entry in book[table].items():
        yield f"### {name}\n"
        yield entry["definition"] + "\n"
        yield from (f"- takes: {text}" for text in entry["examples"])
        yield from (f"- not: {text}" for text in entry["near_misses"])
        crosswalk = [f"{label}: {entry[key]}" for key, label in CROSSWALKS if entry.get(key)]
        yield ("\n" + ". ".join(crosswalk) + ".\n") if crosswalk else ""


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text("utf-8") != text


CROSSWALKS = (("acled", "ACLED"), ("plover", "PLOVER"), ("ged", "UCDP GED"))
PAGES: dict[str, Callable[[], str]] = {"codebook.md": codebook}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
