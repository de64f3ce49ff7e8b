"""The codebook, the commands, the ledger's schema and the demo -> generated pages, and the README's example.

`--check` writes nothing, and fails where a page is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from typer.main import get_command

from dateline import lexicons
from dateline.cli import tables
from dateline.cli.app import app
from dateline.exports import acled, ged, polecat
from dateline.exports.cells import Column, Head
from dateline.exports.claims import CLAIM_COLUMNS, SCORED
from dateline.exports.publication import Audience, Publication, Wording
from dateline.exports.tables import tables as tables_of
from dateline.ledger import ClaimFilter, Ledger, describe, describe_tables
from dateline.pipeline import read_reports
from dateline.records import Claim, Report

ROOT = Path(__file__).parents[1]
# The figures of the demo that the README shows: low and high. They conflict, grow, and leave bounds open.
SHOWN = ((17, None), (34, 34), (74, 74), (112, 112), (None, 120), (4, 4), (118, 118))
NOTICE = "<!-- generated, do not edit: tools/build_docs.py writes this page from {source} -->\n"


def main(arguments: list[str]) -> int:
    """Write every generated page, or with --check name those that are out of date."""
    pages = {name: page() for name, page in PAGES.items()}
    stale = [name for name, page in pages.items() if _differs(ROOT / name, page)]
    if "--check" in arguments:
        for name in stale:
            print(f"{name} is out of date: run make docs", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (ROOT / name).write_text(pages[name], "utf-8")
        print(f"wrote {name}")
    return 0


def readme() -> str:
    """The README, with what the demo now prints in the place of its example."""
    before, rest = (ROOT / "README.md").read_text("utf-8").split(EXAMPLE)
    table = StringIO()
    Console(file=table, width=tables.WIDTH, highlight=False).print(tables.figures(_shown()))
    lines = "\n".join(line.rstrip() for line in table.getvalue().rstrip().splitlines())
    return f"{before}{EXAMPLE}{lines}\n```{rest.partition('```')[2]}"


def _shown() -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """The reports of the demo with those of their claims, and of these the figures, that the README shows."""
    samples = Path(str(files("dateline") / "lexicons/samples"))
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "demo.ledger") as book:
        read_reports([samples], book)
        claims, reports = book.claims(ClaimFilter(measure="killed")), book.reports()
    left = list(SHOWN)
    for report in reports:
        kept = []
        for claim in (claim for claim in claims if claim.report == report.id):
            figures = [f for f in claim.figures if f.measure == "killed" and (f.low, f.high) in left]
            if figures:
                left.remove((figures[0].low, figures[0].high))
                kept.append(replace(claim, figures=(figures[0],)))
        yield report, tuple(kept)


def exports() -> str:
    """The page on exports, with the columns that each form has now."""
    page = (ROOT / "docs/exports.md").read_text("utf-8")
    for name, columns in _columns().items():
        before, rest = page.split(f"<!-- columns: {name} -->\n")
        rows = [f"| `{head.name}` | {head.holds} | {head.meaning} |" for head in columns]
        listed = "\n".join(("| column | holds | meaning |", "| --- | --- | --- |", *rows))
        page = f"{before}<!-- columns: {name} -->\n{listed}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    return page


def _columns() -> dict[str, tuple[Head | Column[Any], ...]]:
    """The columns of every form that has any, by the name of the table or form."""
    nothing = Publication(Audience.INTERNAL, Wording.WHOLE, "range", ("range",), None, (), (), (), ())
    made = {table.name: table.columns for table in tables_of(nothing) if table.name != "codebook"}
    return {**made, "acled": acled.COLUMNS, "ucdp-ged": ged.COLUMNS, "polecat": polecat.COLUMNS}


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


def reference() -> str:
    """Every command with its options, every form of output, every column of the ledger."""
    return "\n".join(
        (
            NOTICE.format(source="the commands, the exports and the ledger's schema"),
            "# Reference\n",
            *_commands(),
            FORMS,
            *(f"- `{column.name}`: {column.meaning}" for column in CLAIM_COLUMNS),
            "",
            *_ledger(),
        )
    )


def confidence() -> str:
    """What every score rests on: by field and rule, how many values were judged, and how many were right."""
    table = lexicons.load("confidence")
    return "\n".join(
        (
            NOTICE.format(source="src/dateline/lexicons/confidence.toml"),
            "# How sure a value is\n",
            CONFIDENCE,
            *(line for field in SCORED for line in _judged(field, table[field])),
            "## Never judged\n",
            "A value that one of these rules decided gets the mean of its field, and `dateline why` says so:",
            ", ".join(f"`{rule}`" for rule in table["unjudged"]["rules"]) + ".\n",
        )
    )


def _judged(field: str, rows: dict[str, list[int]]) -> Iterator[str]:
    tops = [counts for name, counts in rows.items() if ", " not in name]
    right, judged = sum(c[0] for c in tops), sum(c[1] for c in tops)
    yield f"## {field}\n"
    yield f"{right} of {judged} right.\n"
    yield "| decided by | right | judged |\n| --- | --- | --- |"
    yield from (f"| `{name}` | {counts[0]} | {counts[1]} |" for name, counts in rows.items())
    yield ""


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    yield EXITS
    for name, command in all_commands():
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        options = [p for p in command.params if p.param_type_name == "option"]
        yield f"### dateline {name}\n"
        yield command.help + "\n"
        words = " ".join(_argument(p) for p in arguments)
        yield f"    dateline {name} [OPTIONS] {words}".rstrip() + "\n"
        yield from (f"- `{_metavar(p)}`: {p.help}" for p in arguments)
        yield from (f"- `{'`, `'.join(p.opts)}`: {p.help}{_default(p)}" for p in options)
        yield ""


def all_commands() -> Iterator[tuple[str, Any]]:
    """Every command with its name in full: "read", "gazetteer search"."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]  # it is a group
        inner = getattr(command, "commands", None)
        yield from (
            ((f"{name} {second}", deeper) for second, deeper in inner.items()) if inner else [(name, command)]
        )


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _argument(parameter: Any) -> str:
    word = _metavar(parameter) + ("..." if parameter.nargs == -1 else "")
    return word if parameter.required else f"[{word}]"


def _default(parameter: Any) -> str:
    default = parameter.default
    return f" Default: `{default}`." if default not in {None, False} else ""


def _ledger() -> Iterator[str]:
    yield "## The ledger\n"
    yield LEDGER
    meanings = describe_tables()
    for table, columns in describe().items():
        yield f"### {table}\n"
        yield meanings[table] + "\n"
        yield "| column | meaning |\n| --- | --- |"
        yield from (f"| `{name}` | {meaning.replace('|', '/')} |" for name, meaning in columns.items())
        yield ""


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text("utf-8") != text


CROSSWALKS = (("acled", "ACLED"), ("plover", "PLOVER"), ("ged", "UCDP GED"))
EXAMPLE = "$ dateline figures --measure killed          (from the demo, shortened)\n"
PAGES: dict[str, Callable[[], str]] = {
    "docs/codebook.md": codebook,
    "docs/confidence.md": confidence,
    "docs/exports.md": exports,
    "docs/reference.md": reference,
    "README.md": readme,
}

EXITS = """Data go to standard output, everything else to standard error. Exit status: 0; 1 where something
could not be read (it is named on standard error, and kept in the ledger); 2 where the command makes no sense.
"""

FORMS = """## Claims in other forms

### JSON lines

`dateline claims --format jsonl` prints one object a report, `{"id", "claims": [...]}`. `dateline agree` reads
it. Every place in the text is a pair of code-point offsets into the report's text, end exclusive. A claim
has:

- `id`: hash of what identifies the claim
- `evidence`: the words that make the claim; `also`: further words that repeat or complete it
- `kind`, `status`: words of the [codebook](codebook.md)
- `when`: `start` and `end`, inclusive days; null where the report does not say
- `where`: `text`, `name`, `country` (ISO 3166 alpha-3), `lat`, `lon` (WGS 84), `precision` (exact, near,
  admin, country); null where the report does not say
- `actor`, `target`: names of who did it, and to whom
- `figures`: each with `measure`, `of`, `low`, `high` (null: not stated), `approx`, `text`; `scope` (new,
  cumulative, part, superseded), `victim` (civilian, combatant, security forces, prisoner, child, woman; null
  where not said), `part_of` (the words of its whole, or of the list it stands in) and `replaced_by` (of a
  superseded figure, the words of the one that holds)
- `totals`: what the figures of each measure come to: `measure`, `low`, `high`, `approx`, `basis` (`said`: by the
  source; `sum`: worked out from a list; `bounds`: worked out from figures that may overlap) and `text`
- `source`: `name` and `type` of who says so
- `rules`: what decided each value: `field`, `rule`, `text`, `note`
- `confidence`: how sure, 0 to 1: `claim`, and each field that has a value; see [confidence](confidence.md)

### CSV

`dateline claims --format csv` prints one row a claim. A cell that a spreadsheet would take for a formula
begins with an apostrophe. Columns:
"""

CONFIDENCE = """Each claim says how sure each of its fields is, from 0 to 1: the share of the values decided in the
same way that people found right when they read them against their reports. It is no opinion of the program's own.

    dateline claims --min-confidence 0.8
    dateline claims --min-confidence 0.8 --place Akureyri --sure-of actor
    dateline figures --min-confidence 0.8
    dateline why CLAIM

A claim's own **confidence** is the lower score of its kind and its status: how sure it is that such an event is told,
and put so. `--min-confidence` asks for that, and for the same of every field that the other options ask about:
`where` with `--place`, `when` with `--since` and `--until`, `figures` with `--measure` and in `dateline figures`,
`source`, `actor`, `target` with theirs. `--sure-of FIELD` adds a field, `--sure-of all` every value that the claim
gives. A field without a value has no score; asked for, it does not pass. A claim from a ledger of before there were
scores has none and does not pass either, until its report is read again.

A score rests on a row of the tables below: the rule, then what else of it counts (the rule of the mention, how
precise it is, a name or a plain word). A row counts as if eight more values had been judged at the rate of the row
above it, the topmost at the rate of the field; so what was judged seldom stays near the mean. A score is for values
that are given: it says nothing of what is missing. Kind counts as wrong where there is no such event at all, or none
that the codebook knows; the other fields were judged in claims that stand. Right but coarser, or right in part, is
wrong.

The counts come from our own reading of reports that no rule was written on; no gold set went into them.
How far scores hold is measured in [accuracy.md](accuracy.md).
"""

LEDGER = """One SQLite file, which any SQLite program can open. Nothing in it is overwritten: what no longer
holds has a `withdrawn_at`. An empty cell means that the report does not say; it never means 0. Offsets are
code points of the report's text.
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
