"""The commands about the actor table: whom a name means, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.printing import leave, put
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.mentions.actors.rows import Row
    from dateline.mentions.actors.search import Candidate

CountryOption = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help="As in a report that speaks of this country: its name or alpha-3 code.",
    ),
]


def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report writes it.")],
    *,
    country: CountryOption = None,
    as_json: options.Json = False,
) -> None:
    """Show whom a name means: names, kind, years, links, source."""
    from dateline.mentions.actors.search import search as find

    found = find(name, _code(country))
    if as_json:
        shown = [_fields(candidate) for candidate in found]
        typer.echo(
            json.dumps({"name": name, "country": _code(country), "candidates": shown}, ensure_ascii=False)
        )
        return
    if not found:
        put(f"no actor is called {name!r}, and none looks like it")
    for candidate in found:
        put(*_lines(candidate))
    leave(())


def _code(country: str | None) -> str | None:
    """The code of a country given by code or name. Raises: UsageError, for one that no state bears."""
    from dateline.mentions.actors.folding import pieces
    from dateline.mentions.actors.tables import longest, tables

    if country is None or country.upper() in tables().by_country:
        return country and country.upper()
    words = list(pieces(country))
    found = longest(tables().states, words, 0) if words else None
    if found and found[0] == len(words) and found[1][0].state.country:
        return str(found[1][0].state.country)
    msg = f"--country {country}: no state is called so; write its name, or its code such as SYR"
    raise UsageError(msg)


def _fields(candidate: Candidate) -> dict[str, Any]:
    """A candidate as a JSON object: every column of the table, empty ones too."""
    actor, row = candidate.actor, candidate.row
    first = {"id": actor.actor_id, "name": actor.name, "type": actor.type, "country": actor.country}
    last = {"written": candidate.written, "taken": candidate.taken, "why": candidate.why}
    return first | _columns(row) | last


def _columns(row: Row) -> dict[str, Any]:
    from dateline.mentions.actors.rows import parts, successors

    return {
        "names": [name for name in row.names() if name not in row.near()],
        "local": [name for name in row.names() if name in row.near()],
        "countries": row.countries,
        "acled": row.acled,
        "plover": row.plover,
        "from": row.years[0],
        "to": row.years[1],
        "follows": row.follows,
        "followed_by": successors(row.id),
        "part_of": row.part_of,
        "parts": parts(row.id),
        "ucdp": row.ucdp,
        "source": row.source,
    }


def _lines(candidate: Candidate) -> list[str]:
    """A candidate as text: its name, then one line for each thing that is known of it."""
    from dateline import lexicons

    words = lexicons.load("actor_columns")
    fields = _fields(candidate)
    out = [f"{fields['name']}  [{fields['id']}]", f"  {fields['why']}"]
    told = {
        "type": fields["type"],
        "country": ", ".join(map(_state, fields["countries"])),
        "ACLED": words["acled"].get(str(fields["acled"])),
        "PLOVER": f"{fields['plover']}, {words['plover'][fields['plover']]}",
        "years": _years(fields["from"], fields["to"]),
        "also": ", ".join(n for n in fields["names"] if n != fields["name"]),
        "near its countries": ", ".join(fields["local"]),
        "came out of": _names(fields["follows"]),
        "gave rise to": _names(fields["followed_by"]),
        "part of": _names(fields["part_of"]),
        "parts": _names(fields["parts"]),
        "UCDP actor": ", ".join(map(str, fields["ucdp"])),
        "source": fields["source"],
    }
    return [*out, *(f"  {label}: {value}" for label, value in told.items() if value)]


def _names(ids: tuple[str, ...]) -> str:
    """The names of actors of the table."""
    from dateline.mentions.actors.rows import by_id

    return ", ".join(by_id()[link].actor.name for link in ids)


def _state(code: str) -> str:
    """A country's name for its code."""
    from dateline.mentions.actors.tables import tables

    state = tables().by_country.get(code)
    return state.name if state else code


def _years(first: int | None, last: int | None) -> str | None:
    if first is None and last is None:
        return None
    return f"{first or '?'} to {last}" if last else f"from {first}; the table gives no end"
