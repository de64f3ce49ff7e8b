"""Surface forms of armed groups -> the share that is read as the group meant, and what was read instead.

make bench-actors                          both sets of forms
make bench-actors BENCH="--json"           one JSON object

Each form of bench/actors_forms.toml stands once in a plain sentence that names the country. It is resolved
where the sentence names exactly one armed actor, the form's own words carry it, and it is the row of the
actor table that bears the expected name. A wrong group and no group are counted apart.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dateline import reports
from dateline.mentions.actors.folding import pieces
from dateline.mentions.actors.tables import named
from dateline.pipeline import Reader, open_reader
from dateline.records import Actor

FORMS = Path(__file__).with_name("actors_forms.toml")
# Where the form stands: as the one who acts, and as the one who is said to have acted.
CARRIERS = (
    "{form} attacked an army post in {country} on Monday, killing three soldiers.",
    "Three soldiers were killed in {country} on Monday in an attack claimed by the {form}.",
)
START, END = "<!-- bench/actors.py --page writes from here -->", "<!-- to here -->"
MARGIN = 4  # letters: a mention may begin after the form's own "the", "al-" or "so-"


class Tried(NamedTuple):
    """One form with what was read: "right", "wrong" or "none", and the name that was read."""

    form: str
    expected: str
    country: str
    how: str
    read: str | None


def main() -> None:
    """Try every form, and print a table or, with --json, one object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--page", type=Path, help="write the figures and every form into this page")
    parser.add_argument("--forms", type=Path, default=FORMS)
    options = parser.parse_args()
    sets = {name: list(tried(rows)) for name, rows in tomllib.loads(options.forms.read_text("utf-8")).items()}
    if options.page:
        write(options.page, sets)
    if options.json:
        print(json.dumps({name: figures(got) for name, got in sets.items()}))
        return
    for name, got in sets.items():
        print(f"{name}: {figures(got)}")
        for one in got:
            if one.how != "right":
                print(f"  {one.how}: {one.form!r} ({one.country}) is {one.expected}, read as {one.read}")


def figures(got: Iterable[Tried]) -> dict[str, Any]:
    """Forms, groups, and the shares resolved, read as another, and not read."""
    rows = list(got)
    hows = Counter(one.how for one in rows)
    shares = {how: round(hows[how] / len(rows), 3) for how in ("right", "wrong", "none")}
    return {"forms": len(rows), "groups": len({one.expected for one in rows}), **shares}


def write(page: Path, sets: dict[str, list[Tried]]) -> None:
    """Put the figures of both sets, and every form, between the marks of a page."""
    before, _, after = page.read_text("utf-8").partition(START)
    after = after.partition(END)[2]
    rows = [f"| {name} | {' | '.join(map(str, figures(got).values()))} |" for name, got in sets.items()]
    head = (
        "",
        "| set, now | forms | groups | right | as another | not read |",
        "| --- | --- | --- | --- | --- | --- |",
    )
    lines = (
        START,
        *head,
        *rows,
        "",
        "Forms in _italics_ are not read, or read as another.",
        "",
        *_forms(sets),
        "",
        END,
    )
    page.write_text(before + "\n".join(lines) + after, "utf-8")


def _forms(sets: dict[str, list[Tried]]) -> Iterator[str]:
    """A table of every form, a line a group."""
    yield "| group | report on | forms |"
    yield "| --- | --- | --- |"
    for got in sets.values():
        groups: dict[tuple[str, str], list[str]] = {}
        for one in got:
            shown = one.form if one.how == "right" else f"_{one.form}_"
            groups.setdefault((one.expected, one.country.removeprefix("the ")), []).append(shown)
        for (name, country), forms in groups.items():
            yield f"| {name} | {country} | {', '.join(forms)} |"


def tried(rows: Iterable[dict[str, Any]]) -> Iterator[Tried]:
    """Every form of a set in every carrier sentence; the worst reading counts."""
    reader, ids = open_reader(), expected()
    for row in rows:
        meant = {row["id"]} if "id" in row else ids.get(pieces(row["name"]), set())
        for form in row["forms"]:
            found = [_read(carrier, form, row["country"], reader) for carrier in CARRIERS]
            hows = [_judge(actor, meant) for actor in found]
            worst = max(range(len(hows)), key=lambda k: ("right", "none", "wrong").index(hows[k]))
            read = found[worst]
            yield Tried(form, row["name"], row["country"], hows[worst], read.name if read else None)


def expected() -> dict[tuple[str, ...], set[str | None]]:
    """Names of the actor table -> ids of the rows that bear them: as their own name, else as another."""
    own: dict[tuple[str, ...], set[str | None]] = {}
    other: dict[tuple[str, ...], set[str | None]] = {}
    for name in named():
        if name.actor:
            own.setdefault(pieces(name.actor.name), set()).add(name.actor.actor_id)
            other.setdefault(pieces(name.written), set()).add(name.actor.actor_id)
    return other | own


def _read(carrier: str, form: str, country: str, reader: Reader) -> Actor | None:
    """The actor that the form's own words are read as."""
    text = carrier.format(form=form, country=country)
    start = text.index(form)
    for mention in reader.read(reports.from_text(text)).mentions:
        actor = mention.value
        if not isinstance(actor, Actor) or not actor.actor_id:
            continue
        if mention.span.start <= start + MARGIN and mention.span.end >= start + len(form):
            return actor
    return None


def _judge(actor: Actor | None, ids: set[str | None]) -> str:
    if actor is None:
        return "none"
    return "right" if actor.actor_id in ids else "wrong"


if __name__ == "__main__":
    main()
